"""Small services built by hand, without the pipeline."""

from __future__ import annotations

from typing import Any

from gen.document import Paragraph, Prose, Span
from gen.model import (
    Body,
    Field,
    Location,
    Operation,
    Parameter,
    Ref,
    Response,
    Scalar,
    ScalarKind,
    Schema,
    Service,
    Source,
    Type,
)

PAGE = "boxes/list_boxes.rst"


def source(line: int = 10, parameter: str = "", file: str = PAGE, caption: str = "") -> Source:
    return Source(file, line, 1, parameter, caption)


def prose(text: str) -> Prose:
    return (Paragraph((Span(text),), 1),) if text else ()


def field(wire: str, kind: ScalarKind | Type = "string", text: str = "", **more: Any) -> Field:
    more.setdefault("required", False)
    more.setdefault("sources", (source(12, wire),))
    more.setdefault("attribute", wire)
    of: Type = Scalar(kind) if isinstance(kind, str) else kind
    return Field(wire=wire, type=of, description=prose(text or f"The {wire}."), **more)


def parameter(location: Location, of: Field, **more: Any) -> Parameter:
    return Parameter(location=location, field=of, **more)


def operation(**more: Any) -> Operation:
    more.setdefault("method", "GET")
    more.setdefault("path", "/v1/{project_id}/boxes")
    more.setdefault("title", "Listing Boxes")
    more.setdefault("page", PAGE)
    more.setdefault("label", more["page"])
    more.setdefault("name", "list_boxes")
    key = more.pop("key", f"{more['method']} {more['path']}")
    return Operation(key=key, source=source(5, file=more["page"]), **more)


def schema(key: str, *fields: Field, direction: Any = "response", **more: Any) -> Schema:
    more.setdefault("sources", (source(20, caption=key),))
    return Schema(
        key=key, direction=direction, caption=key, fields=fields, name=key.title(), **more
    )


def answer(of: Type, status: int | None = 200) -> Response:
    return Response(
        status=status, description="", body=Body(media_type="application/json", type=of)
    )


def request(of: Type) -> Body:
    return Body(media_type="application/json", type=of)


def service(*operations: Operation, schemas: tuple[Schema, ...] = (), **more: Any) -> Service:
    return Service(
        name="boxes",
        title="Boxes",
        operations=operations,
        schemas={item.key: item for item in schemas},
        **more,
    )


def with_query(*fields: Field) -> Service:
    """One list operation with these query parameters."""
    return service(operation(parameters=tuple(parameter("query", item) for item in fields)))


def with_request(*fields: Field, rules: tuple[Any, ...] = ()) -> Service:
    """One create operation with a body of these fields."""
    body = schema("box", *fields, direction="request", rules=rules)
    one = operation(method="POST", name="create_box", request=request(Ref("box")))
    return service(one, schemas=(body,))


def with_answer(*fields: Field, rules: tuple[Any, ...] = ()) -> Service:
    """One operation that answers with these fields."""
    one = operation(responses=(answer(Ref("box")),))
    return service(one, schemas=(schema("box", *fields, rules=rules),))
