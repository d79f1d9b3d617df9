"""Sentences that lean on the condition of the one before: "Otherwise, …", "In this case, …"."""

from __future__ import annotations

import re

from gen.rules.marked import capitalised

_OTHERWISE = re.compile(
    r"^(?:otherwise|in other (?:scenarios|cases|situations|circumstances|modes)|in all other (?:scenarios|cases)|else)\b,?\s*(?P<main>.*)$",
    re.I | re.S,
)


def otherwise(text: str) -> str | None:
    """The main clause behind "otherwise" or "in other scenarios", None where it does not begin so."""
    match = _OTHERWISE.match(text.strip())
    return capitalised(match["main"]) if match else None


# "It cannot be set when **type** is set to any other value."
_OTHER_VALUE = re.compile(
    r"^(?:(?P<main>.+?) (?:when|if) (?:the )?(?:value of )?‹(?P<name>[^‹›]+)› (?:is|has) (?:set to )?(?:an?|any) other values?\.?"
    r"|(?:when|if) (?:the )?(?:value of )?‹(?P<name2>[^‹›]+)› (?:is|has) (?:set to )?(?:an?|any) other values?, (?P<main2>.+?)\.?)$",
    re.I | re.S,
)


def other_value(text: str) -> tuple[str, str] | None:
    """The main clause before "when x is any other value", and x; None where it does not end so."""
    match = _OTHER_VALUE.match(text.strip())
    if match is None:
        return None
    main = match["main"] or match["main2"]
    return f"{capitalised(main)}.", match["name"] or match["name2"]


# "In this case, it is mandatory."
_SAME_CASE = re.compile(
    r"^in (?:this|that|such a|these) (?:case|scenario|situation)s?,\s*(?P<main>.*)$", re.I | re.S
)


def same_case(text: str) -> str | None:
    """The main clause behind "in this case", None where it does not begin so."""
    match = _SAME_CASE.match(text.strip())
    return capitalised(match["main"]) if match else None
