"""One operation page as an Operation: parameters, bodies, examples, paging, identity."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gen.document import plain
from gen.linker.bodies import request_body, responses
from gen.linker.book import Book
from gen.linker.examples import top_keys
from gen.linker.paging import find_paging
from gen.linker.parameters import RequestReader
from gen.model import (
    Array,
    Body,
    Example,
    Field,
    Map,
    Operation,
    Parameter,
    Ref,
    Response,
    Schema,
    Source,
    Type,
)
from gen.pages.page import Page


@dataclass(frozen=True, slots=True)
class Draft:
    """An operation before schemas are finished and identities are settled."""

    page: Page
    parameters: tuple[Parameter, ...]
    request: Body | None
    responses: tuple[Response, ...]
    examples: tuple[Example, ...]

    @property
    def roots(self) -> tuple[str, ...]:
        """The keys of all schemas that its messages begin with."""
        bodies = [self.request, *(response.body for response in self.responses)]
        types = [body.type for body in bodies if body is not None]
        types += [parameter.field.type for parameter in self.parameters]
        return tuple(dict.fromkeys(key for type_ in types for key in schema_keys(type_)))


def draft(page: Page, book: Book, examples: tuple[Example, ...], own_projects: bool) -> Draft:
    """Read a page that has a request line."""
    line = page.lines[0]
    nodes = book.tables.by_page[page.file]
    reader = RequestReader(
        page, book, top_keys(examples, "request"), own_projects, line.path, line.method
    )
    request = reader.read(nodes)
    body = request_body(page, request, book, examples, line.method)
    answers = responses(page, book, nodes, examples)
    parameters = tuple(
        (
            replace(parameter, explode=_repeats(parameter.field, examples))
            if _is_list(parameter)
            else parameter
        )
        for parameter in request.parameters.values()
    )
    return Draft(page, parameters, body, answers, examples)


def operations(drafts: Sequence[Draft], schemas: Mapping[str, Schema]) -> tuple[Operation, ...]:
    """The operations in the pages' order, each with an identity of its own."""
    shared: dict[str, list[Draft]] = {}
    for one in drafts:
        shared.setdefault(_base(one), []).append(one)
    marks: dict[str, str] = {}
    for group in shared.values():
        if len(group) > 1:
            keys = [_single_key(one, schemas) for one in group]
            labels = [one.page.label for one in group]
            for one, key in zip(group, keys, strict=True):
                label = one.page.label if labels.count(one.page.label) == 1 else one.page.file
                marks[one.page.file] = key if key and keys.count(key) == 1 else label
    repeat = any(parameter.explode for one in drafts for parameter in one.parameters)
    drafts = [_repeating(one) for one in drafts] if repeat else drafts
    return tuple(_operation(one, marks.get(one.page.file, ""), schemas) for one in drafts)


def normalised(path: str) -> str:
    """A path with its placeholders' names taken out and no slash at its end."""
    return re.sub(r"{[^{}]*}", "{}", path).rstrip("/") or "/"


def _base(one: Draft) -> str:
    line = one.page.lines[0]
    return f"{line.method} {normalised(line.path)}"


def _operation(one: Draft, mark: str, schemas: Mapping[str, Schema]) -> Operation:
    page, line = one.page, one.page.lines[0]
    return Operation(
        key=_base(one) + (f"#{mark}" if mark else ""),
        method=line.method,
        path=line.path,
        title=page.title,
        page=page.file,
        source=Source(page.file, line.line),
        label=page.label,
        summary=page.summary,
        folder=page.folder,
        host=line.host,
        discriminator=mark,
        twin_paths=tuple(
            twin.path
            for twin in page.lines[1:]
            if twin.method == line.method and twin.path != line.path
        ),
        parameters=one.parameters,
        request=one.request,
        responses=one.responses,
        examples=one.examples,
        paging=find_paging(line.method, one.parameters, one.request, one.responses, schemas),
        deprecated=page.deprecated,
    )


def _single_key(one: Draft, schemas: Mapping[str, Schema]) -> str:
    """The body's only key, from its table, else from its examples."""
    if one.request is not None and isinstance(one.request.type, Ref):
        fields = schemas[one.request.type.schema].fields
        if len(fields) == 1:
            return fields[0].wire
    sent = top_keys(one.examples, "request")
    return next(iter(sent)) if len(sent) == 1 else ""


def _is_list(parameter: Parameter) -> bool:
    return parameter.location == "query" and isinstance(parameter.field.type, Array)


def _repeating(one: Draft) -> Draft:
    """Lists in the query are repeated in the whole service, if they are anywhere; not where commas are spoken of."""
    parameters = tuple(
        (
            replace(parameter, explode=True)
            if _is_list(parameter) and not re.search(r"\bcommas?\b", _told(parameter.field), re.I)
            else parameter
        )
        for parameter in one.parameters
    )
    return replace(one, parameters=parameters)


def _told(field: Field) -> str:
    return " ".join(plain(block) for block in field.description)


def _repeats(field: Field, examples: Sequence[Example]) -> bool:
    """Whether an example's request line, or the description, gives a query parameter more than once."""
    name = re.escape(field.wire)
    return bool(re.search(rf"\b{name}=[^&\s]*&{name}=", _told(field))) or any(
        len(re.findall(rf"[?&]{name}=", e.target)) > 1 for e in examples
    )


def schema_keys(type_: Type) -> list[str]:
    """The schema a type leads to, through arrays and maps."""
    match type_:
        case Ref(key):
            return [key]
        case Array(inner) | Map(inner):
            return schema_keys(inner)
        case _:
            return []
