"""Wire names → attributes and arguments that a person can type, no two of a scope alike.

An identifier is made of the words of the wire name only, never of the text itself.
"""

from __future__ import annotations

import hashlib
import keyword
from collections.abc import Collection, Iterable, Mapping

from gen.names.words import snake, words

MODEL_NAMES = frozenset(
    """to_dict from_dict violations validate mismatches extra_fields flat_fields check_wire
    additional_properties""".split()
)
"""What every generated model has of its own."""

ARGUMENT_NAMES = frozenset(("self", "body", "options"))
"""The arguments every client method has of its own."""

# A field of this name would be meant where the class's own annotations say ``list[str]``.
_TYPES = frozenset(
    "str int float bool bytes list dict set tuple object frozenset property classmethod".split()
)
_CLIENT_NAMES = frozenset(
    """aclose close request with_options options auth base_url project_id headers timeout retries transport client
    raw stream call validate""".split()
)


def _safe(name: str) -> str:
    return name + "_" if keyword.iskeyword(name) or name in _TYPES or name == "self" else name


def identifier(text: str, fallback: str = "field") -> str:
    """The snake_case identifier of a wire name.

    ``from`` → from_, ``10gb`` → field_10gb; text without an ASCII letter or digit gets
    ``fallback`` and a few letters that depend on nothing but the text.
    """
    if text.isidentifier() and text.isascii() and text == text.lower() and not text.startswith("_"):
        return _safe(text.rstrip("_") or text)
    parts = words(text)
    if not parts:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        return f"{fallback}_" + "".join(chr(97 + byte % 26) for byte in digest[:6])
    name = snake(parts)
    return _safe(f"{fallback}_{name}" if name[0].isdigit() else name)


def _spelt_out(text: str) -> list[str]:
    """Longer names for a wire name whose short one is taken: its signs and capitals in words."""
    signs = {"-": "dash", ".": "dot", ":": "colon", "/": "slash", " ": "space", "#": "hash", "~": "tilde",
             "*": "star", "$": "dollar", "@": "at", "+": "plus", "&": "and", "_": "underscore"}  # fmt: skip
    told = [signs[char] for char in text if char in signs]
    base = identifier(text)
    names = [f"{base.rstrip('_')}_{'_'.join(dict.fromkeys(told))}"] if told else []
    if text.isupper():
        names.append(f"{base.rstrip('_')}_upper")
    elif text != text.lower():
        names.append(f"{base.rstrip('_')}_{'camel' if text[:1].islower() else 'capital'}")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    names.append(f"{base.rstrip('_')}_" + "".join(chr(97 + byte % 26) for byte in digest[:6]))
    return names


def attributes(
    wires: Iterable[str], locked: Mapping[str, str], reserved: Collection[str] = MODEL_NAMES
) -> dict[str, str]:
    """wire → attribute for all fields of one scope. What is locked stays; a name that needs no change goes first."""
    order = list(dict.fromkeys(wires))
    named = {wire: locked[wire] for wire in order if wire in locked}
    taken = set(named.values()) | set(reserved)
    rest = [wire for wire in order if wire not in named]
    for wire in sorted(rest, key=lambda wire: (identifier(wire) != wire, order.index(wire))):
        wanted = identifier(wire)
        choices = [wanted, f"{wanted}_"] if wanted in reserved else [wanted]
        for name in (*choices, *_spelt_out(wire)):
            if name not in taken:
                named[wire] = name
                taken.add(name)
                break
        else:
            raise AssertionError(f"no name is left for {wire!r}")
    return {wire: named[wire] for wire in order}


def method_name(name: str) -> str:
    """A client method's or a group's name that hides nothing the client has of its own."""
    safe = identifier(name, "operation")
    return f"{safe}_" if safe in _CLIENT_NAMES else safe
