"""docutils' tree → :mod:`gen.document`: blocks with their lines, labels on what they stand before."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes

from gen.document import (
    Block,
    Bullets,
    Cell,
    Code,
    Mark,
    Note,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
)
from gen.rst.tree import CellNode, RowNode, TableNode

_CAPTION = re.compile(r"\s*Table\s+(\d+)(?:[-.]\d+)*\b[\s:.)-]*(.*)", re.DOTALL | re.IGNORECASE)

_MARKS: dict[type, Mark] = {
    nodes.strong: "strong",
    nodes.emphasis: "emphasis",
    nodes.title_reference: "emphasis",
    nodes.literal: "literal",
}
_SILENT = (
    nodes.comment,
    nodes.system_message,
    nodes.substitution_definition,
    nodes.pending,
    nodes.transition,
    nodes.image,
    nodes.raw,
    nodes.title,
    nodes.caption,
)


class Converter:
    """Walks one page's tree in order; ``rows`` counts the body rows it met.

    ``targets`` are the names that the page itself gives its links and labels.
    """

    def __init__(self, targets: frozenset[str] = frozenset()) -> None:
        self.targets = targets
        self.rows = 0
        self.pending: list[str] = []

    def take_labels(self) -> tuple[str, ...]:
        """The labels met since the last element that could carry them."""
        labels = tuple(self.pending)
        if labels:
            self.pending.clear()
        return labels

    def blocks(self, children: list[Any], line: int) -> tuple[Block, ...]:
        """Body elements in order; ``line`` stands in where docutils knows none."""
        out: list[Block] = []
        for node in children:
            line = getattr(node, "line", None) or line
            self.block(node, line, out)
        return tuple(out)

    def block(self, node: Any, line: int, out: list[Block]) -> None:
        """Append what ``node`` becomes to ``out``."""
        if isinstance(node, nodes.paragraph):
            labels = self.take_labels()
            out.append(Paragraph(self.spans(node), line, labels))
        elif isinstance(node, (nodes.bullet_list, nodes.enumerated_list)):
            ordered = isinstance(node, nodes.enumerated_list)
            items = tuple(self.blocks(item.children, line) for item in node.children)
            out.append(Bullets(items, _first_line(items, line), ordered))
        elif isinstance(node, nodes.table):
            out.append(self.table(node, line, out))
        elif isinstance(node, nodes.target):
            if "refuri" not in node and "refname" not in node:
                self.pending.extend(node["names"] or node["dupnames"])
        elif isinstance(node, (nodes.literal_block, nodes.doctest_block)):
            self.take_labels()
            out.append(Code(node.astext(), line, node.get("language", "")))
        elif isinstance(node, nodes.Admonition):
            inner = self.blocks(node.children, line)
            out.append(Note(node.tagname, inner, line))
        elif isinstance(node, _SILENT):
            return
        elif isinstance(node, nodes.definition_list):
            items = tuple(self.definition(item, line) for item in node.children)
            out.append(Bullets(items, _first_line(items, line)))
        elif isinstance(node, nodes.line_block):
            text = "\n".join(child.astext() for child in node.findall(nodes.line))
            out.append(Paragraph((Span(text),), line, self.take_labels()))
        elif isinstance(node, (nodes.field_list, nodes.option_list)):
            for child in node.children:
                text = ": ".join(part.astext() for part in child.children)
                out.append(Paragraph((Span(text),), child.line or line, self.take_labels()))
        elif isinstance(node, nodes.TextElement):
            out.append(Paragraph(self.spans(node), line, self.take_labels()))
        else:
            out.extend(self.blocks(node.children, line))

    def definition(self, item: Any, line: int) -> tuple[Block, ...]:
        """A definition list's item: its term as a paragraph, then what is indented below."""
        out: list[Block] = []
        line = item.line or line
        for child in item.children:
            if isinstance(child, nodes.definition):
                out.extend(self.blocks(child.children, line + 1))
            else:
                out.append(Paragraph(self.spans(child), line, self.take_labels()))
        return tuple(out)

    def spans(self, node: Any) -> tuple[Span, ...]:
        """Inline content as spans; neighbours with one mark are joined."""
        out: list[Span] = []
        for child in node.children:
            self.span(child, out)
        return tuple(out)

    def span(self, node: Any, out: list[Span]) -> None:
        """Append the spans of one inline node."""
        if isinstance(node, nodes.Text):
            text = node.astext()
            if out and out[-1].mark == "text":
                out[-1] = Span(out[-1].text + text)
            elif text:
                out.append(Span(text))
            return
        mark = _MARKS.get(type(node))
        if mark is not None:
            out.append(Span(node.astext(), mark))
        elif isinstance(node, nodes.inline) and "reftarget" in node:
            out.append(Span(node.astext(), "ref", node["reftarget"]))
        elif isinstance(node, nodes.reference) and "refuri" in node:
            out.append(Span(node.astext(), "link", node["refuri"]))
        elif not isinstance(node, (nodes.system_message, nodes.image)):
            text = self.words(node)
            if out and out[-1].mark == "text":
                out[-1] = Span(out[-1].text + text)
            elif text:
                out.append(Span(text))

    def words(self, node: Any) -> str:
        """The text of a node without a mark; ``name_`` is a reference only where the page has that name."""
        raw = node.rawsource
        unknown = isinstance(node, nodes.reference) and node.get("refname") not in self.targets
        return str(raw) if unknown and re.fullmatch(r"\w\S*_", raw) else str(node.astext())

    def table(self, node: Any, line: int, out: list[Block]) -> Table:
        """A table; a paragraph "Table 3 …" just before a bare one is its caption."""
        title = next(
            (child.astext() for child in node.children if isinstance(child, nodes.title)), ""
        )
        labels = self.take_labels()
        number, caption = parse_caption(title)
        if not title and out and isinstance(out[-1], Paragraph):
            before = out[-1]
            number, caption = parse_caption(before.text)
            if number is None:
                caption = ""
            else:
                out.pop()
            labels = (*before.labels, *labels)
        if not isinstance(node, TableNode):
            node = _plain_table(node, line)
        header = tuple(self.cell(cell) for cell in node.header[0].cells) if node.header else ()
        rows = tuple(
            Row(tuple(self.cell(cell) for cell in row.cells), row.line) for row in node.body
        )
        self.rows += len(rows)
        return Table(header, rows, node.line, caption, number, labels, node.kind)

    def cell(self, node: CellNode) -> Cell:
        """A cell with its blocks."""
        content = node.content
        if not content:
            return Cell((), node.raw, node.line)
        if isinstance(content, str):
            return Cell((Paragraph((Span(content),), node.line),), node.raw, node.line)
        return Cell(self.blocks(content, node.line), node.raw, node.line)


def parse_caption(text: str) -> tuple[int | None, str]:
    """``Table 3 PolicyRule`` → (3, ``PolicyRule``); (None, the text) where it has no number."""
    text = " ".join(text.split())
    match = _CAPTION.match(text)
    if not match:
        return None, text
    return int(match.group(1)), match.group(2).strip()


def _first_line(items: tuple[tuple[Block, ...], ...], line: int) -> int:
    return next((block.line for item in items for block in item), line)


def _plain_table(node: Any, line: int) -> TableNode:
    """A list- or csv-table as docutils built it, in the form of our own tables."""
    table = TableNode()
    table.line, table.kind = line, "grid"
    table.header, table.body = [], []
    for group, rows in ((nodes.thead, table.header), (nodes.tbody, table.body)):
        for part in node.findall(group):
            for row in part.children:
                first = next(
                    (child.line for child in row.findall(nodes.paragraph) if child.line), line
                )
                cells = [CellNode(entry.children, entry.astext(), first) for entry in row.children]
                rows.append(RowNode(cells, first))
    return table


class PageParts:
    """The page taken apart: title, what stands before the first section, sections in order."""

    def __init__(self, document: Any) -> None:
        self.convert = Converter(
            frozenset(name for name, explicit in document.nametypes.items() if explicit)
        )
        self.title = ""
        self.line = 1
        self.original_name = ""
        self.labels: tuple[str, ...] = ()
        self.lead: tuple[Block, ...] = ()
        self.sections: list[Section] = []
        self._top(document.children)

    def _top(self, children: list[Any]) -> None:
        before: list[Any] = []
        titled = False
        for node in children:
            if isinstance(node, nodes.section):
                self._flush(before)
                before = []
                if titled:
                    self._section(node)
                else:
                    titled = True
                    self._page(node)
            elif isinstance(node, nodes.field_list) and not self.original_name:
                self._fields(node)
            else:
                before.append(node)
        self._flush(before)

    def _flush(self, children: list[Any]) -> None:
        if children:
            self.lead = (*self.lead, *self.convert.blocks(children, 1))

    def _fields(self, node: Any) -> None:
        for item in node.children:
            name, value = (child.astext() for child in item.children)
            if name == "original_name":
                self.original_name = value.strip()

    def _page(self, node: Any) -> None:
        self.labels = self.convert.take_labels()
        self.title, self.line, children = _heading(node)
        self.lead = (*self.lead, *self._body(children, self.line))

    def _section(self, node: Any) -> None:
        labels = self.convert.take_labels()
        title, line, children = _heading(node)
        place = len(self.sections)
        blocks = self._body(children, line)
        self.sections.insert(place, Section(title, line, blocks, labels))

    def _body(self, children: list[Any], line: int) -> tuple[Block, ...]:
        end = next(
            (index for index, child in enumerate(children) if isinstance(child, nodes.section)),
            len(children),
        )
        blocks = self.convert.blocks(children[:end], line)
        for child in children[end:]:
            if isinstance(child, nodes.section):
                self._section(child)
        return blocks


def _heading(node: Any) -> tuple[str, int, list[Any]]:
    """A section's title, the line of that title, and its content."""
    head = node.children[0]
    line = (getattr(head, "line", None) or getattr(node, "line", None) or 2) - 1
    return " ".join(head.astext().split()), max(line, 1), node.children[1:]
