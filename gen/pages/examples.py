"""Code blocks as example messages: whose, with which title, for which status."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gen.document import Code, Paragraph
from gen.model import Direction
from gen.pages.flow import Leaf, Place
from gen.pages.page import ExampleBlock
from gen.pages.sections import folded, zone_of
from gen.pages.statuses import only_status, status_of, status_of_code

_REQUEST_LINE = re.compile(
    r"\s*(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s+\S|\s*curl\b|\s*https?://", re.I
)
_ZONES = frozenset(
    ["uri", "request", "response", "abnormal", "example", "example-request", "example-response"]
)


def examples_of(leaves: Iterable[tuple[Leaf, Place]]) -> tuple[ExampleBlock, ...]:
    """The code blocks of the page's messages in order. Those of the URI section are URLs, kept as requests."""
    found: list[ExampleBlock] = []
    for block, place in leaves:
        if not isinstance(block, Code) or place.zone not in _ZONES or not block.text.strip():
            continue
        if only_status(block.text) or folded(block.text) in ("none", "n/a", "na", "-"):
            continue
        direction = _direction(block, place, found)
        status = (status_of_code(block.text) or place.status) if direction == "response" else None
        found.append(ExampleBlock(direction, block, _title(place.headings), status))
    return tuple(found)


def _direction(block: Code, place: Place, found: list[ExampleBlock]) -> Direction:
    if place.zone in ("uri", "request", "example-request"):
        return "request"
    if place.zone in ("response", "abnormal"):
        return "response"
    if place.zone == "example-response":
        return "request" if _REQUEST_LINE.match(block.text) else "response"
    if _REQUEST_LINE.match(block.text):
        return "request"
    return "response" if any(one.direction == "request" for one in found) else "request"


def _title(headings: tuple[Paragraph, ...]) -> str:
    """The nearest words above the block that are neither a status nor just "Example request"."""
    for paragraph in reversed(headings):
        text = paragraph.text
        if not text or status_of(paragraph) is not None or folded(text) in ("none", "or"):
            continue
        return "" if zone_of(text).startswith("example") else text
    return ""
