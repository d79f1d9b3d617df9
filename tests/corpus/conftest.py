"""The sixteen services, generated once a test run by the command line, whatever the number of workers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.conftest import ROOT, SHARED

FOLDER = SHARED / "corpus"
SERVICES = sorted(path.name for path in FOLDER.iterdir()) if FOLDER.is_dir() else []


@dataclass(frozen=True)
class Generated:
    """``out`` holds packages and tests; ``lines`` is what ``generate`` printed, by the package's name."""

    config: Path
    docs: Path
    out: Path
    cache: Path
    lines: dict[str, dict[str, Any]]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A command of tablewright with this run's cache."""
        return subprocess.run(
            [sys.executable, "-m", "gen", *arguments],
            cwd=ROOT,
            env={**os.environ, "TABLEWRIGHT_CACHE": str(self.cache)},
            capture_output=True,
            text=True,
        )

    def python(self, code: str, *arguments: str) -> str:
        """What a program that may import the packages prints; a warning is an error."""
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", code, *arguments],
            cwd=self.out,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr[-4000:]
        return done.stdout


def package_of(service: str) -> str:
    """The name that a service's folder gives its package."""
    return service.replace("-", "_")


@pytest.fixture(scope="session")
def generated(corpus: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Generated:
    """All services, from a copy of their docs, by one run of ``tablewright generate``."""
    base = tmp_path_factory.getbasetemp()
    place = (base if worker_id == "master" else base.parent) / "sixteen"
    with FileLock(f"{place}.lock"):
        made = Generated(
            place / "tablewright.toml", place / "docs", place / "out", place / "cache", {}
        )
        printed = place / "lines.jsonl"
        if not printed.is_file():
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            _generate(corpus, made, printed)
        for line in printed.read_text("utf-8").splitlines():
            made.lines[json.loads(line)["package"]] = json.loads(line)
    return made


def _generate(corpus: Path, made: Generated, printed: Path) -> None:
    services = []
    for service in SERVICES:
        for page in sorted((corpus / service).rglob("*")):
            if page.is_file() and page.name != "names.lock":
                copy = made.docs / page.relative_to(corpus)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(page.read_bytes())
        services.append(f'[[service]]\ndocs = "docs/{service}"\n')
    made.config.write_text('output = "out"\n\n' + "\n".join(services), "utf-8")
    done = made.run("generate", "--config", str(made.config), "-q")
    assert done.returncode == 0, done.stderr
    printed.write_text(done.stdout, "utf-8")
