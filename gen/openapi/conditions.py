"""Rules across the fields of one body → ``if``/``then``, ``dependentRequired``, ``required``.

Conditions are three-valued (DESIGN §2.2): a schema says when one *certainly* holds. A
field that is absent counts as its documented default; without one it is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations

from gen.exhaustive import assert_never
from gen.model import (
    AllOf,
    AnyOf,
    BodyRule,
    Condition,
    Default,
    EitherOr,
    Field,
    Is,
    Json,
    Not,
    Present,
    SameAs,
    Unknown,
    When,
)
from gen.openapi.keywords import JsonObject, keywords

Marks = Mapping[str, JsonObject]
NEVER: JsonObject = {"not": {}}


def body_keywords(rule: BodyRule, fields: Iterable[Field], marks: Marks) -> JsonObject | None:
    """The keywords of a hard rule, None where JSON Schema has none. ``marks`` go on every property named."""
    match rule:
        case When():
            return _when(rule, tuple(fields), marks)
        case EitherOr():
            return _either(rule)
        case SameAs():
            return None
        case _:
            assert_never(rule)


def _when(rule: When, fields: tuple[Field, ...], marks: Marks) -> JsonObject | None:
    then = _effect(rule, marks)
    if then is None:
        return None
    if rule.effect == "required" and isinstance(rule.condition, Present):
        return {"dependentRequired": {rule.condition.field: [rule.field]}}
    test = _Tests(fields, marks).holds(rule.condition)
    return {} if test == NEVER else {"if": test, "then": then}


def _effect(rule: When, marks: Marks) -> JsonObject | None:
    match rule.effect:
        case "required":
            return {"required": [rule.field]}
        case "forbidden":
            return {"not": {"required": [rule.field]}}
        case "rule":
            if rule.then is None:
                return {}
            own = keywords(replace(rule.then, target="value"))
            if own is None:
                return None
            inner = {"items": own} if rule.then.target == "items" else own
            return {"properties": {rule.field: {**inner, **marks.get(rule.field, {})}}}
        case _:
            assert_never(rule.effect)


class _Tests:
    def __init__(self, fields: Iterable[Field], marks: Marks) -> None:
        self.marks = marks
        self.defaults: dict[str, Json] = {}
        for field in fields:
            for rule in field.rules:
                if isinstance(rule, Default):
                    self.defaults[field.wire] = rule.value

    def holds(self, of: Condition) -> JsonObject:
        """A schema of the bodies in which the condition certainly holds."""
        match of:
            case Is():
                return self._is(of, {"enum": list(of.values)}, inside=True)
            case Present():
                return {"required": [of.field]}
            case Unknown():
                return NEVER
            case Not():
                return self.fails(of.of)
            case AllOf():
                return _all([self.holds(part) for part in of.of])
            case AnyOf():
                return _any([self.holds(part) for part in of.of])
            case _:
                assert_never(of)

    def fails(self, of: Condition) -> JsonObject:
        """A schema of the bodies in which it certainly does not hold."""
        match of:
            case Is():
                return self._is(of, {"not": {"enum": list(of.values)}}, inside=False)
            case Present():
                return {"not": {"required": [of.field]}}
            case Unknown():
                return NEVER
            case Not():
                return self.holds(of.of)
            case AllOf():
                return _any([self.fails(part) for part in of.of])
            case AnyOf():
                return _all([self.fails(part) for part in of.of])
            case _:
                assert_never(of)

    def _is(self, of: Is, test: JsonObject, *, inside: bool) -> JsonObject:
        found: JsonObject = {
            "properties": {of.field: {**test, **self.marks.get(of.field, {})}},
        }
        known = of.field in self.defaults
        if not known or (self.defaults[of.field] in of.values) != inside:
            found["required"] = [of.field]
        return found


def _all(parts: list[JsonObject]) -> JsonObject:
    if NEVER in parts:
        return NEVER
    return parts[0] if len(parts) == 1 else {"allOf": parts}


def _any(parts: list[JsonObject]) -> JsonObject:
    open_parts = [part for part in parts if part != NEVER]
    if not open_parts:
        return NEVER
    return open_parts[0] if len(open_parts) == 1 else {"anyOf": open_parts}


def _either(rule: EitherOr) -> JsonObject:
    """At least so many of the fields, and no group of more than so many."""
    given = [{"required": [name]} for name in rule.fields]
    if rule.minimum == rule.maximum == 1:
        return {"oneOf": given}
    parts: list[JsonObject] = []
    if rule.minimum == 1:
        parts.append({"anyOf": given})
    elif rule.minimum > 1:
        some = combinations(rule.fields, rule.minimum)
        parts.append({"anyOf": [{"required": list(names)} for names in some]})
    if rule.maximum is not None:
        many = [{"required": list(names)} for names in combinations(rule.fields, rule.maximum + 1)]
        parts.append({"not": many[0] if len(many) == 1 else {"anyOf": many}} if many else {})
    return parts[0] if len(parts) == 1 else {"allOf": parts}
