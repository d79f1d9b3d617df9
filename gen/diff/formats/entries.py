"""The report as entries for GitHub annotations and SARIF."""

from __future__ import annotations

from gen.diff.catalog import RULES
from gen.diff.change import Level, Report
from gen.report import Entry, RuleInfo
from gen.report.entry import Level as EntryLevel

_LEVELS: dict[Level, EntryLevel] = {
    "breaking": "error",
    "risky": "warning",
    "compatible": "note",
    "docs only": "note",
}


def to_entries(report: Report) -> list[Entry]:
    """The changes as entries at their new rows, else at the old ones; accepted ones are notes."""
    entries = []
    for change in report.changes:
        place = change.place
        tail = f" (accepted: {change.accepted})" if change.accepted else ""
        entries.append(
            Entry(
                rule=change.rule,
                level="note" if change.accepted else _LEVELS[change.level],
                message=f"{change.level}: {change.message}{tail}",
                file=place.file if place else "",
                line=place.line if place else 1,
                fingerprint=change.fingerprint,
            )
        )
    return entries


def rule_infos() -> list[RuleInfo]:
    """The catalogue as SARIF lists it."""
    return [
        RuleInfo(rule.id, rule.title, _LEVELS[rule.level], f"{rule.level}: {rule.title}")
        for rule in RULES.values()
    ]
