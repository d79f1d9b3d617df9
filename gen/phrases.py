"""Rules in plain English: a sentence for docstrings, a message for a violation.

One wording for all back ends. Texts may quote the docs' values and are therefore as
untrusted as the docs: who prints them escapes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Literal

from gen.exhaustive import assert_never
from gen.model import (
    AllOf,
    AnyOf,
    BodyRule,
    CharClass,
    CharSet,
    Charset,
    Choice,
    Condition,
    Count,
    Default,
    Deprecated,
    EitherOr,
    Form,
    FormName,
    Interface,
    Is,
    Json,
    Length,
    Not,
    Nullable,
    Pattern,
    Present,
    Range,
    Rule,
    SameAs,
    Secret,
    Unique,
    Unknown,
    ValueRule,
    Variety,
    When,
)

RuleId = Literal[
    "type",
    "null",
    "required",
    "enum",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
    "characters",
    "variety",
    "format",
    "interface",
    "minItems",
    "maxItems",
    "unique",
    "when",
    "either",
    "compare",
]
"""The fixed ids a violation carries as ``rule``."""

_CLASS_WORDS: dict[CharClass, str] = {
    "upper": "uppercase letters",
    "lower": "lowercase letters",
    "letter": "letters (a-z, A-Z)",
    "digit": "digits",
    "hex": "hexadecimal digits",
    "any-letter": "letters of any script",
    "space": "spaces",
    "any-special": "special characters",
}
_FORM_WORDS: dict[FormName, str] = {
    "uuid": "a UUID",
    "uuid-hex": "32 hexadecimal digits",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "ipv4-cidr": "an IPv4 network in CIDR form",
    "ipv6-cidr": "an IPv6 network in CIDR form",
    "mac": "a MAC address",
    "date": "a date (YYYY-MM-DD)",
    "date-time": "a date and time (RFC 3339)",
    "uri": "a URI",
    "email": "an email address",
    "base64": "Base64 text",
}
_COMPARISONS: dict[str, str] = {
    "==": "equal to",
    "!=": "different from",
    "<": "less than",
    "<=": "at most",
    ">": "greater than",
    ">=": "at least",
}


def join(words: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def value(item: Json) -> str:
    """A value as it looks in JSON, in backticks; a string without its quotes where that is clear."""
    if (
        isinstance(item, str)
        and item
        and item == item.strip()
        and item.isprintable()
        and "`" not in item
    ):
        return f"`{item}`"
    return f"`{json.dumps(item, ensure_ascii=False)}`"


def _values(items: Iterable[Json], last: str = "or") -> str:
    return join([value(item) for item in items], last)


def characters(charset: CharSet) -> str:
    """What is in the set: ``letters, digits, `_` and `-` ``."""
    words = [_CLASS_WORDS[name] for name in charset.classes]
    if charset.extra:
        marks = " ".join(char for char in charset.extra if char.isprintable() and char != " ")
        if marks:
            words.append(f"`{marks}`" if "`" not in marks else marks)
        if " " in charset.extra and "space" not in charset.classes:
            words.append("spaces")
    return ", ".join(words)


def _counted(minimum: int | None, maximum: int | None, one: str, many: str) -> str:
    unit = one if maximum == 1 or (maximum is None and minimum == 1) else many
    if minimum is None and maximum is None:
        return f"any number of {many}"
    if not minimum and maximum is not None:
        return f"at most {maximum} {unit}"
    if maximum is None:
        return f"at least {minimum} {unit}"
    return f"{minimum} {unit}" if minimum == maximum else f"{minimum} to {maximum} {unit}"


def _range(rule: Range) -> str:
    low, high = rule.minimum, rule.maximum
    if (
        low is not None
        and high is not None
        and not (rule.exclusive_minimum or rule.exclusive_maximum)
    ):
        return str(low) if low == high else f"{low} to {high}"
    parts = []
    if low is not None:
        parts.append(f"{'greater than' if rule.exclusive_minimum else 'at least'} {low}")
    if high is not None:
        parts.append(f"{'less than' if rule.exclusive_maximum else 'at most'} {high}")
    return " and ".join(parts) or "any number"


def _charset(rule: Charset) -> str:
    chars = characters(rule.allowed)
    match rule.where:
        case "all":
            return f"characters: {chars}"
        case "none":
            return f"without {chars}"
        case "first":
            return f"starts with one of: {chars}"
        case "last":
            return f"ends with one of: {chars}"
        case "not-first":
            return f"does not start with any of: {chars}"
        case "not-last":
            return f"does not end with any of: {chars}"
        case _:
            assert_never(rule.where)


def _interface(rule: Interface) -> str:
    text = "an IPv4 interface address"
    if rule.host:
        text += " (a host address)"
    if rule.network:
        text += f" in {rule.network}"
    if rule.excluded:
        text += f" outside {join(rule.excluded)}"
    if rule.mask is not None:
        text += f" with mask {rule.mask}"
    return text


def _says(rule: ValueRule) -> str:
    """The rule as a phrase without capital, subject and full stop; '' where it says nothing of values."""
    match rule:
        case Choice():
            return (
                f"one of {_values(rule.values)}" if len(rule.values) > 1 else _values(rule.values)
            )
        case Range():
            return _range(rule)
        case Length():
            return _counted(rule.minimum, rule.maximum, "character", "characters")
        case Charset():
            return _charset(rule)
        case Variety():
            groups = "; ".join(characters(group) for group in rule.groups)
            return f"characters of at least {rule.minimum} of these kinds: {groups}"
        case Form():
            return join([_FORM_WORDS[form] for form in rule.forms], "or")
        case Pattern():
            return f"matches `{rule.ecma}`"
        case Interface():
            return _interface(rule)
        case Count():
            return _counted(rule.minimum, rule.maximum, "item", "items")
        case Unique():
            return (
                f"no two items have the same `{rule.key}`" if rule.key else "no two items are equal"
            )
        case Default():
            return f"default: {value(rule.value)}"
        case Secret():
            return "secret: never shown"
        case Deprecated():
            return "deprecated"
        case Nullable():
            return "may be null"
        case _:
            assert_never(rule)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def describe(rule: Rule) -> str:
    """One sentence for a docstring: ``60 to 604800.``, ``Items: at most 64 characters.``"""
    match rule:
        case When() | EitherOr() | SameAs():
            return _capital(_body(rule)) + "."
        case _:
            text = _says(rule)
            return (f"Items: {text}" if rule.target == "items" else _capital(text)) + "."


def condition(of: Condition) -> str:
    """A condition as it follows "when": ``style is bgp``."""
    match of:
        case Is():
            return f"`{of.field}` is {_values(of.values)}"
        case Present():
            return f"`{of.field}` is given"
        case Unknown():
            return of.text
        case Not():
            return _negated(of.of)
        case AllOf():
            return " and ".join(_nested(part) for part in of.of)
        case AnyOf():
            return " or ".join(_nested(part) for part in of.of)
        case _:
            assert_never(of)


def _nested(of: Condition) -> str:
    text = condition(of)
    return f"({text})" if isinstance(of, AllOf | AnyOf) and len(of.of) > 1 else text


def _negated(of: Condition) -> str:
    match of:
        case Is():
            return f"`{of.field}` is not {_values(of.values)}"
        case Present():
            return f"`{of.field}` is not given"
        case Unknown():
            return f"not: {of.text}"
        case Not():
            return condition(of.of)
        case AllOf():
            return " or ".join(f"({_negated(part)})" for part in of.of)
        case AnyOf():
            return " and ".join(f"({_negated(part)})" for part in of.of)
        case _:
            assert_never(of)


def _body(rule: BodyRule) -> str:
    match rule:
        case When():
            return f"{_effect(rule)} when {condition(rule.condition)}"
        case EitherOr():
            return _either(rule)
        case SameAs():
            return f"`{rule.field}` {_comparison(rule)}"
        case _:
            assert_never(rule)


def _effect(rule: When) -> str:
    if rule.effect == "required":
        return f"`{rule.field}` is required"
    if rule.effect == "forbidden":
        return f"`{rule.field}` must not be given"
    then = (
        f"items {_must(rule.then)}"
        if rule.then and rule.then.target == "items"
        else _must(rule.then)
    )
    return f"`{rule.field}` {then}"


def _must(rule: ValueRule | None) -> str:
    """All that a rule asks, as one phrase: what it is told as says each bound by itself."""
    match rule:
        case Range(minimum=low, maximum=high) if low is not None and high is not None:
            whole = not (rule.exclusive_minimum or rule.exclusive_maximum)
            return f"must be {'from ' if whole and low != high else ''}{_range(rule)}"
        case Length(minimum=low, maximum=high) if low is not None and high is not None:
            return f"must have {_says(rule)}"
        case Count(minimum=low, maximum=high) if low is not None and high is not None:
            return f"must have {_says(rule)}"
        case None:
            return "is restricted"
        case _:
            return join(list(messages(rule).values())) or "is restricted"


def _either(rule: EitherOr) -> str:
    names = [f"`{name}`" for name in rule.fields]
    if rule.minimum == rule.maximum:
        return f"exactly {rule.minimum} of {join(names)} must be given"
    if rule.maximum is None:
        return f"at least {rule.minimum} of {join(names)} must be given"
    if not rule.minimum:
        return f"at most {rule.maximum} of {join(names)} may be given"
    return f"{rule.minimum} to {rule.maximum} of {join(names)} must be given"


def _comparison(rule: SameAs) -> str:
    if rule.op == "same-network":
        return f"must be in the same network as `{rule.other}`"
    return f"must be {_COMPARISONS[rule.op]} `{rule.other}`"


def messages(rule: Rule) -> dict[RuleId, str]:
    """What each broken part of a rule is told as: ``{"maximum": "must be at most 604800"}``.

    In the order in which checks report them. Empty for what no value can break. A
    message never quotes the value that broke it: it may be a secret.
    """
    match rule:
        case Choice():
            return {"enum": f"must be {_says(rule)}"}
        case Range():
            return _range_messages(rule)
        case Length():
            return _bounds("minLength", "maxLength", rule.minimum, rule.maximum, "character")
        case Count():
            return _bounds("minItems", "maxItems", rule.minimum, rule.maximum, "item")
        case Charset():
            return {"characters": _charset_message(rule)}
        case Variety():
            return {"variety": f"must hold {_says(rule)}"}
        case Form():
            return {"format": f"must be {_says(rule)}"}
        case Pattern():
            return {"pattern": f"must match {value(rule.ecma)}"}
        case Interface():
            return {"interface": f"must be {_says(rule)}"}
        case Unique():
            return {
                "unique": f"items must differ in `{rule.key}`" if rule.key else "items must differ"
            }
        case When():
            return {"when": _when_message(rule)}
        case EitherOr():
            return {"either": _either(rule)}
        case SameAs():
            return {"compare": _comparison(rule)}
        case Default() | Secret() | Deprecated() | Nullable():
            return {}
        case _:
            assert_never(rule)


def _range_messages(rule: Range) -> dict[RuleId, str]:
    found: dict[RuleId, str] = {}
    if rule.minimum is not None:
        word = "greater than" if rule.exclusive_minimum else "at least"
        found["minimum"] = f"must be {word} {rule.minimum}"
    if rule.maximum is not None:
        word = "less than" if rule.exclusive_maximum else "at most"
        found["maximum"] = f"must be {word} {rule.maximum}"
    return found


def _bounds(
    low: RuleId, high: RuleId, minimum: int | None, maximum: int | None, unit: str
) -> dict[RuleId, str]:
    found: dict[RuleId, str] = {}
    if minimum is not None:
        found[low] = f"must have at least {minimum} {unit}{'' if minimum == 1 else 's'}"
    if maximum is not None:
        found[high] = f"must have at most {maximum} {unit}{'' if maximum == 1 else 's'}"
    return found


def _charset_message(rule: Charset) -> str:
    chars = characters(rule.allowed)
    match rule.where:
        case "all":
            return f"may only hold {chars}"
        case "none":
            return f"must not hold {chars}"
        case "first":
            return f"must start with one of: {chars}"
        case "last":
            return f"must end with one of: {chars}"
        case "not-first":
            return f"must not start with any of: {chars}"
        case "not-last":
            return f"must not end with any of: {chars}"
        case _:
            assert_never(rule.where)


def _when_message(rule: When) -> str:
    text = condition(rule.condition)
    if rule.effect == "required":
        return f"is required when {text}"
    if rule.effect == "forbidden":
        return f"must not be given when {text}"
    items = "items " if rule.then and rule.then.target == "items" else ""
    return f"{items}{_must(rule.then)} when {text}"
