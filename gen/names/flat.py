"""Which body fields a flat call takes, and under which argument names."""

from __future__ import annotations

from collections.abc import Mapping

from gen.model import Field, Operation, Ref, Schema
from gen.names.identifiers import ARGUMENT_NAMES, attributes


def flat_fields(
    operation: Operation, schemas: Mapping[str, Schema]
) -> tuple[str, tuple[Field, ...]]:
    """(wire key of the single wrapping object or '', the fields that can be given flat).

    Nothing can where the body is no object with a table.
    """
    body = operation.request
    if body is None or not isinstance(body.type, Ref):
        return "", ()
    root = schemas[body.type.schema]
    if len(root.fields) == 1 and root.additional is None:
        only = root.fields[0]
        if isinstance(only.type, Ref) and only.type.schema != root.key:
            inner = schemas[only.type.schema]
            if inner.fields:
                return only.wire, inner.fields
    return "", root.fields


def parameter_attributes(operation: Operation, locked: Mapping[str, str]) -> dict[str, str]:
    """``location wire`` → attribute: path first; a name that is taken gets its location before it."""
    order = ("path", "query", "header", "cookie")
    named = {
        f"{one.location} {one.field.wire}": locked[f"{one.location} {one.field.wire}"]
        for one in operation.parameters
        if f"{one.location} {one.field.wire}" in locked
    }
    for location in order:
        here = [one.field.wire for one in operation.parameters if one.location == location]
        own = {wire: named[f"{location} {wire}"] for wire in here if f"{location} {wire}" in named}
        for wire, name in attributes(here, own, ARGUMENT_NAMES).items():
            key = f"{location} {wire}"
            if key in named:
                continue
            if name in named.values() or name.rstrip("_") in ARGUMENT_NAMES:
                name = f"{location}_{name.rstrip('_')}"
            named[key] = name
    return named


def arguments(
    operation: Operation,
    fields: tuple[Field, ...],
    parameters: Mapping[str, str],
    names: Mapping[str, str],
    locked: Mapping[str, str],
) -> tuple[tuple[str, str], ...]:
    """(wire, argument) of the flat body fields; what a parameter or the method itself has gets ``body_``.

    ``names``: wire → attribute of those fields.
    """
    silent = {
        f"{one.location} {one.field.wire}"
        for one in operation.parameters
        if one.client and one.location != "path"
    }
    taken = set(ARGUMENT_NAMES) | {name for key, name in parameters.items() if key not in silent}
    taken |= {locked[field.wire] for field in fields if field.wire in locked}
    found: list[tuple[str, str]] = []
    for field in fields:
        name = locked.get(field.wire, "")
        if not name:
            name = names[field.wire]
            while name in taken or name.rstrip("_") in ARGUMENT_NAMES:
                name = f"body_{name.rstrip('_')}"
            taken.add(name)
        found.append((field.wire, name))
    return tuple(found)
