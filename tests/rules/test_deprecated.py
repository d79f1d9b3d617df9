"""Deprecated: the field itself, and no status or part of that name."""

from __future__ import annotations

import pytest

from gen.model import Deprecated, Form
from tests.rules.siblings import MODE


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("This parameter has been deprecated, but is retained for compatibility purposes.", "colour"),
        ("(Deprecated) The old colour.", "colour"),
        ("Deprecated parameter", "colour"),
        ("Colour. It will be gradually deprecated, and will be replaced by the **tint** field.", "colour"),
        ("Colour. This parameter is now moved to the **tint** list and will be discarded soon.", "colour"),
        ("This field is obsolete.", "colour"),
        ("Take care when setting this parameter.(This parameter has been discarded. Use **b**.)", "thing"),
    ],
)  # fmt: skip
def test_a_deprecated_field(read_rules, text, wire):
    assert read_rules(text, wire).one(Deprecated)


def test_a_bracket_of_several_sentences(read_rules):
    text = "Be careful with it.(This parameter has been discarded. If **mode** is set, skip it.)"
    assert read_rules(text, "note", others=MODE).one(Deprecated)


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("State. Options:\n\n-  **NEW**: usable\n-  **DEPRECATED**: the version is deprecated", "state"),
        ("For details, see Colours (Deprecated).", "state"),
        ("-  **shade**: the shade. This parameter has been deprecated.", "state"),
        ("The **shade** parameter has been deprecated.", "state"),
        ("Whether deprecated colours are listed.", "state"),
        ("Status of the wall (discarded or in use).", "thing"),
    ],
)  # fmt: skip
def test_a_status_or_a_part_named_deprecated_is_not_the_field(read_rules, text, wire):
    assert read_rules(text, wire).none(Deprecated)


def test_what_else_the_sentence_says_is_read(read_rules):
    outcome = read_rules("This field is obsolete and must be an IPv4 address.", "place")
    assert {type(rule) for rule in outcome.rules} == {Deprecated, Form}
    outcome = read_rules("The **old** place is obsolete and must be an IPv4 address.", "place")
    assert outcome.rules == ()


@pytest.mark.parametrize(
    "text",
    [
        "Specifies whether it is deleted.",
        "Time when it was deleted.",
        "It will be deleted after 7 days.",
        "Whether it has been discarded.",
    ],
)
def test_a_thing_that_is_deleted_is_no_field_that_is(read_rules, text):
    assert read_rules(text, "lamp").none(Deprecated, hard=False)
