"""The reader over real pages: every line it gives is where the words stand, and no row is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gen.document import Block, Bullets, Code, Note, Paragraph, Table, plain
from gen.pages import read_page
from gen.rst import read

pytestmark = pytest.mark.corpus

STEP = 9


def sample(corpus: Path) -> list[Path]:
    return sorted(corpus.rglob("*.rst"))[::STEP]


def blocks(given: tuple[Block, ...]) -> Iterator[Block]:
    for block in given:
        yield block
        if isinstance(block, Bullets):
            for item in block.items:
                yield from blocks(item)
        elif isinstance(block, Note):
            yield from blocks(block.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from blocks(cell.blocks)


def first_word(text: str) -> str:
    match = re.search(r"[A-Za-z0-9]+", text)
    return match.group() if match else ""


def test_lines(corpus: Path) -> None:
    wrong = []
    checked = 0
    for path in sample(corpus):
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        document = read(text, path.name)
        assert document.damage == (), path
        every = [*document.lead, *(one for section in document.sections for one in section.blocks)]
        for block in blocks(tuple(every)):
            words = block.text.split("\n")[0] if isinstance(block, Code) else plain(block)
            if isinstance(block, Table):
                words = ""
                for row in block.rows:
                    word = first_word(row.cells[0].raw)
                    checked += 1
                    if word not in re.sub(r"[\\*`|]", "", lines[row.line - 1]):
                        wrong.append((path.name, row.line, word))
            elif isinstance(block, (Paragraph, Code)):
                checked += 1
                if first_word(words) not in re.sub(r"[\\*`|]", "", lines[block.line - 1]):
                    wrong.append((path.name, block.line, words[:30]))
    assert checked > 1000
    assert wrong == []


def test_no_label_is_lost(corpus: Path) -> None:
    lost = []
    for path in sample(corpus):
        text = path.read_text(encoding="utf-8")
        document = read(text, path.name)
        found = set(document.labels)
        for section in document.sections:
            found.update(section.labels)
        every = [*document.lead, *(one for section in document.sections for one in section.blocks)]
        for block in blocks(tuple(every)):
            if isinstance(block, (Paragraph, Table)):
                found.update(block.labels)
        written = re.findall(r"^ *\.\. _(.+):$", text, re.MULTILINE)
        lost += [
            (path.name, name) for name in written if " ".join(name.lower().split()) not in found
        ]
    assert lost == []


def test_every_row_is_in_a_table_of_the_page(corpus: Path) -> None:
    for path in sample(corpus):
        document = read(path.read_text(encoding="utf-8"), path.relative_to(corpus).as_posix())
        page = read_page(document)
        total = sum(table.rows_total for table in page.tables) + page.rows_damaged
        assert total == page.rows == document.rows, path


def test_every_page_with_a_uri_section_has_a_request_line(corpus: Path) -> None:
    operations = 0
    for path in sample(corpus):
        text = path.read_text(encoding="utf-8")
        page = read_page(read(text, path.name))
        if re.search(r"^URI\n-+$", text, re.MULTILINE):
            operations += 1
            assert page.kind == "operation", path
            assert page.lines, path
            assert all(line.path.startswith("/") for line in page.lines), path
    assert operations > 50
