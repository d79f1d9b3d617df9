"""The model as an OpenAPI 3.1 document (DESIGN §3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gen.model import Operation, Service
from gen.openapi.keywords import JsonObject
from gen.openapi.operations import merged, operation_id, operation_object, tag
from gen.openapi.paths import complete, template
from gen.openapi.shapes import schema_object, x_doc

__all__ = ["Info", "document"]

_METHODS = frozenset(("get", "put", "post", "delete", "options", "head", "patch", "trace"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    """What stands in the document beside the API: title and version, the service's address, the package."""

    title: str = ""
    version: str = "0.1.0"
    base_url: str = ""
    package: str = ""
    description: str = ""


def document(service: Service, info: Info) -> dict[str, Any]:
    """The OpenAPI document of a named service: paths and components in the model's order, nothing of the day."""
    names = {key: schema.name for key, schema in service.schemas.items()}
    about: JsonObject = {
        "title": info.title or service.title or service.name,
        "version": info.version,
    }
    if info.description:
        about["description"] = info.description
    found: JsonObject = {"openapi": "3.1.0", "info": about}
    if info.package:
        found["x-python-package"] = info.package
    found["servers"] = [_server(info.base_url)]
    found["security"] = [{"token": []}, {"signature": []}]
    tags = list(dict.fromkeys(tag(one) for one in service.operations if tag(one)))
    if tags:
        found["tags"] = [{"name": name} for name in sorted(tags)]
    found["paths"] = _paths(service, names)
    found["components"] = {
        "schemas": {
            schema.name: schema_object(schema, names)
            for schema in sorted(service.schemas.values(), key=lambda schema: schema.name)
        },
        "securitySchemes": _SECURITY,
    }
    if service.errors:
        found["x-errors"] = [
            {
                "code": one.code,
                "status": one.status,
                "message": one.message,
                "meaning": one.meaning,
                "advice": one.advice,
                "x-doc": x_doc([one.source]),
            }
            for one in service.errors
        ]
    return found


_SECURITY: JsonObject = {
    "token": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Auth-Token",
        "description": "A token of the identity service.",
    },
    "signature": {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": "A signature made with an access key and a secret key.",
    },
}


def _server(base_url: str) -> JsonObject:
    if base_url:
        return {"url": base_url}
    endpoint = {"default": "localhost", "description": "The service's endpoint in the region."}
    return {"url": "https://{endpoint}", "variables": {"endpoint": endpoint}}


def _paths(service: Service, names: Mapping[str, str]) -> JsonObject:
    """Operations by path and method; a twin request line is a path of its own that names the first one."""
    places: dict[str, dict[str, list[tuple[Operation, JsonObject]]]] = {}
    twins: dict[str, dict[str, list[tuple[Operation, JsonObject]]]] = {}
    for one in service.operations:
        for number, line in enumerate((one.path, *one.twin_paths)):
            path, again = template(line)
            found = operation_object(one, service, names)
            complete(found, one, path, again)
            target = twins if number else places
            target.setdefault(path, {}).setdefault(_method(one.method), []).append((one, found))
    paths: dict[str, JsonObject] = {}
    for path, methods in places.items():
        paths[path] = {method: merged(parts) for method, parts in methods.items()}
    for path, methods in twins.items():
        for method, parts in methods.items():
            if method not in paths.setdefault(path, {}):
                paths[path][method] = _twin(merged(parts), parts[0][0])
    return {path: dict(sorted(paths[path].items())) for path in sorted(paths)}


def _twin(found: JsonObject, one: Operation) -> JsonObject:
    rest = {key: value for key, value in found.items() if key != "operationId"}
    return {"x-operation": {"operationId": operation_id(one), "page": one.page}, **rest}


def _method(method: str) -> str:
    return method.lower() if method.lower() in _METHODS else "post"
