"""What ``check`` has to say of committed output: which files differ, and what kind of difference it is."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gen import output

_DATA = ("sources.json", "openapi.json", "model.json", output.MANIFEST)
# Lines of data beyond which they are not compared line by line.
_LONG = 4000
_POSITION_KEYS = {"x-doc", "line", "file"}


@dataclass(frozen=True, slots=True)
class Stale:
    """One tree that is not what the docs say. ``kind``: ``missing``, ``tool`` (only the generator or
    black differ), ``edited`` (changed by hand), ``manifest`` (nothing else), ``positions``, or ``content``.
    """

    tree: output.Tree
    difference: output.Difference
    kind: str
    detail: str


def judge(folder: Path, tree: output.Tree) -> Stale | None:
    """What is wrong with ``folder/tree.target``; None when it is fresh."""
    place = folder / tree.target
    if not place.is_dir():
        what = "it is not a folder" if place.exists() else "it has not been generated"
        return Stale(tree, output.compare(place, tree.files), "missing", what)
    difference = output.compare(place, tree.files)
    if not difference:
        return None
    if output.read_manifest(place) is None:
        what = "damaged" if (place / output.MANIFEST).exists() else "missing"
        return Stale(tree, difference, "edited", f"{output.MANIFEST} is {what}")
    edited = output.hand_edits(place)
    if edited:
        return Stale(tree, difference, "edited", f"changed by hand: {some(edited)}")
    old = output.read_manifest(place) or {}
    new = json.loads(tree.files[output.MANIFEST])
    tools = [
        f"{name} {old.get(name)} → {new.get(name)}"
        for name in ("version", "black")
        if old.get(name) != new.get(name)
    ]
    if tools and old.get("source") == new.get("source"):
        return Stale(tree, difference, "tool", ", ".join(tools).replace("version", "tablewright"))
    if old.get("source") == new.get("source"):
        return Stale(tree, difference, "tool", "the docs are the same, the generator is not")
    if difference == output.Difference((), (), (output.MANIFEST,)):
        return Stale(
            tree, difference, "manifest", "no generated file says what changed in the docs"
        )
    if _positions_only(place, tree, difference):
        return Stale(tree, difference, "positions", "rows have moved, nothing else")
    return Stale(tree, difference, "content", "")


def some(names: Sequence[str], most: int = 5) -> str:
    """The first of ``names``, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _positions_only(place: Path, tree: output.Tree, difference: output.Difference) -> bool:
    if difference.added or difference.removed:
        return False
    for name in difference.changed:
        if name == output.MANIFEST:
            continue
        if name not in _DATA:
            return False
        old, new = json.loads((place / name).read_bytes()), json.loads(tree.files[name])
        if _without_positions(old) != _without_positions(new):
            return False
    return True


def _without_positions(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _without_positions(inner)
            for key, inner in value.items()
            if key not in _POSITION_KEYS
        }
    if isinstance(value, list):
        return [_without_positions(inner) for inner in value]
    return value


def code_difference(folder: Path, stale: Stale, most: int) -> Iterator[str]:
    """The lines of a unified diff of what ``generate`` would change, ``most`` lines at the most.

    Data made of the same model is compared only where no code differs: it says the same. Where it is
    long, that it differs has to do: finding out how takes minutes.
    """
    place, count = folder / stale.tree.target, 0
    names = sorted({*stale.difference.added, *stale.difference.removed, *stale.difference.changed})
    names = [name for name in names if name not in _DATA] or names
    for name in names:
        if name == output.MANIFEST:
            continue
        old = _lines(place / name)
        new = stale.tree.files.get(name, b"").decode("utf-8", "replace").splitlines()
        label = f"{stale.tree.target}/{name}"
        if name in _DATA and max(len(old), len(new)) > _LONG:
            yield f"{label} differs: data, {len(new)} lines"
            continue
        for line in difflib.unified_diff(old, new, f"a/{label}", f"b/{label}", lineterm="", n=2):
            count += 1
            if count > most:
                yield f"… more in {len(names)} files"
                return
            yield re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "\ufffd", line)


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
