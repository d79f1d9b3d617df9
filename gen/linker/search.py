"""Which table describes an object: by reference in the type, the name, the description; by caption."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gen.linker import messages
from gen.linker.cells import cell_refs, fold, singular
from gen.linker.examples import Shown
from gen.linker.log import Log
from gen.linker.tables import Node, Tables, caption_names
from gen.model import Direction
from gen.pages.page import ParameterRow
from gen.vocabulary import (
    ListOf,
    MapOf,
    Missing,
    Named,
    TypeExpr,
    Unknown,
    Word,
    targets,
)


class Search:
    """Looks a row's table up; remembers which tables were found, and which only by caption."""

    def __init__(self, tables: Tables, log: Log, shown: Mapping[str, Shown]) -> None:
        self.tables = tables
        self.log = log
        self.shown = shown

    def find(
        self, row: ParameterRow, expr: TypeExpr, direction: Direction, owners: tuple[Node, ...]
    ) -> tuple[Node, ...]:
        """The tables of a row's object; more than one where the cell names alternatives."""
        nodes = self._structural(targets(expr), row) or self._structural(
            tuple(label for _, label in cell_refs(row.name)), row
        )
        if not nodes and wants_table(expr):
            nodes = self._described(row, expr, direction, owners)
        if nodes:
            return tuple(self._own_copy(node, row, expr, direction, owners) for node in nodes)
        return self._captioned(row, expr, direction, owners) if wants_table(expr) else ()

    def _own_copy(
        self,
        node: Node,
        row: ParameterRow,
        expr: TypeExpr,
        direction: Direction,
        owners: tuple[Node, ...],
    ) -> Node:
        """The page's own table where a reference was copied along with a row from elsewhere.

        It has the caption of the table referred to, or the name of the field or type, at
        least half its fields, and no reference of its own.
        """
        wanted = _wanted(row, expr)
        here = node.file == row.source.file and node.table.direction == direction
        if here and (node.table.role != "schema" or wanted & caption_names(node.table.caption)):
            return node
        theirs = {other.source.parameter for other in node.table.rows}
        for own in self.tables.by_page[row.source.file]:
            if (
                own is node
                or own.table.role != "schema"
                or own.table.direction != direction
                or own in self.tables.pointed_at
                or own in owners
            ):
                continue
            mine = {other.source.parameter for other in own.table.rows}
            same = own.table.caption and own.table.caption == node.table.caption
            if (same or wanted & caption_names(own.table.caption)) and 2 * len(
                mine & theirs
            ) >= min(len(mine), len(theirs)) > 0:
                message, hint = messages.copied(row.source.parameter, node, own)
                self.log.say("TW214", message, row.source, hint)
                return own
        return node

    def _structural(self, labels: Iterable[str], row: ParameterRow) -> tuple[Node, ...]:
        """Tables a reference in the type or name cell leads to; a finding where it leads to none."""
        found: list[Node] = []
        for label in labels:
            nodes = self.tables.find(label)
            fields = [node for node in nodes if node.has_fields]
            if fields:
                found.append(fields[0])
                continue
            page = self.tables.page_of(label)
            if page is None and not nodes:
                known = self.tables.labels
                message, hint = messages.no_label(row.source.parameter, label, known)
                self.log.say("TW211", message, row.source, hint)
            elif (
                page is not None
                and page != row.source.file
                and (only := self.tables.only_table(page))
            ):
                found.append(only)
            else:
                what = (
                    f"a table of other things (line {nodes[0].table.line})"
                    if nodes
                    else f"the page {page}"
                )
                message, hint = messages.no_fields(row.source.parameter, label, what)
                self.log.say("TW212", message, row.source, hint)
        return tuple(dict.fromkeys(found))

    def _described(
        self, row: ParameterRow, expr: TypeExpr, direction: Direction, owners: tuple[Node, ...]
    ) -> tuple[Node, ...]:
        """The table that the description of an object refers to."""
        candidates: list[Node] = []
        for _, label in cell_refs(row.description):
            for node in self.tables.find(label)[:1]:
                elsewhere = node.file != row.source.file
                if node.has_fields and node not in owners:
                    if (
                        elsewhere
                        and node.table.role != "schema"
                        and not self._fits(node, row, direction)
                    ):
                        continue
                    candidates.append(node)
            page = self.tables.page_of(label)
            if page and self.tables.pages[page].kind == "schema":
                only = self.tables.only_table(page)
                if only is not None and only not in owners:
                    candidates.append(only)
        if not candidates:
            return ()
        wanted = _wanted(row, expr)
        return (
            next((node for node in candidates if wanted & caption_names(node.table.caption)), None)
            or next((node for node in candidates if _near(node, row, direction)), candidates[0]),
        )

    def _fits(self, node: Node, row: ParameterRow, direction: Direction) -> bool:
        """Whether the examples put the fields of another page's message below this row."""
        shown = self.shown.get(row.source.file, Shown())
        keys = shown.below.get((direction, row.source.parameter), frozenset())
        names = {other.source.parameter for other in node.table.rows}
        return 2 * len(keys & names) >= len(keys) > 0

    def _captioned(
        self, row: ParameterRow, expr: TypeExpr, direction: Direction, owners: tuple[Node, ...]
    ) -> tuple[Node, ...]:
        """The table whose caption names the field or its type: on the page, or on a page of types.

        A map of anything is not described by a table that another row refers to.
        """
        name = _type_name(expr)
        here = row.source.file
        for wanted in (name, row.source.parameter):
            if not wanted:
                continue
            for nodes in (
                self.tables.captioned(here, wanted, direction),
                self.tables.captioned(here, singular(wanted), direction),
            ):
                own = [
                    node
                    for node in nodes
                    if node not in owners
                    and node.table.role == "schema"
                    and not (
                        isinstance(expr, MapOf) and not name and node in self.tables.pointed_at
                    )
                ]
                if own:
                    later = [node for node in own if node.table.line > row.source.line]
                    return ((later or own)[0],)
        if name:
            for file, page in self.tables.pages.items():
                if page.kind == "schema" and file != here:
                    for node in self.tables.captioned(file, name, None):
                        return (node,)
        return ()


def wants_table(expr: TypeExpr) -> bool:
    """Whether a type leaves room for a table of fields."""
    match expr:
        case Named() | Missing():
            return True
        case ListOf(items, _):
            return items is None or wants_table(items)
        case MapOf(values, _):
            return values is None or isinstance(values, Word) or wants_table(values)
        case Unknown(_, guess, _):
            return guess is None
        case _:
            return False


def _type_name(expr: TypeExpr) -> str:
    match expr:
        case Named(name, _, _):
            return name
        case ListOf(items, _) | MapOf(items, _) if items is not None:
            return _type_name(items)
        case Unknown(text, None, _):
            return text
        case _:
            return ""


def _wanted(row: ParameterRow, expr: TypeExpr) -> frozenset[str]:
    names = {row.source.parameter, _type_name(expr)} - {""}
    return frozenset(fold(form) for name in names for form in (name, singular(name)))


def _near(node: Node, row: ParameterRow, direction: Direction) -> bool:
    """On the row's page, a nested object's table, of the same direction."""
    return (
        node.file == row.source.file
        and node.table.role == "schema"
        and node.table.direction == direction
    )
