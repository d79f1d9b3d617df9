"""The documented rules as data, and a second reading of them beside the package's own checks.

``_rules.json``: class → ``fields`` (``type``, ``required``, ``null``, ``tests``, ``items``,
``default``), ``across`` and ``open`` (the members under keys of their own).
"""

from __future__ import annotations

import json
import os
import re
from typing import Any

from .._runtime.checks import compares, distinct

_table: dict[str, Any] = {}


def rules_of(name: str) -> dict[str, Any]:
    """The rules of a request class. Raises ValueError for a class that is none."""
    if not _table:
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_rules.json")
        _table.update(json.loads(__loader__.get_data(path)))  # type: ignore[name-defined]
    if name not in _table:
        raise ValueError(f"{name} is no request class")
    found: dict[str, Any] = _table[name]
    return found


def numeric(value: Any) -> bool:
    """Whether a value is a JSON number."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def same(left: Any, right: Any) -> bool:
    """Whether two scalars are equal as JSON."""
    return bool(left == right) and isinstance(left, bool) == isinstance(right, bool)


def broken(test: list[Any], value: Any) -> str:
    """The id under which a value breaks a test, '' where it keeps it."""
    kind, *facts = test
    if kind == "enum":
        return "" if any(same(value, one) for one in facts) else "enum"
    if kind == "range" and numeric(value):
        low, high, open_low, open_high = facts
        if low is not None and (value <= low if open_low else value < low):
            return "minimum"
        if high is not None and (value >= high if open_high else value > high):
            return "maximum"
    if kind == "length" and isinstance(value, str):
        return _sized(len(value), facts, "minLength", "maxLength")
    if kind == "count" and isinstance(value, list):
        return _sized(len(value), facts, "minItems", "maxItems")
    if kind == "match" and isinstance(value, str):
        return "" if re.search(facts[1], value) else str(facts[0])
    if kind == "kinds" and isinstance(value, str):
        found = sum(1 for group in facts[1:] if re.search(group, value))
        return "" if found >= facts[0] else "variety"
    if kind == "unique" and isinstance(value, list):
        return "" if distinct(value, facts[0]) else "unique"
    return ""


def _sized(size: int, bounds: list[int | None], under: str, over: str) -> str:
    low, high = bounds
    if low is not None and size < low:
        return under
    return over if high is not None and size > high else ""


def keeps(tests: list[list[Any]], value: Any) -> bool:
    """Whether a value keeps all of some tests."""
    return not any(broken(test, value) for test in tests)


def certain(condition: list[Any], body: dict[str, Any], fields: dict[str, Any]) -> bool | None:
    """Whether a condition holds for an object; None where it cannot be told."""
    kind, *facts = condition
    if kind == "is":
        name, *values = facts
        if name not in body and "default" not in fields.get(name, {}):
            return None
        value = body[name] if name in body else fields[name]["default"]
        return any(same(value, one) for one in values)
    if kind == "given":
        return facts[0] in body
    if kind == "not":
        inner = certain(facts[0], body, fields)
        return None if inner is None else not inner
    parts = [certain(part, body, fields) for part in facts]
    if kind == "all":
        return False if False in parts else None if None in parts else True
    if kind == "any":
        return True if True in parts else None if None in parts else False
    return None


def across(rule: list[Any], body: dict[str, Any], fields: dict[str, Any]) -> bool:
    """Whether an object breaks a rule across its fields."""
    kind, *facts = rule
    if kind == "either":
        names, low, high = facts
        given = sum(1 for name in names if name in body)
        return given < low or (high is not None and given > high)
    if kind == "compare":
        left, op, right = facts
        return left in body and right in body and not compares(body[left], op, body[right])
    name, effect, condition, then, on_items = facts
    if certain(condition, body, fields) is not True:
        return False
    if effect == "required":
        return name not in body
    if effect == "forbidden":
        return name in body
    if name not in body or not then:
        return False
    if on_items:
        held = body[name]
        return isinstance(held, list) and any(broken(then, item) for item in held)
    return bool(broken(then, body[name]))


def all_across(rules: dict[str, Any], body: dict[str, Any]) -> list[list[Any]]:
    """The rules across fields that an object breaks."""
    return [rule for rule in rules.get("across", ()) if across(rule, body, rules["fields"])]
