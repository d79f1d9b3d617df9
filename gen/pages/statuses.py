"""Which statuses a page names: paragraphs, bare numbers under a status heading, status tables."""

from __future__ import annotations

import re

from gen.document import Paragraph, Table
from gen.pages.page import StatusNote

_PARAGRAPH = re.compile(
    r"(?:returned |return |http |response )*(?:status|response|return(?:ed)?)\s*codes?\s*[:：]?\s*(?:is )?(\d{3})\b[\s:：,.(-]*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(r"(?:http )?([1-5]\d\d)\b[\s:：,.()-]*(.*)", re.IGNORECASE | re.DOTALL)
# "HTTP 200", "Response 200", "200 OK", "Code: 200": a heading of an answer
_SHORT = frozenset(
    """http https status code response return returned result normal successful success body
    parameter message ok created accepted no content""".split()
)
_IN_CODE = re.compile(
    r"\s*(?:none\s*)?\(?\s*(?:http )?status\s*codes?\s*:?\s*(\d{3})\b|\s*HTTP/\d(?:\.\d)?\s+(\d{3})\b",
    re.IGNORECASE,
)


def status_of(paragraph: Paragraph) -> int | None:
    """The status that a paragraph like ``Status code: 200`` announces, None for any other."""
    match = _PARAGRAPH.match(paragraph.text)
    if match is None or len(paragraph.text) > 160:
        return _short_status(paragraph.text)
    return _valid(match.group(1))


def _short_status(text: str) -> int | None:
    """The status of a heading that is hardly more than its number."""
    numbers = re.findall(r"\d+", text)
    words = re.findall(r"[a-z]+", text.casefold())
    if len(text) > 40 or len(numbers) != 1 or len(numbers[0]) != 3:
        return None
    if any(word.removesuffix("s") not in _SHORT and word not in _SHORT for word in words):
        return None
    return _valid(numbers[0])


def status_of_code(text: str) -> int | None:
    """The status that a code block begins with (``STATUS CODE 200``, ``HTTP/1.1 201 Created``)."""
    match = _IN_CODE.match(text)
    return _valid(match.group(1) or match.group(2)) if match else None


def only_status(text: str) -> bool:
    """Whether a code block says a status and nothing else."""
    match = _IN_CODE.match(text)
    return match is not None and not text[match.end() :].strip(" )\n")


def note_of(paragraph: Paragraph, in_status_section: bool) -> StatusNote | None:
    """The status a paragraph names and what it says of it; a bare number counts in a status section."""
    match = _PARAGRAPH.match(paragraph.text)
    if match is None and in_status_section:
        match = _BARE.fullmatch(paragraph.text)
    if match is None or len(paragraph.text) > 400:
        short = _short_status(paragraph.text)
        return None if short is None else StatusNote(short, "", paragraph.line)
    status = _valid(match.group(1))
    return None if status is None else StatusNote(status, match.group(2).strip(), paragraph.line)


def notes_of(table: Table) -> tuple[StatusNote, ...]:
    """The rows of a status table."""
    notes = []
    for row in table.rows:
        if not row.cells:
            continue
        match = _BARE.match(row.cells[0].text)
        status = _valid(match.group(1)) if match else None
        if status is None:
            continue
        words = [cell.text for cell in row.cells[1:] if cell.text] or [
            match.group(2) if match else ""
        ]
        notes.append(StatusNote(status, words[-1].strip(), row.line))
    return tuple(notes)


def _valid(text: str) -> int | None:
    status = int(text)
    return status if 100 <= status < 600 else None
