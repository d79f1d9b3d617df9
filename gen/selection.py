"""Only some operations of a service, with just the schemas they need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from gen.findings import Position, TablewrightError
from gen.model import Array, Map, Operation, Ref, Service, Type


def select(service: Service, wanted: tuple[str, ...], where: Position | None = None) -> Service:
    """``service`` with the operations named in ``wanted`` (``group.name``, name or key); all if empty.

    Raises TablewrightError for a name that no operation has; ``where`` it is configured.
    """
    if not wanted:
        return service
    chosen: list[Operation] = []
    for name in wanted:
        found = [one for one in service.operations if name in _names(one)]
        if not found:
            known = sorted({other for one in service.operations for other in _names(one)})
            close = get_close_matches(name, known, n=3, cutoff=0.6)
            raise TablewrightError(
                f"operations: no operation is named {name!r}",
                position=where,
                hint="the names are those of the client's methods: "
                + (f"did you mean {' or '.join(close)}?" if close else _some(service)),
            )
        chosen += found
    kept = tuple(one for one in service.operations if one in chosen)
    keys = reachable(service, kept)
    schemas = {key: schema for key, schema in service.schemas.items() if key in keys}
    return replace(service, operations=kept, schemas=schemas)


def _some(service: Service) -> str:
    names = sorted(one.name for one in service.operations)
    return ", ".join(names[:5]) + (", …" if len(names) > 5 else "")


def _names(operation: Operation) -> set[str]:
    dotted = f"{operation.group}.{operation.name}" if operation.group else operation.name
    return {dotted, operation.name, operation.key}


def reachable(service: Service, operations: Iterable[Operation]) -> set[str]:
    """The keys of all schemas that the operations' messages lead to."""
    seen: set[str] = set()
    waiting: list[Type] = []
    for operation in operations:
        waiting += [parameter.field.type for parameter in operation.parameters]
        bodies = [operation.request, *(response.body for response in operation.responses)]
        waiting += [body.type for body in bodies if body is not None]
    while waiting:
        match waiting.pop():
            case Ref(schema=key) if key not in seen and key in service.schemas:
                seen.add(key)
                schema = service.schemas[key]
                waiting += [field.type for field in schema.fields]
                if schema.additional is not None:
                    waiting.append(schema.additional.type)
            case Array(items=inner) | Map(values=inner):
                waiting.append(inner)
            case _:
                pass
    return seen
