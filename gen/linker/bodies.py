"""Message bodies and answers: roots, arrays, media types, statuses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gen.document import plain
from gen.linker.book import Book
from gen.linker.cells import refs
from gen.linker.examples import top_keys
from gen.linker.nesting import Group, nest, sink, speaks_of, wrapper_of
from gen.linker.parameters import Request, response_header
from gen.linker.placement import BODILESS
from gen.linker.recipes import Line
from gen.linker.tables import Node
from gen.model import (
    Array,
    Body,
    Direction,
    Example,
    Field,
    Parameter,
    Ref,
    Response,
    Scalar,
    Type,
)
from gen.pages.page import Page

JSON = "application/json"
# "The body is the file itself, of type application/octet-stream."
_FILE_MEDIA = re.compile(r"\bapplication/(?:octet-stream|zip|gzip|x-gzip|x-tar|pdf)\b")
_MEDIA = re.compile(r"\b(?:application|multipart|text|image)/[A-Za-z0-9][A-Za-z0-9.+-]*")


def request_body(
    page: Page, request: Request, book: Book, examples: Sequence[Example], method: str
) -> Body | None:
    """The body a page's request tables describe, None where nothing is sent."""
    media = _request_media(page, request) or _media_sent(examples)
    groups: list[Group] = list(request.body)
    if not groups and method not in BODILESS and top_keys(examples, "request"):
        groups = _from_prose(page, book, "request", top_keys(examples, "request"))
    if not groups:
        if media and "octet-stream" in media:
            return Body(media_type=media, type=Scalar("file"))
        return None
    only = _only_file(groups, book, "request")
    whole = not media.startswith("multipart") and (bool(media) or method == "PUT")
    if only is not None and whole:
        return Body(
            media_type=media or "application/octet-stream",
            type=Scalar("file"),
            source=only.source,
            item=only,
            required=only.required,
        )
    body = _root(page, groups, book, "request", [e for e in examples if e.direction == "request"])
    return replace(body, media_type=media or _media_of(body, book))


def _media_sent(examples: Sequence[Example]) -> str:
    """The Content-Type that all example requests with such a header send, '' for JSON or none."""
    sent = {
        value.partition(";")[0].strip().lower()
        for example in examples
        if example.direction == "request"
        for name, value in example.headers
        if name.lower() == "content-type"
    }
    found = sent - {JSON, ""}
    return next(iter(found)) if len(found) == 1 and JSON not in sent else ""


def responses(
    page: Page, book: Book, nodes: Iterable[Node], examples: Sequence[Example]
) -> tuple[Response, ...]:
    """Every documented answer by status, those without a body included."""
    default = _success(page, examples)
    notes = {note.status: note.description for note in page.statuses}
    bodies: dict[int | None, list[Group]] = {}
    headers: dict[int | None, dict[str, Parameter]] = {}
    for node in nodes:
        status = node.table.status if node.table.status is not None else default
        if node.table.role == "response-body":
            book.used.add(node)
            lines = tuple(Line(row.source.parameter, row) for row in node.table.rows)
            if lines:
                bodies.setdefault(status, []).append((node, lines))
        elif node.table.role == "response-header":
            book.used.add(node)
            for row in node.table.rows:
                _put(headers.setdefault(status, {}), response_header(book, row, node), book)
    answered = [e for e in examples if e.direction == "response"]
    if not bodies:
        shown = top_keys([e for e in answered if e.status in (None, default)], "response")
        if shown and (found := _from_prose(page, book, "response", shown)):
            bodies[default] = found
    made: list[Response] = []
    statuses = {*notes, *bodies, *headers}
    if not any(status is None or 200 <= status < 400 for status in statuses):
        statuses.add(default)
    for status in sorted(statuses, key=lambda s: -1 if s is None else s):
        mine = [
            e for e in answered if e.status == status or (e.status is None and status == default)
        ]
        groups = bodies.get(status)
        body = _root(page, groups, book, "response", mine) if groups else None
        if body is None and status == default and not any(example.parsed for example in mine):
            body = _file_answer(page)
        made.append(
            Response(
                status=status,
                description=notes.get(status, "") if status is not None else "",
                headers=tuple(headers.get(status, {}).values()),
                body=body,
            )
        )
    return tuple(made)


def _put(headers: dict[str, Parameter], one: Parameter, book: Book) -> None:
    """Add a header; a second row of it is a second source."""
    name = one.field.wire.lower()
    known = headers.get(name)
    united = book.unite(known.field if known is not None else None, one.field)
    headers[name] = replace(one, field=united)


def _file_answer(page: Page) -> Body | None:
    """The answer of a page whose response section only says that it is a file of some type."""
    for way, paragraph in page.prose:
        if way == "response" and (found := _FILE_MEDIA.search(paragraph.text)):
            return Body(media_type=found.group(), type=Scalar("file"))
    return None


def _success(page: Page, examples: Sequence[Example]) -> int | None:
    """The status of an answer's table that does not say it; a 300 only where no other is good."""
    named = sorted({note.status for note in page.statuses if 200 <= note.status < 400})
    named = [status for status in named if status < 300] or named
    shown = {
        e.status
        for e in examples
        if e.direction == "response" and e.parsed and e.status is not None
    }
    for status in named:
        if status in shown:
            return status
    with_body = [status for status in named if status not in (204, 205)]
    if with_body:
        return with_body[0]
    good = sorted(status for status in shown if 200 <= status < 300)
    if good and not named:
        return good[0]
    return named[0] if named else None


def _root(
    page: Page, groups: list[Group], book: Book, direction: Direction, examples: Sequence[Example]
) -> Body:
    """The root of a message: an object, or an array where its rows or its examples say so."""
    nodes = tuple(node for node, _ in groups)
    source = nodes[0].source
    if _whole(groups) and book.item_row(nodes) is not None:
        field = book.items(nodes, direction)
        return Body(media_type=JSON, type=Array(field.type), source=source, item=field)
    only = _only_file(groups, book, direction)
    if only is not None and direction == "response":
        return Body(
            media_type="application/octet-stream", type=Scalar("file"), source=source, item=only
        )
    values = [e.value for e in examples if e.parsed and e.value is not None]
    names = {line.name for _, lines in groups for line in lines}
    groups = nest(groups, values, names, book, direction)
    wrapper = wrapper_of(values, names)
    groups = [(node, sink(lines, node, book, direction, wrapper)) for node, lines in groups]
    type_: Type = Ref(book.root(groups, direction, _always(examples)))
    if values and all(isinstance(value, list) and speaks_of(value, names) for value in values):
        type_ = Array(type_)
    elif wrapper:
        lists = all(isinstance(value[wrapper], list) for value in values)
        inner = Array(type_) if lists else type_
        type_ = Ref(book.wrap(wrapper, inner, direction, source))
    return Body(media_type=JSON, type=type_, source=source)


def _always(examples: Sequence[Example]) -> frozenset[str] | None:
    """The keys that every example has; None where there is no example."""
    shown = [frozenset(e.value) for e in examples if e.parsed and isinstance(e.value, dict)]
    return frozenset.intersection(*shown) if shown else None


def _whole(groups: list[Group]) -> bool:
    return all(len(lines) == len(node.table.rows) for node, lines in groups)


def _only_file(groups: list[Group], book: Book, direction: Direction) -> Field | None:
    lines = [(line, node) for node, found in groups for line in found]
    if len(lines) != 1 or lines[0][0].row.type is None:
        return None
    line, node = lines[0]
    if line.row.type is not None and "file" not in line.row.type.text.lower():
        return None
    field = book.field(line.name, line.row, direction, (node,))
    return field if field.type == Scalar("file") else None


def _from_prose(page: Page, book: Book, direction: Direction, shown: frozenset[str]) -> list[Group]:
    """The table that a sentence of the section leads to, if an example's keys are its rows."""
    for way, paragraph in page.prose:
        if way != direction:
            continue
        for _, label in refs((paragraph,)):
            nodes = book.tables.find(label)
            other = book.tables.page_of(label)
            if not nodes and other and other != page.file:
                wanted = "body" if direction == "request" else "response-body"
                nodes = tuple(
                    node for node in book.tables.by_page[other] if node.table.role == wanted
                )[:1]
            for node in nodes:
                if node.has_fields and shown & {row.source.parameter for row in node.table.rows}:
                    book.used.add(node)
                    return [
                        (node, tuple(Line(row.source.parameter, row) for row in node.table.rows))
                    ]
    return []


def _request_media(page: Page, request: Request) -> str:
    """What the tables or the Content-Type row say, '' where neither does."""
    for node, _ in request.body:
        if node.table.media_type:
            return node.table.media_type
    for (location, name), parameter in request.parameters.items():
        if location == "header" and name == "content-type":
            text = " ".join(plain(block) for block in parameter.field.description)
            named = [str(media).rstrip(".") for media in _MEDIA.findall(text)]
            if named and JSON not in named:
                return named[0]
    return ""


def _media_of(body: Body, book: Book) -> str:
    """A form with files is multipart."""
    if isinstance(body.type, Ref) and any(
        row.type is not None and row.type.text.strip().lower() == "file"
        for row in book.lines_of(body.type.schema)
    ):
        return "multipart/form-data"
    return JSON
