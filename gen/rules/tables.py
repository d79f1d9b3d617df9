"""Reads fields that stand side by side: their own rules first, then those between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gen.document import Prose, plain
from gen.findings import Finding, Position, finding
from gen.model import (
    Array,
    BodyRule,
    Default,
    Direction,
    EitherOr,
    Field,
    Ref,
    Remark,
    SameAs,
    Schema,
    Type,
    Unique,
    When,
)
from gen.rules.about import About
from gen.rules.bodies import lift, resolve
from gen.rules.logic import speaks_of_siblings
from gen.rules.reader import read
from gen.rules.reading import Reading
from gen.rules.settle import settle
from gen.rules.variants import ONE_ROW, agreed
from gen.rules.widened import comparable, letting_in, special_values, unchallenged, uncontested


@dataclass(frozen=True, slots=True)
class Table:
    """The fields of one object (or one place of parameters), read."""

    fields: tuple[Field, ...]
    rules: tuple[BodyRule, ...]
    remarks: tuple[Remark, ...]
    unique: Mapping[str, Unique]
    findings: tuple[Finding, ...]


def table_of(
    fields: Sequence[Field],
    schemas: Mapping[str, Schema],
    *,
    direction: Direction = "request",
    title: str = "",
    location: str = "",
    known: frozenset[str] = frozenset(),
) -> Table:
    """Reads fields that stand side by side; ``known`` as in :class:`~gen.rules.about.About`."""
    siblings = {one.wire: one for one in fields}
    in_body = location in ("", "query")
    abouts = [
        About(
            field=one, siblings=siblings, direction=direction, title=title,
            item_fields=_item_fields(one.type, schemas), in_body=in_body, location=location, known=known,
        )
        for one in fields
    ]  # fmt: skip
    readings = [read(about) for about in abouts]
    findings: list[Finding] = []
    settled: list[Field] = []
    for about, reading in zip(abouts, readings, strict=True):
        rules, more = settle(reading, about)
        rules = agreed(rules, about)
        findings += more
        settled.append(replace(about.field, rules=rules))
    ruled = {one.wire: one for one in settled}
    body: list[BodyRule] = []
    remarks: list[Remark] = []
    done: list[Field] = []
    for about, reading, one in zip(abouts, readings, settled, strict=True):
        resolved = resolve(reading, replace(about, field=one, siblings=ruled))
        sentences = reading.done()
        done.append(
            replace(
                one, rules=unchallenged(one.rules, resolved.body, sentences), sentences=sentences
            )
        )
        resolved.body = uncontested(comparable(resolved.body, sentences), sentences)
        findings += resolved.findings
        if about.field.variants:
            resolved.body = [_of_one_row(rule, about.field.variants) for rule in resolved.body]
        findings += [
            _unread(one, sentence.text, sentence.line)
            for sentence in sentences
            if sentence.status == "unread"
        ]
        if direction == "request" and about.in_body:
            body += filter(_tells, resolved.body)
            remarks += resolved.remarks
    every = (sentence for one in done for sentence in one.sentences)
    body = letting_in(body, special_values(every))
    unique = lift(
        dict(zip(siblings, _by_wire(readings, abouts), strict=True)),
        {about.wire: about for about in abouts},
    )
    return Table(tuple(done), _once(body, ruled), tuple(remarks), unique, tuple(findings))


def _tells(rule: BodyRule) -> bool:
    """Whether a rule says something: not one of whose condition the body knows nothing, a remark already."""
    return not isinstance(rule, When) or speaks_of_siblings(rule.condition)


def _of_one_row(rule: BodyRule, variants: Sequence[Prose]) -> BodyRule:
    texts = (" ".join(plain(block) for block in prose) for prose in variants)
    if rule.certainty == "advice" or all(rule.sentence in text for text in texts):
        return rule
    return replace(rule, certainty="advice", reason=ONE_ROW)


def _by_wire(readings: Sequence[Reading], abouts: Sequence[About]) -> list[Reading]:
    found = {about.wire: reading for about, reading in zip(abouts, readings, strict=True)}
    return list(found.values())


def _once(rules: Iterable[BodyRule], fields: Mapping[str, Field]) -> tuple[BodyRule, ...]:
    """One of those that differ only in the row that says them."""
    seen: dict[object, BodyRule] = {}
    for rule in rules:
        key: object
        match rule:
            case EitherOr(fields=names, minimum=low, maximum=high):
                key = ("either", tuple(sorted(names)), low, high)
            case When(field=name, condition=condition, effect=effect, then=then):
                has_default = (
                    any(isinstance(one, Default) for one in fields[name].rules)
                    if name in fields
                    else False
                )
                if effect == "required" and has_default and rule.certainty == "hard":
                    rule = replace(
                        rule, certainty="advice", reason="the field has a documented default"
                    )
                key = (
                    "when",
                    name,
                    condition,
                    effect,
                    None if then is None else replace(then, sentence=""),
                )
            case SameAs(field=name, op="same-network" | "==" | "!=" as op, other=other):
                key = ("same", op, *sorted((name, other)))
            case _:
                key = rule
        seen.setdefault(key, rule)
    return tuple(seen.values())


def _item_fields(type_: Type, schemas: Mapping[str, Schema]) -> tuple[str, ...]:
    if isinstance(type_, Array) and isinstance(type_.items, Ref) and type_.items.schema in schemas:
        return tuple(one.wire for one in schemas[type_.items.schema].fields)
    return ()


def _unread(one: Field, text: str, line: int) -> Finding:
    position = Position(one.source.file, line or one.source.line)
    return finding(
        "TW401",
        f"{one.wire}: looks like a constraint and was not read: {text!r}",
        position,
        "word it as one of the forms of docs/rules.md, or check by hand what the code lets pass",
    )
