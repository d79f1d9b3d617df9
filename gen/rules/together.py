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

# "Specify both **a** and **b**, or neither of them."
_BOTH_OR_NEITHER = re.compile(
    rf"^(?:you (?:must|need to) )?(?:specify|set|configure|provide) (?:either )?both (?P<a>{_NAME}) and (?P<b>{_NAME}),? or neither(?: of them)?\.?$",
    re.I,
)
# "Both **a** and **b** must be set if either of them is set."
_BOTH_IF_ONE = re.compile(
    rf"^(?:both )?(?P<a>{_NAME}) and (?P<b>{_NAME}) must (?:both )?be {_GIVEN} (?:if|when) (?:either|one|any)(?: one)?(?: of them)? is {_GIVEN}\.?$",
    re.I,
)
# "This parameter and **b** must both be set or both be left out."
_THIS_AND = re.compile(
    rf"^(?P<a>this (?:parameter|field)|it) and (?P<b>{_NAME}) must (?:(?:both be|be both) {_GIVEN}(?:,? or both be (?:left (?:out|blank|empty|unspecified)|omitted))?|be {_GIVEN} (?:together|in pairs?|at the same time))\.?$",
    re.I,
)


def read(said: Said, about: About) -> tuple[list[When], bool]:
    """The rules of a sentence, and whether it was one (its names may be no siblings)."""
    if " be " not in said.text and " neither" not in said.text:
        return [], False
    text = said.text.strip()
    tried = (_PAIR, _BOTH_OR_NEITHER, _BOTH_IF_ONE, _THIS_AND)
    pair = next((found for pattern in tried if (found := pattern.match(text))), None)
    if pair:
        one, other = (_named(pair[name], about) for name in ("a", "b"))
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


def _named(text: str, about: About) -> str:
    marked = re.search(r"‹([^‹›]+)›", text)
    if marked:
        return marked[1]
    return about.wire if re.match(r"(?:this|it)\b", text, re.I) else text


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
