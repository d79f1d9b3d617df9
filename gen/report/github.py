"""GitHub workflow commands: ``::error file=…,line=…::message``."""

from __future__ import annotations

from collections.abc import Iterable

from gen.report.entry import Entry, prefixed
from gen.report.escape import github_data, github_property

_COMMAND = {"error": "error", "warning": "warning", "note": "notice"}


def workflow_command(entry: Entry, prefix: str = "") -> str:
    """One workflow command, without a newline; ``prefix`` is the docs' folder in the repository."""
    properties = []
    if entry.file:
        properties.append(f"file={github_property(prefixed(entry.file, prefix))}")
        properties.append(f"line={entry.line}")
    properties.append(f"title={github_property(entry.rule)}")
    return f"::{_COMMAND[entry.level]} {','.join(properties)}::{github_data(entry.text)}"


def workflow_commands(entries: Iterable[Entry], prefix: str = "") -> str:
    """All entries as workflow commands, a line each; '' where there are none."""
    return "".join(workflow_command(entry, prefix) + "\n" for entry in entries)
