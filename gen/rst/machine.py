"""docutils, set up once: its parser with our tables, an allow-list of directives, and our own roles.

Every state class of docutils is subclassed here, so nothing of docutils is
patched and no global registry is touched: a page cannot define a role or a
directive for the pages after it, include a file, or emit raw output.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser, states, tableparser
from docutils.statemachine import StringList

from gen.document import Damage
from gen.rst import grid
from gen.rst.directives import DANGEROUS, DIRECTIVES, SUBSTITUTIONS, Container, Nothing
from gen.rst.inline import Inliner
from gen.rst.tree import CellNode, RowNode, Session, TableNode

# A cell of one plain word, and lines that can only be one paragraph: parsing these needs no
# state machine. The patterns are narrow; whatever does not match goes the long way.
_WORD = re.compile(
    r"[A-Za-z](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?: [A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
)
_PARAGRAPH = re.compile(r"(?:[A-Za-z]{2}|:ref:`|\*\*[A-Za-z0-9_])")
_ENUMERATOR = re.compile(r"[A-Za-z]+[.)](?: |$)")
_FIELD = re.compile(r":ref:`[^`]*`[^:]*$")


def _one_paragraph(lines: list[str]) -> bool:
    first = lines[0]
    if not _PARAGRAPH.match(first) or _ENUMERATOR.match(first) or lines[-1].endswith("::"):
        return False
    if first[0] == ":" and not _FIELD.match(first):
        return False
    return all(line and line[0].isalnum() for line in lines[1:])


class _States(dict[str, Any]):
    """A state machine's states, each made when it is first entered; docutils makes all of them."""

    def __init__(self, machine: Any, classes: Any) -> None:
        super().__init__()
        self.machine = machine
        self.classes = classes

    def __missing__(self, name: str) -> Any:
        made = next(cls for cls in self.classes if cls.__name__ == name)(self.machine)
        self[name] = made
        if getattr(self.machine, "memo", None) is not None:
            made.runtime_init()
        return made


class _Lazy:
    """Added in front of docutils' state machines."""

    states: _States

    def add_states(self, state_classes: Any) -> None:
        self.states = _States(self, state_classes)


class _Machine(_Lazy, states.RSTStateMachine):  # type: ignore[misc]
    pass


class _NestedMachine(_Lazy, states.NestedStateMachine):  # type: ignore[misc]
    pass


class _Mixin:
    """Added in front of every docutils state: our tables, our directives."""

    nested_sm = _NestedMachine
    nested_sm_cache: list[Any] = []  # noqa: RUF012 - shared like docutils' own, but not with it

    def __init__(self, state_machine: Any, debug: bool = False) -> None:
        super().__init__(state_machine, debug)  # type: ignore[call-arg]
        self.nested_sm_kwargs = {"state_classes": STATE_CLASSES, "initial_state": "Body"}

    # ---- directives

    def directive(self: Any, match: Any, **presets: Any) -> Any:
        name = match.group(1).lower()
        if isinstance(self, states.SubstitutionDef):
            allowed = SUBSTITUTIONS.get(name)
        else:
            allowed = DIRECTIVES.get(name)
        if allowed is None:
            self.reporter.warning(
                f'directive "{name}" is not known', line=self.state_machine.abs_line_number()
            )
            allowed = Container if not isinstance(self, states.SubstitutionDef) else Nothing
            if name in DANGEROUS:
                allowed = Nothing
        return self.run_directive(allowed, match, name, presets)

    # ---- tables

    def table(self: Any, isolate_function: Any, parser_class: Any) -> Any:
        if parser_class is tableparser.GridTableParser:
            block = self.state_machine.get_text_block(flush_left=False)
            lines = [line.strip() for line in block.data]
            items, kind = block.items, "grid"
            cut = grid.split_grid(lines)
        else:
            lines, items = self._isolate_simple()
            kind = "simple"
            cut = grid.split_simple(lines)
        if cut is None and kind == "grid" and grid.has_typo(lines):
            cut = grid.split_grid(lines, salvage=True)
        if cut is None:
            found = _split_by_docutils(lines, parser_class)
            if isinstance(found, grid.TableText):
                cut = found
            elif kind == "grid":
                cut = grid.split_grid(lines, salvage=True)
            if cut is None:
                self._damaged(lines, items, str(found))
                return [], True
        return [self._table_node(cut, items, kind)], True

    def _isolate_simple(self: Any) -> tuple[list[str], list[Any]]:
        """The lines of a simple table; where its end is missing, up to the next blank line."""
        machine = self.state_machine
        start = machine.line_offset
        data = machine.input_lines.data
        top = data[start].rstrip()
        seen, end = 1, None
        for index in range(start + 1, len(data)):
            line = data[index]
            after = data[index + 1].strip() if index + 1 < len(data) else ""
            if line[:1] == "=" and self.simple_table_border_pat.match(line):
                same = line.rstrip() == top
                if not same and after and seen > 1:
                    break  # the top of another table
                seen += 1
                if seen == 3 or not after or not same:
                    end = index + 1
                    break
            elif line.startswith(".. ") or _is_underline(line, data[index - 1]):
                break
        if end is None:
            end = _first_blank(data, start + seen + 1)
        machine.next_line(end - start - 1)
        return [line.rstrip() for line in data[start:end]], machine.input_lines.items[start:end]

    def _damaged(self: Any, lines: list[str], items: list[Any], why: str) -> None:
        caption = self.document.session.caption
        named = f"table {caption!r}" if caption else "table"
        self.document.session.damage.append(
            Damage(
                "TW201",
                f"{named} cannot be read: {why}",
                items[0][1] + 1,
                rows=grid.count_rows(lines),
            )
        )

    def _table_node(self: Any, cut: grid.TableText, items: list[Any], kind: str) -> TableNode:
        node = TableNode()
        node.kind = kind
        node.line = items[0][1] + 1
        node.header = [self._row_node(row, items) for row in cut.header]
        node.body = [self._row_node(row, items) for row in cut.body]
        for damage in cut.damage:
            line = items[damage.line][1] + 1
            self.document.session.damage.append(
                Damage(damage.code, damage.message, line, damage.rows)
            )
        return node

    def _row_node(self: Any, row: grid.RowText, items: list[Any]) -> RowNode:
        line = items[row.first][1] + 1
        return RowNode([self._cell_node(cell, items, line) for cell in row.cells], line)

    def _cell_node(self: Any, cell: grid.CellText, items: list[Any], line: int) -> CellNode:
        lines, first = cell.lines, cell.first
        while lines and not lines[-1]:
            lines.pop()
        while lines and not lines[0]:
            lines, first = lines[1:], first + 1
        if not lines:
            return CellNode("", "", line)
        raw = "\n".join(lines)
        if len(lines) == 1 and _WORD.fullmatch(raw):
            return CellNode(raw, raw, line)
        start = items[first][1]
        if _one_paragraph(lines):
            spans, _ = self.inline_text(raw, start + 1)
            node = nodes.paragraph(raw, "", *spans)
            node.line = start + 1
            return CellNode([node], raw, line)
        entry = nodes.entry()
        block = StringList(lines, items=items[first : first + len(lines)])
        self.nested_parse(block, input_offset=start, node=entry)
        return CellNode(entry.children, raw, line)


def _first_blank(data: list[str], start: int) -> int:
    """The index of the first blank line from ``start`` on: where a table without its end is taken to end."""
    return next((index for index in range(start, len(data)) if not data[index].strip()), len(data))


def _is_underline(line: str, above: str) -> bool:
    return (
        len(line) > 3 and line[0] in "-=~^\"'" and not line.strip(line[0]) and bool(above.strip())
    )


def _split_by_docutils(lines: list[str], parser_class: Any) -> grid.TableText | str:
    """docutils' own cut, spans included, or why it could not make one."""
    pad = states.Body.double_width_pad_char
    block = StringList(lines, source="table")
    block.pad_double_width(pad)
    if parser_class is tableparser.GridTableParser:
        if not states.Body.grid_table_top_pat.match(block[-1]):
            return "the bottom border is missing or broken"
        width = len(utils.strip_combining_chars(block[0]))
        for index, line in enumerate(block):
            if line[:1] not in ("+", "|"):
                return f"the left border is broken in its line {index + 1}"
            if len(utils.strip_combining_chars(line)) != width or line[-1] not in "+|":
                return f"the right border is broken in its line {index + 1}"
    elif len(lines) < 2 or lines[-1] != lines[0]:
        return "the bottom border is missing or does not match the top border"
    try:
        _, head, rows = parser_class().parse(block)
    except tableparser.TableMarkupError as error:
        return " ".join(" ".join(error.args).replace("Malformed table;", "").split()).rstrip(".")
    except (AssertionError, IndexError):
        return "its borders do not meet"
    columns = max((sum(1 + cell[1] for cell in row if cell) for row in (head or rows)), default=0)
    table = grid.TableText()
    table.header = [_full_row(row, pad) for row in head]
    for row in rows:
        cells = [cell for cell in row if cell is not None]
        if len(cells) < columns:
            name = " ".join("".join(cells[0][3]).split()) if cells else ""
            first = min((cell[2] for cell in cells), default=1)
            message = f"row {name!r} has {len(cells)} cells, the header has {columns}"
            table.damage.append(Damage("TW202", message, first, rows=1))
        else:
            table.body.append(_full_row(row, pad))
    return table


def _full_row(row: list[Any], pad: str) -> grid.RowText:
    cells = []
    for cell in row:
        if cell is None:
            continue
        _, more, first, block = cell
        cells.append(grid.CellText([line.replace(pad, "") for line in block], first))
        cells.extend(grid.CellText([""], first) for _ in range(more))
    return grid.RowText(cells, min((cell.first for cell in cells), default=1))


# docutils dispatches explicit markup by a table of functions, which no subclass overrides.
_EXPLICIT = states.Struct(
    patterns=states.Body.explicit.patterns,
    constructs=[
        (_Mixin.directive if function is states.Body.directive else function, pattern)
        for function, pattern in states.Body.explicit.constructs
    ],
)
STATE_CLASSES = tuple(
    type(cls.__name__, (_Mixin, cls), {"explicit": _EXPLICIT}) for cls in states.state_classes
)

# ---- the run ---------------------------------------------------------------


def _settings() -> Any:
    settings = frontend.get_default_settings(Parser)
    settings.report_level = 5
    settings.halt_level = 5
    settings.warning_stream = False
    settings.file_insertion_enabled = False
    settings.raw_enabled = False
    settings.doctitle_xform = False
    settings.docinfo_xform = False
    settings.smart_quotes = False
    settings.syntax_highlight = "none"
    settings.language_code = "en"
    return settings


_SETTINGS = _settings()
_INLINER = Inliner()


def parse(lines: list[str], file: str) -> tuple[Any, Session]:
    """Lines of text (no tabs, no trailing blanks) to docutils' tree, without any transform.

    Raises whatever docutils raises (RecursionError for text nested too deep).
    """
    document = utils.new_document(file, _SETTINGS)
    session = Session()
    document.session = session
    document.reporter.attach_observer(session.observe)
    machine = _Machine(STATE_CLASSES, initial_state="Body")
    try:
        machine.run(StringList(lines, source=file), document, inliner=_INLINER)
    finally:
        _Mixin.nested_sm_cache.clear()  # or the last page would be kept alive
    return document, session
