"""Rows outside the body: path, query and header parameters, and which rows are the body's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from gen.findings import Position
from gen.linker.book import Book
from gen.linker.cells import fold, read_name
from gen.linker.placement import Placement, by_client, placeholders
from gen.linker.recipes import Line
from gen.linker.spelling import PROJECT, nearest
from gen.linker.tables import Node
from gen.model import Array, Direction, Field, Location, Parameter, Scalar, Source, Type
from gen.pages.page import Page, ParameterRow


@dataclass(slots=True)
class Request:
    """What a page's request tables come to: parameters, and the lines of each body table."""

    parameters: dict[tuple[Location, str], Parameter] = field(default_factory=dict)
    body: list[tuple[Node, tuple[Line, ...]]] = field(default_factory=list)


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


class RequestReader(Placement):
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
        super().__init__(page, book, sent, path, method)
        self.own_projects = own_projects
        self.request = Request()

    def read(self, nodes: Iterable[Node]) -> Request:
        """All request tables: those of parameters now, those of bodies as lines for later."""
        nodes = [node for node in nodes if node.table.direction == "request"]
        has_body = any(node.table.role == "body" and self._sends(node) for node in nodes)
        self.told = self._told(nodes)
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
            client = location == "header" and by_client(wire)
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


def response_header(
    book: Book, row: ParameterRow, node: Node, direction: Direction = "response"
) -> Parameter:
    """A row of a response's header table."""
    names = read_name(row.source.parameter).wires or (row.source.parameter,)
    made = book.field(names[0], row, direction, (node,))
    if row.type is None:
        made = replace(made, type=Scalar("string"))
    return Parameter(location="header", field=made)
