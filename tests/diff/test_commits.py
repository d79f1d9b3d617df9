"""Five dated states regenerated in one repository, commit by commit: ``.py`` files change where the report says.

An operation lives in its own module and in the shared modules which that imports, so each
changed module is held against the operations that the report of the commit names, and the
other way round.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

PACKAGE = "generated/service"
# What a change of the whole service, or of any name, is written to.
WHOLE = {"__init__.py", "_client.py", "_errors_table.py"}


@dataclass(frozen=True)
class Repository:
    """A git repository with one service's pages and its package."""

    folder: Path
    env: dict[str, str]

    def run(self, *command: str, codes: tuple[int, ...] = (0,)) -> str:
        done = subprocess.run(
            command, cwd=self.folder, env=self.env, capture_output=True, text=True, check=False
        )
        assert done.returncode in codes, done.stderr
        return done.stdout

    def tablewright(self, *arguments: str, codes: tuple[int, ...] = (0,)) -> str:
        return self.run(sys.executable, "-m", "gen", *arguments, codes=codes)

    def take(self, state: Path) -> None:
        """Put ``state`` in the pages' place, regenerate and commit; the lock stays."""
        docs = self.folder / "spec" / "pages"
        for page in sorted(docs.rglob("*.rst")):
            page.unlink()
        shutil.copytree(state, docs, dirs_exist_ok=True)
        self.tablewright("generate", "--quiet")
        self.run("git", "add", "-A")
        self.run("git", "commit", "-q", "-m", state.name)

    def text(self, revision: str, file: str) -> str:
        return self.run("git", "show", f"{revision}:{file}", codes=(0, 128))


@dataclass(frozen=True)
class Step:
    """A commit: its report, the ``.py`` files of the package that it changed, and both trees' imports."""

    repository: Repository
    old: str
    new: str
    report: Any

    def changed(self) -> set[str]:
        """The changed ``.py`` files, relative to the package."""
        names = self.repository.run(
            "git",
            "diff",
            "--no-renames",
            "--name-only",
            self.old,
            self.new,
            "--",
            f"{PACKAGE}/*.py",
        )
        return {PurePosixPath(name).relative_to(PACKAGE).as_posix() for name in names.split()}

    def modules(self) -> dict[str, str]:
        """The module of each operation of either state, by the operation's name in reports."""
        found = {}
        for revision in (self.old, self.new):
            model = json.loads(self.repository.text(revision, "generated/tests/service/model.json"))
            for item in model["operations"]:
                tail = f" ({item['discriminator']})" if item.get("discriminator") else ""
                found[f"{item['method']} {item['path']}{tail}"] = f"operations/{item['module']}.py"
        return found

    def told(self) -> dict[str, set[str]]:
        """The rules that the report gives for each operation's module."""
        modules, found = self.modules(), dict[str, set[str]]()
        for change in self.report["changes"]:
            if change["operation"]:
                found.setdefault(modules[change["operation"]], set()).add(change["rule"])
        return found

    def reached(self, module: str) -> set[str]:
        """``module`` and the shared modules it is made of, in either state."""
        found: set[str] = set()
        waiting = [(revision, module) for revision in (self.old, self.new)]
        while waiting:
            revision, file = waiting.pop()
            if f"{revision}/{file}" in found:
                continue
            found.add(f"{revision}/{file}")
            tree = ast.parse(self.repository.text(revision, f"{PACKAGE}/{file}"))
            waiting += [(revision, name) for name in shared_imports(tree, file)]
        return {name.partition("/")[2] for name in found}

    def code(self, revision: str, file: str) -> str:
        """What Python reads of a file: no docstrings, and no page names."""
        return code(self.repository.text(revision, f"{PACKAGE}/{file}"))


def shared_imports(tree: ast.Module, file: str) -> list[str]:
    """The shared modules that ``file`` imports, wherever it stands itself."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and node.module:
            folder = PurePosixPath(file).parents[node.level - 1]
            target = folder.joinpath(*node.module.split("."))
            if target.parts[0] == "shared" and len(target.parts) == 2:
                found.append(f"{target}.py")
    return found


def code(text: str) -> str:
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = [
                item
                for item in node.body
                if not (isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant))
            ]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            # A page is named where it is quoted: a page that moves says nothing new.
            node.value = "page" if ".rst" in node.value else node.value
    return ast.dump(tree)


@pytest.fixture(scope="module")
def steps(corpus_history: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    folder = tmp_path_factory.mktemp("history")
    env = {**os.environ, "PYTHONPATH": str(root), "TABLEWRIGHT_CACHE": str(folder / "cache")}
    env |= {
        f"GIT_{who}_{what}": "a" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    repository = Repository(folder / "repository", env)
    repository.folder.mkdir()
    repository.run("git", "init", "-q")
    (repository.folder / "tablewright.toml").write_text(
        '[[service]]\ndocs = "spec/pages"\npackage = "service"\n'
    )
    found = []
    (service,) = (path for path in corpus_history.iterdir() if path.is_dir())
    states = sorted(path for path in service.iterdir() if path.is_dir())
    for number, state in enumerate(states):
        repository.take(state)
        if number:
            text = repository.tablewright(
                "diff", "HEAD~1", "HEAD", "--format", "json", codes=(0, 1)
            )
            old, new = repository.run("git", "rev-parse", "HEAD~1", "HEAD").split()
            found.append(Step(repository, old, new, json.loads(text)))
    assert len(found) >= 4
    return found


def test_a_changed_module_is_an_operation_that_the_report_names(steps: list[Step]) -> None:
    for step in steps:
        own = {name for name in step.changed() if name.startswith("operations/")}
        assert own - {"operations/__init__.py"} <= set(step.told())


def test_a_changed_shared_module_belongs_to_an_operation_that_the_report_names(
    steps: list[Step],
) -> None:
    for step in steps:
        shared = {name for name in step.changed() if name.startswith("shared/")}
        told = {name for module in step.told() for name in step.reached(module)}
        assert shared - {"shared/__init__.py"} <= told


def test_an_operation_that_the_report_names_has_changed_code(steps: list[Step]) -> None:
    for step in steps:
        changed = step.changed()
        for module, rules in step.told().items():
            # Examples are data of the offline transport.
            if rules - {"operation-examples-changed"}:
                assert step.reached(module) & changed, (module, rules)


def test_what_is_docs_only_changes_no_code(steps: list[Step]) -> None:
    for step in steps:
        levels: dict[str, set[str]] = {}
        modules = step.modules()
        for change in step.report["changes"]:
            if change["operation"]:
                levels.setdefault(modules[change["operation"]], set()).add(change["level"])
        for module in step.changed() & set(levels):
            if levels[module] == {"docs only"}:
                assert step.code(step.old, module) == step.code(step.new, module), module


def test_other_modules_change_only_with_names_and_errors(steps: list[Step]) -> None:
    for step in steps:
        rest = {
            name
            for name in step.changed()
            if name.partition("/")[0] not in ("operations", "shared")
        }
        assert rest <= WHOLE
        errors = any(change["rule"].startswith("error-code-") for change in step.report["changes"])
        assert ("_errors_table.py" in rest) == errors
        assert "__init__.py" not in rest or step.report["python"]
