"""Files of a package that are no code: README, sources, the error table's rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gen import literals, render
from gen.model import Field, Json, Operation, Schema, Service, Source
from gen.views.arguments import body_arguments, outside, sound_request, stand_in
from gen.views.info import PackageInfo
from gen.views.operations import own_parameters, qualified

_WORD = "example"


def cell(text: str) -> str:
    """Doc text in a Markdown table: one line, no markup of its own."""
    plain = literals.one_line(text)
    for char in "\\`*_[]<>|":
        plain = plain.replace(char, "\\" + char)
    return plain


def code_span(text: str) -> str:
    """Doc text inside backticks in a Markdown table."""
    return literals.one_line(text).replace("`", "'").replace("|", "\\|")


@dataclass(frozen=True, slots=True)
class OperationRow:
    """A row of the README's table."""

    call: str
    line: str
    title: str
    page: str


def operation_rows(service: Service) -> tuple[OperationRow, ...]:
    """Every operation, in the order of the docs."""
    return tuple(
        OperationRow(
            call=qualified(one),
            line=code_span(f"{one.method} {one.path}"),
            title=cell(one.title) + (" (deprecated)" if one.deprecated else ""),
            page=cell(one.page),
        )
        for one in service.operations
    )


def first_call(service: Service, info: PackageInfo) -> str:
    """A program that runs offline: walking a list where there is one, else the call that needs least."""
    best = min(service.operations, key=_effort)
    call = _call(best, service)
    if best.paging is not None:
        lines = [f"    for one in {call}:", "        print(one)"]
    else:
        lines = [f"    print({call})"]
    address = literals.one_line(info.base_url_hint) or "https://service.example.com"
    program = [
        f"from {info.package} import {info.client_name}, TokenAuth",
        f"from {info.package}.testing import OfflineTransport",
        "",
        f"with {info.client_name}(",
        f"    {literals.string(address)},",
        f"    project_id={literals.value(_project(best, service))},",
        '    auth=TokenAuth("example"),',
        "    transport=OfflineTransport(),",
        ") as client:",
        *lines,
    ]
    return render.format_python("\n".join(program)).rstrip()


def _project(operation: Operation, service: Service) -> Json:
    """A project id that keeps what the called operation says of one."""
    for one in operation.parameters:
        if one.client and one.location == "path":
            return stand_in(one.field, service.schemas, _WORD)
    return _WORD


def _call(operation: Operation, service: Service) -> str:
    """A call that breaks no rule, as one expression."""
    given = [
        f"{name}={literals.value(value)}" for name, value in outside(operation, service, _WORD)
    ]
    if operation.request is not None:
        body = sound_request(operation, service)
        if body is None:
            given.append('body=b"example"')
        else:
            told = body_arguments(operation, service, body)
            given += [f"{name}={literals.value(value)}" for name, value in told]
    return f"client.{qualified(operation)}({', '.join(given)})"


def _effort(operation: Operation) -> tuple[int, int, int, int, int]:
    required = [one for one in own_parameters(operation) if one.field.required and not one.client]
    others = [one for one in required if one.location != "path"]
    listed = int(operation.paging is None)
    shown = any(one.direction == "response" and one.parsed for one in operation.examples)
    asked = int(operation.request is not None)
    return (len(others), int(not shown), asked, len(required), listed)


def sources(service: Service) -> dict[str, Any]:
    """``sources.json``: the row of every operation, parameter, class and field."""
    return {
        "operations": {qualified(one): _operation(one) for one in service.operations},
        "models": {
            schema.name: _schema(schema)
            for schema in sorted(service.schemas.values(), key=lambda schema: schema.name)
        },
    }


def row(source: Source) -> dict[str, Any]:
    """A row as JSON, what is unknown left out."""
    found: dict[str, Any] = {"file": source.file, "line": source.line}
    if source.table is not None:
        found["table"] = source.table
    if source.parameter:
        found["parameter"] = source.parameter
    if source.caption:
        found["caption"] = source.caption
    return found


def _rows(field: Field) -> list[dict[str, Any]]:
    return [row(source) for source in field.sources]


def _operation(operation: Operation) -> dict[str, Any]:
    fields: dict[str, list[dict[str, Any]]] = {}
    for one in operation.parameters:  # a name may be both in the path and in the query
        fields.setdefault(one.field.wire, []).extend(_rows(one.field))
    return {**row(operation.source), "fields": fields}


def _schema(schema: Schema) -> dict[str, Any]:
    first = row(schema.sources[0]) if schema.sources else {"file": schema.page, "line": 1}
    fields = {field.wire: _rows(field) for field in schema.fields}
    if schema.additional is not None:
        fields[schema.additional.wire] = _rows(schema.additional)
    return {**first, "fields": fields}


def error_rows(service: Service) -> tuple[str, ...]:
    """The entries of the error table's dict display; the first row of a code counts."""
    seen: dict[str, str] = {}
    for one in service.errors:
        parts = [
            repr(one.status),
            *(
                literals.string(literals.one_line(text))
                for text in (one.message, one.meaning, one.advice)
            ),
        ]
        seen.setdefault(one.code, f"{literals.string(one.code)}: ({', '.join(parts)})")
    return tuple(seen.values())
