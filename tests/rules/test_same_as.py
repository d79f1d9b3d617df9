"""Same-as: a value compared with that of another field."""

from __future__ import annotations

import pytest

from gen.model import SameAs
from tests.rules.siblings import TABLES


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("The value must be greater than or equal to that of **bow**.", ">="),
        ("The value cannot be greater than **bow**.", "<="),
        ("The value must be less than **bow**.", "<"),
        ("The value must be the same as that of **bow**.", "=="),
        ("The value must differ from that of **bow**.", "!="),
        ("The value should not be equal to that of **bow**.", "!="),
        ("The value should not be smaller than that of **bow**.", ">="),
        ("The value must be greater than the bow.", ">"),
        ("**ribbon** and **bow** must be different.", "!="),
    ],
)
def test_a_comparison(read_rules, text, op):
    others = {"bow": ("integer", "Bow.")}
    (rule,) = read_rules(text, "ribbon", "integer", others=others).body
    assert isinstance(rule, SameAs)
    assert (rule.field, rule.op, rule.other, rule.certainty) == ("ribbon", op, "bow", "hard")


def test_a_comparison_of_texts_is_advice(read_rules):
    (rule,) = read_rules("The value must be later than **bow**.", "ribbon", *TABLES["ribbon"]).body
    assert rule.certainty == "advice"


def test_addresses_in_one_network_are_said_once(read_rules):
    say = "The address must be in the same CIDR block as the value of **{}**."
    others = {"far_address": ("string", say.format("near_address"))}
    outcome = read_rules(say.format("far_address"), "near_address", others=others)
    assert [(r.field, r.op, r.other) for r in outcome.body] == [
        ("near_address", "same-network", "far_address")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The value must be greater than that of **string**.",
        "The value of **string** must be greater than that of **bow**.",
        "The value may be greater than that of **bow**.",
        "The value may differ from that of **bow**.",
        "The value need not be equal to that of **bow**.",
        "The value must be greater than the string.",
        "The value must be greater than the bow of the ship.",
        "**ribbon** and **bow** must have different colours.",
        "**ribbon** and **string** must be different.",
    ],
)
def test_no_comparison_of_fields_of_the_table(read_rules, text):
    assert read_rules(text, "ribbon", "integer", {"bow": ("integer", "Bow.")}).body == ()


def test_fields_given_together_may_have_to_differ(read_rules):
    text = "This parameter must be specified together with **bow**, and the two parameters {} have different values."
    others = {"bow": ("string", "Bow.")}
    must = read_rules(text.format("must"), "ribbon", others=others).body
    assert [rule.op for rule in must if isinstance(rule, SameAs)] == ["!="]
    may = read_rules(text.format("may"), "ribbon", others=others).body
    assert not [rule for rule in may if isinstance(rule, SameAs)]


def test_a_noun_that_two_fields_could_mean_is_compared_with_none(read_rules):
    text = "The value must be greater than or equal to the start slot."
    others = {"start_slot": ("integer", "Slot.")}
    (rule,) = read_rules(text, "end_slot", "integer", others).body
    assert (rule.op, rule.other) == (">=", "start_slot")
    others["startSlot"] = ("integer", "Slot.")
    assert read_rules(text, "end_slot", "integer", others).body == ()


def test_a_name_run_together_and_what_else_it_must_not_be(read_rules):
    text = "Cannot be the same as the username or the username spelled backwards."
    outcome = read_rules(text, "user_pwd", others={"user_name": ("string", "Name.")})
    assert [(one.op, one.other, one.certainty) for one in outcome.body] == [
        ("!=", "user_name", "hard")
    ]
