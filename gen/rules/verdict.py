"""Whether a value keeps a rule: the generator's own judge, for examples and defaults.

Numbers and booleans in quotes are taken as what they spell, for examples quote them freely.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from gen.model import (
    AllOf,
    AnyOf,
    BodyRule,
    Charset,
    Choice,
    Condition,
    Count,
    EitherOr,
    Field,
    Form,
    Interface,
    Is,
    Json,
    Length,
    Not,
    Pattern,
    Present,
    Range,
    SameAs,
    Unique,
    Unknown,
    ValueRule,
    Variety,
)
from gen.patterns import char_class, regex


def keeps(rule: ValueRule, value: Json) -> bool:
    """Whether ``value`` (of the field; of each item where the rule is about items) keeps the rule."""
    if value is None:
        return True
    if rule.target == "items":
        return (
            all(_keeps(rule, item) for item in value if item is not None)
            if isinstance(value, list)
            else True
        )
    return _keeps(rule, value)


def _keeps(rule: ValueRule, value: Json) -> bool:
    match rule:
        case Choice(values=values):
            return any(_same(value, other) for other in values)
        case Range():
            return _in_range(rule, value)
        case Length(minimum=low, maximum=high):
            if not isinstance(value, str):
                return True
            return (low is None or len(value) >= low) and (high is None or len(value) <= high)
        case Count(minimum=low, maximum=high):
            if not isinstance(value, list):
                return True
            return (low is None or len(value) >= low) and (high is None or len(value) <= high)
        case Charset() | Form() | Pattern() | Interface():
            return not isinstance(value, str) or re.search(regex(rule).python, value) is not None
        case Variety(minimum=least, groups=groups):
            if not isinstance(value, str):
                return True
            return (
                sum(bool(re.search(char_class(group).python, value)) for group in groups) >= least
            )
        case Unique(key=key):
            return _unique(value, key)
        case _:
            return True


def _unique(value: Json, key: str) -> bool:
    if not isinstance(value, list):
        return True
    found = [item.get(key) if isinstance(item, dict) else None for item in value] if key else value
    given = [repr(item) for item in found if item is not None]
    return len(given) == len(set(given))


def _same(value: Json, other: Json) -> bool:
    if isinstance(value, bool) or isinstance(other, bool):
        return value is other or str(value).lower() == str(other).lower()
    return bool(value == other) or str(value) == str(other)


def as_number(value: Json) -> float | None:
    """A number, or one in quotes; None for everything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d+(?:\.\d+)?", value):
        return float(value)
    return None


def _in_range(rule: Range, value: Json) -> bool:
    size = as_number(value)
    if size is None:
        return True
    low, high = rule.minimum, rule.maximum
    above = low is None or (size > low if rule.exclusive_minimum else size >= low)
    below = high is None or (size < high if rule.exclusive_maximum else size <= high)
    return above and below


def holds(
    condition: Condition,
    body: Mapping[str, Json],
    fields: Mapping[str, Field],
    defaults: Mapping[str, Json],
) -> bool | None:
    """The condition's truth for a body; None where the body cannot tell."""
    match condition:
        case Unknown():
            return None
        case Is(field=name, values=values):
            if name not in body and name not in defaults:
                return None if name not in fields else False
            return any(_same(body.get(name, defaults.get(name)), other) for other in values)
        case Present(field=name):
            return name in body
        case Not(of=inner):
            inside = holds(inner, body, fields, defaults)
            return None if inside is None else not inside
        case AllOf(of=parts):
            found = [holds(part, body, fields, defaults) for part in parts]
            return False if False in found else None if None in found else True
        case AnyOf(of=parts):
            found = [holds(part, body, fields, defaults) for part in parts]
            return True if True in found else None if None in found else False


def body_keeps(
    rule: BodyRule,
    body: Mapping[str, Json],
    fields: Mapping[str, Field],
    defaults: Mapping[str, Json],
) -> bool:
    """Whether an object keeps a rule about its fields; what cannot be told counts as kept."""
    if isinstance(rule, EitherOr):
        given = sum(name in body for name in rule.fields)
        return given >= rule.minimum and (rule.maximum is None or given <= rule.maximum)
    if isinstance(rule, SameAs):
        return _compared(rule, body)
    if holds(rule.condition, body, fields, defaults) is not True:
        return True
    if rule.effect == "required":
        return rule.field in body
    if rule.effect == "forbidden":
        return rule.field not in body
    return rule.then is None or rule.field not in body or keeps(rule.then, body[rule.field])


def _compared(rule: SameAs, body: Mapping[str, Json]) -> bool:
    mine, other = body.get(rule.field), body.get(rule.other)
    if mine is None or other is None or rule.op == "same-network":
        return True
    if rule.op == "==":
        return _same(mine, other)
    if rule.op == "!=":
        return not _same(mine, other)
    left, right = as_number(mine), as_number(other)
    if left is None or right is None:
        return True
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[rule.op]
