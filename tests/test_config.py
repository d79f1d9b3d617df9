"""Settings: what is wrong is named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.config import ServiceSettings, Settings, load
from gen.findings import TablewrightError
from gen.targets import default_client, default_package, targets


def write(folder: Path, text: str, name: str = "tablewright.toml") -> Settings:
    (folder / name).write_text(text, "utf-8")
    return load(folder)


def test_no_file_gives_defaults(tmp_path: Path) -> None:
    settings = load(tmp_path)
    assert settings.output == tmp_path / "generated"
    assert settings.services == ()


def test_services_are_read_relative_to_the_file(tmp_path: Path) -> None:
    write(tmp_path, 'output = "out"\n[[service]]\ndocs = "docs/x"\npackage = "my_x"\n')
    (tmp_path / "deep" / "er").mkdir(parents=True)
    settings = load(tmp_path / "deep" / "er")
    assert settings.output == tmp_path / "out"
    assert settings.services[0].docs == tmp_path / "docs/x"
    assert settings.services[0].package == "my_x"


def test_pyproject_table(tmp_path: Path) -> None:
    text = '[tool.tablewright]\noutput = "o"\n[[tool.tablewright.service]]\ndocs = "d"\n'
    assert write(tmp_path, text, "pyproject.toml").output == tmp_path / "o"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('output = "a"\noutptu = "b"\n', 2, "outptu"),
        ("output = 3\n", 1, "must be a string"),
        ('output = "a"\n[[service]\n', 2, "TOML"),
        ('[[service]]\npackage = "x"\n', 1, "lacks 'docs'"),
        ('[[service]]\ndocs = "d"\npackage = "Not-A-Name"\n', 3, "no package name"),
        ('[[service]]\ndocs = "d"\npackage = "class"\n', 3, "no package name"),
        ('[[service]]\ndocs = "d"\nclient = "lower"\n', 3, "no class name"),
        ('[[service]]\ndocs = "d"\noperations = [1]\n', 3, "list of strings"),
        ('[[service]]\ndocs="d"\npackage="p"\n[[service]]\ndocs="e"\npackage="p"\n', 3, "two"),
    ],
)
def test_mistakes_are_named_with_their_line(
    tmp_path: Path, text: str, line: int, word: str
) -> None:
    with pytest.raises(TablewrightError) as caught:
        write(tmp_path, text)
    assert f"tablewright.toml:{line}: " in str(caught.value)
    assert word in str(caught.value)


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "tablewright.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(TablewrightError, match="cannot be read"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("virtual-private-network", "virtual_private_network"),
        ("elastic-ip/api-ref/source", "elastic_ip"),
        ("2fast", "api_2fast"),
        ("import", "import_api"),
        ("Some Docs (new)", "some_docs_new"),
    ],
)
def test_default_package(tmp_path: Path, folder: str, name: str) -> None:
    docs = tmp_path / folder
    docs.mkdir(parents=True)
    assert default_package(docs) == name


def test_default_client() -> None:
    assert default_client("otc_vpn") == "VpnClient"
    assert default_client("tide_gauge") == "TideGaugeClient"
    assert default_client("otc") == "OtcClient"


def test_targets(tmp_path: Path) -> None:
    one = ServiceSettings(docs=tmp_path / "a", package="otc_a")
    two = ServiceSettings(docs=tmp_path / "b", package="otc_b")
    settings = Settings(tmp_path, tmp_path / "o", (one, two))
    assert [t.package for t in targets(settings, None)] == ["otc_a", "otc_b"]
    assert [t.package for t in targets(settings, tmp_path / "b")] == ["otc_b"]
    assert [t.package for t in targets(settings, tmp_path / "b", "other")] == ["other"]
    assert [t.package for t in targets(settings, None, "otc_b")] == ["otc_b"]
    assert [t.package for t in targets(settings, tmp_path / "c-d")] == ["c_d"]
    with pytest.raises(TablewrightError, match="nothing to do"):
        targets(Settings(tmp_path, tmp_path), None)
    with pytest.raises(TablewrightError, match="no package name"):
        targets(settings, tmp_path / "c", "9x")
