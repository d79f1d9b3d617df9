"""Rules in words: docstring sentences and messages."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from gen import model
from gen.model import (
    AllOf,
    AnyOf,
    CharSet,
    Charset,
    Choice,
    Condition,
    Count,
    Default,
    Deprecated,
    EitherOr,
    Form,
    Interface,
    Is,
    Length,
    Not,
    Nullable,
    Pattern,
    Present,
    Range,
    SameAs,
    Secret,
    Unique,
    Unknown,
    Variety,
    When,
)
from gen.phrases import condition, describe, join, messages, value
from tests.handmade import rule

CASES: list[tuple[Any, str, dict[str, str]]] = [
    (rule(Choice, values=("a", "b")), "One of `a` or `b`.", {"enum": "must be one of `a` or `b`"}),
    (rule(Choice, values=(0,)), "`0`.", {"enum": "must be `0`"}),
    (
        rule(Range, minimum=60, maximum=604800),
        "60 to 604800.",
        {"minimum": "must be at least 60", "maximum": "must be at most 604800"},
    ),
    (
        rule(Range, minimum=0, exclusive_minimum=True),
        "Greater than 0.",
        {"minimum": "must be greater than 0"},
    ),
    (
        rule(Range, maximum=1.5, exclusive_maximum=True),
        "Less than 1.5.",
        {"maximum": "must be less than 1.5"},
    ),
    (
        rule(Length, minimum=1, maximum=64),
        "1 to 64 characters.",
        {"minLength": "must have at least 1 character", "maxLength": "must have at most 64 characters"},
    ),
    (rule(Length, minimum=0, maximum=1), "At most 1 character.", {
        "minLength": "must have at least 0 characters", "maxLength": "must have at most 1 character"}),
    (rule(Count, maximum=5), "At most 5 items.", {"maxItems": "must have at most 5 items"}),
    (rule(Count, minimum=2, maximum=2), "2 items.", {
        "minItems": "must have at least 2 items", "maxItems": "must have at most 2 items"}),
    (
        rule(Charset, allowed=CharSet(("letter", "digit"), "-_")),
        "Characters: letters (a-z, A-Z), digits, `- _`.",
        {"characters": "may only hold letters (a-z, A-Z), digits, `- _`"},
    ),
    (
        rule(Charset, allowed=CharSet((), " <"), where="none"),
        "Without `<`, spaces.",
        {"characters": "must not hold `<`, spaces"},
    ),
    (
        rule(Charset, allowed=CharSet(("upper",)), where="not-last"),
        "Does not end with any of: uppercase letters.",
        {"characters": "must not end with any of: uppercase letters"},
    ),
    (
        rule(Variety, minimum=1, groups=(CharSet(("upper",)), CharSet(("digit",)))),
        "Characters of at least 1 of these kinds: uppercase letters; digits.",
        {"variety": "must hold characters of at least 1 of these kinds: uppercase letters; digits"},
    ),
    (rule(Form, forms=("uuid", "ipv4")), "A UUID or an IPv4 address.", {
        "format": "must be a UUID or an IPv4 address"}),
    (rule(Pattern, python="^a", ecma="^a"), "Matches `^a`.", {"pattern": "must match `^a`"}),
    (
        rule(Interface, network="10.0.0.0/8", excluded=("10.1.0.0/16",), mask=30, host=True),
        "An IPv4 interface address (a host address) in 10.0.0.0/8 outside 10.1.0.0/16 with mask 30.",
        {
            "interface": "must be an IPv4 interface address (a host address) in 10.0.0.0/8"
            " outside 10.1.0.0/16 with mask 30"
        },
    ),
    (rule(Default, value="static"), "Default: `static`.", {}),
    (rule(Unique), "No two items are equal.", {"unique": "items must differ"}),
    (rule(Unique, key="id"), "No two items have the same `id`.", {"unique": "items must differ in `id`"}),
    (rule(Secret), "Secret: never shown.", {}),
    (rule(Deprecated), "Deprecated.", {}),
    (rule(Nullable), "May be null.", {}),
    (
        rule(When, field="port", condition=Is("mode", ("tcp",)), effect="required"),
        "`port` is required when `mode` is `tcp`.",
        {"when": "is required when `mode` is `tcp`"},
    ),
    (
        rule(When, field="port", condition=Not(Present("host")), effect="forbidden"),
        "`port` must not be given when `host` is not given.",
        {"when": "must not be given when `host` is not given"},
    ),
    (
        rule(When, field="port", condition=Unknown("the berth is busy"), effect="rule",
             then=rule(Range, minimum=1)),
        "`port` must be at least 1 when the berth is busy.",
        {"when": "must be at least 1 when the berth is busy"},
    ),
    (rule(EitherOr, fields=("a", "b"), minimum=1, maximum=1), "Exactly 1 of `a` and `b` must be given.", {
        "either": "exactly 1 of `a` and `b` must be given"}),
    (rule(EitherOr, fields=("a", "b"), maximum=1), "At most 1 of `a` and `b` may be given.", {
        "either": "at most 1 of `a` and `b` may be given"}),
    (rule(EitherOr, fields=("a", "b"), minimum=1), "At least 1 of `a` and `b` must be given.", {
        "either": "at least 1 of `a` and `b` must be given"}),
    (rule(EitherOr, fields=("a", "b", "c"), minimum=1, maximum=2),
     "1 to 2 of `a`, `b` and `c` must be given.", {
        "either": "1 to 2 of `a`, `b` and `c` must be given"}),
    (rule(SameAs, field="end", op=">", other="start"), "`end` must be greater than `start`.", {
        "compare": "must be greater than `start`"}),
    (rule(SameAs, field="a", op="same-network", other="b"), "`a` must be in the same network as `b`.", {
        "compare": "must be in the same network as `b`"}),
]  # fmt: skip


@pytest.mark.parametrize(("one", "sentence", "told"), CASES)
def test_words(one: Any, sentence: str, told: dict[str, str]) -> None:
    assert describe(one) == sentence
    assert messages(one) == told


def test_every_kind_of_rule_has_a_case() -> None:
    kinds = {kind.__name__ for kind in (*get_args(model.ValueRule), *get_args(model.BodyRule))}
    assert kinds == {type(one).__name__ for one, _, _ in CASES}


def test_rules_of_items_say_so() -> None:
    assert describe(rule(Length, maximum=9, target="items")) == "Items: at most 9 characters."
    told = messages(
        rule(
            When,
            field="a",
            condition=Present("b"),
            effect="rule",
            then=rule(Length, maximum=9, target="items"),
        )
    )
    assert told == {"when": "items must have at most 9 characters when `b` is given"}


@pytest.mark.parametrize(
    ("then", "must"),
    [
        (rule(Range, minimum=0, maximum=20000), "must be from 0 to 20000"),
        (rule(Range, minimum=5, maximum=5), "must be 5"),
        (
            rule(Range, minimum=0, exclusive_minimum=True, maximum=1),
            "must be greater than 0 and at most 1",
        ),
        (rule(Range, maximum=1), "must be at most 1"),
        (rule(Length, minimum=8, maximum=32), "must have 8 to 32 characters"),
        (rule(Count, minimum=1, maximum=5), "must have 1 to 5 items"),
        (
            rule(Length, minimum=2, maximum=4, target="items"),
            "items must have 2 to 4 characters",
        ),
        (rule(Secret), "is restricted"),
    ],
)
def test_a_condition_keeps_both_bounds_of_what_it_asks(then: Any, must: str) -> None:
    one = rule(When, field="a", condition=Present("b"), effect="rule", then=then)
    assert messages(one) == {"when": f"{must} when `b` is given"}
    assert describe(one) == f"`a` {must} when `b` is given."


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (
            AllOf((Present("a"), AnyOf((Present("b"), Present("c"))))),
            "`a` is given and (`b` is given or `c` is given)",
        ),
        (Not(AllOf((Present("a"), Is("b", (1,))))), "(`a` is not given) or (`b` is not `1`)"),
        (Not(AnyOf((Present("a"), Unknown("it rains")))), "(`a` is not given) and (not: it rains)"),
        (Not(Not(Present("a"))), "`a` is given"),
    ],
)
def test_conditions(of: Condition, text: str) -> None:
    assert condition(of) == text


def test_values_look_like_json() -> None:
    assert [value(one) for one in ("a", "", " a", "a`b", 1, True, None)] == [
        "`a`", '`""`', '`" a"`', '`"a`b"`', "`1`", "`true`", "`null`",
    ]  # fmt: skip


def test_join() -> None:
    assert [join([]), join(["a"]), join(["a", "b"]), join(["a", "b", "c"], "or")] == [
        "",
        "a",
        "a and b",
        "a, b or c",
    ]
