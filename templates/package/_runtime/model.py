"""The two kinds of model: requests, which are checked, and responses, which take whatever comes."""

from __future__ import annotations

import enum
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import IO, TYPE_CHECKING, Any, ClassVar, Final, TypeAlias, TypeVar

if TYPE_CHECKING:
    from .violation import Violation, Where

M = TypeVar("M", bound="_Model")

FileContent: TypeAlias = bytes | IO[bytes] | os.PathLike[str] | tuple[str, bytes | IO[bytes]]
"""A file to send: its bytes, a binary file object, a path, or ``(file name, content)``."""


class Unset(enum.Enum):
    """The type of :data:`UNSET`."""

    UNSET = "UNSET"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
"""A field that is not given, and so not sent. ``None`` is sent as null."""

new = object.__new__
"""An instance without its fields set: ``_read`` sets every one."""


class _Origin:
    # What the model was read from. It is looked into only to write back what the class
    # has no field for, so a decoded model needs no second walk over the keys. It is no field
    # of the dataclass: ``fields`` and ``asdict`` show what the docs name.
    __slots__ = ("_data",)
    _data: Any

    def __post_init__(self) -> None:
        self._data = UNSET


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class _Model(_Origin):
    # Python name → wire name, where they differ.
    _wire: ClassVar[dict[str, str]] = {}
    _secret: ClassVar[frozenset[str]] = frozenset()
    _absent: ClassVar[Any] = None

    def to_dict(self) -> dict[str, Any]:
        """The value as plain JSON data, with the keys it was read with that the docs do not name."""
        raise NotImplementedError

    def _read(self: M, data: dict[str, Any]) -> M:
        raise NotImplementedError

    @classmethod
    def _keep(cls: type[M], data: Any) -> M:
        """A model without fields that was read from what is no object."""
        self = cls()
        self._data = data
        return self

    @classmethod
    def _names(cls) -> list[str]:
        return [one.name for one in fields(cls)]

    @classmethod
    def flat_fields(cls, **renamed: str) -> tuple[tuple[str, str], ...]:
        """``(argument, wire name)`` of every field that may be given flat; ``renamed``: field → argument."""
        return tuple(
            (renamed.get(name, name), cls._wire.get(name, name))
            for name in cls._names()
            if name != "additional_properties"
        )

    @property
    def extra_fields(self) -> dict[str, Any]:
        """What the value was read with and the class has no field for, by wire name."""
        if not isinstance(self._data, dict):
            return {}
        if "additional_properties" in self._names():
            return {}
        known = wire_names(type(self))
        return {name: value for name, value in self._data.items() if name not in known}

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        if any(getattr(self, name) != getattr(other, name) for name in self._names()):
            return False
        mine, others = self._data, other._data
        if mine is others or (isinstance(mine, dict | Unset) and isinstance(others, dict | Unset)):
            return self.extra_fields == other.extra_fields
        return bool(mine == others)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown: list[str] = []
        for name in self._names():
            value = getattr(self, name)
            if value is self._absent:
                continue
            if len(shown) == 8:
                shown.append("…")
                break
            shown.append(f"{name}={'***' if name in self._secret else brief(value)}")
        if not isinstance(self._data, dict | Unset):
            shown.append(brief(self._data))
        return f"{type(self).__name__}({', '.join(shown)})"


def brief(value: Any) -> str:
    """A short text for a value; what free-form objects hold is not shown, it may be secret."""
    if isinstance(value, str):
        return repr(value) if len(value) <= 48 else repr(value[:45] + "…")
    if isinstance(value, _Model):
        try:
            return repr(value)
        except RecursionError:
            return f"{type(value).__name__}(…)"
    if isinstance(value, (list, tuple)):
        return f"[{len(value)} item{'' if len(value) == 1 else 's'}]"
    if isinstance(value, Mapping):
        return f"{{{len(value)} key{'' if len(value) == 1 else 's'}}}"
    return repr(value)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ResponseModel(_Model):
    """An object of an answer. It takes any JSON value; :meth:`mismatches` says what does not fit the docs."""

    @classmethod
    def from_dict(cls: type[M], data: Any) -> M:
        """Read parsed JSON of any shape. Never raises; ``to_dict`` gives back what came."""
        return new(cls)._read(data) if isinstance(data, dict) else cls._keep(data)

    def mismatches(self) -> tuple[Violation, ...]:
        """The values whose JSON type is not the documented one. They are kept as they came."""
        from .mismatches import mismatches

        return mismatches(self)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class RequestModel(_Model):
    """An object of a request. Fields that are not given are not sent."""

    _absent: ClassVar[Any] = UNSET

    @classmethod
    def from_dict(cls: type[M], data: Any) -> M:
        """Read plain JSON data; keys the docs do not name are kept and sent."""
        return new(cls)._read(data) if isinstance(data, dict) else cls._keep(data)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        raise NotImplementedError

    @classmethod
    def check_wire(cls, value: Any, path: str, out: list[Violation]) -> None:
        """Append what breaks the documented rules in ``value``, the JSON that would be sent."""
        if isinstance(value, dict):
            cls._check(value, path, out)
        else:
            from .checks import OBJECT, report

            report(out, path, cls, "", value, OBJECT)

    def violations(self) -> tuple[Violation, ...]:
        """Every documented rule that the request breaks, in the order of the docs."""
        out: list[Violation] = []
        self.check_wire(self.to_dict(), "$", out)
        return tuple(out)

    def validate(self) -> None:
        """Raise ``ValidationError`` with all violations, if there is one."""
        found = self.violations()
        if found:
            from .errors import ValidationError

            raise ValidationError(found)


_SCALARS = frozenset((str, int, float, bool, type(None)))


def plain(value: Any) -> Any:
    """Plain JSON data: models, and what they are nested in, are written out."""
    kind = type(value)
    if kind in _SCALARS:
        return value
    try:
        if kind is list:
            return [item if type(item) in _SCALARS else plain(item) for item in value]
        if kind is dict:
            return {
                name: item if type(item) in _SCALARS else plain(item)
                for name, item in value.items()
            }
    except RecursionError:
        # What was nested too deeply to be read into models is plain data already.
        inner = value if kind is list else value.values()
        if any(isinstance(item, _Model) for item in inner):
            raise
        return value
    if isinstance(value, _Model):
        try:
            return value.to_dict()
        except RecursionError:
            if not isinstance(value, ResponseModel) or value._data is UNSET:
                raise
            return value._data
    from .wire import to_wire

    return to_wire(value)


def unread(data: Any) -> Any:
    """What a model was read from that writes nothing: what was no object goes back as it came."""
    return {} if data is UNSET or isinstance(data, dict) else plain(data)


def with_rest(model: RequestModel, out: dict[str, Any]) -> dict[str, Any]:
    """The written fields, and the keys it was read with that the docs do not name."""
    data = model._data
    if not isinstance(data, dict):
        return out or unread(data)
    known = wire_names(type(model))
    if not known.issuperset(data):
        out.update({name: plain(value) for name, value in data.items() if name not in known})
    return out


def as_read(model: ResponseModel, out: dict[str, Any]) -> dict[str, Any]:
    """The written fields, and of what the answer had its nulls and the keys that the docs do not name."""
    data = model._data
    if not isinstance(data, dict):
        return out or unread(data)
    if data.keys() != out.keys():
        known = wire_names(type(model))
        closed = not hasattr(model, "additional_properties")
        for name, value in data.items():
            if name not in out and (value is None if name in known else closed):
                out[name] = plain(value)
    return out


_wires: dict[type[_Model], frozenset[str]] = {}


def wire_names(cls: type[_Model]) -> frozenset[str]:
    """The wire names of a class's fields."""
    known = _wires.get(cls)
    if known is None:
        known = _wires[cls] = frozenset(cls._wire.get(name, name) for name in cls._names())
    return known


# An answer can be nested more deeply than calls can. What lies too deep is kept as it came:
# the innermost call that has room left stops there.


def read_object(value: Any, of: type[_Model]) -> Any:
    """An object, read; anything else as it came. For classes that hold themselves."""
    try:
        return new(of)._read(value) if isinstance(value, dict) else value
    except RecursionError:
        return value


def read_list(value: Any, of: type[_Model]) -> Any:
    """A list with its objects read; what is no list, and items that are no objects, as they came."""
    try:
        if isinstance(value, list):
            return [new(of)._read(item) if isinstance(item, dict) else item for item in value]
    except RecursionError:
        pass
    return value


def read_map(value: Any, of: type[_Model]) -> Any:
    """An object with the objects it holds read; anything else as it came."""
    try:
        if isinstance(value, dict):
            return {
                name: new(of)._read(item) if isinstance(item, dict) else item
                for name, item in value.items()
            }
    except RecursionError:
        pass
    return value
