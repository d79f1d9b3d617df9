"""Checks of the docs against themselves that need the whole service: one a function.

Each takes the service and gives findings; it says something only where the docs cannot
both be right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gen.findings import Finding, Position, finding
from gen.linker.operations import normalised
from gen.lint.mandatory import mandatory_text
from gen.model import (
    Array,
    Choice,
    Json,
    Operation,
    Ref,
    Schema,
    Service,
    Source,
)
from gen.report.escape import quote

Check = Callable[[Service], Iterator[Finding]]


def check_service(service: Service) -> list[Finding]:
    """What all checks have to say, in the order of the checks and of the service."""
    return [item for check in CHECKS for item in check(service)]


def _position(source: Source) -> Position:
    return Position(source.file, source.line)


# ---- enumerations ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Listed:
    """An enumeration of a field, and where it stands."""

    values: tuple[Json, ...]
    source: Source


def _choices(schemas: list[Schema]) -> dict[str, list[_Listed]]:
    found: dict[str, list[_Listed]] = {}
    for schema in schemas:
        for field in schema.fields:
            for rule in field.rules:
                if isinstance(rule, Choice):
                    found.setdefault(field.wire, []).append(_Listed(rule.values, rule.source))
    return found


def enum_spellings(service: Service) -> Iterator[Finding]:
    """TW590: request and answer of one page list the same values in another spelling."""
    schemas = [service.schemas[key] for key in sorted(service.schemas)]
    for page in sorted({source.file for schema in schemas for source in schema.sources}):
        here = [s for s in schemas if any(source.file == page for source in s.sources)]
        sent = _choices([schema for schema in here if schema.direction == "request"])
        answered = _choices([schema for schema in here if schema.direction == "response"])
        for wire in sorted(sent.keys() & answered.keys()):
            pair = _spelt_apart(sent[wire], answered[wire], page)
            if pair is not None:
                yield _enum_finding(wire, *pair)


def _spelt_apart(
    sent: list[_Listed], answered: list[_Listed], page: str
) -> tuple[_Listed, _Listed] | None:
    for one in sent:
        for other in answered:
            if one.source.file == page == other.source.file and _apart(one.values, other.values):
                return one, other
    return None


def _apart(sent: tuple[Json, ...], answered: tuple[Json, ...]) -> bool:
    """The values agree but for their case, and not as they stand."""
    one, other = ({str(item) for item in values} for values in (sent, answered))
    folded = {item.casefold() for item in one} & {item.casefold() for item in other}
    same = {item.casefold() for item in one & other}
    return bool(folded - same)


def _enum_finding(wire: str, sent: _Listed, answered: _Listed) -> Finding:
    def words(values: tuple[Json, ...]) -> str:
        return ", ".join(quote(str(item)) for item in values)

    return finding(
        "TW590",
        f"{quote(wire)} takes {words(sent.values)} in the request,"
        f" the answer gives {words(answered.values)} (line {answered.source.line})",
        _position(answered.source),
        "spell the values alike, or say that the service changes their case",
    )


# ---- captions ------------------------------------------------------------------


def shared_captions(service: Service) -> Iterator[Finding]:
    """TW291: two tables of objects on one page that share a caption and list different fields.

    Whose reference leads to which cannot be told from the caption.
    """
    roots = set(_roots(service))
    groups: dict[tuple[str, str], list[tuple[Source, Schema]]] = {}
    for key in sorted(service.schemas.keys() - roots):
        for source in service.schemas[key].sources:
            caption = " ".join(source.caption.split()).casefold()
            if caption:
                groups.setdefault((source.file, caption), []).append((source, service.schemas[key]))
    for _, tables in sorted(groups.items()):
        (first, schema), *rest = sorted(tables, key=lambda one: one[0].line)
        for place, other in rest:
            if place.line != first.line and _wires(other) != _wires(schema):
                yield finding(
                    "TW291",
                    f"the tables on line {first.line} and here share the caption"
                    f" {quote(place.caption)} and list different fields",
                    _position(place),
                    "give each table a caption of its own",
                )
                break


def _wires(schema: Schema) -> set[str]:
    return {item.wire for item in schema.fields}


def _roots(service: Service) -> Iterator[str]:
    """The schemas of whole bodies: their captions are all alike."""
    for operation in service.operations:
        answers = [response.body for response in operation.responses]
        for body in (operation.request, *answers):
            of = body.type if body is not None else None
            inner = of.items if isinstance(of, Array) else of
            if isinstance(inner, Ref):
                yield inner.schema


# ---- operations ----------------------------------------------------------------


def same_request(service: Service) -> Iterator[Finding]:
    """TW591: two pages document one method and path, and no body key tells them apart."""
    seen: dict[tuple[str, str], Operation] = {}
    for operation in service.operations:
        first = seen.setdefault((operation.method, normalised(operation.path)), operation)
        if first is operation:
            continue
        if not (_telling_key(first, service) and _telling_key(operation, service)):
            yield finding(
                "TW591",
                f"{operation.method} {quote(operation.path)} is documented on {quote(first.page)} too",
                _position(operation.source),
                "merge the pages, or name the body's key that tells the requests apart",
            )


def _telling_key(operation: Operation, service: Service) -> str:
    """The body's key that tells the operation from others on its path; a page's label tells a server nothing."""
    body = operation.request.type if operation.request is not None else None
    schema = service.schemas.get(body.schema) if isinstance(body, Ref) else None
    wires = {field.wire for field in schema.fields} if schema is not None else set()
    return operation.discriminator if operation.discriminator in wires else ""


CHECKS: tuple[Check, ...] = (enum_spellings, mandatory_text, shared_captions, same_request)
