"""What one page says, sorted by role but not yet linked: request lines, parameter tables, examples.

``pages`` makes these from a :class:`gen.document.Document`; ``linker`` turns
them into the model. Nothing here knows Python names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gen.document import Cell, Code, Paragraph, Prose
from gen.findings import Finding
from gen.model import Direction, ErrorCode, PageKind, Source, StatusCode

Role = Literal[
    "path",
    "query",
    "header",
    "body",  # the root of a request body
    "response-body",  # the root of a response body
    "response-header",
    "schema",  # a nested object's table, found through a reference
    "parameters",  # under URI/Request without a clue: the linker settles it row by row
    "no-parameters",  # knowingly passed over: a status table, a table of values… (``reason``)
]


@dataclass(frozen=True, slots=True)
class ParameterRow:
    """One row with its cells put under the right headings; a missing column is None.

    ``location`` is the text of an ``In``/``Location`` column. ``shifted`` when
    the cells had to be moved to fit the headings.
    """

    name: Cell
    type: Cell | None
    mandatory: Cell | None
    description: Cell | None
    source: Source
    location: str = ""
    shifted: bool = False


@dataclass(frozen=True, slots=True)
class ParameterTable:
    """A table of the page and its role. ``status`` is that of the response it describes, None where unsaid.

    ``labels`` include those of the caption paragraph just before a bare table.
    ``rows_total`` counts its body rows as ``rst`` did; ``reason`` says why the
    rows are no parameters.
    """

    role: Role
    direction: Direction
    caption: str
    number: int | None
    labels: tuple[str, ...]
    line: int
    rows: tuple[ParameterRow, ...]
    rows_total: int
    status: int | None = None
    reason: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """``METHOD path``: host and query template taken off. ``query`` are the template's parameter names."""

    method: str
    path: str
    line: int
    host: str = ""
    query: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExampleBlock:
    """A code block of an example section, with the text above it and the status it speaks of."""

    direction: Direction
    code: Code
    title: str = ""
    status: int | None = None


@dataclass(frozen=True, slots=True)
class StatusNote:
    """``Status code: 200`` and the like: that the page names this status, and how it describes it."""

    status: int
    description: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page, ready for the linker. ``lines[0]`` is the operation's own request line; further ones are twins.

    ``prose`` are the paragraphs of the request and response sections that are
    neither captions nor statuses (a reference there can name a body's table).
    ``rows`` counts all body rows: those of ``tables`` (``rows_total``) and
    ``rows_damaged``, which could not be read and have a finding.
    """

    file: str
    kind: PageKind
    title: str
    line: int
    label: str
    labels: tuple[str, ...]
    folder: tuple[str, ...]
    rows: int
    summary: Prose = ()
    constraints: Prose = ()
    lines: tuple[RequestLine, ...] = ()
    tables: tuple[ParameterTable, ...] = ()
    examples: tuple[ExampleBlock, ...] = ()
    statuses: tuple[StatusNote, ...] = ()
    prose: tuple[tuple[Direction, Paragraph], ...] = ()
    deprecated: bool = False
    errors: tuple[ErrorCode, ...] = ()
    status_codes: tuple[StatusCode, ...] = ()
    findings: tuple[Finding, ...] = ()
    rows_damaged: int = 0
