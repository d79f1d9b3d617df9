"""Either-or: how many of several fields are given."""

from __future__ import annotations

import pytest

from gen.model import AllOf, EitherOr, Is, Not, Present
from tests.rules.siblings import TABLES


@pytest.mark.parametrize(
    ("text", "wire", "fields", "low", "high"),
    [
        ("Either **ribbon** or **bow** must be specified.", "ribbon", ("ribbon", "bow"), 1, None),
        ("Specify either this parameter or **bow**.", "ribbon", ("ribbon", "bow"), 1, None),
        ("At least one of **ribbon**, **bow**, and **knot** must be specified.", "ribbon", ("ribbon", "bow", "knot"), 1, None),
        ("**ribbon** and **bow** cannot be specified at the same time.", "ribbon", ("ribbon", "bow"), 0, 1),
        ("Condition: Either **Ribbon** or **Bow** must be specified.", "ribbon", ("ribbon", "bow"), 1, None),
        ("If the box is open, this parameter is not required. This parameter cannot co-exist with **bow**.", "ribbon", ("ribbon", "bow"), 0, 1),
        ("Specify either **ribbon** or **bow**, or both of them.", "ribbon", ("ribbon", "bow"), 1, None),
        ("**ribbon** and **bow** are both optional, but at least one of them must be specified.", "ribbon", ("ribbon", "bow"), 1, None),
        ("If a ribbon is needed, specify its name. **ribbon** and **bow** cannot be specified at the same time.", "ribbon", ("ribbon", "bow"), 0, 1),
        ("This parameter is mutually exclusive with **bow**.", "ribbon", ("ribbon", "bow"), 0, 1),
        ("**ribbon** and **bow** are mutually exclusive.", "ribbon", ("ribbon", "bow"), 0, 1),
        ("Only one of **ribbon** and **bow** must be specified.", "ribbon", ("ribbon", "bow"), 1, 1),
        ("**lamp_id** or **shelf_id** must be specified.", "note", ("lamp_id", "shelf_id"), 1, None),
        ("Specify one of **lamp_id** and **shelf_id**.", "note", ("lamp_id", "shelf_id"), 1, None),
        ("**lamp_id** and **shelf_id** cannot both be empty.", "note", ("lamp_id", "shelf_id"), 1, None),
        ("You can specify either **lamp_id** or **shelf_id**.", "note", ("lamp_id", "shelf_id"), 0, 1),
        ("Either **lamp_id** or **shelf_id** must be specified, but not both.", "note", ("lamp_id", "shelf_id"), 1, 1),
        ("Either **height** or **width** can be specified.", "height", ("height", "width"), 0, 1),
        ("Use either **height** or **width**.", "height", ("height", "width"), 0, 1),
        ("In a **remote** array, **height** and **width** are mutually exclusive.", "height", ("height", "width"), 0, 1),
        ("Only either **height** or **width** can be set.", "height", ("height", "width"), 0, 1),
        ("The parameter is mutually exclusive with **width**.", "height", ("height", "width"), 0, 1),
        ("Either **height** or **width** is used.", "height", ("height", "width"), 0, 1),
        ("**lamp_id** or **shelf_id** must be specified, but they cannot both be specified.", "note", ("lamp_id", "shelf_id"), 1, 1),
        ("Specify either **lamp_id** or **shelf_id**, but they cannot be both specified.", "note", ("lamp_id", "shelf_id"), 1, 1),
        ("Either **lamp_id** or **shelf_id** must be specified, and the shelves must be in one room.", "note", ("lamp_id", "shelf_id"), 1, None),
        ("This parameter is an alternative to **bow**.", "ribbon", ("ribbon", "bow"), 0, 1),
        ("The **lamp_id** and **shelf_id** parameters cannot be both specified in a request.", "note", ("lamp_id", "shelf_id"), 0, 1),
    ],
)  # fmt: skip
def test_either_or(read_rules, text, wire, fields, low, high):
    (rule,) = read_rules(text, wire, *TABLES[wire]).body
    assert isinstance(rule, EitherOr)
    assert (rule.fields, rule.minimum, rule.maximum, rule.certainty) == (fields, low, high, "hard")


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("Either **ribbon** or **string** must be specified.", "ribbon"),
        ("Use **ribbon** or **bow**.", "ribbon"),
        ("**lamp_id** cannot be specified in conjunction with **shelf_id**.", "note"),
        ("Use either **height** or **depth**.", "height"),
        ("**0**: Either **height** or **width** can be specified indoors.", "height"),
        ("Either **height** or **width** of the door decides.", "height"),
        ("Either **height** or **width** is used for the door.", "height"),
        ("Either **height** or **depth** is used.", "height"),
        ("This is a nicer alternative to **bow**.", "ribbon"),
        ("The **lamp_id** and **shelf_id** parameters can be both specified in a request.", "note"),
        ("**height** and **width** are alternative names.", "height"),
    ],
)
def test_no_either_or(read_rules, text, wire):
    assert read_rules(text, wire, *TABLES[wire]).body == ()


def test_with_neither_of_two_is_two_pairs(read_rules):
    text = "This parameter cannot co-exist with **bow** and **knot**."
    assert [r.fields for r in read_rules(text, "ribbon", *TABLES["ribbon"]).body] == [
        ("ribbon", "bow"),
        ("ribbon", "knot"),
    ]


def test_either_or_where_both_have_a_meaning_is_advice(read_rules):
    text = "You can specify either **lamp_id** or **shelf_id**. If both are specified, the first is used."
    (rule,) = read_rules(text, "note", *TABLES["note"]).body
    assert rule.certainty == "advice"


@pytest.mark.parametrize(
    ("told", "certainty"), [("If neither is given, 3 is used.", "advice"), ("Wide.", "hard")]
)
def test_either_or_where_none_has_a_meaning_is_advice(read_rules, told, certainty):
    text = "Either **height** or **width** must be specified."
    others = {"width": ("integer", f"Width. {told}")}
    (rule,) = read_rules(text, "height", "integer", others).body
    assert rule.certainty == certainty


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("Either **ribbon** or **bow** must be specified when **knot** is set to **tight**.", ["required"]),
        ("When **knot** is **tight**, **ribbon** and **bow** cannot be both specified.", ["forbidden"]),
        ("When **knot** is **tight**, exactly one of **ribbon** and **bow** must be specified.", ["required", "forbidden"]),
    ],
)  # fmt: skip
def test_either_or_under_a_condition(read_rules, text, effects):
    others = {
        "bow": ("string", "Bow."),
        "knot": ("string", "**tight** or **loose**. Options: **tight** and **loose**."),
    }
    body = read_rules(text, "ribbon", others=others).body
    tight = Is("knot", ("tight",))
    other = {"required": Not(Present("bow")), "forbidden": Present("bow")}
    assert [(one.field, one.effect, one.certainty, one.condition) for one in body] == [
        ("ribbon", effect, "hard", AllOf((tight, other[effect]))) for effect in effects
    ]


def test_either_or_under_a_condition_on_something_else_is_advice(read_rules):
    text = "If the box is large, either **ribbon** or **bow** must be specified."
    body = read_rules(text, "ribbon", others={"bow": ("string", "Bow.")}).body
    assert [one.certainty for one in body] == ["advice"]
