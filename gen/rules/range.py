"""Range: a number between two others, or on one side of one.

"Value range: 12 to 32 characters" is a length, and a range on a string is prose.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gen.rules import signs
from gen.rules.about import About, definition, stems
from gen.rules.numbers import IN_UNITS, NUMBER, SPAN, UNIT, ends, number
from gen.rules.said import Hit, Said
from gen.rules.signs import bounded

DIGITS = "it counts the digits, more likely"
"""Reason of advice for a swagger tail on a Long: it gives the number of its digits, as a rule."""

_COUNTED = r"(?!\s*(?:Unicode |visible |English |ASCII |valid )?(?:characters?|chars?|bytes?|letters?|digits?|items?|elements?|records)\b)"
# "The value ranges from 2 to 60, in seconds." — "an integer ranging from 0 to 300" — "between 1 and 64"
_RANGES = re.compile(
    r"\b(?:ranges?|ranging|value range is|range is|is|be|in the range|within the range|in the interval|multiple of \d+,?|in|within|range:|set to|as follows:|value:|(?:integers?|numbers?|values?)(?=\s+(?:from|between)\b)|(?<=values )are|(?<=and )from(?=\s+\d)|(?<=[a-z]),(?=\s(?:from )?‹?\d+›?\s+to ‹?\d+›?\s*(?:\.?$|\())|(?<=options )are)"
    r"(?:\s+(?:an?|any)\s+(?:integer|number|value))?(?:\s+(?:ranging|in the range|within the range|in))?(?:\s+(?:from|of))*\s*:?\s*"
    rf"{SPAN}{_COUNTED}(?:{IN_UNITS})?",
    re.I,
)
# Value range: 1-65535
_WHOLE = re.compile(
    rf"(?:(?:the value )?(?:is )?an? (?:integer|number) |from )?(?:ranging )?(?:from )?{SPAN}{_COUNTED}(?:{IN_UNITS})?",
    re.I,
)
# "Service port (8000 to 30000)."
_BRACKETED = re.compile(rf"(?<=[a-z]) \({SPAN}(?:{IN_UNITS})?\)(?=\.?$)", re.I)
# "40-4000, in GB."
_ALONE = re.compile(rf"{SPAN}(?:{IN_UNITS})\.?", re.I)
_MUST = r"(?:must be|can be|should be|has to be|needs to be|shall be|cannot be|can not be|must not be|may not be|is|cannot|can only be|must)"
# "must be greater than or equal to 0" — "cannot exceed 100" — "must be at least 1"
_LEAST = re.compile(
    rf"(?:\b{_MUST}\s+(?:an integer\s+|a number\s+|a positive integer\s+|a value\s+)?"
    r"(?:(?P<excl>greater than|larger than|more than|higher than|>)(?!\s*(?:or|=))|greater than or equal to|larger than or equal to|equal to or greater than|more than or equal to"
    r"|at least|(?:no|not) (?:less|smaller|lower) than|≥|>=)"
    rf"|(?:\bcannot|\bmust not|\bcan not) be (?:less|smaller|lower|shorter) than|^(?:no|not) (?:less|smaller|lower) than)\s+(?P<n>{NUMBER}|zero){_COUNTED}{UNIT}?",
    re.I,
)
_MOST = re.compile(
    rf"(?:\b{_MUST}\s+(?:an integer\s+|a number\s+|a positive integer\s+)?"
    r"(?:(?P<excl>less than|smaller than|lower than|<)(?!\s*(?:or|=))|less than or equal to|smaller than or equal to|equal to or less than"
    r"|at most|(?:no|not) (?:more|greater|larger|higher) than|≤|<=)"
    rf"|(?:\bcannot|\bmust not|\bcan not|\bcan't) (?:exceed|be (?:greater|larger|more|higher|longer) than))\s+(?P<n>{NUMBER}){_COUNTED}{UNIT}?",
    re.I,
)
# "and less than or equal to 100", right behind a lower bound
_AND_MOST = re.compile(
    r"(?:\band\s+(?:(?P<excl>less than|smaller than)(?!\s*(?:or|=))|less than or equal to|(?:no|not) (?:more|greater|larger|higher) than|at most|(?:does )?not exceed)|(?<=integer) not exceeding|(?<=number) not exceeding|(?:(?<=\d)|(?<=\d›)|(?<=seconds)|(?<=minutes)|(?<=hours)|(?<=days)|(?<=[GM]B))\s+or\s+(?:be )?(?:greater|more|larger|higher|longer) than)"
    rf"\s+(?P<n>{NUMBER}){_COUNTED}{UNIT}?",
    re.I,
)
# "The value ranges from 0 to the number of lamps."
_FROM_TO_SOME = re.compile(
    rf"\branges? from (?P<n>{NUMBER}) to (?:Number\.MAX_VALUE|infinity|(?:the|a|its) (?:(?:total|maximum|current|actual) )?(?:number|quantity|size|amount|quota|limit|value|length))\b.*?(?=\.?$)",
    re.I | re.S,
)
_OF_THIS = r"(?: (?:of|for) (?:this|the) (?:parameter|field|value))?"
_MAXIMUM = re.compile(
    rf"\b(?:maximum(?: (?P<noun>(?!parameter|value|allowed|number|length|size of)[a-z]+)| parameter)?(?: value)?(?: allowed)?{_OF_THIS}|upper limit)(?: is|:)\s+(?P<n>{NUMBER}){_COUNTED}{UNIT}?(?!\s+(?!in\b|and\b|or\b|by\b)[a-z])",
    re.I,
)
_MINIMUM = re.compile(
    rf"\b(?:minimum(?: (?P<noun>(?!parameter|value|allowed|number|length|size of)[a-z]+)| parameter)?(?: value)?(?: allowed)?{_OF_THIS}|lower limit)(?: is|:)\s+(?P<n>{NUMBER}){_COUNTED}{UNIT}?",
    re.I,
)
# "The value must be a positive integer."
_POSITIVE = re.compile(
    r"(?:^|\b(?:(?:must|can only|should|has to|can) be|(?<!which )is|^enter|^specify|^only) )(?P<zero>(?:0|zero) or )?(?:a |an |only )?(?P<kind>positive|non-negative|nonnegative|natural) (?:integers?|numbers?)(?P<zero2>,? or (?:0|zero)(?!\w|\.\d))?(?: (?:can|may) be (?:entered|specified|set|used)| (?:is|are) (?:allowed|supported))?",
    re.I,
)
_NEVER_NEGATIVE = re.compile(
    r"\b(?:cannot|can not|must not) be (?:a )?negative(?: (?:number|integer|value))?", re.I
)


_SIZES = re.compile(
    r"(?<![\w/])(?:(?P<unit>[KMGT])i?B|(?P<bytes>bytes?)|(?P<time>milliseconds?|ms|seconds?|minutes?|hours?|days?))(?![\w/])",
    re.I,
)


def _sizes(text: str) -> set[str]:
    return {
        (match["unit"] or match["bytes"] or match["time"])
        .lower()
        .rstrip("s")
        .replace("millisecond", "m")
        for match in _SIZES.finditer(text)
    }


def read(said: Said, about: About) -> list[Hit]:
    """The ranges that one sentence states, unless in another unit than the definition counts in."""
    return [
        hit
        for hit in _read(said, about)
        if not _in_another_unit(said.text[hit.start : hit.end], about)
    ]


def _in_another_unit(text: str, about: About) -> bool:
    used = _sizes(text)
    own = _sizes(definition(about.field.description)) if used else used
    return bool(own) and not own & used


def _read(said: Said, about: About) -> list[Hit]:
    if about.value_kind not in ("integer", "number", "string", "any"):
        return []
    if said.label in ("minimum", "maximum") and about.value_kind != "string":
        return _tail(said, about)
    # Blanks instead keep the places.
    text = _EXPLAINED.sub(lambda one: " " * len(one[0]), said.text)
    if written := signs.read(said, about):
        return written
    bare = _BARE_SIDES.fullmatch(text.strip()) if said.label == "range" else None
    if bare:
        told = _one_sided(replace(said, text=f"must be {bare['sides']}"), about)
        return [replace(hit, start=0, end=len(text)) for hit in told]
    whole = _WHOLE.match(text) if said.label in ("range", "enum") else _ALONE.fullmatch(text)
    match = whole or _RANGES.search(text)
    named = text[:1].isupper() and not re.match(r"(?:see|for|refer)\b", text, re.I)
    if not match and about.kind in ("integer", "number") and named:
        match = _BRACKETED.search(text)
    if match:
        bounds = ends(match)
        if bounds is None or _units_differ(match[0]):
            return []
        without = _EXCLUSIVE.match(text, match.end())
        if without and about.value_kind == "integer":
            low, high = bounds
            return [bounded(said, about, match.start(), without.end(), low, high - 1)]
        end = match.end()
        unit = _ANY_UNIT.match(text, end) if about.value_kind in ("integer", "number") else None
        if unit and (unit["degrees"] or stems(unit["what"]) <= about.topic):
            end = unit.end()
        return [bounded(said, about, match.start(), end, *bounds)]
    return _one_sided(said, about)


# "between 10 and 40 degrees Celsius" — "20 to 45 furlongs" where the definition counts in them
_ANY_UNIT = re.compile(
    r"\s(?!(?:and|or|but|in|for|by|per|of|when|if|unless|only|except|depending|inclusive|exclusive|times)\b)(?P<what>(?P<degrees>degrees?)|[a-z/²³]+)(?: [A-Z][a-z]+)?(?=\.?$)"
)


# "1 (lowest) to 5 (highest)", not "1 (inclusive)"
_EXPLAINED = re.compile(r"(?<=[\d›]) \((?!in|ex)[A-Za-z ]{3,20}\)(?= to ‹?\d|\.?$)")
# "from 1 (inclusive) to 65,535 (exclusive)"
_EXCLUSIVE = re.compile(r"\s*\((?:exclusive|excluded)\)", re.I)
# Range: greater than 0 — Range: an integer greater than or equal to 1 and less than 10
_SIDE = rf"(?:greater|larger|less|smaller|more|no less|no more|no greater|not less|not greater|at least|at most)(?: than)?(?: or equal to)?\s+{NUMBER}{UNIT}?"
_BARE_SIDES = re.compile(
    rf"(?:(?:an? |any )?(?:integers?|numbers?|values?) )?(?P<sides>{_SIDE}(?:,? and {_SIDE})?)\.?",
    re.I,
)


def _units_differ(text: str) -> bool:
    # "from 5 minutes to 24 hours": which of the two does the field count?
    found = {
        re.sub(r"\W|s$", "", unit).lower() for unit in re.findall(rf"(?<=[\d›])\s?({UNIT})", text)
    }
    return len(found - {"", "inclusive", "included"}) > 1


def _one_sided(said: Said, about: About) -> list[Hit]:
    text = said.text
    hits: list[Hit] = []
    for pattern, lower in (
        (_FROM_TO_SOME, True),
        (_LEAST, True),
        (_MINIMUM, True),
        (_MOST, False),
        (_AND_MOST, False),
        (_MAXIMUM, False),
    ):
        match = pattern.search(text)
        if not match or any(hit.start < match.end() and match.start() < hit.end for hit in hits):
            continue
        value = number(match["n"])
        noun = match.groupdict().get("noun")
        if value is None or (noun and not stems(noun) <= about.names):
            continue
        exclusive = bool(match.groupdict().get("excl"))
        if pattern is _LEAST and re.match(
            r"(?:cannot|must not|can not|may not) be greater", match[0], re.I
        ):
            continue
        if pattern is _MOST and re.match(
            r"(?:cannot|must not|can not|may not) be (?:less|smaller) than(?! or)", match[0], re.I
        ):
            continue
        hits.append(
            bounded(
                said,
                about,
                match.start(),
                match.end(),
                value if lower else None,
                None if lower else value,
                exclusive,
            )
        )
    positive = _POSITIVE.search(text)
    if positive and not any(
        hit.start < positive.end() and positive.start() < hit.end for hit in hits
    ):
        zero = positive["zero"] or positive["zero2"]
        low = 1 if positive["kind"].lower() == "positive" and not zero else 0
        hits.append(bounded(said, about, positive.start(), positive.end(), low, None))
    never = _NEVER_NEGATIVE.search(text)
    if never:
        hits.append(bounded(said, about, never.start(), never.end(), 0, None))
    return hits


def _tail(said: Said, about: About) -> list[Hit]:
    value = number(said.text)
    if value is None or (about.kind == "array" and about.value_kind not in ("integer", "number")):
        return []
    low = said.label == "minimum"
    hit = bounded(said, about, 0, len(said.text), value if low else None, None if low else value)
    if re.match(r"long\b", about.field.type_cell, re.I) and (
        9 <= value <= 20 or (not low and value <= 64)
    ):
        # A swagger tail on a Long gives the number of its digits, as a rule.
        weak = tuple(replace(rule, certainty="advice", reason=DIGITS) for rule in hit.rules)
        return [replace(hit, rules=weak)]
    return [hit]
