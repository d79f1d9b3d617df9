"""What is wrong with a value, and which row of the API reference says so."""

from __future__ import annotations

import json
import os
from typing import Any, NamedTuple, TypeAlias

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


Where: TypeAlias = "str | tuple[Any, ...]"
"""Where an object stands: a JSONPath, or where what holds it stands and the keys and indexes from
there. Only what is reported is spelt out."""


class Source(NamedTuple):
    """A row of the API reference: its page, 1-based line, table number and parameter cell."""

    file: str
    line: int
    table: int | None = None
    parameter: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Violation:
    """One broken rule.

    ``path`` is a JSONPath from the root of the body as it would be sent, ``rule`` a fixed
    id (``required``, ``enum``, ``maximum``, ``when``…), ``message`` says what is expected.
    None of them holds a secret value.
    """

    __slots__ = ("_key", "message", "path", "rule")

    def __init__(self, path: str, rule: str, message: str, key: str = "") -> None:
        self.path = path
        self.rule = rule
        self.message = message
        self._key = key

    @property
    def source(self) -> Source | None:
        """The row that states the rule, None where the package's ``sources.json`` has none."""
        return find_source(self._key)

    def __str__(self) -> str:
        source = self.source
        where = f"{self.rule}, {source}" if source else self.rule
        return f"{self.path}: {self.message} [{where}]"

    def __repr__(self) -> str:
        return f"Violation(path={self.path!r}, rule={self.rule!r}, message={self.message!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Violation):
            return NotImplemented
        return (self.path, self.rule, self.message) == (other.path, other.rule, other.message)

    def __hash__(self) -> int:
        return hash((self.path, self.rule, self.message))


_sources: dict[str, Any] = {}


def find_source(key: str) -> Source | None:
    """The row of ``Class/wire name`` or ``operation/wire name``. The file is read once, on first need."""
    if not key:
        return None
    if not _sources:
        _sources.update(_load())
    owner, _, name = key.partition("/")
    found = _sources.get(owner)
    if found is None:
        return None
    rows = found["fields"].get(name) or [found]
    row = rows[0]
    return Source(row["file"], row["line"], row.get("table"), row.get("parameter", ""))


def _load() -> dict[str, Any]:
    name = os.path.join(_PACKAGE, "sources.json")
    try:
        # The loader also reads from a zip archive.
        text = __loader__.get_data(name)  # type: ignore[name-defined]
        data = json.loads(text)
    except (OSError, ValueError):
        return {"": None}
    return {**data.get("operations", {}), **data.get("models", {})}
