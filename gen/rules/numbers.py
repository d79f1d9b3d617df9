"""Numbers as the docs write them: ``1,000``, ``five``, ``-1``, ``2^31-1``, ``1-64``, ``[1, 64]``.

A leaf of ``rules``: knows words and digits, no sentence. The regular expressions
are meant to be put into larger ones; marks (see :mod:`gen.rules.segments`) may
stand around a number.
"""

from __future__ import annotations

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {word: value for value, word in enumerate(_UNITS)} | {
    word: 20 + 10 * at for at, word in enumerate(_TENS)
}
WORDS["hundred"] = 100

_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d|,\d)|\d+(?:\.\d+(?:[eE]\+?\d{1,3})?)?"
_PLAIN = rf"[-−–]?(?:2\^\d+(?:\s?[-−]\s?1)?|{_DIGITS})"

NUMBER = rf"‹?(?:{_PLAIN})›?(?![\w%]|\.\d)"
"""A number, marked or not; nothing of a longer token."""

AMOUNT = rf"(?:{NUMBER}|\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b)"
"""A number that may be a word, where something is counted."""

UNIT = (
    r"(?:\s?\((?:inclusive|included|including)\)|\s?\(?‹?(?:[KMGT]i?B|[KMG]bit/s|[kKMG]bps|bytes?|bits?|seconds?|minutes?|hours?|days?|weeks?"
    r"|months?|years?|milliseconds?|ms|ppm|meters?|kilometers?|[kMG]?Hz|IOPS|s|min|h|%|percent|GBs?|MBs?)›?\)?)"
)
"""A unit right behind a number."""

IN_UNITS = (
    r"(?:,?\s*(?:\(?(?:in|measured in|expressed in|and) )?(?:the )?(?:units?(?: is| of|:)? )?(?:in )?"
    + r"(?:the )?(?:unit (?:of|is) )?"
    + UNIT.replace(r"\s?\(?", r"\s?\(?", 1)
    + r"\)?)"
)
"""``, in seconds`` and its like behind a range."""

_BETWEEN = r"\s*(?:-|–|—|~|−|\bto\b|\bthrough\b|\.\.)\s*"
_AND = r"\s*(?:\band\b|-|\bto\b)\s*"
_LOW = rf"‹?(?P<low>{_PLAIN})›?"
_GLUED = r"(?=(?:ms|s|min|h|[KMGT]i?B)(?!\w))"
_HIGH = rf"‹?(?P<high>{_PLAIN})›?(?:{_GLUED}|(?![\w%]|\.\d|,\d{{3}}))"

SPAN = (
    rf"(?:‹?\[\s*{_LOW}\s*[,~–-]\s*{_HIGH}\s*\]›?"
    rf"|between {_LOW.replace('low', 'low3')}(?:{UNIT})?{_AND}{_HIGH.replace('high', 'high3')}"
    rf"|(?:from )?‹?{_LOW.replace('low', 'low2')}(?:{UNIT})?{_BETWEEN}(?:[A-Za-z_.]*max[A-Za-z_.]*\s*\()?{_HIGH.replace('high', 'high2')})"
)
"""Two numbers as the ends of a range: ``1 to 64``, ``1-64``, ``[1, 64]``, ``1 GB to 64 GB``."""


def number(text: str) -> int | float | None:
    """The number that ``text`` writes, marks and commas dropped; None where it is none."""
    plain = text.strip(" ‹›.,").replace(",", "").replace("−", "-").replace("–", "-").lower()
    if plain in WORDS:
        return WORDS[plain]
    power = re.fullmatch(r"(-?)2\^(\d+)\s?(-\s?1)?", plain)
    if power:
        value: int = 2 ** int(power[2]) - (1 if power[3] else 0)
        return -value if power[1] else value
    if re.fullmatch(r"-?\d+", plain):
        return int(plain)
    if re.fullmatch(r"-?\d+\.\d+|-?\d+(?:\.\d+)?e[+-]?\d{1,3}", plain):
        return float(plain)
    return None


def ends(match: re.Match[str]) -> tuple[int | float, int | float] | None:
    """The two ends of a SPAN match; None where they are not in order."""
    groups = match.groupdict()
    low = number(groups.get("low") or groups.get("low2") or groups.get("low3") or "")
    high = number(groups.get("high") or groups.get("high2") or groups.get("high3") or "")
    if low is None or high is None or low > high:
        return None
    return low, high
