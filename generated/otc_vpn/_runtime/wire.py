"""Python values to what goes over the wire: JSON values, path segments, queries and headers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any
from urllib.parse import quote

_encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode
_BLANKS = (" ", "\t")
_PLAIN = frozenset((str, int, float, bool, type(None)))


def to_wire(value: Any) -> Any:
    """The JSON value of a request value.

    Models give their ``to_dict()``; dicts, lists and tuples are walked; dates, UUIDs, IP
    addresses and enum members become what the docs write for them. Anything else passes as it is.
    """
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is dict:
        return {key: to_wire(item) for key, item in value.items()}
    if kind is list or kind is tuple:
        return [to_wire(item) for item in value]
    to_dict = getattr(value, "to_dict", None)
    if to_dict is not None:
        return to_dict()
    return _unusual(value)


def _unusual(value: Any) -> Any:
    # Imported here: these values are rare, and the modules slow to load.
    import datetime
    import ipaddress
    import uuid

    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime.datetime):
        text = value.isoformat()
        return text[:-6] + "Z" if text.endswith("+00:00") else text
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(
        value,
        (
            uuid.UUID,
            ipaddress.IPv4Address,
            ipaddress.IPv6Address,
            ipaddress.IPv4Network,
            ipaddress.IPv6Network,
            ipaddress.IPv4Interface,
            ipaddress.IPv6Interface,
        ),
    ):
        return str(value)
    if isinstance(value, Mapping):
        return {key: to_wire(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        raise TypeError("a set has no order: give a list or a tuple")
    if isinstance(value, (str, bytes, bytearray)) or hasattr(value, "read"):
        return value
    return [to_wire(item) for item in value] if isinstance(value, Iterable) else value


def encode_json(value: Any) -> bytes:
    """Compact JSON. NaN and infinities raise ValueError: JSON has no word for them."""
    return _encode(value).encode()


def text_of(value: Any) -> str:
    """A parameter's value as text: ``true`` for True, lists with commas."""
    if type(value) is str:
        return value
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (list, tuple)):
        return ",".join(text_of(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, separators=(",", ":"))
    return str(value)


def path_segment(name: str, value: Any) -> str:
    """A path parameter, percent-encoded so that it stays one segment.

    Raises:
        ValueError: it is empty, or only dots (``..`` would climb out of its place).
    """
    text = text_of(value)
    if not text.strip("."):
        what = "is empty" if not text else "must not consist of dots"
        raise ValueError(f"path parameter {name!r} {what}")
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValueError(f"path parameter {name!r} is not valid Unicode text") from None


def query_pairs(name: str, value: Any, style: str = "repeat") -> list[tuple[str, str]]:
    """A query parameter as pairs not yet encoded; a list is repeated or joined by commas as ``style`` says."""
    if isinstance(value, (list, tuple)) and style == "repeat":
        return [(name, text_of(item)) for item in value]
    return [(name, text_of(value))]


def query_string(pairs: Iterable[tuple[str, str]]) -> str:
    """``a=1&b=2``, percent-encoded."""
    try:
        return "&".join([f"{quote(k, safe='')}={quote(v, safe='')}" for k, v in pairs])
    except UnicodeEncodeError:
        raise ValueError("a query parameter is not valid Unicode text") from None


def header_value(name: str, value: Any) -> str:
    """A header's value.

    Raises:
        ValueError: the name or value holds what a header cannot (line breaks, control
            characters, text outside ASCII, a blank at its beginning or end). The message shows
            the name only.
    """
    text = text_of(value)
    # The quick test first: nearly all values are printable ASCII.
    if not (text.isascii() and text.isprintable()):
        for char in text:
            if (char < " " and char != "\t") or char > "~":
                what = "a line break" if char in "\r\n" else "a character no header can hold"
                raise ValueError(f"header {name!r} holds {what}")
    if text[:1] in _BLANKS or text[-1:] in _BLANKS:
        raise ValueError(f"header {name!r} begins or ends with a blank")
    if not name or not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
        raise ValueError(f"{name!r} is no header name")
    return text
