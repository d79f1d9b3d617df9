"""The command line from outside: exit codes, what stands on stdout, and what bad input is told."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "spec" / "virtual-private-network"
PAGE = "creating_a_vpn_connection.rst"


def run(
    *arguments: str | Path, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """``tablewright …`` as a process of its own."""
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-m", "gen", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": paths, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the user's folder of docs that a test may change."""
    return Path(shutil.copytree(SPEC, tmp_path / "docs"))


def files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and "__pycache__" not in p.parts
    }


def generate(docs: Path, out: Path, *more: str, **environment: str) -> dict[str, object]:
    done = run("generate", docs, "-o", out, "--package", "otc_vpn", *more, **environment)
    assert done.returncode == 0, done.stderr
    line = json.loads(done.stdout)
    assert isinstance(line, dict)
    return line


def test_generate_prints_one_json_line_a_package(docs: Path, tmp_path: Path) -> None:
    line = generate(docs, tmp_path / "out")
    assert {k: line[k] for k in ("package", "client", "async_client", "operations")} == {
        "package": "otc_vpn",
        "client": "VpnClient",
        "async_client": "AsyncVpnClient",
        "operations": 1,
    }
    assert Path(str(line["path"])) == (tmp_path / "out" / "otc_vpn").resolve()
    assert (tmp_path / "out" / "tests" / "otc_vpn").is_dir()


def test_same_docs_same_bytes(docs: Path, tmp_path: Path) -> None:
    """Whatever the hash seed, the working folder and the cache."""
    generate(docs, tmp_path / "a", PYTHONHASHSEED="1", TABLEWRIGHT_CACHE="off")
    done = run(
        "generate", "docs", "-o", "b", "--package", "otc_vpn",
        cwd=tmp_path, PYTHONHASHSEED="77", TABLEWRIGHT_CACHE=str(tmp_path / "cache"),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for tree in ("otc_vpn", "tests/otc_vpn"):
        assert files(tmp_path / "a" / tree) == files(tmp_path / "b" / tree)


def test_a_changed_bound_changes_its_literals_and_nothing_else(docs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    generate(docs, out)
    before = files(out / "otc_vpn") | files(out / "tests")
    page = docs / PAGE
    old = "The value ranges from 60 to 604800, in seconds."
    text = page.read_text("utf-8")
    page.write_text(text.replace(old, old.replace("604800", "604801"), 1), "utf-8")

    check = run("check", docs, "-o", out, "--package", "otc_vpn")
    assert check.returncode == 1
    assert "604801" in check.stdout
    assert "lifetime_seconds" in check.stdout
    assert f"tablewright generate {docs} -o {out} --package otc_vpn" in check.stderr

    generate(docs, out)
    after = files(out / "otc_vpn") | files(out / "tests")
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert "operations/create_vpn_connection.py" in changed
    assert "openapi.json" in changed
    python = [name for name in changed if name.endswith(".py")]
    assert set(python) <= {"operations/create_vpn_connection.py", "otc_vpn/test_otc_vpn_vectors.py"}
    for name in sorted(changed):
        if not name.endswith("manifest.json"):
            assert near_bound(before[name]) == near_bound(after[name]), name
    assert run("check", docs, "-o", out, "--package", "otc_vpn").returncode == 0


def test_a_moved_row_changes_positions_only(docs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    generate(docs, out)
    before = files(out)
    page = docs / PAGE
    page.write_text(page.read_text("utf-8").replace("\nURI\n---\n", "\n\n\nURI\n---\n", 1), "utf-8")
    check = run("check", docs, "-o", out, "--package", "otc_vpn")
    assert check.returncode == 1
    assert "positions only" in check.stderr
    generate(docs, out)
    after = files(out)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert not [name for name in changed if name.endswith(".py")]
    assert "otc_vpn/sources.json" in changed


def test_hand_edits_are_named(docs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    generate(docs, out)
    with (out / "otc_vpn" / "_client.py").open("a", encoding="utf-8") as stream:
        stream.write("# mine\n")
    check = run("check", docs, "-o", out, "--package", "otc_vpn")
    assert check.returncode == 1
    assert "changed by hand: _client.py" in check.stderr


def near_bound(data: bytes) -> str:
    """The text with the bound, and the boundary values that tests draw from it, made alike."""
    return re.sub(r"\b60(47|48)\d\d\b", "<bound>", data.decode())


def refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr, done.stderr


def test_no_such_folder(tmp_path: Path) -> None:
    refused(run("generate", tmp_path / "nowhere", "-o", tmp_path / "out"), "does not exist")
    assert not (tmp_path / "out").exists()


def test_folder_without_a_page(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    refused(run("generate", tmp_path / "docs", "-o", tmp_path / "out"), "no .rst page")


def test_folder_without_an_operation(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.rst").write_text("Title\n=====\n\nText.\n", "utf-8")
    refused(run("generate", tmp_path / "docs", "-o", tmp_path / "out"), "no operation")
    assert not (tmp_path / "out" / "docs").exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00bad"], ids=["empty", "not UTF-8"])
def test_a_bad_page_costs_only_itself(docs: Path, tmp_path: Path, content: bytes) -> None:
    (docs / "other.rst").write_bytes(content)
    done = run("generate", docs, "-o", tmp_path / "out", "--package", "otc_vpn")
    assert done.returncode == 0, done.stderr
    lint = run("lint", docs, "--format", "json")
    found = [one for one in json.loads(lint.stdout)["findings"] if one["file"] == "other.rst"]
    assert [one["code"] for one in found] in (["TW101"], ["TW104"])


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00bad"], ids=["empty", "not UTF-8"])
def test_a_locked_page_that_became_unreadable_stops_the_run(
    docs: Path, tmp_path: Path, content: bytes
) -> None:
    out = tmp_path / "out"
    generate(docs, out)
    before = files(out)
    (docs / PAGE).write_bytes(content)
    (docs / "other.rst").write_text(
        "Other\n=====\n\nURI\n---\n\nGET /v1/others\n\nResponse\n--------\n\nNone\n", "utf-8"
    )
    refused(run("generate", docs, "-o", out, "--package", "otc_vpn"), PAGE)
    assert files(out) == before


def test_broken_borders_cost_only_the_table(docs: Path, tmp_path: Path) -> None:
    page = docs / PAGE
    lines = page.read_text("utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if "**Table 6** Dpd" in line)
    border = next(n for n in range(start, len(lines)) if lines[n].lstrip().startswith("+=="))
    lines[border] = lines[border][:-20]
    page.write_text("\n".join(lines), "utf-8")
    assert generate(docs, tmp_path / "out")["operations"] == 1
    lint = run("lint", docs, "--format", "json")
    assert lint.returncode == 1
    errors = [one for one in json.loads(lint.stdout)["findings"] if one["severity"] == "error"]
    assert any(start <= one["line"] <= border + 3 for one in errors), errors


def test_foreign_output_is_refused(docs: Path, tmp_path: Path) -> None:
    mine = tmp_path / "out" / "otc_vpn"
    mine.mkdir(parents=True)
    (mine / "mine.py").write_text("x = 1\n", "utf-8")
    done = run("generate", docs, "-o", tmp_path / "out", "--package", "otc_vpn")
    refused(done, "not written by tablewright")
    assert files(mine) == {"mine.py": b"x = 1\n"}


@pytest.mark.skipif(os.name != "posix", reason="uses a file where a folder should be")
def test_output_that_cannot_be_written(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    refused(
        run("generate", docs, "-o", tmp_path / "out"), "cannot be written", "nothing was changed"
    )


def test_bad_arguments(docs: Path, tmp_path: Path) -> None:
    refused(run("generate", docs, "-o", tmp_path, "--package", "Not-A-Name"), "no package name")
    refused(run("generate", docs, "--nonsense"), "--nonsense")
    refused(run("nonsense"), "nonsense")


def test_fail_on(docs: Path, tmp_path: Path) -> None:
    out = ("-o", tmp_path / "out", "--package", "otc_vpn")
    assert run("generate", docs, *out, "--fail-on", "error").returncode == 0
    assert run("generate", docs, *out, "--fail-on", "info").returncode == 1


@pytest.mark.parametrize(
    "name",
    ["generate", "check", "lint", "openapi", "model", "coverage", "diff", "review", "vendor"],
)
def test_every_command_explains_itself(name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0
    assert "Usage: tablewright" in done.stdout


def test_data_goes_to_stdout_only(docs: Path, tmp_path: Path) -> None:
    for name in ("openapi", "model"):
        done = run(name, docs)
        assert done.returncode == 0
        json.loads(done.stdout)
        to = tmp_path / f"{name}.json"
        quiet = run(name, docs, "-o", to)
        assert quiet.stdout == ""
        assert json.loads(to.read_text("utf-8")) == json.loads(done.stdout)
    done = run("coverage", docs, "--format", "json")
    json.loads(done.stdout)


def test_only_the_asked_operations(tmp_path: Path) -> None:
    (tmp_path / "tablewright.toml").write_text(
        f'[[service]]\ndocs = "{ROOT}/spec/tide-gauge"\npackage = "tides"\n'
        f'lock = "names.lock"\noperations = ["get_station", "list_stations"]\n',
        "utf-8",
    )
    done = run("generate", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    modules = {p.name for p in (tmp_path / "generated/tides/operations").glob("*.py")}
    assert modules == {"__init__.py", "get_station.py", "list_stations.py"}
