"""A proposed entry for the package's changelog; a person edits and accepts it."""

from __future__ import annotations

import datetime

from gen.diff.change import LEVELS, Bump, Level, Report
from gen.diff.formats.grouping import Group, grouped
from gen.diff.formats.text import name_text, telling
from gen.report.escape import markdown, markdown_message

_TITLES: dict[Level, str] = {
    "breaking": "Breaking changes",
    "risky": "Changes to look at",
    "compatible": "Added and relaxed",
    "docs only": "Documentation",
}
_LISTED = 40


def next_version(version: str, bump: Bump) -> str:
    """``version`` raised by ``bump``; the same where it is no ``major.minor.patch``.

    Below 1.0.0 a major change raises the minor part, as semantic versioning has it.
    """
    parts = version.split(".")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return version
    major, minor, patch = (int(part) for part in parts)
    if bump == "major" and major == 0:
        bump = "minor"
    match bump:
        case "major":
            return f"{major + 1}.0.0"
        case "minor":
            return f"{major}.{minor + 1}.0"
        case "patch":
            return f"{major}.{minor}.{patch + 1}"
        case "none":
            return version


def changelog_entry(report: Report, version: str = "", date: datetime.date | None = None) -> str:
    """A Markdown section for the changelog, or '' where nothing changed.

    ``version``: the package's present version, raised as the report advises; without it the
    heading is "Unreleased".
    """
    if not report.changes and not report.names:
        return ""
    heading = next_version(version, report.advice.bump) if version else "Unreleased"
    lines = [f"## {heading}" + (f" ({date.isoformat()})" if date else ""), ""]
    for level in LEVELS:
        lines.extend(_section(report, level))
    names = [name for name in telling(report.names) if name.old]
    if names:
        lines.extend(["### Python names", ""])
        lines.extend(f"- {markdown_message(name_text(name))}" for name in names)
        lines.append("")
    return "\n".join(lines)


def _section(report: Report, level: Level) -> list[str]:
    groups = grouped(report.at(level))
    if not groups:
        return []
    lines = [f"### {_TITLES[level]}", ""]
    if level == "docs only":
        operations = _operations(groups)
        count = sum(len(group.changes) for group in groups)
        lines.append(f"- {_counted(count, 'description')} reworded or moved")
        lines.extend(_listed(operations))
    else:
        for group in groups:
            lines.append(f"- {markdown_message(group.message)}")
            if not group.single:
                lines.extend(_listed(_operations([group])))
    return [*lines, ""]


def _operations(groups: list[Group]) -> list[str]:
    """The operations of the groups, sorted; the codes of those that have none."""
    return sorted({item.operation or item.field for group in groups for item in group.changes})


def _listed(names: list[str]) -> list[str]:
    lines = [f"  - {markdown(name)}" for name in names[:_LISTED]]
    if len(names) > _LISTED:
        lines.append(f"  - and {len(names) - _LISTED} more")
    return lines


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
