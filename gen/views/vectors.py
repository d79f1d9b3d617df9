"""What the emitted tests hold a package against: the docs' own examples, and the edges of every hard rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gen.model import Array, Body, Example, Field, Json, Operation, Ref, Schema, Service, Type
from gen.views.judge import faults, step
from gen.views.layout import Layout
from gen.views.operations import answer, body_kind, qualified
from gen.views.types import Schemas
from gen.views.unmasking import masked_at, unmasked
from gen.views.values import edges


def vectors(operation: Operation, service: Service, places: Layout) -> dict[str, Any]:
    """The vectors of one operation, as JSON; empty keys are left out."""
    schemas = service.schemas
    found: dict[str, Any] = {"operation": qualified(operation), "page": operation.page}
    request = operation.request
    if request is not None and body_kind(request.media_type) in ("json", "json-patch"):
        found["requests"] = list(_requests(operation, request, schemas))
    found["responses"] = list(_responses(operation, schemas))
    own = places.operations[operation.key].keys
    found["edges"] = class_edges([schemas[key] for key in own], schemas)
    return {key: value for key, value in found.items() if value}


def class_edges(chosen: list[Schema], schemas: Schemas) -> dict[str, Any]:
    """Class → wire name → accepted and refused values, of the request classes among ``chosen``."""
    found: dict[str, Any] = {}
    for schema in chosen:
        if schema.direction == "request":
            fields = {
                field.wire: made for field in schema.fields if (made := _edge(field, schemas))
            }
            if fields:
                found[schema.name] = fields
    return found


def _edge(field: Field, schemas: Schemas) -> dict[str, Any]:
    made = edges(field, schemas)
    entry: dict[str, Any] = {}
    if made.accepted:
        entry["accepted"] = list(made.accepted)
    if made.refused:
        entry["refused"] = [
            {"value": value, "rule": rule, "path": f"${step(field.wire)}{path}"}
            for value, rule, path in made.refused
        ]
    return entry


def _requests(operation: Operation, body: Body, schemas: Schemas) -> Iterator[dict[str, Any]]:
    """The documented requests: as they are, with the paths of what they break, and made valid."""
    for example in operation.examples:
        if (
            example.direction != "request"
            or not example.parsed
            or not _shaped(example.value, body.type)
        ):
            continue
        rules = body.item.rules if body.item is not None else ()
        broken = sorted(
            set(faults(example.value, body.type, rules, schemas)), key=lambda f: (f.path, f.rule)
        )
        entry: dict[str, Any] = {"value": example.value}
        if isinstance(body.type, Ref):
            entry["class"] = schemas[body.type.schema].name
        masked = [fault.path for fault in broken if masked_at(example.value, fault.path)]
        others = [[fault.path, fault.rule] for fault in broken if fault.path not in masked]
        if masked:
            entry["masked"] = list(dict.fromkeys(masked))
        if others:
            entry["contradicts"] = others
        elif masked:
            whole = unmasked(example.value, body.type, schemas, broken)
            if whole is not None:
                entry["valid"] = whole
        yield entry


def _shaped(value: Json, type_: Type) -> bool:
    """Whether an example is an example of the body at all."""
    if isinstance(type_, Array):
        return isinstance(value, list)
    return isinstance(value, dict)


def _responses(operation: Operation, schemas: Schemas) -> Iterator[dict[str, Any]]:
    """The documented answers, each with the class that decodes it."""
    for example in operation.examples:
        if example.direction != "response" or not example.parsed:
            continue
        if example.status is not None and example.status >= 400:
            continue
        body = _body_for(operation, example)
        if body is None:
            continue
        entry: dict[str, Any] = {"value": example.value}
        if example.status is not None:
            entry["status"] = example.status
        if isinstance(body.type, Ref):
            entry["class"] = answer(body, schemas)[1]
        yield entry


def _body_for(operation: Operation, example: Example) -> Body | None:
    bodies = [
        one for one in operation.responses if one.body is not None and (one.status or 200) < 400
    ]
    exact = [one for one in bodies if one.status == example.status]
    chosen = exact or [one for one in bodies if one.status is None or example.status is None]
    return chosen[0].body if chosen else None
