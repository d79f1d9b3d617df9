"""What a type cell says, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from gen.model import ScalarKind


@dataclass(frozen=True, slots=True)
class Word:
    """A single value, as its word says; ``length`` from ``String(255)``."""

    kind: ScalarKind
    length: int | None = None


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; ``items`` None for a bare ``Array``. ``targets``: labels that stand outside the items."""

    items: TypeExpr | None = None
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MapOf:
    """Free keys; ``values`` None for a bare ``Map``."""

    values: TypeExpr | None = None
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """An object: its type's ``name`` ('' for a plain ``Object``) and the labels the cell refers to.

    ``many``: the cell says "objects" of one type without saying that they are a list.
    """

    name: str = ""
    targets: tuple[str, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """No type column, or an empty cell."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words no rule reads; ``guess`` is what they most likely mean."""

    text: str
    guess: TypeExpr | None = None
    targets: tuple[str, ...] = ()


TypeExpr: TypeAlias = "Word | ListOf | MapOf | Named | Missing | Unknown"


def targets(expr: TypeExpr | None) -> tuple[str, ...]:
    """All labels an expression refers to, in the order they stand."""
    match expr:
        case ListOf(items, own):
            return (*targets(items), *own)
        case MapOf(values, own):
            return (*targets(values), *own)
        case Named(_, own, _) | Unknown(_, _, own):
            return own
        case _:
            return ()
