"""Scope: what a list stands below, and whether that speaks of the field."""

from __future__ import annotations

import pytest

from gen.model import Charset, Choice, Length


@pytest.mark.parametrize(
    "intro",
    [
        "The label must:",
        "It must:",
        "This label can only:",
        "The label requirements are:",
        "Label requirements:",
        "Ensure that the label meets the following requirements:",
    ],
)
def test_a_list_below_a_demand_is_of_the_field(read_rules, intro):
    item = "Contain" if intro.split()[-1] in ("must:", "only:") else "It contains"
    outcome = read_rules(f"Label.\n\n{intro}\n\n-  {item} 1 to 9 characters.", "label")
    assert [type(rule) for rule in outcome.hard] == [Length]


@pytest.mark.parametrize(
    ("intro", "item"),
    [
        ("The owner must:", "Contain"),
        ("The owner of the label must:", "Contain"),
        ("Recommended label requirements:", "It contains"),
        ("Ensure that the door meets the following requirements:", "It contains"),
    ],
)
def test_a_list_of_another_thing_or_of_advice_is_not(read_rules, intro, item):
    outcome = read_rules(f"Label.\n\n{intro}\n\n-  {item} 1 to 9 characters.", "label")
    assert outcome.hard == ()


def test_what_cannot_be_is_completed_item_by_item(read_rules):
    text = "Label. It cannot:\n\n-  Start with a digit.\n-  Contain spaces.\n-  Shine."
    found = read_rules(text, "label").rules
    assert {(r.where, r.allowed.classes) for r in found if isinstance(r, Charset)} == {
        ("not-first", ("digit",)),
        ("none", ("space",)),
    }


def test_what_is_told_of_a_placeholder_is_not_told_of_the_field(read_rules):
    told = "It contains 1 to 9 characters."
    assert read_rules(f"*room* is the name of a room. {told}", "path").none(Length)
    assert read_rules(f"Path to a room. {told}", "path").one(Length).maximum == 9


def test_a_list_of_parts_in_lower_case_tells_nothing_of_the_whole(read_rules):
    text = "Filter. Format: key,value\n\n-  key: name of a lamp. The options are **name** and **id**.\n-  value: text of 1 to 9 characters."
    assert read_rules(text, "filter").hard == ()


def test_a_note_in_lower_case_speaks_of_the_field(read_rules):
    rule = read_rules("Filter.\n\nnote: The value can be **a** or **b**.", "filter").one(Choice)
    assert rule.certainty == "hard"
