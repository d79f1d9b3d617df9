"""The examples that a description itself gives: a rule that refuses one of them is not enforced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gen.masking import is_masked
from gen.model import Charset, Form, Length, Pattern, ValueRule
from gen.rules.about import About
from gen.rules.listed import is_coined
from gen.rules.reading import Reading
from gen.rules.verdict import keeps

# "for example, **a**" — "Example: a.b" — "e.g. "a""
_EXAMPLE = re.compile(
    r"(?:\bin the (?:format|form) of(?= [^\s\"‹]*\d)|\bfor example|\bfor instance|\be\.g\.|\bexample(?: values?)?|\ban example is)\s*[:,]?\s+"
    r"(?:‹(?P<marked>[^‹›\s]+)›|\"(?P<quoted>[^\"\s]+)\"|(?P<bare>[^\s,;()‹›\"]*[^\s,;:()‹›\".]))(?=[\s,;.)›]|$)",
    re.I,
)
# What is told of the parts of a value is no example of the whole.
_OF_A_PART = re.compile(r"\b(?:each|prefix|suffix|if|when|keys?|parts?)\b", re.I)


def unrefuted(rules: Sequence[ValueRule], reading: Reading, about: About) -> list[ValueRule]:
    """The rules, those demoted that refuse a value which the description gives as an example."""
    if about.value_kind != "string":
        return [*rules]
    shown = [*_examples(reading)]
    return [_tried(rule, shown) for rule in rules]


def _tried(rule: ValueRule, shown: Sequence[str]) -> ValueRule:
    if rule.certainty != "hard" or not isinstance(rule, (Charset, Form, Length, Pattern)):
        return rule
    for value in shown:
        if not keeps(replace(rule, target="value"), value):
            reason = f"the description's own example breaks it: {value[:60]!r}"
            return replace(rule, certainty="advice", reason=reason)
    return rule


def _examples(reading: Reading) -> Iterator[str]:
    for text, _, _ in reading.sentences:
        for match in _EXAMPLE.finditer(text):
            value = match["marked"] or match["quoted"] or match["bare"]
            # A bare word may well be prose: "for example, letters".
            number = re.search(r"\d", value) and re.search(r"\W", value)
            sure = match["bare"] is None or number or is_coined(value)
            if sure and not is_masked(value) and not _OF_A_PART.search(text[: match.start()]):
                yield value
