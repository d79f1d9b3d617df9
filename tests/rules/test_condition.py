"""Conditions: when a field is demanded, forbidden or bound to a rule."""

from __future__ import annotations

import pytest

from gen.model import AllOf, AnyOf, Choice, Form, Is, Not, Present, Range, Unknown, When
from gen.rules.logic import certain_part
from tests.rules.siblings import MODE, STYLE

FANCY = Is("style", ("fancy",))


def whens(outcome, certainty="hard"):
    return [
        (r.field, r.condition, r.effect)
        for r in outcome.body
        if isinstance(r, When) and r.certainty == certainty
    ]


@pytest.mark.parametrize(
    ("text", "condition", "effect"),
    [
        ("This parameter is mandatory when **style** is set to **fancy**.", FANCY, "required"),
        ("When **style** is **fancy**, this parameter is mandatory.", FANCY, "required"),
        ("This parameter is mandatory only when **style** is **fancy**.", FANCY, "required"),
        ("It is required if the value of **style** is **fancy**.", FANCY, "required"),
        ("Set this parameter only when **style** is set to **fancy**.", Not(FANCY), "forbidden"),
        ("This parameter is available only when **style** is set to **fancy**.", Not(FANCY), "forbidden"),
        ("This header can be set only when **style** is set to **fancy**.", Not(FANCY), "forbidden"),
        ("This parameter cannot be specified when **style** is set to **fancy**.", FANCY, "forbidden"),
        ("This parameter is mandatory when **style** is set to **fancy** or **grand**.", Is("style", ("fancy", "grand")), "required"),
        ("This parameter is mandatory only when the look of the bow (**style**) is set to **fancy**.", FANCY, "required"),
        ("The name contains 1 to 9 characters and must be set when **style** is set to **fancy**.", FANCY, "required"),
        ("If you set **style** to **fancy**, this parameter is mandatory.", FANCY, "required"),
        ("This parameter is mandatory and is set to **true** when **style** is set to **fancy**.", FANCY, "required"),
        ("If **style** is **fancy**, this parameter must not be carried.", FANCY, "forbidden"),
        ("(Mandatory when **style** is **fancy**) The name.", FANCY, "required"),
        ('This parameter is mandatory when "style" is set to "fancy".', FANCY, "required"),
        ("That is, it must be specified when **style** is set to **fancy**.", FANCY, "required"),
        ("This parameter is valid and mandatory when **style** is set to **fancy**.", FANCY, "required"),
        ("This parameter is mandatory when the look is nice (or so), that is, **style** is set to **fancy**.", FANCY, "required"),
        ("This parameter is mandatory when **style** is set to **fancy**, and the value is **true**.", FANCY, "required"),
        ("If **style** is set to **fancy**, **ribbon** must not be contained in the request.", FANCY, "forbidden"),
        ("This parameter is mandatory unless **style** is set to **fancy**.", Not(FANCY), "required"),
        ("This parameter is mandatory when the style is fancy.", FANCY, "required"),
        ("Set this parameter only when **style** is set to **FANCY**.", Not(FANCY), "forbidden"),
        ("This parameter is not required when **style** is **fancy**. In other scenarios, this parameter is mandatory.", Not(FANCY), "required"),
        ("If **style** is not specified, this parameter is mandatory.", Not(Present("style")), "required"),
        ("This parameter is mandatory when **style** is set to **fancy** and can be left blank.", FANCY, "required"),
        ("This parameter is mandatory when **style** is set to **fancy**, but is optional otherwise.", FANCY, "required"),
        ("This parameter is mandatory only for fine boxes (**style** is **fancy**).", FANCY, "required"),
        ("This parameter is mandatory when the box is fine (**style** is **fancy**).", FANCY, "required"),
        ("This parameter is mandatory when the box is fine (that is, **style** is **fancy**).", FANCY, "required"),
        ("This parameter is not empty when **style** is **fancy**.", FANCY, "required"),
        ("When **style** is **fancy**, the box has a bow. In this case, this parameter is mandatory.", FANCY, "required"),
        ("This parameter is mandatory when **style** is **fancy** (rich) or **grand** (huge).", Is("style", ("fancy", "grand")), "required"),
        ("This parameter is mandatory when style=fancy.", FANCY, "required"),
        ("This parameter is mandatory when **style** set to **fancy**.", FANCY, "required"),
        ("This parameter is mandatory when **style** is used.", Present("style"), "required"),
    ],
)  # fmt: skip
def test_presence_under_a_condition(read_rules, text, condition, effect):
    assert whens(read_rules(text, "ribbon", others=STYLE)) == [("ribbon", condition, effect)]


@pytest.mark.parametrize(
    ("told", "condition"),
    [
        ("Open? The default value is **false**.", Is("open", (False,))),
        ("Open?", AnyOf((Is("open", (False,)), Not(Present("open"))))),
    ],
)
def test_the_request_must_contain_a_field(read_rules, told, condition):
    text = "When **open** is set to **false** or not specified, the request must contain the **key** parameter."
    outcome = read_rules(text, "key", "string", {"open": ("boolean", told)})
    assert [(r.condition, r.effect, r.certainty) for r in outcome.body] == [
        (condition, "required", "hard")
    ]


def test_naming_another_field_binds_that_field(read_rules):
    text = "If this parameter is set to **silk**, **style** is mandatory."
    outcome = read_rules(text, "ribbon", others={"style": ("string", "Style.")})
    assert whens(outcome) == [("style", Is("ribbon", ("silk",)), "required")]


def test_left_blank_is_absent_or_empty(read_rules):
    text = "If **style** is left blank, this parameter is mandatory."
    ((_, condition, _),) = whens(read_rules(text, "ribbon", others={"style": ("string", "Style.")}))
    assert condition == AnyOf((Not(Present("style")), Is("style", ("",))))


def test_mandatory_only_when_never_forbids(read_rules):
    text = "This parameter is mandatory only when **style** is **fancy**."
    assert {effect for _, _, effect in whens(read_rules(text, "ribbon", others=STYLE))} == {
        "required"
    }


def test_a_field_with_a_default_is_never_demanded(read_rules):
    text = "The default value is **silk**. This parameter is mandatory only when **style** is **fancy**."
    assert whens(read_rules(text, "ribbon", others=STYLE)) == []


def test_case_is_not_folded_where_two_values_match(read_rules):
    others = {"style": ("string", "Style. The value can be **Plain** or **plain**.")}
    text = "This parameter is mandatory when **style** is set to **PLAIN**."
    assert whens(read_rules(text, "ribbon", others=others)) == []


def test_responses_have_no_body_rules(read_rules):
    text = "This parameter is mandatory when **style** is set to **fancy**."
    assert read_rules(text, "ribbon", others=STYLE, direction="response").body == ()


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


def test_what_the_body_knows_nothing_of_is_a_remark_only(read_rules):
    outcome = read_rules("If yes, the value is **true**.", "note", others=MODE)
    assert outcome.body == ()
    assert outcome.remarks


def test_what_of_a_condition_is_certain():
    style, out = Is("style", ("a", "b")), Unknown("out there")
    assert certain_part(Not(AllOf((out, style)))) == Not(style)
    assert certain_part(AnyOf((out, style))) == style
    assert certain_part(AllOf((out, style))) is None
    assert certain_part(Not(AnyOf((out, style)))) is None
    assert certain_part(Not(AnyOf((style, Present("x"))))) == AllOf((Not(style), Not(Present("x"))))
    assert certain_part(out) is None


def test_a_value_that_does_not_exist_is_a_finding(read_rules):
    text = "This parameter is mandatory when **style** is set to **gothic**."
    outcome = read_rules(text, "ribbon", others=STYLE)
    assert whens(outcome) == []
    assert [one.code for one in outcome.findings] == ["TW402"]


def test_a_field_that_is_nowhere_is_a_finding(read_rules):
    outcome = read_rules("If **wall_paint** is set to **red**, this parameter is mandatory.")
    assert [one.code for one in outcome.findings] == ["TW402"]
    there = read_rules(
        "If **wall_paint** is set to **red**, this parameter is mandatory.",
        others={"wall_paint": ("string", "Paint.")},
    )
    assert [type(rule) for rule in there.body] == [When]
    assert there.findings == ()


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


def test_left_blank_allows_an_empty_string_only(read_rules):
    text = "If **mode** is **cold**, this parameter must be left blank."
    (rule,) = read_rules(text, "note", others=MODE).body
    assert isinstance(rule, When)
    assert isinstance(rule.then, Choice)
    assert rule.then.values == ("",)


def test_a_range_widened_under_a_condition_is_advice(read_rules):
    text = "The value ranges from 1 to 9.\n\nWhen **style** is set to **fancy**, the value ranges from 0 to 99."
    outcome = read_rules(text, "ribbon", "integer", others=STYLE)
    assert outcome.none(Range)
    assert [effect for _, _, effect in whens(outcome)] == ["rule"]


@pytest.mark.parametrize(
    "text",
    [
        "This parameter is mandatory only for fine boxes.",
        "This parameter is mandatory when the box is fine (like **fancy** ones).",
        "This parameter is not read when **style** is **fancy**.",
        "In this case, this parameter is mandatory.",
        "When the moon shines, the box glows. In this case, this parameter is mandatory.",
        "When **style** is **fancy**, the box has a bow. In this case, the box is large.",
        "This parameter is mandatory when shape=fancy.",
        "This parameter is mandatory when the style is used.",
        "This parameter must be set when **style** is **fancy**, and the lid cannot be shut when **style** is **plain**.",
    ],
)
def test_what_names_no_field_or_demands_nothing_is_no_condition(read_rules, text):
    assert whens(read_rules(text, "ribbon", others=STYLE)) == []


def test_a_sentence_may_state_two_cases(read_rules):
    text = "This parameter must be set when **style** is **fancy**, and cannot be set when **style** is **plain**."
    assert whens(read_rules(text, "ribbon", others=STYLE)) == [
        ("ribbon", FANCY, "required"),
        ("ribbon", Is("style", ("plain",)), "forbidden"),
    ]


def test_a_note_behind_a_value_is_none_of_the_values(read_rules):
    text = "This parameter is mandatory when **style** is **fancy** (rich) or lavish."
    assert whens(read_rules(text, "ribbon", others=STYLE)) == []


@pytest.mark.parametrize(
    "text",
    [
        "This parameter is mandatory when **style** is set to **fancy** and must not be set otherwise.",
        "This parameter is mandatory when **style** is set to **fancy**. It cannot be set when **style** is set to any other value.",
        "If **style** is **fancy**, this parameter is mandatory. Otherwise, it must not be set.",
    ],
)
def test_demanded_in_one_case_and_forbidden_in_all_others(read_rules, text):
    assert whens(read_rules(text, "ribbon", others=STYLE)) == [
        ("ribbon", FANCY, "required"),
        ("ribbon", Not(FANCY), "forbidden"),
    ]


@pytest.mark.parametrize("who", ["the value", "this parameter", "it", "the parameter value"])
def test_the_field_s_own_value_demands_a_sibling(read_rules, who):
    text = f"Whether there is a ribbon. If {who} is **true**, **bow** is mandatory."
    outcome = read_rules(text, "ribbon", "boolean", {"bow": ("string", "Bow.")})
    assert whens(outcome) == [("bow", Is("ribbon", (True,)), "required")]


def test_the_value_may_be_that_of_a_sibling_of_this_name(read_rules):
    others = {"bow": ("string", "Bow."), "value": ("string", "The value can be **a** or **b**.")}
    outcome = read_rules("If the value is **a**, **bow** is mandatory.", "ribbon", others=others)
    assert whens(outcome) == []


@pytest.mark.parametrize(
    "text",
    [
        "If **style** is **fancy**, this parameter must not be specified. The value ranges from 1 to 9.",
        "If **style** is **fancy**, do not set this parameter. It ranges from 1 to 9.",
        "If **style** is **fancy**, this parameter must not be set. Otherwise, the value ranges from 1 to 9.",
        "If **style** is **fancy**, this parameter is mandatory. The value ranges from 1 to 9.",
    ],
)
def test_what_stands_behind_a_sentence_on_presence_is_true_of_the_value(read_rules, text):
    outcome = read_rules(text, "ribbon", "integer", STYLE)
    rule = outcome.one(Range)
    assert (rule.minimum, rule.maximum, rule.certainty) == (1, 9, "hard")
    assert [one.effect for one in outcome.body] != ["rule"]


def test_which_values_there_are_may_depend_on_what_demands_the_field(read_rules):
    text = (
        "If **style** is **fancy**, this parameter is mandatory. The value can be **a** or **b**."
    )
    outcome = read_rules(text, "ribbon", others=STYLE)
    assert outcome.none(Choice, hard=False)
    assert [one.effect for one in outcome.body] == ["required", "rule"]


def test_a_semicolon_parts_two_cases(read_rules):
    text = "When **style** is **fancy**, the value ranges from 1 to 60; when **style** is **plain**, the value ranges from 1 to 9."
    outcome = read_rules(text, "ribbon", "integer", STYLE)
    assert [(one.condition, one.then.maximum) for one in outcome.body] == [
        (FANCY, 60),
        (Is("style", ("plain",)), 9),
    ]


BOTH = {"bow": ("string", "Bow."), "knot": ("string", "Knot.")}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Required when both **bow** and **knot** are specified.", AllOf((Present("bow"), Present("knot")))),
        ("Required when **bow** or **knot** is set.", AnyOf((Present("bow"), Present("knot")))),
        ("Required if **bow** and **knot** are not specified.", AllOf((Not(Present("bow")), Not(Present("knot"))))),
    ],
)  # fmt: skip
def test_a_condition_about_several_fields_at_once(read_rules, text, condition):
    assert whens(read_rules(text, "ribbon", others=BOTH)) == [("ribbon", condition, "required")]


def test_only_another_field_is_valid_offers_no_value(read_rules):
    outcome = read_rules(
        "If **style** is **fancy**, only **bow** is valid.", "ribbon", others={**STYLE, **BOTH}
    )
    assert outcome.body == ()
    assert outcome.none(Choice, hard=False)


def test_otherwise_behind_a_semicolon(read_rules):
    text = "If **style** is **fancy**, the value ranges from 1 to 5; otherwise, the value ranges from 6 to 9."
    outcome = read_rules(text, "ribbon", "integer", STYLE)
    assert [(one.condition, one.then.minimum) for one in outcome.body] == [
        (FANCY, 1),
        (Not(FANCY), 6),
    ]


@pytest.mark.parametrize(
    "lead", ["If this value is selected", "In this case", "When this mode is used"]
)
def test_what_the_item_of_a_value_demands(read_rules, lead):
    text = f"Options:\n\n-  **plain**: dull\n-  **fancy**: bright. {lead}, **ribbon** cannot be left blank."
    body = read_rules(text, "style", others={"ribbon": ("string", "Ribbon.")}).body
    assert [(one.field, one.effect, one.condition) for one in body] == [
        ("ribbon", "required", FANCY)
    ]


def test_any_other_value_before_the_ban(read_rules):
    text = "This parameter is mandatory when **style** is set to **fancy**. If **style** is set to any other value, this parameter must be left blank."
    found = read_rules(text, "ribbon", "integer", STYLE).body
    assert [(one.effect, one.condition) for one in found] == [
        ("required", FANCY),
        ("forbidden", Not(FANCY)),
    ]


@pytest.mark.parametrize(
    "lead", ["in the following scenarios", "when any of the following conditions is met"]
)
def test_mandatory_in_each_of_several_cases(read_rules, lead):
    text = f"This parameter is mandatory {lead}:\n\n-  **style** is set to **fancy**.\n-  When **style** is **grand**."
    found = read_rules(text, "ribbon", others=STYLE).body
    assert [(one.effect, one.condition) for one in found] == [
        ("required", FANCY),
        ("required", Is("style", ("grand",))),
    ]


def test_mandatory_when_all_of_several_conditions_are_met_is_not_read(read_rules):
    text = "This parameter is mandatory when the following conditions are met:\n\n-  **style** is set to **fancy**.\n-  The lamp is lit."
    assert not read_rules(text, "ribbon", others=STYLE).body


@pytest.mark.parametrize(("how", "value"), [("enabled", True), ("disabled", False)])
def test_a_switch_is_on_or_off(read_rules, how, value):
    text = f"When **lit** is {how}, this parameter is mandatory."
    found = read_rules(text, "ribbon", others={"lit": ("boolean", "Lit?")}).body
    assert [(one.effect, one.condition) for one in found] == [("required", Is("lit", (value,)))]
