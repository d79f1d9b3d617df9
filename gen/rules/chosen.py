"""Choice: the values that a sentence or list names, as a rule of the field."""

from __future__ import annotations

import re

from gen.model import Choice, Nullable
from gen.rules.about import About, convert
from gen.rules.said import Hit, Said, common

ONE_VALUE = "it names one value without saying that there is no other"
"""Reason of advice that "others are not supported" beside it settles (see :mod:`gen.rules.settle`)."""
EXPLAINED = "the docs explain these values without saying that there are no others"
"""Reason of advice, as :data:`ONE_VALUE`."""
MIXED = "the list holds more than plain values"
ANY_CASE = "the docs do not insist on upper or lower case"
_OPEN_END = re.compile(
    r"\b(?:etc|and so on|and others|or others|\.\.\.|…|other values?)\b|\.\.\.", re.I
)
_CLOSED_END = re.compile(r"\bother values? (?:is|are) not\b|\bno other values?\b", re.I)
_PLACEHOLDER = re.compile(
    r"[{}<>*]|(?i:x{3,})|\.\.\.|^\d+\s*[-~–]\s*\d+$|^(?:N/A|NA|UUID)$|^\^.*\$$"
)
# "<=" is an operator, no placeholder.
_SIGN = re.compile(r"[<>]=?|<>|\*")
FOLDED = re.compile(r"\bcase[- ]insensitive|not case[- ]sensitive|case is ignored", re.I)


def made(
    said: Said,
    about: About,
    items: list[str],
    start: int,
    end: int,
    reason: str,
    meanings: tuple[str, ...] = (),
) -> list[Hit]:
    everything = said.full or said.text
    endless = _OPEN_END.search(everything) and not _CLOSED_END.search(everything)
    if endless or any(_PLACEHOLDER.search(item) and not _SIGN.fullmatch(item) for item in items):
        reason = "the list is not closed"
    if FOLDED.search(everything):
        reason = ANY_CASE
    kept: list[object] = []
    said_meanings: list[str] = []
    rules: list[Choice | Nullable] = []
    for at, item in enumerate(items):
        if (item.lower() in ("null", "none") and about.value_kind != "string") or item == "null":
            rules.append(Nullable(**common(said, about, target="value")))
            text = about.value_kind == "string" and about.direction == "request"
            if not text or len(items) == 1:
                continue
            # Which of the two a request may hold, null or "null", the docs do not say.
        ok, value = convert(
            _unquoted(item), "string" if about.value_kind == "any" else about.value_kind
        )
        if not ok:
            return [Hit(start, end)] if about.value_kind == "boolean" else []
        if not any(value == other and type(value) is type(other) for other in kept):
            kept.append(value)
            said_meanings.append(meanings[at] if at < len(meanings) else "")
    if about.value_kind == "any" and not reason and not all(map(_word, kept)):
        if about.location == "query":
            # On the wire it is text; who calls may well give a number.
            kept, said_meanings = _both_spellings(kept, said_meanings)
        else:
            reason = "the docs do not say of which type the value is"
    if about.value_kind == "boolean" and set(kept) == {True, False}:
        return [Hit(start, end, tuple(rules), notes=("both",))]
    if kept:
        rules.append(
            Choice(
                values=tuple(kept),
                meanings=tuple(said_meanings),
                **common(said, about, reason=reason),
            )
        )
    return [Hit(start, end, tuple(rules))]


def _both_spellings(values: list[object], meanings: list[str]) -> tuple[list[object], list[str]]:
    pairs = [
        (spelt, meaning)
        for value, meaning in zip(values, meanings, strict=True)
        for spelt in (value, *([int(str(value))] if re.fullmatch(r"-?\d+", str(value)) else []))
    ]
    return [value for value, _ in pairs], [meaning for _, meaning in pairs]


def _word(value: object) -> bool:
    """Whether a value is text for sure, whatever the type: no number, no boolean."""
    plain = str(value).lower()
    return plain not in ("true", "false") and not re.fullmatch(r"-?[\d.]+", plain)


def _unquoted(item: str) -> str:
    return item[1:-1] if len(item) > 2 and item[0] == item[-1] and item[0] in "\"'" else item
