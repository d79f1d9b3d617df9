"""What the docs say of a field's absence: "If this parameter is not set, **a** is used." is a default."""

from __future__ import annotations

import re

from gen.rules.about import About, stems
from gen.rules.default import GIVEN, names_field
from gen.rules.marked import capitalised

_ABSENT = (
    r"(?:(?:this (?:parameter|field)|the (?:parameter|field|value)|it|(?:the (?:parameter )?)?‹(?P<whose>[^‹›]*)›(?: parameter)?|the (?P<noun>[a-z]+(?: [a-z]+){0,2})) is (?:not (?:specified|set|configured|provided|passed|transferred|included|carried|entered|sent|given)|left (?:blank|unspecified|empty)|empty|blank|unspecified|omitted)"
    r"(?: or (?:is )?(?:left (?:blank|empty|unspecified)|empty|not (?:set|specified)))?"
    r"|no value is (?:entered|specified|set|configured|provided|passed)|(?:it|this parameter|the parameter|the value) does not exist"
    r"|you (?:do not|don't) (?:specify|set|configure) (?:this (?:parameter|field)|it)|you leave (?:this (?:parameter|field)|it) (?:blank|empty|unspecified)"
    r"|(?:not (?:specified|set)|omitted|left (?:blank|empty)|unspecified)(?= *(?:,|$)))"
)
_SELF_ABSENT = re.compile(rf"^(?:if|when) {_ABSENT}, *", re.I)
# "The value is **a** when this parameter is not set."
_ABSENT_LAST = re.compile(rf"^(?P<main>.+?),? (?:if|when) {_ABSENT}\.?$", re.I | re.S)
# "**a** is used", "the value is **a**": what happens where the field is absent.
_WHAT_THEN = re.compile(
    rf"^(?:then )?(?:(?:the )?(?:value |(?P<what>[a-z]+ ){{1,2}})?(?P<used>{GIVEN}) (?:is|will be) (?:used|returned|applied)(?: by default)?|the (?P<thing>[a-z]+(?: [a-z]+)?)(?: of [^‹›,.]{{2,50}})? is (?P<taken>{GIVEN}) by default|(?:the value|its value|it|this parameter)(?: of this parameter)? (?:is|will be)(?: set to)? (?P<value>{GIVEN})(?: by default)?|the system uses (?P<system>{GIVEN})(?: by default)?)(?:\s*\([^()]*\))?\.?$",
    re.I,
)


def without_self_absent(text: str, about: About) -> str:
    """The sentence without "If this parameter is not specified," which says no more than "by default"."""
    first, last = _SELF_ABSENT.match(text), _ABSENT_LAST.match(text)
    absent = first or last
    if absent is None or not _is_meant(absent, about):
        return text
    rest = text[first.end() :] if first else f"{absent['main']}."
    then = _WHAT_THEN.match(rest)
    if (
        then
        and not (then["what"] and not names_field(then["what"], about))
        and not (then["thing"] and not names_field(then["thing"], about))
        and ("default value" not in rest)
    ):
        return f"By default, the value is {then['used'] or then['value'] or then['system'] or then['taken']}."
    return capitalised(rest) if re.search(r"\bdefaults?\b", rest, re.I) else text


def is_absence(condition: str, about: About) -> bool:
    """Whether a condition says only that the field is not given: "no value is specified"."""
    match = re.fullmatch(_ABSENT, condition.strip(), re.I)
    return bool(match and match["whose"] is None and _is_meant(match, about))


def _is_meant(absent: re.Match[str], about: About) -> bool:
    if absent["noun"]:
        named = names_field(absent["noun"], about)
        return named and stems(absent["noun"]) <= about.topic
    return _is_itself(absent["whose"], about)


def _is_itself(name: str | None, about: About) -> bool:
    """Whether a name, or none, means the field: a longer one that nothing beside it has may do so."""
    if name is None or name == about.wire:
        return True
    return name not in about.siblings and about.names <= stems(name)
