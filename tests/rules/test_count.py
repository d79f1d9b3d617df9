"""Count: how many items a list has."""

from __future__ import annotations

import pytest

from gen.model import Array, Count, Free


@pytest.mark.parametrize(
    ("text", "wire", "low", "high"),
    [
        ("Labels. A maximum of 20 labels can be given.", "labels", None, 20),
        ("Labels. At least one label and at most 30 labels are required.", "labels", 1, 30),
        ("Labels. Specify at least one label and no more than 40 labels.", "labels", 1, 40),
        ("Labels. The list must contain one to five labels.", "labels", 1, 5),
        ("Labels. The list contains two or three strings.", "labels", 2, 3),
        ("Labels. At least three labels are required.", "labels", 3, None),
        ("Labels. Up to five labels are allowed.", "labels", None, 5),
        ("Labels. A maximum of 20 labels can be given for each thing.", "labels", None, 20),
        ("Labels.\n\nArray Length: **1 - 20**", "labels", 1, 20),
        ("Labels. The number of labels cannot exceed 20.", "labels", None, 20),
        ("Labels. This list cannot be empty.", "labels", 1, None),
        ("Labels. A maximum of 3 labels can be set, and they cannot overlap.", "labels", None, 3),
        ("Labels. Number of labels: 1 to 50", "labels", 1, 50),
        ("Labels. Each label is a word, and up to 16 labels are allowed.", "labels", None, 16),
        ("Lamp set labels. A lamp set can have up to 50 values.", "labels", None, 50),
        ("Labels. When the sun shines, either a lamp or a shelf must be set. A maximum of five labels can be configured.", "labels", None, 5),
        ("Labels. You can enter up to 20 labels at a time.", "labels", None, 20),
        ("Labels. Min labels: 2.", "labels", 2, None),
        ("Lamp sockets. Only one lamp socket ID is supported.", "places", None, 1),
        ("Labels. If **x** is lit, this parameter is mandatory. A maximum of 10 labels can be queried at a time.", "labels", None, 10),
        ("Labels. A maximum of 50 labels can be configured and they must be unique.", "labels", None, 50),
        ("Labels. The number of key-value pairs cannot exceed 20.", "labels", None, 20),
        ("Labels. The list contains at least 2 items.", "labels", 2, None),
        ("Labels of a lamp. The number of labels ranges from 1 to 10.", "labels", 1, 10),
        ("Labels of a lamp. The array length ranges from 1 to 10.", "labels", 1, 10),
        ("Labels of a lamp. Specify 1 to 10 labels.", "labels", 1, 10),
        ("Labels of a lamp. Only one label can be specified.", "labels", None, 1),
        ("Labels of a lamp. A maximum of 20 values can be specified.", "labels", None, 20),
        ("Labels of a lamp. Each lamp supports a maximum of 10 labels during the creation.", "labels", None, 10),
        ("You can select up to five shelves.", "places", None, 5),
        ("One or two places can be created at a time.", "places", 1, 2),
        ("The list can contain up to 20 values.", "places", None, 20),
        ("Each label contains a maximum of 10 values.", "values", None, 10),
        ("Max. 5 flags are allowed.", "flags", None, 5),
        ("Max. flags: 2.", "flags", None, 2),
        ("1 to 5 flags can be set.", "flags", 1, 5),
        ("The maximum array length is 10.", "flags", None, 10),
        ("Each ship has a maximum of 10 flags.", "flags", None, 10),
        ("A maximum of 10 flags or pennants can be hoisted.", "flags", None, 10),
        ("A maximum of 10 flags can be set, and each value must be unique.", "flags", None, 10),
        ("A maximum of 10 flags are allowed, and each flag can have 5 stars.", "flags", None, 10),
        ("A maximum of 10 flags can be set, and duplicate flags are not allowed.", "flags", None, 10),
    ],
)  # fmt: skip
def test_a_count(read_rules, text, wire, low, high):
    rule = read_rules(text, wire, "strings").one(Count)
    assert (rule.minimum, rule.maximum, rule.certainty, rule.target) == (low, high, "hard", "value")


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("Labels. You are advised to add no more than 20 labels.", "labels"),
        ("Labels. A maximum of 20 labels can be created in each project.", "labels"),
        ("Labels. A maximum of 20 warehouses are possible.", "labels"),
        ("Labels. Each key can have a maximum of 10 labels.", "labels"),
        ("Labels. By default, a user can create up to 20 labels.", "labels"),
        ("Labels. Each label can contain up to 20 characters.", "labels"),
        ("A maximum of 10 shelves can be bound to a lamp.", "labels"),
        ("A room contains a maximum of 10 values.", "places"),
        ("You can select up to five shelves in a project.", "places"),
        ("Max. poles: 2.", "flags"),
        ("1 to 5 poles can be set in a yard.", "flags"),
        ("The maximum pole length is 10.", "flags"),
        ("Each harbour has a maximum of 10 ships.", "flags"),
        ("A maximum of 10 flags and each 5 pennants can be set.", "flags"),
        ("For **ship**, a maximum of 10 flags can be set.", "flags"),
        ("A maximum of 10 flags can be set for an account, and each value must be unique.", "flags"),
    ],
)  # fmt: skip
def test_limits_of_other_things_are_no_counts(read_rules, text, wire):
    assert read_rules(text, wire, "strings").none(Count)


def test_a_count_is_for_arrays(read_rules):
    assert read_rules("A maximum of 20 labels can be given.", "labels").none(Count)


def test_keys_count_where_each_item_has_one(read_rules):
    kind = Array(Free())
    assert read_rules("Labels. A maximum of 10 keys can be used.", "labels", kind).none(Count)
