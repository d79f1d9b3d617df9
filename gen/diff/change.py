"""What a diff has to say, as plain data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from gen.model import Direction, Source

Level = Literal["breaking", "risky", "compatible", "docs only"]
LEVELS: tuple[Level, ...] = ("breaking", "risky", "compatible", "docs only")
Bump = Literal["major", "minor", "patch", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of the API.

    ``operation`` is ``METHOD path`` with the discriminator behind it ('' for what belongs to
    the whole service); ``field`` the parameter or property as a dotted path of wire names
    ('' for the operation itself); ``old_value`` and ``new_value`` what changed, as text;
    ``old`` and ``new`` the rows, None where there is none; ``accepted`` the reason of an
    entry in the file of accepted changes, '' where none. ``short`` is the operation as the
    message names it, ``says`` the message without its subject.
    """

    rule: str
    level: Level
    direction: Direction
    operation: str
    fingerprint: str
    message: str
    field: str = ""
    old_value: str = ""
    new_value: str = ""
    old: Source | None = None
    new: Source | None = None
    accepted: str = ""
    short: str = ""
    says: str = ""

    @property
    def place(self) -> Source | None:
        """The row to point at: the new one, else the old one."""
        return self.new or self.old


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChange:
    """A Python name that came, went or changed; one of ``old`` and ``new`` may be ''."""

    kind: Literal["method", "class", "argument", "attribute"]
    operation: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What the changes mean for the package's version number, and why, a sentence each."""

    bump: Bump
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All changes between two states of one service, the weightiest first.

    ``notices`` speak of the file of accepted changes: entries that are expired or match nothing.
    """

    service: str
    changes: tuple[Change, ...]
    names: tuple[NameChange, ...]
    advice: Advice
    notices: tuple[str, ...] = field(default=())

    def at(self, level: Level) -> tuple[Change, ...]:
        """The changes of a level, accepted ones too."""
        return tuple(change for change in self.changes if change.level == level)

    @property
    def breaking(self) -> bool:
        """Whether a breaking change is not accepted."""
        return any(not change.accepted for change in self.at("breaking"))


def fingerprint(*parts: str) -> str:
    """An id of sixteen hexadecimal digits that depends on ``parts`` alone."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
