"""Lines of Python with their indentation, for code that has no fixed shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

INDENT = "    "


class Code:
    """Lines in order; ``with code.block("if x:")`` indents what follows."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._depth = 0

    def line(self, text: str) -> None:
        """Add one line at the current depth."""
        self._lines.append(INDENT * self._depth + text)

    def add(self, other: Code) -> None:
        """Add the lines of another piece at the current depth."""
        for text in other._lines:
            self.line(text)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """A compound statement, with its colon."""
        self.line(head)
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    def fork(self, head: str, then: str, *, otherwise: Iterable[str] = ()) -> None:
        """``head`` with one line below, and ``else:`` with further lines where there are any."""
        with self.block(head):
            self.line(then)
        lines = list(otherwise)
        if lines:
            with self.block("else:"):
                for text in lines:
                    self.line(text)

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """The source, a line each."""
        return tuple(self._lines)
