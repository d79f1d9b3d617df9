"""Whole tables as schemas: fields in order, alternatives, dotted names, dynamic keys."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gen.linker import messages
from gen.linker.arbitrate import ANY
from gen.linker.cells import RowName, is_any_key, read_name
from gen.linker.examples import Shown
from gen.linker.fields import FieldReader
from gen.linker.recipes import Line, Recipe
from gen.linker.tables import Node
from gen.model import Array, Direction, Field, Free, Map, Ref, Scalar, Schema, Type


@dataclass(frozen=True, slots=True)
class Rows:
    """What lines make together: fields, the row of a dynamic key, the row of a root array's items."""

    fields: tuple[Field, ...]
    additional: Field | None = None
    item: Field | None = None


class Book(FieldReader):
    """The schemas of a service, built when first asked for."""

    def finish(self) -> None:
        """Build every schema that was asked for, and those they ask for."""
        while self.waiting:
            job = self.waiting.pop()
            rows = self.rows(job)
            additional = rows.additional or self.opened.get(job.key)
            if rows.item is not None:
                self.log.refuse(
                    "TW226",
                    "a row for the items of an array stands among the fields of an object",
                    rows.item.source,
                    "give the items a table of their own",
                )
            self.schemas[job.key] = Schema(
                key=job.key,
                direction=job.direction,
                caption=job.caption,
                sources=job.sources,
                fields=rows.fields,
                additional=additional,
                page=job.page,
            )

    def rows(self, job: Recipe) -> Rows:
        """The fields of an object that one table describes, or several tables.

        Of several tables none is known to hold alone: a field is mandatory if all of them
        say so, or if they have nothing in common and every example has it.
        """
        alternatives = [self._table_rows(lines, job) for lines in job.tables]
        if len(alternatives) == 1:
            return alternatives[0]
        merged: dict[str, Field] = {}
        for rows in alternatives:
            for field in rows.fields:
                merged[field.wire] = self.unite(merged.get(field.wire), field)
        common = [
            wire
            for wire in merged
            if all(
                any(field.wire == wire and field.required for field in rows.fields)
                for rows in alternatives
            )
        ]
        if job.always is not None and len(merged) == sum(len(r.fields) for r in alternatives):
            common += [
                wire for wire, field in merged.items() if field.required and wire in job.always
            ]
        return Rows(
            tuple(replace(field, required=wire in common) for wire, field in merged.items()),
            self._any_key([rows.additional for rows in alternatives if rows.additional]),
            next((rows.item for rows in alternatives if rows.item), None),
        )

    def _any_key(self, rows: list[Field]) -> Field | None:
        """The dynamic key of several tables as one field."""
        made: Field | None = None
        for row in rows:
            made = self.unite(made, row, quiet=True)
        return made

    def _table_rows(self, lines: tuple[Line, ...], job: Recipe) -> Rows:
        direction, owners, key = job.direction, job.owners, job.key
        if job.parent and lines:
            below = self.below(lines[0].row.source.file, direction, job.parent)
            if len(lines) == 1 and is_any_key(lines[0].row, below):
                return Rows((), self.field("", lines[0].row, direction, owners))
            if (
                below
                and [line.name for line in lines] == ["key", "value"]
                and not (below & {"key", "value"})
            ):
                pair = [self.field("", line.row, direction, owners) for line in lines]
                return Rows((), replace(pair[1], sources=pair[1].sources + pair[0].sources))
        fields: dict[str, Field] = {}
        additional: Field | None = None
        item: Field | None = None
        known = self.shown.get(owners[0].file, Shown()).keys if owners else frozenset()
        lines, nested = _take_nested(lines, known)
        for line in lines:
            name = read_name(line.name, known)
            if name.item:
                item = item or self.field("", line.row, direction, owners)
                continue
            if not name.wires and not name.dynamic:
                self.log.refuse(
                    "TW226",
                    "the row has no name",
                    line.row.source,
                    "name the parameter in the first cell",
                )
                continue
            if name.dynamic:
                additional = self._dynamic(additional, line, name, direction, owners)
                continue
            self._report_name(line, name)
            for wire in name.wires:
                field = self.field(wire, line.row, direction, owners)
                if wire in nested:
                    field = self._with_nested(field, nested[wire], direction, owners, key)
                if wire in fields and len(name.wires) == 1:
                    self._report_twice(wire, fields[wire], field)
                fields[wire] = self.unite(fields.get(wire), field)
        return Rows(tuple(fields.values()), additional, item)

    def _dynamic(
        self,
        before: Field | None,
        line: Line,
        name: RowName,
        direction: Direction,
        owners: tuple[Node, ...],
    ) -> Field:
        """The row of keys that the docs describe instead of naming."""
        field = self.field("", line.row, direction, owners)
        if isinstance(field.type, Map) and name.dynamic and not name.spoiled:
            field = replace(field, type=field.type.values)  # the row's map is the object itself
        if name.spoiled:
            self._report_name(line, name)
        if before is None:
            return field
        united = self.unite(before, field)
        return united if before.type == field.type else replace(united, type=ANY)

    def _with_nested(
        self,
        field: Field,
        lines: tuple[Line, ...],
        direction: Direction,
        owners: tuple[Node, ...],
        key: str,
    ) -> Field:
        """A field whose object's fields stand in the same table as ``field.inner`` rows."""
        inner = self.enter(
            Recipe(
                f"{key}.{field.wire}",
                direction,
                field.wire,
                tuple(line.row.source for line in lines),
                (lines,),
                owners,
                field.source.file,
            )
        )
        return replace(field, type=self._common(_objects(field.type), _shape(field.type, inner)))

    def _report_name(self, line: Line, name: RowName) -> None:
        if name.spoiled:
            message, hint = messages.no_key(line.row.source.parameter, name.wires, name.dynamic)
            self.log.say("TW223", message, line.row.source, hint)

    def _report_twice(self, wire: str, before: Field, field: Field) -> None:
        message, hint = messages.twice(wire, before.source)
        self.log.say("TW216", message, field.source, hint)


_INDEX = re.compile(r"\[(?:\d+|\*|[a-z])?\]")  # tags[], tags[0], tags[n]
_STEP = re.compile(r"\s*-?>\s*")  # tags->key, tags > key


def _take_nested(
    lines: tuple[Line, ...], known: frozenset[str]
) -> tuple[tuple[Line, ...], dict[str, tuple[Line, ...]]]:
    """Lines, and apart from them the ``a.b`` lines below a line ``a`` of the same table."""
    names = {line.name for line in lines}
    kept: list[Line] = []
    nested: dict[str, list[Line]] = {}
    for line in lines:
        clean = _STEP.sub(".", _INDEX.sub("", line.name))
        prefix, dot, rest = clean.partition(".")
        if dot and rest and prefix in names and line.name not in known:
            nested.setdefault(prefix, []).append(Line(rest, line.row))
        else:
            kept.append(line)
    return tuple(kept), {name: tuple(rows) for name, rows in nested.items()}


def is_open(type_: Type) -> bool:
    """Whether a type leaves its object's fields unsaid."""
    match type_:
        case Free() | Scalar("any") | Map(Scalar()):
            return True
        case Array(inner):
            return is_open(inner)
        case _:
            return False


def _objects(type_: Type) -> Type:
    return ANY if isinstance(type_, Scalar) else type_


def _shape(type_: Type, key: str) -> Type:
    """A reference in the place of the objects of a type."""
    return Array(Ref(key)) if isinstance(type_, Array) else Ref(key)
