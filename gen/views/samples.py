"""Strings that match a regular expression, by walking its parse tree."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import islice, product
from typing import Any

# The parser's own module has been private since Python 3.11.
parser: Any = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")

_PLAIN = "a0A_-. "
_MOST = 12


def matching(pattern: str, size: int | None = None) -> Iterator[str]:
    """Strings that contain a match; of ``size`` characters where one is given and repeats allow it."""
    try:
        tree = parser.parse(pattern)
    except (re.error, RecursionError, OverflowError):
        return
    for extra in (0, 1) if size is None else (0, size):
        for text in islice(_sequence(list(tree), extra), 60):
            if size is not None and extra and len(text) > size:
                continue
            if re.search(pattern, text):
                yield text


def _sequence(items: list[Any], extra: int) -> Iterator[str]:
    """The items one after the other; ``extra`` more turns go to what may repeat."""
    parts = [list(islice(_item(op, argument, extra), _MOST)) for op, argument in items]
    for combination in islice(product(*parts), 200):
        yield "".join(combination)


def _item(op: Any, argument: Any, extra: int) -> Iterator[str]:
    name = str(op)
    if name == "LITERAL":
        yield chr(argument)
    elif name == "NOT_LITERAL":
        yield from (char for char in _PLAIN if ord(char) != argument)
    elif name == "ANY":
        yield "a"
    elif name == "IN":
        yield from _member(argument)
    elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        low, high, inner = argument
        counts = (low, low + 1, low + extra) if extra else (low, low + 1)
        for count in dict.fromkeys(min(count, int(high)) for count in counts):
            first = next(_sequence(list(inner), 0), "")
            yield first * count
    elif name == "SUBPATTERN":
        yield from _sequence(list(argument[-1]), extra)
    elif name == "BRANCH":
        for branch in argument[1]:
            yield from islice(_sequence(list(branch), extra), 3)
    elif name == "CATEGORY":
        yield from (char for char in _PLAIN if _in_category(str(argument), char))
    else:
        # Anchors and look-arounds take no characters; whether they agree is seen by searching.
        yield ""


def _member(argument: list[Any]) -> Iterator[str]:
    if str(argument[0][0]) == "NEGATE":
        pattern_members = argument[1:]
        yield from (
            char for char in _PLAIN if not any(_covers(one, char) for one in pattern_members)
        )
        return
    for op, value in argument:
        name = str(op)
        if name == "LITERAL":
            yield chr(value)
        elif name == "RANGE":
            yield chr(value[0])
            yield chr(value[1])
        elif name == "CATEGORY":
            yield from (char for char in _PLAIN if _in_category(str(value), char))


def _covers(member: tuple[Any, Any], char: str) -> bool:
    op, value = member
    name = str(op)
    if name == "LITERAL":
        return bool(ord(char) == value)
    if name == "RANGE":
        return bool(value[0] <= ord(char) <= value[1])
    return _in_category(str(value), char)


def _in_category(name: str, char: str) -> bool:
    kinds = {
        "DIGIT": char.isdigit(),
        "SPACE": char.isspace(),
        "WORD": char.isalnum() or char == "_",
    }
    word = name.rpartition("_")[2]
    return kinds.get(word, False) != ("NOT" in name)
