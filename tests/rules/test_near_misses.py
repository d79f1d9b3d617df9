"""Sentences close to a rule that state none: found by trying neighbours of what is read."""

from __future__ import annotations

import pytest

from gen.model import Charset, Choice, Count, Default, Length, Range, SameAs


@pytest.mark.parametrize(
    ("text", "wire", "kind"),
    [
        ("Begin. The value can be 02:00:00, 06:00:00, or 10:00:00.", "begin", "string"),
        ("Name. It cannot contain the following characters:\n\n-  Letters\n-  Angle brackets (<>)", "label", "string"),
        ("Name. It can start with a digit.", "label", "string"),
        ("Name. It may end with a hyphen (-).", "label", "string"),
        ("Name. It can:\n\n-  Start with a digit.", "label", "string"),
        ("Name. It need not start with a letter.", "label", "string"),
        ("Name. It does not have to start with a letter.", "label", "string"),
        ("Rows. If the wall number is not specified, **7** is used.", "row_number", "integer"),
        ("Flags. A maximum of 10 flags or more can be hoisted.", "flags", "strings"),
        ("Attachments cannot be larger than 4 KB.", "label", "string"),
        ("See the table of lamps (1 to 9).", "lamps", "integer"),
        ("The following paints are supported: **matt**, **glossy**.", "wall", "string"),
    ],
)  # fmt: skip
def test_a_near_miss_gives_no_hard_rule(read_rules, text, wire, kind):
    outcome = read_rules(text, wire, kind)
    kinds = (Charset, Choice, Count, Default, Length, Range)
    assert [one for one in outcome.hard if isinstance(one, kinds)] == []
    assert [one for one in outcome.rules if isinstance(one, Default)] == []


def test_forbidden_kinds_below_are_not_the_allowed_ones(read_rules):
    text = "Name. It cannot contain the following characters:\n\n-  Spaces\n-  Angle brackets (<>)"
    rule = read_rules(text, "label").one(Charset)
    assert (rule.where, set(rule.allowed.extra)) == ("none", set(" <>"))


def test_what_may_be_greater_than_one_of_two_is_compared_with_none(read_rules):
    text = "The value must be greater than that of **low** or the slot."
    outcome = read_rules(text, "high", "integer", others={"low": ("integer", "Low.")})
    assert [one for one in outcome.body if isinstance(one, SameAs)] == []
