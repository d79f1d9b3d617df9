"""What an item of a list of values demands where its value is chosen: "**a**: … If this value is selected, …"."""

from __future__ import annotations

import re

from gen.rules.about import About
from gen.rules.clauses import Split
from gen.rules.said import split

_VALUE = re.compile(r"(?:the value )?‹(?P<value>[^‹›]+)›", re.I)
_CHOSEN = re.compile(
    r"(?:(?:if|when) this (?:value|mode|type|option|method|policy) is (?:selected|used|specified|set|configured|chosen)|in this case),\s*(?P<main>.+)",
    re.I | re.S,
)


def demanded_by(text: str, about: About) -> list[Split]:
    """The sentences of an item that speak of siblings, under the condition that the field has its value."""
    value = _VALUE.match(text)
    found: list[Split] = []
    for one in split(text)[1:] if value else ():
        chosen = _CHOSEN.match(one)
        if value and chosen and re.search(r"‹[^‹›]+›", chosen["main"]):
            main = chosen["main"][:1].upper() + chosen["main"][1:]
            found.append(Split(f"‹{about.wire}› is ‹{value['value']}›", main))
    return found
