"""The words of findings about tables and rows: what was found, what was expected, what was done; and what to do.

Each function gives the message and the hint of one code.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from gen.linker.tables import Node
from gen.model import Field, Source
from gen.pages.page import ParameterRow, ParameterTable

Words = tuple[str, str]


def no_label(name: str, label: str, known: Iterable[str]) -> Words:
    """TW211: a reference to a label that the docs do not have."""
    near = get_close_matches(label, sorted(known), 1, 0.8)
    meant = f" (is it {near[0]!r}?)" if near else ""
    return (
        f"{name!r}: found a reference to the label {label!r}, expected one that a table or a page"
        " of the docs has; the reference is not followed",
        f"correct the label{meant}, or set it above the table that describes the type",
    )


def no_fields(name: str, label: str, what: str) -> Words:
    """TW212: a reference to something that describes no object."""
    return (
        f"{name!r}: the label {label!r} leads to {what}, expected a table of fields;"
        " the reference is not followed",
        "refer to the table that describes the type; set a label above it if it has none",
    )


def unused(table: ParameterTable) -> Words:
    """TW213: a table that nothing leads to."""
    rows = len(table.rows)
    refer = f":ref:`… <{table.labels[0]}>`" if table.labels else "a label set above the table"
    return (
        f"found {_captioned(table)} with {rows} {'row' if rows == 1 else 'rows'}, expected a field"
        " that refers to it or has its caption's name; its rows are not in the model",
        f"refer to the table from the type of the field it describes, by {refer}",
    )


def by_caption(table: ParameterTable, field: Field) -> Words:
    """TW214: a table that no field refers to, and the field it was given to."""
    where = f"line {field.source.line}"
    return (
        f"{_captioned(table)}: expected a field that refers to it, found none;"
        f" it is taken to describe {field.wire!r} ({where})",
        f"refer to the table from the type of {field.wire!r} in {where}",
    )


def copied(name: str, found: Node, own: Node) -> Words:
    """TW214: a reference that was copied along, and the page's own table."""
    return (
        f"{name!r}: found a reference to {_captioned(found.table)} of"
        f" {found.file}:{found.table.line}, expected one to {_captioned(own.table)}"
        f" of this page, line {own.table.line}, which nothing refers to; that one is taken",
        f"refer to the table in line {own.table.line}",
    )


def twice(wire: str, first: Source) -> Words:
    """TW216: a second row of a name in one table."""
    return (
        f"{wire!r}: found a second row, the first is in line {first.line}; expected one row for"
        " each parameter; both are taken together",
        "take one of the rows out, or correct the name of the one that is another parameter",
    )


def two_types(before: Field, after: Field) -> Words:
    """TW217: rows of one parameter with different types."""
    other = after.source
    where = (
        f"line {other.line}" if other.file == before.source.file else f"{other.file}:{other.line}"
    )
    return (
        f"{before.wire!r}: found {_type(before)} here and {_type(after)} in {where}, expected one"
        " type in all rows of a parameter; what takes both is used",
        "correct the type that is wrong",
    )


def shifted(row: ParameterRow) -> Words:
    """TW219: cells under other cells' headings."""
    parts = [
        f"{what} {cell.text!r}"
        for what, cell in (("the type", row.type), ("the Mandatory", row.mandatory))
        if cell is not None and cell.text
    ]
    return (
        f"{row.source.parameter!r}: found {' and '.join(parts) or 'cells'} under another cell's"
        " heading, expected every cell under its own; the cells are read as what they hold",
        "put the type under the heading of types, and Yes or No under that of Mandatory",
    )


def no_key(name: str, wires: tuple[str, ...], any_key: bool) -> Words:
    """TW223: a name that cannot be sent as it stands."""
    if any_key or not wires:
        done = "it is taken for any key"
    else:
        done = f"it is taken as {', '.join(map(repr, wires))}"
    return (
        f"found the name {name!r}, expected a key exactly as it is sent; {done}",
        "write the key as it is sent, without blanks or notes, or {…} where any key may stand",
    )


def _captioned(table: ParameterTable) -> str:
    return f"the table {table.caption!r}" if table.caption else "a table without a caption"


def _type(field: Field) -> str:
    return f"the type {field.type_cell!r}" if field.type_cell else "no type"
