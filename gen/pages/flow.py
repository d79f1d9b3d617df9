"""A page's blocks in reading order, each with where it stands: zone, status, the headings above it.

Sections, bullets ("-  Request parameters" with its tables inside) and bold or
plain subheadings ("**Example request**") all open zones; here they become one
flat sequence, so that no later reader asks how a page was laid out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gen.document import Block, Bullets, Code, Document, Note, Paragraph, Section, Table
from gen.pages.request_lines import lines_of, pair_of
from gen.pages.sections import Zone, folded, title_zone, zone_of
from gen.pages.statuses import only_status, status_of, status_of_code


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands. ``section`` is the zone of its section, ``zone`` that of the nearest heading.

    ``headings``: the paragraphs since the last table or code block, nearest last.
    ``abnormal``: under a heading that speaks of errors.
    """

    zone: Zone
    section: Zone
    status: int | None = None
    abnormal: bool = False
    headings: tuple[Paragraph, ...] = ()
    depth: int = 0


Leaf = Paragraph | Code | Table | Note

_MESSAGES = frozenset(
    ["request", "response", "abnormal", "example", "example-request", "example-response"]
)

_CALL = re.compile(r"\s*(?:\$\s*)?(?:curl|GET|POST|PUT|DELETE|PATCH|HEAD)\s")
_EXAMPLE = re.compile(r"\b(?:examples?|samples?)\b")
_SENTENCE = re.compile(r"[.;]$|\b(?:describes?|lists?|shows?|see|is|are)\b")
_ABNORMAL = re.compile(r"(?:abnormal|error|failed?|failure)\b")
_ABNORMAL_TEXT = re.compile(
    r"(?:abnormal|error|failed|failure)(?: (?:responses?|results?|returns?|values?))?(?: parameters?)?"
)
_NORMAL = re.compile(r"normal(?: (?:responses?|results?|returns?|values?))?(?: parameters?)?")


def flow(document: Document) -> Iterator[tuple[Leaf, Place]]:
    """Every leaf block of the page's sections with its place, in order."""
    for section, zone in zip(document.sections, section_zones(document), strict=True):
        yield from _section(section, zone)


def section_zones(document: Document) -> tuple[Zone, ...]:
    """The zone of each section, in order.

    Titles that only their words explain count on pages that look like those of an operation:
    where a section that may be the URI's begins with a request line, and another speaks of
    a message or an example.
    """
    sections = document.sections
    plain = tuple(zone_of(section.title) for section in sections)
    wide = [title_zone(section.title) for section in sections]
    if "uri" not in plain:
        messages = sum(zone in _MESSAGES for zone in wide)
        opening = ["uri", "other", "summary"] + ["request"] * (wide.count("request") > 1)
        lines = [
            index
            for index, section in enumerate(sections)
            if wide[index] in opening and _begins_with_line(section.blocks)
        ]
        at = next((index for index in lines if wide[index] == "uri"), lines[0] if lines else None)
        if at is None or not messages:
            return plain
        wide = [
            "other" if zone == "uri" and plain[index] == "other" else zone
            for index, zone in enumerate(wide)
        ]
        wide[at] = "uri"
    for index, zone in enumerate(wide):
        if zone == "uri" and plain[index] != "uri" and "uri" in plain:
            wide[index] = "other"
        elif (
            plain[index] == "other"
            and zone == "response"
            and "response" in plain
            and re.search(r"\bvalues?\b", folded(sections[index].title))
        ):
            wide[index] = "status"  # beside the answer's own section: "Return Values"
    return tuple(wide)


def _begins_with_line(blocks: tuple[Block, ...]) -> bool:
    """Whether a section opens with a request line, alone or after one sentence."""
    paragraphs = [block for block in blocks[:3] if isinstance(block, Paragraph)]
    if pair_of(paragraphs) is not None:
        return True
    for block in blocks[:2]:
        if isinstance(block, Bullets):
            if any(_begins_with_line(item) for item in block.items[:2]):
                return True
        elif isinstance(block, (Paragraph, Code)):
            text = block.text
            if len(text.split()) <= 6 and lines_of(text, block.line):
                return True
    return False


def _section(section: Section, zone: Zone) -> Iterator[tuple[Leaf, Place]]:
    reader = _Reader(Place(zone, zone, abnormal=zone == "abnormal"))
    yield from reader.blocks(section.blocks, 0)


class _Reader:
    """Carries the place from block to block of one section."""

    def __init__(self, start: Place) -> None:
        self.start = start
        self.now = start
        self.bold = False  # whether bold lines have opened sections of their own

    def blocks(self, blocks: tuple[Block, ...], depth: int) -> Iterator[tuple[Leaf, Place]]:
        for block in blocks:
            if isinstance(block, Bullets):
                yield from self._bullets(block, depth)
            elif isinstance(block, Paragraph):
                self._heading(block, depth)
                yield block, replace(self.now, depth=depth)
                self.now = replace(self.now, headings=(*self.now.headings, block))
            else:
                example = self.now.zone.startswith("example")
                if isinstance(block, Table) and example != self.start.zone.startswith("example"):
                    # a table is no example: the one after an example goes on with the section
                    self.now = replace(self.now, zone=self.start.zone)
                yield block, replace(self.now, depth=depth)
                if isinstance(block, Note) and self.now.zone.startswith("example"):
                    for inner in block.blocks:  # "with curl, the request is as follows"
                        if isinstance(inner, Code) and _CALL.match(inner.text):
                            yield inner, replace(self.now, depth=depth)
                if isinstance(block, (Table, Code)):
                    status = self.now.status
                    if isinstance(block, Code) and only_status(block.text):
                        status = status_of_code(block.text)
                    self.now = replace(self.now, headings=(), status=status)

    def _bullets(self, block: Bullets, depth: int) -> Iterator[tuple[Leaf, Place]]:
        for item in block.items:
            first = item[0] if item else None
            alone = len(item) == 1 and isinstance(first, Paragraph)
            if depth == 0 and isinstance(first, Paragraph) and _is_heading(first) and not alone:
                status = self.now.status
                self.now = replace(self.start, status=status)
            yield from self.blocks(item, depth + 1)

    def _heading(self, paragraph: Paragraph, depth: int) -> None:
        """Let a paragraph that is a heading change the place."""
        status = status_of(paragraph)
        if status is not None:
            self.now = replace(self.now, status=status, headings=())
            if self.now.section != "status":
                self.now = replace(self.now, abnormal=status >= 400)
            return
        if not _is_heading(paragraph):
            return
        text = folded(paragraph.text)
        if (self.start.section == "uri" or self.bold) and all(
            span.mark == "strong" or not span.text.strip(" :") for span in paragraph.spans
        ):
            opened = zone_of(text)
            if opened in _MESSAGES or opened in ("status", "errors"):
                # a page whose sections are bold lines only
                self.start = self.now = Place(opened, opened, abnormal=opened == "abnormal")
                self.bold = True
                return
        section = self.start.section
        zone = _heading_zone(text, section, self.now.zone)
        if zone is not None:
            self.now = replace(self.now, zone=zone)
        if _ABNORMAL_TEXT.fullmatch(text) or (zone and _ABNORMAL.match(text)):
            self.now = replace(self.now, abnormal=True)
        elif _NORMAL.fullmatch(text):
            self.now = replace(self.now, abnormal=False)


def _is_heading(paragraph: Paragraph) -> bool:
    """A short line that announces what follows rather than saying something."""
    text = paragraph.text
    if not text or len(text) > 120:
        return False
    if all(span.mark == "strong" or not span.text.strip(" :") for span in paragraph.spans):
        return True
    return not _SENTENCE.search(text.rstrip(":").casefold()) or text.endswith(":")


def _heading_zone(text: str, section: Zone, now: Zone) -> Zone | None:
    """The zone a heading opens inside a section; None where it opens none."""
    if _EXAMPLE.search(text) and section not in (
        "uri",
        "summary",
        "constraints",
        "errors",
        "status",
    ):
        # the nearer word decides: "Example response to the request for a list"
        word = re.search(r"\b(?:(requests?|ur[il])|responses?|returns?|returned)\b", text)
        if word:
            return "example-request" if word.group(1) else "example-response"
        if section.startswith("example"):
            return None
        return {"response": "example-response", "abnormal": "example-response"}.get(
            section, "example-request"
        )  # type: ignore[return-value]
    if _EXAMPLE.search(text) and section == "uri":
        return "example-request"
    zone = zone_of(text)
    if section.startswith("example"):
        if zone in ("request", "response") and section == "example":
            return "example-request" if zone == "request" else "example-response"
        return None
    if section in ("request", "response", "abnormal", "uri"):
        if zone in ("request", "response", "abnormal", "uri"):
            if section in ("response", "abnormal") and zone == "request":
                return None
            return section if zone == "abnormal" else zone
        if re.search(r"\bparameters?\b", text) and now.startswith("example"):
            return section
    return None
