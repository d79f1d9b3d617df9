"""Default: what the docs say the service assumes."""

from __future__ import annotations

import pytest

from gen.model import Default
from tests.rules.siblings import MODE


@pytest.mark.parametrize(
    ("text", "wire", "kind", "value"),
    [
        ("The default value is **red**.", "colour", "string", "red"),
        ("The default value is 15.", "colour", "integer", 15),
        ("Default: **true**", "colour", "boolean", True),
        ("-  Colour.\n\n-  Default value:\n\n   red", "colour", "string", "red"),
        ("**Default Value**\n\nred", "colour", "string", "red"),
        ("If this parameter is not specified, the default value **red** is used.", "colour", "string", "red"),
        ("Options:\n\n-  **red** (default): warm\n-  **blue**: cold", "colour", "string", "red"),
        ("The value ranges from 0 to 9 and is 3 by default.", "colour", "integer", 3),
        ("The value ranges from 0 to 9, and the default value is **3**.", "colour", "integer", 3),
        ("Number of walls on each page, which is 10 by default.", "size", "integer", 10),
        ("Number of walls on each page. The number of walls is 10 by default.", "size", "integer", 10),
        ("The default value is **${host}**, that of the request.", "size", "string", "${host}"),
        ("-  Days.\n-  Default Value: 1,2,3", "days", "string", "1,2,3"),
        ("Size. If there is no wall, the default value is **3**.\n\n**Default Value**\n\n3", "size", "integer", 3),
        ("Whether to paint (true by default).", "paint", "boolean", True),
        ("Days. 7 days are used by default.", "days", "integer", 7),
        ("Port. If this parameter is not specified, the port of the painted wall is 8635 by default.", "port", "integer", 8635),
        ("Kind. The default value is **NEW**.\n\n-  **DEFAULT**: Old one, no paint.\n-  **NEW**: Painted.", "kind", "string", "NEW"),
        ("Whether it is red. If the wall is red, set it to **true**, otherwise, set it to **false**. The default value is **false**.", "red", "boolean", False),
        ("Path.\n\n**Default Value**\n\n/", "url_path", "string", "/"),
        ("Paint of a wall. Oil is supported and the default value is **oil**.", "paint", "string", "oil"),
        ("**10** is used by default.", "size", "integer", 10),
        ("By default, **10** is used.", "size", "integer", 10),
        ("If this parameter is not specified, **10** is used.", "size", "integer", 10),
        ("If omitted, the value is 10.", "size", "integer", 10),
        ("The value is **10** when this parameter is not set.", "size", "integer", 10),
        ("If you leave this parameter blank, **10** will be used.", "size", "integer", 10),
        ("The default value of **size** is **10**.", "size", "integer", 10),
        ("The parameter has a default value of 10.", "size", "integer", 10),
        ("The value can be:\n\n- **warm**: yellow. This is the default value.\n- **cold**: blue", "tone", "string", "warm"),
        ("Thing in boxes. The default thing is **3**.", "thing", "integer", 3),
        ("If no value is entered, the default value **3** (few) is used.", "thing", "integer", 3),
        ("By default, this parameter is set to **3**.", "thing", "integer", 3),
        ("If this parameter is left blank, the system automatically sets it to **false** by default.", "thing", "boolean", False),
        ("**Default Value**\n\nIf this parameter is not specified, the default value **3** is used.", "thing", "integer", 3),
        ("Fast? The default value is **true**.\n\n-  **true**: fast.\n-  **false**: slow.\n\n   If this parameter is not set, the default value **true** is used.", "thing", "boolean", True),
        ("Paint. The value can be **matt** or **glossy**. The default coating is MATT.", "thing", "string", "matt"),
        ("By default, the wall paint is **matt**.", "paint", "string", "matt"),
        ("Rows. The default value of which is **7**.", "rows", "integer", 7),
        ("Rows. The default on each page is 7.", "rows", "integer", 7),
        ("The value ranges from 1 to 720, default 72.", "rows", "integer", 72),
        ("The value ranges from 1 to 9, **3** by default.", "rows", "integer", 3),
        ("Rows to show, and **7** is returned by default.", "rows", "integer", 7),
        ("The default value is an empty string.", "note", "string", ""),
        ("The default value is **/**.", "note", "string", "/"),
        ("The value can be **none** or **all**. The default value is **none**.", "note", "string", "none"),
        ("Lit? The default value is *true*.", "lit", "boolean", True),
        ("Rows. If the row number is not specified, **7** is used.", "row_number", "integer", 7),
        ("Paint. If the paint is not specified, the paint **matt** is used.", "paint", "string", "matt"),
        ("Paint. If the value does not exist, **matt** is used.", "paint", "string", "matt"),
        ("The default value is 7. When this parameter is not set, the default value is 7.", "rows", "integer", 7),
        ("This parameter is deprecated and **7** is returned by default.", "rows", "integer", 7),
        ("Rows. When the box is fine, it glows. Default value: 3", "rows", "integer", 3),
    ],
)  # fmt: skip
def test_a_default(read_rules, text, wire, kind, value):
    assert read_rules(text, wire, kind).one(Default).value == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Note.\n\n**Default Value**\n\n/", "string"),
        ("**Default Value**\n\nN/A", "string"),
        ("-  Default value: None", "string"),
        ("The default value is empty.", "string"),
        ("By default, nothing is painted.", "string"),
        ("For oil, the default value is **red**.", "string"),
        ("When **base** is **oil**, the default value is **red**.", "string"),
        ("The default value is the time of the request.", "string"),
        ("The default value is **many**.", "integer"),
        ("These are the default value options.", "string"),
        ("The default colour is that of the wall.", "string"),
        ("Wall. By default, the floor is **matt**.", "string"),
        ("Rows, of which 7 are the default.", "integer"),
        ("The value ranges from 1 to 9, default 3 for walls.", "integer"),
        ("Rows. Ask the owner, default 3 in winter.", "integer"),
        ("Rows to show, and **7** walls are returned by default.", "integer"),
        ("The value can be **some** or **all**. The default value is **none**.", "string"),
        ("The default value is **none**.", "string"),
        ("Rows. The default value is *n*.", "integer"),
        ("Rows. If the wall is not specified, **7** is used.", "integer"),
        ("Paint. If the paint is not specified, the wall **matt** is used.", "string"),
    ],
)
def test_no_default(read_rules, text, kind):
    assert read_rules(text, "colour", kind).none(Default)


@pytest.mark.parametrize("kind", ["integer", "string"])
@pytest.mark.parametrize(
    "text",
    [
        "The default value is **8** for small walls and **64** for large ones.",
        "Number of painted walls. The quota of rooms is **8** by default.",
        "The number of walls is limited by the quota, which is **8** by default.",
        "The default value is **8** in winter mode.",
        "Sorting of walls by a key and a direction. The default direction is **8**.",
        "If it is not set, the default paint pool is used.",
    ],
)
def test_no_default_whatever_the_type(read_rules, text, kind):
    assert read_rules(text, "thing", kind).none(Default)


@pytest.mark.parametrize("deed", ["used", "applied", "returned"])
def test_what_is_done_with_a_default_is_not_the_default(read_rules, deed):
    text = f"Pool of the kite. If it is not specified, the default kite pool is {deed}."
    assert not read_rules(text, "pool").rules


def test_a_default_of_another_field_is_none(read_rules):
    text = "If **mode** is not specified, the value is **10**."
    assert read_rules(text, "size", "integer", MODE).none(Default, hard=False)


def test_a_default_that_depends_on_another_field_is_none(read_rules):
    text = "The default value is 7. When **mode** is **cold**, {}."
    depends = read_rules(text.format("the default value is 0"), "size", "integer", MODE)
    assert depends.none(Default)
    glows = read_rules(text.format("it glows"), "size", "integer", MODE)
    assert glows.one(Default).value == 7
