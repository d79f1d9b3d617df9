"""Every code's case folder: ``bad`` docs give exactly the findings expected, ``good`` ones are the mended docs."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from gen.build import read_service
from gen.config import Settings
from gen.findings import Finding
from gen.lint import check_service
from gen.targets import targets

CASES = Path(__file__).parent / "cases" / "findings"


def folders() -> list[object]:
    return [
        pytest.param(folder, id=folder.name)
        for folder in sorted(CASES.iterdir())
        if folder.is_dir()
    ]


@cache
def lint(docs: Path) -> tuple[Finding, ...]:
    """All that ``tablewright lint`` would say about a folder, without a baseline."""
    target = targets(Settings(root=docs, output=docs), docs, "harbour")[0]
    built = read_service(target)
    return (*built.findings, *check_service(built.linked))


@pytest.mark.parametrize("folder", folders())
def test_bad_docs_give_the_finding_where_it_is(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    found = [
        {"code": one.code, "file": one.position.file, "line": one.position.line}
        for one in lint(folder / "bad")
    ]
    assert folder.name in {one["code"] for one in expected}

    def order(one: dict[str, object]) -> tuple[str, ...]:
        return tuple(str(part) for part in one.values())

    assert sorted(found, key=order) == sorted(expected, key=order)


@pytest.mark.parametrize(
    "folder", [one for one in sorted(CASES.iterdir()) if one.is_dir()], ids=lambda one: one.name
)
def test_mended_docs_give_no_finding(folder: Path) -> None:
    assert [str(one) for one in lint(folder / "good")] == []


@pytest.mark.parametrize(
    "folder", [one for one in sorted(CASES.iterdir()) if one.is_dir()], ids=lambda one: one.name
)
def test_message_and_line_speak_of_the_docs_in_one_line(folder: Path) -> None:
    for one in lint(folder / "bad"):
        assert one.message.strip()
        assert "\n" not in one.message
        text = (folder / "bad" / one.position.file).read_bytes()
        assert 1 <= one.position.line <= text.count(b"\n") + 1
