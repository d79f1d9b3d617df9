"""Unique: what may not repeat within a list."""

from __future__ import annotations

import pytest

from gen.model import Array, Free, Ref, Scalar, Schema, Source, Unique
from tests.rules.conftest import field


def items(text: str, wire: str = "rank") -> Schema:
    return Schema(
        key="u", direction="request", caption="Shelf", sources=(Source("page.rst", 50),),
        fields=(field(wire, "integer", text, 51), field("label", "string", "Label.", 52)), page="page.rst",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The value of **rank** in each shelf must be unique.", "rank"),
        ("It must be unique.", "rank"),
        ("Rank. Therefore, the rank must be unique.", "rank"),
        ("Rank. Each rank must be unique in each list.", "rank"),
        ("Rank. The rank of a shelf must be unique, and the label is free.", "rank"),
    ],
)
def test_uniqueness_said_of_a_row_travels_to_the_list(read_rules, text, key):
    outcome = read_rules("Shelves.", "shelves", Array(Ref("u")), tables={"u": items(text)})
    assert outcome.one(Unique).key == key


@pytest.mark.parametrize(
    "text", ["The rank must be unique in the project.", "The rank must be unique in a cluster."]
)
def test_uniqueness_among_other_things_does_not(read_rules, text):
    outcome = read_rules("Shelves.", "shelves", Array(Ref("u")), tables={"u": items(text)})
    assert outcome.none(Unique)


def test_uniqueness_said_of_the_list(read_rules):
    outcome = read_rules(
        "Each rank must be unique.", "shelves", Array(Ref("u")), tables={"u": items("Rank.")}
    )
    assert outcome.one(Unique).key == "rank"


@pytest.mark.parametrize(
    ("text", "wire", "item"),
    [
        ("Each value must be unique.", "labels", Scalar("string")),
        ("Duplicate values are not allowed.", "labels", Scalar("string")),
        ("The values cannot be the same.", "labels", Scalar("string")),
        ("Label values in a value list must be unique.", "values", Free()),
        ("Duplicate names are not allowed.", "labels", Scalar("string")),
        ("Duplicates are not allowed.", "labels", Scalar("string")),
        (
            "A maximum of 10 labels can be given, and the labels must be unique.",
            "labels",
            Scalar("string"),
        ),
        ("Repeated labels are not allowed.", "labels", Scalar("string")),
        ("Labels cannot be duplicate or empty.", "labels", Scalar("string")),
    ],
)
def test_items_without_a_key_are_unique_as_a_whole(read_rules, text, wire, item):
    assert read_rules(text, wire, Array(item)).one(Unique).key == ""


def test_one_unique_value_is_not_a_list_of_them(read_rules):
    assert read_rules("Its value is unique.", "values", Array(Free())).none(Unique)


@pytest.mark.parametrize(
    "text", ["The vase must be unique.", "Therefore, the vase must be unique."]
)
def test_uniqueness_of_another_thing_does_not_travel(read_rules, text):
    tables = {"u": items(f"Rank. {text}")}
    assert read_rules("Shelves.", "shelves", Array(Ref("u")), tables=tables).none(Unique)


@pytest.mark.parametrize(("wire", "key"), [("cluster_rank", "cluster_rank"), ("rank", None)])
def test_the_cluster_is_part_of_the_name_or_a_place(read_rules, wire, key):
    tables = {"u": items("Rank. The cluster rank must be unique.", wire)}
    outcome = read_rules("Shelves.", "shelves", Array(Ref("u")), tables=tables)
    assert [r.key for r in outcome.hard if isinstance(r, Unique)] == ([key] if key else [])


@pytest.mark.parametrize(
    ("text", "wire", "kind"),
    [
        ("Duplicate names of lamps are not allowed.", "labels", Scalar("string")),
        ("Duplicate names in the project are not allowed.", "labels", Scalar("string")),
        ("Duplicate names are not allowed.", "labels", Free()),
        ("The key must be unique.", "tags", Scalar("string")),
    ],
)
def test_what_repeats_elsewhere_is_not_unique_in_the_list(read_rules, text, wire, kind):
    assert read_rules(text, wire, Array(kind)).none(Unique)


def test_objects_that_no_table_describes_may_be_said_to_have_a_key(read_rules):
    assert read_rules("Tag keys must be unique.", "tags", Array(Free())).one(Unique).key == "key"


@pytest.mark.parametrize(
    "text",
    [
        "The **rank_id** values must be unique.",
        "A maximum of 60 ranks can be added, and the **rank_id** of each rank must be unique.",
    ],
)
def test_a_marked_name_is_the_key(read_rules, text):
    rule = read_rules(f"Ranks. {text}", "ranks", Array(Free())).one(Unique)
    assert (rule.key, rule.certainty) == ("rank_id", "hard")


def test_a_marked_name_that_the_items_lack_is_none(read_rules):
    outcome = read_rules(
        "Ranks. The **other** values must be unique.", "ranks", Array(Ref("u")),
        tables={"u": items("Rank.")},
    )  # fmt: skip
    assert outcome.none(Unique, hard=False)


@pytest.mark.parametrize(("word", "key"), [("ID", "id"), ("name", "name"), ("key", "key")])
def test_what_of_objects_without_a_table_is_unique(read_rules, word, key):
    rule = read_rules(f"Lamps. Each lamp {word} must be unique.", "lamps", Array(Free())).one(
        Unique
    )
    assert rule.key == key
