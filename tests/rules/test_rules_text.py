"""Charset, Variety, Form, Pattern and Interface: what a string may look like."""

from __future__ import annotations

import re

import pytest

from gen.model import (
    Array,
    CharSet,
    Charset,
    Form,
    Interface,
    Length,
    Pattern,
    Scalar,
    Variety,
)
from gen.rules.classes import charset
from gen.rules.pattern import spellings


@pytest.mark.parametrize(
    ("text", "classes", "extra"),
    [
        ("letters, digits, underscores (_), and hyphens (-)", ("letter", "digit"), "-_"),
        ("uppercase letters and lowercase letters", ("upper", "lower"), ""),
        ("digits, Spanish characters, and spaces", ("digit", "any-letter", "space"), ""),
        ("letters and special characters (._-)", ("letter",), "-._"),
        ("letters and special characters, including at signs (@)", ("letter",), "@"),
        ("digits and special characters", ("digit", "any-special"), ""),
        ("letters (A-Z and a-z), digits (0-9)", ("letter", "digit"), ""),
        ("hexadecimal digits", ("hex",), ""),
        ("underscores, periods", (), "._"),
    ],
)
def test_kinds_of_characters(text, classes, extra):
    assert charset(text) == CharSet(classes, extra)


@pytest.mark.parametrize("text", ["emoji", "letters and runes", "**red**", "‹red›", "", "‹dhcp-x›"])
def test_an_unknown_kind_says_nothing(text):
    assert charset(text) is None


@pytest.mark.parametrize(
    ("text", "where", "allowed"),
    [
        ("The value can contain only letters and digits.", "all", CharSet(("letter", "digit"))),
        ("Only letters, digits, and hyphens (-) are allowed.", "all", CharSet(("letter", "digit"), "-")),
        ("The value contains 1 to 9 characters, including letters, digits, and periods (.).", "all", CharSet(("letter", "digit"), ".")),
        ("It must start with a letter.", "first", CharSet(("letter",))),
        ("It cannot start with a digit.", "not-first", CharSet(("digit",))),
        ("It cannot end with a hyphen (-).", "not-last", CharSet((), "-")),
        ("The value cannot contain angle brackets (< or >).", "none", CharSet((), "<>")),
        ("Can contain only the following character types:\n\n-  Lowercase letters\n-  Digits\n-  Hyphens (-) and underscores (_)", "all", CharSet(("lower", "digit"), "-_")),
    ],
)  # fmt: skip
def test_a_charset(read_rules, text, where, allowed):
    found = [r for r in read_rules(text, "label").rules if isinstance(r, Charset)]
    assert [(r.where, r.allowed, r.certainty) for r in found] == [(where, allowed, "hard")]


def test_both_ends(read_rules):
    text = "Cannot start with a period or end with a hyphen."
    found = read_rules(text, "label").rules
    assert [(r.where, r.allowed.extra) for r in found] == [("not-first", "."), ("not-last", "-")]


@pytest.mark.parametrize(
    "text",
    [
        "The value can contain uppercase letters.",
        "The value can contain letters and digits, among others emoji.",
        "The key of the label can contain only letters and digits.",
        "The value cannot contain only asterisks (*).",
        "It cannot start with **sys-**.",
        "The value contains 1 to 99 characters, including letters and digits.",
        "Prefix: says whose it is. Only lowercase letters are allowed.",
        "The label must contain digits.",
        "The value can contain letters and special characters such as - and _.",
    ],
)
def test_what_is_not_the_whole_value_or_not_exclusive_is_not_enforced(read_rules, text):
    assert read_rules(text, "label").none(Charset)


def test_two_sentences_about_characters_are_united(read_rules):
    text = "-  The value can contain letters, digits, and spaces.\n-  The value can contain the following special characters: ``_.:``"
    rule = read_rules(text, "label").one(Charset)
    assert rule.allowed == CharSet(("letter", "digit", "space"), ".:_")


def test_a_length_survives_a_further_demand(read_rules):
    rule = read_rules("It must be 4 to 64 characters long and start with a letter.", "label").one(
        Length
    )
    assert (rule.minimum, rule.maximum, rule.certainty) == (4, 64, "hard")


@pytest.mark.parametrize(
    "text",
    [
        "Must contain at least three types of the following: uppercase letters, lowercase letters, digits, and special characters (``!@#``).",
        "Must contain at least three of the following character types:\n\n-  Uppercase letters\n-  Lowercase letters\n-  Digits\n-  Special characters ``!@#``",
    ],
)
def test_a_variety(read_rules, text):
    rule = read_rules(text, "phrase").one(Variety)
    assert rule.minimum == 3
    assert [group.classes or group.extra for group in rule.groups] == [
        ("upper",),
        ("lower",),
        ("digit",),
        "!#@",
    ]


def test_more_kinds_than_there_are_is_no_variety(read_rules):
    assert read_rules(
        "Must contain at least three of the following: letters and digits.", "phrase"
    ).none(Variety)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The value is a UUID containing 36 characters.", ("uuid",)),
        ("The value is in UUID format with hyphens (-).", ("uuid",)),
        ("The value must be an IPv4 address.", ("ipv4",)),
        ("The value must be a valid IP address.", ("ipv4", "ipv6")),
        ("The value must be in CIDR format, for example, 10.0.0.0/8.", ("ipv4-cidr", "ipv6-cidr")),
        ("The value is a UUID containing 36 characters or an IPv4 address in dotted decimal notation (for example, 10.1.2.3).", ("uuid", "ipv4")),
    ],
)  # fmt: skip
def test_a_form(read_rules, text, forms):
    rule = read_rules(text, "place").one(Form)
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
    ],
)
def test_what_is_no_plain_form_is_not_enforced(read_rules, text):
    assert read_rules(text, "place").none(Form)


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


def test_an_expression(read_rules):
    rule = read_rules(
        "It must match the regular expression ``^[a-z][a-z0-9-]{0,8}$``.", "label"
    ).one(Pattern)
    assert (rule.python, rule.ecma, rule.certainty) == (
        "^[a-z][a-z0-9-]{0,8}\\Z",
        "^[a-z][a-z0-9-]{0,8}$",
        "hard",
    )


@pytest.mark.parametrize("text", ["^(a+)+$", "^(a|b*)*$", "^([a-z]+[0-9]*)+$", "^(\\w+\\s?)*$"])
def test_what_can_backtrack_is_not_enforced(text):
    spelt = spellings(text)
    assert spelt is not None
    assert spelt[2]


@pytest.mark.parametrize(
    "text", ["^(/[a-z]+)*$", "^[a-z]*$", "^(a|b){1,9}$", "^\\d{1,3}(\\.\\d{1,3}){3}$"]
)
def test_what_cannot_backtrack_is_safe(text):
    spelt = spellings(text)
    assert spelt is not None
    assert spelt[2] == ""


@pytest.mark.parametrize("text", ["^(?<x>a)$", "^[a$", "^\\p{L}+$", "^a++$", "^(a)\\1$x"])
def test_what_is_not_portable_is_no_pattern(text):
    assert spellings(text) is None or spellings(text)[2]


def test_alternatives_are_anchored_as_one():
    python, ecma, _ = spellings("^a|b$")
    assert (python, ecma) == ("^(?:a|b)\\Z", "^(?:a|b)$")
    assert not re.search(python, "ax")


def test_escapes_are_spelt_for_ecma():
    assert spellings(r"^[\w\-\.]+\@\#$")[1] == r"^[\w\-\.]+@#$"


def test_an_interface_address(read_rules):
    text = (
        "-  Specifies the tunnel address.\n\n-  Constraints:\n\n   -  The first 16 bits must be 10.77, and the value cannot"
        " be **10.77.9.**\\ *xxx*.\n   -  The mask length must be 30.\n   -  The address needs to be a host address in a CIDR block."
    )
    rule = read_rules(text, "tunnel_address").one(Interface)
    assert (rule.network, rule.excluded, rule.mask, rule.host) == (
        "10.77.0.0/16",
        ("10.77.9.0/24",),
        30,
        True,
    )
    assert rule.certainty == "hard"


def test_a_list_of_addresses_is_about_its_items(read_rules):
    rule = read_rules("The value must be an IPv4 address.", "places", Array(Scalar("string"))).one(
        Form
    )
    assert rule.target == "items"
