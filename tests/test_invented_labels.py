"""The tables of services that do not exist: their form, the pages made of them, and their score."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.labels import invented, score
from tests.test_fresh_labels import check_named, check_rules

SETS = invented.files()
EVERY = pytest.mark.parametrize("path", SETS.values(), ids=SETS)


def rows(path: Path) -> list[dict[str, Any]]:
    return [row for table in invented.tables(path) for row in table["rows"]]


def test_there_are_sets() -> None:
    assert len(SETS) >= 5


@EVERY
def test_rules_are_well_formed(path: Path) -> None:
    for row in rows(path):
        check_rules(row)


@EVERY
def test_a_rule_of_a_sibling_names_the_row_it_stands_in(path: Path) -> None:
    for row in rows(path):
        check_named(row)


@EVERY
def test_a_set_has_rows_with_rules_and_rows_without(path: Path) -> None:
    its = rows(path)
    assert sum(len(row["rules"]) for row in its) >= 140
    assert any(not row["rules"] for row in its)


@EVERY
def test_a_table_says_what_its_page_needs(path: Path) -> None:
    for table in invented.tables(path):
        assert table["direction"] in ("request", "response")
        assert table["service"]
        assert table["caption"]
        names = [row["parameter"] for row in table["rows"]]
        assert names
        assert len(set(names)) == len(names), names
        if table["direction"] == "request":
            assert all("mandatory" in row for row in table["rows"])


@EVERY
def test_each_row_is_on_the_line_it_says(path: Path, tmp_path: Path) -> None:
    for number, table in enumerate(invented.tables(path)):
        labels = invented.write(table, number, tmp_path)
        assert [label["parameter"] for label in labels] == [
            row["parameter"] for row in table["rows"]
        ]
        for label in labels:
            lines = (tmp_path / label["file"]).read_text(encoding="utf-8").splitlines()
            assert lines[label["line"] - 2].strip().startswith("+"), label
            assert lines[label["line"] - 1].split("|")[1].strip() == label["parameter"], label


def test_a_key_makes_the_table_one_of_items(tmp_path: Path) -> None:
    row = {
        "parameter": "lamp", "mandatory": "Yes", "type": "String", "description": "A lamp.\n\nIt must be unique.",
        "rules": [{"kind": "unique", "key": "lamp"}], "advice": [], "open": [],
    }  # fmt: skip
    table = {"service": "harbour", "direction": "request", "caption": "Lamps", "rows": [row]}
    (label,) = invented.write(table, 3, tmp_path)
    lines = (tmp_path / "matter_3.rst").read_text(encoding="utf-8").splitlines()
    assert "| parts " in "\n".join(lines)
    assert lines[label["line"] - 1].split("|")[1:3] == [" lamp      ", " Yes       "]
    assert label["rules"] == row["rules"]


@pytest.mark.slow
def test_hard_rules_are_what_the_text_states() -> None:
    found = [one for path in SETS.values() for one in invented.verdicts(path)]
    assert len(found) >= 1500
    *_, precision, recall = score.rates(found)
    wrong = [str(one) for one in found if one.outcome == "invented"]
    lacking = [str(one) for one in found if one.outcome in ("missed", "weaker", "demoted")]
    assert precision >= 0.995, "\n".join(["inventions:", *wrong])
    assert recall >= 0.965, "\n".join(["inventions:", *wrong, "missed:", *lacking])
