"""Either-or: how many of several siblings are given."""

from __future__ import annotations

import re

from gen.document import plain
from gen.model import EitherOr
from gen.rules.about import About
from gen.rules.said import Said

_F = r"(?:(?:the )?(?:parameters? |fields? )?‹[^‹›]+›(?: parameter| field)?|this (?:parameter|field|attribute)|it)"
_LIST = rf"(?P<fields>{_F}(?:\s*(?:,\s*(?:and |or )?|\band\b|\bor\b|/)\s*{_F})+)"
_OR_LIST = rf"(?P<fields>{_F}(?:\s*(?:,\s*(?:or )?|\bor\b|/)\s*{_F})*\s*,?\s*\bor\b\s*{_F})"
_GIVEN = r"(?:specified|configured|set|provided|used|passed|transferred|entered|selected|mandatory|required|exist|present|included|applied|carried)"
_SET = r"(?:specify|set|configure|provide|enter)"
_BLANK = r"(?:left )?(?:empty|blank|null|unspecified|omitted)"
_TOGETHER = r"(?:at the same time|together|simultaneously|concurrently)"
# "Either **a** or **b** must be specified." — "Specify either **a** or **b**." — "At least one of …"
_AT_LEAST_ONE = (
    re.compile(rf"^(?:either(?: of)?|at least one of|one of|either one of) {_LIST} (?:must|has to|needs to|should) be (?P<given>{_GIVEN})\.?$", re.I),
    re.compile(rf"^(?:you (?:must|need to|should) )?(?:specify|set|configure|provide|enter) (?:either|at least one) (?:of )?{_LIST}(?:,? or both(?: of them)?)?\.?$", re.I),
    re.compile(rf"^(?:at least one|either)(?: of)? {_LIST} is (?:mandatory|required)\.?$", re.I),
    re.compile(rf"^{_OR_LIST} (?:must|has to|needs to) be {_GIVEN}\.?$", re.I),
    re.compile(rf"^{_OR_LIST} is (?:mandatory|required)\.?$", re.I),
    re.compile(rf"^(?:you (?:must|need to|have to) )?{_SET} (?:at least )?one of {_LIST}(?: parameters| fields)?\.?$", re.I),
    re.compile(rf"^(?:you (?:must|need to|have to) )?{_SET} {_OR_LIST}\.?$", re.I),
    re.compile(rf"^(?:at least )?one of (?:the )?{_LIST}(?: parameters| fields)? (?:must|has to|needs to|should) be {_GIVEN}\.?$", re.I),
    re.compile(rf"^(?:both )?{_LIST} (?:cannot|can not|must not|can't) (?:be )?both (?:be )?{_BLANK}(?: {_TOGETHER})?\.?$", re.I),
    re.compile(rf"^(?:both )?{_LIST} (?:cannot|can not|must not|can't) (?:both )?be (?:both )?{_BLANK} {_TOGETHER}\.?$", re.I),
)  # fmt: skip
# "Exactly one of **a** and **b** must be specified."
_EXACTLY_ONE = (
    re.compile(rf"^exactly one of {_LIST} (?:must be|has to be|needs to be|is) {_GIVEN}\.?$", re.I),
    re.compile(rf"^only one of {_LIST} must be {_GIVEN}\.?$", re.I),
    re.compile(rf"^(?:you )?(?:must )?(?:specify|set) (?:exactly|only) one of {_LIST}\.?$", re.I),
    re.compile(rf"^(?:either (?:of )?)?{_OR_LIST} (?:must|has to|needs to) be {_GIVEN},? but not both\.?$", re.I),
    re.compile(rf"^(?:you must |you need to )?{_SET} (?:either )?{_OR_LIST},? but not both\.?$", re.I),
)  # fmt: skip
# "**a** and **b** cannot be specified at the same time." — "are mutually exclusive"
# "Either **a** or **b** can be specified." — "Use either **a** or **b**."
_AT_MOST_ONE = (
    re.compile(rf"^(?:only )?(?:either|one)(?: of)? {_LIST} can be {_GIVEN}(?: at a time)?(?:,? but not both)?\.?$", re.I),
    re.compile(rf"^either(?: of)? {_LIST} is (?:used|configured|specified|set)\.?$", re.I),
    re.compile(rf"^you can (?:only )?{_SET} either (?:of )?{_LIST}(?:,? but not both)?\.?$", re.I),
    re.compile(rf"^you can {_SET} {_OR_LIST},? but not both\.?$", re.I),
    re.compile(rf"^{_OR_LIST} can be {_GIVEN},? but not both\.?$", re.I),
    re.compile(rf"^(?:you can )?(?:use|choose|select) (?:only )?(?:either|one)(?: of)? {_LIST}\.?$", re.I),
    re.compile(rf"^(?:both )?{_LIST} (?:do not|cannot|can't) co-?exist\.?$", re.I),
    re.compile(rf"^(?:do not|you cannot|you can not) (?:specify|set|configure|use|pass) (?:both )?{_LIST}(?: (?:at the same time|together|simultaneously))?\.?$", re.I),
    re.compile(rf"^(?:both )?{_LIST} (?:cannot|can not|must not|can't) (?:be |both be )?(?:{_GIVEN} |co-?exist ?)?(?:both )?(?:{_GIVEN})?(?: ?(?:at the same time|together|simultaneously|concurrently|both))?(?: in (?:a|the|one) request)?\.?$", re.I),
    re.compile(rf"^{_LIST} (?:are|is) (?:mutually exclusive|exclusive of each other|alternative)(?:,? and (?:they )?cannot be {_GIVEN} (?:at the same time|together|simultaneously))?\.?$", re.I),
    re.compile(rf"^(?:the )?{_LIST}(?: parameters| fields)? (?:cannot|can not|must not) (?:be both|both be) {_GIVEN}(?: in (?:a|one|the) request)?\.?$", re.I),
    re.compile(rf"^only one of {_LIST} can be {_GIVEN}\.?$", re.I),
    re.compile(rf"^(?:(?:this|the) (?:parameter|field|attribute)(?: value)?|it) (?:cannot|can not|must not|is (?:mutually )?exclusive|is (?:an )?alternative|conflicts) (?:be )?(?:{_GIVEN} |co-?exist )?(?:together |at the same time |in conjunction |simultaneously )?(?:with|(?<=alternative )to) (?P<others>{_F}(?:(?:,| and| or|, and|, or) {_F})*)(?: at the same time)?\.?$", re.I),
)  # fmt: skip


_INSIDE = re.compile(
    r"^in (?:an?|the|each|one|this) (?:‹[^‹›]+› )?(?:array|object|structure|request|request body|list|body),\s+",
    re.I,
)
# "…, but they cannot be both specified"
_NOT_BOTH = re.compile(
    r",? (?:but|and) (?:(?:they|the two) (?:cannot|can not|can't) (?:both )?be (?:both )?|(?:cannot|can not|can't) (?:both be |be both ))(?:specified|set|configured|used|provided|passed)(?: at the same time)?(?=\.?$)",
    re.I,
)
# "**a** and **b** are both optional, but at least one of them must be set."
_ONE_AT_LEAST = re.compile(
    rf"^(?P<names>{_F}(?:(?:,| and|, and) {_F})+) are (?:both |all )?optional,? but (?:at least )?one of them must be (?P<given>{_GIVEN})(?=\.?$)",
    re.I,
)
# "…, and the subnets must be in one network": one more demand.
_AND_MORE = re.compile(
    r",? and (?:the [a-z]+s?|they|it) (?:must|cannot|can|should)\b(?! be (?:specified|set|configured|both))[^‹›]*$",
    re.I,
)
# Without one of these no sentence is one.
_KEY = re.compile(
    r"\b(?:either|one of|cannot|can not|can't|must not|exclusive|alternative|co-?exist|conflicts|do not|or)\b",
    re.I,
)
# "Parameters name and size cannot be null …": they are named, though not marked.
_PLAIN_NAMES = re.compile(
    r"^(?:the )?(?:parameters?|fields?) (?P<a>\w+) (?P<joint>and|or) (?P<b>\w+)(?= )", re.I
)


def read(said: Said, about: About) -> tuple[list[EitherOr], bool]:
    """The rules of a sentence, and whether it was one (its names may be no siblings)."""
    if not _KEY.search(said.text):
        return [], False
    if "‹" not in said.text and not _PLAIN_NAMES.match(said.text):
        return [], False
    text = re.sub(
        r"^(?:note:?|constraints?:?|conditions?:|notice:?|currently,|parameters) +",
        "",
        said.text.strip(),
        flags=re.I,
    )
    # "In a **remote** array, **a** and **b** …": the object that the names stand in.
    text = re.sub(_INSIDE, "", text)
    plain_names = _PLAIN_NAMES.match(said.text)
    if plain_names and {plain_names["a"], plain_names["b"]} <= set(about.siblings):
        text = _PLAIN_NAMES.sub(r"‹\g<a>› \g<joint> ‹\g<b>›", said.text)
    text = _ONE_AT_LEAST.sub(r"At least one of \g<names> must be \g<given>", text)
    text = _AND_MORE.sub(".", _NOT_BOTH.sub(", but not both", text))
    for patterns, minimum, maximum in (
        (_EXACTLY_ONE, 1, 1),
        (_AT_MOST_ONE, 0, 1),
        (_AT_LEAST_ONE, 1, None),
    ):
        for pattern in patterns:
            match = pattern.match(text)
            if not match:
                continue
            groups = match.groupdict()
            names = _names(groups.get("fields") or f"‹{about.wire}› {groups.get('others')}", about)
            names = [_in_its_case(name, about) for name in names]
            if about.wire not in names and not groups.get("fields"):
                names = [about.wire, *names]
            if len(names) < 2 or any(name not in about.siblings for name in names):
                return [], False
            if "others" in groups and len(names) > 2:
                # "cannot co-exist with a and b": with neither, but a and b may well go together.
                pairs = [(about.wire, other) for other in names if other != about.wire]
                return [_rule(said, about, pair, minimum, maximum) for pair in pairs], True
            return [_rule(said, about, tuple(names), minimum, maximum)], True
    return [], False


def _names(text: str, about: About) -> list[str]:
    found = re.findall(r"‹([^‹›]+)›|(\bthis (?:parameter|field)\b|\bit\b)", text, re.I)
    return list(dict.fromkeys(name or about.wire for name, _ in found))


def _in_its_case(name: str, about: About) -> str:
    """ "**Days**" for a sibling ``days``, where no other is spelt alike."""
    alike = [one for one in about.siblings if one.casefold() == name.casefold()]
    return alike[0] if name not in about.siblings and len(alike) == 1 else name


def _rule(
    said: Said, about: About, names: tuple[str, ...], minimum: int, maximum: int | None
) -> EitherOr:
    reason = ""
    if minimum and about.location == "query":
        reason = "a query may do without either"
    elif maximum and _BOTH.search(_words(about)):
        reason = "the docs say what holds where both are given"
    elif minimum and any(map(_NEITHER.search, _of_all(names, about))):
        reason = "the docs say what holds where none is given"
    elif minimum and maximum is None and about.wire in names and _OPTIONAL.search(_words(about)):
        if re.match(rf"{_SET} either\b", said.text, re.I):
            # "Set either a or b." of a field that may be left out: one of them at most.
            minimum, maximum = 0, 1
        else:
            reason = "the docs say that it may be left out"
    return EitherOr(
        fields=names, minimum=minimum, maximum=maximum, sentence=said.quote, source=about.field.source,
        certainty="advice" if reason else "hard", reason=reason,
    )  # fmt: skip


_BOTH = re.compile(
    r"\b(?:if|when) (?:both|the two|all)\b|\bprevails?\b|\btakes? precedence\b|\bhigher priority\b",
    re.I,
)
_NEITHER = re.compile(r"\bif neither\b", re.I)
_OPTIONAL = re.compile(
    r"\b(?:left blank by default|is optional|default value is|is left empty by default)\b", re.I
)


def _of_all(names: tuple[str, ...], about: About) -> list[str]:
    """The descriptions of these siblings."""
    fields = [about.siblings[name] for name in names if name in about.siblings]
    return [" ".join(plain(block) for block in one.description) for one in fields]


def _words(about: About) -> str:
    return " ".join(plain(block) for block in about.field.description)
