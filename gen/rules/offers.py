"""How the docs offer values: the words before a list that make it a choice."""

from __future__ import annotations

import re

from gen.rules.about import About, is_nothing, stem
from gen.rules.listed import LISTED
from gen.rules.numbers import WORDS
from gen.rules.said import Said

_NUMBER_WORDS = "|".join(WORDS)
_MODAL = r"(?:can|could|may|must|should|shall|needs? to|has to|have to)"

# "The value can be **a** or **b**." — "It must be set to **a**." — "can only be **a**"
CAN_BE = (
    rf"\b{_MODAL}(?:\s+only|\s+currently|\s+either)*\s+be(?:\s+only)?(?:\s+(?:set|configured|specified)\s+(?:to|as))?"
    r"(?:\s+only)?(?:\s+(?:to\s+)?(?:either|one|any)(?:\s+of)?)?(?:\s+the following(?:\s+values?)?)?\s*:?\s*"
)
# "Options: **a**, **b**" — "The options are **a** and **b**." — "Value range: **a** or **b**"
OPTIONS = (
    r"(?:\b(?:value |available |valid |possible |supported |the )*(?:options?|values?)(?: options?| range)?\s*"
    r"(?:\bare\b|\bis\b|\bincludes?\b|:|\bare as follows:)\s*(?:either |one of )?)"
)
# "The value is **a** or **b**." (at least two) — "fixed at **a**"
_IS = r"\b(?:is|are)(?:\s+(?P<fixed>fixed(?:\s+(?:at|to|as))?|always|only))?\s+(?:set to\s+)?(?:either )?"
# "Supported fields: **a**, **b**" — the noun has to be what the field is
_SUPPORTED = r"\b(?:supported|available|valid|allowed|permitted|possible)\s+(?P<noun>[a-z]+(?: [a-z]+)?)\s*(?:\bare\b|\bincludes?\b|:|\bare as follows:)\s*"
# "Set this parameter to **a**."
_SET_TO = r"^(?:please )?set (?:this (?:parameter|field)|it|the value|its value) to (?:either )?"
# "supports only **a** currently" — "The only value that is currently supported is **a**."
_SUPPORTS_ONLY = (
    r"\b(?:supports? only|only supports?|can only be|currently supports? only)\s+(?:the values? )?"
)
_THE_ONLY = r"\bthe only (?:[a-z]+ )?(?:value|option)(?: (?:of this (?:parameter|field)|(?:that|which) (?:is|can be) (?:currently )?(?:supported|used|allowed|set)|supported|available|allowed|currently))* is\s+"
# "The value is a_b / c_d."
SLASHED = re.compile(
    r"\b(?:value|type|it|mode|status) (?:is|can be) (?:either |one of )?(?P<bare>[A-Za-z0-9][\w-]*(?:\s/\s[A-Za-z0-9][\w-]*)+)(?=\s*(?:\.|;|$))",
    re.I,
)
# "Only **a** and **b** are supported."
_ONLY_SUPPORTED = rf"\bonly\s+(?:type |values? |the values? )?{LISTED}\s+(?:is|are|can be)\s+(?:supported|allowed|available|used|valid)"
# "supports **a** and **b**", "Supported values: …" are options too, "supports only" above all.
_INTRO = re.compile(
    r"(?:(?:^|\b(?:the|its?|which|this (?:parameter|field)|value|available|valid|supported|possible|enumerated?|enumeration)\s)[^.:‹]{0,60}?"
    r"(?:(?:options?|values?|enum\w*)(?:\s+(?:of|for|range)\b[^.:‹]{0,40}?)?\s*(?:are|is|include|includes|can be|may be|must be|should be)?"
    r"(?:\s+(?:set to))?(?:\s+(?:any|one|either))?(?:\s+of)?(?:\s+the)?(?:\s+following)?(?:\s+values?|\s+options?)?(?:\s+as follows)?"
    r"(?:\s+and is case[- ](?:in)?sensitive)?"
    r"|(?:type|state|status|mode|parameter|field|it|policy|level|action)s?\s+(?:can be|may be|must be|is one of|are|can be set to)"
    r"(?:\s+(?:any|one|either))?(?:\s+of)?(?:\s+the)?(?:\s+following)?(?:\s+values?|\s+options?)?(?:\s+as follows)?))\s*:?$",
    re.I,
)
# "The following protocols are supported:" — "Two modes are available:" — "which can be the following:"
_CLOSED = re.compile(
    rf"(?:\b(?:the )?following (?P<what>(?:[a-z]+ ){{0,3}})(?:are|is) (?:currently )?(?:supported|available|allowed|valid|provided|permitted)"
    rf"|(?:^|[,:] |there are |currently,? )(?:{_NUMBER_WORDS}) (?P<what2>(?:[a-z]+ ){{1,3}})(?:(?:are|is) (?:currently )?(?:available|supported|provided|allowed)|:)"
    r"|\b(?:can|may|must|could) be (?:(?:one|any|either) of )?the following(?: [a-z]+){0,2}"
    r"|^(?:currently,? )?(?:the )?(?:supported|available|valid|allowed|permitted) (?P<what3>(?:[a-z]+ ){0,2}[a-z]+)(?: are| include| includes| are as follows)?"
    r"|^enumerated values include)\s*:?$",
    re.I,
)
_FOLLOWS = re.compile(
    r"\b(?:options?|values?|types?|status(?:es)?|states?|modes?)\b[^.]*\bas follows\s*:?$", re.I
)
STATED = re.compile(_IS + LISTED, re.I)
NOUN_LIST = re.compile(_SUPPORTED + LISTED, re.I)
TOLD_TO_SET = re.compile(_SET_TO + LISTED, re.I)
PATTERNS = (
    (re.compile(_ONLY_SUPPORTED, re.I), 1), (re.compile(_THE_ONLY + LISTED, re.I), 1),
    (re.compile(_SUPPORTS_ONLY + LISTED, re.I), 1), (TOLD_TO_SET, 1),
    (re.compile(CAN_BE + LISTED, re.I), 1), (re.compile(OPTIONS + LISTED, re.I), 1), (NOUN_LIST, 2), (STATED, 1),
)  # fmt: skip


def introduces(said: Said, about: About) -> bool:
    """Whether the sentence says that the list below it holds the values."""
    text = said.text.strip()
    if said.label == "enum":
        return True
    if said.label == "range" and (not text or is_nothing(text)):
        return True
    if re.search(
        r"\b(?:for example|such as|when|if|requirements?|conditions?|scenarios?|operations)\b",
        text,
        re.I,
    ):
        return False
    closed = _CLOSED.search(text)
    if closed and _offers_the_field(closed, about):
        return True
    return bool(_INTRO.search(text) or _FOLLOWS.search(text))


def _offers_the_field(closed: re.Match[str], about: About) -> bool:
    """ "The following operators are supported" offers operators: is that what the field is?"""
    groups = closed.groupdict()
    noun = (groups.get("what") or groups.get("what2") or groups.get("what3") or "").split()
    head = stem(noun[-1].lower()) if noun else "value"
    return head in {"value", "option", "enumeration"} or head in about.topic
