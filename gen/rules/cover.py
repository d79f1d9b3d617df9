"""Whether a sentence speaks of the field: the text before the first thing understood is its subject."""

from __future__ import annotations

import re

from gen.rules.about import About, definition, head_phrase, stem, stems
from gen.rules.marked import unmarked

# Words that change what a statement is about.
_HAZARD = re.compile(
    r"\b(?:if|when|unless|except|excluding|other than|otherwise|only for|vary|varies|depends?|depending|not|cannot"
    r"|edition|version|versions|region|regions|account|tenant|quota|by default|recommended|advised|suggested"
    r"|generally|usually|normally|approximately|about|per|each|every|also|or more|at a time)\b",
    re.I,
)
_SELF = re.compile(
    r"(?:(?:the|this|its|an?|any|each|every|single|hexadecimal|valid|possible|supported|allowed|permitted|available|input|configured|specified|parameter|field|attribute|header|entered|one)(?:\s+|$))*"
    r"(?:values?|parameters?|it|they|field|fields|header|list|array|length|character string|string|content|contents|attribute|this|input"
    r"|values? range|range|which|that|integer|numbers?|integers?|options?)?"
    r"(?:\s+(?:of|for)\s+(?:the|this|each)?\s*(?:values?|parameters?|fields?|attribute|string|‹(?P<name>[^‹›]*)›))?"
    r"(?:\s+(?:value|parameter|field|string))?",
    re.I,
)
# "A single string cannot exceed …": a part of one value
_ONE_OF_MANY = re.compile(r"(?:(?:an?|the) )?(?:single|each|every)\b", re.I)
_LEAD = re.compile(
    r"^(?:[-*]\s+|(?:ensure|make sure) that\s+|note:?\s+|notice:?\s+|currently,?\s+|in addition,?\s+|additionally,?\s+|and\s+|also,?\s+|but\s+|note that\s+|do(?:\s+|$)"
    r"|here,?\s+|to (?:customize|specify|define|configure) (?:an?|the) [a-z ]{1,30},\s+|it is (?:left )?(?:blank|empty) by default,?(?: and)?(?:\s+|$)|moreover,?\s+|(?:it|the (?:[a-z]+ ){0,2}(?:value|name)) is case[- ](?:in)?sensitive,?\s+(?:and|it)(?:\s+|$)|(?:you can )?(?:enter|input|use|specify|provide)(?:\s+|$)|the unit is [a-z]+,?(?: and|$)\s*|(?:the )?(?:value|options?) range:?\s+(?!of\b)|constraints?:?\s+)+",
    re.I,
)
_VERBS = re.compile(
    r"[\s,]*\b(?:is|are|can|may|must|should|shall|will|be|has|have|to|contains?|containing|consist(?:s|ing)?(?: of)?|comprising|having|only|which|that|also"
    r"|and|but|it|number|integer|currently|supports?|with|includes?|including|a|an|the|in|of|as|set|from|value|string|character string|positive|non-negative|limited"
    r"|with a|whose|ranges?|length|needs?|does|currently|cannot|not|configured|specified|(?:globally )?unique)\b[\s:,]*$",
    re.I,
)
_DEFINES = re.compile(
    r"^(?:(?:specifies|indicates|describes|defines|identifies|represents|specify|records?)\b|[A-Z(])",
    re.I,
)


# "It tells the cause, and its value | can be …"
_ITS_VALUE = re.compile(
    r"[^,;]{4,}(?:,|;|,? and|;? but) (?:its|the parameter)(?: value| length)?(?:\s+(?:range|is|can|must))*$",
    re.I,
)


def subject_is_field(text: str, about: About) -> bool:
    """Whether ``text``, all that stands before what was understood, speaks of the field's own value."""
    rest = _LEAD.sub("", text.strip())
    if _ITS_VALUE.search(rest):
        return True
    if other := _OTHER_DEMAND.match(rest):
        # "The remarks must be UTF-8-coded and | can contain": one more demand stands before.
        return subject_is_field(other["who"] or "", about)
    if sooner := _SOONER.match(rest) or _IS_ONE.match(rest):
        return subject_is_field(sooner["who"], about)
    if _is_the_plain_word(rest, about):
        return True
    while True:
        shorter = _VERBS.sub("", rest).strip(" ,:")
        if shorter == rest:
            break
        rest = shorter
    if about.value_kind == "string" and about.kind != "array":
        rest = _TOTAL.sub("", rest)
    rest = _NUMBER.sub("", _LENGTH_OF.sub("", rest))
    if about.kind == "array":
        rest = _ITEM.sub("", _IN_LIST.sub("", rest))
    if not rest:
        return True
    whole = _SELF.fullmatch(rest)
    if whole and about.kind != "array" and _ONE_OF_MANY.match(rest):
        return False
    if whole:
        name = whole["name"]
        return name is None or name == about.wire or _is_short_for(name, about)
    if rest.strip("‹› ") == about.wire or re.fullmatch(
        rf"(?:the )?(?:value of )?(?:the )?(?:parameter )?‹?{re.escape(about.wire)}›?(?: (?:value|parameter|field))?",
        rest,
        re.I,
    ):
        return True
    if "‹" in rest or _is_hazardous(rest, about):
        return False
    plain = unmarked(rest)
    named = stems(plain)
    if named and named - {"id", "name"} == about.names - {"id", "name"} and named >= about.names:
        # "The VLAN ID" of a field ``vlan``, "bucket names" of a ``bucket``.
        return True
    named_alike = named and named <= about.topic | stems(about.title) and named & about.names
    if named_alike and _heads(plain, about):
        return True
    # "Interval of the runs, which supports only …": the definition itself is the subject.
    before = text.strip()
    if _WHICH.match(before) and definition(about.field.description).startswith(before):
        return True
    defines = re.match(r"(?:specifies|indicates)\b", plain, re.I) or re.search(
        r",\s*$", text.rstrip() + ("," if "which" in text else "")
    )
    if _repeats_the_definition(plain, about):
        return True
    if _is_the_defined(plain, about) or _is_the_definition(plain, text, about):
        return True
    if about.kind == "integer" and (counted := _HOW_MANY.fullmatch(plain)):
        return stems(counted["what"]) <= about.names
    return bool(
        defines
        and _DEFINES.match(plain)
        and len(plain) < 160
        and named & about.names
        and _heads(plain, about)
    )


def _is_short_for(name: str, about: About) -> bool:
    """``cmkid`` for ``__system__cmkid``."""
    return len(name) > 3 and about.wire.endswith(name) and name not in about.siblings


def _is_hazardous(text: str, about: About) -> bool:
    """Whether a word changes what a statement is about; "version" is none of a field ``version``."""
    found = (match[0].lower() for match in _HAZARD.finditer(text))
    return any(stem(word) not in about.names for word in found)


# "The length of the name", "each value in the list"
_LENGTH_OF = re.compile(
    r"^(?:the )?(?:maximum |minimum |total )?(?:length|value(?: range)?|range|number) of (?=(?:the|this|each|an?) )",
    re.I,
)
# "The number of lanes ranges from …" of an integer ``lanes``
_HOW_MANY = re.compile(r"(?:the )?(?:total )?number of (?P<what>[a-z]+)", re.I)
# "The total length cannot exceed …" of a string
_TOTAL = re.compile(r"^(?:the |its )?(?:total|overall|whole)(?: length)?$", re.I)
# "valid port numbers": the port
_NUMBER = re.compile(
    r"^(?:(?:valid|supported|allowed|available) )?(?=[a-z])|(?<=[A-Za-z]) (?:numbers?|address(?:es)?)$",
    re.I,
)
_IN_LIST = re.compile(r" (?:in|of) (?:the|this) (?:list|array)$", re.I)
_ITEM = re.compile(
    r"^(?:(?:each|every|an?|one|single) )(?:(?:item|element|entry|member)$)?|^(?:item|element|entry)$",
    re.I,
)
_OTHER_DEMAND = re.compile(
    r"^(?:(?P<who>[^‹›:]{1,60}?),?\s+(?:(?:which|that) )?)?(?:must|can|cannot|should|is set) (?:‹[^‹›]*›|(?!\b(?:if|when|unless|or|(?<!for )each|every)\b)[^:‹›]){1,90}\s+and"
    r"(?:\s+(?:be|can|must|should|is|has|have|the|its?|value|range|ranges|length|contains?|contain|consists?|of|an?|cannot|only|from|with|in|match|matches|meets?|compl(?:y|ies)|regular|expression))*$",
    re.I,
)


# "The password cannot be a or b, and must |": the subject stands before the first demand.
_SOONER = re.compile(
    r"(?P<who>[^,;:‹›]{1,60}?) (?:must|can|cannot|should) (?:(?!\b(?:if|when|unless|each|every)\b)[^:;‹›]){1,120}, and(?: it)?(?: must| can| cannot| should)?$",
    re.I,
)
# "It must be an absolute path | starting with …"
_IS_ONE = re.compile(
    r"(?P<who>it|the value|this parameter) (?:must be|is) an? [a-z -]{3,40}$", re.I
)
_PLAIN_WORD = re.compile(
    r"(?:an?|the|each|every|one)?\s*(?P<what>(?:[a-z]+ )??)(?P<word>values?|keys?)(?:\s+(?:can|may|must|should|cannot|contains?|is|are|be|only|consists?|of))*\s*",
    re.I,
)


def _is_the_plain_word(text: str, about: About) -> bool:
    """ "A tag value contains" of a field ``value``, whose name is too common to be a topic."""
    match = (
        _PLAIN_WORD.fullmatch(text)
        if about.wire.lower() in ("value", "values", "key", "keys")
        else None
    )
    return (
        match is not None
        and match["word"].rstrip("s") == about.wire.rstrip("s")
        and stems(match["what"]) - {"tag", "resource"} <= about.topic | stems(about.title)
    )


def _is_the_definition(plain: str, text: str, about: About) -> bool:
    """ "Email address with a maximum of 255 characters": the sentence defines the field and goes on."""
    whole = definition(about.field.description)
    # Of one value, the words that begin the definition can only speak of it.
    own = about.kind not in ("array", "object", "any") and not _PARTS.search(plain)
    own = own and not _SAYS.search(text)
    return (
        whole.startswith(plain)
        and len(plain) < 80
        and (own or bool(stems(plain) & about.names))
        and not re.search(r"\b(?:is|are|can|must|may|has|have|that|which|keys?)\b|:", plain, re.I)
    )


# With a verb it is no definition: "Attachments cannot be …".
_SAYS = re.compile(
    r"\b(?:cannot|can|must|should|shall|may|is|are|has|have|do(?:es)?|contains?|supports?|ranges?|need)\b",
    re.I,
)
# "Tags, each of up to 36 characters": of its parts.
_PARTS = re.compile(r"\b(?:each|every|keys?|per|lists?|if|when|unless|not|whether|one of)\b", re.I)
# "…, which |": what follows tells of all that stands before.
_WHICH = re.compile(
    r"^(?:(?!\b(?:consists?|includ\w+|contain\w*)\b)[^‹›:.]){4,120}, which(?: (?:can|must|should|may|cannot))?(?: only)?(?: (?:contain|contains|consist of|consists of|be|is|has|have|ranges?))?$",
    re.I,
)


def _is_the_defined(plain: str, about: About) -> bool:
    """Whether a short subject ("the identifier") is what the definition says that the field is."""
    phrase = head_phrase(definition(about.field.description))
    defined, named = re.findall(r"[A-Za-z]+", phrase), stems(plain)
    tail = re.findall(r"[A-Za-z]+", plain)
    return bool(
        defined
        and tail
        and named
        and named <= stems(definition(about.field.description))
        and stem(tail[-1].lower()) == stem(defined[-1].lower())
    )


def _repeats_the_definition(plain: str, about: About) -> bool:
    """ "The number of lamps" where the definition begins "Number of lamps": at least two words of it."""
    told = re.sub(r"^the ", "", plain, flags=re.I).lower()
    whole = definition(about.field.description)
    if " " not in told or _SAYS.search(whole.partition(", which")[0]):
        return False
    return re.match(rf"(?:the )?{re.escape(told)}(?!\w)", whole, re.I) is not None


def _heads(plain: str, about: About) -> bool:
    # "the name of the key" is about a name, "key length" about a length: the head noun
    # has to be one that the field's own name has.
    phrase = head_phrase(plain)
    tail = re.findall(r"[A-Za-z]+", phrase)
    return bool(tail) and bool(stems(tail[-1]) <= about.names or stems(plain) <= about.names)
