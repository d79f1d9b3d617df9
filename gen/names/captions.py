"""A table's caption → the words of a class name."""

from __future__ import annotations

import re

from gen.names.verbs import gerund_verb
from gen.names.words import singular, words

# What captions say of a table being a table.
_STRUCTURE = frozenset(
    """a an the of in for to on data structure structures struct description descriptions describe field fields parameter
    parameters param params attribute attributes object objects obj element elements item items array arrays body request
    requests response responses message definition definitions table value values dictionary key-value format content type
    sub sub-field sub-fields subfield subfields explanation and/or list lists details detail information following""".split()
)
_NOISE_AFTER = frozenset(
    "request response req resp rsp res body params parameters content object obj dto vo".split()
)
_NOISE_BEFORE = frozenset("request response req resp rsp".split())
_VERBS = frozenset("create update delete modify batch query show".split())
MOST_WORDS = 5


def caption_words(caption: str) -> list[str]:
    """The words that name the thing; [] where the caption names none.

    ``Data structure of the **spec** field`` → spec; ``ResponseVpnConnection`` → response
    vpn connection; ``Response body parameters`` and whole sentences → nothing.
    """
    text = re.sub(r"\([^()]*\)", " ", caption.replace("*", " ").replace("`", " "))
    tokens = text.split()
    if len(tokens) == 1:
        return [] if tokens[0].lower() in _STRUCTURE or "/" in tokens[0] else words(tokens[0])
    tokens = _inverted(tokens)
    kept = [token for token in tokens if token.lower().strip(",.:") not in _STRUCTURE]
    # "extendparam field description for creating disks": what it is for is no part of the name.
    verb = next(
        (place for place, token in enumerate(kept) if gerund_verb(token.lower())), len(kept)
    )
    kept = kept[:verb]
    if not kept or len(kept) > 3 or any("/" in token for token in kept):
        return []
    found = [part for token in kept for part in words(token)]
    return found if len(found) <= MOST_WORDS + 1 else []


def _inverted(tokens: list[str]) -> list[str]:
    """``Configuration of custom`` → custom Configuration."""
    lowered = [token.lower() for token in tokens]
    if "of" not in lowered:
        return tokens
    place = lowered.index("of")
    left = [token for token in tokens[:place] if token.lower() not in _STRUCTURE]
    return [*tokens[place + 1 :], *left]


def generic(caption: str) -> bool:
    """Whether the caption names nothing ("Response parameters"): tables that share it have nothing in common."""
    return not plain_words(caption)


def plain_words(caption: str) -> list[str]:
    """Like :func:`caption_words`, without what only says which way the message goes."""
    return without_noise(caption_words(caption))


def without_noise(found: list[str]) -> list[str]:
    """``create vpn connection request body content`` → vpn connection; [] where nothing is left."""
    kept = list(found)
    before: list[str] | None = None
    while kept and kept != before:
        before = list(kept)
        if kept[-1] in _NOISE_AFTER:
            kept.pop()
        if kept and kept[0] in _NOISE_BEFORE:
            kept.pop(0)
        if len(kept) > 1 and kept[0] in _VERBS:
            kept.pop(0)
    return kept


def of_items(found: list[str]) -> list[str]:
    """The words for one item of a list: the last one in the singular."""
    return [*found[:-1], singular(found[-1])] if found else []
