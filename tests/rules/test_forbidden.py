"""Charset of what a text may not hold."""

from __future__ import annotations

import pytest

from gen.model import CharSet, Charset


@pytest.mark.parametrize(
    ("text", "wire", "allowed"),
    [
        ("The value cannot contain angle brackets (< or >).", "label", CharSet((), "<>")),
        ("It does not support the following special characters: <>= Its value is left blank by default.", "thing", CharSet((), "<=>")),
        ("Carriage returns and angle brackets (< >) are not allowed.", "thing", CharSet((), "\r<>")),
        ("It cannot contain carriage returns or the following special characters: <>", "label", CharSet((), "\r<>")),
        ("The following special characters are not allowed: !<>=", "label", CharSet((), "!<=>")),
        ("Spaces and the following special characters are not allowed: !<>=", "label", CharSet(("space",), "!<=>")),
        ("It cannot be left blank or contain angle brackets (<>).", "label", CharSet((), "<>")),
        ("It cannot contain the following special characters: ! ? <", "label", CharSet((), "!<?")),
        ("The value cannot contain angle brackets (<>), and its length is 1 to 9 characters.", "label", CharSet((), "<>")),
    ],
)  # fmt: skip
def test_forbidden_characters(read_rules, text, wire, allowed):
    found = [r for r in read_rules(text, wire).rules if isinstance(r, Charset)]
    assert [(r.where, r.allowed, r.certainty) for r in found] == [("none", allowed, "hard")]


def test_control_characters_are_forbidden_by_their_numbers(read_rules):
    text = "It cannot contain non-printable ASCII characters (0-31) or the following special characters: =*<>,|"
    rule = read_rules(text).one(Charset)
    signs = set("=*<>,|") | set(map(chr, range(32)))
    assert (rule.where, rule.certainty, set(rule.allowed.extra)) == ("none", "hard", signs)


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("The value cannot contain only asterisks (*).", "label"),
        ("Public networks are not supported.", "thing"),
        ("It cannot contain letters or the following special characters: <>", "label"),
        ("The following special characters are not allowed: runes", "label"),
        ("The following special characters are not allowed for guests: !<>=", "label"),
        ("Doors and the following special characters are not allowed: !<>=", "label"),
        ("It can contain any characters except the following special characters: <>", "label"),
        ("It cannot contain the following characters:\n\n-  Runes\n-  Angle brackets (<>)", "label"),
        ("It cannot contain the following special characters:\n\n-  Digits\n-  Asterisks (*)", "label"),
    ],
)  # fmt: skip
def test_what_forbids_no_character(read_rules, text, wire):
    assert read_rules(text, wire).none(Charset)


def test_forbidden_characters_listed_below(read_rules):
    text = "It cannot contain the following characters:\n\n-  Angle brackets (<>)\n-  Non-printable ASCII characters (0-31)"
    rule = read_rules(text, "label").one(Charset)
    signs = set("<>") | set(map(chr, range(32)))
    assert (rule.where, rule.certainty, set(rule.allowed.extra)) == ("none", "hard", signs)


def test_the_edge_before_a_forbidden_character_is_refused_too(read_rules):
    text = "It cannot start with a digit or contain angle brackets (<>)."
    found = [rule for rule in read_rules(text, "label").hard if isinstance(rule, Charset)]
    assert [(rule.where, rule.allowed) for rule in found] == [
        ("none", CharSet((), "<>")),
        ("not-first", CharSet(("digit",))),
    ]


@pytest.mark.parametrize(
    ("text", "kinds", "extra"),
    [
        ("cannot contain characters except letters and hyphens (-)", ("letter",), "-"),
        ("cannot contain characters other than letters", ("letter",), ""),
        ("cannot contain special characters except hyphens (-)", ("digit", "any-letter", "space"), "-"),
    ],
)  # fmt: skip
def test_what_may_be_where_nothing_else_may(read_rules, text, kinds, extra):
    rule = read_rules(f"The name {text}.", "name").one(Charset)
    assert (rule.where, rule.allowed, rule.certainty) == ("all", CharSet(kinds, extra), "hard")
