"""The runtime as source: what it imports, and what type checkers make of it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import DOTTED, TEMPLATES, put_package

RUNTIME = sorted(TEMPLATES.glob("_runtime/*.py"))
THIRD_PARTY = {"httpx"}
WITHOUT_HTTPX = "checks error_body errors mismatches model operation redact signing violation wire"

USAGE = """
from __future__ import annotations

from typing import Any, overload

from PACKAGE._client import AsyncThingClient, ThingClient
from PACKAGE._runtime.model import UNSET, Unset
from PACKAGE._runtime.options import CallOptions
from PACKAGE._runtime.response import RawResponse
from PACKAGE.operations.things import Thing, ThingAnswer, ThingsAnswer


class Flat(ThingClient):
    @overload
    def make(self, *, name: str, options: CallOptions | None = None) -> ThingAnswer: ...
    @overload
    def make(self, *, body: dict[str, Any], options: CallOptions | None = None) -> ThingAnswer: ...
    def make(
        self, *, name: Any = UNSET, body: Any = UNSET, options: CallOptions | None = None
    ) -> ThingAnswer:
        return self.create_thing(name=name, body=body)


with Flat("https://x.example.com") as client:
    same: Flat = client.with_options(timeout=None)
    one: RawResponse[ThingAnswer] = client.raw(client.get_thing, "a", project_id="p")
    parsed: ThingAnswer = client.raw(client.make, name="x").parsed
    also: ThingAnswer = client.raw(client.make, body={}).parsed
    listed: ThingsAnswer = client.raw(client.list_things, "last", limit=3).parsed
    none: RawResponse[None] = client.raw(client.delete_thing, "a")
    things: list[Thing] = list(client.list_things())
    pages: list[ThingsAnswer] = list(client.list_things().pages())
    with client.stream(client.download_thing, "a") as answer:
        content: list[bytes] = list(answer.iter_bytes())
    client.raw(client.get_thing, 5)  # E
    client.raw(client.get_thing, "a", nothing=1)  # E
    wrong: RawResponse[int] = client.raw(client.get_thing, "a")  # E


async def main() -> None:
    async with AsyncThingClient("https://x.example.com") as client:
        one: RawResponse[ThingAnswer] = await client.raw(client.get_thing, "a")
        listed: RawResponse[ThingsAnswer] = await client.raw(client.list_things, "last")
        things: list[Thing] = [thing async for thing in client.list_things()]
        first: Thing | None = await client.list_things().first()
        async with client.stream(client.download_thing, "a") as answer:
            content: list[bytes] = [piece async for piece in answer.iter_bytes()]
        wrong: Thing = await client.list_things().page()  # E
"""


@pytest.mark.parametrize("path", RUNTIME, ids=lambda p: p.name)
def test_imports_are_relative_standard_or_httpx(path: Path) -> None:
    allowed = THIRD_PARTY | set(sys.stdlib_module_names)
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            assert {a.name.partition(".")[0] for a in node.names} <= allowed
        elif isinstance(node, ast.ImportFrom) and not node.level:
            assert (node.module or "").partition(".")[0] in allowed


def run(folder: Path, code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=True, timeout=60
    ).stdout


def test_models_checks_and_operations_need_no_httpx(tmp_path: Path) -> None:
    put_package(tmp_path, "deep.er.api")
    modules = ", ".join(f"deep.er.api._runtime.{name}" for name in WITHOUT_HTTPX.split())
    code = (
        f"import sys; sys.modules['httpx'] = None; import {modules}, deep.er.api.operations.things"
    )
    run(tmp_path, code)


def test_the_synchronous_client_needs_no_asyncio(tmp_path: Path) -> None:
    put_package(tmp_path, "api")
    code = "import sys, httpx; before = 'asyncio' in sys.modules; import api._client; " + (
        "print(before or 'asyncio' not in sys.modules)"
    )
    assert run(tmp_path, code).strip() == "True"


@pytest.mark.slow
def test_type_checkers_follow_the_calls(tmp_path: Path, root: Path) -> None:
    pytest.importorskip("mypy")
    put_package(tmp_path, DOTTED)
    lines = USAGE.replace("PACKAGE", DOTTED).splitlines()
    (tmp_path / "usage.py").write_text("\n".join(lines))
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir"]
    command += [str(root / ".mypy_cache" / "runtime"), "usage.py", DOTTED.partition(".")[0]]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    found = {line.split(":")[1] for line in done.stdout.splitlines() if ": error:" in line}
    expected = {str(n) for n, line in enumerate(lines, 1) if line.endswith("# E")}
    assert found == expected, done.stdout
    assert all(line.startswith("usage.py") for line in done.stdout.splitlines()), done.stdout
