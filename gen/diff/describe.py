"""Operations, fields and types in words, for messages."""

from __future__ import annotations

import re

from gen.diff.catalog import Entity
from gen.exhaustive import assert_never
from gen.model import Array, Free, Map, Operation, Ref, Scalar, ScalarKind, Type
from gen.report.escape import one_line, quote

_VERSION = re.compile(r"v\d[\d.]*", re.IGNORECASE)
_ONE: dict[ScalarKind, str] = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "a boolean",
    "any": "any value",
    "file": "a file",
}
_MANY: dict[ScalarKind, str] = {
    "string": "strings",
    "integer": "integers",
    "number": "numbers",
    "boolean": "booleans",
    "any": "any values",
    "file": "files",
}


def identity(operation: Operation) -> str:
    """``METHOD path``, and the discriminator where pages share both; what ``Change.operation`` holds."""
    tail = f" ({operation.discriminator})" if operation.discriminator else ""
    return one_line(f"{operation.method} {operation.path}{tail}")


def short(operation: Operation) -> str:
    """``GET …/things/{id}``, ``POST …/things/{id}/action``: the method and the path from its last two
    fixed parts on; what says the version is none of them.
    """
    parts = [part for part in operation.path.split("/") if part]
    fixed = [
        number
        for number, part in enumerate(parts)
        if not part.startswith("{") and not _VERSION.fullmatch(part)
    ]
    start = fixed[-2:][0] if fixed else max(len(parts) - 1, 0)
    lead = "…/" if start > 0 else "/"
    tail = f" ({operation.discriminator})" if operation.discriminator else ""
    return one_line(f"{operation.method} {lead}{'/'.join(parts[start:])}{tail}")


def dotted(path: str) -> str:
    """A field's path for people: without the root, ``thing.parts[].size``."""
    return re.sub(r"^\$\.?", "", path) or "body"


def subject(operation: Operation, entity: Entity, path: str) -> str:
    """Whom a sentence about a field speaks of: ``\\`limit\\` of GET …/things``."""
    name = quote(dotted(path))
    if entity == "response-property":
        return f"{name} in the answer of {short(operation)}"
    return f"{name} of {short(operation)}"


def type_words(of: Type) -> str:
    """A type as it follows "is": ``a string``, ``a list of objects``."""
    match of:
        case Scalar():
            return _ONE[of.kind]
        case Array():
            return f"a list of {_plural(of.items)}"
        case Map():
            return f"an object whose values are {_plural(of.values)}"
        case Ref():
            return "an object with documented fields"
        case Free():
            return "a free object"
        case _:
            assert_never(of)


def _plural(of: Type) -> str:
    match of:
        case Scalar():
            return _MANY[of.kind]
        case Array():
            return f"lists of {_plural(of.items)}"
        case Map():
            return f"objects whose values are {_plural(of.values)}"
        case Ref():
            return "objects with documented fields"
        case Free():
            return "free objects"
        case _:
            assert_never(of)
