"""A vendored copy: whole or not there, never over somebody's edits, verifiable elsewhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from gen import output
from gen import vendor as module
from gen.commands.vendor import command
from gen.findings import TablewrightError
from gen.vendor import RECORD, check, read_record, vendor

FILES = {
    "__init__.py": b"from . import part\n",
    "part.py": b"VALUE = 1\n",
    "operations/one.py": b"from .. import part\n",
    "LICENSE": b"Apache\n",
    "ORIGIN.md": b"from there\n",
    "openapi.json": b'{"info": {"version": "1.4.0"}}\n',
}


def package(folder: Path, **changes: bytes | None) -> Path:
    """A package as the generator writes it; keyword ``part`` stands for ``part.py``."""
    files = {**FILES, **{f"{name}.py": data for name, data in changes.items() if data is not None}}
    for name, data in changes.items():
        if data is None:
            del files[f"{name}.py"]
    shutil.rmtree(folder, ignore_errors=True)
    files[output.MANIFEST] = output.manifest(
        files, {"generator": "tablewright", "version": "9", "source": "abc"}
    )
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return package(tmp_path / "generated" / "my_boxes")


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "app" / "_vendor"


def names(folder: Path) -> set[str]:
    return set(output.list_files(folder))


def test_a_copy_has_everything_and_its_record(made: Path, into: Path) -> None:
    done = vendor(made, into)
    assert (done.action, done.version, done.package) == ("copied", "1.4.0", "my_boxes")
    assert names(into / "my_boxes") == {*FILES, output.MANIFEST, RECORD}
    record = read_record(into / "my_boxes")
    assert record is not None
    assert record.files["part.py"] == output.digest(FILES["part.py"])
    assert (record.source, record.docs) == ("my_boxes", "abc")
    text = (into / "my_boxes" / RECORD).read_text()
    assert str(made.parent) not in text


def test_twice_is_unchanged_and_another_state_needs_update(made: Path, into: Path) -> None:
    vendor(made, into)
    assert vendor(made, into).action == "unchanged"
    package(made, part=b"VALUE = 2\n", extra=b"NEW = 1\n")
    with pytest.raises(TablewrightError, match="another state"):
        vendor(made, into)
    done = vendor(made, into, update=True)
    assert done.action == "updated"
    assert done.added == ("extra.py",)
    assert set(done.changed) == {"part.py", output.MANIFEST}
    assert (into / "my_boxes/part.py").read_bytes() == b"VALUE = 2\n"
    package(made)
    assert vendor(made, into, update=True).removed == ("extra.py",)


def test_local_edits_are_shown_and_kept(made: Path, into: Path) -> None:
    vendor(made, into)
    copy = into / "my_boxes"
    (copy / "part.py").write_bytes(b"VALUE = 7  # mine\x1b[31m\n")
    (copy / "own.py").write_bytes(b"")
    package(made, part=b"VALUE = 2\n")
    with pytest.raises(TablewrightError) as caught:
        vendor(made, into, update=True)
    text = str(caught.value)
    assert "part.py: edited by hand" in text
    assert "own.py: added by hand" in text
    assert "+VALUE = 7  # mine\\x1b" in text
    assert (copy / "part.py").read_bytes().startswith(b"VALUE = 7")
    assert vendor(made, into, update=True, force=True).action == "updated"
    assert (copy / "part.py").read_bytes() == b"VALUE = 2\n"
    assert not (copy / "own.py").exists()


def test_caches_are_no_edits(made: Path, into: Path) -> None:
    vendor(made, into)
    (into / "my_boxes" / "__pycache__").mkdir()
    (into / "my_boxes" / "__pycache__" / "part.pyc").write_bytes(b"x")
    assert check(Path("my_boxes"), into) == []


def test_foreign_folders_are_never_touched(made: Path, into: Path) -> None:
    (into / "my_boxes").mkdir(parents=True)
    (into / "my_boxes" / "mine.py").write_text("x = 1\n")
    for force in (False, True):
        with pytest.raises(TablewrightError, match="no vendored package"):
            vendor(made, into, update=True, force=force)
    assert names(into / "my_boxes") == {"mine.py"}


def test_what_was_not_generated_or_was_edited_is_refused(made: Path, into: Path) -> None:
    (made / "part.py").write_bytes(b"VALUE = 5\n")
    with pytest.raises(TablewrightError, match="edited by hand"):
        vendor(made, into)
    (made / output.MANIFEST).unlink()
    with pytest.raises(TablewrightError, match="no generated package"):
        vendor(made, into)
    assert not (into / "my_boxes").exists()


def test_update_needs_a_copy(made: Path, into: Path) -> None:
    with pytest.raises(TablewrightError, match="does not exist"):
        vendor(made, into, update=True)


def test_check_against_the_record_and_the_package(made: Path, into: Path) -> None:
    assert "does not exist" in check(made, into)[0]
    vendor(made, into)
    assert check(made, into) == []
    assert check(Path("my_boxes"), into) == []
    package(made, part=b"VALUE = 2\n")
    assert "--update" in check(made, into)[0]
    assert check(Path("my_boxes"), into) == []
    (into / "my_boxes/LICENSE").unlink()
    assert check(Path("my_boxes"), into) == [f"{into / 'my_boxes' / 'LICENSE'}: deleted by hand"]


def test_another_name_has_to_be_a_package_s(made: Path, into: Path) -> None:
    assert vendor(made, into, name="boxes").path == into / "boxes"
    for name in ("no-name", "../up", "class"):
        with pytest.raises(TablewrightError):
            vendor(made, into, name=name)


@pytest.mark.parametrize("step", range(3))
def test_an_interrupted_run_is_finished_or_undone(
    made: Path, into: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped before, between and after the two renames: never a mixture, and the next run mends it."""
    vendor(made, into)
    package(made, part=b"VALUE = 2\n", extra=b"NEW = 1\n")
    rename, calls = os.rename, []

    def stopping(source: object, target: object) -> None:
        if len(calls) == step:
            raise KeyboardInterrupt
        calls.append(source)
        rename(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(module.os, "rename", stopping)
    if step < 2:
        with pytest.raises(KeyboardInterrupt):
            vendor(made, into, update=True)
    else:
        vendor(made, into, update=True)
    monkeypatch.setattr(module.os, "rename", rename)
    copy = into / "my_boxes"
    if copy.exists():
        assert check(Path("my_boxes"), into) == []
    done = vendor(made, into, update=True)
    assert done.action in ("updated", "unchanged")
    assert check(made, into) == []
    assert (copy / "extra.py").exists()


def test_a_full_disk_changes_nothing(
    made: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor(made, into)
    package(made, part=b"VALUE = 2\n")
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "part.py":
            raise OSError(28, "No space left on device", str(self))
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(TablewrightError, match="nothing was changed"):
        vendor(made, into, update=True)
    monkeypatch.undo()
    assert check(Path("my_boxes"), into) == []
    assert (into / "my_boxes/part.py").read_bytes() == FILES["part.py"]


def test_a_second_run_at_the_same_time_is_refused(made: Path, into: Path) -> None:
    with output.exclusive(into), pytest.raises(TablewrightError, match="another run"):
        vendor(made, into)


def test_the_command(made: Path, into: Path) -> None:
    runner = CliRunner()
    done = runner.invoke(command, [str(made), "--into", str(into)], standalone_mode=False)
    assert done.return_value == 0
    assert json.loads(done.stdout)["action"] == "copied"
    checked = ["my_boxes", "--into", str(into), "--check"]
    assert runner.invoke(command, checked, standalone_mode=False).return_value == 0
    (into / "my_boxes/part.py").write_text("x")
    failed = runner.invoke(command, checked, standalone_mode=False)
    assert failed.return_value == 1
    assert "edited by hand" in failed.stderr


@pytest.mark.slow
def test_killed_at_any_moment_it_is_never_a_mixture(made: Path, into: Path) -> None:
    """kill -9 at moments spread over a run: the copy is the old one, the new one, or for a moment missing."""
    vendor(made, into)
    copy, root = into / "my_boxes", Path(__file__).resolve().parent.parent
    env = {**os.environ, "PYTHONPATH": str(root)}
    line = [sys.executable, "-m", "gen", "vendor", str(made), "--into", str(into), "--update"]
    started = time.monotonic()
    subprocess.run(line, env=env, check=True, capture_output=True)
    whole = time.monotonic() - started
    for step in range(12):
        package(made, part=b"VALUE = %d\n" % step, **{f"extra{step}": b"NEW = 1\n"})
        with subprocess.Popen(line, env=env, stdout=subprocess.DEVNULL, stderr=-3) as run:
            time.sleep(whole * (0.55 + 0.045 * step))
            run.kill()
        if copy.exists():
            assert check(Path("my_boxes"), into) == []
        vendor(made, into, update=True)
        assert check(made, into) == []
