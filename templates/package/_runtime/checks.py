"""What the straight-line checks of the request models call when a value is wrong, and their regular expressions.

``owner`` is the request class (or the operation's name), ``name`` the wire name of the
field, ``at`` the indexes and keys below it, innermost last. No message quotes a value.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from .violation import Violation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


class Regex:
    """A regular expression that is compiled on first use, and what is said where it finds nothing.

    ``rule`` and ``message`` are those of the violation.
    """

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
        self.search = re.compile(self.text).search
        return self.search


def member(name: str | int) -> str:
    """A step of a JSONPath: ``.name``, ``[0]``, ``['a-b']``."""
    if isinstance(name, int):
        return f"[{name}]"
    if _PLAIN.match(name):
        return f".{name}"
    escaped = json.dumps(name)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"['{escaped}']"


def fail(
    out: list[Violation],
    path: str,
    owner: type[Any] | str,
    name: str,
    rule: str,
    message: str,
    *at: str | int,
) -> None:
    """Report one broken rule."""
    where = path + "".join(map(member, (name, *at) if name else at))
    key = owner if isinstance(owner, str) else owner.__name__
    out.append(Violation(where, rule, message, f"{key}/{name}"))


_TYPE_NAMES = {str: "a string", bool: "a boolean", int: "an integer", float: "a number"}
_TYPE_NAMES |= {list: "a list", dict: "an object", type(None): "null"}


def wrong_type(
    out: list[Violation],
    path: str,
    owner: type[Any] | str,
    name: str,
    value: Any,
    expected: str,
    *at: str | int,
) -> None:
    """Report a value of another JSON type than ``expected`` (``"a string"``)."""
    if value is None:
        fail(out, path, owner, name, "null", f"must be {expected}, not null", *at)
        return
    found = _TYPE_NAMES.get(type(value), type(value).__name__)
    fail(out, path, owner, name, "type", f"must be {expected}, not {found}", *at)


def missing(out: list[Violation], path: str, owner: type[Any] | str, name: str) -> None:
    """Report an absent mandatory field."""
    fail(out, path, owner, name, "required", "is required")


def not_one_of(
    out: list[Violation],
    path: str,
    owner: type[Any] | str,
    name: str,
    value: Any,
    allowed: tuple[Any, ...],
    expected: str,
    *at: str | int,
) -> None:
    """Report a value outside its enumeration, or of another type than it."""
    if not any(isinstance(value, type(one)) for one in allowed):
        wrong_type(out, path, owner, name, value, expected, *at)
        return
    words = [f"`{one}`" if isinstance(one, str) else f"`{json.dumps(one)}`" for one in allowed]
    text = words[0] if len(words) == 1 else f"one of {', '.join(words[:-1])} or {words[-1]}"
    fail(out, path, owner, name, "enum", f"must be {text}", *at)


def bad_length(
    out: list[Violation],
    path: str,
    owner: type[Any] | str,
    name: str,
    value: str,
    minimum: int | None,
    maximum: int | None,
    *at: str | int,
) -> None:
    """Report a string that is too short or too long."""
    if minimum is not None and len(value) < minimum:
        text = f"must have at least {minimum} {_many('character', minimum)}"
        fail(out, path, owner, name, "minLength", text, *at)
    elif maximum is not None:
        text = f"must have at most {maximum} {_many('character', maximum)}"
        fail(out, path, owner, name, "maxLength", text, *at)


def bad_count(
    out: list[Violation],
    path: str,
    owner: type[Any] | str,
    name: str,
    value: list[Any],
    minimum: int | None,
    maximum: int | None,
    *at: str | int,
) -> None:
    """Report a list with too few or too many items."""
    if minimum is not None and len(value) < minimum:
        text = f"must have at least {minimum} {_many('item', minimum)}"
        fail(out, path, owner, name, "minItems", text, *at)
    elif maximum is not None:
        text = f"must have at most {maximum} {_many('item', maximum)}"
        fail(out, path, owner, name, "maxItems", text, *at)


def bad_range(
    out: list[Violation],
    path: str,
    owner: type[Any] | str,
    name: str,
    value: float,
    minimum: float | None,
    maximum: float | None,
    *at: str | int,
) -> None:
    """Report a number that is too small or too large (bounds inclusive)."""
    if minimum is not None and value < minimum:
        fail(out, path, owner, name, "minimum", f"must be at least {minimum}", *at)
    elif maximum is not None:
        fail(out, path, owner, name, "maximum", f"must be at most {maximum}", *at)


def no_match(
    out: list[Violation],
    path: str,
    owner: type[Any] | str,
    name: str,
    regex: Regex,
    *at: str | int,
) -> None:
    """Report a string that is not what a regular expression describes."""
    fail(out, path, owner, name, regex.rule, regex.message, *at)


def _many(word: str, number: int) -> str:
    return word if number == 1 else word + "s"


def integral(value: Any) -> bool:
    """Whether a value is an integer to JSON Schema: 1 and 1.0, not true."""
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool)


def numeric(value: Any) -> bool:
    """Whether a value is a JSON number: not true."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def among(value: Any, allowed: Iterable[Any]) -> bool:
    """Whether a value equals one of ``allowed`` as JSON does: true is not 1."""
    return any(
        value == one and isinstance(value, bool) == isinstance(one, bool) for one in allowed
    )


def kinds(value: str, *groups: Regex) -> int:
    """How many of the groups of characters the value has one of."""
    return sum(1 for group in groups if group.search(value))


def distinct(items: list[Any], key: str = "") -> bool:
    """Whether no two items are equal as JSON, or (``key``) no two objects have the same value there."""
    if key:
        items = [item[key] for item in items if isinstance(item, dict) and key in item]
    seen = {
        item if isinstance(item, str) else json.dumps(_canonical(item), sort_keys=True)
        if isinstance(item, (dict, list))
        else (type(item) is bool, item)
        for item in items
    }
    return len(seen) == len(items)


def _canonical(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    if isinstance(value, dict):
        return {name: _canonical(item) for name, item in value.items()}
    return value


def compares(left: Any, op: str, right: Any) -> bool:
    """Whether two siblings stand in a documented relation. Values that cannot be compared do."""
    if op == "same-network":
        a, b = _network(left), _network(right)
        return a is None or b is None or a == b
    if not (numeric(left) and numeric(right)) and not (
        op in ("==", "!=") and isinstance(left, str) and isinstance(right, str)
    ):
        return True
    if op == "==":
        return bool(left == right)
    if op == "!=":
        return bool(left != right)
    if op == "<":
        return bool(left < right)
    if op == "<=":
        return bool(left <= right)
    return bool(left > right) if op == ">" else bool(left >= right)


_ADDRESS = Regex(r"^([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})/([0-9]{1,2})\Z")


def _network(value: Any) -> tuple[int, int] | None:
    """The network and mask of ``a.b.c.d/mask``; None for anything else."""
    found = _ADDRESS.search(value) if isinstance(value, str) else None
    if found is None:
        return None
    *octets, mask = map(int, found.groups())
    if max(octets) > 255 or mask > 32:
        return None
    address = int.from_bytes(bytes(octets), "big")
    return address >> (32 - mask), mask
