"""Choice: which lists of values are closed."""

from __future__ import annotations

import pytest

from gen.model import Array, Choice, Free, Nullable, Scalar
from gen.rules.tables import table_of
from tests.rules.conftest import field


@pytest.mark.parametrize(
    ("text", "wire", "kind", "values"),
    [
        ("Specifies the colour. The value can be **red** or **blue**.", "colour", "string", ("red", "blue")),
        ("Interval. Values that can be selected are **1**, **5**, and **10**.", "interval", "integer", (1, 5, 10)),
        ("Specifies the colour. The value is one of the following: **red**, **blue**.", "colour", "string", ("red", "blue")),
        ("Colour. Set this parameter to either 'red' or 'blue'.", "colour", "string", ("red", "blue")),
        ("Colour. Select a colour from **red**, **blue**, and **grey**.", "colour", "string", ("red", "blue", "grey")),
        ("Validity. The validity can be 2, 3, or 4 hours.", "validity", "integer", (2, 3, 4)),
        ("Colour, which must be one of available colour sets: **red** and **blue**.", "colour", "string", ("red", "blue")),
        ("Colour. Options: one_red", "colour", "string", ("one_red",)),
        ("-  Definition: Colour.\n-  Range:\n\n   red: It is warm.\n\n   blue: It is cold.\n\n-  Default Value: red", "colour", "string", ("red", "blue")),
        ("When painting a wall, you can add this header. Options are as follows: **red** (warm) and **blue** (cold).", "colour", "string", ("red", "blue")),
        ("Colour. Currently, only **Red(for walls)** is supported.", "colour", "string", ("Red(for walls)",)),
        ("Colour. The value can be **red** and **blue(End-of-sale)**.", "colour", "string", ("red", "blue")),
        ("Colour.\n\nPossible values are as follows:\n\n-  RAL 1.9.2\n-  RAL 3.1.2-LTS.3", "colour", "string", ("RAL 1.9.2", "RAL 3.1.2-LTS.3")),
        ("Time at which the painting starts. The start time must be set to **22:00** or **02:00**.", "begin", "string", ("22:00", "02:00")),
        ("**Range**:\n\nRED", "colour", "string", ("RED",)),
        ("Paint type. Currently, **oil** (slow) and **water** (fast) are supported.", "paint_type", "string", ("oil", "water")),
        ("Specifies the colour. The value can be **red** (warm), **blue** (cold), or **grey**.", "colour", "string", ("red", "blue", "grey")),
        ("Colour.\n\nEnumeration values:\n\n-  **red**\n-  **blue**", "colour", "string", ("red", "blue")),
        ("Colour. Options:\n\n-  **red**: warm\n-  **blue**: cold", "colour", "string", ("red", "blue")),
        ("-  Colour.\n\n-  Value range:\n\n   **red**: warm\n\n   **blue**: cold\n\n-  The default value is **red**.", "colour", "string", ("red", "blue")),
        ("-  Colour.\n-  Value range:\n\n   red and blue\n\n-  Default value:\n\n   red", "colour", "string", ("red", "blue")),
        ("-  Colour.\n-  Value range:\n\n   deep-red, light-red, grey\n\n   Be careful with **grey**.", "colour", "string", ("deep-red", "light-red", "grey")),
        ("**Definition**\n\nColour.\n\n**Range**\n\n-  **red**: warm\n-  **blue**: cold\n\n**Default Value**\n\nred", "colour", "string", ("red", "blue")),
        ("Colours are as follows. The value can be one of the following:\n\n-  **red** (warm)\n-  **blue** (cold)", "colour", "string", ("red", "blue")),
        ("Version. The value can be **4** or **6**.", "colour", "integer", (4, 6)),
        ("Version. The value can be 4 or 6.", "colour", "integer", (4, 6)),
        ("Kind. The value is fixed at **Box** and cannot be changed.", "colour", "string", ("Box",)),
        ("Kind. Currently, only **Box** is supported.", "colour", "string", ("Box",)),
        ("Kind. The value can only be **Box**.", "colour", "string", ("Box",)),
        ("Fixed value: **BASIC**", "kind", "string", ("BASIC",)),
        ("Only **BASIC** is currently supported.", "kind", "string", ("BASIC",)),
        ("**BASIC** is the only supported value.", "kind", "string", ("BASIC",)),
        ("Values other than **BASIC** are not supported.", "kind", "string", ("BASIC",)),
        ("You can only set this parameter to **BASIC**.", "kind", "string", ("BASIC",)),
        ("The value is **BASIC** and cannot be changed.", "kind", "string", ("BASIC",)),
        ("Currently, only plain lamps are supported. The value is **BASIC**.", "kind", "string", ("BASIC",)),
        ("Kind of the lamp, which supports only **BASIC** currently.", "kind", "string", ("BASIC",)),
        ("Select **warm** or **cold**.", "tone", "string", ("warm", "cold")),
        ("One of **warm** and **cold**.", "tone", "string", ("warm", "cold")),
        ("Tone of the lamp, **warm** or **cold**.", "tone", "string", ("warm", "cold")),
        ("The following values are supported: **warm** and **cold**.", "tone", "string", ("warm", "cold")),
        ("Value range: {warm, cold}", "tone", "string", ("warm", "cold")),
        ("Options: **warm** (default) and **cold**.", "tone", "string", ("warm", "cold")),
        ("There are two tones:\n\n- **warm**: yellow\n- **cold**: blue", "tone", "string", ("warm", "cold")),
        ("The options are as follows: **warm**: yellow; **cold**: blue.", "tone", "string", ("warm", "cold")),
        ("Finish. Set this parameter to **matt**.", "thing", "string", ("matt",)),
        ("The only value that is currently supported is **matt**.", "thing", "string", ("matt",)),
        ("What to do. The value can be **add** or **drop**.\n\n-  The value **add** adds.\n-  The value **drop** drops.", "task", "string", ("add", "drop")),
        ("-  Kind.\n-  Value range: text/plain, text/x-note, form/data", "kind", "string", ("text/plain", "text/x-note", "form/data")),
        ("Whether. The value can be **true** or **false**.", "on", "string", ("true", "false")),
        ("Lamp kinds include the following: **desk**, **floor**.", "lamp_kind", "string", ("desk", "floor")),
        ("The following finishes are supported: **matt**, **glossy**.", "finish", "string", ("matt", "glossy")),
        ("The valid value is **matt**.", "finish", "string", ("matt",)),
        ("The value is consistently **matt**.", "finish", "string", ("matt",)),
        ("Finish. The value can be **3** or **6** only.", "finish", "integer", (3, 6)),
        ("Value range: **matt** or **glossy**, which indicates how it shines", "finish", "string", ("matt", "glossy")),
        ("Tone.\n\nValue:\n\n-  If the value is **warm**, the lamp glows.\n-  If the value is **cold**, the lamp sparkles.", "tone", "string", ("warm", "cold")),
        ("Tone. Options:\n\n-  The value **warm** indicates glowing.\n-  The value **cold** indicates sparkling.", "tone", "string", ("warm", "cold")),
        ("-  Kind.\n-  Value range:\n\n   -  Desk lamps: the value is **desk**.\n   -  Floor lamps: the value is **floor**.", "kind", "string", ("desk", "floor")),
        ("Kind of the lamp, and its options include:\n\n-  **desk**\n-  **floor**", "kind", "string", ("desk", "floor")),
        ("State of the lamp, which can be:\n\n-  **lit**: on\n-  **dark**: off", "state", "string", ("lit", "dark")),
        ("**Range**\n\nValid lamps\n\n-  **desk**\n-  **floor**", "kind", "string", ("desk", "floor")),
        ("Whether it shines. Options:\n\n-  **yes**: brightly", "shine", "string", ("yes",)),
        ("Options: **60**, **300**, in seconds.", "period", "integer", (60, 300)),
        ("Operator. The value can be **<**, **<=**, or **=**.", "sign", "string", ("<", "<=", "=")),
        ("Options: **red** - warm, **blue** - cold", "colour", "string", ("red", "blue")),
        ("The options are as follows: **warm** indicates yellow; **cold** indicates blue.", "tone", "string", ("warm", "cold")),
        ("-  Kind.\n-  Range:\n-  **desk**: on a desk\n-  **floor**: on a floor\n-  Default: **desk**", "kind", "string", ("desk", "floor")),
        ("What it does; options:\n\n-  **shine**: brightly\n-  **rest**: not at all", "task", "string", ("shine", "rest")),
    ],
)  # fmt: skip
def test_a_closed_list_is_a_choice(read_rules, text, wire, kind, values):
    rule = read_rules(text, wire, kind).one(Choice)
    assert rule.values == values
    assert rule.certainty == "hard"


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
        ("Colour, for example, **red** or **blue**.", "colour"),
        ("Colour. You can use names such as **red** and **blue**.", "colour"),
        ("Colour.\n\n-  **red**: a warm one\n-  **blue**: a cold one", "colour"),
        ("Colour. **red** indicates a warm one, and **blue** indicates a cold one.", "colour"),
        ("Colour. When **mode** of the printer is **mono**, the value can be **black** or **white**.", "colour"),
        ("Colour. The value can be **red**, **blue**, and so on.", "colour"),
        ("Colour. The value can be **red** or **blue-xxxx**.", "colour"),
        ("Colour. The value can be **red** or **blue**, and is case-insensitive.", "colour"),
        ("Parts:\n\n-  **shade**: the shade\n-  **depth**: The value can be **deep** or **light**.", "colour"),
        ("Colour. The value of **shade** can be **deep** or **light**.", "colour"),
        ("**Range**\n\nN/A", "colour"),
        ("-  Colour.\n-  Value range: None", "colour"),
        ("The value must be unique.", "kind"),
        ("The value must be Base64-encoded.", "kind"),
        ("The value must be UTC.", "kind"),
        ("The value must be supported by the system.", "kind"),
        ("Values other than **BASIC** are supported.", "kind"),
        ("It is **BASIC**.", "kind"),
        ("Tone (case-insensitive). The value can be **warm** or **cold**.", "tone"),
        ("Time of the order. The following operators are supported:\n\n-  **gt**\n-  **lt**", "ordered_at"),
        ("Structure of the letter. Three paper formats are supported:\n\n-  **legal**\n-  **folio**\n-  **quarto**", "letter_structure"),
        ("**Range**\n\n-  Prefix: 1 to 4 characters\n-  Suffix: 1 to 4 characters", "finish"),
        ("Finish. Supported paints: **matt** and **glossy**.", "wall"),
        ("Finish. To see all walls, set this parameter to **matt**.", "finish"),
        ("Finish. The value is a / b.", "finish"),
        ("Columns. Supported columns: **a** and **b**.", "columns"),
        ("Shelf kinds include the following: **desk**, **floor**.", "lamp_kind"),
        ("Wall. The following paints are supported: **matt**, **glossy**.", "wall"),
        ("The value is **matt**.", "finish"),
        ("The value can be **matt**, **glossy**, or the name of a paint.", "finish"),
        ("The value can be **matt** or **glossy**, or any other paint.", "finish"),
        ("Finish. The value can be **3** or **6** boxes.", "finish"),
        ("Tone. If the value is **warm**, the lamp glows. If the value is **cold**, the lamp sparkles.", "tone"),
        ("Kind.\n\n-  Desk lamps: the value is **desk**.\n-  Floor lamps: the value is **floor**.", "kind"),
        ("Kind of the lamp, and some of its options are:\n\n-  **desk**\n-  **floor**", "kind"),
        ("State of the lamp, which can be, for example:\n\n-  **lit**: on\n-  **dark**: off", "state"),
        ("**Range**\n\nLovely lamps\n\n-  **desk**: on desks\n-  **floor**: below", "kind"),
        ("Whether it shines:\n\n-  **yes**: brightly\n-  **no**: not at all", "shine"),
        ("Operator. The value can be **<**, **<=**, or **<sign>**.", "sign"),
        ("Options: **red** - warm, and more, **blue** - cold", "colour"),
        ("Some lamps: **warm** indicates yellow; **cold** indicates blue.", "tone"),
        ("Span. Options:\n\n-  **day**: one day\n-  **week**: seven days\n-  custom: so many days", "span"),
        ("Span. Options:\n\n-  **all**\n-  **one**\n-  **room:**\\ *id*", "span"),
        ("-  Kind.\n-  Parts:\n-  **desk**: on a desk\n-  **floor**: on a floor", "kind"),
    ],
)  # fmt: skip
def test_what_only_explains_or_illustrates_is_not_enforced(read_rules, text, wire):
    assert read_rules(text, wire).none(Choice)


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


def test_a_list_on_an_array_is_about_the_items(read_rules):
    rule = read_rules(
        "Colours. The value can be **red** or **blue**.", "colours", Array(Scalar("string"))
    ).one(Choice)
    assert rule.target == "items"


def test_objects_have_no_choice(read_rules):
    text = "Fields. Options:\n\n-  **red**: warm\n-  **blue**: cold"
    assert read_rules(text, "colours", Free()).none(Choice, hard=False)


def test_null_among_the_values_is_no_value(read_rules):
    outcome = read_rules(
        "Colour. The value can be:\n\n-  **red**\n-  **null**", "colour", direction="response"
    )
    assert outcome.one(Choice).values == ("red",)
    assert outcome.one(Nullable).target == "value"


def test_null_among_the_strings_of_a_request_may_be_a_string(read_rules):
    outcome = read_rules("Filler.\n\nEnumeration values:\n\n-  **-1**\n-  **null**", "filler")
    assert outcome.one(Choice).values == ("-1", "null")
    assert outcome.one(Nullable)


def test_numbers_in_a_query_without_a_type_are_text_or_numbers():
    one = field("sizes", Array(Scalar("any")), "Sizes. The value can be **4** or **6**.", 10)
    (rule,) = table_of([one], {}, location="query").fields[0].rules
    assert isinstance(rule, Choice)
    assert rule.values == ("4", 4, "6", 6)
    (rule,) = table_of([one], {}).fields[0].rules
    assert rule.certainty == "advice"


def test_a_list_on_an_array_stays_when_several_values_are_separated(read_rules):
    text = (
        "Tone. The value can be **warm** or **cold**. Multiple values are separated by commas (,)."
    )
    assert read_rules(text, "tone").one(Choice).certainty == "advice"
    assert read_rules(text, "tones", "strings").one(Choice).certainty == "hard"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Values out of the preceding options are not allowed.", "hard"),
        ("Other values are not supported.", "hard"),
        ("Other lamps are not supported.", "advice"),
    ],
)
def test_a_sentence_below_closes_the_list(read_rules, text, certainty):
    listed = f"Tone.\n\n-  **warm**: yellow\n-  **cold**: blue\n\n{text}"
    assert read_rules(listed, "tone").one(Choice).certainty == certainty


def test_prose_that_spells_the_values_in_its_own_case_adds_none(read_rules):
    text = "Colour. RED and BLUE are supported. The value can be **red** or **blue**."
    assert read_rules(text, "colour_type").one(Choice).values == ("red", "blue")


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("Enumerated values: 1: it indicates that the lamp is lit. 2: it is not.", "string", ("1", "2")),
        ("State. Enumerated values: 0: off 1: on", "integer", (0, 1)),
        ("State. Values: - **up**: to the top - **down**: to the ground", "string", ("up", "down")),
        ("State. Options: - up: to the top - down: to the ground. Default value: up", "string", ("up", "down")),
        ("State. Enumeration values: open: it is open; shut: it is not.", "string", ("open", "shut")),
        ("Options: on: it is lit. off: it is dark. Note: Only for lamps.", "string", ("on", "off")),
        ("State. Enumerated values: 0: off 1: on. The default value is 1.", "integer", (0, 1)),
    ],
)  # fmt: skip
def test_values_that_one_paragraph_explains(read_rules, text, kind, values):
    rule = read_rules(text, "state", kind).one(Choice)
    assert (rule.values, rule.certainty) == (values, "hard")


@pytest.mark.parametrize(
    "text",
    ["Enumerated values: 1: not lit.", "Value range: 1: The range is from 1 to 5. 2: at least 7."],
)
def test_one_explained_value_is_not_all_of_them(read_rules, text):
    assert read_rules(text, "state").none(Choice)


@pytest.mark.parametrize(
    "words",
    [
        ("GET", "OPTIONS", "ANY"),
        ("custom", "range", "other"),
        ("Custom", "Default", "Rules", "Own"),
    ],
)
@pytest.mark.parametrize("intro", ["The value can be:", "Options:", "**Range**"])
def test_a_value_that_is_called_as_a_heading_is_stays_a_value(read_rules, words, intro):
    listed = "\n".join(f"-  **{word}**" for word in words)
    rule = read_rules(f"Method.\n\n{intro}\n\n{listed}", "method").one(Choice)
    assert (set(rule.values), rule.certainty) == (set(words), "hard")


def test_a_heading_in_a_list_has_its_values_below_it(read_rules):
    text = "-  Colour of the wall.\n-  **Range**\n-  **red**: warm\n-  **blue**: cold"
    assert set(read_rules(text, "colour").one(Choice).values) == {"red", "blue"}


@pytest.mark.parametrize(
    "told",
    [
        "**a**: the first; **b**: the second",
        "**a**: the first, **b**: the second",
        "**a**: The first. **b**: The second.",
        "**a** (old): the first; **b**: the second of 2",
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "**Range**\n\n{}\n\n**Default Value**\n\nN/A",
        "-  Definition: Kind.\n-  Range: {}\n-  Default Value: N/A",
    ],
)
def test_values_explained_one_behind_the_other_below_a_heading(read_rules, told, frame):
    rule = read_rules(frame.format(told), "kind").one(Choice)
    assert (set(rule.values), rule.certainty) == ({"a", "b"}, "hard")


def test_the_only_value_below_a_heading(read_rules):
    rule = read_rules("-  Definition: Kind.\n-  Range: **a**\n-  Default Value: N/A", "kind").one(
        Choice
    )
    assert (rule.values, rule.certainty) == (("a",), "hard")


@pytest.mark.parametrize(
    "text",
    [
        "**Range**\n\nThe value is **0** or a UUID. **0** indicates the default place.",
        "-  Definition: Place.\n-  Range: **0** indicates the default place.",
        "-  Range: **IPv4**: 1 to 32; **IPv6**: 1 to 128",
    ],
)
def test_a_value_that_is_only_explained_below_a_heading_is_not_all(read_rules, text):
    assert read_rules(text, "place").none(Choice)


@pytest.mark.parametrize(
    ("items", "certainty"),
    [
        (
            "-  For a large lamp, the value can be **a** or **b**.\n-  For a small lamp, the value is **c**.",
            "advice",
        ),
        ("-  Large lamps: **a**, **b**, and **c**\n-  Small lamps: **a** and **c**", "hard"),
    ],
)
@pytest.mark.parametrize("intro", ["Value options:", "**Range**"])
def test_the_values_of_all_cases_are_all_values(read_rules, items, certainty, intro):
    rule = read_rules(f"Kind.\n\n{intro}\n\n{items}", "kind").one(Choice)
    assert (set(rule.values), rule.certainty) == ({"a", "b", "c"}, certainty)


@pytest.mark.parametrize(
    "text",
    [
        "Kind.\n\n**Range**\n\n-  For a large lamp, the value can be **a** or **b**.\n-  For a small lamp, see the list.",
        "Kind. It depends:\n\n-  Large lamps: **a**\n-  Small lamps: **b**",
        "Kind.\n\n**Range**\n\n-  Large lamps: **a**\n-  Default: **b**",
    ],
)
def test_where_a_case_is_not_told_the_values_are_not_all(read_rules, text):
    assert read_rules(text, "kind").none(Choice)
