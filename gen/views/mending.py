"""An object that breaks rules across its fields → one that keeps them, by adding and taking away fields."""

from __future__ import annotations

from collections.abc import Callable

from gen.exhaustive import assert_never
from gen.model import BodyRule, EitherOr, Field, Json, SameAs, Schema, When
from gen.views.judge import body_faults

_TURNS = 12


def mend(
    value: dict[str, Json], schema: Schema, make: Callable[[Field], Json | None]
) -> dict[str, Json] | None:
    """The mended object, None where a few turns do not suffice. ``make`` gives a valid value of a field."""
    made = dict(value)
    fields = {field.wire: field for field in schema.fields}
    for _ in range(_TURNS):
        broken = [
            rule
            for rule in schema.rules
            if rule.certainty == "hard" and any(body_faults(rule, made, schema.fields, "$"))
        ]
        if not broken:
            return made
        if not _mend_one(broken[0], made, fields, make):
            return None
    return None


def _mend_one(
    rule: BodyRule,
    made: dict[str, Json],
    fields: dict[str, Field],
    make: Callable[[Field], Json | None],
) -> bool:
    match rule:
        case When(effect="required"):
            return _add(rule.field, made, fields, make)
        case When():
            return _drop(rule.field, made, fields)
        case EitherOr():
            given = [name for name in rule.fields if name in made]
            if len(given) < rule.minimum:
                absent = [name for name in rule.fields if name not in made]
                return any(_add(name, made, fields, make) for name in absent)
            return any(_drop(name, made, fields) for name in reversed(given))
        case SameAs():
            return _drop(rule.field, made, fields) or _drop(rule.other, made, fields)
        case _:
            assert_never(rule)


def _add(
    name: str, made: dict[str, Json], fields: dict[str, Field], make: Callable[[Field], Json | None]
) -> bool:
    value = make(fields[name]) if name in fields else None
    if value is None:
        return False
    made[name] = value
    return True


def _drop(name: str, made: dict[str, Json], fields: dict[str, Field]) -> bool:
    if name not in made or (name in fields and fields[name].required):
        return False
    del made[name]
    return True
