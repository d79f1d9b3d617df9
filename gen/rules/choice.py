"""Choice: the value is one of those the docs list.

A list is a choice where the docs say that it is: "can be", "options", a heading
(Range, Enumeration values), an intro that ends in "as follows". Items that only
explain words ("**x** indicates …") are advice at most.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gen.rules import bare, classes
from gen.rules.about import About, definition, is_nothing, stems
from gen.rules.cases import by_cases
from gen.rules.chosen import EXPLAINED, MIXED, ONE_VALUE, made
from gen.rules.listed import BARE_LIST, LISTED, ONE, is_word, items_bare, items_of
from gen.rules.marked import unmarked
from gen.rules.numbers import UNIT
from gen.rules.offers import (
    DEFINED_AS,
    FOLLOWING_NOUN,
    INCLUDED_NOUN,
    NOUN_LIST,
    ONLY_SUPPORTED,
    OPTIONS,
    PATTERNS,
    SELECTED,
    SLASHED,
    STATED,
    TOLD_TO_SET,
    introduces,
    is_headed,
)
from gen.rules.said import Hit, Said
from gen.rules.segments import Member, label_of

_MEMBER = re.compile(
    rf"(?:{OPTIONS}|value\s+)?(?P<items>{ONE}(?:\s*(?:,|/|\bor\b|\band\b)\s*{ONE})*)\s*"
    r"(?P<end>$|[:;,.(（-]|–|—|\b(?:indicates?|means?|specifies|represents|stands|refers|for|is|are)\b)(?P<meaning>.*)",
    re.S | re.I,
)
_EXPLAINED = re.compile(r"(?P<bare>[A-Za-z0-9](?:[\w.+/-]*\w)?)\s*(?::|：)\s+(?P<meaning>.+)", re.S)
# "The value is **a** and cannot be changed." — "The value can be **a** only."
_AFTER = re.compile(
    r"(?: only\b(?! (?:when|if|in|for|with)\b)| and cannot be (?P<fixed>changed|modified)\b)?", re.I
)
# "**a**, **b**, or the number of a protocol"
_OR_ANY = re.compile(r"\s*,?\s*(?:or|and) (?:the|an?|any|other|some|your) (?!default\b)[a-z]", re.I)
# "It should be 36 bytes": so much of something is no value.
_COUNTED = re.compile(
    r"[ -](?!(?:and|or|only|currently|now|by|in|when|if|for|at|to|indicat\w+|mean\w*|which|where)\b)[A-Za-z]",
    re.I,
)
_TOKEN = re.compile(
    r"(?P<bare>[A-Z][A-Z0-9_]*(?: [A-Z][A-Z0-9_]*)+|[A-Z][A-Za-z]* v?\d[\w.-]*|[A-Za-z0-9](?:[\w.+/:-]*[\w+])?)\s*(?:[.;,]|\([^()]*\)[.;]?)?$"
)


def _unit_ends(text: str, match: re.Match[str]) -> bool:
    """ "2, 3, or 4 hours": whether a unit is all that follows."""
    return re.match(rf"{UNIT}(?=\s*(?:[.,;]|$))", text[match.end() :], re.I) is not None


def read(said: Said, about: About) -> list[Hit]:
    """The choices that one sentence, or its list, states."""
    if about.value_kind in ("object", "array", "file"):
        return []
    found = _from_members(said, about)
    if found and any(rule.certainty == "hard" for hit in found for rule in hit.rules):
        return found
    stated = _from_text(said, about)
    if found and stated and any(rule.certainty == "hard" for hit in stated for rule in hit.rules):
        # The sentence says it; the list below only explains.
        return [replace(hit, members=True) for hit in stated]
    return found or stated


def _from_text(said: Said, about: About) -> list[Hit]:
    text = said.text
    if said.label in ("enum", "range", "constraints") or said.label == "":
        whole = _whole_list(said, about)
        if whole:
            return whole
    for pattern, minimum in PATTERNS:
        match = pattern.search(text)
        if pattern is NOUN_LIST and about.kind != "array" and re.search(r"[^s]s$", about.wire):
            # "Supported fields: …" of a string ``fields``: it may well name several.
            continue
        if pattern is INCLUDED_NOUN and match and stems(match["noun"]) != about.names:
            continue
        if pattern is TOLD_TO_SET and not pattern.match(said.full):
            # "To view all of them, set this parameter to **a**." is a piece of advice.
            continue
        if not match or (
            pattern in (NOUN_LIST, FOLLOWING_NOUN) and not _is_the_noun(match["noun"], said, about)
        ):
            continue
        items = items_of(match["items"])
        if pattern is DEFINED_AS and not re.search(r"\bor\b|/|\|", match["items"]):
            continue
        counted = items[-1].lstrip("-").isdigit() and _COUNTED.match(text[match.end() :])
        if counted and not (len(items) > 1 and about.kind == "integer" and _unit_ends(text, match)):
            continue
        if pattern in (SELECTED, DEFINED_AS, ONLY_SUPPORTED) and set(items) & set(about.siblings):
            # "Only **size** is valid." names another field.
            continue
        after = _AFTER.match(text[match.end() :])
        exclusive = len(items) > 1 or re.search(
            r"\bonly\b|\bfixed\b|\b(?:valid|allowed|supported|permitted|available|possible) (?:value|option) is\b|\bmust\b|\balways\b|\bconsistently\b|\bshould\b|\bhas to\b|^set |\bother than\b|\bconstant\b|\bcannot be (?:changed|modified)\b",
            text[: match.end()] + (after[0] if after else ""),
            re.I,
        )
        if _OR_ANY.match(text[match.end() :]):
            return made(said, about, items, match.start(), match.end(), "the list is not closed")
        if minimum > len(items) or (not exclusive and pattern is STATED):
            continue
        reason = "" if exclusive else ONE_VALUE
        return made(said, about, items, match.start(), match.end(), reason)
    slashed = SLASHED.search(text)
    if slashed:
        items = re.split(r"\s/\s", slashed["bare"])
        coined = any(re.search(r"[_\d]|^[A-Z]+$", item) for item in items)
        reason = "" if coined else bare.UNMARKED
        return made(said, about, items, slashed.start(), slashed.end(), reason)
    return bare.read(said, about)


def _is_the_noun(noun: str, said: Said, about: About) -> bool:
    named = stems(noun) - {"mode", "type", "option", "state"}
    # Where the sentence is all there is, what it offers does not tell what the field is.
    alone = unmarked(said.full or said.text).startswith(definition(about.field.description))
    return named <= (about.names if alone else about.topic)


# "Options: **60**, **300**, in seconds."
_IN_UNIT = re.compile(
    r",? (?:in|measured in) (?:milliseconds|seconds|minutes|hours|days|[KMGT]i?B)$", re.I
)


def _whole_list(said: Said, about: About) -> list[Hit]:
    if said.label not in ("enum", "range") or is_nothing(said.text):
        return []
    text = _IN_UNIT.sub("", said.text.rstrip(". "))
    if not re.search(r"[‹\d]", text) and classes.charset(text):
        # "Range: letters, digits" tells of characters.
        return []
    enclosed = re.fullmatch(r"[\[{(](?P<inside>[^\[\]{}()]+)[\])}]", text)
    text = enclosed["inside"].strip() if enclosed else text
    match = re.fullmatch(
        rf"{LISTED}(?:,? (?:which )?(?:indicat|mean)\w* [^‹]*)?", text, re.I | re.S
    )
    if match:
        items = items_of(match["items"])
        if len(items) == 1 and said.label == "range" and not re.search(r"‹", text):
            return []
        # "**0** indicates none", "1: not active", an item of a list: the others stand elsewhere.
        alone = re.fullmatch(r"‹[^‹›]+›(?:, (?:which|indicat|mean)[^‹]*)?", text) and not (
            said.member and not said.heading
        )
        reason = "" if len(items) > 1 or alone or text.isalnum() else MIXED
        return made(said, about, items, 0, len(said.text), reason)
    listed = re.fullmatch(BARE_LIST, text)
    items = bare.apart(text) or (items_bare(listed["bare"]) if listed else [])
    if items and all(" " not in item for item in items):
        return made(said, about, items, 0, len(said.text), "")
    offered = (
        said.label == "enum" or re.search(r"\boptions?$", said.heading, re.I) or text.isupper()
    )
    if offered and _TOKEN.fullmatch(text) and (said.label == "enum" or is_word(text)):
        return made(said, about, [text], 0, len(said.text), "")
    return []


def _from_members(said: Said, about: About) -> list[Hit]:
    if not said.members:
        return []
    introduced = introduces(said, about)
    cases, why = by_cases(said) if introduced else ([], "")
    if cases:
        return made(said, about, cases, 0, len(said.text), why)
    items: list[str] = []
    meanings: list[str] = []
    for member in said.members:
        read_member = _member(member, bare=said.label in ("enum", "range") or introduced)
        if read_member is None:
            return []
        names, meaning = read_member
        items += names
        meanings += [meaning] * len(names)
    if not items:
        return []
    marks = [member.text.lstrip().startswith("‹") for member in said.members]
    if any(marks) and any(
        not mark and _EXPLAINED.fullmatch(member.text.strip())
        for mark, member in zip(marks, said.members, strict=True)
    ):
        # "Custom: so many days" among marked values describes others.
        return made(said, about, items, 0, 0, MIXED)
    reason = "" if introduced else EXPLAINED
    headed = said.label in ("enum", "range") or is_headed(said.text)
    alone = len(items) == 1 and not headed
    if introduced and alone and not re.search(r"\bonly\b", said.text, re.I):
        reason = ONE_VALUE
    hits = made(said, about, items, 0, len(said.text), reason, tuple(meanings))
    return [Hit(hit.start, hit.end, hit.rules, members=True, subject=True) for hit in hits]


def _member(member: Member, *, bare: bool) -> tuple[list[str], str] | None:
    text = member.text.strip()
    if _OPEN_VALUE.match(text):
        return None
    told = _IF_VALUE.match(text) if bare else None
    if told:
        return [told["item"] or told["item2"] or told["item3"]], unmarked(told["meaning"])
    match = _MEMBER.match(text)
    if match and (match["end"] or not match["meaning"]):
        if match["end"].lower() in ("is", "are", "for"):
            return None
        return items_of(match["items"]), unmarked(match["meaning"]).strip(" :.()-–—")
    if re.match(r"(?:an )?empty string\b", text, re.I):
        return [""], text.partition(":")[2].strip()
    if bare:
        token = _TOKEN.fullmatch(text)
        if token:
            return [token["bare"].rstrip(".")], ""
        if apart := _COMMA.fullmatch(text):
            return [apart["bare"]], apart["meaning"]
        told = _EXPLAINED.fullmatch(text)
        # "allow: …" under "Range"; "Format: …" and "IPv4: 1 to 32" are parts, no members.
        if told and label_of(told["bare"]) is None and not _DEMANDS.search(told["meaning"]):
            return [told["bare"]], unmarked(told["meaning"]).strip(" :.")
    return None


# "DistCp, importing and exporting data"
_COMMA = re.compile(r"(?P<bare>[A-Z]\w*), (?P<meaning>[a-z]{2,} [^,]+)")
# "**prefix:**⟨name⟩": what follows is up to whoever names it.
_OPEN_VALUE = re.compile(r"‹[^‹›]*›[:/_-]?⟨")
# "If the value is **a**, the first is used." under "Value:"
# "The value **a** indicates the first."
_IF_VALUE = re.compile(
    r"(?:(?:if|when) (?:the value|it|this (?:parameter|field)) is (?:set to )?‹(?P<item>[^‹›]+)›,\s*|the value ‹(?P<item2>[^‹›]+)› (?:indicates|means)\s+|[A-Z][^:‹]{2,40}: (?:the )?value is ‹(?P<item3>[^‹›]+)›)(?P<meaning>.*)",
    re.I | re.S,
)
_DEMANDS = re.compile(
    r"\b(?:ranges?|from \d|\d+ (?:to|-) \d|\d+-\d|characters?|must|cannot|can contain|the default is|string|indicates the)\b",
    re.I,
)
