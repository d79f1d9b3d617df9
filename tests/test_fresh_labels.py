"""The later batches of labels: their form, and that they are what the draw gives."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.labels import draw

LABELS = Path(__file__).parent / "labels"
BATCHES = tuple("abcd")
# What a rule of each kind must say, and what it may say besides.
PARTS = {
    "charset": ({"allow", "where", "target"}, {"wide"}),
    "count": (set(), {"minimum", "maximum"}),
    "default": ({"value"}, set()),
    "deprecated": (set(), set()),
    "either_or": ({"fields"}, set()),
    "enum": ({"values", "target"}, set()),
    "forbidden_when": ({"field", "when"}, set()),
    "form": ({"forms"}, {"target"}),
    "interface": ({"network", "mask", "host"}, set()),
    "length": ({"target"}, {"minimum", "maximum"}),
    "range": (set(), {"minimum", "maximum", "exclusive_minimum", "exclusive_maximum"}),
    "required_when": ({"field", "when"}, set()),
    "same_as": ({"op", "other"}, set()),
    "secret": (set(), set()),
    "unique": (set(), {"key"}),
    "variety": ({"minimum"}, set()),
}


def labels(batch: str) -> list[dict[str, Any]]:
    text = (LABELS / f"fresh_{batch}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def check_rules(row: dict[str, Any]) -> None:
    """The rules of a labelled row have their parts, and each kind one verdict."""
    for rule in row["rules"]:
        must, may = PARTS[rule["kind"]]
        parts = rule.keys() - {"kind"}
        assert must <= parts <= must | may, row
        if rule["kind"] in ("count", "length", "range"):
            low, high = rule.get("minimum"), rule.get("maximum")
            assert low is not None or high is not None, row
            assert low is None or high is None or low <= high, row
        if rule["kind"] == "charset":
            assert rule["where"] in ("all", "none", "first", "last", "not-first", "not-last")
            re.compile(f"[{rule['allow']}]")
    hard = [rule["kind"] for rule in row["rules"]]
    assert not {*row["advice"]} & {*row["open"]}, row
    assert not {*hard} & ({*row["advice"], *row["open"]} - {"form", "charset"}), row


def check_named(row: dict[str, Any]) -> None:
    """A rule between fields names the row that it stands in."""
    for rule in row["rules"]:
        named = [*rule.get("fields", []), rule.get("field", "")]
        named += [one["field"] for one in rule.get("when", [])]
        if rule["kind"] in ("either_or", "required_when", "forbidden_when"):
            assert row["parameter"] in named, row


@pytest.mark.parametrize("batch", BATCHES)
def test_rules_are_well_formed(batch: str) -> None:
    for row in labels(batch):
        check_rules(row)


@pytest.mark.parametrize("batch", BATCHES)
def test_a_rule_of_a_sibling_names_the_row_it_stands_in(batch: str) -> None:
    for row in labels(batch):
        check_named(row)


@pytest.mark.parametrize("batch", BATCHES)
def test_a_batch_has_rows_with_rules_and_rows_without(batch: str) -> None:
    rows = labels(batch)
    assert sum(len(row["rules"]) for row in rows) >= 140
    assert sum(not row["rules"] for row in rows) >= len(rows) // 3


@pytest.mark.corpus
def test_fresh_rows_are_the_draw_and_no_row_is_drawn_twice(corpus: Path) -> None:
    drawn = draw.fresh(corpus)
    for batch in BATCHES:
        rows = [(row["service"], row["file"], row["line"]) for row in labels(batch)]
        assert rows == [(one.service, one.file, one.line) for one in drawn[batch]]
    places = [(one.service, one.file, one.line) for one in draw.draw(corpus)]
    places += [(one.service, one.file, one.line) for name in BATCHES for one in drawn[name]]
    assert len(set(places)) == len(places)
