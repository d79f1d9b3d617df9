"""Whether a sentence was understood as a whole: who it speaks of, and what is left over.

The text before the first thing understood is the *subject*; it has to be the field.
What stands between and after has to be filler: "in seconds", "which", "and".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gen.rules.about import About, definition, stem, stems
from gen.rules.marked import unmarked
from gen.rules.numbers import UNIT
from gen.rules.said import Hit

# Words that leave a statement as it is.
_FILLER = re.compile(
    r"(?:\b(?:the|a|an|its?|this|these|that|which|who|and|or|it|values?|parameters?|fields?|of|is|are|can|may|must"
    r"|should|shall|will|be|been|has|have|to|in|with|as|set|consists?|contains?|including|include|includes|but"
    r"|currently|only|also|valid|string|strings|character string|integers?|numbers?|numeric|positive|length|long"
    r"|unit|units|measured|expressed|inclusive|included|please|following|supports?|supported|available|option"
    r"|options|possible|allowed|configured|specified|entered|case-sensitive|case sensitive|type"
    r"|respectively|there|then|needs?|format|formats|standard|decimal|between|here|used|both)\b"
    rf"|{UNIT}(?!\w)|[\s,.:;()（）\"'*-]|$)",
    re.I,
)
# Words that change what a statement is about.
HAZARD = re.compile(
    r"\b(?:if|when|unless|except|excluding|other than|otherwise|only for|vary|varies|depends?|depending|not|cannot"
    r"|edition|version|versions|region|regions|account|tenant|quota|by default|recommended|advised|suggested"
    r"|generally|usually|normally|approximately|about|per|each|every|also|or more|at a time)\b",
    re.I,
)
_HARMLESS_BRACKET = re.compile(r"[(（][^()（）]*(?:\([^()]*\)[^()]*)*[)）]")
_SELF = re.compile(
    r"(?:(?:the|this|its|an?|any|each|every|single|valid|supported|allowed|permitted|available|input|configured|specified|parameter|field|attribute|entered|one)(?:\s+|$))*"
    r"(?:values?|parameters?|it|they|field|fields|list|array|length|character string|string|content|contents|attribute|this|input"
    r"|values? range|range|which|that|integer|numbers?|integers?|options?)?"
    r"(?:\s+(?:of|for)\s+(?:the|this|each)?\s*(?:values?|parameters?|fields?|attribute|string|‹(?P<name>[^‹›]*)›))?"
    r"(?:\s+(?:value|parameter|field|string))?",
    re.I,
)
_LEAD = re.compile(
    r"^(?:[-*]\s+|note:?\s+|notice:?\s+|currently,?\s+|in addition,?\s+|additionally,?\s+|and\s+|also,?\s+|but\s+|note that\s+|do(?:\s+|$)"
    r"|here,?\s+|to (?:customize|specify|define|configure) (?:an?|the) [a-z ]{1,30},\s+|moreover,?\s+|(?:it|the value|the name) is case[- ](?:in)?sensitive,?\s+(?:and|it)(?:\s+|$)|(?:enter|input|use|specify|provide)(?:\s+|$)|the unit is [a-z]+,?(?: and|$)\s*|(?:the )?(?:value|options?) range:?\s+|constraints?:?\s+)+",
    re.I,
)
_VERBS = re.compile(
    r"[\s,]*\b(?:is|are|can|may|must|should|shall|will|be|has|have|to|contains?|containing|consist(?:s|ing)?(?: of)?|comprising|having|only|which|that|also"
    r"|and|but|it|number|integer|currently|supports?|with|includes?|including|a|an|the|in|of|as|set|from|value|string|character string|limited"
    r"|with a|whose|ranges?|length|needs?|currently|cannot|not|configured|specified)\b[\s:,]*$",
    re.I,
)
_DEFINES = re.compile(
    r"^(?:(?:specifies|indicates|describes|defines|identifies|represents|specify|records?)\b|[A-Z(])",
    re.I,
)


def subject_is_field(text: str, about: About) -> bool:
    """Whether ``text``, all that stands before what was understood, speaks of the field's own value."""
    rest = _LEAD.sub("", text.strip())
    if other := _OTHER_DEMAND.match(rest):
        # "The remarks must be UTF-8-coded and | can contain": one more demand stands before.
        return subject_is_field(other["who"] or "", about)
    if _is_the_plain_word(rest, about):
        return True
    while True:
        shorter = _VERBS.sub("", rest).strip(" ,:")
        if shorter == rest:
            break
        rest = shorter
    rest = _NUMBER.sub("", _LENGTH_OF.sub("", rest))
    if about.kind == "array":
        rest = _ITEM.sub("", _IN_LIST.sub("", rest))
    if not rest:
        return True
    whole = _SELF.fullmatch(rest)
    if whole:
        name = whole["name"]
        return name is None or name == about.wire
    if rest.strip("‹› ") == about.wire or re.fullmatch(
        rf"(?:the )?(?:value of )?(?:the )?(?:parameter )?‹?{re.escape(about.wire)}›?(?: (?:value|parameter|field))?",
        rest,
        re.I,
    ):
        return True
    if "‹" in rest or HAZARD.search(rest):
        return False
    plain = unmarked(rest)
    named = stems(plain)
    if named and named <= about.topic | stems(about.title) and named & about.names:
        return _heads(plain, about)
    # "Interval of the runs, which supports only …": the definition itself is the subject.
    before = text.strip()
    if _WHICH.match(before) and definition(about.field.description).startswith(before):
        return True
    defines = re.match(r"(?:specifies|indicates)\b", plain, re.I) or re.search(
        r",\s*$", text.rstrip() + ("," if "which" in text else "")
    )
    if _is_the_defined(plain, about) or _is_the_definition(plain, about):
        return True
    return bool(
        defines
        and _DEFINES.match(plain)
        and len(plain) < 160
        and named & about.names
        and _heads(plain, about)
    )


# "The length of the name", "each value in the list"
_LENGTH_OF = re.compile(
    r"^(?:the )?(?:maximum |minimum )?(?:length|value|number) of (?=(?:the|this|each|an?) )", re.I
)
# "valid port numbers": the port
_NUMBER = re.compile(
    r"^(?:(?:valid|supported|allowed|available) )?(?=[a-z])|(?<=[A-Za-z]) (?:numbers?|address(?:es)?)$",
    re.I,
)
_IN_LIST = re.compile(r" (?:in|of) (?:the|this) (?:list|array)$", re.I)
_ITEM = re.compile(r"^(?:(?:each|every|an?|one|single) )(?:(?:item|element|entry|member)$)?", re.I)
_OTHER_DEMAND = re.compile(
    r"^(?:(?P<who>[^‹›:]{1,60}?),?\s+(?:(?:which|that) )?)?(?:must|can|cannot|should) (?:(?!\b(?:if|when|unless|or|(?<!for )each|every)\b)[^‹›:]){1,90}\s+and"
    r"(?:\s+(?:be|can|must|should|is|has|have|the|its?|value|range|ranges|length|contains?|contain|consists?|of|an?|cannot|only|from|with|in))*$",
    re.I,
)


_PLAIN_WORD = re.compile(
    r"(?:an?|the|each|every|one)?\s*(?P<what>(?:[a-z]+ )??)values?(?:\s+(?:can|may|must|should|cannot|contains?|is|are|be|only|consists?|of))*\s*",
    re.I,
)


def _is_the_plain_word(text: str, about: About) -> bool:
    """ "A tag value contains" of a field ``value``, whose name is too common to be a topic."""
    match = _PLAIN_WORD.fullmatch(text) if about.wire.lower() in ("value", "values") else None
    return match is not None and stems(match["what"]) - {"tag", "resource"} <= about.topic | stems(
        about.title
    )


def _is_the_definition(plain: str, about: About) -> bool:
    """ "Email address with a maximum of 255 characters": the sentence defines the field and goes on."""
    whole = definition(about.field.description)
    return (
        whole.startswith(plain)
        and len(plain) < 80
        and bool(stems(plain) & about.names)
        and not re.search(r"\b(?:is|are|can|must|may|has|have|that|which|keys?)\b|:", plain, re.I)
    )


# "…, which |": what follows tells of all that stands before.
_WHICH = re.compile(r"^(?:(?!\b(?:consists?|includ\w+|contain\w*)\b)[^‹›:.]){4,120}, which$", re.I)


def _is_the_defined(plain: str, about: About) -> bool:
    """Whether a short subject ("the identifier") is what the definition says that the field is."""
    phrase = re.split(
        r"\b(?:of|for|in|to|that|which|on|with|used|by|when|whose)\b|[,.(]",
        re.sub(r"^(?:specifies|indicates)\s+", "", definition(about.field.description), flags=re.I),
    )[0]
    defined, named = re.findall(r"[A-Za-z]+", phrase), stems(plain)
    tail = re.findall(r"[A-Za-z]+", plain)
    return bool(
        defined
        and named
        and named <= stems(phrase)
        and stem(tail[-1].lower()) == stem(defined[-1].lower())
    )


def _heads(plain: str, about: About) -> bool:
    # "the name of the key" is about a name, "key length" about a length: the head noun
    # has to be one that the field's own name has.
    phrase = re.split(
        r"\b(?:of|for|in|to|that|which|on|with|used|by)\b|,",
        re.sub(r"^(?:specifies|indicates)\s+", "", plain, flags=re.I),
    )[0]
    tail = re.findall(r"[A-Za-z]+", phrase)
    return bool(tail) and bool(stems(tail[-1]) <= about.names or stems(plain) <= about.names)


def left_over(text: str, hits: Sequence[Hit], about: About) -> str:
    """What of the text after the first hit no family, no filler and no word for the field explains."""
    spans = sorted((hit.start, hit.end) for hit in hits)
    pieces, at = [], spans[0][1]
    for start, end in spans[1:]:
        if start > at:
            pieces.append(text[at:start])
        at = max(at, end)
    pieces.append(text[at:])
    residue = " ".join(filter(None, map(_residue, pieces))).split()
    known = about.names | ({"each", "every"} if about.kind == "array" else set())
    return " ".join(word for word in residue if stem(word.lower()) not in known)


# "… and must start with a letter": one more demand leaves the first as it stands, unlike "or 0".
_AND_MORE = re.compile(
    r"(?:,\s*|\s+)(?:and|but|, it|which)\s+(?:(?:it|they|the [a-z]+|the (?:parameter )?value)\s+)?(?:must|cannot|can't|can not|should|may not|does not|do not|is not"
    r"|needs?|has to|contains?|starts?|starting|ends?|ending|less than|greater than|no less than|corresponds?|will|not|identif\w+)\b(?P<rest>.*)$",
    re.I | re.S,
)


def _residue(piece: str) -> str:
    more = _AND_MORE.search(piece)
    if more and not re.search(
        r"\b(?:if|when|unless|default|also|except|or else)\b", more["rest"], re.I
    ):
        piece = piece[: more.start()]
    bare = _HARMLESS_BRACKET.sub(lambda found: " " if _explains(found[0]) else found[0], piece)
    # ", indicating that …" and ", which means …" explain and restrict nothing.
    bare = re.sub(
        r",?\s*(?:(?:and |which |this |where )?(?:‹[^‹›]*› )?(?:indicat\w+|mean\w*|represent\w*|specif(?:ies|ying))|where ‹[^‹›]*› )\b.*$",
        "",
        bare,
        flags=re.I | re.S,
    )
    out, at = [], 0
    while at < len(bare):
        found = _FILLER.match(bare, at)
        if found and found.end() > at:
            at = found.end()
            continue
        word = re.compile(r"‹[^‹›]*›|\w+|.", re.S).match(bare, at)
        assert word is not None
        out.append(word[0])
        at = word.end()
    return " ".join(out)


def _explains(bracket: str) -> bool:
    return not re.search(
        r"\b(?:except|exclud\w+|not|unless|if|when|only|default|other|reserved|vary|varies|region|edition|version)\b",
        bracket,
        re.I,
    )
