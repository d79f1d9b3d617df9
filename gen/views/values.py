"""Values that keep a field's hard rules, and values just inside and just outside each of them.

For the emitted tests: found by construction, then held against :mod:`gen.views.judge`;
where none is found there is none, never a guess.
"""

from __future__ import annotations

import ipaddress
import re
import string
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from gen.exhaustive import assert_never
from gen.model import (
    Array,
    Charset,
    Choice,
    Count,
    Field,
    Form,
    FormName,
    Free,
    Interface,
    Json,
    Length,
    Map,
    Pattern,
    Range,
    Ref,
    Scalar,
    Schema,
    Type,
    Unique,
    ValueRule,
    Variety,
)
from gen.patterns import char_class, regex
from gen.phrases import RuleId
from gen.views.judge import breaks, faults
from gen.views.mending import mend
from gen.views.samples import matching
from gen.views.types import Schemas, as_item_rule

LONGEST = 4096
MOST_ITEMS = 128
_POOL = (
    string.ascii_lowercase
    + string.digits
    + string.ascii_uppercase
    + "_-. :=+@/,;!#$%&*()[]{}~^?<>|'\"`\\"
)

_FORMS: dict[FormName, tuple[str, str]] = {
    "uuid": ("1b4e28ba-2fa1-4d2e-883f-b9a761bde3fb", "6fa459ea-ee8a-4ca4-894e-db77e160355e"),
    "uuid-hex": ("1b4e28ba2fa14d2e883fb9a761bde3fb", "6fa459eaee8a4ca4894edb77e160355e"),
    "ipv4": ("192.0.2.1", "198.51.100.7"),
    "ipv6": ("2001:db8::1", "2001:db8::2"),
    "ipv4-cidr": ("192.0.2.0/24", "198.51.100.0/24"),
    "ipv6-cidr": ("2001:db8::/32", "2001:db8:1::/48"),
    "mac": ("02:00:5e:10:00:00", "02:00:5e:10:00:01"),
    "date": ("2024-02-29", "2023-01-31"),
    "date-time": ("2024-02-29T12:00:00Z", "2023-01-31T08:30:00Z"),
    "uri": ("https://example.com/a", "https://example.org/b"),
    "email": ("someone@example.com", "other@example.org"),
    "base64": ("dGFibGU=", "cm93cw=="),
}


def hard(rules: Iterable[ValueRule]) -> tuple[ValueRule, ...]:
    """The rules of the value itself that are enforced."""
    return tuple(rule for rule in rules if rule.certainty == "hard" and rule.target == "value")


def _kept(rules: Iterable[ValueRule], value: Json) -> bool:
    return not any(breaks(rule, value) for rule in rules)


# ---- strings --------------------------------------------------------------


def strings(rules: tuple[ValueRule, ...]) -> Iterator[str]:
    """Strings that keep all rules, a short one first; none where none is found."""
    seen: set[str] = set()
    for candidate in islice(_candidates(rules), 400):
        if candidate not in seen and _kept(rules, candidate):
            seen.add(candidate)
            yield candidate


def _candidates(rules: tuple[ValueRule, ...]) -> Iterator[str]:
    low, high = lengths(rules)
    for rule in rules:
        match rule:
            case Choice():
                yield from (value for value in rule.values if isinstance(value, str))
            case Form():
                yield from (text for name in rule.forms for text in _FORMS[name])
            case Interface():
                yield from _interfaces(rule)
            case Pattern():
                yield from matching(rule.python)
            case _:
                pass
    for size in dict.fromkeys((max(low, min(8, high)), low, max(1, low), low + 1, min(high, 16))):
        if size <= high:
            for turn in range(3):
                text = of_length(size, rules, turn)
                if text is not None:
                    yield text


def lengths(rules: Iterable[ValueRule]) -> tuple[int, int]:
    """The bounds of a string's length."""
    found = [rule for rule in rules if isinstance(rule, Length)]
    low = max((rule.minimum or 0 for rule in found), default=0)
    high = min((rule.maximum for rule in found if rule.maximum is not None), default=LONGEST)
    return low, high


def of_length(size: int, rules: tuple[ValueRule, ...], turn: int = 0) -> str | None:
    """A string of ``size`` characters that keeps every rule but lengths; ``turn`` gives another one."""
    others = tuple(rule for rule in rules if not isinstance(rule, Length))
    for rule in others:
        if isinstance(rule, (Pattern, Form, Interface)):
            found = [text for text in _stretched(rule, size) if _kept(others, text)]
            return found[turn] if turn < len(found) else None
    inner = [rule for rule in others if isinstance(rule, Charset) and rule.where in ("all", "none")]
    chars = [char for char in _POOL if _kept(inner, char)]
    if not chars:
        chars = [char for char in "éñäç中 " if _kept(inner, char)]
    if size == 0:
        return "" if _kept(others, "") else None
    if not chars:
        return None
    wanted = _varied(others, chars)[:size]
    fill = chars[turn % len(chars)]
    for first in dict.fromkeys([fill, *chars]):
        middle = "".join(wanted)[: max(0, size - 2)]
        text = (first + middle + fill * size)[:size]
        if _kept(others, text):
            return text
        text = (first + middle + fill * size)[: size - 1] + chars[0]
        if len(text) == size and _kept(others, text):
            return text
    return None


def _varied(rules: Iterable[ValueRule], chars: list[str]) -> list[str]:
    """One character of every group that a rule wants some of."""
    found = []
    for rule in rules:
        if isinstance(rule, Variety):
            for group in rule.groups:
                one = next(
                    (char for char in chars if re.search(char_class(group).python, char)), None
                )
                if one is not None:
                    found.append(one)
    return found


def _stretched(rule: Pattern | Form | Interface, size: int) -> list[str]:
    texts = list(islice(matching(regex(rule).python, size), 50))
    return [text for text in texts if len(text) == size]


def _interfaces(rule: Interface) -> Iterator[str]:
    network = ipaddress.IPv4Network(rule.network or "192.0.2.0/24", strict=False)
    mask = rule.mask if rule.mask is not None else max(24, network.prefixlen)
    start = int(network.network_address)
    for block in range(64):
        for host in (1, 2):
            address = start + block * 256 + host
            if address <= int(network.broadcast_address):
                yield f"{ipaddress.IPv4Address(address)}/{mask}"


# ---- any value ------------------------------------------------------------


def valid(
    type_: Type, rules: tuple[ValueRule, ...], schemas: Schemas, depth: int = 0
) -> Iterator[Json]:
    """Values that keep all hard rules, the plainest first; none where none is found."""
    own = hard(rules)
    match type_:
        case Scalar("string"):
            yield from strings(own)
        case Scalar("integer") | Scalar("number"):
            yield from (value for value in _numbers(own) if _kept(own, value))
        case Scalar("boolean"):
            yield from (value for value in (True, False) if _kept(own, value))
        case Scalar("any") | Scalar("file"):
            yield from strings(own)
        case Scalar():
            return
        case Array(items):
            yield from _lists(items, rules, schemas, depth)
        case Map(values):
            inner = tuple(one for rule in rules if (one := as_item_rule(rule)) is not None)
            yield from ({"key": value} for value in islice(valid(values, inner, schemas, depth), 2))
        case Free():
            yield {}
        case Ref():
            if depth < 6:
                found = valid_object(schemas[type_.schema], schemas, depth + 1)
                if found is not None:
                    yield found
        case _:
            assert_never(type_)


def _numbers(rules: tuple[ValueRule, ...]) -> Iterator[Json]:
    for rule in rules:
        if isinstance(rule, Choice):
            yield from rule.values
    for rule in rules:
        if isinstance(rule, Range):
            for bound in (rule.minimum, rule.maximum):
                if bound is not None:
                    yield from (bound, bound + 1, bound - 1)
    yield from range(1, 20)


def _lists(
    items: Type, rules: tuple[ValueRule, ...], schemas: Schemas, depth: int
) -> Iterator[Json]:
    low = max((rule.minimum or 0 for rule in hard(rules) if isinstance(rule, Count)), default=0)
    for size in (max(1, low), low):
        found = list_of(size, items, rules, schemas, depth)
        if found is not None:
            yield found
    if low == 0:
        yield []


def list_of(
    size: int, items: Type, rules: tuple[ValueRule, ...], schemas: Schemas, depth: int = 0
) -> list[Json] | None:
    """A list of ``size`` items that keeps every rule but counts."""
    inner = tuple(one for rule in rules if (one := as_item_rule(rule)) is not None)
    unique = [rule for rule in hard(rules) if isinstance(rule, Unique)]
    if not unique:
        first = next(valid(items, inner, schemas, depth), None)
        return None if first is None and size else [first] * size
    found = list(islice(_different(items, inner, unique, schemas, depth, size), size))
    return found if len(found) == size and _kept(unique, found) else None


def _different(
    items: Type,
    inner: tuple[ValueRule, ...],
    unique: list[Unique],
    schemas: Schemas,
    depth: int,
    size: int,
) -> Iterator[Json]:
    """Items of which no two are alike where they must not be."""
    if not isinstance(items, Ref):
        own = hard(inner)
        if items == Scalar("string") and not any(
            isinstance(r, (Choice, Form, Interface)) for r in own
        ):
            stem = next(strings(own), "a")
            for number in range(size * 3):
                text = f"{number}{stem}"[: max(lengths(own)[0], 8)]
                if _kept(own, text):
                    yield text
            return
        yield from valid(items, inner, schemas, depth)
        return
    schema = schemas[items.schema]
    keys = [rule.key for rule in unique if rule.key]
    fields = {field.wire: field for field in schema.fields}
    pools = {
        key: list(
            islice(_different(fields[key].type, fields[key].rules, [], schemas, depth, size), size)
        )
        for key in keys
        if key in fields
    }
    base = valid_object(schema, schemas, depth + 1)
    if base is None:
        return
    for number in range(size):
        made = dict(base)
        for key, pool in pools.items():
            if number >= len(pool):
                made.pop(key, None)
            else:
                made[key] = pool[number]
        yield made


def valid_object(schema: Schema, schemas: Schemas, depth: int = 0) -> dict[str, Json] | None:
    """An object with what is mandatory and little else; None where none is found."""
    made: dict[str, Json] = {}
    for field in schema.fields:
        if field.required:
            value = next(valid(field.type, field.rules, schemas, depth), None)
            if value is None:
                return None
            made[field.wire] = value
    return mended(made, schema, schemas, depth)


def mended(
    value: dict[str, Json], schema: Schema, schemas: Schemas, depth: int = 0
) -> dict[str, Json] | None:
    """The object with fields added and taken away until it keeps the rules across its fields."""
    return mend(
        value, schema, lambda field: next(valid(field.type, field.rules, schemas, depth), None)
    )


# ---- just inside and just outside ------------------------------------------


@dataclass(frozen=True, slots=True)
class Edge:
    """Values of one field: ``accepted``, and ``refused`` as (value, rule id, path below the field)."""

    accepted: tuple[Json, ...]
    refused: tuple[tuple[Json, RuleId, str], ...]


def edges(field: Field, schemas: Schemas) -> Edge:
    """The edges of every hard rule of a field: values only judged by that field's own rules."""
    accepted: list[Json] = []
    refused: list[tuple[Json, RuleId, str]] = []
    for rule in field.rules:
        if rule.certainty != "hard":
            continue
        for value in _around(rule, field, schemas):
            found = list(faults(value, field.type, field.rules, schemas, ""))
            if not found:
                accepted.append(value)
            elif len(found) == 1:
                refused.append((value, found[0].rule, found[0].path))
    return Edge(_unique(accepted), _unique(refused))


def _unique(values: list[Json]) -> tuple[Json, ...]:
    kept: dict[str, Json] = {}
    for value in values:
        kept.setdefault(repr(value), value)
    return tuple(kept.values())


def _around(rule: ValueRule, field: Field, schemas: Schemas) -> Iterator[Json]:
    """Candidates near one rule's edge, as values of the field."""
    if rule.target == "items":
        inner = tuple(one for other in field.rules if (one := as_item_rule(other)) is not None)
        item_rule = as_item_rule(rule)
        items = field.type.items if isinstance(field.type, Array) else None
        if item_rule is not None and items is not None:
            yield from ([value] for value in _near(item_rule, items, inner, schemas))
        return
    yield from _near(rule, field.type, field.rules, schemas)


def _near(
    rule: ValueRule, type_: Type, rules: tuple[ValueRule, ...], schemas: Schemas
) -> Iterator[Json]:
    own = hard(rules)
    match rule:
        case Choice():
            yield from rule.values
            yield from _outsiders(rule)
        case Range():
            for bound in (rule.minimum, rule.maximum):
                if bound is not None:
                    yield from (bound - 1, bound, bound + 1)
        case Length():
            sizes = [
                size
                for bound in (rule.minimum, rule.maximum)
                if bound is not None
                for size in (bound - 1, bound, bound + 1)
            ]
            for size in dict.fromkeys(sizes):
                if 0 <= size <= LONGEST:
                    text = of_length(size, own)
                    if text is not None:
                        yield text
        case Count():
            sizes = [
                size
                for bound in (rule.minimum, rule.maximum)
                if bound is not None
                for size in (bound - 1, bound, bound + 1)
            ]
            for size in dict.fromkeys(sizes):
                if 0 <= size <= MOST_ITEMS and isinstance(type_, Array):
                    found = list_of(size, type_.items, rules, schemas)
                    if found is not None:
                        yield found
        case Charset() | Form() | Pattern() | Interface() | Variety():
            yield from islice(strings(own), 2)
            yield from _spoilt(rule, own)
        case Unique():
            if isinstance(type_, Array):
                found = list_of(1, type_.items, rules, schemas)
                if found is not None:
                    yield found
                    yield found * 2
        case _:
            return


def _outsiders(rule: Choice) -> Iterator[Json]:
    if all(isinstance(value, str) for value in rule.values):
        yield from ("not-a-member", "")
    elif all(isinstance(value, int) and not isinstance(value, bool) for value in rule.values):
        yield max(rule.values) + 1


def _spoilt(rule: ValueRule, rules: tuple[ValueRule, ...]) -> Iterator[Json]:
    """The first string that breaks this rule and no other."""
    others = tuple(other for other in rules if other is not rule)
    good = next(strings(rules), "")
    makers: tuple[Callable[[str], str], ...] = (
        lambda text: text[:-1] + " " if text else " ",
        lambda text: text[:-1] + "\u2603",
        lambda text: "\u2603" + text[1:],
        lambda text: text + "\n",
        lambda text: "a" * max(len(text), 1),
        lambda text: "not a value",
        lambda text: "-" + text[1:],
        lambda text: text[:-1] + "-",
        lambda text: "999.0.0.1/33",
    )
    for make in makers:
        bad = make(good)
        if breaks(rule, bad) and _kept(others, bad):
            yield bad
            return
