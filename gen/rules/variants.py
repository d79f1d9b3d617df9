"""Rows of one key that say different things: only what all of them say is enforced."""

from __future__ import annotations

from dataclasses import replace

from gen.model import Default, Secret, ValueRule
from gen.rules.about import About
from gen.rules.reader import read
from gen.rules.settle import settle

ONE_ROW = "another row of this parameter does not say so"


def agreed(rules: tuple[ValueRule, ...], about: About) -> tuple[ValueRule, ...]:
    """``rules`` of the first row; those that a further row does not state alike become advice.

    A default that the rows do not share is dropped: it would be taken for the service's.
    """
    if not about.field.variants:
        return rules
    stated = []
    for prose in about.field.variants:
        other = replace(about, field=replace(about.field, description=prose, variants=()))
        found, _ = settle(read(other), other)
        stated.append({_bare(rule) for rule in found if rule.certainty == "hard"})
    out: list[ValueRule] = []
    for rule in rules:
        shared = all(_bare(rule) in found for found in stated)
        if rule.certainty == "advice" or shared or isinstance(rule, Secret):
            out.append(rule)
        elif not isinstance(rule, Default):
            out.append(replace(rule, certainty="advice", reason=ONE_ROW))
    return tuple(out)


def _bare(rule: ValueRule) -> str:
    """What a rule says, whatever the words."""
    skipped = ("sentence", "source", "reason", "text", "meanings")
    said = {
        name: getattr(rule, name) for name in type(rule).__dataclass_fields__ if name not in skipped
    }
    return f"{type(rule).__name__} {said!r}"
