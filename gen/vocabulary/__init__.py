"""The grammar of type cells: ``Array of :ref:`Tag <…>` objects``, ``Map<String,Integer>``, ``String(255)``.

::

    cell      = type [ tail ]
    type      = list | map | named-list | object | scalar | union | name
    list      = LIST [ "of" | "data structure" ] [ "<" type ">" | "(" type ")" | "[" type "]" | type ]
              | "[" type "]" | "[" "]" type | type "[" "]"
    map       = MAP [ "<" type [ "," type ] ">" [ type ] ]
    named-list= name [ "structure" ] LIST
    object    = [ name ] OBJECT [ name ]
    scalar    = { QUALITY } SCALAR [ "(" NUMBER ")" | "[" NUMBER "]" ] [ NOUN ]
    union     = scalar { ( "or" | "/" | "," ) ( scalar | "null" ) }
    tail      = ( "." | "see" ) anything          (only its references are kept)

Words fold case. What no rule reads is :class:`Unknown`, with a guess where one is near.
"""

from __future__ import annotations

from difflib import get_close_matches

from gen.document import Cell
from gen.vocabulary.expressions import (
    ListOf,
    MapOf,
    Missing,
    Named,
    TypeExpr,
    Unknown,
    Word,
    targets,
)
from gen.vocabulary.parser import Parser, Unreadable
from gen.vocabulary.tokens import Token, split, tokens_of
from gen.vocabulary.words import FILLERS, LISTS, SCALARS

__all__ = [
    "ListOf",
    "MapOf",
    "Missing",
    "Named",
    "TypeExpr",
    "Unknown",
    "Word",
    "parse_type",
    "parse_type_text",
    "targets",
]

_MOST_TOKENS = 100  # no type is a hundred words long, nor does it nest as deep


def parse_type(cell: Cell | None) -> TypeExpr:
    """What a type cell says. Never raises; an unreadable cell is :class:`Unknown`."""
    if cell is None:
        return Missing()
    return _parse(list(tokens_of(cell.blocks)), cell.text)


def parse_type_text(text: str) -> TypeExpr:
    """The same for a plain text without references."""
    return _parse(list(split(text)), text)


def _parse(tokens: list[Token], text: str) -> TypeExpr:
    head = [token for token in tokens if token.word not in FILLERS and token.text != "-"]
    tail: list[Token] = []
    for index, token in enumerate(head):
        if token.kind == "." or token.word in ("for", "see"):
            head, tail = head[:index], head[index:]
            break
    late = tuple(token.target for token in tail if token.kind == "ref")
    while head and head[-1].kind == ",":
        head.pop()
    if not head:
        return Named("", late) if late else Missing()
    if len(head) > _MOST_TOKENS:
        refs = tuple(token.target for token in (*head, *tail) if token.kind == "ref")
        return Unknown(text, None, refs)
    parser = Parser(head)
    try:
        expr = parser.type()
        parser.end()
    except Unreadable:
        refs = tuple(token.target for token in (*head, *tail) if token.kind == "ref")
        if refs and any(token.word in LISTS for token in head):
            return Unknown(text, ListOf(Named("", refs)), refs)
        return Unknown(text, _guess(head), refs)
    return _refer(expr, late)


def _refer(expr: TypeExpr, labels: tuple[str, ...]) -> TypeExpr:
    """``List data structure. For details, see REF``: the references of the tail."""
    if not labels:
        return expr
    match expr:
        case ListOf(items, own) if items is None or isinstance(items, Word):
            return ListOf(items, (*own, *labels))
        case ListOf(items, own):
            return ListOf(_refer(items, labels), own) if items else expr
        case MapOf(values, own):
            return MapOf(values, (*own, *labels))
        case Named(name, own, many):
            return Named(name, (*own, *labels), many)
        case _:
            return expr


def _guess(tokens: list[Token]) -> TypeExpr | None:
    """``Sting`` is nearly String, ``IntegerInteger`` is Integer twice."""
    if len(tokens) != 1 or not tokens[0].word:
        return None
    word = tokens[0].word
    half = word[: len(word) // 2]
    if half * 2 == word and half in SCALARS:
        return Word(SCALARS[half])
    long_words = [known for known in SCALARS if len(known) > 4]
    near = get_close_matches(word, long_words, 1, 0.85)
    return Word(SCALARS[near[0]]) if near else None
