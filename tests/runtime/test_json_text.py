"""JSON texts are read as ``json.loads`` reads them, whatever reads them."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

ODD = [
    b"123456789012345678901234567890", b"[-18446744073709551616, 9223372036854775808]",
    b"[1e400, -1e400]", b"[1e-400]", b"[-0, -0.0]", b"[9007199254740993, 9007199254740993.0]",
    b"[NaN, Infinity, -Infinity]", b'{"a": 1, "b": 2, "a": 3}', b'["\\ud800", "\\ud83d\\ude00"]',
    b'["\xed\xa0\x80"]', b'\xef\xbb\xbf{"a": 1}', '{"é": "中"}'.encode(), '{"é": 1}'.encode("utf-16"),
    '["é"]'.encode("utf-16-le"), '["é"]'.encode("utf-32-be"), b" \n[1]\t ", b'["\\u0000"]',
    b"[" * 500 + b"]" * 500, b'"text"', b"true", b"null", b"[1.0, 1E5, 0.1]",
]  # fmt: skip
BROKEN = [
    b"{", b"[1,]", b"{} {}", b"01", b"[1.]", b"nul", b'["\xff"]', b'["a\nb"]', b"['a']", b"<html>",
    b"{a: 1}", b"\x0c1", b"", b"[1]\x00",
]  # fmt: skip

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.fixture(params=["msgspec", "standard library"])
def reader(api: SimpleNamespace, request: pytest.FixtureRequest) -> Iterator[ModuleType]:
    """The module as it is where msgspec is installed, and where it is not."""
    module = importlib.import_module(f"{api.package}._runtime.json_text")
    if request.param == "msgspec":
        module._quick = pytest.importorskip("msgspec").json.decode
    else:
        module._quick = module.standard
    yield module
    module._quick = None


def outcome(read: Callable[[bytes], Any], text: bytes) -> str:
    """What came of it, types and order included: ``repr`` tells NaN, -0.0 and True apart."""
    try:
        return repr(read(text))
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("text", ODD + BROKEN)
def test_odd_texts_are_read_as_the_standard_library_reads_them(
    reader: ModuleType, text: bytes
) -> None:
    assert outcome(reader.loads, text) == outcome(json.loads, text)


@given(value=JSON)
def test_any_value_is_read_as_the_standard_library_reads_it(
    api: SimpleNamespace, value: Any
) -> None:
    msgspec = pytest.importorskip("msgspec")
    reader = importlib.import_module(f"{api.package}._runtime.json_text")
    for text in (json.dumps(value), json.dumps(value, ensure_ascii=False)):
        data = text.encode("utf-8", "surrogatepass")
        for quick in (msgspec.json.decode, reader.standard):
            reader._quick = quick
            assert outcome(reader.loads, data) == outcome(json.loads, data)
    reader._quick = None


def test_any_depth_is_read(reader: ModuleType) -> None:
    value = reader.loads(b'{"a": [' * 50_000 + b"]}" * 50_000)
    for _ in range(49_999):
        value = value["a"][0]
    assert value == {"a": []}


def test_integers_of_any_length_are_read(reader: ModuleType) -> None:
    digits = "9" * 5000
    for text in (digits, f'{{"a": [1, {digits}]}}', f"[-{digits}, 2.5]"):
        value = reader.loads(text.encode())
        assert digits in str(value)
    assert type(reader.loads(f"[1, {digits}]".encode())[0]) is int


def test_msgspec_is_used_where_it_is_installed_and_keeps_long_integers(
    api: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = importlib.import_module(f"{api.package}._runtime.json_text")
    found: dict[str, Any] = {}

    def find(name: str) -> Any:
        assert name == "msgspec.json"
        if "decode" not in found:
            raise ImportError(name)
        return SimpleNamespace(**found)

    monkeypatch.setattr(reader.importlib, "import_module", find)
    for decode, used in (
        (None, False),
        (lambda text: float(text) if text.isdigit() else json.loads(text), False),
        (json.loads, True),
    ):
        found = {"decode": decode} if decode is not None else {}
        monkeypatch.setattr(reader, "_quick", None)
        assert reader.loads(b"[1]") == [1]
        assert reader._quick is (decode if used else reader.standard)
