"""Programs written against one state and run against the other: what is called compatible goes on working,
what is called breaking fails."""

from __future__ import annotations

import importlib
import inspect
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from gen import packages, views
from gen.diff.catalog import RULES
from gen.diff.states import compare_built
from tests.diff.test_cases import NAMES, built
from tests.diff.witnesses import ANSWERED, REFUSED, Arguments

pytestmark = pytest.mark.slow

REQUESTS = sorted(
    f"{entity}-{kind}"
    for entity in ("request-property", "request-parameter")
    for kind in REFUSED
    if f"{entity}-{kind}" in RULES and (entity, kind) != ("request-parameter", "type-changed")
)
ANSWERS = sorted(f"response-property-{kind}" for kind in ANSWERED)


class Sides:
    """The two states of a rule's case as imported packages, ``first`` the one before the change."""

    def __init__(self, rule: str, folder: Path) -> None:
        forward = rule in NAMES
        case = rule if forward else RULES[rule].mirror
        both = [built(case, side, folder) for side in ("old", "new")]
        self.before, self.after = both if forward else both[::-1]
        self.report = compare_built(self.before, self.after)
        self.back = compare_built(self.after, self.before)
        stem = f"crates_{abs(hash(folder))}"
        self.first = self._package(self.before, folder, f"{stem}_first")
        self.second = self._package(self.after, folder, f"{stem}_second")

    def _package(self, state: Any, folder: Path, name: str) -> ModuleType:
        files = views.package_files(state.service, packages.info_of(state.target))
        for file, text in files.items():
            path = folder / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return importlib.import_module(name)


@pytest.fixture
def sides(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sides]:
    sys.path.insert(0, str(tmp_path))
    kept = set(sys.modules)
    try:
        yield Sides(request.param, tmp_path)
    finally:
        sys.path.remove(str(tmp_path))
        for name in set(sys.modules) - kept:
            if name.startswith("crates_"):
                del sys.modules[name]


def call(package: ModuleType, arguments: Arguments) -> str:
    """Run the call offline; the name of what it raised, '' where nothing."""
    testing = importlib.import_module(f"{package.__name__}.testing")
    with package.CrateClient(
        "https://crates.example.com",
        project_id="p",
        auth=package.TokenAuth("t"),
        transport=testing.OfflineTransport(),
    ) as client:
        try:
            client.paint_crate(shade="red", **arguments)
        except (TypeError, package.ValidationError) as error:
            return type(error).__name__
    return ""


@pytest.mark.parametrize("sides", REQUESTS, indirect=True)
def test_a_breaking_change_of_a_request_fails_and_its_mirror_does_not(
    sides: Sides, request: pytest.FixtureRequest
) -> None:
    rule = request.node.callspec.params["sides"]
    told = {change.rule: change.level for change in sides.report.changes}
    assert told[rule] == "breaking"
    refused, fine = REFUSED[
        rule.removeprefix("request-property-").removeprefix("request-parameter-")
    ]
    assert call(sides.first, refused) == ""
    assert call(sides.second, refused) in ("TypeError", "ValidationError")
    mirror = RULES[rule].mirror
    if {change.rule: change.level for change in sides.back.changes}[mirror] == "compatible":
        narrow = fine if call(sides.second, fine) == "" else None
        assert narrow is None or call(sides.first, narrow) == ""
        assert narrow is not None or rule.endswith("-added-required")


@pytest.mark.parametrize("sides", ["request-parameter-type-changed"], indirect=True)
def test_another_type_of_a_parameter_is_for_the_type_checker(sides: Sides) -> None:
    """On the wire a query is text, whatever it was made from."""
    first, second = (
        inspect.signature(package.CrateClient.paint_crate).parameters["size"].annotation
        for package in (sides.first, sides.second)
    )
    assert "int" in first
    assert "int" not in second


def schema_of(state: Any) -> dict[str, Any]:
    """What the state's OpenAPI document says of the answer."""
    document: Any = json.loads(json.dumps(packages.openapi_of(state)))
    (path,) = document["paths"].values()
    reply = path["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    return {**document, **reply}


@pytest.mark.parametrize("sides", ANSWERS, indirect=True)
def test_a_breaking_change_of_an_answer_lets_in_what_the_old_docs_ruled_out(
    sides: Sides, request: pytest.FixtureRequest
) -> None:
    rule = request.node.callspec.params["sides"]
    told = {change.rule: change.level for change in sides.report.changes}
    assert told[rule] == "breaking"
    sample = {"id": "a", **ANSWERED[rule.removeprefix("response-property-")]}
    before, after = (
        jsonschema.Draft202012Validator(schema_of(state)) for state in (sides.before, sides.after)
    )
    assert after.is_valid(sample)
    assert not before.is_valid(sample)


@pytest.mark.parametrize("sides", ["response-property-removed"], indirect=True)
def test_a_field_that_is_gone_is_no_attribute_any_more(sides: Sides) -> None:
    first, second = (
        importlib.import_module(f"{package.__name__}.operations.paint_crate").PaintCrateResponse
        for package in (sides.first, sides.second)
    )
    assert first.from_dict({"colour": "red"}).colour == "red"
    with pytest.raises(AttributeError):
        _ = second.from_dict({"colour": "red"}).colour
