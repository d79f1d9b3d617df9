"""Whom a passage speaks of: the field, the field under a condition, or only a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gen.rules import clauses
from gen.rules.about import About, stems
from gen.rules.clauses import Split
from gen.rules.cover import subject_is_field
from gen.rules.said import split
from gen.rules.segments import Passage, label_of

_NEUTRAL = re.compile(
    r"(?:\b(?:following|below)\b.*\b(?:requirements?|rules?|conditions?|constraints?|restrictions?|regulations?)\b|\b(?:requirements?|rules?|constraints?|restrictions|notes?)(?: are)?(?: as follows)?\s*:$"
    r"|^(?:note|notice|constraints?|the (?:value|name|parameter|password|string)(?: (?:must|can|should))?(?: (?:meet|comply with|be|contain|satisfy)\b.*)?):?$|\bregular expressions?(?: (?:below|as follows))?:$|as follows:$|^(?:value|parameter|name|naming|format|password) (?:descriptions?|details|rules?|restrictions?|limits?):?$)",
    re.I,
)


_OF_RULES = frozenset(
    "configuration naming following rule requirement constraint complexity format".split()
)


def _of_field(intro: str, about: About) -> bool:
    """ "The password must meet the following requirements:": whether it is the field that must."""
    subject = re.match(
        r"(?:(?:ensure|make sure)(?: that)? )?(?P<who>.*?)\s+(?:must|should|needs?|has to|compl(?:y|ies)|conforms?|meets?|can|may|is|are|satisf\w+)\b",
        intro,
        re.I,
    )
    if not subject:
        return True
    head = re.split(r"\b(?:of|for|in)\b", subject["who"])[0]
    if not stems(head) - _OF_RULES:
        return True
    named = stems(head) - _OF_RULES
    known = about.topic | stems(about.title)
    return subject_is_field(subject["who"], about) or (
        bool(named) and (named <= about.names or (named <= known and bool(named & about.names)))
    )


def scope_of(scope: Iterable[str], about: About) -> tuple[tuple[Split, ...], bool]:
    outer: list[Split] = []
    foreign = False
    for text in scope:
        last = split(text)[-1]
        bare = last.rstrip(": ")
        match = re.match(r"(?:if|when)\s+(?P<rest>[^,]+)$", bare, re.I)
        parted = clauses.split(last)
        if match:
            outer.append(Split(match["rest"], "", certain=True))
        elif (
            parted
            and parted.main
            and re.search(r"\b(?:requirements?|rules|follows|following)\b", parted.main, re.I)
        ):
            outer.append(parted)
        elif (
            not (_NEUTRAL.search(last) or leads(last) or _is_named(bare, about))
            or _ADVISED.search(last)
            or not _of_field(last, about)
        ):
            foreign = True
    return tuple(outer), foreign


def _is_named(intro: str, about: About) -> bool:
    """ "A bucket name:" above what it must be."""
    return bool(re.match(r"(?:an?|the) [a-z ]{2,40}$", intro, re.I)) and subject_is_field(
        intro, about
    )


# "Recommended password complexity requirements:"
_ADVISED = re.compile(r"\b(?:recommended|advised|suggested|recommendations?|suggestions?)\b", re.I)
# "The username must:" — "It cannot:"
_LEADS = re.compile(
    r"(?:.*[.;]\s+)?(?P<lead>(?:(?:the|this|an?|its?|each) ?(?:[A-Za-z][\w-]* ?){0,4}|it )(?:must not|cannot|can not|can only|can|must|should not|should|may not|has to|needs to))\s*:",
    re.I | re.S,
)
_DEMAND = re.compile(
    r"(?P<verb>(?:not |only )?(?:contain|consist|start|begin|end|be|include|have|exceed|use|comprise|match|range|comply|conform)\b.*)",
    re.I | re.S,
)


def leads(text: str) -> bool:
    """Whether a paragraph ends in the beginning of the sentences of the list below it."""
    return _LEADS.fullmatch(text) is not None


def completed(text: str, scope: Iterable[str]) -> str:
    """ "Contain 1 to 9 characters." below "The name must:" as a sentence of its own."""
    intro = next(iter(reversed(tuple(scope))), "")
    lead, demand = _LEADS.fullmatch(intro), _DEMAND.fullmatch(text)
    if not lead or not demand:
        return text
    return f"{lead['lead']} {demand['verb'][:1].lower()}{demand['verb'][1:]}"


_PART = re.compile(
    r"^(?:(?P<part>[A-Z][\w -]{1,30}?|(?!(?:notes?|notice|caution|tips?|rules?|values?|requirements?|restrictions?)\b)[a-z][\w-]{1,30})|[‹⟨](?P<marked>[^‹›⟨⟩]{1,50})[›⟩])\s?:\s*\S"
)


# "⟨domain_id⟩ is the ID of an account. It is a string of …": what is told of a placeholder.
_NAMED_PART = re.compile(r"^⟨[^⟨⟩]+⟩ (?:is|indicates|specifies|represents) ", re.I)


# "… variables, each starting with a letter. Only letters are allowed.": in the variables.
_PARTS_TOLD = re.compile(
    r"\b(?:each|every one) (?:starting|beginning|ending|consisting|containing|with|of which|must|can)\b",
    re.I,
)
_NO_SUBJECT = re.compile(r"(?:only|letters|digits|lowercase|uppercase|the following)\b", re.I)


# "The key can contain 9 characters. The value can …": both are parts of what the field holds.
_KEY_TOLD = re.compile(
    r"(?:the|a|an|each|tag) (?:tag )?keys? (?:can|must|cannot|contains?|consists?|is|should)\b",
    re.I,
)
_VALUE_TOLD = re.compile(r"(?:the|a|an|each|tag) (?:tag )?values?\b", re.I)


def still_about_parts(before: str, text: str, about: About) -> bool:
    """Whether a sentence goes on about the parts that the one before it spoke of."""
    if _KEY_TOLD.match(before) and _VALUE_TOLD.match(text):
        return not {"key", "value"} & about.names
    parts = about.kind != "array" and _PARTS_TOLD.search(before)
    return bool(parts and _NO_SUBJECT.match(text))


def about_a_part(passage: Passage, about: About) -> bool:
    """ "Service name: … Only lowercase letters are allowed." speaks of a part of the value."""
    if _NAMED_PART.match(passage.text):
        return True
    match = _PART.match(passage.text)
    if not match or passage.own:
        return False
    part = match["part"] or match["marked"]
    if re.match(
        r"(?:default|fixed|constant|supported|available|valid|allowed|possible|permitted|current|max(?:imum)?|min(?:imum)?)\b",
        part,
        re.I,
    ):
        return False
    return (
        label_of(part) is None
        and part != about.wire
        and not (match["part"] and stems(part) - {"length", "range", "format"} <= about.names)
    )
