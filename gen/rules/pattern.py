"""Pattern: a regular expression that the docs give, once it is known to be safe.

RST has been undone by then. It is compiled, anchored as documented, and refused where
its structure could backtrack without bound (a repeat inside a repeat, or two
neighbouring repeats over the same characters inside one).
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from typing import Any

from gen.model import Pattern
from gen.rules.about import About
from gen.rules.said import Hit, Said, common

constants: Any
parser: Any
if sys.version_info >= (3, 11):  # which moved the parser
    constants, parser = import_module("re._constants"), import_module("re._parser")
else:
    constants, parser = import_module("sre_constants"), import_module("sre_parse")

# "It must match the regular expression ^[a-z]+$." — Regex Pattern: ^…$
_GIVEN = re.compile(r"[‹\"']?(?P<regex>\^(?:[^‹›]|‹|›)*?(?<!\\)\$)[›\"']?(?=[\s.:;,)]|$)")
# What stands before it and says no more than that it is one.
_LEAD = re.compile(
    r"(?:\b(?:must|should|can|which|and|it|has to|needs to)\s+)*(?:\b(?:match\w*|compl\w+ with|conforms? to|meets?|satisf\w+|follows?)\s+)?"
    r"(?:(?:the|this|following)\s+)*(?:regular expressions?|regex|regexp|patterns?|format)?\s*:?\s*$",
    re.I,
)
_SAYS = re.compile(
    r"\b(?:regular expression|regex|regexp|match(?:es)?|compl(?:y|ies) with|in the format|format is|pattern|the following format)\b|^‹?[A-Z][A-Za-z ]{2,30}›?:\s*[‹\"']?\^",
    re.I,
)
_TOO_LONG = 400


def read(said: Said, about: About) -> list[Hit]:
    """The expressions that one sentence gives."""
    if about.value_kind != "string":
        return []
    match = _GIVEN.search(said.full or said.text)
    whole = match and (said.full or said.text).strip(" ‹›.;") == match["regex"]
    if not match or not (
        whole or said.label in ("regex", "range", "format") or _SAYS.search(said.text)
    ):
        return []
    text = re.sub(r"[‹›]", "", match["regex"])
    swallowed = "‹" in match["regex"] or "⟨" in text
    spelt = spellings(text)
    if spelt is None or swallowed:
        return [Hit(0, len(said.text), subject=True, loose=True, notes=("unreadable-pattern",))]
    python, ecma, why = spelt
    rule = Pattern(python=python, ecma=ecma, **common(said, about, reason=why))
    if said.full and said.full != said.text:
        return [Hit(0, len(said.text), (rule,), subject=True)]
    lead = _LEAD.search(said.text[: match.start()])
    start = lead.start() if lead else match.start()
    if re.search(r"\b\w+ \w+\b", said.text[:start]) is None:
        start = 0
    return [Hit(start, match.end(), (rule,), subject=start == 0)]


def spellings(text: str) -> tuple[str, str, str] | None:
    """(Python, ECMA, '' or why it is not enforced) of a documented ``^…$``; None where it does not compile."""
    if len(text) > _TOO_LONG:
        return None
    body = text[1:-1] if text.startswith("^") and text.endswith("$") else text
    # Java's class spellings of the docs: a set inside a set, possessive repeats.
    if re.search(r"(?:[*+?}]\+)|\[[^\]\\]*\[(?!:)|\(\?(?![:=!])|\\[pPQEAZzbBkGhHvVR]|&&|\[:", body):
        return None
    try:
        tree = parser.parse(body)
    except (re.error, OverflowError, RecursionError, ValueError):
        return None
    why = "" if safe(tree) else "the expression can backtrack without bound"
    ecma = _ecma(body)
    if ecma is None:
        return None
    grouped = f"(?:{body})" if "|" in body else body
    grouped_ecma = f"(?:{ecma})" if "|" in body else ecma
    return f"^{_python(grouped)}\\Z", f"^{grouped_ecma}$", why


def _python(body: str) -> str:
    # ECMA's \d and \w are ASCII; Python's are read alike.
    return (
        re.sub(r"\\([dws])", lambda found: found[0], body)
        if not re.search(r"\\[dwsDWS]", body)
        else f"(?a:{body})"
    )


_IDENTITY = re.compile(r"\\(?P<char>[^\w\s])")
_SYNTAX = frozenset("^$\\.*+?()[]{}|/-")


def _ecma(body: str) -> str | None:
    # With the u flag an escape of a character that needs none is an error, and so is a
    # hyphen escaped outside a class or a class beside a hyphen: "[\w-.]".
    out, at, inside = [], 0, False
    while at < len(body):
        char = body[at]
        if char == "\\":
            following = body[at + 1 : at + 2]
            if not following:
                return None
            if following.isalnum():
                out.append(body[at : at + 2])
            elif following in _SYNTAX and (inside or following != "-"):
                out.append("\\" + following)
            else:
                out.append(following)
            at += 2
            continue
        if inside:
            if char == "]" and out[-1] != "[":
                inside = False
            elif char == "[" or (char == "-" and _beside_class(body, at)):
                out.append("\\" + char)
                at += 1
                continue
        elif char == "[":
            inside = True
        elif char in "{}" and not re.match(r"\{\d+(?:,\d*)?\}", body[body.rfind("{", 0, at + 1) :]):
            out.append("\\" + char)
            at += 1
            continue
        out.append(char)
        at += 1
    return "".join(out)


def _beside_class(body: str, at: int) -> bool:
    before = body[at - 2 : at]
    after = body[at + 1 : at + 3]
    return bool(re.fullmatch(r"\\[dws]", before, re.I) or re.fullmatch(r"\\[dws]", after, re.I))


def safe(tree: Any) -> bool:
    """Whether no repeat without bound (or with a large one) lies inside another."""
    return _safe(tree, inside=False)


def _safe(tree: Any, *, inside: bool) -> bool:
    repeats = 0
    for op, argument in tree:
        if op in (constants.MAX_REPEAT, constants.MIN_REPEAT):
            _, high, inner = argument
            many = high is constants.MAXREPEAT or int(high) > 1
            unbound = high is constants.MAXREPEAT or int(high) > 64
            if unbound:
                repeats += 1
            if many and inside and unbound and not _delimited(tree):
                return False
            if not _safe(inner, inside=inside or (many and _long(high))):
                return False
        elif op is constants.SUBPATTERN:
            if not _safe(argument[3], inside=inside):
                return False
        elif op is constants.BRANCH:
            if not all(_safe(branch, inside=inside) for branch in argument[1]):
                return False
            if inside and not _disjoint(argument[1]):
                return False
        elif op in (constants.ASSERT, constants.ASSERT_NOT):
            if not _safe(argument[1], inside=inside):
                return False
        elif op in (constants.GROUPREF, constants.GROUPREF_EXISTS):
            return False
    return repeats <= 3


def _disjoint(branches: Any) -> bool:
    """Whether the first character tells which branch of an alternation is meant."""
    seen: set[int] = set()
    for branch in branches:
        nodes = list(branch)
        first = _first_chars(nodes[0]) if nodes else None
        if first is None or seen & first:
            return False
        seen |= first
    return True


def _long(high: Any) -> bool:
    return high is constants.MAXREPEAT or int(high) > 8


def _first_chars(node: tuple[Any, Any]) -> frozenset[int] | None:
    """The code points a single-character node takes; None where that is not a small set."""
    op, argument = node
    if op is constants.LITERAL:
        return frozenset((argument,))
    if op is constants.IN:
        found: set[int] = set()
        for kind, value in argument:
            if kind is constants.LITERAL:
                found.add(value)
            elif kind is constants.RANGE and value[1] < 0x300:
                found.update(range(value[0], value[1] + 1))
            elif kind is constants.CATEGORY and value is constants.CATEGORY_DIGIT:
                found.update(range(48, 58))
            elif kind is constants.CATEGORY and value is constants.CATEGORY_WORD:
                found.update(range(48, 58), range(65, 91), range(97, 123), (95,))
            else:
                return None
        return frozenset(found)
    return None


def _delimited(tree: Any) -> bool:
    """``(/[a-z]+)*``: each round begins with a sign that the repeat inside it cannot take."""
    nodes = list(tree)
    if len(nodes) < 2:
        return False
    lead = _first_chars(nodes[0])
    if lead is None:
        return False
    for op, argument in nodes[1:]:
        if op not in (constants.MAX_REPEAT, constants.MIN_REPEAT):
            return False
        inner = list(argument[2])
        taken = _first_chars(inner[0]) if len(inner) == 1 else None
        if taken is None or taken & lead:
            return False
    return len(nodes) == 2
