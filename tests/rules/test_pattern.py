"""Pattern: regular expressions, their spellings and whether they are safe."""

from __future__ import annotations

import re

import pytest

from gen.model import Length, Pattern
from gen.rules.pattern import spellings


def test_an_expression_is_spelt_for_python_and_ecma(read_rules):
    rule = read_rules(
        "It must match the regular expression ``^[a-z][a-z0-9-]{0,8}$``.", "label"
    ).one(Pattern)
    assert (rule.python, rule.ecma, rule.certainty) == (
        "^[a-z][a-z0-9-]{0,8}\\Z",
        "^[a-z][a-z0-9-]{0,8}$",
        "hard",
    )


@pytest.mark.parametrize(
    ("text", "python"),
    [
        ("Kind, which matches the regular expression **^[1-5]{1}$**:\n\n-  **1** indicates one.\n-  **2** indicates two.", r"^[1-5]{1}\Z"),
        ("Name.\n\nThe value must match the regular expression:\n\n^(/)?([a-z]+)(/[a-z]+)*$", r"^(/)?([a-z]+)(/[a-z]+)*\Z"),
        ('Name. It must conform to the regular expression "^[a-z]{3}$".', r"^[a-z]{3}\Z"),
        ("ID. Format: ^[0-9a-f]{8}(-[0-9a-f]{4}){3}$", r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}\Z"),
    ],
)  # fmt: skip
def test_a_pattern(read_rules, text, python):
    rule = read_rules(text).one(Pattern)
    assert (rule.certainty, rule.python) == ("hard", python)


def test_a_pattern_beside_a_length(read_rules):
    text = "Name. The value can contain 1 to 64 characters and must match the regular expression ^[a-z]+$."
    outcome = read_rules(text)
    assert {type(rule) for rule in outcome.hard} == {Length, Pattern}


@pytest.mark.parametrize("text", ["^(a+)+$", "^(a|b*)*$", "^([a-z]+[0-9]*)+$", "^(\\w+\\s?)*$"])
def test_what_can_backtrack_is_not_enforced(text):
    spelt = spellings(text)
    assert spelt is not None
    assert spelt[2]


@pytest.mark.parametrize(
    "text", ["^(/[a-z]+)*$", "^[a-z]*$", "^(a|b){1,9}$", "^\\d{1,3}(\\.\\d{1,3}){3}$"]
)
def test_what_cannot_backtrack_is_safe(text):
    spelt = spellings(text)
    assert spelt is not None
    assert spelt[2] == ""


def test_alternatives_that_begin_alike_are_not_safe(read_rules):
    assert read_rules("Name. Pattern: ^(a|ab|b)+$").none(Pattern)
    assert not read_rules("Name. Pattern: ^([a-z]|[0-9])+$").none(Pattern)


@pytest.mark.parametrize("text", ["^(?<x>a)$", "^[a$", "^\\p{L}+$", "^a++$", "^(a)\\1$x"])
def test_what_is_not_portable_is_no_pattern(text):
    assert spellings(text) is None or spellings(text)[2]


def test_alternatives_are_anchored_as_one():
    python, ecma, _ = spellings("^a|b$")
    assert (python, ecma) == ("^(?:a|b)\\Z", "^(?:a|b)$")
    assert not re.search(python, "ax")


def test_escapes_are_spelt_for_ecma():
    assert spellings(r"^[\w\-\.]+\@\#$")[1] == r"^[\w\-\.]+@#$"


def test_another_demand_behind_a_pattern_weakens_nothing(read_rules):
    text = "The value must match the regular expression ^[a-z]{1,9}$ and cannot be the same as that of the default lamp."
    assert read_rules(text, "lamp").one(Pattern).certainty == "hard"
