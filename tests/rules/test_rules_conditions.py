"""When, EitherOr, SameAs, pairs, and the verdict of the examples."""

from __future__ import annotations

import pytest

from gen.model import (
    AnyOf,
    Choice,
    EitherOr,
    Form,
    Is,
    Length,
    Not,
    Present,
    Range,
    SameAs,
    When,
)

STYLE = {
    "style": (
        "string",
        "Style. The value can be **plain**, **fancy**, or **grand**. The default value is **plain**.",
    )
}


def whens(outcome, certainty="hard"):
    return [
        (r.field, r.condition, r.effect)
        for r in outcome.body
        if isinstance(r, When) and r.certainty == certainty
    ]


FANCY = Is("style", ("fancy",))


@pytest.mark.parametrize(
    ("text", "condition", "effect"),
    [
        ("This parameter is mandatory when **style** is set to **fancy**.", FANCY, "required"),
        ("When **style** is **fancy**, this parameter is mandatory.", FANCY, "required"),
        ("This parameter is mandatory only when **style** is **fancy**.", FANCY, "required"),
        ("It is required if the value of **style** is **fancy**.", FANCY, "required"),
        ("Set this parameter only when **style** is set to **fancy**.", Not(FANCY), "forbidden"),
        ("This parameter is available only when **style** is set to **fancy**.", Not(FANCY), "forbidden"),
        ("This parameter cannot be specified when **style** is set to **fancy**.", FANCY, "forbidden"),
        ("This parameter is mandatory when **style** is set to **fancy** or **grand**.", Is("style", ("fancy", "grand")), "required"),
        ("This parameter is mandatory unless **style** is set to **fancy**.", Not(FANCY), "required"),
        ("This parameter is mandatory when the style is fancy.", FANCY, "required"),
        ("Set this parameter only when **style** is set to **FANCY**.", Not(FANCY), "forbidden"),
        ("This parameter is not required when **style** is **fancy**. In other scenarios, this parameter is mandatory.", Not(FANCY), "required"),
        ("If **style** is not specified, this parameter is mandatory.", Not(Present("style")), "required"),
    ],
)  # fmt: skip
def test_presence_under_a_condition(read_rules, text, condition, effect):
    assert whens(read_rules(text, "ribbon", others=STYLE)) == [("ribbon", condition, effect)]


def test_what_the_body_cannot_tell_is_unknown(read_rules):
    text = "This parameter is not required when **kind** of the shop is set to **kiosk** and **style** is set to **fancy** or **grand**. In other scenarios, this parameter is mandatory."
    outcome = read_rules(text, "ribbon", others=STYLE)
    ((_, condition, effect),) = whens(outcome)
    assert effect == "required"
    # What of it is certain remains; the rest is a remark.
    assert condition == Not(Is("style", ("fancy", "grand")))
    assert {one.parameter for one in outcome.remarks} == {"ribbon"}
    assert [one.parameter for one in outcome.remarks] == ["ribbon", "ribbon"]


def test_what_can_never_be_certain_is_advice_and_a_remark(read_rules):
    text = "This parameter is mandatory only when **style** is set to **fancy** and **kind** of the shop is set to **kiosk**."
    outcome = read_rules(text, "ribbon", others=STYLE)
    assert whens(outcome) == []
    assert len(whens(outcome, "advice")) == 1
    assert outcome.remarks[0].text == text.replace("*", "")


def test_mandatory_only_when_never_forbids(read_rules):
    text = "This parameter is mandatory only when **style** is **fancy**."
    assert {effect for _, _, effect in whens(read_rules(text, "ribbon", others=STYLE))} == {
        "required"
    }


def test_a_field_with_a_default_is_never_demanded(read_rules):
    text = "The default value is **silk**. This parameter is mandatory only when **style** is **fancy**."
    assert whens(read_rules(text, "ribbon", others=STYLE)) == []


def test_a_condition_is_inherited(read_rules):
    text = "When **style** is set to **fancy**, this parameter is optional. If it is set, the value must be an IPv4 address."
    outcome = read_rules(text, "ribbon", others=STYLE)
    ((field, condition, effect),) = whens(outcome)
    assert (field, condition, effect) == ("ribbon", FANCY, "rule")
    assert outcome.none(Form)
    (rule,) = [r for r in outcome.body if isinstance(r, When)]
    assert isinstance(rule.then, Form)
    assert rule.then.forms == ("ipv4",)


def test_a_list_under_a_condition(read_rules):
    text = "When **style** is set to **fancy**:\n\n-  The value ranges from 1 to 5.\n-  This parameter is mandatory."
    outcome = read_rules(text, "ribbon", "integer", others=STYLE)
    assert [effect for _, _, effect in whens(outcome)] == ["rule", "required"]
    assert outcome.none(Range)


def test_a_range_widened_under_a_condition_is_advice(read_rules):
    text = "The value ranges from 1 to 9.\n\nWhen **style** is set to **fancy**, the value ranges from 0 to 99."
    outcome = read_rules(text, "ribbon", "integer", others=STYLE)
    assert outcome.none(Range)
    assert [effect for _, _, effect in whens(outcome)] == ["rule"]


def test_a_value_that_does_not_exist_is_a_finding(read_rules):
    text = "This parameter is mandatory when **style** is set to **gothic**."
    outcome = read_rules(text, "ribbon", others=STYLE)
    assert whens(outcome) == []
    assert [one.code for one in outcome.findings] == ["TW402"]


def test_case_is_not_folded_where_two_values_match(read_rules):
    others = {"style": ("string", "Style. The value can be **Plain** or **plain**.")}
    text = "This parameter is mandatory when **style** is set to **PLAIN**."
    assert whens(read_rules(text, "ribbon", others=others)) == []


def test_naming_another_field_binds_that_field(read_rules):
    text = "If this parameter is set to **silk**, **style** is mandatory."
    outcome = read_rules(text, "ribbon", others={"style": ("string", "Style.")})
    assert whens(outcome) == [("style", Is("ribbon", ("silk",)), "required")]


def test_responses_have_no_body_rules(read_rules):
    text = "This parameter is mandatory when **style** is set to **fancy**."
    assert read_rules(text, "ribbon", others=STYLE, direction="response").body == ()


def test_left_blank_is_absent_or_empty(read_rules):
    text = "If **style** is left blank, this parameter is mandatory."
    ((_, condition, _),) = whens(read_rules(text, "ribbon", others={"style": ("string", "Style.")}))
    assert condition == AnyOf((Not(Present("style")), Is("style", ("",))))


BOTH = {"bow": ("string", "Bow."), "knot": ("string", "Knot.")}


@pytest.mark.parametrize(
    ("text", "fields", "low", "high"),
    [
        ("Either **ribbon** or **bow** must be specified.", ("ribbon", "bow"), 1, None),
        ("Specify either this parameter or **bow**.", ("ribbon", "bow"), 1, None),
        (
            "At least one of **ribbon**, **bow**, and **knot** must be specified.",
            ("ribbon", "bow", "knot"),
            1,
            None,
        ),
        ("**ribbon** and **bow** cannot be specified at the same time.", ("ribbon", "bow"), 0, 1),
        ("This parameter is mutually exclusive with **bow**.", ("ribbon", "bow"), 0, 1),
        ("**ribbon** and **bow** are mutually exclusive.", ("ribbon", "bow"), 0, 1),
        ("Only one of **ribbon** and **bow** must be specified.", ("ribbon", "bow"), 1, 1),
    ],
)
def test_either_or(read_rules, text, fields, low, high):
    (rule,) = read_rules(text, "ribbon", others=BOTH).body
    assert isinstance(rule, EitherOr)
    assert (rule.fields, rule.minimum, rule.maximum, rule.certainty) == (fields, low, high, "hard")


@pytest.mark.parametrize(
    "text",
    [
        "Either **ribbon** or **string** must be specified.",
        "If the box is large, either **ribbon** or **bow** must be specified.",
        "Use **ribbon** or **bow**.",
    ],
)
def test_no_either_or(read_rules, text):
    assert not [r for r in read_rules(text, "ribbon", others=BOTH).body if isinstance(r, EitherOr)]


def test_with_neither_of_two_is_two_pairs(read_rules):
    text = "This parameter cannot co-exist with **bow** and **knot**."
    assert [r.fields for r in read_rules(text, "ribbon", others=BOTH).body] == [
        ("ribbon", "bow"),
        ("ribbon", "knot"),
    ]


def test_pairs(read_rules):
    outcome = read_rules(
        "This parameter must be used together with **bow**.", "ribbon", others=BOTH
    )
    assert whens(outcome) == [("bow", Present("ribbon"), "required")]


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("The value must be greater than or equal to that of **bow**.", ">="),
        ("The value cannot be greater than **bow**.", "<="),
        ("The value must be less than **bow**.", "<"),
        ("The value must be the same as that of **bow**.", "=="),
    ],
)
def test_comparisons(read_rules, text, op):
    others = {"bow": ("integer", "Bow.")}
    (rule,) = read_rules(text, "ribbon", "integer", others=others).body
    assert isinstance(rule, SameAs)
    assert (rule.field, rule.op, rule.other, rule.certainty) == ("ribbon", op, "bow", "hard")


def test_a_comparison_of_texts_is_advice(read_rules):
    (rule,) = read_rules("The value must be later than **bow**.", "ribbon", others=BOTH).body
    assert rule.certainty == "advice"


def test_addresses_in_one_network_are_said_once(read_rules):
    say = "The address must be in the same CIDR block as the value of **{}**."
    others = {"far_address": ("string", say.format("near_address"))}
    outcome = read_rules(say.format("far_address"), "near_address", others=others)
    assert [(r.field, r.op, r.other) for r in outcome.body] == [
        ("near_address", "same-network", "far_address")
    ]


def test_an_example_demotes_the_rule_it_breaks(read_rules):
    outcome = read_rules(
        "The value can be **red** or **blue**.", "colour", bodies=({"colour": "green"},)
    )
    rule = outcome.one(Choice)
    assert (rule.certainty, "green" in rule.reason) == ("advice", True)
    assert [one.code for one in outcome.findings] == ["TW510"]


def test_a_masked_example_does_not(read_rules):
    outcome = read_rules(
        "The value is a string of 1 to 3 characters.", "colour", bodies=({"colour": "gr***"},)
    )
    assert outcome.one(Length).certainty == "hard"
    assert outcome.findings == ()


def test_a_number_in_quotes_does_not(read_rules):
    outcome = read_rules(
        "The value ranges from 1 to 9.", "count", "integer", bodies=({"count": "5"},)
    )
    assert outcome.one(Range).certainty == "hard"


def test_an_example_demotes_the_condition_it_breaks(read_rules):
    text = "This parameter is mandatory when **style** is set to **fancy**."
    outcome = read_rules(text, "ribbon", others=STYLE, bodies=({"style": "fancy"},))
    assert whens(outcome) == []
    assert [one.code for one in outcome.findings] == ["TW511"]
