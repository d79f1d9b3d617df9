"""The documented examples: as calls in docstrings, and as data for the offline transport."""

from __future__ import annotations

import json
import textwrap
from typing import Any

from gen import literals
from gen.model import Example, Field, Json, Operation, Ref, Response, Scalar, Secret, Service
from gen.views.judge import faults
from gen.views.operations import flat_schema, own_parameters, qualified, successes
from gen.views.unmasking import unmasked
from gen.views.values import valid

_LONGEST = 16
WIDTH = 84
STRING = Scalar("string")


def request_example(operation: Operation) -> Example | None:
    """The shortest documented request with a body that could be read."""
    found = [one for one in operation.examples if one.direction == "request" and one.parsed]
    return min(found, key=lambda one: len(json.dumps(one.value)), default=None)


def example_call(
    operation: Operation, service: Service, client: str, *, awaited: bool = False
) -> list[str]:
    """The documented call as Python source, its masked values replaced by valid ones.

    [] where no example serves or it would be long. A secret is not spelt out: ``"…"``.
    """
    if not operation.examples:
        return []
    arguments = path_arguments(operation, service)
    if operation.request is not None:
        given = _flat_values(operation, service)
        if given is None:
            return []
        arguments += given
    target = f"{client}.{qualified(operation)}"
    return call_lines(f"{'await ' if awaited else ''}{target}(", arguments)


def call_lines(start: str, arguments: list[str]) -> list[str]:
    """``start`` (up to the parenthesis) with its arguments: on one line, else one a line; [] where that is long."""
    whole = f"{start}{', '.join(arguments)})"
    if len(whole) <= WIDTH:
        return [whole]
    lines = [
        line
        for argument in arguments
        for line in textwrap.wrap(
            f"{argument},",
            WIDTH,
            initial_indent="    ",
            subsequent_indent="        ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    ]
    return [start, *lines, ")"] if len(lines) <= _LONGEST else []


def path_arguments(operation: Operation, service: Service) -> list[str]:
    """``name=value`` of the path parameters that the client does not fill in."""
    return [
        f"{one.field.attribute}={_sample(one.field, service)}"
        for one in own_parameters(operation)
        if one.location == "path" and not one.client
    ]


def _sample(field: Field, service: Service) -> str:
    if not any(rule.certainty == "hard" for rule in field.rules) and field.type == STRING:
        return '"…"'
    found = next(valid(field.type, field.rules, service.schemas), "…")
    return literals.value(found)


def sound_request(operation: Operation, service: Service) -> Json | None:
    """A body that breaks no rule: the documented one, mended where it is masked or wrong, else a made one."""
    body = operation.request
    if body is None:
        return None
    example = request_example(operation)
    if example is not None and isinstance(example.value, dict):
        broken = list(faults(example.value, body.type, (), service.schemas))
        if not broken:
            return example.value
        mended = unmasked(example.value, body.type, service.schemas, broken)
        if mended is not None:
            return mended
    return next(valid(body.type, (), service.schemas), None)


def _flat_values(operation: Operation, service: Service) -> list[str] | None:
    """``name=value`` pairs of the example's body; None where it does not fit the flat call."""
    if request_example(operation) is None:
        return None
    given = flat_arguments(operation, service, sound_request(operation, service))
    if given is None:
        return None
    return [f"{name}={_shown(value, field)}" for name, value, field in given]


def flat_arguments(
    operation: Operation, service: Service, body: Json
) -> list[tuple[str, Json, Field]] | None:
    """(argument, value, field) of a body that can be given flat; None where it cannot."""
    flat = flat_schema(operation, service.schemas)
    if flat is None:
        return None
    value: Any = body
    if operation.wrapper and isinstance(value, dict):
        value = value.get(operation.wrapper)
    if not isinstance(value, dict):
        return None
    names = dict(operation.arguments)
    fields = {field.wire: field for field in flat.fields}
    if not value.keys() <= names.keys():
        return None
    return [(names[key], item, fields[key]) for key, item in value.items()]


def _shown(item: Json, field: Field) -> str:
    if any(isinstance(rule, Secret) for rule in field.rules):
        return '"…"'
    return literals.value(item)


def offline_examples(service: Service) -> dict[str, Any]:
    """``testing/_examples.json``: the documented answers and errors of every operation."""
    return {"operations": [_entry(one, service) for one in service.operations]}


def _entry(operation: Operation, service: Service) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "name": qualified(operation),
        "method": operation.method,
        "path": operation.path,
    }
    if operation.discriminator:
        # It is the body's single key, or only the page's label where bodies differ in more.
        keys = _body_keys(operation, service)
        if operation.discriminator in keys:
            entry["body_key"] = operation.discriminator
        else:
            entry["body_keys"] = keys
    answers = _answers(operation)
    if answers:
        entry["answers"] = answers
    errors = _errors(operation)
    if errors:
        entry["errors"] = errors
    return entry


def _body_keys(operation: Operation, service: Service) -> list[str]:
    """The documented keys of the request's body, in the order of the docs."""
    body = operation.request
    if body is None or not isinstance(body.type, Ref):
        return []
    return [one.wire for one in service.schemas[body.type.schema].fields]


def _answers(operation: Operation) -> list[dict[str, Any]]:
    """The usual success first: by documented status, with its first readable example."""
    found: list[dict[str, Any]] = []
    documented = successes(operation)
    for response in documented or [Response(status=200, description="")]:
        status = response.status or 200
        if any(entry["status"] == status for entry in found):
            continue
        found.append({"status": status, **_example_body(operation, response)})
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
