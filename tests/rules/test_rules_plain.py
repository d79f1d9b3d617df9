"""Default, Unique, Deprecated, Secret, masking, and what becomes of every sentence."""

from __future__ import annotations

import pytest

from gen.masking import is_masked
from gen.model import Array, Default, Deprecated, Ref, Scalar, Schema, Source, Unique
from gen.rules.secret import is_secret


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("The default value is **red**.", "string", "red"),
        ("The default value is 15.", "integer", 15),
        ("Default: **true**", "boolean", True),
        ("-  Colour.\n\n-  Default value:\n\n   red", "string", "red"),
        ("**Default Value**\n\nred", "string", "red"),
        ("If this parameter is not specified, the default value **red** is used.", "string", "red"),
        ("Options:\n\n-  **red** (default): warm\n-  **blue**: cold", "string", "red"),
        ("The value ranges from 0 to 9 and is 3 by default.", "integer", 3),
        ("The value ranges from 0 to 9, and the default value is **3**.", "integer", 3),
    ],
)
def test_a_default(read_rules, text, kind, value):
    assert read_rules(text, "colour", kind).one(Default).value == value


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


def test_two_defaults_are_a_finding_and_none_of_them_counts(read_rules):
    outcome = read_rules("The default value is **red**.\n\nDefault: **blue**", "colour")
    assert outcome.none(Default)
    assert [one.code for one in outcome.findings] == ["TW404"]


@pytest.mark.parametrize(
    "text",
    [
        "This parameter has been deprecated, but is retained for compatibility purposes.",
        "(Deprecated) The old colour.",
        "Deprecated parameter",
        "This field is obsolete.",
    ],
)
def test_a_deprecated_field(read_rules, text):
    assert read_rules(text, "colour").one(Deprecated)


@pytest.mark.parametrize(
    "text",
    [
        "State. Options:\n\n-  **NEW**: usable\n-  **DEPRECATED**: the version is deprecated",
        "For details, see Colours (Deprecated).",
        "-  **shade**: the shade. This parameter has been deprecated.",
        "The **shade** parameter has been deprecated.",
        "Whether deprecated colours are listed.",
    ],
)
def test_a_status_or_a_part_named_deprecated_is_not_the_field(read_rules, text):
    assert read_rules(text, "state").none(Deprecated)


@pytest.mark.parametrize(
    "wire",
    ["password", "adminPass", "userpwd", "dbRtPd_pwd", "psk", "private_key", "privateKey", "secret_key", "sk", "ak_sk",
     "X-Auth-Token", "client_secret", "pre_shared_key", "new_password", "securitytoken"],
)  # fmt: skip
def test_secrets_by_name(wire):
    assert is_secret(wire, "string")


@pytest.mark.parametrize(
    ("wire", "kind"),
    [("disk", "string"), ("task", "string"), ("next_token", "string"), ("page_token", "string"), ("password_expires_at", "string"),
     ("password_length", "string"), ("token_id", "string"), ("password", "boolean"), ("psk", "integer"), ("bypass", "string"),
     ("secretary", "string"), ("marker", "string"), ("key", "string"), ("public_key", "string"), ("password_regex", "string")],
)  # fmt: skip
def test_no_secrets(wire, kind):
    assert not is_secret(wire, kind)


def items(text: str, wire: str = "rank") -> Schema:
    from tests.rules.conftest import field

    return Schema(
        key="u", direction="request", caption="Shelf", sources=(Source("page.rst", 50),),
        fields=(field(wire, "integer", text, 51), field("label", "string", "Label.", 52)), page="page.rst",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The value of **rank** in each shelf must be unique.", "rank"),
        ("It must be unique.", "rank"),
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
    assert (
        read_rules("Each value must be unique.", "labels", Array(Scalar("string"))).one(Unique).key
        == ""
    )


@pytest.mark.parametrize(
    "value",
    ["abcd****", "xxxx", "{id}", "<id>", "...", "10.x.x.1", "b1a2-demo-7", "67f0yb65-2bf4-4b27-91c2-5c5a2f0b7d7g",
     "67f0db65-2bf4-4b27-91c2-5c5a2f0b7d7", "your_name", "123***789"],
)  # fmt: skip
def test_fakes(value):
    assert is_masked(value)


@pytest.mark.parametrize("value", ["67f0db65-2bf4-4b27-91c2-5c5a2f0b7d7a", "10.0.0.1", "red", "a-b-c", "2020-01-01T00:00:00Z", "extra", "xx-large-box"])  # fmt: skip
def test_no_fakes(value):
    assert not is_masked(value)


def test_every_sentence_is_accounted_for(read_rules):
    text = "Colour of the wall. The value can be **red** or **blue**. It must harmonise with the carpet.\n\n-  Ask the owner."
    outcome = read_rules(text, "colour")
    assert [(one.text, one.status) for one in outcome.sentences] == [
        ("Colour of the wall.", "harmless"),
        ("The value can be red or blue.", "read"),
        ("It must harmonise with the carpet.", "unread"),
        ("Ask the owner.", "harmless"),
    ]
    assert [one.code for one in outcome.findings] == ["TW401"]
