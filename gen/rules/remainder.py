"""What of a sentence is left over once the families have taken theirs.

What stands between and after has to be filler ("in seconds", "which", "and") or one
more demand; anything else makes the statement advice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gen.rules.about import About, stem
from gen.rules.numbers import UNIT
from gen.rules.said import Hit

# Words that leave a statement as it is.
_FILLER = re.compile(
    r"(?:\b(?:the|a|an|its?|this|these|that|which|who|and|or|nor|it|values?|parameters?|fields?|of|is|are|can|may|must"
    r"|should|shall|will|be|been|has|have|to|in|with|as|set|consists?|contains?|including|include|includes|but"
    r"|currently|only|also|valid|string|strings|character string|integers?|numbers?|numeric|positive|length|long"
    r"|unit|units|measured|expressed|inclusive|included|please|following|supports?|supported|available|option"
    r"|options|possible|allowed|configured|specified|entered|case-sensitive|case sensitive|type"
    r"|respectively|there|then|needs?|format|formats|standard|decimal|between|here|used|both|whose|range)\b"
    rf"|{UNIT}(?!\w)|[\s,.:;()（）\"'*-]|$)",
    re.I,
)
_HARMLESS_BRACKET = re.compile(r"[(（][^()（）]*(?:\([^()]*\)[^()]*)*[)）]")


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
    r"(?:,\s*|\s+)(?:and|but|, it|which)\s+(?:(?:it|they|its [a-z]+|the [a-z]+|the (?:parameter )?value)\s+)?(?:must|cannot|can't|can not|should|may not|does not|do not|is not|can be accurate"
    r"|needs?|has to|keeps?|retains?|accurate|(?:is|are) (?:restricted|limited|subject|encoded|accurate|numbered|sorted|separated|(?:left )?(?:blank|empty) by default)|contains?|consists? of|starts?|starting|ends?|ending|less than|greater than|no less than|corresponds?|will|not|identif\w+)\b(?P<rest>.*)$"
    r"|(?:^\s*|,?\s+(?:and|but) )(?:they|(?:all|each|every|none|no) [a-z ]{1,40}|(?:the )?[a-z]+ [a-z]+s) (?:separated [^,]{1,30} )?(?:must|cannot|can|may)\b(?P<part>.*)$"
    r"|(?:^\s*|,?\s+and )(?:duplicate|repeated|identical) (?P<twice>[a-z ]+ (?:are|is) not (?:allowed|supported|permitted))\b.*$"
    r"|(?:^\s*|,?\s+and )the (?:maximum |minimum )?[a-z]+ of (?:each|every|an?) [a-z]+ (?:is|cannot|must|can)\b(?P<each>.*)$"
    r"|(?:[,;]|,?\s+and)\s+(?:it )?(?:must be )?(?:an? (?:integral |integer )?multiple of|(?:with a |in )?(?:steps?|increments?)(?: of| is|:)?) (?P<step>[\d,]+(?:\s?[KMGT]i?B)?)\.?$"
    r"|(?:[,;]|\s+and)\s+at least \w+ (?:types?|kinds?)\b(?P<kinds>.*)$"
    r"|,\s+including (?P<parts>(?:[A-Za-z() -]|, )+?)\.?$"
    r"|,?\s+\(?(?:excluding|except(?: for)?) (?:the following )?(?:special )?characters\b(?P<signs>.*)$"
    # What is taken out of a range narrows it: the rest still holds.
    r"|(?:,\s*|\s+\(?)(?:excluding|except(?: for)?)\s+(?P<out>[‹›\d,.\s-]+(?:(?:and|to|or)[‹›\d,.\s-]+)*)\)?\.?$",
    re.I | re.S,
)


# "cannot contain two consecutive slashes (//)"
_CONSECUTIVE = re.compile(
    r"\b(?:cannot|must not) (?:contain )?(?:two |multiple )?consecutive [a-z]+", re.I
)
_STRING_EDGE = re.compile(
    r"(?:,?\s*(?:or|and|nor|but)\s+)?(?:(?:cannot|can not|must not|must|should) )?(?:start|begin|end)s? with ‹[^‹›]*›",
    re.I,
)


def _residue(piece: str) -> str:
    bare = _HARMLESS_BRACKET.sub(lambda found: " " if _explains(found[0]) else found[0], piece)
    more = _AND_MORE.search(bare)
    told = next(filter(None, more.groups()), "") if more else ""
    if more and not re.search(
        r"\b(?:if|when|unless|default(?! (?!value\b|is\b)[a-z])|also|except|or else)\b", told, re.I
    ):
        bare = bare[: more.start()]
    bare = _CONSECUTIVE.sub(" ", bare)
    # "or start with **sys-**" is one more demand, too.
    bare = _STRING_EDGE.sub(" ", bare)
    # ", indicating that …" and ", which means …" explain and restrict nothing.
    bare = re.sub(
        r",\s*that is, .*$|,\s*accurate to [a-z\d]+ decimal places?|,?\s+in (?:Hz|kHz|GHz|Mbit/s|Gbit/s|kbit/s|ms|TPS|IOPS|USD|percentage)\b|,?\s+and (?:there is no (?:upper |lower )?limit\b|the (?:maximum|minimum) value is (?=the |determined |restricted )).*$|,?\s*(?:(?:and |which |this |where )?(?:‹[^‹›]*› )?(?:indicat\w+|mean\w*|represent\w*|specif(?:ies|ying))|where ‹[^‹›]*› )\b.*$",
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
        r"\b(?:except|exclud\w+|not|unless|if|when|only|default|(?<!each )other|reserved|vary|varies|region|edition|version)\b",
        bracket,
        re.I,
    )
