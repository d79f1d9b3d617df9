"""Output is written whole or not at all, and never over what is not ours."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from gen import output
from gen.findings import TablewrightError


def tree(version: str, count: int = 3, target: str = "pkg") -> output.Tree:
    files = {f"m{n}/part{n}.txt": f"{version} {n}\n".encode() for n in range(count)}
    files[output.MANIFEST] = output.manifest(files, {"generator": "tablewright", "v": version})
    return output.Tree(target, files)


def put(folder: Path, *trees: output.Tree, single: dict[Path, bytes] | None = None) -> None:
    with output.exclusive(folder):
        output.write(folder, list(trees), single)


def state(folder: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in output.list_files(folder).items()}


def test_writes_replaces_and_prunes(tmp_path: Path) -> None:
    put(tmp_path, tree("old", 5), tree("old", 2, "tests/pkg"))
    put(tmp_path, tree("new", 3), tree("new", 2, "tests/pkg"))
    assert state(tmp_path / "pkg") == dict(tree("new", 3).files)
    assert state(tmp_path / "tests/pkg") == dict(tree("new", 2).files)
    assert not (tmp_path / output.WORK / "stage").exists()


def test_same_files_make_no_difference(tmp_path: Path) -> None:
    one = tree("a")
    put(tmp_path, one)
    assert not output.compare(tmp_path / "pkg", one.files)
    difference = output.compare(tmp_path / "pkg", tree("b", 4).files)
    assert difference.added == ("m3/part3.txt",)
    assert "m0/part0.txt" in difference.changed


def test_folder_without_manifest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg" / "mine.py").write_text("x = 1\n")
    with pytest.raises(TablewrightError, match="not written by tablewright"):
        put(tmp_path, tree("new"))
    assert state(tmp_path / "pkg") == {"mine.py": b"x = 1\n"}


def test_file_added_by_hand_is_refused_by_name(tmp_path: Path) -> None:
    put(tmp_path, tree("old"))
    (tmp_path / "pkg" / "mine.py").write_text("x = 1\n")
    with pytest.raises(TablewrightError, match=r"mine\.py"):
        put(tmp_path, tree("new"))
    assert (tmp_path / "pkg" / "mine.py").exists()


def test_hand_edits_are_found(tmp_path: Path) -> None:
    put(tmp_path, tree("old"))
    assert output.hand_edits(tmp_path / "pkg") == []
    (tmp_path / "pkg/m1/part1.txt").write_text("edited")
    (tmp_path / "pkg/m2/part2.txt").unlink()
    (tmp_path / "pkg/extra.txt").write_text("")
    assert output.hand_edits(tmp_path / "pkg") == ["extra.txt", "m1/part1.txt", "m2/part2.txt"]


@pytest.mark.parametrize("name", ["../escape.txt", "/etc/escape.txt", "a/../../b"])
def test_a_path_outside_the_output_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        put(tmp_path, output.Tree("pkg", {name: b""}))


def test_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "names.lock"
    lock.write_bytes(b"old")
    put(tmp_path, tree("old"))
    before = state(tmp_path / "pkg")
    written = 0
    real = output._write_file

    def full(path: Path, data: bytes) -> None:
        nonlocal written
        written += 1
        if written == 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        real(path, data)

    monkeypatch.setattr(output, "_write_file", full)
    with pytest.raises(TablewrightError, match="nothing was changed"):
        put(tmp_path, tree("new", 9), single={lock: b"new"})
    assert state(tmp_path / "pkg") == before
    assert lock.read_bytes() == b"old"


def test_a_second_run_is_refused(tmp_path: Path) -> None:
    with (
        output.exclusive(tmp_path),
        pytest.raises(TablewrightError, match="another run"),
        output.exclusive(tmp_path),
    ):
        pass


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_killed_at_any_moment_old_and_new_are_never_mixed(tmp_path: Path) -> None:
    """Kill writers at random moments; after the next command there is one whole state."""
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from tests.test_output import put, tree
        folder = Path(sys.argv[1])
        print("ready", flush=True)
        n = 0
        while True:
            n += 1
            put(folder, tree(str(n), 40), tree(str(n), 20, "tests/pkg"),
                single={folder / "names.lock": str(n).encode()})
        """
    )
    put(tmp_path, tree("0", 40), tree("0", 20, "tests/pkg"), single={tmp_path / "names.lock": b"0"})
    rng = random.Random(7)
    for _ in range(6):
        root = Path(__file__).resolve().parent.parent
        with subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path)], cwd=root, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(rng.uniform(0.02, 0.15))
            process.send_signal(signal.SIGKILL)
        with output.exclusive(tmp_path):
            pass
        version = (tmp_path / "names.lock").read_text()
        assert state(tmp_path / "pkg") == dict(tree(version, 40).files)
        assert state(tmp_path / "tests/pkg") == dict(tree(version, 20, "tests/pkg").files)
