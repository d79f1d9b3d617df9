"""Which lines of code come from which rows of the docs, for one operation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gen.diff.fields import own_fields
from gen.model import Array, Body, Field, Map, Operation, Ref, Schema, Service, Source, Type
from gen.review.code import (
    CodeIndex,
    Span,
    argument_lines,
    calls,
    class_named,
    coloured,
    field_lines,
    methods,
    span,
)


@dataclass(slots=True)
class Segments:
    """Stretches of code that are shown, each once however many operations show it."""

    index: CodeIndex
    added: dict[str, frozenset[int]] = field(default_factory=dict)
    items: list[dict[str, Any]] = field(default_factory=list)
    numbers: dict[tuple[str, Span], int] = field(default_factory=dict)
    colours: dict[str, list[list[list[str]]]] = field(default_factory=dict)

    def number(self, file: str, lines: Span) -> int:
        """The number of the stretch, made on first use."""
        key = (file, lines)
        if key not in self.numbers:
            if file not in self.colours:
                self.colours[file] = coloured(self.index.texts[file])
            fresh = self.added.get(file, frozenset())
            self.numbers[key] = len(self.items)
            self.items.append(
                {
                    "file": file,
                    "start": lines[0],
                    "lines": self.colours[file][lines[0] - 1 : lines[1]],
                    "added": [no for no in range(lines[0], lines[1] + 1) if no in fresh],
                }
            )
        return self.numbers[key]


@dataclass(frozen=True, slots=True)
class Met:
    """A field that an operation reaches: with its schema, or without one for a parameter.

    ``argument`` is its argument of the client's method, '' where it is none.
    """

    field: Field
    schema: Schema | None
    argument: str = ""


def reached(service: Service, operation: Operation) -> Iterator[Met]:
    """Every parameter and every field of the bodies, each schema once."""
    for parameter in operation.parameters:
        yield Met(parameter.field, None, parameter.field.attribute)
    seen: set[str] = set()
    flat, names = _flat(service, operation), dict(operation.arguments)
    for met in _body(service, operation, operation.request, seen):
        if met.schema is not None and met.schema.key == flat and met.field.wire in names:
            yield Met(met.field, met.schema, names[met.field.wire])
        else:
            yield met
    for response in operation.responses:
        for header in response.headers:
            yield Met(header.field, None)
        yield from _body(service, operation, response.body, seen)


def _flat(service: Service, operation: Operation) -> str:
    """The schema whose fields the client's method takes as arguments, '' where there is none."""
    body = operation.request
    if body is None or not isinstance(body.type, Ref):
        return ""
    if not operation.wrapper:
        return body.type.schema
    schema = service.schemas.get(body.type.schema)
    for item in schema.fields if schema is not None else ():
        if item.wire == operation.wrapper and isinstance(item.type, Ref):
            return item.type.schema
    return ""


def _body(
    service: Service, operation: Operation, body: Body | None, seen: set[str]
) -> Iterator[Met]:
    if body is not None:
        yield from _type(service, operation, body.type, seen)
        if body.item is not None:
            yield Met(body.item, None)


def _type(service: Service, operation: Operation, of: Type, seen: set[str]) -> Iterator[Met]:
    if isinstance(of, Array):
        yield from _type(service, operation, of.items, seen)
    elif isinstance(of, Map):
        yield from _type(service, operation, of.values, seen)
    elif isinstance(of, Ref) and of.schema in service.schemas and of.schema not in seen:
        seen.add(of.schema)
        schema = service.schemas[of.schema]
        extra = (schema.additional,) if schema.additional is not None else ()
        for item in (*own_fields(schema, operation.page), *extra):
            yield Met(item, schema)
            yield from _type(service, operation, item.type, seen)


def module_file(index: CodeIndex, operation: Operation) -> str:
    """The file of the operation's own module, '' where there is none."""
    names = {operation.module, operation.name} - {""}
    for file in index.texts:
        if "operations/" in file and file.rpartition("/")[2].removesuffix(".py") in names:
            return file
    return ""


@dataclass(slots=True)
class Linker:
    """The code of one operation and its links to rows."""

    service: Service
    operation: Operation
    segments: Segments
    shown: list[int] = field(default_factory=list)

    def link(self) -> Iterator[tuple[Source, str, Span]]:
        """Each row's place with a file and the lines there that come from it."""
        index = self.segments.index
        own = module_file(index, self.operation)
        entries = self._methods()
        if own:
            self._show(own, (1, _length(index, own)))
        for met in reached(self.service, self.operation):
            for file, lines in self._lines(met, own, entries):
                for source in met.field.sources:
                    yield source, file, lines

    def _show(self, file: str, lines: Span) -> None:
        number = self.segments.number(file, lines)
        if number not in self.shown:
            self.shown.append(number)

    def _methods(self) -> list[tuple[str, Any]]:
        index, name = self.segments.index, self.operation.name
        where = "_groups/" if self.operation.group else "_client.py"
        found = methods(index, where, name) or methods(index, "_client.py", name)
        for file, lines in _joined([(file, span(function)) for file, function in found]):
            self._show(file, lines)
        return found

    def _lines(
        self, met: Met, own: str, entries: list[tuple[str, Any]]
    ) -> Iterator[tuple[str, Span]]:
        index, item = self.segments.index, met.field
        attribute = item.attribute or item.wire
        for file, function in entries if met.argument else ():
            for lines in argument_lines(function, met.argument):
                yield file, lines
        if met.schema is None:
            if own:
                for lines in calls(index.trees[own], item.wire):
                    yield own, lines
            return
        found = class_named(index, met.schema.name, own)
        if found is None:
            return
        if found.file != own:
            self._show(found.file, found.span)
        yield from field_lines(index, found, attribute, item.wire)


def _joined(parts: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Stretches that follow each other, as overloads do, as one."""
    found: list[tuple[str, Span]] = []
    for file, (first, last) in parts:
        if found and found[-1][0] == file and 0 <= first - found[-1][1][1] <= 2:
            found[-1] = (file, (found[-1][1][0], last))
        else:
            found.append((file, (first, last)))
    return found


def _length(index: CodeIndex, file: str) -> int:
    return max(index.texts[file].rstrip("\n").count("\n") + 1, 1)
