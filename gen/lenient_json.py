"""JSON as the docs write it: strict first, then with gentle repair.

What is mended: trailing, doubled and missing commas, ``//``, ``#`` and ``/* */``
comments, raw control characters in strings, ``...`` standing for left-out items,
members without their braces, brackets left open at the end. A bare word is never
guessed at. No text becomes code.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

_MAX_DEPTH = 100
_SPACE = re.compile(r"(?:\s|//[^\n]*|#[^\n]*|/\*.*?\*/)+", re.S)
_SCALAR = re.compile(
    r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w*.])|(?:true|false|null|True|False|None|NULL)\b"
)
_ELLIPSIS = re.compile(r"(?:\.{3,}|…+|\. \. \.)")
_WORDS: dict[str, Any] = {
    "true": True, "True": True, "false": False, "False": False,
    "null": None, "None": None, "NULL": None,
}  # fmt: skip
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.S)
_ESCAPE = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|(.?))', re.S)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A JSON value and where it ends in the text; ``repaired`` when it took mending."""

    value: Any
    end: int
    repaired: bool = False


class NotJson(ValueError):
    """The text is no JSON, even after gentle repair; the message says why, ``at`` where in the text."""

    def __init__(self, message: str, at: int = 0) -> None:
        super().__init__(message)
        self.at = at


def _refuse(constant: str) -> Any:
    raise NotJson(f"{constant} is not JSON")


_STRICT = json.JSONDecoder(parse_constant=_refuse)


def decode(text: str, start: int = 0) -> Decoded:
    """The JSON value at ``start`` of ``text``. Raises NotJson."""
    try:
        value, end = _STRICT.raw_decode(text, start)
        return Decoded(value, end)
    except (ValueError, RecursionError):
        pass
    reader = _Reader(text, start)
    try:
        value = reader.value(0)
    except (RecursionError, OverflowError) as error:
        raise NotJson("nested too deeply", reader.at) from error
    return Decoded(value, reader.at, True)


def places(text: str) -> dict[str, int]:
    """JSONPath → where in the JSON ``text`` the key or item begins; what was met before the text became unreadable."""
    start = re.search(r"[{\[]", text)
    members = text.lstrip().startswith('"')
    reader = _Reader("{" + text if members else text, 0 if members or not start else start.start())
    with suppress(NotJson, RecursionError, OverflowError):
        reader.value(0)
    return {path: max(at - members, 0) for path, at in reader.places.items()}


def step(path: str, key: str | int) -> str:
    """The JSONPath of a key or item below ``path``."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if key.isidentifier() else f"{path}[{key!r}]"


def decode_members(text: str) -> Decoded:
    """The members of an object whose braces were left out. Raises NotJson."""
    reader = _Reader("{" + text + "\n}", 0)
    try:
        value = reader.value(0)
    except NotJson as error:
        raise NotJson(str(error), max(error.at - 1, 0)) from error
    if reader.text[reader.at :].strip(" \n\t}],;"):
        raise reader.error("text after the last member")
    return Decoded(value, len(text), True)


class _Reader:
    """Recursive descent over JSON with the mending described above."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at
        self.places: dict[str, int] = {}

    def error(self, message: str) -> NotJson:
        return NotJson(message, self.at)

    def space(self) -> None:
        """Past white space, comments and ellipses."""
        while found := _SPACE.match(self.text, self.at) or _ELLIPSIS.match(self.text, self.at):
            self.at = found.end()

    def peek(self) -> str:
        self.space()
        return self.text[self.at] if self.at < len(self.text) else ""

    def value(self, depth: int, path: str = "$") -> Any:
        if depth > _MAX_DEPTH:
            raise self.error("nested too deeply")
        ahead = self.peek()
        self.places.setdefault(path, self.at)
        match ahead:
            case "{":
                return self.object(depth, path)
            case "[":
                return self.array(depth, path)
            case '"':
                return self.string()
        if found := _SCALAR.match(self.text, self.at):
            self.at = found.end()
            word = found.group()
            if word in _WORDS:
                return _WORDS[word]
            return float(word) if re.search(r"[.eE]", word) else int(word)
        raise self.error("expected a value")

    def object(self, depth: int, path: str) -> dict[str, Any]:
        self.at += 1
        members: dict[str, Any] = {}
        while (ahead := self.peek()) not in ("}", ""):
            if ahead == ",":
                self.at += 1
                continue
            if ahead != '"':
                raise self.error("expected a key in quotes")
            begin = self.at
            key = self.string()
            inner = step(path, key)
            self.places[inner] = begin
            if self.peek() != ":":
                raise self.error(f"expected ':' after {key[:40]!r}")
            self.at += 1
            members[key] = self.value(depth + 1, inner)
        self.at = min(self.at + 1, len(self.text))
        return members

    def array(self, depth: int, path: str) -> list[Any]:
        self.at += 1
        items: list[Any] = []
        while (ahead := self.peek()) not in ("]", ""):
            if ahead == ",":
                self.at += 1
                continue
            items.append(self.value(depth + 1, step(path, len(items))))
        self.at = min(self.at + 1, len(self.text))
        return items

    def string(self) -> str:
        found = _STRING.match(self.text, self.at)
        if found is None:
            raise self.error("a string is never closed")
        self.at = found.end()
        text = _ESCAPE.sub(lambda m: m[0] if m[1] else "\\\\" + m[2], found.group())
        return str(json.loads(text, strict=False))
