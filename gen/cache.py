"""A content-addressed cache: what was made of the same bytes by the same generator is not made again.

Entries are plain bytes (JSON, text) under the SHA-256 of everything they depend on, each
behind its own SHA-256, so that a damaged or missing entry only costs time. No pickle, so that
a cache restored from elsewhere can never run code.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
import time
from functools import cache as memoize
from importlib import metadata
from pathlib import Path

import gen

_DAY = 24 * 60 * 60
_KEPT = 30 * _DAY
# An entry's place below the folder of its kind; nothing else is ever removed.
_ENTRY = re.compile(r"[0-9a-f]{2}/[0-9a-f]{62}\Z")
_DIGEST = hashlib.sha256().digest_size
_DEPENDENCIES = ("black", "docutils", "jinja2", "markupsafe")


def key_of(*parts: str | bytes) -> str:
    """The SHA-256 over ``parts``, each with its length, so that no two lists of parts collide."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(f"{len(data)}:".encode())
        total.update(data)
    return total.hexdigest()


@memoize
def templates_folder() -> Path:
    """Where the templates lie: inside the installed package, else beside ``gen/`` in a checkout."""
    package = Path(gen.__file__).resolve().parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


@memoize
def generator_key() -> str:
    """A key over the generator itself: its sources, its templates, the versions it depends on."""
    package = Path(gen.__file__).resolve().parent
    parts: list[str | bytes] = [gen.__version__]
    parts += [f"{name} {metadata.version(name)}" for name in _DEPENDENCIES]
    for root in (package, templates_folder()):
        for name, data in _files(root):
            parts += [name, data]
    return key_of(*parts)


def _files(root: Path) -> list[tuple[str, bytes]]:
    """Every file below ``root`` but the caches of tools, sorted by its relative path."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [one for one in folders if one != "__pycache__" and not one.startswith(".")]
        for name in names:
            path = Path(folder, name)
            found.append((path.relative_to(root).as_posix(), path.read_bytes()))
    return sorted(found)


class Cache:
    """Bytes by kind and key below a folder; with ``folder=None`` nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, kind: str, key: str) -> bytes | None:
        """The entry, or None where there is none that is whole."""
        if self.folder is None:
            return None
        path = self._path(kind, key)
        try:
            kept = path.read_bytes()
            used = path.stat().st_mtime
        except OSError:
            return None
        if time.time() - used > _DAY:
            # A cache that cannot be written can still be read.
            with contextlib.suppress(OSError):
                os.utime(path)
        data = kept[_DIGEST:]
        return data if hashlib.sha256(data).digest() == kept[:_DIGEST] else None

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep ``data``; written aside and renamed, so that readers never see a part of it."""
        if self.folder is None:
            return
        path = self._path(kind, key)
        part = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
                part = stream.name
                stream.write(hashlib.sha256(data).digest() + data)
            os.replace(part, path)
        except OSError:
            if part is not None:
                with contextlib.suppress(OSError):
                    os.unlink(part)

    def tidy(self) -> None:
        """Remove the entries that were not used for thirty days; looks for them once a day."""
        if self.folder is None or not self.folder.is_dir():
            return
        stamp = self.folder / "tidied"
        now = time.time()
        with contextlib.suppress(OSError):
            if stamp.exists() and now - stamp.stat().st_mtime < _DAY:
                return
            stamp.touch()
            for kind in sorted(self.folder.iterdir()):
                for path in sorted(kind.glob("??/*")):
                    if _ENTRY.match(path.relative_to(kind).as_posix()):
                        _remove_if_older(path, now - _KEPT)

    def _path(self, kind: str, key: str) -> Path:
        assert self.folder is not None
        return self.folder / kind / key[:2] / key[2:]


def _remove_if_older(path: Path, moment: float) -> None:
    # Another run may have removed it already.
    with contextlib.suppress(OSError):
        if path.stat().st_mtime < moment:
            path.unlink()


def default_folder() -> Path | None:
    """``$TABLEWRIGHT_CACHE`` (``off`` for none), else the user's cache folder."""
    named = os.environ.get("TABLEWRIGHT_CACHE", "")
    if named == "off":
        return None
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("tablewright", appauthor=False))
