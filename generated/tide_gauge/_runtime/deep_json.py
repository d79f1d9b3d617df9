"""JSON that is nested deeper, or has longer numbers, than the standard library's reader goes."""

from __future__ import annotations

import json
import re
from typing import Any

_blank = re.compile(r"[ \t\n\r]*").match


def _integer(digits: str) -> Any:
    """An integer, as a Decimal where it is too long for Python to read (or write) it as an int."""
    try:
        return int(digits)
    except ValueError:
        from decimal import Decimal

        return Decimal(digits)


_leaf = json.JSONDecoder(parse_int=_integer).raw_decode


def loads(content: bytes) -> Any:
    """The value of a JSON text of any depth; slower than ``json.loads``, but without recursion.

    Integers of thousands of digits, which an int cannot be printed as, are Decimals.

    Raises:
        ValueError: it is no JSON.
    """
    text = content.decode(json.detect_encoding(content))
    holders: list[Any] = []
    keys: list[str] = []
    at = _skip(text, 0)
    while True:
        first = text[at : at + 1]
        if first in ("{", "["):
            holders.append({} if first == "{" else [])
            at = _skip(text, at + 1)
            if text[at : at + 1] != ("}" if first == "{" else "]"):
                at = _key(text, at, keys) if first == "{" else at
                continue
            value = holders.pop()
            at += 1
        else:
            value, at = _leaf(text, at)
        while holders:
            holder = holders[-1]
            if isinstance(holder, list):
                holder.append(value)
            else:
                holder[keys.pop()] = value
            at = _skip(text, at)
            mark = text[at : at + 1]
            if mark == ",":
                at = _skip(text, at + 1)
                at = at if isinstance(holder, list) else _key(text, at, keys)
                break
            if mark != ("]" if isinstance(holder, list) else "}"):
                raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
            value = holders.pop()
            at += 1
        else:
            at = _skip(text, at)
            if at < len(text):
                raise json.JSONDecodeError("Extra data", text, at)
            return value


def _skip(text: str, at: int) -> int:
    found = _blank(text, at)
    return at if found is None else found.end()


def _key(text: str, at: int, keys: list[str]) -> int:
    """Read a member's key and colon; gives where its value begins."""
    if text[at : at + 1] != '"':
        raise json.JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
    key, at = _leaf(text, at)
    at = _skip(text, at)
    if text[at : at + 1] != ":":
        raise json.JSONDecodeError("Expecting ':' delimiter", text, at)
    keys.append(key)
    return _skip(text, at + 1)
