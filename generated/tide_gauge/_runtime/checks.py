"""What the checks of the request models call when a value may be wrong: the whole truth about it.

The checks themselves hold the quick test that nearly every value passes; :func:`report` then
says what is broken, if anything is. ``path`` is where the object stands that is checked,
``owner`` the request class (or the operation's name),
``name`` the wire name of the field, ``at`` the indexes and keys below it, innermost last.
A test of a value gives what it breaks as (rule id, message). No message quotes a value: it
may be a secret.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from .violation import Violation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .violation import Where

    Faults = Iterator[tuple[str, str]]
    Test = Callable[[Any], Faults]

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


def member(name: str | int) -> str:
    """A step of a JSONPath: ``.name``, ``[0]``, ``['a-b']``."""
    if isinstance(name, int):
        return f"[{name}]"
    if _PLAIN.match(name):
        return f".{name}"
    escaped = json.dumps(name)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"['{escaped}']"


def spelt(path: Where) -> str:
    """The JSONPath of where an object stands."""
    if isinstance(path, str):
        return path
    above, *steps = path
    return spelt(above) + "".join(map(member, steps))


def fail(
    out: list[Violation],
    path: Where,
    owner: type[Any] | str,
    name: str,
    rule: str,
    message: str,
    *at: str | int,
) -> None:
    """Report one broken rule."""
    where = spelt(path) + "".join(map(member, (name, *at) if name else at))
    key = owner if isinstance(owner, str) else owner.__name__
    out.append(Violation(where, rule, message, f"{key}/{name}"))


def missing(out: list[Violation], path: Where, owner: type[Any] | str, name: str) -> None:
    """Report an absent mandatory field."""
    fail(out, path, owner, name, "required", "is required")


def report(
    out: list[Violation],
    path: Where,
    owner: type[Any] | str,
    name: str,
    value: Any,
    *tests: Test,
    at: tuple[str | int, ...] = (),
) -> None:
    """Report everything that ``tests`` find; after a wrong type no further one is asked."""
    for test in tests:
        wrong = False
        for rule, message in test(value):
            fail(out, path, owner, name, rule, message, *at)
            wrong = rule in ("type", "null")
        if wrong:
            return


def absent_or_wrong(
    out: list[Violation],
    path: Where,
    owner: type[Any] | str,
    name: str,
    within: dict[str, Any],
    *tests: Test,
) -> None:
    """Report a mandatory field of an object that is absent, or else what ``tests`` find."""
    if name in within:
        report(out, path, owner, name, within[name], *tests)
    else:
        missing(out, path, owner, name)


# ---- types ------------------------------------------------------------------

_TYPE_NAMES = {
    str: "a string",
    bool: "a boolean",
    int: "an integer",
    float: "a number",
    list: "a list",
    dict: "an object",
}


def numeric(value: Any) -> bool:
    """Whether a value is a JSON number: not true."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def json_type(expected: str, holds: Callable[[Any], bool]) -> Test:
    """A value of one JSON type; ``expected`` is its name with an article."""

    def faults(value: Any) -> Faults:
        if value is None:
            yield "null", f"must be {expected}, not null"
        elif not holds(value):
            found = _TYPE_NAMES.get(type(value), type(value).__name__)
            yield "type", f"must be {expected}, not {found}"

    return faults


STRING = json_type("a string", lambda value: isinstance(value, str))
# 1.0 is an integer to JSON Schema, and so here.
INTEGER = json_type("an integer", lambda value: numeric(value) and value % 1 == 0)
NUMBER = json_type("a number", numeric)
BOOLEAN = json_type("a boolean", lambda value: isinstance(value, bool))
LIST = json_type("a list", lambda value: isinstance(value, list))
OBJECT = json_type("an object", lambda value: isinstance(value, dict))


# ---- strings ----------------------------------------------------------------


class Regex:
    """A test that a regular expression finds something in a string. It is compiled on first use."""

    __slots__ = ("message", "rule", "search", "text")

    if TYPE_CHECKING:
        search: Callable[[str], re.Match[str] | None]

    def __init__(self, text: str, rule: str = "pattern", message: str = "") -> None:
        self.text = text
        self.rule = rule
        self.message = message

    # Only called while the slot is empty, so later searches cost one attribute look-up.
    def __getattr__(self, name: str) -> Any:
        if name != "search":
            raise AttributeError(name)
        made = re.compile(self.text)
        # What is anchored is at the start or nowhere. A documented pattern can have branches.
        anchored = self.text[0] == "^" and self.rule != "pattern"
        self.search = made.match if anchored else made.search
        return self.search

    def __call__(self, value: Any) -> Faults:
        if isinstance(value, str) and not self.search(value):
            yield self.rule, self.message


class Without(Regex):
    """A test that a regular expression finds nothing in a string: no character that may not be there."""

    __slots__ = ()

    def __init__(self, text: str, message: str) -> None:
        super().__init__(text, "characters", message)

    def __call__(self, value: Any) -> Faults:
        if isinstance(value, str) and self.search(value):
            yield self.rule, self.message


class Kinds:
    """A test that a string has characters of at least ``minimum`` of some groups."""

    __slots__ = ("_ascii", "_groups", "_message", "_minimum")

    def __init__(self, minimum: int, message: str, *groups: str) -> None:
        self._minimum = minimum
        self._message = message
        self._groups = tuple(Regex(group) for group in groups)
        self._ascii: tuple[frozenset[str], ...] = ()

    def holds(self, value: str) -> bool:
        """Whether the string passes."""
        wanted = self._minimum
        for known in self._ascii or self._known():
            if not known.isdisjoint(value):
                wanted -= 1
                if wanted <= 0:
                    return True
        return sum(group.search(value) is not None for group in self._groups) >= self._minimum

    def _known(self) -> tuple[frozenset[str], ...]:
        """The ASCII characters of each group: a set finds one sooner than an expression does."""
        every = list(map(chr, range(128)))
        self._ascii = tuple(frozenset(filter(one.search, every)) for one in self._groups)
        return self._ascii

    def __call__(self, value: Any) -> Faults:
        if isinstance(value, str) and not self.holds(value):
            yield "variety", self._message


def length(minimum: int | None, maximum: int | None) -> Test:
    """A string of so many characters."""

    def faults(value: Any) -> Faults:
        if isinstance(value, str):
            yield from _sized(len(value), minimum, maximum, "Length", "character")

    return faults


def _sized(size: int, low: int | None, high: int | None, rule: str, word: str) -> Faults:
    if low is not None and size < low:
        yield f"min{rule}", f"must have at least {low} {word}{'' if low == 1 else 's'}"
    elif high is not None and size > high:
        yield f"max{rule}", f"must have at most {high} {word}{'' if high == 1 else 's'}"


# ---- numbers and enumerations -----------------------------------------------


def between(minimum: float | None, maximum: float | None) -> Test:
    """A number within bounds."""

    def faults(value: Any) -> Faults:
        if numeric(value):
            if minimum is not None and value < minimum:
                yield "minimum", f"must be at least {minimum}"
            if maximum is not None and value > maximum:
                yield "maximum", f"must be at most {maximum}"

    return faults


def above(bound: float) -> Test:
    """A number greater than a bound."""

    def faults(value: Any) -> Faults:
        if numeric(value) and value <= bound:
            yield "minimum", f"must be greater than {bound}"

    return faults


def below(bound: float) -> Test:
    """A number less than a bound."""

    def faults(value: Any) -> Faults:
        if numeric(value) and value >= bound:
            yield "maximum", f"must be less than {bound}"

    return faults


def among(value: Any, allowed: Iterable[Any]) -> bool:
    """Whether a value equals one of ``allowed`` as JSON does: true is not 1."""
    return any(value == one and isinstance(value, bool) == isinstance(one, bool) for one in allowed)


def one_of(*allowed: Any) -> Test:
    """A member of an enumeration."""

    def faults(value: Any) -> Faults:
        if not among(value, allowed):
            words = [f"`{v}`" if isinstance(v, str) else f"`{json.dumps(v)}`" for v in allowed]
            last = f" or {words[-1]}" if len(words) > 1 else ""
            first = f"one of {', '.join(words[:-1])}" if last else words[0]
            yield "enum", f"must be {first}{last}"

    return faults


# ---- lists --------------------------------------------------------------------


def count(minimum: int | None, maximum: int | None) -> Test:
    """A list of so many items."""

    def faults(value: Any) -> Faults:
        if isinstance(value, list):
            yield from _sized(len(value), minimum, maximum, "Items", "item")

    return faults


def unique(key: str = "") -> Test:
    """A list of which no two items are equal, or no two objects have the same value under ``key``."""

    def faults(value: Any) -> Faults:
        if isinstance(value, list) and not distinct(value, key):
            yield "unique", f"items must differ in `{key}`" if key else "items must differ"

    return faults


def distinct(items: list[Any], key: str = "") -> bool:
    """Whether no two items are equal as JSON, or no two objects have the same value under ``key``."""
    if len(items) < 2:
        return True
    if key:
        items = [item[key] for item in items if isinstance(item, dict) and key in item]
    return len({_identity(item) for item in items}) == len(items)


def _identity(item: Any) -> Any:
    """Something hashable that is equal where the JSON values are: 1 and 1.0 are, 1 and true are not."""
    if isinstance(item, list):
        return ("list", *map(_identity, item))
    if isinstance(item, dict):
        return frozenset((name, _identity(value)) for name, value in item.items())
    return (isinstance(item, bool), item)


# ---- across fields --------------------------------------------------------------


def compares(left: Any, op: str, right: Any) -> bool:
    """Whether two siblings stand in a documented relation. Values that cannot be compared do."""
    if op == "same-network":
        return same_network(left, right)
    texts = isinstance(left, str) and isinstance(right, str) and op in ("==", "!=")
    if not texts and not (numeric(left) and numeric(right)):
        return True
    if op == "==":
        return bool(left == right)
    if op == "!=":
        return bool(left != right)
    if op in ("<", "<="):
        return bool(left < right or (op == "<=" and left == right))
    return bool(left > right or (op == ">=" and left == right))


def same_network(left: Any, right: Any) -> bool:
    """Whether two texts ``a.b.c.d/mask`` are in one network. What is no such text is."""
    try:
        # Nearly all pairs differ in the last number only, and then the rest need not be read.
        head, tail = left.rsplit(".", 1)
        other, last = right.rsplit(".", 1)
        if head == other and (_ends.get(tail) or _end(tail)) == (_ends.get(last) or _end(last)):
            return True
    except (AttributeError, ValueError):
        return True
    one, two = _network(left), _network(right)
    return one is None or two is None or one == two


# What ends an address, as "225/30", to the mask and the part of the network that is in it.
_ends: dict[str, tuple[int, int]] = {}


def _end(text: str) -> tuple[int, int]:
    number, mask = map(int, text.split("/"))
    found = (mask, number >> 32 - mask)
    if len(text) <= 6 and len(_ends) < 8192:
        _ends[text] = found
    return found


def _network(value: Any) -> tuple[int, int] | None:
    """The network and mask of ``a.b.c.d/mask``; None for what is none."""
    try:
        address, mask = value.split("/")
        a, b, c, d = address.split(".")
        bits = int(mask)
        return (int(a) << 24 | int(b) << 16 | int(c) << 8 | int(d)) >> 32 - bits, bits
    except (AttributeError, ValueError):
        return None
