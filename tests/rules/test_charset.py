"""Charset: which characters are allowed."""

from __future__ import annotations

import pytest

from gen.model import CharSet, Charset, Choice
from gen.rules.classes import charset


@pytest.mark.parametrize(
    ("text", "classes", "extra"),
    [
        ("letters, digits, underscores (_), and hyphens (-)", ("letter", "digit"), "-_"),
        ("letters A to C and digits", ("digit",), "ABC"),
        ("a-c, 0-9", ("digit",), "abc"),
        ("0-9, A-Z, _, and -", ("upper", "digit"), "-_"),
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
    ("text", "allowed"),
    [
        ("The value can contain only letters and digits.", CharSet(("letter", "digit"))),
        ("Only letters, digits, and hyphens (-) are allowed.", CharSet(("letter", "digit"), "-")),
        ("The value contains 1 to 9 characters, including letters, digits, and periods (.).", CharSet(("letter", "digit"), ".")),
        ("Can contain only the following character types:\n\n-  Lowercase letters\n-  Digits\n-  Hyphens (-) and underscores (_)", CharSet(("lower", "digit"), "-_")),
        ("Only allows letters and underscores (_).", CharSet(("letter",), "_")),
        ("Allowed characters: letters and underscores (_)", CharSet(("letter",), "_")),
        ("Can contain only letters, digits, and the following special characters: &$@;:,=+?-._/ %", CharSet(("letter", "digit"), " $%&+,-./:;=?@_")),
        ("The value is case-sensitive and can contain only letters and special characters !$(),", CharSet(("letter",), "!$(),")),
        ("It can contain letters, digits, and special characters _-", CharSet(("letter", "digit"), "-_")),
        ("Start slowly. Only letters and hyphens (-).", CharSet(("letter",), "-")),
        ("The label is a string of lowercase letters and digits whose length is in the range of 3 to 20 characters.", CharSet(("lower", "digit"))),
        ("It is a word composed of uppercase letters.", CharSet(("upper",))),
        ("Code. Only digits are allowed. Length: 6 digits.", CharSet(("digit",))),
        ("It must be 6 digits.", CharSet(("digit",))),
        ("It is a 6-digit security code.", CharSet(("digit",))),
        ("Label. Letters, digits, and hyphens (-) are allowed, but the label cannot be a word.", CharSet(("letter", "digit"), "-")),
        ("Label, which can contain 3 to 64 characters, only letters and hyphens (-).", CharSet(("letter",), "-")),
        ("Letters and underscores (_) only.", CharSet(("letter",), "_")),
        ("A string of 1 to 9 letters and underscores (_).", CharSet(("letter",), "_")),
        ("It can contain a-z, A-Z, 0-9, and hyphens (-).", CharSet(("upper", "lower", "digit"), "-")),
        ("Use only UTF-8 letters and the following characters: _-", CharSet(("any-letter",), "-_")),
        ("The label consists only of letters and digits.", CharSet(("letter", "digit"))),
        ("The value can contain letters and digits only.", CharSet(("letter", "digit"))),
        ("Only letters, digits, and the following special characters are allowed: _-!@", CharSet(("letter", "digit"), "!-@_")),
        ("Letters, digits, and hyphens (-) are allowed.", CharSet(("letter", "digit"), "-")),
        ("It can contain only letters and digits, and its default value is **a1**.", CharSet(("letter", "digit"))),
        ("It can contain only letters and digits. Chinese characters must be in UTF-8 format.", CharSet(("letter", "digit", "any-letter"))),
        ("It can contain only letters and digits. It is recommended that special characters be avoided.", CharSet(("letter", "digit"))),
    ],
)  # fmt: skip
def test_a_charset(read_rules, text, allowed):
    found = [r for r in read_rules(text, "label").rules if isinstance(r, Charset)]
    assert [(r.where, r.allowed, r.certainty) for r in found] == [("all", allowed, "hard")]


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("It contains a maximum of 64 Chinese characters.", "label"),
        ("The value can contain uppercase letters.", "label"),
        ("The value can contain letters and digits, among others emoji.", "label"),
        ("The key of the label can contain only letters and digits.", "label"),
        ("The value contains 1 to 99 characters, including letters and digits.", "label"),
        ("Prefix: says whose it is. Only lowercase letters are allowed.", "label"),
        ("The label must contain digits.", "label"),
        ("The value can contain letters and special characters such as - and _.", "label"),
        ("It can contain the following special characters: _-", "label"),
        ("Path. Asterisks are allowed.", "thing"),
        ("Path. Small walls (-) are allowed.", "thing"),
        ("The label consists mainly of letters and digits.", "label"),
        ("The value can contain letters and digits only if the lamp is lit.", "label"),
        ("Only shelves, boxes, and the following special characters are allowed: _-", "label"),
        ("Letters and hyphens (-) are allowed.", "label"),
        ("Path of the lamp. Letters, digits, and hyphens (-) are allowed.", "path"),
        ("It can contain only letters and digits. It can also contain special characters of all sorts.", "label"),
    ],
)  # fmt: skip
def test_what_is_not_the_whole_value_or_not_exclusive_is_not_enforced(read_rules, text, wire):
    assert read_rules(text, wire).none(Charset)


def test_kinds_of_characters_in_a_nested_list(read_rules):
    text = "**Range**\n\n-  A key can contain a maximum of 12 characters.\n-  The value can contain:\n\n   -  Letters\n   -  Special characters: underscores (_), and hyphens (-)"
    rule = read_rules(text, "key").one(Charset)
    assert (rule.certainty, rule.allowed.classes, rule.allowed.extra) == ("hard", ("letter",), "-_")


def test_kinds_of_characters_that_are_allowed_are_advice_without_only(read_rules):
    rule = read_rules("Path. Digits, letters, and hyphens (-) are allowed.").one(Charset)
    assert (rule.certainty, rule.allowed.extra) == ("advice", "-")
    assert read_rules("Path. Only digits are allowed.").one(Charset).certainty == "hard"


def test_a_character_set_by_its_heading(read_rules):
    rule = read_rules("Label. Character set: 0-9, A-Z, a-z, _, and -", "label").one(Charset)
    assert (rule.allowed, rule.where) == (CharSet(("upper", "lower", "digit"), "-_"), "all")


@pytest.mark.parametrize("text", ["Letters, digits, and hyphens (-)", "Digit or letter."])
def test_a_range_of_kinds_of_characters(read_rules, text):
    outcome = read_rules(f"Label.\n\n**Range**\n\n{text}", "label")
    rule = outcome.one(Charset)
    assert (rule.where, rule.certainty) == ("all", "hard")
    assert {"letter", "digit"} <= set(rule.allowed.classes)
    assert outcome.none(Choice, hard=False)


def test_a_range_of_signs_is_a_choice_among_them(read_rules):
    text = "Mark.\n\n**Range**\n\ncomma (,), semicolon (;), or vertical bar (|)"
    assert read_rules(text, "mark").none(Charset)


@pytest.mark.parametrize(
    "more",
    [
        "To match all, enter an asterisk (*).",
        "Separate several labels with commas (,).",
        "A wildcard starts with an asterisk (*).",
    ],
)
def test_a_sign_that_another_sentence_uses_opens_the_list(read_rules, more):
    text = "Label. The value can contain only letters and periods (.)."
    assert read_rules(f"{text} {more}", "label").none(Charset)
    when = "If **mode** is **warm**, the value can contain only letters and periods (.)."
    mode = {"mode": ("string", "Mode. Options: **warm** and **cold**.")}
    assert {
        one.certainty for one in read_rules(f"Label. {when} {more}", "label", others=mode).body
    } == {"advice"}


@pytest.mark.parametrize(
    "more",
    ["Do not use slashes (/).", "It cannot start with a hyphen (-).", "Use periods (.) only."],
)
def test_a_sign_that_is_refused_or_allowed_opens_nothing(read_rules, more):
    rules = read_rules(
        f"Label. The value can contain only letters and periods (.). {more}", "label"
    ).rules
    assert {one.certainty for one in rules if isinstance(one, Charset)} == {"hard"}


@pytest.mark.parametrize(
    "text",
    [
        "The label can contain words, each starting with a letter. Only letters and digits are allowed.",
        "A label consists of words. A single string can contain letters, digits, and hyphens (-), and cannot start with a hyphen.",
    ],
)
def test_what_is_told_of_parts_is_not_told_of_the_whole(read_rules, text):
    assert read_rules(text, "label").none(Charset)


def test_what_is_told_of_each_item_of_a_list_is(read_rules):
    text = "Labels. Letters, digits, and special characters (-_) are allowed, and the value must start with a letter."
    found = [one for one in read_rules(text, "labels", "strings").hard if isinstance(one, Charset)]
    assert [(one.where, one.target) for one in found] == [("all", "items"), ("first", "items")]


@pytest.mark.parametrize(
    ("text", "where", "allowed"),
    [
        ("The first character must be a letter.", "first", CharSet(("letter",))),
        ("The last character cannot be a hyphen.", "not-last", CharSet((), "-")),
        ("It must be an absolute path starting with a slash (/).", "first", CharSet((), "/")),
        ('It cannot contain "<" or ">".', "none", CharSet((), "<>")),
    ],
)
def test_where_characters_stand_or_may_not(read_rules, text, where, allowed):
    rule = read_rules(f"Label. {text}", "label").one(Charset)
    assert (rule.where, rule.allowed, rule.certainty) == (where, allowed, "hard")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It does not support the special characters !<>.", [("none", "!<>")]),
        (
            "The label cannot start with a slash (/), cannot contain two consecutive slashes (//), and cannot contain the following special characters: <>",
            [("none", "<>"), ("not-first", "/")],
        ),
    ],
)
def test_signs_that_are_refused(read_rules, text, found):
    rules = [one for one in read_rules(f"Label. {text}", "label").hard if isinstance(one, Charset)]
    assert sorted((one.where, one.allowed.extra) for one in rules) == found
