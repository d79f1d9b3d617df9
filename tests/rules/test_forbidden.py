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
    ],
)
def test_what_forbids_no_character(read_rules, text, wire):
    assert read_rules(text, wire).none(Charset)
