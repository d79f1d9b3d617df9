"""Types of the model as Python annotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from gen.exhaustive import assert_never
from gen.literals import string
from gen.model import (
    Array,
    Choice,
    Field,
    Free,
    Json,
    Map,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Schema,
    Target,
    Type,
    ValueRule,
)

Schemas = Mapping[str, Schema]


def class_name(schemas: Schemas, ref: Ref) -> str:
    """The Python class of a referenced schema."""
    return schemas[ref.schema].name


def hard_choice(rules: Iterable[ValueRule], target: Target = "value") -> Choice | None:
    """The enumeration that is enforced, None where there is none."""
    for rule in rules:
        if isinstance(rule, Choice) and rule.certainty == "hard" and rule.target == target:
            return rule
    return None


def nullable(field: Field) -> bool:
    """Whether null may be sent."""
    return field.null_seen or any(
        isinstance(rule, Nullable) and rule.certainty == "hard" for rule in field.rules
    )


def is_kind(kind: ScalarKind, value: Json) -> bool:
    """Whether a JSON value is of a scalar kind."""
    match kind:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case "any":
            return True
        case "file":
            return False
        case _:
            assert_never(kind)


def scalar(kind: ScalarKind, *, request: bool) -> str:
    """The Python type of a scalar."""
    match kind:
        case "string":
            return "str"
        case "integer":
            return "int"
        case "number":
            return "float"
        case "boolean":
            return "bool"
        case "any":
            return "Any"
        case "file":
            return "FileContent" if request else "bytes"
        case _:
            assert_never(kind)


def literal_type(kind: ScalarKind, choice: Choice | None) -> str:
    """``Literal[…]`` for an enumeration of a scalar, '' where Python has none for it."""
    if choice is None or kind == "boolean":
        return ""
    if not all(isinstance(value, (str, int)) and is_kind(kind, value) for value in choice.values):
        return ""
    words = [string(v) if isinstance(v, str) else repr(v) for v in choice.values]
    return f"Literal[{', '.join(dict.fromkeys(words))}]"


def request_type(type_: Type, rules: Iterable[ValueRule], schemas: Schemas) -> str:
    """What may be given for a value of a request: precise for enumerations, wide for containers."""
    rules = tuple(rules)
    match type_:
        case Scalar(kind):
            return literal_type(kind, hard_choice(rules)) or scalar(kind, request=True)
        case Ref():
            return f"{class_name(schemas, type_)} | Mapping[str, Any]"
        case Array(items):
            return f"Sequence[{request_type(items, _of_items(rules), schemas)}]"
        case Map(values):
            return f"Mapping[str, {request_type(values, _of_items(rules), schemas)}]"
        case Free():
            return "Mapping[str, Any]"
        case _:
            assert_never(type_)


def response_type(type_: Type, rules: Iterable[ValueRule], schemas: Schemas) -> str:
    """What an answer holds as documented: enumerations keep room for values the docs do not know."""
    rules = tuple(rules)
    match type_:
        case Scalar(kind):
            plain = scalar(kind, request=False)
            known = literal_type(kind, hard_choice(rules))
            return f"{known} | {plain}" if known and plain != "Any" else plain
        case Ref():
            return class_name(schemas, type_)
        case Array(items):
            return f"list[{response_type(items, _of_items(rules), schemas)}]"
        case Map(values):
            return f"dict[str, {response_type(values, _of_items(rules), schemas)}]"
        case Free():
            return "dict[str, Any]"
        case _:
            assert_never(type_)


def _of_items(rules: tuple[ValueRule, ...]) -> tuple[ValueRule, ...]:
    """The rules of the items, as rules of each item's value."""
    return tuple(
        rule_for_value for rule in rules if (rule_for_value := as_item_rule(rule)) is not None
    )


def as_item_rule(rule: ValueRule) -> ValueRule | None:
    """A rule of items as the rule of one item; None for a rule of the whole value."""
    return replace(rule, target="value") if rule.target == "items" else None


def refs_of(type_: Type) -> Iterable[str]:
    """The keys of the schemas a type names."""
    match type_:
        case Ref(schema):
            yield schema
        case Array(items):
            yield from refs_of(items)
        case Map(values):
            yield from refs_of(values)
        case Scalar() | Free():
            return
        case _:
            assert_never(type_)
