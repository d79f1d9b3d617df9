"""Choice: the value is one of those the docs list.

A list is a choice where the docs say that it is: "can be", "options", a heading
(Range, Enumeration values), an intro that ends in "as follows". Items that only
explain words ("**x** indicates …") are advice at most.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gen.model import Choice, Nullable
from gen.rules.about import About, convert, is_nothing, stems
from gen.rules.listed import BARE_LIST, LISTED, ONE, items_bare, items_of
from gen.rules.marked import unmarked
from gen.rules.offers import (
    CAN_BE,
    NOUN_LIST,
    OPTIONS,
    PATTERNS,
    SLASHED,
    STATED,
    TOLD_TO_SET,
    introduces,
)
from gen.rules.said import Hit, Said, common
from gen.rules.segments import Member, label_of

_OPEN_END = re.compile(
    r"\b(?:etc|and so on|and others|or others|\.\.\.|…|other values?)\b|\.\.\.", re.I
)
_MEMBER = re.compile(
    rf"(?:{OPTIONS}|value\s+)?(?P<items>{ONE}(?:\s*(?:,|/|\bor\b|\band\b)\s*{ONE})*)\s*"
    r"(?P<end>$|[:;,.(（-]|–|—|\b(?:indicates?|means?|specifies|represents|stands|refers|for|is|are)\b)(?P<meaning>.*)",
    re.S | re.I,
)
_EXPLAINED = re.compile(r"(?P<bare>[A-Za-z0-9](?:[\w.+/-]*\w)?)\s*(?::|：)\s+(?P<meaning>.+)", re.S)
_TOKEN = re.compile(r"(?P<bare>[A-Za-z0-9](?:[\w.+/:-]*[\w+])?)\s*(?:[.;,]|\([^()]*\)[.;]?)?$")
_PLACEHOLDER = re.compile(
    r"[{}<>*]|x{3,}|\.\.\.|^\d+\s*[-~–]\s*\d+$|^(?:N/A|NA|(?-i:UUID))$|^\^.*\$$", re.I
)
_FOLDED = re.compile(r"\bcase[- ]insensitive|not case[- ]sensitive|case is ignored", re.I)


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
        if pattern is TOLD_TO_SET and not pattern.match(said.full):
            # "To view all of them, set this parameter to **a**." is a piece of advice.
            continue
        if not match or (pattern is NOUN_LIST and not _is_the_noun(match["noun"], about)):
            continue
        items = items_of(match["items"])
        exclusive = len(items) > 1 or re.search(
            r"\bonly\b|\bfixed\b|\bmust\b|\balways\b|\bshould\b|\bhas to\b|^set ",
            match[0] + text[: match.start()],
            re.I,
        )
        if minimum > len(items) or (not exclusive and pattern is STATED):
            continue
        reason = "" if exclusive else "it names one value without saying that there is no other"
        return _made(said, about, items, match.start(), match.end(), reason)
    slashed = SLASHED.search(text)
    if slashed:
        items = re.split(r"\s/\s", slashed["bare"])
        coined = any(re.search(r"[_\d]|^[A-Z]+$", item) for item in items)
        reason = "" if coined else "the values are not marked in the docs"
        return _made(said, about, items, slashed.start(), slashed.end(), reason)
    bare = re.search(CAN_BE + BARE_LIST + r"(?=\s*[.,;]|$)", text, re.I)
    if bare:
        items = items_bare(bare["bare"])
        return _made(
            said, about, items, bare.start(), bare.end(), "the values are not marked in the docs"
        )
    return []


def _is_the_noun(noun: str, about: About) -> bool:
    named = stems(noun) - {"mode", "type", "option", "state"}
    return named <= about.topic


def _whole_list(said: Said, about: About) -> list[Hit]:
    if said.label not in ("enum", "range") or is_nothing(said.text):
        return []
    text = said.text.rstrip(". ")
    match = re.fullmatch(LISTED, text)
    if match:
        items = items_of(match["items"])
        if len(items) == 1 and said.label == "range" and not re.search(r"‹", text):
            return []
        return _made(said, about, items, 0, len(said.text), "")
    bare = re.fullmatch(BARE_LIST, text)
    if bare:
        items = items_bare(bare["bare"])
        if all(" " not in item for item in items):
            return _made(said, about, items, 0, len(said.text), "")
    if said.label == "enum" and _TOKEN.fullmatch(text):
        return _made(said, about, [text], 0, len(said.text), "")
    return []


def _from_members(said: Said, about: About) -> list[Hit]:
    if not said.members:
        return []
    introduced = introduces(said, about)
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
    reason = (
        ""
        if introduced
        else "the docs explain these values without saying that there are no others"
    )
    if introduced and len(items) == 1 and said.label != "enum" and said.label != "range":
        reason = "it names one value without saying that there is no other"
    hits = _made(said, about, items, 0, len(said.text), reason, tuple(meanings))
    return [Hit(hit.start, hit.end, hit.rules, members=True, subject=True) for hit in hits]


def _member(member: Member, *, bare: bool) -> tuple[list[str], str] | None:
    text = member.text.strip()
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
        told = _EXPLAINED.fullmatch(text)
        # "allow: …" under "Range"; "Format: …" and "IPv4: 1 to 32" are parts, no members.
        if told and label_of(told["bare"]) is None and not _DEMANDS.search(told["meaning"]):
            return [told["bare"]], unmarked(told["meaning"]).strip(" :.")
    return None


_DEMANDS = re.compile(
    r"\b(?:ranges?|from \d|\d+ (?:to|-) \d|\d+-\d|characters?|must|cannot|can contain|the default is|string|indicates the)\b",
    re.I,
)


def _made(
    said: Said,
    about: About,
    items: list[str],
    start: int,
    end: int,
    reason: str,
    meanings: tuple[str, ...] = (),
) -> list[Hit]:
    everything = said.full or said.text
    if _OPEN_END.search(everything) or any(_PLACEHOLDER.search(item) for item in items):
        reason = "the list is not closed"
    if _FOLDED.search(everything):
        reason = "the docs do not insist on upper or lower case"
    kept: list[object] = []
    said_meanings: list[str] = []
    rules: list[Choice | Nullable] = []
    for at, item in enumerate(items):
        if (item.lower() in ("null", "none") and about.value_kind != "string") or item == "null":
            rules.append(Nullable(**common(said, about, target="value")))
            continue
        ok, value = convert(
            _unquoted(item), "string" if about.value_kind == "any" else about.value_kind
        )
        if not ok:
            return [Hit(start, end)] if about.value_kind == "boolean" else []
        if not any(value == other and type(value) is type(other) for other in kept):
            kept.append(value)
            said_meanings.append(meanings[at] if at < len(meanings) else "")
    if about.value_kind == "any" and not reason and not all(map(_word, kept)):
        if about.location == "query":
            # On the wire it is text; who calls may well give a number.
            kept, said_meanings = _both_spellings(kept, said_meanings)
        else:
            reason = "the docs do not say of which type the value is"
    if about.value_kind == "boolean" and set(kept) == {True, False}:
        return [Hit(start, end, tuple(rules))]
    if kept:
        rules.append(
            Choice(
                values=tuple(kept),
                meanings=tuple(said_meanings),
                **common(said, about, reason=reason),
            )
        )
    return [Hit(start, end, tuple(rules))]


def _both_spellings(values: list[object], meanings: list[str]) -> tuple[list[object], list[str]]:
    pairs = [
        (spelt, meaning)
        for value, meaning in zip(values, meanings, strict=True)
        for spelt in (value, *([int(str(value))] if re.fullmatch(r"-?\d+", str(value)) else []))
    ]
    return [value for value, _ in pairs], [meaning for _, meaning in pairs]


def _word(value: object) -> bool:
    """Whether a value is text for sure, whatever the type: no number, no boolean."""
    plain = str(value).lower()
    return plain not in ("true", "false") and not re.fullmatch(r"-?[\d.]+", plain)


def _unquoted(item: str) -> str:
    return item[1:-1] if len(item) > 2 and item[0] == item[-1] and item[0] in "\"'" else item
