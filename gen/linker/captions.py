"""One caption over tables that differ: two things under one name."""

from __future__ import annotations

from collections.abc import Sequence

from gen.linker.log import Log
from gen.linker.tables import Node


def repeated_captions(nodes: Sequence[Node], log: Log) -> None:
    """Report nested tables of one page and direction that share a caption and differ in rows."""
    seen: dict[tuple[str, str], Node] = {}
    for node in nodes:
        caption = node.table.caption
        if not caption or node.table.role != "schema":
            continue
        first = seen.setdefault((caption, node.table.direction), node)
        if first is not node and _shape(first) != _shape(node):
            log.say(
                "TW218",
                f"{caption} is also the caption of another table, in line {first.table.line}",
                node.source,
                "give each table a caption of its own",
            )


def _shape(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple(
        (row.source.parameter, row.type.text if row.type else "") for row in node.table.rows
    )
