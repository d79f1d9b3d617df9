"""Positions and findings: what the generator has to say about the docs, and where.

A leaf: imports nothing of the project. Every finding has a stable code; the
catalogue of codes is :data:`CODES`, and each has a page under ``docs/findings/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the docs: ``file`` relative to DOCS with ``/``, 1-based ``line``."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: its default severity and a one-line title."""

    severity: Severity
    title: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about one place; ``hint`` tells the docs team what to do."""

    code: str
    severity: Severity
    message: str
    position: Position
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.position}: {self.severity} {self.code}: {self.message}"


# TW1xx reading a page, TW2xx tables and types, TW3xx names and the lock,
# TW4xx rules drawn from prose, TW5xx examples, TW6xx errata.
CODES: dict[str, Code] = {
    "TW101": Code("error", "page cannot be decoded as UTF-8"),
    "TW102": Code("error", "page cannot be parsed"),
    "TW103": Code("error", "page has a URI section but no request line"),
    "TW104": Code("warning", "page is empty"),
    "TW201": Code("error", "table is damaged"),
    "TW202": Code("error", "row has fewer cells than the header"),
}


def finding(code: str, message: str, position: Position, hint: str = "") -> Finding:
    """A finding of a catalogued kind. Raises KeyError for a code not in CODES."""
    return Finding(code, CODES[code].severity, message, position, hint)


class TablewrightError(Exception):
    """A mistake the user can mend; the command ends with exit code 2.

    ``message`` names what was found and what was expected, ``hint`` what to do,
    ``position`` the file and line where there is one.
    """

    def __init__(self, message: str, *, position: Position | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.position}: " if self.position else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.message}{advice}"
