"""Wordings that a writer of such pages may choose, family by family, in invented words."""

from __future__ import annotations

import pytest

from gen.model import (
    Array,
    CharSet,
    Charset,
    Choice,
    Count,
    Default,
    Deprecated,
    EitherOr,
    Form,
    Length,
    Range,
    Scalar,
    Unique,
    When,
)

MODE = {"mode": ("string", "The value can be **warm** or **cold**.")}
PAIR = {"lamp_id": ("string", "ID of a lamp."), "shelf_id": ("string", "ID of a shelf.")}
LIST = Array(Scalar("string"))


@pytest.mark.parametrize(
    "text",
    [
        "The value can only be BASIC.",
        "Currently, this parameter must be set to BASIC.",
        "The value is fixed to BASIC.",
        "Fixed value: **BASIC**",
        "Only **BASIC** is currently supported.",
        "**BASIC** is the only supported value.",
        "Values other than **BASIC** are not supported.",
        "You can only set this parameter to **BASIC**.",
        "The value is **BASIC** and cannot be changed.",
        "Currently, only plain lamps are supported. The value is **BASIC**.",
        "Kind of the lamp, which supports only **BASIC** currently.",
    ],
)
def test_choice_of_one_value(read_rules, text):
    rule = read_rules(text, "kind").one(Choice)
    assert (rule.values, rule.certainty) == (("BASIC",), "hard")


@pytest.mark.parametrize(
    "text",
    [
        "The value must be unique.",
        "The value must be Base64-encoded.",
        "The value must be UTC.",
        "The value must be supported by the system.",
        "Values other than **BASIC** are supported.",
        "The value can be customized or default.",
        "It is **BASIC**.",
    ],
)
def test_no_choice(read_rules, text):
    assert read_rules(text, "kind").none(Choice)


@pytest.mark.parametrize(
    "text",
    [
        "The value can be warm or cold.",
        "Select **warm** or **cold**.",
        "One of **warm** and **cold**.",
        "Tone of the lamp: **warm** or **cold**.".replace(":", ","),
        "The following values are supported: **warm** and **cold**.",
        "Value range: {warm, cold}",
        "Value range: warm|cold",
        "Options: **warm** (default) and **cold**.",
        "There are two tones:\n\n- **warm**: yellow\n- **cold**: blue",
        "The options are as follows: **warm**: yellow; **cold**: blue.",
    ],
)
def test_choice_of_several(read_rules, text):
    rule = read_rules(text, "tone").one(Choice)
    assert (rule.values, rule.certainty) == (("warm", "cold"), "hard")


def test_choice_that_may_be_spelt_in_any_case_or_is_contradicted_is_advice(read_rules):
    folded = "Tone (case-insensitive). The value can be **warm** or **cold**."
    assert read_rules(folded, "tone").none(Choice)
    both = "It can be **true** or **false**.\n\nCurrently, **lit** can only be **true**."
    assert read_rules(both, "lit", "boolean").none(Choice)


def test_choice_takes_in_a_number_that_the_cell_names_later(read_rules):
    text = "The value can be **1** or **5**.\n\nIf the value is set to **0**, nothing is checked."
    assert read_rules(text, "period", "integer").one(Choice).values == (1, 5, 0)


@pytest.mark.parametrize(
    "text",
    [
        "**10** is used by default.",
        "By default, **10** is used.",
        "If this parameter is not specified, **10** is used.",
        "If omitted, the value is 10.",
        "The value is **10** when this parameter is not set.",
        "If you leave this parameter blank, **10** will be used.",
        "The default value of **size** is **10**.",
        "The parameter has a default value of 10.",
    ],
)
def test_default(read_rules, text):
    assert read_rules(text, "size", "integer").one(Default).value == 10


def test_default_of_another_field_is_none(read_rules):
    text = "If **mode** is not specified, the value is **10**."
    assert read_rules(text, "size", "integer", MODE).none(Default, hard=False)


def test_default_of_a_member(read_rules):
    text = "The value can be:\n\n- **warm**: yellow. This is the default value.\n- **cold**: blue"
    assert read_rules(text, "tone").one(Default).value == "warm"


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("**lamp_id** or **shelf_id** must be specified.", (1, None)),
        ("Specify one of **lamp_id** and **shelf_id**.", (1, None)),
        ("**lamp_id** and **shelf_id** cannot both be empty.", (1, None)),
        ("You can specify either **lamp_id** or **shelf_id**.", (0, 1)),
        ("Either **lamp_id** or **shelf_id** must be specified, but not both.", (1, 1)),
        ("**lamp_id** cannot be specified in conjunction with **shelf_id**.", None),
    ],
)
def test_either_or(read_rules, text, bounds):
    rules = [one for one in read_rules(text, "note", others=PAIR).body if type(one) is EitherOr]
    assert [(one.minimum, one.maximum) for one in rules] == ([bounds] if bounds else [])


def test_either_or_where_both_have_a_meaning_is_advice(read_rules):
    text = "You can specify either **lamp_id** or **shelf_id**. If both are specified, the first is used."
    (rule,) = read_rules(text, "note", others=PAIR).body
    assert rule.certainty == "advice"


@pytest.mark.parametrize(
    "text",
    [
        "The **lamp_id** and **shelf_id** parameters must be set simultaneously.",
        "**lamp_id** and **shelf_id** must be both specified or both left blank.",
    ],
)
def test_together(read_rules, text):
    rules = [one for one in read_rules(text, "note", others=PAIR).body if type(one) is When]
    assert [(one.field, one.effect) for one in rules] == [
        ("shelf_id", "required"),
        ("lamp_id", "required"),
    ]


def test_when_left_blank_allows_an_empty_string_only(read_rules):
    text = "If **mode** is **cold**, this parameter must be left blank."
    (rule,) = read_rules(text, "note", others=MODE).body
    assert isinstance(rule, When)
    assert isinstance(rule.then, Choice)
    assert rule.then.values == ("",)


def test_when_the_body_knows_nothing_of_is_a_remark_only(read_rules):
    outcome = read_rules("If yes, the value is **true**.", "note", others=MODE)
    assert outcome.body == ()
    assert outcome.remarks


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The number of labels ranges from 1 to 10.", (1, 10)),
        ("The array length ranges from 1 to 10.", (1, 10)),
        ("Specify 1 to 10 labels.", (1, 10)),
        ("Only one label can be specified.", (None, 1)),
        ("A maximum of 20 values can be specified.", (None, 20)),
        ("Each lamp supports a maximum of 10 labels during the creation.", (None, 10)),
    ],
)
def test_count(read_rules, text, bounds):
    rule = read_rules(f"Labels of a lamp. {text}", "labels", LIST).one(Count)
    assert (rule.minimum, rule.maximum) == bounds


def test_count_of_another_thing(read_rules):
    text = "A maximum of 10 shelves can be bound to a lamp."
    assert read_rules(text, "labels", LIST).none(Count)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The length of the name ranges from 1 to 64 characters.", (1, 64)),
        ("The number of characters cannot exceed 64.", (None, 64)),
        ("The name has fewer than 65 characters.", (None, 64)),
        ("Must be a string consisting of 8 to 64 characters.", (8, 64)),
        ("Name length: 1 to 64 characters.", (1, 64)),
    ],
)
def test_length(read_rules, text, bounds):
    rule = read_rules(text, "name").one(Length)
    assert (rule.minimum, rule.maximum) == bounds


def test_length_of_items(read_rules):
    rule = read_rules("Each label in the list contains up to 9 characters.", "labels", LIST)
    assert (rule.one(Length).target, rule.one(Length).maximum) == ("items", 9)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("To define a slot, enter a number from 1 to 9.", (1, 9)),
        ("Valid slot numbers range from 1 to 9.", (1, 9)),
        ("The minimum parameter value is 1.", (1, None)),
        ("The value cannot be less than 1 or greater than 9.", (1, 9)),
        ("The value can be any integer from 1 to 9.", (1, 9)),
        ("The value is a positive integer.", (1, None)),
        ("Value range: 1 ≤ slot ≤ 9", (1, 9)),
        ("Value range: greater than or equal to 1", (1, None)),
        ("The lower limit is 1 and the upper limit is 9.", (1, 9)),
    ],
)
def test_range(read_rules, text, bounds):
    rule = read_rules(text, "slot", "integer").one(Range)
    assert (rule.minimum, rule.maximum, rule.certainty) == (*bounds, "hard")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Only allows letters and underscores (_).", CharSet(("letter",), "_")),
        ("Allowed characters: letters and underscores (_)", CharSet(("letter",), "_")),
        ("Letters and underscores (_) only.", CharSet(("letter",), "_")),
        ("A string of 1 to 9 letters and underscores (_).", CharSet(("letter",), "_")),
        (
            "It can contain a-z, A-Z, 0-9, and hyphens (-).",
            CharSet(("upper", "lower", "digit"), "-"),
        ),
        ("Use only UTF-8 letters and the following characters: _-", CharSet(("any-letter",), "-_")),
    ],
)
def test_charset(read_rules, text, allowed):
    rule = read_rules(text, "label").one(Charset)
    assert (rule.allowed, rule.certainty) == (allowed, "hard")


def test_signs_alone_are_not_all_that_is_allowed(read_rules):
    assert read_rules("It can contain the following special characters: _-", "label").none(Charset)


@pytest.mark.parametrize(
    "text",
    [
        "The format is UUID.",
        "The ID must comply with the UUID format.",
        "The value must be the ID of the lamp in **room** and in the format of the UUID.",
    ],
)
def test_form(read_rules, text):
    assert read_rules(text, "lamp_id").one(Form).forms == ("uuid",)


@pytest.mark.parametrize(
    "text", ["Duplicate values are not allowed.", "The values cannot be the same."]
)
def test_unique(read_rules, text):
    assert read_rules(text, "labels", LIST).one(Unique).key == ""


def test_deprecated_in_a_bracket_of_several_sentences(read_rules):
    text = "Be careful with it.(This parameter has been discarded. If **mode** is set, skip it.)"
    assert read_rules(text, "note", others=MODE).one(Deprecated)
