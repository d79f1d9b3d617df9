"""Demands in lists: of the item of a value ("**a**: … If this value is selected, …"), and case by case."""

from __future__ import annotations

import re
from dataclasses import replace

from gen.rules.about import About
from gen.rules.clauses import Split
from gen.rules.marked import capitalised
from gen.rules.said import Said, split

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
            holds = f"‹{about.wire}› is ‹{value['value']}›"
            found.append(Split(holds, capitalised(chosen["main"])))
    return found


# "This parameter is mandatory in the following scenarios:" — not "when the following conditions are met:", all of them
_SCENARIOS = re.compile(
    r"(?P<main>[^:]*\b(?:mandatory|required|must be [a-z]+))"
    r" (?:in (?:any of )?the following (?:scenarios|cases|situations)|(?:when|if) (?:any(?: one)?|one|either) of the following conditions is (?:met|true|satisfied)):",
    re.I,
)


def scenarios(said: Said) -> list[tuple[Said, Split]]:
    """A demand for each item of the list below "mandatory in the following scenarios:"."""
    match = _SCENARIOS.fullmatch(said.text.strip())
    if match is None:
        return []
    found: list[tuple[Said, Split]] = []
    for member in said.members:
        case = re.sub(r"^(?:when|if)\s+", "", member.text.strip(" .;"), flags=re.I)
        one = replace(said, members=(), full=f"{said.text} {member.text}")
        found.append((one, Split(case, f"{match['main']}.")))
    return found
