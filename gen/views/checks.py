"""Request schemas as straight-line checks over the wire value: hard rules only (DESIGN §2.2).

Every value gets one quick test; what does not pass it is handed to the runtime, which says
what is wrong with it, if anything is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gen import literals
from gen.exhaustive import assert_never
from gen.model import (
    Array,
    BodyRule,
    Choice,
    Field,
    Free,
    Map,
    Ref,
    Scalar,
    ScalarKind,
    Schema,
    Type,
    ValueRule,
)
from gen.views.code import Code
from gen.views.conditions import Scope, body_rules
from gen.views.constants import Constants
from gen.views.guards import Guard, broken, guards, hard, listed, speaks_of_kind
from gen.views.places import Place
from gen.views.types import Schemas, as_item_rule, class_name, hard_choice, is_kind, nullable

_TESTS: dict[ScalarKind, str] = {
    "string": "STRING",
    "integer": "INTEGER",
    "number": "NUMBER",
    "boolean": "BOOLEAN",
}
Rules = tuple[ValueRule, ...]


def schema_check(schema: Schema, schemas: Schemas, constants: Constants) -> tuple[str, ...]:
    """The body of ``_check(value, path, out)`` of a request class; ``value`` is a dict."""
    writer = Checks(schemas, constants)
    code = Code()
    # Short, for it stands in every report.
    code.line(f"cls = {schema.name}")
    for field in schema.fields:
        place = Place("cls", field.wire, (schema.name, field.attribute))
        code.add(writer.member(field, place, required=field.required))
    if schema.additional is not None:
        code.add(_additional(writer, schema, schema.additional))
    code.add(body_rules(schema.rules, Scope(schema.fields, "cls", schema.name), constants))
    return code.lines if len(code) > 1 else ()


def root_check(
    type_: Type, item: Field | None, owner: str, schemas: Schemas, constants: Constants
) -> tuple[str, ...]:
    """The body of ``check(value, path, out)`` for a body that is no object of a class (a root array)."""
    place = Place(literals.string(owner), "", (owner, "body"))
    rules = item.rules if item is not None else ()
    return Checks(schemas, constants).value("value", type_, rules, place).lines


def parameters_check(
    fields: Sequence[tuple[str, Field]],
    rules: Iterable[BodyRule],
    owner: str,
    schemas: Schemas,
    constants: Constants,
) -> tuple[str, ...]:
    """The body of ``check(value, path, out)`` over parameters by key. Absent ones are the core's business."""
    writer = Checks(schemas, constants)
    code = Code()
    for key, field in fields:
        # Everything becomes text in a path or a query: that a value is no string yet harms nothing.
        if field.type == Scalar("string") and not hard(field.rules):
            continue
        place = Place(literals.string(owner), key, (owner, field.attribute))
        code.add(writer.member(field, place, required=False))
    scope = Scope(tuple(field for _, field in fields), literals.string(owner), owner)
    code.add(body_rules(rules, scope, constants))
    return code.lines


def _additional(writer: Checks, schema: Schema, field: Field) -> Code:
    code = Code()
    place = Place("cls", "", (schema.name, "additional")).below("key", of_list=False)
    inner = writer.value("v", field.type, field.rules, place)
    if len(inner):
        with code.block("for key, v in value.items():"):
            if schema.fields:
                known = literals.tuple_of(literals.string(one.wire) for one in schema.fields)
                with code.block(f"if key not in {known}:"):
                    code.add(inner)
            else:
                code.add(inner)
    return code


class Checks:
    """Checks of values, by type. Each method gives its own piece of code."""

    def __init__(self, schemas: Schemas, constants: Constants) -> None:
        self._schemas = schemas
        self._constants = constants

    def member(self, field: Field, place: Place, *, required: bool) -> Code:
        """A key of the dict ``value``: whether it is there, and what it holds."""
        code, name = Code(), place.name
        # No test lets None pass unless null may be sent, so one look-up tells that a field is
        # right. Type checkers know less than ``type(v) is int`` says, and numbers go the long way.
        numbers = field.type in (Scalar("integer"), Scalar("number"))
        at_once = required and not nullable(field) and not numbers
        held = f"value.get({name})" if at_once else f"value[{name}]"
        single = self._single(f"v := {held}", "v", field.type, field.rules, place)
        if single is not None:
            quick, tests = single
            if at_once:
                alone = self._single(held, held, field.type, field.rules, place)
                if alone is not None and alone[0].count(held) == 1:
                    quick = alone[0]
                code.fork(f"if {quick}:", place.absent_or_wrong(*tests))
                return code
            if required:
                code.fork(f"if {name} not in value:", place.missing())
            if nullable(field):
                quick = f"{held} is not None and {quick}"
            head = f"elif {quick}:" if required else f"if {name} in value and {quick}:"
            code.fork(head, place.report("v", *tests))
            return code
        held = f"value[{name}]"
        if required:
            code.fork(f"if {name} not in value:", place.missing())
        inner = self.value("v", field.type, field.rules, place)
        if not len(inner):
            return code
        if nullable(field):
            head = f"(v := value.get({name})) is not None"
            with code.block(f"elif {head}:" if required else f"if {head}:"):
                code.add(inner)
        else:
            with code.block("else:" if required else f"if {name} in value:"):
                code.line(f"v = {held}")
                code.add(inner)
        return code

    def _single(
        self, first: str, var: str, type_: Type, rules: Rules, place: Place
    ) -> tuple[str, tuple[str, ...]] | None:
        """(what is true of a wrong value, full tests) where one test is all there is.

        ``first`` is the variable on its first use.
        """
        match type_:
            case Scalar(kind="any" | "file"):
                return None
            case Scalar(kind):
                return self._scalar(first, var, kind, rules, place)
            case Free():
                return f"not isinstance({first}, dict)", ("OBJECT",)
            case Array() | Map() | Ref():
                return None
            case _:
                assert_never(type_)

    def _scalar(
        self, first: str, var: str, kind: ScalarKind, rules: Rules, place: Place
    ) -> tuple[str, tuple[str, ...]]:
        choice = hard_choice(rules)
        if choice is not None and not all(is_kind(kind, value) for value in choice.values):
            choice = None
        found = self._guards(kind, rules, var, place, without_choice=choice is not None)
        tests = [_TESTS[kind]]
        quick = [_type_holds(kind, first)]
        if choice is not None and kind != "boolean":
            allowed, words = listed(choice, place, self._constants)
            tests.append(f"one_of({words})")
            # A string is never equal to what is no string, so that the one test says it all.
            if kind == "string":
                name = var if first == var else f"({first})"
                if not found:
                    return f"{name} not in {allowed}", tuple(tests)
                quick = [f"{name} in {allowed}"]
            else:
                quick.append(f"{var} in {allowed}")
        quick += [guard.quick for guard in found]
        tests += [test for guard in found for test in guard.tests]
        return negated(quick), tuple(tests)

    def _guards(
        self, kind: ScalarKind, rules: Rules, var: str, place: Place, *, without_choice: bool
    ) -> list[Guard]:
        speaks = (speaks_of_kind(kind), "any")
        return [
            guard
            for rule in hard(rules)
            if not (isinstance(rule, Choice) and (without_choice or kind == "boolean"))
            for guard in guards(rule, var, place, self._constants)
            if guard.speaks_of in speaks
        ]

    def value(self, var: str, type_: Type, rules: Rules, place: Place) -> Code:
        """One value that is there."""
        code = Code()
        single = self._single(var, var, type_, rules, place)
        if single is not None:
            quick, tests = single
            code.fork(f"if {quick}:", place.report(var, *tests))
            return code
        match type_:
            case Scalar(kind="any"):
                for rule in hard(rules):
                    for guard in guards(rule, var, place, self._constants):
                        code.fork(f"if {broken(guard, var)}:", place.report(var, *guard.tests))
            case Scalar() | Free():
                pass
            case Ref():
                call = f"{class_name(self._schemas, type_)}._check({var}, {place.path}, out)"
                code.fork(
                    f"if isinstance({var}, dict):", call, otherwise=[place.report(var, "OBJECT")]
                )
            case Array(items):
                return self._container(var, items, rules, place, of_list=True)
            case Map(values):
                return self._container(var, values, rules, place, of_list=False)
            case _:
                assert_never(type_)
        return code

    def _container(
        self, var: str, inner: Type, rules: Rules, place: Place, *, of_list: bool
    ) -> Code:
        """A list or an object with free keys, and what it holds."""
        python, test = ("list", "LIST") if of_list else ("dict", "OBJECT")
        suffix = str(len(place.at) + 1) if place.at else ""
        item, index = f"item{suffix}", f"{'i' if of_list else 'key'}{suffix}"
        below = place.below(index, of_list=of_list)
        item_rules = tuple(one for rule in rules if (one := as_item_rule(rule)) is not None)
        body = self.value(item, inner, item_rules, below)
        whole = [
            guard
            for rule in hard(rules)
            for guard in guards(rule, var, place, self._constants)
            if of_list and guard.speaks_of == "array"
        ]
        code = Code()
        quick = negated([f"isinstance({var}, {python})", *(guard.quick for guard in whole)])
        report = place.report(var, test, *(test for guard in whole for test in guard.tests))
        code.fork(f"if {quick}:", report)
        if len(body):
            pairs = f"enumerate({var})" if of_list else f"{var}.items()"
            # A list that is too long still has its items looked at.
            head = f"if isinstance({var}, {python}):" if whole else "else:"
            with code.block(head), code.block(f"for {index}, {item} in {pairs}:"):
                code.add(body)
        return code


def negated(tests: list[str]) -> str:
    """The opposite of all of ``tests``."""
    return f"not {tests[0]}" if len(tests) == 1 else f"not ({' and '.join(tests)})"


def _type_holds(kind: ScalarKind, var: str) -> str:
    match kind:
        case "string":
            return f"isinstance({var}, str)"
        case "integer":
            return f"type({var}) is int"
        case "number":
            return f"numeric({var})"
        case "boolean":
            return f"isinstance({var}, bool)"
        case "any" | "file":
            return "True"
        case _:
            assert_never(kind)
