"""Tide Gauge Service: the docs' own examples and the edges of every rule, held against the
package.
"""

from __future__ import annotations

import copy
import importlib
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

PACKAGE = "tide_gauge"
VECTORS = Path(__file__).resolve().parent / "vectors"
ACROSS = ("when", "either", "compare")


def load() -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(VECTORS.glob("*.json"))]


def cases(kind: str, needs: str = "value") -> list[Any]:
    """The examples of one kind that have what a test needs."""
    return [
        pytest.param(vector, case, id=f"{vector['operation']}-{number}")
        for vector in load()
        for number, case in enumerate(vector.get(kind, ()), start=1)
        if needs in case
    ]


def edges(kind: str) -> list[Any]:
    return [
        pytest.param(name, field, value, id=f"{name}-{field}-{number}")
        for vector in load()
        for name, fields in vector.get("edges", {}).items()
        for field, edge in fields.items()
        for number, value in enumerate(edge.get(kind, ()), start=1)
    ]


def load_class(name: str) -> Any:
    return getattr(importlib.import_module(PACKAGE), name)


def operation_of(vector: dict[str, Any]) -> Any:
    return importlib.import_module(f"{PACKAGE}.operations.{vector['module']}").OPERATION


def violations(vector: dict[str, Any], value: Any) -> list[Any]:
    """What the operation's own check says of a body."""
    check = operation_of(vector).check_body
    out: list[Any] = []
    if check is not None:
        check(value, "$", out)
    return out


@pytest.mark.parametrize(("vector", "case"), cases("requests", "class"))
def test_request_goes_round(vector: dict[str, Any], case: dict[str, Any]) -> None:
    """A documented request, read and written, is the same JSON."""
    model = load_class(case["class"]).from_dict(copy.deepcopy(case["value"]))
    assert model.to_dict() == case["value"]
    assert pickle.loads(pickle.dumps(model)) == model


@pytest.mark.parametrize(("vector", "case"), cases("requests"))
def test_request_breaks_rules_only_where_masked(
    vector: dict[str, Any], case: dict[str, Any]
) -> None:
    """As it stands in the docs: broken rules only at values that are masked there."""
    known = [tuple(pair) for pair in case.get("contradicts", ())]
    found = [one for one in violations(vector, case["value"]) if (one.path, one.rule) not in known]
    assert {one.path for one in found} == set(case.get("masked", ())), [str(one) for one in found]


@pytest.mark.parametrize(("vector", "case"), cases("requests", "valid"))
def test_request_with_valid_values_breaks_no_rule(
    vector: dict[str, Any], case: dict[str, Any]
) -> None:
    """With valid values in place of the masked ones."""
    assert [str(one) for one in violations(vector, case["valid"])] == []


@pytest.mark.parametrize(("vector", "case"), cases("responses"))
def test_response_goes_round(vector: dict[str, Any], case: dict[str, Any]) -> None:
    """A documented answer, decoded and encoded again, is the same JSON."""
    operation = operation_of(vector)
    answer = operation.answers.get(case.get("status"), operation.default)
    decoded = answer.decode(copy.deepcopy(case["value"]))
    if "class" in case:
        assert type(decoded) is load_class(case["class"])
        assert decoded.to_dict() == case["value"]
        assert pickle.loads(pickle.dumps(decoded)) == copy.deepcopy(decoded) == decoded
        decoded.mismatches()


@pytest.mark.parametrize(("name", "field", "value"), edges("accepted"))
def test_value_inside_a_rule_is_accepted(name: str, field: str, value: Any) -> None:
    """A value at the inner edge of a documented rule."""
    out: list[Any] = []
    load_class(name).check_wire({field: value}, "$", out)
    own = [str(one) for one in out if one.rule not in (*ACROSS, "required")]
    assert own == []


@pytest.mark.parametrize(("name", "field", "value"), edges("refused"))
def test_value_outside_a_rule_is_refused(name: str, field: str, value: Any) -> None:
    """A value at the outer edge of a documented rule, and no other rule is broken by it."""
    out: list[Any] = []
    load_class(name).check_wire({field: value["value"]}, "$", out)
    own = [(one.path, one.rule) for one in out if one.rule not in (*ACROSS, "required")]
    assert own == [(value["path"], value["rule"])]
    assert all(one.source is not None for one in out)
