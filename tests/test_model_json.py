"""The model as JSON, and the schema that is published with it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from gen.model import Array, Default, Not, Present, Ref, Service, When
from gen.model_json import SCHEMA_FILE, dump, schema
from gen.serial import from_json
from tests.handmade import field, operation, parameter, rule, service
from tests.handmade import schema as table


def published(root: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((root / "gen/schemas" / SCHEMA_FILE).read_text("utf-8"))
    return found


def test_the_published_schema_is_current(root: Path) -> None:
    assert published(root) == schema(), (
        'run: python -c "import json, gen.model_json as m; print(json.dumps(m.schema(), indent=2))"'
        f" > gen/schemas/{SCHEMA_FILE}"
    )


def sample() -> Service:
    body = table(
        "s",
        field("f", Array(Ref("s")), rules=(rule(Default, value=[]),)),
        direction="request",
        rules=(rule(When, field="f", condition=Not(Present("g")), effect="required"),),
    )
    one = operation("Mooring a Ship", "POST", request="s", parameters=(parameter("id", "path"),))
    return service(one, schemas=(body,))


def test_a_model_agrees_with_the_schema_and_comes_back(root: Path) -> None:
    data = dump(sample())
    jsonschema.Draft202012Validator(published(root)).validate(data)
    assert from_json(Service, json.loads(json.dumps(data))) == sample()


@pytest.mark.parametrize(
    "spoil",
    [
        {"kind": "Ship"},
        {"name": 1},
        {"schemas": []},
        {"unheard": 1},
        {"operations": [{"kind": "Operation"}]},
    ],
)
def test_anything_else_is_refused(root: Path, spoil: dict[str, object]) -> None:
    data = {**dump(sample()), **spoil}
    assert not jsonschema.Draft202012Validator(published(root)).is_valid(data)
