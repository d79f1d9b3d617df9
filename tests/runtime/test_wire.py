"""How values are written, for any value."""

from __future__ import annotations

import datetime
import enum
import ipaddress
import json
import uuid
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
quick = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@quick
@given(text=TEXT)
def test_any_text_stays_one_segment(api: SimpleNamespace, text: str) -> None:
    if not text.strip("."):
        with pytest.raises(ValueError, match="'x'"):
            api.wire.path_segment("x", text)
        return
    segment = api.wire.path_segment("x", text)
    url = httpx.URL(f"https://h.example.com/a/{segment}/b?q=1")
    parts = urlsplit(str(url)).path.split("/")
    assert [unquote(p) for p in parts] == ["", "a", text, "b"]
    assert (url.host, url.query) == ("h.example.com", b"q=1")


@quick
@given(pairs=st.lists(st.tuples(TEXT.filter(bool), TEXT), max_size=5))
def test_any_query_arrives(api: SimpleNamespace, pairs: list[tuple[str, str]]) -> None:
    url = httpx.URL("https://h.example.com/a?" + api.wire.query_string(pairs))
    assert parse_qsl(url.query.decode(), keep_blank_values=True) == pairs


@quick
@given(value=JSON)
def test_json_is_written_as_it_is(api: SimpleNamespace, value: Any) -> None:
    assert json.loads(api.wire.encode_json(api.wire.to_wire(value))) == value


@quick
@given(text=st.text() | st.text(" \ta"))
def test_a_header_is_refused_or_carried(api: SimpleNamespace, text: str) -> None:
    fits = all(" " <= c <= "~" or c == "\t" for c in text)
    if fits and text == text.strip(" \t"):
        assert api.wire.header_value("X-A", text) == text
        httpx.Headers({"X-A": text})
    else:
        what = "begins or ends with a blank" if fits else "holds"
        with pytest.raises(ValueError, match=f"header 'X-A' {what}"):
            api.wire.header_value("X-A", text)


@quick
@given(content=st.binary() | JSON.map(json.dumps).map(str.encode))
def test_any_error_body_is_read(api: SimpleNamespace, content: bytes) -> None:
    facts = api.error_body.read_error(content, {})
    assert all(isinstance(fact, str) for fact in facts)


class Colour(enum.Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime.date(2024, 1, 2), "2024-01-02"),
        (datetime.datetime(2024, 1, 2, 3, 4, tzinfo=datetime.timezone.utc), "2024-01-02T03:04:00Z"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (ipaddress.ip_address("10.0.0.1"), "10.0.0.1"),
        (ipaddress.ip_network("10.0.0.0/8"), "10.0.0.0/8"),
        (Colour.RED, "red"),
        ((1, (2,)), [1, [2]]),
        ({"a": Colour.RED}, {"a": "red"}),
        ((n for n in "ab"), ["a", "b"]),
        ({1: 2}.items(), [[1, 2]]),
    ],
)
def test_python_values(api: SimpleNamespace, value: Any, written: Any) -> None:
    assert api.wire.to_wire(value) == written


def test_what_has_no_order_or_no_json(api: SimpleNamespace) -> None:
    with pytest.raises(TypeError, match="no order"):
        api.wire.to_wire({"a": {1}})
    with pytest.raises(ValueError, match="JSON"):
        api.wire.encode_json(float("nan"))
    with pytest.raises(TypeError):
        api.wire.encode_json(object())


@pytest.mark.parametrize("name", ["", "a b", "a:", "ä", "a\r\nb"])
def test_header_names(api: SimpleNamespace, name: str) -> None:
    with pytest.raises(ValueError, match="no header name"):
        api.wire.header_value(name, "v")
