"""One class for the response schemas that the docs describe several times (DESIGN §2.6).

Two tables become one when their captions name the same thing, most of their fields are the
same, and the fields they share agree in type, those of nested tables included. What was decided once is
kept in the lock: an edit to one page neither splits a class nor swallows one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from gen.lock import Lock
from gen.model import (
    Array,
    Body,
    Choice,
    Field,
    Free,
    Length,
    Map,
    Operation,
    Range,
    Ref,
    Response,
    Scalar,
    Schema,
    Service,
    Type,
    ValueRule,
)
from gen.names.captions import generic, plain_words
from gen.names.words import singular

T = TypeVar("T", int, float)


def share(service: Service, lock: Lock) -> Service:
    """The service with such schemas united; who went into whom is written to ``lock.shared``."""
    groups = _Groups(service.schemas, lock)
    groups.restore()
    for keys in _alike(service):
        for place, key in enumerate(keys):
            for other in keys[:place]:
                groups.unite(other, key)
    lead = groups.leads()
    lock.shared = {key: found for key, found in sorted(lead.items()) if key != found} | {
        key: found for key, found in sorted(lock.shared.items()) if key not in service.schemas
    }
    return _united(service, lead, groups)


def _alike(service: Service) -> Iterable[list[str]]:
    """Groups of schemas that might be one: by caption; error bodies, which have none, by their keys."""
    found: dict[tuple[str, ...], list[str]] = {}
    errors = _error_roots(service.operations)
    for key, schema in sorted(service.schemas.items()):
        if schema.direction != "response" or not schema.fields:
            continue
        if key in errors and generic(schema.caption):
            wires = sorted(one.wire for one in schema.fields)
            found.setdefault(("", *wires), []).append(key)
        elif not generic(schema.caption):
            # "ResponseTag" and "tags" name one thing; whether they are one, the fields decide.
            name = [singular(word) for word in plain_words(schema.caption)]
            found.setdefault(tuple(name), []).append(key)
    return [found[name] for name in sorted(found)]


def _error_roots(operations: Iterable[Operation]) -> set[str]:
    good: set[str] = set()
    bad: set[str] = set()
    for operation in operations:
        for response in operation.responses:
            if response.body is not None and isinstance(response.body.type, Ref):
                failed = response.status is not None and response.status >= 400
                (bad if failed else good).add(response.body.type.schema)
    return bad - good


@dataclass(slots=True)
class _Groups:
    """Sets of schemas that are one, with the fields they have together."""

    schemas: Mapping[str, Schema]
    lock: Lock
    parent: dict[str, str] = field(default_factory=dict)
    fields: dict[str, dict[str, Type]] = field(default_factory=dict)

    def find(self, key: str) -> str:
        while key in self.parent:
            key = self.parent[key]
        return key

    def own(self, key: str) -> dict[str, Type]:
        if key not in self.fields:
            self.fields[key] = {one.wire: one.type for one in self.schemas[key].fields}
        return self.fields[key]

    def restore(self) -> None:
        """What the lock says is one stays one, even if a type disagrees by now."""
        for key, lead in sorted(self.lock.shared.items()):
            if key in self.schemas and lead in self.schemas and self.find(key) != self.find(lead):
                self._join(self.find(lead), self.find(key))

    def unite(self, one: str, other: str) -> None:
        """Make both one if they may be, with all that must then be one too; else nothing."""
        pairs: list[tuple[str, str]] = []
        if self._may(self.find(one), self.find(other), pairs, strict=True):
            for left, right in pairs:
                if self.find(left) != self.find(right):
                    self._join(self.find(left), self.find(right))

    def _join(self, one: str, other: str) -> None:
        mine, theirs = self.own(one), self.own(other)
        for wire, type_ in theirs.items():
            mine[wire] = _wider(mine[wire], type_) if wire in mine else type_
        self.parent[other] = one

    def _may(self, one: str, other: str, pairs: list[tuple[str, str]], *, strict: bool) -> bool:
        if one == other or (one, other) in pairs or (other, one) in pairs:
            return True
        if one in self.lock.schemas and other in self.lock.schemas:
            return False
        if {self.schemas[one].direction, self.schemas[other].direction} != {"response"}:
            return False
        mine, theirs = self.own(one), self.own(other)
        both = [wire for wire in mine if wire in theirs]
        if strict and 2 * len(both) <= min(len(mine), len(theirs)):
            return False
        pairs.append((one, other))
        return all(self._agree(mine[wire], theirs[wire], pairs) for wire in both)

    def _agree(self, one: Type, other: Type, pairs: list[tuple[str, str]]) -> bool:
        match one, other:
            case (Ref(), Ref()):
                return self._may(
                    self.find(one.schema), self.find(other.schema), pairs, strict=False
                )
            case (Array(), Array()):
                return self._agree(one.items, other.items, pairs)
            case (Map(), Map()):
                return self._agree(one.values, other.values, pairs)
            case (Ref() | Map() | Free(), Free()) | (Free(), Ref() | Map()):
                return True
            case (Scalar(kind="any"), _) | (_, Scalar(kind="any")):
                return True
            case _:
                return one == other

    def leads(self) -> dict[str, str]:
        """key → the key that stands for its group: the locked one, else the one with most fields."""
        members: dict[str, list[str]] = {}
        for key in sorted(self.schemas):
            members.setdefault(self.find(key), []).append(key)
        lead: dict[str, str] = {}
        for keys in members.values():
            locked = [key for key in keys if key in self.lock.schemas]
            best = locked or sorted(keys, key=lambda key: (-len(self.schemas[key].fields), key))
            lead.update(dict.fromkeys(keys, best[0]))
        return lead


def _wider(one: Type, other: Type) -> Type:
    """The type of a field that two tables of one class give differently: the one that says more, or anything."""
    if one == other or other in (Free(), Scalar("any")):
        return one
    if one in (Free(), Scalar("any")):
        return other
    if isinstance(one, Array) and isinstance(other, Array):
        return Array(_wider(one.items, other.items))
    if isinstance(one, Map) and isinstance(other, Map):
        return Map(_wider(one.values, other.values))
    return one if isinstance(one, Ref) and isinstance(other, Ref) else Scalar("any")


def _united(service: Service, lead: Mapping[str, str], groups: _Groups) -> Service:
    members: dict[str, list[Schema]] = {}
    for key, schema in service.schemas.items():
        members.setdefault(lead[key], []).append(schema)
    schemas: dict[str, Schema] = {}
    for key in service.schemas:
        if lead[key] == key:
            types = groups.own(groups.find(key))
            schemas[key] = _schema(service.schemas[key], members[key], types, lead)
    operations = tuple(_operation(one, lead) for one in service.operations)
    return replace(service, operations=operations, schemas=schemas)


def _schema(
    head: Schema, members: list[Schema], types: Mapping[str, Type], lead: Mapping[str, str]
) -> Schema:
    order = [head, *(one for one in members if one.key != head.key)]
    found: dict[str, list[Field]] = {}
    for schema in order:
        for one in schema.fields:
            found.setdefault(one.wire, []).append(one)
    fields = tuple(_field(rows, types[wire], len(order), lead) for wire, rows in found.items())
    additional = _additional([one.additional for one in order if one.additional], lead)
    sources = tuple(dict.fromkeys(source for one in order for source in one.sources))
    return replace(head, fields=fields, additional=additional, sources=sources)


def _additional(rows: list[Field], lead: Mapping[str, str]) -> Field | None:
    """The dynamic key of all tables that have one: every row of it, any value where they differ."""
    if not rows:
        return None
    types = list(dict.fromkeys(_moved(one.type, lead) for one in rows))
    return _field(rows, types[0] if len(types) == 1 else Scalar("any"), len(rows), lead)


def _field(rows: list[Field], type_: Type, tables: int, lead: Mapping[str, str]) -> Field:
    """One field of several rows: it is certain only where all tables have it and say so."""
    if len(rows) == 1:
        only = rows[0]
        return replace(only, type=_moved(type_, lead), required=only.required and tables == 1)
    return replace(
        rows[0],
        type=_moved(type_, lead),
        required=len(rows) == tables and all(one.required for one in rows),
        sources=tuple(dict.fromkeys(source for one in rows for source in one.sources)),
        null_seen=any(one.null_seen for one in rows),
        inferred=all(one.inferred for one in rows),
        rules=tuple(rule for one in rows[0].rules if (rule := _rule(one, rows[1:])) is not None),
    )


def _rule(rule: ValueRule, others: Iterable[Field]) -> ValueRule | None:
    """What holds in all tables: choices together, bounds as wide as any gives them; None for no bounds."""
    match rule:
        case Choice():
            return _choice(rule, others)
        case Range():
            for bounds in (b for one in others for b in one.rules if isinstance(b, Range)):
                if bounds.target == rule.target:
                    rule = replace(
                        rule,
                        minimum=_outer(min, rule.minimum, bounds.minimum),
                        maximum=_outer(max, rule.maximum, bounds.maximum),
                        exclusive_minimum=rule.exclusive_minimum and bounds.exclusive_minimum,
                        exclusive_maximum=rule.exclusive_maximum and bounds.exclusive_maximum,
                    )
            return rule if (rule.minimum, rule.maximum) != (None, None) else None
        case Length():
            for sizes in (s for one in others for s in one.rules if isinstance(s, Length)):
                if sizes.target == rule.target:
                    rule = replace(
                        rule,
                        minimum=_outer(min, rule.minimum, sizes.minimum),
                        maximum=_outer(max, rule.maximum, sizes.maximum),
                    )
            return rule if (rule.minimum, rule.maximum) != (None, None) else None
        case _:
            return rule


def _outer(pick: Callable[[T, T], T], one: T | None, other: T | None) -> T | None:
    return None if one is None or other is None else pick(one, other)


def _choice(rule: Choice, others: Iterable[Field]) -> Choice:
    known = {repr(value): meaning for value, meaning in _members(rule)}
    values = dict(_shown(rule))
    for one in others:
        for other in one.rules:
            if isinstance(other, Choice) and other.target == rule.target:
                values = {**dict(_shown(other)), **values}
                known = {**{repr(value): meaning for value, meaning in _members(other)}, **known}
    first = [repr(value) for value in rule.values]
    rest = sorted(text for text in values if text not in first)
    order = [*first, *rest]
    meanings = tuple(known[text] for text in order) if any(known.values()) else ()
    return replace(rule, values=tuple(values[text] for text in order), meanings=meanings)


def _shown(rule: Choice) -> Iterable[tuple[str, object]]:
    return [(repr(value), value) for value in rule.values]


def _members(rule: Choice) -> Iterable[tuple[object, str]]:
    meanings = rule.meanings or ("",) * len(rule.values)
    return list(zip(rule.values, meanings, strict=False))


def _moved(type_: Type, lead: Mapping[str, str]) -> Type:
    """The type with every schema replaced by the one that stands for it."""
    match type_:
        case Ref():
            return Ref(lead[type_.schema])
        case Array():
            return Array(_moved(type_.items, lead))
        case Map():
            return Map(_moved(type_.values, lead))
        case _:
            return type_


def _operation(one: Operation, lead: Mapping[str, str]) -> Operation:
    return replace(
        one,
        request=_body(one.request, lead) if one.request else None,
        responses=tuple(_response(response, lead) for response in one.responses),
    )


def _response(one: Response, lead: Mapping[str, str]) -> Response:
    return replace(one, body=_body(one.body, lead)) if one.body else one


def _body(body: Body, lead: Mapping[str, str]) -> Body:
    item = replace(body.item, type=_moved(body.item.type, lead)) if body.item else None
    return replace(body, type=_moved(body.type, lead), item=item)
