"""One value rule → the JSON Schema keywords that say the same, or the news that none do."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

from gen.exhaustive import assert_never
from gen.model import (
    Array,
    Charset,
    Choice,
    Count,
    Default,
    Deprecated,
    Form,
    Interface,
    Json,
    Length,
    Nullable,
    Pattern,
    Range,
    Scalar,
    Secret,
    Type,
    Unique,
    ValueRule,
    Variety,
)
from gen.patterns import char_class, form_format, form_regex, regex

JsonObject = dict[str, Any]


def keywords(rule: ValueRule) -> JsonObject | None:
    """The keywords of a rule over a value of any type; {} for what restricts nothing, None where JSON Schema has none."""
    match rule:
        case Choice():
            return {"enum": list(rule.values)}
        case Range():
            low = "exclusiveMinimum" if rule.exclusive_minimum else "minimum"
            high = "exclusiveMaximum" if rule.exclusive_maximum else "maximum"
            return _bounds(low, rule.minimum, high, rule.maximum)
        case Length():
            return _bounds("minLength", rule.minimum, "maxLength", rule.maximum)
        case Count():
            return _bounds("minItems", rule.minimum, "maxItems", rule.maximum)
        case Charset() | Pattern() | Interface():
            return {"pattern": regex(rule).ecma}
        case Variety():
            return _variety(rule)
        case Form(forms=(only,)):
            name = form_format(only)
            return ({"format": name} if name else {}) | {"pattern": form_regex(only).ecma}
        case Form():
            return {"anyOf": [keywords(_one_form(rule, index)) for index in range(len(rule.forms))]}
        case Unique():
            return None if rule.key else {"uniqueItems": True}
        case Default() | Secret() | Deprecated() | Nullable():
            return {}
        case _:
            assert_never(rule)


def _one_form(rule: Form, index: int) -> Form:
    return Form(forms=(rule.forms[index],), sentence=rule.sentence, source=rule.source)


def _bounds(low: str, minimum: float | None, high: str, maximum: float | None) -> JsonObject:
    found: JsonObject = {}
    if minimum is not None:
        found[low] = minimum
    if maximum is not None:
        found[high] = maximum
    return found


def _variety(rule: Variety) -> JsonObject:
    """Characters of so many kinds: any choice of that many kinds, each of which occurs."""
    kinds: list[JsonObject] = [{"pattern": char_class(group).ecma} for group in rule.groups]
    if rule.minimum >= len(kinds):
        return {"allOf": kinds}
    return {"anyOf": [{"allOf": list(some)} for some in combinations(kinds, rule.minimum)]}


def applies(rule: ValueRule, type_: Type) -> bool:
    """Whether a rule of a value speaks of values of this type at all."""
    match rule:
        case Choice():
            return isinstance(type_, Scalar) and type_.kind not in ("boolean", "file")
        case Range():
            return isinstance(type_, Scalar) and type_.kind in ("integer", "number", "any")
        case Length() | Charset() | Variety() | Form() | Pattern() | Interface():
            return isinstance(type_, Scalar) and type_.kind in ("string", "any")
        case Count() | Unique():
            return isinstance(type_, Array) or type_ == Scalar("any")
        case Default() | Secret() | Deprecated() | Nullable():
            return True
        case _:
            assert_never(rule)


def merge(schema: JsonObject, more: JsonObject) -> None:
    """Add keywords to a schema; what both have a say in goes under ``allOf``."""
    if any(key in schema for key in more):
        schema.setdefault("allOf", []).extend(more["allOf"] if list(more) == ["allOf"] else [more])
    else:
        schema.update(more)


def accepts(schema: JsonObject, value: Json) -> bool:
    """Whether a value is of the schema's type and in its enumeration and bounds, as far as can be told here."""
    kind = schema.get("type")
    kinds = [kind] if isinstance(kind, str) else kind
    if kinds is not None and not any(_is(name, value) for name in kinds):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if {"anyOf", "allOf", "exclusiveMinimum", "exclusiveMaximum"} & schema.keys():
        return False
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        low, high = float(schema.get("minimum", value)), float(schema.get("maximum", value))
        return low <= value <= high
    if isinstance(value, str):
        low, high = schema.get("minLength", 0), schema.get("maxLength", len(value))
        return low <= len(value) <= high and re.search(schema.get("pattern", ""), value) is not None
    return not {"$ref", "items"} & schema.keys() or value in ([], {}, None)


def _is(name: str, value: Json) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return {
        "string": isinstance(value, str),
        "boolean": isinstance(value, bool),
        "integer": number and float(value) == int(value),
        "number": number,
        "array": isinstance(value, list),
        "object": isinstance(value, dict),
        "null": value is None,
    }[name]
