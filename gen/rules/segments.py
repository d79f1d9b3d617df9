"""A description's structure: which text stands under which heading and which intro.

The four dialects come out alike: a swagger tail (``Minimum: **1**``), a bold
heading inside the cell, a labelled bullet, and free prose are all
:class:`Passage`\\ s with a ``label``. A list right under a paragraph hangs on it as
``members``; whether they are values, classes or sentences is for the families to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from gen.document import Block, Bullets, Code, Note, Paragraph, Prose, Table
from gen.rules.marked import marked, unmarked

Label = Literal[
    "", "enum", "range", "default", "constraints", "minimum", "maximum", "min-length",
    "max-length", "length", "array-length", "format", "regex", "example", "unit", "other",
]  # fmt: skip

_LABELS: dict[Label, str] = {
    "": "definition|function description|description|meaning|explanation|details|function|parameter description"
    "|parameter meaning",
    "enum": "enumeration values?|enumerated values?|enumerated values include|enum values?|enum|enumerations?",
    "range": "value range|range|values?|value options?|options?|valid values?|possible values?|supported values?"
    "|available values?|allowed values?|permitted values?|optional values?|parameter values?|value ranges?"
    "|supported range|available options|parameter value range|the value range|valid range|the options|value set"
    "|available values include|possible values are as follows|parameter range|legal values?",
    "default": "default values?|default|defaults|the default values?|default setting",
    "constraints": "constraints?|conditions?|restrictions?|requirements?|notes?|notice|caution|remarks?|rules?|instructions?"
    "|value constraints?|naming rules?|important|warning|password complexity requirements|limitations?|value requirements?",
    "minimum": "minimum|minimum value|min|min value|min\\. value|the minimum value",
    "maximum": "maximum|maximum value|max|max value|max\\. value|the maximum value",
    "min-length": "minimum length|min(?:imum)?\\.? characters|min length|min\\. length",
    "max-length": "maximum length|max(?:imum)?\\.? characters|max length|max\\. length",
    "length": "length|string length|value length|length range|character length|length limit",
    "array-length": "array length|list length|array size|number of items|minimum items|items",
    "format": "format|value format|time format|data format",
    "regex": "regular expressions?|regex|regexp|regex pattern|pattern|regular expression pattern",
    "example": "examples?|example values?|format examples?|for example|sample values?|e\\.g\\.",
    "unit": "units?",
}
_PATTERNS = [(re.compile(names, re.I), label) for label, names in _LABELS.items()]

# "Range: …", "Minimum length: …": a few words and a colon begin the text.
LABELLED = re.compile(r"‹?(?P<label>[A-Z][A-Za-z .]{1,40}?)›?\s?:›?(?:\s+|$)(?P<rest>.*)", re.S)
_HEADING = re.compile(r"‹(?P<label>[^‹›]{2,40}?)\s?:?›\s?:?")


@dataclass(frozen=True, slots=True)
class Member:
    """A list item: its first line with marks, and what else the item holds."""

    text: str
    line: int
    rest: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph (with marks), the label it stands under, and the list that hangs on it.

    ``own`` when the label stands in this very text (``Default: x``) and not in a
    heading above; ``heading`` are the label's words; ``scope`` are the intros this passage
    stands under, outermost first.
    """

    text: str
    line: int
    label: Label = ""
    own: bool = False
    members: tuple[Member, ...] = ()
    scope: tuple[str, ...] = ()
    heading: str = ""


def behind_label(text: str) -> re.Match[str] | None:
    """The ``label`` and the ``rest`` of "Range: …"; None of others, and of "**DEFAULT**: …": a value."""
    match = LABELLED.fullmatch(text)
    return None if match and text.startswith("‹") and match["label"].isupper() else match


def label_of(words: str) -> Label | None:
    """The kind of heading ``words`` are, None where they are none."""
    words = " ".join(words.split()).strip(" :")
    for pattern, label in _PATTERNS:
        if pattern.fullmatch(words):
            return label
    return None


def passages(prose: Prose) -> tuple[Passage, ...]:
    """The passages of a description, in reading order."""
    return tuple(_gather(_walk(prose, "", ())))


# Members need not be bullets: "**policy**: by policy", one a paragraph.
_MEMBER = re.compile(
    r"(?:-\s+)?‹[^‹›]+›\s*(?::|\(|（|-\s|–|,?\s*(?:indicates?|means?|specifies)\b|$).*", re.S
)


# "async: asynchronous", a paragraph below "The options are as follows:"
_TOLD = re.compile(r"(?P<bare>[a-z][a-z0-9_]*|[A-Z][A-Z0-9_]+):\s+\S.*", re.S)
_OPTIONS = re.compile(r"\b(?:options|values) (?:are|can be|include)\b[^:]*:$", re.I)


def _told(intro: Passage, passage: Passage) -> bool:
    match = _TOLD.fullmatch(passage.text)
    bare = intro.label in ("enum", "range") and not intro.text
    return bool(match and not label_of(match["bare"]) and (bare or _OPTIONS.search(intro.text)))


def _gather(found: Iterable[Passage]) -> Iterator[Passage]:
    intro: Passage | None = None
    for passage in found:
        plain = not passage.own and not passage.members and bool(passage.text)
        if intro and plain and (_MEMBER.fullmatch(passage.text) or _told(intro, passage)):
            intro = replace(intro, members=(*intro.members, Member(passage.text, passage.line)))
            continue
        if intro:
            yield intro
            intro = None
        bare = not passage.text and passage.label in ("enum", "range")
        if not passage.members and (bare or passage.text.endswith(":")):
            intro = passage
        else:
            yield passage
    if intro:
        yield intro


def _walk(
    blocks: Prose, label: Label, scope: tuple[str, ...], item: bool = False
) -> Iterator[Passage]:
    pending: Passage | None = None
    outer, loose, words = label, scope, ""
    heading = brief = False
    for block in blocks:
        match block:
            case Paragraph():
                if pending:
                    yield pending
                    loose = _scope_after(pending, scope, loose)
                    if brief and (pending.members or pending.text):
                        # "Options:" in running text ends with the list below it.
                        label, words, brief = outer, "", False
                passage = _paragraph(block, label, loose)
                if passage.own and not passage.text:
                    label, loose, heading, words = passage.label, scope, True, passage.heading
                    brief = not item and not _HEADING.fullmatch(marked(block))
                    passage = replace(passage, own=False)
                elif not passage.own:
                    passage = replace(passage, heading=words)
                if passage.own and not heading:
                    label = passage.label if item else label
                pending = passage
            case Bullets():
                members = _members(block, pending.label if pending else label, loose, pending)
                if pending:
                    pending = replace(pending, members=(*pending.members, *members))
                else:
                    pending = Passage("", block.line, label, False, members, loose, words)
            case _:
                if pending:
                    yield pending
                    loose = _scope_after(pending, scope, loose)
                    pending = None
                yield from _other(block, label, scope)
    if pending:
        yield pending


def _scope_after(done: Passage, scope: tuple[str, ...], loose: tuple[str, ...]) -> tuple[str, ...]:
    # "For a metadata key:" with no list below rules the paragraphs that follow it.
    if done.text.endswith(":") and not done.members and not done.own:
        return (*scope, done.text)
    return loose


def _paragraph(block: Paragraph, label: Label, scope: tuple[str, ...]) -> Passage:
    text = marked(block)
    heading = _HEADING.fullmatch(text)
    found = label_of(heading["label"]) if heading and not _is_value(text) else None
    if heading and found is not None:
        return Passage("", block.line, found, True, (), scope, heading["label"].strip(" :"))
    labelled = behind_label(text)
    if labelled:
        found = label_of(unmarked(labelled["label"]))
        if found is not None:
            words = unmarked(labelled["label"]).strip()
            return Passage(labelled["rest"].strip(), block.line, found, True, (), scope, words)
    return Passage(text, block.line, label, False, (), scope)


def _is_value(text: str) -> bool:
    """ "**OPTIONS**", "**default**": a heading has a colon, or is written as one begins a sentence."""
    word = unmarked(text).strip()
    return not word.endswith((":", "：")) and (word.isupper() or word[:1].islower())


def _members(
    bullets: Bullets, label: Label, scope: tuple[str, ...], intro: Passage | None
) -> tuple[Member, ...]:
    inner = (*scope, intro.text) if intro and intro.text.endswith(":") else scope
    return _nested(tuple(_member(item, bullets.line, label, inner) for item in bullets.items))


_VALUE_ALONE = re.compile(r"‹[^‹›:：]+›")


def _nested(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """The members, those that follow a bare "Range:" on its own level put below it."""
    found: list[Member] = []
    for member in members:
        last = found[-1].rest if found else ()
        bare = len(last) == 1 and last[0].label in ("enum", "range") and not last[0].text
        # "**Custom**", "**Range**", "**Other**": one value among others.
        among = len(found) > 1 and _VALUE_ALONE.fullmatch(found[-2].text)
        headed = label_of(unmarked(member.text.partition(":")[0]))
        if bare and not (among or headed) and _MEMBER.fullmatch(member.text):
            below = replace(last[0], members=(*last[0].members, member))
            found[-1] = replace(found[-1], rest=(below,))
        else:
            found.append(member)
    return tuple(found)


def _member(blocks: Prose, line: int, label: Label, scope: tuple[str, ...]) -> Member:
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        rest = tuple(_gather(_walk(blocks, label, scope, item=True)))
        return Member(marked(first), first.line, rest)
    return Member("", line, tuple(_gather(_walk(blocks, label, scope, item=True))))


def _other(block: Block, label: Label, scope: tuple[str, ...]) -> Iterator[Passage]:
    match block:
        case Note():
            yield from _walk(block.blocks, label or "constraints", scope)
        case Code():
            yield Passage(
                f"‹{' '.join(block.text.split())}›", block.line, "example", True, (), scope
            )
        case Table() | Paragraph() | Bullets():
            return
