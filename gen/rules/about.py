"""What a sentence is about: the field, its type, its siblings, and the words that name it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default_of
from typing import Literal

from gen.document import Paragraph, Prose, plain
from gen.model import Array, Direction, Field, Free, Json, Map, Ref, Scalar, Target, Type

Kind = Literal["string", "integer", "number", "boolean", "any", "file", "object", "array"]

_STOP = frozenset(
    "a an the of in on for to and or is are be by this that which its it specifies indicates"
    " value values parameter field following with from as".split()
)


# Names are cut short where the prose spells out.
_SHORT = {
    "desc": "description", "addr": "address", "addrs": "addresses", "pwd": "password", "admin": "administrator",
    "passwd": "password", "num": "number", "cfg": "configuration", "config": "configuration",
    "ids": "id", "ips": "ip", "min": "minimum", "max": "maximum", "msg": "message", "spec": "specification", "specs": "specifications", "img": "image",
}  # fmt: skip


def words(text: str) -> tuple[str, ...]:
    """The lower-case words of an identifier or a phrase: ``ikeVersion`` → ``ike``, ``version``."""
    parts = re.findall(r"[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", text)
    return tuple(_SHORT.get(part.lower(), part.lower()) for part in parts)


def stem(word: str) -> str:
    """The singular, roughly: what makes ``subnets`` and ``subnet`` the same word."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "shes", "ches", "zzes")) and len(word) > 4:
        return word[:-2]
    if word.endswith(("uses", "iases")) and len(word) > 4:
        # "statuses", "aliases": what is left ends in an s of its own.
        return stem(word[:-2])
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word) for word in words(text) if word not in _STOP)


def kind_of(type_: Type) -> Kind:
    """A type as one word."""
    match type_:
        case Scalar(kind=kind):
            return kind
        case Array():
            return "array"
        case Map() | Ref() | Free():
            return "object"


@dataclass(frozen=True, slots=True)
class About:
    """A field in its surroundings. ``siblings`` by wire name, the field itself among them.

    ``known`` are the wire names of all fields of the service, lower case; empty where nobody asked.
    ``title`` are the words of the caption or page, ``item_fields`` the wire names of
    the objects an array holds. ``in_body`` when conditions on siblings can be checked.
    """

    field: Field
    siblings: Mapping[str, Field] = default_of(default_factory=dict)
    direction: Direction = "request"
    title: str = ""
    item_fields: tuple[str, ...] = ()
    in_body: bool = True
    location: str = ""
    known: frozenset[str] = frozenset()

    @property
    def wire(self) -> str:
        """The key on the wire."""
        return self.field.wire

    @property
    def kind(self) -> Kind:
        """The field's own type."""
        return kind_of(self.field.type)

    @property
    def value_kind(self) -> Kind:
        """The type that a rule about "the value" is about: an array's items, where they are scalars."""
        type_ = self.field.type
        return kind_of(type_.items) if isinstance(type_, Array) else kind_of(type_)

    @property
    def target(self) -> Target:
        """Where a rule about "the value" goes."""
        return "items" if isinstance(self.field.type, Array) else "value"

    @property
    def names(self) -> frozenset[str]:
        """The stems of the field's name."""
        return stems(self.wire)

    @property
    def topic(self) -> frozenset[str]:
        """The stems of the name and of the sentence that defines the field."""
        return self.names | stems(definition(self.field.description))


# What may stand before it: a heading, and in which case the field is needed.
_NO_DEFINITION = re.compile(
    r"(?:definition|function description)[: ]*$|(?:this (?:parameter|field)|it) (?:is|must be) (?:\w+ )?(?:mandatory|optional|required|available|valid|specified|set)\b",
    re.I,
)


def definition(prose: Prose) -> str:
    """The first sentence of a description that says what the field is."""
    for block in prose:
        text = plain(block) if not isinstance(block, Paragraph) else block.text
        if text.strip() and not _NO_DEFINITION.match(text.strip()):
            return re.split(r"(?<=[.;])\s", text.strip(), maxsplit=1)[0]
    return ""


# What adds to a head noun.
_BEHIND_HEAD = re.compile(
    r"\b(?:of|for|in|to|that|which|on|with|used|by|when|whose|about|at)\b|[,.(]", re.I
)


def head_phrase(text: str) -> str:
    """The words up to what adds to their head noun: "Specifies the number of lamps" → "the number "."""
    return _BEHIND_HEAD.split(re.sub(r"^(?:specifies|indicates)\s+", "", text, flags=re.I))[0]


_NONE = frozenset(("n/a", "na", "none", "-", "--", "/", "null", "not applicable", "no", "nil", ""))


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say: ``N/A``, ``None``, ``-``."""
    return text.strip(" .‹›\"'").lower() in _NONE


def convert(text: str, kind: Kind) -> tuple[bool, Json]:
    """``text`` as a value of ``kind``: (whether it is one, the value)."""
    plain_text = text.strip()
    if len(plain_text) > 1 and plain_text[0] == plain_text[-1] and plain_text[0] in "\"'":
        plain_text = plain_text[1:-1]
    match kind:
        case "integer":
            digits = plain_text.replace(",", "")
            return (True, int(digits)) if re.fullmatch(r"-?\d+", digits) else (False, None)
        case "number":
            if re.fullmatch(r"-?\d+", plain_text):
                return True, int(plain_text)
            return (
                (True, float(plain_text))
                if re.fullmatch(r"-?\d+\.\d+", plain_text)
                else (False, None)
            )
        case "boolean":
            low = plain_text.lower()
            return (True, low == "true") if low in ("true", "false") else (False, None)
        case "string":
            return True, plain_text
        case _:
            return False, None
