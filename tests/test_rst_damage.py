"""A damaged table or row costs only itself, is reported with its line, and stays counted."""

from __future__ import annotations

import time

import pytest

from gen.document import Document, Paragraph, Table
from gen.rst import read

BORDER = "+------+--------+-------+"
HEAD = ["| Name | Type   | Notes |", "+======+========+=======+"]
GOOD = "| red  | String | Warm. |"
AFTER = "\n\nafter\n\n==== ====\nName Type\n==== ====\nok   Long\n==== ====\n"


def page(*lines: str) -> Document:
    return read("T\n=\n\n" + "\n".join(lines) + AFTER, "t.rst")


def tables(document: Document) -> list[Table]:
    return [block for block in document.lead if isinstance(block, Table)]


def names(document: Document) -> list[list[str]]:
    return [[row.cells[0].text for row in table.rows] for table in tables(document)]


def damage(document: Document) -> list[tuple[str, int, int]]:
    return [(one.code, one.line, one.rows) for one in document.damage]


def test_nothing_wrong() -> None:
    document = page(BORDER, *HEAD, GOOD, BORDER)
    assert names(document) == [["red"], ["ok"]]
    assert damage(document) == []


def test_row_with_too_few_cells() -> None:
    document = page(BORDER, *HEAD, GOOD, BORDER, "| blue | String |", BORDER, GOOD, BORDER)
    assert names(document) == [["red", "red"], ["ok"]]
    assert damage(document) == [("TW202", 9, 1)]
    assert "'blue' has 2 cells, the header has 3" in document.damage[0].message
    assert document.rows == 4


def test_row_whose_cells_run_together() -> None:
    document = page(BORDER, *HEAD, GOOD, BORDER, "| blue | String  Cold.  |", BORDER)
    assert names(document) == [["red"], ["ok"]]
    assert damage(document) == [("TW202", 9, 1)]


def test_broken_border_in_the_middle() -> None:
    document = page(BORDER, *HEAD, GOOD, "+------+---x----+-------+", GOOD, BORDER)
    assert names(document) == [["red", "red"], ["ok"]]
    assert damage(document) == [("TW201", 8, 0)]


def test_missing_bottom_border() -> None:
    document = page(BORDER, *HEAD, GOOD)
    assert names(document) == [["red"], ["ok"]]
    assert damage(document) == [("TW201", 7, 0)]


def test_hopeless_grid() -> None:
    document = page("+---+--+----+", "| a | b |", "+=+===+", "| c", "+--|")
    assert names(document) == [["ok"]]
    assert [one.code for one in document.damage] == ["TW201"]
    assert document.damage[0].line == 4
    assert document.rows == 1 + document.damage[0].rows


def test_simple_table_without_its_end() -> None:
    document = page("===== ====", "Name  Type", "===== ====", "red   Long", "blue  Long")
    assert names(document) == [["ok"]]
    assert damage(document) == [("TW201", 4, 2)]
    assert "after" in [block.text for block in document.lead if isinstance(block, Paragraph)]


def test_simple_row_across_a_margin() -> None:
    document = page(
        "===== ====",
        "Name  Type",
        "===== ====",
        "red   Long",
        "orange Long",
        "blue  Long",
        "===== ====",
    )
    assert names(document) == [["red", "blue"], ["ok"]]
    assert damage(document) == [("TW201", 8, 1)]
    assert document.rows == 4


def test_wide_characters_are_no_damage() -> None:
    document = page(BORDER, *HEAD, "| 灯   | String | 墙    |", BORDER)
    assert names(document)[0] == ["灯"]
    assert damage(document) == []


def test_the_caption_is_named() -> None:
    text = "T\n=\n\n.. table:: **Table 2** Lamps\n\n   == ==\n   A  B\n   == ==\n   1  2\n\nafter\n"
    document = read(text, "t.rst")
    assert "'Table 2 Lamps'" in document.damage[0].message
    assert document.damage[0].line == 6


@pytest.mark.parametrize(
    "piece",
    ["*a ", "**a ", "``a ", ":ref:`a ", "`a ", "|a ", "_`a ", "`a <", "a-", "a/", "*`|[_:"],
)
def test_markup_that_never_closes_is_given_up(piece: str) -> None:
    text = (piece * 30_000)[:60_000].strip()
    start = time.perf_counter()
    document = page(text)
    assert time.perf_counter() - start < 5
    assert tables(document)
    (paragraph,) = [
        block for block in document.lead if isinstance(block, Paragraph) and len(block.text) > 5
    ]
    assert paragraph.text == text
    assert damage(document)[0][0] == "TW105"
    assert "too long to be read for markup" in document.damage[0].message


def test_long_text_with_little_markup_is_read() -> None:
    document = page("Some words. " * 3_000 + "**bold**")
    assert damage(document) == []
    (paragraph, *_) = [block for block in document.lead if isinstance(block, Paragraph)]
    assert paragraph.spans[-1].mark == "strong"
