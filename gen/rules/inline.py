"""Values that are explained within a sentence: "The value can be **0**: off; **1**: on." as a list."""

from __future__ import annotations

import re
from dataclasses import replace

from gen.rules.said import split
from gen.rules.segments import Member, Passage

# "The options are as follows: **a**: the first"
_FIRST = re.compile(
    r"(?P<intro>.*?\b(?:can be|are|is|as follows|includes?|options?|values?|range)\s*:?)\s*(?P<first>‹[^‹›]+›\s*(?:\([^()]*\)\s*)?:\s.*)",
    re.I | re.S,
)
_NEXT = re.compile(r"‹[^‹›]+›\s*(?:\([^()]*\)\s*)?:\s.*", re.S)


def unfolded(passage: Passage) -> tuple[Passage, ...]:
    """The passage with such a list as its members, and what follows the list as one of its own."""
    if passage.members or passage.text.count("›:") < 2:
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
