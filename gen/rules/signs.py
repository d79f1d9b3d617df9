"""Bounds that are written with signs: "1 ≤ size ≤ 100", "≥ 1", "(0, 100]"."""

from __future__ import annotations

import re
from dataclasses import replace

from gen.model import Range
from gen.rules.about import About
from gen.rules.numbers import NUMBER, number
from gen.rules.said import Hit, Said, common


def read(said: Said, about: About) -> list[Hit]:
    """The range that one sentence writes so."""
    return _signed(said, about) or _half_open(said, about)


# Value range: 1 ≤ size ≤ 100 — Value range: ≥ 1
_BETWEEN_SIGNS = re.compile(
    rf"(?P<low>{NUMBER})\s*(?P<above>≤|<=|<)\s*‹?[A-Za-z]\w*›?\s*(?P<below>≤|<=|<)\s*(?P<high>{NUMBER})\.?"
)
_SIGN = re.compile(rf"(?P<sign>≥|>=|>|≤|<=|<)\s*(?P<n>{NUMBER})\.?")


# "(0, 100]": a round bracket leaves its number out
_HALF_OPEN = re.compile(
    rf"(?P<open>[\[(])\s*(?P<low>{NUMBER})\s*,\s*(?P<high>{NUMBER})\s*(?P<close>[\])])", re.I
)


def _half_open(said: Said, about: About) -> list[Hit]:
    match = _HALF_OPEN.search(said.text)
    if not match or (match["open"] == "(") == (match["close"] == ")"):
        return []
    if about.value_kind not in ("integer", "number"):
        return []
    low, high = number(match["low"]), number(match["high"])
    lead = re.search(
        r"\b(?:ranges?|in the interval)(?: is|:)?\s*$", said.text[: match.start()], re.I
    )
    if low is None or high is None or not (lead or said.label == "range") or low >= high:
        return []
    start = lead.start() if lead else match.start()
    left_out = match["open"] == "(", match["close"] == ")"
    return [_between(said, about, (start, match.end()), (low, high), left_out)]


def _between(
    said: Said,
    about: About,
    span: tuple[int, int],
    ends: tuple[float, float],
    left_out: tuple[bool, bool],
) -> Hit:
    """The range at ``span`` of the sentence; ``left_out`` says of each of its ends whether it is no value."""
    (low, high), (above, below) = ends, left_out
    if about.value_kind == "integer":
        return bounded(said, about, *span, low + above, high - below)
    # Among fractions no other number can stand for the end.
    hit = bounded(said, about, *span, low, high)
    rules = (rule for rule in hit.rules if isinstance(rule, Range))
    return replace(
        hit,
        rules=tuple(
            replace(rule, exclusive_minimum=above, exclusive_maximum=below) for rule in rules
        ),
    )


def _signed(said: Said, about: About) -> list[Hit]:
    """Bounds that are written with signs."""
    between = _BETWEEN_SIGNS.fullmatch(said.text.strip())
    if between and about.value_kind in ("integer", "number"):
        low, high = number(between["low"]), number(between["high"])
        if low is None or high is None:
            return []
        left_out = between["above"] == "<", between["below"] == "<"
        return [_between(said, about, (0, len(said.text)), (low, high), left_out)]
    one = _SIGN.fullmatch(said.text.strip()) if said.label == "range" else None
    bound = number(one["n"]) if one else None
    if one is None or bound is None:
        return []
    above, exclusive = one["sign"][0] in "≥>", one["sign"] in "<>"
    lower, upper = (bound, None) if above else (None, bound)
    return [bounded(said, about, 0, len(said.text), lower, upper, exclusive)]


def bounded(
    said: Said,
    about: About,
    start: int,
    end: int,
    low: float | None,
    high: float | None,
    exclusive: bool = False,
) -> Hit:
    """A range at ``start`` to ``end`` of the sentence."""
    reason = (
        "" if about.value_kind in ("integer", "number") else "the value is not a number on the wire"
    )
    rule = Range(
        minimum=low, maximum=high, exclusive_minimum=exclusive and low is not None,
        exclusive_maximum=exclusive and high is not None,
        **common(said, about, reason=reason),
    )  # fmt: skip
    return Hit(start, end, (rule,))
