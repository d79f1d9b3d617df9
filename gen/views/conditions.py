"""Rules across the fields of one body. Conditions are three-valued: see DESIGN §2.2."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gen import literals
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
from gen.views.code import Code
from gen.views.constants import Constants
from gen.views.guards import broken, guards, message
from gen.views.places import Place

NEVER = "False"
ALWAYS = "True"


class Siblings:
    """Expressions over the fields of ``value``, the object on the wire."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._defaults: dict[str, Json] = {}
        for field in fields:
            for rule in field.rules:
                if isinstance(rule, Default):
                    self._defaults[field.wire] = rule.value

    def holds(self, of: Condition) -> str:
        """True where the condition certainly holds; ``False`` where it never can be told."""
        match of:
            case Is():
                return self._is(of, negated=False)
            case Present():
                return f"{literals.string(of.field)} in value"
            case Unknown():
                return NEVER
            case Not():
                return self.fails(of.of)
            case AllOf():
                return _joined("and", [self.holds(part) for part in of.of])
            case AnyOf():
                return _joined("or", [self.holds(part) for part in of.of])
            case _:
                assert_never(of)

    def fails(self, of: Condition) -> str:
        """True where the condition certainly does not hold."""
        match of:
            case Is():
                return self._is(of, negated=True)
            case Present():
                return f"{literals.string(of.field)} not in value"
            case Unknown():
                return NEVER
            case Not():
                return self.holds(of.of)
            case AllOf():
                return _joined("or", [self.fails(part) for part in of.of])
            case AnyOf():
                return _joined("and", [self.fails(part) for part in of.of])
            case _:
                assert_never(of)

    def _is(self, of: Is, *, negated: bool) -> str:
        name = literals.string(of.field)
        if of.field in self._defaults:
            current = f"value.get({name}, {literals.value(self._defaults[of.field])})"
            given = ""
        else:
            # An absent field without a documented default is unknown, whichever way it is asked.
            current = f"value[{name}]"
            given = f"{name} in value and "
        allowed = literals.tuple_of(literals.value(value) for value in of.values)
        if any(not isinstance(value, str) for value in of.values):
            test = f"among({current}, {allowed})"
            return f"{given}{'not ' if negated else ''}{test}"
        if len(of.values) == 1:
            test = f"{current} {'!=' if negated else '=='} {literals.value(of.values[0])}"
        else:
            test = f"{current} {'not in' if negated else 'in'} {allowed}"
        return f"{given}{test}"


def _joined(word: str, parts: list[str]) -> str:
    """``and``/``or`` of expressions, with what is settled taken out."""
    settled, neutral = (NEVER, ALWAYS) if word == "and" else (ALWAYS, NEVER)
    if settled in parts:
        return settled
    open_parts = [part for part in parts if part != neutral]
    if not open_parts:
        return neutral
    if len(open_parts) == 1:
        return open_parts[0]
    return f" {word} ".join(f"({part})" for part in open_parts)


def _both(left: str, right: str) -> str:
    return _joined("and", [left, right])


@dataclass(frozen=True, slots=True)
class Scope:
    """The fields that rules speak of, and how they are reported: the owner's expression and word."""

    fields: tuple[Field, ...]
    owner: str
    word: str

    def place(self, wire: str) -> Place:
        """A field of the scope."""
        names = {field.wire: field.attribute for field in self.fields}
        return Place(self.owner, wire, (self.word, names.get(wire, wire)))


def body_rules(rules: Iterable[BodyRule], scope: Scope, constants: Constants) -> Code:
    """The hard rules across fields, over ``value``, ``path`` and ``out``."""
    code = Code()
    siblings = Siblings(scope.fields)
    for rule in rules:
        if rule.certainty == "hard":
            _body_rule(code, rule, siblings, scope, constants)
    return code


def _body_rule(
    code: Code,
    rule: BodyRule,
    siblings: Siblings,
    scope: Scope,
    constants: Constants,
) -> None:
    match rule:
        case When():
            _when(code, rule, siblings, scope.place(rule.field), constants)
        case EitherOr():
            count = " + ".join(f"({literals.string(name)} in value)" for name in rule.fields)
            if rule.minimum and rule.maximum is not None:
                condition = f"not {rule.minimum} <= {count} <= {rule.maximum}"
            elif rule.maximum is not None:
                condition = f"{count} > {rule.maximum}"
            else:
                condition = f"{count} < {rule.minimum}"
            whole = Place(scope.owner, "", (scope.word, "either"))
            with code.block(f"if {condition}:"):
                code.line(whole.fail('"either"', message(rule, "either")))
        case SameAs():
            left, right = literals.string(rule.field), literals.string(rule.other)
            call = f"compares(value[{left}], {literals.string(rule.op)}, value[{right}])"
            if rule.op == "same-network":
                call = f"same_network(value[{left}], value[{right}])"
            condition = f"{left} in value and {right} in value and not {call}"
            place = scope.place(rule.field)
            with code.block(f"if {condition}:"):
                code.line(place.fail('"compare"', message(rule, "compare")))
        case _:
            assert_never(rule)


def _when(code: Code, rule: When, siblings: Siblings, place: Place, constants: Constants) -> None:
    condition = siblings.holds(rule.condition)
    if condition == NEVER:
        return
    name = literals.string(rule.field)
    report = place.fail('"when"', message(rule, "when"))
    match rule.effect:
        case "required":
            test = _both(f"{name} not in value", condition)
        case "forbidden":
            test = _both(f"{name} in value", condition)
        case "rule":
            _then(code, rule, condition, place, report, constants)
            return
        case _:
            assert_never(rule.effect)
    with code.block(f"if {test}:"):
        code.line(report)


def _then(
    code: Code, rule: When, condition: str, place: Place, report: str, constants: Constants
) -> None:
    """A rule of values that applies under a condition."""
    if rule.then is None:
        return
    name = literals.string(rule.field)
    if rule.then.target == "items":
        found = guards(rule.then, "item", place, constants)
        if not found:
            return
        head = f"if {_both(f'isinstance(value.get({name}), list)', condition)}:"
        loop = f"for i, item in enumerate(value[{name}]):"
        below = place.below("i", of_list=True).fail('"when"', message(rule, "when"))
        with code.block(head), code.block(loop):
            for guard in found:
                code.fork(f"if {broken(guard, 'item')}:", below)
        return
    found = guards(rule.then, f"value[{name}]", place, constants)
    for guard in found:
        test = _joined("and", [f"{name} in value", condition, broken(guard, f"value[{name}]")])
        with code.block(f"if {test}:"):
            code.line(report)
