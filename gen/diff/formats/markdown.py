"""The report as a comment on a pull request: short first, details folded, never too long."""

from __future__ import annotations

from gen.diff.change import LEVELS, Level, Report
from gen.diff.formats.grouping import Group, grouped
from gen.diff.formats.text import name_text, summary, telling
from gen.model import Source
from gen.report.escape import markdown, markdown_code, markdown_message

# GitHub refuses a comment of more than 65,536 characters. Counting bytes is safe
# whatever is meant by a character.
LIMIT = 65_000
_SHOWN_AT_ONCE = 10
_TITLES: dict[Level, str] = {
    "breaking": "Breaking",
    "risky": "Risky",
    "compatible": "Compatible",
    "docs only": "Docs only",
}


def to_markdown(report: Report, title: str = "API changes", limit: int = LIMIT) -> str:
    """The report in GitHub Markdown, of at most ``limit`` bytes; all doc text is inert in it."""
    page = _Page(limit)
    page.add(f"### {markdown(title)}: {markdown(report.service)}")
    page.add("")
    page.add(f"**{markdown(summary(report))}**")
    if report.advice.bump != "none":
        page.add("")
        page.add(f"Next version: **{report.advice.bump}** ({', '.join(report.advice.reasons)}).")
    _breaking_first(page, report)
    for level in LEVELS:
        _level(page, report, level)
    _names(page, report)
    if report.notices:
        page.add("")
        for notice in report.notices:
            page.add(f"> {markdown(notice)}")
    page.end()
    return page.text()


class _Page:
    """Lines up to a limit; what did not fit is counted."""

    def __init__(self, limit: int) -> None:
        self.lines: list[str] = []
        self.left = limit - 600  # room for the closing words
        self.dropped = 0

    def add(self, line: str) -> bool:
        size = len(line.encode("utf-8", "surrogatepass")) + 1
        if size > self.left:
            self.dropped += 1
            return False
        self.left -= size
        self.lines.append(line)
        return True

    def fold(self, title: str, lines: list[str]) -> None:
        """A folded list; when there is no room for it whole, its beginning and a count."""
        overhead = len(title.encode("utf-8")) + 200
        if self.left < overhead:
            self.dropped += len(lines)
            return
        self.left -= overhead
        self.lines.extend(["", "<details>", f"<summary>{title}</summary>", ""])
        kept = 0
        for line in lines:
            if not self.add(line):
                break
            kept += 1
        if kept < len(lines):
            self.dropped += len(lines) - kept - 1
            self.lines.append(f"- … and {len(lines) - kept} more")
        self.lines.extend(["", "</details>"])

    def end(self) -> None:
        if self.dropped:
            self.lines.extend(
                [
                    "",
                    f"{self.dropped} entries did not fit into a comment; `tablewright diff"
                    " --format html` or `--format json` has all of them.",
                ]
            )

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def _breaking_first(page: _Page, report: Report) -> None:
    """The first few that have to be decided on, in the open."""
    open_ones = [item for item in report.at("breaking") if not item.accepted]
    groups = grouped(open_ones)
    if not groups:
        return
    page.add("")
    for group in groups[:_SHOWN_AT_ONCE]:
        page.add(_item(group, short=True))
    if len(groups) > _SHOWN_AT_ONCE:
        page.add(f"- … and {len(groups) - _SHOWN_AT_ONCE} more below")


def _level(page: _Page, report: Report, level: Level) -> None:
    groups = grouped(report.at(level))
    if groups:
        count = len(report.at(level))
        page.fold(f"{_TITLES[level]}: {count}", [_item(group) for group in groups])


def _item(group: Group, short: bool = False) -> str:
    change = group.change
    text = markdown_message(group.message)
    if short:
        return f"- {text}"
    where = _where(change.old, change.new)
    accepted = f" — accepted: {markdown(change.accepted)}" if change.accepted else ""
    rule = f"{change.rule} {change.fingerprint}"
    return f"- {text}{accepted}<br><sub>{where} · {markdown(rule)}</sub>"


def _where(old: Source | None, new: Source | None) -> str:
    places = []
    if old is not None:
        places.append(f"old {markdown_code(f'{old.file}:{old.line}')}")
    if new is not None:
        places.append(f"new {markdown_code(f'{new.file}:{new.line}')}")
    return ", ".join(places)


def _names(page: _Page, report: Report) -> None:
    names = telling(report.names)
    if names:
        lines = [f"- {markdown_message(name_text(name))}" for name in names]
        page.fold(f"Python names: {len(lines)}", lines)
