"""The coverage report: its published schema, its sums, its rows of text."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from gen import coverage
from gen.findings import Finding
from gen.linker import link
from gen.model import Service
from gen.pages import read_page
from gen.rst import read

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases" / "service"
FOLDERS = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())


def linked(folder: Path) -> tuple[Service, list[Finding]]:
    pages = [
        read_page(read(path.read_text(encoding="utf-8"), path.relative_to(folder).as_posix()))
        for path in sorted(folder.rglob("*.rst"))
    ]
    return link(pages, folder.name)


@pytest.mark.parametrize("name", FOLDERS)
def test_the_report_fits_its_published_schema_and_adds_up(name: str) -> None:
    schema = json.loads((ROOT / "gen" / "schemas" / "coverage.schema.json").read_text())
    measured = coverage.measure(*linked(CASES / name))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(measured, schema)
    rows, examples, pages = measured["rows"], measured["examples"], measured["pages"]
    assert rows["total"] == rows["model"] + rows["finding"] + rows["no_parameters"]
    assert pages["total"] == sum(pages["by_kind"].values())
    assert examples["bodies"] == examples["decoded"] + examples["undecoded"]
    assert examples["decoded"] == sum(examples[k] for k in ("agree", "explained", "unexplained"))
    assert examples["unexplained"] == 0
    json.dumps(measured)


def test_an_example_that_its_table_contradicts_is_explained_only_by_a_finding() -> None:
    service, findings = linked(CASES / "examples")
    assert coverage.measure(service, findings)["examples"]["explained"] == 1
    silent = [found for found in findings if found.code not in coverage.EXAMPLE_CODES]
    assert coverage.measure(service, silent)["examples"]["unexplained"] == 1


def test_rows_of_text_say_what_the_numbers_say() -> None:
    measured = coverage.measure(*linked(CASES / "leftovers"))
    lines = coverage.rows(measured)
    assert all(len(line) == 3 for line in lines)
    named = {line[0].strip(): line[1] for line in lines}
    assert named["pages"] == "3"
    assert named["operations"] == "2"
    assert named["finding"] == "1"


def test_an_empty_service_is_measured() -> None:
    measured = coverage.measure(Service(name="none", title="None", operations=()), [])
    assert measured["rows"]["share"] == 1.0
    assert coverage.rows(measured)
