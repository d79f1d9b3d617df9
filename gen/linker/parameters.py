"""Rows outside the body: path, query and header parameters, and which rows are the body's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from gen.findings import Position
from gen.linker.book import Book
from gen.linker.cells import fold, is_query, read_name
from gen.linker.recipes import Line
from gen.linker.spelling import PROJECT, nearest
from gen.linker.tables import Node
from gen.model import Array, Direction, Field, Location, Parameter, Scalar, Source, Type
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


@dataclass(slots=True)
class Request:
    """What a page's request tables come to: parameters, and the lines of each body table."""

    parameters: dict[tuple[Location, str], Parameter] = field(default_factory=dict)
    body: list[tuple[Node, tuple[Line, ...]]] = field(default_factory=list)


def placeholders(path: str) -> tuple[str, ...]:
    """The names in braces, in order, each once."""
    return tuple(dict.fromkeys(name.strip() for name in _PLACEHOLDER.findall(path)))


def is_client_path(name: str, path: str, own_projects: bool) -> bool:
    """Whether the client supplies this placeholder: the project a call is made in.

    Where the service manages projects (``own_projects``), a project in
    ``…/projects/{project_id}`` is what the call is about, and an argument.
    """
    if fold(name) not in PROJECT:
        return False
    whole = path.rstrip("/")
    addressed = re.search(r"/(?:projects|tenants)/" + re.escape("{" + name + "}"), whole)
    return not (addressed and (own_projects or addressed.end() == len(whole)))


class RequestReader:
    """Sorts the rows of one page's request tables."""

    def __init__(
        self,
        page: Page,
        book: Book,
        sent: frozenset[str],
        own_projects: bool,
        path: str,
        method: str,
    ) -> None:
        self.page = page
        self.book = book
        self.sent = sent  # top-level keys of the page's example requests
        self.own_projects = own_projects
        self.path = path
        self.method = method
        self.names = tuple(
            dict.fromkeys(name for line in page.lines for name in placeholders(line.path))
        )
        self.query = frozenset(name for line in page.lines for name in line.query)
        self.literals = frozenset(part for part in path.split("/") if part and "{" not in part)
        self.told: frozenset[str] = frozenset()
        self.request = Request()

    def read(self, nodes: Iterable[Node]) -> Request:
        """All request tables: those of parameters now, those of bodies as lines for later."""
        nodes = [node for node in nodes if node.table.direction == "request"]
        has_body = any(node.table.role == "body" and self._sends(node) for node in nodes)
        self.told = frozenset(
            name
            for node in nodes
            if node.table.role in ("path", "parameters")
            for row in node.table.rows
            if not row.location and not self._for_query(node, row)
            if (name := self._placeholder(row)) is not None
        )
        late: list[tuple[Node, ParameterRow]] = []
        for node in nodes:
            match node.table.role:
                case "path" | "query" | "header" | "parameters" | "body":
                    self.book.used.add(node)
                case _:
                    continue
            lines: list[Line] = []
            for row in node.table.rows:
                if not row.source.parameter:
                    continue  # the account of the table reports it
                where = self._where(node, row, has_body)
                if where == "literal":
                    self._refuse_literal(row)
                elif where == "body":
                    lines.append(Line(row.source.parameter, row))
                elif where == "path" and not self._is_placeholder(row):
                    late.append((node, row))
                else:
                    self._add(where, row, node)
            if lines:
                self.request.body.append((node, tuple(lines)))
        self._match_late(late)
        self._add_unlisted()
        self._order()
        return self.request

    # ---- where a row belongs --------------------------------------------

    def _where(self, node: Node, row: ParameterRow, has_body: bool) -> Location | str:
        place = row.location.lower()
        for word, location in (
            ("path", "path"), ("query", "query"), ("header", "header"), ("cookie", "cookie"),
            ("body", "body"), ("form", "body"),
        ):  # fmt: skip
            if word in place:
                return location
        if self._for_query(node, row) and self._placeholder(row) in self.told:
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
        return "header" if _is_header(row) else "query"

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
        wires = read_name(text).wires
        text = wires[0] if len(wires) == 1 else text
        folded = {fold(name): name for name in self.names}
        return folded.get(fold(text)) if fold(text) else None

    def _in_query(self, row: ParameterRow) -> bool:
        return any(wire in self.query for wire in read_name(row.source.parameter).wires)

    # ---- parameters -----------------------------------------------------

    def _add(self, location: Location | str, row: ParameterRow, node: Node) -> None:
        if location == "path":
            name = self._placeholder(row)
            if name is not None:
                self._add_path(name, row, node)
            return
        names = read_name(row.source.parameter, self.query).wires or (row.source.parameter,)
        for wire in names:
            made = self.book.field(wire, row, "request", (node,))
            if (isinstance(made.type, Scalar) and made.type.kind == "any" and row.type is None) or (
                location in ("header", "cookie") and not isinstance(made.type, Scalar)
            ):
                made = replace(made, type=Scalar("string"))
            elif made.type == Array(Scalar("any")):
                made = replace(made, type=Array(Scalar("string")))
            client = location == "header" and _by_client(wire)
            self._put(Parameter(location=location, field=made, client=client))  # type: ignore[arg-type]

    def _add_path(self, name: str, row: ParameterRow, node: Node) -> None:
        if row.source.parameter.strip("{}<> ") != name:
            self.book.log.say(
                "TW221",
                f"the path says {{{name}}}, the row {row.source.parameter!r}",
                row.source,
                "spell the row as the placeholder in the path",
            )
        made = self.book.field(name, row, "request", (node,))
        kind: Type = made.type if isinstance(made.type, Scalar) else Scalar("string")
        if kind == Scalar("any"):
            kind = Scalar("string")
        self._put(
            Parameter(
                location="path",
                field=replace(made, type=kind, required=True),
                client=is_client_path(name, self.path, self.own_projects),
            )
        )

    def _put(self, parameter: Parameter) -> None:
        key = (parameter.location, _key(parameter))
        before = self.request.parameters.get(key)
        if before is not None:
            united = self.book.unite(before.field, parameter.field)
            required = united.required or parameter.location == "path"
            parameter = replace(before, field=replace(united, required=required))
        self.request.parameters[key] = parameter

    def _match_late(self, late: list[tuple[Node, ParameterRow]]) -> None:
        """Rows of path tables that name no placeholder: another spelling of one, or no path parameter."""
        for node, row in late:
            free = [name for name in self.names if ("path", name) not in self.request.parameters]
            name = nearest(row.source.parameter, free, alone=len(late) == 1)
            if name is not None:
                self._add_path(name, row, node)
            elif fold(row.source.parameter) in PROJECT:
                self.book.log.refuse(
                    "TW222",
                    f"the path has no {{{row.source.parameter}}}",
                    row.source,
                    "take the row out, or put the placeholder into the path",
                )
            else:
                self.book.log.say(
                    "TW222",
                    f"the path has no {{{row.source.parameter}}}: taken as a query parameter",
                    row.source,
                    "put the row into a table of query parameters",
                )
                self._add("query", row, node)

    def _add_unlisted(self) -> None:
        """Placeholders of the path and names of the query template that no row describes."""
        line = self.page.lines[0]
        body = {
            wire
            for _, rows in self.request.body
            for row in rows
            for wire in read_name(row.name).wires
        }
        for location, names in (("path", placeholders(self.path)), ("query", line.query)):
            for name in names:
                if (location, name) in self.request.parameters or (
                    location == "query" and name in body
                ):
                    continue
                self.book.log.say(
                    "TW220",
                    f"no row describes {name} of the request line",
                    Position(self.page.file, line.line),
                    "add a row with its type and meaning",
                )
                made = Field(
                    wire=name,
                    type=Scalar("string"),
                    required=location == "path",
                    description=(),
                    sources=(Source(self.page.file, line.line),),
                )
                client = location == "path" and is_client_path(name, self.path, self.own_projects)
                self._put(Parameter(location=location, field=made, client=client))  # type: ignore[arg-type]

    def _order(self) -> None:
        """Path parameters in the path's order, then query, then headers as they stand."""
        order = {"path": 0, "query": 1, "header": 2, "cookie": 3}
        at = {name: index for index, name in enumerate(self.names)}
        items = sorted(
            self.request.parameters.items(),
            key=lambda item: (
                order[item[0][0]],
                at.get(item[0][1], 0) if item[0][0] == "path" else 0,
            ),
        )
        self.request.parameters = dict(items)


def _key(parameter: Parameter) -> str:
    wire = parameter.field.wire
    return wire.lower() if parameter.location == "header" else wire


def _by_client(wire: str) -> bool:
    """Whether the client sends this header; "Conent-Type" is a slip of the pen."""
    name = fold(wire)
    return name in CLIENT_HEADERS or bool(get_close_matches(name, sorted(CLIENT_HEADERS), 1, 0.9))


def _is_header(row: ParameterRow) -> bool:
    name = row.source.parameter
    known = fold(name) in CLIENT_HEADERS and (bool(re.search("[-_]", name)) or name[:1].isupper())
    return known or bool(re.fullmatch(r"X(?:-[A-Za-z0-9]+)+", name, re.I))


def response_header(
    book: Book, row: ParameterRow, node: Node, direction: Direction = "response"
) -> Parameter:
    """A row of a response's header table."""
    names = read_name(row.source.parameter).wires or (row.source.parameter,)
    made = book.field(names[0], row, direction, (node,))
    if row.type is None:
        made = replace(made, type=Scalar("string"))
    return Parameter(location="header", field=made)
