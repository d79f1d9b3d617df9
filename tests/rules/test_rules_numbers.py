"""Range, Length and Count: which number says what."""

from __future__ import annotations

import pytest

from gen.model import Array, Count, Free, Length, Map, Range, Scalar
from gen.rules.numbers import number


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,000", 1000), ("five", 5), ("‹-1›", -1), ("2^31-1", 2**31 - 1), ("-2^63", -(2**63)), ("0.5", 0.5), ("1.", 1), ("x", None), ("1,0", 10)],
)  # fmt: skip
def test_numbers_are_read(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Weight. The value ranges from 2 to 60.", 2, 60),
        ("Weight. The value ranges from 2 to 60, in seconds.", 2, 60),
        ("Weight. The value is an integer ranging from 0 to 1,000.", 0, 1000),
        ("Weight.\n\nValue range: 1-65535", 1, 65535),
        ("Weight.\n\nValue range: [1, 64]", 1, 64),
        ("-  Weight.\n-  Range: 1 to 64", 1, 64),
        ("Weight. The value ranges from 1 GB to 64 GB.", 1, 64),
        ("Weight. The value ranges from 1 (inclusive) to 64 (inclusive).", 1, 64),
        ("Weight. The value must be between 1 and 64.", 1, 64),
        ("Weight. The value ranges from **1** to **64**.", 1, 64),
        ("Weight.\n\nMinimum: **1**\n\nMaximum: **64**", 1, 64),
        ("Weight. The value must be greater than or equal to 3.", 3, None),
        ("Weight. The value must be a positive integer.", 1, None),
        ("Weight. The value cannot exceed 9.", None, 9),
        ("Weight. The maximum value is 9 and the minimum value is 2.", 2, 9),
        ("Weight. The value cannot be a negative number.", 0, None),
        ("Weight. The value ranges from 1 to 9 and must be less than the stock.", 1, 9),
        ("**Definition**\n\nWeight.\n\n**Range**\n\n1 to 64\n\n**Default Value**\n\nN/A", 1, 64),
    ],
)
def test_a_range_on_a_number(read_rules, text, low, high):
    rule = read_rules(text, "weight", "integer").one(Range)
    assert (rule.minimum, rule.maximum, rule.certainty) == (low, high, "hard")


def test_an_exclusive_bound(read_rules):
    rule = read_rules("Weight. The value must be greater than 0.", "weight", "integer").one(Range)
    assert (rule.minimum, rule.exclusive_minimum) == (0, True)


@pytest.mark.parametrize(
    "text",
    [
        "Weight. The value ranges from 1 to 64. The value **-1** indicates that there is no limit.",
        "Weight. The value ranges from 1 to 64. If the value is -1, there is no limit.",
        "Weight. The value ranges from 1 to 64 by default.",
        "Weight. For the premium edition, the value ranges from 1 to 64.",
        "Weight.\n\nPremium edition: The value ranges from 1 to 64.",
        "Weight. The axle weight of heavy lorries ranges from 1 to 64.",
        "Weight. The value ranges from 5 minutes to 24 hours.",
        "Weight. It is recommended that the value range from 1 to 64.",
        "Weight.\n\n-  The value ranges from 1 to 64.\n-  The value ranges from 100 to 640.",
        "Weight. The value can be 4 and 6 only.",
        "Weight. A maximum of 30 days are kept.",
        "Weight. The value ranges from 1 to 64. The default value is **0**.",
        "Weight. The value is between the minimum number of boxes and the maximum number of boxes.",
    ],
)
def test_what_is_no_plain_range_is_not_enforced(read_rules, text):
    assert read_rules(text, "weight", "integer").none(Range)


def test_a_default_outside_its_range_is_a_finding(read_rules):
    outcome = read_rules(
        "The value ranges from 1 to 64. The default value is **0**.", "weight", "integer"
    )
    assert [one.code for one in outcome.findings] == ["TW405"]


def test_two_ranges_are_a_finding(read_rules):
    text = "-  The value ranges from 1 to 64.\n-  The value ranges from 100 to 640."
    assert "TW403" in {one.code for one in read_rules(text, "weight", "integer").findings}


def test_a_range_on_a_string_is_not_enforced(read_rules):
    assert read_rules("The value ranges from 1 to 64.", "weight").none(Range)


def test_the_tail_of_a_long_counts_digits(read_rules):
    text = "Moment.\n\nMinimum: **13**\n\nMaximum: **13**"
    assert read_rules(text, "moment", "integer", type_cell="Long").none(Range)


def test_a_range_on_an_array_of_numbers_is_about_its_items(read_rules):
    assert (
        read_rules("The value ranges from 1 to 7.", "days", "integers").one(Range).target == "items"
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The value is a string of 1 to 64 characters.", 1, 64),
        ("It can contain a maximum of 64 characters.", None, 64),
        ("The value cannot exceed 64 characters.", None, 64),
        ("The value contains 1 to 64 characters.", 1, 64),
        ("Must be 4 to 64 characters in length and start with a letter.", 4, 64),
        ("Up to 64 bytes are allowed. The value can contain up to 64 bytes.", None, 64),
        ("Label.\n\nMinimum: **1**\n\nMaximum: **64**", 1, 64),
        ("Label.\n\nMinimum length: **1**\n\nMaximum length: **64**", 1, 64),
        ("-  Label.\n-  Value range: 12 to 32 characters", 12, 32),
        ("Label. The value cannot be empty.", 1, None),
        ("Label. The length is fixed at 32 characters.", 32, 32),
        ("Label. The maximum length is 64 characters.", None, 64),
        ("Label. The length ranges from 1 to 64 characters.", 1, 64),
        ("Label. It contains 0 to 64 characters and can be an empty string.", 0, 64),
    ],
)
def test_a_length(read_rules, text, low, high):
    rule = read_rules(text, "label").one(Length)
    assert (rule.minimum, rule.maximum, rule.certainty) == (low, high, "hard")


def test_a_bound_in_bytes_asks_for_fewer_characters(read_rules):
    rule = read_rules("The value contains 8 to 64 bytes.", "label").one(Length)
    assert (rule.minimum, rule.maximum) == (2, 64)


def test_the_type_cell_can_say_it(read_rules):
    assert read_rules("Label.", "label", type_cell="String(255)").one(Length).maximum == 255


@pytest.mark.parametrize(
    "text",
    [
        "A key of the label can contain 1 to 36 characters.",
        "For a key:\n\nIt contains a maximum of 36 characters.",
        "If the label is a path, the value contains 1 to 64 characters.",
        "Each prefix contains 1 to 64 characters.",
    ],
)
def test_a_length_of_something_else_is_not_enforced(read_rules, text):
    assert read_rules(text, "label").none(Length)


def test_lengths_of_an_array_are_those_of_its_items(read_rules):
    rule = read_rules("Labels.\n\nMinimum: **1**\n\nMaximum: **64**", "labels", "strings").one(
        Length
    )
    assert rule.target == "items"


@pytest.mark.parametrize("kind", [Free(), Map(Scalar("string"))])
def test_objects_have_no_length(read_rules, kind):
    assert read_rules("Each value contains 1 to 64 characters.", "labels", kind).rules == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Labels. A maximum of 20 labels can be given.", None, 20),
        ("Labels. Up to five labels are allowed.", None, 5),
        ("Labels. A maximum of 20 labels can be given for each thing.", None, 20),
        ("Labels.\n\nArray Length: **1 - 20**", 1, 20),
        ("Labels. The number of labels cannot exceed 20.", None, 20),
        ("Labels. This list cannot be empty.", 1, None),
        ("Labels. The list contains at least 2 items.", 2, None),
    ],
)
def test_a_count(read_rules, text, low, high):
    rule = read_rules(text, "labels", "strings").one(Count)
    assert (rule.minimum, rule.maximum, rule.certainty, rule.target) == (low, high, "hard", "value")


@pytest.mark.parametrize(
    "text",
    [
        "Labels. A maximum of 20 labels can be created in each project.",
        "Labels. A maximum of 20 warehouses are possible.",
        "Labels. Each key can have a maximum of 10 labels.",
        "Labels. By default, a user can create up to 20 labels.",
        "Labels. Each label can contain up to 20 characters.",
    ],
)
def test_limits_of_other_things_are_no_counts(read_rules, text):
    assert read_rules(text, "labels", "strings").none(Count)


def test_a_count_is_for_arrays(read_rules):
    assert read_rules("A maximum of 20 labels can be given.", "labels").none(Count)


def test_keys_count_where_each_item_has_one(read_rules):
    kind = Array(Free())
    assert read_rules("Labels. A maximum of 10 keys can be used.", "labels", kind).none(Count)
