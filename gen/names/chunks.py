"""The parts of a title: the head, the phrases that follow it, and what says only how it is told."""

from __future__ import annotations

from collections.abc import Sequence

from gen.names.words import singular

ARTICLES = frozenset("a an the its their".split())
_POINTERS = frozenset("specified specific single given certain particular designated".split())
_TAIL_STARTS = frozenset(
    """of in on for to from by with under within between at as about against across using via through bound attached
    corresponding accessible associated based after before without per into excluding including supported when where
    during according regarding over""".split()
)
# A relative clause or a note, worth its words only where names would be the same.
CLAUSES = frozenset(
    "that which whose based according when where excluding including during".split()
)


def without_articles(tokens: Sequence[str]) -> list[str]:
    """The words that name something: no articles, no "specified"."""
    return [word for word in tokens if word not in ARTICLES and word not in _POINTERS]


def chunked(tokens: Sequence[str]) -> list[list[str]]:
    """The head and the phrases that follow it; each of those begins with its preposition."""
    chunks: list[list[str]] = [[]]
    for index, word in enumerate(tokens):
        clause = word in ("that", "which", "whose")
        starts = word in _TAIL_STARTS or clause
        if starts and clause and len(chunks[-1]) == 1 and len(chunks) > 1:
            chunks[-1] = ["which", *chunks[-1]]  # "to which": one clause
        elif starts and index and (chunks[-1] or len(chunks) > 1):
            chunks.append([word])
            continue
        chunks[-1].append(word)
    merged = [chunks[0]]
    for chunk in chunks[1:]:
        # A preposition without a noun goes with what follows ("based on").
        if len(merged) > 1 and (len(merged[-1]) == 1 or merged[-1][-1] in ("and", "or")):
            merged[-1] = merged[-1] + chunk
        else:
            merged.append(chunk)
    return merged


def inverted(chunks: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """``tags of resource`` → resource tags; ``piece of metadata`` → metadata item."""
    head, rest = chunks[0], chunks[1:]
    if not rest or rest[0][0] != "of" or len(rest[0]) < 2 or not head:
        return head, rest
    owner = [word for word in rest[0][1:] if word != "all"]
    if not owner or {"and", "or"} & set(owner):
        return [*head, *rest[0]], rest[1:]
    if singular(head[-1]) == "piece":
        return [*(["all"] if "all" in head else []), *owner, "item"], rest[1:]
    lead = ["all"] if head[0] == "all" else []
    return [*lead, *owner[:-1], singular(owner[-1]), *head[len(lead) :]], rest[1:]


FILLER = frozenset("details detail information info".split())


def without_filler(head: list[str]) -> list[str]:
    """The head without a final "details" or "information"; left alone where it lists several things."""
    kept = list(head)
    while not {"and", "or"} & set(kept) and len(kept) > 1 and kept[-1] in FILLER:
        kept.pop()
    return kept


_LEADS = (
    (("list", "of"), "list"),
    (("lists", "of"), "list"),
    (("details", "of"), "details"),
    (("details", "about"), "details"),
    (("details", "on"), "details"),
    (("detailed", "information", "about"), "details"),
    (("detailed", "information", "of"), "details"),
    (("detailed", "information", "on"), "details"),
    (("brief", "information", "about"), "brief"),
    (("basic", "information", "about"), ""),
    (("information", "about"), ""),
    (("information", "of"), ""),
    (("information", "on"), ""),
    (("number", "of"), "count"),
    (("total", "number", "of"), "count"),
    (("quantity", "of"), "count"),
    (("whether",), "check"),
    (("if",), "check"),
)


def without_leads(tokens: list[str]) -> tuple[list[str], set[str]]:
    """("details of", "list of"… taken off, what they said)."""
    flags: set[str] = set()
    changed = True
    while changed:
        changed = False
        for lead, flag in _LEADS:
            if tuple(tokens[: len(lead)]) == lead and len(tokens) > len(lead):
                tokens, changed = tokens[len(lead) :], True
                flags.add(flag)
        if tokens[:1] == ["all"] and len(tokens) > 1:
            tokens, changed = tokens[1:], True
            flags.add("all")
    return tokens, flags
