"""Together: fields that are given in pairs, or one that brings another with it."""

from __future__ import annotations

import re

from gen.model import Present, When
from gen.rules.about import About
from gen.rules.said import Said

_GIVEN = r"(?:used|specified|set|configured|provided|applied)"
_NAME = r"(?:(?:the )?(?:parameters? |fields? )?‹[^‹›]+›(?: parameter| field)?)"
_WORD = r"(?:‹[^‹›]+›|\w+)"
# "This parameter must be used together with **limit**."
_WITH = re.compile(
    rf"^(?:this (?:parameter|field)|it|‹(?P<self>[^‹›]+)›) (?:must|should|has to|needs to) be {_GIVEN} (?:(?:together|in conjunction|along|at the same time|simultaneously) )?(?:with|as) (?P<others>{_NAME}(?:(?:,| and|, and) {_NAME})*)(?:,? and (?!{_NAME}).*)?\.?$",
    re.I,
)
# "**a** and **b** must be set in pairs."
_PAIR = re.compile(
    rf"^(?:the )?(?:(?:parameters?|fields?) )?(?:both )?(?P<a>{_WORD}) and (?P<b>{_WORD})(?: parameters| fields)? (?:must|should|have to) (?:both )?be (?:{_GIVEN} (?:in pairs?|together|as a pair|at the same time|simultaneously)|both {_GIVEN}(?:,? or both (?:not {_GIVEN}|(?:left )?(?:blank|empty|unspecified)))?|(?:in pairs|both present))\.?$",
    re.I,
)


def read(said: Said, about: About) -> tuple[list[When], bool]:
    """The rules of a sentence, and whether it was one (its names may be no siblings)."""
    if " be " not in said.text:
        return [], False
    pair = _PAIR.match(said.text.strip())
    if pair:
        one, other = (pair[name].strip("‹›") for name in ("a", "b"))
        if one not in about.siblings or other not in about.siblings:
            return [], False
        return [_rule(said, about, one, other), _rule(said, about, other, one)], True
    match = _WITH.match(said.text.strip())
    given = (match["self"] or about.wire) if match else ""
    if not match or given not in about.siblings:
        return [], False
    others = re.findall(r"‹([^‹›]+)›", match["others"])
    if any(other not in about.siblings or other == given for other in others):
        return [], False
    return [_rule(said, about, given, other) for other in others], True


def _rule(said: Said, about: About, given: str, needed: str) -> When:
    # "should be used together" may be no more than a piece of advice.
    reason = "the docs only say that it should be so" if re.search(r"\bshould\b", said.text) else ""
    return When(
        certainty="advice" if reason else "hard",
        reason=reason,
        field=needed,
        condition=Present(given),
        effect="required",
        sentence=said.quote,
        source=about.field.source,
    )
