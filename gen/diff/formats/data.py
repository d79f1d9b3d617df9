"""The report as plain data for JSON; its schema is ``schemas/diff.schema.json``."""

from __future__ import annotations

from typing import Any

from gen.diff.change import LEVELS, Change, Report
from gen.model import Source


def report_data(report: Report) -> dict[str, Any]:
    """The report, ready for ``json.dumps``."""
    return {
        "service": report.service,
        "summary": {
            **{level: len(report.at(level)) for level in LEVELS},
            "accepted": sum(bool(change.accepted) for change in report.changes),
        },
        "version": {"bump": report.advice.bump, "reasons": list(report.advice.reasons)},
        "changes": [change_data(change) for change in report.changes],
        "python": [
            {"kind": name.kind, "operation": name.operation, "old": name.old, "new": name.new}
            for name in report.names
        ],
        "notices": list(report.notices),
    }


def change_data(change: Change) -> dict[str, Any]:
    """One change, ready for ``json.dumps``."""
    return {
        "rule": change.rule,
        "level": change.level,
        "direction": change.direction,
        "operation": change.operation,
        "fingerprint": change.fingerprint,
        "message": change.message,
        "field": change.field,
        "old": _place(change.old),
        "new": _place(change.new),
        "accepted": change.accepted or None,
    }


def _place(source: Source | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {
        "file": source.file,
        "line": source.line,
        "table": source.table,
        "parameter": source.parameter,
    }
