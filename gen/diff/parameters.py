"""Path, query and header parameters in two states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gen.diff.change import Level, NameChange
from gen.diff.describe import identity, type_words
from gen.diff.fields import Walk, compare_field, describe_field, match_fields, type_change
from gen.model import Field, Location, Parameter
from gen.report.escape import quote

Pair = tuple["Parameter | None", "Parameter | None"]


def compare_parameters(walk: Walk, old: Sequence[Parameter], new: Sequence[Parameter]) -> None:
    """All changes of parameters; those of a changed path are told with the path."""
    one, other = walk.out.old, walk.out.new
    for before, after in _pairs(one.path, other.path, old, new):
        if before is not None and after is not None:
            _compare(walk, before, after)
        else:
            _came_or_went(walk, before, after)


def _pairs(
    old_path: str, new_path: str, old: Sequence[Parameter], new: Sequence[Parameter]
) -> Iterator[Pair]:
    yield from _path_pairs(old_path, new_path, old, new)
    rest_old = [item for item in old if item.location != "path"]
    rest_new = [item for item in new if item.location != "path"]
    for location in ("query", "header", "cookie"):
        before = _named(rest_old, location)
        after = _named(rest_new, location)
        for wire in [wire for wire in before if wire in after]:
            yield before[wire], after[wire]
            rest_old.remove(before[wire])
            rest_new.remove(after[wire])
    yield from _moved(rest_old, rest_new)


def _named(parameters: Sequence[Parameter], location: Location) -> dict[str, Parameter]:
    """By name; header names do not depend on case."""
    return {
        item.field.wire.casefold() if location == "header" else item.field.wire: item
        for item in parameters
        if item.location == location
    }


def _path_pairs(
    old_path: str, new_path: str, old: Sequence[Parameter], new: Sequence[Parameter]
) -> Iterator[Pair]:
    """By name, then by the place in a path of the same shape: a placeholder's name is not sent."""
    before = {item.field.wire: item for item in old if item.location == "path"}
    after = {item.field.wire: item for item in new if item.location == "path"}
    olds, news = (re.findall(r"\{([^{}]*)\}", path) for path in (old_path, new_path))
    other = dict(zip(olds, news, strict=True)) if len(olds) == len(news) else {}
    for wire, item in before.items():
        twin = after.pop(wire, None) or after.pop(other.get(wire, ""), None)
        if twin is not None:
            yield item, twin


def _moved(old: list[Parameter], new: list[Parameter]) -> Iterator[Pair]:
    """What is left: moved to another place, renamed, come or gone."""
    for item in list(old):
        twin = next((other for other in new if other.field.wire == item.field.wire), None)
        if twin is not None:
            old.remove(item)
            new.remove(twin)
            yield item, twin
    for location in ("query", "header", "cookie"):
        before = {id(item.field): item for item in old if item.location == location}
        after = {id(item.field): item for item in new if item.location == location}
        for one, other in match_fields(
            [item.field for item in before.values()], [item.field for item in after.values()]
        ):
            yield (
                before[id(one)] if one is not None else None,
                after[id(other)] if other is not None else None,
            )


def _least(*parameters: Parameter | None) -> Level | None:
    """What the client sends by itself is no concern of its callers."""
    if any(item is not None and item.client for item in parameters):
        return "docs only"
    return None


def _path(parameter: Parameter) -> str:
    return parameter.field.wire


def _came_or_went(walk: Walk, old: Parameter | None, new: Parameter | None) -> None:
    parameter = new if new is not None else old
    assert parameter is not None
    kind = "added" if old is None else "removed"
    suffix = "-required" if parameter.field.required else ""
    walk.out.field(
        "request-parameter",
        kind + suffix,
        _path(parameter),
        old.field if old is not None else None,
        new.field if new is not None else None,
        least=_least(old, new),
    )
    if not parameter.client:
        _python(walk, old, new)


def _compare(walk: Walk, old: Parameter, new: Parameter) -> None:
    out, path = walk.out, _path(new)
    one, other = old.field, new.field
    if old.location != new.location:
        out.field(
            "request-parameter",
            "moved",
            path,
            one,
            other,
            old_value=old.location,
            new_value=new.location,
            least=_least(old, new),
        )
    elif old.location != "path" and one.wire.casefold() != other.wire.casefold():
        out.field(
            "request-parameter",
            "renamed",
            one.wire,
            one,
            other,
            old_value=quote(one.wire),
            new_value=quote(other.wire),
        )
    if one.type != other.type:
        out.field(
            "request-parameter",
            _type_change(one, other),
            path,
            one,
            other,
            old_value=type_words(one.type),
            new_value=type_words(other.type),
            least=_least(old, new),
        )
    # A placeholder is always sent, and so is what the client supplies.
    if old.location == "path" or old.client or new.client:
        one, other = replace(one, required=True), replace(other, required=True)
    compare_field(out, "request-parameter", path, one, other)
    describe_field(out, "request-parameter", path, one, other)
    if not old.client and not new.client:
        _python(walk, old, new)


def _type_change(old: Field, new: Field) -> str:
    kind = type_change(old.type, new.type)
    return "type-changed" if kind.startswith("structure-") else kind


def _python(walk: Walk, old: Parameter | None, new: Parameter | None) -> None:
    before = old.field.attribute if old is not None else ""
    after = new.field.attribute if new is not None else ""
    if before or after:
        if old is not None and new is not None and not (before and after):
            return
        walk.out.rename(
            NameChange(kind="argument", operation=identity(walk.out.new), old=before, new=after)
        )
