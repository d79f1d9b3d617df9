"""Text → Document: blocks with marks and lines, labels where docutils would put them, nothing executed."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.document import Block, Bullets, Code, Note, Paragraph, Section, Span, Table
from gen.rst import read

PAGE = """\
:original_name: pot_01.html

.. _pot_01:

.. _topic_PoT:

Watering a Pot
==============

Water
-----

Give **two** cups, not *three*, as in ``cups=2``; see :ref:`Cups <Pot_01__Cups>`
and `here <https://example.org/x>`__.

-  First

   #. inner

-  Second

.. note::

   Mind the saucer.

.. code-block:: text
   :linenos:

   pour
     slowly

Cups
----

.. _pot_01__cups:

.. table:: **Table 3** Cups

   +------+-----------------+
   | Name | Notes           |
   +======+=================+
   | blue | -  a: round     |
   |      |                 |
   |      | -  b: flat      |
   +------+-----------------+
   |      | a name\\_less    |
   +------+-----------------+

Three cups:

==== =======
Name Notes
==== =======
red  Broken,
     sadly.
==== =======
"""


def section(text: str, title: str) -> Section:
    return next(one for one in read(text, "pot.rst").sections if one.title == title)


def test_title_and_labels() -> None:
    document = read(PAGE, "pot.rst")
    assert (document.title, document.line, document.original_name) == (
        "Watering a Pot",
        7,
        "pot_01.html",
    )
    assert document.labels == ("pot_01", "topic_pot")
    assert [(one.title, one.line) for one in document.sections] == [("Water", 10), ("Cups", 32)]
    assert document.rows == 3
    assert document.damage == ()


def test_marks_and_targets() -> None:
    paragraph = section(PAGE, "Water").blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.line == 13
    assert paragraph.spans == (
        Span("Give "),
        Span("two", "strong"),
        Span(" cups, not "),
        Span("three", "emphasis"),
        Span(", as in "),
        Span("cups=2", "literal"),
        Span("; see "),
        Span("Cups", "ref", "pot_01__cups"),
        Span("\nand "),
        Span("here", "link", "https://example.org/x"),
        Span("."),
    )


def test_lists_notes_and_code() -> None:
    _, bullets, note, code = section(PAGE, "Water").blocks
    assert isinstance(bullets, Bullets)
    assert bullets.line == 16
    assert len(bullets.items) == 2
    inner = bullets.items[0][1]
    assert isinstance(inner, Bullets)
    assert (inner.ordered, inner.line) == (True, 18)
    assert note == Note("note", (Paragraph((Span("Mind the saucer."),), 24),), 22)
    assert code == Code("pour\n  slowly", 29, "text")


def test_grid_table() -> None:
    table = section(PAGE, "Cups").blocks[0]
    assert isinstance(table, Table)
    assert (table.caption, table.number, table.kind, table.labels) == (
        "Cups",
        3,
        "grid",
        ("pot_01__cups",),
    )
    assert [cell.text for cell in table.header] == ["Name", "Notes"]
    assert [row.line for row in table.rows] == [42, 46]
    assert table.rows[0].cells[1].raw == "-  a: round\n\n-  b: flat"
    assert isinstance(table.rows[0].cells[1].blocks[0], Bullets)
    assert table.rows[1].cells[0].blocks == ()
    assert table.rows[1].cells[1].text == "a name_less"
    assert table.rows[1].cells[1].raw == "a name\\_less"


def test_simple_table() -> None:
    table = section(PAGE, "Cups").blocks[2]
    assert isinstance(table, Table)
    assert (table.caption, table.number, table.kind) == ("", None, "simple")
    assert [row.line for row in table.rows] == [54]
    assert table.rows[0].cells[1].text == "Broken, sadly."


@pytest.mark.parametrize(
    ("caption", "number", "text"),
    [
        ("**Table 12** Cups", 12, "Cups"),
        ("**Table 1-2** Cups", 1, "Cups"),
        ("Table 4: Cups of tea", 4, "Cups of tea"),
        ("Cups", None, "Cups"),
        ("Tables of cups", None, "Tables of cups"),
    ],
)
def test_captions(caption: str, number: int | None, text: str) -> None:
    page = f"T\n=\n\n.. table:: {caption}\n\n   == ==\n   A  B\n   == ==\n   1  2\n   == ==\n"
    (table,) = read(page, "t.rst").lead
    assert isinstance(table, Table)
    assert (table.number, table.caption) == (number, text)


def test_caption_paragraph_gives_its_labels() -> None:
    page = "T\n=\n\n.. _one:\n\n**Table 2** Cups\n\n.. _two:\n\n== ==\nA  B\n== ==\n1  2\n== ==\n"
    (table,) = read(page, "t.rst").lead
    assert isinstance(table, Table)
    assert (table.caption, table.number, table.labels) == ("Cups", 2, ("one", "two"))


def test_deeper_sections_follow_their_parent() -> None:
    page = "T\n=\n\nA\n-\n\nin a\n\nA1\n~~\n\nin a1\n\n.. _b:\n\nB\n-\n\nin b\n"
    document = read(page, "t.rst")
    assert [one.title for one in document.sections] == ["A", "A1", "B"]
    assert document.sections[2].labels == ("b",)


def words(blocks: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in blocks if isinstance(block, (Paragraph, Code)))


@pytest.mark.parametrize("char", ["\u2028", "\x85", "\x1c", "\u202e", "\u200b", "\x1b"])
def test_odd_characters_do_not_break_a_row(char: str) -> None:
    page = f"T\n=\n\n== =====\nA  B\n== =====\n1  x{char}y\n2  z\n== =====\n\nafter\n"
    document = read(page, "t.rst")
    assert document.rows == 2
    assert document.damage == ()
    table, after = document.lead
    assert isinstance(table, Table)
    assert f"x{char}y" in table.rows[0].cells[1].raw
    assert table.rows[1].line == 8
    assert words((after,)) == "after"


def test_nul_and_lone_cr_are_replaced() -> None:
    document = read("T\n=\n\na\x00b\rc\n", "t.rst")
    assert words(document.lead) == "a\ufffdb c"


def test_crlf_tabs_and_bom() -> None:
    document = read("\ufeffT\r\n=\r\n\r\na\tb\r\n", "t.rst")
    assert document.title == "T"
    assert words(document.lead) == "a b"


def test_dangerous_directives_do_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    page = (
        f"T\n=\n\n.. include:: {secret}\n\n.. literalinclude:: {secret}\n\n.. raw:: html\n   :file: {secret}\n\n"
        f".. csv-table::\n   :file: {secret}\n\n.. role:: ref(strong)\n\n.. default-role:: strong\n\nkept `x`\n"
    )
    document = read(page, "t.rst")
    assert "hidden" not in repr(document)
    assert words(document.lead) == "kept x"
    assert {one.code for one in document.damage} == {"TW105"}
    after = read("T\n=\n\n:ref:`x <y>` and `z`\n", "t.rst")
    (paragraph,) = after.lead
    assert isinstance(paragraph, Paragraph)
    assert paragraph.spans == (Span("x", "ref", "y"), Span(" and "), Span("z", "emphasis"))


def test_an_unknown_directive_keeps_its_text() -> None:
    document = read("T\n=\n\n.. tabs::\n\n   inside\n", "t.rst")
    assert words(document.lead) == "inside"
    assert [(one.code, one.line) for one in document.damage] == [("TW105", 4)]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff"])
def test_empty_page(text: str) -> None:
    document = read(text, "t.rst")
    assert [one.code for one in document.damage] == ["TW104"]
    assert document.rows == 0


def test_too_deep_a_page_costs_itself() -> None:
    document = read("- " * 3000 + "x\n", "t.rst")
    assert [one.code for one in document.damage] == ["TW102"]
    assert read("T\n=\n\nfine\n", "t.rst").title == "T"


def test_a_word_that_only_looks_like_a_reference_keeps_its_underscore() -> None:
    text = "T\n=\n\nlong_ name__ of_a_ `two words`_ harbour_\n\n.. _harbour: https://example.org\n"
    (paragraph,) = read(text, "t.rst").lead
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "long_ name__ of_a_ two words harbour"
