"""``tablewright.toml``, or ``[tool.tablewright]`` in ``pyproject.toml`` → settings.

Knows nothing of the pipeline. Format::

    output = "generated"            # where packages go; tests go to <output>/tests

    [[service]]
    docs = "spec/virtual-private-network"
    package = "otc_vpn"
    client = "VpnClient"            # default: from the package's name
    base_url = "https://vpn.example.com"
    operations = ["create_vpn_connection"]   # only these (names or keys)
"""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gen.findings import Position, TablewrightError

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover - exercised on Python 3.10
    import tomli as tomllib

FILE = "tablewright.toml"
# Emitted tests lie in a folder of this name beside the packages.
_TAKEN = "tests"
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+!_-]*\Z")
_IDENTIFIER = re.compile(r"[a-z_][a-z0-9_]*\Z")
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*\Z")


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """One package to make. Paths are absolute; '' and None stand for the default.

    ``operations``: names or keys of the operations to keep, empty for all.
    ``group_above``: more operations than this make a client of groups.
    ``where``: the line that names the docs, None for what is not configured.
    """

    docs: Path
    package: str = ""
    client: str = ""
    base_url: str = ""
    version: str = ""
    title: str = ""
    errata: Path | None = None
    lock: Path | None = None
    operations: tuple[str, ...] = ()
    group_above: int = 80
    where: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """All of a project's settings; ``file`` is where they came from, None for the defaults."""

    root: Path
    output: Path
    services: tuple[ServiceSettings, ...] = ()
    file: Path | None = None
    baseline: Path | None = None
    extra: dict[str, Any] = field(default_factory=dict)


_SERVICE_KEYS = {
    "docs": str,
    "package": str,
    "client": str,
    "base_url": str,
    "version": str,
    "title": str,
    "errata": str,
    "lock": str,
    "operations": list,
    "group_above": int,
}
_KINDS: dict[type, str] = {str: "a string", list: "a list", int: "an integer"}
_TOP_KEYS = {"output": str, "service": list, "baseline": str}


def find(start: Path) -> Path | None:
    """The settings file that governs ``start``: the nearest one in it or above it, or None."""
    for folder in (start, *start.parents):
        own = folder / FILE
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and "[tool.tablewright" in project.read_text("utf-8", "replace"):
            return project
    return None


def load(start: Path, file: Path | None = None) -> Settings:
    """Settings that govern the folder ``start`` (or those of ``file``); defaults where there is no file.

    Raises TablewrightError, with file and line, for what is not TOML, an unknown key, or a value of a wrong type.
    """
    path = file or find(start.resolve())
    if path is None:
        root = start.resolve()
        return Settings(root=root, output=root / "generated")
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TablewrightError(
            f"{path} cannot be read: {getattr(error, 'strerror', None) or error}",
            hint="give a readable UTF-8 file with --config",
        ) from error
    data = parse_toml(text, path.name)
    if path.name == "pyproject.toml":
        tool = data.get("tool", {})
        data = tool.get("tablewright", {}) if isinstance(tool, dict) else {}
        if not isinstance(data, dict):
            raise _wrong(path, text, "tablewright", "[tool.tablewright] must be a table")
    return _settings(path, text, data)


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """The values in ``text``. Raises TablewrightError, with the line in ``file``, where it is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) if found else max(len(text.splitlines()), 1)
        raise TablewrightError(
            f"not valid TOML: {error}", position=Position(file, line), hint="mend the file"
        ) from error


def _settings(path: Path, text: str, data: dict[str, Any]) -> Settings:
    root = path.parent.resolve()
    _check_keys(path, text, data, _TOP_KEYS)
    services = tuple(_service(path, text, root, entry) for entry in data.get("service", []))
    names = [s.package for s in services if s.package]
    for name in names:
        if names.count(name) > 1:
            raise _wrong(path, text, name, f"two services want the package name {name!r}")
    return Settings(
        root=root,
        output=root / data.get("output", "generated"),
        services=services,
        file=path,
        baseline=root / data["baseline"] if "baseline" in data else None,
    )


def _service(path: Path, text: str, root: Path, entry: Any) -> ServiceSettings:
    if not isinstance(entry, dict):
        raise _wrong(path, text, "service", "'service' must be an array of tables, [[service]]")
    _check_keys(path, text, entry, _SERVICE_KEYS)
    if "docs" not in entry:
        raise _wrong(
            path, text, "[[service]]", "a [[service]] lacks 'docs', the folder of its pages"
        )
    package, client = entry.get("package", ""), entry.get("client", "")
    if package:
        check_package_name(package, Position(path.name, _line(text, package)))
    if client and (not _CLASS.match(client) or keyword.iskeyword(client)):
        raise _wrong(path, text, client, f"client {client!r} is no class name like 'VpnClient'")
    version = entry.get("version", "")
    if version and not is_version(version):
        raise _wrong(path, text, "version", f"version {version!r} is no version like '1.4.0'")
    if not entry["docs"]:
        raise _wrong(path, text, "docs", "'docs' is empty; it is the folder of the service's pages")
    operations = entry.get("operations", [])
    if not all(isinstance(name, str) for name in operations):
        raise _wrong(path, text, "operations", "'operations' must be a list of strings")
    return ServiceSettings(
        docs=root / entry["docs"],
        package=package,
        client=client,
        base_url=entry.get("base_url", ""),
        version=version,
        title=entry.get("title", ""),
        errata=root / entry["errata"] if "errata" in entry else None,
        lock=root / entry["lock"] if "lock" in entry else None,
        operations=tuple(operations),
        group_above=entry.get("group_above", 80),
        where=Position(path.name, _line(text, entry["docs"])),
    )


def check_package_name(name: str, position: Position | None = None) -> None:
    """Raise TablewrightError unless ``name`` can be imported: lower-case words joined by ``_``."""
    if not _IDENTIFIER.match(name) or keyword.iskeyword(name):
        raise TablewrightError(
            f"{name!r} is no package name",
            position=position,
            hint="use lower-case letters, digits and '_', such as otc_vpn",
        )
    if name == _TAKEN:
        raise TablewrightError(
            f"a package cannot be called {name!r}: the emitted tests lie in a folder of that name",
            position=position,
            hint="give another name, such as otc_vpn",
        )


def is_version(text: str) -> bool:
    """Whether ``text`` can be a package's version: it goes into file names and headers."""
    return bool(_VERSION.match(text))


def _check_keys(path: Path, text: str, data: dict[str, Any], known: Mapping[str, type]) -> None:
    for key, value in data.items():
        if key not in known:
            expected = ", ".join(sorted(known))
            raise _wrong(path, text, key, f"unknown key {key!r}; known keys: {expected}")
        if not isinstance(value, known[key]) or isinstance(value, bool):
            kind = _KINDS[known[key]]
            if key == "service" and isinstance(value, dict):
                kind = "an array of tables, [[service]] in two pairs of brackets"
                value = "[service]"
            raise _wrong(path, text, key, f"{key!r} must be {kind}, not {value!r}")


def _line(text: str, word: str) -> int:
    for number, line in enumerate(text.splitlines(), start=1):
        if word in line:
            return number
    return 1


def _wrong(path: Path, text: str, word: str, message: str) -> TablewrightError:
    return TablewrightError(
        message, position=Position(path.name, _line(text, word)), hint="see README, Configuration"
    )
