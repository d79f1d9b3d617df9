"""A type cell cut into words, numbers, references and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gen.document import Block, Bullets, Note, Paragraph, Span


@dataclass(frozen=True, slots=True)
class Token:
    """One of them; ``target`` is the label of a reference."""

    kind: str  # word, ref, number, or the punctuation itself
    text: str
    target: str = ""

    @property
    def word(self) -> str:
        """The word, its case folded; '' for anything else."""
        return self.text.lower() if self.kind == "word" else ""


_TOKENS = re.compile(
    r"\d+(?![\w-])|[<>()\[\],/]|\.(?=\s|$)|[^\s<>()\[\],/.]+(?:\.(?=\S)[^\s<>()\[\],/]+)*"
)


def tokens_of(blocks: tuple[Block, ...]) -> Iterator[Token]:
    """The tokens of a cell's blocks, in order."""
    for block in blocks:
        match block:
            case Paragraph(spans):
                for span in _joined(spans):
                    if span.mark == "ref":
                        yield Token("ref", span.text.strip(), span.target)
                    else:
                        yield from split(span.text)
            case Bullets(items):
                for item in items:
                    yield from tokens_of(item)
            case Note(_, inner):
                yield from tokens_of(inner)
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


def split(text: str) -> Iterator[Token]:
    """The tokens of a text without references."""
    for found in _TOKENS.finditer(text.replace("\\", "")):
        token = found.group()
        if token.isdigit():
            yield Token("number", token)
        elif token in "<>()[],/.":
            yield Token(token, token)
        else:
            yield Token("word", token.rstrip(":;"))
