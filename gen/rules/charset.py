"""Charset: which characters a value may hold, begin and end with.

The classes are read wide (see :mod:`gen.rules.classes`); "must contain digits" demands
something and is not about what is allowed, see :mod:`gen.rules.variety`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gen.model import CharSet, Length
from gen.rules import classes, edges, forbidden
from gen.rules.about import About
from gen.rules.forbidden import STOP, charset_hit
from gen.rules.numbers import AMOUNT, NUMBER, SPAN, ends, number
from gen.rules.said import Hit, Said, common

# "can contain only letters, digits, …" — "consists of …" — "including letters and digits"
_HOLDS = re.compile(
    r"(?P<head>(?<!not )(?<!cannot )(?<!n't )(?P<modal>(?:can|may|must|should|could)\s+)?(?P<only>only\s+)?(?:be\s+)?(?P<verb>contains?|consists?(?: only)? of|comprises?|includes?|composed of|made up of|use|allow(?:s|ed)?|supports?)"
    r"(?P<only2>\s+only)?|(?P<verb2>\b(?:containing|consisting of|including|comprising|composed of|allowing|(?<=\ba )(?:character )?string of)(?P<only3>\s+only)?))\s+"
    rf"(?:the following (?:special )?(?:characters|types of characters|character types)?\s*:?\s*)?(?P<list>(?:‹[^‹›]*›|\([^)]*\)|UTF-8\b|0\s?-\s?9\b|(?!\b(?:must|at least|types? of|maximum|minimum|up to)\b)[^:\d‹(]|:(?=\s*(?:[^\w\s(]|_)))+?){STOP}",
    re.I,
)
# "Only letters, digits, and hyphens (-) are allowed."
_ONLY = re.compile(
    r"\bonly (?P<list>.+?) (?:are|is|can be) (?:allowed|supported|permitted|accepted|valid|used|contained|included)"
    r"(?: in (?:the|a) (?:character string|value|name|key))?",
    re.I,
)
OPEN = "it names kinds of characters without saying that there are no others"
# "Digits, letters, and hyphens (-) are allowed."
_ALLOWED = re.compile(
    r"^(?P<list>[A-Z](?:\([^()]*\)|[^.:‹()])*?) (?:are|is) (?:allowed|supported|permitted)(?: in (?:the|this) (?:value|name|character string))?(?=\.?$|, (?:and|but) )",
    re.I,
)
_PATHS = frozenset(("path", "url", "uri", "directory", "file"))
# "Allowed characters: …" — "Only the following characters are allowed: …"
_CHARACTERS = (
    r"^(?:the )?(?:(?:only )?(?:the )?following (?:types of )?characters (?:are|can be) (?:allowed|supported|used|contained|entered)(?: in [a-z ]+)?"
    r"|(?:only )?(?:allowed|valid|supported|permitted|available) characters(?: are| include)?|characters (?:allowed|supported)|character set(?: is)?(?=:| is))\s*:?\s*"
)
_CHARACTERS_ARE = re.compile(rf"{_CHARACTERS}(?P<list>[^\s:].+?)\.?$", re.I)
# "Only letters, digits, and the following special characters are allowed: _-!@"
_ONLY_THESE = re.compile(
    r"^only (?P<list>[^:]+?),? and the following (?:special )?characters (?:are|can be) (?:allowed|supported|used|contained)\s*:\s*(?P<signs>.+?)\.?$",
    re.I,
)
# "Letters, digits, and hyphens (-) only."
_LIST_ONLY = re.compile(r"^(?:use )?(?P<list>[A-Z][^.:‹]*?) only\.?$", re.I)
# "Only letters and digits."
_ONLY_LIST = re.compile(r"(?:^|(?<=characters), )only (?P<list>[a-z].+?)\.?$", re.I)
# "a string of 1 to 32 letters, digits, and underscores (_)"
_SO_MANY = re.compile(
    rf"\b(?:string (?:of|with|containing)|contains?|consists? of|includes?|enter|with|must be)\s+(?:(?:a maximum of|up to|at most) (?P<n>{NUMBER})|{SPAN}|(?:(?<=consist of )|(?<=consists of )|(?<=string of )|(?<=which contains )|(?<=must be )|exactly )(?:exactly )?(?P<same>{AMOUNT}))\s+(?P<list>(?!characters?\b|bytes?\b)[A-Za-z](?:[^:\d‹(]|\([^)]*\))+?){STOP}",
    re.I,
)
# "It is a 16-digit number."
_N_DIGITS = re.compile(
    r"\b(?:is|must be|enter) an? (?P<n>\d{1,2})-digit (?:number|(?:[a-z]+ )?code|numeric string|string of numbers)\b",
    re.I,
)
_LISTED_TYPES = re.compile(
    rf"{_CHARACTERS}$|"
    r"\b(?P<modal>can|may|must)?\s*(?P<only>only\s+)?(?:contains?|consists? of|includes?)(?P<only2>\s+only)?(?: the)?(?: following)?(?: (?:character types|characters|types of characters|kinds of characters))?\s*:$",
    re.I,
)


def read(said: Said, about: About) -> list[Hit]:
    """The charsets that one sentence, or the list below it, states."""
    if about.value_kind not in ("string", "any"):
        return []
    listed = [] if forbidden.lists_below(said.text) else _from_members(said, about)
    if listed:
        return listed
    hits = [*forbidden.read(said, about), *edges.read(said, about)]
    listed_all = (
        _CHARACTERS_ARE.match(said.text)
        or _LIST_ONLY.match(said.text)
        or _ONLY_LIST.search(said.text)
    )
    if listed_all and (named := classes.charset(listed_all["list"])):
        hit = charset_hit(said, about, *listed_all.span(), named, "all")
        return [*hits, replace(hit, subject=hit.start == 0)]
    these = _ONLY_THESE.match(said.text)
    signs = classes.charset(these["signs"]) if these else None
    kinds = classes.charset(these["list"]) if these else None
    if these and signs and kinds:
        whole = classes.united({*kinds.classes, *signs.classes}, [kinds.extra, signs.extra])
        hit = charset_hit(said, about, *these.span(), whole, "all")
        return [*hits, replace(hit, subject=True)]
    # "Range: letters, digits" — but "Range: comma (,), semicolon (;)" offers one of them.
    kinds = classes.charset(said.text.rstrip(".")) if said.label == "range" else None
    if (
        kinds
        and len(kinds.classes) + len(kinds.extra) > 1
        and {"letter", "digit"} & {*kinds.classes}
    ):
        hit = charset_hit(said, about, 0, len(said.text), kinds, "all")
        return [*hits, replace(hit, subject=True)]
    digits = _N_DIGITS.search(said.text)
    if digits and about.value_kind == "string" and (size := number(digits["n"])):
        kinds = CharSet(("digit",), "")
        return [*hits, _so_many(said, about, digits.span(), size, size, kinds)]
    if so_many := _counted(said, about):
        return [*hits, so_many]
    only = _ONLY.search(said.text)
    if only and (named := classes.charset(only["list"])):
        hits.append(charset_hit(said, about, only.start(), only.end(), named, "all"))
        return hits
    allowed = _ALLOWED.match(said.text)
    if allowed and (named := classes.charset(allowed["list"])):
        # "… are allowed" beside "an absolute path" leaves out the slash: not said to be all.
        start, end = allowed.span()
        spelt = named.extra and len(named.classes) > 1 and not about.topic & _PATHS
        reason = "" if spelt else OPEN
        return [*hits, charset_hit(said, about, start, end, named, "all", reason)]
    for match in _HOLDS.finditer(said.text):
        if any(hit.start < match.end() and match.start() < hit.end for hit in hits):
            continue
        alone = re.search(r"\s+only$", match["list"], re.I)
        named = classes.charset(match["list"][: alone.start()] if alone else match["list"])
        if named is None or (
            match["modal"]
            and match["modal"].strip().lower() in ("must", "should")
            and not _says_only(match)
        ):
            continue
        hits.append(
            charset_hit(
                said,
                about,
                match.start(),
                match.end(),
                named,
                "all",
                "" if alone else _not_closed(match, named, said),
            )
        )
    return hits


def _counted(said: Said, about: About) -> Hit | None:
    """ "contains 1 to 32 letters and digits": how many, and that there are no others."""
    match = _SO_MANY.search(said.text)
    named = classes.charset(match["list"]) if match else None
    if match is None or named is None or about.value_kind != "string":
        return None
    low, high = (None, number(match["n"])) if match["n"] else ends(match) or (None, None)
    if match["same"]:
        low = high = number(match["same"])
    if high is None:
        return None
    if named == CharSet(("any-letter",)):
        # "up to 64 Chinese characters" tells how many of the widest, not that there are no others.
        size = Length(maximum=int(high), **common(said, about))
        return Hit(*match.span(), (size,))
    reason = OPEN if re.search(r"\bsuch as\b|\betc\b", said.full or said.text) else ""
    return _so_many(said, about, match.span(), low, high, named, reason)


def _so_many(
    said: Said,
    about: About,
    span: tuple[int, int],
    low: float | None,
    high: float,
    named: CharSet,
    reason: str = "",
) -> Hit:
    """Both the length and the characters, at ``span`` of the sentence. A ``reason`` is the characters'."""
    size = Length(
        minimum=None if low is None else int(low), maximum=int(high), **common(said, about)
    )
    return Hit(*span, (size, *charset_hit(said, about, *span, named, "all", reason).rules))


def _says_only(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return bool(
        groups.get("only")
        or groups.get("only2")
        or groups.get("only3")
        or re.search("consist|compos|made up|string of", match[0], re.I)
    )


def _not_closed(match: re.Match[str], named: CharSet, said: Said) -> str:
    if not named.classes and not _says_only(match):
        # "can contain the following special characters": besides others.
        return OPEN
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
    return OPEN


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
        signs = re.fullmatch(r"special characters?\s*:\s*(?P<signs>[^A-Za-z0-9‹›]+)", text, re.I)
        named = (
            CharSet((), signs["signs"].replace(" ", ""))
            if signs
            else classes.charset(
                re.sub(r"^special characters?\s*:\s*(?=[a-z])", "", text, flags=re.I)
            )
        )
        if named is None:
            return []
        total_classes.update(named.classes)
        extra.update(named.extra)
    whole = classes.united(total_classes, extra)
    hit = charset_hit(said, about, match.start(), match.end(), whole, "all")
    return [Hit(hit.start, hit.end, hit.rules, members=True)]
