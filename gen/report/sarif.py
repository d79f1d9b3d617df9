"""SARIF 2.1.0, the format that code scanning services read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from gen.report.entry import Entry, Level, prefixed
from gen.report.escape import terminal

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "tablewright/v1"


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule as SARIF lists it: ``help`` says more than ``title``; ``level`` is its usual one."""

    id: str
    title: str
    level: Level
    help: str = ""


def sarif_log(
    entries: Iterable[Entry], rules: Sequence[RuleInfo], *, version: str, prefix: str = ""
) -> dict[str, Any]:
    """A SARIF log of one run, as plain data.

    ``rules`` are those that may occur; only the ones that do are listed, in their order.
    ``prefix`` is the docs' folder in the repository.
    """
    results = list(entries)
    used = {entry.rule for entry in results}
    listed = [rule for rule in rules if rule.id in used]
    index = {rule.id: number for number, rule in enumerate(listed)}
    driver = {
        "name": "tablewright",
        "version": version,
        "rules": [_rule(rule) for rule in listed],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(entry, index, prefix) for entry in results],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: RuleInfo) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": _text(rule.title)},
        "defaultConfiguration": {"level": rule.level},
    }
    if rule.help:
        data["fullDescription"] = {"text": _text(rule.help)}
        data["help"] = {"text": _text(rule.help)}
    return data


def _result(entry: Entry, index: dict[str, int], prefix: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "ruleId": entry.rule,
        "level": entry.level,
        "message": {"text": _text(entry.text)},
    }
    if entry.rule in index:
        data["ruleIndex"] = index[entry.rule]
    if entry.file:
        uri = quote(prefixed(entry.file, prefix), safe="/~")
        data["locations"] = [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": {"startLine": max(entry.line, 1)},
                }
            }
        ]
    if entry.fingerprint:
        data["partialFingerprints"] = {FINGERPRINT: entry.fingerprint}
    return data


def _text(text: str) -> str:
    """Plain text as SARIF has it: no embedded link, no numbered placeholder."""
    text = terminal(text)
    if "](" in text:
        text = text.replace("[", "\\[").replace("]", "\\]")
    return re.sub(r"\{(\d+)\}", r"{{\1}}", text)
