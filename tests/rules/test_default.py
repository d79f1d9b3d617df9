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
    ],
)  # fmt: skip
def test_a_default(read_rules, text, wire, kind, value):
    assert read_rules(text, wire, kind).one(Default).value == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
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
    ],
)
def test_no_default(read_rules, text, kind):
    assert read_rules(text, "colour", kind).none(Default)


@pytest.mark.parametrize("kind", ["integer", "string"])
@pytest.mark.parametrize(
    "text",
    [
        "The default value is **8** for small walls and **64** for large ones.",
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
