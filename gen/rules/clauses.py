"""A sentence in two: its condition and its main clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gen.rules.marked import VALUE, capitalised

_OPENERS = (
    r"(?:this|the|it|its|set|you|only|specify|each|a|an|that|these|there|enter|leave|do|no|all|any|configure|use|‹[^‹›]*›"
    r"|parameters?|either|both|at least|one|valid|values?|otherwise|mandatory|optional|they|must|cannot|fix|at most)\b|‹"
)
_PREFIX = re.compile(
    r"^(?:(?:however|in addition|besides|currently|note that|and|but|notice:?),?\s+)?(?P<only>only )?(?P<word>if|when|in case|unless|once|for|in|on|during|with|while|after|before|by|where|as long as|provided that|to|within|under|without|because|since|except(?: for)?)\b\s*(?P<rest>.*)$",
    re.I | re.S,
)
_SUFFIX = re.compile(
    r"^(?P<main>.*?\S),?\s+(?P<only>only\s+)?(?P<word>when|if|unless|once|in case|while|as long as|provided that|only in|only for(?! (?:compatibility|reference|internal))|only after|only with)\s+(?P<rest>.+)$",
    re.I | re.S,
)


# "To customize a port, specify a number from …": whoever gives the field does so.
_OWN_PURPOSE = re.compile(
    r"(?:customize|specify|define|configure) (?:an?|the) [a-z ]{1,30}, (?:specify|enter|use) an? [a-z ]{1,30} (?:from|between|in the range)\b",
    re.I,
)


# "when the mode is fancy, that is, **style** is set to **fancy**"
_SPELT = re.compile(
    r"\b(?P<word>when|if) [^,‹›]{3,100}, that is, (?P<spelt>‹[^‹›]+› (?:is|=) .+)$", re.I
)


@dataclass(frozen=True, slots=True)
class Split:
    """A sentence in two: the condition's words, the main clause, and how they are joined."""

    condition: str
    main: str
    only: bool = False
    negated: bool = False
    certain: bool = True


def split(text: str) -> Split | None:
    """The condition of a sentence and the rest; None where it has none."""
    text = _SPELT.sub(r"\g<word> \g<spelt>", text.strip())
    bare = re.sub(
        r",\s+(?:that is|i\.e\.|namely|which (?:means|indicates)|indicating|meaning)\b,?[^,]*$",
        "",
        text.strip().rstrip(".。 "),
        flags=re.I,
    )
    bare = re.sub(r"^(?:that is|in other words|specifically),\s+", "", bare, flags=re.I)
    if re.match(r"by default\b", bare, re.I):
        return None
    match = _PREFIX.match(bare)
    if match and not re.match(r"(?:details|more|example|instance|addition)\b", match["rest"], re.I):
        found = _at_comma(match["rest"])
        word = match["word"].lower()
        if word == "to" and _OWN_PURPOSE.match(match["rest"]):
            return None
        if found and re.match(r"see\b", found[1], re.I):
            return None
        if found:
            condition, main = found
            certain = word in (
                "if",
                "when",
                "in case",
                "unless",
                "once",
                "as long as",
                "provided that",
                "where",
            )
            main = re.sub(r"^then,?\s+", "", main)
            return Split(
                condition,
                capitalised(main) + ".",
                bool(match["only"]),
                word == "unless",
                certain,
            )
        if word in ("if", "when", "in case", "unless"):
            return Split(match["rest"], "", bool(match["only"]), word == "unless", False)
    match = _SUFFIX.match(bare)
    if match and _depth(match["main"]) == 0:
        main = match["main"]
        rest = re.sub(r",\s+and (?:the|its) value is ‹[^‹›]*›$", "", match["rest"], flags=re.I)
        rest = re.sub(
            r",?\s+(?:and|but)\s+(?:is\s+|it is\s+)?(?:(?:is )?optional|not (?:required|mandatory|needed)|can be (?:left )?(?:blank|empty|omitted))\b.*$",
            "",
            rest,
            flags=re.I | re.S,
        )
        only = bool(match["only"]) or match["word"].lower().startswith("only")
        # "only for lamps (**type** is **lamp**)" spells the condition out.
        spelt = re.search(r"\(‹[^‹›]+› (?:is|=|set to|equals?)\b[^()]*\)$", rest)
        certain = spelt is not None or match["word"].lower() in (
            "when",
            "if",
            "unless",
            "in case",
            "once",
            "provided that",
            "as long as",
        )
        if main.lower().endswith(" only"):
            main, only = main[:-5].rstrip(), True
        return Split(rest, main + ".", only, match["word"].lower() == "unless", certain)
    return None


def _depth(text: str) -> int:
    return text.count("(") - text.count(")") + text.count("‹") - text.count("›")


def _at_comma(rest: str) -> tuple[str, str] | None:
    for comma in re.finditer(r",\s+", rest):
        if _depth(rest[: comma.start()]):
            continue
        after = rest[comma.end() :]
        opens = re.match(rf"(?:then\s+)?(?:{_OPENERS})", after, re.I)
        # "… is **a**, **b**, or **c**, this …": a list goes on.
        if opens and not (
            after.startswith("‹") and re.match(rf"{VALUE}\s*(?:,|or\b|and\b)", after)
        ):
            return rest[: comma.start()], after
    first = re.search(r",\s+", rest)
    return (rest[: first.start()], rest[first.end() :]) if first else None
