"""One operation as data for the client core: parameters, body, answers, paging."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gen import literals
from gen.exhaustive import assert_never
from gen.model import (
    Array,
    Body,
    Field,
    Free,
    Map,
    Operation,
    Parameter,
    Ref,
    Response,
    Scalar,
    Schema,
    Type,
)
from gen.views.checks import parameters_check, root_check
from gen.views.constants import Constants
from gen.views.types import Schemas, class_name, response_type

PROJECT = "project_id"


@dataclass(frozen=True, slots=True)
class OperationView:
    """Source text of ``Operation(...)``'s arguments. ``result`` is the type of a call's value.

    ``item`` is the type of a page's items, '' where the operation is not paged.
    """

    name: str
    method: str
    path: str
    page: str
    group: str
    parameters: tuple[str, ...]
    body: str
    check_body: str
    answers: tuple[str, ...]
    default: str
    paging: str
    result: str
    item: str
    root_check: tuple[str, ...]
    parameters_check: tuple[str, ...]


def qualified(operation: Operation) -> str:
    """``group.name``, as messages and ``sources.json`` have it."""
    return f"{operation.group}.{operation.name}" if operation.group else operation.name


def own_parameters(operation: Operation) -> tuple[Parameter, ...]:
    """The parameters a call sends by itself: not the headers that authentication and transport add."""
    return tuple(one for one in operation.parameters if not one.client or one.location == "path")


def operation_view(operation: Operation, schemas: Schemas, constants: Constants) -> OperationView:
    """The view of one operation; regular expressions it needs are added to ``constants``."""
    answers, default, result = _answers(operation, schemas)
    paging, item = _paging(operation, schemas)
    owner = qualified(operation)
    root: tuple[str, ...] = ()
    if operation.request is not None and not isinstance(operation.request.type, Ref):
        kind = body_kind(operation.request.media_type)
        if kind in ("json", "json-patch"):
            body = operation.request
            root = root_check(body.type, body.item, owner, schemas, constants)
    checked = parameters_check(_by_key(operation), operation.rules, owner, schemas, constants)
    return OperationView(
        name=literals.string(operation.name),
        method=literals.string(operation.method),
        path=literals.string(operation.path),
        page=literals.string(operation.page),
        group=literals.string(operation.group) if operation.group else "",
        parameters=tuple(_parameter(one) for one in own_parameters(operation)),
        body=_body(operation, schemas) if operation.request is not None else "",
        check_body=_check_body(operation, schemas, bool(root)),
        answers=answers,
        default=default,
        paging=paging,
        result=result,
        item=item,
        root_check=root,
        parameters_check=checked,
    )


def _by_key(operation: Operation) -> list[tuple[str, Field]]:
    """Parameters by the key the core gives their values: the wire name, the Python name where that is taken."""
    found = []
    seen: set[str] = set()
    for one in own_parameters(operation):
        key = one.field.attribute if one.field.wire in seen else one.field.wire
        seen.add(one.field.wire)
        found.append((key, one.field))
    return found


def _parameter(one: Parameter) -> str:
    parts = [literals.string(one.field.attribute), literals.string(one.field.wire)]
    parts.append(literals.string(one.location))
    if one.field.required or one.location == "path":
        parts.append("required=True")
    if isinstance(one.field.type, Array) and one.location == "query" and not one.explode:
        parts.append('style="comma"')
    if one.client:
        parts.append(f"client={literals.string(PROJECT)}")
    return f"Parameter({', '.join(parts)})"


def body_kind(media_type: str) -> str:
    """The runtime's word for a media type."""
    plain = media_type.partition(";")[0].strip().lower()
    if plain in ("", "application/json") or (plain.endswith("+json") and "patch" not in plain):
        return "json"
    return {
        "application/json-patch+json": "json-patch",
        "multipart/form-data": "multipart",
        "application/x-www-form-urlencoded": "form",
    }.get(plain, "bytes")


def flat_schema(operation: Operation, schemas: Schemas) -> Schema | None:
    """The schema whose fields a call takes flat, None where it takes none."""
    if operation.request is None or not isinstance(operation.request.type, Ref):
        return None
    root = schemas[operation.request.type.schema]
    if not operation.arguments:
        return None
    if operation.wrapper:
        inner = next(field.type for field in root.fields if field.wire == operation.wrapper)
        return schemas[inner.schema] if isinstance(inner, Ref) else None
    return root


def _body(operation: Operation, schemas: Schemas) -> str:
    body = operation.request
    assert body is not None
    kind = body_kind(body.media_type)
    parts = [literals.string(kind)]
    if isinstance(body.type, Ref):
        parts.append(f"model={class_name(schemas, body.type)}")
    if operation.wrapper:
        parts.append(f"wrapper={literals.string(operation.wrapper)}")
    flat = flat_schema(operation, schemas)
    if flat is not None:
        attributes = {field.wire: field.attribute for field in flat.fields}
        renamed = [
            f"{attributes[wire]}={literals.string(name)}"
            for wire, name in operation.arguments
            if attributes[wire] != name
        ]
        parts.append(f"fields={flat.name}.flat_fields({', '.join(renamed)})")
        files = [field.wire for field in flat.fields if field.type == Scalar("file")]
        if files:
            parts.append(f"files={literals.tuple_of(map(literals.string, files))}")
    if isinstance(body.type, Array):
        parts.append("root_array=True")
    if not body.required:
        parts.append("required=False")
    plain = body.media_type.partition(";")[0].strip().lower()
    usual = {"bytes": "application/octet-stream", "json": "application/json"}.get(kind, plain)
    if plain and plain != usual:
        parts.append(f"media_type={literals.string(plain)}")
    return f"BodySpec({', '.join(parts)})"


def _check_body(operation: Operation, schemas: Schemas, has_root: bool) -> str:
    body = operation.request
    if body is None or body_kind(body.media_type) == "bytes":
        return ""
    if isinstance(body.type, Ref):
        return f"{class_name(schemas, body.type)}.check_wire"
    return "_check_body" if has_root else ""


def successes(operation: Operation) -> list[Response]:
    """The documented answers that are no errors."""
    return [one for one in operation.responses if one.status is None or one.status < 400]


def _answers(operation: Operation, schemas: Schemas) -> tuple[tuple[str, ...], str, str]:
    """(``status: Answer`` pairs, the default answer, the type of a call's value)."""
    by_status: dict[int, str] = {}
    default = ""
    results: dict[str, None] = {}
    unlabelled = next(
        (one.body for one in successes(operation) if one.status is None and one.body), None
    )
    for response in successes(operation):
        # A table that names no status describes the statuses that have no table of their own.
        empty = response.body is None and response.status not in (204, 205, 304)
        body = unlabelled if empty else response.body
        made, result = answer(body, schemas)
        if body is None and _reads(operation, response):
            made, result = "Answer.whatever()", "Any"
        if response.status is None:
            default = default or made
        elif response.status not in by_status:
            by_status[response.status] = made
        else:
            continue
        results[result] = None
    pairs = tuple(f"{status}: {made}" for status, made in by_status.items())
    ordered = [result for result in results if result != "None"]
    ordered += ["None"] if "None" in results else []
    return pairs, default, " | ".join(ordered) if ordered else "Any"


def _reads(operation: Operation, response: Response) -> bool:
    """Whether an answer without a described body must have one all the same: what else is a GET for?"""
    return operation.method == "GET" and response.status in (None, 200, 203, 206)


def answer(body: Body | None, schemas: Schemas) -> tuple[str, str]:
    """(how an answer is decoded, the type of the value)."""
    if body is None:
        return "Answer.nothing()", "None"
    if body_kind(body.media_type) == "bytes":
        return "Answer.binary()", "bytes"
    rules = body.item.rules if body.item is not None else ()
    match body.type:
        case Ref():
            name = class_name(schemas, body.type)
            return f"Answer.model({name})", name
        case Array(Ref() as item):
            name = class_name(schemas, item)
            return f"Answer.list_of({name})", f"list[{name}]"
        case Map(Ref() as item):
            name = class_name(schemas, item)
            return f"Answer.map_of({name})", f"dict[str, {name}]"
        case Array(Scalar()) | Map(Scalar()) | Free():
            return "Answer.json()", response_type(body.type, rules, schemas)
        case Scalar(kind="file"):
            return "Answer.binary()", "bytes"
        case Scalar() | Array() | Map():
            return "Answer.json()", "Any"
        case _:
            assert_never(body.type)


def _paging(operation: Operation, schemas: Schemas) -> tuple[str, str]:
    """(``Paging(...)``, the type of an item), both '' where the operation is not paged."""
    paging = operation.paging
    page = next((one.body for one in successes(operation) if one.body is not None), None)
    if paging is None or page is None:
        return "", ""
    found = _items(page.type, paging.items, schemas)
    if found is None:
        return "", ""
    attribute, item = found
    parts = [literals.string(paging.style), literals.string(attribute)]
    for name, value in (
        ("limit", paging.limit),
        ("start", paging.start),
        ("next_marker", paging.next_marker),
        ("item_key", paging.item_key),
    ):
        if value and (name, value) != ("item_key", "id"):  # It is the id unless said.
            parts.append(f"{name}={literals.string(value)}")
    for name, number in (("first", paging.first), ("size", paging.size)):
        if number:
            parts.append(f"{name}={number!r}")
    return f"Paging({', '.join(parts)})", item


def _items(type_: Type, wire: str, schemas: Schemas) -> tuple[str, str] | None:
    """(attribute of the page's list, the type of its items)."""
    if not wire and isinstance(type_, Array):
        return "", response_type(type_.items, (), schemas)
    if isinstance(type_, Ref):
        for field in schemas[type_.schema].fields:
            if field.wire == wire and isinstance(field.type, Array):
                return field.attribute, response_type(field.type.items, (), schemas)
    return None


def imports(views: Iterable[str]) -> tuple[str, ...]:
    """The names of ``_runtime.operation`` that a module's text uses."""
    text = "\n".join(views)
    return tuple(
        name
        for name in ("Answer", "BodySpec", "Operation", "Paging", "Parameter")
        if f"{name}" in text
    )
