"""A call as lines of Python source, no wider than a docstring: broken between values, never inside one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gen import literals
from gen.model import Json

WIDTH = 84
_LONGEST = 16
_INDENT = 8
_TEXT = 60

ELLIPSIS = "…"
"""A text that is anyone's own, shown as it is."""
Argument = tuple[str, Json]


def one_line(start: str, arguments: Iterable[Argument]) -> str:
    """``start`` (up to the parenthesis) with its arguments, however long."""
    told = (f"{name}={' '.join(_pieces(value, split=False))}" for name, value in arguments)
    return f"{start}{', '.join(told)})"


def call_lines(start: str, arguments: Sequence[Argument]) -> list[str]:
    """The call on one line where it fits, else an argument a line or more; [] where that is long."""
    whole = one_line(start, arguments)
    if len(whole) <= WIDTH:
        return [whole]
    lines = [line for name, value in arguments for line in _argument(name, value)]
    return [start, *lines, ")"] if len(lines) <= _LONGEST else []


def _argument(name: str, value: Json) -> list[str]:
    """``name=value,`` as lines; what does not fit on the first stands further in."""
    first, *others = _pieces(value)
    lines = [f"    {name}={first}"]
    for piece in others:
        if len(lines[-1]) + 1 + len(piece) < WIDTH:
            lines[-1] += f" {piece}"
        else:
            lines.append(f"{' ' * _INDENT}{piece}")
    lines[-1] += ","
    return lines


def _pieces(value: Json, *, split: bool = True) -> list[str]:
    """The source of a value in pieces between which a line may end; ``split``: within long texts, too."""
    if value == ELLIPSIS:
        return [f'"{ELLIPSIS}"']
    if isinstance(value, str):
        return _text(value) if split else [literals.string(value)]
    if isinstance(value, dict):
        inner = []
        for key, item in value.items():
            first, *others = _pieces(item, split=split)
            inner.append([f"{literals.string(key)}: {first}", *others])
        return _enclosed("{", inner, "}")
    if isinstance(value, list):
        return _enclosed("[", [_pieces(item, split=split) for item in value], "]")
    return [literals.value(value)]


def _enclosed(opening: str, items: list[list[str]], closing: str) -> list[str]:
    if not items:
        return [opening + closing]
    for item in items[:-1]:
        item[-1] += ","
    pieces = [piece for item in items for piece in item]
    pieces[0] = opening + pieces[0]
    pieces[-1] += closing
    return pieces


def _text(text: str) -> list[str]:
    """A string; a long one as several literals side by side, which mean the same."""
    if len(literals.string(text)) <= _TEXT:
        return [literals.string(text)]
    parts = [""]
    for word in re.findall(r"\s*\S+\s?|\s+", text):
        if parts[-1] and len(literals.string(parts[-1] + word)) > _TEXT:
            parts.append("")
        parts[-1] += word
    if len(parts) == 1:
        return [literals.string(text)]
    return _enclosed_texts([literals.string(part) for part in parts])


def _enclosed_texts(parts: list[str]) -> list[str]:
    parts[0] = f"({parts[0]}"
    parts[-1] += ")"
    return parts
