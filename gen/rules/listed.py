"""Lists of values within a sentence: "**a** (first), **b**, or **c**", and bare ones: "a, b and c"."""

from __future__ import annotations

import re

from gen.rules.marked import VALUE, values

_NOTE = r"(?:\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|:(?!\s*‹)[^,;‹]*(?=,|;|$)))?"
ONE = rf"""(?:{VALUE}|"[^"]+"|-?\d+(?:\.\d+)?(?![\w.-]*\w)|\b(?:true|false|TRUE|FALSE|True|False|null)\b)"""
ITEM = rf"{ONE}{_NOTE}"
SEPARATOR = r"\s*(?:[,;/|、]\s*(?:and/or|and|or)?|\b(?:and/or|and|or)\b)\s*(?:either )?"
LISTED = rf"(?P<items>{ITEM}(?:{SEPARATOR}{ITEM})*)"
_BARE = r"[A-Za-z0-9][\w.:/+-]*(?: ?\([^()]*\))?"
# A slash is part of a bare word ("text/plain"), no separator.
_BARE_SEPARATOR = r"\s*(?:[,;]\s*(?:and/or|and|or)?\s|\b(?:and/or|and|or)\b)\s*(?:either )?"
BARE_LIST = rf"(?P<bare>{_BARE}(?:{_BARE_SEPARATOR}{_BARE})+)"


def items_of(text: str) -> list[str]:
    """The values in a list that LISTED matched, marks and notes dropped."""
    found = re.findall(
        rf"(?:{VALUE}|\"[^\"]+\"|-?\d+(?:\.\d+)?|\b(?:true|false|null)\b){_NOTE}", text, re.I
    )
    items: list[str] = []
    for piece in found:
        marked_values = values(piece)
        head = marked_values[0] if marked_values and piece.lstrip().startswith("‹") else None
        if head is None:
            head = re.split(r"\s*[(:]", piece.strip(), maxsplit=1)[0].strip('"')
        # "**a, b**" and "**AND (default value)**": the mark holds more than the value.
        head = re.sub(r"(?<=[\w-])\s*\([^()]*\)$", "", head)
        items += (
            [part for part in re.split(r",\s+", head) if part]
            if re.fullmatch(r"[\w.-]+(?:,\s+[\w.-]+)+", head)
            else [head]
        )
    return items


def items_bare(text: str) -> list[str]:
    """The words in a list that BARE_LIST matched."""
    return [
        re.sub(r"\s*\([^()]*\)", "", part).strip()
        for part in re.split(_BARE_SEPARATOR, text)
        if part and part.strip()
    ]
