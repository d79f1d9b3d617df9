"""A page, alone or beside its older state, as plain data to show: headings, text, tables with rows.

Blocks: ``{"h": title}``, ``{"p": [lines]}``, ``{"t": table}``. A table has ``cap``, ``file``,
``head`` and ``rows``; a row ``id``, ``line``, ``cells`` (each a list of lines) and ``state``:
``+`` new, ``-`` gone, ``~`` changed, '' as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from gen.document import Block, Bullets, Document, Note, Row, Section, Table
from gen.review.prose import changed_lines, lines, tokens

Place = tuple[str, int]


@dataclass(slots=True)
class Shown:
    """A page as data; ``new_rows`` and ``old_rows`` lead from (file, line) to the row."""

    blocks: list[dict[str, Any]] = field(default_factory=list)
    new_rows: dict[Place, dict[str, Any]] = field(default_factory=dict)
    old_rows: dict[Place, dict[str, Any]] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)

    def row_id(self, name: str) -> str:
        """A name for a row that outlives moved lines: its first cell, counted where it occurs again."""
        base = re.sub(r"[^A-Za-z0-9_]+", "-", name).strip("-")[:40] or "row"
        number = self.ids.get(base, 0) + 1
        self.ids[base] = number
        return base if number == 1 else f"{base}.{number}"


def show_page(document: Document) -> Shown:
    """One state of a page."""
    shown = Shown()
    for title, blocks in _sections(document):
        _heading(shown, title)
        for item in _runs(blocks):
            if isinstance(item, Table):
                _table(shown, document.file, item, "")
            else:
                shown.blocks.append({"p": lines(list(tokens(item)))})
    return shown


def show_change(old: Document, new: Document) -> Shown:
    """The new state of a page with what changed since the old one marked."""
    shown = Shown()
    twins = _match_tables(old, new)
    before = {_key(title): blocks for title, blocks in _sections(old)}
    seen = set()
    for title, blocks in _sections(new):
        _heading(shown, title)
        seen.add(_key(title))
        _changed_section(shown, old.file, new.file, before.get(_key(title), ()), blocks, twins)
    for title, blocks in _sections(old):
        if _key(title) not in seen:
            _heading(shown, title, "-")
            _changed_section(shown, old.file, new.file, blocks, (), twins)
    return shown


def _key(title: str) -> str:
    return " ".join(title.casefold().split())


def _heading(shown: Shown, title: str, state: str = "") -> None:
    if title:
        shown.blocks.append({"h": title, "state": state} if state else {"h": title})


def _sections(document: Document) -> Iterator[tuple[str, tuple[Block, ...]]]:
    if document.lead:
        yield "", document.lead
    for section in document.sections:
        yield section.title, _flat(section)


def _flat(section: Section) -> tuple[Block, ...]:
    """Tables that stand in bullets are lifted out: they are what is looked for."""
    return tuple(_lifted(section.blocks))


def _lifted(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Bullets) and _has_table(block):
            for item in block.items:
                yield from _lifted(item)
        elif isinstance(block, Note) and _has_table(block):
            yield from _lifted(block.blocks)
        else:
            yield block


def _has_table(block: Block) -> bool:
    if isinstance(block, Table):
        return True
    if isinstance(block, Bullets):
        return any(_has_table(inner) for item in block.items for inner in item)
    return isinstance(block, Note) and any(_has_table(inner) for inner in block.blocks)


def _runs(blocks: Sequence[Block]) -> Iterator[Table | list[Block]]:
    run: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            if run:
                yield run
            run = []
            yield block
        else:
            run.append(block)
    if run:
        yield run


# ---- tables ------------------------------------------------------------------


def _table(shown: Shown, file: str, table: Table, state: str) -> None:
    rows = [_row(shown, file, row, state) for row in table.rows]
    _add_table(shown, file, table, rows, state)


def _add_table(
    shown: Shown, file: str, table: Table, rows: list[dict[str, Any]], state: str
) -> None:
    number = f"Table {table.number} " if table.number is not None else ""
    data: dict[str, Any] = {
        "cap": number + table.caption,
        "file": file,
        "line": table.line,
        "head": [cell.text for cell in table.header],
        "rows": rows,
    }
    if state:
        data["state"] = state
    shown.blocks.append({"t": data})


def _row(shown: Shown, file: str, row: Row, state: str) -> dict[str, Any]:
    cells = [lines(list(tokens(cell.blocks)), state) for cell in row.cells]
    return _add_row(shown, file, row, cells, state, None if state == "-" else (file, row.line))


def _add_row(
    shown: Shown,
    file: str,
    row: Row,
    cells: list[list[dict[str, Any]]],
    state: str,
    new: Place | None,
) -> dict[str, Any]:
    name = row.cells[0].text if row.cells else ""
    data: dict[str, Any] = {
        "id": shown.row_id(name),
        "file": file,
        "line": row.line,
        "cells": cells,
    }
    if state:
        data["state"] = state
    if new is not None:
        shown.new_rows[new] = data
    if state == "-":
        shown.old_rows[(file, row.line)] = data
    return data


def _changed_table(shown: Shown, old_file: str, new_file: str, old: Table, new: Table) -> None:
    before = [_name(row) for row in old.rows]
    after = [_name(row) for row in new.rows]
    rows: list[dict[str, Any]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(old.rows[i1:i2], new.rows[j1:j2], strict=True):
                rows.append(_changed_row(shown, old_file, new_file, one, other))
            continue
        rows.extend(_row(shown, old_file, row, "-") for row in old.rows[i1:i2])
        rows.extend(_row(shown, new_file, row, "+") for row in new.rows[j1:j2])
    _add_table(shown, new_file, new, rows, "")


def _changed_row(shown: Shown, old_file: str, new_file: str, old: Row, new: Row) -> dict[str, Any]:
    cells, any_change = [], False
    for index, cell in enumerate(new.cells):
        blocks = old.cells[index].blocks if index < len(old.cells) else ()
        shown_lines, changed = changed_lines(list(tokens(blocks)), list(tokens(cell.blocks)))
        cells.append(shown_lines)
        any_change = any_change or changed
    data = _add_row(shown, new_file, new, cells, "~" if any_change else "", (new_file, new.line))
    shown.old_rows[(old_file, old.line)] = data
    return data


def _name(row: Row) -> str:
    return row.cells[0].text if row.cells else ""


# ---- two states ----------------------------------------------------------------


def _match_tables(old: Document, new: Document) -> dict[int, Table]:
    """From a new table (by ``id``) to the old one it came from: by caption, else by its rows."""
    left = [block for _, blocks in _sections(old) for block in blocks if isinstance(block, Table)]
    found: dict[int, Table] = {}
    rest = []
    for _, blocks in _sections(new):
        for block in blocks:
            if not isinstance(block, Table):
                continue
            twin = next((one for one in left if block.caption and _same(one, block)), None)
            if twin is None:
                rest.append(block)
            else:
                left.remove(twin)
                found[id(block)] = twin
    for block in rest:
        best = max(left, key=lambda one: _overlap(one, block), default=None)
        if best is not None and _overlap(best, block) >= 0.5:
            left.remove(best)
            found[id(block)] = best
    return found


def _same(old: Table, new: Table) -> bool:
    return _key(old.caption) == _key(new.caption) and _overlap(old, new) > 0


def _overlap(old: Table, new: Table) -> float:
    before, after = {_name(row) for row in old.rows}, {_name(row) for row in new.rows}
    return len(before & after) / max(len(before | after), 1)


def _changed_section(
    shown: Shown,
    old_file: str,
    new_file: str,
    old: Sequence[Block],
    new: Sequence[Block],
    twins: dict[int, Table],
) -> None:
    """Tables stay in order; the text between two of them is compared as one."""
    gone = [block for block in old if isinstance(block, Table)]
    gone = [table for table in gone if all(twin is not table for twin in twins.values())]
    before = [run for run in _runs(old) if not isinstance(run, Table)]
    after = [run for run in _runs(new) if not isinstance(run, Table)]
    pairs = dict(zip((id(run) for run in after), before, strict=False))
    runs = iter(after)
    for item in _runs(new):
        if isinstance(item, Table):
            twin = twins.get(id(item))
            if twin is None:
                _table(shown, new_file, item, "+")
            else:
                _changed_table(shown, old_file, new_file, twin, item)
            continue
        run = next(runs)
        text, _ = changed_lines(list(tokens(pairs.get(id(run), ()))), list(tokens(run)))
        shown.blocks.append({"p": text})
    for run in before[len(after) :]:
        shown.blocks.append({"p": lines(list(tokens(run)), "-")})
    for table in gone:
        _table(shown, old_file, table, "-")
