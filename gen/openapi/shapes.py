"""Types, fields and schemas of the model as JSON Schema 2020-12, with what leads back to the docs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from gen.exhaustive import assert_never
from gen.model import (
    Array,
    Body,
    Choice,
    Default,
    Deprecated,
    Direction,
    Field,
    Free,
    Map,
    Nullable,
    Ref,
    Rule,
    Scalar,
    ScalarKind,
    Schema,
    Secret,
    Source,
    Type,
    ValueRule,
)
from gen.openapi.conditions import body_keywords
from gen.openapi.keywords import JsonObject, accepts, applies, keywords, merge
from gen.openapi.text import markdown
from gen.phrases import describe

_SCALARS: dict[ScalarKind, JsonObject] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "any": {},
    "file": {"contentMediaType": "application/octet-stream"},
}


def x_doc(sources: Iterable[Source]) -> Any:
    """The contract's ``x-doc``: one place, or a list of them where rows share the field."""
    places = [
        {"file": one.file, "line": one.line, "table": one.table, "parameter": one.parameter}
        for one in sources
    ]
    return places[0] if len(places) == 1 else places


def reference(name: str) -> JsonObject:
    """A ``$ref`` to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def type_schema(type_: Type, rules: Iterable[ValueRule], names: Mapping[str, str]) -> JsonObject:
    """A type with the hard rules of its value; rules of items go to the items. ``names``: schema key → component."""
    own = tuple(rules)
    found = _bare(type_, own, names)
    for rule in own:
        if rule.certainty == "hard" and rule.target == "value" and applies(rule, type_):
            merge(found, keywords(rule) or {})
    return found


def _bare(type_: Type, rules: tuple[ValueRule, ...], names: Mapping[str, str]) -> JsonObject:
    inner = [replace(rule, target="value") for rule in rules if rule.target == "items"]
    match type_:
        case Scalar(kind):
            return dict(_SCALARS[kind])
        case Ref(schema):
            return reference(names[schema])
        case Array(items):
            return {"type": "array", "items": type_schema(items, inner, names)}
        case Map(values):
            return {"type": "object", "additionalProperties": type_schema(values, inner, names)}
        case Free():
            return {"type": "object"}
        case _:
            assert_never(type_)


def nullable(field: Field) -> bool:
    """Whether null is documented or was seen."""
    return field.null_seen or any(
        isinstance(rule, Nullable) and rule.certainty == "hard" for rule in field.rules
    )


def with_null(schema: JsonObject) -> JsonObject:
    """The schema, or null."""
    kind = schema.get("type")
    if isinstance(kind, str):
        found = {**schema, "type": [kind, "null"]}
        if "enum" in found:
            found["enum"] = [*found["enum"], None]
        return found
    if schema:
        return {"anyOf": [schema, {"type": "null"}]}
    return {}


def field_schema(field: Field, direction: Direction, names: Mapping[str, str]) -> JsonObject:
    """A property: its type and rules, its words, its row, its Python name."""
    found = type_schema(field.type, field.rules, names)
    default = next((rule for rule in field.rules if isinstance(rule, Default)), None)
    if default is not None:
        found["default" if accepts(found, default.value) else "x-default"] = default.value
    if nullable(field):
        value = found.pop("default", None)
        found = with_null(found)
        if value is not None:
            found["default"] = value
    text = markdown(field.description)
    if text:
        found["description"] = text
    if any(isinstance(rule, Deprecated) for rule in field.rules):
        found["deprecated"] = True
    if any(isinstance(rule, Secret) for rule in field.rules):
        if direction == "request":
            found["writeOnly"] = True
        found["x-secret"] = True
    found.update(_told(field))
    if field.inferred:
        found["x-inferred"] = "type"
    found["x-doc"] = x_doc(field.sources)
    found["x-python-name"] = field.attribute
    return found


def _told(field: Field) -> JsonObject:
    """What keywords cannot say: rules of another kind, rules that are only advice, what values mean."""
    found: JsonObject = {}
    rules: list[JsonObject] = []
    advice: list[JsonObject] = []
    for rule in field.rules:
        if isinstance(rule, (Default, Deprecated, Secret, Nullable)):
            continue
        if rule.certainty == "advice" or not _speaks(rule, field.type):
            advice.append(_said(rule))
        elif keywords(rule) is None:
            rules.append(_said(rule))
        if isinstance(rule, Choice) and any(rule.meanings):
            pairs = zip(rule.values, rule.meanings, strict=False)
            meanings = {str(value): meaning for value, meaning in pairs if meaning}
            found.setdefault("x-enum-meanings", {}).update(meanings)
    if rules:
        found["x-rules"] = rules
    if advice:
        found["x-advice"] = advice
    return found


def _speaks(rule: ValueRule, type_: Type) -> bool:
    if rule.target == "value":
        return applies(rule, type_)
    if isinstance(type_, Array):
        return applies(rule, type_.items)
    return isinstance(type_, Map) and applies(rule, type_.values)


def _said(rule: Rule) -> JsonObject:
    found: JsonObject = {"rule": type(rule).__name__.lower(), "text": describe(rule)}
    if rule.reason:
        found["reason"] = rule.reason
    found["sentence"] = rule.sentence
    return found


def schema_object(schema: Schema, names: Mapping[str, str]) -> JsonObject:
    """A component: an object's properties and the rules across them."""
    found: JsonObject = {"type": "object"}
    if schema.caption:
        # Not "title": readers name classes by it, and a request and a response may share a caption.
        found["x-caption"] = schema.caption
    found["properties"] = {
        field.wire: field_schema(field, schema.direction, names) for field in schema.fields
    }
    required = [field.wire for field in schema.fields if field.required]
    if required:
        found["required"] = required
    if schema.additional is not None:
        found["additionalProperties"] = field_schema(schema.additional, schema.direction, names)
    marks = {
        field.wire: {"x-doc": x_doc(field.sources), "x-python-name": field.attribute}
        for field in schema.fields
    }
    rules: list[JsonObject] = []
    advice: list[JsonObject] = []
    for rule in schema.rules:
        if rule.certainty == "advice":
            advice.append(_said(rule))
            continue
        more = body_keywords(rule, schema.fields, marks)
        if more is None:
            rules.append(_said(rule))
        else:
            merge_objects(found, more)
    if rules:
        found["x-rules"] = rules
    if advice:
        found["x-advice"] = advice
    if schema.sources:
        found["x-table"] = [
            {"file": one.file, "line": one.line, "table": one.table, "caption": one.caption}
            for one in schema.sources
        ]
    return found


def merge_objects(schema: JsonObject, more: JsonObject) -> None:
    """Add the keywords of a rule across fields to an object's schema."""
    if list(more) == ["dependentRequired"]:
        known = schema.setdefault("dependentRequired", {})
        for name, needed in more["dependentRequired"].items():
            known[name] = sorted({*known.get(name, []), *needed})
    else:
        schema.setdefault("allOf", []).append(more)


def body_schema(body: Body, direction: Direction, names: Mapping[str, str]) -> JsonObject:
    """A message body; the row of a root array's items stands on ``items``."""
    if body.item is None or not isinstance(body.type, Array):
        found = type_schema(body.type, body.item.rules if body.item else (), names)
        if body.item is not None:
            found["x-doc"] = x_doc(body.item.sources)
        return found
    item = replace(body.item, type=body.type.items)
    return {"type": "array", "items": field_schema(item, direction, names)}
