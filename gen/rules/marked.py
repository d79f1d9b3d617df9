"""A paragraph as one line of text in which the marks are still seen.

Strong and literal spans stand in ``‹…›``, emphasised ones (placeholders, as a rule)
in ``⟨…⟩``. Every family's grammar is written over this text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from gen.document import Paragraph, Span

OPEN, CLOSE = "‹", "›"
VALUE = r"‹[^‹›]*›"
"""One marked value."""

_FOREIGN = str.maketrans(
    {"‹": "'", "›": "'", "⟨": "(", "⟩": ")", "“": '"', "”": '"', "’": "'", "，": ",", "：": ":"}
)


def _piece(span: Span) -> str:
    text = span.text.translate(_FOREIGN)
    if not text.strip():
        return text
    match span.mark:
        case "strong" | "literal":
            body = text.strip()
            return f"{text[: len(text) - len(text.lstrip())]}‹{body}›{text[len(text.rstrip()) :]}"
        case "emphasis":
            # Two lone asterisks read as emphasis: it has swallowed what stood between them.
            if _unbalanced(text):
                return f"*{text}*"
            return f"⟨{text}⟩"
        case _:
            return text


def _unbalanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return True
    return depth != 0


def marked(paragraph: Paragraph) -> str:
    """The paragraph's words with its marks, white space collapsed, neighbouring values joined."""
    text = "".join(map(_piece, paragraph.spans))
    # An escaped blank ("**a**\\ *b*") joins what stands around it.
    text = re.sub(r"\x00\s?", "", text)
    text = " ".join(text.split()).replace("›‹", "")
    # A mark that took the sentence's stop, comma or colon with it gives it back.
    text = re.sub(r"(?<=[A-Za-z0-9])\s*([,:;])›", r"›\1", text)
    text = re.sub(r"(?<=[A-Za-z0-9)])\.›(?=\s|$)", "›.", text)
    return re.sub(r"‹›", "", text)


def with_names(text: str, names: Collection[str]) -> str:
    """Marks identifiers of ``names`` that stand bare or in quotes; plain words are left alone."""

    def mark(found: re.Match[str]) -> str:
        return f"{OPEN}{found[0]}{CLOSE}" if found[0] in names else found[0]

    text = re.sub(
        r"(?<=[\s(])\"(?P<name>[A-Za-z]\w*)\"(?= (?:is|=|are|parameter|field))",
        lambda found: f"{OPEN}{found['name']}{CLOSE}" if found["name"] in names else found[0],
        text,
    )
    return re.sub(
        r"‹[^‹›]*›|(?<!\w)_*[A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]+|[a-z][A-Z])[\w]*", mark, text
    )


def capitalised(text: str) -> str:
    """The text as a sentence begins; what follows the first letter stays."""
    return text[:1].upper() + text[1:]


def unmarked(text: str) -> str:
    """The plain words again."""
    return re.sub(r"[‹›⟨⟩]", "", text)


def values(text: str) -> tuple[str, ...]:
    """The marked values in ``text``, in order."""
    return tuple(value[1:-1].strip() for value in re.findall(VALUE, text))


_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|No|Inc|approx|Fig|Max|Min|max|min)|\b[A-Z])\.$"
)


def sentences(text: str) -> Iterable[str]:
    """The sentences of a line. A stop inside brackets or marks ends none."""
    depth, start = 0, 0
    for at, char in enumerate(text):
        if char in "(‹⟨":
            depth += 1
        elif char in ")›⟩" or (char == "]" and _HALF_OPEN.search(text[start : at + 1])):
            depth = max(0, depth - 1)
            if char == ")" and not depth and _CLOSES.match(text, at - 1):
                yield text[start : at + 1].strip()
                start = at + 1
        elif char in "!?" and not text[at - 1 : at].isalnum():
            # A sign in a list of signs ends no sentence.
            continue
        elif char in ".;。!?" and not depth and _ends(text, start, at):
            yield text[start : at + 1].strip()
            start = at + 1
    if text[start:].strip():
        yield text[start:].strip()


# "(0, 15]": the square bracket closes a round one.
_HALF_OPEN = re.compile(r"\([\s‹]*-?[\d.,]+›?\s*,\s*‹?-?[\d.,]+›?\s*\]$")
# "(It is not verified.) **key** cannot …": the bracket is a sentence of its own.
_CLOSES = re.compile(r"\.\)\s+(?:[A-Z][a-z]*\s|‹)")
_OPENS = re.compile(r"\s+(?:Either|The|This|If|It|A|When|Specify|You|Only|For|In|Set|Its)\s")


def _ends(text: str, start: int, at: int) -> bool:
    if text[at] == "。":
        return True
    rest = text[at + 1 :]
    if not rest:
        return True
    # "…at a time.If the…": the blank is missing, but a capital follows a word.
    tight = re.match(r"\(?(?:[A-Z][a-z]+ |‹)", rest) and re.search(r"[a-z)›]{2}$", text[start:at])
    if not rest[0].isspace() and not (tight and text[at] == "."):
        return False
    follower = rest.lstrip()[:1]
    if _ABBREVIATION.search(text[start : at + 1]) and not _OPENS.match(rest):
        return False
    # "… nodes. fixedIps and ipBlock cannot …": an identifier opens a sentence in lower case.
    if re.match(r"\s+[a-z]+(?:_[a-z]|[A-Z])\w*\s", rest):
        return True
    return bool(follower) and (
        follower.isupper() or follower in "‹⟨\"'([-0123456789" or text[at] in "!?"
    )
