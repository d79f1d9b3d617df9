"""Range: which numbers bound the value."""

from __future__ import annotations

import pytest

from gen.model import Range
from gen.rules.numbers import number


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,000", 1000), ("five", 5), ("‹-1›", -1), ("2^31-1", 2**31 - 1), ("-2^63", -(2**63)), ("0.5", 0.5), ("1.", 1), ("x", None), ("1,0", 10)],
)  # fmt: skip
def test_numbers_are_read(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "wire", "low", "high"),
    [
        ("Weight. The value ranges from 2 to 60.", "weight", 2, 60),
        ("Weight. The value is in the interval [2, 60].", "weight", 2, 60),
        ("The weight must be a positive number or 0.", "weight", 0, None),
        ("Weight. Only a positive integer can be entered.", "weight", 1, None),
        ("Weight. The value ranges from –1 to 10.", "weight", -1, 10),
        ("Weight. The value ranges from 2 to Number.MAX_VALUE.", "weight", 2, None),
        ("Weight. The minimum weight is 10 GB and the maximum weight is 32,768 GB.", "weight", 10, 32768),
        ("Weight. It must be larger than 40 and a multiple of 10.", "weight", 40, None),
        ("Weight. Value range: 10–2000; step: 10.", "weight", 10, 2000),
        ("Weight. Not less than 1 and not greater than 64.", "weight", 1, 64),
        ("Weight, from 1 (Light) to 7 (Heavy).", "weight", 1, 7),
        ("Weight. Enter a positive integer not exceeding 2,000.", "weight", 1, 2000),
        ("Weight.\n\nMinimum: **0**\n\nMaximum: **1.5E3**", "weight", 0, 1500),
        ("Weight. Possible values are 1 to 5.", "weight", 1, 5),
        ("Weight. Supported range: 0 to 1.7e+10.", "weight", 0, 1.7e10),
        ("Weight. If the quota is sufficient, the maximum value is **24**.", "weight", None, 24),
        ("Weight. Value range: 1 to 60 The value cannot be odd.", "weight", 1, 60),
        ("Weight. Value range: 1 (lowest) to 5 (highest)", "weight", 1, 5),
        ("Mask length, from 16 to 28.", "mask_length", 16, 28),
        ("Weight. For a heavy box, at least 3. Maximum: 60.", "weight", None, 60),
        ("Weight. Maximum value: 5; minimum value: 1.", "weight", 1, 5),
        ("Weight. The value range is **[2, 3,000]**.", "weight", 2, 3000),
        ("Weight. Value range: 1–60s Default value: 3s", "weight", 1, 60),
        ("Weight. It is mandatory when **style** is set to **fancy** and the value ranges from 0 to 9.", "weight", 0, 9),
        ("Weight.\n\n**Range**\n\nThe value is in the interval [2, 60].", "weight", 2, 60),
        ("Weight. It must be between 10 and 40 degrees Celsius.", "weight", 10, 40),
        ("Weight. The value ranges from 400 ppm to 1,500 ppm.", "weight", 400, 1500),
        ("Weight. The weight must be a multiple of 5, from 5 to 60.", "weight", 5, 60),
        ("Weight. The weight is set in steps of 5 and ranges from 40 to 350.", "weight", 40, 350),
        ("Weight. The weight cannot be shorter than 120 seconds or longer than 180 seconds.", "weight", 120, 180),
        ("Weight. The value is greater than or equal to 0 and does not exceed 24.", "weight", 0, 24),
        ("Number of car lanes. The number of lanes ranges from 1 to 12.", "car_lanes", 1, 12),
        ("Number of desktops, **1** to **12** (default: **1**)", "size", 1, 12),
        ("Weight. The value ranges from 2 to 60, in seconds.", "weight", 2, 60),
        ("Weight. The value is an integer ranging from 0 to 1,000.", "weight", 0, 1000),
        ("Weight.\n\nValue range: 1-65535", "weight", 1, 65535),
        ("Weight.\n\nValue range: [1, 64]", "weight", 1, 64),
        ("-  Weight.\n-  Range: 1 to 64", "weight", 1, 64),
        ("Weight. The value ranges from 1 GB to 64 GB.", "weight", 1, 64),
        ("Weight. The value ranges from 1 (inclusive) to 64 (inclusive).", "weight", 1, 64),
        ("Weight. The value must be between 1 and 64.", "weight", 1, 64),
        ("Weight. The value ranges from **1** to **64**.", "weight", 1, 64),
        ("Weight.\n\nMinimum: **1**\n\nMaximum: **64**", "weight", 1, 64),
        ("Weight. The value must be greater than or equal to 3.", "weight", 3, None),
        ("Weight. The value must be a positive integer.", "weight", 1, None),
        ("Weight. The value cannot exceed 9.", "weight", None, 9),
        ("Weight. The maximum value is 9 and the minimum value is 2.", "weight", 2, 9),
        ("Weight. The value cannot be a negative number.", "weight", 0, None),
        ("Weight. The value ranges from 1 to 9 and must be less than the stock.", "weight", 1, 9),
        ("**Definition**\n\nWeight.\n\n**Range**\n\n1 to 64\n\n**Default Value**\n\nN/A", "weight", 1, 64),
        ("To define a slot, enter a number from 1 to 9.", "slot", 1, 9),
        ("Valid slot numbers range from 1 to 9.", "slot", 1, 9),
        ("The minimum parameter value is 1.", "slot", 1, None),
        ("The value cannot be less than 1 or greater than 9.", "slot", 1, 9),
        ("The value can be any integer from 1 to 9.", "slot", 1, 9),
        ("The value is a positive integer.", "slot", 1, None),
        ("Value range: 1 ≤ slot ≤ 9", "slot", 1, 9),
        ("Value range: greater than or equal to 1", "slot", 1, None),
        ("The lower limit is 1 and the upper limit is 9.", "slot", 1, 9),
        ("Its value must be a multiple of 10 and the value range is from 40 GB to 400 GB.", "thing", 40, 400),
        ("The value is from 0 to intmax (2^31-1).", "thing", 0, 2147483647),
        ("Number of lamps (1 to 9).", "lamps", 1, 9),
        ("Size. 40-4000, in GB.", "size", 40, 4000),
        ("The value ranges from 1 (inclusive) to 65,535 (exclusive).", "weight", 1, 65534),
        ("The value ranges from 0 to the number of lamps.", "weight", 0, None),
        ("The value is no lower than 2 and no higher than 9.", "weight", 2, 9),
        ("Values are 1 to 9.", "weight", 1, 9),
        ("The options are 1 to 9.", "weight", 1, 9),
        ("Weight, 1 to 9.", "weight", 1, 9),
        ("The value is an integer and from 1 to 9.", "weight", 1, 9),
        ("Enter a positive integer.", "weight", 1, None),
        ("Value range: [1~9]", "weight", 1, 9),
        ("The value ranges from 10ms to 90ms.", "weight", 10, 90),
        ("The value ranges from 1,000 to 20,000,000.", "weight", 1000, 20000000),
        ("Weight.\n\nEnumerated values: 1 to 9", "weight", 1, 9),
        ("The value ranges from 1 to 9, excluding 5.", "weight", 1, 9),
        ("The value ranges from 1 to 9 (except 5 and 6).", "weight", 1, 9),
        ("The value ranges from 1 to 9, that is, few.", "weight", 1, 9),
        ("The minimum value is 1, and there is no upper limit.", "weight", 1, None),
        ("The value is greater than or equal to 1, and the maximum value is determined by the shelf.", "weight", 1, None),
        ("The value ranges from 1 to 9 and is accurate to one gram.", "weight", 1, 9),
        ("The weight tells how heavy it is, and its value can be 1 to 9.", "weight", 1, 9),
        ("Year of the lamp. The version ranges from 1 to 9.", "version", 1, 9),
        ("Network. The VLAN ID ranges from 1 to 4094.", "vlan", 1, 4094),
        ("It is empty by default, and the value ranges from 1 to 9.", "weight", 1, 9),
        ("Weight. The maximum weight ranges from 1 to 9.", "max_weight", 1, 9),
        ("Weight. When the box is fine, it glows. Range: 1 to 9", "weight", 1, 9),
        ("This parameter is mandatory.\n\nThickness of the lid. The thickness ranges from 1 to 9.", "lid", 1, 9),
    ],
)  # fmt: skip
def test_a_range_on_a_number(read_rules, text, wire, low, high):
    rule = read_rules(text, wire, "integer").one(Range)
    assert (rule.minimum, rule.maximum, rule.certainty) == (low, high, "hard")


def test_an_exclusive_bound(read_rules):
    rule = read_rules("Weight. The value must be greater than 0.", "weight", "integer").one(Range)
    assert (rule.minimum, rule.exclusive_minimum) == (0, True)


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("Weight. The value ranges from 1 to 64. The value **-1** indicates that there is no limit.", "weight"),
        ("Weight. The value ranges from 1 to 64. If the value is -1, there is no limit.", "weight"),
        ("Weight. The minimum height is 10 cm and the maximum height is 64 cm.", "weight"),
        ("Weight. The value must be a positive integer. This item can be set to **0** for a box.", "weight"),
        ("Weight. The value is 60 to 3600. For heavy boxes, the value is up to 7200.", "weight"),
        ("Weight. The value ranges from 1 to 64 by default.", "weight"),
        ("Weight. For the premium edition, the value ranges from 1 to 64.", "weight"),
        ("Weight.\n\nPremium edition: The value ranges from 1 to 64.", "weight"),
        ("Weight. The axle weight of heavy lorries ranges from 1 to 64.", "weight"),
        ("Weight. The value ranges from 5 minutes to 24 hours.", "weight"),
        ("Weight. It is recommended that the value range from 1 to 64.", "weight"),
        ("Weight.\n\n-  The value ranges from 1 to 64.\n-  The value ranges from 100 to 640.", "weight"),
        ("Weight. The value can be 4 and 6 only.", "weight"),
        ("Weight. A maximum of 30 days are kept.", "weight"),
        ("Weight. The value ranges from 1 to 64. The default value is **0**.", "weight"),
        ("Weight. The value is between the minimum number of boxes and the maximum number of boxes.", "weight"),
        ("**Options**\n\n10 to 500\n\n**Default value**\n\nIf the value is not specified or is set to 0, the default value is used.", "thing"),
        ("The value ranges from 1 to 65535. (The value ranges from 0 to 255 when it indicates the code.)", "thing"),
        ("Lamps. See the table (1 to 9).", "lamps"),
        ("Number of lamps (1 to 9) per room.", "lamps"),
        ("Size. 40-4000.", "size"),
        ("The value ranges from 0 to the day after.", "weight"),
        ("The value ranges from the number of shelves to 9.", "weight"),
        ("Weight. Shelf values are 1 to 9.", "weight"),
        ("Weight. The options are 1 to 9 lamps.", "weight"),
        ("Weight, 1 to 9 of them.", "weight"),
        ("Weight. Doors, 1 to 9.", "weight"),
        ("Weight. Boxes are numbered and from 1 to 9.", "weight"),
        ("Weight. Enter a positive integer or -1.", "weight"),
        ("The value ranges from 10x to 90x.", "weight"),
        ("The value ranges from 1,000 to 20,000,00.", "weight"),
        ("The value ranges from 1 to 9, excluding holidays.", "weight"),
        ("The value ranges from 1 to 9 or is 0.", "weight"),
        ("The value ranges from 1 to 9 and is doubled.", "weight"),
        ("Weight. It tells how heavy, and its lid can be 1 to 9.", "weight"),
        ("For the premium version, the value ranges from 1 to 9.", "weight"),
        ("Network. The lamp ID ranges from 1 to 9.", "vlan"),
        ("It is doubled by default, and the value ranges from 1 to 9.", "weight"),
        ("Weight. The minimum weight ranges from 1 to 9.", "max_weight"),
        ("Weight. When the box is fine, the value ranges from 1 to 9.", "weight"),
        ("It is heavy.\n\nThickness of the lid. The thickness ranges from 1 to 9.", "lid"),
    ],
)  # fmt: skip
def test_what_is_no_plain_range_is_not_enforced(read_rules, text, wire):
    assert read_rules(text, wire, "integer").none(Range)


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
    ("low", "high", "certainty"), [(0, 13, "advice"), (1, 19, "advice"), (0, 1000, "hard")]
)
def test_where_one_tail_of_a_long_counts_digits_so_does_the_other(read_rules, low, high, certainty):
    text = f"Moment.\n\nMinimum: **{low}**\n\nMaximum: **{high}**"
    rules = read_rules(text, "moment", "integer", type_cell="Long").rules
    assert {rule.certainty for rule in rules if isinstance(rule, Range)} == {certainty}


@pytest.mark.parametrize(
    "text",
    [
        "Size in bytes. Maximum: 5 GB.",
        "Memory (MB). The value ranges from 1 GB to 64 GB.",
        "Number of hours a lamp burns. The value ranges from 1 to 60 minutes.",
    ],
)
def test_a_range_in_another_unit_is_none(read_rules, text):
    assert read_rules(text, "size", "integer").none(Range, hard=False)


@pytest.mark.parametrize(
    "text",
    [
        "Size, in GB. The value ranges from 10 GB to 64 GB.",
        "Interval in milliseconds. The value ranges from 10 to 64, in ms.",
        "Interval. The value ranges from 10 to 64 seconds.",
    ],
)
def test_a_range_in_the_same_unit_is_one(read_rules, text):
    rule = read_rules(text, "interval", "integer").one(Range)
    assert (rule.minimum, rule.maximum, rule.certainty) == (10, 64, "hard")


@pytest.mark.parametrize(
    "lead", ["The value range of each size", "The range of each size", "The size"]
)
def test_a_range_of_each_item(read_rules, lead):
    rule = read_rules(f"Sizes. {lead} is 1 to 65535.", "sizes", "integers").one(Range)
    assert (rule.minimum, rule.maximum, rule.target, rule.certainty) == (1, 65535, "items", "hard")
