"""Tables as text: the lines of a grid or simple table cut into cells, each with its lines.

Knows no docutils. A table without spans (all that the docs have) is cut here by
column positions, which is many times faster than docutils' search for corners;
for anything else :func:`split_grid` and :func:`split_simple` return None and
docutils decides. A row whose own lines break the columns costs only itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from gen.document import Damage

_GRID_BORDER = re.compile(r"\+(?:-+\+)+|\+(?:=+\+)+")
_SIMPLE_RULE = re.compile(r"=+(?: +=+)*")


@dataclass(slots=True)
class CellText:
    """The lines of a cell, dedented, and ``first``: the index of its first line in the table's lines."""

    lines: list[str]
    first: int


@dataclass(slots=True)
class RowText:
    """A row: ``first`` is the index of its first line in the table's lines."""

    cells: list[CellText]
    first: int


@dataclass(slots=True)
class TableText:
    """A table cut up. ``damage`` has lines relative to the table's first line (0-based)."""

    header: list[RowText] = field(default_factory=list)
    body: list[RowText] = field(default_factory=list)
    damage: list[Damage] = field(default_factory=list)


def dedent(lines: list[str]) -> list[str]:
    """The lines without trailing blanks and without the indent they share."""
    if len(lines) == 1:
        return [lines[0].strip()]
    lines = [line.rstrip() for line in lines]
    indent = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    return [line[indent:] for line in lines] if indent else lines


def split_grid(lines: list[str], *, salvage: bool = False) -> TableText | None:
    """Cut the lines of a grid table; None where its borders are not those of a table without spans.

    With ``salvage``, rows whose lines do not fit the columns become damage
    (relative lines); without, they make the answer None too.
    """
    top = lines[0]
    if not _GRID_BORDER.fullmatch(top) or len(lines) < 3:
        return None
    posts = [index for index, char in enumerate(top) if char == "+"]
    rule, head_rule = top.replace("=", "-"), top.replace("-", "=")
    table = TableText()
    rows: list[RowText] = []
    start = 1
    if lines[-1] not in (rule, head_rule):
        if not salvage:
            return None
        if not _is_border(lines[-1]):
            table.damage.append(Damage("TW201", "the bottom border is missing", len(lines) - 1))
            lines = [*lines, rule]
    for index in range(1, len(lines)):
        line = lines[index]
        if line[:1] != "+":
            continue
        if salvage and line not in (rule, head_rule) and _is_border(line):
            table.damage.append(Damage("TW201", "a border of the table is broken", index))
            line = head_rule if line.count("=") > line.count("-") else rule
        heads = line == head_rule and index < len(lines) - 1
        if not heads and line not in (rule, head_rule):
            return None
        if start < index:
            block = lines[start:index]
            if _fits(block, posts):
                rows.append(_grid_row(block, posts, start))
            elif salvage:
                table.damage.append(_short_row(block, posts, start))
            else:
                return None
        start = index + 1
        if heads:
            if table.header or not rows:
                return None
            table.header, rows = rows, []
    table.body = rows
    return table


def _is_border(line: str) -> bool:
    """Whether a line is a border with some wrong characters in it."""
    return line[:1] == "+" and sum(char in "+-=" for char in line) * 10 > len(line) * 7


def has_typo(lines: list[str]) -> bool:
    """Whether a border has a character that no border can have, so that docutils would take it for text."""
    return any(
        _is_border(line) and line.strip("+-=") and not re.search(r"[| ]", line) for line in lines
    )


def _fits(block: list[str], posts: list[int]) -> bool:
    width = posts[-1] + 1
    return all(len(line) == width and all(line[post] == "|" for post in posts) for line in block)


def _grid_row(block: list[str], posts: list[int], first: int) -> RowText:
    cells = [
        CellText(dedent([line[left + 1 : right] for line in block]), first)
        for left, right in pairwise(posts)
    ]
    return RowText(cells, first)


def _short_row(block: list[str], posts: list[int], first: int) -> Damage:
    wanted = len(posts) - 1
    cells = max(line.count("|") for line in block) - 1
    name = block[0].strip("| ").split("|")[0].strip()
    if cells < wanted:
        message = f"row {name!r} has {max(cells, 0)} cells, the header has {wanted}"
        return Damage("TW202", message, first, rows=1)
    return Damage("TW201", f"row {name!r} does not fit the table's columns", first, rows=1)


def split_simple(lines: list[str]) -> TableText | None:
    """Cut the lines of a simple table, borders included; None where it has spans or odd rules.

    A row with text across a column's margin becomes damage (relative line).
    """
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    top = lines[0].rstrip()
    if len(lines) < 2 or lines[-1].rstrip() != top:
        return None
    columns = [match.span() for match in re.finditer("=+", top)]
    table = TableText()
    rows: list[RowText] = []
    start, open_row = 1, False
    edge = columns[0][1]
    last = len(lines) - 1

    def close(end: int) -> None:
        nonlocal open_row
        if open_row:
            _simple_row(lines[start:end], columns, start, table, rows)
        open_row = False

    for index in range(1, last + 1):
        line = lines[index]
        if line[:1] in "=-" and line and not line.strip("-= "):
            if line.startswith("-"):
                if "=" not in line and (" " in line or len(line) > 1):
                    return None
            elif _SIMPLE_RULE.fullmatch(line.rstrip()):
                if line.rstrip() != top:
                    return None
                close(index)
                start = index + 1
                if index != last:
                    if table.header or not rows:
                        return None
                    table.header, rows = rows, []
                continue
        if line[:edge].strip():
            close(index)
            start, open_row = index, True
        elif not open_row:
            start = index + 1
    table.body = rows
    return table


def _simple_row(
    block: list[str],
    columns: list[tuple[int, int]],
    first: int,
    table: TableText,
    rows: list[RowText],
) -> None:
    while block and not block[-1].strip():
        block = block[:-1]
    for (_, end), (following, _) in pairwise(columns):
        for line in block:
            if line[end:following].strip():
                name = block[0][: columns[0][1]].strip()
                message = f"row {name!r} has text across the margin of a column"
                table.damage.append(Damage("TW201", message, first, rows=1))
                return
    ends: list[int | None] = [*(end for _, end in columns[:-1]), None]
    cells = [
        CellText(dedent([line[begin:end] for line in block]), first)
        for (begin, _), end in zip(columns, ends, strict=True)
    ]
    rows.append(RowText(cells, first))


def count_rows(lines: list[str]) -> int:
    """How many body rows a table that cannot be cut seems to have; at least 1."""
    if lines[0].lstrip().startswith("+"):
        rules = [line.strip() for line in lines if line.lstrip().startswith("+")]
        head = any("=" in rule for rule in rules)
        return max(len(rules) - 1 - head, 1)
    body = [line for line in lines if line[:1].strip() and not line.startswith("=")]
    return max(len(body) - 1, 1)
