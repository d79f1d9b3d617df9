"""Reads the sentences of one field, each once, and hands them to the families.

Unconditional sentences become value rules here; those under a *when* wait as
:class:`~gen.rules.reading.Pending` until the rules of the siblings are known
(:mod:`gen.rules.bodies`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from gen.model import ValueRule
from gen.rules import (
    absence,
    clauses,
    condition,
    contrast,
    default,
    either_or,
    own,
    same_as,
    together,
)
from gen.rules.about import About, is_nothing
from gen.rules.clauses import Split
from gen.rules.inline import labelled, unfolded
from gen.rules.marked import unmarked, with_names
from gen.rules.reading import Carried, Reading
from gen.rules.remainder import left_over
from gen.rules.said import Said, split, without_examples
from gen.rules.scope import about_a_part, completed, leads, scope_of, still_about_parts
from gen.rules.segments import Member, Passage, passages
from gen.rules.selected import demanded_by, scenarios
from gen.rules.sentences import status
from gen.rules.understanding import understand


def read(about: About) -> Reading:
    """Everything that the description of ``about.field`` says, conditions not yet resolved."""
    reading = Reading()
    for written in passages(about.field.description):
        for passage in unfolded(written):
            _passage(passage, about, reading)
    return reading


def _passage(passage: Passage, about: About, reading: Reading, *, member: bool = False) -> None:
    if passage.label in ("example", "unit"):
        reading.note(passage.text, passage.line, read=False)
        return
    whole = completed(passage.text, passage.scope)
    texts = tuple(one for text in split(whole) for one in split(_unwrapped(text)))
    texts = texts or (("",) if passage.members else ())
    outer, foreign = scope_of(passage.scope, about)
    foreign = foreign or about_a_part(passage, about)
    carried = Carried()
    consumed = False
    for at, text in enumerate(texts):
        last = at == len(texts) - 1
        words, label = passage.heading, passage.label
        if part := labelled(text):
            # What has a heading of its own stands under no condition of the sentence before.
            (words, label, text), carried = part, Carried(None, carried.last)
        said = Said(
            text=with_names(absence.without_self_absent(without_examples(text), about), about.siblings), label=label, line=passage.line,
            members=passage.members if last else (), full=text,
            heading=words, member=member,
        )  # fmt: skip
        aside = foreign or (at > 0 and still_about_parts(texts[at - 1], text, about))
        carried, used = _sentence(said, outer, aside, carried, about, reading)
        consumed = consumed or used
    for item in passage.members:
        _member(item, about, reading, consumed=consumed, alone=len(passage.members) > 1)


def _unwrapped(text: str) -> str:
    """ "(The value ranges from 0 to 255 when …)" without the brackets around the whole sentence."""
    inner = re.fullmatch(r"\((?P<inner>[A-Z][^()]*\s[^()]*)\)\.?", text)
    return inner["inner"] if inner else text


def _member(member: Member, about: About, reading: Reading, *, consumed: bool, alone: bool) -> None:
    if not consumed:
        if member.rest:
            for passage in chain(*map(unfolded, member.rest)):
                _passage(passage, about, reading, member=alone)
        else:
            _passage(Passage(member.text, member.line), about, reading, member=alone)
        return
    reading.note(member.text, member.line, read=True)
    said = Said(member.text, line=member.line, full=member.text)
    for hit in default.read(said, about) if re.search(r"\bdefault\b", member.text, re.I) else ():
        reading.rules += [rule for rule in hit.rules if not default.is_conditional(member.text)]
    reading.rules += default.of_member(said, about)
    for demand in demanded_by(member.text, about):
        reading.wait(replace(said, full=demand.main), demand, (), False)
    for passage in member.rest[1:]:
        if _ABSENT_DEFAULT.match(passage.text):
            _passage(passage, about, reading)
        else:
            reading.note(passage.text, passage.line, read=False)


# "Format: … - Part: …": a dash within a paragraph begins a part of the value.
_DASHED = re.compile(r"^- |\s- ‹?[A-Z][\w ]{1,30}›?:")
# Below the last member: "If this parameter is not set, the default value **a** is used."
_ABSENT_DEFAULT = re.compile(
    r"(?:if|when) (?:this (?:parameter|field)|it|no value) is (?:not |left )?\w+, [^.]*\bdefault value\b|(?:the )?default value(?: is\b|:)",
    re.I,
)


def _sentence(
    said: Said,
    outer: tuple[Split, ...],
    foreign: bool,
    carried: Carried,
    about: About,
    reading: Reading,
) -> tuple[Carried, bool]:
    """Reads one sentence. Returns what the next one inherits, and whether the list was used."""
    if said.text and is_nothing(said.text) and not said.members:
        direct = default.read(said, about) if said.label == "default" else []
        reading.rules += [rule for hit in direct for rule in hit.rules]
        reading.note(said.shown, said.line, read=True)
        return carried, False
    if said.members and leads(said.text):
        reading.note(said.shown, said.line, read=True)
        return carried, False
    for one, case in (cases := scenarios(said)):
        reading.wait(one, case, outer, foreign)
    if cases:
        return carried, True
    foreign = foreign or _DASHED.search(said.text) is not None
    either, is_either = either_or.read(said, about)
    anew = carried.inherited is None or f"‹{about.wire}›" in said.text
    if is_either and not outer and not foreign and anew:
        reading.body += either
        reading.note(said.shown, said.line, read=True)
        return carried, False
    joined, is_joined = together.read(said, about)
    if is_joined and not outer and not foreign and carried.inherited is None:
        reading.body += joined
        if same_as.find(said, about)[0]:
            reading.compared.append(said)
        reading.note(said.shown, said.line, read=True)
        return carried, False
    same = contrast.same_case(said.text)
    if same is not None and carried.last:
        last = carried.last
        again = Split(last.condition, same, negated=last.negated, certain=last.certain)
        reading.wait(said, again, outer, foreign)
        return carried, False
    opposite = contrast.otherwise(said.text)
    other = contrast.other_value(said.text)
    if other and carried.last and f"‹{other[1]}›" in carried.last.condition:
        opposite = other[0]
    if opposite is not None and carried.last and condition.tells_value(opposite, carried.last):
        return Carried(None, carried.last), _plain(
            replace(said, text=opposite), foreign, about, reading
        )
    if opposite is not None:
        last = carried.last or Split("otherwise", "", certain=False)
        reading.wait(
            said,
            Split(last.condition, opposite, negated=not last.negated, certain=last.certain),
            outer,
            foreign,
        )
        return Carried(None, carried.last), False
    parted = _parted(said)
    if parted and own.is_given(parted, about):
        said = replace(said, text=parted.main)
    elif parted and not parted.negated and not parted.only and own.is_own(parted, about):
        # "If the value is 0, there is no limit." tells of a value, not of a rule.
        if (condition.speaks_of_presence(parted.main) and "‹" in parted.main) or _BOUNDS.search(
            parted.main
        ):
            reading.wait(said, parted, outer, foreign)
        else:
            reading.note(said.shown, said.line, read=True)
        return carried, False
    elif parted:
        reading.wait(said, parted, outer, foreign)
        inherits = not re.match(r"\s*in (?:this|that|such)\b", said.text, re.I) and re.match(
            r"\s*(?:if|when|unless|in|for|only)\b", said.text, re.I
        )
        if inherits and own.is_narrative(parted):
            # "When all weights are 0, traffic is spread evenly." binds nothing that follows.
            return Carried(carried.inherited, parted), False
        if inherits and condition.forbids(parted):
            return Carried(None, parted), False
        return Carried(parted if inherits else carried.inherited, parted), False
    if carried.inherited and (
        own.begins_anew(said.text, about)
        or (condition.demands(carried.inherited) and own.tells_size(said.text))
    ):
        carried = Carried(None, carried.last)
    above = carried.inherited or (outer[-1] if outer else None)
    if above and not said.members:
        inherited = Split(above.condition, said.text, negated=above.negated, certain=above.certain)
        reading.wait(said, inherited, outer if carried.inherited else outer[:-1], foreign)
        return carried, False
    return carried, _plain(said, foreign or above is not None, about, reading)


# "The value ranges from 0 to 255 when it indicates the code."
_BOUNDS = re.compile(r"\bvalue ranges? (?:is )?from\b|\bvalue range is\b", re.I)


def _parted(said: Said) -> Split | None:
    if said.label in ("enum", "default") and not re.search(r"\bwhen\b|\bif\b", said.text):
        return None
    return clauses.split(said.text)


def _plain(said: Said, foreign: bool, about: About, reading: Reading) -> bool:
    rules, same = same_as.find(said, about)
    if rules:
        reading.compared.append(said)
    hits, left, subject = understand(said, about)
    if same and hits:
        left = left_over(said.text, [*hits, same], about)
    if not hits:
        reading.note(said.shown, said.line, read=bool(rules))
        if not rules and status(said.full, read=False) == "unread":
            reading.unread.append(said.full)
        return False
    members = any(hit.members for hit in hits)
    accepted = subject and not foreign
    for hit in hits:
        if accepted:
            reading.rules += [_weaker(rule, left) for rule in hit.rules]
            reading.notes += hit.notes
    reading.note(said.shown, said.line, read=accepted)
    if not accepted:
        reading.unread.append(said.full)
    return members and accepted


def _weaker(rule: ValueRule, left: str) -> ValueRule:
    if not left or rule.certainty == "advice" or type(rule).__name__ in ("Deprecated", "Default"):
        return rule
    return replace(
        rule, certainty="advice", reason=f"the sentence says more: {unmarked(left)[:80]}"
    )
