"""The report for a terminal: ``path:line: level: sentence [rule fingerprint]``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from gen.diff.change import LEVELS, Change, NameChange, Report
from gen.diff.formats.grouping import Group, grouped, spot
from gen.report.escape import one_line


def to_text(report: Report) -> str:
    """The whole report, the weightiest changes first; ends with a newline.

    A change of several operations is one line, and below it a line for each place.
    """
    lines = [summary(report)]
    for group in grouped(report.changes):
        lines.extend(_lines(group))
    lines.extend(f"python: {name_text(name)}" for name in telling(report.names))
    lines.extend(f"python: {text}" for text in untold(report.names))
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


def untold(names: Sequence[NameChange]) -> list[str]:
    """How many names :func:`telling` leaves out, in words; nothing where it lists none."""
    if not telling(names):
        return []
    gone = sum(1 for name in names if name.kind != "method" and name.old and not name.new)
    come = sum(1 for name in names if name.kind != "method" and name.new and not name.old)
    return [
        f"{count} {'name' if count == 1 else 'names'} of classes, arguments and attributes {words}"
        for count, words in (
            (gone, "gone with what is no longer documented"),
            (come, "new with what is documented now"),
        )
        if count
    ]


def name_text(name: NameChange) -> str:
    """A change of a Python name as a phrase."""
    where = f" of {one_line(name.operation)}" if name.kind != "method" else ""
    if not name.old:
        return f"new {name.kind} `{name.new}`{where}"
    if not name.new:
        return f"{name.kind} `{name.old}`{where} is gone"
    return f"{name.kind} `{name.old}`{where} is `{name.new}` now"


def _lines(group: Group) -> list[str]:
    change = group.change
    message = f"{change.level}: {one_line(group.message)}"
    accepted = f" (accepted: {one_line(change.accepted)})" if change.accepted else ""
    if group.single:
        ident = f"[{change.rule} {change.fingerprint}]"
        return [f"{_place(change)}{message}{was(change)}{accepted} {ident}"]
    head = f"{message}{accepted} [{change.rule}]"
    if group.wording:
        places = group.by_operation()
        return [head, *(f"  {_place(one[0])}{one_line(spot(*one))}" for one in places)]
    return [
        head,
        *(
            f"  {_place(one)}{one_line(spot(one))}{was(one)} [{one.fingerprint}]"
            for one in group.changes
        ),
    ]


def _place(change: Change) -> str:
    place = change.place
    return f"{one_line(place.file)}:{place.line}: " if place else ""


def was(change: Change) -> str:
    """Where the row stood before, in brackets; that a page moved is a change of its own."""
    if change.old is None:
        return ""
    if change.new is None:
        return " (a line of the old docs)"
    old, new = change.old, change.new
    if PurePosixPath(old.file).name != PurePosixPath(new.file).name:
        return f" (was {one_line(old.file)}:{old.line})"
    return f" (was line {old.line})" if old.line != new.line else ""
