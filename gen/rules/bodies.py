"""Rules between the fields of one object, once every field's own rules are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gen.findings import Finding, Position, finding
from gen.model import AllOf, BodyRule, Condition, Not, Present, Remark, Unique, ValueRule, When
from gen.rules import condition, conditions, either_or, same_as
from gen.rules.about import About
from gen.rules.clauses import Split
from gen.rules.logic import known
from gen.rules.marked import unmarked
from gen.rules.reading import Pending, Reading
from gen.rules.said import Said, common
from gen.rules.tokens import Trouble
from gen.rules.understanding import understand


@dataclass(slots=True)
class Resolved:
    """What the pending sentences of one field came to."""

    body: list[BodyRule] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def resolve(reading: Reading, about: About) -> Resolved:
    """Body rules of a field; ``about.siblings`` have their own rules by now. Marks sentences read."""
    done = Resolved()
    for pending in reading.pending:
        if _resolve(pending, about, done):
            reading.settled(pending.slot)
    for said in reading.compared:
        rules, _ = same_as.find(said, about)
        done.body += rules
    done.body += reading.body
    return done


def _resolve(pending: Pending, about: About, done: Resolved) -> bool:
    troubles: list[Trouble] = []
    parted = pending.parted
    inner = conditions.parse(parted.condition, about, troubles)
    outer = [
        Not(parsed) if split.negated else parsed
        for split in pending.outer
        for parsed in [conditions.parse(split.condition, about, troubles)]
    ]
    done.findings += [_trouble(trouble, pending.said, about) for trouble in troubles]
    certain = (
        parted.certain and all(split.certain for split in pending.outer) and not pending.foreign
    )
    if outer:
        own: Condition = Not(inner) if parted.negated else inner
        inner = AllOf((*outer, own))
        parted = replace(parted, negated=False)
    parted = replace(parted, certain=certain)
    rules, read = condition.read(parted, inner, pending.said, about)
    if not read:
        rules, read = _either(parted, inner, pending, about)
    if not read:
        rules, read = _bound(parted, inner, pending, about)
    done.body += rules
    holds: Condition = Not(inner) if parted.negated else inner
    if (rules or read) and not known(holds):
        done.remarks.append(
            Remark(
                parameter=about.wire, text=unmarked(pending.said.full), source=about.field.source
            )
        )
    return read


def _either(
    parted: Split, inner: Condition, pending: Pending, about: About
) -> tuple[list[BodyRule], bool]:
    """ "Either a or b must be given when x is c.": where x is c and b is absent, a is mandatory."""
    either, is_one = either_or.read(replace(pending.said, text=parted.main), about)
    if not is_one or parted.only:
        return [], False
    own: Condition = Not(inner) if parted.negated else inner
    parted = replace(parted, negated=False)
    said = pending.said
    found: list[BodyRule] = []
    for rule in either:
        first, *others = rule.fields
        if rule.minimum:
            holds = AllOf((own, *(Not(Present(other)) for other in others)))
            found += condition.whens([first], holds, "required", parted, said, about)[0]
        if rule.maximum and len(others) == 1:
            holds = AllOf((own, Present(others[0])))
            found += condition.whens([first], holds, "forbidden", parted, said, about)[0]
    weak = {rule.reason for rule in either} - {""}
    if weak:
        return [replace(one, certainty="advice", reason=min(weak)) for one in found], True
    return found, True


def _bound(
    parted: Split, inner: Condition, pending: Pending, about: About
) -> tuple[list[BodyRule], bool]:
    """ "When x is a, the value ranges from 1 to 5": value rules under a condition."""
    said = replace(pending.said, text=parted.main)
    if not parted.main:
        return [], False
    hits, left, subject = understand(said, about)
    if not hits or not subject:
        return [], False
    holds: Condition = Not(inner) if parted.negated else inner
    if parted.only:
        # "x can be a only when …": nothing is said of the other cases that could be checked here.
        return [], True
    from_text: list[ValueRule] = [
        rule
        for hit in hits
        for rule in hit.rules
        if type(rule).__name__ not in ("Default", "Deprecated", "Nullable", "Unique")
    ]
    reason = "" if parted.certain and not left else "the sentence says more than is understood"
    weaker = [
        replace(rule, certainty="advice", reason=reason) if reason else rule for rule in from_text
    ]
    found = condition.bound(weaker, holds, said, about)
    return [
        (
            replace(rule, certainty="advice", reason=reason)
            if reason and isinstance(rule, When)
            else rule
        )
        for rule in found
    ], True


def _trouble(trouble: Trouble, said: Said, about: About) -> Finding:
    position = Position(about.field.source.file, about.field.source.line)
    return finding(
        "TW402",
        f"{about.wire}: {trouble.message}: {said.quote!r}",
        position,
        "name a value that the parameter has",
    )


def lift(readings: Mapping[str, Reading], abouts: Mapping[str, About]) -> dict[str, Unique]:
    """The fields of a table whose values "must be unique": wire name → the rule for arrays of the table."""
    found: dict[str, Unique] = {}
    for wire, reading in readings.items():
        if "unique-key" not in reading.notes:
            continue
        about = abouts[wire]
        sentence = next(
            (
                text
                for text, _, _ in reading.sentences
                if "unique" in text.lower() or "repeat" in text.lower()
            ),
            wire,
        )
        found[wire] = Unique(key=wire, **common(Said(sentence), about, target="value"))
    return found
