"""What tells operations apart that share method and path: the places of their requests, and values there.

A place is spelt like ``auth.identity.methods[]``, below ``?`` for a query parameter. The offline
transport reads requests in the same way (``templates/package/testing/_routes.py``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from gen.masking import is_masked
from gen.model import Array, Choice, Field, Json, Operation, Ref, Service, Type, ValueRule
from gen.views.types import Schemas, as_item_rule

_LONGEST = 60
Known = dict[str, tuple[Json, ...]]
"""Place → the values known of it, () where any may stand there."""


def marks_of(service: Service) -> dict[str, dict[str, Any]]:
    """Operation key → the entries by which its requests are known; only for those that share an address."""
    groups: dict[tuple[str, str], list[Operation]] = defaultdict(list)
    for one in service.operations:
        groups[one.method, re.sub(r"\{[^{}]*\}", "{}", one.path)].append(one)
    found: dict[str, dict[str, Any]] = {}
    for group in groups.values():
        if len(group) > 1:
            found |= _marks(group, service.schemas)
    return found


def _marks(group: list[Operation], schemas: Schemas) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    compared = []
    for one in group:
        # A discriminator is the body's single key, or only the page's label where bodies differ in more.
        if one.discriminator in _root_keys(one, schemas):
            found[one.key] = {"body_key": one.discriminator}
        else:
            compared.append(one)
    if len(compared) < 2:
        return found
    documented = [_documented(one, schemas) for one in compared]
    shown = [_shown(one) for one in compared]
    places = [{*told, *seen} for told, seen in zip(documented, shown, strict=True)]
    common = set.intersection(*places)
    for number, one in enumerate(compared):
        entry: dict[str, Any] = {"keys": sorted(places[number] - common)}
        for name, known in (("values", documented), ("shown", shown)):
            told = {
                place: list(values)
                for place, values in sorted(known[number].items())
                if values and _differ(place, known)
            }
            if told:
                entry[name] = told
        likely = sorted(one for one in shown[number] if any(one not in seen for seen in shown))
        if likely:
            entry["likely"] = likely
        found[one.key] = entry
    return found


def _differ(place: str, known: list[Known]) -> bool:
    """Whether a value at a place says anything: other operations have other ones there."""
    values = [set(map(repr, one[place])) for one in known if one.get(place)]
    return len(values) > 1 and any(one != values[0] for one in values)


def _root_keys(operation: Operation, schemas: Schemas) -> set[str]:
    body = operation.request
    if body is None or not isinstance(body.type, Ref):
        return set()
    return {field.wire for field in schemas[body.type.schema].fields}


def _documented(operation: Operation, schemas: Schemas) -> Known:
    """The places of the tables, with the values to which they are closed."""
    found: Known = {
        f"?{one.field.wire}": _choices(one.field.rules)
        for one in operation.parameters
        if one.location == "query"
    }
    if operation.request is not None:
        item = operation.request.item
        rules = item.rules if item is not None else ()
        found.update(_below("", operation.request.type, rules, schemas, ()))
    return found


def _below(
    place: str, type_: Type, rules: tuple[ValueRule, ...], schemas: Schemas, above: tuple[str, ...]
) -> Iterator[tuple[str, tuple[Json, ...]]]:
    if isinstance(type_, Array):
        inner = tuple(one for rule in rules if (one := as_item_rule(rule)) is not None)
        yield f"{place}[]", _choices(inner)
        yield from _below(f"{place}[]", type_.items, inner, schemas, above)
    elif isinstance(type_, Ref) and type_.schema not in above:
        for field in schemas[type_.schema].fields:
            yield from _of_field(place, field, schemas, (*above, type_.schema))


def _of_field(
    place: str, field: Field, schemas: Schemas, above: tuple[str, ...]
) -> Iterator[tuple[str, tuple[Json, ...]]]:
    where = f"{place}.{field.wire}" if place else field.wire
    yield where, _choices(field.rules)
    yield from _below(where, field.type, field.rules, schemas, above)


def _choices(rules: tuple[ValueRule, ...]) -> tuple[Json, ...]:
    own = [rule for rule in rules if isinstance(rule, Choice) and rule.target == "value"]
    return own[0].values if own else ()


def _shown(operation: Operation) -> Known:
    """The places of the example requests, with the plain values that stand there."""
    found: dict[str, list[Json]] = {}
    for example in operation.examples:
        if example.direction == "request" and example.parsed:
            for place, value in _walk(example.value, ""):
                held = found.setdefault(place, [])
                if _is_plain(value) and value not in held:
                    held.append(value)
    return {place: tuple(values) for place, values in found.items()}


def _walk(value: Json, place: str) -> Iterator[tuple[str, Json]]:
    if place:
        yield place, value
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _walk(item, f"{place}.{name}" if place else name)
    elif isinstance(value, list):
        for item in value:
            yield from _walk(item, f"{place}[]")


def _is_plain(value: Json) -> bool:
    if isinstance(value, str):
        return len(value) <= _LONGEST and not is_masked(value)
    return isinstance(value, int)
