"""Makes the rules of one field agree with each other and with the values the docs name.

Where two sentences draw different bounds the wider ones hold; where a value that the docs
name (a default, "-1 means no limit") breaks a rule, the rule is advice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gen.findings import Finding, finding
from gen.model import (
    Charset,
    Choice,
    Count,
    Default,
    Deprecated,
    Form,
    Interface,
    Json,
    Length,
    Nullable,
    Pattern,
    Range,
    Unique,
    ValueRule,
    Variety,
)
from gen.rules import absence, default, form, interface, length, secret
from gen.rules.about import About, convert, is_nothing
from gen.rules.choices import choices
from gen.rules.illustrated import unrefuted
from gen.rules.reading import Reading
from gen.rules.unite import bounds, charsets, first, position
from gen.rules.verdict import as_number, keeps


def settle(reading: Reading, about: About) -> tuple[tuple[ValueRule, ...], list[Finding]]:
    """The field's rules, united and checked against each other, in a fixed order, with findings."""
    rules = [*reading.rules, *length.from_type_cell(about)]
    findings: list[Finding] = []
    if not any(isinstance(rule, (Form, Interface, Choice)) for rule in rules):
        rules += form.from_noun(about)
    united: list[ValueRule] = [
        *choices([rule for rule in rules if isinstance(rule, Choice)], reading),
        *bounds([rule for rule in rules if isinstance(rule, Range)], about, findings),
        *bounds([rule for rule in rules if isinstance(rule, Length)], about, findings),
        *charsets([rule for rule in rules if isinstance(rule, Charset)], reading),
        *(rule for rule in rules if isinstance(rule, (Variety, Pattern))),
        *_narrowed(first([rule for rule in rules if isinstance(rule, Form)]), reading),
        *interface.united([rule for rule in rules if isinstance(rule, Interface)]),
        *bounds([rule for rule in rules if isinstance(rule, Count)], about, findings),
        *first([rule for rule in rules if isinstance(rule, Unique)]),
        *first([rule for rule in rules if isinstance(rule, Nullable)]),
        *first([rule for rule in rules if isinstance(rule, Deprecated)]),
        *secret.read(about),
    ]
    united = [_allowing_empty(rule, reading) for rule in united]
    stated = [rule for rule in rules if isinstance(rule, Default)]
    if any(
        _OTHER_DEFAULT.match(text) and not (_is_own(text, about) or _is_same(text, stated))
        for text, _, _ in reading.sentences
    ):
        # "The default value is 7. When …, the default value is 0.": it depends.
        stated = []
    defaults = _defaults(_of_members(stated, united), about, findings)
    named = _named_values(about, reading, united)
    for one in defaults:
        named.append((one.value, f"the documented default {one.value!r} breaks it"))
    united = [_demoted(rule, named, about, findings) for rule in united]
    return (*unrefuted(united, reading, about), *defaults), findings


_OTHER_DEFAULT = re.compile(r"(?:when|if)\b.*,\s*(?:the|its) default(?: value)? is\b", re.I | re.S)


def _is_same(text: str, stated: Sequence[Default]) -> bool:
    """ "If there is none, the default value is **0**." beside "Default: 0" """
    told = re.search(r"default(?: value)? is ‹(?P<value>[^‹›]+)›\.?$", text)
    return bool(told and stated and all(str(one.value) == told["value"] for one in stated))


def _is_own(text: str, about: About) -> bool:
    return absence.without_self_absent(text, about) != text


def _allowing_empty(rule: ValueRule, reading: Reading) -> ValueRule:
    if "empty" not in reading.notes:
        return rule
    if isinstance(rule, Length) and rule.minimum:
        return replace(rule, minimum=0)
    if (
        isinstance(rule, Choice)
        and rule.certainty == "hard"
        and "" not in rule.values
        and all(isinstance(value, str) for value in rule.values)
    ):
        return replace(
            rule, values=(*rule.values, ""), meanings=(*rule.meanings, "") if rule.meanings else ()
        )
    if isinstance(rule, (Form, Pattern, Variety, Interface)) and rule.certainty == "hard":
        return replace(rule, certainty="advice", reason="the value may be empty, too")
    return rule


def _narrowed(rules: list[ValueRule], reading: Reading) -> list[ValueRule]:
    """ "The value must be a valid IP address. IPv6 addresses are not supported." """
    if "no-ipv6" not in reading.notes:
        return rules
    return [
        (
            replace(rule, forms=tuple(name for name in rule.forms if "ipv6" not in name))
            if isinstance(rule, Form) and not all("ipv6" in name for name in rule.forms)
            else rule
        )
        for rule in rules
    ]


def _of_members(rules: list[Default], united: Sequence[ValueRule]) -> list[Default]:
    """ "The default format is GZIP" speaks of the field where its own list has that value."""
    known = [value for rule in united if isinstance(rule, Choice) for value in rule.values]
    found: list[Default] = []
    for rule in rules:
        if rule.reason != default.NEEDS_MEMBER:
            found.append(rule)
            continue
        same = [one for one in known if str(one).casefold() == str(rule.value).casefold()]
        if is_nothing(str(rule.value)) and rule.value not in same:
            continue
        if len(same) == 1:
            found.append(replace(rule, value=same[0], certainty="hard", reason=""))
    return found


def _defaults(rules: list[Default], about: About, findings: list[Finding]) -> list[Default]:
    values: list[Json] = []
    for rule in rules:
        if not any(rule.value == value and type(rule.value) is type(value) for value in values):
            values.append(rule.value)
    if len(values) > 1:
        shown = " and ".join(repr(value) for value in values)
        findings.append(
            finding(
                "TW404",
                f"{about.wire}: the text gives different defaults, {shown}",
                position(about),
                "name one default, or say which holds when",
            )
        )
        return []
    hard = [rule for rule in rules if rule.certainty == "hard"]
    return hard[:1]


# "0 indicates …", "set it to -1", "the value is **a**": values that the docs themselves name.
_NAMES = (
    re.compile(r"‹(?P<v>-\d+)›"),
    re.compile(r"‹(?P<v>[^‹›\s]{1,40})›(?:\s*\([^()]*\))?\s+(?:indicates?|means?|specifies|represents|is (?:returned|used))", re.I),
    re.compile(r"(?:\bset (?:this (?:parameter|field)|it|the value) to|\b(?:this [a-z]+|the (?:parameter |field )?value|it|its value) (?:is|can be|may be|can also be|is set to|must be)(?: set to)?|\bthe value)\s+(?:either )?‹?(?P<v>‹[^‹›\s]{1,40}›|-?\d+(?=\s*(?:[.,;:)]|$|indicat|mean|by default)))", re.I),
    re.compile(r"^(?P<v>-\d+(?=\s*(?::|indicates|means|\())|\d+(?=\s+(?:indicates|means)\b))", re.I),
    re.compile(r"^(?:if|when) (?:this (?:parameter|field)|the (?:parameter |field )?value|it|the (?:parameter|field))\b[^,]*?\b(?:is|set to|or|equals?(?: to)?) (?P<v>‹[^‹›\s]+›|-?\d+)(?=\s*(?:,|or\b|\())", re.I),
    re.compile(r"\bvalue\s+(?P<v>-?\d+)\s+(?:indicates|means)", re.I),
)  # fmt: skip


def _named_values(
    about: About, reading: Reading, rules: Sequence[ValueRule]
) -> list[tuple[Json, str]]:
    found: list[tuple[Json, str]] = []
    kind = about.value_kind
    for text, _, _ in reading.sentences:
        if re.search(r"\bfor example|such as|e\.g\.", text, re.I):
            continue
        about_member = re.match(r"‹(?P<v>[^‹›]+)›\s*[:(]", text)
        for grammar in _NAMES:
            for match in grammar.finditer(text):
                if about_member and match.start() > about_member.end():
                    # What a member's explanation names is a value of something else.
                    continue
                subject = re.match(
                    r"(?:if|when|the)?\s*(?:value of )?(?:the )?(?:parameter )?‹(?P<name>[^‹›]+)›\s+(?:is|parameter)",
                    text,
                    re.I,
                )
                if subject and subject["name"] != about.wire and subject["name"] in about.siblings:
                    continue
                ok, value = convert(match["v"].strip("‹›"), kind)
                if ok and match["v"].strip("‹›") not in about.siblings:
                    found.append((value, f"the docs name the value {value!r}, too"))
    return found


def _demoted(
    rule: ValueRule, named: Sequence[tuple[Json, str]], about: About, findings: list[Finding]
) -> ValueRule:
    if rule.certainty == "advice" or not isinstance(
        rule, (Choice, Range, Length, Charset, Form, Pattern, Interface, Variety)
    ):
        return rule
    for value, why in named:
        probe = [value] if rule.target == "items" and not isinstance(value, list) else value
        if isinstance(rule, Range) and as_number(value) is None:
            continue
        if keeps(rule, probe):
            continue
        if isinstance(rule, Choice) and "default" not in why:
            if about.value_kind != "integer":
                return replace(rule, certainty="advice", reason=why)
            # "1, 5, or 15. If the value is 0, …": one more of them.
            rule = replace(rule, values=(*rule.values, value))
            continue
        if "default" in why:
            findings.append(
                finding(
                    "TW405",
                    f"{about.wire}: {why}: {rule.sentence!r}",
                    position(about),
                    "correct the default or the bound",
                )
            )
        return replace(rule, certainty="advice", reason=why)
    return rule
