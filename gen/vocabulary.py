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

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeAlias

from gen.document import Block, Bullets, Cell, Note, Paragraph, Span
from gen.model import ScalarKind

_MOST_TOKENS = 100  # no type is a hundred words long, nor does it nest as deep


def _words(text: str) -> list[str]:
    return text.split()


SCALARS: dict[str, ScalarKind] = {
    **dict.fromkeys(
        _words(
            "string str strings char character characters varchar text datetime date time uuid"
            " enum enumeration uri url email password cidr ip ipv4 ipv6 mac base64"
        ),
        "string",
    ),
    **dict.fromkeys(
        _words(
            "integer integers int ints int8 int16 int32 int64 uint uint8 uint16 uint32 uint64"
            " long longs short byte bigint biginteger"
        ),
        "integer",
    ),
    **dict.fromkeys(
        _words(
            "number numbers numeric double doubles float floats float32 float64 decimal bigdecimal"
        ),
        "number",
    ),
    **dict.fromkeys(_words("boolean booleans bool bools"), "boolean"),
    **dict.fromkeys(_words("any anytype null timestamp yaml unknown"), "any"),
    **dict.fromkeys(_words("file binary stream inputstream multipartfile octet-stream"), "file"),
}
LISTS = frozenset(_words("array arrays list lists set collection sequence jsonarray arraylist"))
MAPS = frozenset(_words("map maps hashmap"))
OBJECTS = frozenset(
    _words(
        "object objects obj dict dicts dictionary json jsonobject struct structure structures"
        " map maps hashmap body"
    )
)
NULLS = frozenset(_words("null nil nullable optional"))
# What may stand before and after a single value's word, and says nothing of its type.
_QUALIFIED = frozenset(_words("string integer int number boolean bool float double long"))
NOUNS = frozenset(
    _words(
        "flag address addresses element elements item items record records entry entries member"
        " members values"
    )
)
FILLERS = frozenset(_words("type types format value data the a an"))


@dataclass(frozen=True, slots=True)
class Word:
    """A single value, as its word says; ``length`` from ``String(255)``."""

    kind: ScalarKind
    length: int | None = None


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; ``items`` None for a bare ``Array``. ``targets``: labels that stand outside the items."""

    items: TypeExpr | None = None
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MapOf:
    """Free keys; ``values`` None for a bare ``Map``."""

    values: TypeExpr | None = None
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """An object: its type's ``name`` ('' for a plain ``Object``) and the labels the cell refers to.

    ``many``: the cell says "objects" of one type without saying that they are a list.
    """

    name: str = ""
    targets: tuple[str, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """No type column, or an empty cell."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words no rule reads; ``guess`` is what they most likely mean."""

    text: str
    guess: TypeExpr | None = None
    targets: tuple[str, ...] = ()


TypeExpr: TypeAlias = "Word | ListOf | MapOf | Named | Missing | Unknown"


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # word, ref, number, or the punctuation itself
    text: str
    target: str = ""

    @property
    def word(self) -> str:
        return self.text.lower() if self.kind == "word" else ""


_TOKENS = re.compile(
    r"\d+(?![\w-])|[<>()\[\],/]|\.(?=\s|$)|[^\s<>()\[\],/.]+(?:\.(?=\S)[^\s<>()\[\],/]+)*"
)


def parse_type(cell: Cell | None) -> TypeExpr:
    """What a type cell says. Never raises; an unreadable cell is :class:`Unknown`."""
    if cell is None:
        return Missing()
    return _parse(list(_tokens(cell.blocks)), cell.text)


def parse_type_text(text: str) -> TypeExpr:
    """The same for a plain text without references."""
    return _parse(list(_split(text)), text)


def targets(expr: TypeExpr | None) -> tuple[str, ...]:
    """All labels an expression refers to, in the order they stand."""
    match expr:
        case ListOf(items, own):
            return (*targets(items), *own)
        case MapOf(values, own):
            return (*targets(values), *own)
        case Named(_, own, _) | Unknown(_, _, own):
            return own
        case _:
            return ()


def _tokens(blocks: tuple[Block, ...]) -> Iterator[_Token]:
    for block in blocks:
        match block:
            case Paragraph(spans):
                for span in _joined(spans):
                    if span.mark == "ref":
                        yield _Token("ref", span.text.strip(), span.target)
                    else:
                        yield from _split(span.text)
            case Bullets(items):
                for item in items:
                    yield from _tokens(item)
            case Note(_, inner):
                yield from _tokens(inner)
            case _:
                pass


def _joined(spans: tuple[Span, ...]) -> Iterator[Span]:
    """Neighbouring runs of text as one: ``binding:``\\ **profile** is a single word."""
    pending = ""
    for span in spans:
        if span.mark == "ref":
            if pending:
                yield Span(pending)
            pending = ""
            yield span
        else:
            pending += span.text
    if pending:
        yield Span(pending)


def _split(text: str) -> Iterator[_Token]:
    for found in _TOKENS.finditer(text.replace("\\", "")):
        token = found.group()
        if token.isdigit():
            yield _Token("number", token)
        elif token in "<>()[],/.":
            yield _Token(token, token)
        else:
            yield _Token("word", token.rstrip(":;"))


def _parse(tokens: list[_Token], text: str) -> TypeExpr:
    head = [token for token in tokens if token.word not in FILLERS and token.text != "-"]
    tail: list[_Token] = []
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
    parser = _Parser(head)
    try:
        expr = parser.type()
        parser.end()
    except _Unreadable:
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


def _guess(tokens: list[_Token]) -> TypeExpr | None:
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


class _Unreadable(Exception):
    """No rule of the grammar fits."""


class _Parser:
    """Recursive descent, one method a rule."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self, ahead: int = 0) -> _Token:
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else _Token("end", "")

    def take(self, kind: str) -> bool:
        if self.peek().kind == kind:
            self.at += 1
            return True
        return False

    def take_word(self, *words: str) -> bool:
        if self.peek().word and self.peek().word in words:
            self.at += 1
            return True
        return False

    def expect(self, kind: str) -> None:
        if not self.take(kind):
            raise _Unreadable

    def end(self) -> None:
        if self.at < len(self.tokens):
            raise _Unreadable

    def type(self) -> TypeExpr:
        expr = self.single()
        while self.peek().kind == "[" and self.peek(1).kind == "]":  # String[]
            self.at += 2
            expr = ListOf(expr)
        return expr

    def single(self) -> TypeExpr:
        token = self.peek()
        if self.take("["):
            if self.take("]"):  # []string
                return ListOf(self.type())
            items = self.type()
            self.expect("]")
            return ListOf(items)
        if token.word in LISTS or (token.word == "json" and self.peek(1).word in LISTS):
            return self.list_of()
        if token.word in MAPS and self.peek(1).kind == "<":
            return self.map_of()
        if token.word in SCALARS and not self.names_an_object():
            return self.scalar()
        if self.qualified():
            return self.scalar()
        return self.named()

    def qualified(self) -> bool:
        """Past the words before a single value's own (``Unsigned integer``); False where there are none."""
        ahead = 0
        while self.peek(ahead).kind in ("word", "number") and (
            self.peek(ahead).word == "json"
            or self.peek(ahead).word not in LISTS | OBJECTS | _QUALIFIED
        ):
            ahead += 1
        word = self.peek(ahead).word
        if not ahead or ahead > 3 or word not in _QUALIFIED:
            return False
        after = self.peek(ahead + 1).word
        if after in OBJECTS or after in LISTS:
            return False
        self.at += ahead
        return True

    def names_an_object(self) -> bool:
        """``file object``, ``string list``: a scalar's word that is not yet the type."""
        return self.peek(1).word in OBJECTS or (
            self.peek(1).word in LISTS and self.peek().word not in SCALARS
        )

    def list_of(self) -> TypeExpr:
        self.take_word("json")
        self.at += 1
        self.take_word("structure")
        of = self.take_word("of") or self.take("/")
        for opening, closing in (("<", ">"), ("(", ")"), ("[", "]")):
            if self.take(opening):
                items = None if self.peek().kind == closing else self.type()
                self.expect(closing)
                self.take_word(*OBJECTS)
                self.take_word(*LISTS)
                return ListOf(items, self.refs())
        if not of and self.peek().kind == "end":
            return ListOf()
        return ListOf(self.type())

    def map_of(self) -> TypeExpr:
        self.at += 1
        self.expect("<")
        first = self.type()
        second = self.type() if self.take(",") else None
        self.expect(">")
        if second is None and self.take("["):
            self.expect("]")
            second = ListOf(self.type())
        elif second is None and self.peek().kind in ("word", "ref"):
            second = self.type()
        else:
            self.take_word("object", "objects")
        return MapOf(second if second is not None else first, self.refs())

    def scalar(self) -> TypeExpr:
        kind = SCALARS[self.peek().word]
        self.at += 1
        expr: TypeExpr = Word(kind)
        for opening, closing in (("(", ")"), ("[", "]")):
            if self.peek(1).kind != closing and self.take(opening):
                length = int(self.peek().text) if self.peek().kind == "number" else None
                while self.peek().kind not in (closing, "end"):
                    self.at += 1
                self.expect(closing)
                expr = Word(kind, length)
        if self.take_word(*LISTS):
            self.take_word(*LISTS)
            return ListOf(expr)
        self.take_word(*NOUNS)
        while self.take_word("or") or self.take("/") or (not self.inside_map() and self.take(",")):
            if self.take_word(*NULLS):
                continue
            other = self.type()
            expr = expr if isinstance(other, Word) and other.kind == kind else Word("any")
        self.take_word(*NULLS)
        if self.peek().word in SCALARS:  # "Long integer", "Integer Integer"
            if SCALARS[self.peek().word] != kind:
                raise _Unreadable
            self.at += 1
        return expr

    def named(self) -> TypeExpr:
        """Words and references up to the word that says object, structure or array."""
        names: list[str] = []
        labels: list[str] = []
        says_object = listed = many = False
        while self.peek().kind in ("word", "ref", "number"):
            token = self.peek()
            if token.kind == "ref":
                labels.append(token.target)
                if token.text.lower() in OBJECTS:
                    says_object = True
                else:
                    names.append(token.text)
            elif token.word in OBJECTS:
                says_object = True
                many = token.word == "objects" and bool(labels) and not self.inside()
            elif token.word in LISTS:
                listed = True
            else:
                names.append(token.text)
            self.at += 1
        if self.take("("):  # "Dict (key and value)", "Object (REF)"
            while self.peek().kind not in (")", "end"):
                if self.peek().kind == "ref":
                    labels.append(self.peek().target)
                self.at += 1
            self.expect(")")
        if len(names) + len(labels) > 1 and names and names[-1].lower() in NOUNS:
            names.pop()
            says_object = True
        if not (says_object or listed or labels or self.inside()):
            raise _Unreadable
        named = Named(" ".join(names), tuple(dict.fromkeys(labels)), many and not listed)
        return ListOf(named) if listed else named

    def inside(self) -> bool:
        """Whether a list or map was opened before: only there a bare name is a type."""
        before = self.tokens[: self.at]
        return len(before) > 0 and any(
            token.word in LISTS | MAPS or token.kind in ("<", "(") for token in before
        )

    def inside_map(self) -> bool:
        """Whether a comma parts the key from the value."""
        kinds = [token.kind for token in self.tokens[: self.at]]
        return kinds.count("<") > kinds.count(">")

    def refs(self) -> tuple[str, ...]:
        found: list[str] = []
        while self.peek().kind == "ref":
            found.append(self.peek().target)
            self.at += 1
        return tuple(found)
