"""Python names for everything: operations, arguments, classes, attributes; and the lock that keeps them."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from gen.findings import Finding
from gen.lock import Lock, LockedOperation, LockedSchema
from gen.model import Operation, Parameter, Response, Schema, Service
from gen.names.flat import arguments, flat_fields, parameter_attributes
from gen.names.identifiers import attributes
from gen.names.operations import OperationName, name_operations
from gen.names.schemas import name_schemas

__all__ = ["assign", "flat_fields"]


class Settings(Protocol):
    """What names asks of a service's settings.

    More operations than ``group_above`` make a client of groups; ``client`` is its class.
    """

    @property
    def group_above(self) -> int: ...

    @property
    def client(self) -> str: ...


def assign(service: Service, lock: Lock, settings: Settings) -> tuple[Service, Lock, list[Finding]]:
    """The service with every Python name set, the lock with every decision recorded, and name clashes.

    Names in ``lock`` are kept whatever the titles say now; names of what is gone are
    retired and given to nothing else.
    """
    lock = _followed(lock, service)
    names, findings = name_operations(service, lock, settings.group_above)
    classes = name_schemas(service, names, lock, settings.client)
    schemas = {key: _schema(schema, classes[key], lock) for key, schema in service.schemas.items()}
    operations = tuple(_operation(one, names[one.key], schemas, lock) for one in service.operations)
    named = replace(service, operations=operations, schemas=schemas)
    return named, _record(named, lock), findings


def _followed(lock: Lock, service: Service) -> Lock:
    """The lock under the operations' keys of today.

    A page's key gains or loses its discriminator when another page with its method and path comes or
    goes; method, path and page still tell which entry is its own.
    """
    known = {**lock.retired_operations, **lock.operations}
    keys = {one.key for one in service.operations}
    moved: dict[str, str] = {}
    for one in service.operations:
        if one.key in known:
            continue
        base = one.key.partition("#")[0]
        own = [
            key
            for key, entry in sorted(known.items())
            if key not in keys and key.partition("#")[0] == base and entry.page == one.page
        ]
        if len(own) == 1 and own[0] not in moved:
            moved[own[0]] = one.key
    if not moved:
        return lock
    return replace(
        lock,
        operations={moved.get(key, key): one for key, one in lock.operations.items()},
        retired_operations={
            moved.get(key, key): one for key, one in lock.retired_operations.items()
        },
    )


def _schema(schema: Schema, name: str, lock: Lock) -> Schema:
    known = lock.schemas.get(schema.key) or lock.retired_schemas.get(schema.key)
    found = attributes((one.wire for one in schema.fields), known.fields if known else {})
    fields = tuple(replace(one, attribute=found[one.wire]) for one in schema.fields)
    return replace(schema, name=name, fields=fields)


def _operation(
    one: Operation, name: OperationName, schemas: dict[str, Schema], lock: Lock
) -> Operation:
    known = lock.operations.get(one.key) or lock.retired_operations.get(one.key)
    found = parameter_attributes(one, known.parameters if known else {})
    wrapper, fields = flat_fields(one, schemas)
    flat = arguments(
        one,
        fields,
        found,
        {field.wire: field.attribute for field in fields},
        known.arguments if known else {},
    )
    return replace(
        one,
        group=name.group,
        name=name.name,
        module=name.module,
        wrapper=wrapper,
        arguments=flat,
        parameters=tuple(_parameter(part, found) for part in one.parameters),
        responses=tuple(_response(answer) for answer in one.responses),
    )


def _response(one: Response) -> Response:
    """Headers of an answer are read by their wire names; the attribute is what a person would type."""
    found = attributes((part.field.wire for part in one.headers), {})
    headers = tuple(
        replace(part, field=replace(part.field, attribute=found[part.field.wire]))
        for part in one.headers
    )
    return replace(one, headers=headers)


def _parameter(part: Parameter, found: dict[str, str]) -> Parameter:
    attribute = found[f"{part.location} {part.field.wire}"]
    return replace(part, field=replace(part.field, attribute=attribute))


def _record(service: Service, lock: Lock) -> Lock:
    """The decisions as they now stand; of names that need no rule to be found again only the odd ones."""
    operations = {one.key: _locked_operation(one, service) for one in service.operations}
    schemas = {
        key: LockedSchema(
            schema.name,
            {one.wire: one.attribute for one in schema.fields if one.attribute != one.wire},
        )
        for key, schema in service.schemas.items()
    }
    gone = {**lock.retired_operations, **lock.operations}
    absent = {**lock.retired_schemas, **lock.schemas}
    return Lock(
        operations=operations,
        schemas=schemas,
        shared=dict(lock.shared),
        retired_operations={key: one for key, one in gone.items() if key not in operations},
        retired_schemas={key: one for key, one in absent.items() if key not in schemas},
        file=lock.file,
    )


def _locked_operation(one: Operation, service: Service) -> LockedOperation:
    _, fields = flat_fields(one, service.schemas)
    names = {field.wire: field.attribute for field in fields}
    return LockedOperation(
        group=one.group,
        name=one.name,
        module=one.module,
        page=one.page,
        parameters={
            f"{part.location} {part.field.wire}": part.field.attribute
            for part in one.parameters
            if part.field.attribute != part.field.wire
        },
        arguments={wire: argument for wire, argument in one.arguments if argument != names[wire]},
    )
