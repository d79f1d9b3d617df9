"""Checks of the docs against themselves that need the whole service: one a function.

Each takes the service and gives findings; it says something only where the docs cannot
both be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gen.document import plain
from gen.findings import Finding, Position, finding
from gen.model import Choice, Field, Json, Operation, Schema, Service, Source, When
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


# ---- the Mandatory cell and the text -------------------------------------------

_SAYS_MANDATORY = re.compile(
    r"^(?:this (?:parameter|field) is|it is|the (?:parameter|field|value) is) "
    r"(?:mandatory|required)$",
    re.IGNORECASE,
)
_SAYS_OPTIONAL = re.compile(
    r"^(?:this (?:parameter|field) is|it is|the (?:parameter|field|value) is) optional$",
    re.IGNORECASE,
)


def mandatory_text(service: Service) -> Iterator[Finding]:
    """TW290: a description says without a condition what the Mandatory cell denies."""
    for schema, field in _request_fields(service):
        if not field.mandatory_cell or any(
            isinstance(rule, When) and rule.field == field.wire for rule in schema.rules
        ):
            continue
        for sentence in _sentences(field):
            if not field.required and _SAYS_MANDATORY.match(sentence):
                yield _mandatory(field, "mandatory", field.mandatory_cell)
            elif field.required and _SAYS_OPTIONAL.match(sentence):
                yield _mandatory(field, "optional", field.mandatory_cell)


def _request_fields(service: Service) -> Iterator[tuple[Schema, Field]]:
    for key in sorted(service.schemas):
        schema = service.schemas[key]
        if schema.direction == "request":
            for field in schema.fields:
                yield schema, field


def _sentences(field: Field) -> Iterator[str]:
    """The sentences that stand alone in a paragraph: what follows another may inherit its condition."""
    for block in field.description:
        parts = [part.strip() for part in re.split(r"\.(?:\s+|$)", plain(block)) if part.strip()]
        if len(parts) == 1:
            yield parts[0]


def _mandatory(field: Field, text: str, cell: str) -> Finding:
    return finding(
        "TW290",
        f"the text of {quote(field.wire)} calls it {text}, its Mandatory cell says {quote(cell)}",
        _position(field.source),
        "mend the cell or the text",
    )


# ---- captions ------------------------------------------------------------------


def shared_fields_differ(service: Service) -> Iterator[Finding]:
    """TW291: two tables of a page, one direction and one caption, that document different fields."""
    groups: dict[tuple[str, str, str], list[Schema]] = {}
    for key in sorted(service.schemas):
        schema = service.schemas[key]
        for source in schema.sources:
            caption = " ".join(source.caption.split()).casefold()
            if caption:
                groups.setdefault((source.file, schema.direction, caption), []).append(schema)
    for (file, direction, _), schemas in sorted(groups.items()):
        first = schemas[0]
        for other in schemas[1:]:
            if {f.wire for f in first.fields} != {f.wire for f in other.fields}:
                place = next(source for source in other.sources if source.file == file)
                yield finding(
                    "TW291",
                    f"two {direction} tables of this page share the caption"
                    f" {quote(place.caption)} and list different fields",
                    _position(place),
                    "give each table a caption of its own",
                )


# ---- operations ----------------------------------------------------------------


def same_request(service: Service) -> Iterator[Finding]:
    """TW591: two pages document one method and path, and no body key tells them apart."""
    seen: dict[tuple[str, str, str], Operation] = {}
    for operation in service.operations:
        path = re.sub(r"\{[^{}]*\}", "{}", operation.path)
        key = (operation.method, path, operation.discriminator)
        first = seen.setdefault(key, operation)
        if first is not operation and not operation.discriminator:
            yield finding(
                "TW591",
                f"{operation.method} {quote(operation.path)} is documented on {quote(first.page)} too",
                _position(operation.source),
                "merge the pages, or name the body's key that tells the requests apart",
            )


CHECKS: tuple[Check, ...] = (enum_spellings, mandatory_text, shared_fields_differ, same_request)
