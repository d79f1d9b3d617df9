"""Which pages there are, sorted; their bytes; the errata and the names lock that lie beside them.

Knows nothing of RST.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gen.findings import Finding, Position, TablewrightError, finding

ERRATA = "errata.toml"
LOCK = "names.lock"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A page: ``name`` relative to DOCS with ``/`` (the base name where DOCS is a page), and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Docs:
    """What a folder of docs holds. ``errata`` and ``lock`` are '' where there is no such file."""

    root: Path
    files: tuple[SourceFile, ...]
    errata: str = ""
    lock: str = ""
    errata_file: str = ERRATA
    lock_file: str = LOCK

    def texts(self) -> tuple[dict[str, str], list[Finding]]:
        """The pages as text, in order; a page that is not UTF-8 becomes a finding and is left out."""
        texts: dict[str, str] = {}
        findings: list[Finding] = []
        for file in self.files:
            try:
                texts[file.name] = file.data.decode("utf-8")
            except UnicodeDecodeError as error:
                line = file.data.count(b"\n", 0, error.start) + 1
                findings.append(
                    finding(
                        "TW101",
                        f"byte 0x{file.data[error.start]:02x} is not valid UTF-8; the page was left out",
                        Position(file.name, line),
                        "store the page as UTF-8",
                    )
                )
        return texts, findings

    def undecodable(self) -> frozenset[str]:
        """The names of the pages that are not UTF-8."""
        return frozenset(file.name for file in self.files) - self.texts()[0].keys()


def discover(docs: Path, *, errata: Path | None = None, lock: Path | None = None) -> Docs:
    """The pages of ``docs``, a page or a folder, sorted by name; hidden files and folders are left out.

    ``errata`` and ``lock`` name those files where they lie elsewhere than beside the pages.
    Raises TablewrightError where there is no such place, no page in it, or a file cannot be read.
    """
    if docs.is_file():
        folder, paths = docs.parent, [docs]
    elif docs.is_dir():
        folder = docs
        paths = sorted(
            (path for path in docs.rglob("*.rst") if path.is_file() and _visible(path, docs)),
            key=lambda path: path.relative_to(docs).as_posix(),
        )
    else:
        raise TablewrightError(
            f"{docs} does not exist", hint="give a page or a folder of .rst pages"
        )
    if not paths:
        raise TablewrightError(
            f"{docs} holds no .rst page", hint="give a page or a folder of .rst pages"
        )
    files = tuple(SourceFile(path.relative_to(folder).as_posix(), _read(path)) for path in paths)
    errata_path, lock_path = errata or folder / ERRATA, lock or folder / LOCK
    return Docs(
        root=folder,
        files=files,
        errata=_text(errata_path),
        lock=_text(lock_path),
        errata_file=errata_path.name,
        # Which service it belongs to is said by no line of it.
        lock_file=_shown(lock_path),
    )


def _shown(path: Path) -> str:
    """``path`` as a person would name it: relative to the current folder where it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def _visible(path: Path, root: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(root).parts)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TablewrightError(
            f"{path.name} cannot be read: {error.strerror}", hint="mend its permissions"
        ) from error


def _text(path: Path) -> str:
    if not path.is_file():
        if path.exists() or path.is_symlink():
            raise TablewrightError(f"{path} is not a file", hint="move it away")
        return ""
    try:
        return _read(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise TablewrightError(
            f"{path.name} is not UTF-8: {error}", hint="store it as UTF-8 text"
        ) from error
