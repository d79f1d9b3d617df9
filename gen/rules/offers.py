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
    r"(?:\s+only)?(?:\s+(?:to\s+)?(?:either|one|any)(?:\s+of(?:\s+the)?\s+(?:available|supported|valid|allowed|following)(?:\s+[a-z]+){1,3}\s*:|\s+of)?)?(?:\s+the following(?:\s+values?)?)?\s*:?\s*"
)
# "Options: **a**, **b**" — "The options are **a** and **b**." — "Value range: **a** or **b**"
OPTIONS = (
    r"(?:\b(?:value |available |valid |possible |supported |enumerated |enumeration |optional |the )*(?:options?|values?)(?: options?| range)?\s*"
    r"(?:\bare\b|\bis\b|\bincludes?\b|:|\bare as follows:)\s*(?:either |one of )?)"
)
# "Values that can be selected are **a** and **b**."
_SELECTABLE = rf"^(?:the )?(?:values?|options?) that (?:can|may) be (?:selected|set|used|specified) (?:are|is|include)\s*:?\s*{LISTED}"
# "The value is **a** or **b**." (at least two) — "fixed at **a**"
_IS = r"\b(?:is|are)(?:\s+(?P<fixed>fixed(?:\s+(?:at|to|as))?|always|consistently|only))?\s+(?:set to\s+)?(?:either |(?:any )?one of (?:the following(?: values| options)?)?:? ?)?"
# "Supported fields: **a**, **b**" — the noun has to be what the field is
_SUPPORTED = r"\b(?:supported|available|valid|allowed|permitted|possible)\s+(?P<noun>[a-z]+(?: [a-z]+)?)\s*(?:\bare\b|\bincludes?\b|:|\bare as follows:)\s*"
# "Set this parameter to **a**."
_SET_TO = r"^(?:please )?set (?:this (?:parameter|field)|it|the value|its value) to (?:either )?"
# "The value can only be a_b." — "This parameter must be set to AB." — "The value is fixed at ab."
ONLY_BARE = re.compile(
    r"\b(?:can only be(?: set to)?|(?:must|should) (?:only )?be (?:set|fixed) to|(?:must|should) be|is (?:always|fixed)(?: at| to| as)?|is only|only the value|supports only|(?:valid|allowed|supported|available|permitted|possible) (?:value|option) is)\s+"
    r"(?P<bare>[A-Za-z0-9][\w-]*(?:[.:/][\w-]+)*)(?= (?:is|can be) (?:supported|used|allowed)|\s*(?:$|[.;]\s*$|,? (?:currently|now|indicating|which)\b))",
    re.I,
)
# "Only a_b is supported."
ONLY_COINED = re.compile(
    r"^(?:currently,? )?only (?P<bare>[A-Za-z0-9]\w*) (?:is|can be) (?:currently )?(?:supported|used|allowed|available)(?: currently)?\.?$",
    re.I,
)
# "The valid value is **a**."
_VALID_IS = (
    rf"\b(?:valid|allowed|supported|permitted|available|possible) (?:value|option) is\s+{LISTED}"
)
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
_ALLOWED = r"(?:currently )?(?:supported|allowed|available|used|valid|accepted|permitted|specified|set|selected|configured)"
# "Only **a** and **b** are supported." — "Only the **a** mode is supported."
_ONLY_SUPPORTED = rf"\bonly\s+(?:type |the values? |values? |the )?{LISTED}(?:\s+(?:value|option|mode|type|format)s?)?\s+(?:is|are|can be)\s+{_ALLOWED}"
# "The values **a** and **b** are supported." Without "values" it may be about anything.
_ARE_SUPPORTED = rf"^(?:currently, )?(?:the )?(?:values|options) {LISTED}\s+are\s+(?:currently )?(?:supported|available|allowed)(?= ?[.;]?$)"
# "The following values are supported: **a**, **b**."
_FOLLOWING = rf"\bthe following (?:values?|options?|types?|modes?) (?:is|are) (?:currently )?(?:supported|available|allowed|valid|used)\s*:\s*{LISTED}"
# "Job types include the following: **a**, **b**."
_INCLUDED_NOUN = rf"^(?P<noun>[A-Z][a-z]*(?: [a-z]+){{0,2}}) (?:include|are)(?: the following| as follows)?\s*:\s*{LISTED}"
# "The following methods are supported: **a**, **b**." where that is what the field is
_FOLLOWING_NOUN = rf"^(?:currently,? )?(?:only )?the following (?P<noun>[a-z]+(?: [a-z]+)?) (?:is|are) (?:currently )?(?:supported|available|allowed|valid)\s*:\s*{LISTED}"
# "**a** is the only supported value."
_IS_THE_ONLY = rf"^{LISTED} (?:is|are) the only (?:[a-z]+ )?(?:values?|options?)(?: (?:currently )?(?:supported|available|allowed))?"
# "Values other than **a** are not supported."
_NO_OTHER = rf"^(?:no (?:values?|options?) other than |(?:values|options) other than (?=.*\bare not\b)){LISTED} (?:is|are) (?:not )?(?:currently )?(?:supported|allowed|valid)"
# "Fixed value: **a**" — "Fixed at **a**."
_FIXED = rf"^(?:(?:the |it has a )?(?:fixed|constant) value(?: is|:| of)?|fixed (?:at|to|as)|(?:the value is )?a constant(?: value)?:?)\s*{LISTED}"
# "You can only set this parameter to **a**."
_ONLY_SET = rf"^(?:currently, )?(?:(?:you|users|tenants) can )?only set (?:this (?:parameter|field)|it|the value|its value) to (?:either )?{LISTED}"
# "Select **a** or **b**." — "One of **a**, **b**, and **c**."
_SELECT = rf"^(?:(?:select|choose|enter|specify|use|set) (?:an? [a-z]+ (?:from|among)(?: the following)?:? |either |(?:any |either )?one of (?:the following(?: values| options)?:? )?)?|(?:any |either )?one of (?:the following(?: values)?:? )?){LISTED}(?= ?[.;]?$)"
# "Mode of the thing: **a** or **b**." — "Mode (**a** or **b**)"
_DEFINED_AS = rf"^[A-Z][A-Za-z -]{{2,60}}(?:: | ?\(|, (?:either )?){LISTED}\)?(?= ?[.;]?$)"
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
    rf"|(?:^|[,:] |there are |currently,? )(?:{_NUMBER_WORDS}) (?:(?P<what2>(?:[a-z]+ ){{1,3}})(?:are|is) (?:currently )?(?:available|supported|provided|allowed)|(?P<what6>(?:[a-z]+ ){{0,2}}[a-z]+):)"
    r"|\b(?:can|may|must|could) be (?:(?:one|any|either) of )?the following(?: [a-z]+){0,2}"
    r"|^(?:currently,? )?(?:the )?(?:supported|available|valid|allowed|permitted|possible) (?P<what3>(?:[a-z]+ ){0,2}[a-z]+)(?: are| include| includes| are as follows)?"
    r"|\b(?:can |may |must )?(?:be )?(?:in )?(?:one|any|either) of the following (?P<what4>[a-z]+)"
    r"|^(?:select|choose|specify|enter) (?:one of the following|an?|the) (?P<what5>[a-z]+)"
    r"|\b(?:options?|values?) (?:are|is) (?:listed|described|given|shown) (?:below|as follows)"
    r"|^enumerated values include)\s*:?$",
    re.I,
)
# Range: Valid devices. — "Whether it worked: Options:"
_PLAIN_KINDS = re.compile(
    r"(?:valid|supported|available|possible|allowed) [a-z]+(?: [a-z]+)?[.:]?", re.I
)
_HEADED = re.compile(
    r"(?:[.:;]|^)\s*(?:(?:the )?(?:value |available |valid |possible |supported )?(?:options?|values?)(?: (?:are|is)(?: as follows)?)?|value range|enumerat(?:ion|ed) values?)\s*:$",
    re.I,
)
# "The state of the lamp, which can be:"
_WHICH_CAN_BE = re.compile(r",? (?:which|and|that) (?:can|may|must) be(?: set to)?\s*:?$", re.I)
# "…, and its options include:"
_ITS_OPTIONS = re.compile(
    r",? and (?:its|the) (?:options?|values?) (?:include|are|can be)(?: as follows)?\s*:$", re.I
)
_FOLLOWS = re.compile(
    r"\b(?:options?|values?|types?|status(?:es)?|states?|modes?)\b[^.]*\bas follows\s*:?$", re.I
)
STATED = re.compile(_IS + LISTED, re.I)
NOUN_LIST = re.compile(_SUPPORTED + LISTED, re.I)
FOLLOWING_NOUN = re.compile(_FOLLOWING_NOUN, re.I)
INCLUDED_NOUN = re.compile(_INCLUDED_NOUN)
TOLD_TO_SET = re.compile(_SET_TO + LISTED, re.I)
ONLY_SUPPORTED = re.compile(_ONLY_SUPPORTED, re.I)
SELECTED = re.compile(_SELECT, re.I)
DEFINED_AS = re.compile(_DEFINED_AS, re.I)
PATTERNS = (
    (ONLY_SUPPORTED, 1), *((re.compile(pattern, re.I), 1) for pattern in (
        _THE_ONLY + LISTED, _SUPPORTS_ONLY + LISTED, _IS_THE_ONLY, _NO_OTHER, _FIXED, _ONLY_SET,
        _VALID_IS,
    )),
    *((re.compile(pattern, re.I), 2) for pattern in (_ARE_SUPPORTED, _FOLLOWING, _SELECTABLE)), (SELECTED, 2), (DEFINED_AS, 2),
    (TOLD_TO_SET, 1),
    (re.compile(CAN_BE + LISTED, re.I), 1), (re.compile(OPTIONS + LISTED, re.I), 1), (NOUN_LIST, 2), (FOLLOWING_NOUN, 2), (INCLUDED_NOUN, 2), (STATED, 1),
)  # fmt: skip


def is_headed(text: str) -> bool:
    """Whether a sentence ends in a heading for its list: "Options:"."""
    return _HEADED.search(text) is not None


def introduces(said: Said, about: About) -> bool:
    """Whether the sentence says that the list below it holds the values."""
    text = said.text.strip()
    if said.label == "enum":
        return True
    if said.label == "range" and (not text or is_nothing(text) or _PLAIN_KINDS.fullmatch(text)):
        return True
    if is_headed(text) or _ITS_OPTIONS.search(text) or _WHICH_CAN_BE.search(text):
        return True
    if re.search(
        r"\b(?:some of|for example|such as|when|if|requirements?|conditions?|scenarios?|operations)\b",
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
    noun = next((groups[f"what{n}"] for n in ("", 2, 3, 4, 5, 6) if groups[f"what{n}"]), "").split()
    head = stem(noun[-1].lower()) if noun else "value"
    return head in {"value", "option", "enumeration"} or head in about.topic
