"""A description in, its rules out: the whole stage over one small table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from gen.findings import Finding
from gen.model import (
    Array,
    Body,
    BodyRule,
    Example,
    Field,
    Operation,
    Ref,
    Remark,
    Scalar,
    Schema,
    Sentence,
    Service,
    Source,
    Type,
    ValueRule,
)
from gen.rst import read
from gen.rules import apply

TYPES: dict[str, Type] = {
    "string": Scalar("string"),
    "integer": Scalar("integer"),
    "number": Scalar("number"),
    "boolean": Scalar("boolean"),
    "any": Scalar("any"),
    "strings": Array(Scalar("string")),
    "integers": Array(Scalar("integer")),
}


@dataclass(frozen=True)
class Outcome:
    """What came of one table."""

    rules: tuple[ValueRule, ...]
    body: tuple[BodyRule, ...]
    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...]
    schema: Schema

    @property
    def hard(self) -> tuple[ValueRule, ...]:
        """The enforced ones, defaults and secrets left out."""
        kinds = ("Default", "Secret")
        return tuple(
            r for r in self.rules if r.certainty == "hard" and type(r).__name__ not in kinds
        )

    def one(self, kind: type) -> ValueRule:
        """The only rule of a kind."""
        (found,) = [rule for rule in self.rules if isinstance(rule, kind)]
        return found

    def none(self, kind: type, *, hard: bool = True) -> bool:
        """Whether there is no (hard) rule of a kind."""
        return not [
            r for r in self.rules if isinstance(r, kind) and (not hard or r.certainty == "hard")
        ]

    def field(self, wire: str) -> Field:
        """A field of the table."""
        return next(one for one in self.schema.fields if one.wire == wire)


def prose(text: str):
    """A description's blocks: ``text`` as RST."""
    page = read(f"Page\n====\n\nPart\n----\n\n{text}\n", "page.rst")
    return page.sections[0].blocks if page.sections else ()


def field(wire: str, kind: str | Type, text: str, line: int) -> Field:
    """A row."""
    type_ = TYPES[kind] if isinstance(kind, str) else kind
    return Field(
        wire=wire,
        type=type_,
        required=False,
        description=prose(text),
        sources=(Source("page.rst", line, 1, wire),),
        type_cell=kind if isinstance(kind, str) else "",
    )


@pytest.fixture
def read_rules() -> Callable[..., Outcome]:
    """``read_rules(text, wire, kind, others={wire: (kind, text)}, bodies=[…])`` → Outcome of the table."""

    def run(
        text: str,
        wire: str = "thing",
        kind: str | Type = "string",
        others: dict[str, tuple[str | Type, str]] | None = None,
        bodies: tuple[object, ...] = (),
        direction: str = "request",
        caption: str = "Thing",
        type_cell: str | None = None,
        tables: dict[str, Schema] | None = None,
    ) -> Outcome:
        first = field(wire, kind, text, 10)
        if type_cell is not None:
            first = Field(
                wire=first.wire,
                type=first.type,
                required=False,
                description=first.description,
                sources=first.sources,
                type_cell=type_cell,
            )
        rest = [
            field(name, *about, 11 + at) for at, (name, about) in enumerate((others or {}).items())
        ]
        schema = Schema(
            key="t",
            direction="request" if direction == "request" else "response",
            caption=caption,
            sources=(Source("page.rst", 5, 1),),
            fields=(first, *rest),
            page="page.rst",
        )
        examples = tuple(
            Example(
                direction="request",
                source=Source("page.rst", 90 + at),
                parsed=True,
                value=value,
            )
            for at, value in enumerate(bodies)
        )
        operation = Operation(
            key="POST /t",
            method="POST",
            path="/t",
            title="Creating a Thing",
            page="page.rst",
            source=Source("page.rst", 1),
            request=Body(media_type="application/json", type=Ref("t")),
            examples=examples,
        )
        service = Service(
            name="s", title="S", operations=(operation,), schemas={"t": schema, **(tables or {})}
        )
        service, findings = apply(service)
        done = service.schemas["t"]
        one = done.fields[0]
        return Outcome(
            one.rules,
            done.rules,
            one.sentences,
            tuple(findings),
            service.operations[0].remarks,
            done,
        )

    return run
