"""One rule as one ``if``: the condition under which a value breaks it, and the call that reports it.

A guard is an expression over a variable that already has the JSON type the rule speaks of.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gen import literals
from gen.exhaustive import assert_never
from gen.model import (
    Charset,
    Choice,
    Count,
    Default,
    Deprecated,
    Form,
    Interface,
    Length,
    Nullable,
    Pattern,
    Range,
    Rule,
    ScalarKind,
    Secret,
    Unique,
    ValueRule,
    Variety,
)
from gen.patterns import char_class, regex
from gen.phrases import RuleId, messages
from gen.views.places import Place
from gen.views.regexes import Regexes

JsonType = str
STRING, NUMBER, ARRAY, ANY = "string", "number", "array", "any"


@dataclass(frozen=True, slots=True)
class Guard:
    """``if condition: report``, for values of JSON type ``speaks_of``."""

    speaks_of: JsonType
    condition: str
    report: str


def guards(rule: ValueRule, var: str, place: Place, regexes: Regexes) -> list[Guard]:
    """The guards of a rule over the variable ``var``; none where no value can break it."""
    match rule:
        case Choice():
            allowed = literals.tuple_of(literals.value(value) for value in rule.values)
            report = place.call("fail", '"enum"', message(rule, "enum"))
            return [Guard(ANY, f"not among({var}, {allowed})", report)]
        case Range():
            return _range(rule, var, place)
        case Length():
            return _bounds(STRING, "bad_length", rule.minimum, rule.maximum, var, place)
        case Count():
            return _bounds(ARRAY, "bad_count", rule.minimum, rule.maximum, var, place)
        case Charset():
            return [_matching(rule, "characters", var, place, regexes)]
        case Form():
            return [_matching(rule, "format", var, place, regexes)]
        case Pattern():
            return [_matching(rule, "pattern", var, place, regexes)]
        case Interface():
            return [_matching(rule, "interface", var, place, regexes)]
        case Variety():
            names = [
                regexes.name(char_class(group), place.words[0], f"{place.words[1]}_kind_{number}")
                for number, group in enumerate(rule.groups, start=1)
            ]
            report = place.call("fail", '"variety"', message(rule, "variety"))
            return [Guard(STRING, f"kinds({', '.join((var, *names))}) < {rule.minimum}", report)]
        case Unique():
            key = f", {literals.string(rule.key)}" if rule.key else ""
            report = place.call("fail", '"unique"', message(rule, "unique"))
            return [Guard(ARRAY, f"not distinct({var}{key})", report)]
        case Default() | Secret() | Deprecated() | Nullable():
            return []
        case _:
            assert_never(rule)


def message(rule: Rule, rule_id: RuleId) -> str:
    """The literal of what a broken rule is told as."""
    return literals.string(literals.one_line(messages(rule).get(rule_id, "is not allowed")))


def _matching(
    rule: Charset | Form | Pattern | Interface, rule_id: RuleId, var: str, place: Place, regexes: Regexes
) -> Guard:
    said = (literals.string(rule_id), message(rule, rule_id))
    name = regexes.name(regex(rule), *place.words, *said)
    return Guard(STRING, f"not {name}.search({var})", place.call("no_match", name))


def _bounds(
    speaks_of: JsonType, function: str, low: int | None, high: int | None, var: str, place: Place
) -> list[Guard]:
    low = low or None
    if low is not None and high is not None:
        condition = f"len({var}) != {low}" if low == high else f"not {low} <= len({var}) <= {high}"
    elif low is not None:
        condition = f"len({var}) < {low}"
    elif high is not None:
        condition = f"len({var}) > {high}"
    else:
        return []
    return [Guard(speaks_of, condition, place.call(function, var, repr(low), repr(high)))]


def _range(rule: Range, var: str, place: Place) -> list[Guard]:
    low, high = rule.minimum, rule.maximum
    if not (rule.exclusive_minimum or rule.exclusive_maximum):
        if low is not None and high is not None:
            condition = f"not {low!r} <= {var} <= {high!r}"
        elif low is not None:
            condition = f"{var} < {low!r}"
        elif high is not None:
            condition = f"{var} > {high!r}"
        else:
            return []
        return [Guard(NUMBER, condition, place.call("bad_range", var, repr(low), repr(high)))]
    found = []
    if low is not None:
        sign = "<=" if rule.exclusive_minimum else "<"
        report = place.call("fail", '"minimum"', message(rule, "minimum"))
        found.append(Guard(NUMBER, f"{var} {sign} {low!r}", report))
    if high is not None:
        sign = ">=" if rule.exclusive_maximum else ">"
        report = place.call("fail", '"maximum"', message(rule, "maximum"))
        found.append(Guard(NUMBER, f"{var} {sign} {high!r}", report))
    return found


def type_test(speaks_of: JsonType, var: str) -> str:
    """An expression that is true for values a guard speaks of, '' for all of them."""
    return {
        STRING: f"isinstance({var}, str)",
        NUMBER: f"numeric({var})",
        ARRAY: f"isinstance({var}, list)",
        ANY: "",
    }[speaks_of]


def guarded(guard: Guard, var: str) -> str:
    """The guard's condition for a variable of unknown type."""
    test = type_test(guard.speaks_of, var)
    return f"{test} and {guard.condition}" if test else guard.condition


def hard(rules: Iterable[ValueRule]) -> list[ValueRule]:
    """The rules of the value itself that are enforced."""
    return [rule for rule in rules if rule.certainty == "hard" and rule.target == "value"]


def speaks_of_kind(kind: ScalarKind) -> JsonType:
    """The JSON type by which guards apply to a scalar."""
    match kind:
        case "string":
            return STRING
        case "integer" | "number":
            return NUMBER
        case "any":
            return ANY
        case "boolean" | "file":
            return "boolean"
        case _:
            assert_never(kind)
