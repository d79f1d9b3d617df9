"""Variety: "at least three types of the following: …", as passwords have to have."""

from __future__ import annotations

import re

from gen.model import CharSet, Variety
from gen.rules import classes, secret
from gen.rules.about import About
from gen.rules.numbers import AMOUNT, number
from gen.rules.said import Hit, Said, common

# "must contain at least three types of the following: uppercase letters, …"
_AT_LEAST = re.compile(
    rf"(?:\b(?:must |should |needs? to |has to )?(?:contain|include|be a combination of|consist of|have)s?\s+|(?:^|[;,]\s+|\band )(?=at least \w+ (?:types|kinds) of))(?:at least |a minimum of )(?P<n>{AMOUNT})"
    r"(?: (?:of|types?|kinds?|categories|characters?|the|following|different|four|three|these|classes))*\s*(?::|of the following:?|:)?\s*(?P<list>.*?)"
    r"(?=\.?$|\.\s|,? (?:and|but) (?:(?:it )?(?:must|can|may|should|does|do)(?: ?not)|(?:it )?(?:must|can|may|should|starts?|cannot)\b))",
    re.I,
)
# "Special characters (+-) and spaces, and cannot start with a hyphen"
_FURTHER = re.compile(r",?\s+(?:and|but) (?:it )?(?:cannot|must|can|may|should)\b.*$", re.I | re.S)
# "must contain uppercase letters, lowercase letters, and digits": one of each
_EACH = re.compile(
    r"\b(?:must|should) (?:contain|include) (?!at least (?!one)|only)(?:at least one (?:of each )?)?(?P<list>.+?)(?=\.?$|,? and (?:cannot|must|can)\b)",
    re.I,
)


def read(said: Said, about: About) -> list[Hit]:
    """The varieties that one sentence, or the list below it, demands."""
    if about.value_kind != "string":
        return []
    match = _AT_LEAST.search(said.text)
    if not match:
        return _one_of_each(said, about)
    count = number(match["n"])
    listed = match["list"].strip(" :.")
    if listed:
        groups = _groups(_pieces(listed))
        members = False
    else:
        groups = _groups([_FURTHER.sub("", member.text) for member in said.members])
        members = True
    if not isinstance(count, int) or not groups or not 1 <= count <= len(groups):
        return []
    rule = Variety(minimum=count, groups=groups, **common(said, about))
    return [Hit(match.start(), match.end(), (rule,), members=members)]


def _one_of_each(said: Said, about: About) -> list[Hit]:
    """ "must contain uppercase letters, lowercase letters, and digits" of a password: all of them.

    Of a name the same words are meant to say what it may consist of.
    """
    match = _EACH.search(said.text) if secret.read(about) else None
    groups = _groups(_pieces(match["list"])) if match else ()
    if match is None or len(groups) < 3:
        return []
    rule = Variety(minimum=len(groups), groups=groups, **common(said, about))
    return [Hit(match.start(), match.end(), (rule,))]


def _pieces(text: str) -> list[str]:
    pieces = re.split(r",\s+(?:and\s+|or\s+)?(?![^(]*\))|\s+(?:and|or)\s+(?![^(]*\))", text)
    return [piece for piece in pieces if piece.strip()]


def _groups(pieces: list[str]) -> tuple[CharSet, ...]:
    groups = []
    for piece in pieces:
        text = piece.strip(" .;:")
        named = classes.charset(text)
        if named is None:
            return ()
        groups.append(named)
    return tuple(groups)
