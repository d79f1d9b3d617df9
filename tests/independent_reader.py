"""A small plain-text reader of RST grid and simple tables, for counting and sampling.

It shares nothing with ``gen`` and uses no docutils, so that its count of rows
is a second opinion. It knows tables without spans, at any indentation, in a
``.. table::`` directive or bare, and steps over literal blocks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

_GRID = re.compile(r"^( *)\+(?:-+\+)+ *$")
_GRID_HEAD = re.compile(r"^ *\+(?:=+\+)+ *$")
_SIMPLE = re.compile(r"^( *)=+(?: +=+)* *$")
_TABLE = re.compile(r"^( *)\.\. table::(.*)$")
_CODE = re.compile(r"^( *(?:- +)*)\.\. (?:code-block|code|parsed-literal|sourcecode)::")
_FILLER = "\ue000"  # stands behind a wide character, so that columns keep their offsets


@dataclass(frozen=True)
class Row:
    """One row: the cells' source lines joined by newlines, dedented; 1-based first line."""

    cells: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Table:
    """A table: header cells, body rows, caption as written, section title above it."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    line: int
    caption: str
    section: str
    kind: str


def read(path: Path) -> list[Table]:
    """All tables of a file, in order."""
    return read_text(path.read_text(encoding="utf-8"))


def read_text(text: str) -> list[Table]:
    """All tables of a page, in order; lines are 1-based."""
    lines = [_widen(line) for line in text.expandtabs(8).splitlines()]
    tables: list[Table] = []
    caption, section, at = "", "", 0
    while at < len(lines):
        line = lines[at]
        if code := _CODE.match(line):
            at = _after_indented(lines, at, len(code[1]))
            continue
        if line.rstrip().endswith("::") and not line.lstrip().startswith(".. "):
            at = _after_indented(lines, at, len(line) - len(line.lstrip()))
            continue
        if directive := _TABLE.match(line):
            caption, at = _caption(lines, at, directive)
            continue
        if at and re.fullmatch(r"([-=])\1{2,} *", line) and lines[at - 1].strip():
            section, caption = lines[at - 1].strip(), ""
            at += 1
            continue
        reader = _grid if _GRID.match(line) else _simple if _opens_simple(lines, at) else None
        if reader is None:
            at += 1
            continue
        header, rows, end = reader(lines, at)
        kind = "grid" if reader is _grid else "simple"
        tables.append(Table(header, rows, at + 1, _narrow(caption), _narrow(section), kind))
        caption, at = "", end
    return tables


def _widen(line: str) -> str:
    """The line with one character per column: combining marks off, wide ones padded."""
    out = []
    for char in line.rstrip():
        if unicodedata.combining(char):
            continue
        out.append(char)
        if unicodedata.east_asian_width(char) in "WF":
            out.append(_FILLER)
    return "".join(out)


def _narrow(text: str) -> str:
    return text.replace(_FILLER, "")


def _after_indented(lines: list[str], at: int, indent: int) -> int:
    """The first line after the block that is indented deeper than ``indent`` and follows ``at``."""
    at += 1
    while at < len(lines):
        line = lines[at]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        at += 1
    return at


def _caption(lines: list[str], at: int, match: re.Match[str]) -> tuple[str, int]:
    """A directive's caption, which may run over lines, and the line after it."""
    parts, at = [match[2].strip()], at + 1
    while at < len(lines) and lines[at].strip() and not lines[at].strip().startswith(":"):
        parts.append(lines[at].strip())
        at += 1
    return " ".join(parts).strip(), at


def _opens_simple(lines: list[str], at: int) -> bool:
    """Whether a simple table's top border stands here (and no section's underline)."""
    match = _SIMPLE.match(lines[at])
    if not match or (at and lines[at - 1].strip()):
        return False
    borders = " " in lines[at].strip()
    return borders or (bool(match[1]) and "===" in lines[at])


def _grid(lines: list[str], at: int) -> tuple[tuple[str, ...], tuple[Row, ...], int]:
    cuts = [index for index, char in enumerate(lines[at]) if char == "+"]
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    held: list[str] = []
    begin = at + 1
    at += 1
    while at < len(lines):
        line = lines[at]
        if line.startswith(" " * cuts[0] + "|"):
            held.append(line)
        elif _GRID.match(line) or _GRID_HEAD.match(line):
            row = Row(_columns(held, [(a + 1, b) for a, b in pairwise(cuts)]), begin + 1)
            if "=" in line:
                header = row.cells
            elif held:
                rows.append(row)
            held, begin = [], at + 1
        else:
            break
        at += 1
    return header, tuple(rows), at


def _simple(lines: list[str], at: int) -> tuple[tuple[str, ...], tuple[Row, ...], int]:
    border = lines[at].rstrip()
    spans = [match.span() for match in re.finditer(r"=+", border)]
    cuts = [(a, b) for (a, _), (b, _) in pairwise(spans)] + [(spans[-1][0], -1)]
    groups: list[list[Row]] = [[]]
    held: list[str] = []
    begin = at = at + 1

    def close() -> None:
        if any(line.strip() for line in held):
            while not held[-1].strip():
                held.pop()
            groups[-1].append(Row(_columns(held, cuts), begin + 1))
        held.clear()

    while at < len(lines):
        line = lines[at]
        if line.rstrip() == border:
            close()
            groups.append([])
            # A border followed by a blank line, or by the file's end, is the last one.
            if len(groups) > 2 or at + 1 >= len(lines) or not lines[at + 1].strip():
                at += 1
                break
        elif line.strip() and line[spans[0][0] : spans[0][1]].strip():
            close()
            held.append(line)
            begin = at
        elif held:
            held.append(line)
        at += 1
    body = groups[1] if len(groups) > 2 else groups[0]
    header = groups[0][0].cells if len(groups) > 2 and groups[0] else ()
    return header, tuple(body), at


def _columns(held: list[str], cuts: list[tuple[int, int]]) -> tuple[str, ...]:
    cells = []
    for start, stop in cuts:
        pieces = [(line[start:] if stop < 0 else line[start:stop]).rstrip() for line in held]
        margin = min((len(p) - len(p.lstrip()) for p in pieces if p.strip()), default=0)
        cells.append(_narrow("\n".join(p[margin:] for p in pieces).strip("\n ")))
    return tuple(cells)


def pages(docs: Path) -> Iterator[Path]:
    """The pages of a docs folder in a stable order."""
    yield from sorted(docs.rglob("*.rst"))


def body_rows(path: Path) -> int:
    """How many body rows all tables of a file have together."""
    return sum(len(table.rows) for table in read(path))
