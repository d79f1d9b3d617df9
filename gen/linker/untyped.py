"""Query parameters whose tables have no type column: whole numbers where the docs leave no doubt.

On the wire a query holds text only, so that a row without a type could be sent
as any value. It is a whole number where all rows of its name that have a type
say so, or, where there are none, where its own text speaks of one ("The value
ranges from 1 to 100", "must be a decimal integer"). Else it stays a string.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from gen.document import plain
from gen.model import Field, Operation, Parameter, Scalar, Type

_TEXT = Scalar("string")
_WHOLE = Scalar("integer")
_END = r"\d[\d,]*(?: \((?:in|ex)clusive\))?"
_SAYS_WHOLE = re.compile(
    rf"\brang(?:e|es|ing)\b(?: is|:)?(?: from)? [\[(]?-?{_END}(?: ?[,\-–~] ?| to | and ){_END}"
    r"|\b(?:decimal|positive|non-negative|negative|whole) (?:integer|number)\b|\ban integer\b"
    r"|\bsuch as \d+(?:, \d+)+",
    re.I,
)
# "The length ranges from 1 to 64 characters", "decimal digits": numbers that are not the value.
_OF_TEXT = re.compile(r"\b(?:characters?|length|digits|bytes|letters|string)\b", re.I)


def settle_untyped(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """The operations, with the type of each query parameter that no table gives as far as it is certain."""
    operations = tuple(operations)
    typed: defaultdict[str, set[Type]] = defaultdict(set)
    for operation in operations:
        for one in operation.parameters:
            if one.location == "query" and one.field.type_cell:
                typed[one.field.wire].add(one.field.type)
    return tuple(
        replace(operation, parameters=tuple(_settled(one, typed) for one in operation.parameters))
        for operation in operations
    )


def _settled(one: Parameter, typed: dict[str, set[Type]]) -> Parameter:
    field = one.field
    if one.location != "query" or field.type_cell or field.type != _TEXT:
        return one
    known = typed.get(field.wire, set())
    if known != {_WHOLE} and (known or not _says_whole(field)):
        return one
    return replace(one, field=replace(field, type=_WHOLE, inferred=True))


def _says_whole(field: Field) -> bool:
    text = " ".join(plain(block) for block in field.description)
    return _SAYS_WHOLE.search(text) is not None and not _OF_TEXT.search(text)
