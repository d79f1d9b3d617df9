"""Hypothesis strategies for request bodies: valid ones, and ones with exactly one mistake.

::

    from hypothesis import given

    @given(valid(CreateThingInput))
    def test_it(body): ...            # plain JSON data that keeps every documented rule

    @given(mistakes(CreateThingInput))
    def test_it(planted): ...         # Mistake(body, rule, path): breaks that rule there, no other

Needs the package ``hypothesis``, which nothing else here does.
"""

from __future__ import annotations

import copy
import re
import string
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, NamedTuple

from hypothesis import assume
from hypothesis import strategies as st

from .._runtime.checks import member
from .._runtime.model import RequestModel
from ._judge import all_across, broken, keeps, numeric, rules_of

_DEPTH = 4
_LONGEST = 300
_TEXT = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
_POOL = string.printable[:95] + "\u00e9\u00f1\u00df\u0416\u4e2d\U00010400"


@cache
def _alphabet(one: str) -> st.SearchStrategy[str]:
    """Characters of a class: those of a small pool, so that a class of all letters costs nothing."""
    found = [char for char in _POOL if re.match(one, char)]
    return st.sampled_from(found) if found else st.from_regex(one, fullmatch=True)


@cache
def _matching(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(pattern)


class Mistake(NamedTuple):
    """A body that breaks one documented rule, the rule's id, and the JSONPath it is reported at."""

    body: dict[str, Any]
    rule: str
    path: str


def valid(model: type[RequestModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Bodies of a request class, as JSON data, that keep every documented rule."""
    return _objects(model.__name__, 0)


def mistakes(model: type[RequestModel]) -> st.SearchStrategy[Mistake]:
    """Bodies of a request class that break exactly one documented rule."""
    return _mistakes(model.__name__)


# ---- valid values ---------------------------------------------------------------


@st.composite
def _objects(draw: st.DrawFn, name: str, depth: int) -> dict[str, Any]:
    rules = rules_of(name)
    body: dict[str, Any] = {}
    for wire, field in rules["fields"].items():
        # Deep bodies end: below some depth only what is mandatory is given.
        if field.get("required") or (depth < _DEPTH and draw(st.integers(0, 2)) == 0):
            body[wire] = draw(_of_field(field, depth))
    if "open" in rules and depth < _DEPTH:
        for key in draw(st.lists(st.sampled_from(["a", "b-c", "7"]), max_size=2, unique=True)):
            if key not in rules["fields"]:
                body[key] = draw(_of_field(rules["open"], depth))
    _mend(draw, body, rules, depth)
    assume(not all_across(rules, body))
    return body


def _mend(draw: st.DrawFn, body: dict[str, Any], rules: dict[str, Any], depth: int) -> None:
    """Add and take away fields until the rules across them are kept."""
    fields = rules["fields"]
    for _ in range(12):
        wrong = all_across(rules, body)
        if not wrong:
            return
        kind, *facts = wrong[0]
        if kind == "when" and facts[1] == "required" and facts[0] in fields:
            body[facts[0]] = draw(_of_field(fields[facts[0]], depth))
        elif kind == "either":
            names, _, high = facts
            given = [name for name in names if name in body]
            if high is not None and len(given) > high:
                body.pop(draw(st.sampled_from(given)))
            else:
                absent = [name for name in names if name not in body and name in fields]
                assume(absent)
                wire = draw(st.sampled_from(absent))
                body[wire] = draw(_of_field(fields[wire], depth))
        else:
            named = [facts[0], facts[2]] if kind == "compare" else facts[:1]
            spare = [n for n in named if n in body and not fields[n].get("required")]
            assume(spare)
            body.pop(spare[0])


def _of_field(field: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    made = _values(field["type"], field.get("tests", []), field.get("items", []), depth)
    return st.none() | made if field.get("null") else made


def _values(
    kind: Any, tests: list[list[Any]], items: list[list[Any]], depth: int
) -> st.SearchStrategy[Any]:
    """Values of a type that keep ``tests``, and whose items keep ``items``."""
    enum = next((test[1:] for test in tests if test[0] == "enum"), None)
    if enum is not None:
        return st.sampled_from(enum).filter(lambda value: keeps(tests, value))
    if isinstance(kind, dict):
        return _containers(kind, tests, items, depth)
    if kind == "string":
        return _strings(tests)
    if kind in ("integer", "number"):
        return _numbers(kind, tests)
    if kind == "boolean":
        return st.booleans()
    if kind == "object":
        return st.dictionaries(st.sampled_from(["a", "b"]), st.integers(), max_size=2)
    return st.sampled_from(["a", "text"]).filter(lambda value: keeps(tests, value))


def _containers(
    kind: dict[str, Any], tests: list[list[Any]], items: list[list[Any]], depth: int
) -> st.SearchStrategy[Any]:
    if "class" in kind:
        return st.deferred(lambda: _objects(kind["class"], depth + 1))
    if "map" in kind:
        inner = _values(kind["map"], items, [], depth + 1)
        return st.dictionaries(st.sampled_from(["a", "b-c", "7"]), inner, max_size=2)
    low, high = 0, 3
    for test in tests:
        if test[0] == "count":
            low = max(low, test[1] or 0)
            high = max(low, min(high, high if test[2] is None else test[2]))
    inner = _values(kind["list"], items, [], depth + 1)
    made = st.lists(inner, min_size=low, max_size=max(low, high if depth < _DEPTH else low))
    return made.filter(lambda value: keeps(tests, value))


def _numbers(kind: str, tests: list[list[Any]]) -> st.SearchStrategy[Any]:
    low: Any = None
    high: Any = None
    for test in tests:
        if test[0] == "range":
            low = test[1] if low is None else low if test[1] is None else max(low, test[1])
            high = test[2] if high is None else high if test[2] is None else min(high, test[2])
    if kind == "integer":
        made: st.SearchStrategy[Any] = st.integers(low, high)
    else:
        made = st.floats(low, high, allow_nan=False, allow_infinity=False)
    return made.filter(lambda value: keeps(tests, value))


def _strings(tests: list[list[Any]]) -> st.SearchStrategy[str]:
    low, high = 0, _LONGEST
    for test in tests:
        if test[0] == "length":
            low = max(low, test[1] or 0)
            high = max(low, min(high, high if test[2] is None else test[2]))
    kinds = next((test for test in tests if test[0] == "kinds"), None)
    patterns = [test for test in tests if test[0] == "match"]
    if kinds is not None:
        made = _of_kinds(kinds, low, high)
    elif patterns:
        _, _, pattern, one = patterns[0]
        if one:
            made = st.text(_alphabet(one), min_size=low, max_size=min(high, low + 24))
        else:
            made = _matching(pattern)
    else:
        made = st.text(_TEXT, min_size=low, max_size=min(high, low + 24))
    return made.filter(lambda value: keeps(tests, value))


@st.composite
def _of_kinds(draw: st.DrawFn, test: list[Any], low: int, high: int) -> str:
    """Characters of enough groups, in any order."""
    _, wanted, *groups = test
    size = draw(st.integers(max(low, wanted), max(wanted, min(high, low + 12))))
    chosen = draw(st.permutations(groups))[:wanted]
    chars = [draw(_alphabet(group)) for group in chosen]
    while len(chars) < size:
        chars.append(draw(_alphabet(draw(st.sampled_from(groups)))))
    return "".join(draw(st.permutations(chars)))


# ---- one mistake ----------------------------------------------------------------


class _Made(NamedTuple):
    """A mistake made in one object: the rule's id, and the steps below the object."""

    rule: str
    steps: tuple[str | int, ...]


_Maker = Callable[[st.DrawFn, dict[str, Any]], _Made]
"""Changes an object so that it breaks a rule; what cannot be done is given up with ``assume``."""


@st.composite
def _mistakes(draw: st.DrawFn, name: str) -> Mistake:
    body = copy.deepcopy(draw(_objects(name, 0)))
    path, owner, target = draw(st.sampled_from(list(_inside("$", name, body))))
    rules = rules_of(owner)
    makers = list(_makers(rules))
    assume(makers)
    made = draw(st.sampled_from(makers))(draw, target)
    # A mistake must not break a rule across fields by the way.
    expected = 1 if made.rule in ("when", "either", "compare") else 0
    assume(len(all_across(rules, target)) == expected)
    return Mistake(body, made.rule, path + "".join(map(member, made.steps)))


def _inside(
    path: str, name: str, body: dict[str, Any]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every object of a request class in a body: path, class, value."""
    yield path, name, body
    for wire, field in rules_of(name)["fields"].items():
        if wire in body:
            yield from _below(path + member(wire), field["type"], body[wire])


def _below(path: str, kind: Any, value: Any) -> Iterator[tuple[str, str, dict[str, Any]]]:
    if not isinstance(kind, dict):
        return
    if "class" in kind and isinstance(value, dict):
        yield from _inside(path, kind["class"], value)
    elif "list" in kind and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _below(f"{path}[{index}]", kind["list"], item)
    elif "map" in kind and isinstance(value, dict):
        for key, item in value.items():
            yield from _below(path + member(key), kind["map"], item)


def _makers(rules: dict[str, Any]) -> Iterator[_Maker]:
    """Everything that can be done wrong with an object of a class."""
    for wire, field in rules["fields"].items():
        kind = field["type"]
        if field.get("required"):
            yield partial(_drop, wire=wire, rule="required")
        if kind not in ("any", "file"):
            yield partial(_set, wire=wire, rule="type", value=_other_type(kind))
            if not field.get("null"):
                yield partial(_set, wire=wire, rule="null", value=None)
        for test in field.get("tests", []):
            yield partial(_break, wire=wire, field=field, test=test)
        if isinstance(kind, dict) and "list" in kind:
            for test in field.get("items", []):
                yield partial(_break_item, wire=wire, field=field, test=test)
    for kind, *facts in rules.get("across", ()):
        if kind == "when" and facts[1] == "required":
            # Without a field that is mandatory anyway two rules are broken at once.
            if not rules["fields"].get(facts[0], {}).get("required"):
                yield partial(_drop, wire=facts[0], rule="when")
        elif kind == "when" and not facts[4]:
            yield partial(_give, wires=facts[:1], fields=rules["fields"], rule="when")
        elif kind == "either" and facts[1]:
            yield partial(_take_all, wires=facts[0])
        elif kind == "either":
            yield partial(_give, wires=facts[0], fields=rules["fields"], rule="either")
        elif kind == "compare":
            wires = [facts[0], facts[2]]
            yield partial(_give, wires=wires, fields=rules["fields"], rule="compare")


def _drop(draw: st.DrawFn, body: dict[str, Any], *, wire: str, rule: str) -> _Made:
    body.pop(wire, None)
    return _Made(rule, (wire,))


def _set(draw: st.DrawFn, body: dict[str, Any], *, wire: str, rule: str, value: Any) -> _Made:
    body[wire] = value
    return _Made(rule, (wire,))


def _give(
    draw: st.DrawFn, body: dict[str, Any], *, wires: list[str], fields: dict[str, Any], rule: str
) -> _Made:
    """Valid values for some fields; whether they break the rule together is seen afterwards."""
    for wire in wires:
        assume(wire in fields)
        body[wire] = draw(_of_field(fields[wire], _DEPTH))
    return _Made(rule, () if rule == "either" else (wires[0],))


def _take_all(draw: st.DrawFn, body: dict[str, Any], *, wires: list[str]) -> _Made:
    for wire in wires:
        body.pop(wire, None)
    return _Made("either", ())


def _break(
    draw: st.DrawFn, body: dict[str, Any], *, wire: str, field: dict[str, Any], test: list[Any]
) -> _Made:
    tests = field.get("tests", [])
    rule, value = _wrong(draw, field["type"], test, tests, field.get("items", []))
    body[wire] = value
    return _Made(rule, (wire,))


def _break_item(
    draw: st.DrawFn, body: dict[str, Any], *, wire: str, field: dict[str, Any], test: list[Any]
) -> _Made:
    rule, value = _wrong(draw, field["type"]["list"], test, field.get("items", []), [])
    assume(keeps(field.get("tests", []), [value]))
    body[wire] = [value]
    return _Made(rule, (wire, 0))


def _other_type(kind: Any) -> Any:
    if kind == "string":
        return 7
    return "text" if kind != "boolean" else 1


def _wrong(
    draw: st.DrawFn, kind: Any, test: list[Any], tests: list[list[Any]], items: list[list[Any]]
) -> tuple[str, Any]:
    """A value that breaks ``test`` and no other of ``tests``, and the id under which it does."""
    others = [other for other in tests if other is not test]
    found = [
        (rule, value)
        for value in _candidates(draw, kind, test, others, items)
        if (rule := broken(test, value)) and keeps(others, value)
    ]
    assume(found)
    chosen: tuple[str, Any] = draw(st.sampled_from(found))
    return chosen


def _candidates(
    draw: st.DrawFn, kind: Any, test: list[Any], others: list[list[Any]], items: list[list[Any]]
) -> Iterator[Any]:
    name, *facts = test
    if name == "enum":
        yield from ("no-such-value",) if kind == "string" else ()
        if kind in ("integer", "number"):
            yield max((one for one in facts if numeric(one)), default=0) + 1
    elif name == "range":
        low, high, open_low, open_high = facts
        if low is not None:
            yield low if open_low else low - 1
        if high is not None:
            yield high if open_high else high + 1
    elif name == "length" and kind == "string":
        low, high = facts
        for size in ((low or 0) - 1, None if high is None else high + 1):
            if size is not None and 0 <= size <= _LONGEST:
                yield _of_size(draw, size, others)
    elif name == "count" and isinstance(kind, dict) and "list" in kind:
        low, high = facts
        inner = _values(kind["list"], items, [], _DEPTH)
        for size in ((low or 0) - 1, None if high is None else high + 1):
            if size is not None and 0 <= size <= _LONGEST:
                yield [draw(inner)] * size
    elif name == "unique" and isinstance(kind, dict) and "list" in kind:
        item = draw(_values(kind["list"], items, [], _DEPTH))
        yield [item, item]
    elif name in ("match", "kinds") and kind == "string":
        good = draw(_strings([test, *others]))
        yield from (good[:-1] + "\u2603", "\u2603" + good[1:], good + "\n", "a" * len(good), "?")


def _of_size(draw: st.DrawFn, size: int, others: list[list[Any]]) -> str:
    """A string of ``size`` characters, of those the other tests want."""
    one = next((test[3] for test in others if test[0] == "match" and test[3]), "")
    if one:
        return draw(st.text(_alphabet(one), min_size=size, max_size=size))
    kinds = next((test for test in others if test[0] == "kinds"), None)
    if kinds is not None:
        groups = kinds[2:]
        return "".join(draw(_alphabet(groups[number % len(groups)])) for number in range(size))
    return (string.ascii_letters * (size // 52 + 1))[:size]
