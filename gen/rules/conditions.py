"""Conditions: the words after *when* and *if*, as a three-valued condition on siblings.

Whatever does not speak of a sibling of the same table is :class:`Unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from gen.model import (
    AllOf,
    AnyOf,
    Condition,
    Default,
    Field,
    Is,
    Not,
    Present,
    Scalar,
    Unknown,
)
from gen.rules.about import About, kind_of, stems
from gen.rules.marked import VALUE, unmarked
from gen.rules.tokens import Trouble, resolve

_VAL = rf"(?:{VALUE}|\"[^\"]+\"|[A-Za-z0-9][\w.-]*)"
_NOTE = r"(?:\s*\([^()‹›]*\))?"
_VALS = rf"(?P<vals>{_VAL}{_NOTE}(?:\s*(?:,\s*(?:or\s+|and\s+)?|\bor\b|/)\s*{_VAL}{_NOTE})*)"
_SUBJECT = (
    r"(?:the\s+)?(?:value\s+of\s+)?(?:the\s+)?(?:parameter\s+|field\s+)?"
    r"(?:‹(?P<field>[^‹›]+)›(?:\s+(?:parameter|field|value|attribute))?|(?P<noun>[A-Za-z][A-Za-z0-9_ -]*?))"
    r"(?:\s+(?P<of>(?:of|in|for|under)\s+[^‹›]+?))?"
)
_IS = re.compile(
    rf"{_SUBJECT}\s+(?P<verb>(?:is|are|was|has been)(?P<not>\s+not)?(?:\s+(?:set|configured|specified)(?:\s+(?:to|as))?)?|set to|equals?(?:\s+to)?|=|takes the value)\s+(?:to\s+)?(?:the value\s+)?{_VALS}",
    re.I,
)
_GIVEN = re.compile(
    rf"{_SUBJECT}\s+(?:is|are|has been|exists?|does)\s*(?P<not>not\s+)?(?P<what>specified|configured|set|provided|present|included|passed|given|left blank|left empty|left unspecified|empty|blank|null|used|exist|transferred|carried)?(?P<rest>\s+or\s+(?:left\s+)?(?:empty|blank|null|not specified|an empty string))?",
    re.I,
)
# "you specify this parameter", "you do not set **x**"
_YOU = re.compile(
    r"you\s+(?P<not>(?:do not|don't)\s+)?(?:specify|set|configure|provide|enter)\s+(?:the\s+)?(?:parameter\s+)?(?:‹(?P<field>[^‹›]+)›(?:\s+parameter)?|(?P<noun>this (?:parameter|field)|it))",
    re.I,
)
# "**x** is enabled" of a boolean
_SWITCHED = re.compile(
    r"(?:the )?(?:parameter )?‹(?P<name>[^‹›]+)› is (?P<how>enabled|disabled)", re.I
)
_SELF = re.compile(
    r"(?:this (?:parameter|field)|the (?:parameter|field)|it|they|the parameter value|the value|its value)",
    re.I,
)


def parse(text: str, about: About, troubles: list[Trouble]) -> Condition:
    """The condition that ``text`` states about the siblings of ``about``; Unknown where it does not."""
    clean = re.sub(r"^(?:that|both|only)\s+", "", text.strip().rstrip(".:"), flags=re.I)
    clean = re.sub(r"(?<=[\w›])=(?=[\w‹\"])", " = ", clean)
    clean = _YOU_SET.sub(r"\g<name> is \g<value>", _EXPLAINED_NAME.sub(r"\g<name>", clean))
    absent = _OR_ABSENT.search(clean)
    if absent:
        return _or_absent(clean[: absent.start()], about, troubles)
    if shared := _SHARED.fullmatch(clean):
        each = tuple(
            parse(f"‹{name}› {shared['said']}", about, troubles)
            for name in re.findall(r"‹([^‹›]+)›", shared["names"])
        )
        return AnyOf(each) if re.search(r"\bor\b", shared["names"]) else AllOf(each)
    parts, joint = _parts(clean)
    if len(parts) > 1:
        inner = tuple(parse(part, about, troubles) for part in parts)
        return AllOf(inner) if joint == "and" else AnyOf(inner)
    spelt = re.search(r"\((?P<spelt>[^()]*‹[^()]*)\)$", clean)
    if spelt and "‹" not in clean[: spelt.start()]:
        # "BGP routing is used (**mode** is **bgp**)"
        return parse(re.sub(r"^that is,\s*", "", spelt["spelt"], flags=re.I), about, troubles)
    return _atom(clean, about, troubles) or Unknown(unmarked(text.strip().rstrip(".:")))


# "the kind of lamp (**type**) is **a**"
_EXPLAINED_NAME = re.compile(
    r"(?:^|(?<=\band )|(?<=\bor ))(?:the |an? )?[A-Za-z][A-Za-z -]{1,50} \((?P<name>‹[A-Za-z]\w*›)\)(?= (?:is|are|=|equals?)\b)"
)
# "you set **x** to **a**"
_YOU_SET = re.compile(r"you set (?P<name>‹[A-Za-z]\w*›) to (?P<value>‹[^‹›]+›)", re.I)
# "**x** and **y** are specified"
_SHARED = re.compile(
    r"(?:both |either |parameters )?(?P<names>‹[^‹›]+›(?:(?:,| and| or|, and|, or) ‹[^‹›]+›)+)(?: parameters| fields)? (?P<said>(?:is|are) (?:not )?(?:specified|configured|set|provided|empty|left blank|set to ‹[^‹›]+›))",
    re.I,
)
# "**x** is set to **false** or not specified"
_OR_ABSENT = re.compile(
    r"\s+or\s+(?:it\s+)?(?:is\s+)?(?:not\s+(?:specified|set|configured|provided|passed)|left\s+(?:blank|unspecified|empty))$",
    re.I,
)


def _or_absent(text: str, about: About, troubles: list[Trouble]) -> Condition:
    inner = parse(text, about, troubles)
    if not isinstance(inner, Is):
        return Unknown(unmarked(text))
    rules = about.siblings[inner.field].rules
    default = next((rule.value for rule in rules if isinstance(rule, Default)), None)
    # Where the value is the default, absence is the same case (DESIGN §2.2).
    return inner if default in inner.values else AnyOf((inner, Not(Present(inner.field))))


_CONNECT = re.compile(
    r",?\s+(?P<joint>and|or)\s+(?=(?:when\s+|if\s+|the\s+)?(?:value\s+of\s+)?(?:the\s+)?(?:parameter\s+)?(?:‹[^‹›]+›|[A-Za-z][\w -]*?)(?:\s+(?:of|in|for)\s+[^‹›,]+?)?(?:\s+(?:parameter|field|value))?\s+(?:is|are|equals?|=)\b)",
    re.I,
)


def _parts(text: str) -> tuple[list[str], str]:
    joints = {match["joint"].lower() for match in _CONNECT.finditer(text)}
    if len(joints) != 1:
        return [text], "and"
    pieces, at = [], 0
    for match in _CONNECT.finditer(text):
        pieces.append(text[at : match.start()])
        at = match.end()
    pieces.append(text[at:])
    return [re.sub(r"^(?:when|if)\s+", "", piece, flags=re.I) for piece in pieces], joints.pop()


def _atom(text: str, about: About, troubles: list[Trouble]) -> Condition | None:
    given = _GIVEN.fullmatch(text)
    if given and (given["what"] or "exist" in text):
        field = _field(given, about, troubles)
        if field is None:
            return None
        what = (given["what"] or "").lower()
        empty = what in ("left blank", "left empty", "left unspecified", "empty", "blank", "null")
        if empty and not given["not"] and what != "left unspecified":
            # An empty string counts as "left blank" too: absence is only one way to do that.
            return (
                AnyOf((Not(Present(field)), Is(field, ("",))))
                if _is_string(field, about)
                else Not(Present(field))
            )
        if what == "used" and not given["field"]:
            return None
        absent = bool(given["not"]) != empty
        return Not(Present(field)) if absent else Present(field)
    told = _YOU.fullmatch(text)
    if told:
        field = _field(told, about, troubles)
        present = None if field is None else Present(field)
        return Not(present) if present and told["not"] else present
    switched = _SWITCHED.fullmatch(text)
    name = switched["name"] if switched else ""
    if switched and name in about.siblings and kind_of(about.siblings[name].type) == "boolean":
        return Is(name, (switched["how"].lower() == "enabled",))
    match = _IS.fullmatch(text)
    if not match:
        return None
    field = _field(match, about, troubles)
    if field is None:
        return None
    bare = re.sub(r"\([^()‹›]*\)", "", match["vals"])
    tokens = re.findall(_VAL, re.sub(r"\b(?:or|and)\b", ",", bare))
    values = tuple(
        resolve(token, about.siblings.get(field, about.field), troubles) for token in tokens
    )
    if any(value is None for value in values):
        return None
    condition: Condition = Is(field, tuple(value[0] for value in values if value is not None))
    return Not(condition) if match["not"] else condition


def _exists(name: str, known: frozenset[str]) -> bool:
    last = re.split(r"[.:/]", name)[-1].lower()
    return last in known or name.lower() in known or last.rstrip("s") in known


def _is_string(field: str, about: About) -> bool:
    found = about.siblings.get(field, about.field)
    return found.type == Scalar("string")


def _field(match: re.Match[str], about: About, troubles: list[Trouble]) -> str | None:
    groups = match.groupdict()
    if groups.get("of"):
        return None
    if groups.get("field"):
        name = groups["field"].strip()
        if name in about.siblings:
            return name
        coined = re.fullmatch(r"[A-Za-z][\w.:-]*(?:_|[a-z][A-Z])\w*", name)
        if about.known and coined and not _exists(name, about.known):
            troubles.append(Trouble(f"no parameter of the service is named {name!r}"))
        return None
    noun = (groups.get("noun") or "").strip()
    if _SELF.fullmatch(noun) or noun == about.wire:
        return about.wire
    if noun.lower() in ("value", "parameter value", "parameter", "field"):
        # Beside a sibling of that name "the value" may be either.
        return None if noun.lower() in about.siblings else about.wire
    return by_words(noun, about.siblings)


def by_words(noun: str, siblings: Mapping[str, Field]) -> str | None:
    """The one sibling whose name has exactly the words of ``noun``: "the IKE version" → ``ike_version``."""
    if noun in siblings:
        return noun
    wanted = stems(re.sub(r"\b(?:parameter|field)\b", "", noun))
    found = [name for name in siblings if stems(name) == wanted]
    return found[0] if wanted and len(found) == 1 else None
