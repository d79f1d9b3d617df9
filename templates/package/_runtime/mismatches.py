"""Where an answer does not have the documented types. Read from the annotations, on demand."""

from __future__ import annotations

import types
import typing
from typing import Any

from .checks import BOOLEAN, INTEGER, LIST, NUMBER, OBJECT, STRING, member, report
from .model import ResponseModel
from .violation import Violation

_SCALARS = {str: STRING, int: INTEGER, float: NUMBER, bool: BOOLEAN}


def mismatches(model: ResponseModel, path: str = "$") -> tuple[Violation, ...]:
    """The values below ``model`` whose JSON type is not the documented one."""
    out: list[Violation] = []
    _model(model, path, out)
    return tuple(out)


def _model(model: ResponseModel, path: str, out: list[Violation]) -> None:
    if not isinstance(model._data, dict | type(None)) and model.to_dict() is model._data:
        report(out, path, type(model), "", model._data, OBJECT)
        return
    hints = _hints(type(model))
    for name in model._names():
        wire = model._wire.get(name, name)
        value = getattr(model, name)
        if name == "additional_properties":
            for key, item in (value or {}).items():
                _value(item, typing.get_args(hints[name])[1], path, (type(model), key), (), out)
        else:
            _value(value, hints[name], path, (type(model), wire), (), out)


_cache: dict[type, dict[str, Any]] = {}


def _hints(cls: type) -> dict[str, Any]:
    if cls not in _cache:
        # Without locals of its own a field named ``list`` would be taken for the type.
        _cache[cls] = typing.get_type_hints(cls, localns={})
    return _cache[cls]


def _value(
    value: Any,
    hint: Any,
    path: str,
    owner: tuple[type, str],
    at: tuple[str | int, ...],
    out: list[Violation],
) -> None:
    if value is None or hint is Any:
        return
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        hint = _main(hint)
        origin = typing.get_origin(hint)
        if hint is Any:
            return
    cls, wire = owner
    if origin is list:
        report(out, path, cls, wire, value, LIST, at=at)
        if isinstance(value, list):
            for index, item in enumerate(value):
                _value(item, typing.get_args(hint)[0], path, owner, (*at, index), out)
    elif origin is dict:
        report(out, path, cls, wire, value, OBJECT, at=at)
        if isinstance(value, dict):
            for key, item in value.items():
                _value(item, typing.get_args(hint)[1], path, owner, (*at, key), out)
    elif isinstance(hint, type) and issubclass(hint, ResponseModel):
        if isinstance(value, hint):
            _model(value, path + "".join(map(member, (wire, *at))), out)
        else:
            report(out, path, cls, wire, value, OBJECT, at=at)
    elif hint in _SCALARS:
        report(out, path, cls, wire, value, _SCALARS[hint], at=at)


def _main(union: Any) -> Any:
    """The documented type in a union: not None, and for ``Literal["a"] | str`` the str."""
    for part in typing.get_args(union):
        if part is not type(None) and typing.get_origin(part) is not typing.Literal:
            return part
    return Any
