"""The examples that a description gives of its own value judge its rules."""

from __future__ import annotations

import pytest

from gen.model import Charset, Length, Pattern

ONLY = "Only letters and digits are allowed."


@pytest.mark.parametrize(
    "text",
    [
        f"Address, for example, **a.b:1**. {ONLY}",
        f"Address, for example, a.b:1. {ONLY}",
        f"Digits, in the format of +86-138. {ONLY}",
        f"{ONLY} Example: a_b",
        f'{ONLY} For instance, "a.b" or "a_b".',
    ],
)
def test_a_rule_that_refuses_the_example_is_not_enforced(read_rules, text):
    rule = read_rules(text, "address").one(Charset)
    assert (rule.certainty, "example" in rule.reason) == ("advice", True)


@pytest.mark.parametrize(
    "text",
    [
        f"Address, for example, **a1**. {ONLY}",
        f"{ONLY} Example: **{{a_b}}**",
        f"{ONLY} Example: xxx-xxx",
        f"{ONLY} The prefix is short, for example, a_b.",
        f"{ONLY} It is not read, for example, by those-who sleep.",
    ],
)
def test_what_is_no_example_of_the_value_changes_nothing(read_rules, text):
    assert read_rules(text, "address").one(Charset).certainty == "hard"


def test_lengths_and_patterns_are_judged_alike(read_rules):
    text = "Address. It contains 1 to 3 characters and must match the regular expression ^[a-z]{1,9}$. Example: **A-ddress**"
    rules = [one for one in read_rules(text, "address").rules if isinstance(one, (Length, Pattern))]
    assert [one.certainty for one in rules] == ["advice", "advice"]
