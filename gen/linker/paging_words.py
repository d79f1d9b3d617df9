"""What the texts of paging parameters say: pages or records, where counting begins, what goes together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gen.document import plain
from gen.model import Field

# "Specifies the page number.", "Specifies the current page number, such as 1, 2, 3, or 4."
_PAGE = re.compile(
    r"\b(?:page (?:number|index|no)\b|(?:number|index) of the page\b|page to be queried\b"
    r"|(?:current|which) page\b|number of pages\b)"
)
# "Specifies the page offset, such as 1, 2, 3, or 4. The parameter value is 1 by default": a page
# if it begins at 1, a record if it begins at 0, and nobody knows where neither is said.
_PAGE_OFFSET = re.compile(r"\bpage offset\b")
_FROM_ONE = re.compile(r"\bsuch as 1,? 2\b")

_NUMBER = r"\W{0,4}(\d[\d,]*)"
_ORIGIN = re.compile(
    # "By default, this parameter is set to 1."
    r"\bdefault, [^.]*?\b(?:set to|is)" + _NUMBER +
    # "The default value is 0", "Default value: 0", "The default offset is 0", "defaults to 0"
    r"|\bdefault(?: \w+)?(?: is|:)" + _NUMBER + r"|\bdefaults to" + _NUMBER +
    # "The parameter value is 1 by default if it is not specified.", "The value is 0 by default"
    r"|\b(\d+) by default\b"
    # "The page number starts from 1."
    r"|\bstart(?:s|ing)? (?:from|at|with)" + _NUMBER
)  # fmt: skip
# "The minimum value is 1.", "It cannot be lower than 1.", "The value ranges from 0 to 100"
_LOWEST = re.compile(
    r"\b(?:minimum value is|minimum(?: value)?:|(?:no|not|cannot be|not be) (?:lower|less|smaller) than"
    r"|greater than or equal to|ranges? from|range:)" + _NUMBER
)
# "This parameter must be used together with per_page.", "ensure that page and per_page both exist"
_TOGETHER = re.compile(
    r"\bmust (?:also )?be (?:used|specified|set|configured|passed|transferred) (?:together|along) with\b"
    r"|\bmust be used together\b|\bboth exist\b"
)
# "The value ranges from 1 to 300.", "Value range: 1-5000", "The maximum value is 1,000."
_MOST = re.compile(
    r"\b(?:from|range(?: is|:)?)\W{0,4}\d[\d,]*\D{1,24}?(\d[\d,]*)"
    r"|\bmaximum(?: value)?(?: is|:)\W{0,4}(\d[\d,]*)"
)
# "The value is request_id."
_NAMED = re.compile(r"\bvalue (?:is|must be|can be)(?: the| that of)? (\w+)")

_USUAL = 100
_SMALL = 10


def counts_pages(start: Field) -> bool | None:
    """Whether a parameter is the number of a page; None where it may be that or a record's."""
    text = _text(start)
    if _PAGE.search(text):
        return True
    if not _PAGE_OFFSET.search(text):
        return False
    begins = origin(start, lowest=True)
    if begins is None:
        return True if _FROM_ONE.search(text) else None
    return begins == 1


def origin(start: Field, *, lowest: bool) -> int | None:
    """The number of the first page or record, None where it is not said.

    ``lowest``: whether the least value tells it, too. An offset's does not: "a positive integer"
    is said of offsets that count from 0 as well.
    """
    text = _text(start)
    found = _ORIGIN.search(text) or (_LOWEST.search(text) if lowest else None)
    return next((_int(one) for one in found.groups() if one), None) if found else None


def size(limit: Field, start: Field, *, always: bool = False) -> int:
    """The page size that is sent where a call gives none; 0 where the service's own will do.

    It is needed where the docs want both or neither, and with ``always`` wherever they name no
    default, since the number of a page says nothing without its size.
    """
    text = _text(limit)
    together = bool(_TOGETHER.search(text) or _TOGETHER.search(_text(start)))
    usual = "default" in text
    if limit.required or not (together or (always and not usual)):
        return 0
    stated = origin(limit, lowest=False)
    if stated:
        return stated
    most = [_int(one) for pair in _MOST.findall(text) for one in pair if one]
    if not most:
        return _SMALL if together else 0
    return max(1, min(*most, _USUAL))


def named(marker: Field, fields: Iterable[str]) -> str:
    """The field of an item that a marker's text names, '' where it names none."""
    said = set(_NAMED.findall(_text(marker)))
    return next((wire for wire in fields if wire.lower() in said), "")


def speaks_of_pages(field: Field) -> bool:
    """Whether the text has pages in it."""
    return bool(re.search(r"\bpag(?:e|es|ing|ination)\b", _text(field)))


def _int(digits: str) -> int:
    return int(digits.replace(",", ""))


def _text(field: Field) -> str:
    return " ".join(plain(block) for block in field.description).lower()
