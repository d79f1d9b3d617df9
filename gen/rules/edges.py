"""Charset at the edges: "must start with a letter", "cannot end with a hyphen"."""

from __future__ import annotations

import re

from gen.model import Charset
from gen.rules import classes
from gen.rules.about import About
from gen.rules.forbidden import Where
from gen.rules.said import Hit, Said, common

# "starts with a letter", "starting and ending with a letter or digit"
_EDGE = re.compile(
    r"\b(?P<not>(?:cannot|can not|must not|may not|should not|do not|does not|not|neither)\s+)?(?:(?:must|can|should|may|only)\s+)*"
    r"(?P<verb>(?:start|begin)(?:s|ing|ning)?(?P<both>\s+(?:and|or|nor)\s+end(?:s|ing)?)?|end(?:s|ing)?)\s+"
    r"(?:only\s+)?with\s+(?P<list>(?:an?\s+|the\s+)?.+?)(?=\s*(?:$|\.\s*$|,?\s+(?:and|but|or|nor)\s+(?:(?:it\s+)?(?:is|cannot|must|can|should|may|not|ends?|ending|starts?|starting|consists?|contains?|includes?)\b)|,\s*(?:and |but )?(?:can|cannot|must|consist|contain|includ|ends?|ending|starts?|(?:the|its) (?:default|length|value)\b)))",
    re.I,
)


# "cannot contain blanks or | start with a digit"
_REFUSED_BEFORE = re.compile(
    r"\b(?:cannot|can not|can't|must not|may not|should not|neither)\b(?:(?!\b(?:must|can|may|should|but|and)\b)[^.;:])*,?\s(?:or|nor)\s+(?:be )?$",
    re.I,
)
_INSISTS = re.compile(r"\b(?:must|should|only)\b", re.I)
_NO_NEED = re.compile(r"\b(?:need not|(?:not|n't) (?:have|need) to)\s+$", re.I)
# "cannot start with **sys-**": a string, not a character.
_STRINGS = re.compile(r"‹(?:[^‹›]{2,}|\w)›|\"[^\"]{2,}\"|\bCIDR\b")


# "cannot be changed to one that ends with a dot": a value of later
_RENAMED = re.compile(r"\b(?:changed|renamed|modified|updated) to\b", re.I)
_LAST: tuple[Where, Where] = ("last", "not-last")


# "The first character must be a letter." — "The last character cannot be a hyphen."
_THE_EDGE = re.compile(
    r"^the (?P<edge>first|last) character (?P<verb>must|can only|cannot|must not) be (?:an? )?(?P<list>.+?)\.?$",
    re.I,
)


def _named_edge(said: Said, about: About) -> list[Hit]:
    match = _THE_EDGE.match(said.text)
    if match is None:
        return []
    named = classes.charset(re.sub(r"\b(?:or|and) (?:an?|the) ", "or ", match["list"]))
    first = match["edge"].lower() == "first"
    edge: tuple[Where, Where] = ("first", "not-first") if first else _LAST
    negative = "not" in match["verb"].lower()
    if named is None or (negative and "any-special" in named.classes):
        return []
    rule = Charset(allowed=named, where=edge[negative], **common(said, about))
    return [Hit(*match.span(), (rule,), subject=True)]


def read(said: Said, about: About) -> list[Hit]:
    """What one sentence says of the first and the last character."""
    hits = _named_edge(said, about)
    refused = False
    for match in _EDGE.finditer(said.text):
        # "cannot start with a period or end with a hyphen": the second edge is refused, too.
        gap = said.text[hits[-1].end if hits else 0 : match.start()]
        refused = (
            bool(match["not"])
            or (refused and bool(re.fullmatch(r"\s*,?\s*(?:or|nor)\s*", gap)))
            or bool(_REFUSED_BEFORE.search(said.text[: match.start()]))
        )
        head = said.text[match.start() : match.start("verb")]
        allows = re.search(r"\b(?:can|may)\b", head, re.I) and not _INSISTS.search(head)
        if not refused and (allows or _NO_NEED.search(said.text[: match.start("verb")])):
            # "It can start with a digit." allows, "It need not start with a letter." demands nothing.
            continue
        if _NO_NEED.search(said.text[: match.start("verb")]):
            continue
        if _RENAMED.search(said.text[: match.start()]):
            continue
        if _STRINGS.search(match["list"]):
            refused = False
            continue
        named = classes.charset(
            re.sub(
                r"^(?:an?|the)\s+", "", re.sub(r"\b(?:or|and) (?:an?|the) ", "or ", match["list"])
            )
        )
        if named is None or ("any-special" in named.classes and refused):
            refused = False
            continue
        start = match["verb"].lower().startswith(("start", "begin"))
        negative = refused
        places: list[tuple[Where, Where]] = [("first", "not-first") if start else _LAST]
        if match["both"]:
            places.append(_LAST)
        rules = tuple(
            Charset(allowed=named, where=refusing if negative else demanding, **common(said, about))
            for demanding, refusing in places
        )
        hits.append(Hit(match.start(), match.end(), rules))
    return hits
