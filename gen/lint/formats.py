"""Findings as rows, JSON, and entries for SARIF and GitHub annotations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from gen.findings import CODES, SEVERITIES, Finding, Severity
from gen.report import Entry, RuleInfo
from gen.report.entry import Level
from gen.report.escape import one_line

_LEVELS: dict[Severity, Level] = {"error": "error", "warning": "warning", "info": "note"}


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """By place, then by code and message; equal ones once."""
    unique = dict.fromkeys(findings)
    return sorted(unique, key=lambda item: (item.position, item.code, item.message))


def fingerprint(finding: Finding) -> str:
    """An id of the finding that survives moved lines: of its code, file and words."""
    words = re.sub(r"\blines? \d+", "line", finding.message)
    key = "\0".join((finding.code, finding.position.file, " ".join(words.split())))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def failing(findings: Iterable[Finding], level: Severity) -> list[Finding]:
    """Those at or above ``level``."""
    least = SEVERITIES.index(level)
    return [item for item in findings if SEVERITIES.index(item.severity) >= least]


def findings_data(findings: Iterable[Finding]) -> dict[str, Any]:
    """``{"findings": […]}``, ready for ``json.dumps``; its schema is ``schemas/lint.schema.json``."""
    return {
        "findings": [
            {
                "code": item.code,
                "severity": item.severity,
                "message": item.message,
                "file": item.position.file,
                "line": item.position.line,
                "hint": item.hint,
            }
            for item in findings
        ]
    }


def to_entries(findings: Iterable[Finding]) -> list[Entry]:
    """The findings as entries of the shared formats."""
    return [
        Entry(
            rule=item.code,
            level=_LEVELS[item.severity],
            message=item.message,
            file=item.position.file,
            line=item.position.line,
            fingerprint=fingerprint(item),
            hint=item.hint,
        )
        for item in findings
    ]


def rule_infos() -> list[RuleInfo]:
    """The catalogue of codes as SARIF lists it."""
    return [RuleInfo(code, one.title, _LEVELS[one.severity]) for code, one in CODES.items()]


def to_text(findings: Sequence[Finding]) -> str:
    """``path:line: severity code: message (hint)``, a line each, and a line that counts them."""
    lines = []
    for item in findings:
        hint = f" ({one_line(item.hint)})" if item.hint else ""
        where = f"{one_line(item.position.file)}:{item.position.line}"
        lines.append(f"{where}: {item.severity} {item.code}: {one_line(item.message)}{hint}")
    return "".join(line + "\n" for line in [*lines, counted(findings)])


def counted(findings: Sequence[Finding]) -> str:
    """How many findings there are of each severity, in a line."""
    if not findings:
        return "no findings"
    parts = []
    for severity in reversed(SEVERITIES):
        number = sum(item.severity == severity for item in findings)
        if number:
            noun = severity if severity == "info" or number == 1 else severity + "s"
            parts.append(f"{number} {noun}")
    return ", ".join(parts)
