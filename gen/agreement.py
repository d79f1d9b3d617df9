"""A decoded example held against the types: undocumented keys, missing fields, other types, nulls.

Imports only the model, so that the linker, lint and coverage judge alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from gen.lenient_json import step
from gen.model import (
    Array,
    Body,
    Example,
    Field,
    Free,
    Json,
    Map,
    Operation,
    Ref,
    Scalar,
    Schema,
    Type,
)

Kind = Literal["unknown-key", "missing", "type", "null"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One observation. ``path`` is a JSONPath, ``schema`` the key of the object's schema,
    ``field`` the row's field where there is one, ``seen`` what stands in the example."""

    kind: Kind
    path: str
    schema: str = ""
    field: Field | None = None
    seen: str = ""


def observe(
    value: Json, type_: Type, schemas: Mapping[str, Schema], path: str = "$"
) -> Iterator[Remark]:
    """Everything in ``value`` that its documented type does not say, and every null."""
    yield from _value(value, type_, schemas, path, "", None)


def body_of(operation: Operation, example: Example, schemas: Mapping[str, Schema]) -> Body | None:
    """The body an example is an example of; None for an error that is shown among the good answers."""
    if example.direction == "request":
        return operation.request
    body = _answer(operation, example.status)
    failed = example.status is not None and example.status >= 400
    if body is None or failed or not _is_error(example.value):
        return body
    fields = schemas[body.type.schema].fields if isinstance(body.type, Ref) else ()
    return body if {one.wire for one in fields}.issuperset(example.value) else None


def _answer(operation: Operation, status: int | None) -> Body | None:
    with_body = [response for response in operation.responses if response.body is not None]
    for response in with_body:
        if response.status == status:
            return response.body
    if status is None:
        for response in with_body:
            if response.status is None or response.status < 400:
                return response.body
    return None


_ERROR_KEYS = frozenset(
    [
        "error", "error_code", "error_msg", "code", "message", "errorCode", "errorMessage",
        "error_message", "request_id", "requestId", "encoded_authorization_message",
    ]
)  # fmt: skip


def _is_error(value: Json) -> bool:
    """Whether a value is the envelope of an error, whatever page shows it."""
    if not isinstance(value, dict) or not value:
        return False
    inner = next(iter(value.values()))
    wrapped = len(value) == 1 and isinstance(inner, dict) and "message" in inner and "code" in inner
    return set(value) <= _ERROR_KEYS or (wrapped and set(inner) <= _ERROR_KEYS)


def _value(
    value: Json,
    type_: Type,
    schemas: Mapping[str, Schema],
    path: str,
    owner: str,
    field: Field | None,
) -> Iterator[Remark]:
    if value is None:
        yield Remark("null", path, owner, field, "null")
        return
    match type_:
        case Ref(key):
            if isinstance(value, dict):
                yield from _object(value, schemas[key], schemas, path)
            else:
                yield Remark("type", path, owner, field, json_kind(value))
        case Array(items):
            if isinstance(value, list):
                for index, item in enumerate(value):
                    yield from _value(item, items, schemas, step(path, index), owner, field)
            else:
                yield Remark("type", path, owner, field, json_kind(value))
        case Map(values):
            if isinstance(value, dict):
                for key, item in value.items():
                    yield from _value(item, values, schemas, step(path, key), owner, None)
            else:
                yield Remark("type", path, owner, field, json_kind(value))
        case Free():
            if not isinstance(value, dict):
                yield Remark("type", path, owner, field, json_kind(value))
        case Scalar(kind):
            if not _is(value, kind):
                yield Remark("type", path, owner, field, json_kind(value))


def _object(
    value: Mapping[str, Json], schema: Schema, schemas: Mapping[str, Schema], path: str
) -> Iterator[Remark]:
    fields = {field.wire: field for field in schema.fields}
    for key, item in value.items():
        field = fields.get(key)
        if field is not None:
            yield from _value(item, field.type, schemas, step(path, key), schema.key, field)
        elif schema.additional is not None:
            known = schema.additional
            yield from _value(item, known.type, schemas, step(path, key), schema.key, known)
        else:
            yield Remark("unknown-key", step(path, key), schema.key, None, json_kind(item))
    for name, field in fields.items():
        if field.required and name not in value:
            yield Remark("missing", step(path, name), schema.key, field, "")


def _is(value: Json, kind: str) -> bool:
    match kind:
        case "string" | "file":
            return isinstance(value, str)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
        case _:
            return True


def json_kind(value: Json) -> str:
    """The JSON type of a value, as a word."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"
