"""The report as a comment on a pull request: short first, details folded, never too long."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from gen.diff.change import LEVELS, Change, Level, Report
from gen.diff.formats.grouping import Group, grouped, spot
from gen.diff.formats.text import name_text, summary, telling, untold
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
        if level == "docs only":
            _names(page, report)
        _level(page, report, level)
    if report.notices:
        page.add("")
        for notice in report.notices:
            page.add(f"> {markdown(notice)}")
    page.end()
    return page.text()


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list: a line that can stand alone, and those of its ``places``, folded."""

    lines: tuple[str, ...]
    places: int = 0


class _Page:
    """Lines up to a limit; what did not fit is counted."""

    def __init__(self, limit: int) -> None:
        self.lines: list[str] = []
        self.left = limit - 600  # room for the closing words
        self.dropped = 0
        self.dropped_places = 0

    def add(self, line: str) -> bool:
        size = len(line.encode("utf-8", "surrogatepass")) + 1
        if size > self.left:
            self.dropped += 1
            return False
        self.left -= size
        self.lines.append(line)
        return True

    def fold(self, title: str, items: list[Item]) -> None:
        """A folded list; when there is no room for it whole, its beginning and a count."""
        overhead = len(title.encode("utf-8")) + 200
        if self.left < overhead:
            self.dropped += len(items)
            return
        self.left -= overhead
        self.lines.extend(["", "<details>", f"<summary>{title}</summary>", ""])
        kept = 0
        for item in items:
            if not self.add("\n".join(item.lines)):
                self.dropped -= 1
                if not self.add(item.lines[0]):
                    break
                self.dropped_places += item.places
            kept += 1
        if kept < len(items):
            self.dropped += len(items) - kept - 1
            self.lines.append(f"- … and {len(items) - kept} more")
        self.lines.extend(["", "</details>"])

    def end(self) -> None:
        parts = [f"{self.dropped} entries"] if self.dropped else []
        parts += [f"the places of {self.dropped_places} changes"] if self.dropped_places else []
        if parts:
            self.lines.extend(
                [
                    "",
                    f"{' and '.join(parts)} did not fit into a comment; `tablewright diff"
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
        page.add(f"- {markdown_message(group.message)}")
    if len(groups) > _SHOWN_AT_ONCE:
        page.add(f"- … and {len(groups) - _SHOWN_AT_ONCE} more below")


def _level(page: _Page, report: Report, level: Level) -> None:
    groups = grouped(report.at(level))
    if groups:
        count = len(report.at(level))
        page.fold(f"{_TITLES[level]}: {count}", [_item(group) for group in groups])


def _item(group: Group) -> Item:
    change = group.change
    accepted = f" — accepted: {markdown(change.accepted)}" if change.accepted else ""
    text = f"- {markdown_message(group.message)}{accepted}"
    if group.single:
        about = f"{_where(change.old, change.new)} · {markdown(_ident(change))}"
        return Item((f"{text}<br><sub>{about}</sub>",))
    places = _places(group)
    summary = f"{len(places)} {'operations' if group.wording else 'places'}"
    # Blank lines around, so that GitHub reads the inner list as one.
    folded = (f"  <details><summary>{summary}</summary>", "", *places, "", "  </details>", "")
    return Item((f"{text}<br><sub>{markdown(change.rule)}</sub>", *folded), len(group.changes))


def _places(group: Group) -> list[str]:
    if group.wording:
        return [
            f"  - {markdown_message(spot(*some))} · {_where(some[0].old, some[0].new)}"
            for some in group.by_operation()
        ]
    return [
        f"  - {markdown_message(spot(one))} · {_where(one.old, one.new)} · {one.fingerprint}"
        for one in group.changes
    ]


def _ident(change: Change) -> str:
    return f"{change.rule} {change.fingerprint}"


def _where(old: Source | None, new: Source | None) -> str:
    """Both rows; that a page moved is a change of its own, so its old name is not told again."""
    if old is None or new is None:
        place, word = (old, "old ") if new is None else (new, "new ")
        return f"{word}{markdown_code(f'{place.file}:{place.line}')}" if place else ""
    if PurePosixPath(old.file).name != PurePosixPath(new.file).name:
        both = markdown_code(f"{old.file}:{old.line}"), markdown_code(f"{new.file}:{new.line}")
        return f"old {both[0]}, new {both[1]}"
    moved = f" (was {old.line})" if old.line != new.line else ""
    return f"{markdown_code(f'{new.file}:{new.line}')}{moved}"


def _names(page: _Page, report: Report) -> None:
    names = telling(report.names)
    lines = [f"- {markdown_message(name_text(name))}" for name in names]
    lines += [f"- {markdown(text)}" for text in untold(report.names)]
    if lines:
        page.fold(f"Python names: {len(report.names)}", [Item((line,)) for line in lines])
