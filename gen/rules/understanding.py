"""Asks every family what it understands of a sentence, and what is left over."""

from __future__ import annotations

from gen.rules import (
    charset,
    choice,
    count,
    default,
    deprecated,
    form,
    interface,
    length,
    pattern,
    unique,
    variety,
)
from gen.rules import range as range_family
from gen.rules.about import About
from gen.rules.cover import subject_is_field
from gen.rules.remainder import left_over
from gen.rules.said import Hit, Said

FAMILIES = (pattern, default, interface, form, length, count, range_family, charset, variety, choice, unique, deprecated)  # fmt: skip
"""In the order in which they are asked; what an earlier one understood a later one leaves alone."""


def understand(said: Said, about: About) -> tuple[list[Hit], str, bool]:
    """(hits, what is left over, whether the subject is the field) of an unconditional sentence."""
    hits: list[Hit] = []
    for family in FAMILIES:
        for hit in family.read(said, about):
            if hit.start == hit.end or not any(_overlap(hit, other) for other in hits):
                hits.append(hit)
    if not hits:
        return [], said.text, True
    if any(hit.members and hit.end - hit.start == len(said.text) for hit in hits):
        return hits, "", True
    spans = [hit for hit in hits if hit.start < hit.end or hit.members]
    if not spans:
        return hits, "", True
    start = min(hit.start for hit in spans)
    subject = any(hit.subject for hit in hits) or subject_is_field(said.text[:start], about)
    left = (
        ""
        if any(hit.loose for hit in hits) and len(hits) == 1
        else left_over(said.text, spans, about)
    )
    return hits, left, subject


def _overlap(one: Hit, other: Hit) -> bool:
    # A hit without text (a note in a list of values) takes none away from the others.
    return other.start < other.end and one.start < other.end and other.start < one.end
