"""How the rules of one field changed: bounds, values, formats, defaults."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from gen.diff.sets import narrower
from gen.exhaustive import assert_never
from gen.model import (
    Charset,
    Choice,
    Count,
    Default,
    Deprecated,
    Form,
    Interface,
    Json,
    Length,
    Nullable,
    Pattern,
    Range,
    Secret,
    Source,
    Unique,
    ValueRule,
    Variety,
)
from gen.phrases import describe, value
from gen.report.escape import one_line

_NOWHERE = Source("", 0)
# Kinds of rules that no value can break: whether they are advice makes no difference.
_UNCHECKED = (Default, Secret, Deprecated, Nullable)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One change: the kind's name, the old and new values in words, and whether the rule is only advice."""

    kind: str
    old: str = ""
    new: str = ""
    advice: bool = False


def compare_rules(old: Sequence[ValueRule], new: Sequence[ValueRule]) -> Iterator[RuleChange]:
    """The changes between the rules of the same field in two states, in a fixed order."""
    for key in sorted({_slot(rule) for rule in (*old, *new)}):
        before = [rule for rule in old if _slot(rule) == key]
        after = [rule for rule in new if _slot(rule) == key]
        yield from _compare_slot(before, after)


def _slot(rule: ValueRule) -> tuple[str, str, str]:
    """Rules of one slot are versions of each other."""
    where = rule.where if isinstance(rule, Charset) else ""
    return type(rule).__name__, rule.target, where


def _content(rule: ValueRule) -> ValueRule:
    """The rule without where and how it was read."""
    return replace(rule, sentence="", source=_NOWHERE, reason="", certainty="hard")


def _compare_slot(old: list[ValueRule], new: list[ValueRule]) -> Iterator[RuleChange]:
    left = list(old)
    right = []
    for rule in new:
        twin = next((item for item in left if _same(item, rule)), None)
        if twin is None:
            right.append(rule)
            continue
        left.remove(twin)
        if twin.certainty != rule.certainty and not isinstance(rule, _UNCHECKED):
            kind = "rule-hardened" if rule.certainty == "hard" else "rule-softened"
            yield RuleChange(kind, _words(twin), _words(rule))
    for index in range(max(len(left), len(right))):
        yield from _compare_pair(
            left[index] if index < len(left) else None,
            right[index] if index < len(right) else None,
        )


def _same(old: ValueRule, new: ValueRule) -> bool:
    if isinstance(old, Choice) and isinstance(new, Choice):
        return {_key(item) for item in old.values} == {_key(item) for item in new.values}
    if isinstance(old, Default) and isinstance(new, Default):
        return _key(old.value) == _key(new.value)
    if isinstance(old, Deprecated | Secret | Nullable):
        return True
    return _content(old) == _content(new)


def _compare_pair(old: ValueRule | None, new: ValueRule | None) -> Iterator[RuleChange]:
    rule = new if new is not None else old
    assert rule is not None
    # What is not checked is never more than a risk; either side may be the advice.
    advice = (new if new is not None else rule).certainty == "advice"
    for change in _changes(rule, old, new):
        yield replace(change, advice=advice)


def _changes(rule: ValueRule, old: ValueRule | None, new: ValueRule | None) -> Iterator[RuleChange]:
    match rule:
        case Choice():
            yield from _choice(old, new)
        case Range():
            yield from _bounds(old, new, "min", "max", _number_low, _number_high)
        case Length():
            yield from _bounds(old, new, "min-length", "max-length", _least, _most)
        case Count():
            yield from _bounds(old, new, "min-items", "max-items", _least, _most)
        case Charset():
            yield from _general("characters", old, new)
        case Variety():
            yield from _general("variety", old, new)
        case Form():
            yield from _general("format", old, new)
        case Pattern():
            yield from _general("pattern", old, new)
        case Interface():
            yield from _general("network", old, new)
        case Unique():
            yield from _general("unique", old, new)
        case Default():
            yield from _default(old, new)
        case Secret():
            yield RuleChange("secret-added" if old is None else "secret-removed")
        case Deprecated():
            yield RuleChange("deprecated" if old is None else "undeprecated")
        case Nullable():
            yield RuleChange("nullable" if old is None else "not-nullable")
        case _:
            assert_never(rule)


def _choice(old: ValueRule | None, new: ValueRule | None) -> Iterator[RuleChange]:
    before = old.values if isinstance(old, Choice) else None
    after = new.values if isinstance(new, Choice) else None
    if before is None:
        yield RuleChange("enum-added", new=_list(after or ()))
    elif after is None:
        yield RuleChange("enum-removed", old=_list(before))
    else:
        kept = {_key(item) for item in before}
        stay = {_key(item) for item in after}
        for item in before:
            if _key(item) not in stay:
                yield RuleChange("enum-value-removed", old=value(item))
        for item in after:
            if _key(item) not in kept:
                yield RuleChange("enum-value-added", new=value(item))


def _list(values: Sequence[Json]) -> str:
    shown = [value(item) for item in values[:8]]
    more = [f"{len(values) - 8} more"] if len(values) > 8 else []
    return ", ".join([*shown, *more])


Bound = tuple[float, bool, str]  # the number, whether it is excluded, and in words
Side = Callable[[ValueRule], "Bound | None"]


def _bounds(
    old: ValueRule | None, new: ValueRule | None, low: str, high: str, least: Side, most: Side
) -> Iterator[RuleChange]:
    for word, side, upper in ((low, least, False), (high, most, True)):
        before = side(old) if old is not None else None
        after = side(new) if new is not None else None
        if before == after:
            continue
        if before is None:
            yield RuleChange(f"{word}-added", new=after[2] if after else "")
        elif after is None:
            yield RuleChange(f"{word}-removed", old=before[2])
        else:
            # An excluded bound lies just inside the included one of the same number.
            inward = -1 if upper else 1
            grew = (after[0], inward * after[1]) > (before[0], inward * before[1])
            kind = "increased" if grew else "decreased"
            yield RuleChange(f"{word}-{kind}", before[2], after[2])


def _number_low(rule: ValueRule) -> Bound | None:
    if not isinstance(rule, Range) or rule.minimum is None:
        return None
    words = f"{rule.minimum} (excluded)" if rule.exclusive_minimum else str(rule.minimum)
    return rule.minimum, rule.exclusive_minimum, words


def _number_high(rule: ValueRule) -> Bound | None:
    if not isinstance(rule, Range) or rule.maximum is None:
        return None
    words = f"{rule.maximum} (excluded)" if rule.exclusive_maximum else str(rule.maximum)
    return rule.maximum, rule.exclusive_maximum, words


def _least(rule: ValueRule) -> Bound | None:
    low = rule.minimum if isinstance(rule, Length | Count) else None
    return None if low is None else (low, False, _counted(low, rule))


def _most(rule: ValueRule) -> Bound | None:
    high = rule.maximum if isinstance(rule, Length | Count) else None
    return None if high is None else (high, False, _counted(high, rule))


def _counted(number: int, rule: ValueRule) -> str:
    noun = "item" if isinstance(rule, Count) else "character"
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _general(word: str, old: ValueRule | None, new: ValueRule | None) -> Iterator[RuleChange]:
    before = _words(old) if old is not None else ""
    after = _words(new) if new is not None else ""
    if old is None:
        yield RuleChange(f"{word}-added", new=after)
    elif new is None:
        yield RuleChange(f"{word}-removed", old=before)
    elif narrower(new, old):
        yield RuleChange(f"{word}-narrowed", before, after)
    elif narrower(old, new):
        yield RuleChange(f"{word}-widened", before, after)
    else:
        yield RuleChange(f"{word}-changed", before, after)


def _default(old: ValueRule | None, new: ValueRule | None) -> Iterator[RuleChange]:
    before = value(old.value) if isinstance(old, Default) else ""
    after = value(new.value) if isinstance(new, Default) else ""
    if old is None:
        yield RuleChange("default-added", new=after)
    elif new is None:
        yield RuleChange("default-removed", old=before)
    else:
        yield RuleChange("default-changed", before, after)


def _words(rule: ValueRule) -> str:
    text = one_line(describe(rule)).rstrip(".")
    return text[:1].lower() + text[1:]


def _key(item: Json) -> str:
    """Equal values give equal keys, and 1, 1.0, "1" and true are told apart."""
    return json.dumps(item, sort_keys=True, ensure_ascii=False)
