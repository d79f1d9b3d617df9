"""What a newcomer gets wrong: each mistake is answered with what was found, what was expected and what to do.

In this process, through the command line's own entry, so that an answer is never a traceback.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gen import output
from gen.cache import Cache
from gen.cli import main
from gen.staleness import Stale, code_difference
from gen.vendor import RECORD

PAGE = Path(__file__).parent / "diff" / "cases" / "request-property-max-decreased" / "old.rst"
ROW = '[[service]]\ndocs = "crates"\n'


class Shop:
    """A folder with a service of one page, and the command line run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "crates").mkdir()
        (folder / "crates" / "page.rst").write_bytes(PAGE.read_bytes())

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, stdout, stderr."""
        out, err = io.StringIO(), io.StringIO()
        with (
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            pytest.raises(SystemExit) as end,
        ):
            main(list(arguments))
        gc.enable()
        assert "Traceback" not in err.getvalue()
        assert isinstance(end.value.code, int)
        return end.value.code, out.getvalue(), err.getvalue()

    def refused(self, *arguments: str) -> str:
        """What is said of a mistake; nothing is written to stdout."""
        code, out, err = self(*arguments)
        assert (code, out) == (2, ""), err
        return err

    def write(self, name: str, text: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def made(self) -> Path:
        assert self("generate", "crates", "-o", "out", "-q")[0] == 0
        return self.folder / "out" / "crates"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TABLEWRIGHT_CACHE", str(tmp_path / "cache"))
    yield Shop(tmp_path)
    gc.enable()


@pytest.mark.parametrize(
    ("text", "found", "advice"),
    [
        ("output = [1]\n", "tablewright.toml:1: 'output' must be a string, not [1]", "README"),
        ('[service]\ndocs = "crates"\n', ":1: 'service' must be an array of tables", "[[service]]"),
        ('\n[[service]]\ndocs = ""\n', "tablewright.toml:3: 'docs' is empty", "README"),
        ('\n[[service]]\ndocs = "nowhere"\n', "tablewright.toml:3: ", "relative to the settings"),
        (ROW + 'package = "tests"\n', "tablewright.toml:3: a package cannot be called", "another"),
        (ROW + 'client = "None"\n', "tablewright.toml:3: client 'None' is no class", "README"),
        (ROW + 'version = "1 0\\n"\n', "tablewright.toml:3: version '1 0\\n' is no v", "README"),
        (ROW + "group_above = true\n", "'group_above' must be an integer, not True", "README"),
        (ROW + 'errata = "e.toml"\n', "tablewright.toml:2: the errata file", "make it"),
        (ROW + 'lock = "deep/n.lock"\n', "tablewright.toml:2: the folder of the lock", "make"),
        (ROW + ROW, "tablewright.toml:2: two services want the package name 'crates'", "another"),
        (ROW + 'operations = ["x.y"]\n', "tablewright.toml:2: operations: no op", "paint_crate"),
        (
            ROW + 'operations = ["pait_crate"]\n',
            "no operation is named 'pait_crate'",
            "did you mean paint_crate",
        ),
    ],
)
def test_settings(shop: Shop, text: str, found: str, advice: str) -> None:
    shop.write("tablewright.toml", text)
    said = shop.refused("generate")
    assert found in said
    assert advice in said
    assert not (shop.folder / "out").exists()


def test_settings_of_another_program(shop: Shop) -> None:
    shop.write("pyproject.toml", "[tool]\ntablewright = 3 # [tool.tablewright]\n")
    assert "pyproject.toml:2: [tool.tablewright] must be a table" in shop.refused("generate")
    shop.write("pyproject.toml", "tool = 3 # [tool.tablewright]\n")
    assert "there is nothing to do" in shop.refused("generate")
    assert "none.toml cannot be read: No such file" in shop.refused(
        "generate", "crates", "--config", "none.toml"
    )


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("crates/errata.toml", ("generate", "crates")),
        ("base.toml", ("lint", "crates", "--baseline", "base.toml")),
        ("known.toml", ("diff", "crates", "crates", "--accepted", "known.toml")),
        ("tablewright.toml", ("check",)),
    ],
)
def test_every_settings_file_names_its_line(
    shop: Shop, name: str, arguments: tuple[str, ...]
) -> None:
    file = name.rpartition("/")[2]
    shop.write(name, "# one\n# two\nthree\n")
    assert f"error: {file}:3: not valid TOML" in shop.refused(*arguments)
    shop.write(name, "[[erratum]]\n[[accepted]]\n[[service]]\n")
    assert file in shop.refused(*arguments)
    shop.write(name, b"\xff")
    assert file in shop.refused(*arguments)


@pytest.mark.parametrize("command", ["generate", "check", "lint", "openapi", "model", "coverage"])
@pytest.mark.parametrize(
    ("lock", "found", "advice"),
    [
        ("{", ":2: not valid JSON", "restore"),
        ("[]", ":1: this is no names lock", "restore"),
        ('{"version": 7}', ":1: a names lock of version 7", "use the tablewright that wrote it"),
        ("{\n<<<<<<< ours\n}\n=======\n}\n>>>>>>> theirs\n", ":2: a merge left its", "the side"),
        ('{"version": 1,\n"schemas": {"a": {"name": "class"}}}', ":2: 'class' is no", "restore"),
    ],
)
def test_a_damaged_names_lock(shop: Shop, command: str, lock: str, found: str, advice: str) -> None:
    shop.write("crates/names.lock", lock + "\n")
    said = shop.refused(command, "crates")
    assert f"error: crates/names.lock{found}" in said
    assert advice in said


@pytest.mark.parametrize("name", ["names.lock", "errata.toml"])
def test_a_folder_where_a_file_should_be(shop: Shop, name: str) -> None:
    (shop.folder / "crates" / name).mkdir()
    assert f"{name} is not a file" in shop.refused("generate", "crates", "-o", "out")


def test_a_version_that_is_none(shop: Shop) -> None:
    shop.write("crates/VERSION", "1.0\nof today\n")
    assert "VERSION:1: '1.0' is no version" in shop.refused("generate", "crates", "-o", "out")


def damage(path: Path, data: Callable[[bytes], bytes]) -> None:
    path.write_bytes(data(path.read_bytes()))


@pytest.mark.parametrize(
    "data",
    [
        lambda old: b"",
        lambda old: old[: len(old) // 2],
        lambda old: old + b"\n",
        lambda old: old.replace(b"e", b"f", 1),
        lambda old: b'{"kind": 1}',
        lambda old: b"\xff\xfe",
    ],
)
def test_a_damaged_cache_costs_time_only(shop: Shop, data: Callable[[bytes], bytes]) -> None:
    before = {name: path.read_bytes() for name, path in output.list_files(shop.made()).items()}
    for path in (shop.folder / "cache").rglob("*"):
        if path.is_file():
            damage(path, data)
    code, _, said = shop("check", "crates", "-o", "out")
    assert (code, said) == (0, "crates: fresh\n")
    shutil.rmtree(shop.folder / "out")
    assert {
        name: path.read_bytes() for name, path in output.list_files(shop.made()).items()
    } == before


def test_an_entry_of_the_cache_is_whole_or_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("kind", "k" * 64, b"data")
    assert cache.get("kind", "k" * 64) == b"data"
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    for size in range(len(entry.read_bytes())):
        entry.write_bytes(entry.read_bytes()[:size])
        assert cache.get("kind", "k" * 64) is None
        cache.put("kind", "k" * 64, b"data")


def test_what_was_not_used_for_long_is_removed_and_nothing_else(tmp_path: Path) -> None:
    cache, old, new = Cache(tmp_path), "0a" + "1" * 62, "0a" + "2" * 62
    own = tmp_path / "my" / "0a" / "thesis.txt"
    own.parent.mkdir(parents=True)
    own.write_text("years of work")
    for key in (old, new):
        cache.put("kind", key, b"data")
    long_ago = time.time() - 40 * 86_400
    for path in (own, tmp_path / "kind" / "0a" / old[2:], tmp_path / "kind" / "0a" / new[2:]):
        os.utime(path, (long_ago, long_ago))
    assert cache.get("kind", new) == b"data"  # used just now
    cache.tidy()
    assert cache.get("kind", old) is None
    assert cache.get("kind", new) == b"data"
    assert own.read_text() == "years of work"
    cache.put("kind", old, b"data")
    os.utime(tmp_path / "kind" / "0a" / old[2:], (long_ago, long_ago))
    cache.tidy()  # not again on the same day
    assert (tmp_path / "kind" / "0a" / old[2:]).exists()
    Cache(None).tidy()
    Cache(tmp_path / "nowhere").tidy()
    assert not (tmp_path / "nowhere").exists()


def test_a_cache_that_cannot_be_written_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    cache, key = Cache(tmp_path), "0a" + "1" * 62
    cache.put("kind", key, b"data")
    os.utime(tmp_path / "kind" / "0a" / key[2:], (0, 0))
    monkeypatch.setattr("gen.cache.os.utime", refuse)
    assert cache.get("kind", key) == b"data"


def test_a_baseline_that_is_configured_and_absent_is_told(shop: Shop) -> None:
    shop.write("tablewright.toml", 'baseline = "known.toml"\n' + ROW)
    assert "known.toml does not exist; nothing is accepted" in shop("lint")[2]


@pytest.mark.parametrize(("text", "word"), [("{", "damaged"), (None, "missing")])
def test_a_manifest_that_is_no_more(shop: Shop, text: str | None, word: str) -> None:
    manifest = shop.made() / output.MANIFEST
    if text is None:
        manifest.unlink()
    else:
        manifest.write_text(text)
    code, _, said = shop("check", "crates", "-o", "out")
    assert code == 1
    assert f"stale (edited): manifest.json is {word}" in said
    said = shop.refused("generate", "crates", "-o", "out")
    assert "manifest.json" in said
    assert "move" in said


def test_many_edits_are_counted(shop: Shop) -> None:
    made = shop.made()
    for path in sorted(made.glob("_runtime/*.py")):
        path.write_text("")
    _, _, said = shop("check", "crates", "-o", "out")
    assert " more\n" in said
    assert len(said) < 400
    code, _, said = shop("generate", "crates", "-o", "out")
    assert code == 0
    assert "overwrote edits by hand in crates/_runtime/" in said


def test_a_link_in_the_output_is_an_edit(shop: Shop) -> None:
    made = shop.made()
    for target in ("nowhere", "_errors_table.py"):
        (made / "_client.py").unlink()
        (made / "_client.py").symlink_to(target)
        assert "changed by hand: _client.py" in shop("check", "crates", "-o", "out")[2]
        assert shop("generate", "crates", "-o", "out", "-q")[0] == 0
        assert not (made / "_client.py").is_symlink()


def test_what_was_never_generated_is_told_without_its_code(shop: Shop) -> None:
    code, out, said = shop("check", "crates", "-o", "out")
    assert (code, out) == (1, "")
    assert "to mend it: tablewright generate crates -o out" in said
    made = shop.made()
    shutil.rmtree(made)
    made.write_text("")
    assert "crates: stale (missing): it is not a folder" in shop("check", "crates", "-o", "out")[2]


def test_long_data_is_not_compared_line_by_line(shop: Shop) -> None:
    shop.made()
    old = {f"key {number}": number for number in range(3000)}
    for size in (3, 8000):
        new = "{\n" + "".join(f'  key {number}"\n' for number in range(size - 2)) + "}\n"
        place = shop.folder / "tree"
        place.mkdir(exist_ok=True)
        (place / "model.json").write_text(json.dumps(old))
        tree = output.Tree("tree", {"model.json": new.encode()})
        one = Stale(tree, output.compare(place, tree.files), "content", "")
        lines = list(code_difference(shop.folder, one, 10))
        if size == 3:
            assert lines[0] == "--- a/tree/model.json"
        else:
            assert lines == ["tree/model.json differs: data, 8000 lines"]


def test_a_change_that_no_file_says_is_told_as_such(shop: Shop) -> None:
    shop.made()
    page = shop.folder / "crates" / "page.rst"
    page.write_text(page.read_text("utf-8") + "\n\n.. nothing\n", "utf-8")
    code, out, said = shop("check", "crates", "-o", "out")
    assert (code, out) == (1, "")
    assert "crates: manifest only: no generated file says what changed" in said


@pytest.mark.parametrize(
    "journal",
    [
        "{",
        "[]",
        '{"moves": [{"from": "0", "to": "../up"}], "files": []}',
        '{"moves": [{"from": "/etc", "to": "x"}], "files": []}',
        '{"moves": [], "files": [{"from": "../../crates/page.rst", "to": "x"}]}',
        '{"moves": [], "files": [{"from": "file0"}]}',
    ],
)
def test_a_journal_that_no_run_wrote(shop: Shop, journal: str) -> None:
    shop.made()
    shop.write("out/.tablewright/stage/journal.json", journal)
    shop.write("out/.tablewright/stage/0/x", "")
    said = shop.refused("generate", "crates", "-o", "out")
    assert "journal.json is damaged" in said
    assert "delete out/.tablewright/stage" in said
    assert not (shop.folder / "up").exists()
    assert (shop.folder / "crates" / "page.rst").exists()


def test_a_lock_that_cannot_be_put_in_its_place_is_put_there_by_the_next_run(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device", str(target))

    with monkeypatch.context() as patch:
        patch.setattr("gen.output.shutil.copyfile", full)
        said = shop.refused("generate", "crates", "-o", "out")
    assert "No space left on device; the next run finishes what this one began" in said
    assert not (shop.folder / "crates" / "names.lock").exists()
    assert shop("generate", "crates", "-o", "out", "-q")[0] == 0
    assert json.loads((shop.folder / "crates" / "names.lock").read_text())["version"] == 1
    assert shop("check", "crates", "-o", "out")[0] == 0


def test_vendor_says_what_does_not_go_along(shop: Shop) -> None:
    shop.made()
    code, out, said = shop("vendor", "out/crates", "--into", "app")
    assert code == 0
    assert json.loads(out)["missing"] == ["LICENSE", "ORIGIN.md"]
    assert "crates comes without LICENSE, the docs' licence: put it beside the pages" in said
    assert "crates comes without ORIGIN.md" in said
    shop.write("crates/LICENSE", "Free.\n")
    shop.write("crates/ORIGIN.md", "From there.\n")
    shop.made()
    code, out, said = shop("vendor", "out/crates", "--into", "app", "--update")
    assert (code, said) == (0, "")
    assert json.loads(out)["missing"] == []


def test_mistakes_with_vendor(shop: Shop) -> None:
    made = shop.made()
    assert "nowhere does not exist" in shop.refused("vendor", "nowhere", "--into", "app")
    assert "crates is no generated package" in shop.refused("vendor", "crates", "--into", "app")
    for into in ("out", "out/crates", "out/crates/deep"):
        assert "is where the package itself lies" in shop.refused(
            "vendor", "out/crates", "--into", into
        )
    assert "--check writes nothing" in shop.refused(
        "vendor", "out/crates", "--into", "app", "--check", "--update"
    )
    check = ("vendor", "out/crates", "--into", "app", "--check")
    assert shop(*check)[::2] == (
        1,
        "app/crates does not exist: put the package there with 'tablewright vendor'\n",
    )
    assert shop("vendor", "out/crates", "--into", "app")[0] == 0
    assert shop(*check)[0] == 0
    # Just the name, though a folder of pages is called so too.
    assert shop("vendor", "crates", "--into", "app", "--check")[0] == 0
    assert "out/crate does not exist" in shop.refused(
        "vendor", "out/crate", "--into", "app", "--check"
    )
    (shop.folder / "app" / "crates" / RECORD).write_text("{")
    assert f"{RECORD} is damaged: restore it" in shop(*check)[2]
    assert "is damaged" in shop.refused("vendor", "out/crates", "--into", "app", "--update")
    assert output.hand_edits(made) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_link_is_followed_and_a_pipe_is_written_into(shop: Shop) -> None:
    shop.write("real.json", "{}")
    (shop.folder / "link.json").symlink_to("real.json")
    assert shop("openapi", "crates", "-q", "-o", "link.json")[0] == 0
    assert (shop.folder / "link.json").is_symlink()
    whole = (shop.folder / "real.json").read_text("utf-8")
    assert json.loads(whole)["openapi"].startswith("3.1")
    os.mkfifo(shop.folder / "pipe")
    read: list[str] = []
    reader = threading.Thread(
        target=lambda: read.append((shop.folder / "pipe").read_text("utf-8")), daemon=True
    )
    reader.start()
    assert shop("openapi", "crates", "-q", "-o", "pipe")[0] == 0
    reader.join(10)
    assert read == [whole]
    assert not (shop.folder / "pipe").is_file()


@pytest.mark.parametrize("out", ["crates", "real.json/deeper.json"])
def test_data_that_cannot_be_written(shop: Shop, out: str) -> None:
    shop.write("real.json", "{}")
    before = sorted(path.name for path in shop.folder.iterdir())
    assert f"{out} cannot be written: " in shop.refused("openapi", "crates", "-q", "-o", out)
    assert sorted({path.name for path in shop.folder.iterdir()} - {"cache"}) == before
