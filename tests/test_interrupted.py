"""The real commands killed at spread moments: what is left is the old state or the new one, and the next run mends.

The writer and ``vendor`` have tests of their own in between every two steps; here the processes are
whole, so that whatever they do on the way (cache, lock file, staging) is in it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gen import output
from gen.vendor import RECORD
from gen.vendor import check as vendor_check

pytestmark = pytest.mark.slow

CASE = Path(__file__).parent / "diff" / "cases" / "request-property-max-decreased"
KILLS = 8
SECONDS = 40.0  # of killing, at the most; a slow machine gets fewer kills


class Place:
    """Docs in one of two states, and the output that a killed command writes."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        self.docs = folder / "crates"
        self.out = folder / "out"
        self.into = folder / "app" / "_vendor"
        self.docs.mkdir()
        self.env = {
            **os.environ,
            "PYTHONPATH": str(root),
            "TABLEWRIGHT_CACHE": str(folder / "cache"),
        }

    def take(self, side: str) -> None:
        (self.docs / "page.rst").write_bytes((CASE / f"{side}.rst").read_bytes())

    def line(self, *arguments: str | Path) -> list[str]:
        return [sys.executable, "-m", "gen", *map(str, arguments)]

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.line(*arguments), env=self.env, capture_output=True, text=True, check=False
        )

    def killed(self, after: float, *arguments: str | Path) -> None:
        with subprocess.Popen(
            self.line(*arguments),
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as run:
            time.sleep(after)
            run.kill()


@pytest.fixture
def place(tmp_path: Path, root: Path) -> Place:
    return Place(tmp_path, root)


def trees(out: Path) -> dict[str, dict[str, bytes]]:
    """The package and its tests as they stand; a tree that is missing is left out."""
    return {
        name: {item: path.read_bytes() for item, path in output.list_files(out / name).items()}
        for name in ("crates", "tests/crates")
        if (out / name).is_dir()
    }


def moments(whole: float, first: float) -> list[float]:
    """Moments from ``first`` (a share of the run) to its end."""
    return [whole * (first + (1 - first) * step / (KILLS - 1)) for step in range(KILLS)]


def test_generate_killed_at_any_moment(place: Place) -> None:
    states = {}
    for side in ("new", "old"):
        place.take(side)
        started = time.monotonic()
        assert place.run("generate", place.docs, "-o", place.out).returncode == 0
        whole = time.monotonic() - started
        states[side] = trees(place.out)
    assert states["old"] != states["new"]
    until = time.monotonic() + SECONDS
    other = {"old": "new", "new": "old"}
    stands = "old"
    for after in moments(whole, 0.5):
        if time.monotonic() > until:
            break
        stands = other[stands]
        place.take(stands)
        place.killed(after, "generate", place.docs, "-o", place.out)
        for name, files in trees(place.out).items():
            assert files in (states["old"][name], states["new"][name]), name
        assert place.run("generate", place.docs, "-o", place.out).returncode == 0
        assert trees(place.out) == states[stands]
        assert sorted(path.name for path in place.out.iterdir()) == [
            output.WORK,
            "crates",
            "tests",
        ]


def test_check_killed_leaves_everything_as_it_was(place: Place) -> None:
    place.take("old")
    assert place.run("generate", place.docs, "-o", place.out).returncode == 0
    before = trees(place.out)
    place.take("new")
    started = time.monotonic()
    assert place.run("check", place.docs, "-o", place.out).returncode == 1
    whole = time.monotonic() - started
    shutil.rmtree(place.folder / "cache")
    for after in moments(whole, 0.6)[::3]:
        place.killed(after, "check", place.docs, "-o", place.out)
        assert trees(place.out) == before
    done = place.run("check", place.docs, "-o", place.out)
    assert done.returncode == 1
    assert "may now be at most 60, was 90" in done.stdout


def test_vendor_update_killed_at_any_moment(place: Place) -> None:
    package = place.out / "crates"
    place.take("old")
    assert place.run("generate", place.docs, "-o", place.out).returncode == 0
    assert place.run("vendor", package, "--into", place.into).returncode == 0
    update = ("vendor", package, "--into", place.into, "--update")
    started = time.monotonic()
    assert place.run(*update).returncode == 0
    whole = time.monotonic() - started
    until = time.monotonic() + SECONDS
    for step, after in enumerate(moments(whole, 0.5)):
        if time.monotonic() > until:
            break
        place.take(("new", "old")[step % 2])
        assert place.run("generate", place.docs, "-o", place.out).returncode == 0
        place.killed(after, *update)
        copy = place.into / "crates"
        if copy.exists():
            assert (copy / RECORD).is_file()
            assert vendor_check(Path("crates"), place.into) == []
        assert place.run(*update).returncode == 0
        assert vendor_check(package, place.into) == []
