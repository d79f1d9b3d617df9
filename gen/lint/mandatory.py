"""TW290: what a description says of being mandatory, held against the Mandatory cell.

A sentence counts only as far as it speaks of the row's own field. One without
a condition must say what the cell says; "mandatory when …" contradicts a Yes.
Rows without a Mandatory cell, path parameters and the headers of every call
have nothing that could be contradicted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gen.document import Bullets, Note, Prose, plain
from gen.findings import Finding, Position, finding
from gen.model import Array, Field, Map, Ref, Service, Type, When
from gen.report.escape import quote

# "This parameter is …", "…, which is …", "The parameter berth is …": a field by its name, or the row's own.
_SUBJECT = (
    r"(?:(?:.*, which|(?:this|the) (?:parameter|field|value|attribute|header|property)|it"
    r"|(?:the )?(?:parameter )?(?P<name>.+?)) (?:is|must be) )?"
)
# "This parameter is mandatory.", "Mandatory.", "Berth (mandatory)"
_MANDATORY, _OPTIONAL = (
    re.compile(rf"{_SUBJECT}(?:{word})$|.*\((?:{word})\)$", re.I)
    for word in ("mandatory|required|compulsory", "optional|not mandatory|not required")
)
# "This parameter is mandatory when …", "… is required only if …", "mandatory for …"
_UNDER = re.compile(
    rf"{_SUBJECT}(?:only )?(?:mandatory|required)(?: only)? (?P<when>(?:when|if|only|for|in) .+)$",
    re.I,
)
# What makes of a plain sentence one that holds in some cases only.
_CONDITION = re.compile(
    r"\b(when|if|unless|except|otherwise|either|only|once|while|case|cases|scenarios?|during|"
    r"for|in|at least|together|other|by default)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A field of a request, the wires of the keys its object is the value of, and whether a rule conditions it."""

    field: Field
    parents: frozenset[str]
    conditional: bool


def mandatory_text(service: Service) -> Iterator[Finding]:
    """TW290 for each field of a request body and each query parameter and header whose text contradicts its cell."""
    for row in _rows(service):
        field = row.field
        if field.mandatory_cell:
            said = _contradiction(row)
            if said:
                yield _finding(field, field, said)
    yield from _of_others(service)


def _rows(service: Service) -> Iterator[_Row]:
    parents = _parents(service)
    for key in sorted(service.schemas):
        schema = service.schemas[key]
        if schema.direction == "request":
            ruled = {rule.field for rule in schema.rules if isinstance(rule, When)}
            for field in schema.fields:
                yield _Row(field, parents.get(key, frozenset()), field.wire in ruled)
    for operation in service.operations:
        for parameter in operation.parameters:
            if parameter.location in {"query", "header"} and not parameter.client:
                yield _Row(parameter.field, frozenset(), False)


def _parents(service: Service) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for schema in service.schemas.values():
        for field in schema.fields:
            for key in _leads_to(field.type):
                found.setdefault(key, set()).add(field.wire)
    return {key: frozenset(wires) for key, wires in found.items()}


def _leads_to(type: Type) -> Iterator[str]:
    while isinstance(type, Array | Map):
        type = type.items if isinstance(type, Array) else type.values
    if isinstance(type, Ref):
        yield type.schema


def _contradiction(row: _Row) -> str:
    """What the text says in words, '' where it agrees with the cell."""
    own = row.field.wire.casefold()

    def told(form: re.Pattern[str], sentence: str) -> re.Match[str] | None:
        found = form.match(sentence)
        return found if found and (found["name"] or own).casefold() == own else None

    for sentence, conditioned in _sentences(row.field.description):
        if not row.field.required:
            if not conditioned and not row.conditional and told(_MANDATORY, sentence):
                return "mandatory"
        elif not conditioned and told(_OPTIONAL, sentence):
            return "optional"
        elif (found := told(_UNDER, sentence)) and not _names(found["when"], row.parents):
            return "mandatory only in some cases"
    return ""


def _names(text: str, wires: frozenset[str]) -> bool:
    return any(re.search(rf"(?<![\w-]){re.escape(wire)}(?![\w-])", text) for wire in wires)


def _sentences(prose: Prose) -> Iterator[tuple[str, bool]]:
    """Every sentence, and whether it or what leads to it sets a condition.

    A sentence may go on under the condition of the one before it in its
    paragraph, a bullet under that of the line above the list.
    """
    lead = False
    for block in prose:
        match block:
            case Bullets():
                for item in block.items:
                    for sentence, conditioned in _sentences(item):
                        yield sentence, conditioned or lead
                continue
            case Note():
                yield from _sentences(block.blocks)
                continue
        before = False
        parts = [part.strip() for part in re.split(r"(?<=[.;])\s+", plain(block)) if part.strip()]
        for part in parts:
            before = before or _CONDITION.search(part) is not None
            yield part.rstrip(".;"), before
        lead = before and bool(parts) and parts[-1].endswith(":")


_NAMED = re.compile(
    r"^(?:the )?parameters? (?P<names>[\w-]+(?:(?:, and |, | and )[\w-]+)*) (?:is|are) "
    r"(?:mandatory|required)$",
    re.IGNORECASE,
)


def _of_others(service: Service) -> Iterator[Finding]:
    """ "Parameters name and size are mandatory" in the text of the object that holds them, or beside them."""
    for key in sorted(service.schemas):
        schema = service.schemas[key]
        if schema.direction != "request":
            continue
        for field in schema.fields:
            known = {item.wire: item for item in schema.fields if item is not field}
            for inner in _leads_to(field.type):
                if inner in service.schemas:
                    known |= {item.wire: item for item in service.schemas[inner].fields}
            for names in _named(field.description):
                for name in names:
                    item = known.get(name)
                    if item is not None and item.mandatory_cell and not item.required:
                        yield _finding(item, field, "mandatory")


def _named(prose: Prose) -> Iterator[Sequence[str]]:
    for sentence, conditioned in _sentences(prose):
        found = _NAMED.match(sentence)
        if found is not None and not conditioned:
            yield re.split(r", and |, | and ", found["names"])


def _finding(field: Field, by: Field, said: str) -> Finding:
    whom = "it" if field is by else quote(field.wire)
    return finding(
        "TW290",
        f"the text of {quote(by.wire)} says that {whom} is {said},"
        f" its Mandatory cell says {quote(field.mandatory_cell)}",
        Position(field.source.file, field.source.line),
        "mend the cell or the text",
    )
