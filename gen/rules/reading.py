"""What is kept while the sentences of one field are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from gen.model import BodyRule, Sentence, ValueRule
from gen.rules.clauses import Split
from gen.rules.marked import unmarked
from gen.rules.said import Said
from gen.rules.sentences import status


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
        slot = self.note(said.shown, said.line, read=False)
        self.pending.append(Pending(said, parted, slot, outer, foreign))

    def settled(self, slot: int) -> None:
        """Marks a sentence as read."""
        text, line, _ = self.sentences[slot]
        self.sentences[slot] = (text, line, True)

    def done(self) -> tuple[Sentence, ...]:
        """The sentences with their status."""
        return tuple(
            Sentence(text=unmarked(text), status=status(text, read=read), line=line)
            for text, line, read in self.sentences
            if text
        )
