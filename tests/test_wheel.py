"""The wheel stands alone: built, installed into an environment of its own, used from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PAGE = """Lending a Book
==============

URI
---

POST /v1/shelves/{shelf_id}/loans

.. table:: **Table 1** Path parameter

   ======== ========= ====== ==================
   Name     Mandatory Type   Description
   ======== ========= ====== ==================
   shelf_id Yes       String Specifies a shelf.
   ======== ========= ====== ==================

Request Parameters
------------------

.. table:: **Table 2** Request body

   ====== ========= ======= ==============================================
   Name   Mandatory Type    Description
   ====== ========= ======= ==============================================
   weeks  Yes       Integer Specifies the term. The value ranges from 1 to 8.
   ====== ========= ======= ==============================================
"""


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    # Nothing of this checkout may be found by accident.
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    kept["TABLEWRIGHT_CACHE"] = "off"
    return subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True)


def is_cache(path: Path) -> bool:
    return any(part == "__pycache__" or part.startswith(".") for part in path.parts)


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "-q", "--disable-pip-version-check")
    built = run(*pip, "--no-deps", "-w", str(folder), str(root), cwd=folder)
    if built.returncode:
        # Without a network the build backend must be the one at hand.
        built = run(
            *pip, "--no-deps", "--no-build-isolation", "-w", str(folder), str(root), cwd=folder
        )
    if "BackendUnavailable" in built.stderr:
        pytest.skip("neither a network nor hatchling is at hand")
    assert built.returncode == 0, built.stderr
    (made,) = folder.glob("*.whl")
    return made


def test_templates_schemas_and_assets_are_inside(wheel: Path, root: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder, prefix in ((root / "templates", "gen/templates"), (root / "gen", "gen")):
        expected = {
            f"{prefix}/{path.relative_to(folder).as_posix()}"
            for path in folder.rglob("*")
            if path.is_file() and not is_cache(path.relative_to(folder))
        }
        assert expected
        assert sorted(expected - inside) == []
    assert not [name for name in inside if name.startswith(("tests/", "spec/", "generated/"))]


def test_installed_elsewhere_it_generates(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    python = str(scripts / "python")
    pip = (sys.executable, "-m", "pip", f"--python={python}", "install", "-q")
    done = run(*pip, "--disable-pip-version-check", str(wheel), cwd=tmp_path)
    if done.returncode:
        # Without a network: the wheel alone, its dependencies from the environment of the tests.
        done = run(*pip, "--no-deps", "--no-index", str(wheel), cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        (site,) = environment.glob("lib*/**/site-packages")
        (site / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"], "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "lending_a_book.rst").write_text(PAGE, "utf-8")
    command = (
        str(scripts / "tablewright"),
        "generate",
        "docs",
        "-o",
        "out",
        "--package",
        "library",
    )
    made = run(*command, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    (line,) = map(json.loads, made.stdout.splitlines())
    assert (line["package"], line["client"], line["operations"]) == ("library", "LibraryClient", 1)
    for name in ("__init__.py", "py.typed", "openapi.json", "_runtime/client.py"):
        assert (tmp_path / "out" / "library" / name).is_file()
    found = run(python, "-c", "import gen; print(gen.__file__)", cwd=tmp_path)
    assert Path(found.stdout.strip()).is_relative_to(environment)
    models = run(python, "-c", "import library; print(library.__name__)", cwd=tmp_path / "out")
    assert models.stdout == "library\n", models.stderr
    again = run(
        str(scripts / "tablewright"),
        "check",
        "docs",
        "-o",
        "out",
        "--package",
        "library",
        cwd=tmp_path,
    )
    assert again.returncode == 0, again.stderr
