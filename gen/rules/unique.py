"""Unique: no two items of a list are equal, or have the same key.

The sentence may stand on the list or on a row of its items' table; the latter
travels up to the arrays that refer to the table (:func:`gen.rules.bodies.lift`).
"""

from __future__ import annotations

import re

from gen.model import Array, Free, Map, Scalar, Unique
from gen.rules.about import About, stem, stems
from gen.rules.said import Hit, Said, common

_UNIQUE = re.compile(
    r"\b(?:must be|should be|has to be|must also be|have to be|needs? to be) unique\b(?P<tail>.*)",
    re.I | re.S,
)
_NO_DUPLICATES = re.compile(
    r"\b(?:cannot|must not|can not) (?:be )?(?:duplicated?|repeated|repeat)\b(?P<tail>.*)|\b(?:duplicate|repeated|identical) (?P<what>[a-z ]+) (?:are|is) not (?:allowed|supported)(?P<tail2>.*)|(?<=s )(?:cannot|must not) be the same(?P<tail3>\.?$)|^duplicates are not (?:allowed|supported)(?P<tail4>\.?$)",
    re.I | re.S,
)
# Unique among all the service's resources: nothing that a body can tell.
_ELSEWHERE = re.compile(
    r"\b(?:tenant|account|region|project|vpc|domain|cluster|system|globally|global|service|name must|log group|user|az)\b",
    re.I,
)
_SCOPE_OK = re.compile(
    r"^\s*(?:or (?:left |be )?(?:empty|blank|null)\s*)?(?:(?:in|within|of|for|among) (?:(?:each|the|this|a|an|one|every|same|all) )*(?P<of>[A-Za-z][A-Za-z -]*?))?\s*(?:,?\s*and (?:cannot|can|must|each|every|tag|the [a-z]+ is) .*)?[.,;]?\s*$",
    re.I | re.S,
)


def read(said: Said, about: About) -> list[Hit]:
    """Uniqueness: on an array a rule of its own; on a scalar a note that ``key`` is unique in lists."""
    match = _UNIQUE.search(said.text) or _NO_DUPLICATES.search(said.text)
    if not match:
        return []
    groups = match.groupdict()
    tail = groups.get("tail") or groups.get("tail2") or groups.get("tail3") or ""
    # "The cluster name must be unique" of a field ``cluster_name`` says nothing of clusters.
    others = {stem(found.lower()) for found in _ELSEWHERE.findall(said.text[: match.start()])}
    if others - about.names or _ELSEWHERE.search(match[0]) or not _SCOPE_OK.match(tail):
        return []
    before = groups.get("what") or re.split(r",\s+(?:and|but)\s+", said.text[: match.start()])[-1]
    if isinstance(about.field.type, Map):
        # The names of one JSON object are.
        return [Hit(match.start(), match.end(), subject=True)]
    if not isinstance(about.field.type, Array):
        return [
            Hit(
                match.start(),
                match.end(),
                notes=("unique-key",),
                subject=_speaks_of_field(before, about),
            )
        ]
    duplicate = bool(groups.get("what")) or groups.get("tail4") is not None
    key = _key(before, about, duplicate=duplicate)
    if key is None:
        return []
    rule = Unique(key=key, **common(said, about, target="value"))
    named = re.search(r"‹[^‹›]*›[^‹›,;]*$", said.text[: match.start()])
    start = named.start() if named and key else match.start()
    return [Hit(start, match.end(), (rule,), subject=True)]


def _speaks_of_field(before: str, about: About) -> bool:
    bare = re.sub(
        r"^(?:therefore|so|thus),?\s+|\b(?:in|of) (?:each|the|a) .*$", "", before, flags=re.I
    )
    named = stems(bare)
    named -= {"must", "name", "can", "each", "every"}
    return named <= about.names | stems(about.title) | {"tag"}


# "Values of the same tag" on the list of a tag's values
_OF_ONE = re.compile(r"\bvalues? of (?:the same|one|a) (?:tag|key)\b", re.I)


# "Each target ID" of the objects of a list
_PART = re.compile(r"\b(?P<part>key|id|name)s?\s*$", re.I)


def _items(about: About) -> object:
    return about.field.type.items if isinstance(about.field.type, Array) else None


def _key(before: str, about: About, *, duplicate: bool = False) -> str | None:
    """The field of the items that the sentence names; '' for the items themselves."""
    if not about.item_fields and not isinstance(_items(about), (Scalar, Free)):
        return None
    if isinstance(_items(about), Scalar) and _OF_ONE.search(before) and "value" in about.names:
        return ""
    marked = re.search(r"‹(?P<key>[^‹›]+)›[^‹›]*$", before)
    if marked and marked["key"] != about.wire:
        known = marked["key"] in about.item_fields or isinstance(_items(about), Free)
        return marked["key"] if known else None
    head = re.split(r"\b(?:of|in|for|within)\b", before)
    if re.search(r"\bvalues?\b.*\bsame\b", before, re.I):
        return None
    named = stems(head[0])
    if duplicate and isinstance(_items(about), Scalar) and len(head) == 1:
        # "Duplicate names are not allowed." can only mean the items.
        return ""
    for name in about.item_fields:
        if stems(name) & named and stems(name) <= named:
            return name
    if about.item_fields:
        return None
    if isinstance(_items(about), Free) and (part := _PART.search(head[0])):
        # Objects that no table describes, but said to have a key; names may be those of other things.
        word = part["part"].lower()
        return word if word == "key" or stems(head[0][: part.start()]) & about.names else None
    return (
        ""
        if named & about.names or re.search(r"\b(?:items?|elements?|values?|they)\b", before, re.I)
        else None
    )
