"""The services that are measured: packages made of the corpus, or of ``spec/`` where it is absent."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
USERS_PAGE = ROOT / "spec" / "virtual-private-network"


@dataclass(frozen=True)
class Service:
    """A package that was made, with its OpenAPI document."""

    name: str
    package: str
    folder: Path
    clients: tuple[str, str]
    operations: int

    def document(self) -> dict[str, Any]:
        """Its OpenAPI document."""
        text = (self.folder / "openapi.json").read_text("utf-8")
        return dict(json.loads(text))

    def class_of(self, schema: str) -> Any:
        """The generated class of a component schema."""
        return getattr(importlib.import_module(self.package), schema)


@dataclass(frozen=True)
class Example:
    """A documented body and the component schema it is described by."""

    service: Service
    operation: str
    schema: str
    value: Any

    @property
    def size(self) -> int:
        """Its length as compact JSON."""
        return len(json.dumps(self.value, separators=(",", ":")))


def sources() -> list[Path]:
    """The folder of each service to measure: the corpus's, or the project's own."""
    source = CORPUS if CORPUS.is_dir() else ROOT / "spec"
    return sorted(path for path in source.iterdir() if path.is_dir())


@contextlib.contextmanager
def packages(folders: Iterable[Path]) -> Iterator[list[Service]]:
    """Make packages of these folders somewhere, importable for as long as the context lasts.

    ``TABLEWRIGHT_BENCH`` names a folder to make them in, and to find them in again.
    """
    with contextlib.ExitStack() as stack:
        kept = os.environ.get("TABLEWRIGHT_BENCH")
        place = Path(kept or stack.enter_context(tempfile.TemporaryDirectory())).resolve()
        sys.path.insert(0, str(place))
        stack.callback(sys.path.remove, str(place))
        importlib.invalidate_caches()
        yield [make(folder, place) for folder in folders]


def make(folder: Path, place: Path) -> Service:
    """One package of one folder of pages."""
    package = "bench_" + folder.name.replace("-", "_") + ("_page" if folder == USERS_PAGE else "")
    command = [sys.executable, "-m", "gen", "generate", str(folder), "-q"]
    command += ["-o", str(place), "--package", package]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    line = json.loads(done.stdout)
    return Service(
        folder.name,
        package,
        place / package,
        (line["client"], line["async_client"]),
        line["operations"],
    )


def examples(service: Service, *, requests: bool) -> list[Example]:
    """The documented bodies that parse and are objects of a schema with a name, largest first."""
    found = []
    for operation in operations(service.document()):
        for content in contents(operation, requests=requests):
            schema = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
            for example in content.get("examples", {}).values():
                value = example.get("value")
                if schema and isinstance(value, dict):
                    name = str(operation.get("operationId", ""))
                    found.append(Example(service, name, schema, value))
    return sorted(found, key=lambda one: (-one.size, one.operation))


def operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The operation objects of an OpenAPI document."""
    for item in document["paths"].values():
        for method, operation in item.items():
            if method in ("get", "put", "post", "delete", "patch", "head", "options"):
                yield operation


def contents(operation: dict[str, Any], *, requests: bool) -> Iterator[dict[str, Any]]:
    """The JSON media type objects of an operation's request body or of its good answers."""
    bodies = (
        [operation.get("requestBody", {})]
        if requests
        # "default" is the answer of pages that name no status.
        else [
            body
            for status, body in operation["responses"].items()
            if status.startswith("2") or status == "default"
        ]
    )
    for body in bodies:
        for media, content in body.get("content", {}).items():
            if "json" in media:
                yield content


def lines_of(folder: Path, *, without: tuple[str, ...] = ()) -> int:
    """Lines of Python under a folder, but for sub-folders of these names."""
    return sum(
        len(path.read_bytes().splitlines())
        for path in folder.rglob("*.py")
        if not set(path.relative_to(folder).parts) & set(without)
    )
