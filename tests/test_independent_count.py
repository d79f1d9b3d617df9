"""The reader's count of rows against a second opinion that shares no code with it."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.independent_reader import pages, read, read_text

GRID = """\
Lamp
====

.. table:: **Table 1** Lamps that
   run on

   +-------+--------+---------------+
   | Name  | Type   | Description   |
   +=======+========+===============+
   | glow  | Long   | How bright.   |
   |       |        |               |
   |       |        | -  **a**: dim |
   +-------+--------+---------------+
   | 灯    | String | 墙 beside     |
   +-------+--------+---------------+
"""

SIMPLE = """\
Wick
----

===== ====== =================
Name  Type   Description
===== ====== =================
ember String First line
             goes on

             and on.
ash   Long   \\
===== ====== =================

-  Nested:

   ==== ====
   K    V
   ==== ====
   one  1
   ==== ====
"""

CODE = """\
Shade
-----

.. code-block:: text

   +---+---+
   | a | b |
   +---+---+

::

   === ===
   a   b
   === ===

+------+
| only |
+------+
| more |
+------+
"""


def test_grid_rows_and_lines() -> None:
    (table,) = read_text(GRID)
    assert table.kind == "grid"
    assert table.caption == "**Table 1** Lamps that run on"
    assert table.section == "Lamp"
    assert table.header == ("Name", "Type", "Description")
    assert [row.line for row in table.rows] == [10, 14]
    assert table.rows[0].cells == ("glow", "Long", "How bright.\n\n-  **a**: dim")
    assert table.rows[1].cells == ("灯", "String", "墙 beside")


def test_simple_rows_and_lines() -> None:
    wick, nested = read_text(SIMPLE)
    assert wick.header == ("Name", "Type", "Description")
    assert [(row.line, row.cells[0]) for row in wick.rows] == [(7, "ember"), (11, "ash")]
    assert wick.rows[0].cells[2] == "First line\ngoes on\n\nand on."
    assert [(row.line, row.cells) for row in nested.rows] == [(19, ("one", "1"))]


def test_code_is_no_table_and_a_table_may_lack_a_header() -> None:
    (table,) = read_text(CODE)
    assert table.header == ()
    assert [(row.line, row.cells) for row in table.rows] == [(17, ("only",)), (19, ("more",))]


def test_headings_are_no_tables() -> None:
    assert read_text("A page\n======\n\nPart\n----\n\nText.\n") == []


@pytest.mark.parametrize("text", [GRID, SIMPLE, CODE])
def test_small_pages_agree(text: str, tmp_path: Path) -> None:
    page = tmp_path / "page.rst"
    page.write_text(text, encoding="utf-8")
    assert disagreement(page) == ""


def disagreement(page: Path) -> str:
    """How the two readers differ on a page; '' where they agree."""
    from gen import document, rst

    text = page.read_text(encoding="utf-8")
    doc = rst.read(text, page.name)
    found: list[document.Table] = []

    def visit(blocks: tuple[document.Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, document.Table):
                found.append(block)
            elif isinstance(block, document.Bullets):
                for item in block.items:
                    visit(item)
            elif isinstance(block, document.Note):
                visit(block.blocks)

    visit(doc.lead)
    for section in doc.sections:
        visit(section.blocks)
    mine = sorted(row.line for table in read(page) for row in table.rows)
    theirs = sorted(row.line for table in found for row in table.rows)
    if len(mine) != doc.rows:
        return f"{page}: {len(mine)} rows counted, the reader says {doc.rows}"
    if mine != theirs:
        return f"{page}: rows begin on other lines: {sorted(set(mine) ^ set(theirs))[:10]}"
    return ""


@pytest.mark.corpus
def test_every_page_agrees(corpus: Path) -> None:
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        differing = [text for text in pool.map(disagreement, pages(corpus), chunksize=32) if text]
    assert differing == []
