"""One rule as a quick test (an expression that is true for values that keep it) and a full test.

Both speak of values that already have the JSON type the rule is about. The quick test may be
false for a value that keeps the rule, never true for one that breaks it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from gen import literals
from gen.exhaustive import assert_never
from gen.model import (
    CharSet,
    Charset,
    Choice,
    Count,
    Default,
    Deprecated,
    Form,
    FormName,
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
from gen.patterns import char_class, members, regex
from gen.phrases import RuleId, messages
from gen.views.constants import Constants
from gen.views.places import Place

JsonType = str
STRING, NUMBER, ARRAY, ANY = "string", "number", "array", "any"


@dataclass(frozen=True, slots=True)
class Guard:
    """``quick`` over a variable, ``tests`` to be called with it; for values of JSON type ``speaks_of``."""

    speaks_of: JsonType
    quick: str
    tests: tuple[str, ...]


def guards(rule: ValueRule, var: str, place: Place, constants: Constants) -> list[Guard]:
    """The guards of a rule over the variable ``var``; none where no value can break it."""
    match rule:
        case Choice():
            allowed, words = listed(rule, place, constants)
            return [Guard(ANY, f"among({var}, {allowed})", (f"one_of({words})",))]
        case Range():
            return _range(rule, var)
        case Length():
            return _sized(STRING, "length", rule.minimum, rule.maximum, var)
        case Count():
            return _sized(ARRAY, "count", rule.minimum, rule.maximum, var)
        case Charset(where="all" | "none"):
            made = f"Without({_intruders(rule)}, {message(rule, 'characters')})"
            name = constants.name(made, *place.words)
            return [Guard(STRING, f"not {name}.search({var})", (name,))]
        case Charset():
            return [_matching(rule, "characters", var, place, constants)]
        case Form():
            return [_formed(rule, var, place, constants)]
        case Pattern():
            return [_matching(rule, "pattern", var, place, constants)]
        case Interface():
            return [_matching(rule, "interface", var, place, constants)]
        case Variety():
            groups = [literals.regex(char_class(group).python) for group in rule.groups]
            words = ", ".join((repr(rule.minimum), message(rule, "variety"), *groups))
            name = constants.name(f"Kinds({words})", *place.words)
            return [Guard(STRING, f"{name}.holds({var})", (name,))]
        case Unique():
            key = literals.string(rule.key) if rule.key else ""
            quick = f"(len({var}) < 2 or distinct({var}{', ' if key else ''}{key}))"
            return [Guard(ARRAY, quick, (f"unique({key})",))]
        case Default() | Secret() | Deprecated() | Nullable():
            return []
        case _:
            assert_never(rule)


def message(rule: Rule, rule_id: RuleId) -> str:
    """The literal of what a broken rule is told as."""
    return literals.string(literals.one_line(messages(rule).get(rule_id, "is not allowed")))


def _matching(
    rule: Charset | Pattern | Interface,
    rule_id: RuleId,
    var: str,
    place: Place,
    constants: Constants,
) -> Guard:
    words = (_expression(rule), literals.string(rule_id), message(rule, rule_id))
    name = constants.name(f"Regex({', '.join(words)})", *place.words)
    return Guard(STRING, f"{name}.search({var})", (name,))


def _expression(rule: Charset | Pattern | Interface) -> str:
    """The expression's literal."""
    text = regex(rule).python
    return _around_letters(text) if isinstance(rule, Charset) else literals.regex(text)


def _intruders(rule: Charset) -> str:
    """The literal of an expression for one character that a value must not have anywhere."""
    forbidden = rule.where == "none"
    inside = members(rule.allowed, narrow=forbidden)
    return _around_letters(f"[{inside}]" if forbidden else f"[^{inside}]")


def _around_letters(text: str) -> str:
    """An expression's literal in pieces around ``LETTERS``, where it has those of every script."""
    return " + LETTERS + ".join(literals.regex(piece) for piece in text.split(letters()))


_FEW = 2


def listed(rule: Choice, place: Place, constants: Constants) -> tuple[str, str]:
    """The values of an enumeration as a tuple, and as arguments; more than a few get a constant."""
    words = [literals.value(value) for value in rule.values]
    arguments = ", ".join(words)
    if len(words) <= _FEW:
        return literals.tuple_of(words), arguments
    name = constants.name(literals.tuple_of(words), *place.words)
    return name, f"*{name}"


@lru_cache(maxsize=1)
def letters() -> str:
    """The inside of a character class for letters beyond ASCII: ``LETTERS`` of the runtime's ``formats``."""
    every = members(CharSet(classes=("any-letter",)))
    return every.removeprefix(members(CharSet(classes=("letter",))))


def form_name(name: FormName) -> str:
    """The constant of a form in the runtime's ``formats``: ``IPV4_CIDR``."""
    return name.upper().replace("-", "_")


def _formed(rule: Form, var: str, place: Place, constants: Constants) -> Guard:
    names = [form_name(name) for name in rule.forms]
    name = names[0]
    if len(names) > 1:
        made = f"either({message(rule, 'format')}, {', '.join(names)})"
        name = constants.name(made, *place.words)
    return Guard(STRING, f"{name}.search({var})", (name,))


def _sized(
    speaks_of: JsonType, test: str, low: int | None, high: int | None, var: str
) -> list[Guard]:
    if low and high is not None:
        quick = f"len({var}) == {low}" if low == high else f"{low} <= len({var}) <= {high}"
    elif high is not None:
        quick = f"len({var}) <= {high}"
    elif low:
        quick = f"len({var}) >= {low}"
    else:
        return []
    return [Guard(speaks_of, quick, (f"{test}({low or None!r}, {high!r})",))]


def _range(rule: Range, var: str) -> list[Guard]:
    low, high = rule.minimum, rule.maximum
    under = "<" if rule.exclusive_minimum else "<="
    over = "<" if rule.exclusive_maximum else "<="
    if low is not None and high is not None:
        quick = f"{low!r} {under} {var} {over} {high!r}"
    elif low is not None:
        quick = f"{var} {'>' if rule.exclusive_minimum else '>='} {low!r}"
    elif high is not None:
        quick = f"{var} {over} {high!r}"
    else:
        return []
    tests = []
    if low is not None and rule.exclusive_minimum:
        tests.append(f"above({low!r})")
        low = None
    if high is not None and rule.exclusive_maximum:
        tests.append(f"below({high!r})")
        high = None
    if low is not None or high is not None:
        tests.append(f"between({low!r}, {high!r})")
    return [Guard(NUMBER, quick, tuple(tests))]


def type_test(speaks_of: JsonType, var: str) -> str:
    """An expression that is true for values a guard speaks of, '' for all of them."""
    return {
        STRING: f"isinstance({var}, str)",
        NUMBER: f"numeric({var})",
        ARRAY: f"isinstance({var}, list)",
        ANY: "",
    }[speaks_of]


def broken(guard: Guard, var: str) -> str:
    """An expression that is true where a value of any type may break the guard."""
    test = type_test(guard.speaks_of, var)
    quick = guard.quick
    fails = quick.removeprefix("not ") if quick.startswith("not ") else f"not {_operand(quick)}"
    return f"{test} and {fails}" if test else fails


def _operand(quick: str) -> str:
    return f"({quick})" if " " in quick and not quick.endswith(")") else quick


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
