"""The intermediate model as JSON, and the JSON Schema of it, drawn from the dataclasses' annotations."""

from __future__ import annotations

import dataclasses
import sys
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from gen.model import Service
from gen.serial import to_json

SCHEMA_FILE = "model.schema.json"
_PLAIN: dict[Any, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    type(None): "null",
}


def dump(service: Service) -> dict[str, Any]:
    """A named service as plain JSON values; ``kind`` names each object's class, defaults are left out."""
    data: dict[str, Any] = to_json(service)
    return data


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what :func:`dump` gives."""
    found: dict[str, Any] = {}
    _class(Service, found)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://tablewright.dev/schemas/{SCHEMA_FILE}",
        "title": "Output of tablewright model",
        "$ref": "#/$defs/Service",
        "$defs": dict(sorted(found.items())),
    }


def _class(cls: type[Any], found: dict[str, Any]) -> dict[str, Any]:
    """A reference to the class's definition, which is made if it is not there yet."""
    name = cls.__name__
    if name not in found:
        found[name] = {}
        hints = get_type_hints(cls, vars(sys.modules[cls.__module__]))
        properties: dict[str, Any] = {"kind": {"const": name}}
        required = ["kind"]
        for one in dataclasses.fields(cls):
            key = "kind_" if one.name == "kind" else one.name
            properties[key] = _hint(hints[one.name], found)
            if one.default is dataclasses.MISSING:
                required.append(key)
        entry: dict[str, Any] = {"type": "object"}
        if cls.__doc__:
            entry["description"] = " ".join(cls.__doc__.split())
        found[name] = {
            **entry,
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _hint(hint: Any, found: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Any:
        return {}
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_hint(one, found) for one in arguments]}
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _hint(arguments[0], found)}
    if origin is tuple:
        parts = [_hint(one, found) for one in arguments]
        return {
            "type": "array",
            "prefixItems": parts,
            "minItems": len(parts),
            "maxItems": len(parts),
        }
    if origin is list:
        return {"type": "array", "items": _hint(arguments[0], found)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _hint(arguments[1], found)}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _class(hint, found)
    raise TypeError(f"no schema for {hint!r}")
