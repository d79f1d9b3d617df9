"""Charset of what a value may *not* hold: "cannot contain angle brackets (< or >)"."""

from __future__ import annotations

import re
from typing import Literal

from gen.model import CharSet, Charset
from gen.rules import classes
from gen.rules.about import About
from gen.rules.marked import unmarked
from gen.rules.said import Hit, Said, common

Where = Literal["all", "first", "last", "none", "not-first", "not-last"]

STOP = r"(?=\s*(?:$|\.\s*$|,?\s+(?:and|but|or)?\s*(?:(?:it\s+)?(?:cannot|must|can|should|may|starts?|starting|ends?|ending|is|are)\b)|,?\s+(?:which|whose)\b|,?\s+and its\b|,?\s+in length\b))"
"""Where a list of kinds of characters ends."""

# "cannot contain angle brackets (< or >)"
_NONE = re.compile(
    r"\b(?:cannot|can not|can't|must not|may not|should not|does not|do not) (?:(?:be (?:left )?(?:empty|blank|null)|(?:start|begin|end)[^,.;:‹]{1,40}),? or )?(?P<what>contain|include|have|use|support|allow)s?\s+(?:any of )?(?:the following (?:special )?characters\s*:?\s*)?(?P<list>.+?)"
    + STOP, re.I,
)  # fmt: skip


# "carriage returns or the following special characters: <>"
_AND_THESE = re.compile(
    r"(?P<kinds>[a-z][^:]*?),?\s*(?:or|and|or any of) the following(?: special)? characters:\s*(?P<signs>\S.*)$",
    re.I,
)


def read(said: Said, about: About) -> list[Hit]:
    """The characters that one sentence forbids."""
    if lists_below(said.text):
        return _listed_below(said, about)
    hits = [*_not_allowed(said, about)]
    for match in _NONE.finditer(said.text):
        if re.match(r"only\b", match["list"], re.I):
            continue
        if spared := _EXCEPT.match(match["list"]):
            # What may not be but for some may be those, and no others.
            kept = classes.charset(spared["list"])
            if kept and spared["special"]:
                kept = classes.united({*kept.classes, "any-letter", "digit", "space"}, [kept.extra])
            if kept:
                hits.append(charset_hit(said, about, *match.span(), kept, "all"))
            continue
        both = _AND_THESE.match(match["list"])
        kinds = classes.charset(both["kinds"]) if both else None
        if both and kinds and not {*kinds.classes} - {"space"}:
            given = classes.charset(both["signs"])
            whole = classes.united(kinds.classes, [kinds.extra, given.extra if given else ""])
            end = match.start("list") + both.end()
            if given and not given.classes:
                hits.append(charset_hit(said, about, match.start(), end, whole, "none"))
                continue
        text = re.sub(r"^(?:leading or trailing|consecutive)\b.*", "", match["list"])
        bare = _CONTROLS.sub("", text)
        controls = _CONTROL_CHARACTERS if bare != text else ""
        text = re.sub(
            r"^(?:or |and |any of )*(?:the )?(?:following )?(?:special )?characters?(?:\s*:\s*|\s+(?=[^\w\s(‹]))|\b(?:or|and) the following(?: special)? characters:?\s*",
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
            # "cannot be left blank | or contain …": the first half is another family's.
            start = (
                match.start("what")
                if " or " in match[0][: match.start("what") - match.start()]
                else match.start()
            )
            hits.append(charset_hit(said, about, start, match.end(), named, "none", reason))
    return hits


# "characters except letters and digits" — "special characters other than hyphens (-)"
_EXCEPT = re.compile(
    r"(?:any |other )?(?P<special>special )?characters? (?:except(?: for)?|other than|excluding) (?P<list>.+)",
    re.I | re.S,
)
# "non-printable ASCII characters (0-31)"
_CONTROLS = re.compile(
    r"\b(?:(?:non-?printable|control) )*ASCII(?: (?:control |non-?printable )?(?:characters?|codes?))?(?: from)? ?\((?:0|00)\s?(?:-|to)\s?31\)(?:,| and| or)?\s*",
    re.I,
)
_CONTROL_CHARACTERS = "".join(map(chr, range(32)))
# "It cannot contain the following characters:" and a list
_THESE = re.compile(
    r"\b(?:cannot|can not|can't|must not|may not|should not|does not|do not) (?:contain|include|have|use)s? (?:any of )?the following(?: special)? characters:?$",
    re.I,
)


def lists_below(text: str) -> bool:
    """Whether a sentence forbids what the list below it holds."""
    return _THESE.search(text) is not None


def _listed_below(said: Said, about: About) -> list[Hit]:
    match = _THESE.search(said.text)
    extra: set[str] = set()
    for member in said.members:
        bare = _CONTROLS.sub("", member.text)
        if bare != member.text:
            extra.update(_CONTROL_CHARACTERS)
        if not bare.strip(" .;"):
            continue
        signs = _listed_signs(
            re.sub(r"^special characters,?(?: including|:)?\s*", "", bare, flags=re.I)
        )
        named = CharSet((), signs) if signs else classes.charset(bare)
        if named is None or set(named.classes) - {"space"}:
            return []
        extra.update(named.extra + " " * ("space" in named.classes))
    if match is None or not extra:
        return []
    hit = charset_hit(said, about, *match.span(), classes.united((), extra), "none")
    return [Hit(hit.start, hit.end, hit.rules, members=True)]


# "Carriage returns and angle brackets (< >) are not allowed."
_NOT_ALLOWED = re.compile(
    r"^(?:the )?(?P<list>[^.:‹]+?) (?:are|is) not (?:allowed|supported|permitted)(?: in (?:the|this) (?:value|name|description|field))?\.?$",
    re.I,
)

# "The following special characters are not allowed: !<>="
_NOT_THESE = re.compile(
    r"^(?:(?P<kinds>[A-Z][^:‹]*?),? and )?(?:the )?following (?:special )?characters (?:are|is) not (?:allowed|supported|permitted)(?: in [a-z ]+?)?\s*:\s*(?P<list>.+?)\.?$",
    re.I,
)


def _not_allowed(said: Said, about: About) -> list[Hit]:
    these = _NOT_THESE.match(said.text)
    if these:
        signs = _listed_signs(these["list"])
        named = CharSet((), signs) if signs else classes.charset(these["list"])
        if these["kinds"] and named:
            kinds = classes.charset(these["kinds"])
            named = kinds and classes.united(
                {*kinds.classes, *named.classes}, [kinds.extra, named.extra]
            )
        if named is None or {"any-special", "any-letter"} & {*named.classes}:
            return []
        hit = charset_hit(said, about, *these.span(), named, "none")
        return [Hit(hit.start, hit.end, hit.rules, subject=True)]
    match = _NOT_ALLOWED.match(said.text)
    named = classes.charset(match["list"]) if match else None
    if match is None or named is None or "any-special" in named.classes:
        return []
    if "space" not in match["list"]:
        # "(< >)": the blank stands between two signs.
        named = CharSet(named.classes, named.extra.replace(" ", ""))
    hit = charset_hit(said, about, match.start(), match.end(), named, "none")
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
    text = re.sub(r"^:\s+", "", text.strip())
    inside = re.findall(r"\((.*?)\)(?=\s*(?:,|$|and\b|or\b|\.))|‹([^‹›]*)›", text)
    found = "".join(
        re.sub(r"\b(?:or|and)\b", " ", unmarked(left or right)) for left, right in inside
    )
    if not inside:
        found = text if not re.search(r"[A-Za-z]", text) else ""
    if re.search(r"\w", found):
        return ""
    # In "=*<>,|" the comma is a sign, in "<, >" it is none.
    listed = bool(re.search(r"\S,\s|\s,", found.strip()))
    return "".join(
        sorted(
            {
                char
                for char in found
                if not char.isspace()
                and (char != "," or not listed or re.search(r"commas?|,,", text))
            }
        )
    )


def charset_hit(
    said: Said, about: About, start: int, end: int, named: CharSet, where: Where, reason: str = ""
) -> Hit:
    """A charset at ``start`` to ``end`` of the sentence."""
    if about.value_kind == "any":
        reason = reason or "the docs do not say of which type the value is"
    rule = Charset(allowed=named, where=where, **common(said, about, reason=reason))
    return Hit(start, end, (rule,))
