"""Put a generated package into another project, and keep it current there.

The copy carries ``.tablewright-vendor.json``: where it came from, its version, and the hash
of every file. A copy is replaced whole or not at all; an interrupted run is finished or
undone by the next one.
"""

from __future__ import annotations

import difflib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gen import output
from gen.config import check_package_name
from gen.findings import TablewrightError
from gen.report.escape import terminal

RECORD = ".tablewright-vendor.json"
# What should go along with a copy, and what it is.
TEXTS = {"LICENSE": "the docs' licence", "ORIGIN.md": "where the docs came from"}
_STAGE = "vendor"
_SHOWN_LINES = 60


@dataclass(frozen=True, slots=True)
class Vendored:
    """What a run did: ``action`` is ``copied``, ``updated`` or ``unchanged``; files by posix path.

    ``missing`` are those of :data:`TEXTS` that the package does not have.
    """

    package: str
    path: Path
    version: str
    action: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """What ``.tablewright-vendor.json`` says of a copy."""

    source: str
    version: str
    docs: str
    files: Mapping[str, str]


def vendor(
    package: Path, into: Path, *, name: str = "", update: bool = False, force: bool = False
) -> Vendored:
    """Copy the generated package at ``package`` to ``into/<name>`` (default: its own name).

    ``update`` replaces an earlier copy. Raises TablewrightError where ``package`` was not
    generated or was edited, where the target is no copy of it, and, unless ``force``, where
    the copy was edited; then nothing has changed.
    """
    files = _source_files(package, force)
    name = name or package.resolve().name
    check_package_name(name)
    target = into / name
    missing = tuple(item for item in TEXTS if item not in files)
    home = package.resolve()
    if into.resolve().is_relative_to(home) or into.resolve() / name == home:
        raise TablewrightError(
            f"{into} is where the package itself lies",
            hint="give a folder of the other project with --into, such as src/app/_vendor",
        )
    version = _version(files)
    record = _record(package, version, files)
    with output.exclusive(into):
        _recover(into, target)
        _refuse(target, files, update=update, force=force)
        difference = output.compare(target, {**files, RECORD: record})
        if not difference:
            return Vendored(target.name, target, version, "unchanged", missing=missing)
        action = "updated" if target.exists() else "copied"
        _swap(into, target, {**files, RECORD: record})
    return Vendored(
        target.name,
        target,
        version,
        action,
        _without_record(difference.added),
        _without_record(difference.changed),
        _without_record(difference.removed),
        missing,
    )


def check(package: Path, into: Path, *, name: str = "") -> list[str]:
    """What is wrong with the copy in ``into``, a sentence each; empty where nothing is.

    The copy is held against its record and, unless ``package`` is just a name, against that folder.
    Raises TablewrightError where ``package`` is a path to nothing, or to no generated package.
    """
    target = into / (name or package.resolve().name)
    files = _compared(package, target)
    record = read_record(target)
    if record is None:
        return [_unrecorded(target)]
    problems = [f"{target / edit}: {what}" for edit, what in local_edits(target, record)]
    if not problems and files is not None:
        present = {item: output.digest(data) for item, data in files.items()}
        if present != dict(record.files):
            problems.append(f"{target} is not the state of {package}: run vendor with --update")
    return problems


def _compared(package: Path, target: Path) -> dict[str, bytes] | None:
    """The files to hold the copy against; None where ``package`` names the copy alone."""
    just_name = package.name == str(package)
    if package.resolve() == target.resolve():
        return None
    if just_name and output.read_manifest(package) is None:
        return None
    return _source_files(package, force=True)


def _unrecorded(target: Path) -> str:
    """What is wrong with a target that has no record."""
    if not target.exists():
        return f"{target} does not exist: put the package there with 'tablewright vendor'"
    if (target / RECORD).exists():
        return f"{target / RECORD} is damaged: restore it from version control"
    return f"{target} is no vendored package: it has no {RECORD}"


def read_record(target: Path) -> Record | None:
    """The record of a copy, None where there is none that can be read."""
    try:
        data = json.loads((target / RECORD).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(data, dict) or not isinstance(data.get("files"), dict):
        return None
    return Record(
        source=str(data.get("source", "")),
        version=str(data.get("version", "")),
        docs=str(data.get("docs", "")),
        files={str(key): str(value) for key, value in data["files"].items()},
    )


def local_edits(target: Path, record: Record) -> Iterator[tuple[str, str]]:
    """The files of a copy that are not as recorded, and how they differ."""
    present = output.list_files(target) if target.is_dir() else {}
    for item in sorted({*present, *record.files} - {RECORD}):
        if item not in record.files:
            yield item, "added by hand"
        elif item not in present:
            yield item, "deleted by hand"
        elif output.digest(output.content(present[item]) or b"") != record.files[item]:
            yield item, "edited by hand"


def show_edits(target: Path, files: Mapping[str, bytes]) -> str:
    """The edits of a copy as a unified difference from ``files``, cut where it gets long."""
    record = read_record(target)
    if record is None:
        return ""
    lines: list[str] = []
    for item, what in local_edits(target, record):
        lines.append(f"{item}: {what}")
        path = target / item
        before = files.get(item, b"").decode("utf-8", "replace").splitlines()
        after = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
        if what == "edited by hand":
            lines.extend(difflib.unified_diff(before, after, "package", "copy", lineterm="", n=1))
    if len(lines) > _SHOWN_LINES:
        lines = [*lines[:_SHOWN_LINES], f"… and {len(lines) - _SHOWN_LINES} more lines"]
    return terminal("\n".join(lines))


# ---- reading the package -------------------------------------------------------


def _source_files(package: Path, force: bool) -> dict[str, bytes]:
    if output.read_manifest(package) is None:
        what = f"is no generated package: it has no {output.MANIFEST} of tablewright"
        raise TablewrightError(
            f"{package} {what if package.exists() else 'does not exist'}",
            hint="give the folder that 'tablewright generate' wrote",
        )
    edited = [item for item in output.hand_edits(package) if item != RECORD]
    if edited and not force:
        raise TablewrightError(
            f"{package} was edited by hand: {', '.join(edited[:5])}",
            hint="generate it anew, or copy it as it is with --force",
        )
    files = {}
    for item, path in output.list_files(package).items():
        if path.is_symlink():
            raise TablewrightError(f"{path} is a symbolic link", hint="generate the package anew")
        if item != RECORD:
            files[item] = path.read_bytes()
    return files


def _version(files: Mapping[str, bytes]) -> str:
    """The package's version, as its OpenAPI document gives it; '' where it does not."""
    try:
        return str(json.loads(files["openapi.json"])["info"]["version"])
    except (KeyError, TypeError, ValueError):
        return ""


def _record(package: Path, version: str, files: Mapping[str, bytes]) -> bytes:
    manifest = json.loads(files[output.MANIFEST])
    data = {
        # An absolute path would be this machine's business.
        "source": package.name if package.is_absolute() else package.as_posix(),
        "version": version,
        "docs": str(manifest.get("source", "")),
        "generator": f"tablewright {manifest.get('version', '')}".strip(),
        "files": {item: output.digest(files[item]) for item in sorted(files)},
    }
    return (json.dumps(data, indent=2, ensure_ascii=True) + "\n").encode()


# ---- replacing the copy -----------------------------------------------------------


def _refuse(target: Path, files: Mapping[str, bytes], *, update: bool, force: bool) -> None:
    record = read_record(target)
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise TablewrightError(f"{target} is not a folder", hint="move it away")
    if not target.exists():
        if update:
            raise TablewrightError(
                f"{target} does not exist", hint="leave --update away to put the package there"
            )
        return
    if record is None:
        if any(output.list_files(target)):
            raise TablewrightError(
                _unrecorded(target), hint="or move the folder away, or choose another with --into"
            )
        return
    if not update and dict(record.files) != {i: output.digest(d) for i, d in files.items()}:
        raise TablewrightError(
            f"{target} holds another state of the package", hint="replace it with --update"
        )
    if not force and any(True for _ in local_edits(target, record)):
        raise TablewrightError(
            f"{target} was edited:\n{show_edits(target, files)}\n",
            hint="take the edits elsewhere, or overwrite them with --force",
        )


def _stage(into: Path, target: Path) -> Path:
    return into / output.WORK / _STAGE / target.name


def _swap(into: Path, target: Path, files: Mapping[str, bytes]) -> None:
    """Write the new copy beside the old one, then rename; the record is written last."""
    stage = _stage(into, target)
    try:
        shutil.rmtree(stage, ignore_errors=True)
        for item in sorted(files, key=lambda name: (name == RECORD, name)):
            path = stage / "new" / item
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[item])
        if target.exists():
            os.rename(target, stage / "old")
        os.rename(stage / "new", target)
    except OSError as error:
        _recover(into, target, forward=False)
        raise TablewrightError(
            f"{error.filename or target} cannot be written: {error.strerror}; nothing was changed",
            hint="free the space or the permission, or choose another place with --into",
        ) from error
    shutil.rmtree(stage, ignore_errors=True)


def _recover(into: Path, target: Path, *, forward: bool = True) -> None:
    """Finish or undo what an interrupted run left: only a copy with its record is whole."""
    stage = _stage(into, target)
    if not target.exists() and (stage / "old").is_dir():
        whole = forward and (stage / "new" / RECORD).is_file()
        os.rename(stage / ("new" if whole else "old"), target)
    shutil.rmtree(stage, ignore_errors=True)


def _without_record(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name != RECORD)
