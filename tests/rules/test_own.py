"""Own: conditions about nothing but the field itself, and sentences that begin anew."""

from __future__ import annotations

import pytest

from gen.model import Form, Length, Range, When
from tests.rules.siblings import STYLE


@pytest.mark.parametrize(
    "given", ["If it is set", "If set", "If specified", "When this parameter is specified"]
)
def test_being_given_is_no_condition(read_rules, given):
    outcome = read_rules(f"{given}, the value must be an IPv4 address.", "ribbon", others=STYLE)
    assert (outcome.one(Form).certainty, outcome.body) == ("hard", ())


@pytest.mark.parametrize("given", ["If **style** is set", "When **style** is **fancy**"])
def test_another_field_given_is_one(read_rules, given):
    outcome = read_rules(f"{given}, the value must be an IPv4 address.", "ribbon", others=STYLE)
    assert outcome.none(Form, hard=False)
    assert [type(rule) for rule in outcome.body] == [When]


@pytest.mark.parametrize(
    "told",
    [
        "When all boxes are shut, the light goes out.",
        "If no value is specified, the box is light.",
    ],
)
def test_what_only_tells_what_happens_binds_nothing_that_follows(read_rules, told):
    rule = read_rules(f"Weight. {told} The value ranges from 1 to 9.", "weight", "integer").one(
        Range
    )
    assert (rule.minimum, rule.maximum, rule.certainty) == (1, 9, "hard")


@pytest.mark.parametrize(
    "told",
    [
        "When **style** is **fancy**, the light goes out.",
        "When the box is fine, this parameter is optional.",
    ],
)
def test_what_names_a_field_or_speaks_of_presence_does(read_rules, told):
    text = f"Weight. {told} The value ranges from 1 to 9."
    assert read_rules(text, "weight", "integer", others=STYLE).none(Range)


def test_who_names_the_field_in_full_begins_anew(read_rules):
    text = "If **style** is **fancy**, the box glows. {} can contain a maximum of 25 characters."
    anew = read_rules(text.format("The value of **ribbon**"), "ribbon", others=STYLE)
    assert (anew.one(Length).certainty, anew.body) == ("hard", ())
    further = read_rules(text.format("It"), "ribbon", others=STYLE)
    assert further.none(Length)
    assert [type(rule) for rule in further.body] == [When]
