"""Same-as: a value compared with that of a sibling."""

from __future__ import annotations

import re
from typing import Literal

from gen.model import SameAs, Scalar
from gen.rules.about import About, stems
from gen.rules.cover import subject_is_field
from gen.rules.said import Hit, Said

Op = Literal["==", "!=", "<", "<=", ">", ">=", "same-network"]
_OTHER = r"(?:that of |the value of |the |that specified by )*(?:parameter |field )?(?:‹(?P<other>[^‹›]+)›(?: value| parameter| field)?|(?P<noun>[a-z]+(?: [a-z]+){0,2}?)(?=\.?$| or\b))"
_MUST = r"(?:must|should|has to|needs to|have to)"
_PHRASES: tuple[tuple[str, Op], ...] = (
    (rf"\b{_MUST} be (?:in|on) the same (?:CIDR block|network segment|subnet|network) as", "same-network"),
    (rf"\b{_MUST} be (?:the same as|equal to|consistent with|identical to)", "=="),
    (rf"\b(?:{_MUST} (?:be different|differ) from|(?:cannot|must not|should not) be (?:the same as|equal to))", "!="),
    (rf"\b(?:{_MUST} be (?:greater|larger|more|later|higher) than or equal to|{_MUST} be (?:no|not) (?:less|smaller|earlier) than|(?:cannot|must not|should not) be (?:less|smaller|lower|earlier) than|{_MUST} be at least)", ">="),
    (rf"\b(?:{_MUST} be (?:less|smaller|earlier|lower) than or equal to|{_MUST} be (?:no|not) (?:greater|more|later|larger) than|cannot (?:exceed|be (?:greater|larger|later|more|higher) than)|(?:must|should) not (?:exceed|be (?:greater|larger|later|more|higher) than))", "<="),
    (rf"\b{_MUST} be (?:greater|larger|more|later|higher) than", ">"),
    (rf"\b{_MUST} be (?:less|smaller|earlier|lower) than", "<"),
)  # fmt: skip
# "set together with **b**, and the two parameters must have different values"
_DIFFERENT = re.compile(
    rf"\b(?:together with|and) (?:the )?‹(?P<other>[^‹›]+)›(?P<noun>)(?: parameters| fields)?,?(?: and)?(?: the two (?:parameters|fields|values)| they| both)? {_MUST} (?:have different values|be different(?: from each other)?|differ)\b",
    re.I,
)
_GRAMMAR: tuple[tuple[re.Pattern[str], Op], ...] = (
    *((re.compile(rf"{phrase}\s+{_OTHER}", re.I), op) for phrase, op in _PHRASES),
    (_DIFFERENT, "!="),
)
_NUMERIC = (Scalar("integer"), Scalar("number"))


def find(said: Said, about: About) -> tuple[list[SameAs], Hit | None]:
    """The comparison in a sentence, with what it covers of the text."""
    for pattern, op in _GRAMMAR:
        match = pattern.search(said.text)
        if not match:
            continue
        other = match["other"] or _named(match["noun"], about)
        hit = Hit(match.start(), match.end())
        if other not in about.siblings:
            return [], None
        field = _subject(said.text[: match.start()], about)
        if field is None or field == other:
            return [], None
        tail = said.text[match.end() :].strip(" .")
        if re.match(
            r"(?:of|in) (?:the|an?)\b" if op == "!=" else r"(?:of|in) (?:the|an?)\b|or\b", tail
        ):
            return [], None
        reason = _unfit(op, about, field, other)
        rule = SameAs(
            field=field, op=op, other=other, sentence=said.quote, source=about.field.source,
            certainty="advice" if reason else "hard", reason=reason,
        )  # fmt: skip
        return [rule], hit
    return [], None


def _named(noun: str, about: About) -> str:
    """The sibling that "the start port" names, '' where none or several could be meant."""
    meant = stems(noun) - {"parameter", "field"}
    found = [
        name
        for name in about.siblings
        if name != about.wire and (stems(name) == meant or name.replace("_", "") == noun)
    ]
    return found[0] if len(found) == 1 else ""


def _subject(before: str, about: About) -> str | None:
    """Which field the comparison is about: the one named last, or the row's own."""
    named = re.findall(r"‹([^‹›]+)›", before)
    if named:
        return named[-1] if named[-1] in about.siblings else None
    own = subject_is_field(before, about) or _THIS.match(before) or re.search(r"\band\b", before)
    return about.wire if own else None


# "This parameter must be specified | together with …"
_THIS = re.compile(r"(?:this (?:parameter|field)|it)\b", re.I)


def _unfit(op: Op, about: About, field: str, other: str) -> str:
    mine, its = about.siblings.get(field, about.field).type, about.siblings[other].type
    if op == "same-network":
        return "" if mine == its == Scalar("string") else "the values are no addresses"
    if op in ("==", "!="):
        return (
            "" if mine == its and isinstance(mine, Scalar) else "the values are of different types"
        )
    return "" if mine in _NUMERIC and its in _NUMERIC else "the values are no numbers on the wire"
