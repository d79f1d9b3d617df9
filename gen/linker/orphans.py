"""Tables that nothing refers to: attached where a caption or an example shows their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gen.linker import messages
from gen.linker.arbitrate import ANY
from gen.linker.book import Book, is_open
from gen.linker.cells import fold, read_name, singular
from gen.linker.operations import schema_keys
from gen.linker.tables import Node, caption_names
from gen.model import Array, Example, Field, Schema, Type


def attach(book: Book, file: str, roots: Iterable[str], examples: Sequence[Example]) -> None:
    """Give each unused table of a page to the free-form fields whose name its caption says,

    or under which examples show its keys; else to a body that it describes in another case.
    """
    for node in book.tables.by_page[file]:
        if node in book.used or node.table.role != "schema" or not node.table.rows:
            continue
        names = {
            form for name in caption_names(node.table.caption) for form in (name, singular(name))
        }
        found = [
            (schema, field)
            for schema in reached(book, roots)
            if schema.direction == node.table.direction
            for field in schema.fields
            if is_open(field.type) and ({fold(field.wire), singular(fold(field.wire))} & names)
        ]
        if not found:
            found = _by_rows(book, node, roots)
        if not found and (root := _alternative(book, node, roots, examples)):
            book.extend(root, node)
        for schema, field in found:
            inner = book.table_type((node,), schema.direction, field.wire)
            _retype(book, schema.key, field, _put(field.type, inner))
            message, hint = messages.by_caption(node.table, field)
            book.log.say("TW214", message, node.source, hint)
        book.finish()


def reached(book: Book, roots: Iterable[str]) -> list[Schema]:
    """The schemas below the roots, each once."""
    seen: dict[str, Schema] = {}
    waiting = list(roots)
    while waiting:
        key = waiting.pop(0)
        if key in seen or key not in book.schemas:
            continue
        schema = seen[key] = book.schemas[key]
        for field in (*schema.fields, *((schema.additional,) if schema.additional else ())):
            waiting.extend(schema_keys(field.type))
    return list(seen.values())


def _put(type_: Type, inner: Type) -> Type:
    if isinstance(type_, Array):
        return inner if isinstance(inner, Array) else Array(_put(type_.items, inner))
    return inner


def _retype(book: Book, key: str, field: Field, type_: Type) -> None:
    schema = book.schemas[key]
    fields = tuple(replace(f, type=type_) if f.wire == field.wire else f for f in schema.fields)
    book.schemas[key] = replace(schema, fields=fields)


def _by_rows(book: Book, node: Node, roots: Iterable[str]) -> list[tuple[Schema, Field]]:
    """The open field under which an example shows exactly this table's keys."""
    names = {wire for row in node.table.rows for wire in read_name(row.source.parameter).wires}
    if not names:
        return []
    below = book.shown[node.file].below if node.file in book.shown else {}
    parents = {
        key
        for (way, key), keys in below.items()
        if way == node.table.direction
        and key
        and (keys == names or (len(keys) > 1 and keys <= names))
    }
    return [
        (schema, field)
        for schema in reached(book, roots)
        if schema.direction == node.table.direction
        for field in schema.fields
        if is_open(field.type) and field.type != ANY and field.wire in parents
    ]


def _alternative(
    book: Book, node: Node, roots: Iterable[str], examples: Sequence[Example]
) -> str | None:
    """The body that a table describes for another case.

    It has half its fields in common with the body, or examples show more of the table's keys
    than of the body's.
    """
    names = {wire for row in node.table.rows for wire in read_name(row.source.parameter).wires}
    for key in roots:
        schema = book.schemas.get(key)
        if schema is None or schema.direction != node.table.direction or schema.page != node.file:
            continue
        known = {field.wire for field in schema.fields}
        if len(names & known) >= max(2, len(names) / 2):
            return key
        for example in examples:
            if example.direction != schema.direction or not isinstance(example.value, dict):
                continue
            sent = set(example.value)
            if sent - known and len(sent & names) >= max(1, 0.8 * len(sent)):
                return key
    return None
