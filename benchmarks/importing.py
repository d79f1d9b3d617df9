"""Import time and memory of whole services' packages, each import in a process of its own.

A child imports and says what that took: processor time and the rise of its resident memory, beyond
an interpreter that has started. Rounds alternate; every contender was imported once before, so
that bytecode is there and files are in memory.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.peers import openapi_python_client
from benchmarks.services import CORPUS, Service, packages, sources
from benchmarks.side_by_side import ratio_of

ROUNDS = 15
SERVICES = ("virtual-private-network", "elastic-cloud-server")
CHILD = """
import resource, sys, time
sys.path[:0] = sys.argv[2:]
def memory():
    for line in open("/proc/self/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1])
before, begun = memory(), time.process_time()
exec(sys.argv[1])
spent = time.process_time() - begun
print(spent, memory() - before)
"""
EVERYTHING = """
import importlib, pkgutil
package = importlib.import_module({package!r})
for one in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    if ".testing" not in one.name:
        importlib.import_module(one.name)
"""


def measure(program: str, paths: list[str]) -> tuple[float, float]:
    """Milliseconds and MiB that a program takes beyond a started interpreter."""
    command = [sys.executable, "-I", "-c", CHILD, program, *paths]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    seconds, size = done.stdout.split()
    return float(seconds) * 1e3, int(size) / 1024


def programs(service: Service, peer: Path | None) -> dict[str, str]:
    """What is imported, by name."""
    package, client = service.package, service.clients[0]
    found = {
        "nothing": "pass",
        "httpx": "import httpx; httpx.Client",
        "package": f"import {package}",
        "package and client": f"from {package} import {client}",
        "every module of it": EVERYTHING.format(package=package),
    }
    if peer is not None:
        found["openapi-python-client, package"] = f"import {peer.name}"
        found["openapi-python-client, client"] = f"from {peer.name} import AuthenticatedClient"
        found["openapi-python-client, models"] = f"import {peer.name}.models"
    if "private-network" in service.name:
        found["huaweicloudsdkvpn.v5"] = "import huaweicloudsdkvpn.v5"
    return found


def compare(service: Service, peer: Path | None) -> None:
    """Print a line for everything that is imported."""
    paths = [str(service.folder.parent), *([str(peer.parent)] if peer else [])]
    chosen = programs(service, peer)
    for program in chosen.values():
        measure(program, paths)
    times: dict[str, list[float]] = {name: [] for name in chosen}
    sizes: dict[str, list[float]] = {name: [] for name in chosen}
    for _ in range(ROUNDS):
        for name, program in chosen.items():
            spent, size = measure(program, paths)
            times[name].append(spent)
            sizes[name].append(size)
    print(f"{service.name}, {service.operations} operations")
    for name in chosen:
        ratio = ratio_of(times[name], times["httpx"])
        memory = median(sizes[name]) / median(sizes["httpx"])
        print(
            f"  {name:32} {median(times[name]):7.1f} ms beyond the interpreter, {ratio} httpx; "
            f"memory {memory:.2f} × httpx ({median(sizes[name]):.1f} MiB)"
        )


def main() -> None:
    """Compare the packages of two services, or the project's own where the corpus is absent."""
    chosen = [one for one in sources() if not CORPUS.is_dir() or one.name in SERVICES]
    with packages(chosen) as services, tempfile.TemporaryDirectory() as folder:
        for index, service in enumerate(services):
            try:
                peer = openapi_python_client(service, Path(folder, f"bench_peer_{index}"))
            except subprocess.CalledProcessError:
                print(f"openapi-python-client reads nothing of {service.name}")
                peer = None
            compare(service, peer)


if __name__ == "__main__":
    main()
