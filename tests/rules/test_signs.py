"""Bounds that are written with signs."""

from __future__ import annotations

import pytest

from gen.model import Range


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Value range: 1 ≤ slot ≤ 9", 1, 9),
        ("Value range: 1 < slot < 9", 2, 8),
        ("Value range: ≥ 1", 1, None),
        ("The value range is (0, 9].", 1, 9),
        ("Rate. Range: (0, 9]. It is slow.", 1, 9),
        ("Value range: [1, 9)", 1, 8),
        ("The value ranges [1, 9].", 1, 9),
    ],
)
def test_signs_bound_a_whole_number(read_rules, text, low, high):
    rule = read_rules(f"Slot.\n\n{text}", "slot", "integer").one(Range)
    assert (rule.minimum, rule.maximum, rule.certainty) == (low, high, "hard")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The corners are (0, 9].", "integer"),
        ("The value range is (0, 9).", "integer"),
        ("The value range is (9, 0].", "integer"),
        ("The value range is (0, 9].", "string"),
    ],
)
def test_what_is_no_plain_interval_is_not_enforced(read_rules, text, kind):
    assert read_rules(f"Slot.\n\n{text}", "slot", kind).none(Range)


def test_half_open_among_fractions_leaves_the_end_out(read_rules):
    rule = read_rules("Rate. Range: (0, 15]. Default value: **8**", "rate", "number").one(Range)
    assert (rule.minimum, rule.exclusive_minimum) == (0, True)
    assert (rule.maximum, rule.exclusive_maximum) == (15, False)


def test_signs_around_a_fraction(read_rules):
    rule = read_rules("Rate.\n\n0.1 ≤ rate < 8", "rate", "number").one(Range)
    assert (rule.minimum, rule.exclusive_minimum) == (0.1, False)
    assert (rule.maximum, rule.exclusive_maximum) == (8, True)
