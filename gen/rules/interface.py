"""Interface: a tunnel-like interface address, "the first 16 bits must be 169.254, mask length 30"."""

from __future__ import annotations

import ipaddress
import re
from typing import TypedDict

from gen.model import Interface
from gen.rules.about import About
from gen.rules.said import Hit, Said, common

# "The first 16 bits must be 169.254"
_FIRST_BITS = re.compile(
    r"\bfirst (?P<bits>\d{1,2}) bits (?:must|should|have to|need to) be (?:set to )?‹?(?P<net>\d{1,3}(?:\.\d{1,3}){0,3})›?",
    re.I,
)
# "must be in 169.254.0.0/16"
_INSIDE = re.compile(
    r"\b(?:must|should) (?:be|belong|fall) (?:in|within|to|into) (?:the )?(?:network segment |CIDR block |range )?‹?(?P<net>\d{1,3}(?:\.\d{1,3}){3}/\d{1,2})›?",
    re.I,
)
# "cannot be **169.254.195.**\ *xxx*"
_OUTSIDE = re.compile(
    r"\b(?:value |address )?(?:cannot|must not|can not) (?:be|start with|be in|begin with|belong to) ‹?(?P<net>\d{1,3}(?:\.(?:\d{1,3}|[xX*]{1,3}))*\.?)›?(?:⟨?[xX*]{1,3}⟩?)?(?P<prefix>/\d{1,2})?›?",
    re.I,
)
# "The mask length must be 30" — "with a 30-bit mask"
_MASK = re.compile(
    r"\b(?:subnet )?mask(?: length)? (?:must|should|has to) be ‹?/?(?P<mask>\d{1,2})›?(?: bits)?|\bwith an? (?P<mask2>\d{1,2})-bit mask",
    re.I,
)
# "The address needs to be a host address in a CIDR block."
_HOST = re.compile(
    r"\b(?:must|needs? to|should|has to) be a host address\b(?: (?:in|of) (?:an?|the) (?:CIDR block|subnet|network segment|network))?",
    re.I,
)


def read(said: Said, about: About) -> list[Hit]:
    """The parts of an interface address that one sentence states; they are united per field."""
    if about.value_kind != "string":
        return []
    hits = []
    for pattern in (_FIRST_BITS, _INSIDE, _OUTSIDE, _MASK, _HOST):
        match = pattern.search(said.text)
        if not match:
            continue
        parts = _parts(pattern, match)
        if parts is not None:
            rule = Interface(**parts, **common(said, about))
            hits.append(Hit(match.start(), match.end(), (rule,)))
    return hits


class _Parts(TypedDict, total=False):
    network: str
    excluded: tuple[str, ...]
    mask: int
    host: bool


def _parts(pattern: re.Pattern[str], match: re.Match[str]) -> _Parts | None:
    if pattern is _HOST:
        return {"host": True}
    if pattern is _MASK:
        mask = int(match["mask"] or match["mask2"])
        return {"mask": mask} if mask <= 32 else None
    text = match["net"]
    octets = [part for part in text.split("/")[0].split(".") if part.isdigit()]
    if pattern is _FIRST_BITS:
        bits: int | None = int(match["bits"])
    elif pattern is _INSIDE:
        bits = int(text.partition("/")[2])
    else:
        prefix = match["prefix"]
        bits = int(prefix[1:]) if prefix else 8 * len(octets)
    network = network_of(octets, bits)
    if network is None:
        return None
    return {"excluded": (network,)} if pattern is _OUTSIDE else {"network": network}


def network_of(octets: list[str], bits: int | None) -> str | None:
    """``["169", "254"], 16`` → ``169.254.0.0/16``; None where that is no network."""
    if bits is None or len(octets) > 4:
        return None
    address = ".".join([*octets, *["0"] * (4 - len(octets))])
    try:
        return str(ipaddress.IPv4Network(f"{address}/{bits}"))
    except ValueError:
        return None


def united(rules: list[Interface]) -> list[Interface]:
    """One rule of the parts. Parts without a mask and a network among them say too little of the form."""
    if not rules:
        return []
    networks = {rule.network for rule in rules if rule.network}
    masks = {rule.mask for rule in rules if rule.mask is not None}
    clear = (
        len(networks) <= 1 and len(masks) == 1 and all(rule.certainty == "hard" for rule in rules)
    )
    first = rules[0]
    excluded = tuple(sorted({network for rule in rules for network in rule.excluded}))
    return [
        Interface(
            network=next(iter(sorted(networks)), ""), excluded=excluded, mask=next(iter(sorted(masks)), None),
            host=any(rule.host for rule in rules), sentence=" ".join(dict.fromkeys(rule.sentence for rule in rules)),
            source=first.source, target=first.target, certainty="hard" if clear else "advice",
            reason="" if clear else "the docs do not describe the address completely",
        )
    ]  # fmt: skip
