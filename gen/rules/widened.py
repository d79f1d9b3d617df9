"""Rules that another sentence of the same cell widens under a condition: those are no longer hard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from gen.model import BodyRule, Charset, Choice, Length, Range, SameAs, Sentence, ValueRule, When
from gen.rules.verdict import keeps

# "If the protocol is **icmp**, the value range is shown in …"
_ELSEWHERE = re.compile(
    r"(?:if|when)\b.*\b(?:value range|ranges? from|(?:range|length|values?) (?:of |from |is )+\d)",
    re.I | re.S,
)


# "The specific range may vary depending on the region."
_VARIES = re.compile(
    r"\b(?:range|limit|maximum|bandwidth|values?)\b[^.]{0,40}\b(?:may|can|will)? ?\b(?:var(?:y|ies)|differs?)\b.{0,60}\b(?:regions?|sites?)\b",
    re.I | re.S,
)


# "To extend it, contact customer service. It can be kept for up to 2562 days."
_UP_TO = re.compile(r"\b(?:can|may) be (?:[a-z]+ )?(?:for )?up to (?P<n>[\d,]+)\b", re.I)
_ON_REQUEST = re.compile(r"\b(?:contact|submit|apply)\b", re.I)


# "The value is 60 to 3600. For premium users, the value is up to 7200."
_FOR_OTHERS = re.compile(
    r"^(?:for|in|with) [^,]{3,60}, .*?\b(?:up to|at most|maximum(?: value)?(?: is| of)?|(?:from )?\d+ (?:to|-)) (?P<n>[\d,]+)\b",
    re.I,
)


def _more_for_others(rule: ValueRule, sentences: Sequence[Sentence]) -> bool:
    """Whether the cell says that a larger number holds in some case."""
    if not isinstance(rule, (Range, Length)) or rule.maximum is None:
        return False
    return _names_more(_FOR_OTHERS, rule.maximum, sentences)


def _more_on_request(rule: ValueRule, sentences: Sequence[Sentence]) -> bool:
    """Whether the cell says that a larger number can be had on request."""
    if not isinstance(rule, Range) or rule.maximum is None:
        return False
    if not any(_ON_REQUEST.search(one.text) for one in sentences):
        return False
    return _names_more(_UP_TO, rule.maximum, sentences)


def _names_more(pattern: re.Pattern[str], most: float, sentences: Sequence[Sentence]) -> bool:
    found = (match for one in sentences for match in pattern.finditer(one.text))
    return any(int(match["n"].replace(",", "")) > most for match in found)


# "To match all, enter an asterisk (*)." — "Separate them with commas (,)."
_SIGN = re.compile(r"(?<=[A-Za-z])\s?\((?P<sign>[^\w\s()‹›])\)")
_USED = re.compile(
    r"\b(?:enter(?:ed)?|use[ds]?|using|separated?|wildcards?|starts? with|begins? with|add(?:ed)?)\b",
    re.I,
)
_REFUSED = re.compile(
    r"\b(?:cannot|can't|not|except|exclud\w+|instead|other than|without|only)\b", re.I
)


def _another_sign(rule: ValueRule, sentences: Sequence[Sentence]) -> bool:
    """Whether another sentence has the value hold a sign that the rule refuses."""
    if not isinstance(rule, Charset) or rule.where not in ("all", "first"):
        return False
    told = (
        match["sign"]
        for one in sentences
        if one.text != rule.sentence and _USED.search(one.text) and not _REFUSED.search(one.text)
        for match in _SIGN.finditer(one.text)
    )
    whole = replace(rule, where="all", target="value")
    return any(not keeps(whole, sign) for sign in told)


def unchallenged(
    rules: tuple[ValueRule, ...], body: Sequence[BodyRule], sentences: Sequence[Sentence]
) -> tuple[ValueRule, ...]:
    """The rules, those demoted that the same cell widens under a condition.

    "The value ranges from 1 to 9. When x is a, the value ranges from 0 to 99."
    """
    special = [rule.then for rule in body if isinstance(rule, When) and rule.then is not None]
    open_ = any(one.status == "unread" and _ELSEWHERE.match(one.text) for one in sentences)
    if any(_VARIES.search(one.text) for one in sentences):
        rules = tuple(
            (
                replace(rule, certainty="advice", reason="it differs between regions")
                if isinstance(rule, Range)
                else rule
            )
            for rule in rules
        )
    return tuple(
        (
            replace(rule, certainty="advice", reason="another sentence widens it under a condition")
            if rule.certainty == "hard"
            and (
                any(_widens(other, rule) for other in special)
                or (open_ and isinstance(rule, Range))
                or _more_on_request(rule, sentences)
                or _more_for_others(rule, sentences)
                or _another_sign(rule, sentences)
            )
            else rule
        )
        for rule in rules
    )


def uncontested(body: Iterable[BodyRule], sentences: Sequence[Sentence]) -> list[BodyRule]:
    """The rules, conditional ones demoted whose characters another sentence of the cell widens."""
    return [
        (
            replace(rule, certainty="advice", reason="another sentence allows more signs")
            if isinstance(rule, When) and rule.then and _another_sign(rule.then, sentences)
            else rule
        )
        for rule in body
    ]


# "When the protocol is icmp, this parameter indicates the type."
_OTHER_MEANING = re.compile(
    r"(?:if|when)\b[^,]*,\s*(?:this (?:parameter|field)|it|the (?:parameter|value)|\w+_\w+) (?:indicates|specifies|means|represents|is the)\b"
    r"|if both \w+ and \w+ are -1\b",
    re.I,
)


def comparable(body: Sequence[BodyRule], sentences: Sequence[Sentence]) -> list[BodyRule]:
    """The rules between siblings; none compares values that mean something else under a condition."""
    if not any(_OTHER_MEANING.match(one.text) for one in sentences):
        return [*body]
    reason = "another sentence gives the value another meaning under a condition"
    return [
        (
            replace(rule, certainty="advice", reason=reason)
            if isinstance(rule, SameAs) and rule.op in ("<", "<=", ">", ">=")
            else rule
        )
        for rule in body
    ]


# "If both from_port and to_port are -1, …" names a value that any row's range has to let in.
_MINUS = re.compile(
    r"\b(?P<one>\w+)(?:(?:,| and| or) (?P<two>\w+))? (?:is|are) (?:both |all )?(?:set to )?(?P<value>-\d+)(?![\w.-])",
    re.I,
)


def special_values(sentences: Iterable[Sentence]) -> dict[str, set[int]]:
    """The negative numbers that the rows of a table name as values of its fields, by field."""
    found: dict[str, set[int]] = {}
    for one in sentences:
        for match in _MINUS.finditer(one.text):
            for name in filter(None, (match["one"], match["two"])):
                found.setdefault(name, set()).add(int(match["value"]))
    return found


def letting_in(body: Iterable[BodyRule], special: Mapping[str, set[int]]) -> list[BodyRule]:
    """The rules, conditional ranges demoted that refuse a value named elsewhere in the table."""
    return [
        (
            replace(rule, certainty="advice", reason="another row names a value beyond it")
            if isinstance(rule, When)
            and isinstance(rule.then, Range)
            and not all(keeps(rule.then, value) for value in special.get(rule.field, ()))
            else rule
        )
        for rule in body
    ]


def _widens(other: ValueRule, rule: ValueRule) -> bool:
    if isinstance(other, Choice) and isinstance(rule, (Choice, Range)):
        return not all(keeps(replace(rule, target="value"), value) for value in other.values)
    if not isinstance(other, Range) or not isinstance(rule, Range):
        return False
    below = rule.minimum is not None and (other.minimum is None or other.minimum < rule.minimum)
    above = rule.maximum is not None and (other.maximum is None or other.maximum > rule.maximum)
    full = other.minimum is not None and other.maximum is not None
    return full and (below or above)
