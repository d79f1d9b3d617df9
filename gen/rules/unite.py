"""Several sentences, one rule of a kind: values and characters united, bounds widened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gen.findings import Finding, Position, finding
from gen.model import CharSet, Charset, Count, Form, Length, Range, ValueRule
from gen.rules import classes
from gen.rules.about import About
from gen.rules.charset import OPEN
from gen.rules.range import DIGITS
from gen.rules.reading import Reading


def first(rules: Sequence[ValueRule]) -> list[ValueRule]:
    hard = [rule for rule in rules if rule.certainty == "hard"]
    forms = {rule.forms for rule in hard if isinstance(rule, Form)}
    if len(forms) > 1:
        every = tuple(dict.fromkeys(name for names in sorted(forms) for name in names))
        first = hard[0]
        assert isinstance(first, Form)
        return [replace(first, forms=every)]
    return [*(hard or rules)[:1]]


def bounds(
    rules: Sequence[Range | Length | Count], about: About, findings: list[Finding]
) -> list[ValueRule]:
    hard = [rule for rule in rules if rule.certainty == "hard"]
    if any(rule.reason == DIGITS for rule in rules):
        # Where one tail counts digits, so does the other.
        hard = []
    if not hard:
        advice: list[ValueRule] = [
            replace(rule, certainty="advice", reason=rule.reason or DIGITS)
            for rule in dict.fromkeys(rules)
        ]
        return advice[:2]
    whole = {
        (rule.minimum, rule.maximum) for rule in hard if None not in (rule.minimum, rule.maximum)
    }
    if isinstance(hard[0], Range) and len(whole) > 1:
        findings.append(_disagree(about, hard))
        return [
            replace(rule, certainty="advice", reason="the docs give two ranges") for rule in hard
        ]
    lows = [rule.minimum for rule in hard if rule.minimum is not None]
    # "cannot be negative" beside "from 1 to 100" says nothing more.
    exact = [
        rule.minimum
        for rule in hard
        if rule.minimum is not None and not re.search(r"negative|positive", rule.sentence, re.I)
    ]
    lows = exact or lows
    if isinstance(hard[0], Length) and 1 in lows and 0 not in lows:
        # "cannot be empty" beside "8 to 32 characters" says nothing more.
        stricter = [low for rule, low in _lows(hard) if rule.maximum is not None and low > 1]
        lows = stricter or lows
    highs = [rule.maximum for rule in hard if rule.maximum is not None]
    if len(set(highs)) > 1 or len({low for low in lows if low > 1}) > 1:
        findings.append(_disagree(about, hard))
    # A lower bound of 1 beside one of 0 comes from "cannot be empty": the stricter sentence is the clearer.
    low = min(lows) if lows else None
    high = max(highs) if highs else None
    if low is not None and high is not None and low > high:
        return [
            replace(rule, certainty="advice", reason="the docs' bounds contradict each other")
            for rule in hard
        ]
    sentence = " ".join(dict.fromkeys(rule.sentence for rule in hard))
    base = hard[0]
    if isinstance(base, Range):
        exclusive_low = any(
            isinstance(rule, Range) and rule.exclusive_minimum and rule.minimum == low
            for rule in hard
        )
        exclusive_high = any(
            isinstance(rule, Range) and rule.exclusive_maximum and rule.maximum == high
            for rule in hard
        )
        if low is not None and low == high and (exclusive_low or exclusive_high or low > 1):
            return [
                replace(
                    base,
                    minimum=low,
                    maximum=high,
                    sentence=sentence,
                    certainty="advice",
                    reason="a range of one number counts digits, more likely",
                )
            ]
        return [
            replace(
                base,
                minimum=low,
                maximum=high,
                exclusive_minimum=exclusive_low,
                exclusive_maximum=exclusive_high,
                sentence=sentence,
            )
        ]
    return [
        replace(base, minimum=None if low is None else int(low), maximum=None if high is None else int(high), sentence=sentence)
    ]  # fmt: skip


def _lows(rules: Sequence[Range | Length | Count]) -> list[tuple[Range | Length | Count, float]]:
    return [(rule, rule.minimum) for rule in rules if rule.minimum is not None]


def _disagree(about: About, rules: Sequence[ValueRule]) -> Finding:
    said = " / ".join(f"{rule.sentence!r}" for rule in rules[:2])
    return finding(
        "TW403",
        f"{about.wire}: two sentences draw different bounds: {said}",
        position(about),
        "state one pair of bounds, or say which holds when",
    )


_ADVISED = re.compile(r"\b(?:recommended|advised|suggested)\b", re.I)
# "Chinese characters must be in UTF-8 format.": so they may be there, whatever else is listed.
_OTHER_LETTERS = re.compile(
    r"^(?!.*\b(?:not|cannot|except)\b).*\bChinese characters?\b", re.I | re.S
)


def charsets(rules: list[Charset], reading: Reading) -> list[Charset]:
    found: list[Charset] = []
    for where in ("all", "none", "first", "not-first", "last", "not-last"):
        group = [rule for rule in rules if rule.where == where]
        if where == "all":
            group = _completed(group)
        hard = [rule for rule in group if rule.certainty == "hard"]
        if where == "all" and hard:
            # "Can contain letters and digits." — "Can contain the following special characters: …"
            sets = [rule.allowed for rule in group]
            open_end = any(
                re.search(
                    r"\bcharacters?\b.*\b(?:can|allowed|supported|including|contain)|\b(?:letters|digits|special characters)\b",
                    text,
                )
                for text in reading.unread
                if not _ADVISED.search(text)
            )
            if any(_OTHER_LETTERS.search(text) for text, _, _ in reading.sentences):
                sets.append(CharSet(("any-letter",), ""))
            one = replace(hard[0], allowed=_union(sets))
            if open_end:
                one = replace(
                    one,
                    certainty="advice",
                    reason="the docs say more of its characters than is understood",
                )
            found.append(one)
        elif where in ("first", "last") and len(hard) > 1:
            found.append(replace(hard[0], allowed=_union([rule.allowed for rule in hard])))
        else:
            found += (hard or group)[: 1 if where != "none" else 4]
    return found


def _completed(group: list[Charset]) -> list[Charset]:
    """Kinds in one sentence and signs in the next, each open by itself, are all there is."""
    kinds = [rule for rule in group if rule.allowed.classes]
    signs = [rule for rule in group if not rule.allowed.classes]
    if not kinds or not signs or any(rule.reason != OPEN for rule in group):
        return group
    return [replace(rule, certainty="hard", reason="") for rule in group]


def _union(sets: list[CharSet]) -> CharSet:
    return classes.united(
        {name for one in sets for name in one.classes}, [one.extra for one in sets]
    )


def position(about: About) -> Position:
    """Where the field's row begins."""
    return Position(about.field.source.file, about.field.source.line)
