"""Which schemas there are to build, and from which tables: the linker's work list.

A schema is asked for before its fields are read, so that cycles end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gen.linker.examples import Shown
from gen.linker.log import Log
from gen.linker.search import Search
from gen.linker.tables import Node, Tables
from gen.model import Array, Direction, Field, Map, Ref, Schema, Source, Type
from gen.pages.page import ParameterRow


@dataclass(frozen=True, slots=True)
class Line:
    """A row under the name it has in its schema (``b`` of ``a.b``)."""

    name: str
    row: ParameterRow


@dataclass(frozen=True, slots=True)
class Recipe:
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


class Recipes:
    """Schemas by key, each with what it is made of; which tables were used."""

    def __init__(self, tables: Tables, log: Log, shown: Mapping[str, Shown]) -> None:
        self.tables = tables
        self.log = log
        self.search = Search(tables, log, shown)
        self.schemas: dict[str, Schema] = {}
        self.used: set[Node] = set()
        self.shown = shown
        self.waiting: list[Recipe] = []
        self.recipes: dict[str, Recipe] = {}
        self.opened: dict[str, Field] = {}

    def schema(self, nodes: tuple[Node, ...], direction: Direction, parent: str = "") -> str:
        """The key of the schema that ``nodes`` make in a direction, first met below ``parent``."""
        self.used.update(nodes)
        key = self.tables.key(nodes, direction)
        job = Recipe(
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
        return self.enter(job)

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
        return self.enter(
            Recipe(
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

    def extend(self, key: str, node: Node) -> None:
        """Add a table to a body's schema, as an alternative to those it has."""
        job = self.recipes[key]
        self.used.add(node)
        lines = tuple(Line(row.source.parameter, row) for row in node.table.rows)
        self.recipes[key] = replace(
            job,
            sources=(*job.sources, node.source),
            tables=(*job.tables, lines),
            owners=(*job.owners, node),
        )
        self.waiting.append(self.recipes[key])

    def wrap(self, key: str, inner: Type, direction: Direction, source: Source) -> str:
        """A schema with the one field ``key``, which examples show around a body's table."""
        self.log.say(
            "TW218",
            f"examples put the fields below {key!r}, which has no row",
            source,
            f"add a table with the row {key}, and refer from it to this table",
        )
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

    def united(self, one: str, other: str) -> str:
        """The schema of an object that two tables describe, each in part."""
        key = f"{one}|{other}"
        if key in self.schemas:
            return key
        first, second = self.schemas[one], self.schemas[other]
        a, b = self.recipes[one], self.recipes[other]
        return self.enter(
            Recipe(
                key,
                first.direction,
                first.caption,
                tuple(dict.fromkeys((*first.sources, *second.sources))),
                (*a.tables, *b.tables),
                tuple(dict.fromkeys((*a.owners, *b.owners))),
                first.page,
            )
        )

    def lines_of(self, key: str) -> tuple[ParameterRow, ...]:
        """The rows a schema is made of."""
        job = self.recipes.get(key)
        return tuple(line.row for lines in job.tables for line in lines) if job else ()

    def below(self, file: str, direction: Direction, parent: str) -> frozenset[str]:
        """The keys that a page's examples show below a key ('' for the root)."""
        return self.shown.get(file, Shown()).below.get((direction, parent), frozenset())

    def enter(self, job: Recipe) -> str:
        if job.key not in self.schemas:
            self.schemas[job.key] = Schema(
                key=job.key,
                direction=job.direction,
                caption=job.caption,
                sources=job.sources,
                fields=(),
                page=job.page,
            )
            self.waiting.append(job)
            self.recipes[job.key] = job
        return job.key


def _inner_key(type_: Type) -> str:
    while isinstance(type_, Array | Map):
        type_ = type_.items if isinstance(type_, Array) else type_.values
    return type_.schema if isinstance(type_, Ref) else ""
