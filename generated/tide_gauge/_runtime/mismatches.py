"""Where an answer does not have the documented types. Read from the annotations, on demand."""

from __future__ import annotations

import types
import typing
from typing import TYPE_CHECKING, Any

from .checks import BOOLEAN, INTEGER, LIST, NUMBER, OBJECT, STRING, member, report
from .model import ResponseModel, Unset
from .violation import Violation

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from .checks import Test

    Owner: TypeAlias = "tuple[type[Any], str]"
    At: TypeAlias = "tuple[str | int, ...]"
    Look: TypeAlias = "Callable[[Any, str, Owner, At, list[Violation]], None]"

_SCALARS: dict[Any, Test] = {str: STRING, int: INTEGER, float: NUMBER, bool: BOOLEAN}
# Python name, wire name, and what looks at the value; fields that take anything are left out.
_plans: dict[type[Any], list[tuple[str, str, Look]]] = {}


def mismatches(model: ResponseModel, path: str = "$") -> tuple[Violation, ...]:
    """The values below ``model`` whose JSON type is not the documented one."""
    out: list[Violation] = []
    _model(model, path, out)
    return tuple(out)


def _model(model: ResponseModel, path: str, out: list[Violation]) -> None:
    cls = type(model)
    if not isinstance(model._data, dict | Unset | None) and all(
        getattr(model, name) is None for name in cls._names()
    ):
        report(out, path, cls, "", model._data, OBJECT)
        return
    plan = _plans.get(cls)
    if plan is None:
        plan = _plans[cls] = _plan(cls)
    for name, wire, look in plan:
        value = getattr(model, name)
        if value is None:
            continue
        if name != "additional_properties":
            look(value, path, (cls, wire), (), out)
        elif isinstance(value, dict):
            for key, item in value.items():
                if item is not None:
                    look(item, path, (cls, key), (), out)


def _plan(cls: type[ResponseModel]) -> list[tuple[str, str, Look]]:
    # Without locals of its own a field named ``list`` would be taken for the type.
    hints = typing.get_type_hints(cls, localns={})
    plan = []
    for name in cls._names():
        hint = _main(hints[name])
        if name == "additional_properties" and typing.get_origin(hint) is dict:
            hint = typing.get_args(hint)[1]
        look = _look(hint)
        if look is not None:
            plan.append((name, cls._wire.get(name, name), look))
    return plan


def _main(hint: Any) -> Any:
    """The documented type in a union: not None, and for ``Literal["a"] | str`` the str."""
    if typing.get_origin(hint) not in (types.UnionType, typing.Union):
        return hint
    for part in typing.get_args(hint):
        if part is not type(None) and typing.get_origin(part) is not typing.Literal:
            return part
    return Any


def _look(hint: Any) -> Look | None:
    """What looks at a value that is not None; None where any value will do."""
    hint = _main(hint)
    origin = typing.get_origin(hint)
    if origin is list:
        return _list(_look(typing.get_args(hint)[0]))
    if origin is dict:
        return _dict(_look(typing.get_args(hint)[1]))
    if hint in _SCALARS:
        return _scalar(hint, _SCALARS[hint])
    if isinstance(hint, type) and issubclass(hint, ResponseModel):
        return _nested(hint)
    return None


def _scalar(kind: type[Any], test: Test) -> Look:
    def look(value: Any, path: str, owner: Owner, at: At, out: list[Violation]) -> None:
        if type(value) is not kind:
            report(out, path, *owner, value, test, at=at)

    return look


def _nested(kind: type[ResponseModel]) -> Look:
    def look(value: Any, path: str, owner: Owner, at: At, out: list[Violation]) -> None:
        if isinstance(value, kind):
            try:
                _model(value, path + "".join(map(member, (owner[1], *at))), out)
            except RecursionError:
                # What is nested more deeply than calls can be is not looked at.
                return
        else:
            report(out, path, *owner, value, OBJECT, at=at)

    return look


def _list(inner: Look | None) -> Look:
    def look(value: Any, path: str, owner: Owner, at: At, out: list[Violation]) -> None:
        if not isinstance(value, list):
            report(out, path, *owner, value, LIST, at=at)
        elif inner is not None:
            for index, item in enumerate(value):
                if item is not None:
                    inner(item, path, owner, (*at, index), out)

    return look


def _dict(inner: Look | None) -> Look:
    def look(value: Any, path: str, owner: Owner, at: At, out: list[Violation]) -> None:
        if not isinstance(value, dict):
            report(out, path, *owner, value, OBJECT, at=at)
        elif inner is not None:
            for key, item in value.items():
                if item is not None:
                    inner(item, path, owner, (*at, key), out)

    return look
