"""Walking two states of a body side by side, field by field, from the operation down.

Fields are matched by their name on the wire, so a renamed table or class makes no
difference. A pair of schemas is walked once an operation, so cycles end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from gen.diff.catalog import RULES, Entity
from gen.diff.change import NameChange
from gen.diff.collect import Collector
from gen.diff.conditions import compare_body_rules
from gen.diff.constraints import compare_rules
from gen.diff.describe import identity, type_words
from gen.document import plain
from gen.model import (
    Array,
    BodyRule,
    Direction,
    Field,
    Free,
    Map,
    Ref,
    Scalar,
    Schema,
    Service,
    Source,
    Type,
    ValueRule,
)
from gen.report.escape import quote

_ALIKE = 0.9
_ENOUGH_WORDS = 20


@dataclass(slots=True)
class Walk:
    """A walk over one message of one operation in both states."""

    old: Service
    new: Service
    out: Collector
    direction: Direction
    seen: set[tuple[str, str]] = field(default_factory=set)

    @property
    def entity(self) -> Entity:
        """What the fields of this message are called in rule ids."""
        return "request-property" if self.direction == "request" else "response-property"

    def schemas(self, old: Schema, new: Schema, path: str) -> None:
        """Two states of one object at ``path``."""
        if (old.key, new.key) in self.seen:
            return
        self.seen.add((old.key, new.key))
        self._tables(old, new, path)
        before = own_fields(old, self.out.old.page)
        after = own_fields(new, self.out.new.page)
        if self.direction == "request":
            self._conditions(old.rules, new.rules, path, before, after)
        for one, other in match_fields(before, after, self._key(path)):
            if one is not None and other is not None:
                self.fields(one, other, join(path, other.wire))
            else:
                self._came_or_went(path, one, other)
        if old.additional is not None and new.additional is not None:
            self.fields(old.additional, new.additional, path + "{}")
        elif old.additional is not None or new.additional is not None:
            self._came_or_went(path, old.additional, new.additional)

    def _key(self, path: str) -> tuple[str, str]:
        """At the body's root the key that tells the operation, which is told with the operation."""
        if path != "$" or self.direction == "response":
            return "", ""
        return self.out.old.discriminator, self.out.new.discriminator

    def fields(self, old: Field, new: Field, path: str) -> None:
        """Two states of one field of a body."""
        if old.wire != new.wire and (old.wire, new.wire) != self._key(path.rpartition(".")[0]):
            self.out.field(
                self.entity,
                "renamed",
                f"{path.rpartition('.')[0]}.{old.wire}",
                old,
                new,
                old_value=quote(old.wire),
                new_value=quote(new.wire),
            )
        self.out.rename(NameChange(
            kind="attribute",
            operation=identity(self.out.new),
            old=old.attribute if new.attribute else "",
            new=new.attribute if old.attribute else "",
        ))  # fmt: skip
        compare_field(self.out, self.entity, path, old, new)
        self.types(old.type, new.type, path, old, new)
        describe_field(self.out, self.entity, path, old, new)

    def types(
        self, old: Type, new: Type, path: str, row: Field | None, new_row: Field | None
    ) -> None:
        """Two states of one type; what lies below is walked on."""
        match old, new:
            case Ref(), Ref():
                before = self.old.schemas.get(old.schema)
                after = self.new.schemas.get(new.schema)
                if before is not None and after is not None:
                    self.schemas(before, after, path)
            case Array(), Array():
                self.types(old.items, new.items, path + "[]", row, new_row)
            case Map(), Map():
                self.types(old.values, new.values, path + "{}", row, new_row)
            case _:
                if old != new:
                    self.out.field(
                        self.entity,
                        type_change(old, new),
                        path,
                        row,
                        new_row,
                        old_value=type_words(old),
                        new_value=type_words(new),
                    )

    def _came_or_went(self, path: str, old: Field | None, new: Field | None) -> None:
        row = new if new is not None else old
        assert row is not None
        kind = "added" if old is None else "removed"
        # Only a request can lack what is mandatory.
        suffix = "-required" if row.required and self.direction == "request" else ""
        self.out.field(self.entity, kind + suffix, join(path, row.wire), old, new)
        self.out.rename(
            NameChange(
                kind="attribute",
                operation=identity(self.out.new),
                old=old.attribute if old is not None else "",
                new=new.attribute if new is not None else "",
            )
        )

    def _tables(self, old: Schema, new: Schema, path: str) -> None:
        self.out.rename(
            NameChange(
                kind="class",
                operation=identity(self.out.new),
                old=old.name if new.name else "",
                new=new.name if old.name else "",
            )
        )
        before, after = _table(old, self.out.old.page), _table(new, self.out.new.page)
        if before is None or after is None or _same_text(before.caption, after.caption):
            return
        if before.caption and after.caption:
            row = Field(wire="", type=Free(), required=False, description=(), sources=(before,))
            other = Field(wire="", type=Free(), required=False, description=(), sources=(after,))
            self.out.field(
                self.entity,
                "table-renamed",
                path,
                row,
                other,
                old_value=quote(before.caption),
                new_value=quote(after.caption),
            )

    def _conditions(
        self,
        old: Sequence[BodyRule],
        new: Sequence[BodyRule],
        path: str,
        before: Sequence[Field],
        after: Sequence[Field],
    ) -> None:
        """Rules between the fields of a request; those of an answer are only words."""
        olds, news = ({item.wire: item for item in rows} for rows in (before, after))
        gone, come = olds.keys() - news.keys(), news.keys() - olds.keys()
        for change in compare_body_rules(old, new):
            # A rule that came or went with its field is part of that change.
            if change.field in gone or change.field in come:
                continue
            self.out.field(
                self.entity,
                change.kind,
                join(path, change.field),
                olds.get(change.field) or _at(change.old_source),
                news.get(change.field) or _at(change.new_source),
                old_value=change.old,
                new_value=change.new,
                least="risky" if change.advice else None,
            )


def compare_field(out: Collector, entity: Entity, path: str, old: Field, new: Field) -> None:
    """Whether it is mandatory, and its rules; not its type."""
    if old.required != new.required:
        kind = "became-required" if new.required else "became-optional"
        out.field(entity, kind, path, old, new)
    before, after = _own_rules(old, out.old.page), _own_rules(new, out.new.page)
    for change in compare_rules(before, after):
        if f"{entity}-{change.kind}" not in RULES:
            continue  # a query has no null: its words are told as changed
        out.field(
            entity,
            change.kind,
            path,
            old,
            new,
            old_value=change.old,
            new_value=change.new,
            least="risky" if change.advice else None,
        )


def describe_field(out: Collector, entity: Entity, path: str, old: Field, new: Field) -> None:
    """The words of the row, where nothing weightier was said of it."""
    if not out.touches(entity, path) and not _same_text(_words(old), _words(new)):
        out.field(entity, "description-changed", path, old, new)


def join(path: str, wire: str) -> str:
    """The path of the property ``wire`` of the object at ``path``."""
    return f"{path}.{wire}"


def own_fields(schema: Schema, page: str) -> tuple[Field, ...]:
    """The fields that ``page`` documents; all of them where the table stands on another page.

    A class that several pages share holds the fields of them all.
    """
    if not any(source.file == page for source in schema.sources):
        return schema.fields
    return tuple(
        item for item in schema.fields if any(source.file == page for source in item.sources)
    )


def match_fields(
    old: Sequence[Field], new: Sequence[Field], same: tuple[str, str] = ("", "")
) -> Iterator[tuple[Field | None, Field | None]]:
    """Pairs by name on the wire, then those that were only renamed, then what came or went.

    ``same`` are two names, old and new, that are known to be one field.
    """
    before = {item.wire: item for item in old}
    after = {item.wire: item for item in new}
    for wire, item in before.items():
        if wire in after:
            yield item, after[wire]
    gone = [item for wire, item in before.items() if wire not in after]
    come = [item for wire, item in after.items() if wire not in before]
    for item in gone:
        twin = next(
            (other for other in come if (item.wire, other.wire) == same or _renamed(item, other)),
            None,
        )
        if twin is not None:
            come.remove(twin)
        yield item, twin
    for item in come:
        yield None, item


def _renamed(old: Field, new: Field) -> bool:
    if type(old.type) is not type(new.type):
        return False
    if isinstance(old.type, Scalar) and old.type != new.type:
        return False
    if _letters(old.wire) == _letters(new.wire):
        return True
    before, after = _words(old), _words(new)
    if min(len(before), len(after)) < _ENOUGH_WORDS:
        return False
    # The name itself is often part of the text.
    before, after = before.replace(old.wire, ""), after.replace(new.wire, "")
    return SequenceMatcher(None, before, after, autojunk=False).ratio() >= _ALIKE


def _letters(wire: str) -> str:
    return re.sub(r"[^a-z0-9]", "", wire.casefold())


def type_change(old: Type, new: Type) -> str:
    """The kind of the change from one type to a different one."""
    match old, new:
        case Free(), Ref():
            return "structure-documented"
        case Ref(), Free():
            return "structure-undocumented"
    if _wider(new, old):
        return "type-widened"
    return "type-narrowed" if _wider(old, new) else "type-changed"


def _wider(wide: Type, narrow: Type) -> bool:
    match wide, narrow:
        case Scalar(kind="any"), _:
            return True
        case Scalar(kind="number"), Scalar(kind="integer"):
            return True
        case Free(), Map():
            return True
        case _:
            return False


def _own_rules(row: Field, page: str) -> tuple[ValueRule, ...]:
    own = tuple(rule for rule in row.rules if rule.source.file == page)
    return own if own else row.rules


def _words(row: Field) -> str:
    return " ".join(plain(block) for prose in (row.description, *row.variants) for block in prose)


def _same_text(old: str, new: str) -> bool:
    return " ".join(old.split()) == " ".join(new.split())


def _table(schema: Schema, page: str) -> Source | None:
    return next((item for item in schema.sources if item.file == page), None) or (
        schema.sources[0] if schema.sources else None
    )


def _at(source: Source | None) -> Field | None:
    """A row that stands for a place alone."""
    if source is None:
        return None
    return Field(wire="", type=Free(), required=False, description=(), sources=(source,))
