"""Which pages a folder of docs has, and what is said where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.findings import TablewrightError
from gen.sources import discover


def fill(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def test_folder(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "b.rst": b"B",
            "a/z.rst": b"Z",
            "a.rst": b"A",
            ".hidden/x.rst": b"X",
            "a/.y.rst": b"Y",
            "readme.md": b"",
            "errata.toml": b"# none\n",
            "names.lock": b"lock",
        },
    )
    docs = discover(tmp_path)
    assert [one.name for one in docs.files] == ["a.rst", "a/z.rst", "b.rst"]
    assert (docs.errata, docs.lock) == ("# none\n", "lock")
    assert docs.texts() == ({"a.rst": "A", "a/z.rst": "Z", "b.rst": "B"}, [])


def test_single_page(tmp_path: Path) -> None:
    fill(tmp_path, {"deep/a.rst": b"A", "deep/b.rst": b"B"})
    docs = discover(tmp_path / "deep" / "a.rst")
    assert [one.name for one in docs.files] == ["a.rst"]


def test_a_page_that_is_not_utf8_costs_itself(tmp_path: Path) -> None:
    fill(tmp_path, {"a.rst": b"one\ntwo \xff\n", "b.rst": "schön".encode()})
    docs = discover(tmp_path)
    texts, findings = docs.texts()
    assert texts == {"b.rst": "schön"}
    assert [(one.code, str(one.position)) for one in findings] == [("TW101", "a.rst:2")]
    assert docs.undecodable() == {"a.rst"}


@pytest.mark.parametrize(
    ("name", "words"), [("missing", "does not exist"), ("empty", "no .rst page")]
)
def test_nothing_to_read(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(TablewrightError, match=words):
        discover(tmp_path / name)
