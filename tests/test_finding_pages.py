"""The catalogue of findings, its pages and its cases say the same: each code has one of each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gen.findings import CODES

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "findings"
CASES = ROOT / "tests" / "cases" / "findings"
PARTS = ["What it means", "Example", "What tablewright does meanwhile", "How to mend it"]


def test_each_code_has_a_page_and_each_page_a_code() -> None:
    assert {page.stem for page in PAGES.glob("TW*.md")} == set(CODES)


def test_each_code_has_a_case_and_each_case_a_code() -> None:
    folders = {folder.name for folder in CASES.iterdir() if folder.is_dir()}
    assert folders == set(CODES)
    for folder in sorted(folders):
        assert {one.name for one in (CASES / folder).iterdir()} == {"bad", "good", "expected.json"}


def test_each_code_is_given_somewhere() -> None:
    sources = [
        path.read_text("utf-8")
        for path in sorted((ROOT / "gen").rglob("*.py"))
        if path.name != "findings.py"
    ]
    given = {code for text in sources for code in re.findall(r'"(TW\d{3})"', text)}
    assert given == set(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_page_names_code_title_and_severity_and_has_its_parts(code: str) -> None:
    text = (PAGES / f"{code}.md").read_text("utf-8")
    assert text.startswith(f"# {code}: {CODES[code].title}\n\nSeverity: {CODES[code].severity}.\n")
    parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    assert parts[1::2] == PARTS
    assert all(body.strip() for body in parts[2::2])
    assert parts[4].strip().startswith("```")
    assert f"(../../tests/cases/findings/{code})" in text


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.name)
def test_links_and_codes_of_a_page_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (page.parent / target).exists(), target
    for path in re.findall(r"`(docs/[\w/.-]+)`", text):
        assert (ROOT / path).exists(), path
    assert set(re.findall(r"TW\d{3}", text)) <= set(CODES)


def test_index_lists_every_code_once_as_it_is() -> None:
    rows = re.findall(
        r"^\| \[(TW\d{3})\]\(\1\.md\) \| (\w+) \| (.+) \|$",
        (PAGES / "README.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert rows == [(code, one.severity, one.title) for code, one in sorted(CODES.items())]
