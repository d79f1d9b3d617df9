"""Several lists of values in one cell, one choice: united, closed by "no others", or made advice."""

from __future__ import annotations

import re
from dataclasses import replace

from gen.model import Choice, Json
from gen.rules.chosen import ANY_CASE, EXPLAINED, FOLDED, ONE_VALUE
from gen.rules.reading import Reading

BOTH = "another sentence allows true and false"
# "Currently, only run logs are supported. The value is **run**."
_ONLY_KIND = re.compile(
    r"^(?:currently,? |at present,? )?only (?:the )?(?:[\w/-]+ ){1,5}(?:is|are) (?:currently )?(?:supported|available|allowed)(?: currently)?\.?$",
    re.I,
)
# "Other values are not supported."
_NO_OTHERS = re.compile(
    r"\bout of (?:the )?(?:preceding|above|listed|following) (?:options|values|range)\b|\b(?:(?:the )?other values? (?:is|are) (?:not (?:currently )?(?:supported|allowed|valid)|invalid)|no other values? (?:is|are) (?:supported|allowed|valid))\b",
    re.I,
)


TOGETHER = "one string may hold several of the values"
# "Multiple values are separated using commas (,)."
_SEVERAL = re.compile(
    r"\b(?:separated?|separate them|split|connected|joined) (?:by|with|using|from each other)\b.*\b(?:commas?|spaces?|semicolons?|vertical bars?|\|)"
    r"|\b(?:commas?|semicolons?|spaces?) (?:is|are) used to separate\b|\b(?:comma|space|semicolon)-separated\b|\bseparate (?:multiple|them|the|several)\b",
    re.I | re.S,
)


def _closed(rule: Choice, reading: Reading) -> Choice:
    """Values that are named, and said elsewhere in the cell to be all."""
    texts = [text for text, _, _ in reading.sentences]
    alone = rule.reason == ONE_VALUE and any(map(_ONLY_KIND.match, texts))
    if alone or (rule.reason in (ONE_VALUE, EXPLAINED) and any(map(_NO_OTHERS.search, texts))):
        return replace(rule, certainty="hard", reason="")
    return rule


def choices(rules: list[Choice], reading: Reading) -> list[Choice]:
    hard = [rule for rule in rules if rule.certainty == "hard"]
    if not hard:
        return [_closed(rule, reading) for rule in rules[:1]]
    if any(_SEVERAL.search(text) for text, _, _ in reading.sentences) and hard[0].target == "value":
        return [replace(rule, certainty="advice", reason=TOGETHER) for rule in hard[:1]]
    said = [text for text, _, _ in reading.sentences if FOLDED.search(text)]
    if any(
        re.match(
            r"(?:[^.]{0,60}\(|it |the (?:parameter )?values? |this parameter |case|not case)",
            text,
            re.I,
        )
        for text in said
    ):
        return [replace(rule, certainty="advice", reason=ANY_CASE) for rule in hard[:1]]
    if "both" in reading.notes:
        return [replace(rule, certainty="advice", reason=BOTH) for rule in hard[:1]]
    if len({rule.target for rule in hard}) > 1:
        return hard[:1]
    hard = _once(hard)
    values: list[Json] = []
    meanings: list[str] = []
    for rule in hard:
        for at, value in enumerate(rule.values):
            meaning = rule.meanings[at] if at < len(rule.meanings) else ""
            if not any(value == other and type(value) is type(other) for other in values):
                values.append(value)
                meanings.append(meaning)
            elif meaning:
                index = values.index(value)
                meanings[index] = meanings[index] or meaning
    return [replace(hard[0], values=tuple(values), meanings=tuple(meanings))]


def _once(rules: list[Choice]) -> list[Choice]:
    """The lists, without prose ("RED and BLUE are supported") that another list spells in its own case."""
    spelt = [frozenset(str(value).casefold() for value in rule.values) for rule in rules]
    kept = [
        rule
        for at, rule in enumerate(rules)
        if not (spelt.count(spelt[at]) > 1 and rule.sentence.rstrip(".").endswith(" supported"))
    ]
    return kept or rules
