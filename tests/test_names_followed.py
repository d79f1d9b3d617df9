"""A page keeps its names when another page with its method and path comes or goes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gen.build import read_service
from gen.config import ServiceSettings, Settings
from gen.lock import Lock
from gen.targets import targets

OTHER = "actions/restarting_a_gauge.rst"


def names(docs: Path, lock: Lock | None = None) -> tuple[dict[str, str], Lock]:
    if lock is not None:
        (docs / "names.lock").write_text(lock.dump(), "utf-8")
    settings = ServiceSettings(docs=docs, package="tides")
    built = read_service(targets(Settings(docs, docs, (settings,)), docs)[0])
    return {one.page: one.name for one in built.service.operations}, built.lock


@pytest.fixture
def docs(root: Path, tmp_path: Path) -> Path:
    copied = Path(shutil.copytree(root / "spec" / "tide-gauge", tmp_path / "docs"))
    (copied / "names.lock").unlink(missing_ok=True)
    return copied


def test_another_page_goes_and_comes_back(docs: Path) -> None:
    before, lock = names(docs)
    text = (docs / OTHER).read_text("utf-8")
    (docs / OTHER).unlink()
    without, lock = names(docs, lock)
    assert without == {page: name for page, name in before.items() if page != OTHER}
    (docs / OTHER).write_text(text, "utf-8")
    again, _ = names(docs, lock)
    assert again == before
