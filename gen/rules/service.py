"""Runs the families over a service: fields, then bodies, then the examples' verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gen.findings import Finding
from gen.model import (
    Array,
    Body,
    Direction,
    Field,
    Operation,
    Parameter,
    Ref,
    Remark,
    Response,
    Schema,
    Service,
    Type,
    Unique,
)
from gen.rules import evidence
from gen.rules.tables import Table, table_of


def apply(service: Service) -> tuple[Service, list[Finding]]:
    """The service with the rules, sentences and remarks of every field, and what is wrong with them.

    Body rules come from requests only. Never raises for what the docs say.
    """
    findings: list[Finding] = []
    known = _names(service)
    tables = {
        key: _schema(schema, service.schemas, known)
        for key, schema in sorted(service.schemas.items())
    }
    schemas: dict[str, Schema] = {}
    for key, schema in service.schemas.items():
        table = tables[key]
        findings += table.findings
        *fields, extra = (*table.fields, None) if schema.additional is None else table.fields
        named = tuple(one for one in fields if one is not None)
        rules = table.rules if schema.direction == "request" else ()
        schemas[key] = replace(schema, fields=_lifted(named, tables), additional=extra, rules=rules)
    operations = tuple(
        _operation(one, service.schemas, tables, findings) for one in service.operations
    )
    found = replace(service, schemas=schemas, operations=operations)
    shown = evidence.gather(found)
    for key, schema in schemas.items():
        schemas[key], more = evidence.weigh(schema, shown)
        findings += more
    weighed = [evidence.weigh_parameters(one, shown) for one in operations]
    found = replace(found, operations=tuple(operation for operation, _ in weighed))
    findings += [one for _, more in weighed for one in more]
    unique = dict.fromkeys(findings)
    return found, sorted(unique, key=lambda one: (one.position, one.code, one.message))


def _names(service: Service) -> frozenset[str]:
    """The wire names of all fields and parameters, lower case."""
    found = [one.wire for schema in service.schemas.values() for one in schema.fields]
    found += [one.field.wire for operation in service.operations for one in operation.parameters]
    return frozenset(name.lower() for name in found)


def _schema(schema: Schema, schemas: Mapping[str, Schema], known: frozenset[str]) -> Table:
    extra = (schema.additional,) if schema.additional else ()
    return table_of(
        (*schema.fields, *extra),
        schemas,
        direction=schema.direction,
        title=schema.caption,
        known=known,
    )


def _lifted(fields: tuple[Field, ...], tables: Mapping[str, Table]) -> tuple[Field, ...]:
    """Arrays of a table whose row says "must be unique" get the rule."""
    found = []
    for one in fields:
        if isinstance(one.type, Array) and isinstance(one.type.items, Ref):
            table = tables.get(one.type.items.schema)
            keys = {rule.key for rule in one.rules if isinstance(rule, Unique)}
            more = [
                rule for wire, rule in (table.unique.items() if table else ()) if wire not in keys
            ]
            one = replace(one, rules=(*one.rules, *more))
        found.append(one)
    return tuple(found)


def _operation(
    one: Operation,
    schemas: Mapping[str, Schema],
    tables: Mapping[str, Table],
    findings: list[Finding],
) -> Operation:
    by_place: dict[str, Table] = {}
    for place in ("path", "query", "header", "cookie"):
        fields = [parameter.field for parameter in one.parameters if parameter.location == place]
        if fields:
            by_place[place] = table_of(fields, schemas, title=one.title, location=place)
            findings += by_place[place].findings
    read_fields = {place: iter(table.fields) for place, table in by_place.items()}
    parameters = tuple(
        replace(parameter, field=next(read_fields[parameter.location]))
        for parameter in one.parameters
    )
    remarks = [remark for table in by_place.values() for remark in table.remarks]
    remarks += _remarks(one.request.type, schemas, tables) if one.request else []
    rules = by_place["query"].rules if "query" in by_place else ()
    return replace(
        one, parameters=parameters, remarks=(*one.remarks, *dict.fromkeys(remarks)), rules=(*one.rules, *rules),
        request=_body(one.request, schemas, findings, "request"),
        responses=tuple(_response(answer, schemas, findings) for answer in one.responses),
    )  # fmt: skip


def _response(answer: Response, schemas: Mapping[str, Schema], findings: list[Finding]) -> Response:
    table = table_of(
        [header.field for header in answer.headers],
        schemas,
        direction="response",
        location="header",
    )
    headers: list[Parameter] = [
        replace(header, field=one) for header, one in zip(answer.headers, table.fields, strict=True)
    ]
    return replace(
        answer, headers=tuple(headers), body=_body(answer.body, schemas, findings, "response")
    )


def _body(
    body: Body | None, schemas: Mapping[str, Schema], findings: list[Finding], direction: Direction
) -> Body | None:
    if body is None or body.item is None:
        return body
    table = table_of([body.item], schemas, direction=direction)
    findings += table.findings
    return replace(body, item=table.fields[0])


def _remarks(
    type_: Type, schemas: Mapping[str, Schema], tables: Mapping[str, Table]
) -> list[Remark]:
    """The remarks of every table that a request reaches, in reading order."""
    found: list[Remark] = []
    seen: set[str] = set()

    def visit(inner: object) -> None:
        if isinstance(inner, Array):
            visit(inner.items)
        elif isinstance(inner, Ref) and inner.schema in schemas and inner.schema not in seen:
            seen.add(inner.schema)
            found.extend(tables[inner.schema].remarks)
            for one in schemas[inner.schema].fields:
                visit(one.type)
        elif hasattr(inner, "values"):
            visit(inner.values)

    visit(type_)
    return found
