"""Client methods: explicit keyword arguments, one docstring, one call; sync and async from one view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gen import literals
from gen.model import Array, Field, Operation, Parameter, Ref, Service
from gen.views.layout import Layout
from gen.views.method_docs import method_doc
from gen.views.operations import (
    OperationView,
    body_kind,
    flat_schema,
    own_parameters,
)
from gen.views.types import Schemas, nullable, refs_of, request_type


@dataclass(frozen=True, slots=True)
class Argument:
    """One keyword of a method. ``default`` is '' where it must be given."""

    name: str
    annotation: str
    default: str

    def __str__(self) -> str:
        default = f" = {self.default}" if self.default else ""
        return f"{self.name}: {self.annotation}{default}"


@dataclass(frozen=True, slots=True)
class MethodView:
    """A client method. ``overloads`` has the ways to call it where there are several, else nothing.

    ``define`` and ``give`` are its keywords (``async def``, ``return await``), ``values``
    the ``"name": name`` pairs handed to the core, ``call`` the core's function.
    """

    name: str
    define: str
    give: str
    arguments: tuple[Argument, ...]
    overloads: tuple[tuple[Argument, ...], ...]
    values: tuple[str, ...]
    has_body: bool
    doc: str
    result: str
    call: str
    module: str


@dataclass(frozen=True, slots=True)
class ClientModule:
    """A module of client classes: ``_client`` or one of ``_groups``. ``methods``: those of the sync, of the async class.

    ``imports``: ``(module, names)`` needed by annotations alone.
    """

    methods: tuple[tuple[MethodView, ...], tuple[MethodView, ...]]
    imports: tuple[tuple[str, str], ...]
    typing: str
    abc: str
    model_names: str
    paged: bool


_OPTIONS = Argument("options", "CallOptions | None", "None")


def method_view(
    operation: Operation, view: OperationView, service: Service, client: str, *, is_async: bool
) -> MethodView:
    """The view of one method. ``client`` is the variable that examples call."""
    schemas = service.schemas
    parameters = own_parameters(operation)
    outside = [_parameter(one, schemas) for one in parameters]
    flat = _flat(operation, schemas)
    body = _body(operation, schemas)
    required = [name for name, field in flat if field.required]
    arguments = [*outside, *(_flat_argument(name, field, schemas) for name, field in flat)]
    overloads: list[tuple[Argument, ...]] = []
    if body is not None and required:
        given = [
            _flat_argument(name, field, schemas, required=field.required) for name, field in flat
        ]
        overloads = [
            (*outside, *given, _OPTIONS),
            (*outside, Argument(body.name, body.annotation, ""), _OPTIONS),
        ]
        body = Argument(body.name, f"{body.annotation} | Unset", "UNSET")
    elif body is not None and (flat or not _body_required(operation)):
        body = Argument(body.name, f"{body.annotation} | Unset", "UNSET")
    if body is not None:
        arguments.append(body)
    paged = bool(view.item)
    awaited = is_async and not paged
    result = (
        f"{'Async' if is_async else ''}Pager[{view.item}, {view.result}]" if paged else view.result
    )
    return MethodView(
        name=operation.name,
        define="async def" if awaited else "def",
        give="return await" if awaited else "return",
        arguments=(*arguments, _OPTIONS),
        overloads=tuple(overloads),
        values=tuple(
            f"{literals.string(name)}: {name}"
            for name in (*(p.field.attribute for p in parameters), *(name for name, _ in flat))
        ),
        has_body=body is not None,
        doc=method_doc(operation, parameters, flat, service, client, awaited=awaited),
        result=result,
        call="_paged" if paged else "_call",
        module=f"operations.{operation.module}",
    )


def _parameter(one: Parameter, schemas: Schemas) -> Argument:
    annotation = request_type(one.field.type, one.field.rules, schemas)
    if (one.location == "path" or one.field.required) and not one.client:
        return Argument(one.field.attribute, annotation, "")
    return Argument(one.field.attribute, f"{annotation} | None", "None")


def _flat(operation: Operation, schemas: Schemas) -> list[tuple[str, Field]]:
    """(argument, field) of the body's fields that may be given flat."""
    schema = flat_schema(operation, schemas)
    if schema is None:
        return []
    fields = {field.wire: field for field in schema.fields}
    return [(name, fields[wire]) for wire, name in operation.arguments]


def _flat_argument(
    name: str, field: Field, schemas: Schemas, *, required: bool = False
) -> Argument:
    annotation = request_type(field.type, field.rules, schemas)
    if nullable(field) and annotation != "Any":
        annotation += " | None"
    return Argument(
        name, annotation if required else f"{annotation} | Unset", "" if required else "UNSET"
    )


def _body_required(operation: Operation) -> bool:
    return operation.request is not None and operation.request.required


def _body(operation: Operation, schemas: Schemas) -> Argument | None:
    body = operation.request
    if body is None:
        return None
    if body_kind(body.media_type) == "bytes":
        return Argument("body", "FileContent | Iterable[bytes]", "")
    rules = body.item.rules if body.item is not None else ()
    return Argument("body", request_type(body.type, rules, schemas), "")


def client_module(
    operations: Iterable[Operation],
    views: dict[str, OperationView],
    service: Service,
    places: Layout,
    client: str,
    up: str,
) -> ClientModule:
    """The methods of some operations, and what their annotations import. ``up`` leads to the package (``.``, ``..``)."""
    chosen = list(operations)
    methods, async_methods = (
        tuple(method_view(one, views[one.key], service, client, is_async=kind) for one in chosen)
        for kind in (False, True)
    )
    words = [argument.annotation for method in methods for argument in method.arguments]
    words += [method.result for method in methods]
    text = "\n".join(words)
    by_module: dict[str, set[str]] = {}
    for operation in chosen:
        for key in _named(operation, views[operation.key], service):
            home = places.home[key]
            by_module.setdefault(f"{up}{home.dotted}", set()).add(service.schemas[key].name)
    return ClientModule(
        methods=(methods, async_methods),
        imports=tuple(
            (module, ", ".join(sorted(names))) for module, names in sorted(by_module.items())
        ),
        typing=", ".join(
            name
            for name, wanted in (
                ("Any", "Any" in text),
                ("Literal", "Literal[" in text),
                ("overload", any(method.overloads for method in methods)),
            )
            if wanted
        ),
        abc=", ".join(name for name in ("Iterable", "Mapping", "Sequence") if f"{name}[" in text),
        model_names=", ".join(
            name
            for name, wanted in (
                ("UNSET", "Unset" in text),
                ("FileContent", "FileContent" in text),
                ("Unset", "Unset" in text),
            )
            if wanted
        ),
        paged=any(method.call == "_paged" for method in methods),
    )


def _named(operation: Operation, view: OperationView, service: Service) -> list[str]:
    """The keys of the schemas whose classes a method's annotations name."""
    types = [one.field.type for one in own_parameters(operation)]
    types += [field.type for _, field in _flat(operation, service.schemas)]
    if operation.request is not None:
        types.append(operation.request.type)
    keys = [key for type_ in types for key in refs_of(type_)]
    for response in operation.responses:
        if response.body is not None and (response.status is None or response.status < 400):
            keys += refs_of(response.body.type)
            for field in _fields(response.body.type, service):
                if view.item and isinstance(field.type, Array):
                    keys += refs_of(field.type)
    shown = f"{view.result} {view.item}"
    wanted = {key for type_ in types for key in refs_of(type_)}
    return [
        key
        for key in dict.fromkeys(keys)
        if key in wanted or service.schemas[key].name in _words(shown)
    ]


def _fields(type_: object, service: Service) -> tuple[Field, ...]:
    return service.schemas[type_.schema].fields if isinstance(type_, Ref) else ()


def _words(text: str) -> set[str]:
    return set("".join(char if char.isalnum() or char == "_" else " " for char in text).split())
