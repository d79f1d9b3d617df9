"""One sentence as the families see it, and what they hand back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypedDict

from gen.model import Certainty, Source, Target, ValueRule
from gen.rules.about import About
from gen.rules.marked import sentences, unmarked
from gen.rules.segments import Label, Member


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with marks, examples taken out (``full`` has them), conditions split off.

    ``label`` is its heading, ``members`` the list that follows where this is its intro.
    ``member`` when it stands in an item of a list.
    """

    text: str
    label: Label = ""
    members: tuple[Member, ...] = ()
    line: int = 0
    full: str = ""
    heading: str = ""
    member: bool = False

    @property
    def shown(self) -> str:
        """The sentence with its marks, and with the heading it needs to be understood."""
        text = self.full or self.text
        if not text:
            return ""
        needs = self.heading and not re.match(r"[A-Z].*\s.*\.$", text)
        return f"{self.heading}: {text}" if needs else text

    @property
    def quote(self) -> str:
        """The sentence as plain words, for the rule's ``sentence``."""
        if self.shown or not self.members:
            return unmarked(self.shown)
        listed = "; ".join(unmarked(member.text).rstrip(".;") for member in self.members)
        return f"{self.heading}: {listed}" if self.heading else listed


@dataclass(frozen=True, slots=True)
class Hit:
    """What a family understood: ``text[start:end]`` and the rules in it. ``members``: the list too."""

    start: int
    end: int
    rules: tuple[ValueRule, ...] = ()
    members: bool = False
    subject: bool = False
    loose: bool = False
    notes: tuple[str, ...] = field(default=())


class Common(TypedDict):
    """The fields that every rule has."""

    sentence: str
    source: Source
    target: Target
    certainty: Certainty
    reason: str


def common(said: Said, about: About, *, reason: str = "", target: Target | None = None) -> Common:
    """The fields that every rule has. A ``reason`` makes it advice."""
    certainty: Certainty = "advice" if reason else "hard"
    return {
        "sentence": said.quote,
        "source": about.field.source,
        "target": about.target if target is None else target,
        "certainty": certainty,
        "reason": reason,
    }


_EXAMPLE = (
    r"(?:for example|for instance|e\.g\.?|such as|example:|an example is|example value:|i\.e\.)"
)
_IN_BRACKETS = re.compile(rf"\s*[(（]\s*{_EXAMPLE}[^()（）]*(?:\([^()]*\)[^()]*)*[)）]", re.I)
_TRAILING = re.compile(rf"[,;:.]?\s*(?<!\w){_EXAMPLE}\W.*$", re.I | re.S)


def without_examples(text: str) -> str:
    """The sentence without what it gives only as an example."""
    bare = _IN_BRACKETS.sub("", text)
    cut = _TRAILING.search(bare)
    if cut and bare[: cut.start()].count("(") > bare[: cut.start()].count(")"):
        return bare[: cut.start()] + ")" + bare[cut.start() :].partition(")")[2]
    return bare[: cut.start()] + ("." if cut else "") if cut else bare


# "This parameter must be set when … and cannot be set when …": two sentences.
_TWO_CASES = re.compile(
    r"(?P<one>\b(?P<who>This parameter|This field|It) (?:must|is|cannot|can)\b[^.;]{1,60} (?:when|if) [^.;]{1,120}?),? (?:and|but) (?:it )?(?P<two>(?:must|cannot|is (?:not )?(?:mandatory|required|optional|available|supported))\b[^.;]{0,60} (?:when|if) )"
)

# "It is mandatory when … and the value ranges from 1 to 5."
_AND_VALUE = re.compile(
    r"(?P<one>\b(?:mandatory|required|optional|available|set|specified|configured) (?:only )?(?:when|if) [^.;]{1,120}?),? and (?P<two>(?:the|its) (?:[a-z]+ )?(?:value|length) (?:ranges?\b|range is|must\b|can\b|cannot\b|is an?\b))",
    re.I,
)
# "This parameter is mandatory when … and must not be set otherwise."
_ELSE = re.compile(
    r"(?P<one>\b(?:when|if) [^.;]{1,120}?),? (?:and|but) (?:it )?(?P<two>(?:must|cannot|can|should|is)\b[^.;,]{1,60}?) (?:otherwise|in (?:all )?other cases)(?=\.?$)",
    re.I,
)


def split(text: str) -> tuple[str, ...]:
    """The sentences of a passage."""
    # "… the following characters: <>= Its value is …": the list of signs has swallowed the stop.
    apart = re.sub(
        r"(?<=[^\w\s.,;:)›(])\s+(?=(?:Its value|The value|This parameter|It) (?:is|can|must|cannot)\b)",
        "\x00",
        text,
    )
    apart = _TWO_CASES.sub(lambda one: f"{one['one']}.\x00{one['who']} {one['two']}", apart)
    apart = _AND_VALUE.sub(
        lambda one: f"{one['one']}.\x00{one['two'][:1].upper()}{one['two'][1:]}", apart
    )
    apart = _ELSE.sub(lambda one: f"{one['one']}.\x00Otherwise, it {one['two']}", apart)
    apart = re.sub(r"(?<=[\w)›\]])\s+(?=Default value\s?[:：])", "\x00", apart)
    apart = re.sub(
        r"(?<=\d)\s+(?=(?:The value|This parameter|It) (?:can|must|cannot)\b)", "\x00", apart
    )
    apart = re.sub(r"(?<=[\w›]);\s+otherwise(?=, )", ".\x00Otherwise", apart)
    # "…; when x is b, the value …": one more case.
    apart = re.sub(
        r"(?<=[\w›]);\s+(?:and )?(when|if)(?= ‹)", lambda one: f".\x00{one[1].capitalize()}", apart
    )
    apart = re.sub(r"(‹[^‹›A-Za-z0-9]+›)\s+(?=(?:Max|The|It|Its|This|A)\s)", "\\1\x00", apart)
    return tuple(one for part in apart.split("\x00") for one in sentences(part))
