"""What other generators make of the OpenAPI documents that are emitted here, and the vendor's SDK.

Time and lines of output of openapi-python-client and datamodel-code-generator (models only),
each started as a command as a person would; the generator here reads the pages themselves,
without its cache.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.services import CORPUS, ROOT, USERS_PAGE, Service, lines_of, packages

WHOLE = CORPUS / "virtual-private-network"


def tool(name: str) -> str:
    """The path of a command that stands beside this Python."""
    return str(Path(sys.executable).parent / name)


def untitled(document: Any) -> Any:
    """The document without titles: openapi-python-client makes class names of them, and requests
    and answers share the caption that stands there."""
    if isinstance(document, list):
        return [untitled(one) for one in document]
    if isinstance(document, dict):
        kept = {k: v for k, v in document.items() if not (k == "title" and isinstance(v, str))}
        return {key: untitled(value) for key, value in kept.items()} | (
            {"title": document["title"]} if "version" in document and "title" in document else {}
        )
    return document


@contextlib.contextmanager
def stored(document: Any) -> Iterator[Path]:
    """A file with this document."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "openapi.json")
        path.write_text(json.dumps(document), "utf-8")
        yield path


def run(command: list[str]) -> None:
    """Run a generator; its warnings about what it leaves out are not shown."""
    # It formats its output with ruff, which stands beside Python too.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    subprocess.run(
        command, check=True, cwd=ROOT, capture_output=True, env={**os.environ, "PATH": path}
    )


def openapi_python_client(service: Service, out: Path) -> Path:
    """Its package for a service, in ``out``."""
    with stored(untitled(service.document())) as path:
        command = [tool("openapi-python-client"), "generate", "--path", str(path)]
        run([*command, "--output-path", str(out), "--meta", "none", "--overwrite"])
    return out


def datamodel_code_generator(service: Service, out: Path) -> Path:
    """Its pydantic models for a service, in a file in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    with stored(service.document()) as path:
        command = [tool("datamodel-codegen"), "--input", str(path), "--input-file-type", "openapi"]
        command += ["--output-model-type", "pydantic_v2.BaseModel", "--use-schema-description"]
        run([*command, "--use-field-description", "--output", str(out / "models.py")])
    return out


def generated_here(docs: Path, out: Path) -> Path:
    """The package made here of the pages, with an empty cache."""
    with tempfile.TemporaryDirectory() as cache:
        command = [sys.executable, "-m", "gen", "generate", str(docs), "-q", "-o", str(out)]
        subprocess.run(
            command,
            check=True,
            cwd=ROOT,
            capture_output=True,
            env={**os.environ, "TABLEWRIGHT_CACHE": cache},
        )
    return next(path.parent for path in out.glob("*/manifest.json") if path.parent.name != "tests")


def operations_of_vendor() -> tuple[int, int] | None:
    """Lines and operations of the vendor's SDK, version 5; None where it is not installed."""
    found = importlib.util.find_spec("huaweicloudsdkvpn")
    if found is None or not found.submodule_search_locations:
        return None
    folder = Path(found.submodule_search_locations[0], "v5")
    text = (folder / "vpn_client.py").read_text("utf-8")
    return lines_of(folder), len(re.findall(r"^    def _\w+_http_info\(", text, re.MULTILINE))


def timed(work: Callable[[], Path]) -> tuple[float, Path]:
    """Seconds, and what came of it."""
    begun = time.perf_counter()
    made = work()
    return time.perf_counter() - begun, made


def operations_written(folder: Path) -> int:
    """How many operations openapi-python-client wrote: it leaves out what it cannot read."""
    api = folder / "api"
    return sum(path.name != "__init__.py" for path in api.rglob("*.py"))


def show(docs: Path, service: Service, place: Path) -> None:
    """Print time and lines for one service."""
    own, package = timed(lambda: generated_here(docs, place / "own"))
    opc, client = timed(lambda: openapi_python_client(service, place / "opc" / "client"))
    dcg, models = timed(lambda: datamodel_code_generator(service, place / "dcg"))
    count = service.operations
    whole, code = lines_of(package), lines_of(package, without=("_runtime", "testing"))
    print(f"{docs.name} ({docs.parent.name}), {count} operations")
    print(f"  generated here: {own:.1f} s; {code} lines of code for the service "
          f"({code / count:.0f} an operation), {whole} with runtime and test kit")  # fmt: skip
    written, total = operations_written(client), lines_of(client)
    print(f"  openapi-python-client: {opc / own:.2f} × the time; {total} lines, "
          f"{written} operations ({total / max(written, 1):.0f} an operation)")  # fmt: skip
    total = lines_of(models)
    print(f"  datamodel-code-generator: {dcg / own:.2f} × the time; {total} lines, models only")


def main() -> None:
    """Print what each generator makes of the user's page and of the whole service."""
    folders = [USERS_PAGE, WHOLE] if WHOLE.is_dir() else [USERS_PAGE]
    with packages(folders) as services:
        for docs, service in zip(folders, services, strict=True):
            with tempfile.TemporaryDirectory() as place:
                show(docs, service, Path(place))
    vendor = operations_of_vendor()
    if vendor is not None:
        lines, count = vendor
        print(f"huaweicloudsdkvpn.v5: {lines} lines, {count} operations ({lines / count:.0f} each)")


if __name__ == "__main__":
    main()
