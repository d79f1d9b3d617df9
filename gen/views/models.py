"""Schemas as print-ready classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gen import literals
from gen.exhaustive import assert_never
from gen.model import Array, Field, Free, Map, Ref, Scalar, Schema, Secret, Type, When
from gen.views.checks import schema_check
from gen.views.conditions import NEVER, Siblings
from gen.views.constants import Constants
from gen.views.layout import inner_types, reachable
from gen.views.prose import checked, field_text
from gen.views.types import Schemas, class_name, nullable, request_type, response_type


@dataclass(frozen=True, slots=True)
class FieldView:
    """One annotated field: every part is source text. ``read`` is an expression over ``get``, ``write`` over ``self``."""

    name: str
    wire: str
    annotation: str
    default: str
    doc: str
    read: str
    write: str


@dataclass(frozen=True, slots=True)
class ClassView:
    """One class. ``wire_names`` and ``secrets`` are '' where there are none; ``check`` is empty in responses."""

    name: str
    base: str
    doc: str
    fields: tuple[FieldView, ...]
    wire_names: str
    secrets: str
    written: str
    check: tuple[str, ...]
    additional: FieldView | None
    known: str


def class_view(
    schema: Schema, schemas: Schemas, constants: Constants, purpose: str = ""
) -> ClassView:
    """A request class (suffix ``Input``) or a response class. ``purpose`` begins its docstring."""
    request = schema.direction == "request"
    fields = tuple(_field(field, schemas, request=request) for field in schema.fields)
    renamed = {f.attribute: f.wire for f in schema.fields if f.attribute != f.wire}
    secrets = [f.attribute for f in schema.fields if any(isinstance(r, Secret) for r in f.rules)]
    pairs = ", ".join(f"{literals.string(k)}: {literals.string(v)}" for k, v in renamed.items())
    names = literals.tuple_of(literals.string(name) for name in secrets)
    additional = (
        _additional(schema.additional, schemas, request=request) if schema.additional else None
    )
    return ClassView(
        name=schema.name,
        base="RequestModel" if request else "ResponseModel",
        doc=literals.docstring(_class_doc(schema, purpose, request=request), 4),
        fields=fields,
        wire_names=f"{{{pairs}}}" if renamed else "",
        secrets=f"frozenset({names})" if secrets else "",
        written="written_input" if request else "written",
        check=schema_check(schema, schemas, constants) if request else (),
        additional=additional,
        known=literals.tuple_of(literals.string(field.wire) for field in schema.fields),
    )


def _class_doc(schema: Schema, purpose: str, *, request: bool) -> str:
    parts = [purpose or f"A part of {'a request' if request else 'an answer'}."]
    if request:
        siblings = Siblings(schema.fields)
        said = checked(
            rule
            for rule in schema.rules
            if not isinstance(rule, When) or siblings.holds(rule.condition) != NEVER
        )
        if said:
            parts += ["", said]
    return "\n".join(parts)


def _field(field: Field, schemas: Schemas, *, request: bool) -> FieldView:
    wire = literals.string(field.wire)
    text = field_text(field, request=request)
    if request:
        annotation = request_type(field.type, field.rules, schemas)
        if nullable(field) and annotation != "Any":
            annotation += " | None"
        annotation = f"{annotation} | Unset"
        got = f"get({wire}, UNSET)"
    else:
        annotation = f"{response_type(field.type, field.rules, schemas)} | None"
        got = f"get({wire})"
    return FieldView(
        name=field.attribute,
        wire=wire,
        annotation=annotation,
        default="UNSET" if request else "None",
        doc=literals.docstring(text, 4) if text else "",
        read=reading(field.type, got, schemas),
        write=writing(field.type, f"self.{field.attribute}", request=request),
    )


def _additional(field: Field, schemas: Schemas, *, request: bool) -> FieldView:
    """The members under keys that the docs leave open."""
    whole = replace(field, type=Map(field.type), attribute="additional_properties", required=False)
    items = tuple(replace(rule, target="items") for rule in field.rules if rule.target == "value")
    view = _field(replace(whole, rules=items), schemas, request=request)
    doc = literals.docstring(
        f"Members by their own keys (``{literals.one_line(field.wire)}`` in the docs).\n"
        + field_text(field, request=request),
        4,
    )
    return replace(view, doc=doc, read=value_reader(field.type, "v", schemas))


def reading(type_: Type, got: str, schemas: Schemas) -> str:
    """The expression that turns what ``got`` gives into the field's value."""
    match type_:
        case Scalar() | Free():
            return got
        case Ref():
            name = class_name(schemas, type_)
            if holds_itself(type_, schemas):
                return f"read_object({got}, {name}.from_dict)"
            return f"{name}.from_dict(v) if isinstance(v := {got}, dict) else v"
        case Array() | Map():
            read = value_reader(type_, "v", schemas)
            # Most lists of an answer are absent: no call for those.
            return got if read == "v" else f"{read} if (v := {got}) else v"
        case _:
            assert_never(type_)


def value_reader(type_: Type, var: str, schemas: Schemas, depth: int = 0) -> str:
    """The expression that reads the JSON value ``var``, without binding names."""
    match type_:
        case Scalar() | Free():
            return var
        case Ref():
            name = class_name(schemas, type_)
            if holds_itself(type_, schemas):
                return f"read_object({var}, {name}.from_dict)"
            return f"{name}.from_dict({var}) if isinstance({var}, dict) else {var}"
        case Array(Ref() as item):
            return f"read_list({var}, {class_name(schemas, item)}.from_dict)"
        case Map(Ref() as item):
            return f"read_map({var}, {class_name(schemas, item)}.from_dict)"
        case Array(inner) | Map(inner):
            var_below = f"v{depth + 1}"
            below = value_reader(inner, var_below, schemas, depth + 1)
            if below == var_below:
                return var
            function = "each" if isinstance(type_, Array) else "each_value"
            return f"{function}({var}, lambda {var_below}: {below})"
        case _:
            assert_never(type_)


def holds_itself(type_: Ref, schemas: Schemas) -> bool:
    """Whether a value of the class can be nested in itself, as deeply as a server likes."""
    return type_.schema in reachable(inner_types(schemas[type_.schema]), schemas)


def writing(type_: Type, var: str, *, request: bool) -> str:
    """The expression that writes a field's value; requests are turned to plain data as a whole."""
    if request or not holds_models(type_):
        return var
    return f"plain({var})"


def holds_models(type_: Type) -> bool:
    """Whether a value of the type can have models in it."""
    match type_:
        case Ref():
            return True
        case Array(inner) | Map(inner):
            return holds_models(inner)
        case Scalar() | Free():
            return False
        case _:
            assert_never(type_)


def helper_names(views: Sequence[ClassView]) -> tuple[str, ...]:
    """The functions of ``_runtime.model`` that the classes' code calls."""
    text = [part for view in views for field in view.fields for part in (field.read, field.write)]
    text += [view.additional.read for view in views if view.additional is not None]
    if any(view.additional is not None for view in views):
        text.append("plain(")
    return tuple(
        name
        for name in ("each", "each_value", "plain", "read_list", "read_map", "read_object")
        if any(f"{name}(" in part for part in text)
    )
