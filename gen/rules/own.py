"""Whether a sentence begins anew, and whether a condition is about nothing but the field itself."""

from __future__ import annotations

import re

from gen.rules import absence
from gen.rules.about import About
from gen.rules.clauses import Split
from gen.rules.sentences import status

_GIVEN = re.compile(
    r"^(?:if|when) (?:it|this (?:parameter|field)|the (?:parameter|field|value)|‹(?P<name>[^‹›]+)›) is (?:set|specified|configured|provided|not (?:left )?(?:empty|blank)|used|carried|passed)$|^if (?:set|specified|configured|provided|given)$|^if (?:the|your) (?:[A-Za-z]+ )?quota is (?:sufficient|enough)$",
    re.I,
)
_WORD = re.compile(
    r"\b(?:this (?:parameter|field|option|function|attribute|value)|the (?:parameter |field )?value|it|its value|the value of this parameter)\b",
    re.I,
)


_PRESENCE = re.compile(
    r"\b(?:mandatory|required|optional|need|needed|specify|specified|set|configured|available|valid|invalid|blank|empty)\b",
    re.I,
)


def is_given(parted: Split, about: About) -> bool:
    """ "If this parameter is set, it must …": no condition at all for what is said of the value."""
    match = _GIVEN.match("if " + parted.condition)
    return bool(
        match
        and not parted.only
        and not parted.negated
        and match["name"] in (None, about.wire)
        and not re.match(r"^(?:the )?(?:parameter )?‹", parted.main)
    )


def is_own(parted: Split, about: About) -> bool:
    """ "If the value is 0, …", "If no value is specified, …"."""
    text = parted.condition
    if absence.is_absence(text, about):
        return True
    named = re.search(r"‹([^‹›]+)›\s+(?:is|parameter)", text)
    return bool(
        (_WORD.match(text.strip()) and not (named and named[1] != about.wire))
        or (named and named[1] == about.wire)
    )


def is_narrative(parted: Split) -> bool:
    """Whether a conditional sentence speaks of no parameter and demands nothing: it only tells what happens."""
    if re.search(r"[,;] otherwise\b", parted.main):
        # "If it is so, set it to a, otherwise, set it to b.": no case is left to hand on.
        return True
    named = re.findall(r"‹(?!true›|false›)[^‹›]*[A-Za-z][^‹›]*›", parted.condition)
    if named or not parted.main:
        return False
    if re.match(r"you (?:can|may|are advised)\b", parted.main, re.I):
        # "When creating a box, you can add this header to …"
        return True
    if _PRESENCE.search(parted.main):
        return False
    return status(parted.main, read=False) == "harmless"


def begins_anew(text: str, about: About) -> bool:
    """Whether a sentence names the field in full, "The value of **sort** can contain …".

    It inherits no condition from the one before.
    """
    return bool(
        re.match(
            rf"(?:the )?(?:value of )?(?:the )?(?:parameter )?‹{re.escape(about.wire)}›(?: value| parameter| field)? (?:can|must|cannot|should|is|ranges|consists|contains)\b",
            text,
            re.I,
        )
    )


# Which values there are often depends on what makes a field mandatory; how long it may be seldom does.
_SIZE = re.compile(
    r"(?:the|its) (?!same|preceding|above)(?:[a-z]+ ){1,4}(?:ranges?|(?:can|must|should) (?:contain|consist|have)|contains?|consists|(?:cannot|must not) exceed)\b(?! only\b)",
    re.I,
)


_AT_MOST = re.compile(
    r"(?:a maximum of|up to|at most) [\w,]+ [a-z ]+ (?:can be|are|is) [a-z]+(?: at a time| in (?:a|one) [a-z]+)?\.?$",
    re.I,
)


def tells_size(text: str) -> bool:
    """ "The value can contain 1 to 64 characters." behind "If x is a, this parameter is mandatory."."""
    return bool(_SIZE.match(text) or _AT_MOST.match(text))
