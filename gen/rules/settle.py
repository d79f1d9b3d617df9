"""Makes the rules of one field agree with each other and with the values the docs name.

Where two sentences draw different bounds the wider ones hold; where a value that the docs
name (a default, "-1 means no limit") breaks a rule, the rule is advice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gen.findings import Finding, Position, finding
from gen.model import (
    Charset,
    CharSet,
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
from gen.rules import form, interface, length, secret
from gen.rules.about import About, convert
from gen.rules.reader import Reading
from gen.rules.verdict import as_number, keeps

Bounded = (Range, Length, Count)


def settle(reading: Reading, about: About) -> tuple[tuple[ValueRule, ...], list[Finding]]:
    """The field's rules, united and checked against each other, in a fixed order, with findings."""
    rules = [*reading.rules, *length.from_type_cell(about)]
    findings: list[Finding] = []
    if not any(isinstance(rule, (Form, Interface, Choice)) for rule in rules):
        rules += form.from_noun(about)
    united: list[ValueRule] = [
        *_choices([rule for rule in rules if isinstance(rule, Choice)]),
        *_bounds([rule for rule in rules if isinstance(rule, Range)], about, findings),
        *_bounds([rule for rule in rules if isinstance(rule, Length)], about, findings),
        *_charsets([rule for rule in rules if isinstance(rule, Charset)], reading),
        *(rule for rule in rules if isinstance(rule, (Variety, Pattern))),
        *_first([rule for rule in rules if isinstance(rule, Form)]),
        *interface.united([rule for rule in rules if isinstance(rule, Interface)]),
        *_bounds([rule for rule in rules if isinstance(rule, Count)], about, findings),
        *_first([rule for rule in rules if isinstance(rule, Unique)]),
        *_first([rule for rule in rules if isinstance(rule, Nullable)]),
        *_first([rule for rule in rules if isinstance(rule, Deprecated)]),
        *secret.read(about),
    ]
    united = [_allowing_empty(rule, reading) for rule in united]
    defaults = _defaults([rule for rule in rules if isinstance(rule, Default)], about, findings)
    named = _named_values(about, reading, united)
    for default in defaults:
        named.append((default.value, f"the documented default {default.value!r} breaks it"))
    united = [_demoted(rule, named, about, findings) for rule in united]
    return (*united, *defaults), findings


def _first(rules: Sequence[ValueRule]) -> list[ValueRule]:
    hard = [rule for rule in rules if rule.certainty == "hard"]
    forms = {rule.forms for rule in hard if isinstance(rule, Form)}
    if len(forms) > 1:
        every = tuple(dict.fromkeys(name for names in sorted(forms) for name in names))
        first = hard[0]
        assert isinstance(first, Form)
        return [replace(first, forms=every)]
    return [*(hard or rules)[:1]]


def _choices(rules: list[Choice]) -> list[Choice]:
    hard = [rule for rule in rules if rule.certainty == "hard"]
    if not hard:
        return rules[:1]
    if len({rule.target for rule in hard}) > 1:
        return hard[:1]
    values: list[Json] = []
    meanings: list[str] = []
    for rule in hard:
        for at, value in enumerate(rule.values):
            meaning = rule.meanings[at] if at < len(rule.meanings) else ""
            if not any(value == other and type(value) is type(other) for other in values):
                values.append(value)
                meanings.append(meaning)
            elif meaning:
                index = values.index(value)
                meanings[index] = meanings[index] or meaning
    return [replace(hard[0], values=tuple(values), meanings=tuple(meanings))]


def _bounds(rules: Sequence[Range | Length | Count], about: About, findings: list[Finding]) -> list[ValueRule]:
    hard = [rule for rule in rules if rule.certainty == "hard"]
    if not hard:
        return _meet(rules)
    whole = {(rule.minimum, rule.maximum) for rule in hard if None not in (rule.minimum, rule.maximum)}
    if isinstance(hard[0], Range) and len(whole) > 1:
        findings.append(_disagree(about, hard))
        return [replace(rule, certainty="advice", reason="the docs give two ranges") for rule in hard]
    lows = [rule.minimum for rule in hard if rule.minimum is not None]
    # "cannot be negative" beside "from 1 to 100" says nothing more.
    exact = [rule.minimum for rule in hard if rule.minimum is not None and not re.search(r"negative|positive", rule.sentence, re.I)]
    lows = exact or lows
    highs = [rule.maximum for rule in hard if rule.maximum is not None]
    if len(set(highs)) > 1 or len({low for low in lows if low > 1}) > 1:
        findings.append(_disagree(about, hard))
    # A lower bound of 1 beside one of 0 comes from "cannot be empty": the stricter sentence is the clearer.
    low = min(lows) if lows else None
    high = max(highs) if highs else None
    if low is not None and high is not None and low > high:
        return [replace(rule, certainty="advice", reason="the docs' bounds contradict each other") for rule in hard]
    sentence = " ".join(dict.fromkeys(rule.sentence for rule in hard))
    base = hard[0]
    if isinstance(base, Range):
        exclusive_low = any(isinstance(rule, Range) and rule.exclusive_minimum and rule.minimum == low for rule in hard)
        exclusive_high = any(isinstance(rule, Range) and rule.exclusive_maximum and rule.maximum == high for rule in hard)
        if low is not None and low == high and (exclusive_low or exclusive_high or low > 1):
            return [replace(base, minimum=low, maximum=high, sentence=sentence, certainty="advice", reason="a range of one number counts digits, more likely")]
        return [replace(base, minimum=low, maximum=high, exclusive_minimum=exclusive_low, exclusive_maximum=exclusive_high, sentence=sentence)]
    return [
        replace(base, minimum=None if low is None else int(low), maximum=None if high is None else int(high), sentence=sentence)
    ]  # fmt: skip


def _meet(rules: Sequence[Range | Length | Count]) -> list[ValueRule]:
    return list(dict.fromkeys(rules))[:2]


def _disagree(about: About, rules: Sequence[ValueRule]) -> Finding:
    said = " / ".join(f"{rule.sentence!r}" for rule in rules[:2])
    return finding("TW403", f"{about.wire}: two sentences draw different bounds: {said}", _position(about))


def _charsets(rules: list[Charset], reading: Reading) -> list[Charset]:
    found: list[Charset] = []
    for where in ("all", "none", "first", "not-first", "last", "not-last"):
        group = [rule for rule in rules if rule.where == where]
        hard = [rule for rule in group if rule.certainty == "hard"]
        if where == "all" and hard:
            # "Can contain letters and digits." — "Can contain the following special characters: …"
            sets = [rule.allowed for rule in group]
            open_end = any(re.search(r"\bcharacters?\b.*\b(?:can|allowed|supported|including|contain)|\b(?:letters|digits|special characters)\b", text) for text in reading.unread)
            one = replace(hard[0], allowed=_union(sets))
            if open_end:
                one = replace(one, certainty="advice", reason="the docs say more of its characters than is understood")
            found.append(one)
        elif where in ("first", "last") and len(hard) > 1:
            found.append(replace(hard[0], allowed=_union([rule.allowed for rule in hard])))
        else:
            found += (hard or group)[: 1 if where != "none" else 4]
    return found


def _union(sets: list[CharSet]) -> CharSet:
    order = ("upper", "lower", "letter", "digit", "hex", "any-letter", "space", "any-special")
    names = {name for one in sets for name in one.classes}
    return CharSet(
        tuple(name for name in order if name in names),  # type: ignore[misc]
        "".join(sorted({char for one in sets for char in one.extra})),
    )


def _allowing_empty(rule: ValueRule, reading: Reading) -> ValueRule:
    if "empty" not in reading.notes:
        return rule
    if isinstance(rule, Length) and rule.minimum:
        return replace(rule, minimum=0 if rule.maximum is not None else 0)
    if isinstance(rule, Choice) and rule.certainty == "hard" and "" not in rule.values and all(isinstance(value, str) for value in rule.values):
        return replace(rule, values=(*rule.values, ""), meanings=(*rule.meanings, "") if rule.meanings else ())
    if isinstance(rule, (Form, Pattern, Variety, Interface)) and rule.certainty == "hard":
        return replace(rule, certainty="advice", reason="the value may be empty, too")
    return rule


def _defaults(rules: list[Default], about: About, findings: list[Finding]) -> list[Default]:
    values: list[Json] = []
    for rule in rules:
        if not any(rule.value == value and type(rule.value) is type(value) for value in values):
            values.append(rule.value)
    if len(values) > 1:
        shown = " and ".join(repr(value) for value in values)
        findings.append(finding("TW404", f"{about.wire}: the text gives different defaults, {shown}", _position(about)))
        return []
    hard = [rule for rule in rules if rule.certainty == "hard"]
    return hard[:1]


# "0 indicates …", "set it to -1", "the value is **a**": values that the docs themselves name.
_NAMES = (
    re.compile(r"‹(?P<v>[^‹›\s]{1,40})›(?:\s*\([^()]*\))?\s+(?:indicates?|means?|specifies|represents|is (?:returned|used))", re.I),
    re.compile(r"(?:\bset (?:this (?:parameter|field)|it|the value) to|\b(?:this (?:parameter|field)|the (?:parameter |field )?value|it|its value) (?:is|can be|may be|can also be|is set to|must be)(?: set to)?|\bthe value)\s+(?:either )?‹?(?P<v>‹[^‹›\s]{1,40}›|-?\d+(?![\w.%-]))", re.I),
    re.compile(r"^(?P<v>-\d+)\s*(?::|indicates|means|\()", re.I),
    re.compile(r"\bvalue\s+(?P<v>-?\d+)\s+(?:indicates|means)", re.I),
)  # fmt: skip


def _named_values(about: About, reading: Reading, rules: Sequence[ValueRule]) -> list[tuple[Json, str]]:
    found: list[tuple[Json, str]] = []
    kind = about.value_kind
    for text, _, _ in reading.sentences:
        if re.search(r"\bfor example|such as|e\.g\.", text, re.I):
            continue
        for grammar in _NAMES:
            for match in grammar.finditer(text):
                subject = re.match(r"(?:if|when|the)?\s*(?:value of )?(?:the )?(?:parameter )?‹(?P<name>[^‹›]+)›\s+(?:is|parameter)", text, re.I)
                if subject and subject["name"] != about.wire and subject["name"] in about.siblings:
                    continue
                ok, value = convert(match["v"].strip("‹›"), kind)
                if ok and match["v"].strip("‹›") not in about.siblings:
                    found.append((value, f"the docs name the value {value!r}, too"))
    return found


def _demoted(rule: ValueRule, named: Sequence[tuple[Json, str]], about: About, findings: list[Finding]) -> ValueRule:
    if rule.certainty == "advice" or not isinstance(rule, (Choice, Range, Length, Charset, Form, Pattern, Interface, Variety)):
        return rule
    for value, why in named:
        probe = [value] if rule.target == "items" and not isinstance(value, list) else value
        if isinstance(rule, Range) and as_number(value) is None:
            continue
        if keeps(rule, probe):
            continue
        if isinstance(rule, Choice) and "default" not in why:
            return replace(rule, certainty="advice", reason=why)
        if "default" in why:
            findings.append(finding("TW405", f"{about.wire}: {why}: {rule.sentence!r}", _position(about)))
        return replace(rule, certainty="advice", reason=why)
    return rule


def _position(about: About) -> Position:
    return Position(about.field.source.file, about.field.source.line)
