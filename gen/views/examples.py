"""The documented examples as calls in docstrings."""

from __future__ import annotations

from gen.model import Operation, Service
from gen.views.arguments import (
    body_arguments,
    outside,
    request_example,
    shown_request,
)
from gen.views.calls import call_lines
from gen.views.operations import qualified


def example_call(
    operation: Operation, service: Service, client: str, *, awaited: bool = False
) -> list[str]:
    """The documented call as Python source, with what must be given beside it, that breaks no documented rule.

    [] where a body has no example that serves, or it would be long. A secret is not spelt out: ``"…"``.
    """
    arguments = outside(operation, service)
    if operation.request is not None:
        body = shown_request(operation, service) if request_example(operation) else None
        if body is None:
            return []
        arguments += body_arguments(operation, service, body)
    return call_lines(f"{'await ' if awaited else ''}{client}.{qualified(operation)}(", arguments)
