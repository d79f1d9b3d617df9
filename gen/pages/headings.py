"""What a column's heading says: by the whole heading, then by its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from gen.pages.sections import folded

Column = Literal["name", "sub", "type", "mandatory", "description", "location", "extra"]

_HEADINGS: dict[Column, tuple[str, ...]] = {
    "name": (
        "parameter", "parameters", "parameter name", "name", "attribute", "attributes", "attribute name",
        "key", "field", "field name", "element", "response item", "request item", "item", "property",
        "property name", "header", "header name", "response parameter", "request parameter",
        "variable", "member", "argument", "arguments", "params", "param", "placeholder",
    ),
    "sub": ("sub-parameter", "subparameter", "sub-parameters", "sub parameter", "sub-attribute"),
    "type": (
        "type", "value type", "data type", "parameter type", "string", "types", "object type",
        "field type", "attribute type", "type of value",
    ),
    "mandatory": (
        "mandatory", "mandatory or not", "mandatory/optional", "mandatory or optional", "required",
        "is mandatory", "optional", "optional/mandatory", "mandatory (yes/no)", "requirement",
        "compulsory", "required or not", "mandatory?", "required?", "option",
    ),
    "description": (
        "description", "descriptions", "remarks", "remark", "explanation", "meaning", "note", "notes",
        "parameter description", "desc", "details", "comment", "comments", "function",
    ),
    "location": ("in", "location", "position", "parameter location", "parameter position", "located in"),
    "extra": (
        "constraint", "constraints", "value range", "range", "default value", "default", "example",
        "example value", "restrictions", "restriction", "crud", "sample value", "options", "value",
        "reference value", "unit", "values",
    ),
}  # fmt: skip
_BY_HEADING: dict[str, Column] = {
    heading: column for column, headings in _HEADINGS.items() for heading in headings
}

_NAME = frozenset(
    """parameter param field attribute element property key variable member argument item header
    placeholder name""".split()
)
_OF_NAME = frozenset(
    """request response input output body query path uri url form json api http message returned
    return rest xml data basic""".split()
)
_TYPE = frozenset(["type", "datatype"])
_OF_TYPE = frozenset("data value object java json variable length size format restriction".split())
_MANDATORY = frozenset(
    """mandatory required optional compulsory obligatory necessity necessary needed requisite
    optionality requirement req yes must presence""".split()
)
_OF_MANDATORY = frozenset(["whether", "not", "or", "is", "it", "to", "be", "are", "no"])
_DESCRIPTION = frozenset(
    """description desc describe meaning remark comment explanation note detail definition purpose
    usage instruction interpretation introduction information content summary function""".split()
)
_OF_DESCRIPTION = frozenset(["value", "constraint", "restriction", "range", "brief"])
_FILLERS = frozenset(["the", "a", "an", "of", "for", "and", "in"])


def is_known(heading: str) -> bool:
    """Whether the heading as a whole is one of those that tables of parameters have."""
    return folded(heading) in _BY_HEADING


@lru_cache(maxsize=2048)
def column_of(heading: str) -> Column | None:
    """The column that a heading names; None for one we do not know."""
    text = folded(heading)
    return _BY_HEADING.get(text) or _by_words(text)


def is_number(heading: str) -> bool:
    """Whether a heading is that of a column of running numbers."""
    return folded(heading).rstrip(".") in ("no", "#", "s/n", "sn", "number", "index", "sequence")


def _by_words(text: str) -> Column | None:
    """``Parameter Data Type``, ``Whether Mandatory``, ``Field/Parameter``, ``Description and Constraints``."""
    words = {_singular(word) for word in re.findall(r"[a-z]+", text)} - _FILLERS
    of_name = _NAME | _OF_NAME
    if words & _TYPE and words <= _TYPE | _OF_TYPE | of_name:
        return "type"
    if words == {"m", "o"}:
        return "mandatory"
    if words & _MANDATORY and words <= _MANDATORY | _OF_MANDATORY | _NAME:
        return "mandatory"
    if words & _DESCRIPTION and words <= _DESCRIPTION | _OF_DESCRIPTION | of_name:
        return "description"
    if words & _NAME and words <= of_name:
        return "name"
    return None


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 2 else word
