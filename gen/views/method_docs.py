"""The docstring of a client method."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from gen import literals
from gen.model import Default, Deprecated, Field, Operation, Parameter, Service
from gen.phrases import describe
from gen.views.examples import example_call
from gen.views.operations import qualified, successes
from gen.views.prose import first_sentence, title_of

_INDENT = 8


def method_doc(
    operation: Operation,
    parameters: Sequence[Parameter],
    flat: Sequence[tuple[str, Field]],
    service: Service,
    client: str,
    *,
    awaited: bool,
) -> str:
    """The docstring, with its quotes: title, summary, arguments, documented headers, example and where it is from.

    ``flat`` are the body's fields by argument, ``client`` is the variable that examples call.
    """
    lines = [title_of(operation)]
    summary = first_sentence(operation.summary)
    if summary:
        lines += ["", summary]
    if operation.deprecated:
        lines += ["", "Deprecated."]
    told = [(one.field.attribute, one.field) for one in parameters] + list(flat)
    if told:
        lines += ["", "Args:"]
        lines += [line for name, field in told for line in _argument_lines(name, field)]
    headers = _headers(operation)
    if headers:
        raw = f"{client}.raw({client}.{qualified(operation)}, …)"
        raw = f"(await {raw})" if awaited else raw
        lines += ["", f"Headers of the answer, from ``{raw}.headers``:"]
        lines += [line for name, field in headers for line in _argument_lines(name, field)]
    example = example_call(operation, service, client, awaited=awaited)
    if example:
        lines += ["", "Example::", "", *("    " + line for line in example)]
    lines += ["", f"``{operation.method} {operation.path}``, see {operation.page}."]
    return literals.docstring("\n".join(lines), _INDENT)


def _argument_lines(name: str, field: Field) -> list[str]:
    """``name: text`` as editors look for it, what follows further in."""
    words = [first_sentence(field.description)]
    words += [describe(rule) for rule in field.rules if isinstance(rule, Default)]
    if any(isinstance(rule, Deprecated) for rule in field.rules):
        words.append("Deprecated.")
    text = literals.one_line(" ".join(word for word in words if word))
    return textwrap.wrap(
        f"{name}: {text}".rstrip(": "),
        literals.WIDTH - _INDENT,
        initial_indent=" " * 4,
        subsequent_indent=" " * 8,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _headers(operation: Operation) -> list[tuple[str, Field]]:
    """The documented headers of a success, by name: no model has them, so it must be said where they are."""
    found: dict[str, Field] = {}
    for response in successes(operation):
        for one in response.headers:
            found.setdefault(one.field.wire.lower(), one.field)
    return [(field.wire, field) for field in found.values()]
