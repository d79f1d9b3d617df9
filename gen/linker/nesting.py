"""Flat tables of nested messages: which rows the examples put below which.

A table may list the rows of several levels one after another; the page's examples show where
each belongs.
"""

from __future__ import annotations

from collections.abc import Sequence

from gen.linker.book import Book, is_open
from gen.linker.recipes import Line
from gen.linker.tables import Node
from gen.model import Direction, Json

Group = tuple[Node, tuple[Line, ...]]


def nest(
    groups: list[Group], values: Sequence[Json], names: set[str], book: Book, direction: Direction
) -> list[Group]:
    """Rows of one table sorted into two levels, where all examples put the others below one row."""
    keys = {key for value in values if isinstance(value, dict) for key in value}
    if len(keys) != 1 or len(groups) != 1 or not keys < names:
        return groups
    (key,), (node, lines) = keys, groups[0]
    if not all(isinstance(v, dict) and speaks_of(v[key], names - {key}) for v in values):
        return groups
    outer = [line for line in lines if line.name == key]
    if not is_open(book.type_of(outer[0].row, direction, (node,))):
        return groups
    inner = [Line(f"{key}.{line.name}", line.row) for line in lines if line.name != key]
    return [(node, (*outer, *inner))]


def sink(
    lines: tuple[Line, ...], node: Node, book: Book, direction: Direction, wrapper: str
) -> tuple[Line, ...]:
    """Rows that the examples show only below an open row of their table, put there.

    Again and again, as the open row may itself be put below another one.
    """
    opened = {
        line.row.source.line
        for line in lines
        if is_open(book.type_of(line.row, direction, (node,)))
    }
    for _ in lines:
        moved = tuple(_sunk(line, lines, opened, node, book, direction, wrapper) for line in lines)
        if moved == lines:
            break
        lines = moved
    return lines


def _sunk(
    line: Line,
    lines: tuple[Line, ...],
    opened: set[int],
    node: Node,
    book: Book,
    direction: Direction,
    wrapper: str,
) -> Line:
    parent, _, name = line.name.rpartition(".")
    level = book.below(node.file, direction, parent.rpartition(".")[2] or wrapper)
    if not level or name in level:
        return line
    homes = [
        other.name
        for other in lines
        if other is not line
        and other.row.source.line in opened
        and other.name.rpartition(".")[0] == parent
        and name in book.below(node.file, direction, other.name.rpartition(".")[2])
    ]
    return Line(f"{homes[0]}.{name}", line.row) if len(homes) == 1 else line


def speaks_of(value: Json, names: set[str]) -> bool:
    """Whether at least half the keys of an object, or of a list's objects, are ``names``."""
    parts = value if isinstance(value, list) else [value]
    shown = {key for part in parts if isinstance(part, dict) for key in part}
    return bool(shown) and 2 * len(shown & names) >= len(shown)


def wrapper_of(values: Sequence[Json], names: set[str]) -> str:
    """The single key, no row of the table, below which all examples put the table's fields."""
    keys = {key for value in values if isinstance(value, dict) for key in value}
    if len(keys) != 1 or keys & names or not all(isinstance(value, dict) for value in values):
        return ""
    (key,) = keys
    return key if all(key in value and speaks_of(value[key], names) for value in values) else ""
