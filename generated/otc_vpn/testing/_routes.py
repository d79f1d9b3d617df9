"""Which documented operation a request is.

Operations that share method and path are told apart by what their requests hold. A place is
spelt like ``auth.identity.methods[]``, below ``?`` for a query parameter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

_CLOSED = 10.0
_SHOWN = 1.5
_ABSENT = 0.01
_LIKELY = 0.0001


class Routes:
    """The operations of ``_examples.json``, by name and by address."""

    def __init__(self, examples: dict[str, Any]) -> None:
        self.by_name: dict[str, dict[str, Any]] = {}
        self._by_method: dict[str, list[tuple[list[str], dict[str, Any]]]] = {}
        for entry in examples["operations"]:
            self.by_name[entry["name"]] = entry
            segments = entry["path"].strip("/").split("/")
            self._by_method.setdefault(entry["method"].upper(), []).append((segments, entry))

    def find(
        self, method: str, path: str, body: Any, query: Iterable[tuple[str, str]] = ()
    ) -> dict[str, Any] | None:
        """The operation whose template agrees in most literal segments, and whose requests look most like this one."""
        wanted = path.strip("/").split("/")
        held: dict[str, list[Any]] | None = None
        best: tuple[tuple[int, float, int], dict[str, Any]] | None = None
        for segments, entry in self._by_method.get(method.upper(), ()):
            # A base URL may have a path of its own: the template is matched at the end.
            literals = _agreement(segments, wanted[-len(segments) :])
            if literals is None:
                continue
            key = entry.get("body_key", "")
            if key and not (isinstance(body, dict) and key in body):
                continue
            likeness = 0.0
            if "keys" in entry:
                held = _places(body, query) if held is None else held
                likeness = _likeness(entry, held)
            score = (literals * 2 + bool(key), likeness, len(segments))
            if best is None or score > best[0]:
                best = score, entry
        return best[1] if best else None


def _likeness(entry: dict[str, Any], held: dict[str, list[Any]]) -> float:
    """How much a request looks like those of an operation; only compared with others of the same address."""
    score = 0.0
    for place in entry["keys"]:
        score += 1 if place in held else -_ABSENT
    # What a table closes a place to weighs more than keys, what an example happens to show hardly more than one.
    for name, weight in (("values", _CLOSED), ("shown", _SHOWN)):
        for place, values in entry.get(name, {}).items():
            if any(one in values for one in held.get(place, ())):
                score += weight
    # Where the tables of two pages are one, only their examples differ: that settles what is even.
    return score + _LIKELY * sum(1 for place in entry.get("likely", ()) if place in held)


def _places(body: Any, query: Iterable[tuple[str, str]]) -> dict[str, list[Any]]:
    """The places of a request, with what stands there."""
    found: dict[str, list[Any]] = {}
    for place, value in (*((f"?{name}", value) for name, value in query), *_walk(body)):
        found.setdefault(place, []).append(value)
    return found


def _walk(body: Any) -> Iterator[tuple[str, Any]]:
    waiting = [("", body)]
    while waiting:
        place, value = waiting.pop()
        if place:
            yield place, value
        if isinstance(value, dict):
            waiting += [
                (f"{place}.{name}" if place else str(name), item) for name, item in value.items()
            ]
        elif isinstance(value, list):
            waiting += [(f"{place}[]", item) for item in value]


def _agreement(template: list[str], wanted: list[str]) -> int | None:
    """How many literal segments agree; None where one does not."""
    if len(template) != len(wanted):
        return None
    literals = 0
    for expected, given in zip(template, wanted, strict=True):
        if "{" in expected:
            before, _, rest = expected.partition("{")
            after = rest.rpartition("}")[2]
            inside = given.startswith(before) and given.endswith(after)
            if not inside or len(given) <= len(before) + len(after):
                return None
        elif expected == given or expected == unquote(given):
            literals += 1
        else:
            return None
    return literals
