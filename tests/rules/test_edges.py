"""Charset at the edges: how a text may begin and end."""

from __future__ import annotations

import pytest

from gen.model import CharSet, Charset


@pytest.mark.parametrize(
    ("text", "where", "allowed"),
    [
        ("It must start with a letter.", "first", CharSet(("letter",))),
        ("It cannot start with a digit.", "not-first", CharSet(("digit",))),
        ("It cannot end with a hyphen (-).", "not-last", CharSet((), "-")),
        ("It does not end with a hyphen (-).", "not-last", CharSet((), "-")),
        ("It must start with a letter, the default value is **a**.", "first", CharSet(("letter",))),
    ],
)
def test_one_edge(read_rules, text, where, allowed):
    found = [r for r in read_rules(text, "label").rules if isinstance(r, Charset)]
    assert [(r.where, r.allowed, r.certainty) for r in found] == [(where, allowed, "hard")]


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("Cannot start with a period or end with a hyphen.", "label"),
        ("Do not start with a period or end with a hyphen.", "thing"),
    ],
)
def test_both_edges(read_rules, text, wire):
    found = read_rules(text, wire).rules
    assert [(r.where, r.allowed.extra, r.certainty) for r in found] == [
        ("not-first", ".", "hard"),
        ("not-last", "-", "hard"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It cannot start with **sys-**.",
        "It starts with a greeting.",
        "Spaces are refused, or start with a greeting.",
        "It does not end with a bow.",
    ],
)
def test_a_text_at_the_edge_is_no_charset(read_rules, text):
    assert read_rules(text, "label").none(Charset)


def test_what_is_refused_before_an_edge_is_refused_at_it(read_rules):
    def edges(text):
        found = [rule for rule in read_rules(text, "label").hard if isinstance(rule, Charset)]
        return {(rule.where, rule.allowed.classes) for rule in found}

    text = "It cannot contain spaces or start with a digit."
    assert edges(text) == {("none", ("space",)), ("not-first", ("digit",))}
    text = "It cannot contain spaces and must end with a digit."
    assert edges(text) == {("none", ("space",)), ("last", ("digit",))}


def test_a_string_that_may_not_begin_the_value_weakens_no_more(read_rules):
    text = "The name can contain letters, spaces, and special characters ``_-``, but cannot start or end with a space or start with **sys-**."
    outcome = read_rules(text, "name")
    assert {rule.where for rule in outcome.hard} == {"all", "not-first", "not-last"}
