"""Writing output whole or not at all: a staging place, one journal, renames, recovery.

Knows nothing of what it writes. ``DIR/.tablewright/`` holds the lock that keeps
a second run out and, while a run lasts, the staged output. A stage without its
journal is dropped by the next run, one with it is carried to the end: a name may
be missing between two renames, but old and new are never mixed.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from gen.findings import TablewrightError

MANIFEST = "manifest.json"
WORK = ".tablewright"
_JOURNAL = "journal.json"
_IGNORED = {"__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis"}

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder to write: ``target`` relative to the output folder, and its files by posix path."""

    target: str
    files: Files


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between a folder on disk and the files it should hold."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def digest(data: bytes) -> str:
    """The SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def manifest(files: Files, about: Mapping[str, object]) -> bytes:
    """The manifest of a tree as JSON: ``about`` (generator, black…) and each file's SHA-256."""
    body = {**about, "files": {name: digest(files[name]) for name in sorted(files)}}
    return (json.dumps(body, indent=2, ensure_ascii=True) + "\n").encode()


def read_manifest(folder: Path) -> dict[str, object] | None:
    """The manifest of a folder this generator wrote; None where there is none that can be read."""
    try:
        data = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(data, dict) or not isinstance(data.get("files"), dict):
        return None
    return data if data.get("generator") == "tablewright" else None


def list_files(folder: Path) -> dict[str, Path]:
    """All files below ``folder`` by posix path, the caches of tools left out."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if _IGNORED.isdisjoint(relative.parts) and (path.is_file() or path.is_symlink()):
            found[relative.as_posix()] = path
    return found


def content(path: Path) -> bytes | None:
    """The bytes of a file; None for a link, or what cannot be read: it is none of ours."""
    if path.is_symlink():
        return None
    try:
        return path.read_bytes()
    except OSError:
        return None


def compare(folder: Path, files: Files) -> Difference:
    """What ``generate`` would change in ``folder`` to make it hold exactly ``files``."""
    present = list_files(folder) if folder.is_dir() else {}
    changed = [
        name
        for name in sorted(files.keys() & present.keys())
        if content(present[name]) != files[name]
    ]
    return Difference(
        added=tuple(sorted(files.keys() - present.keys())),
        removed=tuple(sorted(present.keys() - files.keys())),
        changed=tuple(changed),
    )


def hand_edits(folder: Path) -> list[str]:
    """Files that are not as the manifest recorded them: edited, added or deleted by hand."""
    recorded = read_manifest(folder)
    if recorded is None:
        return []
    hashes = recorded["files"]
    assert isinstance(hashes, dict)
    present = list_files(folder)
    edited = {
        name
        for name, hash_ in hashes.items()
        if name in present and digest(content(present[name]) or b"") != hash_
    }
    missing = hashes.keys() - present.keys()
    foreign = present.keys() - hashes.keys() - {MANIFEST}
    return sorted(edited | missing | foreign)


def refuse_foreign(output: Path, trees: list[Tree]) -> None:
    """Raise TablewrightError where a target is not ours: without manifest, or with files it does not list."""
    for tree in trees:
        folder = output / tree.target
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise TablewrightError(
                f"{folder} is not a folder",
                hint="remove it, or choose another place with -o or --package",
            )
        if not folder.is_dir():
            continue
        present = list_files(folder)
        if not present:
            continue
        recorded = read_manifest(folder)
        if recorded is None:
            raise _unrecorded(folder)
        hashes = recorded["files"]
        assert isinstance(hashes, dict)
        foreign = sorted(present.keys() - hashes.keys() - {MANIFEST})
        if foreign:
            raise TablewrightError(
                f"{folder} holds a file that tablewright did not write: {foreign[0]}"
                + (f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""),
                hint="move it out of the generated folder, which is replaced whole",
            )


def _unrecorded(folder: Path) -> TablewrightError:
    if (folder / MANIFEST).exists():
        return TablewrightError(
            f"{folder / MANIFEST} is damaged, or another program wrote it",
            hint="restore it from version control, or move the folder away and generate it anew",
        )
    return TablewrightError(
        f"{folder} was not written by tablewright: it holds files but no {MANIFEST}",
        hint="move it away, or choose another place with -o or --package",
    )


@contextmanager
def exclusive(output: Path) -> Iterator[None]:
    """Hold the output folder for one run, after finishing what an interrupted one left.

    Raises TablewrightError when another run holds it or the folder cannot be written.
    """
    work = output / WORK
    try:
        work.mkdir(parents=True, exist_ok=True)
        ignore = work / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n")
    except OSError as error:
        raise _unwritable(output, error) from error
    lock = FileLock(work / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise TablewrightError(
            f"another run is writing to {output}", hint="wait until it has ended"
        ) from error
    except OSError as error:
        raise _unwritable(output, error) from error
    try:
        recover(output)
        yield
    finally:
        lock.release()


def recover(output: Path) -> None:
    """Finish or drop what an interrupted run left in ``output``; the lock must be held."""
    stage = output / WORK / "stage"
    if not stage.exists():
        return
    if (stage / _JOURNAL).is_file():
        _swap(output, stage)
    shutil.rmtree(stage, ignore_errors=True)


def write(output: Path, trees: list[Tree], single: Mapping[Path, bytes] | None = None) -> None:
    """Replace the trees below ``output``, and the files of ``single`` (absolute paths), together.

    Must run inside :func:`exclusive`. Raises TablewrightError when anything cannot
    be written; then nothing has changed.
    """
    refuse_foreign(output, trees)
    stage = output / WORK / "stage"
    try:
        shutil.rmtree(stage, ignore_errors=True)
        moves: list[dict[str, str]] = []
        for number, tree in enumerate(trees):
            _stage_tree(stage / str(number), tree.files)
            moves.append({"from": str(number), "to": tree.target})
        singles: list[dict[str, str]] = []
        for number, (path, data) in enumerate(sorted((single or {}).items())):
            name = f"file{number}"
            _write_file(stage / name, data)
            singles.append({"from": name, "to": str(path)})
            if not path.parent.is_dir():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
            if not os.access(path if path.exists() else path.parent, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        for tree in trees:
            (output / tree.target).parent.mkdir(parents=True, exist_ok=True)
        journal = json.dumps({"moves": moves, "files": singles}).encode()
        _write_file(stage / (_JOURNAL + ".part"), journal)
        os.replace(stage / (_JOURNAL + ".part"), stage / _JOURNAL)
    except OSError as error:
        shutil.rmtree(stage, ignore_errors=True)
        raise _unwritable(output, error) from error
    _swap(output, stage)
    shutil.rmtree(stage, ignore_errors=True)


def _swap(output: Path, stage: Path) -> None:
    journal = _journal(output, stage)
    try:
        _carry_out(output, stage, journal)
    except OSError as error:
        raise TablewrightError(
            f"{error.filename or output} cannot be written: {error.strerror or error};"
            " the next run finishes what this one began",
            hint="free the space or the permission, and run it again",
        ) from error


def _carry_out(output: Path, stage: Path, journal: dict[str, list[dict[str, str]]]) -> None:
    for move in journal["moves"]:
        source, target = stage / move["from"], output / move["to"]
        if not source.exists():
            continue
        if target.exists():
            retired = stage / f"old-{move['from']}"
            if retired.exists():
                shutil.rmtree(retired)
            os.rename(target, retired)
        os.rename(source, target)
    for move in journal["files"]:
        source, path = stage / move["from"], Path(move["to"])
        if source.exists():
            beside = path.with_name(f".{path.name}.part")
            shutil.copyfile(source, beside)
            os.replace(beside, path)
            source.unlink()


def _journal(output: Path, stage: Path) -> dict[str, list[dict[str, str]]]:
    """What was to be moved. Raises TablewrightError for a journal that no run of ours has written."""
    try:
        journal = json.loads((stage / _JOURNAL).read_bytes())
        moves = [PurePosixPath(move[key]) for move in journal["moves"] for key in ("from", "to")]
        moves += [PurePosixPath(move["from"]) for move in journal["files"]]
        if not all(isinstance(move["to"], str) for move in journal["files"]):
            raise ValueError("no path")
        if any(path.is_absolute() or ".." in path.parts for path in moves):
            raise ValueError("a path leads out of the output")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TablewrightError(
            f"{stage / _JOURNAL} is damaged: what an interrupted run was writing cannot be finished",
            hint=f"delete {stage}, restore {output} from version control, and generate anew",
        ) from error
    return dict(journal)


def _stage_tree(folder: Path, files: Files) -> None:
    for name in sorted(files):
        pure = PurePosixPath(name)
        if pure.is_absolute() or ".." in pure.parts:
            raise ValueError(f"refusing to write outside the output: {name!r}")
        _write_file(folder / pure, files[name])


def _write_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        stream.write(data)


def _unwritable(output: Path, error: OSError) -> TablewrightError:
    reason = error.strerror or str(error)
    return TablewrightError(
        f"{error.filename or output} cannot be written: {reason}; nothing was changed",
        hint="free the space or the permission, or choose another place with -o",
    )
