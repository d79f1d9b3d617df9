"""The file of accepted changes: each with a reason and an end date.

Format (TOML)::

    [[accepted]]
    fingerprint = "0123456789abcdef"
    rule = "request-parameter-max-decreased"   # optional; a check on the fingerprint
    reason = "no caller asks for more than 100"
    until = 2027-01-31
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gen.config import parse_toml
from gen.diff.change import Change, Report
from gen.findings import Position, TablewrightError
from gen.report.escape import one_line

_HINT = "each [[accepted]] needs fingerprint, reason and until (a date); rule is optional"
_KEYS = {"fingerprint", "rule", "reason", "until"}


@dataclass(frozen=True, slots=True)
class Accepted:
    """One entry: holds up to and including the day ``until``; ``line`` is where it begins."""

    fingerprint: str
    reason: str
    until: datetime.date
    rule: str = ""
    line: int = 1


def load(path: Path) -> tuple[Accepted, ...]:
    """The entries of the file. Raises TablewrightError, with the line, for what is not of its form."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TablewrightError(f"{path} cannot be read: {error}", hint=_HINT) from error
    data = parse_toml(text, path.name)
    lines = [
        number
        for number, line in enumerate(text.splitlines(), start=1)
        if re.match(r"\s*\[\[\s*accepted\s*\]\]", line)
    ]
    entries = data.get("accepted", [])
    if set(data) - {"accepted"} or not isinstance(entries, list):
        raise TablewrightError(f"{path} holds something other than [[accepted]]", hint=_HINT)
    return tuple(
        _entry(path.name, lines[index] if index < len(lines) else 1, entry)
        for index, entry in enumerate(entries)
    )


def _entry(name: str, line: int, entry: Any) -> Accepted:
    where = Position(name, line)
    if not isinstance(entry, dict) or set(entry) - _KEYS:
        raise TablewrightError("unknown key in [[accepted]]", position=where, hint=_HINT)
    ident, reason, until = entry.get("fingerprint"), entry.get("reason"), entry.get("until")
    rule = entry.get("rule", "")
    if not isinstance(ident, str) or not isinstance(rule, str):
        raise TablewrightError("'fingerprint' must be a string", position=where, hint=_HINT)
    if not isinstance(reason, str) or not reason.strip():
        raise TablewrightError("'reason' is missing or empty", position=where, hint=_HINT)
    if not isinstance(until, datetime.date) or isinstance(until, datetime.datetime):
        raise TablewrightError(
            "'until' must be a date such as 2027-01-31", position=where, hint=_HINT
        )
    return Accepted(ident, " ".join(reason.split()), until, rule, line)


def accept(
    report: Report, entries: Sequence[Accepted], today: datetime.date, file: str = ""
) -> Report:
    """The report with accepted changes marked; expired entries and those that match nothing become notices.

    ``file`` names the entries' file in the notices.
    """
    notices = list(report.notices)
    reasons: dict[str, str] = {}
    known = {change.fingerprint: change for change in report.changes}
    for entry in entries:
        where = f"{file}:{entry.line}: " if file else ""
        change = known.get(entry.fingerprint)
        if change is None:
            notices.append(f"{where}accepted change {entry.fingerprint} does not occur any more")
        elif entry.rule and entry.rule != change.rule:
            notices.append(f"{where}{entry.fingerprint} is {change.rule}, not {entry.rule}")
        elif entry.until < today:
            notices.append(f"{where}the acceptance of {entry.fingerprint} ended on {entry.until}")
        else:
            reasons[entry.fingerprint] = entry.reason
    changes = tuple(_mark(change, reasons) for change in report.changes)
    return replace(report, changes=changes, notices=tuple(notices))


def write_accepted(report: Report, reason: str, until: datetime.date, before: str = "") -> str:
    """A file that accepts the report's open breaking changes for one ``reason``, as TOML.

    ``before``: the text of a file of accepted changes that is to be continued.
    """
    head = "# Accepted breaking changes of the docs; each ends some day. See docs/recipes.\n"
    parts = [before if before.endswith("\n") else f"{before}\n"] if before else [head]
    for change in report.at("breaking"):
        if not change.accepted:
            parts.append(
                f"\n# {one_line(change.message)}\n[[accepted]]\n"
                f"fingerprint = {_string(change.fingerprint)}\nrule = {_string(change.rule)}\n"
                f"reason = {_string(reason)}\nuntil = {until.isoformat()}\n"
            )
    return "".join(parts)


def _string(text: str) -> str:
    """A TOML basic string: JSON's escapes are among TOML's, but DEL has to be escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _mark(change: Change, reasons: dict[str, str]) -> Change:
    reason = reasons.get(change.fingerprint)
    return change if reason is None else replace(change, accepted=reason)
