"""Names and OpenAPI of the sixteen services: every one of them sound, valid and leading back."""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import validate

from gen.build import Built, read_service
from gen.cache import Cache
from gen.config import Settings
from gen.lock import Lock
from gen.model_json import SCHEMA_FILE, dump
from gen.names import assign
from gen.openapi import Info, document
from gen.targets import targets
from tests.conftest import SHARED

FOLDER = SHARED / "corpus"
SERVICES = sorted(path.name for path in FOLDER.iterdir()) if FOLDER.is_dir() else []

pytestmark = [pytest.mark.corpus, pytest.mark.slow]


@pytest.fixture(scope="module", params=SERVICES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("names")
    (target,) = targets(Settings(root=folder, output=folder / "out"), FOLDER / request.param)
    return read_service(target, Cache(folder / "cache"))


@pytest.fixture(scope="module")
def openapi(built: Built) -> dict[str, Any]:
    return document(built.service, Info(package=built.target.package))


def test_names_can_be_typed_and_differ(built: Built) -> None:
    methods = [(one.group, one.name) for one in built.service.operations]
    modules = [one.module for one in built.service.operations]
    classes = [one.name for one in built.service.schemas.values()]
    for names in (methods, modules, classes):
        assert len(set(names)) == len(names)
    for name in [part for both in methods for part in both if part] + modules:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name)
        assert not keyword.iskeyword(name)
        assert len(name) <= 110
    assert all(re.fullmatch(r"[A-Z][A-Za-z0-9]*", name) for name in classes)
    for schema in built.service.schemas.values():
        attributes = [field.attribute for field in schema.fields]
        assert len(set(attributes)) == len(attributes)
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in attributes)
        assert (schema.direction == "request") == schema.name.endswith("Input")


def test_arguments_do_not_collide(built: Built) -> None:
    for one in built.service.operations:
        silent = [part for part in one.parameters if not part.client or part.location == "path"]
        names = [part.field.attribute for part in silent] + [name for _, name in one.arguments]
        assert len(set(names)) == len(names), one.key
        assert not {"self", "body", "options"} & set(names)


def test_words_always_tell_operations_apart(built: Built) -> None:
    assert [found for found in built.findings if found.code == "TW301"] == []


def test_the_lock_gives_the_same_names_again(built: Built) -> None:
    lock = Lock.parse(built.lock.dump())
    again, later, _ = assign(built.service, lock, built.target.settings)
    assert again == built.service
    assert later.dump() == built.lock.dump()


def test_openapi_is_valid(openapi: dict[str, Any]) -> None:
    validate(openapi)
    json.dumps(openapi, allow_nan=False)


def test_every_row_is_where_it_says(built: Built, openapi: dict[str, Any]) -> None:
    lines: dict[str, list[str]] = {}
    seen = shown = 0
    for place in docs(openapi):
        file, words = place["file"], re.findall(r"[A-Za-z0-9]+", place["parameter"])
        if file not in lines:
            lines[file] = (built.target.docs / file).read_text("utf-8").split("\n")
        line = lines[file][place["line"] - 1]
        seen += 1
        if re.match(r"\s*[+=][-=+ ]+$", line):
            # A key that only the examples show, around what the table lists: it has no row.
            shown += 1
            continue
        assert not words or words[0] in line, place
    assert shown <= seen / 50
    assert seen > len(built.service.operations)


def docs(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        if "x-doc" in found and "properties" not in found.get("x-doc", {}):
            places = found["x-doc"]
            yield from places if isinstance(places, list) else [places]
        for key, inner in found.items():
            if key not in ("examples", "example", "default", "x-default", "enum"):
                yield from docs(inner)
    elif isinstance(found, list):
        for inner in found:
            yield from docs(inner)


def test_model_is_what_its_schema_says(built: Built) -> None:
    schema = json.loads(
        (Path(__file__).parent.parent / "gen/schemas" / SCHEMA_FILE).read_text("utf-8")
    )
    jsonschema.Draft202012Validator(schema).validate(dump(built.service))
