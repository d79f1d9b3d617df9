"""A list whose items say which values there are in one case each: all of them are values."""

from __future__ import annotations

import re

from gen.rules.listed import LISTED, items_of
from gen.rules.said import Said

# "Large lamps: **a** and **b**" — "For a large lamp, the value can be **a** or **b**."
_CASE = re.compile(
    r"(?:(?P<when>(?:for|in|if|when) [^‹›:]{2,80}?, (?:the )?(?:value|it|this parameter|valid values?|options?) (?:can be|can only be|must be|is|are|include)(?: set to)?)"
    rf"|[A-Z][A-Za-z /-]{{2,40}}:)\s*{LISTED}\s*[.;]?",
    re.I | re.S,
)
CONDITIONAL = "the docs tell the values case by case"
"""Reason of advice for a list whose items are sentences with a condition each."""
# A word that stands for no case: "Default: **a**"
_NO_CASE = re.compile(r"(?:default|example|note|minimum|maximum|format|unit|constraint)", re.I)


def by_cases(said: Said) -> tuple[list[str], str]:
    """The values of all cases, each once, where every item of the list is one; and why they are only advice."""
    found: list[str] = []
    reason = ""
    for member in said.members:
        match = _CASE.fullmatch(member.text.strip())
        if match is None or _NO_CASE.match(member.text) or len(member.rest) > 1:
            return [], ""
        found += items_of(match["items"])
        reason = reason or (CONDITIONAL if match["when"] else "")
    return (list(dict.fromkeys(found)) if len(said.members) > 1 else []), reason
