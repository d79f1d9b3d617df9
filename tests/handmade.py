"""Small model instances for tests, without any page behind them."""

from __future__ import annotations

from typing import Any

from gen.model import (
    Body,
    Field,
    Operation,
    Parameter,
    Ref,
    Response,
    Scalar,
    Schema,
    Service,
    Source,
    Type,
)

STRING, INTEGER, BOOLEAN = Scalar("string"), Scalar("integer"), Scalar("boolean")


def source(line: int = 1, file: str = "harbour.rst", parameter: str = "") -> Source:
    return Source(file, line, 1, parameter)


def rule(cls: type[Any], **values: Any) -> Any:
    return cls(sentence="As the docs say.", source=source(), **values)


def field(wire: str, type_: Type = STRING, *, required: bool = False, **values: Any) -> Field:
    values.setdefault("sources", (source(parameter=wire),))
    return Field(wire=wire, type=type_, required=required, description=(), **values)


def parameter(
    wire: str, location: Any = "query", *, client: bool = False, **values: Any
) -> Parameter:
    values.setdefault("required", location == "path")
    return Parameter(location=location, field=field(wire, **values), client=client)


def schema(
    key: str, *fields: Field, caption: str = "", direction: Any = "response", **values: Any
) -> Schema:
    return Schema(
        key=key, direction=direction, caption=caption, sources=(source(),), fields=fields, **values
    )


def operation(
    title: str,
    method: str = "GET",
    path: str = "/v1/things",
    *,
    request: str = "",
    response: str = "",
    status: int | None = 200,
    **values: Any,
) -> Operation:
    values.setdefault("key", f"{method} {path}")
    values.setdefault("page", title.lower().replace(" ", "_") + ".rst")
    values.setdefault("source", source(file=values["page"]))
    if request:
        values["request"] = Body(media_type="application/json", type=Ref(request))
    if response:
        body = Body(media_type="application/json", type=Ref(response))
        values["responses"] = (Response(status=status, description="", body=body),)
    return Operation(method=method, path=path, title=title, **values)


def service(*operations: Operation, schemas: tuple[Schema, ...] = ()) -> Service:
    return Service(
        name="harbour",
        title="Harbour",
        operations=operations,
        schemas={one.key: one for one in schemas},
    )
