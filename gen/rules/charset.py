"""Charset: which characters a value may hold, begin and end with.

The classes are read wide (see :mod:`gen.rules.classes`); "must contain digits" demands
something and is not about what is allowed, see :mod:`gen.rules.variety`.
"""

from __future__ import annotations

import re
from typing import Literal

from gen.model import CharSet, Charset
from gen.rules import classes
from gen.rules.about import About
from gen.rules.said import Hit, Said, common

Where = Literal["all", "first", "last", "none", "not-first", "not-last"]

_STOP = r"(?=\s*(?:$|\.\s*$|,?\s+(?:and|but|or)?\s*(?:(?:it\s+)?(?:cannot|must|can|should|may|starts?|starting|ends?|ending|is|are)\b)|,?\s+which\b|,?\s+in length\b))"
# "can contain only letters, digits, …" — "consists of …" — "including letters and digits"
_HOLDS = re.compile(
    r"(?P<head>(?<!not )(?<!cannot )(?<!n't )(?P<modal>(?:can|may|must|should|could)\s+)?(?P<only>only\s+)?(?:be\s+)?(?P<verb>contains?|consists? of|comprises?|includes?|composed of|made up of|use|allowed?)"
    r"(?P<only2>\s+only)?|(?P<verb2>\b(?:containing|consisting of|including|comprising|composed of|allowing)(?P<only3>\s+only)?))\s+"
    rf"(?:the following (?:special )?(?:characters|types of characters|character types)?\s*:?\s*)?(?P<list>(?:‹[^‹›]*›|\([^)]*\)|(?!\b(?:must|at least|types? of|maximum|minimum|up to)\b)[^:\d‹(]|:(?=\s*[)›‹_.=+@/;,-]))+?){_STOP}",
    re.I,
)
# "Only letters, digits, and hyphens (-) are allowed."
_ONLY = re.compile(
    r"\bonly (?P<list>.+?) (?:are|is|can be) (?:allowed|supported|permitted|accepted|valid|used|contained|included)"
    r"(?: in (?:the|a) (?:character string|value|name|key))?",
    re.I,
)
# "starts with a letter", "starting and ending with a letter or digit"
_EDGE = re.compile(
    r"\b(?P<not>(?:cannot|can not|must not|may not|should not|not|neither)\s+)?(?:(?:must|can|should|may|only)\s+)*"
    r"(?P<verb>(?:start|begin)(?:s|ing|ning)?(?P<both>\s+(?:and|or|nor)\s+end(?:s|ing)?)?|end(?:s|ing)?)\s+"
    r"(?:only\s+)?with\s+(?P<list>(?:an?\s+|the\s+)?.+?)(?=\s*(?:$|\.\s*$|,?\s+(?:and|but|or)\s+(?:(?:it\s+)?(?:cannot|must|can|should|may|not|end|ending|start|consists?|contains?|includes?)\b)|,\s*(?:and |but )?(?:can|cannot|must|consist|contain|includ|ends?|ending|starts?)))",
    re.I,
)
# "cannot contain angle brackets (< or >)"
_NONE = re.compile(
    r"\b(?:cannot|can not|can't|must not|may not|should not|does not|do not) (?:contain|include|have|use|support|allow)s?\s+(?:any of )?(?:the following (?:special )?characters\s*:?\s*)?(?P<list>.+?)"
    + _STOP, re.I,
)  # fmt: skip
_LISTED_TYPES = re.compile(
    r"\b(?P<modal>can|may|must)?\s*(?P<only>only\s+)?(?:contains?|consists? of|includes?)(?P<only2>\s+only)?(?: the)? (?:following )?(?:character types|characters|types of characters|kinds of characters)?\s*:$",
    re.I,
)


def read(said: Said, about: About) -> list[Hit]:
    """The charsets that one sentence, or the list below it, states."""
    if about.value_kind not in ("string", "any"):
        return []
    listed = _from_members(said, about)
    if listed:
        return listed
    hits = [*_none(said, about), *_edges(said, about)]
    only = _ONLY.search(said.text)
    if only and (named := classes.charset(only["list"])):
        hits.append(_hit(said, about, only.start(), only.end(), named, "all"))
        return hits
    for match in _HOLDS.finditer(said.text):
        if any(hit.start < match.end() and match.start() < hit.end for hit in hits):
            continue
        named = classes.charset(match["list"])
        if named is None or (
            match["modal"]
            and match["modal"].strip().lower() in ("must", "should")
            and not _says_only(match)
        ):
            continue
        hits.append(
            _hit(
                said,
                about,
                match.start(),
                match.end(),
                named,
                "all",
                _not_closed(match, named, said),
            )
        )
    return hits


def _says_only(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return bool(
        groups.get("only")
        or groups.get("only2")
        or groups.get("only3")
        or re.search("consist|compos|made up", match[0], re.I)
    )


def _not_closed(match: re.Match[str], named: CharSet, said: Said) -> str:
    if _says_only(match) or len(named.classes) + len(named.extra) > 1:
        if re.search(r"\b(?:such as|etc)\b", said.full or said.text, re.I):
            return "the list of characters is not closed"
        if (
            _says_only(match)
            or named.extra
            or "any-special" in named.classes
            or "any-letter" in named.classes
        ):
            return ""
    return "it names kinds of characters without saying that there are no others"


def _none(said: Said, about: About) -> list[Hit]:
    hits = [*_not_allowed(said, about)]
    for match in _NONE.finditer(said.text):
        if re.match(r"only\b", match["list"], re.I):
            continue
        text = re.sub(r"^(?:leading or trailing|consecutive)\b.*", "", match["list"])
        bare = _CONTROLS.sub("", text)
        controls = _CONTROL_CHARACTERS if bare != text else ""
        text = re.sub(
            r"^(?:or |and |any of )*(?:the )?(?:following )?(?:special )?characters?\s*:\s*|\b(?:or|and) the following(?: special)? characters:?\s*",
            "",
            bare,
            flags=re.I,
        )
        signs = _listed_signs(text) + controls if text.strip() else controls
        named = CharSet((), signs) if signs else classes.charset(text) if text else None
        if named and not set(named.classes) - {
            "space",
            "digit",
            "upper",
            "lower",
            "letter",
            "any-special",
        }:
            reason = (
                "" if "any-special" not in named.classes else "the docs do not list the characters"
            )
            hits.append(_hit(said, about, match.start(), match.end(), named, "none", reason))
    return hits


# "non-printable ASCII characters (0-31)"
_CONTROLS = re.compile(
    r"\b(?:(?:non-?printable|control) )*ASCII(?: (?:control |non-?printable )?(?:characters?|codes?))?(?: from)? ?\((?:0|00)\s?(?:-|to)\s?31\)(?:,| and| or)?\s*",
    re.I,
)
_CONTROL_CHARACTERS = "".join(map(chr, range(32)))
# "Carriage returns and angle brackets (< >) are not allowed."
_NOT_ALLOWED = re.compile(
    r"^(?:the )?(?P<list>[^.:‹]+?) (?:are|is) not (?:allowed|supported|permitted)(?: in (?:the|this) (?:value|name|description|field))?\.?$",
    re.I,
)


def _not_allowed(said: Said, about: About) -> list[Hit]:
    match = _NOT_ALLOWED.match(said.text)
    named = classes.charset(match["list"]) if match else None
    if match is None or named is None or "any-special" in named.classes:
        return []
    hit = _hit(said, about, match.start(), match.end(), named, "none")
    return [Hit(hit.start, hit.end, hit.rules, subject=True)]


def _listed_signs(text: str) -> str:
    """The characters of a bracket or mark that lists them: only these are surely forbidden."""
    if re.search(
        r"[A-Za-z]{2,}",
        re.sub(
            r"\([^()]*(?:\)(?=[^,\s.]))?[^()]*\)|‹[^‹›]*›|\b(?:and|or|any|the|following|special|characters?|angle|brackets?|left|right|signs?|quotation|marks?|equal|asterisks?|commas?|slash(?:es)?|backslash(?:es)?|vertical|bars?|single|double|spaces?|question|exclamation|less|greater|than|hyphens?|underscores?|colons?|semicolons?|ampersands?|percent|number|pound|dollar|at|plus|periods?)\b",
            "",
            text,
            flags=re.I,
        ),
    ):
        return ""
    text = text.strip().removeprefix(":").strip()
    inside = re.findall(r"\((.*?)\)(?=\s*(?:,|$|and\b|or\b|\.))|‹([^‹›]*)›", text)
    found = "".join(re.sub(r"\b(?:or|and)\b", " ", left or right) for left, right in inside)
    if not inside:
        found = text if not re.search(r"[A-Za-z]", text) else ""
    if re.search(r"\w", found):
        return ""
    return "".join(
        sorted(
            {
                char
                for char in found
                if not char.isspace() and (char != "," or re.search(r"commas?|,,", text))
            }
        )
    )


# "cannot start with **sys-**": a string, not a character.
_STRINGS = re.compile(r"‹(?:[^‹›]{2,}|\w)›|\"[^\"]{2,}\"|\bCIDR\b")


_LAST: tuple[Where, Where] = ("last", "not-last")


def _edges(said: Said, about: About) -> list[Hit]:
    hits: list[Hit] = []
    refused = False
    for match in _EDGE.finditer(said.text):
        # "cannot start with a period or end with a hyphen": the second edge is refused, too.
        gap = said.text[hits[-1].end if hits else 0 : match.start()]
        refused = bool(match["not"]) or (
            refused and bool(re.fullmatch(r"\s*,?\s*(?:or|nor)\s*", gap))
        )
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


def _from_members(said: Said, about: About) -> list[Hit]:
    match = _LISTED_TYPES.search(said.text) if said.members else None
    if not match or (
        (match["modal"] or "").lower() == "must" and not (match["only"] or match["only2"])
    ):
        return []
    total_classes: set[str] = set()
    extra: set[str] = set()
    for member in said.members:
        text = re.sub(r",?\s+including\s+", ", ", member.text)
        if "," in text and re.match(r"special characters\s*,", text, re.I):
            text = text.partition(",")[2]
        signs = re.fullmatch(r"special characters?\s*:\s*(?P<signs>[^\w‹›]+)", text, re.I)
        named = CharSet((), signs["signs"].replace(" ", "")) if signs else classes.charset(text)
        if named is None:
            return []
        total_classes.update(named.classes)
        extra.update(named.extra)
    whole = classes.united(total_classes, extra)
    hit = _hit(said, about, match.start(), match.end(), whole, "all")
    return [Hit(hit.start, hit.end, hit.rules, members=True)]


def _hit(
    said: Said, about: About, start: int, end: int, named: CharSet, where: Where, reason: str = ""
) -> Hit:
    if about.value_kind == "any":
        reason = reason or "the docs do not say of which type the value is"
    rule = Charset(allowed=named, where=where, **common(said, about, reason=reason))
    return Hit(start, end, (rule,))
