"""``diff`` and ``lint`` as commands: states from folders and revisions, formats, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gen.diff.load import path_in_repository, resolve
from gen.findings import TablewrightError

CASES = Path(__file__).parent / "cases"
BREAKING = CASES / "request-property-max-decreased"
DOCS_ONLY = CASES / "request-property-description-changed"


def run(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).resolve().parents[2]
    return subprocess.run(
        [sys.executable, "-m", "gen", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits of one page below ``docs/api``; the checkout has a later, third state."""
    folder = tmp_path / "repo"
    page = folder / "docs" / "api" / "page.rst"
    page.parent.mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    # Attributes would change what "git archive" gives; the docs have to come out as they are.
    (folder / ".gitattributes").write_text("docs export-ignore\n*.rst export-subst\n")
    page.write_bytes((BREAKING / "old.rst").read_bytes())
    (folder / "link.rst").symlink_to("docs/api/page.rst")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    page.write_bytes((BREAKING / "new.rst").read_bytes())
    git(folder, "commit", "-q", "-am", "two")
    return folder


def test_revisions_come_out_byte_for_byte(repository: Path) -> None:
    with resolve("HEAD~1", "docs/api", repository) as state:
        assert (state.docs / "page.rst").read_bytes() == (BREAKING / "old.rst").read_bytes()
        assert state.temporary
        gone = state.docs
    assert not gone.exists()
    with resolve("HEAD", "", repository) as state:
        assert not (state.docs / "link.rst").exists()
    with resolve(str(repository)) as state:
        assert state.docs == repository
        assert not state.temporary


def test_what_is_neither_path_nor_revision_is_refused(repository: Path, tmp_path: Path) -> None:
    for spec in ("no-such-thing", "--help", "HEAD~9"):
        with pytest.raises(TablewrightError), resolve(spec, "docs/api", repository):
            pass
    with pytest.raises(TablewrightError, match="has no docs"), resolve("HEAD", "x", repository):
        pass
    with pytest.raises(TablewrightError), resolve("HEAD", "docs/api", tmp_path):
        pass


def test_where_a_path_lies_in_its_repository(repository: Path, tmp_path: Path) -> None:
    assert path_in_repository(repository / "docs" / "api") == "docs/api"
    assert path_in_repository(tmp_path) == ""


def test_two_pages(tmp_path: Path) -> None:
    done = run("diff", BREAKING / "old.rst", BREAKING / "new.rst", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert ": breaking: `size` of POST …/crates may now be at most 60, was 90" in done.stdout
    done = run("diff", DOCS_ONLY / "old.rst", DOCS_ONLY / "new.rst", cwd=tmp_path)
    assert done.returncode == 0
    same = run("diff", DOCS_ONLY / "old.rst", DOCS_ONLY / "old.rst", cwd=tmp_path)
    assert (same.returncode, same.stdout.splitlines()[0]) == (
        0,
        "no change of the API and its docs",
    )


def test_two_revisions(repository: Path) -> None:
    done = run("diff", "HEAD~1", "HEAD", "--docs", "docs/api", "--format", "json", cwd=repository)
    assert done.returncode == 1, done.stderr
    data = json.loads(done.stdout)
    assert [change["rule"] for change in data["changes"]] == ["request-property-max-decreased"]
    assert data["changes"][0]["new"]["file"] == "page.rst"
    assert data["service"] == "api"
    assert str(repository) not in done.stdout
    worktree = run("diff", "HEAD~1", "docs/api", cwd=repository)
    assert worktree.returncode == 1
    assert "1 breaking" in worktree.stdout


def test_accepted_changes_do_not_fail(repository: Path) -> None:
    done = run("diff", "HEAD~1", "docs/api", "--format", "json", cwd=repository)
    ident = json.loads(done.stdout)["changes"][0]["fingerprint"]
    (repository / "accepted.toml").write_text(
        f'[[accepted]]\nfingerprint = "{ident}"\nreason = "known"\nuntil = 2999-01-01\n'
    )
    done = run("diff", "HEAD~1", "docs/api", "--accepted", "accepted.toml", cwd=repository)
    assert done.returncode == 0
    assert "(accepted: known)" in done.stdout


def test_breaking_changes_are_accepted_by_a_command(repository: Path) -> None:
    base = ("diff", "HEAD~1", "docs/api")
    assert run(*base, cwd=repository).returncode == 1
    done = run(
        *base, "--write-accepted", "known", "--until", "2999-01-01", "-o", "a.toml", cwd=repository
    )
    assert (done.returncode, done.stdout) == (0, "")
    done = run(*base, "--accepted", "a.toml", cwd=repository)
    assert done.returncode == 0
    assert "(accepted: known)" in done.stdout
    assert run(*base, "--write-accepted", "x", "--until", "soon", cwd=repository).returncode == 2


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html", "sarif", "github"])
def test_every_format(form: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = (BREAKING / "old.rst", BREAKING / "new.rst", "--format", form)
    done = run("diff", *arguments, "-o", out, cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    text = out.read_text("utf-8")
    begins = {
        "markdown": "### ",
        "json": "{",
        "html": "<!DOCTYPE",
        "sarif": "{",
        "github": "::error",
    }
    assert text.startswith(begins.get(form, "1 breaking"))
    assert run("diff", *arguments, cwd=tmp_path).stdout.rstrip("\n") == text.rstrip("\n")


def test_the_changelog_is_proposed(tmp_path: Path) -> None:
    arguments = ("--changelog", "--package-version", "1.0.0")
    done = run("diff", BREAKING / "old.rst", BREAKING / "new.rst", *arguments, cwd=tmp_path)
    assert done.stdout.startswith("## 2.0.0\n")


def test_mistakes_end_with_two(tmp_path: Path) -> None:
    done = run("diff", "no-such-thing", BREAKING / "new.rst", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "error: " in done.stderr


# ---- lint, review ------------------------------------------------------------------


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A page with a finding: a broken table."""
    folder = tmp_path / "docs"
    folder.mkdir()
    text = (BREAKING / "old.rst").read_text("utf-8")
    (folder / "page.rst").write_text(text.replace("| Integer |", "| Intgr   |"), "utf-8")
    return folder


def test_lint_formats_and_exit_codes(docs: Path, tmp_path: Path) -> None:
    done = run("lint", docs, "--format", "json", cwd=tmp_path)
    data = json.loads(done.stdout)
    assert done.returncode == 1
    assert {"code", "severity", "message", "file", "line", "hint"} == set(data["findings"][0])
    assert run("lint", docs, "--fail-on", "never", cwd=tmp_path).returncode == 0
    github = run("lint", docs, "--format", "github", "--prefix", "docs", cwd=tmp_path).stdout
    assert "::error file=docs/page.rst,line=" in github
    sarif = json.loads(run("lint", docs, "--format", "sarif", cwd=tmp_path).stdout)
    assert sarif["runs"][0]["results"]


def test_lint_with_a_baseline(docs: Path, tmp_path: Path) -> None:
    written = run("lint", docs, "--write-baseline", "known", "-o", "base.toml", cwd=tmp_path)
    assert written.returncode == 0, written.stderr
    done = run("lint", docs, "--baseline", "base.toml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "no findings\n")
    assert run("lint", docs, "--baseline", "none.toml", cwd=tmp_path).returncode == 2


def test_review_writes_one_file(docs: Path, tmp_path: Path) -> None:
    done = run("review", docs, "-o", "review.html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "review.html").read_text("utf-8").startswith("<!DOCTYPE html>")
