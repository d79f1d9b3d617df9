"""Form: UUID, IPv4 address, CIDR block… where a whole sentence says that the value is one.

The bare noun ("Specifies a source CIDR block.") is a form only if an example agrees.
"""

from __future__ import annotations

import re

from gen.document import plain
from gen.model import Form, FormName
from gen.rules.about import About, definition, stems, words
from gen.rules.said import Hit, Said, common

NEEDS_EXAMPLE = "the docs name the form only as a noun"
"""Reason of advice that an agreeing example makes a hard rule (see :mod:`gen.rules.evidence`)."""

_UUID = r"(?:standard |valid |36-(?:digit|character|byte) |(?:format|form) of (?:an? |the )?)*(?:Universally Unique Identifier \(UUID\)|Universally Unique Identifier|UUID)(?: format)?(?: regular expression)?(?: rules?| standards?| specifications?)?(?:,?\s*(?:which |that )?(?:containing|contains?|with|of|consisting of|in) (?:a )?(?:length of )?(?P<uuid{0}>32|36)(?: characters?)?(?: in length)?)?(?: with(?:out)? hyphens(?: \(-\))?)?"
_KINDS: tuple[tuple[str, tuple[FormName, ...]], ...] = (
    (r"(?:valid |standard )*IPv4 (?:or|and) IPv6 CIDR(?: blocks?| formats?| notations?)?", ("ipv4-cidr", "ipv6-cidr")),
    (r"(?:valid |standard )*IPv4 (?:or|and) IPv6 (?:address(?:es)?|formats?)", ("ipv4", "ipv6")),
    (r"(?:valid |standard )*(?:IPv6 (?:CIDR block|network segment|subnet|CIDR)|IPv6 CIDR (?:format|notation))(?: format)?", ("ipv6-cidr",)),
    (r"(?:valid |standard )*(?:IPv4 (?:CIDR block|CIDR)|IPv4 CIDR (?:format|notation))(?: format)?", ("ipv4-cidr",)),
    (r"(?:valid |standard )*(?:CIDR blocks?|CIDR format|CIDR notation|CIDR)(?: format| notation)?", ("ipv4-cidr", "ipv6-cidr")),
    (r"(?:valid |standard )*IPv6 (?:address(?:es)?|format)(?: format)?", ("ipv6",)),
    (r"(?:valid |standard )*(?:IPv4 (?:address(?:es)?|format)|dotted decimal notation)(?: format)?(?: in (?:the )?dotted[- ]decimal notation)?", ("ipv4",)),
    (r"(?:valid |standard )*(?:IP address(?:es)?)(?: format)?", ("ipv4", "ipv6")),
    (r"(?:valid |standard )*MAC address(?:es)?(?: format)?", ("mac",)),
)  # fmt: skip
_ONE = "(?:" + "|".join([_UUID.format("@"), *(pattern for pattern, _ in _KINDS)]) + ")"
# "The value is a UUID containing 36 characters or an IPv4 address in dotted decimal notation."
_IS = re.compile(
    r"\b(?P<verb>(?:must|should|can|can only|has to|needs to) (?:be )?(?:in |a |an |the |only |valid |specified in )*|(?:is|are) (?:in |a |an |the |specified in )*|(?:must |should )?(?:compl(?:y|ies)|conforms?|(?:is |be )?compliant) (?:with|to) (?:the )?|in (?:the )?|uses? (?:an? |the )?)"
    rf"(?P<first>{_ONE.replace('@', '1')})(?P<more>(?:,? or (?:in |a |an |the )*{_ONE.replace('@', '2')})*)",
    re.I,
)
# Format: UUID — "The format is UUID." — "Enter a valid IPv4 address."
_WHOLE = re.compile(
    rf"(?P<lead>(?:the )?(?:value |ID )?format (?:is|must be|should be):? (?:the |an? )?|(?:enter|specify|use|provide) an? (?=valid\b))?(?P<first>{_ONE.replace('@', '5')})\.?$",
    re.I,
)
# "The value must be the ID of a subnet and | in the format of the UUID": what has that form is an ID.
_AN_ID = re.compile(
    r"(?:(?:the value|it|this parameter) (?:must be|is) |specif(?:ies|y) |indicates )?(?:the |an? )?(?:[\w-]+ ){0,5}?(?:IDs?|identifiers?)\b(?:,? (?:of|for|to|which|that) (?:[^.;](?!\b(?:or|if|when|unless|not)\b))*)?,?(?: and(?: is| must be)?| which is| that is)?\s*",
    re.I,
)
# "The value must be a valid email address."
_MAIL = re.compile(
    r"\b(?:must|should) be (?:in )?(?:an? |the )?(?:(?:valid |standard )*e-?mail address(?: format)?|e-?mail format)(?: in the \S+@\S+ format)?(?!es| or\b| list)",
    re.I,
)
# "Only UUID is supported."
_ONLY = re.compile(
    rf"^(?:currently,? )?only (?:an? |the )?(?P<first>{_UUID.format('3')})s? (?:is|are) (?:supported|allowed|accepted)",
    re.I,
)
# "IPv6 addresses are not supported." — "Only IPv4 addresses are supported."
_NO_V6 = re.compile(
    r"\bIPv6 (?:addresses|address|CIDR blocks?) (?:are|is) not (?:currently )?supported|\bonly (?:supports )?IPv4 (?:addresses|address|CIDR blocks?)(?: (?:are|is) supported)?",
    re.I,
)
_WITHIN = re.compile(
    r"\s+(?:from|in|within) (?:the|a|an) (?:[a-z]+ ){0,3}(?:subnet|network|VPC|segment|block|range)(?: (?:of (?:the|a) [A-Za-z ]{1,30}|specified by ‹[^‹›]+›))?(?=\s*(?:[.,;]|$))",
    re.I,
)
# "Specifies a source CIDR block."
_NOUN = re.compile(
    r"(?:specifies |indicates )?(?:an? |the )?(?P<words>(?:[a-z][a-z-]* ){0,4})(?P<form>IPv4 CIDR blocks?|IPv6 CIDR blocks?|CIDR blocks?"
    r"|IPv4 address(?:es)?|IPv6 address(?:es)?|IP address(?:es)?)(?: (?:of|for|in) (?:an? |the )?[a-z][\w -]{0,40})?\.?",
    re.I,
)
_MANY = re.compile(r"\bmultiple\b|\bseparated by\b", re.I)
_NETS = re.compile(r"\b(?:address|IP) (?:ranges?|segments?)\b|\bCIDR\b|\bnetwork segments?\b", re.I)
_FILTERING = re.compile(
    r"\b(?:fuzzy|filter|fuzzily|query|search|comma|multiple|separated|range|or)\b", re.I
)


# "Type of the address. The address is an IPv4 or IPv6 address." is told of what has the type.
_KIND_OF = frozenset(("type", "version", "kind", "family", "mode", "protocol", "status"))


def _forms_of(text: str) -> tuple[FormName, ...]:
    found = re.search(r"UUID|Universally Unique", text, re.I)
    if found:
        return ("uuid-hex",) if re.search(r"\b32\b|without hyphens", text) else ("uuid",)
    for pattern, forms in _KINDS:
        if re.search(rf"^(?:an? |in |the )*{pattern}", text.strip(), re.I):
            return forms
    return ()


def read(said: Said, about: About) -> list[Hit]:
    """The forms that one sentence states."""
    if about.value_kind != "string" or _KIND_OF & set(words(about.wire)[-1:]):
        return []
    whole = _WHOLE.match(said.text)
    if whole and (said.label == "format" or whole["lead"]) and (found := _forms_of(whole["first"])):
        return [Hit(0, whole.end(), (Form(forms=found, **common(said, about)),), subject=True)]
    if mail := _MAIL.search(said.text):
        return [Hit(*mail.span(), (Form(forms=("email",), **common(said, about)),))]
    only = _ONLY.search(said.text)
    if only:
        rule = Form(forms=_forms_of(only["first"]), **common(said, about))
        return [Hit(only.start(), only.end(), (rule,), subject=True)]
    match = _IS.search(said.text)
    if not match:
        narrower = _NO_V6.search(said.text)
        return (
            [Hit(narrower.start(), narrower.end(), notes=("no-ipv6",), subject=True)]
            if narrower
            else []
        )
    if said.text[: match.start()].rstrip().lower().endswith(("not", "cannot")):
        return []
    forms: list[FormName] = []
    pieces = [match["first"], *filter(None, re.split(r",?\s+or\s+", match["more"] or ""))]
    for piece in pieces:
        forms += [form for form in _forms_of(piece) if form not in forms]
    if not forms:
        return []
    if match["verb"].strip().lower().startswith(
        ("in", "use", "compl", "conform")
    ) and not re.search(r"\bformat\b|notation", match[0], re.I):
        return []
    rule = Form(forms=tuple(forms), **common(said, about))
    # "… from the subnet of the network" only narrows it.
    within = _WITHIN.match(said.text, match.end())
    end = within.end() if within else match.end()
    named_id = bool(
        {"id", "uuid"} & {name[-len("id") :] for name in about.names} | {"id"} & about.names
    )
    subject = "uuid" in forms and named_id and bool(_AN_ID.fullmatch(said.text[: match.start()]))
    return [Hit(match.start(), end, (rule,), subject=subject)]


def from_noun(about: About) -> list[Form]:
    """A form that the definition names as a noun: advice until an example agrees."""
    if about.value_kind != "string" or about.location in ("query", "header"):
        return []
    text = definition(about.field.description)
    match = _NOUN.fullmatch(text)
    if not match or _FILTERING.search(text):
        return []
    if not stems(match["form"]) & about.names and not about.names & stems(text):
        return []
    forms = _forms_of(match["form"])
    everything = " ".join(plain(block) for block in about.field.description)
    if "address" in match["form"].lower() and (
        _NETS.search(everything) or _MANY.search(everything)
    ):
        # "IP addresses or IP address ranges": the noun is not all that may be given.
        return []
    return [Form(forms=forms, **common(Said(text), about, reason=NEEDS_EXAMPLE))] if forms else []
