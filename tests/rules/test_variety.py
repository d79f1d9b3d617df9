"""Variety: how many kinds of characters a text has to mix."""

from __future__ import annotations

import pytest

from gen.model import Length, Variety


@pytest.mark.parametrize(
    "text",
    [
        "Must contain at least three types of the following: uppercase letters, lowercase letters, digits, and special characters (``!@#``).",
        "Must contain at least three of the following character types:\n\n-  Uppercase letters\n-  Lowercase letters\n-  Digits\n-  Special characters ``!@#``",
        "Must contain at least three of the following:\n\n-  Uppercase letters\n-  Lowercase letters\n-  Digits\n-  Special characters !@#",
    ],
)
def test_a_variety(read_rules, text):
    rule = read_rules(text, "phrase").one(Variety)
    assert rule.minimum == 3
    assert [group.classes or group.extra for group in rule.groups] == [
        ("upper",),
        ("lower",),
        ("digit",),
        "!#@",
    ]


def test_more_kinds_than_there_are_is_no_variety(read_rules):
    assert read_rules(
        "Must contain at least three of the following: letters and digits.", "phrase"
    ).none(Variety)


@pytest.mark.parametrize(
    "text",
    [
        "Must contain at least two of the following: letters, digits, and hyphens (-), and cannot start with a digit.",
        "Must contain at least two of the following:\n\n-  Letters\n-  Digits\n-  Hyphens (-), and cannot start with a digit",
    ],
)
def test_one_more_demand_is_no_kind_of_characters(read_rules, text):
    rule = read_rules(text, "phrase").one(Variety)
    assert (rule.minimum, rule.groups[-1].extra, len(rule.groups)) == (2, "-", 3)


@pytest.mark.parametrize(
    "text",
    [
        "Must contain at least two lamps, shelves, and boxes, and cannot start with a digit.",
        "It contains 8 to 20 characters, at least two of which are letters.",
    ],
)
def test_things_and_other_counts_are_no_variety(read_rules, text):
    assert read_rules(text, "phrase").none(Variety)


def test_kinds_without_a_verb(read_rules):
    text = (
        "8 to 255 characters; at least two types of the following: letters, digits, and hyphens (-)"
    )
    assert read_rules(text, "phrase").one(Variety).minimum == 2


def test_a_name_cut_short_is_the_field(read_rules):
    text = "The administrator password must meet the following requirements:\n\n-  The password contains 8 to 32 characters."
    assert read_rules(text, "adminPwd").one(Length).certainty == "hard"


@pytest.mark.parametrize(("wire", "minimum"), [("password", 3), ("name", None)])
def test_all_kinds_are_demanded_of_a_secret_only(read_rules, wire, minimum):
    text = "The value must contain uppercase letters, lowercase letters, and digits."
    found = [one.minimum for one in read_rules(text, wire).rules if isinstance(one, Variety)]
    assert found == ([minimum] if minimum else [])


def test_a_demand_behind_another_one(read_rules):
    text = "The phrase cannot be the name or the name spelled backwards, and must contain at least two types of the following: letters and digits."
    assert read_rules(text, "phrase").one(Variety).minimum == 2
