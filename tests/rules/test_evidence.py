"""Examples arbitrate: what they demote, and which values are masked."""

from __future__ import annotations

import pytest

from gen.masking import is_masked
from gen.model import Choice, Length, Range
from tests.rules.siblings import STYLE


def test_an_example_demotes_the_rule_it_breaks(read_rules):
    outcome = read_rules(
        "The value can be **red** or **blue**.", "colour", bodies=({"colour": "green"},)
    )
    rule = outcome.one(Choice)
    assert (rule.certainty, "green" in rule.reason) == ("advice", True)
    assert [one.code for one in outcome.findings] == ["TW510"]


def test_a_masked_example_does_not(read_rules):
    outcome = read_rules(
        "The value is a string of 1 to 3 characters.", "colour", bodies=({"colour": "gr***"},)
    )
    assert outcome.one(Length).certainty == "hard"
    assert outcome.findings == ()


def test_a_number_in_quotes_does_not(read_rules):
    outcome = read_rules(
        "The value ranges from 1 to 9.", "count", "integer", bodies=({"count": "5"},)
    )
    assert outcome.one(Range).certainty == "hard"


def test_an_example_demotes_the_condition_it_breaks(read_rules):
    text = "This parameter is mandatory when **style** is set to **fancy**."
    outcome = read_rules(text, "ribbon", others=STYLE, bodies=({"style": "fancy"},))
    assert [rule.certainty for rule in outcome.body] == ["advice"]
    assert [one.code for one in outcome.findings] == ["TW511"]


@pytest.mark.parametrize(
    "value",
    ["abcd****", "xxxx", "{id}", "<id>", "...", "10.x.x.1", "b1a2-demo-7", "67f0yb65-2bf4-4b27-91c2-5c5a2f0b7d7g",
     "67f0db65-2bf4-4b27-91c2-5c5a2f0b7d7", "your_name", "123***789"],
)  # fmt: skip
def test_masked_values(value):
    assert is_masked(value)


@pytest.mark.parametrize("value", ["67f0db65-2bf4-4b27-91c2-5c5a2f0b7d7a", "10.0.0.1", "red", "a-b-c", "2020-01-01T00:00:00Z", "extra", "xx-large-box"])  # fmt: skip
def test_values_that_are_not_masked(value):
    assert not is_masked(value)
