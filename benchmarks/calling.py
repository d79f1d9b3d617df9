"""Full calls on loopback: the user's page's operation against hand-written httpx code.

Both send the same body and read the same answer. The hand-written code ends at parsed JSON; the
client also checks the request, decides on retries and makes classes of the answer. Rounds
alternate, and the best round of each counts.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 40
CALLS = 60
SERVER = """
import asyncio, sys
body = open(sys.argv[1], "rb").read()
head = b"HTTP/1.1 201 Created\\r\\nContent-Type: application/json\\r\\nContent-Length: %d\\r\\n\\r\\n"
answer = head % len(body) + body

class Connection(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.got = transport, b""

    def data_received(self, data):
        self.got += data
        while b"\\r\\n\\r\\n" in self.got:
            head, _, rest = self.got.partition(b"\\r\\n\\r\\n")
            lines = [l for l in head.lower().split(b"\\r\\n") if l.startswith(b"content-length:")]
            size = int(lines[0][15:]) if lines else 0
            if len(rest) < size:
                return
            self.got = rest[size:]
            self.transport.write(answer)

async def main():
    server = await asyncio.get_running_loop().create_server(Connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()

asyncio.run(main())
"""
REQUEST = {
    "name": "vpn-1",
    "vgw_id": "b32d91a4-0f1e-4c7f-9a30-e907174eb11d",
    "vgw_ip": "0c464dad-0f1e-4c7f-9a31-c22bb0eb0bde",
    "cgw_id": "5247ae10-0f1e-4c7f-9a32-dd36659a7f5d",
    "style": "static",
    "peer_subnets": ["192.168.44.0/24"],
    "tunnel_local_address": "169.254.56.225/30",
    "tunnel_peer_address": "169.254.56.226/30",
    "enable_nqa": False,
    "psk": "Abc_1234567",
    "ikepolicy": {"ike_version": "v2", "authentication_algorithm": "sha2-256"},
    "ipsecpolicy": {"encryption_algorithm": "aes-128", "lifetime_seconds": 3600},
}


@contextlib.contextmanager
def server(answer: bytes) -> Iterator[str]:
    """A quick server in a process of its own that gives one answer to everything; gives its URL."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.write(answer)
        file.flush()
        command = [sys.executable, "-c", SERVER, file.name]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            try:
                assert process.stdout is not None
                yield f"http://127.0.0.1:{int(process.stdout.readline())}"
            finally:
                process.kill()


def best(one: Callable[[], Any], other: Callable[[], Any]) -> tuple[float, float]:
    """Seconds of processor time a call, in the best of alternating rounds."""
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for times, run in zip(found, (one, other), strict=True):
            begun = time.process_time()
            for _ in range(CALLS):
                run()
            times.append((time.process_time() - begun) / CALLS)
    return min(found[0]), min(found[1])


async def best_async(
    one: Callable[[], Awaitable[Any]], other: Callable[[], Awaitable[Any]]
) -> tuple[float, float]:
    """The same for coroutines."""
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for times, run in zip(found, (one, other), strict=True):
            begun = time.process_time()
            for _ in range(CALLS):
                await run()
            times.append((time.process_time() - begun) / CALLS)
    return min(found[0]), min(found[1])


def show(name: str, bare: float, own: float) -> None:
    """One line of result."""
    print(
        f"{name:6} hand-written httpx {bare * 1e6:6.0f} µs, client {own * 1e6:6.0f} µs a call: "
        f"{own / bare:.3f} ×"
    )


def main() -> None:
    """Make the package, start the server, measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "gen", "generate", "spec/virtual-private-network", "-q"]
        command += ["-o", folder, "--package", "bench_vpn"]
        done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
        made = json.loads(done.stdout)
        sys.path.insert(0, folder)
        package: Any = importlib.import_module("bench_vpn")
        clients = getattr(package, made["client"]), getattr(package, made["async_client"])
        examples = json.loads(Path(folder, "bench_vpn/testing/_examples.json").read_text("utf-8"))
        answer = json.dumps(examples["operations"][0]["answers"][0]["body"]).encode()
        with server(answer) as url:
            measure(*clients, package.TokenAuth("token"), url)
        sys.path.remove(folder)


def measure(client_class: Any, async_class: Any, auth: httpx.Auth, url: str) -> None:
    """Sync, then async."""
    path = f"{url}/v5/p1/vpn-connection"
    headers = {"X-Auth-Token": "token"}
    body = {"vpn_connection": REQUEST}

    with httpx.Client() as http, client_class(url, project_id="p1", auth=auth) as client:

        def bare() -> Any:
            answer = http.post(path, json=body, headers=headers)
            answer.raise_for_status()
            return answer.json()

        show("sync", *best(bare, lambda: client.create_vpn_connection(**REQUEST)))

    async def asynchronous() -> None:
        async with (
            httpx.AsyncClient() as http,
            async_class(url, project_id="p1", auth=auth) as client,
        ):

            async def bare() -> Any:
                answer = await http.post(path, json=body, headers=headers)
                answer.raise_for_status()
                return answer.json()

            show("async", *await best_async(bare, lambda: client.create_vpn_connection(**REQUEST)))

    asyncio.run(asynchronous())


if __name__ == "__main__":
    main()
