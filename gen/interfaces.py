"""An IPv4 interface address (``a.b.c.d/mask``) as one regular expression.

Octet by octet: what has been read so far is a state, octets that lead to the same state
are written as one group.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

from gen.model import Interface


@dataclass(frozen=True, slots=True, order=True)
class _State:
    """``excluded``: the excluded networks the address may still lie in; ``zeros`` / ``ones``:
    whether all host bits so far are 0 / 1."""

    excluded: tuple[tuple[int, int], ...]
    zeros: bool
    ones: bool


def _network(text: str) -> tuple[int, int]:
    net = ipaddress.IPv4Network(text, strict=False)
    return int(net.network_address), net.prefixlen


def _bits(index: int, prefix: int) -> int:
    """How many bits of octet ``index`` belong to a prefix of that length."""
    return max(0, min(8, prefix - 8 * index))


def _inside(octet: int, index: int, network: tuple[int, int]) -> bool:
    address, prefix = network
    shift = 8 - _bits(index, prefix)
    return octet >> shift == (address >> (24 - 8 * index) & 255) >> shift


def _octets(values: Iterable[int]) -> str:
    """Decimal numbers as few alternatives: those with the same last digits share one."""
    by_prefix: dict[str, str] = {}
    for value in sorted(values):
        text = str(value)
        by_prefix[text[:-1]] = by_prefix.get(text[:-1], "") + text[-1]
    by_digits: dict[str, list[str]] = {}
    for prefix, digits in by_prefix.items():
        by_digits.setdefault(digits, []).append(prefix)
    return _any(_alternative(prefixes, digits) for digits, prefixes in by_digits.items())


def _digits(text: str) -> str:
    if len(text) == 1:
        return text
    if len(text) > 2 and int(text[-1]) - int(text[0]) == len(text) - 1:
        return f"[{text[0]}-{text[-1]}]"
    return f"[{text}]"


def _alternative(prefixes: list[str], digits: str) -> str:
    optional = "" in prefixes
    if not any(prefixes):
        return _digits(digits)
    inner = _octets(int(prefix) for prefix in prefixes if prefix)
    if optional:
        inner = f"{inner}?" if _is_unit(inner) else f"(?:{inner})?"
    return inner + _digits(digits)


def _is_unit(text: str) -> bool:
    """Whether a ``?`` after the expression is about all of it."""
    if text[0] == "[":
        return text.find("]") == len(text) - 1
    if text[0] != "(":
        return len(text) == 1
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if not depth:
            return place == len(text) - 1
    return False


def _any(alternatives: Iterable[str]) -> str:
    found = list(alternatives)
    return found[0] if len(found) == 1 else "(?:" + "|".join(found) + ")"


def _step(state: _State, octet: int, index: int, mask: int | None) -> _State:
    host = 8 - _bits(index, mask) if mask is not None else 0
    low = octet & ((1 << host) - 1)
    return _State(
        tuple(net for net in state.excluded if _inside(octet, index, net)),
        state.zeros and low == 0,
        state.ones and low == (1 << host) - 1,
    )


def _from(index: int, state: _State, rule: Interface, mask: int | None) -> str | None:
    """What may follow from octet ``index`` on; None where nothing may."""
    if index == 4:
        at_the_edge = mask is not None and mask < 31 and (state.zeros or state.ones)
        return None if state.excluded or (rule.host and at_the_edge) else ""
    inside = _network(rule.network) if rule.network else (0, 0)
    groups: dict[_State, list[int]] = {}
    for octet in range(256):
        if _inside(octet, index, inside):
            groups.setdefault(_step(state, octet, index, mask), []).append(octet)
    rests: dict[str, list[int]] = {}
    for next_state, octets in groups.items():
        rest = _from(index + 1, next_state, rule, mask)
        if rest is not None:
            rests.setdefault(rest, []).extend(octets)
    if not rests:
        return None
    dot = "" if index == 0 else "\\."
    return _any(f"{dot}{_octets(octets)}{rest}" for rest, octets in rests.items())


def interface_body(rule: Interface) -> str:
    """The expression, without anchors. Without a mask of its own, any mask is taken and
    nothing is said of host bits. Raises ValueError for a network that is none, or where
    no address is left."""
    start = _State(tuple(sorted(_network(text) for text in rule.excluded)), True, True)
    body = _from(0, start, rule, rule.mask)
    if body is None:
        raise ValueError(f"no address is left: {rule.network} without {', '.join(rule.excluded)}")
    return body + "/" + (str(rule.mask) if rule.mask is not None else "(?:3[0-2]|[12]?[0-9])")
