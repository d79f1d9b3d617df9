"""Both packages, generated from ``spec/`` anew, and one way to call both of their clients."""

from __future__ import annotations

import asyncio
import importlib
import json
import re
import shutil
import ssl
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

from tests.runtime.loopback import Loopback

ROOT = Path(__file__).parents[2]
NAMES = ("otc_vpn", "tide_gauge")
TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both packages, as ``generate`` writes them."""
    folder = tmp_path_factory.mktemp("made")
    shutil.copytree(ROOT / "spec", folder / "spec")
    shutil.copy(ROOT / "tablewright.toml", folder)
    done = subprocess.run(
        [sys.executable, "-m", "gen", "generate", "-q", "-o", str(folder / "out"), "--config", str(folder / "tablewright.toml")],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "out"


@pytest.fixture(scope="session", autouse=True)
def importable(made: Path) -> Iterator[None]:
    """Both packages can be imported while the tests run."""
    sys.path.insert(0, str(made))
    yield
    sys.path.remove(str(made))
    for name in [one for one in sys.modules if one.partition(".")[0] in NAMES]:
        del sys.modules[name]


@pytest.fixture(scope="session")
def vpn(importable: None) -> ModuleType:
    return importlib.import_module("otc_vpn")


@pytest.fixture(scope="session")
def tide(importable: None) -> ModuleType:
    return importlib.import_module("tide_gauge")


class Caller:
    """Calls methods of a package's clients against the server, in one of the two ways."""

    def __init__(self, server: Loopback, mode: str) -> None:
        self.server = server
        self.mode = mode

    def __call__(self, package: ModuleType, method: str, /, *args: Any, **kwargs: Any) -> Any:
        """The method's value; of a list operation, all items."""
        name = next(
            one for one in package._EXPORTS if one.startswith("Async") and one.endswith("Client")
        )
        settings: dict[str, Any] = kwargs.pop("client", {})
        settings = {
            "project_id": "p1",
            "auth": package.TokenAuth("tok-SECRET-1"),
            "retries": 0,
            **settings,
        }
        if self.mode == "sync":
            transport = httpx.HTTPTransport(verify=TLS)
            kind = getattr(package, name.removeprefix("Async"))
            with kind(self.server.url, transport=transport, **settings) as client:
                found = getattr(client, method)(*args, **kwargs)
                return list(found) if isinstance(found, package.Pager) else found

        async def main() -> Any:
            transport = httpx.AsyncHTTPTransport(verify=TLS)
            async with getattr(package, name)(
                self.server.url, transport=transport, **settings
            ) as client:
                found = getattr(client, method)(*args, **kwargs)
                if isinstance(found, package.AsyncPager):
                    return [one async for one in found]
                return await found

        return asyncio.run(main())


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, server: Loopback) -> Caller:
    return Caller(server, request.param)


def documented(page: str) -> tuple[list[Any], list[Any]]:
    """The JSON of a page's example requests and answers, read without the generator."""
    text = (ROOT / "spec" / page).read_text("utf-8")
    requests, _, answers = text.partition("xample requests")[2].partition("xample responses")
    if not answers:
        requests, _, answers = text.partition("Example Requests")[2].partition("Example Responses")
    return _blocks(requests), _blocks(answers)


def _blocks(text: str) -> list[Any]:
    found = []
    for match in re.finditer(
        r"^( *)\.\. code-block::.*\n\n((?:\1   .*\n|\n)+)", text, re.MULTILINE
    ):
        block = textwrap.dedent(match[2])
        start = re.search(r"^\{", block, re.MULTILINE)
        if start is not None:
            found.append(json.loads(block[start.start() :]))
    return found
