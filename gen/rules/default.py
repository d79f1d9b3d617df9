"""Default: what the service assumes where the field is absent. Documented, never sent."""

from __future__ import annotations

import re
from dataclasses import replace

from gen.model import Array, Default, Json
from gen.rules.about import About, convert, definition, head_phrase, is_nothing, stem, stems
from gen.rules.listed import is_coined
from gen.rules.marked import VALUE, unmarked, values
from gen.rules.numbers import NUMBER, UNIT
from gen.rules.said import Hit, Said, common

# "The default pool is used." names no value.
_NO_DEED = (
    r"(?!(?:used|applied|adopted|assumed|taken|returned|generated|selected|displayed|queried)\b)"
)
_TOKEN = rf"""(?:{VALUE}|⟨(?:true|false|\d+)⟩|"[^"]*"|{NUMBER}{UNIT}?|\b(?:true|false|null|empty|blank|none)\b|an empty string|{_NO_DEED}[A-Za-z][\w.:/-]*(?=\s*(?:$|[.,;(]|\band\b)))"""
# "The default value is **a**." — "Its default is 15" — "defaults to **a**" — "Default: **a**"
_IS = re.compile(
    rf"\b(?:default(?:ed)?(?: (?:value|setting|number|type|mode))?(?: of (?:this|the) (?:parameter|field|value)| of which| on each page| (?:of|for) (?:the )?(?:parameter )?‹(?P<whose>[^‹›]+)›(?: parameter| field)?| for this parameter)?\s*(?:is(?: set to)?|:|=|are)|defaults to|default value(?=\s*(?:‹|\d|\"))|\ba default value of)\s*(?P<value>{_TOKEN})"
    r"(?:\s*\([^()]*\))?(?: (?:is used|will be used|by default|is applied|applies))?",
    re.I,
)
# "from 1 to 720, default 72"
_AFTER_COMMA = re.compile(
    rf"(?:^|[,;(]\s*)(?:and )?(?:(?:the )?default:? (?P<value>{VALUE}|\"[^\"]+\"|{NUMBER})|(?P<used>{VALUE}|{NUMBER}|\b(?:true|false)) by default)(?=\s*(?:[.;)]|$))",
    re.I,
)
# "The default unit is **seconds**." — "Default retention period: **3600**"
_NOUN = re.compile(
    rf"\bdefault (?P<noun>(?!values?\b|settings?\b)[A-Za-z]+(?: [A-Za-z]+){{0,2}}?)(?: is(?: set to)?|:)\s*(?P<value>{_TOKEN})(?:\s*\([^()]*\))?",
    re.I,
)
NEEDS_MEMBER = "it is the default of a part, unless the value is one of the field's own"
"""Reason of a default that holds only where the field's own list has it (see :mod:`gen.rules.settle`)."""
GIVEN = rf"(?:{VALUE}|\"[^\"]+\"|{NUMBER}{UNIT}?|\b(?:true|false)\b)"
# "By default, this parameter is set to **a**." — "By default, **a** is used."
_OPENING = re.compile(
    rf"^by default,? (?:the (?P<noun>(?!(?:value|parameter|field|default)\b)[a-z]+(?: [a-z]+)?) is (?P<of>{GIVEN})\.?$|(?:this (?:parameter|field)|the (?:parameter |field )?value(?: of this parameter)?|it|the parameter) (?:is|will be) (?:set to )?(?P<value>{GIVEN})(?=\s*(?:\.?$|,|\())"
    rf"|(?:the value |the (?:system|service) uses )?(?P<used>{GIVEN})(?: (?:is|will be) used)?\.?$)",
    re.I,
)
# "**a** is used by default." — "**a** is the default value."
_USED = re.compile(
    rf"(?:^|\band )(?:the value )?(?P<value>{GIVEN}) (?:is|are|will be) (?:(?:used|returned) by default|the default (?:value|option|setting)\b)",
    re.I,
)
# "IPv4 is used by default."
_USED_COINED = re.compile(
    r"^(?P<value>[A-Za-z0-9][\w.-]*) (?:is|will be) used by default\.?$", re.I
)
# "**a**: the first. This is the default value." — "**a**: the first (default)"
_OF_MEMBER = re.compile(
    rf"^(?P<value>{VALUE}|[A-Za-z0-9][\w.-]*)(?:\s*(?:\([^()]*\)\s*)?[:,.(-].*)(?:\b(?:this|it|which) is (?:the |a )?default\b(?! \w+ (?:of|for))(?: value| option| setting| mode| type)?|\((?:the )?default(?: value)?\))\.?$",
    re.I | re.S,
)
# "is **a** by default" — "The system sets it to **a** by default."
_BY_DEFAULT = re.compile(
    rf"\b(?:is|set to|value is|uses?|sets? (?:it|this (?:parameter|field)|the (?:parameter )?value) to)\s+(?P<value>{GIVEN})(?:\s*\([^()]*\))? by default\b",
    re.I,
)
_MARKED_DEFAULT = re.compile(
    rf"(?P<value>{VALUE})\s*(?::\s*)?\((?:the )?default(?: value| option| type)?\)", re.I
)
_IN_MARK = re.compile(r"‹(?P<value>[^‹›]+?)\s*\(default(?: value)?\)›", re.I)


def read(said: Said, about: About) -> list[Hit]:
    """The default that one sentence states. Prose, ``N/A`` and ``None`` are no value."""
    text = said.text
    if not re.search("default", text, re.I) and said.label != "default":
        return []
    if said.label == "default" and (whole := _whole(said, about)):
        return whole
    for pattern in (_IS, _OPENING, _USED, _BY_DEFAULT, _IN_MARK, _MARKED_DEFAULT, _AFTER_COMMA):
        match = pattern.search(text)
        if match and (match.groupdict().get("whose") or about.wire) == about.wire:
            if pattern in (_IS, _BY_DEFAULT) and _SCOPED.match(text[match.end() :]):
                return [Hit(match.start(), match.end())]
            noun = match.groupdict().get("noun")
            if noun and not names_field(noun, about):
                continue
            given = match["value"] or match.groupdict().get("of") or match["used"]
            rule = _rule(given, said, about) or _word_like_none(given, said, about)
            within = pattern in (_IN_MARK, _MARKED_DEFAULT)
            # A note within a list of values takes no text away from the list.
            end = match.start() if within else match.end()
            own = _is_of_the_field(match)
            return [Hit(match.start(), end, (rule,) if rule else (), subject=own)]
    coined = _USED_COINED.match(text)
    if (
        coined
        and (is_coined(coined["value"]) or coined["value"].isupper())
        and (rule := _rule(coined["value"], said, about))
    ):
        return [Hit(coined.start(), coined.end(), (rule,), subject=True)]
    match = _NOUN.search(text)
    if match and (rule := _rule(match["value"], said, about)):
        if not names_field(match["noun"], about):
            rule = replace(rule, certainty="advice", reason=NEEDS_MEMBER)
        return [Hit(match.start(), match.end(), (rule,), subject=True)]
    return []


def _is_of_the_field(match: re.Match[str]) -> bool:
    """Whether a match tells by itself that its default is the field's; else the subject before it does."""
    before = match.string[: match.start()]
    if match.re is _IS:
        # "NFS is supported and the | default value is **NFS**."
        return "‹" not in before and re.search(r"(?:,|\band) the $", before, re.I) is not None
    if match.re is _BY_DEFAULT:
        # "The quota of lamps | is 100 by default.": is the field that quota?
        other = match[0].lower().startswith("is ") and not before.lower().endswith("which ")
        return not other and not re.search(r"\bquota\b", before, re.I)
    return True


def _word_like_none(text: str, said: Said, about: About) -> Default | None:
    """ "The default value is **none**." is one only where the field's own list has it."""
    word = re.fullmatch(r"‹(?P<word>none|null|no|na)›", text)
    if word is None or about.kind != "string":
        return None
    doubtful = common(said, about, target="value", reason=NEEDS_MEMBER)
    return Default(value=word["word"], text=said.quote, **doubtful)


# "8 for an IPv4 subnet and 64 for an IPv6 one", "10 in cluster mode": one of several.
_SCOPED = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:for (?!this\b|the (?:parameter|field|value)\b|it\b)|(?:in|when|if) (?!the unit|seconds|minutes|hours|days|[KMG]i?B|this|it\b|the (?:parameter|field))(?=\w))",
    re.I,
)


def names_field(noun: str, about: About) -> bool:
    """ "keyword", "retention period": whether it is what the field is, and not a part of it."""
    head = stem(noun.split()[-1].lower())
    phrase = head_phrase(definition(about.field.description))
    defined = re.findall(r"[A-Za-z]+", phrase)
    known = {*about.names, *([stem(defined[-1].lower())] if defined else [])}
    named = stems(noun) - {
        "period",
        "number",
        "size",
        "time",
        "duration",
        "type",
        "mode",
        "setting",
    }
    if named and named <= about.names:
        return True
    return any(head == name or (len(name) > 2 and head.startswith(name)) for name in known)


def of_member(said: Said, about: About) -> list[Default]:
    """The default that a member of a list says that it is: "**a**: the first (default)"."""
    match = _OF_MEMBER.match(said.text.strip())
    rule = _rule(match["value"], said, about) if match else None
    return [rule] if rule else []


def is_conditional(text: str) -> bool:
    """Whether a list item tells of a default that holds only in a case: "the default when …"."""
    return bool(
        re.search(
            r"\b(?:when|if|for)\b[^()]*\bdefault\b|\bdefault\b[^()]*\b(?:when|if|for)\b|default (?:type|policy|project|enterprise)",
            text,
            re.I,
        )
    )


def _whole(said: Said, about: About) -> list[Hit]:
    text = said.text.strip()
    root = text == "/" and about.topic & {"path", "url", "uri", "directory"}
    if is_nothing(text) and text not in ("‹NONE›", "‹/›") and not root:
        # "Default: **na**" is one only where the field's own list has it.
        word = re.fullmatch(r"‹(?P<word>[a-z]+)›", text) if about.kind == "string" else None
        if word is None:
            return [Hit(0, len(said.text))]
        doubtful = common(said, about, target="value", reason=NEEDS_MEMBER)
        return [Hit(0, len(said.text), (Default(value=word["word"], text=said.quote, **doubtful),))]
    match = re.fullmatch(
        rf"(?:(?:the )?default(?: value)? is )?(?P<value>{_TOKEN})(?:\s*\([^()]*\))?\.?(?:\s*[,(].*)?",
        text,
        re.I | re.S,
    )
    # "1,2,3" is one string.
    bare = re.fullmatch(r"(?P<value>[\w.:/+-]+(?:,[\w.:/+-]+)*)\.?", text)
    match = bare or match
    if not match:
        return []
    rule = _rule(match["value"], said, about)
    return [Hit(0, len(said.text), (rule,) if rule else ())]


def _rule(text: str, said: Said, about: About) -> Default | None:
    marked_values = values(text)
    token = marked_values[0] if marked_values else text.strip().rstrip(".")
    token = unmarked(token)
    number = re.fullmatch(rf"(\d[\d,.]*){UNIT}", token)
    if number and about.kind in ("integer", "number"):
        token = number[1]
    ok, value = _value(token, about)
    if not ok:
        return None
    return Default(value=value, text=said.quote, **common(said, about, target="value"))


def _value(token: str, about: About) -> tuple[bool, Json]:
    if token in ('""', "''") or token.lower() == "an empty string":
        return (True, "") if about.kind == "string" else (False, None)
    # Only a word in capitals that the field's own list has can be meant as "NONE".
    if (is_nothing(token) and token not in ("NONE", "/")) or token.lower() in (
        "empty",
        "blank",
        "null",
        "unlimited",
        "automatically",
        "left",
    ):
        return False, None
    if isinstance(about.field.type, Array):
        return (True, []) if token == "[]" else (False, None)
    if re.search(r"[{}<>*]|x{4,}", token) and not re.fullmatch(r"\$\{\w+\}", token):
        return False, None
    if about.kind == "any":
        # Without a type column only a word is text for sure.
        return (not re.fullmatch(r"-?[\d.]+|true|false", token, re.I), token)
    return convert(token, about.kind)
