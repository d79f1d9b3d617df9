"""Lists of values within a sentence: "**a** (first), **b**, or **c**", and bare ones: "a, b and c"."""

from __future__ import annotations

import re

from gen.rules.marked import VALUE, values

_NOTE = r"(?:\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|(?::(?!\s*‹)|\s[-–]\s)[^,;‹]*(?=,|;|$)))?"
# "a" — 'a': a single mark is an apostrophe, too.
_QUOTED = r"""(?:"[^"]+"|(?<!\w)'[\w.:/+-]+'(?!\w))"""
ONE = rf"""(?:{VALUE}|{_QUOTED}|-?\d+(?:\.\d+)?(?![\w.:-]*\w)|\b(?:true|false|TRUE|FALSE|True|False|null)\b)"""
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
        rf"(?:{VALUE}|{_QUOTED}|-?\d+(?:\.\d+)?|\b(?:true|false|null)\b){_NOTE}",
        text,
        re.I,
    )
    items: list[str] = []
    for piece in found:
        marked_values = values(piece)
        head = marked_values[0] if marked_values and piece.lstrip().startswith("‹") else None
        if head is None:
            head = re.split(r"\s*[(:]", piece.strip(), maxsplit=1)[0].strip("\"'")
        # "**a, b**" and "**AND (default value)**": the mark holds more than the value.
        head = re.sub(
            r"(?<=[\w-])(?:\s+\([^()]*\)|\((?:default|end|discard|deprecat|recommend|sold|not|obsolete|unavailable)[^()]*\))$",
            "",
            head,
            flags=re.I,
        )
        items += (
            [part for part in re.split(r",\s+", head) if part]
            if re.fullmatch(r"[\w.-]+(?:,\s+[\w.-]+)+", head)
            else [head]
        )
    return items


def items_bare(text: str) -> list[str]:
    """The words in a list that BARE_LIST matched."""
    return [
        re.sub(r"\s*\([^()]*\)", "", part).strip().rstrip(".")
        for part in re.split(_BARE_SEPARATOR, text)
        if part and part.strip()
    ]


# Words that say how a value may be and are no values, and names of forms.
_PROSE = frozenset(
    "empty blank null none unique specified valid invalid used set left the a an any one either both ignored omitted"
    " case sensitive insensitive true_or_false customized custom default same different positive negative string integer"
    " number numeric boolean json xml uuid utc cidr ipv4 ipv6 mac url uri ascii utf-8 base64 gmt id ids ip enabled disabled"
    " mandatory optional required available supported encrypted encoded higher lower greater less more larger smaller"
    " between within in on of to from at not no only also changed lowercase uppercase up down accurate consistent correct"
    " later earlier plaintext ciphertext text list array object characters letters digits existing created".split()
)


# Words of these that are in capitals are values all the same.
_WORDS = frozenset("EMPTY NONE UNIQUE VALID INVALID USED SET LEFT ANY ONE BOTH IGNORED DEFAULT SAME DIFFERENT POSITIVE NEGATIVE ENABLED"
    " DISABLED MANDATORY OPTIONAL REQUIRED AVAILABLE ENCRYPTED HIGHER LOWER GREATER LESS MORE IN ON UP DOWN NOT NO ONLY CREATED CUSTOM"
    " TEXT LIST ARRAY OBJECT STRING INTEGER NUMBER BOOLEAN OFF EXISTING CHANGED".split())  # fmt: skip


_COINED = re.compile(
    r"[A-Za-z0-9][_.:-][A-Za-z0-9]|[A-Za-z]\d|\d[A-Za-z]|^[A-Z][A-Z0-9]+$|[a-z][A-Z]"
)


def is_coined(item: str) -> bool:
    """Whether a bare word can only be a value: a sign, digit or capital stands inside it."""
    if re.search(r"(?:ed|able|sensitive)$|^(?:RFC|ISO|UTF)-?\d", item, re.I):
        return False
    return bool(_COINED.search(item)) and is_word(item)


def is_word(item: str) -> bool:
    """Whether a bare word may be meant as a value: no adjective, participle or name of a form."""
    prose = item.lower() in _PROSE and item not in _WORDS
    if prose or not re.fullmatch(r"[A-Za-z0-9](?:[\w.:/+-]*\w)?", item):
        return False
    if item[:1].isupper() and item[1:].islower():
        # A name within a sentence: "Windows".
        return True
    return bool(_COINED.search(item)) or not re.search(r"(?:ed|ing|able|ible|ly|[^s]s)$", item)
