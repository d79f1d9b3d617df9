"""The recipes' scripts, run in a fresh repository; the workflows call nothing else."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "diff" / "cases"
BREAKING = CASES / "request-property-max-decreased"

pytestmark = pytest.mark.slow


class Project:
    """A repository that holds a service's pages and its generated package."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder / "project"
        self.recipes = root / "docs" / "recipes"
        self.docs = self.folder / "spec" / "crates"
        tools = folder / "bin"
        tools.mkdir()
        script = tools / "tablewright"
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gen "$@"\n')
        script.chmod(0o755)
        self.env = {
            **os.environ,
            "PATH": f"{tools}:{os.environ['PATH']}",
            "PYTHONPATH": str(root),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "GIT_AUTHOR_NAME": "a",
            "GIT_AUTHOR_EMAIL": "a@b.c",
            "GIT_COMMITTER_NAME": "a",
            "GIT_COMMITTER_EMAIL": "a@b.c",
        }
        self.docs.mkdir(parents=True)
        (self.docs / "page.rst").write_bytes((BREAKING / "old.rst").read_bytes())
        (self.folder / "tablewright.toml").write_text(
            '[[service]]\ndocs = "spec/crates"\npackage = "crates"\n'
        )
        self.run("git", "init", "-q", "-b", "main")
        self.run("tablewright", "generate")
        self.commit("one")

    def run(self, *command: str, code: int = 0, **env: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**self.env, **env},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
        return done

    def recipe(
        self, name: str, *arguments: str, code: int = 0, **env: str
    ) -> subprocess.CompletedProcess[str]:
        return self.run(str(self.recipes / name), *arguments, code=code, **env)

    def commit(self, message: str) -> None:
        self.run("git", "add", "-A")
        self.run("git", "commit", "-q", "-m", message)

    def status(self) -> str:
        return self.run("git", "status", "--porcelain").stdout


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Project:
    return Project(tmp_path, root)


@pytest.fixture
def upstream(tmp_path: Path, project: Project) -> Path:
    """The vendor's repository, in a later state, with a page of its own beside."""
    folder = tmp_path / "upstream"
    pages = folder / "api-ref" / "source"
    (pages / "more").mkdir(parents=True)
    (pages / "page.rst").write_bytes((BREAKING / "new.rst").read_bytes())
    (pages / "more" / "index.rst").write_text("More\n====\n\nNothing yet.\n")
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "docs"]):
        subprocess.run(["git", *command], cwd=folder, env=project.env, check=True)
    return folder


def test_a_docs_update_is_regenerated_and_reported(project: Project, upstream: Path) -> None:
    (project.docs / "gone.rst").write_text("Gone\n====\n")
    project.commit("a page that will go")
    project.recipe("fetch-docs.sh", str(upstream), "api-ref/source", "spec/crates")
    assert not (project.docs / "gone.rst").exists()
    assert (project.docs / "more" / "index.rst").exists()
    assert (project.docs / "names.lock").exists()
    project.recipe("regenerate.sh", "spec/crates", "../report")
    report = (project.folder.parent / "report" / "report.md").read_text("utf-8")
    assert "`size` of POST …/crates may now be at most 60, was 90" in report
    assert (project.folder.parent / "report" / "review.html").exists()
    assert "## Unreleased" in (project.folder.parent / "report" / "changelog.md").read_text("utf-8")
    changed = project.run("git", "diff", "--name-only").stdout
    assert re.search(r"generated/crates/operations/\w+\.py", changed)
    project.run("tablewright", "check")


def test_without_a_docs_update_nothing_changes(project: Project) -> None:
    project.recipe("regenerate.sh", "spec/crates", "../report")
    assert project.status() == ""
    report = (project.folder.parent / "report" / "report.md").read_text("utf-8")
    assert "no change of the API" in report


def test_a_pull_request_is_checked(project: Project) -> None:
    project.run("git", "checkout", "-q", "-b", "update")
    (project.docs / "page.rst").write_bytes((BREAKING / "new.rst").read_bytes())
    stale = project.recipe("pull-request.sh", "spec/crates", "../report", "main", code=1)
    assert "tablewright generate" in stale.stderr
    project.run("tablewright", "generate")
    project.commit("follow the docs")
    done = project.recipe("pull-request.sh", "spec/crates", "../report", "main", code=1)
    assert "::error file=spec/crates/page.rst,line=" in done.stdout
    assert "request-property-max-decreased" in done.stdout
    folder = project.folder.parent / "report"
    results = json.loads((folder / "diff.sarif").read_text("utf-8"))["runs"][0]["results"]
    place = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place == "spec/crates/page.rst"
    assert (folder / "lint.sarif").exists()
    assert (folder / "report.md").exists()
    ident = results[0]["partialFingerprints"]["tablewright/v1"]
    (project.folder / "accepted-changes.toml").write_text(
        f'[[accepted]]\nfingerprint = "{ident}"\nreason = "known"\nuntil = 2999-01-01\n'
    )
    project.recipe("pull-request.sh", "spec/crates", "../report", "main")


def test_the_pull_request_is_opened(project: Project, tmp_path: Path) -> None:
    origin = tmp_path / "origin.git"
    project.run("git", "init", "-q", "--bare", str(origin))
    project.run("git", "remote", "add", "origin", str(origin))
    said = tmp_path / "said"
    tool = tmp_path / "bin" / "gh"
    tool.write_text(f'#!/bin/sh\necho "$@" >> "{said}"\n[ "$2" != view ]\n')
    tool.chmod(0o755)
    report = tmp_path / "report.md"
    report.write_text("### what\n")
    nothing = project.recipe("open-pull-request.sh", str(report))
    assert "nothing has changed" in nothing.stderr
    assert not said.exists()
    (project.docs / "page.rst").write_bytes((BREAKING / "new.rst").read_bytes())
    project.recipe("open-pull-request.sh", str(report))
    assert "pr create --base main --head docs-update" in said.read_text()
    heads = project.run("git", "ls-remote", "--heads", "origin").stdout
    assert "refs/heads/docs-update" in heads


def steps(data: object) -> list[str]:
    """Every command of a workflow."""
    if isinstance(data, dict):
        found = []
        for key, value in data.items():
            if key in ("run", "script", "before_script"):
                found += value if isinstance(value, list) else [value]
            else:
                found += steps(value)
        return found
    return [one for item in data for one in steps(item)] if isinstance(data, list) else []


@pytest.mark.parametrize(
    "file",
    [
        "docs/recipes/github-regenerate.yml",
        "docs/recipes/github-pull-request.yml",
        "docs/recipes/gitlab-ci.yml",
        "action.yml",
    ],
)
def test_workflows_call_the_scripts_that_are_tested_here(file: str, root: Path) -> None:
    yaml = pytest.importorskip("yaml")
    text = (root / file).read_text("utf-8")
    commands = steps(yaml.safe_load(text))
    scripts = [name for one in commands for name in re.findall(r"docs/recipes/([\w-]+\.sh)", one)]
    assert scripts
    for name in scripts:
        assert os.access(root / "docs" / "recipes" / name, os.X_OK)
    for one in commands:
        # Text from outside reaches a shell through the environment only.
        assert "${{" not in one
        assert re.match(
            r'(\S*docs/recipes/|"\$ACTION/docs|python -m pip install|gh pr comment)', one
        )


def test_hooks_name_commands_that_exist(root: Path) -> None:
    yaml = pytest.importorskip("yaml")
    from gen.cli import COMMANDS

    for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8")):
        program, command = hook["entry"].split()
        assert program == "tablewright"
        assert command in COMMANDS
        assert not hook["pass_filenames"]


def followed(root: Path) -> str:
    """The script that the README gives under "Regenerate in CI"."""
    text = (root / "README.md").read_text("utf-8")
    section = text.partition("\n## Regenerate in CI\n")[2].partition("\n## ")[0]
    (script,) = re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    return str(script)


def test_the_readme_s_section_works_as_it_stands(
    project: Project, upstream: Path, root: Path
) -> None:
    """Followed literally in a fresh repository; only the vendor's address is another."""
    script = followed(root)
    address = "https://github.com/example/boxes-docs"
    assert script.count(address) == 1
    script = script.replace(address, str(upstream)).replace("spec/boxes", "spec/crates")
    (project.folder / "docs").mkdir()
    shutil.copytree(project.recipes, project.folder / "docs" / "recipes")
    project.commit("the recipes")
    done = project.run("sh", "-euc", script)
    assert "`size` of POST …/crates may now be at most 60, was 90" in done.stdout
    names = project.run("git", "diff", "--name-only", "HEAD").stdout.split()
    assert "spec/crates/page.rst" in names
    assert any(re.fullmatch(r"generated/crates/operations/\w+\.py", name) for name in names)
    project.run("tablewright", "check")
    # A second time there is nothing left to do.
    project.commit("follow the docs")
    again = project.run("sh", "-euc", script)
    assert "no change of the API" in again.stdout
    assert project.status() == ""
