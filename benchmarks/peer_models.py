"""The classes a person would write with other libraries, made from an emitted OpenAPI document.

``constrained`` classes hold the constraints of requests as ``Literal`` and ``Field(ge=…,
pattern=…)``; the others hold types only. Conditions between fields and uniqueness by key are
left out: none of these libraries can say them, so they do less than the generated checks.
"""

from __future__ import annotations

import itertools
import keyword
import re
import sys
import types
from dataclasses import dataclass
from typing import Annotated, Any, Dict, ForwardRef, List, Literal, Optional, Union  # noqa: UP035

_NUMBERS = itertools.count()
_SCALARS = {"string": str, "integer": int, "number": float, "boolean": bool}
_KEYWORDS = {
    "minimum": "ge",
    "maximum": "le",
    "exclusiveMinimum": "gt",
    "exclusiveMaximum": "lt",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
    "pattern": "pattern",
}


@dataclass(frozen=True)
class Member:
    """A field of a class: a Python name, the wire name, its annotation, whether it must be there."""

    name: str
    wire: str
    annotation: Any
    required: bool


class Models:
    """Classes of one library for the component schemas of one document."""

    def __init__(self, document: dict[str, Any], *, constrained: bool = False) -> None:
        self._schemas: dict[str, Any] = document["components"]["schemas"]
        self._constrained = constrained
        # The classes refer to each other by name, which libraries look up in their module.
        self.module = types.ModuleType(f"bench_models_{next(_NUMBERS)}")
        sys.modules[self.module.__name__] = self.module

    def build(self, name: str) -> Any:
        """The class of a component schema of type object; those it refers to are made too."""
        waiting = [name]
        made: list[Any] = []
        while waiting:
            one = waiting.pop()
            if not hasattr(self.module, one):
                self._wanted: list[str] = []
                made.append(self._make(one, self._members(self._schemas[one])))
                setattr(self.module, one, made[-1])
                waiting += self._wanted
        for one in made:
            self._resolve(one)
        return getattr(self.module, name)

    def _make(self, name: str, members: list[Member]) -> Any:
        raise NotImplementedError

    def _resolve(self, made: Any) -> None:
        """Look up the names a class refers to, where the library does not do so by itself."""

    def _constrain(self, annotation: Any, keywords: dict[str, Any]) -> Any:
        raise NotImplementedError

    def _members(self, schema: dict[str, Any]) -> list[Member]:
        required = schema.get("required", []) if self._constrained else []
        found = []
        for index, (wire, member) in enumerate(schema.get("properties", {}).items()):
            annotation = self.annotation(member)
            needed = wire in required
            if not needed and not self._constrained:
                annotation = Optional[annotation]  # noqa: UP045
            found.append(Member(python_name(wire, index), wire, annotation, needed))
        return found

    def annotation(self, schema: dict[str, Any]) -> Any:
        """The annotation of a schema."""
        if "$ref" in schema:
            return self._reference(schema["$ref"].rpartition("/")[2])
        kind = schema.get("type")
        if isinstance(kind, list):
            kinds = [one for one in kind if one != "null"]
            one = self.annotation({**schema, "type": kinds[0]}) if len(kinds) == 1 else Any
            return Optional[one] if "null" in kind else one  # noqa: UP045
        if self._constrained and "enum" in schema:
            return Literal[tuple(schema["enum"])]
        if kind == "array":
            return self._limited(List[self.annotation(schema.get("items", {}))], schema)  # noqa: UP006
        if kind == "object":
            return self._map(schema)
        if kind in _SCALARS:
            return self._scalar(_SCALARS[kind], schema)
        return Any

    def _reference(self, name: str) -> Any:
        schema = self._schemas[name]
        if schema.get("properties"):
            self._wanted.append(name)
            return ForwardRef(name)
        return self.annotation(schema)

    def _map(self, schema: dict[str, Any]) -> Any:
        inner = schema.get("additionalProperties")
        return Dict[str, self.annotation(inner) if isinstance(inner, dict) else Any]  # noqa: UP006

    def _scalar(self, kind: type[Any], schema: dict[str, Any]) -> Any:
        base = {name: value for name, value in schema.items() if name != "anyOf"}
        branches = [one for one in schema.get("anyOf", []) if set(one) <= {"pattern", "format"}]
        if self._constrained and branches and len(branches) == len(schema["anyOf"]):
            return Union[tuple(self._limited(kind, {**base, **one}) for one in branches)]  # noqa: UP007
        return self._limited(kind, base)

    def _limited(self, annotation: Any, schema: dict[str, Any]) -> Any:
        if not self._constrained:
            return annotation
        found = {_KEYWORDS[key]: value for key, value in schema.items() if key in _KEYWORDS}
        return self._constrain(annotation, found) if found else annotation


def python_name(wire: str, index: int) -> str:
    """A name that every library takes."""
    plain = wire.isidentifier() and not keyword.iskeyword(wire) and not wire.startswith("_")
    return wire if plain and wire not in _TAKEN and not wire.startswith("model_") else f"f{index}"


# Attributes of pydantic's base class, which a field must not hide.
_TAKEN = frozenset(
    "construct copy dict fields from_orm json parse_obj parse_raw schema self validate".split()
)


class Pydantic(Models):
    """pydantic v2: strict where constrained, else as it comes; unknown fields are passed over."""

    def _make(self, name: str, members: list[Member]) -> Any:
        import pydantic

        fields: dict[str, Any] = {
            one.name: (
                one.annotation,
                pydantic.Field(
                    ... if one.required else None,
                    alias=one.wire if one.wire != one.name else None,
                ),
            )
            for one in members
        }
        # The engine in Rust is the faster one, and knows every pattern that is emitted.
        config = pydantic.ConfigDict(defer_build=True, strict=self._constrained)
        return pydantic.create_model(
            name, __config__=config, __module__=self.module.__name__, **fields
        )

    def _resolve(self, made: Any) -> None:
        made.model_rebuild(force=True, _types_namespace=vars(self.module))

    def _constrain(self, annotation: Any, keywords: dict[str, Any]) -> Any:
        import pydantic

        return Annotated[annotation, pydantic.Field(**keywords)]


class Msgspec(Models):
    """msgspec structs; unknown fields are passed over."""

    def _make(self, name: str, members: list[Member]) -> Any:
        import msgspec

        fields: Any = [
            (one.name, one.annotation)
            if one.required and one.name == one.wire
            else (one.name, one.annotation, self._field(one))
            for one in members
        ]
        return msgspec.defstruct(
            name, fields, kw_only=True, omit_defaults=True, module=self.module.__name__
        )

    @staticmethod
    def _field(member: Member) -> Any:
        import msgspec

        name = member.wire if member.wire != member.name else None
        if member.required:
            return msgspec.field(name=name)
        return msgspec.field(default=None, name=name)

    def _constrain(self, annotation: Any, keywords: dict[str, Any]) -> Any:
        import msgspec

        return Annotated[annotation, msgspec.Meta(**keywords)]


class Attrs(Models):
    """attrs classes with slots; :meth:`converter` gives the cattrs converter for them."""

    def _make(self, name: str, members: list[Member]) -> Any:
        import attrs

        fields = {
            one.name: attrs.field(
                type=one.annotation,
                default=attrs.NOTHING if one.required else None,
                alias=one.name,
            )
            for one in members
        }
        made = attrs.make_class(name, fields, slots=True, kw_only=True)
        made.__module__ = self.module.__name__
        made.wires = {one.name: one.wire for one in members if one.name != one.wire}
        return made

    def _resolve(self, made: Any) -> None:
        import attrs

        attrs.resolve_types(made, globalns=vars(self.module))

    def _constrain(self, annotation: Any, keywords: dict[str, Any]) -> Any:
        raise NotImplementedError("cattrs holds no constraints")

    def converter(self) -> Any:
        """A converter as fast as cattrs makes it: without detailed validation."""
        import cattrs
        from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

        converter = cattrs.Converter(detailed_validation=False, omit_if_default=True)
        for made in [one for one in vars(self.module).values() if isinstance(one, type)]:
            renamed = {name: override(rename=wire) for name, wire in made.wires.items()}  # type: ignore[attr-defined]
            if renamed:
                converter.register_structure_hook(
                    made, make_dict_structure_fn(made, converter, **renamed)
                )
                converter.register_unstructure_hook(
                    made,
                    make_dict_unstructure_fn(
                        made, converter, _cattrs_omit_if_default=True, **renamed
                    ),
                )
        return converter


def json_schema(document: dict[str, Any], name: str) -> dict[str, Any]:
    """A component schema on its own in draft 7, which fastjsonschema compiles."""
    schemas = document["components"]["schemas"]
    needed: dict[str, Any] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in needed:
            needed[one] = _draft7(schemas[one], waiting)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$ref": f"#/definitions/{name}",
        "definitions": needed,
    }


def _draft7(schema: Any, wanted: list[str]) -> Any:
    if isinstance(schema, list):
        return [_draft7(one, wanted) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        wanted.append(schema["$ref"].rpartition("/")[2])
        return {"$ref": f"#/definitions/{wanted[-1]}"}
    out: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "properties":
            out[key] = {name: _draft7(one, wanted) for name, one in value.items()}
        elif key == "dependentRequired":
            out["dependencies"] = value
        elif key in ("enum", "const", "required"):
            out[key] = value
        elif key == "pattern":
            out[key] = dollars_escaped(value)
        elif key not in ("default", "description", "title", "examples") and key[:2] != "x-":
            out[key] = _draft7(value, wanted)
    return out


def dollars_escaped(pattern: str) -> str:
    """A pattern whose ``$`` within classes is spelt ``\\x24``: fastjsonschema makes ``\\Z`` of every one."""
    out, inside = [], False
    for token in re.findall(r"\\.|.", pattern, re.DOTALL):
        if token == "$" and inside:
            token = r"\x24"
        elif token == "[":
            inside = True
        elif token == "]":
            inside = False
        out.append(token)
    return "".join(out)
