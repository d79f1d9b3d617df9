"""JSON texts to plain values: what ``json.loads`` gives, sooner.

Where msgspec is installed it reads them; it is not needed. What it refuses the standard library
judges, and what it takes it takes alike, long integers and keys that come twice included.
"""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_raw = json.JSONDecoder().raw_decode
_LONG = 10**29
_quick: Callable[[bytes], Any] | None = None


def loads(content: bytes) -> Any:
    """The value of a JSON text in UTF-8, 16 or 32, of any depth.

    Raises:
        ValueError: it is no JSON, or no valid text.
    """
    try:
        return (_quick or _choose())(content)
    except Exception:
        # Whatever a quick reader stumbles over, the full one says what it is.
        pass
    try:
        return json.loads(content)
    except json.JSONDecodeError:
        raise
    except (RecursionError, ValueError):
        # Nested too deep, or an integer of more digits than Python's int() takes.
        from . import deep_json

        return deep_json.loads(content)


def standard(content: bytes) -> Any:
    """The value of an object or list in plain UTF-8. Raises ValueError for all else."""
    if content[:1] not in (b"{", b"[") or content[1:2] == b"\0":
        raise ValueError("not an object or list in UTF-8")
    text = content.decode()
    value, end = _raw(text)
    if end != len(text):
        raise ValueError("more than one value")
    return value


def _choose() -> Callable[[bytes], Any]:
    global _quick
    _quick = standard
    try:
        found: Callable[[bytes], Any] = importlib.import_module("msgspec.json").decode
        # Old versions make floats of long integers.
        if type(found(b"%d" % _LONG)) is int:
            _quick = found
    except Exception:
        # It is not there, or not for this Python.
        pass
    return _quick
