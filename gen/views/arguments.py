"""What an example call is given: the docs' own values where they are real and right, else made ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl

from gen.masking import is_masked
from gen.model import (
    Array,
    Example,
    Field,
    Json,
    Map,
    Operation,
    Parameter,
    Ref,
    Scalar,
    Schema,
    Secret,
    Service,
    Type,
    ValueRule,
)
from gen.views.calls import ELLIPSIS, Argument
from gen.views.judge import faults
from gen.views.operations import flat_schema, own_parameters
from gen.views.types import Schemas, as_item_rule
from gen.views.unmasking import unmasked
from gen.views.values import mended, valid

_STRING = Scalar("string")
_INTEGER = re.compile(r"-?[0-9]{1,18}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


def keeps(value: Json, type_: Type, rules: tuple[ValueRule, ...], schemas: Schemas) -> bool:
    """Whether a value is of the type and breaks no hard rule."""
    return not any(faults(value, type_, rules, schemas))


def stand_in(field: Field, schemas: Schemas, word: str) -> Json:
    """``word`` where the field takes it, else a value that keeps its rules."""
    if keeps(word, field.type, field.rules, schemas):
        return word
    return next(valid(field.type, field.rules, schemas), word)


# ---- beside the body ------------------------------------------------------------


def outside(operation: Operation, service: Service, word: str = ELLIPSIS) -> list[Argument]:
    """What must be given beside the body: parameters of the path, query and header that the client does not fill in.

    ``word`` stands for texts of which the docs say nothing but that they are texts.
    """
    chosen = [one for one in own_parameters(operation) if _must_be_given(one)]
    shown = _shown(operation)
    values = {
        one.field.attribute: _value(one, shown.get(_place(one), []), service.schemas, word)
        for one in chosen
    }
    return list(_agreed(values, operation, service).items())


def _must_be_given(one: Parameter) -> bool:
    return not one.client and (one.location == "path" or one.field.required)


def _value(one: Parameter, texts: list[str], schemas: Schemas, word: str) -> Json:
    field = one.field
    secret = _is_secret(field.rules)
    # An id in the path is one of the docs' own cloud and says nothing to anyone else.
    told = one.location != "path" or any(rule.certainty == "hard" for rule in field.rules)
    if texts and told and not secret:
        read = _read(texts, field.type)
        if read is not None and keeps(read, field.type, field.rules, schemas):
            return read
    # No header can hold a character outside ASCII.
    return stand_in(
        field, schemas, word if one.location != "header" else word.replace(ELLIPSIS, "...")
    )


def _agreed(values: dict[str, Json], operation: Operation, service: Service) -> dict[str, Json]:
    """The values, with some added or taken away where rules across the parameters ask for it."""
    if not operation.rules:
        return values
    fields: dict[str, Field] = {}
    for one in own_parameters(operation):
        fields.setdefault(one.field.wire, one.field)
    by_wire = {
        wire: values[field.attribute] for wire, field in fields.items() if field.attribute in values
    }
    table = Schema(
        key="",
        direction="request",
        caption="",
        sources=(),
        fields=tuple(fields.values()),
        rules=operation.rules,
    )
    mend = mended(by_wire, table, service.schemas)
    if mend is None:
        return values
    kept = {name: value for name, value in values.items() if name not in _names(fields, by_wire)}
    return {**kept, **{fields[wire].attribute: value for wire, value in mend.items()}}


def _names(fields: dict[str, Field], wires: Iterable[str]) -> set[str]:
    return {fields[wire].attribute for wire in wires}


def _place(one: Parameter) -> tuple[str, str]:
    wire = one.field.wire
    return one.location, wire.lower() if one.location == "header" else wire


def _shown(operation: Operation) -> dict[tuple[str, str], list[str]]:
    """(location, name) → the texts that the first documented request with real ones has."""
    found: dict[tuple[str, str], list[str]] = {}
    for example in operation.examples:
        if example.direction != "request":
            continue
        texts: dict[tuple[str, str], list[str]] = {}
        for place, text in _texts(example, operation):
            if text and not is_masked(text):
                texts.setdefault(place, []).append(text)
        found = {**texts, **found}
    return found


def _texts(example: Example, operation: Operation) -> list[tuple[tuple[str, str], str]]:
    address, _, query = example.target.partition("?")
    pairs = [(("query", name), text) for name, text in parse_qsl(query)]
    pairs += [(("header", name.lower()), text) for name, text in example.headers]
    wanted = operation.path.strip("/").split("/")
    given = address.strip("/").split("/")[-len(wanted) :]
    if len(given) == len(wanted):
        pairs += [
            (("path", name[1:-1]), text)
            for name, text in zip(wanted, given, strict=True)
            if name.startswith("{") and name.endswith("}")
        ]
    return pairs


def _read(texts: list[str], type_: Type) -> Json:
    """The texts of a parameter as a value of its type, None where they are none."""
    text = texts[0]
    match type_:
        case Array(items):
            parts = texts if len(texts) > 1 else text.split(",")
            values = [_read([part], items) for part in parts]
            return None if None in values else values
        case Scalar("integer"):
            return int(text) if _INTEGER.fullmatch(text) else None
        case Scalar("number"):
            if _INTEGER.fullmatch(text):
                return int(text)
            return float(text) if _NUMBER.fullmatch(text) else None
        case Scalar("boolean"):
            return {"true": True, "false": False}.get(text.lower())
        case Scalar("string") | Scalar("any"):
            return text
        case _:
            return None


# ---- the body -------------------------------------------------------------------


def request_example(operation: Operation) -> Example | None:
    """The shortest documented request with a body that could be read."""
    found = [one for one in operation.examples if one.direction == "request" and one.parsed]
    return min(found, key=lambda one: len(repr(one.value)), default=None)


def sound_request(operation: Operation, service: Service) -> Json | None:
    """A body that breaks no rule: the documented one, mended where it is masked or wrong, else a made one."""
    body = operation.request
    if body is None:
        return None
    example = request_example(operation)
    if example is not None and isinstance(example.value, dict):
        broken = list(faults(example.value, body.type, (), service.schemas))
        if not broken:
            return example.value
        mend = unmasked(example.value, body.type, service.schemas, broken)
        if mend is not None:
            return mend
    return next(valid(body.type, (), service.schemas), None)


def shown_request(operation: Operation, service: Service) -> Json | None:
    """:func:`sound_request` without the docs' secrets: ``"…"`` for each, or a made value where that breaks a rule."""
    body, sound = operation.request, sound_request(operation, service)
    if body is None or sound is None:
        return None
    hidden = _veiled(sound, body.type, (), service.schemas, secret=False)
    if keeps(hidden, body.type, (), service.schemas):
        return hidden
    # What two secrets have to do with each other is lost by the veil; a made body has no real ones.
    return next(valid(body.type, (), service.schemas), None)


def _veiled(
    value: Json, type_: Type, rules: tuple[ValueRule, ...], schemas: Schemas, *, secret: bool
) -> Json:
    secret = secret or _is_secret(rules)
    inner = tuple(one for rule in rules if (one := as_item_rule(rule)) is not None)
    match value, type_:
        case dict(), Ref():
            fields = {field.wire: field for field in schemas[type_.schema].fields}
            return {
                name: _veiled(item, field.type, field.rules, schemas, secret=secret)
                if (field := fields.get(name)) is not None
                else item
                for name, item in value.items()
            }
        case dict(), Map(values):
            return {
                name: _veiled(item, values, inner, schemas, secret=secret)
                for name, item in value.items()
            }
        case list(), Array(items):
            return [_veiled(item, items, inner, schemas, secret=secret) for item in value]
        case _:
            if not secret or value is None or isinstance(value, bool):
                return value
            if keeps(ELLIPSIS, type_, rules, schemas):
                return ELLIPSIS
            return next(valid(type_, rules, schemas), ELLIPSIS)


def _is_secret(rules: Iterable[ValueRule]) -> bool:
    return any(isinstance(rule, Secret) for rule in rules)


def body_arguments(operation: Operation, service: Service, body: Json) -> list[Argument]:
    """The body flat where a call takes all of it so, else whole as ``body``."""
    flat = flat_schema(operation, service.schemas)
    value = body
    if flat is not None and operation.wrapper and isinstance(value, dict):
        value = value.get(operation.wrapper) if value.keys() == {operation.wrapper} else None
    names = dict(operation.arguments)
    if flat is None or not isinstance(value, dict) or not value.keys() <= names.keys():
        return [("body", body)]
    return [(names[key], item) for key, item in value.items()]
