"""Findings as they are met, each once, and which rows became part of the model."""

from __future__ import annotations

from gen.findings import Finding, Position, finding
from gen.model import Source


class Log:
    """Collects findings; a row read for request and response says the same thing once."""

    def __init__(self) -> None:
        self._findings: dict[Finding, None] = {}
        self.modelled: set[tuple[str, int]] = set()
        self.refused: set[tuple[str, int]] = set()

    def say(self, code: str, message: str, source: Source | Position, hint: str = "") -> None:
        """A finding about a row, table or page."""
        position = Position(source.file, source.line)
        self._findings[finding(code, message, position, hint)] = None

    def model(self, *sources: Source) -> None:
        """These rows are part of the model."""
        self.modelled.update((source.file, source.line) for source in sources)

    def refuse(self, code: str, message: str, source: Source, hint: str = "") -> None:
        """This row is not part of the model, and why."""
        self.refused.add((source.file, source.line))
        self.say(code, message, source, hint)

    def findings(self) -> list[Finding]:
        """All findings, by place."""
        return sorted(self._findings, key=lambda f: (f.position, f.code, f.message))
