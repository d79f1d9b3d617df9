"""A small vendored package, a loopback server, and one way to call both clients."""

from __future__ import annotations

import asyncio
import importlib
import shutil
import ssl
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from .loopback import Loopback

HERE = Path(__file__).parent
TEMPLATES = HERE.parent.parent / "templates" / "package"
TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
DOTTED = "some_app._vendor.thing_api"


def put_package(folder: Path, dotted: str = DOTTED) -> Path:
    """The fake package with the real runtime, at any depth under ``folder``."""
    target = folder.joinpath(*dotted.split("."))
    shutil.copytree(HERE / "fake_package", target, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(
        TEMPLATES / "_runtime", target / "_runtime", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("_transport.py", "_routes.py"):
        shutil.copy(TEMPLATES / "testing" / name, target / "testing" / name)
    for parent in list(target.parents)[: dotted.count(".")]:
        (parent / "__init__.py").touch()
    return target


@pytest.fixture(scope="session")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """The package's modules, imported from a vendored copy."""
    folder = tmp_path_factory.mktemp("app")
    put_package(folder)
    sys.path.insert(0, str(folder))

    def load(name: str) -> Any:
        return importlib.import_module(f"{DOTTED}.{name}")

    runtime = (
        "aclient auth base client core deadlines error_body errors operation options paging prepare redact "
        "response retry signing upload wire"
    )
    modules = {name: load(f"_runtime.{name}") for name in runtime.split()}
    yield SimpleNamespace(
        **modules,
        package=DOTTED,
        Client=load("_client").ThingClient,
        AsyncClient=load("_client").AsyncThingClient,
        things=load("operations.things"),
        offline=load("testing._transport"),
    )
    sys.path.remove(str(folder))


class Caller:
    """Makes a call in one of the two ways, so that each test holds for both."""

    def __init__(self, api: SimpleNamespace, server: Loopback, mode: str) -> None:
        self.api = api
        self.server = server
        self.mode = mode

    def settings(self, given: dict[str, Any]) -> dict[str, Any]:
        """A client's settings: quick retries, a token to look for, no certificates to load."""
        kind = httpx.HTTPTransport if self.mode == "sync" else httpx.AsyncHTTPTransport
        return {
            "transport": kind(verify=TLS),
            "project_id": "p1",
            "auth": self.api.auth.TokenAuth("tok-SECRET-1"),
            "retries": self.api.retry.Retry(2, pause=0.01),
            **given,
        }

    def __call__(
        self, method: str, /, *args: Any, client: dict[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        """``client.<method>(…)``; of a pager, all items as a list."""
        settings = self.settings(client or {})
        url = settings.pop("base_url", self.server.url)
        if self.mode == "sync":
            with self.api.Client(url, **settings) as sync:
                made = getattr(sync, method)(*args, **kwargs)
                return list(made) if isinstance(made, self.api.paging.Pager) else made

        async def main() -> Any:
            async with self.api.AsyncClient(url, **settings) as both:
                made = getattr(both, method)(*args, **kwargs)
                if isinstance(made, self.api.paging.AsyncPager):
                    return [item async for item in made]
                return await made

        return asyncio.run(main())


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, api: SimpleNamespace, server: Loopback) -> Caller:
    """Calls against the loopback server, once with each client."""
    return Caller(api, server, request.param)
