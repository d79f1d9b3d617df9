"""Example blocks: request lines, headers and bodies, as written and gently mended."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.example_text import Message, read_messages
from gen.lenient_json import NotJson, decode, decode_members, places
from gen.linker.agree import Places
from gen.model import Example, Source


def only(text: str) -> Message:
    (message,) = read_messages(text)
    return message


def test_a_body_alone() -> None:
    message = only('{"wheel": {"size": 3}}')
    assert (message.parsed, message.repaired) == (True, False)
    assert message.value == {"wheel": {"size": 3}}


def test_a_request_line_alone() -> None:
    message = only("GET https://{Endpoint}/v1/{project_id}/wheels?limit=2")
    assert (message.method, message.target) == (
        "GET",
        "https://{Endpoint}/v1/{project_id}/wheels?limit=2",
    )
    assert not message.parsed


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_a_request_line_headers_and_a_body(between: str) -> None:
    message = only(
        f'put /v1/wheels/7 HTTP/1.1\nHost: example.org\nX-Auth-Token: abc{between}{{"a": 1}}'
    )
    assert (message.method, message.target) == ("PUT", "/v1/wheels/7")
    assert message.headers == (("Host", "example.org"), ("X-Auth-Token", "abc"))
    assert message.value == {"a": 1}


def test_a_body_that_opens_on_the_request_line() -> None:
    message = only('PUT  /v1/wheels/7        {\n    "a": 1\n}')
    assert (message.method, message.target) == ("PUT", "/v1/wheels/7")
    assert message.value == {"a": 1}


def test_options_behind_the_target_are_not_of_it() -> None:
    message = only('POST /v1/wheels -H "X-Auth-Token:abc" -F file=@wheel.txt')
    assert (message.method, message.target) == ("POST", "/v1/wheels")


def test_a_url_without_a_verb() -> None:
    message = only("https://{Endpoint}/v1/wheels")
    assert (message.method, message.target) == ("", "https://{Endpoint}/v1/wheels")


@pytest.mark.parametrize("line", ["STATUS CODE 201", "HTTP/1.1 201 Created"])
def test_a_status_line(line: str) -> None:
    assert only(f'{line}\n\n{{"id": "x"}}').status == 201
    assert only(line).status == 201


def test_curl_that_sends_a_file() -> None:
    (message,) = read_messages("curl -X PUT -T /tmp/map.png -u me:pw https://host/v1/maps/7/file")
    assert (message.method, message.target) == ("PUT", "https://host/v1/maps/7/file")
    (message,) = read_messages("curl -F map=@/tmp/map.png https://host/v1/maps")
    assert message.target == "https://host/v1/maps"
    assert ("Content-Type", "multipart/form-data") in message.headers


def test_curl() -> None:
    message = only(
        "curl -i -k -H 'Content-Type:application/json' -X POST \\\n"
        """ -d '{"wheel": {"size": 3}}' https://example.org/v1/wheels"""
    )
    assert (message.method, message.target) == ("POST", "https://example.org/v1/wheels")
    assert message.headers == (("Content-Type", "application/json"),)
    assert message.value == {"wheel": {"size": 3}}


def test_several_bodies_under_words_are_several_messages() -> None:
    one, two = read_messages('When it turns:\n{"a": 1}\nWhen it stands:\n{"a": 2}')
    assert (one.title, one.value) == ("When it turns:", {"a": 1})
    assert (two.title, two.value) == ("When it stands:", {"a": 2})


def test_words_that_are_no_message() -> None:
    message = only("success")
    assert (message.parsed, message.error, message.text) == (False, "", "success")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1,}', {"a": 1}),
        ('{"a": [1, 2,],}', {"a": [1, 2]}),
        ('{"a": 1\n"b": 2}', {"a": 1, "b": 2}),
        ('{"a": 1,, "b": 2}', {"a": 1, "b": 2}),
        ('{"a": 1, // the first\n"b": 2}', {"a": 1, "b": 2}),
        ('{"a": "http://x" // after\n}', {"a": "http://x"}),
        ('{"a": 1 /* one */}', {"a": 1}),
        ('{"a": [{"b": 1}, ...]}', {"a": [{"b": 1}]}),
        ('{"a": "two\nlines"}', {"a": "two\nlines"}),
        ('{"a": "\\d\\u00e4"}', {"a": "\\dä"}),
        ('{"a": {"b": 1}', {"a": {"b": 1}}),
        ('{"a": True, "b": None}', {"a": True, "b": None}),
    ],
)
def test_gentle_repair(text: str, value: object) -> None:
    message = only(text)
    assert (message.parsed, message.repaired) == (True, True), message.error
    assert message.value == value


def test_members_without_braces() -> None:
    message = only('"kind": "Wheel",\n"spec": {"size": 3}')
    assert (message.parsed, message.repaired) == (True, True)
    assert message.value == {"kind": "Wheel", "spec": {"size": 3}}


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 12xx34}',
        '{"a": some words}',
        "{a: 1}",
        '{"a" 1}',
        '{"a": "never closed}',
        '{"a": {"b": 1},},"c": 2}',
        "{" * 5000,
    ],
)
def test_what_is_no_json_stays_text_and_says_why(text: str) -> None:
    message = only(text)
    assert not message.parsed
    assert message.error
    assert message.text == text.strip()


def test_a_constant_that_json_does_not_have() -> None:
    with pytest.raises(NotJson):
        decode("NaN")


def test_text_after_the_last_member() -> None:
    with pytest.raises(NotJson):
        decode_members('"a": 1 and so on')


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(VALUES)
def test_strict_json_is_never_mended(value: object) -> None:
    found = decode(json.dumps(value))
    assert (found.value, found.repaired) == (value, False)


@given(st.dictionaries(st.text(max_size=4), VALUES, min_size=1, max_size=3))
def test_a_trailing_comma_changes_no_value(value: dict[str, object]) -> None:
    found = decode(json.dumps(value)[:-1] + ",}")
    assert (found.value, found.repaired) == (value, True)


@given(st.text(max_size=200))
def test_any_block_is_read(text: str) -> None:
    assert read_messages(text)


def line_of(block: str, path: str, number: int = 0) -> int:
    """The line of the docs at which a key of the block's message stands; the block begins on line 10."""
    message = read_messages(block)[number]
    assert message.line is not None
    example = Example(
        direction="request",
        source=Source("wheel.rst", 10),
        parsed=True,
        value=message.value,
        text=message.text,
        line=10 + message.line,
    )
    return Places(example).of(path).line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("$", 12),
        ("$.wheels", 13),
        ("$.wheels[1]", 15),
        ("$.wheels[1].size", 16),
        ("$.wheels[1]['rim size']", 17),
        ("$.wheels[1]['rim size'].missing", 17),
        ("$.wheels[0].missing", 14),
        ("$.missing", 12),
        ("$.missing[3].deeper", 12),
    ],
)
def test_a_key_is_found_on_its_line(path: str, line: int) -> None:
    block = (
        'POST /v1/wheels\n\n{\n  "wheels": [\n    {"size": 1},\n    {\n      "size": 2,\n'
        '      "rim size": "3"\n    },\n  ]\n}'
    )
    assert line_of(block, path) == line


def test_keys_of_a_second_message_in_a_block() -> None:
    block = 'GET /v1/wheels\n\nPUT /v1/wheels\n{"a": 1}\n\nPUT /v1/wheels\n{\n  "b": 2\n}'
    assert (line_of(block, "$.a"), line_of(block, "$.b", 1)) == (13, 17)


def test_keys_of_members_without_braces() -> None:
    assert line_of('\n"a": 1,\n"b": 2', "$.b") == 12


def test_keys_of_a_text_put_together_anew_have_no_line() -> None:
    message = only("curl -X POST https://x/v1 -d '{\\\n\"a\": 1}'")
    assert message.line is None
    example = Example(direction="request", source=Source("wheel.rst", 10), text=message.text)
    assert Places(example).of("$.a").line == 10


def test_a_curl_body_of_several_lines_keeps_its_lines() -> None:
    block = 'curl -X POST https://x/v1 \\\n  -d \'{\n"a": 1,\n"b": 2}\''
    assert line_of(block, "$.b") == 13


def test_where_a_broken_body_broke() -> None:
    message = only('PUT /v1/wheels\n\n{\n  "a": 1,\n  b: 2\n}')
    assert (message.error, message.error_line) == ("expected a key in quotes", 4)


@given(st.text(alphabet='{}[]",:ab1 \n\\', max_size=60))
def test_places_never_fails(text: str) -> None:
    assert all(0 <= at <= len(text) for at in places(text).values())
