"""Length: how many characters a text has."""

from __future__ import annotations

import pytest

from gen.model import Count, Free, Length, Map, Scalar


@pytest.mark.parametrize(
    ("text", "wire", "low", "high"),
    [
        ("The value is a string of 1 to 64 characters.", "label", 1, 64),
        ("Label. The label contains 64 characters.", "label", 64, 64),
        ("Label. A hexadecimal string of 64 characters.", "label", 64, 64),
        ("Label. It is a 16-digit number.", "label", 16, 16),
        ("It cannot be null or an empty string.", "label", 1, None),
        ("Specifies the label, which is 32 characters.", "label", 32, 32),
        ("Specifies the label. The total length cannot exceed 254 characters.", "label", None, 254),
        ("Label. The length ranges from 5 to 20 digits.", "label", 5, 20),
        ("Label. The total length cannot be shorter than 3 characters or longer than 32 characters.", "label", 3, 32),
        ("Label. Length: fixed 32 characters", "label", 32, 32),
        ("Label. It contains 1 to 64 characters, including letters, digits, and Etruscan punctuation marks.", "label", 1, 64),
        ("Sign of a label, which contains a maximum of 64 characters.", "label", None, 64),
        ("This parameter cannot be left blank or set to an invalid ID.", "label", 1, None),
        ("Label. 8 to 255 characters; at least two types of the following: letters and digits", "label", 8, 255),
        ("Place of the label. Label names must be globally unique, 3 to 63 characters long, and contain only digits.", "label", 3, 63),
        ("Example label for a lamp. Ensure that the label does not exceed 20,480 characters.", "label", None, 20480),
        ("Lamp mark, which can contain a maximum of 512 characters.", "label", None, 512),
        ("Label. Length: 6 digits.", "label", 6, 6),
        ("Label. It must contain 8 to 26 characters and at least two types of the following characters: letters and digits.", "label", 8, 26),
        ("Label. Value range: 0-255 characters (excluding the following special characters: ``<>``)", "label", 0, 255),
        ("A 36-byte serial number of a label.", "label", 36, 36),
        ("A password must meet the following requirements: Must be 8 to 26 characters long.", "password", 8, 26),
        ("A lamp label:\n\n-  Must be 3 to 63 characters long.", "lamp_label", 3, 63),
        ("Label. Length limit: 256 characters.", "label", None, 256),
        ("Label. Length: up to 255.", "label", None, 255),
        ("Label. Max length 256.", "label", None, 256),
        ("36-byte sequence number of a label.", "label", 36, 36),
        ("It consists of 16 characters.", "label", 16, 16),
        ("Label.\n\n**Value range**\n\n7 characters", "label", 7, 7),
        ("The URL must start with **https://** and cannot exceed 1,024 characters.", "url", None, 1024),
        ("It can contain a maximum of 64 characters.", "label", None, 64),
        ("The value cannot exceed 64 characters.", "label", None, 64),
        ("The value contains 1 to 64 characters.", "label", 1, 64),
        ("Must be 4 to 64 characters in length and start with a letter.", "label", 4, 64),
        ("Up to 64 bytes are allowed. The value can contain up to 64 bytes.", "label", None, 64),
        ("Label.\n\nMinimum: **1**\n\nMaximum: **64**", "label", 1, 64),
        ("Label.\n\nMinimum length: **1**\n\nMaximum length: **64**", "label", 1, 64),
        ("-  Label.\n-  Value range: 12 to 32 characters", "label", 12, 32),
        ("Label. The value cannot be empty.", "label", 1, None),
        ("Label. The length is fixed at 32 characters.", "label", 32, 32),
        ("Label. The maximum length is 64 characters.", "label", None, 64),
        ("Label. The length ranges from 1 to 64 characters.", "label", 1, 64),
        ("Label. It contains 0 to 64 characters and can be an empty string.", "label", 0, 64),
        ("It must be 4 to 64 characters long and start with a letter.", "label", 4, 64),
        ("The length of the name ranges from 1 to 64 characters.", "name", 1, 64),
        ("The number of characters cannot exceed 64.", "name", None, 64),
        ("The name has fewer than 65 characters.", "name", None, 64),
        ("Must be a string consisting of 8 to 64 characters.", "name", 8, 64),
        ("Name length: 1 to 64 characters.", "name", 1, 64),
        ("Max characters: 255", "thing", None, 255),
        ("The remarks must be UTF-8-coded and can contain up to 128 bytes.", "remark", None, 128),
        ("If a part is not given, the rest is used. The value of **thing** can contain a maximum of 25 characters.", "thing", None, 25),
        ("Must be unique and cannot be empty. Can contain a maximum of 36 characters.", "thing", 1, 36),
        ("The value cannot be empty and should contain 8 to 32 characters.", "thing", 8, 32),
        ("Value description:\n\n-  The parameter value consists of 1 to 128 characters.", "thing", 1, 128),
        ("A tag value contains a maximum of 43 characters and can be left blank.", "value", None, 43),
        ("The value contains up to 25 characters.", "value", None, 25),
        ("The value cannot be left blank or larger than 4 KB.", "label", 1, 4096),
        ("A string that contains 8 characters.", "label", 8, 8),
        ("The label should be 8 characters.", "label", 8, 8),
        ("The value must be 36 bytes.", "lamp_id", 36, 36),
        ("It must contain at least 3 characters.", "label", 3, None),
        ("The value cannot be empty or full of spaces.", "label", 1, None),
        ("The label names a box, and its value contains 1 to 9 characters.", "label", 1, 9),
        ("Box. The total length of the label cannot exceed 9 characters.", "label", None, 9),
        ("Key. A tag key contains a maximum of 9 characters.", "key", None, 9),
        ("Lamp with a maximum of 20 characters.", "thing", None, 20),
        ("The value must be **a1** or **b2** and contain 1 to 9 characters.", "label", 1, 9),
        ("It contains 1 to 9 characters, excluding the following special characters: <>", "label", 1, 9),
        ("It contains 8 to 20 characters, at least two types of letters.", "label", 8, 20),
        ("Name. The value of **lampname** contains 1 to 9 characters.", "__box__lampname", 1, 9),
        ("Label. (It is not checked.) **label** can contain a maximum of 9 characters.", "label", None, 9),
    ],
)  # fmt: skip
def test_a_length(read_rules, text, wire, low, high):
    rule = read_rules(text, wire).one(Length)
    assert (rule.minimum, rule.maximum, rule.certainty) == (low, high, "hard")


def test_a_bound_in_bytes_asks_for_fewer_characters(read_rules):
    rule = read_rules("The value contains 8 to 64 bytes.", "label").one(Length)
    assert (rule.minimum, rule.maximum) == (2, 64)


def test_the_type_cell_can_say_it(read_rules):
    assert read_rules("Label.", "label", type_cell="String(255)").one(Length).maximum == 255


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        (
            "Format: **key=value**. The key can contain 1 to 36 characters. The value can contain 0 to 43 characters.",
            "label",
        ),
        ("A key of the label can contain 1 to 36 characters.", "label"),
        ("Label. The maximum length before encoding is 32 KB.", "label"),
        ("Label. The maximum length is 256 bits.", "label"),
        ("Label. The length ranges from 128 to 256 bits.", "label"),
        ("For a key:\n\nIt contains a maximum of 36 characters.", "label"),
        ("If the label is a path, the value contains 1 to 64 characters.", "label"),
        ("Each prefix contains 1 to 64 characters.", "label"),
        ("Of a door. A password value contains up to 25 characters.", "value"),
        ("Label. The file it names cannot be larger than 4 KB.", "label"),
        ("A string that contains 8 charms.", "label"),
        ("It must contain at least 3 character types.", "label"),
        ("It must contain at least 3 kinds of characters.", "label"),
        ("The value cannot be full of spaces.", "label"),
        ("Label. The weight is odd, and its lid contains 1 to 9 characters.", "label"),
        ("Label. The total length of the room cannot exceed 9 characters.", "label"),
        ("Of a door. A password key contains up to 25 characters.", "key"),
        ("Lamp keys, each of up to 36 characters.", "thing"),
        ("It contains 8 to 20 characters, at least two of which are letters.", "label"),
    ],
)
def test_a_length_of_something_else_is_not_enforced(read_rules, text, wire):
    assert read_rules(text, wire).none(Length)


def test_lengths_of_an_array_are_those_of_its_items(read_rules):
    rule = read_rules("Labels.\n\nMinimum: **1**\n\nMaximum: **64**", "labels", "strings").one(
        Length
    )
    assert rule.target == "items"


def test_a_length_of_each_item_is_that_of_the_items(read_rules):
    rule = read_rules("Each label in the list contains up to 9 characters.", "labels", "strings")
    assert (rule.one(Length).target, rule.one(Length).maximum) == ("items", 9)


@pytest.mark.parametrize("kind", [Free(), Map(Scalar("string"))])
def test_objects_have_no_length(read_rules, kind):
    assert read_rules("Each value contains 1 to 64 characters.", "labels", kind).rules == ()


def test_bytes_may_be_fewer_characters_where_the_value_is_no_id(read_rules):
    rule = read_rules("The value must be 36 bytes.", "label").one(Length)
    assert (rule.minimum, rule.maximum) == (None, 36)


def test_the_first_of_two_bounds_is_the_one_of_the_value(read_rules):
    text = "It can contain up to 64 characters, and no word can have more than 9 characters."
    assert read_rules(text, "label").one(Length).maximum == 64


@pytest.mark.parametrize(
    "text", ["Each label cannot be left blank.", "Item length: 1 to 64 characters."]
)
def test_a_length_of_each_item(read_rules, text):
    outcome = read_rules(f"Labels. {text}", "labels", "strings")
    rule = outcome.one(Length)
    assert (rule.minimum, rule.target, rule.certainty) == (1, "items", "hard")
    assert outcome.none(Count, hard=False)
