"""Which example values are fakes: they prove and disprove nothing.

The generator's knowledge only; at run time ``abcd****`` is a value like any other.
"""

from __future__ import annotations

import re

_UUID_SHAPE = re.compile(
    r"[0-9A-Za-z]{6,10}-[0-9A-Za-z]{3,5}-[0-9A-Za-z]{3,5}-[0-9A-Za-z]{3,5}-[0-9A-Za-z]{8,14}"
)
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_MASKS = re.compile(
    r"\*{2,}"  # abcd****
    r"|[xX]{3,}"  # xxxx
    r"|(?<=[0-9a-f-])x{2}(?=[0-9a-f-])"  # dc1dab7exx2df
    r"|(?<![\w-])x{2}(?![\w-])|\.x\.x|\bx\.x"  # xx, x.x.x.x
    r"|\{[^{}]*\}"  # {id}
    r"|<[^<>]+>"  # <id>
    r"|\.{3}|…"  # ...
    r"|#{3,}|\?{3,}"
)
# host_id_1, imageid_123
_NUMBERED = re.compile(r"[A-Za-z]+(?:[_-][A-Za-z]+)*?[_-]?(?:id|ID|Id)[_-]\d{1,6}")
_WORDS = re.compile(
    r"(?:your|my|the)[-_ ]|placeholder|\byour\w*|^(?:string|token|id|name|value|text)$", re.I
)


def is_masked(value: str) -> bool:
    """Whether a documented value stands in for a real one.

    ``abcd****``, ``xxxx``, ``{id}``, ``<id>``, ``...``, ``host_id_1``, and what has a UUID's shape with
    other letters or of another length.
    """
    text = value.strip()
    if _MASKS.search(text):
        return True
    if _UUID.fullmatch(text):
        return False
    if _NUMBERED.fullmatch(text):
        return True
    if _UUID_SHAPE.fullmatch(text) or "-demo-" in text:
        return True
    return bool(_WORDS.search(text)) and len(text) < 40
