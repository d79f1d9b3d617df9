"""Schemas as print-ready classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gen import literals
from gen.exhaustive import assert_never
from gen.model import (
    Array,
    Field,
    Free,
    Map,
    Ref,
    Scalar,
    ScalarKind,
    Schema,
    Secret,
    Type,
    When,
)
from gen.views.checks import schema_check
from gen.views.conditions import NEVER, Siblings
from gen.views.constants import Constants
from gen.views.layout import inner_types, reachable
from gen.views.prose import checked, field_text
from gen.views.types import Schemas, class_name, nullable, request_type, response_type


@dataclass(frozen=True, slots=True)
class FieldView:
    """One annotated field: every part is source text.

    ``read`` is an expression over ``data``, ``write`` over ``v``, the field's value, which
    ``given`` binds: whether it is to be written.
    """

    name: str
    wire: str
    annotation: str
    default: str
    doc: str
    read: str
    given: str
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
    ended: str
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
        _additional(schema.additional, schemas, request=request, others=bool(schema.fields))
        if schema.additional
        else None
    )
    return ClassView(
        name=schema.name,
        base="RequestModel" if request else "ResponseModel",
        doc=literals.docstring(_class_doc(schema, purpose, request=request), 4),
        fields=fields,
        wire_names=f"{{{pairs}}}" if renamed else "",
        secrets=f"frozenset({names})" if secrets else "",
        ended=_ended(request=request, open_keys=additional is not None),
        check=schema_check(schema, schemas, constants) if request else (),
        additional=additional,
        known=literals.tuple_of(literals.string(field.wire) for field in schema.fields),
    )


def _ended(*, request: bool, open_keys: bool) -> str:
    """What ``to_dict`` gives: ``out`` and what was read that has no field."""
    if not request:
        return "as_read(self, out)"
    return "out or unread(self._data)" if open_keys else "with_rest(self, out)"


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
        got = f"data.get({wire}, UNSET)"
    else:
        annotation = f"{response_type(field.type, field.rules, schemas)} | None"
        got = f"data.get({wire})"
    return FieldView(
        name=field.attribute,
        wire=wire,
        annotation=annotation,
        default="UNSET" if request else "None",
        doc=literals.docstring(text, 4) if text else "",
        read=reading(field.type, got, schemas),
        given=f"(v := self.{field.attribute}) is not {'UNSET' if request else 'None'}",
        write=writing(field.type, schemas, request=request),
    )


def _additional(field: Field, schemas: Schemas, *, request: bool, others: bool) -> FieldView:
    """The members under keys that the docs leave open; ``others``: beside documented ones."""
    whole = replace(field, type=Map(field.type), attribute="additional_properties", required=False)
    items = tuple(replace(rule, target="items") for rule in field.rules if rule.target == "value")
    view = _field(replace(whole, rules=items), schemas, request=request)
    doc = literals.docstring(
        f"Members by their own keys (``{literals.one_line(field.wire)}`` in the docs).\n"
        + field_text(field, request=request),
        4,
    )
    # Most objects have no members but the documented ones, and a set tells that quickly.
    test = " if k not in self._known" if others else ""
    read = f"{{k: {value_reader(field.type, 'v', schemas)} for k, v in data.items(){test}}}"
    if others:
        read = f"{{}} if self._known.issuperset(data) else {read}"
    return replace(view, doc=doc, read=read)


def reading(type_: Type, got: str, schemas: Schemas) -> str:
    """The expression that turns what ``got`` gives into the field's value."""
    called = _guarded(type_, "v", schemas)
    if called:
        # Most of what an answer may hold is absent: no call for that.
        return f"{called} if (v := {got}) else v"
    read = value_reader(type_, "v", schemas, first=f"v := {got}")
    return got if read == "v" else read


def value_reader(
    type_: Type, var: str, schemas: Schemas, *, first: str = "", depth: int = 1
) -> str:
    """The expression that reads the JSON value ``var``; ``var`` itself where there is nothing to read.

    ``first`` is the variable where it is evaluated first.
    """
    first = first or var
    item, key = (f"{letter}{depth if depth > 1 else ''}" for letter in "ik")
    match type_:
        case Scalar() | Free():
            return var
        case _ if called := _guarded(type_, var, schemas):
            return called
        case Ref():
            name = class_name(schemas, type_)
            return f"new({name})._read({var}) if isinstance({first}, dict) else {var}"
        case Array(inner):
            read = value_reader(inner, item, schemas, depth=depth + 1)
            made = f"[{read} for {item} in {var}] if isinstance({first}, list) else {var}"
            return var if read == item else made
        case Map(inner):
            read = value_reader(inner, item, schemas, depth=depth + 1)
            made = f"{{{key}: {read} for {key}, {item} in {var}.items()}}"
            return var if read == item else f"{made} if isinstance({first}, dict) else {var}"
        case _:
            assert_never(type_)


def _guarded(type_: Type, var: str, schemas: Schemas) -> str:
    """The call that reads objects of a class that holds itself, however deeply; '' for other types."""
    match type_:
        case Ref() as held:
            function = "read_object"
        case Array(Ref() as held):
            function = "read_list"
        case Map(Ref() as held):
            function = "read_map"
        case _:
            return ""
    if not holds_itself(held, schemas):
        return ""
    return f"{function}({var}, {class_name(schemas, held)})"


def holds_itself(type_: Ref, schemas: Schemas) -> bool:
    """Whether a value of the class can be nested in itself, as deeply as a server likes."""
    return type_.schema in reachable(inner_types(schemas[type_.schema]), schemas)


_EXACT: dict[ScalarKind, str] = {"string": "str", "integer": "int", "boolean": "bool"}


def writing(type_: Type, schemas: Schemas, *, request: bool) -> str:
    """The expression that writes ``v``, a field's value that is there.

    What a caller gives may be a model, a UUID or a date wherever the docs say text. Lists and
    objects are copied, so that what is written can be changed without changing the model.
    """
    match type_:
        case Scalar(kind) if request and kind in _EXACT:
            return f"v if type(v) is {_EXACT[kind]} else plain(v)"
        case Scalar() if not request:
            return "v"
        case Ref() as held if not request and not holds_itself(held, schemas):
            return f"v.to_dict() if type(v) is {class_name(schemas, held)} else plain(v)"
        case Array(Ref() as held) if not request and not holds_itself(held, schemas):
            item = f"i.to_dict() if type(i) is {class_name(schemas, held)} else plain(i)"
            return f"[{item} for i in v] if type(v) is list else plain(v)"
        case _:
            return "plain(v)"


_HELPERS = "as_read new plain read_list read_map read_object unread with_rest".split()


def helper_names(views: Sequence[ClassView]) -> tuple[str, ...]:
    """The functions of ``_runtime.model`` that the classes' code calls."""
    text = [
        part
        for view in views
        for field in view.fields
        for part in (field.read, field.given, field.write)
    ]
    text += [view.ended for view in views]
    text += [view.additional.read for view in views if view.additional is not None]
    if any(view.additional is not None for view in views):
        text.append("plain(")
    return tuple(name for name in _HELPERS if any(f"{name}(" in part for part in text))
