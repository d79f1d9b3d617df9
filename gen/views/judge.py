"""The generator's own reading of the hard rules of a request: which ones a wire value breaks, and where.

Written apart from the emitted checks, so that each can be held against the other.
"""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

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
    Json,
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
    Type,
    Unique,
    Unknown,
    ValueRule,
    Variety,
    When,
)
from gen.patterns import char_class, regex
from gen.phrases import RuleId
from gen.views.types import Schemas, as_item_rule, is_kind, nullable

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


@dataclass(frozen=True, slots=True)
class Fault:
    """One broken rule; ``path`` is a JSONPath."""

    path: str
    rule: RuleId


def step(name: str | int) -> str:
    """A step of a JSONPath."""
    if isinstance(name, int):
        return f"[{name}]"
    if _PLAIN.match(name):
        return f".{name}"
    escaped = json.dumps(name)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"['{escaped}']"


def faults(
    value: Json, type_: Type, rules: tuple[ValueRule, ...], schemas: Schemas, path: str = "$"
) -> Iterator[Fault]:
    """Everything the value breaks, in no particular order."""
    own = [rule for rule in rules if rule.certainty == "hard" and rule.target == "value"]
    if not _has_type(value, type_):
        yield Fault(path, "null" if value is None else "type")
        return
    for rule in own:
        for broken in breaks(rule, value):
            yield Fault(path, broken)
    match type_:
        case Scalar() | Free():
            return
        case Array(items):
            inner = tuple(one for rule in rules if (one := as_item_rule(rule)) is not None)
            for index, item in enumerate(value):
                yield from faults(item, items, inner, schemas, path + step(index))
        case Map(values):
            inner = tuple(one for rule in rules if (one := as_item_rule(rule)) is not None)
            for name, item in value.items():
                yield from faults(item, values, inner, schemas, path + step(name))
        case Ref():
            yield from object_faults(value, schemas[type_.schema], schemas, path)
        case _:
            assert_never(type_)


def object_faults(
    value: Mapping[str, Json], schema: Schema, schemas: Schemas, path: str = "$"
) -> Iterator[Fault]:
    """Everything an object of a schema breaks."""
    for field in schema.fields:
        where = path + step(field.wire)
        if field.wire not in value:
            if field.required:
                yield Fault(where, "required")
        elif not (value[field.wire] is None and nullable(field)):
            yield from faults(value[field.wire], field.type, field.rules, schemas, where)
    if schema.additional is not None:
        known = {field.wire for field in schema.fields}
        extra = schema.additional
        for name in value.keys() - known:
            yield from faults(value[name], extra.type, extra.rules, schemas, path + step(name))
    for rule in schema.rules:
        if rule.certainty == "hard":
            yield from body_faults(rule, value, schema.fields, path)


def _has_type(value: Json, type_: Type) -> bool:
    match type_:
        case Scalar("integer"):
            return is_kind("integer", value) or (isinstance(value, float) and value.is_integer())
        case Scalar("file"):
            return True
        case Scalar(kind):
            return is_kind(kind, value)
        case Array():
            return isinstance(value, list)
        case Map() | Ref() | Free():
            return isinstance(value, dict)
        case _:
            assert_never(type_)


def breaks(rule: ValueRule, value: Json) -> list[RuleId]:
    """The ids under which a value breaks a rule of the value itself; a value of another type breaks none."""
    match rule:
        case Choice():
            return [] if any(_same(value, one) for one in rule.values) else ["enum"]
        case Range():
            return _range(rule, value) if is_kind("number", value) else []
        case Length():
            return (
                _bounds(rule.minimum, rule.maximum, len(value), "minLength", "maxLength")
                if isinstance(value, str)
                else []
            )
        case Count():
            return (
                _bounds(rule.minimum, rule.maximum, len(value), "minItems", "maxItems")
                if isinstance(value, list)
                else []
            )
        case Charset():
            return _unless(_matches(rule, value), "characters")
        case Form():
            return _unless(_matches(rule, value), "format")
        case Pattern():
            return _unless(_matches(rule, value), "pattern")
        case Interface():
            return _unless(_matches(rule, value), "interface")
        case Variety():
            if not isinstance(value, str):
                return []
            found = sum(bool(re.search(char_class(group).python, value)) for group in rule.groups)
            return _unless(found >= rule.minimum, "variety")
        case Unique():
            return _unless(_distinct(value, rule.key), "unique") if isinstance(value, list) else []
        case Default() | Secret() | Deprecated() | Nullable():
            return []
        case _:
            assert_never(rule)


def _unless(kept: bool, broken: RuleId) -> list[RuleId]:
    return [] if kept else [broken]


def _matches(rule: Charset | Form | Pattern | Interface, value: Json) -> bool:
    return not isinstance(value, str) or _compiled(rule).search(value) is not None


@lru_cache(maxsize=4096)
def _compiled(rule: Charset | Form | Pattern | Interface) -> re.Pattern[str]:
    return re.compile(regex(rule).python)


def _bounds(
    low: int | None, high: int | None, size: int, under: RuleId, over: RuleId
) -> list[RuleId]:
    if low is not None and size < low:
        return [under]
    return [over] if high is not None and size > high else []


def _range(rule: Range, value: float) -> list[RuleId]:
    found: list[RuleId] = []
    low, high = rule.minimum, rule.maximum
    if low is not None and (value <= low if rule.exclusive_minimum else value < low):
        found.append("minimum")
    if high is not None and (value >= high if rule.exclusive_maximum else value > high):
        found.append("maximum")
    return found


def _same(left: Json, right: Json) -> bool:
    return bool(left == right) and isinstance(left, bool) == isinstance(right, bool)


def _distinct(items: list[Json], key: str) -> bool:
    if key:
        items = [item[key] for item in items if isinstance(item, dict) and key in item]
    return not any(_same(one, other) for at, one in enumerate(items) for other in items[:at])


def body_faults(
    rule: BodyRule, value: Mapping[str, Json], fields: tuple[Field, ...], path: str
) -> Iterator[Fault]:
    """What an object breaks of a rule across its fields."""
    match rule:
        case When():
            if certain(rule.condition, value, fields) is not True:
                return
            where = path + step(rule.field)
            given = rule.field in value
            if (rule.effect == "required" and not given) or (rule.effect == "forbidden" and given):
                yield Fault(where, "when")
            elif rule.effect == "rule" and given and rule.then is not None:
                held = value[rule.field]
                if rule.then.target == "value":
                    if breaks(rule.then, held):
                        yield Fault(where, "when")
                elif isinstance(held, list):
                    for index, item in enumerate(held):
                        if breaks(rule.then, item):
                            yield Fault(where + step(index), "when")
        case EitherOr():
            count = sum(name in value for name in rule.fields)
            if count < rule.minimum or (rule.maximum is not None and count > rule.maximum):
                yield Fault(path, "either")
        case SameAs():
            both = rule.field in value and rule.other in value
            if both and not _stands(value[rule.field], rule.op, value[rule.other]):
                yield Fault(path + step(rule.field), "compare")
        case _:
            assert_never(rule)


def certain(of: Condition, value: Mapping[str, Json], fields: tuple[Field, ...]) -> bool | None:
    """Whether a condition holds; None where the body cannot tell."""
    match of:
        case Is():
            if of.field in value:
                return any(_same(value[of.field], one) for one in of.values)
            for field in fields:
                for rule in field.rules:
                    if field.wire == of.field and isinstance(rule, Default):
                        return any(_same(rule.value, one) for one in of.values)
            return None
        case Present():
            return of.field in value
        case Unknown():
            return None
        case Not():
            inner = certain(of.of, value, fields)
            return None if inner is None else not inner
        case AllOf():
            found = [certain(part, value, fields) for part in of.of]
            return False if False in found else None if None in found else True
        case AnyOf():
            found = [certain(part, value, fields) for part in of.of]
            return True if True in found else None if None in found else False
        case _:
            assert_never(of)


def _stands(left: Json, op: str, right: Json) -> bool:
    if op == "same-network":
        one, other = _network(left), _network(right)
        return one is None or other is None or one == other
    if isinstance(left, str) and isinstance(right, str) and op in ("==", "!="):
        return (left == right) == (op == "==")
    if not (is_kind("number", left) and is_kind("number", right)):
        return True
    orders: dict[str, bool] = {
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
        "==": left == right,
        "!=": left != right,
    }
    return orders[op]


def _network(value: Json) -> str | None:
    if not isinstance(value, str) or "/" not in value:
        return None
    try:
        return str(ipaddress.IPv4Interface(value).network)
    except ValueError:
        return None
