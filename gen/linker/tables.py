"""All tables of a service, found by label, page and caption."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gen.linker.cells import cell_refs, fold, singular
from gen.model import Direction, Source
from gen.pages.page import Page, ParameterTable

FIELD_ROLES = frozenset(["schema", "body", "response-body", "parameters", "query"])


@dataclass(frozen=True, slots=True)
class Node:
    """A table in its page. Equal by place, so that two tables of one caption stay two."""

    file: str
    index: int
    page_label: str
    table: ParameterTable

    def __hash__(self) -> int:
        return hash((self.file, self.index))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and (self.file, self.index) == (other.file, other.index)

    @property
    def source(self) -> Source:
        """The table itself as a source."""
        return Source(self.file, self.table.line, self.table.number, caption=self.table.caption)

    @property
    def has_fields(self) -> bool:
        """Whether the table may describe an object."""
        return self.table.role in FIELD_ROLES and bool(self.table.rows)


class Tables:
    """The index over a service's pages."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = {page.file: page for page in pages}
        self.by_page: dict[str, tuple[Node, ...]] = {}
        self._labels: dict[str, list[Node]] = {}
        self._page_labels: dict[str, str] = {}
        for page in pages:
            nodes = tuple(
                Node(page.file, index, page.label or page.file, table)
                for index, table in enumerate(page.tables)
            )
            self.by_page[page.file] = nodes
            for label in page.labels:
                self._page_labels.setdefault(label, page.file)
            for node in nodes:
                for label in node.table.labels:
                    self._labels.setdefault(label, []).append(node)
        self._keys = self._make_keys()
        self.pointed_at = frozenset(
            node
            for page in pages
            for table in page.tables
            for row in table.rows
            for cell in (row.type, row.name)
            for _, label in cell_refs(cell)
            for node in self.find(label)[:1]
        )

    def find(self, label: str) -> tuple[Node, ...]:
        """The tables a label hangs on, in order."""
        return tuple(self._labels.get(label, ()))

    @property
    def labels(self) -> frozenset[str]:
        """Every label that a table or a page has."""
        return frozenset(self._labels) | frozenset(self._page_labels)

    def page_of(self, label: str) -> str | None:
        """The file of the page a label names."""
        return self._page_labels.get(label)

    def only_table(self, file: str) -> Node | None:
        """The page's sole table of fields, or the first of a page that is no operation."""
        nodes = [node for node in self.by_page[file] if node.has_fields]
        if len(nodes) == 1 or (nodes and self.pages[file].kind != "operation"):
            return nodes[0]
        return None

    def captioned(self, file: str, name: str, direction: Direction | None) -> tuple[Node, ...]:
        """The page's tables of fields whose caption speaks of ``name`` and of nothing else."""
        wanted = fold(name)
        if not wanted:
            return ()
        found = [
            node
            for node in self.by_page[file]
            if node.has_fields
            and (direction is None or node.table.direction == direction)
            and wanted in caption_names(node.table.caption)
        ]
        return tuple(found)

    def key(self, nodes: Iterable[Node], direction: Direction) -> str:
        """The stable key of the schema these tables make in one direction."""
        return "+".join(self._keys[node] for node in nodes) + f":{direction}"

    def _make_keys(self) -> dict[Node, str]:
        """Page label and the table's own label, or its caption, or its place among its like."""
        keys: dict[Node, str] = {}
        seen: dict[str, int] = {}
        for nodes in self.by_page.values():
            for node in nodes:
                page = node.page_label
                own = next((label for label in node.table.labels), "")
                own = own.removeprefix(page.lower() + "__").removeprefix(page + "__")
                own = own or slug(node.table.caption) or node.table.role
                key = f"{page}/{own}"
                count = seen[key] = seen.get(key, 0) + 1
                keys[node] = key + (f"~{count}" if count > 1 else "")
        return keys


_CAPTION_WORDS = frozenset(
    """a an the of in for to on about with field fields data structure structures structured
    parameter parameters param params attribute attributes description descriptions describes
    request response body message object objects obj element elements array arrays list lists
    details detail information table returned return value values item items key keys property
    properties describing definition definitions type types elementin contained under""".split()
)


def caption_names(caption: str) -> frozenset[str]:
    """The names a caption stands for, folded, when it stands for one thing only.

    ``Description of the profile field`` → profile; ``primaryNic/extNics`` → both;
    ``auth.identity.token`` → the whole and its last part. A sentence stands for nothing.
    """
    words = [word.strip("*\"'`():,;") for word in caption.split()]
    rest = [word for word in words if word and word.lower() not in _CAPTION_WORDS]
    if not rest and words:
        rest = [word for word in words if word.lower().rstrip("s") in ("item", "value", "list")][:1]
    if len(rest) == 3 and rest[1].lower() in ("and", "or"):
        rest = [f"{rest[0]}/{rest[2]}"]
    if len(rest) != 1:
        return frozenset([fold("".join(rest))]) if 1 < len(rest) <= 3 else frozenset()
    names: set[str] = set()
    for part in re.split(r"/|,", rest[0]):
        names.add(fold(part))
        if "." in part:
            names.add(fold(part.rsplit(".", 1)[1]))
    return frozenset(name for name in names if name)


def alike(one: str, other: str) -> bool:
    """Whether two names are one but for case, separators and plural."""
    return singular(fold(one)) == singular(fold(other))


def slug(text: str) -> str:
    """A caption as part of a key."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
