"""Length: how many characters a string has.

A limit in bytes holds for characters too, for none takes less than a byte.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gen.model import Count, Length
from gen.rules.about import About
from gen.rules.numbers import AMOUNT, NUMBER, SPAN, ends, number
from gen.rules.said import Hit, Said, common

_CHARS = r"(?:\s|-)?(?:Unicode |visible |English |ASCII |valid |UTF-8 )?(?P<unit>(?:characters?|chars?|bytes?)(?![a-z]))(?:\(s\))?(?:\s+(?:in length|long|at most))?"
# "a string of 1 to 64 characters" — "contains 1 to 64 characters"
_SPAN = re.compile(
    rf"(?:\b(?:a |the )?(?:character )?str?ing (?:of|with|containing|consisting of|comprising|that contains|having)\s+)?(?:\bin length of )?{SPAN}{_CHARS}",
    re.I,
)
# "a maximum of 64 characters" — "cannot exceed 64 characters" — "up to 64 bytes"
_MOST = re.compile(
    r"\b(?:(?:a |the )?maximum (?:length )?(?:of|is|length:?)|at most|up to|no more than|not more than|no longer than|not longer than|within"
    r"|(?:not|n't) (?:exceed|be longer than|be more than|be greater than|be larger than|contain more than)|exceeds? no more than"
    rf"|(?:less|smaller|shorter|fewer) than or equal to|limited to|max(?:imum)?\.?:?)\s+(?P<n>{AMOUNT}){_CHARS}",
    re.I,
)
_MUST_NOT_EXCEED = re.compile(
    rf"\b(?:cannot|can't|must not|may not|should not) (?:exceed|be longer than|contain more than|be more than|be greater than)\s+(?P<n>{AMOUNT}){_CHARS}",
    re.I,
)
_LEAST = re.compile(
    rf"\b(?:at least|(?:a )?minimum of|no less than|no fewer than|not less than|more than or equal to)\s+(?P<n>{AMOUNT}){_CHARS}(?! (?:types?|kinds?|classes|categories)\b)",
    re.I,
)
# "The length is fixed at 32 bytes." — "a string of 32 characters" — "must be 36 characters"
_EXACT = re.compile(
    rf"\b(?:fixed (?:at|to)|string of|(?:must|should) be|must contain|(?<=that )contains|^(?:the|its|it)(?: [a-z]+){{0,3}} contains|(?<=which )contains|(?<=which )is|consists? of|exactly|is a|length is)\s+(?:exactly )?(?P<n>{NUMBER}){_CHARS}",
    re.I,
)
# "256 bits", "32 KB" count no characters.
_NO_SIZE = r"(?!\s?-?(?:[KMGT]i?B|bits?|bytes? before|characters? before)\b)"
# Length limit: 256 — Length: up to 256
_LIMITS = re.compile(r"\b(?:limit|max\w*)\b", re.I)
_UP_TO = re.compile(
    rf"(?:up to|at most|no more than|not more than|a maximum of|max(?:imum)?\.?:?) (?P<n>{NUMBER})(?:{_CHARS})?\.?",
    re.I,
)
# "36-byte serial number of a request"
_BYTES_LONG = re.compile(
    r"^(?:an? )?(?P<n>\d+)-(?:byte|character) (?:[a-z]+ )?(?:serial number|sequence number|ID|string|identifier|UUID)\b",
    re.I,
)
# "The length ranges from 1 to 64." — "length cannot exceed 64"
_LENGTH_SPAN = re.compile(
    rf"\blength\b[^.‹]{{0,40}}?(?:\b(?:ranges?|is|be|from|within|in the range of)|:)\s*(?:limited to )?(?:from )?{SPAN}{_NO_SIZE}(?:{_CHARS}|\s?digits?\b)?",
    re.I,
)
_LENGTH_MOST = re.compile(
    rf"\b(?:max(?:imum)?\.? (?:allowed )?length\b(?:[^.‹\d]{{0,30}}?(?:is|:|of)|(?=\s\d))|length\b[^.‹\d]{{0,30}}?(?:cannot exceed|must not exceed|cannot be (?:greater|longer|more) than|less than or equal to|up to))\s*(?P<n>{NUMBER}){_NO_SIZE}(?:{_CHARS})?",
    re.I,
)
# "The value cannot be empty." — "Cannot be left blank."
_NOT_EMPTY = re.compile(
    r"\b(?:cannot|can not|can't|must not|may not|should not) be (?:(?:left |set to )?(?:blank|empty|an empty (?:string|list|array)|null or (?:an )?empty(?: string)?|empty or null))"
    r"(?:\s+or\s+(?:be |set to )*(?:an |the )?(?:blank|empty string|empty|null|full of spaces|invalid [A-Za-z]+))?",
    re.I,
)
_MAY_BE_EMPTY = re.compile(
    r"^(?:an )?empty string\b|\b(?:can|may) be (?:(?:left |set to )?(?:blank|empty)|(?:set to )?(?:an empty|a null) (?:string|value|character string))\b(?:\s+or\b)?",
    re.I,
)


# "The number of characters ranges from 1 to 64." — "The number of characters cannot exceed 64."
_NUMBER_SPAN = re.compile(
    rf"\bnumber of (?:characters|bytes) (?:ranges |is |must be )?(?:in the range )?{SPAN}(?P<unit>)",
    re.I,
)
_NUMBER_MOST = re.compile(
    rf"\bnumber of (?:characters|bytes) (?:cannot|must not|can't) (?:exceed|be (?:greater|more|larger) than)\s+(?P<n>{NUMBER})",
    re.I,
)
# "cannot be shorter than 3 characters or longer than 32 characters"
_NEITHER_NOR = re.compile(
    rf"\b(?:cannot|must not|may not|can't) be (?:shorter|less|fewer|smaller) than (?P<low>{NUMBER})(?: characters| bytes)? (?:or|and|nor) (?:be )?(?:longer|more|greater|larger) than (?P<high>{NUMBER}){_CHARS}",
    re.I,
)
# "fewer than 65 characters" — "longer than 3 characters"
_BELOW = re.compile(rf"(?<!or )\b(?:less|fewer|shorter) than (?!or\b)(?P<n>{NUMBER}){_CHARS}", re.I)
_ABOVE = re.compile(rf"\b(?:longer|greater|more) than (?!or\b)(?P<n>{NUMBER}){_CHARS}", re.I)
# "Max characters: 255"
_MAX_CHARS = re.compile(
    rf"\bmax(?:imum|\.)? (?:number of )?(?:characters?|chars|bytes)(?: allowed)?\s*(?:is|:)\s*(?P<n>{NUMBER})",
    re.I,
)


# "cannot be left blank or larger than 256 KB"
_KILOBYTES = re.compile(
    rf"\b(?:cannot|must not|can't) (?:be (?:left )?(?:blank|empty) )?(?P<most>(?:or )?(?:be )?(?:exceed|larger than|greater than|more than) (?P<n>{NUMBER})\s?KB)\b",
    re.I,
)


def read(said: Said, about: About) -> list[Hit]:
    """The lengths that one sentence states; on an array "cannot be empty" is a count."""
    empty = _NOT_EMPTY.search(said.text) if about.kind == "array" else None
    if empty and not re.match(r"(?:each|every)\b", said.text, re.I):
        rule = Count(minimum=1, **common(said, about, target="value"))
        return [Hit(empty.start(), empty.end(), (rule,))]
    if about.value_kind not in ("string", "any"):
        return []
    if about.kind == "array" and re.search(r"\b(?:array|list) (?:length|size)\b", said.text, re.I):
        return []
    if said.label in ("minimum", "maximum", "min-length", "max-length"):
        return _tail(said, about)
    text = said.text
    if said.label in ("length", "range"):
        alone = re.fullmatch(
            rf"(?:fixed(?: at| to)? |exactly )?(?P<n>{NUMBER})(?:{_CHARS}|\s?digits)?\.?",
            text,
            re.I,
        )
        size = number(alone["n"]) if alone and (alone["unit"] or said.label == "length") else None
        if size is not None:
            least = None if _LIMITS.search(said.heading) else size
            return [_hit(said, about, 0, len(text), least, size)]
        most = _UP_TO.fullmatch(text) if said.label == "length" else None
        if most and (size := number(most["n"])) is not None:
            return [_hit(said, about, 0, len(text), None, size)]
    if said.label == "length":
        whole = re.match(rf"{SPAN}(?:{_CHARS})?\.?$", text, re.I)
        if whole and (bounds := ends(whole)):
            return [_hit(said, about, 0, len(text), *bounds)]
    hits: list[Hit] = []
    for pattern in (_SPAN, _LENGTH_SPAN, _NUMBER_SPAN, _NEITHER_NOR):
        match = pattern.search(text)
        if match and (bounds := ends(match)):
            low, high = bounds
            if (match["unit"] or "").lower().startswith("byte"):
                # A character takes up to four bytes.
                low = -(-low // 4)
            hits.append(_hit(said, about, match.start(), match.end(), low, high))
            break
    if not hits:
        hits += _one_sided(said, about)
    if (large := _KILOBYTES.search(text)) and (size := number(large["n"])) is not None:
        hits.append(_hit(said, about, *large.span("most"), None, size * 1024))
    empty = _NOT_EMPTY.search(text)
    if empty:
        hits.append(_hit(said, about, empty.start(), empty.end(), 1, None))
    maybe = _MAY_BE_EMPTY.search(text)
    if maybe:
        hits.append(Hit(maybe.start(), maybe.end(), notes=("empty",)))
    return hits


def _one_sided(said: Said, about: About) -> list[Hit]:
    # The first bound is the value's; a later one may be that of a part.
    tried = (_MUST_NOT_EXCEED, _MOST, _LENGTH_MOST, _MAX_CHARS, _NUMBER_MOST)
    found = [match for pattern in tried if (match := pattern.search(said.text))]
    match = min(found, key=lambda one: one.end(), default=None)
    high = number(match["n"]) if match else None
    if match and high is not None:
        least = _LEAST.search(said.text)
        low = number(least["n"]) if least else None
        hits = [_hit(said, about, match.start(), match.end(), low, high)]
        return hits + ([Hit(least.start(), least.end())] if least else [])
    least = _LEAST.search(said.text)
    if least and (low := number(least["n"])) is not None:
        return [_hit(said, about, least.start(), least.end(), low, None)]
    if long := _BYTES_LONG.match(said.text):
        size = number(long["n"])
        return [replace(_hit(said, about, *long.span(), size, size), subject=True, loose=True)]
    exact = _EXACT.search(said.text)
    if exact and (size := number(exact["n"])) is not None:
        # An ID is in ASCII: as many characters as bytes.
        coded = exact["unit"].lower().startswith("byte") and not about.wire.lower().endswith("id")
        low = None if coded else size
        return [_hit(said, about, exact.start(), exact.end(), low, size)]
    return _exclusive(said, about)


def _exclusive(said: Said, about: About) -> list[Hit]:
    """ "longer than 3 characters", "greater than 0 bytes and less than 243 bytes"."""
    hits: list[Hit] = []
    if re.search(r"\b(?:not|cannot|n't|no) [a-z ]{0,12}$|\bno$", said.text.partition(" than ")[0]):
        return []
    for pattern, lower in ((_ABOVE, True), (_BELOW, False)):
        match = pattern.search(said.text)
        bound = number(match["n"]) if match else None
        if match and bound is not None:
            in_bytes = match["unit"].lower().startswith("byte")
            # More than n bytes are at least one character.
            low = (1 if in_bytes else bound + 1) if lower else None
            hits.append(_hit(said, about, *match.span(), low, None if lower else bound - 1))
    return hits


def _tail(said: Said, about: About) -> list[Hit]:
    match = re.fullmatch(rf"(?P<n>{NUMBER})(?:{_CHARS})?\.?", said.text.strip(), re.I)
    size = number(match["n"]) if match else None
    if size is None or size < 0:
        return []
    low = said.label in ("minimum", "min-length")
    return [_hit(said, about, 0, len(said.text), size if low else None, None if low else size)]


def _hit(
    said: Said, about: About, start: int, end: int, low: float | None, high: float | None
) -> Hit:
    whole = all(bound is None or (bound == int(bound) and bound >= 0) for bound in (low, high))
    if not whole:
        return Hit(start, end, loose=True)
    reason = (
        "" if about.value_kind == "string" else "the docs do not say of which type the value is"
    )
    rule = Length(
        minimum=None if low is None else int(low), maximum=None if high is None else int(high),
        **common(said, about, reason=reason),
    )  # fmt: skip
    return Hit(start, end, (rule,))


def from_type_cell(about: About) -> list[Length]:
    """``String(255)`` in the type cell is a length."""
    match = re.search(r"\b(?:string|varchar|char)\s*\(\s*(\d+)\s*\)", about.field.type_cell, re.I)
    if not match or about.value_kind != "string":
        return []
    said = Said(about.field.type_cell)
    return [Length(maximum=int(match[1]), **common(said, about))]
