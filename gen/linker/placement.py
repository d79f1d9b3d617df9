"""Where a row of a request table belongs: path, query, header, body, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from gen.linker.book import Book
from gen.linker.cells import fold, is_query, read_name
from gen.linker.tables import Node
from gen.model import Location
from gen.pages.page import Page, ParameterRow
from gen.pages.roles import says_query
from gen.vocabulary import ListOf, parse_type

# Headers of the transport or of authentication: the client sends them with every call.
CLIENT_HEADERS = frozenset(
    fold(name)
    for name in (
        "X-Auth-Token", "Content-Type", "Accept", "Host", "Content-Length", "Authorization",
        "X-Sdk-Date", "X-Project-Id", "X-Domain-Id", "X-Security-Token", "User-Agent",
    )
)  # fmt: skip
BODILESS = frozenset(["GET", "HEAD", "OPTIONS"])
_PLACEHOLDER = re.compile(r"{([^{}]+)}")
# "The value is **v1**.", "which is fixed at v3"
_FIXED = re.compile(
    r"\b(?:value (?:is|must be|can only be)(?: fixed (?:at|to|as))?|(?:is|be) fixed (?:at|to|as)"
    r"|(?:is|be) set to)\s+[\"'*`]*([\w.-]*\w)"
)


def placeholders(path: str) -> tuple[str, ...]:
    """The names in braces, in order, each once."""
    return tuple(dict.fromkeys(name.strip() for name in _PLACEHOLDER.findall(path)))


def by_client(wire: str) -> bool:
    """Whether the client sends this header; "Conent-Type" is a slip of the pen."""
    name = fold(wire)
    return name in CLIENT_HEADERS or bool(get_close_matches(name, sorted(CLIENT_HEADERS), 1, 0.9))


def is_header(row: ParameterRow) -> bool:
    """Whether a row's name is that of a header."""
    name = row.source.parameter
    known = fold(name) in CLIENT_HEADERS and (bool(re.search("[-_]", name)) or name[:1].isupper())
    return known or bool(re.fullmatch(r"X(?:-[A-Za-z0-9]+)+", name, re.I))


class Placement:
    """What a page's request lines and examples say of its request tables' rows."""

    def __init__(
        self,
        page: Page,
        book: Book,
        sent: frozenset[str],
        path: str,
        method: str,
    ) -> None:
        self.page = page
        self.book = book
        self.sent = sent  # top-level keys of the page's example requests
        self.path = path
        self.method = method
        self.names = tuple(
            dict.fromkeys(name for line in page.lines for name in placeholders(line.path))
        )
        self.folded = {fold(name): name for name in self.names if fold(name)}
        self.query = frozenset(name for line in page.lines for name in line.query)
        self.literals = frozenset(part for part in path.split("/") if part and "{" not in part)
        self.told: frozenset[str] = frozenset()

    def _told(self, nodes: Iterable[Node]) -> frozenset[str]:
        """The placeholders that rows about the path describe."""
        return frozenset(
            name
            for node in nodes
            if node.table.role in ("path", "parameters")
            for row in node.table.rows
            if (name := self._placeholder(row)) is not None
            if not row.location and not self._for_query(node, row)
        )

    def _where(self, node: Node, row: ParameterRow, has_body: bool) -> Location | str:
        place = row.location.lower()
        for word, location in (
            ("path", "path"), ("query", "query"), ("header", "header"), ("cookie", "cookie"),
            ("body", "body"), ("form", "body"),
        ):  # fmt: skip
            if word in place:
                return location
        mixed = node.table.role in ("path", "query", "parameters")
        if mixed and self._placeholder(row) in self.told and self._for_query(node, row):
            return "query"  # the list of projects asked for, beside the project in the path
        if node.table.role in ("path", "parameters") and self._is_literal(row):
            return "literal"
        match node.table.role:
            case "path":
                if self._is_placeholder(row):
                    return "path"
                return "query" if is_query(row.mandatory) or self._in_query(row) else "path"
            case "query":
                return "path" if self._is_placeholder(row) else "query"
            case "header":
                return "header"
            case "body":
                return "body" if self._sends(node) else self._eliminate(row)
            case _:
                return self._settle(row, has_body)

    def _for_query(self, node: Node, row: ParameterRow) -> bool:
        """Whether a row cannot be about the path, whatever its name: the table, the cell or the type says so."""
        return (
            (node.table.role == "query" and says_query(node.table.caption))
            or is_query(row.mandatory)
            or isinstance(parse_type(row.type), ListOf)
        )

    def _is_literal(self, row: ParameterRow) -> bool:
        """Whether a row explains a segment that the path spells out: its only value is that segment."""
        if self._is_placeholder(row) or self._in_query(row) or row.description is None:
            return False
        fixed = _FIXED.findall(row.description.text)
        return len(fixed) == 1 and fixed[0] in self.literals

    def _refuse_literal(self, row: ParameterRow) -> None:
        self.book.log.refuse(
            "TW222",
            f"the path has no {{{row.source.parameter}}}: it spells the row's only value out,"
            " so that nothing is left to send",
            row.source,
            "take the row out, or put the placeholder into the path",
        )

    def _sends(self, node: Node) -> bool:
        """Whether the method sends this table as a body: a GET does only if an example shows it."""
        if self.method not in BODILESS:
            return True
        names = {wire for row in node.table.rows for wire in read_name(row.source.parameter).wires}
        return bool(names & self.sent) or any(
            read_name(row.source.parameter).item for row in node.table.rows
        )

    def _eliminate(self, row: ParameterRow) -> Location:
        if self._is_placeholder(row):
            return "path"
        return "header" if is_header(row) else "query"

    def _settle(self, row: ParameterRow, has_body: bool) -> Location | str:
        """A row of a table without a clue: placeholder, header, shown in a body, else query."""
        where = self._eliminate(row)
        if where != "query" or self._in_query(row) or self.method in BODILESS:
            return where
        if any(wire in self.sent for wire in read_name(row.source.parameter).wires):
            return "body"
        return "query"

    def _is_placeholder(self, row: ParameterRow) -> bool:
        return self._placeholder(row) is not None

    def _placeholder(self, row: ParameterRow) -> str | None:
        text = row.source.parameter.strip("{}<> ")
        if text in self.names:
            return text
        if not text.isidentifier():
            wires = read_name(text).wires
            text = wires[0] if len(wires) == 1 else text
        return self.folded.get(fold(text))

    def _in_query(self, row: ParameterRow) -> bool:
        return any(wire in self.query for wire in read_name(row.source.parameter).wires)
