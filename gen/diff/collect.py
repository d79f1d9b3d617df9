"""Gathering changes: from a rule id and what it speaks of to a :class:`Change`."""

from __future__ import annotations

from dataclasses import dataclass, field

from gen.diff.catalog import RULES, Entity
from gen.diff.change import LEVELS, Change, Level, NameChange, fingerprint
from gen.diff.describe import identity, short, subject
from gen.model import Field, Operation, Source

_LONGEST = 300


def own_source(sources: tuple[Source, ...], page: str) -> Source | None:
    """The row on ``page`` where there is one, else the first: shared classes have rows on many pages."""
    for source in sources:
        if source.file == page:
            return source
    return sources[0] if sources else None


def capped(level: Level, least: Level | None) -> Level:
    """``level``, but no weightier than ``least``."""
    if least is None:
        return level
    return max(level, least, key=LEVELS.index)


def clip(text: str) -> str:
    """A value short enough for a sentence; backticks stay in pairs."""
    if len(text) <= _LONGEST:
        return text
    cut = text[:_LONGEST]
    return cut + ("`" if cut.count("`") % 2 else "") + "…"


@dataclass(slots=True)
class Collector:
    """The changes of one pair of operations (``old`` and ``new`` are the same API)."""

    old: Operation
    new: Operation
    changes: dict[str, Change] = field(default_factory=dict)
    names: dict[NameChange, None] = field(default_factory=dict)

    def operation(
        self,
        rule: str,
        subject_text: str,
        *,
        old_value: str = "",
        new_value: str = "",
        old: Source | None = None,
        new: Source | None = None,
        detail: str = "",
    ) -> None:
        """A change of the operation itself; ``detail`` tells apart several of one rule."""
        self._add(rule, subject_text, detail, old_value, new_value, old, new, None)

    def field(
        self,
        entity: Entity,
        kind: str,
        path: str,
        old: Field | None,
        new: Field | None,
        *,
        old_value: str = "",
        new_value: str = "",
        least: Level | None = None,
    ) -> None:
        """A change of a parameter or property; ``least`` caps its level."""
        text = subject(self.new if new is not None else self.old, entity, path)
        self._add(
            f"{entity}-{kind}",
            text,
            path,
            old_value,
            new_value,
            own_source(old.sources, self.old.page) if old is not None else None,
            own_source(new.sources, self.new.page) if new is not None else None,
            least,
        )

    def rename(self, change: NameChange) -> None:
        """A Python name that came, went or changed; no change where both are equal or not yet set."""
        if change.old != change.new:
            self.names[change] = None

    def _add(
        self,
        rule_id: str,
        subject_text: str,
        path: str,
        old_value: str,
        new_value: str,
        old: Source | None,
        new: Source | None,
        least: Level | None,
    ) -> None:
        rule = RULES[rule_id]
        sentence = rule.sentence.replace("{old}", "\0o").replace("{new}", "\0n")
        sentence = sentence.replace("\0o", clip(old_value)).replace("\0n", clip(new_value))
        if least == "risky":
            # What is only advice is not checked; the service may still refuse it.
            sentence = sentence.replace("will be refused", "may be refused")
        # The field's path holds wire names only, so neither lines nor files reach the id.
        ident = fingerprint(rule.id, self.old.key, path, old_value, new_value)
        change = Change(
            rule=rule.id,
            level=capped(rule.level, least),
            direction=rule.direction,
            operation=identity(self.new),
            fingerprint=ident,
            message=f"{subject_text} {sentence}",
            field=path,
            old_value=old_value,
            new_value=new_value,
            old=old,
            new=new,
            short=short(self.new),
            says=sentence,
        )
        self.changes.setdefault(ident, change)

    def touches(self, entity: Entity, path: str) -> bool:
        """Whether a change of this very field was collected."""
        return any(
            change.field == path and change.rule.startswith(entity)
            for change in self.changes.values()
        )
