"""What our tables look like in docutils' tree, and what a parse collects beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docutils import nodes

from gen.document import Damage

_WARNING = 2


class TableNode(nodes.table):  # type: ignore[misc]
    """A table: ``header`` and ``body`` hold rows as :class:`RowNode`."""

    header: list[RowNode]
    body: list[RowNode]
    kind: str
    line: int


@dataclass(slots=True)
class CellNode:
    """A cell: its content parsed (a plain string where it holds one word), its text and line."""

    content: str | list[Any]
    raw: str
    line: int


@dataclass(slots=True)
class RowNode:
    """A table row with its 1-based line."""

    cells: list[CellNode]
    line: int


@dataclass(slots=True)
class Session:
    """What the parse of one page collects beside the tree."""

    damage: list[Damage] = field(default_factory=list)
    caption: str = ""

    def observe(self, message: Any) -> None:
        """Keep a docutils warning or error as damage."""
        if message["level"] >= _WARNING:
            text = message.children[0].astext() if message.children else message.astext()
            self.damage.append(Damage("TW105", " ".join(text.split()), message.get("line") or 1))
