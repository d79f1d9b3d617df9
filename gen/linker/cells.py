"""What a row's first and Mandatory cells say: keys on the wire, dynamic keys, items, yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gen.document import Block, Bullets, Cell, Note, Paragraph, Prose
from gen.pages.page import ParameterRow

ITEM_NAMES = frozenset(
    ["[items]", "[item]", "[array]", "[]", "items[]", "array elements", "array element", "-"]
)
_PLAIN = re.compile(r"[A-Za-z_$@][\w$@\-]*")
_SIGNED = re.compile(r"[A-Za-z_$@][\w$@.:\-]*")
_SPLIT = re.compile(r"\s+or\s+|\s*/\s*|\s*\|\s*|\s*,\s*|\s+and\s+")


@dataclass(frozen=True, slots=True)
class RowName:
    """The keys a row stands for. ``item``: the row describes the items of an array.

    ``dynamic``: any key. ``spoiled``: ``wires`` were mended, the cell cannot be a key as it is.
    """

    wires: tuple[str, ...]
    item: bool = False
    dynamic: bool = False
    spoiled: bool = False


_ANY_KEY = re.compile(
    r"((user|custom)[\s_-]?(defined)?[\s_-]?)?key([\s_-]?val(ue)?)?([\s_-]?pairs?)?"
)


def is_any_key(row: ParameterRow, below: frozenset[str]) -> bool:
    """Whether a table's only row stands for all keys: it is called ``key`` or ``key_val``, and

    the examples show other keys in its place (``below``), or it speaks of key-value pairs.
    """
    name = row.source.parameter.strip()
    if not _ANY_KEY.fullmatch(name.lower()) or name in below:
        return False
    text = row.description.text.lower() if row.description is not None else ""
    return bool(below) or "key-value pair" in text or "key value pair" in text


def read_name(text: str, known: frozenset[str] = frozenset()) -> RowName:
    """A row's name cell. ``known`` are keys seen in examples: they are never taken apart."""
    text = " ".join(text.split())
    if text.isidentifier():
        return RowName((text,))
    if text not in known and (bare := _bare(text)) != text:
        return replace(read_name(bare, known), spoiled=True)
    if " " in text and text not in known and (whole := _rejoined(text, known)):
        return RowName((whole,), spoiled=True)
    if text.count(" ") >= 3:  # "Name of the crate": words for a key, even if an example copies them
        return RowName((), dynamic=True)
    if text in known:
        return RowName((text,))
    if text.lower() in ITEM_NAMES:
        return RowName((), item=True)
    if re.fullmatch(r"[{<\[(].*[}>\])]", text) or re.match(r"[{<][^{}<>]*[}>]_", text):
        return RowName((), dynamic=True)
    parts = tuple(part for part in _SPLIT.split(text) if part)
    if len(parts) > 1 and all(_PLAIN.fullmatch(part) for part in parts):
        return RowName(parts)
    mended = re.sub(r"\\|[\u200b\u200c\u200d\ufeff]", "", text).rstrip("*:;, ")
    if " " in mended:
        if whole := _rejoined(mended, known):
            return RowName((whole,), spoiled=True)
        return RowName((mended,), dynamic=mended not in known, spoiled=True)
    if not mended:
        return RowName((), spoiled=True)
    return RowName((mended,), spoiled=mended != text)


_NOTE = re.compile(
    r"\s*\((?:(?:optional|mandatory|required|deprecated)\b[^()]*"
    r"|string|str|int(?:eger)?|long|bool(?:ean)?|float|double|number|array|list|object|map)\)$"
    r"|\s+\[\d+\]$",
    re.IGNORECASE,
)


def _bare(text: str) -> str:
    """A name without quotes around it and notes behind it: ``"id"``, ``id (optional)``, ``id [1]``."""
    quoted = re.fullmatch(r"([\"'`])([^\"'`]+)\1", text)
    return _NOTE.sub("", quoted[2] if quoted else text) or text


def _rejoined(text: str, known: frozenset[str]) -> str:
    """A name that was broken over lines, beside a sign of its own or where the examples have it whole; '' for words."""
    joined = re.sub(r"\s*([_.:-])\s+|\s+([_.:-])\s*", lambda m: m[1] or m[2], text)
    if _SIGNED.fullmatch(joined):
        return joined
    whole = text.replace(" ", "")
    return whole if whole in known else ""


_YES = frozenset(
    ["yes", "y", "true", "mandatory", "required", "m", "compulsory", "obligatory", "must", "always",
     "is mandatory", "is required", "√", "✓", "✔"]
)  # fmt: skip
_NO = frozenset(
    ["no", "n", "false", "optional", "o", "n/a", "-", "", "conditional", "x", "×", "✗", "✘"]
)


def read_mandatory(cell: Cell | None) -> tuple[bool, bool]:
    """Whether the cell says yes, and whether it could be read. ``No (query parameter)`` is no.

    A yes with a condition behind it is no flat yes.
    """
    if cell is None:
        return False, True
    text = cell.text.strip().lower().rstrip(".")
    if text in _YES:
        return True, True
    if text in _NO:
        return False, True
    first, rest = re.match(r"([a-z]*)[\s(,.:;]*(.*)", text, re.S).groups()  # type: ignore[union-attr]
    if first in _NO and first:
        return False, True
    if first in _YES and not re.search(r"\b(if|when|for|unless|optional|not|any)\b", rest):
        return True, True
    return False, first in _YES


def is_query(cell: Cell | None) -> bool:
    """``No (query parameter)`` under Mandatory."""
    return cell is not None and "query" in cell.text.lower()


def refs(blocks: Prose) -> Iterator[tuple[str, str]]:
    """Text and label of every reference, in order."""
    for block in blocks:
        match block:
            case Paragraph(spans):
                for span in spans:
                    if span.mark == "ref" and span.target:
                        yield span.text, span.target
            case Bullets(items):
                for item in items:
                    yield from refs(item)
            case Note(_, inner):
                yield from refs(inner)
            case _:
                pass


def cell_refs(cell: Cell | None) -> tuple[tuple[str, str], ...]:
    """Text and label of a cell's references."""
    return tuple(refs(cell.blocks)) if cell is not None else ()


def description(row: ParameterRow) -> tuple[Block, ...]:
    """The description cell's blocks, none where the table has no such column."""
    return row.description.blocks if row.description is not None else ()


def fold(name: str) -> str:
    """A name without case, separators and blanks: ``flavor_id`` and ``flavorId`` are alike."""
    return re.sub(r"[\W_]+", "", name.lower())


def singular(name: str) -> str:
    """``policies`` → ``policy``, ``flavors`` → ``flavor``; other words as they are."""
    if name.endswith("ies") and len(name) > 4:
        return name[:-3] + "y"
    if name.endswith(("sses", "xes", "ches", "shes")):
        return name[:-2]
    if name.endswith("s") and not name.endswith(("ss", "us", "is")):
        return name[:-1]
    return name
