"""How the rules between the fields of one body changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gen.exhaustive import assert_never
from gen.model import (
    AllOf,
    AnyOf,
    BodyRule,
    Condition,
    EitherOr,
    Is,
    Json,
    Not,
    SameAs,
    Source,
    ValueRule,
    When,
)
from gen.phrases import condition, describe
from gen.report.escape import one_line

_NOWHERE = Source("", 0)
# Which comparisons say more than this one.
_STRICTER = {"<=": ("<", "=="), ">=": (">", "=="), "!=": ("<", ">")}


@dataclass(frozen=True, slots=True)
class BodyChange:
    """One change: the field it belongs to, the kind's name, both rules in words and as sources."""

    field: str
    kind: str
    old: str
    new: str
    old_source: Source | None
    new_source: Source | None
    advice: bool


def compare_body_rules(old: Sequence[BodyRule], new: Sequence[BodyRule]) -> Iterator[BodyChange]:
    """The changes between the rules of the same body in two states, in a fixed order."""
    for slot in sorted({_slot(rule) for rule in (*old, *new)}):
        left = [rule for rule in old if _slot(rule) == slot]
        right = []
        for rule in new:
            if _slot(rule) != slot:
                continue
            twin = next((item for item in left if _content(item) == _content(rule)), None)
            if twin is None:
                right.append(rule)
                continue
            left.remove(twin)
            if twin.certainty != rule.certainty:
                kind = "rule-hardened" if rule.certainty == "hard" else "rule-softened"
                yield _change(kind, twin, rule)
        for index in range(max(len(left), len(right))):
            before = left[index] if index < len(left) else None
            after = right[index] if index < len(right) else None
            yield _change(f"{slot[0]}-{_how(before, after)}", before, after)


def _slot(rule: BodyRule) -> tuple[str, str]:
    """The word of the rule's kinds, and the field it belongs to; rules of a slot are versions of each other."""
    match rule:
        case When():
            return f"{'value' if rule.effect == 'rule' else rule.effect}-when", rule.field
        case EitherOr():
            return "either-or", _told_by(rule)
        case SameAs():
            return "comparison", rule.field
        case _:
            assert_never(rule)


def _told_by(rule: EitherOr) -> str:
    """The field whose row says it, else the first by name."""
    told = rule.source.parameter
    return told if told in rule.fields else min(rule.fields, default="")


def _content(rule: BodyRule) -> BodyRule:
    """The rule without where and how it was read."""
    bare = replace(rule, sentence="", source=_NOWHERE, reason="", certainty="hard")
    return replace(bare, then=_bare(bare.then)) if isinstance(bare, When) else bare


def _bare(then: ValueRule | None) -> ValueRule | None:
    if then is None:
        return None
    return replace(then, sentence="", source=_NOWHERE, reason="", certainty="hard")


def _change(kind: str, old: BodyRule | None, new: BodyRule | None) -> BodyChange:
    rule = new if new is not None else old
    assert rule is not None
    return BodyChange(
        field=_slot(rule)[1],
        kind=kind,
        old=_words(old, kind) if old is not None else "",
        new=_words(new, kind) if new is not None else "",
        old_source=old.source if old is not None else None,
        new_source=new.source if new is not None else None,
        advice=rule.certainty == "advice",
    )


def _words(rule: BodyRule, kind: str) -> str:
    # "is mandatory when" and "must be absent when" are in the kind's own sentence.
    if isinstance(rule, When) and kind.startswith(("required-when", "forbidden-when")):
        return one_line(condition(rule.condition))
    text = one_line(describe(rule)).rstrip(".")
    return text[:1].lower() + text[1:]


def _how(old: BodyRule | None, new: BodyRule | None) -> str:
    if old is None:
        return "added"
    if new is None:
        return "removed"
    if _stricter(new, old):
        return "tightened"
    return "loosened" if _stricter(old, new) else "changed"


def _stricter(rule: BodyRule, other: BodyRule) -> bool:
    """Whatever breaks ``other`` certainly breaks ``rule`` too."""
    if isinstance(rule, When) and isinstance(other, When):
        same = _bare(rule.then) == _bare(other.then)
        return same and implies(other.condition, rule.condition)
    if isinstance(rule, EitherOr) and isinstance(other, EitherOr):
        return rule.fields == other.fields and _tighter(rule, other)
    if isinstance(rule, SameAs) and isinstance(other, SameAs):
        return rule.other == other.other and rule.op in _STRICTER.get(other.op, ())
    return False


def _tighter(rule: EitherOr, other: EitherOr) -> bool:
    most = len(rule.fields) if rule.maximum is None else rule.maximum
    others = len(other.fields) if other.maximum is None else other.maximum
    return rule.minimum >= other.minimum and most <= others


def implies(first: Condition, second: Condition) -> bool:
    """Whenever ``first`` holds, ``second`` does; False where that is not certain."""
    if first == second:
        return True
    match first, second:
        case _, AllOf():
            return all(implies(first, part) for part in second.of)
        case AnyOf(), _:
            return all(implies(part, second) for part in first.of)
        case _, AnyOf():
            return any(implies(first, part) for part in second.of)
        case AllOf(), _:
            return any(implies(part, second) for part in first.of)
        case Is(), Is():
            return first.field == second.field and _among(first.values, second.values)
        case Not(of=Is() as inner), Not(of=Is() as outer):
            return inner.field == outer.field and _among(outer.values, inner.values)
        case Is(), Not(of=Is() as outer):
            return first.field == outer.field and not _meet(first.values, outer.values)
        case _:
            return False


def _among(some: Sequence[Json], all_of: Sequence[Json]) -> bool:
    known = {_key(item) for item in all_of}
    return all(_key(item) in known for item in some)


def _meet(some: Sequence[Json], others: Sequence[Json]) -> bool:
    known = {_key(item) for item in others}
    return any(_key(item) in known for item in some)


def _key(item: Json) -> str:
    return json.dumps(item, sort_keys=True)
