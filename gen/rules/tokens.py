"""A token of a condition as a value of the field that it is compared with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gen.model import Choice, Field, Json
from gen.rules.about import convert, kind_of


@dataclass(frozen=True, slots=True)
class Trouble:
    """A condition that names a field or value that the docs do not have."""

    message: str


_PROSE = frozenset(
    "not enabled disabled specified empty used left set configured available required null valid the a an in to of greater less more created".split()
)


def resolve(token: str, field: Field, troubles: list[Trouble]) -> tuple[Json] | None:
    """``token`` as a value of ``field``, in a 1-tuple; None where it is none for certain.

    Case is folded only where exactly one value of the field's list matches.
    """
    text = token.strip('‹›" ')
    marked = token.startswith(("‹", '"'))
    ok, value = convert(text, kind_of(field.type))
    if not ok:
        return None
    choices = [rule for rule in field.rules if isinstance(rule, Choice) and rule.target == "value"]
    known = [other for rule in choices for other in rule.values]
    if not known:
        return (
            (value,)
            if marked or re.search(r"\d", text) or text.lower() in ("true", "false")
            else None
        )
    if value in known:
        return (value,)
    folded = [
        other for other in known if isinstance(other, str) and other.casefold() == text.casefold()
    ]
    if len(folded) == 1:
        return (folded[0],)
    if marked:
        troubles.append(Trouble(f"{field.wire} has no value {text!r}"))
    return None
