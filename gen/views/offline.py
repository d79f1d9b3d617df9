"""``testing/_examples.json``: what the offline transport answers, and how it knows what was asked."""

from __future__ import annotations

from typing import Any

from gen.model import Json, Operation, Ref, Response, Secret, Service
from gen.views.arguments import stand_in
from gen.views.operations import qualified, successes
from gen.views.routes import marks_of
from gen.views.types import Schemas

_WORD = "example"


def offline_examples(service: Service) -> dict[str, Any]:
    """The documented answers and errors of every operation, and what tells apart those that share an address."""
    marks = marks_of(service)
    return {
        "operations": [
            _entry(one, marks.get(one.key, {}), service.schemas) for one in service.operations
        ]
    }


def _entry(operation: Operation, marks: dict[str, Any], schemas: Schemas) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "name": qualified(operation),
        "method": operation.method,
        "path": operation.path,
        **marks,
    }
    answers = _answers(operation, schemas)
    if answers:
        entry["answers"] = answers
    errors = _errors(operation)
    if errors:
        entry["errors"] = errors
    return entry


def _answers(operation: Operation, schemas: Schemas) -> list[dict[str, Any]]:
    """The usual success first: by documented status, with its first readable example."""
    found: list[dict[str, Any]] = []
    documented = successes(operation)
    for response in documented or [Response(status=200, description="")]:
        status = response.status or 200
        if any(entry["status"] == status for entry in found):
            continue
        entry = {"status": status, **_example_body(operation, response)}
        headers = _headers(response, schemas)
        if headers:
            entry["headers"] = headers
        found.append(entry)
    return found


def _headers(response: Response, schemas: Schemas) -> dict[str, str]:
    """The documented headers of an answer, with made values: the docs' own may be secrets."""
    found = {}
    for one in response.headers:
        secret = any(isinstance(rule, Secret) for rule in one.field.rules)
        value = stand_in(one.field, schemas, "offline-token" if secret else _WORD)
        text = str(value).lower() if isinstance(value, bool) else str(value)
        # A name or a value that no header can have is a slip of the docs.
        if one.field.wire.isascii() and text.isascii() and text.isprintable():
            found[one.field.wire] = text
    return found


def _example_body(operation: Operation, response: Response) -> dict[str, Any]:
    examples = [
        one
        for one in operation.examples
        if one.direction == "response" and one.status in (None, response.status, *_any_of(response))
    ]
    for one in examples:
        if one.parsed:
            return {"body": one.value}
    if response.body is None:
        return {}
    text = next((one.text for one in examples if one.text), "")
    if text and not isinstance(response.body.type, Ref):
        return {"text": text}
    return {"body": {}} if isinstance(response.body.type, Ref) else {}


def _any_of(response: Response) -> tuple[int, ...]:
    return (200, 201, 202) if response.status is None else ()


def _errors(operation: Operation) -> list[dict[str, Any]]:
    found = []
    for one in operation.examples:
        if (
            one.direction == "response"
            and one.status is not None
            and one.status >= 400
            and one.parsed
        ):
            code, message = _code_and_message(one.value)
            if code:
                found.append({"status": one.status, "code": code, "message": message})
    return found


def _code_and_message(value: Json) -> tuple[str, str]:
    if not isinstance(value, dict):
        return "", ""
    code = next((value[key] for key in ("error_code", "code", "errCode") if key in value), "")
    text = next(
        (value[key] for key in ("error_msg", "message", "error_message") if key in value), ""
    )
    if not isinstance(code, (str, int)) and isinstance(value.get("error"), dict):
        return _code_and_message(value["error"])
    if code == "" and isinstance(value.get("error"), dict):
        return _code_and_message(value["error"])
    return str(code) if code != "" else "", text if isinstance(text, str) else ""
