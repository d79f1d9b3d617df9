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
    ],
)
def test_no_comparison_of_fields_of_the_table(read_rules, text):
    assert read_rules(text, "ribbon", "integer", {"bow": ("integer", "Bow.")}).body == ()
