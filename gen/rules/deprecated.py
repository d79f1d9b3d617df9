"""Deprecated: the docs say that the field itself is kept for compatibility only.

Most cells with the word speak of a *status* or a version named so: those are values.
"""

from __future__ import annotations

import re

from gen.model import Deprecated
from gen.rules.about import About
from gen.rules.said import Hit, Said, common

# "This parameter has been deprecated, but is retained for compatibility purposes."
_THIS = re.compile(
    r"\b(?:this (?:parameter|field|attribute|property|option|header)|the (?:parameter|field|attribute|property)|it|‹(?P<name>[^‹›]+)›)\s+(?:is|has been|was|will be|is to be|is being)\s+"
    r"(?:now |already |currently |gradually )?(?:[a-z]+ to the ‹[^‹›]+› [a-z ]{1,20} and will be )?(?:soon )?(?:deprecated|discarded|obsolete|abandoned|retired|deleted|out of date|no longer used|not used any more)\b",
    re.I,
)
# "Whether it is deleted." — "It will be deleted after 7 days." tell of the thing that the field describes.
_THING = re.compile(
    r"\b(?:whether|when|if|after|before|once|until|unless|that|why) it\b|\bit\s+(?:is|has been|was|will be|is to be|is being)\s+(?:now |already |currently )?(?:deleted|abandoned|retired|discarded)\b",
    re.I,
)
_ALONE = re.compile(
    r"^(?:(?:this is )?(?:an? )?(?:deprecated|discarded|obsolete)(?: (?:parameter|field|attribute|property))?(?=\s*[.,;:]|\s*$)|[(\[](?:deprecated|discarded|obsolete)[)\]])",
    re.I,
)
_TAGGED = re.compile(
    r"[(\[](?:this (?:parameter|field) (?:has been|is) (?:deprecated|discarded)\.[^()]*|deprecated|discarded|obsolete|this (?:parameter|field) (?:has been|is) (?:deprecated|discarded))[)\]]",
    re.I,
)


def read(said: Said, about: About) -> list[Hit]:
    """The deprecation that one sentence states."""
    text = said.text
    match = _THIS.search(text)
    of_field = match and (match["name"] is None or match["name"] == about.wire)
    if match and of_field and not _THING.search(text[: match.end()]):
        # What else the sentence says ("and 5 is returned by default") stays to be read.
        return [_hit(said, about, match.end())]
    if _ALONE.search(text) or (_TAGGED.search(text) and not re.search(r"\bsee\b", text, re.I)):
        return [_hit(said, about, len(text))]
    return []


def _hit(said: Said, about: About, end: int) -> Hit:
    rule = Deprecated(text=said.quote, **common(said, about, target="value"))
    return Hit(0, end, (rule,), subject=True)
