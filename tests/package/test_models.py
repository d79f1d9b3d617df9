"""What a model is to Python: a dataclass of the documented fields, and apart from what it writes."""

from __future__ import annotations

import dataclasses
import typing
from types import ModuleType
from typing import Any

import pytest

ID = "1b4e28ba-2fa1-4d2e-883f-b9a761bde3fb"
ANSWER: dict[str, Any] = {
    "station": {
        "id": ID,
        "note": None,
        "position": {"latitude": 1.0, "odd": [{"a": 1}]},
        "tags": [{"key": "k", "value": ["no text"]}, 5],
        "unknown": {"list": [1, [2]]},
        "unknown_null": None,
    },
    "more": [[1]],
}


def spoil(value: Any) -> None:
    """Empty every list and object below ``value``."""
    for inner in list(value.values() if isinstance(value, dict) else value):
        if isinstance(inner, (dict, list)):
            spoil(inner)
    value.clear()


def test_what_is_written_can_be_changed_without_changing_the_answer(tide: ModuleType) -> None:
    made = tide.GetStationResponse.from_dict(ANSWER)
    assert made.to_dict() == ANSWER
    written = made.to_dict()
    # A list where the docs say text is the one thing that stays shared.
    written["station"]["tags"][0].pop("value")
    spoil(written)
    assert made.to_dict() == ANSWER


def test_what_is_written_can_be_changed_without_changing_the_request(tide: ModuleType) -> None:
    body = {
        "name": "n",
        "position": {"latitude": 1.0, "odd": [1]},
        "tags": [{"key": "k", "value": "v", "odd": {}}],
        "odd": {"list": [1, [2]]},
    }
    made = tide.StationInput.from_dict(body)
    spoil(made.to_dict())
    assert made.to_dict() == body
    given = [{"key": "k"}]
    made = tide.StationInput(tags=given)
    spoil(made.to_dict())
    assert given == [{"key": "k"}]


def test_nulls_and_unknown_keys_are_kept_and_what_is_taken_away_is_gone(tide: ModuleType) -> None:
    made = tide.Station.from_dict({"id": ID, "note": None, "name": "n", "odd": None})
    made.name = None
    made.datum = "chart"
    assert made.to_dict() == {"id": ID, "note": None, "datum": "chart", "odd": None}


@pytest.mark.parametrize("name", ["Station", "StationInput", "RegisterStationInput", "Region"])
def test_the_fields_are_the_documented_ones(tide: ModuleType, name: str) -> None:
    cls = getattr(tide, name)
    names = [one.name for one in dataclasses.fields(cls)]
    assert "_data" not in names
    hints = typing.get_type_hints(cls)
    assert set(names) <= set(hints)
    assert set(dataclasses.asdict(cls.from_dict({"odd": 1}))) == set(names)
    made = dataclasses.replace(cls.from_dict({"odd": 1}))
    assert made.to_dict() == {}


def test_a_file_field_has_a_hint_that_can_be_evaluated(tide: ModuleType) -> None:
    hints = typing.get_type_hints(tide.UploadReadingsInput)
    assert bytes in typing.get_args(hints["file"])
