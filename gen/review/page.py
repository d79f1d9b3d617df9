"""The review page: one self-contained file, from a service, its docs and its code.

Doc text is only ever data in it: JSON that a fixed script puts into the page as text. A
content security policy allows that script and that style by their hashes and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib import resources
from typing import Any

from gen.diff.change import LEVELS, Change, Report
from gen.diff.describe import identity
from gen.diff.formats.text import name_text, telling, version_text
from gen.document import Document
from gen.findings import SEVERITIES, Finding
from gen.model import Operation, Service
from gen.report.escape import html, one_line, script_json
from gen.review.code import index_code
from gen.review.links import Linker, Segments, reached
from gen.review.pages import Shown, show_change, show_page


@dataclass(frozen=True, slots=True)
class State:
    """One state to show: the named service, its pages by file, its generated files, its findings."""

    service: Service
    pages: Mapping[str, Document]
    files: Mapping[str, bytes]
    findings: Sequence[Finding] = ()


@dataclass(slots=True)
class _Maker:
    new: State
    old: State | None
    report: Report | None
    segments: Segments
    shown: dict[str, Shown] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)

    def page(self, file: str) -> Shown:
        """A page of the docs, beside its older state where there is one; made once."""
        if file not in self.shown:
            document = self.new.pages.get(file)
            before = self.old.pages.get(self.moved.get(file, file)) if self.old else None
            if document is None:
                self.shown[file] = show_page(before) if before is not None else Shown()
            elif before is None:
                self.shown[file] = show_page(document)
            else:
                self.shown[file] = show_change(before, document)
        return self.shown[file]


def review_html(state: State, title: str) -> str:
    """The page for one state: every operation, findings beside their rows."""
    maker = _Maker(state, None, None, Segments(index_code(state.files)))
    operations = [_operation(maker, one, state.service, ()) for one in state.service.operations]
    counts = Counter(item["tag"] for one in operations for item in one["remarks"])
    tags = [*reversed(SEVERITIES), "none"]
    for one in operations:
        one["tags"] = sorted({item["tag"] for item in one["remarks"]} or {"none"})
    counts["none"] = sum(one["tags"] == ["none"] for one in operations)
    general = _elsewhere(maker, operations, state.findings)
    about = f"{counted(len(operations), 'operation')}, {counted(len(state.findings), 'finding')}"
    return _html(title, about, tags, counts, operations, general, maker)


def diff_html(old: State, new: State, report: Report, title: str) -> str:
    """The page for two states: the changed operations, with changed rows and words marked."""
    added = _added_lines(old.files, new.files)
    maker = _Maker(new, old, report, Segments(index_code(new.files), added))
    groups: dict[str, list[Change]] = {}
    for change in report.changes:
        groups.setdefault(change.operation, []).append(change)
        if change.old is not None and change.new is not None:
            maker.moved.setdefault(change.new.file, change.old.file)
    present = {identity(one): one for one in new.service.operations}
    before = {identity(one): one for one in old.service.operations}
    operations: list[dict[str, Any]] = []
    for name, changes in sorted(groups.items(), key=_weight):
        one = present.get(name) or before.get(name)
        if one is not None:
            service = new.service if name in present else old.service
            operations.append(_operation(maker, one, service, changes))
    for item in operations:
        item["tags"] = sorted({remark["tag"] for remark in item["remarks"]})
    counts = Counter(item["tag"] for one in operations for item in one["remarks"])
    general = [_change(change, "") for change in groups.get("", ())]
    general += [_note("python", name_text(name)) for name in telling(report.names)]
    general += [_note("notice", notice) for notice in report.notices]
    about = f"{counted(len(operations), 'changed operation')}; {version_text(report)}"
    tags = [*LEVELS, *(tag for tag in reversed(SEVERITIES) if counts[tag])]
    # Who reads a diff looks for what changed; what lint says of the rest is one press away.
    return _html(title, about, tags, counts, operations, general, maker, SEVERITIES)


def _weight(item: tuple[str, list[Change]]) -> tuple[int, str]:
    return min(LEVELS.index(change.level) for change in item[1]), item[0]


# ---- one operation -----------------------------------------------------------------


def _operation(
    maker: _Maker, operation: Operation, service: Service, changes: Sequence[Change]
) -> dict[str, Any]:
    files = _files(service, operation)
    pages = [(file, maker.page(file)) for file in files]
    rows = {place: row["id"] for _, page in pages for place, row in page.new_rows.items()}
    linker = Linker(service, operation, maker.segments)
    links: dict[str, list[list[int]]] = {}
    if service is maker.new.service:
        for source, file, lines in linker.link():
            row = rows.get((source.file, source.line))
            target = _within(maker.segments, linker.shown, file, lines)
            if row is not None and target is not None and target not in links.setdefault(row, []):
                links[row].append(target)
    remarks = [_change(change, _row_of(change, pages)) for change in changes]
    remarks += [
        _finding(item, _near(pages, item))
        for item in maker.new.findings
        if item.position.file in files
    ]
    return {
        "id": _slug(operation),
        "name": ".".join(part for part in (operation.group, operation.name) if part)
        or operation.title,
        "method": one_line(operation.method),
        "path": one_line(operation.path),
        "title": one_line(operation.title),
        "page": operation.page,
        "docs": [
            {"file": file, "blocks": _blocks(page, file == operation.page, rows, links)}
            for file, page in pages
        ],
        "segments": linker.shown,
        "links": links,
        "remarks": remarks,
        "tags": [],
    }


def _slug(operation: Operation) -> str:
    name = operation.name or identity(operation)
    return re.sub(r"[^A-Za-z0-9_]+", "-", f"{operation.group}.{name}" if operation.group else name)


def _files(service: Service, operation: Operation) -> list[str]:
    """The operation's page, then those whose tables it refers to."""
    files = dict.fromkeys([operation.page])
    for met in reached(service, operation):
        sources = met.field.sources
        if sources and all(source.file != operation.page for source in sources):
            files[sources[0].file] = None
    return list(files)


def _blocks(
    page: Shown, whole: bool, rows: Mapping[Any, str], links: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """All of the operation's own page; of another page the tables that give it code."""
    if whole:
        return page.blocks
    return [
        block
        for block in page.blocks
        if "t" in block and any(row["id"] in links for row in block["t"]["rows"])
    ]


def _within(
    segments: Segments, shown: Sequence[int], file: str, lines: tuple[int, int]
) -> list[int] | None:
    """The lines as ``[segment, first, last]`` of a stretch that is shown; another one is shown for them."""
    for number in shown:
        item = segments.items[number]
        last = item["start"] + len(item["lines"]) - 1
        if item["file"] == file and item["start"] <= lines[0] and lines[1] <= last:
            return [number, lines[0], lines[1]]
    return None


def _row_of(change: Change, pages: Sequence[tuple[str, Shown]]) -> str:
    for _, page in pages:
        if change.new is not None:
            row = page.new_rows.get((change.new.file, change.new.line))
            if row is not None:
                return str(row["id"])
        if change.old is not None:
            row = page.old_rows.get((change.old.file, change.old.line))
            if row is not None:
                return str(row["id"])
    return ""


def _near(pages: Sequence[tuple[str, Shown]], item: Finding) -> str:
    """The row that the finding's line lies in, '' where it lies in none."""
    place = item.position
    for file, page in pages:
        if file != place.file:
            continue
        for block in page.blocks:
            rows = [
                row
                for row in block.get("t", {}).get("rows", ())
                if row["file"] == file and row.get("state") != "-"
            ]
            for index, row in enumerate(rows):
                end = row["line"] + _height(row)
                if index + 1 < len(rows):
                    end = rows[index + 1]["line"]
                if row["line"] <= place.line < end:
                    return str(row["id"])
    return ""


def _height(row: Mapping[str, Any]) -> int:
    """At least how many lines of the source the row takes; a blank line parts its paragraphs."""
    return max([1, *(2 * len(cell) for cell in row["cells"])])


def _change(change: Change, row: str) -> dict[str, Any]:
    return {
        "tag": change.level,
        "message": change.message,
        "id": f"{change.rule} {change.fingerprint}",
        "row": row,
        "accepted": change.accepted,
        "hint": "",
    }


def _finding(item: Finding, row: str) -> dict[str, Any]:
    return {
        "tag": item.severity,
        "message": one_line(item.message),
        "id": f"{item.code} {item.position}",
        "row": row,
        "accepted": "",
        "hint": one_line(item.hint),
    }


def _note(kind: str, message: str) -> dict[str, Any]:
    return {
        "tag": "docs only" if kind == "notice" else "compatible",
        "message": message,
        "id": kind,
        "row": "",
        "accepted": "",
        "hint": "",
    }


def _elsewhere(
    maker: _Maker, operations: Sequence[Mapping[str, Any]], findings: Sequence[Finding]
) -> list[dict[str, Any]]:
    """Findings on pages that no operation shows."""
    told = {page["file"] for one in operations for page in one["docs"]}
    return [_finding(item, "") for item in findings if item.position.file not in told]


# ---- the file -------------------------------------------------------------------------


def _added_lines(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> dict[str, frozenset[int]]:
    """The lines of each new file that its old state lacks."""
    found = {}
    for name, data in new.items():
        if not name.endswith(".py") or old.get(name) == data or "_runtime/" in name:
            continue
        before = old.get(name, b"").decode("utf-8", "replace").split("\n")
        after = data.decode("utf-8", "replace").split("\n")
        lines: set[int] = set()
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for tag, _, _, first, last in matcher.get_opcodes():
            if tag in ("insert", "replace"):
                lines.update(range(first + 1, last + 1))
        found[name] = frozenset(lines)
    return found


def _html(
    title: str,
    about: str,
    tags: Sequence[str],
    counts: Mapping[str, int],
    operations: Sequence[Mapping[str, Any]],
    general: Sequence[Mapping[str, Any]],
    maker: _Maker,
    quiet: Sequence[str] = (),
) -> str:
    """The file; the levels in ``quiet`` are shown only when asked for."""
    data = {
        "title": one_line(title),
        "about": one_line(about),
        "tags": [
            {"name": tag, "count": counts.get(tag, 0), "on": tag not in quiet} for tag in tags
        ],
        "operations": list(operations),
        "general": list(general),
        "segments": maker.segments.items,
    }
    assets = resources.files("gen.review") / "assets"
    style = (assets / "review.css").read_text("utf-8")
    script = (assets / "review.js").read_text("utf-8")
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}';"
        " base-uri 'none'; form-action 'none'"
    )
    parts = {
        "{{CSP}}": policy,
        "{{TITLE}}": html(title),
        "{{STYLE}}": style,
        "{{SCRIPT}}": script,
        "{{DATA}}": script_json(data),
    }
    page = (assets / "review.html").read_text("utf-8")
    # In one pass: doc text that looks like a placeholder is never filled in.
    return re.sub(r"\{\{[A-Z]+\}\}", lambda match: parts[match.group()], page)


def counted(number: int, noun: str) -> str:
    """``1 operation``, ``2 operations``."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


__all__ = ["State", "diff_html", "review_html"]
