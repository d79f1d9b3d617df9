"""Tokens → an expression: recursive descent, one method a rule of the grammar."""

from __future__ import annotations

from gen.vocabulary.expressions import ListOf, MapOf, Named, TypeExpr, Word
from gen.vocabulary.tokens import Token
from gen.vocabulary.words import LISTS, MAPS, NOUNS, NULLS, OBJECTS, QUALIFIED, SCALARS


class Unreadable(Exception):
    """No rule of the grammar fits."""


class Parser:
    """Recursive descent, one method a rule."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self, ahead: int = 0) -> Token:
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else Token("end", "")

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
            raise Unreadable

    def end(self) -> None:
        if self.at < len(self.tokens):
            raise Unreadable

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
            or self.peek(ahead).word not in LISTS | OBJECTS | QUALIFIED
        ):
            ahead += 1
        word = self.peek(ahead).word
        if not ahead or ahead > 3 or word not in QUALIFIED:
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
                raise Unreadable
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
            raise Unreadable
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
