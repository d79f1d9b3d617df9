"""The file of accepted findings, each with a reason.

Format (TOML)::

    [[accepted]]
    code = "TW502"
    file = "widgets.rst"
    fingerprint = "0123456789abcdef"   # of the message; survives moved lines
    message = "…"                      # optional, for readers
    reason = "the vendor knows"
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gen.config import parse_toml
from gen.findings import Finding, Position, TablewrightError
from gen.lint.formats import fingerprint, ordered

_REQUIRED = ("code", "file", "fingerprint", "reason")
_HINT = "each [[accepted]] needs code, file, fingerprint and reason; message is optional"


@dataclass(frozen=True, slots=True)
class Accepted:
    """One entry of the file; ``line`` is where it begins."""

    code: str
    file: str
    fingerprint: str
    reason: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """The accepted findings, and the file's name for messages about it."""

    entries: tuple[Accepted, ...] = ()
    name: str = ""


def load_baseline(path: Path) -> Baseline:
    """Read the file. Raises TablewrightError, with the line, for what is not of its form."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TablewrightError(f"{path} cannot be read: {error}", hint=_HINT) from error
    data = parse_toml(text, path.name)
    entries = data.get("accepted", [])
    if set(data) - {"accepted"} or not isinstance(entries, list):
        raise TablewrightError(f"{path} holds something other than [[accepted]]", hint=_HINT)
    heads = re.compile(r"\s*\[\[\s*accepted\s*\]\]")
    lines = [n for n, line in enumerate(text.splitlines(), start=1) if heads.match(line)]
    return Baseline(
        tuple(
            _entry(Position(path.name, lines[index] if index < len(lines) else 1), entry)
            for index, entry in enumerate(entries)
        ),
        path.name,
    )


def _entry(where: Position, entry: Any) -> Accepted:
    if not isinstance(entry, dict) or set(entry) - {*_REQUIRED, "message"}:
        raise TablewrightError("unknown key in [[accepted]]", position=where, hint=_HINT)
    for key in _REQUIRED:
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise TablewrightError(f"{key!r} is missing or empty", position=where, hint=_HINT)
    code, file, ident, reason = (str(entry[key]) for key in _REQUIRED)
    return Accepted(code, file, ident, reason, where.line)


def apply_baseline(
    findings: Sequence[Finding], baseline: Baseline
) -> tuple[list[Finding], list[str]]:
    """The findings that are not accepted, and a notice for each entry that matches none any more."""
    accepted = {(item.code, item.file, item.fingerprint) for item in baseline.entries}
    open_ones, used = [], set()
    for item in findings:
        key = (item.code, item.position.file, fingerprint(item))
        if key in accepted:
            used.add(key)
        else:
            open_ones.append(item)
    notices = [
        f"{baseline.name}:{item.line}: accepted finding {item.code} of {item.file}"
        f" ({item.fingerprint}) does not occur any more: remove it"
        for item in baseline.entries
        if (item.code, item.file, item.fingerprint) not in used
    ]
    return open_ones, notices


def write_baseline(findings: Iterable[Finding], reason: str) -> str:
    """A baseline that accepts all of ``findings`` for one ``reason``, as TOML."""
    parts = ["# Accepted findings of the docs; each needs a reason. See docs/recipes.\n"]
    seen = set()
    for item in ordered(findings):
        ident = fingerprint(item)
        key = (item.code, item.position.file, ident)
        if key in seen:
            continue
        seen.add(key)
        rows = {
            "code": item.code,
            "file": item.position.file,
            "fingerprint": ident,
            "message": item.message,
            "reason": reason,
        }
        body = "".join(f"{name} = {_string(value)}\n" for name, value in rows.items())
        parts.append(f"\n[[accepted]]\n{body}")
    return "".join(parts)


def _string(text: str) -> str:
    """A TOML basic string: JSON's escapes are among TOML's, but DEL has to be escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
