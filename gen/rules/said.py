"""One sentence as the families see it, and what they hand back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypedDict

from gen.model import Certainty, Source, Target, ValueRule
from gen.rules.about import About
from gen.rules.marked import capitalised, sentences, unmarked
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


_END = "\x00"
# Where one sentence runs into the next, and what is put there; in this order.
_RUN_ON: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # "… the following characters: <>= Its value is …": the list of signs has swallowed the stop.
    (re.compile(r"(?<=[^\w\s.,;:)›(])\s+(?=(?:Its value|The value|This parameter|It) (?:is|can|must|cannot)\b|(?:Enter|Use|Set) an? [a-z])"), _END),
    # "This parameter must be set when … and cannot be set when …": two sentences.
    (
        re.compile(r"(?P<one>\b(?P<who>This parameter|This field|It) (?:must|is|cannot|can)\b[^.;]{1,60} (?:when|if) [^.;]{1,120}?),? (?:and|but) (?:it )?(?P<two>(?:must|cannot|is (?:not )?(?:mandatory|required|optional|available|supported))\b[^.;]{0,60} (?:when|if) )"),
        rf"\g<one>.{_END}\g<who> \g<two>",
    ),
    # "It is mandatory when … and the value ranges from 1 to 5."
    (
        re.compile(r"(?P<one>\b(?:mandatory|required|optional|available|set|specified|configured) (?:only )?(?:when|if) [^.;]{1,120}?),? and (?P<two>(?:the|its) (?:[a-z]+ )?(?:value|length) (?:ranges?\b|range is|must\b|can\b|cannot\b|is an?\b))", re.I),
        lambda found: f"{found['one']}.{_END}{capitalised(found['two'])}",
    ),
    # "The ID can contain up to 9 characters and must be set when …"
    (
        re.compile(r"(?P<one>(?:^|(?<=\. ))(?:The|It|Its|A|An|This) (?:(?!\b(?:when|if|unless)\b)[^.;])*\d(?:(?!\b(?:when|if|unless)\b)[^.;])*?),? and (?:it )?(?P<two>(?:must be (?:set|specified|configured|provided)|is (?:only )?(?:mandatory|required)|cannot be (?:set|specified|configured)) (?:only )?(?:when|if) )"),
        rf"\g<one>.{_END}It \g<two>",
    ),
    # "A maximum of 5 labels can be set, and they must be unique."
    (
        re.compile(r"(?<=[\w)›]),? and (?P<who>they|(?:the )?[a-z]+ [a-z]+s) (?P<how>must be unique|cannot be (?:duplicated?|repeated|the same))"),
        lambda found: f".{_END}{found['who'].capitalize()} {found['how']}",
    ),
    # "The password must meet the following requirements: Must be 8 to 26 characters long."
    (re.compile(r"(?P<of>requirements|rules):\s+(?=(?:Must|Cannot|Can|Contains?|Only|It|The)\s[a-z])"), rf"\g<of>.{_END}"),
    # "**300**s"
    (re.compile(r"(‹\d+›)(?=(?:ms|s|min|h|[KMGT]i?B)\b)"), r"\1 "),
    # "(Mandatory when …) Name of a lamp."
    (re.compile(r"^\((?P<note>(?:Mandatory|Required|Optional)\b[^()]*)\)\s*(?=[A-Z])"), rf"\g<note>.{_END}"),
    # "Each port ranges from 1 to 9, and up to 16 ports are allowed."
    (
        re.compile(r"(?P<one>(?:^|(?<=\. ))(?:(?!\b(?:when|if|unless|in|for)\b)[^.;])*[\w›]), and (?P<how>up to|a maximum of|at most) (?=(?:\d+|[a-z]+) [a-z ]{2,40} (?:are|is|can be) )", re.I),
        lambda found: f"{found['one']}.{_END}{found['how'].capitalize()} ",
    ),
    # "This parameter is mandatory when … and must not be set otherwise."
    (
        re.compile(r"(?P<one>\b(?:when|if) [^.;]{1,120}?),? (?:and|but) (?:it )?(?P<two>(?:must|cannot|can|should|is)\b[^.;,]{1,60}?) (?:otherwise|in (?:all )?other cases)(?=\.?$)", re.I),
        rf"\g<one>.{_END}Otherwise, it \g<two>",
    ),
    # "Value range: 1–60s Default value: 3s"
    (re.compile(r"(?<=[\w)›\]])\s+(?=Default value\s?[:：])"), _END),
    # "Value range: 1 to 65535 The value cannot …"
    (re.compile(r"(?<=\d)\s+(?=(?:The value|This parameter|It) (?:can|must|cannot)\b)"), _END),
    # "…; when x is b, the value …; otherwise, …": one more case.
    (re.compile(r"(?<=[\w›]);\s+otherwise(?=, )"), f".{_END}Otherwise"),
    (re.compile(r"(?<=[\w›]);\s+(?:and )?(when|if)(?= ‹)"), lambda found: f".{_END}{found[1].capitalize()}"),
    (re.compile(r"(‹[^‹›A-Za-z0-9]+›)\s+(?=(?:Max|The|It|Its|This|A)\s)"), rf"\1{_END}"),
)  # fmt: skip


def split(text: str) -> tuple[str, ...]:
    """The sentences of a passage."""
    for pattern, parted in _RUN_ON:
        text = pattern.sub(parted, text)
    return tuple(one for part in text.split(_END) for one in sentences(part))
