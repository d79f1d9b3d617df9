"""Documented requests with their masked values replaced by valid ones."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any

from gen.masking import is_masked
from gen.model import Array, Json, Map, Ref, Type
from gen.views.judge import Fault, faults, step
from gen.views.types import Schemas, as_item_rule
from gen.views.values import mended, valid


def masked_at(value: Json, path: str) -> bool:
    """Whether what stands at a path is masked, or (a rule across fields) something below it is."""
    found = next((held for at, held in _walk(value, "$") if at == path), None)
    if isinstance(found, str):
        return is_masked(found)
    return any(isinstance(held, str) and is_masked(held) for _, held in _walk(found, path))


def _walk(value: Json, path: str) -> Iterator[tuple[str, Json]]:
    yield path, value
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _walk(item, path + step(name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, path + step(index))


def unmasked(value: Json, type_: Type, schemas: Schemas, broken: Iterable[Fault]) -> Json | None:
    """A copy with valid values where ``broken`` points at; None where no such values are found."""
    paths = {fault.path for fault in broken}
    made = _replaced(copy.deepcopy(value), type_, (), schemas, paths, "$")
    return made if not any(faults(made, type_, (), schemas)) else None


def _replaced(
    value: Json, type_: Type, rules: tuple[Any, ...], schemas: Schemas, paths: set[str], path: str
) -> Json:
    if path in paths and not isinstance(value, dict):
        return next(valid(type_, rules, schemas), value)
    if isinstance(type_, Ref) and isinstance(value, dict):
        schema = schemas[type_.schema]
        for field in schema.fields:
            if field.wire in value:
                where = path + step(field.wire)
                value[field.wire] = _replaced(
                    value[field.wire], field.type, field.rules, schemas, paths, where
                )
        for field in schema.fields:
            # What a rule across fields asks of a masked value is not among its own rules.
            if path + step(field.wire) in paths and field.wire in value:
                for rule in schema.rules:
                    then = getattr(rule, "then", None)
                    if getattr(rule, "field", "") == field.wire and then is not None:
                        both = (*field.rules, then)
                        value[field.wire] = next(
                            valid(field.type, both, schemas), value[field.wire]
                        )
        return mended(value, schema, schemas) or value
    if isinstance(value, list) and isinstance(type_, Array):
        inner = tuple(one for rule in rules if (one := as_item_rule(rule)) is not None)
        return [
            _replaced(item, type_.items, inner, schemas, paths, path + step(index))
            for index, item in enumerate(value)
        ]
    if isinstance(value, dict) and isinstance(type_, Map):
        return {
            name: _replaced(item, type_.values, (), schemas, paths, path + step(name))
            for name, item in value.items()
        }
    return value
