"""The rules read from the prose, held against labels made by hand before they were read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gen.model import CharSet, Charset, Choice, EitherOr, Range, Scalar, Source
from tests.labels import draw, score

SOURCE = Source("page.rst", 7)


def row(**changes: object) -> dict[str, object]:
    """A labelled row of an invented page."""
    label: dict[str, object] = {
        "service": "lamps",
        "file": "page.rst",
        "line": 7,
        "parameter": "glow",
        "direction": "request",
        "dialect": "D4",
        "rules": [],
        "advice": [],
        "open": [],
    }
    return label | changes


def outcomes(label: dict[str, object], said: score.Said) -> list[tuple[str, str]]:
    return [(one.outcome, one.claim.kind) for one in score.compare(label, said)]


def heard(*rules: object, kind: str = "integer") -> score.Said:
    said = score.Said(known=True)
    for rule in rules:
        score._note(said, rule, Scalar(kind))  # type: ignore[arg-type]
    return said


def test_equal_members_are_right_and_others_are_missed_and_invented() -> None:
    label = row(rules=[{"kind": "enum", "values": ["1", "2"]}])
    good = heard(Choice(values=(2, 1), sentence="", source=SOURCE))
    wide = heard(Choice(values=(1, 2, 3), sentence="", source=SOURCE))
    bad = heard(Choice(values=(1, 3), sentence="", source=SOURCE))
    assert outcomes(label, good) == [("right", "enum")]
    assert outcomes(label, wide) == [("weaker", "enum")]
    assert outcomes(label, bad) == [("missed", "enum"), ("invented", "enum")]


def test_open_kinds_count_nowhere_and_advice_is_an_invention_when_hard() -> None:
    said = heard(Range(minimum=1, maximum=3, sentence="", source=SOURCE))
    assert outcomes(row(open=["range"]), said) == []
    assert outcomes(row(advice=["range"]), said) == [("invented", "range")]


@pytest.mark.parametrize(
    ("low", "high", "outcome"),
    [(None, 9, "weaker"), (0, 9, "weaker"), (1, 9, "right"), (2, 9, "missed"), (1, 8, "missed")],
)
def test_looser_bounds_are_weaker_and_tighter_ones_wrong(
    low: int | None, high: int, outcome: str
) -> None:
    label = row(rules=[{"kind": "range", "minimum": 1, "maximum": 9}])
    said = heard(Range(minimum=low, maximum=high, sentence="", source=SOURCE))
    assert outcomes(label, said)[0] == (outcome, "range")


def test_exclusive_bounds_of_whole_numbers_are_inclusive_ones() -> None:
    label = row(rules=[{"kind": "range", "minimum": 0, "exclusive_minimum": True}])
    assert outcomes(label, heard(Range(minimum=1, sentence="", source=SOURCE))) == [
        ("right", "range")
    ]


def test_a_rule_that_an_example_contradicts_is_counted_apart() -> None:
    label = row(rules=[{"kind": "range", "maximum": 9}])
    rule = Range(
        maximum=9, sentence="", source=SOURCE, certainty="advice", reason="an example gives 12"
    )
    assert outcomes(label, heard(rule)) == [("demoted", "range")]


def test_a_rule_that_another_row_states_is_right_and_no_invention() -> None:
    label = row(rules=[{"kind": "either_or", "fields": ["glow", "beam"]}])
    rule = EitherOr(fields=("beam", "glow"), maximum=1, sentence="", source=SOURCE)
    said = score.Said(known=True, shared=heard(rule).hard)
    assert outcomes(label, said) == [("right", "either_or")]
    assert outcomes(row(), said) == []


def test_wide_characters_may_be_read_wider_but_not_narrower() -> None:
    def said(*classes: str) -> score.Said:
        allowed = CharSet(classes=classes, extra="-")  # type: ignore[arg-type]
        return heard(Charset(allowed=allowed, sentence="", source=SOURCE), kind="string")

    rule = {"kind": "charset", "allow": "a-z-", "where": "all"}
    assert outcomes(row(rules=[rule]), said("lower")) == [("right", "charset")]
    assert outcomes(row(rules=[rule]), said("letter")) == [("weaker", "charset")]
    assert outcomes(row(rules=[rule | {"wide": True}]), said("letter")) == [("right", "charset")]
    assert ("missed", "charset") in outcomes(row(rules=[rule | {"wide": True}]), said("upper"))


@pytest.mark.parametrize(("path", "rules"), [(score.LABELS, 600), (score.HELD_OUT, 200)])
def test_labels_are_well_formed_and_many(path: Path, rules: int) -> None:
    rows = score.labels(path)
    assert sum(len(score.claims_of(label)) for label in rows) >= rules
    assert sum(not label["rules"] for label in rows) >= len(rows) // 3
    places = [(label["service"], label["file"], label["line"]) for label in rows]
    assert len(set(places)) == len(places)
    assert all(set(label) == set(row()) for label in rows)
    assert json.dumps(rows).count("\\n") == 0


@pytest.mark.corpus
def test_labelled_and_held_out_rows_are_the_draw(corpus: Path) -> None:
    rows = score.labels() + score.labels(score.HELD_OUT)
    drawn = [(one.service, one.file, one.line) for one in draw.draw(corpus)]
    assert [(row["service"], row["file"], row["line"]) for row in rows] == drawn


FLOORS = {score.LABELS: 0.97, score.HELD_OUT: 0.97} | dict.fromkeys(score.FRESH, 0.92)


@pytest.mark.corpus
@pytest.mark.slow
def test_hard_rules_are_what_the_text_states(corpus: Path) -> None:
    rows = {path: score.labels(path) for path in FLOORS}
    everything = score.score(corpus, [row for part in rows.values() for row in part])
    for path, floor in FLOORS.items():
        places = {(row["service"], f"{row['file']}:{row['line']}") for row in rows[path]}
        verdicts = [one for one in everything if (one.service, one.where) in places]
        assert len(verdicts) >= 100, path.name
        *_, precision, recall = score.rates(verdicts)
        wrong = [str(one) for one in verdicts if one.outcome == "invented"]
        assert precision >= 0.995, "\n".join([path.name, *wrong])
        assert recall >= floor, path.name
