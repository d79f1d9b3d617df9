"""Where rows lead to, held against labels made by hand."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.labels import draw_rows, score_rows

LABEL: dict[str, Any] = {
    "service": "lamps",
    "file": "page.rst",
    "line": 7,
    "name": "bulbs",
    "in": "body",
    "type": "array",
    "of": "object",
    "required": True,
    "leads_to": 20,
}


def document(line: int = 20, **changes: Any) -> score_rows.Document:
    """A document with one body whose ``bulbs`` are objects described from ``line`` on."""
    bulb = {"type": "object", "properties": {"watt": {"x-doc": {"file": "page.rst", "line": line}}}}
    bulbs = {"type": "array", "items": {"$ref": "#/components/schemas/Bulb"}}
    bulbs |= {"x-doc": {"file": "page.rst", "line": 7}} | changes
    body = {"type": "object", "properties": {"bulbs": bulbs}, "required": ["bulbs"]}
    media = {"content": {"application/json": {"schema": body}}}
    return score_rows.Document(
        {
            "paths": {"/lamps": {"post": {"requestBody": media, "responses": {}}}},
            "components": {"schemas": {"Bulb": bulb}},
        }
    )


def wrong(label: dict[str, Any], found: score_rows.Document) -> list[str]:
    return [aspect for aspect, said in score_rows.judge(label, found).items() if said]


def test_a_node_that_agrees_has_nothing_wrong() -> None:
    assert wrong(LABEL, document()) == []


@pytest.mark.parametrize(
    ("change", "aspect"),
    [
        ({"in": "query"}, "in"),
        ({"name": "bulb"}, "name"),
        ({"of": "string"}, "of"),
        ({"required": False}, "required"),
        ({"leads_to": 30}, "leads_to"),
        ({"leads_to": "free"}, "leads_to"),
        ({"line": 8}, "there"),
    ],
)
def test_each_aspect_is_judged(change: dict[str, Any], aspect: str) -> None:
    assert wrong(LABEL | change, document()) == [aspect]


def test_an_open_aspect_is_not_judged() -> None:
    assert wrong(LABEL | {"type": "?", "leads_to": "?"}, document(30, type=["array", "null"])) == []


@pytest.mark.parametrize("path", score_rows.LABELS, ids=lambda path: path.stem)
def test_labels_of_rows_are_well_formed(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({(row["service"], row["file"], row["line"]) for row in rows}) == len(rows) > 90
    assert all(list(row) == list(LABEL) for row in rows)


@pytest.mark.corpus
def test_labelled_rows_are_the_draws(corpus: Path) -> None:
    for path, drawn in zip(
        score_rows.LABELS, (draw_rows.draw(corpus), draw_rows.odd(corpus)), strict=True
    ):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        places = [(row["service"], row["file"], row["line"]) for row in rows]
        assert places == [(one.service, one.file, one.row.line) for one in drawn]


@pytest.mark.corpus
@pytest.mark.slow
def test_rows_lead_where_the_page_says(corpus: Path) -> None:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for path, _, verdicts in score_rows.score(corpus):
        asked[path.stem] += len(verdicts)
        right[path.stem] += sum(not said for said in verdicts.values())
    assert right["rows"] / asked["rows"] >= 0.995
    assert right["odd_rows"] / asked["odd_rows"] >= 0.985
