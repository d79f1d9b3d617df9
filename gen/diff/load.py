"""OLD and NEW of the command line → folders of docs: an existing path, else a git revision."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gen.findings import TablewrightError

_FILES = {"100644", "100755"}


@dataclass(frozen=True, slots=True)
class State:
    """A state of the docs: where it lies now, what the user called it, and where it lies in the repository.

    ``origin`` is ``docs`` itself unless the state was taken out of a revision.
    """

    docs: Path
    label: str
    origin: Path

    @property
    def temporary(self) -> bool:
        """Whether the state was taken out of a revision."""
        return self.origin != self.docs


@contextmanager
def resolve(spec: str, docs_path: str = "", repository: Path | None = None) -> Iterator[State]:
    """The docs that ``spec`` means, for the time of the ``with`` block.

    ``spec``: an existing path, else a git revision of ``repository`` (default: the working
    directory's). ``docs_path``: where the docs lie in that revision, relative to the
    repository's root. Files come out byte for byte, whatever the checkout's settings.
    Raises TablewrightError for what is neither, or a revision without the docs.
    """
    path = Path(spec)
    if path.exists():
        yield State(path, spec, path)
        return
    root = _root(repository or Path.cwd(), spec)
    commit = _commit(root, spec)
    with tempfile.TemporaryDirectory(prefix="tablewright-diff-") as folder:
        docs = _extract(root, commit, spec, docs_path, Path(folder))
        yield State(docs, spec, root / docs_path)


def path_in_repository(path: Path) -> str:
    """``path`` relative to the root of the git repository that holds it, '' where none does."""
    folder = path if path.is_dir() else path.parent
    found = _git(folder, "rev-parse", "--show-toplevel")
    if found.returncode != 0:
        return ""
    root = Path(found.stdout.decode().strip()).resolve()
    try:
        return path.resolve().relative_to(root).as_posix()
    except ValueError:
        return ""


def _git(
    folder: Path, *arguments: str, data: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments], input=data, capture_output=True, check=False
        )
    except OSError as error:
        raise TablewrightError(
            f"git cannot be run: {error}", hint="install git, or give folders instead of revisions"
        ) from error


def _root(folder: Path, spec: str) -> Path:
    found = _git(folder, "rev-parse", "--show-toplevel")
    if found.returncode != 0:
        raise TablewrightError(
            f"{spec!r} is no existing path, and this is no git repository to look it up in",
            hint="give a page, a folder of pages, or run inside the repository of the docs",
        )
    return Path(found.stdout.decode().rstrip("\n"))


def _commit(root: Path, spec: str) -> str:
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{spec}^{{commit}}")
    if found.returncode != 0 or spec.startswith("-"):
        raise TablewrightError(
            f"{spec!r} is neither an existing path nor a git revision",
            hint="a shallow clone lacks old revisions: fetch with full depth",
        )
    return found.stdout.decode().strip()


def _extract(root: Path, commit: str, spec: str, docs_path: str, target: Path) -> Path:
    """Write the regular files below ``docs_path``. Not ``git archive``: attributes change what it gives."""
    wanted = PurePosixPath(docs_path.replace("\\", "/")).as_posix() if docs_path else "."
    listing = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", wanted)
    entries = []
    for line in listing.stdout.split(b"\0"):
        about, _, name = line.partition(b"\t")
        parts = about.split()
        if len(parts) == 3 and parts[0].decode() in _FILES:
            entries.append((parts[2].decode(), name.decode("utf-8", "surrogateescape")))
    if listing.returncode != 0 or not entries:
        raise TablewrightError(
            f"the revision {spec!r} has no docs at {wanted!r}",
            hint="say where the docs lie with --docs PATH, relative to the repository's root",
        )
    blobs = _blobs(root, [ident for ident, _ in entries])
    for content, (_, path) in zip(blobs, entries, strict=True):
        pure = PurePosixPath(path)
        if pure.is_absolute() or ".." in pure.parts:
            continue
        file = target / pure
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return target if wanted == "." else target / wanted


def _blobs(root: Path, ids: list[str]) -> Iterator[bytes]:
    """The contents of objects, through one process."""
    done = _git(root, "cat-file", "--batch", data="".join(f"{ident}\n" for ident in ids).encode())
    data, position = done.stdout, 0
    for ident in ids:
        end = data.find(b"\n", position)
        head = data[position:end].split()
        if end < 0 or len(head) != 3:
            raise TablewrightError(
                f"git cannot read the object {ident}",
                hint="a partial clone lacks it: fetch it first",
            )
        size = int(head[2])
        yield data[end + 1 : end + 1 + size]
        position = end + 1 + size + 1
