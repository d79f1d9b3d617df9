"""Form: where a whole sentence says that the value is a UUID, an address or a network."""

from __future__ import annotations

import pytest

from gen.model import Array, Form, Scalar


@pytest.mark.parametrize(
    ("text", "wire", "forms"),
    [
        ("The value is a UUID containing 36 characters.", "place", ("uuid",)),
        ("The value is in UUID format with hyphens (-).", "place", ("uuid",)),
        ("The value must be an IPv4 address.", "place", ("ipv4",)),
        ("The value must be a UUID with hyphens.", "place", ("uuid",)),
        ("ID of a place, which is compliant with the UUID format.", "place", ("uuid",)),
        ("The value must be a UUID without hyphens.", "place", ("uuid-hex",)),
        ("The value must be an email address in the user@domain format.", "place", ("email",)),
        ("The value must be a valid IP address.", "place", ("ipv4", "ipv6")),
        ("The value must be in CIDR format, for example, 10.0.0.0/8.", "place", ("ipv4-cidr", "ipv6-cidr")),
        ("The value is a UUID containing 36 characters or an IPv4 address in dotted decimal notation (for example, 10.1.2.3).", "place", ("uuid", "ipv4")),
        ("**Range**\n\nIt is a 36-digit UUID.", "lamp_id", ("uuid",)),
        ("Must be a UUID in the network specified by **net**.", "lamp_id", ("uuid",)),
        ("The ID format is Universally Unique Identifier (UUID).", "lamp_id", ("uuid",)),
        ("The format is UUID.", "lamp_id", ("uuid",)),
        ("The ID must comply with the UUID format.", "lamp_id", ("uuid",)),
        ("The value must be the ID of the lamp in **room** and in the format of the UUID.", "lamp_id", ("uuid",)),
        ("ID. Only UUID is supported.", "id", ("uuid",)),
        ("ID. The value is in the format of the UUID.", "id", ("uuid",)),
        ("The value must be a valid IP address. IPv6 addresses are not supported.", "thing", ("ipv4",)),
        ("Target. The value must be in valid IPv4 or IPv6 CIDR formats.", "thing", ("ipv4-cidr", "ipv6-cidr")),
        ("The ID must comply with the UUID rules.", "lamp_id", ("uuid",)),
        ("ID. The value must comply with the UUID standard.", "lamp_id", ("uuid",)),
        ("The value must be a valid email address.", "contact", ("email",)),
        ("The value must be an IPv4 address from the lamp subnet.", "place", ("ipv4",)),
    ],
)  # fmt: skip
def test_a_form(read_rules, text, wire, forms):
    rule = read_rules(text, wire).one(Form)
    assert (rule.forms, rule.certainty) == (forms, "hard")


@pytest.mark.parametrize(
    "text",
    [
        "Specifies the UUID of the shelf.",
        "The value is **0** or a string that contains a maximum of 36 characters in UUID format with hyphens (-).",
        "The value is a UUID (36 characters) or 0.",
        "The value must be an IP address of the shelf's network.",
        "The value cannot be an IP address.",
        "The time is in UTC format.",
        "If **kind** is **ip**, the value must be an IPv4 address.",
        "The ID must comply with the lamp rules.",
        "The value must be an email address or a phone number.",
        "The value must be an email address list.",
        "The value must not be an email address.",
        "Email address.",
        "The value must be an IPv4 address in the subnet, or 0.",
        "The value must be an IPv4 address in the subnet or a UUID.",
    ],
)
def test_what_is_no_plain_form_is_not_enforced(read_rules, text):
    assert read_rules(text, "place").none(Form)


def test_a_form_that_is_not_supported_is_none(read_rules):
    assert read_rules("IPv6 addresses are not supported.").none(Form, hard=False)


def test_a_noun_alone_waits_for_an_example(read_rules):
    text = "Specifies a source CIDR block."
    assert read_rules(text, "source").one(Form).certainty == "advice"
    assert (
        read_rules(text, "source", bodies=({"source": "10.0.0.0/8"},)).one(Form).certainty == "hard"
    )
    assert (
        read_rules(text, "source", bodies=({"source": "10.x.x.0/8"},)).one(Form).certainty
        == "advice"
    )
    both = ({"source": "10.0.0.0/8"}, {"source": "anything"})
    assert read_rules(text, "source", bodies=both).one(Form).certainty == "advice"


def test_a_list_of_addresses_is_about_its_items(read_rules):
    rule = read_rules("The value must be an IPv4 address.", "places", Array(Scalar("string"))).one(
        Form
    )
    assert rule.target == "items"


@pytest.mark.parametrize(
    ("text", "enforced"),
    [
        ("IP address of the lamp.", True),
        ("IP address. Use commas to enter multiple ones.", False),
        ("IP address. Addresses are separated by commas.", False),
        ("IP address. IP ranges will do, too.", False),
    ],
)
def test_an_example_settles_no_noun_that_is_not_all(read_rules, text, enforced):
    outcome = read_rules(text, "address", bodies=({"address": "10.0.0.1"},))
    assert outcome.none(Form) is not enforced


@pytest.mark.parametrize("wire", ["type", "ip_version", "addressKind"])
def test_what_has_a_form_is_not_the_type_of_it(read_rules, wire):
    text = "Type of the shelf address. The shelf address is an IPv4 or IPv6 address."
    assert read_rules(text, wire).none(Form, hard=False)
