"""Rows as fields: the type cell's words and tables as a type; rows that share a key as one field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gen.document import Prose, plain
from gen.linker import messages
from gen.linker.arbitrate import ANY, arbitrated, inferred
from gen.linker.cells import description, read_mandatory, read_name, singular
from gen.linker.examples import Shown
from gen.linker.recipes import Recipes
from gen.linker.tables import Node
from gen.model import Array, Direction, Field, Free, Map, Ref, Scalar, Type
from gen.pages.page import ParameterRow
from gen.vocabulary import ListOf, MapOf, Missing, Named, TypeExpr, Unknown, Word, parse_type


class FieldReader(Recipes):
    """Reads single rows; a row's object enters the work list."""

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
            message, hint = messages.shifted(row)
            self.log.say("TW219", message, row.source, hint)
        self.log.model(row.source)
        type_, from_examples = self._read_type(row, direction, owners)
        return Field(
            wire=wire,
            type=type_,
            required=required,
            description=description(row),
            sources=(row.source,),
            mandatory_cell=row.mandatory.text if row.mandatory else "",
            type_cell=row.type.text if row.type else "",
            inferred=from_examples,
        )

    def unite(self, before: Field | None, field: Field, quiet: bool = False) -> Field:
        """Two rows of one key as one field: both sources, mandatory only if both say so."""
        if before is None:
            return field
        if before.type != field.type and not quiet:
            message, hint = messages.two_types(before, field)
            self.log.say("TW217", message, before.source, hint)
        variants = before.variants
        if _words(field.description) not in map(_words, (before.description, *variants)):
            variants = (*variants, field.description)
        return replace(
            before,
            type=self._common(before.type, field.type),
            required=before.required and field.required,
            inferred=before.inferred and field.inferred,
            sources=tuple(dict.fromkeys((*before.sources, *field.sources))),
            variants=variants,
        )

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

    def type_of(self, row: ParameterRow, direction: Direction, owners: tuple[Node, ...]) -> Type:
        """The type a row's cells give, its object's table included."""
        return self._read_type(row, direction, owners)[0]

    def _read_type(
        self, row: ParameterRow, direction: Direction, owners: tuple[Node, ...]
    ) -> tuple[Type, bool]:
        """The row's type, and whether only the page's examples show it."""
        expr = parse_type(row.type)
        nodes = self.search.find(row, expr, direction, owners)
        if isinstance(expr, Unknown) and (not nodes or isinstance(expr.guess, ListOf)):
            self.log.say(
                "TW210",
                f"{row.source.parameter}: type {_short(expr.text)!r} is not known"
                + (f", taken as {_say(expr.guess)}" if expr.guess else ""),
                row.source,
                "use String, Integer, Boolean, Number, Object, or Array of one of them",
            )
        if self._is_list_of(expr, row, direction):
            expr = ListOf(expr)
        type_ = self._typed(expr, nodes, direction, row)
        shown = self.shown.get(row.source.file)
        if shown is None:
            return type_, False
        if isinstance(expr, Missing) and type_ == ANY:
            found = inferred(row.source.parameter, direction, shown)
            return found, found != ANY
        return self._arbitrated(type_, row, direction, shown), False

    def _is_list_of(self, expr: TypeExpr, row: ParameterRow, direction: Direction) -> bool:
        """Whether "Wheel objects" under a plural name is a list: it is, if no example shows an object."""
        name = row.source.parameter
        if not (isinstance(expr, Named) and expr.many) or singular(name) == name:
            return False
        shown = self.shown.get(row.source.file)
        return shown is None or (direction, name) not in shown.objects

    def _arbitrated(
        self, type_: Type, row: ParameterRow, direction: Direction, shown: Shown
    ) -> Type:
        """The type, or what all the page's examples show instead."""
        found, seen = arbitrated(type_, row.source.parameter, direction, shown)
        if seen:
            self.log.say(
                "TW224",
                f"{row.source.parameter}: the examples show {seen}, the table says"
                f" {row.type.text if row.type else 'nothing'}",
                row.source,
                "correct the type or the examples",
            )
        return found

    def table_type(self, nodes: tuple[Node, ...], direction: Direction, parent: str = "") -> Type:
        """The type that tables describe: a schema, or an array where the only row is its items."""
        if self.item_row(nodes) is not None:
            self.used.update(nodes)
            return Array(self.items(nodes, direction).type)
        ref = Ref(self.schema(nodes, direction, parent))
        return self._keyed(ref, nodes, direction, parent) if parent else ref

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
                if isinstance(guess, ListOf) or (guess is not None and table is None):
                    return self._typed(guess, nodes, direction, row)
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
        """``Map<String,X>`` is a map of X; a bare Map with a table is an open object.

        So is ``Map<String,Object>`` with a table, whose Object may be any value, unless the
        examples show other keys above the table's.
        """
        free = values == Named() and not self._other_keys(nodes, direction, row)
        if nodes and (values is None or isinstance(values, Word) or free):
            key = self.schema(nodes, direction, row.source.parameter)
            rest = Scalar(values.kind) if isinstance(values, Word) else ANY
            known = self.opened.get(key)
            self.opened[key] = Field(
                wire="",
                type=rest if known is None or known.type == rest else ANY,
                required=False,
                description=(),
                sources=tuple(dict.fromkeys((*(known.sources if known else ()), row.source))),
            )
            if key in self.schemas:
                self.schemas[key] = replace(self.schemas[key], additional=self.opened[key])
            return Ref(key)
        if values is None or (values == Named() and not nodes):
            return Map(ANY)  # Map<String,Object> is Java's: any value
        return Map(self._typed(values, nodes, direction, row, keyed=True))

    def _other_keys(
        self, nodes: tuple[Node, ...], direction: Direction, row: ParameterRow
    ) -> frozenset[str]:
        """The keys that examples show below a row, if none of them is a row of its tables."""
        names = {inner.source.parameter for node in nodes for inner in node.table.rows}
        keys = self.below(row.source.file, direction, row.source.parameter)
        return frozenset() if keys & names else frozenset(keys)

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
                return Ref(self.united(a, b))
            case _:
                return ANY


def _words(blocks: Prose) -> tuple[str, ...]:
    """What a description says, wherever it stands."""
    return tuple(plain(block) for block in blocks)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."


def _say(expr: TypeExpr) -> str:
    if isinstance(expr, ListOf):
        return "a list of objects"
    return expr.kind if isinstance(expr, Word) else "an object"
