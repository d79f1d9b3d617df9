"""What importing a package does: little, quietly, on every Python; and the README's first program."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.package.conftest import NAMES


def run(code: str, folder: Path, *options: str) -> str:
    done = subprocess.run(
        [sys.executable, *options, "-c", code],
        cwd=folder, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_the_package_alone_loads_nothing_else(made: Path, name: str) -> None:
    code = f"import sys; before = set(sys.modules); import {name}; print(*sorted(set(sys.modules) - before))"
    assert set(run(code, made, "-S").split()) == {"__future__", name}


@pytest.mark.parametrize("name", NAMES)
def test_the_client_loads_no_operation_and_no_pager(made: Path, name: str) -> None:
    code = f"import sys; import {name}._client; print(*sys.modules, sep='\\n')"
    loaded = {one for one in run(code, made).split() if one.startswith(name)}
    late = ("operations", "shared", "_runtime.paging", "_runtime.checks", "_runtime.signing")
    assert loaded
    assert not [one for one in loaded if one.removeprefix(f"{name}.").startswith(late)]


@pytest.mark.parametrize("name", NAMES)
def test_every_module_imports_without_a_warning(made: Path, name: str) -> None:
    code = (
        f"import importlib, pkgutil, {name}\n"
        f"found = [m.name for m in pkgutil.walk_packages({name}.__path__, '{name}.')]\n"
        "late = [n for n in found if not n.endswith('testing.strategies')]\n"
        "for n in late: importlib.import_module(n)\n"
        "print(len(late))"
    )
    assert int(run(code, made, "-W", "error", "-X", "dev")) > 20


@pytest.mark.parametrize("folder", ["", "somewhere/_vendor"])
@pytest.mark.parametrize("name", NAMES)
def test_the_readme_s_first_program_runs_as_it_stands(
    made: Path, tmp_path: Path, name: str, folder: str
) -> None:
    shutil.copytree(made / name, tmp_path / folder / name)
    readme = (tmp_path / folder / name / "README.md").read_text("utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    assert "validate" not in program
    if folder:
        program = program.replace(f"from {name}", f"from {folder.replace('/', '.')}.{name}")
    shown = run(program, tmp_path, "-W", "error")
    assert re.match(r"[A-Z]\w+\(\w+=", shown)
