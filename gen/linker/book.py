"""Schemas out of tables: types, nesting, cycles, alternatives, dotted names, dynamic keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gen.linker.cells import RowName, description, is_any_key, read_mandatory, read_name
from gen.linker.examples import Shown
from gen.linker.log import Log
from gen.linker.search import Search
from gen.linker.tables import Node, Tables
from gen.model import Array, Direction, Field, Free, Map, Ref, Scalar, Schema, Source, Type
from gen.pages.page import ParameterRow
from gen.vocabulary import ListOf, MapOf, Missing, Named, TypeExpr, Unknown, Word, parse_type

ANY = Scalar("any")


@dataclass(frozen=True, slots=True)
class Line:
    """A row under the name it has in its schema (``b`` of ``a.b``)."""

    name: str
    row: ParameterRow


@dataclass(frozen=True, slots=True)
class _Job:
    """A schema to be built. ``tables`` are alternatives: each a table's lines."""

    key: str
    direction: Direction
    caption: str
    sources: tuple[Source, ...]
    tables: tuple[tuple[Line, ...], ...]
    owners: tuple[Node, ...]
    page: str
    always: frozenset[str] | None = None
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """What lines make together: fields, the row of a dynamic key, the row of a root array's items."""

    fields: tuple[Field, ...]
    additional: Field | None = None
    item: Field | None = None


class Book:
    """The schemas of a service, built when first asked for."""

    def __init__(self, tables: Tables, log: Log, shown: Mapping[str, Shown]) -> None:
        self.tables = tables
        self.log = log
        self.search = Search(tables, log)
        self.schemas: dict[str, Schema] = {}
        self.used: set[Node] = set()
        self.shown = shown
        self._jobs: list[_Job] = []
        self._recipes: dict[str, _Job] = {}
        self._opened: dict[str, Field] = {}

    # ---- tables ---------------------------------------------------------

    def table_type(self, nodes: tuple[Node, ...], direction: Direction, parent: str = "") -> Type:
        """The type that tables describe: a schema, or an array where the only row is its items."""
        if self.item_row(nodes) is not None:
            self.used.update(nodes)
            return Array(self.items(nodes, direction).type)
        ref = Ref(self.schema(nodes, direction, parent))
        return self._keyed(ref, nodes, direction, parent) if parent else ref

    def _keyed(self, ref: Ref, nodes: tuple[Node, ...], direction: Direction, parent: str) -> Type:
        """A map of ``ref`` where the examples show free keys above the table's fields."""
        file = nodes[0].file
        names = {row.source.parameter for node in nodes for row in node.table.rows}
        keys = self.below(file, direction, parent)
        if not keys or keys & names:
            return ref
        inner = [self.below(file, direction, key) for key in keys]
        if not all(below and 2 * len(below & names) >= len(below) for below in inner):
            return ref
        lists = self.shown[file].lists
        return Map(Array(ref) if all((direction, key) in lists for key in keys) else ref)

    def schema(self, nodes: tuple[Node, ...], direction: Direction, parent: str = "") -> str:
        """The key of the schema that ``nodes`` make in a direction, first met below ``parent``."""
        self.used.update(nodes)
        key = self.tables.key(nodes, direction)
        job = _Job(
            key,
            direction,
            nodes[0].table.caption,
            tuple(node.source for node in nodes),
            tuple(
                tuple(Line(row.source.parameter, row) for row in node.table.rows) for node in nodes
            ),
            nodes,
            nodes[0].file,
            parent=parent,
        )
        return self._enter(job)

    def below(self, file: str, direction: Direction, parent: str) -> frozenset[str]:
        """The keys that a page's examples show below a key ('' for the root)."""
        return self.shown.get(file, Shown()).below.get((direction, parent), frozenset())

    def root(
        self,
        groups: Sequence[tuple[Node, tuple[Line, ...]]],
        direction: Direction,
        always: frozenset[str] | None,
    ) -> str:
        """The key of a body's schema: whole tables, or only those lines that are the body's.

        ``always``: the keys that every example of the body has, None where there is none.
        """
        nodes = tuple(node for node, _ in groups)
        whole = all(len(lines) == len(node.table.rows) for node, lines in groups)
        self.used.update(nodes)
        return self._enter(
            _Job(
                self.tables.key(nodes, direction) + ("" if whole else ":body"),
                direction,
                nodes[0].table.caption,
                tuple(node.source for node in nodes),
                tuple(lines for _, lines in groups),
                nodes,
                nodes[0].file,
                always,
            )
        )

    def lines_of(self, key: str) -> tuple[ParameterRow, ...]:
        """The rows a schema is made of."""
        job = self._recipes.get(key)
        return tuple(line.row for lines in job.tables for line in lines) if job else ()

    def item_row(self, nodes: Iterable[Node]) -> ParameterRow | None:
        """The row of a table that only says what an array's items are."""
        rows = [row for node in nodes for row in node.table.rows]
        names = [read_name(row.source.parameter) for row in rows]
        return rows[0] if rows and all(name.item for name in names) else None

    def items(self, nodes: tuple[Node, ...], direction: Direction) -> Field:
        """The row or rows of a root array's items; several are alternatives.

        ``Array of X`` there means the root, not a list of lists.
        """
        made: Field | None = None
        self.used.update(nodes)
        for row in (row for node in nodes for row in node.table.rows):
            field = self.field("", row, direction, nodes)
            if isinstance(field.type, Array):
                field = replace(field, type=field.type.items)
            made = self.unite(made, field, quiet=True)
        assert made is not None
        return made

    def wrap(self, key: str, inner: Type, direction: Direction, source: Source) -> str:
        """A schema with the one field ``key``, which examples show around a body's table."""
        self.log.say(
            "TW218",
            f"examples put the fields below {key!r}, which has no row",
            source,
            f"add a table with the row {key}, and refer from it to this table",
        )
        source = replace(source, parameter=key)
        field = Field(wire=key, type=inner, required=True, description=(), sources=(source,))
        name = f"{_inner_key(inner)}<{key}"
        self.schemas[name] = Schema(
            key=name,
            direction=direction,
            caption="",
            sources=(source,),
            fields=(field,),
            page=source.file,
        )
        return name

    def extend(self, key: str, node: Node) -> None:
        """Add a table to a body's schema, as an alternative to those it has."""
        job = self._recipes[key]
        self.used.add(node)
        lines = tuple(Line(row.source.parameter, row) for row in node.table.rows)
        self._recipes[key] = replace(
            job,
            sources=(*job.sources, node.source),
            tables=(*job.tables, lines),
            owners=(*job.owners, node),
        )
        self._jobs.append(self._recipes[key])

    def finish(self) -> None:
        """Build every schema that was asked for, and those they ask for."""
        while self._jobs:
            job = self._jobs.pop()
            rows = self.rows(job)
            additional = rows.additional or self._opened.get(job.key)
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

    def _enter(self, job: _Job) -> str:
        if job.key not in self.schemas:
            self.schemas[job.key] = Schema(
                key=job.key,
                direction=job.direction,
                caption=job.caption,
                sources=job.sources,
                fields=(),
                page=job.page,
            )
            self._jobs.append(job)
            self._recipes[job.key] = job
        return job.key

    # ---- rows -----------------------------------------------------------

    def rows(self, job: _Job) -> Rows:
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
            next((rows.additional for rows in alternatives if rows.additional), None),
            next((rows.item for rows in alternatives if rows.item), None),
        )

    def _table_rows(self, lines: tuple[Line, ...], job: _Job) -> Rows:
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
            if name.dynamic or not name.wires:
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

    def field(
        self, wire: str, row: ParameterRow, direction: Direction, owners: tuple[Node, ...]
    ) -> Field:
        """One row as a field named ``wire``."""
        required, readable = read_mandatory(row.mandatory)
        if not readable:
            self.log.say(
                "TW215",
                (
                    f"{row.source.parameter}: Mandatory says {_short(row.mandatory.text)!r}"
                    if row.mandatory
                    else ""
                ),
                row.source,
                "say Yes or No, and put the condition into the description",
            )
        if row.shifted:
            self.log.say(
                "TW219",
                f"{row.source.parameter}: the cells stand under the wrong headings",
                row.source,
                "put each cell under its heading",
            )
        self.log.model(row.source)
        return Field(
            wire=wire,
            type=self.type_of(row, direction, owners),
            required=required,
            description=description(row),
            sources=(row.source,),
            mandatory_cell=row.mandatory.text if row.mandatory else "",
            type_cell=row.type.text if row.type else "",
        )

    def unite(self, before: Field | None, field: Field, quiet: bool = False) -> Field:
        """Two rows of one key as one field: both sources, mandatory only if both say so."""
        if before is None:
            return field
        if before.type != field.type and not quiet:
            self.log.say(
                "TW217",
                f"{field.wire}: {before.type_cell or 'no type'} here,"
                f" {field.type_cell or 'no type'} in line {field.source.line}",
                before.source,
                "give one type in all rows of the parameter",
            )
        variants = before.variants
        if field.description != before.description and field.description not in variants:
            variants = (*variants, field.description)
        return replace(
            before,
            type=self._common(before.type, field.type),
            required=before.required and field.required,
            sources=tuple(dict.fromkeys((*before.sources, *field.sources))),
            variants=variants,
        )

    def _common(self, one: Type, other: Type) -> Type:
        """The type that takes both. An object's fields are known from either of its tables."""
        match one, other:
            case _ if one == other:
                return one
            case (Free() | Scalar("any"), Ref() | Map()) | (Scalar("any"), Array()):
                return other
            case (Ref() | Map(), Free() | Scalar("any")) | (Array(), Scalar("any")):
                return one
            case Array(a), Array(b):
                return Array(self._common(a, b))
            case Map(a), Map(b):
                return Map(self._common(a, b))
            case Scalar(a), Scalar(b) if {a, b} == {"integer", "number"}:
                return Scalar("number")
            case Ref(a), Ref(b):
                return Ref(self._united_schema(a, b))
            case _:
                return ANY

    def _united_schema(self, one: str, other: str) -> str:
        """The schema of an object that two tables describe, each in part."""
        key = f"{one}|{other}"
        if key in self.schemas:
            return key
        first, second = self.schemas[one], self.schemas[other]
        a, b = self._recipes[one], self._recipes[other]
        return self._enter(
            _Job(
                key,
                first.direction,
                first.caption,
                tuple(dict.fromkeys((*first.sources, *second.sources))),
                (*a.tables, *b.tables),
                tuple(dict.fromkeys((*a.owners, *b.owners))),
                first.page,
            )
        )

    # ---- types ----------------------------------------------------------

    def type_of(self, row: ParameterRow, direction: Direction, owners: tuple[Node, ...]) -> Type:
        """The type a row's cells give, its object's table included."""
        expr = parse_type(row.type)
        nodes = self.search.find(row, expr, direction, owners)
        if isinstance(expr, Unknown) and not nodes:
            self.log.say(
                "TW210",
                f"{row.source.parameter}: type {_short(expr.text)!r} is not known"
                + (f", taken as {_say(expr.guess)}" if expr.guess else ""),
                row.source,
                "use String, Integer, Boolean, Number, Object, or Array of one of them",
            )
        return self._typed(expr, nodes, direction, row)

    def _typed(
        self,
        expr: TypeExpr,
        nodes: tuple[Node, ...],
        direction: Direction,
        row: ParameterRow,
        keyed: bool = False,
    ) -> Type:
        """The type of an expression whose object ``nodes`` describe; ``keyed`` below a map."""
        if isinstance(expr, MapOf):
            return self._map(expr.values, nodes, direction, row)
        parent = "" if keyed else row.source.parameter
        table = self.table_type(nodes, direction, parent) if nodes else None
        match expr:
            case Word(kind, _):
                return Scalar(kind)
            case Named():
                return table or Free()
            case Missing():
                return table or ANY
            case Unknown(_, guess, _):
                if guess is not None and table is None:
                    return self._typed(guess, (), direction, row)
                return table or (
                    Free() if self.below(row.source.file, direction, row.source.parameter) else ANY
                )
            case ListOf(None, _):
                return table if isinstance(table, Array) else Array(table or ANY)
            case ListOf(items, _) if items is not None:
                if isinstance(table, Array) and not isinstance(items, ListOf):
                    return table
                return Array(self._typed(items, nodes, direction, row, keyed))
            case _:
                return ANY

    def _map(
        self,
        values: TypeExpr | None,
        nodes: tuple[Node, ...],
        direction: Direction,
        row: ParameterRow,
    ) -> Type:
        """``Map<String,X>`` is a map of X; a bare Map with a table is an open object."""
        if nodes and (values is None or isinstance(values, Word)):
            key = self.schema(nodes, direction, row.source.parameter)
            rest = Scalar(values.kind) if isinstance(values, Word) else ANY
            self._opened[key] = Field(
                wire="", type=rest, required=False, description=(), sources=(row.source,)
            )
            if key in self.schemas:
                self.schemas[key] = replace(self.schemas[key], additional=self._opened[key])
            return Ref(key)
        if values is None or (values == Named() and not nodes):
            return Map(ANY)  # Map<String,Object> is Java's: any value
        return Map(self._typed(values, nodes, direction, row, keyed=True))

    # ---- rows that speak of an inner object ------------------------------

    def _with_nested(
        self,
        field: Field,
        lines: tuple[Line, ...],
        direction: Direction,
        owners: tuple[Node, ...],
        key: str,
    ) -> Field:
        """A field whose object's fields stand in the same table as ``field.inner`` rows."""
        inner = self._enter(
            _Job(
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

    # ---- what rows are reported for --------------------------------------

    def _report_name(self, line: Line, name: RowName) -> None:
        if name.spoiled:
            meant = f", taken as {', '.join(name.wires)}" if name.wires and not name.dynamic else ""
            self.log.say(
                "TW223",
                f"{line.row.source.parameter!r} cannot be a key on the wire{meant}",
                line.row.source,
                "write the key exactly as it is sent, or {…} for any key",
            )

    def _report_twice(self, wire: str, before: Field, field: Field) -> None:
        self.log.say(
            "TW216",
            f"{wire} has another row in line {before.source.line}",
            field.source,
            "keep one row for each parameter",
        )


def _take_nested(
    lines: tuple[Line, ...], known: frozenset[str]
) -> tuple[tuple[Line, ...], dict[str, tuple[Line, ...]]]:
    """Lines, and apart from them the ``a.b`` lines below a line ``a`` of the same table."""
    names = {line.name for line in lines}
    kept: list[Line] = []
    nested: dict[str, list[Line]] = {}
    for line in lines:
        clean = line.name.replace("[]", "").replace("[*]", "")
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


def _inner_key(type_: Type) -> str:
    while isinstance(type_, Array | Map):
        type_ = type_.items if isinstance(type_, Array) else type_.values
    return type_.schema if isinstance(type_, Ref) else ""


def _objects(type_: Type) -> Type:
    return ANY if isinstance(type_, Scalar) else type_


def _shape(type_: Type, key: str) -> Type:
    """A reference in the place of the objects of a type."""
    return Array(Ref(key)) if isinstance(type_, Array) else Ref(key)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."


def _say(expr: TypeExpr) -> str:
    return expr.kind if isinstance(expr, Word) else "an object"
