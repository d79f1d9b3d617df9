"""Whether one rule allows less than another, where that can be told for certain."""

from __future__ import annotations

import string

from gen.model import CharClass, CharSet, Charset, Form, ValueRule, Variety

_ASCII: dict[CharClass, str] = {
    "upper": string.ascii_uppercase,
    "lower": string.ascii_lowercase,
    "letter": string.ascii_letters,
    "digit": string.digits,
    "hex": string.hexdigits,
    "any-letter": string.ascii_letters,
    "space": " ",
    "any-special": string.punctuation,
}


def within(inner: CharSet, outer: CharSet) -> bool:
    """Every character of ``inner`` is in ``outer``."""
    if "any-letter" in inner.classes and "any-letter" not in outer.classes:
        return False
    allowed = _ascii(outer)
    wide = "any-letter" in outer.classes
    return all(
        char in allowed or (wide and ord(char) > 127 and char.isalpha()) for char in _ascii(inner)
    )


def _ascii(of: CharSet) -> frozenset[str]:
    return frozenset("".join(_ASCII[name] for name in of.classes) + of.extra)


def narrower(inner: ValueRule, outer: ValueRule) -> bool:
    """Every value that ``inner`` allows ``outer`` allows too; False where that is not certain."""
    if isinstance(inner, Charset) and isinstance(outer, Charset):
        if inner.where != outer.where:
            return False
        if inner.where in ("none", "not-first", "not-last"):
            return within(outer.allowed, inner.allowed)
        return within(inner.allowed, outer.allowed)
    if isinstance(inner, Form) and isinstance(outer, Form):
        return set(inner.forms) <= set(outer.forms)
    if isinstance(inner, Variety) and isinstance(outer, Variety):
        return (
            len(inner.groups) == len(outer.groups)
            and inner.minimum >= outer.minimum
            and all(within(*pair) for pair in zip(inner.groups, outer.groups, strict=True))
        )
    return False
