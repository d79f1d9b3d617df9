"""The rules of one field made to agree with each other and with the values it names."""

from __future__ import annotations

import pytest

from gen.model import CharSet, Charset, Choice, Default, Range


def test_two_lists_are_united(read_rules):
    text = "Colour. The value can be **red**, **blue**, or **grey**.\n\nEnumerated values:\n\n-  **red**\n-  **blue**"
    assert read_rules(text, "colour").one(Choice).values == ("red", "blue", "grey")


def test_two_sentences_about_characters_are_united(read_rules):
    text = "-  The value can contain letters, digits, and spaces.\n-  The value can contain the following special characters: ``_.:``"
    rule = read_rules(text, "label").one(Charset)
    assert rule.allowed == CharSet(("letter", "digit", "space"), ".:_")


def test_an_empty_value_is_let_in(read_rules):
    text = "Colour. The value can be **red** or **blue**. The value can be empty."
    assert read_rules(text, "colour").one(Choice).values == ("red", "blue", "")


def test_a_number_that_the_cell_names_later_is_taken_in(read_rules):
    text = "The value can be **1** or **5**.\n\nIf the value is set to **0**, nothing is checked."
    assert read_rules(text, "period", "integer").one(Choice).values == (1, 5, 0)


def test_a_value_the_text_names_beside_the_list_makes_it_advice(read_rules):
    text = "Colour. The value can be **red** or **blue**.\n\nIf the value is **any**, all colours are taken."
    assert read_rules(text, "colour").one(Choice).certainty == "advice"


def test_a_contradicted_list_is_advice(read_rules):
    text = "It can be **true** or **false**.\n\nCurrently, **lit** can only be **true**."
    assert read_rules(text, "lit", "boolean").none(Choice)


def test_two_ranges_are_a_finding(read_rules):
    text = "-  The value ranges from 1 to 64.\n-  The value ranges from 100 to 640."
    assert "TW403" in {one.code for one in read_rules(text, "weight", "integer").findings}


def test_a_default_outside_its_range_is_a_finding(read_rules):
    outcome = read_rules(
        "The value ranges from 1 to 64. The default value is **0**.", "weight", "integer"
    )
    assert [one.code for one in outcome.findings] == ["TW405"]


def test_two_defaults_are_a_finding_and_none_of_them_counts(read_rules):
    outcome = read_rules("The default value is **red**.\n\nDefault: **blue**", "colour")
    assert outcome.none(Default)
    assert [one.code for one in outcome.findings] == ["TW404"]


def test_values_in_words_and_a_list_of_them_are_one_choice(read_rules):
    text = "Colour. The value can be **red**.\n\nOptions:\n\n-  **red**\n-  **blue**"
    assert read_rules(text, "colour").one(Choice).values == ("red", "blue")


def test_advice_on_characters_opens_no_list(read_rules):
    text = "It can contain only letters. {} special characters be avoided."
    advised = read_rules(text.format("It is recommended that"), "label").one(Charset)
    assert advised.certainty == "hard"
    open_end = "It can contain only letters. It can also contain special characters of all sorts."
    assert read_rules(open_end, "label").one(Charset).certainty == "advice"


@pytest.mark.parametrize(
    ("told", "certainty"),
    [
        ("0 indicates that there is no end.", "advice"),
        ("-1: no limit.", "advice"),
        ("5 indicates that it is usual.", "hard"),
        ("12 hours are a day.", "hard"),
    ],
)
def test_a_number_named_beyond_a_range_makes_it_advice(read_rules, told, certainty):
    text = f"Duration. The value ranges from 1 to 9. {told}"
    assert read_rules(text, "duration", "integer").one(Range).certainty == certainty
