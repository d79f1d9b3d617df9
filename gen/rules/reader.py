"""Reads the sentences of one field, each once, and hands them to the families.

Unconditional sentences become value rules here; those under a *when* wait as
:class:`Pending` until the rules of the siblings are known (:mod:`gen.rules.bodies`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from gen.model import BodyRule, Sentence, ValueRule
from gen.rules import (
    charset,
    choice,
    condition,
    conditions,
    count,
    default,
    deprecated,
    either_or,
    form,
    interface,
    length,
    pattern,
    same_as,
    together,
    unique,
    variety,
)
from gen.rules import range as range_family
from gen.rules.about import About, is_nothing, stems
from gen.rules.conditions import Split
from gen.rules.cover import left_over, subject_is_field
from gen.rules.marked import unmarked, with_names
from gen.rules.said import Hit, Said, split, without_examples
from gen.rules.segments import Member, Passage, label_of, passages
from gen.rules.sentences import status

FAMILIES = (pattern, default, interface, form, length, count, range_family, charset, variety, choice, unique, deprecated)  # fmt: skip
"""In the order in which they are asked; what an earlier one understood a later one leaves alone."""

_NEUTRAL = re.compile(
    r"(?:\b(?:following|below)\b.*\b(?:requirements?|rules?|conditions?|constraints?|restrictions?|regulations?)\b|\b(?:requirements?|rules?|constraints?|restrictions|notes?)(?: are)?(?: as follows)?\s*:$"
    r"|^(?:note|notice|constraints?|the (?:value|name|parameter|password|string)(?: (?:must|can|should))?(?: (?:meet|comply with|be|contain|satisfy)\b.*)?):?$|as follows:$)",
    re.I,
)
_SELF_GIVEN = re.compile(r"^(?:if|when) (?:it|this (?:parameter|field)|the (?:parameter|field|value)|‹(?P<name>[^‹›]+)›) is (?:set|specified|configured|provided|not (?:left )?(?:empty|blank)|used|carried|passed)$", re.I)
_SELF_WORD = re.compile(r"\b(?:this (?:parameter|field)|the (?:parameter |field )?value|it|its value|the value of this parameter)\b", re.I)
_CONSTRAINS = re.compile(r"\b(?:mandatory|required|optional|must|can|cannot|should|need|set|specify|enter|value|range|default|only)\b", re.I)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a sentence hands to the next: a condition it inherits, and one that "otherwise" negates."""

    inherited: Split | None = None
    last: Split | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A sentence that holds only under conditions: scope and inherited ones outermost first."""

    said: Said
    parted: Split
    slot: int
    outer: tuple[Split, ...] = ()
    foreign: bool = False


@dataclass(slots=True)
class Reading:
    """What was read of one field."""

    rules: list[ValueRule] = field(default_factory=list)
    body: list[BodyRule] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)
    compared: list[Said] = field(default_factory=list)
    sentences: list[tuple[str, int, bool]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def note(self, text: str, line: int, *, read: bool) -> int:
        """Records what became of a sentence; gives its number."""
        self.sentences.append((text, line, read))
        return len(self.sentences) - 1

    def wait(self, said: Said, parted: Split, outer: tuple[Split, ...], foreign: bool) -> None:
        """Puts a conditional sentence off until the siblings are known."""
        slot = self.note(said.full, said.line, read=False)
        self.pending.append(Pending(said, parted, slot, outer, foreign))

    def settled(self, slot: int) -> None:
        """Marks a sentence as read."""
        text, line, _ = self.sentences[slot]
        self.sentences[slot] = (text, line, True)

    def done(self) -> tuple[Sentence, ...]:
        """The sentences with their status."""
        return tuple(
            Sentence(text=unmarked(text), status=status(text, read=read), line=line) for text, line, read in self.sentences if text
        )


def read(about: About) -> Reading:
    """Everything that the description of ``about.field`` says, conditions not yet resolved."""
    reading = Reading()
    for passage in passages(about.field.description):
        _passage(passage, about, reading)
    return reading


def _passage(passage: Passage, about: About, reading: Reading) -> None:
    if passage.label in ("example", "unit"):
        reading.note(passage.text, passage.line, read=False)
        return
    texts = split(passage.text) or (("",) if passage.members else ())
    outer, foreign = _scope(passage.scope)
    foreign = foreign or _about_a_part(passage, about)
    carried = Carried()
    consumed = False
    for at, text in enumerate(texts):
        last = at == len(texts) - 1
        said = Said(
            text=with_names(default.without_self_absent(without_examples(text)), about.siblings), label=passage.label, line=passage.line,
            members=passage.members if last else (), full=text,
        )  # fmt: skip
        carried, used = _sentence(said, outer, foreign, carried, about, reading)
        consumed = consumed or used
    for member in passage.members:
        _member(member, about, reading, consumed=consumed)


_PART = re.compile(r"^(?:(?P<part>[A-Z][\w -]{1,30}?)|[‹⟨](?P<marked>[^‹›⟨⟩]{1,50})[›⟩])\s?:\s*\S")


def _about_a_part(passage: Passage, about: About) -> bool:
    """ "Service name: … Only lowercase letters are allowed." speaks of a part of the value."""
    match = _PART.match(passage.text)
    if not match or passage.own:
        return False
    part = match["part"] or match["marked"]
    return label_of(part) is None and part != about.wire and not (match["part"] and stems(part) <= about.topic)


def _member(member: Member, about: About, reading: Reading, *, consumed: bool) -> None:
    if not consumed:
        if member.rest:
            for passage in member.rest:
                _passage(passage, about, reading)
        else:
            _passage(Passage(member.text, member.line), about, reading)
        return
    reading.note(member.text, member.line, read=True)
    said = Said(member.text, line=member.line, full=member.text)
    for hit in default.read(said, about) if re.search(r"\bdefault\b", member.text, re.I) else ():
        reading.rules += [rule for rule in hit.rules if not _conditional_default(member.text)]
    for passage in member.rest[1:]:
        reading.note(passage.text, passage.line, read=False)


def _conditional_default(text: str) -> bool:
    return bool(re.search(r"\b(?:when|if|for)\b[^()]*\bdefault\b|\bdefault\b[^()]*\b(?:when|if|for)\b|default (?:type|policy|project|enterprise)", text, re.I))


def _scope(scope: Iterable[str]) -> tuple[tuple[Split, ...], bool]:
    outer: list[Split] = []
    foreign = False
    for text in scope:
        last = split(text)[-1]
        bare = last.rstrip(": ")
        match = re.match(r"(?:if|when)\s+(?P<rest>[^,]+)$", bare, re.I)
        parted = conditions.split(last)
        if match:
            outer.append(Split(match["rest"], "", certain=True))
        elif parted and parted.main and re.search(r"\b(?:requirements?|rules|follows|following)\b", parted.main, re.I):
            outer.append(parted)
        elif not _NEUTRAL.search(last):
            foreign = True
    return tuple(outer), foreign


def _sentence(
    said: Said, outer: tuple[Split, ...], foreign: bool, carried: Carried, about: About, reading: Reading
) -> tuple[Carried, bool]:
    """Reads one sentence. Returns what the next one inherits, and whether the list was used."""
    if said.text and is_nothing(said.text) and not said.members:
        direct = default.read(said, about) if said.label == "default" else []
        reading.rules += [rule for hit in direct for rule in hit.rules]
        reading.note(said.full, said.line, read=True)
        return carried, False
    either, is_either = either_or.read(said, about)
    if is_either and not outer and not foreign and carried.inherited is None:
        reading.body += either
        reading.note(said.full, said.line, read=True)
        return carried, False
    joined, is_joined = together.read(said, about)
    if is_joined and not outer and not foreign and carried.inherited is None:
        reading.body += joined
        reading.note(said.full, said.line, read=True)
        return carried, False
    opposite = condition.otherwise(said.text)
    if opposite is not None:
        last = carried.last or Split("otherwise", "", certain=False)
        reading.wait(said, Split(last.condition, opposite, negated=not last.negated, certain=last.certain), outer, foreign)
        return Carried(None, carried.last), False
    parted = _parted(said)
    if parted and _self_given(parted, about):
        said = replace(said, text=parted.main)
    elif parted and not parted.negated and not parted.only and _about_self(parted, about):
        # "If the value is 0, there is no limit." tells of a value, not of a rule.
        if condition.speaks_of_presence(parted.main) and "‹" in parted.main:
            reading.wait(said, parted, outer, foreign)
        else:
            reading.note(said.full, said.line, read=True)
        return carried, False
    elif parted:
        reading.wait(said, parted, outer, foreign)
        inherits = _CONSTRAINS.search(parted.main) and re.match(r"\s*(?:if|when|unless|in|for|only)\b", said.text, re.I)
        return Carried(parted if inherits else carried.inherited, parted), False
    above = carried.inherited or (outer[-1] if outer else None)
    if above and not said.members:
        inherited = Split(above.condition, said.text, negated=above.negated, certain=above.certain)
        reading.wait(said, inherited, outer if carried.inherited else outer[:-1], foreign)
        return carried, False
    return carried, _plain(said, foreign or above is not None, about, reading)


def _parted(said: Said) -> Split | None:
    if said.label in ("enum", "default") and not re.search(r"\bwhen\b|\bif\b", said.text):
        return None
    return conditions.split(said.text)


def _self_given(parted: Split, about: About) -> bool:
    match = _SELF_GIVEN.match("if " + parted.condition)
    return bool(match and not parted.only and not parted.negated and match["name"] in (None, about.wire) and not re.match(r"^(?:the )?(?:parameter )?‹", parted.main))


def _about_self(parted: Split, about: About) -> bool:
    text = parted.condition
    named = re.search(r"‹([^‹›]+)›\s+(?:is|parameter)", text)
    return bool(_SELF_WORD.match(text.strip()) and not (named and named[1] != about.wire) or named and named[1] == about.wire)


def understand(said: Said, about: About) -> tuple[list[Hit], str, bool]:
    """(hits, what is left over, whether the subject is the field) of an unconditional sentence."""
    hits: list[Hit] = []
    for family in FAMILIES:
        for hit in family.read(said, about):
            if hit.start == hit.end or not any(_overlap(hit, other) for other in hits):
                hits.append(hit)
    if not hits:
        return [], said.text, True
    if any(hit.members and hit.end - hit.start == len(said.text) for hit in hits):
        return hits, "", True
    spans = [hit for hit in hits if hit.start < hit.end or hit.members]
    if not spans:
        return hits, "", True
    start = min(hit.start for hit in spans)
    subject = any(hit.subject for hit in hits) or subject_is_field(said.text[:start], about)
    left = "" if any(hit.loose for hit in hits) and len(hits) == 1 else left_over(said.text, spans, about)
    return hits, left, subject


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _plain(said: Said, foreign: bool, about: About, reading: Reading) -> bool:
    rules, same = same_as.find(said, about)
    if rules:
        reading.compared.append(said)
    hits, left, subject = understand(said, about)
    if same and hits:
        left = left_over(said.text, [*hits, same], about)
    if not hits:
        reading.note(said.full, said.line, read=bool(rules))
        if not rules and status(said.full, read=False) == "unread":
            reading.unread.append(said.full)
        return False
    members = any(hit.members for hit in hits)
    accepted = subject and not foreign
    for hit in hits:
        if accepted:
            reading.rules += [_weaker(rule, left) for rule in hit.rules]
            reading.notes += hit.notes
    reading.note(said.full, said.line, read=accepted)
    if not accepted:
        reading.unread.append(said.full)
    return members and accepted


def _weaker(rule: ValueRule, left: str) -> ValueRule:
    if not left or rule.certainty == "advice" or type(rule).__name__ in ("Deprecated", "Default"):
        return rule
    return replace(rule, certainty="advice", reason=f"the sentence says more: {unmarked(left)[:80]}")
