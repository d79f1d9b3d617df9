"""Together: fields that are given in pairs, or one that brings another with it."""

from __future__ import annotations

import re

from gen.model import Present, When
from gen.rules.about import About
from gen.rules.said import Said

_GIVEN = r"(?:used|specified|set|configured|provided|applied)"
_NAME = r"(?:(?:the )?(?:parameters? |fields? )?‹[^‹›]+›(?: parameter| field)?)"
# "This parameter must be used together with **limit**."
_WITH = re.compile(
    rf"^(?:this (?:parameter|field)|it|‹(?P<self>[^‹›]+)›) (?:must|should|has to|needs to) be {_GIVEN} (?:together|in conjunction|along) with (?P<others>{_NAME}(?:(?:,| and|, and) {_NAME})*)\.?$",
    re.I,
)
# "**a** and **b** must be set in pairs."
_PAIR = re.compile(
    rf"^(?:parameters? )?‹(?P<a>[^‹›]+)› and ‹(?P<b>[^‹›]+)›(?: parameters)? (?:must|should|have to) be (?:{_GIVEN} (?:in pairs|together|at the same time|simultaneously)|both {_GIVEN})\.?$",
    re.I,
)


def read(said: Said, about: About) -> tuple[list[When], bool]:
    """The rules of a sentence, and whether it was one (its names may be no siblings)."""
    pair = _PAIR.match(said.text.strip())
    if pair:
        if pair["a"] not in about.siblings or pair["b"] not in about.siblings:
            return [], False
        return [
            _rule(said, about, pair["a"], pair["b"]),
            _rule(said, about, pair["b"], pair["a"]),
        ], True
    match = _WITH.match(said.text.strip())
    if not match or (match["self"] or about.wire) != about.wire:
        return [], False
    others = re.findall(r"‹([^‹›]+)›", match["others"])
    if any(other not in about.siblings or other == about.wire for other in others):
        return [], False
    return [_rule(said, about, about.wire, other) for other in others], True


def _rule(said: Said, about: About, given: str, needed: str) -> When:
    return When(
        field=needed,
        condition=Present(given),
        effect="required",
        sentence=said.quote,
        source=about.field.source,
    )
