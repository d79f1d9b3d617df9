"""What each class is for, in a sentence: the operations whose body it is, or the fields that hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gen.literals import one_line
from gen.model import Array, Body, Map, Operation, Ref, Schema, Service, Type
from gen.phrases import join
from gen.views.operations import qualified

_MOST = 3


def purposes(service: Service) -> Mapping[str, str]:
    """Schema key → the first sentence of its class's docstring."""
    bodies: dict[str, list[tuple[str, bool]]] = {}
    fields: dict[str, list[tuple[str, str, bool]]] = {}
    for operation in service.operations:
        for body in _bodies(operation):
            for key, alone in _held(body.type):
                bodies.setdefault(key, []).append((qualified(operation), alone))
    for schema in service.schemas.values():
        for member in (*schema.fields, *([schema.additional] if schema.additional else [])):
            for key, alone in _held(member.type):
                if key != schema.key:
                    fields.setdefault(key, []).append((member.attribute, schema.name, alone))
    return {
        key: _of_bodies(bodies[key], request=schema.direction == "request")
        if key in bodies
        else _of_fields(fields.get(key, [])) + _caption(schema)
        for key, schema in service.schemas.items()
    }


def _bodies(operation: Operation) -> Iterable[Body]:
    answers = [one.body for one in operation.responses if (one.status or 200) < 400]
    return (body for body in (operation.request, *answers) if body is not None)


def _held(type_: Type) -> list[tuple[str, bool]]:
    """``(key, whether it is the value itself)`` of the classes that a value of the type holds."""
    if isinstance(type_, Ref):
        return [(type_.schema, True)]
    if isinstance(type_, Array):
        return [(key, False) for key, _ in _held(type_.items)]
    if isinstance(type_, Map):
        return [(key, False) for key, _ in _held(type_.values)]
    return []


def _of_bodies(uses: list[tuple[str, bool]], *, request: bool) -> str:
    names = _listed(name for name, _ in uses)
    whole = f"The request body of {names}." if request else f"The answer of {names}."
    alone = any(alone for _, alone in uses)
    return whole if alone else f"An item of {whole[0].lower()}{whole[1:]}"


def _of_fields(uses: list[tuple[str, str, bool]]) -> str:
    names = list(dict.fromkeys(name for name, _, _ in uses))
    alone = any(alone for _, _, alone in uses)
    if not names:
        return "Not used by any operation."
    if len(names) == 1:
        lead = f"The ``{names[0]}``" if alone else f"An item of the ``{names[0]}``"
        return f"{lead} of {_listed(owner for _, owner, _ in uses)}."
    places = _listed(f"{owner}.{name}" for name, owner, _ in uses)
    return f"What {places} hold." if alone else f"An item of {places}."


def _caption(schema: Schema) -> str:
    """What the docs call the table, where that is not the class's name."""
    caption = one_line(schema.caption).rstrip(".")
    if _letters(caption) in (
        "",
        _letters(schema.name),
        _letters(schema.name.removesuffix("Input")),
    ):
        return ""
    return f' Documented as "{caption}".'


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _listed(names: Iterable[str]) -> str:
    """Each name once; of many the first few, so that one more does not change the code."""
    once = [f"``{name}``" for name in dict.fromkeys(names)]
    if len(once) > _MOST:
        return ", ".join(once[: _MOST - 1]) + " and others"
    return join(once)
