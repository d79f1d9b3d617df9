"""The hard rules of the request classes as data, for the package's hypothesis strategies.

Kept short: a test is a list whose first word is its kind, a type a word or an object of one key.
"""

from __future__ import annotations

from typing import Any

from gen.exhaustive import assert_never
from gen.model import (
    AllOf,
    AnyOf,
    Array,
    BodyRule,
    Charset,
    Choice,
    Condition,
    Count,
    Default,
    Deprecated,
    EitherOr,
    Field,
    Form,
    Free,
    Interface,
    Is,
    Length,
    Map,
    Not,
    Nullable,
    Pattern,
    Present,
    Range,
    Ref,
    SameAs,
    Scalar,
    Schema,
    Secret,
    Service,
    Type,
    Unique,
    Unknown,
    ValueRule,
    Variety,
    When,
)
from gen.patterns import char_class, regex
from gen.views.types import Schemas, class_name, nullable


def rules_table(service: Service) -> dict[str, Any]:
    """``testing/_rules.json``: request class → its fields, their tests, and the rules across them."""
    schemas = service.schemas
    chosen = [one for one in schemas.values() if one.direction == "request"]
    return {
        one.name: _schema(one, schemas) for one in sorted(chosen, key=lambda schema: schema.name)
    }


def _schema(schema: Schema, schemas: Schemas) -> dict[str, Any]:
    made: dict[str, Any] = {"fields": {one.wire: _field(one, schemas) for one in schema.fields}}
    across = [_across(rule) for rule in schema.rules if rule.certainty == "hard"]
    if across:
        made["across"] = across
    if schema.additional is not None:
        made["open"] = _field(schema.additional, schemas)
    return made


def _field(field: Field, schemas: Schemas) -> dict[str, Any]:
    made: dict[str, Any] = {"type": _type(field.type, schemas)}
    if field.required:
        made["required"] = True
    if nullable(field):
        made["null"] = True
    hard = [rule for rule in field.rules if rule.certainty == "hard"]
    tests = [_test(rule) for rule in hard if rule.target == "value"]
    items = [_test(rule) for rule in hard if rule.target == "items"]
    if any(tests):
        made["tests"] = [test for test in tests if test]
    if any(items):
        made["items"] = [test for test in items if test]
    defaults = [rule.value for rule in field.rules if isinstance(rule, Default)]
    if defaults:
        made["default"] = defaults[-1]
    return made


def _type(type_: Type, schemas: Schemas) -> Any:
    match type_:
        case Scalar(kind):
            return kind
        case Array(items):
            return {"list": _type(items, schemas)}
        case Map(values):
            return {"map": _type(values, schemas)}
        case Ref():
            return {"class": class_name(schemas, type_)}
        case Free():
            return "object"
        case _:
            assert_never(type_)


def _test(rule: ValueRule) -> list[Any]:
    """A test of a value; [] for what no value can break."""
    match rule:
        case Choice():
            return ["enum", *rule.values]
        case Range():
            return [
                "range",
                rule.minimum,
                rule.maximum,
                rule.exclusive_minimum,
                rule.exclusive_maximum,
            ]
        case Length():
            return ["length", rule.minimum, rule.maximum]
        case Count():
            return ["count", rule.minimum, rule.maximum]
        case Charset():
            one = char_class(rule.allowed).python if rule.where == "all" else ""
            return ["match", "characters", regex(rule).python, one]
        case Form():
            return ["match", "format", regex(rule).python, ""]
        case Pattern():
            return ["match", "pattern", regex(rule).python, ""]
        case Interface():
            return ["match", "interface", regex(rule).python, ""]
        case Variety():
            return ["kinds", rule.minimum, *(char_class(group).python for group in rule.groups)]
        case Unique():
            return ["unique", rule.key]
        case Default() | Secret() | Deprecated() | Nullable():
            return []
        case _:
            assert_never(rule)


def _across(rule: BodyRule) -> list[Any]:
    match rule:
        case When():
            then = _test(rule.then) if rule.then is not None else []
            on_items = rule.then is not None and rule.then.target == "items"
            return ["when", rule.field, rule.effect, _condition(rule.condition), then, on_items]
        case EitherOr():
            return ["either", list(rule.fields), rule.minimum, rule.maximum]
        case SameAs():
            return ["compare", rule.field, rule.op, rule.other]
        case _:
            assert_never(rule)


def _condition(of: Condition) -> list[Any]:
    match of:
        case Is():
            return ["is", of.field, *of.values]
        case Present():
            return ["given", of.field]
        case Unknown():
            return ["unknown"]
        case Not():
            return ["not", _condition(of.of)]
        case AllOf():
            return ["all", *map(_condition, of.of)]
        case AnyOf():
            return ["any", *map(_condition, of.of)]
        case _:
            assert_never(of)
