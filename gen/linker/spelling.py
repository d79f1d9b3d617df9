"""Two spellings of one placeholder: ``{flavor_id}`` and ``flavors_id``."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from gen.linker.cells import fold, singular

PROJECT = frozenset(["projectid", "tenantid"])


def nearest(name: str, free: list[str], alone: bool) -> str | None:
    """The placeholder that a row with another spelling most likely describes."""
    own = fold(name)
    if not own:
        return None
    for other in free:
        theirs = fold(other)
        if own in PROJECT and theirs in PROJECT:
            return other
        if singular(own) == singular(theirs):
            return other
        if _words(name) == _words(other):
            return other
    scored = sorted(
        ((SequenceMatcher(None, own, fold(other)).ratio(), other) for other in free), reverse=True
    )
    if scored and (scored[0][0] >= 0.75 or (alone and len(free) == 1 and scored[0][0] >= 0.4)):
        return scored[0][1]
    if alone and len(free) == 1 and (fold(free[0]).endswith(own) or own.endswith(fold(free[0]))):
        return free[0]
    return None


def _words(name: str) -> list[str]:
    """``flavors_id`` and ``flavor_id`` as the same words."""
    parts = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).lower()
    return [singular(part) for part in re.split(r"[\W_]+", parts) if part]
