"""Shared fixtures: the corpus beside the project, where there is one, and a server that misbehaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.runtime.loopback import Loopback

# How fast a shared machine happens to be says nothing about the code.
settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root folder."""
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of sixteen services; the test is skipped where it is absent."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus folder is not beside the project")
    return folder


@pytest.fixture(scope="session")
def corpus_history() -> Path:
    """The folder of dated states of a service; the test is skipped where it is absent."""
    folder = SHARED / "corpus-history"
    if not folder.is_dir():
        pytest.skip("the corpus-history folder is not beside the project")
    return folder


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A misbehaving server of the test's own: a late request of another test can't reach it."""
    with Loopback() as running:
        yield running
