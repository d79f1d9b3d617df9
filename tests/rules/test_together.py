"""Together: fields that are given in pairs, or bring another with them."""

from __future__ import annotations

import pytest

from gen.model import Present
from tests.rules.siblings import TABLES


@pytest.mark.parametrize(
    ("text", "wire", "one", "other"),
    [
        ("The **lamp_id** and **shelf_id** parameters must be set simultaneously.", "note", "lamp_id", "shelf_id"),
        ("**lamp_id** and **shelf_id** must be both specified or both left blank.", "note", "lamp_id", "shelf_id"),
        ("Parameters height and width must be used together.", "height", "height", "width"),
        ("**height** and **width** must be set in pairs.", "height", "height", "width"),
        ("Specify both **height** and **width**, or neither of them.", "height", "height", "width"),
        ("Both **height** and **width** must be set if either of them is set.", "height", "height", "width"),
        ("This parameter and **width** must both be specified or both be left out.", "height", "height", "width"),
    ],
)  # fmt: skip
def test_each_of_a_pair_demands_the_other(read_rules, text, wire, one, other):
    rules = read_rules(text, wire, *TABLES[wire]).body
    assert [(rule.field, rule.condition, rule.effect) for rule in rules] == [
        (other, Present(one), "required"),
        (one, Present(other), "required"),
    ]


@pytest.mark.parametrize(
    ("text", "wire", "other"),
    [
        ("This parameter must be used together with **bow**.", "ribbon", "bow"),
        ("This parameter must be used with **width**.", "height", "width"),
    ],
)
def test_the_field_demands_another(read_rules, text, wire, other):
    (rule,) = read_rules(text, wire, *TABLES[wire]).body
    assert (rule.field, rule.condition, rule.effect, rule.certainty) == (
        other,
        Present(wire),
        "required",
        "hard",
    )


def test_what_should_go_together_is_advice(read_rules):
    text = "**height** and **width** should be used together."
    rules = read_rules(text, "height", *TABLES["height"]).body
    assert [rule.certainty for rule in rules] == ["advice", "advice"]
    should = read_rules("Height and width should be used together.", "height", *TABLES["height"])
    assert all(rule.certainty == "advice" for rule in should.body)


@pytest.mark.parametrize(
    "text",
    [
        "This parameter can be used together with **bow**.",
        "This parameter must be used together with **string**.",
        "**bow** and **string** must be set in pairs.",
    ],
)
def test_what_may_go_together_or_is_no_field_demands_nothing(read_rules, text):
    assert read_rules(text, "ribbon", *TABLES["ribbon"]).body == ()
