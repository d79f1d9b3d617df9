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
    "TW105": Code("warning", "markup cannot be read"),
    "TW106": Code("error", "page has a further request line"),
    "TW201": Code("error", "table is damaged"),
    "TW202": Code("error", "row has fewer cells than the header"),
    "TW203": Code("warning", "table has no headings"),
    "TW204": Code("warning", "heading of a column is not known"),
    "TW205": Code("error", "table of parameters stands under a section that is not known"),
    "TW601": Code("warning", "an erratum no longer matches its page"),
    "TW210": Code("error", "type cannot be read"),
    "TW211": Code("error", "reference to a type's table leads nowhere"),
    "TW212": Code("warning", "reference to a type's table leads to no table of fields"),
    "TW213": Code("warning", "table is referenced by no field"),
    "TW214": Code("warning", "table is used through its caption only"),
    "TW215": Code("warning", "Mandatory cell is neither Yes nor No"),
    "TW216": Code("warning", "row stands twice in one table"),
    "TW217": Code("warning", "rows of one parameter give different types"),
    "TW218": Code("warning", "key around a body has no row"),
    "TW219": Code("warning", "cells of a row are shifted"),
    "TW220": Code("warning", "placeholder of the path has no row"),
    "TW221": Code("warning", "placeholder and row are spelt differently"),
    "TW222": Code("warning", "path parameter is not in the path"),
    "TW223": Code("warning", "name of a row cannot be a name on the wire as it stands"),
    "TW224": Code(
        "warning", "examples show a list where the table says an object, or the other way"
    ),
    "TW226": Code("error", "row is not part of the model"),
    "TW501": Code("warning", "example cannot be decoded"),
    "TW502": Code("warning", "example has a key that no table documents"),
    "TW503": Code("warning", "example leaves out a mandatory field"),
    "TW504": Code("warning", "example has a value of another type than documented"),
    "TW505": Code("warning", "example's request line names another method or path"),
    "TW401": Code("info", "sentence looks like a constraint and was not read"),
    "TW402": Code("warning", "condition names a value that does not exist"),
    "TW403": Code("warning", "two sentences draw different bounds"),
    "TW404": Code("warning", "text gives two defaults"),
    "TW405": Code("warning", "documented default breaks a documented rule"),
    "TW510": Code("warning", "example breaks a documented rule"),
    "TW511": Code("warning", "example breaks a documented condition"),
    "TW290": Code("warning", "text and Mandatory cell contradict each other"),
    "TW291": Code("info", "tables with one caption list different fields"),
    "TW590": Code("info", "request and answer spell the same values differently"),
    "TW591": Code("warning", "two pages document the same request"),
    "TW301": Code("warning", "two operations want one name"),
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
