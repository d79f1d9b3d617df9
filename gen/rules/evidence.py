"""Examples arbitrate: which values the docs' own examples show for every field.

An unmasked value that breaks a hard rule demotes it to advice, with a finding that shows
both; one that keeps a form named only as a noun makes it hard.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from gen.findings import Finding, Position, finding
from gen.masking import is_masked
from gen.model import (
    Array,
    BodyRule,
    Default,
    EitherOr,
    Field,
    Json,
    Map,
    Operation,
    Ref,
    Scalar,
    Schema,
    Service,
    Source,
    Type,
    ValueRule,
)
from gen.rules import requested
from gen.rules.form import NEEDS_EXAMPLE
from gen.rules.verdict import body_keeps, keeps


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that an example shows, and where."""

    value: Json
    source: Source


@dataclass(slots=True)
class Evidence:
    """Values by (schema key or place, wire name), objects by schema key."""

    values: dict[tuple[str, str], list[Shown]] = field(default_factory=lambda: defaultdict(list))
    objects: dict[str, list[Shown]] = field(default_factory=lambda: defaultdict(list))
    alike: dict[tuple[str, str], list[Shown]] = field(default_factory=lambda: defaultdict(list))


def gather(service: Service) -> Evidence:
    """What all examples of a service show."""
    found = Evidence()
    for operation in service.operations:
        for example in operation.examples:
            if example.target and example.direction == "request":
                for place, value in requested.shown(operation, example.target):
                    found.values[place].append(Shown(value, example.source))
            if not example.parsed:
                continue
            for type_ in _roots(operation, example.direction, example.status):
                _walk(type_, example.value, example.source, service.schemas, found, 0)
    return found


def _roots(operation: Operation, direction: str, status: int | None) -> Iterator[Type]:
    if direction == "request":
        if operation.request:
            yield operation.request.type
        return
    bodies = [answer.body for answer in operation.responses if answer.body]
    if len(bodies) > 1:
        bodies = [
            answer.body for answer in operation.responses if answer.body and answer.status == status
        ] or bodies[:1]
    for body in bodies[:1]:
        if body is not None:
            yield body.type


def _walk(
    type_: Type,
    value: Json,
    source: Source,
    schemas: Mapping[str, Schema],
    found: Evidence,
    depth: int,
) -> None:
    if depth > 20:
        return
    match type_:
        case Array(items=items) if isinstance(value, list):
            for item in value:
                _walk(items, item, source, schemas, found, depth + 1)
        case Map(values=values) if isinstance(value, dict):
            for item in value.values():
                _walk(values, item, source, schemas, found, depth + 1)
        case Ref(schema=key) if isinstance(value, dict) and key in schemas:
            schema = schemas[key]
            found.objects[key].append(Shown(value, source))
            for one in schema.fields:
                if one.wire in value:
                    shown = Shown(value[one.wire], source)
                    found.values[key, one.wire].append(shown)
                    found.alike[one.wire, _words(one)].append(shown)
                    _walk(one.type, value[one.wire], source, schemas, found, depth + 1)
        case _:
            return


def _words(one: Field) -> str:
    from gen.rules.about import definition

    return definition(one.description)


def unmasked(value: Json) -> Json:
    """``value`` without what is masked in it; None where nothing is left."""
    if isinstance(value, str):
        return None if is_masked(value) else value
    if isinstance(value, list):
        return [item for item in value if not (isinstance(item, str) and is_masked(item))]
    return value


def weigh(schema: Schema, evidence: Evidence) -> tuple[Schema, list[Finding]]:
    """The schema with its rules demoted or promoted by what the examples show."""
    findings: list[Finding] = []
    fields = tuple(
        replace(
            one,
            rules=tuple(_weighed(rule, one, schema.key, evidence, findings) for rule in one.rules),
        )
        for one in schema.fields
    )
    by_wire = {one.wire: one for one in fields}
    defaults = {
        one.wire: rule.value for one in fields for rule in one.rules if isinstance(rule, Default)
    }
    rules = tuple(
        _weighed_body(rule, schema, by_wire, defaults, evidence, findings) for rule in schema.rules
    )
    return replace(schema, fields=fields, rules=rules), findings


def weigh_parameters(operation: Operation, evidence: Evidence) -> tuple[Operation, list[Finding]]:
    """The operation with the rules of its parameters demoted by what request lines show."""
    findings: list[Finding] = []
    parameters = []
    for one in operation.parameters:
        key, _ = requested.place(operation, one)
        rules = tuple(
            _weighed(rule, one.field, key, evidence, findings) for rule in one.field.rules
        )
        parameters.append(replace(one, field=replace(one.field, rules=rules)))
    return replace(operation, parameters=tuple(parameters)), findings


def _of_other_type(value: Json, type_: Type) -> bool:
    return (isinstance(type_, Scalar) and isinstance(value, (dict, list))) or (
        isinstance(type_, Array) and not isinstance(value, list)
    )


def _weighed(
    rule: ValueRule, one: Field, key: str, evidence: Evidence, findings: list[Finding]
) -> ValueRule:
    if (rule.certainty == "advice" and rule.reason != NEEDS_EXAMPLE) or isinstance(rule, Default):
        return rule
    direct = evidence.values.get((key, one.wire), [])
    agrees = False
    pool = (
        direct
        if rule.certainty == "hard"
        else [*direct, *evidence.alike.get((one.wire, _words(one)), [])]
    )
    for shown in pool:
        value = unmasked(shown.value)
        if value is None or value in ("", []) or _of_other_type(value, one.type):
            continue
        if keeps(rule, value):
            agrees = agrees or isinstance(value, (str, list))
            continue
        if rule.certainty == "hard":
            findings.append(_contradiction(rule, one, shown))
        return replace(
            rule, certainty="advice", reason=f"an example contradicts it: {_short(shown.value)}"
        )
    if rule.reason == NEEDS_EXAMPLE and agrees:
        return replace(rule, certainty="hard", reason="")
    return rule


def _weighed_body(
    rule: BodyRule,
    schema: Schema,
    fields: Mapping[str, Field],
    defaults: Mapping[str, Json],
    evidence: Evidence,
    findings: list[Finding],
) -> BodyRule:
    if rule.certainty == "advice":
        return rule
    for shown in evidence.objects.get(schema.key, []):
        if not body_keeps(
            rule, {key: unmasked(value) for key, value in shown.value.items()}, fields, defaults
        ):
            position = Position(rule.source.file, rule.source.line)
            findings.append(
                finding(
                    "TW511",
                    f"{rule.source.parameter or _named(rule)}: an example ({shown.source.file}:{shown.source.line}) breaks {rule.sentence!r}",
                    position,
                    "correct the text or the example",
                )
            )
            return replace(
                rule, certainty="advice", reason=f"an example contradicts it ({shown.source.file})"
            )
    return rule


def _named(rule: BodyRule) -> str:
    return " and ".join(rule.fields) if isinstance(rule, EitherOr) else rule.field


def _short(value: Json) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _contradiction(rule: ValueRule, one: Field, shown: Shown) -> Finding:
    secret = any(type(other).__name__ == "Secret" for other in one.rules)
    value = "a secret value" if secret else _short(shown.value)
    return finding(
        "TW510",
        f"{one.wire}: an example ({shown.source.file}:{shown.source.line}) has {value}, against {rule.sentence!r}",
        Position(one.source.file, one.source.line),
        "correct the text or the example",
    )
