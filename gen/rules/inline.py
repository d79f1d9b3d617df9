"""What stands in one paragraph as lists and headings do: "The value can be **0**: off; **1**: on. Maximum: 5"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from gen.rules.marked import unmarked
from gen.rules.said import split
from gen.rules.segments import Label, Member, Passage, behind_label, label_of

# "The options are as follows: **a**: the first"
_FIRST = re.compile(
    r"(?P<intro>.*?\b(?:can be|are|is|as follows|includes?|options?|values?|range)\s*:?)\s*(?P<first>‹[^‹›]+›\s*(?:\([^()]*\)\s*)?:\s.*)",
    re.I | re.S,
)
_NEXT = re.compile(r"‹[^‹›]+›\s*(?:\([^()]*\)\s*)?:\s.*", re.S)

# "The value can be as follows: **a** indicates the first; **b** indicates the second."
_TOLD = re.compile(
    r"(?P<intro>.*?\b(?:can be|are|as follows|options?|values?)[^:‹]{0,20}:)\s*(?P<items>‹[^‹›]+›\s+(?:indicates|means|specifies|represents)\b.*)",
    re.I | re.S,
)
_EXPLAINS = re.compile(r"‹[^‹›]+›\s+(?:indicates|means|specifies|represents)\b[^‹›]*$", re.I)

# "Enumerated values: 1: not active. 2: active." — "Options: on: it is lit; off: it is not" — "Values: - **a**: b - **c**: d"
_NUMBERED = re.compile(
    r"(?:^|(?<=[.;,]\s))(?=‹[^‹›]+›\s?(?:\([^()]*\)\s?)?[:：]\s)|(?:^|(?<=\s))(?=-?\d+\s?[:：]\s|- ‹[^‹›]+›\s?[:：(]|- [A-Za-z][\w-]*: )|(?:^|(?<=[.;,]\s))(?!(?:notes?|notice|default|example|unit|format|constraints?|restrictions?|minimum|maximum|range|value):)(?=[A-Za-z][\w-]*: )",
    re.I,
)
_HEAD = re.compile(
    r"(?P<intro>(?:.*?[.;)]\s+)?(?:enumerat(?:ed|ion) values?|(?:available |possible |value )?options?|(?:value |possible )?values?|value range)\s?[:：])\s*(?P<items>\S.*)",
    re.I | re.S,
)


# "IPv4: 1 to 32; IPv6: 1 to 128": parts of a range.
_BOUNDS_A_PART = re.compile(r"^[^‹][^:：]*[:：].*\d|›\s?[:：].*\d\s?(?:to|-|–|characters)", re.S)


def _enumerated(passage: Passage) -> tuple[Passage, ...]:
    """What stands behind "Enumerated values:" with each of its values explained, as a list; () for others."""
    head = _HEAD.fullmatch(passage.text) if not passage.label else None
    listed = head["items"] if head else passage.text
    starts = [found.start() for found in _NUMBERED.finditer(listed)]
    if not (head or passage.label in ("enum", "range")) or len(starts) < 2 or starts[0] != 0:
        return ()
    *pieces, last = (
        listed[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)
    )
    if passage.label == "range" and any(map(_BOUNDS_A_PART.search, (*pieces, last))):
        return ()
    last, *rest = split(last)
    members = tuple(
        Member(re.sub(r"^- ", "", one.strip()).rstrip(".;,"), passage.line)
        for one in (*pieces, last)
    )
    whole = replace(passage, text=head["intro"] if head else "", members=members)
    return (whole, replace(passage, text=" ".join(rest), label="")) if rest else (whole,)


# "**a**: the first; | **b**: the second", all in the one paragraph below a heading
_NEXT_VALUE = re.compile(r"(?<=[;.,])\s+(?=‹[^‹›]+›\s?(?:\([^()]*\)\s?)?[:：]\s)")


def _parted(member: Member) -> tuple[Member, ...]:
    pieces = _NEXT_VALUE.split(member.text) if not member.rest else []
    if len(pieces) < 2 or not _NEXT.fullmatch(pieces[0]):
        return (member,)
    return tuple(Member(piece.rstrip(".;"), member.line) for piece in pieces)


def unfolded(passage: Passage) -> tuple[Passage, ...]:
    """The passage with such a list as its members, and what follows the list as one of its own."""
    if passage.members:
        return (replace(passage, members=tuple(chain(*map(_parted, passage.members)))),)
    if listed := _enumerated(passage):
        return listed
    if told := _TOLD.fullmatch(passage.text):
        pieces = re.split(r";\s+(?:and\s+)?(?=‹)", told["items"].rstrip("."))
        if len(pieces) > 1 and all(map(_EXPLAINS.match, pieces)):
            members = tuple(Member(piece.rstrip(";"), passage.line) for piece in pieces)
            return (replace(passage, text=told["intro"].strip(), members=members),)
    if passage.text.count("›:") < 2:
        return (passage,)
    texts = split(passage.text)
    for at, text in enumerate(texts):
        first = _FIRST.fullmatch(text)
        if not first:
            continue
        end = at + 1
        while end < len(texts) and _NEXT.fullmatch(texts[end]):
            end += 1
        if end == at + 1:
            continue
        items = (first["first"], *texts[at + 1 : end])
        intro = first["intro"] if first["intro"].endswith(":") else f"{first['intro']}:"
        head = replace(
            passage,
            text=" ".join((*texts[:at], intro)),
            members=tuple(Member(item.rstrip(".;"), passage.line) for item in items),
        )
        rest = " ".join(texts[end:])
        return (head, replace(passage, text=rest)) if rest else (head,)
    return (passage,)


_SAID_OF_VALUES = ("enum", "range", "default", "length", "array-length", "min-length", "max-length")
# "Maximum: 5; minimum: 1" is no number.
_NUMBER_ALONE = re.compile(r"‹?-?[\d.,^-]+›?[.;]?")


def labelled(sentence: str) -> tuple[str, Label, str] | None:
    """(heading, its kind, the rest) of a sentence within a paragraph that has a heading of its own."""
    match = behind_label(sentence)
    label = label_of(unmarked(match["label"])) if match else None
    rest = match["rest"].strip() if match else ""
    bound = label in ("minimum", "maximum") and _NUMBER_ALONE.fullmatch(rest)
    if match is None or label is None or not (bound or (label in _SAID_OF_VALUES and rest)):
        return None
    return unmarked(match["label"]).strip(), label, rest.rstrip(";")
