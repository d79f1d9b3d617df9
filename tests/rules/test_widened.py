"""Widened: rules that another sentence of the cell, or another row, goes beyond."""

from __future__ import annotations

import pytest

from gen.model import Range, SameAs, When

BOUNDS = {
    "low": ("integer", "Low."),
    "kind": ("string", "The value can be **a** or **b**."),
}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("If the box is fine, the value range is shown in another table.", "advice"),
        ("If the box is fine, it glows.", "hard"),
        ("The specific range may vary depending on the region.", "advice"),
        ("The colour may vary depending on the wall.", "hard"),
        ("The colour varies between regions.", "hard"),
        ("To have more, contact the harbour. It can be kept for up to 900 days.", "advice"),
        ("Contact the harbour. It can be kept for up to 5 days.", "hard"),
        ("It can be kept for up to 900 days.", "hard"),
    ],
)
def test_a_range_that_does_not_always_hold_is_advice(read_rules, text, certainty):
    rule = read_rules(f"The value ranges from 1 to 9. {text}", "days", "integer").one(Range)
    assert rule.certainty == certainty


@pytest.mark.parametrize(
    ("then", "certainty"), [("this parameter indicates the colour", "advice"), ("it glows", "hard")]
)
def test_values_of_another_meaning_are_not_compared(read_rules, then, certainty):
    text = f"The value must be greater than that of **low**.\n\nWhen **kind** is **b**, {then}."
    (rule,) = read_rules(text, "high", "integer", BOUNDS).body
    assert (type(rule), rule.certainty) == (SameAs, certainty)


@pytest.mark.parametrize(
    ("told", "certainty"),
    [
        ("If both high and low are -1, all is dark.", "advice"),
        ("If high is set to -1, all is dark.", "advice"),
        ("If low is -1, all is dark.", "hard"),
        ("If both high and low are 1, all is dark.", "hard"),
    ],
)
def test_a_range_lets_in_what_another_row_names(read_rules, told, certainty):
    text = "When **kind** is **a**, the value ranges from 0 to 9."
    others = {**BOUNDS, "low": ("integer", f"Low. {told}")}
    rules = read_rules(text, "high", "integer", others).body
    assert [one.certainty for one in rules if isinstance(one, When)] == [certainty]
