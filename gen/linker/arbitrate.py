"""A type against the page's examples: a list or one object, objects or plain values."""

from __future__ import annotations

from typing import cast

from gen.linker.cells import singular
from gen.linker.examples import Shown
from gen.model import Array, Direction, Free, Ref, Scalar, ScalarKind, Type

ANY = Scalar("any")


def inferred(name: str, direction: Direction, shown: Shown) -> Type:
    """The type of an answer's row ``name`` whose table says none: what all values of its key show.

    Any value where the examples show none or differ, or show only fakes. A request's row stays
    open: what is sent is held against its type.
    """
    place = (direction, name)
    if place in shown.objects:
        return ANY if place in shown.lists or place in shown.plain else Free()
    if direction != "response" or (place in shown.lists and place in shown.plain):
        return ANY
    kinds = shown.proven.get(place, frozenset())
    item: Type = ANY
    if shown.below.get(place):
        item = ANY if kinds else Free()
    elif kinds == {"integer", "number"}:
        item = Scalar("number")
    elif len(kinds) == 1:
        item = Scalar(cast(ScalarKind, next(iter(kinds))))
    return Array(item) if place in shown.lists else item


def arbitrated(type_: Type, name: str, direction: Direction, shown: Shown) -> tuple[Type, str]:
    """The type of the row ``name`` and what the examples show where they decide otherwise ('' where not).

    A plural that is documented as a list stays one: there the example is the slip. A type
    that is said in full ("String", a table) stays, too.
    """
    place = (direction, name)
    is_list = place in shown.lists and place not in shown.objects
    is_object = place in shown.objects and place not in shown.lists
    if is_list and isinstance(type_, Ref | Free):
        return Array(type_), "a list"
    if (
        is_object
        and isinstance(type_, Array)
        and singular(name) == name
        and (isinstance(type_.items, Ref | Free) or type_.items == ANY)
    ):
        return type_.items, "an object"
    if is_object and type_ == ANY:
        return Free(), "an object"
    kinds = sorted(shown.scalars.get(place, ()))
    if not kinds or is_object or shown.below.get(place):
        return type_, ""
    if type_ == Free() and place not in shown.lists:
        return ANY, f"a {kinds[0]}"
    if type_ == Array(Free()) and is_list:
        plain = Scalar(cast(ScalarKind, kinds[0])) if len(kinds) == 1 else ANY
        return Array(plain), "a list of " + " and ".join(f"{kind}s" for kind in kinds)
    return type_, ""
