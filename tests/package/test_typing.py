"""Type checkers are content with both packages, by themselves and vendored, and follow the calls."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.package.conftest import NAMES

pytestmark = pytest.mark.slow

USAGE = """\
import asyncio
from collections.abc import Iterator
from PREFIXotc_vpn import AsyncVpnClient, CreateVpnConnectionResponse, VpnClient
from PREFIXtide_gauge import AsyncTideGaugeClient, ListStationsResponse, Station, TideGaugeClient

vpn = VpnClient("https://a.example")
tide = TideGaugeClient("https://a.example")
made: CreateVpnConnectionResponse = vpn.create_vpn_connection(vgw_id="", vgw_ip="", cgw_id="")
vpn.create_vpn_connection(body={"vpn_connection": {}})
vpn.create_vpn_connection(vgw_id="", vgw_ip="")  # E
vpn.create_vpn_connection(vgw_id="", vgw_ip="", cgw_id="", style="quantum")  # E
vpn.create_vpn_connection(vgw_id="", vgw_ip="", cgw_id="", enable_nqa="yes")  # E
walk: Iterator[Station] = iter(tide.list_stations())
pages: Iterator[ListStationsResponse] = tide.list_stations().pages()
wrong: int = tide.list_stations().first()  # E
tide.list_stations(status="asleep")  # E
tide.update_station(station_id="", note=None)
tide.update_station(station_id="", name=None)  # E
tide.delete_station()  # E


async def main() -> None:
    async with AsyncVpnClient("https://a.example") as client:
        answer = await client.create_vpn_connection(vgw_id="", vgw_ip="", cgw_id="")
        same: CreateVpnConnectionResponse = answer
        if same.vpn_connection is not None:
            same.vpn_connection.no_such_field  # E
    async with AsyncTideGaugeClient("https://a.example") as tides:
        async for one in tides.list_stations(limit=5):
            name: str | None = one.name
            print(name)


asyncio.run(main())
"""


@pytest.fixture(scope="module")
def project(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both packages by themselves, and both inside another project under names of its own."""
    folder = tmp_path_factory.mktemp("typed")
    inner = folder / "somewhere" / "_vendor" / "whatever"
    for name in NAMES:
        shutil.copytree(made / name, folder / name)
        shutil.copytree(made / name, inner / f"my_{name}")
    for parent in (inner, inner.parent, inner.parent.parent):
        (parent / "__init__.py").touch()
    (folder / "usage.py").write_text(USAGE.replace("PREFIX", ""))
    vendored = USAGE.replace("PREFIX", "somewhere._vendor.whatever.my_")
    (folder / "vendored_usage.py").write_text(vendored)
    return folder


EXPECTED = {
    (file, number)
    for file in ("usage.py", "vendored_usage.py")
    for number, line in enumerate(USAGE.splitlines(), 1)
    if line.endswith("# E")
}
PARTS = (*NAMES, "somewhere", "usage.py", "vendored_usage.py")


def test_mypy(project: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context", "--cache-dir", str(tmp_path), *PARTS],
        cwd=project, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    lines = [line.split(":") for line in done.stdout.splitlines() if ": error:" in line]
    assert {(line[0], int(line[1])) for line in lines} == EXPECTED, done.stdout + done.stderr


def test_pyright(project: Path) -> None:
    command = shutil.which("pyright", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("pyright is not installed beside this Python")
    done = subprocess.run(
        [command, "--pythonpath", sys.executable, "--outputjson", *PARTS],
        cwd=project, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    found = {
        (Path(one["file"]).relative_to(project).as_posix(), one["range"]["start"]["line"] + 1)
        for one in json.loads(done.stdout)["generalDiagnostics"]
        if one["severity"] == "error"
    }
    assert found == EXPECTED, done.stdout
