"""Condition: mandatory, forbidden, or bound to something *when* a sibling says so.

"Mandatory only when" demands and never forbids; "set only when" forbids presence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from gen.model import BodyRule, Certainty, Choice, Condition, Not, ValueRule, When
from gen.rules.about import About, kind_of
from gen.rules.clauses import Split
from gen.rules.logic import can_be_true, certain_part, known, mentions
from gen.rules.said import Said

_THIS = r"(?:this (?:parameter|field|attribute|header)|the (?:parameter|field|attribute|value)|it|(?:the )?(?:parameter )?‹(?P<name>[^‹›]+)›(?: parameter| field)?|(?P<names>(?:both )?(?:parameters )?‹[^‹›]+›(?:(?:,| and|, and) ‹[^‹›]+›)+(?: parameters| fields)?)|)"
# "This parameter is mandatory …" — "must be specified" — "**x** is required"
_REQUIRED = re.compile(
    rf"^{_THIS}\s*(?:(?:is|are|becomes?) (?:also |(?:valid|available) and (?:is )?)?(?:mandatory|required|a mandatory (?:parameter|field))|must (?:also )?(?:be|exist)(?: (?:specified|set|configured|provided|included|transferred|passed|entered|set up))?|(?:mandatory|required)|needs? to be (?:specified|set|configured|provided)|(?:cannot|must not|can't|is not) (?:be )?(?:left )?(?:empty|blank|null|omitted))(?P<tail>.*?)\.?$",
    re.I | re.S,
)
# "mandatory and must be a user token": the rest is one more demand.
_ADDS_NOTHING = re.compile(
    r"[ .,]*(?:\s*,? and (?:indicates?|specifies|means|must|cannot|can only|is set to) (?!.*\b(?:if|when|unless|only|optional)\b).*)?",
    re.I | re.S,
)
# "the request must contain the **x** parameter"
_REQUEST_HAS = re.compile(
    r"^(?:the|your) (?:request|request body|body|message) (?:must|should|needs to|has to) (?:also )?(?:contain|include|carry|have|specify) (?:the )?(?:parameter |field )?(?:‹(?P<name>[^‹›]+)›|this)(?: parameter| field)?\.?$",
    re.I,
)
# "you must specify this parameter"
_YOU_MUST = re.compile(
    r"^(?:you )?(?:must|need to|have to) (?:also )?(?:specify|set|configure|provide|enter) (?:(?:the )?(?:parameter |field )?‹(?P<name>[^‹›]+)›(?: parameter| field)?|this (?:parameter|field)|it)\.?$",
    re.I,
)
# "This parameter is not required" — "optional"
_OPTIONAL = re.compile(
    rf"^{_THIS}\s*(?:(?:is|are) (?:optional|not (?:required|mandatory|needed))|(?:optional)|does not need to be (?:set|specified)|can be (?:left blank|ignored|omitted|empty|left unspecified)|(?:you )?do not need to (?:set|specify|configure) this (?:parameter|field))\.?$",
    re.I,
)
_NOT_NEEDED = re.compile(rf"^{_THIS}\s*(?:is|are) not (?:required|mandatory|needed)\.?$", re.I)
# "Set this parameter only when …" — "can be set only when …" — "available only when …"
_ALLOWED_ONLY = re.compile(
    rf"^(?:(?:set|specify|configure) (?:this (?:parameter|field)|it|‹(?P<name2>[^‹›]+)›)|{_THIS}\s*(?:(?:is|are) (?:only )?(?:available|set|configurable|configured|specified)|(?:can|may|must|need to|needs to|should) (?:only )?be (?:set|specified|configured|available|provided)|available))\.?$",
    re.I,
)
# "This parameter cannot be specified when …" — "must be left blank"
_FORBIDDEN = re.compile(
    rf"^(?:{_THIS}\s*(?:(?:cannot|can not|must not|may not|should not) be (?:set|specified|configured|provided|transferred|passed|carried|included|entered|contained)(?: in the request)?|(?:is|are) (?:not available|unavailable|forbidden|prohibited|not allowed))|do not (?:set|specify|configure) (?:this (?:parameter|field)|it))\.?$",
    re.I,
)
# "must be left blank"
_BLANK = re.compile(
    rf"^(?:{_THIS}\s*(?:must|should|needs? to) be (?:left |set to )?(?:blank|empty|unspecified|null|an empty string)|leave (?:this (?:parameter|field)|it) (?:blank|empty|unspecified))\.?$",
    re.I,
)
_WEAK = re.compile(
    rf"^(?:{_THIS}\s*(?:(?:is|are) (?:only )?(?:valid|used|supported|effective|invalid|involved|not supported|applicable|displayed|meaningful|ignored)|takes? effect|does not take effect|(?:can|may) be (?:used|left blank)|has a value|exists|works?))\b.*",
    re.I | re.S,
)


def read(
    parted: Split, condition: Condition, said: Said, about: About
) -> tuple[list[BodyRule], bool]:
    """The When rules of a sentence whose main clause speaks of presence; and whether it was read."""
    main = parted.main.strip()
    if not main:
        return [], False
    holds = Not(condition) if parted.negated else condition
    required = _REQUIRED.match(main)
    if required and _ADDS_NOTHING.fullmatch(required["tail"] or ""):
        return whens(_fields(required, about), holds, "required", parted, said, about)
    if demanded := _REQUEST_HAS.match(main) or _YOU_MUST.match(main):
        named = demanded["name"] or about.wire
        fields = [named] if named in about.siblings else []
        return whens(fields, holds, "required", parted, said, about)
    if _OPTIONAL.match(main):
        return [], True
    if parted.only and (allowed := _ALLOWED_ONLY.match(main)):
        return whens(_fields(allowed, about), _negated(holds), "forbidden", parted, said, about)
    if not parted.only and (forbidden := _FORBIDDEN.match(main)):
        return whens(_fields(forbidden, about), holds, "forbidden", parted, said, about)
    if not parted.only and (blank := _BLANK.match(main)):
        return _blanks(_fields(blank, about), holds, parted, said, about)
    return [], bool(_WEAK.match(main))


def _blanks(
    names: list[str], holds: Condition, parted: Split, said: Said, about: About
) -> tuple[list[BodyRule], bool]:
    """ "must be left blank": absent, or an empty string where it is a string."""
    rules, read_ = whens(names, holds, "forbidden", parted, said, about)
    empty: list[BodyRule] = []
    for rule in rules:
        if isinstance(rule, When) and kind_of(about.siblings[rule.field].type) == "string":
            then = Choice(values=("",), sentence=said.quote, source=about.field.source)
            rule = replace(rule, effect="rule", then=then)
        empty.append(rule)
    return empty, read_


def whens(
    names: list[str],
    holds: Condition,
    effect: Literal["required", "forbidden"],
    parted: Split,
    said: Said,
    about: About,
) -> tuple[list[BodyRule], bool]:
    """A demand (or ban) of these fields where ``holds``, and whether there is any field."""
    reason = _reason(holds, parted, names)
    if not reason and not known(holds):
        # What lies outside the body is left out where the rest decides.
        holds = certain_part(holds) or holds
    return [
        When(
            field=name,
            condition=holds,
            effect=effect,
            sentence=said.quote,
            source=about.field.source,
            certainty="advice" if reason else "hard",
            reason=reason,
        )
        for name in names
    ], bool(names)


def _negated(condition: Condition) -> Condition:
    return condition.of if isinstance(condition, Not) else Not(condition)


def _reason(condition: Condition, parted: Split, names: list[str]) -> str:
    """Why the rule is only advice, '' where it can be checked."""
    if not parted.certain or not can_be_true(condition):
        return "the condition is not about this body"
    if mentions(condition, frozenset(names)):
        return "the condition is about the field itself"
    return ""


def _fields(match: re.Match[str], about: About) -> list[str]:
    groups = match.groupdict()
    if groups.get("names"):
        names = re.findall(r"‹([^‹›]+)›", groups["names"])
        return names if all(name in about.siblings for name in names) else []
    name = groups.get("name") or groups.get("name2")
    if name is None:
        return [about.wire]
    return [name] if name in about.siblings else []


def bound(rules: list[ValueRule], condition: Condition, said: Said, about: About) -> list[BodyRule]:
    """Value rules that hold under a condition: ``When(…, effect="rule", then=rule)``."""
    found: list[BodyRule] = []
    for rule in rules:
        certainty: Certainty = rule.certainty if can_be_true(condition) else "advice"
        if certainty == "hard" and not known(condition):
            condition = certain_part(condition) or condition
        reason = rule.reason or (
            "" if certainty == "hard" else "the condition is not about this body"
        )
        if mentions(condition, frozenset((about.wire,))):
            certainty, reason = "advice", "the condition is about the field itself"
        found.append(
            When(
                field=about.wire, condition=condition, effect="rule", then=replace(rule, sentence=said.quote),
                sentence=said.quote, source=about.field.source, certainty=certainty, reason=reason,
            )
        )  # fmt: skip
    return found


def speaks_of_presence(main: str) -> bool:
    """Whether a main clause says that something is mandatory or forbidden."""
    return bool(_REQUIRED.match(main) or _FORBIDDEN.match(main))


def forbids(parted: Split) -> bool:
    """Whether a sentence leaves its field only one case to stand in: what else is said of it holds there."""
    main = parted.main.strip()
    if parted.only:
        return _ALLOWED_ONLY.match(main) is not None
    return bool(_FORBIDDEN.match(main) or _BLANK.match(main) or _NOT_NEEDED.match(main))


def tells_value(opposite: str, last: Split) -> bool:
    """Whether what stands behind "otherwise" is about the value, where the field can be at all."""
    return (
        forbids(last)
        and not last.only
        and not (speaks_of_presence(opposite) or _OPTIONAL.match(opposite) or _WEAK.match(opposite))
    )


def demands(parted: Split) -> bool:
    """Whether a sentence says that something is mandatory under its condition, and nothing else."""
    main = parted.main.strip()
    required = _REQUIRED.match(main)
    whole = (required and not required["tail"].strip(" .")) or _ONE_OF_THEM.match(main)
    return bool(whole and not parted.only)


# "either a plan or a rule must be configured"
_ONE_OF_THEM = re.compile(r"(?:either|(?:at least )?one of)\b[^,;]* must be [a-z]+\.?$", re.I)
