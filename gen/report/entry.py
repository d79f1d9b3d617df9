"""What a report has to say about one place, free of where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One message about one place.

    ``rule`` is the stable id, ``file`` relative with ``/`` ('' where there is no place),
    ``line`` 1-based, ``fingerprint`` an id that survives moved lines ('' where none).
    """

    rule: str
    level: Level
    message: str
    file: str
    line: int
    fingerprint: str = ""
    hint: str = ""

    @property
    def text(self) -> str:
        """The message, followed by the hint where there is one."""
        return f"{self.message} ({self.hint})" if self.hint else self.message


def prefixed(file: str, prefix: str) -> str:
    """``file`` as seen from the repository's root, when the docs lie in ``prefix`` there."""
    base = prefix.strip("/")
    if not file or base in ("", "."):
        return file
    return f"{base}/{file}"
