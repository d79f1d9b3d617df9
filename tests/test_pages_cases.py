"""Every folder of ``tests/cases/pages``: a page in our own words and what is to be read out of it.

To accept a changed reading, run ``python -m tests.test_pages_cases`` and review the difference.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gen.pages import read_page
from gen.pages.page import Page, ParameterRow, ParameterTable
from gen.rst import read

CASES = Path(__file__).parent / "cases" / "pages"


def summary(page: Page) -> dict[str, Any]:
    """What matters of a page, as JSON."""
    return {
        "kind": page.kind,
        "title": page.title,
        "label": page.label,
        "lines": [f"{one.method} {one.path}" for one in page.lines],
        "hosts": [one.host for one in page.lines if one.host],
        "query": [name for one in page.lines for name in one.query],
        "deprecated": page.deprecated,
        "tables": [_table(table) for table in page.tables],
        "statuses": {str(one.status): one.description for one in page.statuses},
        "examples": [
            [one.direction, one.status, one.title, one.code.text.split("\n")[0]]
            for one in page.examples
        ],
        "errors": [
            [one.code, one.status, one.message, one.meaning, one.advice] for one in page.errors
        ],
        "status_codes": [[one.status, one.phrase, one.meaning] for one in page.status_codes],
        "findings": [f"{one.position.line} {one.code}" for one in page.findings],
    }


def _table(table: ParameterTable) -> dict[str, Any]:
    return {
        "role": table.role,
        "of": table.direction,
        "caption": table.caption,
        "number": table.number,
        "labels": list(table.labels),
        "status": table.status,
        "reason": table.reason,
        "media_type": table.media_type,
        "rows_total": table.rows_total,
        "rows": [_row(row) for row in table.rows],
    }


def _row(row: ParameterRow) -> str:
    cells = [row.name, row.type, row.mandatory, row.description]
    words = " | ".join("-" if cell is None else cell.text for cell in cells)
    extra = [row.location] if row.location else []
    extra += ["shifted"] if row.shifted else []
    return words + (f" ({', '.join(extra)})" if extra else "")


def _read(folder: Path) -> Page:
    return read_page(read((folder / "page.rst").read_text(encoding="utf-8"), "page.rst"))


@pytest.mark.parametrize("name", sorted(one.name for one in CASES.iterdir() if one.is_dir()))
def test_page(name: str) -> None:
    folder = CASES / name
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    assert summary(_read(folder)) == expected


@pytest.mark.parametrize("name", sorted(one.name for one in CASES.iterdir() if one.is_dir()))
def test_every_row_is_accounted_for(name: str) -> None:
    page = _read(CASES / name)
    assert sum(table.rows_total for table in page.tables) + page.rows_damaged == page.rows
    for table in page.tables:
        assert (table.role == "no-parameters") == bool(table.reason)
        assert len(table.rows) in (0, table.rows_total)


def main() -> None:
    """Write what is read now beside each page."""
    for folder in sorted(one for one in CASES.iterdir() if one.is_dir()):
        text = json.dumps(summary(_read(folder)), indent=1, ensure_ascii=False)
        (folder / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
