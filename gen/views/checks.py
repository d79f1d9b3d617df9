"""Request schemas as straight-line checks over the wire value: hard rules only (DESIGN §2.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gen import literals
from gen.exhaustive import assert_never
from gen.model import Array, BodyRule, Choice, Field, Free, Map, Ref, Scalar, ScalarKind, Schema, Type, ValueRule
from gen.views.code import Code
from gen.views.conditions import Scope, body_rules
from gen.views.guards import Guard, guarded, guards, hard, speaks_of_kind
from gen.views.places import Place
from gen.views.regexes import Regexes
from gen.views.types import Schemas, as_item_rule, class_name, hard_choice, is_kind, nullable

_EXPECTED: dict[ScalarKind, str] = {
    "string": '"a string"',
    "integer": '"an integer"',
    "number": '"a number"',
    "boolean": '"a boolean"',
}
_OBJECT, _LIST = '"an object"', '"a list"'
Rules = tuple[ValueRule, ...]


def schema_check(schema: Schema, schemas: Schemas, regexes: Regexes) -> tuple[str, ...]:
    """The body of ``_check(cls, value, path, out)`` of a request class; ``value`` is a dict."""
    writer = Checks(schemas, regexes)
    code = Code()
    for field in schema.fields:
        place = Place("cls", field.wire, (schema.name, field.attribute))
        code.add(writer.member(field, "value", place, required=field.required))
    if schema.additional is not None:
        code.add(_additional(writer, schema, schema.additional))
    code.add(body_rules(schema.rules, Scope(schema.fields, "cls", schema.name), regexes))
    return _declared(code)


def root_check(
    type_: Type, item: Field | None, owner: str, schemas: Schemas, regexes: Regexes
) -> tuple[str, ...]:
    """The body of ``check(value, path, out)`` for a body that is no object of a class (a root array)."""
    place = Place(literals.string(owner), "", (owner, "body"))
    rules = item.rules if item is not None else ()
    return _declared(Checks(schemas, regexes).value("value", type_, rules, place))


def parameters_check(
    fields: Sequence[tuple[str, Field]],
    rules: Iterable[BodyRule],
    owner: str,
    schemas: Schemas,
    regexes: Regexes,
) -> tuple[str, ...]:
    """The body of ``check(value, path, out)`` over parameters by key. Absent ones are the core's business."""
    writer = Checks(schemas, regexes)
    code = Code()
    for key, field in fields:
        # Everything becomes text in a path or a query: that a value is no string yet harms nothing.
        if field.type == Scalar("string") and not hard(field.rules):
            continue
        place = Place(literals.string(owner), key, (owner, field.attribute))
        code.add(writer.member(field, "value", place, required=False))
    scope = Scope(tuple(field for _, field in fields), literals.string(owner), owner)
    code.add(body_rules(rules, scope, regexes))
    return _declared(code)


def _declared(code: Code) -> tuple[str, ...]:
    """The lines, with the type of ``e``: enumerations of several lengths are bound to it."""
    if any("(e := " in line for line in code.lines):
        return ("e: tuple[Any, ...]", *code.lines)
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

    def __init__(self, schemas: Schemas, regexes: Regexes) -> None:
        self._schemas = schemas
        self._regexes = regexes

    def member(self, field: Field, holder: str, place: Place, *, required: bool) -> Code:
        """A key of the dict ``holder``: whether it is there, and what it holds."""
        code, name = Code(), place.name
        if required:
            code.fork(f"if {name} not in {holder}:", place.call("missing"))
        if nullable(field):
            inner = self.value("v", field.type, field.rules, place)
            head = f"(v := {holder}.get({name})) is not None"
            if len(inner):
                with code.block(f"elif {head}:" if required else f"if {head}:"):
                    code.add(inner)
            return code
        single = self._single(f"(v := {holder}[{name}])", field.type, field.rules, place)
        if single is not None:
            condition, report = single
            head = f"elif {condition}:" if required else f"if {name} in {holder} and {condition}:"
            code.fork(head, report)
            return code
        inner = self.value("v", field.type, field.rules, place)
        if len(inner):
            with code.block("else:" if required else f"if {name} in {holder}:"):
                code.line(f"v = {holder}[{name}]")
                code.add(inner)
        return code

    def _single(self, value: str, type_: Type, rules: Rules, place: Place) -> tuple[str, str] | None:
        """Condition and report where one test is all there is; None elsewhere."""
        match type_:
            case Scalar(kind="string" as kind):
                choice = _choice(kind, rules)
                if self._found(kind, rules, "v", place):
                    return None
                if choice is not None:
                    return _enum(choice, value, kind, place)
                return f"not isinstance({value}, str)", place.call("wrong_type", "v", _EXPECTED[kind])
            case Scalar(kind="boolean" as kind):
                return f"not isinstance({value}, bool)", place.call("wrong_type", "v", _EXPECTED[kind])
            case Free():
                return f"not isinstance({value}, dict)", place.call("wrong_type", "v", _OBJECT)
            case _:
                return None

    def value(self, var: str, type_: Type, rules: Rules, place: Place) -> Code:
        """One value that is there."""
        match type_:
            case Scalar(kind="any"):
                return self._any(var, rules, place)
            case Scalar(kind="file"):
                return Code()
            case Scalar(kind):
                return self._scalar(var, kind, rules, place)
            case Ref():
                code = Code()
                call = f"{class_name(self._schemas, type_)}._check({var}, {place.path}, out)"
                wrong = place.call("wrong_type", var, _OBJECT)
                code.fork(f"if isinstance({var}, dict):", call, otherwise=[wrong])
                return code
            case Array(items):
                return self._container(var, items, rules, place, of_list=True)
            case Map(values):
                return self._container(var, values, rules, place, of_list=False)
            case Free():
                code = Code()
                wrong = place.call("wrong_type", var, _OBJECT)
                code.fork(f"if not isinstance({var}, dict):", wrong)
                return code
            case _:
                assert_never(type_)

    def _found(self, kind: ScalarKind, rules: Rules, var: str, place: Place) -> list[Guard]:
        """The guards of a scalar, without the enumeration that has its own form."""
        own = _choice(kind, rules)
        speaks = (speaks_of_kind(kind), "any")
        return [
            guard
            for rule in hard(rules)
            if not (isinstance(rule, Choice) and (own is not None or kind == "boolean"))
            for guard in guards(rule, var, place, self._regexes)
            if guard.speaks_of in speaks
        ]

    def _any(self, var: str, rules: Rules, place: Place) -> Code:
        code = Code()
        for rule in hard(rules):
            for guard in guards(rule, var, place, self._regexes):
                code.fork(f"if {guarded(guard, var)}:", guard.report)
        return code

    def _scalar(self, var: str, kind: ScalarKind, rules: Rules, place: Place) -> Code:
        code = Code()
        tests = [(g.condition, g.report) for g in self._found(kind, rules, var, place)]
        choice = _choice(kind, rules)
        if choice is not None and kind != "boolean":
            enum = _enum(choice, var, kind, place)
            if kind == "string" and not tests:
                code.fork(f"if {enum[0]}:", enum[1])
                return code
            tests.insert(0, enum)
        wrong = place.call("wrong_type", var, _EXPECTED[kind])
        code.fork(f"if {_type_fails(kind, var)}:", wrong)
        if len(tests) == 1:
            code.fork(f"elif {tests[0][0]}:", tests[0][1])
        elif tests:
            with code.block("else:"):
                for condition, report in tests:
                    code.fork(f"if {condition}:", report)
        return code

    def _container(self, var: str, inner: Type, rules: Rules, place: Place, *, of_list: bool) -> Code:
        """A list or an object with free keys, and what it holds."""
        python, expected = ("list", _LIST) if of_list else ("dict", _OBJECT)
        suffix = str(len(place.at) + 1) if place.at else ""
        item, index = f"item{suffix}", f"{'i' if of_list else 'key'}{suffix}"
        below = place.below(index, of_list=of_list)
        item_rules = tuple(one for rule in rules if (one := as_item_rule(rule)) is not None)
        body = self.value(item, inner, item_rules, below)
        whole = [
            guard
            for rule in hard(rules)
            for guard in guards(rule, var, place, self._regexes)
            if guard.speaks_of == ("array" if of_list else "object")
        ]
        code = Code()
        wrong = place.call("wrong_type", var, expected)
        if not len(body) and not whole:
            code.fork(f"if not isinstance({var}, {python}):", wrong)
            return code
        with code.block(f"if isinstance({var}, {python}):"):
            for guard in whole:
                code.fork(f"if {guard.condition}:", guard.report)
            if len(body):
                pairs = f"enumerate({var})" if of_list else f"{var}.items()"
                with code.block(f"for {index}, {item} in {pairs}:"):
                    code.add(body)
        with code.block("else:"):
            code.line(wrong)
        return code


def _enum(choice: Choice, value: str, kind: ScalarKind, place: Place) -> tuple[str, str]:
    """The condition over ``value``, which may bind ``v``, and the report."""
    allowed = literals.tuple_of(literals.value(one) for one in choice.values)
    var = "v" if value.startswith("(") else value
    return f"{value} not in (e := {allowed})", place.call("not_one_of", var, "e", _EXPECTED[kind])


def _choice(kind: ScalarKind, rules: Rules) -> Choice | None:
    """The enumeration of a value whose members are all of its kind."""
    choice = hard_choice(rules)
    if choice is None or not all(is_kind(kind, value) for value in choice.values):
        return None
    return choice


def _type_fails(kind: ScalarKind, var: str) -> str:
    match kind:
        case "string":
            return f"not isinstance({var}, str)"
        case "integer":
            return f"type({var}) is not int and not integral({var})"
        case "number":
            return f"not numeric({var})"
        case "boolean":
            return f"not isinstance({var}, bool)"
        case "any" | "file":
            return "False"
        case _:
            assert_never(kind)
