"""The report for a terminal: ``path:line: level: sentence [rule fingerprint]``."""

from __future__ import annotations

from collections.abc import Sequence

from gen.diff.change import LEVELS, NameChange, Report
from gen.diff.formats.grouping import Group, grouped
from gen.report.escape import one_line


def to_text(report: Report) -> str:
    """The whole report, the weightiest changes first; ends with a newline."""
    lines = [summary(report)]
    for group in grouped(report.changes):
        lines.append(_line(group))
    lines.extend(f"python: {name_text(name)}" for name in telling(report.names))
    lines.extend(f"notice: {one_line(notice)}" for notice in report.notices)
    lines.append(version_text(report))
    return "\n".join(lines) + "\n"


def summary(report: Report) -> str:
    """How many changes there are of each level, in a line."""
    if not report.changes:
        return "no change of the API and its docs"
    parts = [f"{len(report.at(level))} {level}" for level in LEVELS if report.at(level)]
    accepted = sum(bool(change.accepted) for change in report.changes)
    tail = f" ({accepted} accepted)" if accepted else ""
    return ", ".join(parts) + tail


def version_text(report: Report) -> str:
    """The advice on the version number, in a line."""
    if report.advice.bump == "none":
        return "version: no new one is needed"
    return f"version: {report.advice.bump} ({', '.join(report.advice.reasons)})"


def telling(names: Sequence[NameChange]) -> list[NameChange]:
    """The names that say something new: a field that comes or goes takes its attribute along."""
    return [name for name in names if name.kind == "method" or (name.old and name.new)]


def name_text(name: NameChange) -> str:
    """A change of a Python name as a phrase."""
    where = f" of {one_line(name.operation)}" if name.kind != "method" else ""
    if not name.old:
        return f"new {name.kind} `{name.new}`{where}"
    if not name.new:
        return f"{name.kind} `{name.old}`{where} is gone"
    return f"{name.kind} `{name.old}`{where} is `{name.new}` now"


def _line(group: Group) -> str:
    change = group.change
    place = change.place
    where = f"{one_line(place.file)}:{place.line}: " if place else ""
    old = ""
    if change.old and change.new and change.old != change.new:
        same = change.old.file == change.new.file
        where_old = f"line {change.old.line}" if same else str(one_line(change.old.file))
        if not same:
            where_old += f":{change.old.line}"
        old = f" (was {where_old})" if change.old.line != change.new.line or not same else ""
    accepted = f" (accepted: {one_line(change.accepted)})" if change.accepted else ""
    return (
        f"{where}{change.level}: {one_line(group.message)}{old}{accepted}"
        f" [{change.rule} {change.fingerprint}]"
    )
