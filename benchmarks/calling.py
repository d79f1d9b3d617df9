"""Full calls on loopback: the user's page's operation against hand-written httpx code.

Both send the same body and read the same answer. The hand-written code ends at parsed JSON; the
client also checks the request, decides on retries and makes classes of the answer. Processor
time of the caller is counted, since waiting for the server is the same for both.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx

from benchmarks.side_by_side import Timings, race

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 31
SECONDS = 0.04
BATCH = 20
BARE, OWN, UNCHECKED = "hand-written httpx", "client", "client without checks"
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


def show(name: str, timings: Timings) -> None:
    """One line of result."""
    print(
        f"{name:6} hand-written httpx {timings.micros(BARE):5.0f} µs of processor time, client "
        f"{timings.ratio(OWN, BARE)}, "
        f"client without checks {timings.ratio(UNCHECKED, BARE)}"
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
        unchecked = client.with_options(validate=False)

        def bare() -> Any:
            answer = http.post(path, json=body, headers=headers)
            answer.raise_for_status()
            return answer.json()

        runs: dict[str, Callable[[], object]] = {
            BARE: bare,
            OWN: lambda: client.create_vpn_connection(**REQUEST),
            UNCHECKED: lambda: unchecked.create_vpn_connection(**REQUEST),
        }
        show("sync", race(runs, rounds=ROUNDS, seconds=SECONDS))

    loop = asyncio.new_event_loop()
    try:
        measure_async(loop, async_class(url, project_id="p1", auth=auth), path, headers, body)
    finally:
        loop.close()


def measure_async(
    loop: asyncio.AbstractEventLoop, client: Any, path: str, headers: dict[str, str], body: Any
) -> None:
    """One call after another on one loop; a round is a batch of them."""
    http = httpx.AsyncClient()
    unchecked = client.with_options(validate=False)

    async def bare() -> Any:
        answer = await http.post(path, json=body, headers=headers)
        answer.raise_for_status()
        return answer.json()

    def batch(call: Callable[[], Awaitable[Any]]) -> Callable[[], object]:
        async def several() -> None:
            for _ in range(BATCH):
                await call()

        return lambda: loop.run_until_complete(several())

    runs = {
        BARE: batch(bare),
        OWN: batch(lambda: client.create_vpn_connection(**REQUEST)),
        UNCHECKED: batch(lambda: unchecked.create_vpn_connection(**REQUEST)),
    }
    timings = race(runs, rounds=ROUNDS, seconds=SECONDS)
    each = {name: [one / BATCH for one in found] for name, found in timings.items()}
    show("async", Timings(each))
    loop.run_until_complete(http.aclose())
    loop.run_until_complete(client.aclose())


if __name__ == "__main__":
    main()
