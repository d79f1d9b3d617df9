"""Choice of words that no mark sets off."""

from __future__ import annotations

import pytest

from gen.model import Choice


@pytest.mark.parametrize(
    ("text", "wire", "values"),
    [
        ("The value can only be BASIC.", "kind", ("BASIC",)),
        ("Currently, this parameter must be set to BASIC.", "kind", ("BASIC",)),
        ("The value is fixed to BASIC.", "kind", ("BASIC",)),
        ("The value can be warm or cold.", "tone", ("warm", "cold")),
        ("Value range: warm|cold", "tone", ("warm", "cold")),
    ],
)
def test_unmarked_words_are_a_choice(read_rules, text, wire, values):
    rule = read_rules(text, wire).one(Choice)
    assert (rule.values, rule.certainty) == (values, "hard")


@pytest.mark.parametrize(
    "text",
    [
        "The value can be customized or default.",
    ],
)
def test_words_that_may_be_prose_are_not_enforced(read_rules, text):
    assert read_rules(text, "kind").none(Choice)
