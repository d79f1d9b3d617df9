"""Choice: which lists are closed lists of values."""

from __future__ import annotations

import pytest

from gen.model import Array, Choice, Free, Nullable, Scalar


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("Specifies the colour. The value can be **red** or **blue**.", "string", ("red", "blue")),
        ("Specifies the colour. The value can be **red** (warm), **blue** (cold), or **grey**.", "string", ("red", "blue", "grey")),
        ("Colour.\n\nEnumeration values:\n\n-  **red**\n-  **blue**", "string", ("red", "blue")),
        ("Colour. Options:\n\n-  **red**: warm\n-  **blue**: cold", "string", ("red", "blue")),
        ("-  Colour.\n\n-  Value range:\n\n   **red**: warm\n\n   **blue**: cold\n\n-  The default value is **red**.", "string", ("red", "blue")),
        ("-  Colour.\n-  Value range:\n\n   red and blue\n\n-  Default value:\n\n   red", "string", ("red", "blue")),
        ("-  Colour.\n-  Value range:\n\n   deep-red, light-red, grey\n\n   Be careful with **grey**.", "string", ("deep-red", "light-red", "grey")),
        ("**Definition**\n\nColour.\n\n**Range**\n\n-  **red**: warm\n-  **blue**: cold\n\n**Default Value**\n\nred", "string", ("red", "blue")),
        ("Colours are as follows. The value can be one of the following:\n\n-  **red** (warm)\n-  **blue** (cold)", "string", ("red", "blue")),
        ("Version. The value can be **4** or **6**.", "integer", (4, 6)),
        ("Version. The value can be 4 or 6.", "integer", (4, 6)),
        ("Kind. The value is fixed at **Box** and cannot be changed.", "string", ("Box",)),
        ("Kind. Currently, only **Box** is supported.", "string", ("Box",)),
        ("Kind. The value can only be **Box**.", "string", ("Box",)),
    ],
)  # fmt: skip
def test_a_closed_list_is_a_choice(read_rules, text, kind, values):
    rule = read_rules(text, "colour", kind).one(Choice)
    assert rule.values == values
    assert rule.certainty == "hard"


@pytest.mark.parametrize(
    "text",
    [
        "Colour, for example, **red** or **blue**.",
        "Colour. You can use names such as **red** and **blue**.",
        "Colour.\n\n-  **red**: a warm one\n-  **blue**: a cold one",
        "Colour. **red** indicates a warm one, and **blue** indicates a cold one.",
        "Colour. When **mode** of the printer is **mono**, the value can be **black** or **white**.",
        "Colour. The value can be **red**, **blue**, and so on.",
        "Colour. The value can be **red** or **blue-xxxx**.",
        "Colour. The value can be **red** or **blue**, and is case-insensitive.",
        "Parts:\n\n-  **shade**: the shade\n-  **depth**: The value can be **deep** or **light**.",
        "Colour. The value of **shade** can be **deep** or **light**.",
        "**Range**\n\nN/A",
        "-  Colour.\n-  Value range: None",
    ],
)
def test_what_only_explains_or_illustrates_is_not_enforced(read_rules, text):
    assert read_rules(text, "colour").none(Choice)


def test_explained_values_without_an_introduction_are_advice(read_rules):
    rule = read_rules("Colour.\n\n-  **red**: a warm one\n-  **blue**: a cold one", "colour").one(
        Choice
    )
    assert (rule.values, rule.certainty) == (("red", "blue"), "advice")
    assert rule.meanings == ("a warm one", "a cold one")


def test_the_meanings_are_kept(read_rules):
    rule = read_rules("Colour. Options:\n\n-  **red**: warm\n-  **blue**: cold", "colour").one(
        Choice
    )
    assert rule.meanings == ("warm", "cold")


def test_true_and_false_of_a_boolean_need_no_rule(read_rules):
    outcome = read_rules("Whether. The value can be **true** or **false**.", "on", "boolean")
    assert outcome.rules == ()
    assert outcome.sentences[-1].status == "read"


def test_true_and_false_of_a_string_are_its_values(read_rules):
    assert read_rules("Whether. The value can be **true** or **false**.", "on").one(
        Choice
    ).values == ("true", "false")


def test_a_list_on_an_array_is_about_the_items(read_rules):
    rule = read_rules(
        "Colours. The value can be **red** or **blue**.", "colours", Array(Scalar("string"))
    ).one(Choice)
    assert rule.target == "items"


def test_objects_have_no_choice(read_rules):
    text = "Fields. Options:\n\n-  **red**: warm\n-  **blue**: cold"
    assert read_rules(text, "colours", Free()).none(Choice, hard=False)


def test_two_lists_are_united(read_rules):
    text = "Colour. The value can be **red**, **blue**, or **grey**.\n\nEnumerated values:\n\n-  **red**\n-  **blue**"
    assert read_rules(text, "colour").one(Choice).values == ("red", "blue", "grey")


def test_a_value_the_text_names_beside_the_list_makes_it_advice(read_rules):
    text = "Colour. The value can be **red** or **blue**.\n\nIf the value is **any**, all colours are taken."
    assert read_rules(text, "colour").one(Choice).certainty == "advice"


def test_null_among_the_values_is_no_value(read_rules):
    outcome = read_rules(
        "Colour. The value can be:\n\n-  **red**\n-  **null**", "colour", direction="response"
    )
    assert outcome.one(Choice).values == ("red",)
    assert outcome.one(Nullable).target == "value"


def test_an_empty_value_is_let_in(read_rules):
    text = "Colour. The value can be **red** or **blue**. The value can be empty."
    assert read_rules(text, "colour").one(Choice).values == ("red", "blue", "")


def test_a_sentence_with_its_own_list_wins_over_the_explanation_below(read_rules):
    text = "What to do. The value can be **add** or **drop**.\n\n-  The value **add** adds.\n-  The value **drop** drops."
    assert read_rules(text, "task").one(Choice).values == ("add", "drop")


def test_a_slash_is_part_of_a_bare_word(read_rules):
    text = "-  Kind.\n-  Value range: text/plain, text/x-note, form/data"
    assert read_rules(text, "kind").one(Choice).values == ("text/plain", "text/x-note", "form/data")
