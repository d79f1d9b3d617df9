"""Five dated states of a service: every changed row is told, and nothing is told that did not change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from gen.build import Built, read_service
from gen.cache import Cache
from gen.config import ServiceSettings
from gen.diff.change import Change, Report
from gen.diff.states import compare_built
from gen.document import Block, Bullets, Document, Note, Row, Table
from gen.model import Array, Map, Ref
from gen.rst import read
from gen.targets import Target

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

Rows = dict[tuple[str, int], str]


def tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from tables(item)
        elif isinstance(block, Note):
            yield from tables(block.blocks)


def words(row: Row) -> str:
    return " | ".join(cell.text for cell in row.cells)


def rows_of(document: Document) -> Iterator[tuple[str, Row]]:
    for section in document.sections:
        for table in tables(section.blocks):
            for row in table.rows:
                yield table.caption, row


def changed_rows(old: Path, new: Path) -> tuple[Rows, Rows]:
    """The rows of each state that have no equal one on the same page, by page and line.

    A page that left its folder is known by its file's name.
    """
    gone: Rows = {}
    come: Rows = {}
    before, after = ({p.relative_to(r).as_posix() for p in r.rglob("*.rst")} for r in (old, new))
    moved = {file.rpartition("/")[2]: file for file in sorted(before - after)}
    pairs = [(moved.pop(file.rpartition("/")[2], ""), file) for file in sorted(after - before)]
    pairs += [(file, file) for file in sorted(before & after)]
    pairs += [(file, "") for file in moved.values()]
    for one, other in pairs:
        if one and other and (old / one).read_bytes() == (new / other).read_bytes():
            continue
        mine = list(rows_of(document(old, one))) if one else []
        theirs = list(rows_of(document(new, other))) if other else []
        gone.update(unlike(mine, theirs, one))
        come.update(unlike(theirs, mine, other))
    return gone, come


def unlike(
    mine: list[tuple[str, Row]], theirs: list[tuple[str, Row]], file: str
) -> Iterator[tuple[tuple[str, int], str]]:
    known = [(caption, words(row)) for caption, row in theirs]
    for caption, row in mine:
        if (caption, words(row)) in known:
            known.remove((caption, words(row)))
        else:
            yield (file, row.line), words(row)


def document(root: Path, file: str) -> Document:
    path = root / file
    return read(path.read_text("utf-8") if path.exists() else "", file)


def built(docs: Path, cache: Cache) -> Built:
    settings = ServiceSettings(docs=docs, package="service", client="ServiceClient")
    return read_service(Target(settings, None), cache)


@pytest.fixture(scope="module")
def steps(
    corpus_history: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Built, Built, Report]]:
    found = []
    cache = Cache(tmp_path_factory.mktemp("cache"))
    for folder in sorted(path for path in corpus_history.iterdir() if path.is_dir()):
        states = [built(state, cache) for state in sorted(folder.iterdir()) if state.is_dir()]
        found.extend((old, new, compare_built(old, new)) for old, new in pairwise(states))
    return found


def model_rows(of: Built) -> set[tuple[str, int]]:
    """The rows that an operation reaches: what stands in unused tables is told as findings, not here."""
    from gen.review.links import reached

    return {
        (source.file, source.line)
        for operation in of.linked.operations
        for met in reached(of.linked, operation)
        for source in met.field.sources
    }


def below(of: Built, places: set[tuple[str, int]]) -> set[tuple[str, int]]:
    """The rows of the objects that the rows at ``places`` hold: they came or went with them."""
    schemas = of.linked.schemas
    found: set[str] = set()
    waiting = [
        item.type
        for schema in schemas.values()
        for item in schema.fields
        if any((source.file, source.line) in places for source in item.sources)
    ]
    while waiting:
        match waiting.pop():
            case Ref(schema=key) if key in schemas and key not in found:
                found.add(key)
                waiting.extend(item.type for item in schemas[key].fields)
            case Array(items=inner) | Map(values=inner):
                waiting.append(inner)
    return {
        (source.file, source.line)
        for key in found
        for item in schemas[key].fields
        for source in item.sources
    }


def untold(of: Built, rows: Rows, told: list[Change], side: str) -> list[tuple[object, str]]:
    """The rows that an operation reaches and no change points at."""
    places = {(c.file, c.line) for change in told if (c := getattr(change, side)) is not None}
    whole = {
        getattr(change, side).file
        for change in told
        if change.rule in WHOLE and getattr(change, side) is not None
    }
    moved = {
        (getattr(change, side).file, getattr(change, side).line)
        for change in told
        if change.rule.endswith(BRANCHES) and getattr(change, side) is not None
    }
    known = places | below(of, moved)
    reached_rows = model_rows(of)
    return [
        (row, text)
        for row, text in rows.items()
        if row in reached_rows and row not in known and row[0] not in whole
    ]


WHOLE = {"operation-added", "operation-removed"}
BRANCHES = ("-added", "-removed", "-required", "-documented", "-undocumented", "-type-changed")


def test_every_changed_row_is_told(steps: list[tuple[Built, Built, Report]]) -> None:
    assert len(steps) >= 4
    for old, new, report in steps:
        gone, come = changed_rows(old.docs.root, new.docs.root)
        assert untold(new, come, list(report.changes), "new") == []
        assert untold(old, gone, list(report.changes), "old") == []


def test_nothing_is_told_of_a_row_that_did_not_change(
    steps: list[tuple[Built, Built, Report]],
) -> None:
    for old, new, report in steps:
        gone, come = changed_rows(old.docs.root, new.docs.root)
        for change in report.changes:
            # An example elsewhere can make a rule certain or doubtful.
            if not change.field or change.rule.endswith(
                ("-table-renamed", "-rule-hardened", "-rule-softened")
            ):
                continue
            rows = []
            if change.old is not None:
                rows.append((change.old.file, change.old.line) in gone)
            if change.new is not None:
                rows.append((change.new.file, change.new.line) in come)
            assert any(rows), change
