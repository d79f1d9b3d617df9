"""Wordings that services use for the same thing, each with a case that looks alike and is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gen.model import (
    AllOf,
    AnyOf,
    Array,
    Charset,
    Choice,
    Count,
    Default,
    Deprecated,
    EitherOr,
    Form,
    Free,
    Is,
    Length,
    Not,
    Pattern,
    Present,
    Range,
    Scalar,
    Unique,
    Unknown,
    When,
)
from gen.rules.logic import certain_part
from gen.rules.tables import table_of
from tests.rules.conftest import field, prose

HEIGHT = {"height": ("integer", "Height."), "width": ("integer", "Width.")}


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("Finish of the wall. The following finishes are supported:\n\n-  **matt**\n-  **glossy**", "finish"),
        ("Finish mode. Two modes are available:\n\n-  **matt**: Dull.\n-  **glossy**: Shiny.", "finishMode"),
        ("Finish, which can be the following:\n\n-  **matt**: Dull.\n-  **glossy**: Shiny.", "finish"),
        ("Finish.\n\nThe value can be:\n\n-  **matt**\n-  glossy", "finish"),
        ("**Range**\n\n-  matt: Light is scattered.\n-  glossy: Light is reflected.", "finish"),
        ("Finish. Supported finishes: **matt** and **glossy**.", "finish"),
        ("Finish. The value is matt_1 / glossy_1.", "finish"),
    ],
)  # fmt: skip
def test_words_that_close_a_list(read_rules, text, wire):
    (rule,) = [rule for rule in read_rules(text, wire).hard if isinstance(rule, Choice)]
    assert {value.partition("_")[0] for value in rule.values} == {"matt", "glossy"}


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("Time of the order. The following operators are supported:\n\n-  **gt**\n-  **lt**", "ordered_at"),
        ("Structure of the letter. Three paper formats are supported:\n\n-  **legal**\n-  **folio**\n-  **quarto**", "letter_structure"),
        ("**Range**\n\n-  Prefix: 1 to 4 characters\n-  Suffix: 1 to 4 characters", "finish"),
        ("Finish. Supported paints: **matt** and **glossy**.", "wall"),
        ("Finish. To see all walls, set this parameter to **matt**.", "finish"),
        ("Finish. The value is a / b.", "finish"),
        ("Columns. Supported columns: **a** and **b**.", "columns"),
    ],
)  # fmt: skip
def test_words_that_do_not(read_rules, text, wire):
    assert read_rules(text, wire).none(Choice)


def test_one_value_that_has_to_be_set(read_rules):
    assert read_rules("Finish. Set this parameter to **matt**.").one(Choice).values == ("matt",)
    assert read_rules("The only value that is currently supported is **matt**.").one(
        Choice
    ).values == ("matt",)


def test_numbers_in_a_query_without_a_type_are_text_or_numbers():
    one = field("sizes", Array(Scalar("any")), "Sizes. The value can be **4** or **6**.", 10)
    (rule,) = table_of([one], {}, location="query").fields[0].rules
    assert isinstance(rule, Choice)
    assert rule.values == ("4", 4, "6", 6)
    (rule,) = table_of([one], {}).fields[0].rules
    assert rule.certainty == "advice"


@pytest.mark.parametrize(
    "text",
    [
        "Either **height** or **width** can be specified.",
        "Use either **height** or **width**.",
        "In a **remote** array, **height** and **width** are mutually exclusive.",
        "Only either **height** or **width** can be set.",
        "The parameter is mutually exclusive with **width**.",
    ],
)
def test_at_most_one(read_rules, text):
    outcome = read_rules(text, "height", "integer", {"width": ("integer", "Width.")})
    (rule,) = outcome.body
    assert isinstance(rule, EitherOr)
    assert (set(rule.fields), rule.minimum, rule.maximum) == ({"height", "width"}, 0, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Use either **height** or **depth**.",
        "**0**: Either **height** or **width** can be specified indoors.",
        "Either **height** or **width** of the door decides.",
    ],
)
def test_no_either_or(read_rules, text):
    assert read_rules(text, "height", "integer", {"width": ("integer", "Width.")}).body == ()


def test_pairs(read_rules):
    for text in (
        "Parameters height and width must be used together.",
        "**height** and **width** must be set in pairs.",
    ):
        outcome = read_rules(text, "height", "integer", {"width": ("integer", "Width.")})
        assert {(rule.field, rule.condition) for rule in outcome.body} == {
            ("width", Present("height")),
            ("height", Present("width")),
        }
    with_ = read_rules("This parameter must be used with **width**.", "height", "integer", HEIGHT)
    assert [(rule.field, rule.condition) for rule in with_.body] == [("width", Present("height"))]
    should = read_rules("Height and width should be used together.", "height", "integer", HEIGHT)
    assert all(rule.certainty == "advice" for rule in should.body)


def test_the_request_must_contain_a_field(read_rules):
    text = "When **open** is set to **false** or not specified, the request must contain the **key** parameter."
    for told, condition in (
        ("Open? The default value is **false**.", Is("open", (False,))),
        ("Open?", AnyOf((Is("open", (False,)), Not(Present("open"))))),
    ):
        outcome = read_rules(text, "key", "string", {"open": ("boolean", told)})
        assert [(r.condition, r.effect, r.certainty) for r in outcome.body] == [
            (condition, "required", "hard")
        ]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Thing in boxes. The default thing is **3**.", "integer", 3),
        ("If no value is entered, the default value **3** (few) is used.", "integer", 3),
        ("By default, this parameter is set to **3**.", "integer", 3),
        ("If this parameter is left blank, the system automatically sets it to **false** by default.", "boolean", False),
        ("**Default Value**\n\nIf this parameter is not specified, the default value **3** is used.", "integer", 3),
        ("Fast? The default value is **true**.\n\n-  **true**: fast.\n-  **false**: slow.\n\n   If this parameter is not set, the default value **true** is used.", "boolean", True),
        ("Paint. The value can be **matt** or **glossy**. The default coating is MATT.", "string", "matt"),
    ],
)  # fmt: skip
def test_defaults(read_rules, text, kind, value):
    assert read_rules(text, "thing", kind).one(Default).value == value


@pytest.mark.parametrize(
    "text",
    [
        "The default value is **8** for small walls and **64** for large ones.",
        "The default value is **8** in winter mode.",
        "Sorting of walls by a key and a direction. The default direction is **8**.",
        "If it is not set, the default paint pool is used.",
    ],
)
def test_no_defaults(read_rules, text):
    for kind in ("integer", "string"):
        assert read_rules(text, "thing", kind).none(Default)


@pytest.mark.parametrize(
    ("text", "kind", "bounds"),
    [
        ("Its value must be a multiple of 10 and the value range is from 40 GB to 400 GB.", "integer", (40, 400)),
        ("The value is from 0 to intmax (2^31-1).", "integer", (0, 2147483647)),
    ],
)  # fmt: skip
def test_ranges(read_rules, text, kind, bounds):
    rule = read_rules(text, "thing", kind).one(Range)
    assert (rule.certainty, rule.minimum, rule.maximum) == ("hard", *bounds)


@pytest.mark.parametrize(
    "text",
    [
        "**Options**\n\n10 to 500\n\n**Default value**\n\nIf the value is not specified or is set to 0, the default value is used.",
        "The value ranges from 1 to 65535. (The value ranges from 0 to 255 when it indicates the code.)",
    ],
)
def test_ranges_that_the_docs_leave(read_rules, text):
    assert read_rules(text, "thing", "integer").none(Range)


@pytest.mark.parametrize(
    ("text", "wire", "bounds"),
    [
        ("Max characters: 255", "thing", (None, 255)),
        ("The remarks must be UTF-8-coded and can contain up to 128 bytes.", "remark", (None, 128)),
        ("If a part is not given, the rest is used. The value of **thing** can contain a maximum of 25 characters.", "thing", (None, 25)),
        ("Must be unique and cannot be empty. Can contain a maximum of 36 characters.", "thing", (1, 36)),
        ("The value cannot be empty and should contain 8 to 32 characters.", "thing", (8, 32)),
        ("Value description:\n\n-  The parameter value consists of 1 to 128 characters.", "thing", (1, 128)),
    ],
)  # fmt: skip
def test_lengths(read_rules, text, wire, bounds):
    rule = read_rules(text, wire).one(Length)
    assert (rule.certainty, rule.minimum, rule.maximum) == ("hard", *bounds)


def test_forbidden_characters(read_rules):
    controls = "".join(map(chr, range(32)))
    for text, signs in (
        ("It cannot contain non-printable ASCII characters (0-31) or the following special characters: =*<>,|", "=*<>,|" + controls),
        ("It does not support the following special characters: <>= Its value is left blank by default.", "<>="),
        ("Carriage returns and angle brackets (< >) are not allowed.", "\r<>"),
    ):  # fmt: skip
        rule = read_rules(text).one(Charset)
        assert (rule.where, rule.certainty, set(rule.allowed.extra)) == ("none", "hard", set(signs))
    edges = read_rules("Do not start with a period or end with a hyphen.").hard
    assert [(rule.where, rule.allowed.extra) for rule in edges] == [
        ("not-first", "."),
        ("not-last", "-"),
    ]
    assert read_rules("Public networks are not supported.").none(Charset)


def test_forms(read_rules):
    for text in ("Only UUID is supported.", "The value is in the format of the UUID."):
        assert read_rules(f"ID. {text}", "id").one(Form).forms == ("uuid",)
    narrowed = read_rules("The value must be a valid IP address. IPv6 addresses are not supported.")
    assert narrowed.one(Form).forms == ("ipv4",)
    assert read_rules("IPv6 addresses are not supported.").none(Form, hard=False)


@pytest.mark.parametrize(
    ("text", "wire", "bounds"),
    [
        ("You can select up to five shelves.", "places", (None, 5)),
        ("One or two places can be created at a time.", "places", (1, 2)),
        ("The list can contain up to 20 values.", "places", (None, 20)),
        ("Each label contains a maximum of 10 values.", "values", (None, 10)),
    ],
)
def test_counts(read_rules, text, wire, bounds):
    rule = read_rules(text, wire, Array(Scalar("string"))).one(Count)
    assert (rule.minimum, rule.maximum) == bounds


def test_no_counts(read_rules):
    for text in (
        "A room contains a maximum of 10 values.",
        "You can select up to five shelves in a project.",
    ):
        assert read_rules(text, "places", Array(Scalar("string"))).none(Count)


def test_lists_of_unknown_objects_may_be_unique(read_rules):
    text = "Label values in a value list must be unique."
    assert read_rules(text, "values", Array(Free())).one(Unique).key == ""
    assert read_rules("Its value is unique.", "values", Array(Free())).none(Unique)


def test_deprecated_behind_a_missing_blank(read_rules):
    text = "Take care when setting this parameter.(This parameter has been discarded. Use **b**.)"
    assert read_rules(text).one(Deprecated)
    assert read_rules("Status of the wall (discarded or in use).").none(Deprecated)


@pytest.mark.parametrize(
    ("text", "python"),
    [
        ("Name.\n\nThe value must match the regular expression:\n\n^(/)?([a-z]+)(/[a-z]+)*$", r"^(/)?([a-z]+)(/[a-z]+)*\Z"),
        ('Name. It must conform to the regular expression "^[a-z]{3}$".', r"^[a-z]{3}\Z"),
        ("ID. Format: ^[0-9a-f]{8}(-[0-9a-f]{4}){3}$", r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}\Z"),
    ],
)  # fmt: skip
def test_patterns(read_rules, text, python):
    rule = read_rules(text).one(Pattern)
    assert (rule.certainty, rule.python) == ("hard", python)


def test_a_pattern_beside_a_length(read_rules):
    text = "Name. The value can contain 1 to 64 characters and must match the regular expression ^[a-z]+$."
    outcome = read_rules(text)
    assert {type(rule) for rule in outcome.hard} == {Length, Pattern}


def test_alternatives_that_begin_alike_are_not_safe(read_rules):
    assert read_rules("Name. Pattern: ^(a|ab|b)+$").none(Pattern)
    assert not read_rules("Name. Pattern: ^([a-z]|[0-9])+$").none(Pattern)


def test_what_of_a_condition_is_certain():
    style, out = Is("style", ("a", "b")), Unknown("out there")
    assert certain_part(Not(AllOf((out, style)))) == Not(style)
    assert certain_part(AnyOf((out, style))) == style
    assert certain_part(AllOf((out, style))) is None
    assert certain_part(Not(AnyOf((out, style)))) is None
    assert certain_part(Not(AnyOf((style, Present("x"))))) == AllOf((Not(style), Not(Present("x"))))
    assert certain_part(out) is None


def test_only_what_all_rows_say_is_enforced():
    one = field(
        "size", "integer", "Size. The value ranges from 1 to 9. The default value is **3**.", 10
    )
    alike = replace(
        one, variants=(prose("How large. The value ranges from 1 to 9. The default is 3."),)
    )
    other = replace(one, variants=(prose("Size. The value ranges from 1 to 5."),))
    assert [rule.certainty for rule in table_of([alike], {}).fields[0].rules] == ["hard", "hard"]
    (rule,) = table_of([other], {}).fields[0].rules
    assert (type(rule), rule.certainty) == (Range, "advice")


def test_conditions_on_fields_that_nowhere_are(read_rules):
    outcome = read_rules("If **wall_paint** is set to **red**, this parameter is mandatory.")
    assert [one.code for one in outcome.findings] == ["TW402"]
    there = read_rules(
        "If **wall_paint** is set to **red**, this parameter is mandatory.",
        others={"wall_paint": ("string", "Paint.")},
    )
    assert [type(rule) for rule in there.body] == [When]
    assert there.findings == ()


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("A tag value contains a maximum of 43 characters and can be left blank.", (None, 43)),
        ("The value contains up to 25 characters.", (None, 25)),
    ],
)
def test_a_field_named_value(read_rules, text, bounds):
    rule = read_rules(text, "value").one(Length)
    assert (rule.certainty, rule.minimum, rule.maximum) == ("hard", *bounds)


def test_the_value_of_another_thing(read_rules):
    assert read_rules("Of a door. A password value contains up to 25 characters.", "value").none(
        Length
    )


def test_kinds_of_characters_in_a_nested_list(read_rules):
    text = "**Range**\n\n-  A key can contain a maximum of 12 characters.\n-  The value can contain:\n\n   -  Letters\n   -  Special characters: underscores (_), and hyphens (-)"
    rule = read_rules(text, "key").one(Charset)
    assert (rule.certainty, rule.allowed.classes, rule.allowed.extra) == ("hard", ("letter",), "-_")


def test_kinds_of_characters_that_are_allowed(read_rules):
    rule = read_rules("Path. Digits, letters, and hyphens (-) are allowed.").one(Charset)
    assert (rule.certainty, rule.allowed.extra) == ("advice", "-")
    assert read_rules("Path. Only digits are allowed.").one(Charset).certainty == "hard"
    assert read_rules("Path. Asterisks are allowed.").none(Charset)
    assert read_rules("Path. Small walls (-) are allowed.").none(Charset)


def test_both_address_families(read_rules):
    text = "Target. The value must be in valid IPv4 or IPv6 CIDR formats."
    assert read_rules(text).one(Form).forms == ("ipv4-cidr", "ipv6-cidr")


@pytest.mark.parametrize("deed", ["used", "applied", "returned"])
def test_what_is_done_with_a_default_is_not_the_default(read_rules, deed):
    text = f"Pool of the kite. If it is not specified, the default kite pool is {deed}."
    assert not read_rules(text, "pool").rules
