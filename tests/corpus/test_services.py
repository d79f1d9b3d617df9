"""Every service of the corpus, from docs to packages that import, type-check and keep the docs' examples."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest
from filelock import FileLock
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.corpus.conftest import SERVICES, Generated, package_of

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
names = [one.name for one in pkgutil.walk_packages(package.__path__, f"{sys.argv[1]}.")]
for name in names:
    importlib.import_module(name)
for name in dir(package):
    getattr(package, name)
print(len(names))
"""


@pytest.fixture(params=SERVICES)
def service(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_there_are_sixteen(generated: Generated) -> None:
    assert sorted(generated.lines) == [package_of(one) for one in SERVICES]
    assert len(SERVICES) == 16


def test_packages_are_clean_under_mypy_strict(generated: Generated) -> None:
    """One invocation over all of them."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--no-error-summary"),
            *("--cache-dir", str(generated.cache / "mypy"), "--config-file", os.devnull),
            *map(package_of, SERVICES),
        ],
        cwd=generated.out,
        capture_output=True,
        text=True,
    )
    assert (done.stdout, done.returncode) == ("", 0)


def test_emitted_tests_pass(generated: Generated) -> None:
    """The docs' own examples, and the edges of every rule, as ``generate`` emitted them."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider"),
            *("-W", "error", "--import-mode=importlib", "tests"),
        ],
        cwd=generated.out,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-6000:]
    for one in SERVICES:
        assert (generated.out / "tests" / package_of(one) / "vectors").is_dir()


def test_every_module_imports(generated: Generated, service: str) -> None:
    assert (
        int(generated.python(IMPORT_ALL, package_of(service)))
        > generated.lines[package_of(service)]["operations"]
    )


def test_openapi_is_valid(generated: Generated, service: str) -> None:
    path = generated.out / package_of(service) / "openapi.json"
    document = json.loads(path.read_text("utf-8"))
    assert document["openapi"].startswith("3.1.")
    assert [str(one) for one in OpenAPIV31SpecValidator(document).iter_errors()] == []


def report(generated: Generated, command: str, service: str) -> dict[str, Any]:
    """What ``coverage`` or ``lint`` says of a service as JSON; asked once a test run."""
    kept = generated.cache / f"{command}-{service}.json"
    with FileLock(f"{kept}.lock"):
        if not kept.is_file():
            done = generated.run(command, str(generated.docs / service), "--format", "json")
            json.loads(done.stdout)
            kept.write_text(done.stdout, "utf-8")
    measured: dict[str, Any] = json.loads(kept.read_text("utf-8"))
    return measured


def test_every_row_and_example_is_accounted_for(generated: Generated, service: str) -> None:
    measured = report(generated, "coverage", service)
    rows, examples = measured["rows"], measured["examples"]
    assert rows["total"] == rows["model"] + rows["finding"] + rows["no_parameters"]
    assert measured["refs"]["unresolved"] == 0
    assert examples["unexplained"] == 0
    assert measured["operations"]["total"] == generated.lines[package_of(service)]["operations"]


def test_page_with_a_uri_section_has_an_operation_or_a_finding(
    generated: Generated, service: str
) -> None:
    docs, vectors = generated.docs / service, f"tests/{package_of(service)}/vectors"
    with_uri = {
        path.relative_to(docs).as_posix()
        for path in docs.rglob("*.rst")
        if re.search(r"^\**URI( format)?:?\**\n[-=]{3,}$", path.read_text("utf-8"), re.I | re.M)
    }
    assert with_uri
    made = {
        json.loads(path.read_bytes()).get("page") for path in (generated.out / vectors).glob("*")
    }
    spoken = {one["file"] for one in report(generated, "lint", service)["findings"]}
    assert sorted(with_uri - made - spoken) == []


def test_nearly_all_rows_and_bodies_are_read(generated: Generated) -> None:
    every = [report(generated, "coverage", one) for one in SERVICES]

    def total(part: str, name: str) -> int:
        return sum(one[part][name] for one in every)

    assert total("rows", "model") >= 0.995 * (total("rows", "model") + total("rows", "finding"))
    # What is left is no JSON that anybody could read.
    assert total("examples", "decoded") >= 0.99 * total("examples", "bodies")


def test_a_second_run_changes_nothing(generated: Generated) -> None:
    done = generated.run("check", "--config", str(generated.config), "-q")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
