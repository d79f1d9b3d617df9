"""The measurements run, and what they compare with says what the OpenAPI document says."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

pydantic = pytest.importorskip("pydantic")
msgspec = pytest.importorskip("msgspec")
pytest.importorskip("cattrs")
fastjsonschema = pytest.importorskip("fastjsonschema")

from benchmarks import __main__ as runner  # noqa: E402
from benchmarks import checking, importing, peer_models, peers, services, side_by_side  # noqa: E402

DOCUMENT: dict[str, Any] = {
    "info": {"title": "Kites", "version": "1"},
    "paths": {
        "/kites": {
            "post": {
                "operationId": "create_kite",
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/KiteInput"},
                            "examples": {
                                "small": {"value": {"id": "a-1"}},
                                "large": {"value": {"id": "a-1", "colours": ["red", "blue"]}},
                            },
                        }
                    }
                },
                "responses": {"200": {"description": "made"}},
            }
        }
    },
    "components": {
        "schemas": {
            "KiteInput": {
                "title": "Kite",
                "type": "object",
                "required": ["id"],
                "properties": {
                    "id": {"type": "string", "pattern": "^[a-z$]-[0-9]$", "maxLength": 3},
                    "colours": {
                        "type": "array",
                        "maxItems": 2,
                        "items": {"type": "string", "enum": ["red", "blue"]},
                    },
                    "size": {"type": "integer", "minimum": 1, "maximum": 9},
                    "place": {
                        "type": "string",
                        "anyOf": [{"pattern": "^here$"}, {"pattern": "^[0-9]+$"}],
                    },
                    "copy": {"type": ["string", "null"]},
                    "tail": {"$ref": "#/components/schemas/Tail"},
                },
                "dependentRequired": {"size": ["place"]},
            },
            "Tail": {
                "type": "object",
                "properties": {
                    "next": {"$ref": "#/components/schemas/Tail"},
                    "from": {"type": "string", "minLength": 1},
                    "weights": {"type": "object", "additionalProperties": {"type": "number"}},
                },
            },
        }
    },
}
ACCEPTED = {
    "id": "$-1",
    "colours": ["red"],
    "size": 9,
    "place": "12",
    "copy": None,
    "tail": {"next": {"from": "x"}, "weights": {"a": 1.5}},
}
REFUSED = [
    {"id": "abc"},
    {"id": "a-1", "colours": ["green"]},
    {"id": "a-1", "colours": ["red"] * 3},
    {"id": "a-1", "size": 10, "place": "here"},
    {"id": "a-1", "size": "2", "place": "here"},
    {"id": "a-1", "place": "there"},
    {"id": "a-1", "copy": 1},
    {"id": "a-1", "tail": {"next": {"from": ""}}},
    {"id": "a-1", "tail": {"weights": {"a": "heavy"}}},
    {"colours": []},
]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The project's own small service, made once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TABLEWRIGHT_BENCH", str(tmp_path_factory.mktemp("bench")))
        with services.packages([services.ROOT / "spec" / "tide-gauge"]) as found:
            yield found[0]


@pytest.mark.parametrize("name", runner.NAMES)
def test_every_measurement_has_a_main(name: str) -> None:
    module = importlib.import_module(f"benchmarks.{name}")
    assert callable(module.main)
    assert module.__doc__


def test_race_tells_slow_from_fast() -> None:
    timings = side_by_side.race(
        {"slow": lambda: sum(range(20_000)), "fast": lambda: sum(range(200))},
        rounds=5,
        seconds=0.001,
    )
    ratio = timings.ratio("slow", "fast")
    assert ratio.low <= ratio.median <= ratio.high
    assert ratio.median > 10
    assert all(len(found) == 5 for found in timings.values())


def test_pydantic_models_accept_what_the_schema_accepts() -> None:
    model = peer_models.Pydantic(DOCUMENT, constrained=True).build("KiteInput")
    made = model.model_validate(ACCEPTED)
    assert made.model_dump(exclude_unset=True, by_alias=True) == ACCEPTED


@pytest.mark.parametrize("body", REFUSED, ids=str)
def test_pydantic_models_refuse_what_the_schema_refuses(body: dict[str, Any]) -> None:
    model = peer_models.Pydantic(DOCUMENT, constrained=True).build("KiteInput")
    with pytest.raises(pydantic.ValidationError):
        model.model_validate(body)


def test_fastjsonschema_gets_the_whole_schema() -> None:
    check = fastjsonschema.compile(peer_models.json_schema(DOCUMENT, "KiteInput"))
    check(ACCEPTED)
    for body in [*REFUSED, {"id": "a-1", "size": 2}]:
        with pytest.raises(fastjsonschema.JsonSchemaException):
            check(body)


@pytest.mark.parametrize("body", [ACCEPTED, {"id": "anything", "colours": ["green"]}], ids=str)
def test_unconstrained_models_hold_types_only(body: dict[str, Any]) -> None:
    struct = peer_models.Msgspec(DOCUMENT).build("KiteInput")
    without_null = {key: value for key, value in body.items() if value is not None}
    assert msgspec.to_builtins(msgspec.convert(body, struct)) == without_null
    models = peer_models.Attrs(DOCUMENT)
    made, converter = models.build("KiteInput"), models.converter()
    assert converter.unstructure(converter.structure(body, made)) == without_null
    model = peer_models.Pydantic(DOCUMENT).build("KiteInput")
    dumped = model.model_validate(body).model_dump(exclude_unset=True, by_alias=True)
    assert dumped == body
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**body, "size": "many"}, struct)


def test_dollars_are_escaped_in_classes_only() -> None:
    assert peer_models.dollars_escaped(r"^[a$]\$[b\]$]$") == r"^[a\x24]\$[b\]\x24]$"


def test_titles_go_but_the_documents_own_and_fields_of_that_name() -> None:
    document = {
        "info": {"title": "Kites", "version": "1"},
        "schema": {"title": "Kite", "properties": {"title": {"type": "string", "title": "T"}}},
    }
    assert peers.untitled(document) == {
        "info": {"title": "Kites", "version": "1"},
        "schema": {"properties": {"title": {"type": "string"}}},
    }


def test_the_largest_example_is_first(own: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services.Service, "document", lambda _: DOCUMENT)
    found = services.examples(own, requests=True)
    assert [one.value for one in found] == [
        {"id": "a-1", "colours": ["red", "blue"]},
        {"id": "a-1"},
    ]
    assert {(one.operation, one.schema) for one in found} == {("create_kite", "KiteInput")}


def test_all_checks_of_a_documented_request_agree(own: Any) -> None:
    bodies = services.examples(own, requests=True)
    usable = [found for one in bodies if (found := checking.contenders(one))]
    assert usable
    for contenders in usable:
        assert side_by_side.race(contenders, rounds=2, seconds=0.0001).keys() == contenders.keys()


def test_answers_come_back_from_every_library(own: Any) -> None:
    from benchmarks.decoding import OWN, Work

    work = Work(services.examples(own, requests=False)[0])
    assert work.refused == []
    assert {OWN, "pydantic", "msgspec", "attrs+cattrs"} <= work.decode.keys()
    assert work.encode[OWN]() == work.body


def test_imports_are_measured_beyond_the_interpreter(own: Any) -> None:
    paths = [str(own.folder.parent)]
    nothing, _ = importing.measure("pass", paths)
    package, memory = importing.measure(f"import {own.package}", paths)
    assert 0 <= nothing < package
    assert memory >= 0


def test_lines_are_counted(tmp_path: Path) -> None:
    for name in ("a.py", "kept/b.py", "left/c.py", "d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("one\ntwo\n")
    assert services.lines_of(tmp_path, without=("left",)) == 4
