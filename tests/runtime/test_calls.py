"""What a call sends and what it gives, sync and async, against a real server."""

from __future__ import annotations

import asyncio
import copy
import gc
import io
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from .conftest import Caller
from .loopback import Loopback, compressed, in_chunks, reply

THING = {"thing": {"id": "t-1", "name": "a"}}


def test_a_flat_call_sends_the_wrapped_body_and_decodes_the_answer(
    call: Caller, server: Loopback
) -> None:
    server.replies.append(reply(THING, 201))
    answer = call("create_thing", name="a", size=3)
    assert answer.thing.id == "t-1"
    seen = server.requests[0]
    assert (seen.method, seen.target) == ("POST", "/v1/p1/things")
    assert seen.json == {"thing": {"name": "a", "size": 3}}
    assert seen.headers["content-type"] == "application/json"
    assert seen.headers["accept"] == "application/json"
    assert seen.headers["x-auth-token"] == "tok-SECRET-1"
    assert seen.headers["user-agent"].startswith("thing_api ")


def test_a_whole_body_is_sent_as_given(call: Caller, server: Loopback) -> None:
    call("create_thing", body={"thing": {"name": "a", "more": [1]}})
    assert server.requests[0].json == {"thing": {"name": "a", "more": [1]}}


def test_a_model_is_a_whole_body(call: Caller, server: Loopback, api: SimpleNamespace) -> None:
    call("create_thing", body=api.things.ThingAnswer({"thing": {"name": "a"}}))
    assert server.requests[0].json == {"thing": {"name": "a"}}


def test_null_is_sent_and_unset_is_not(call: Caller, server: Loopback) -> None:
    call("create_thing", name=None)
    assert server.requests[0].json == {"thing": {"name": None}}


def test_body_and_fields_together_are_refused(call: Caller, server: Loopback) -> None:
    with pytest.raises(TypeError, match="both body= and the field 'name'"):
        call("create_thing", name="a", body={"thing": {}})
    assert server.requests == []


def test_a_field_that_collides_goes_to_the_body(call: Caller, server: Loopback) -> None:
    call("create_thing", name="a", body_project_id="inner", project_id="outer")
    assert server.requests[0].path == "/v1/outer/things"
    assert server.requests[0].json["thing"]["project_id"] == "inner"


def test_an_action_sends_its_empty_object(call: Caller, server: Loopback) -> None:
    call("start_thing", "t-1")
    assert server.requests[0].json == {"os-start": {}}


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("a/../b", "a%2F..%2Fb"),
        ("../../admin", "..%2F..%2Fadmin"),
        ("a b?c#d%2e", "a%20b%3Fc%23d%252e"),
        ("ü", "%C3%BC"),
        (7, "7"),
        (True, "true"),
    ],
)
def test_a_path_parameter_stays_in_its_segment(
    call: Caller, server: Loopback, given: Any, sent: str
) -> None:
    call("get_thing", given)
    assert server.requests[0].target == f"/v1/p1/things/{sent}"


@pytest.mark.parametrize("given", ["", ".", ".."])
def test_a_path_parameter_that_names_no_segment_is_refused(
    call: Caller, server: Loopback, given: str
) -> None:
    with pytest.raises(ValueError, match="path parameter 'thing_id'"):
        call("get_thing", given)
    assert server.requests == []


def test_queries_are_written_as_documented(call: Caller, server: Loopback) -> None:
    call("get_thing", "t", fields=["a", "b&c"], tags=["x=1", "y"])
    assert server.requests[0].target == "/v1/p1/things/t?fields=a%2Cb%26c&tags=x%3D1&tags=y"


def test_header_parameters(call: Caller, server: Loopback) -> None:
    call("get_thing", "t", language="en-us")
    assert server.requests[0].headers["x-language"] == "en-us"


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\x00b", "\u4e16", "\xe9"])
def test_a_header_cannot_be_split(call: Caller, server: Loopback, value: str) -> None:
    with pytest.raises(ValueError, match="header 'X-Language'") as caught:
        call("get_thing", "t", language=value)
    assert "Evil" not in str(caught.value)
    assert server.requests == []


def test_options_add_headers_query_and_body(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    options = api.options.CallOptions(
        headers={"X-More": "1", "content-type": "application/json;charset=utf8"},
        query={"q": [1, 2], "none": None},
        body={"thing": {"extra": True}, "beside": 1},
    )
    call("create_thing", name="a", options=options)
    seen = server.requests[0]
    assert seen.headers["x-more"] == "1"
    assert seen.headers["content-type"] == "application/json;charset=utf8"
    assert seen.query == [("q", "1"), ("q", "2")]
    assert seen.json == {"thing": {"name": "a", "extra": True}, "beside": 1}


def test_client_headers_and_query_go_with_every_call(call: Caller, server: Loopback) -> None:
    call("get_thing", "t", client={"headers": {"X-All": "1"}, "query": {"tenant": "x"}})
    assert server.requests[0].headers["x-all"] == "1"
    assert server.requests[0].query == [("tenant", "x")]


def test_none_is_left_out_of_headers_and_query(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    settings = {"headers": {"X-All": None, "user-agent": "me"}, "query": {"a": None, "b": 1}}
    options = api.options.CallOptions(headers={"X-Call": None}, query={"c": None})
    call("get_thing", "t", client=settings, options=options)
    seen = server.requests[0]
    assert seen.query == [("b", "1")]
    assert not {"x-all", "x-call"} & set(seen.names)
    assert [n for n in seen.names if n == "user-agent"] == ["user-agent"]


def test_none_takes_a_clients_header_or_query_away(api: SimpleNamespace, server: Loopback) -> None:
    given = {"headers": {"X-A": "1", "X-B": "1"}, "query": {"a": 1, "b": 1}}
    with api.Client(server.url, project_id="p", **given) as client:
        other = client.with_options(headers={"x-a": None, "x-b": "2"}, query={"a": None})
        other.get_thing("t")
    seen = server.requests[0]
    assert seen.query == [("b", "1")]
    assert "x-a" not in seen.names
    assert (seen.names.count("x-b"), seen.headers["x-b"]) == (1, "2")


def test_a_calls_headers_go_before_the_clients(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    options = api.options.CallOptions(headers={"x-all": "call", "accept": "text/plain"})
    call("get_thing", "t", client={"headers": {"X-All": "client"}}, options=options)
    sent = server.requests[0].headers
    assert (sent["x-all"], sent["accept"]) == ("call", "text/plain")
    assert server.requests[0].names.count("x-all") == 1


def test_all_violations_come_at_once_and_nothing_is_sent(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    with pytest.raises(api.errors.ValidationError) as caught:
        call("create_thing", size=11, client={"project_id": None})
    assert [(v.path, v.rule) for v in caught.value.violations] == [
        ("$.project_id", "required"),
        ("$.thing.name", "required"),
        ("$.thing.size", "maximum"),
    ]
    assert "create_thing" in str(caught.value)
    assert "must be at most 10" in str(caught.value)
    assert isinstance(caught.value, ValueError)
    assert server.requests == []


def test_validation_can_be_off_for_a_client_or_a_call(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    call("create_thing", size=11, options=api.options.CallOptions(validate=False))
    call("create_thing", size=12, client={"validate": False})
    assert [s.json["thing"]["size"] for s in server.requests] == [11, 12]
    with pytest.raises(api.errors.ValidationError):
        call(
            "create_thing",
            size=13,
            client={"validate": False},
            options=api.options.CallOptions(validate=True),
        )


def test_a_required_query_is_a_matter_of_validation_a_path_is_not(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    with pytest.raises(api.errors.ValidationError, match="query parameter 'kind' is required"):
        call("_call", api.things.FIND, {})
    call("_call", api.things.FIND, {}, client={"validate": False})
    assert server.requests[0].target == "/things/find"
    with pytest.raises(api.errors.ValidationError, match="path parameter 'thing_id' is required"):
        call("_call", api.things.DELETE, {}, client={"validate": False})


def test_parameters_are_checked_before_the_first_page(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    with pytest.raises(api.errors.ValidationError, match="at least 1"):
        call("list_things", limit=0)
    assert server.requests == []


def test_an_unknown_argument_names_its_neighbours(api: SimpleNamespace) -> None:
    with (
        api.Client("http://127.0.0.1:9") as client,
        pytest.raises(TypeError, match=r"no argument 'nmae'.*'name'"),
    ):
        client._call(api.things.CREATE, {"nmae": "a"})


def test_nothing_to_decode(call: Caller, server: Loopback) -> None:
    server.replies.append(reply(status=204))
    assert call("delete_thing", "t") is None


def test_an_empty_body_counts_as_null(call: Caller, server: Loopback) -> None:
    server.replies.append(reply(status=202))
    assert call("get_thing", "t").data is None


@pytest.mark.parametrize("value", [None, [], "text", 5, {"thing": [1]}, {"thing": None}])
def test_json_of_any_shape_is_taken(call: Caller, server: Loopback, value: Any) -> None:
    server.replies.append(reply(json.dumps(value).encode()))
    assert call("get_thing", "t").data == value


def test_compressed_and_chunked_answers(call: Caller, server: Loopback) -> None:
    server.replies += [compressed(THING), in_chunks(THING)]
    assert call("get_thing", "t").thing.id == "t-1"
    assert call("get_thing", "t").thing.id == "t-1"


def test_ten_megabytes(call: Caller, server: Loopback) -> None:
    server.replies.append(reply({"thing": {"id": "t", "name": "x" * 10_000_000}}))
    assert len(call("get_thing", "t").thing.name) == 10_000_000


def test_bytes_come_as_they_are(call: Caller, server: Loopback) -> None:
    server.replies.append(reply(b"\x00\xff{"))
    assert call("download_thing", "t") == b"\x00\xff{"
    assert server.requests[0].headers["accept"] == "*/*"


def test_a_multipart_upload(call: Caller, server: Loopback, tmp_path: Path) -> None:
    path = tmp_path / "data.bin"
    path.write_bytes(b"\x00\x01file")
    with path.open("rb") as opened:
        for given in (path, opened, ("data.bin", b"\x00\x01file")):
            call("upload_thing", file=given, note="n")
    call("upload_thing", file=b"\x00\x01file")
    for seen in server.requests[:3]:
        assert seen.headers["content-type"].startswith("multipart/form-data; boundary=")
        assert b'name="file"; filename="data.bin"' in seen.body
        assert b"\x00\x01file" in seen.body
        assert b'name="note"\r\n\r\nn\r\n' in seen.body
    assert b'name="file"; filename="file"' in server.requests[3].body
    assert b"\x00\x01file" in server.requests[3].body


def test_a_json_patch(call: Caller, server: Loopback) -> None:
    patch = [{"op": "replace", "path": "/name", "value": "b"}]
    call("patch_thing", "t", body=patch)
    assert server.requests[0].json == patch
    assert server.requests[0].headers["content-type"] == "application/json-patch+json"


def test_a_form(call: Caller, server: Loopback) -> None:
    call("submit_form", user="a&b", tags=["1", "2"])
    assert server.requests[0].body == b"user=a%26b&tags=1&tags=2"
    assert server.requests[0].headers["content-type"] == "application/x-www-form-urlencoded"


def test_a_body_of_bytes_from_memory_file_and_iterator(call: Caller, server: Loopback) -> None:
    data = bytes(range(256)) * 1000
    for given in (data, io.BytesIO(data), iter([data[:1000], data[1000:]])):
        call("put_bytes", "t", body=given)
    assert [seen.body == data for seen in server.requests] == [True] * 3
    assert server.requests[1].headers["content-length"] == str(len(data))


class Opened:
    """How often a path's file was opened and is open still."""

    def __init__(self, api: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
        self.files: list[io.FileIO] = []
        monkeypatch.setattr(api.upload, "FileIO", self)

    def __call__(self, path: str) -> io.FileIO:
        self.files.append(io.FileIO(path))
        return self.files[-1]


def test_a_path_is_read_piece_by_piece_as_often_as_needed(
    call: Caller,
    server: Loopback,
    api: SimpleNamespace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "image"
    path.write_bytes(bytes(range(256)) * 1000)
    opened = Opened(api, monkeypatch)
    server.replies += [reply({}, 503), reply(status=204), reply({}, 503), reply({})]
    call("put_bytes", "t", body=path)
    call("upload_thing", file=path)
    call("upload_thing", file=("other", path))
    call("request", "PUT", "/x", content=path)
    assert [path.read_bytes() in seen.body for seen in server.requests] == [True] * 6
    assert server.requests[0].headers["content-length"] == "256000"
    assert len(opened.files) == 6
    assert all(file.closed for file in opened.files)


def test_a_path_without_a_file_is_told_at_once(
    call: Caller, server: Loopback, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        call("put_bytes", "t", body=tmp_path / "none")
    assert server.requests == []


def test_a_path_is_closed_when_the_call_fails(
    call: Caller, api: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "image").write_bytes(b"0" * 200_000)
    opened = Opened(api, monkeypatch)

    def transport(request: httpx.Request) -> httpx.Response:
        raise httpx.WriteError("no")

    with pytest.raises(api.errors.ConnectionFailed):
        call(
            "put_bytes",
            "t",
            body=tmp_path / "image",
            client={"transport": httpx.MockTransport(transport), "retries": 0},
        )
    gc.collect()
    assert all(file.closed for file in opened.files)


def test_a_plain_request(call: Caller, server: Loopback) -> None:
    server.replies.append(reply({"ok": 1}, headers={"X-Request-Id": "r"}))
    answer = call("request", "post", "/v9/new?a=1", query={"b": "2 3"}, json={"x": None})
    assert answer.status == 200
    assert answer.headers["x-request-id"] == "r"
    assert answer.parsed == {"ok": 1}
    seen = server.requests[0]
    assert (seen.method, seen.target) == ("POST", "/v9/new?a=1&b=2%203")
    assert seen.json == {"x": None}
    assert seen.headers["x-auth-token"] == "tok-SECRET-1"


def test_extra_body_keys_need_an_object(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    with pytest.raises(TypeError, match=r"no JSON object that options\.body"):
        call("patch_thing", "t", body=[], options=api.options.CallOptions(body={"a": 1}))
    assert server.requests == []


def test_a_root_array_needs_its_body(call: Caller, server: Loopback) -> None:
    server.otherwise = lambda seen: reply({"length": len(seen.body)})
    assert call("patch_thing", "t", body=[]) == {"length": 2}


@pytest.mark.parametrize("path", ["/a b\r\nX: 1", "/a#b"])
def test_a_plain_request_is_a_clean_line(call: Caller, server: Loopback, path: str) -> None:
    with pytest.raises(ValueError, match="percent-encoded"):
        call("request", "GET", path)
    assert server.requests == []


@pytest.mark.parametrize("path", ["v1/x", "http://other.invalid/x", "@other.invalid/", ""])
def test_a_plain_request_stays_at_its_service(call: Caller, server: Loopback, path: str) -> None:
    with pytest.raises(ValueError, match="begin with '/'"):
        call("request", "GET", path)
    assert server.requests == []


def test_a_plain_request_with_two_slashes_stays_at_its_service(
    call: Caller, server: Loopback
) -> None:
    call("request", "GET", "//other.invalid/x")
    # (The server's library folds leading slashes.)
    assert server.requests[0].target == "/other.invalid/x"


@pytest.mark.parametrize(
    "url",
    [
        "service.example.com",
        "ftp://service.example.com",
        "https://user:pw-SECRET@service.example.com",
        "https://service.example.com?x=1",
        "https://service.example.com?",
        "https://service.example.com#",
        "https://service.example.com\n",
        "https://service.example.com:port",
    ],
)
def test_a_base_url_is_checked(api: SimpleNamespace, url: str) -> None:
    with pytest.raises(ValueError, match="base_url") as caught:
        api.Client(url)
    assert "SECRET" not in str(caught.value)
    with pytest.raises(ValueError, match="identity_url"):
        api.auth.PasswordAuth(url, user_id="u", password="p")


def test_a_base_url_may_have_a_path(call: Caller, server: Loopback) -> None:
    call("get_thing", "t", client={"base_url": f"{server.url}/gate/way/"})
    assert server.requests[0].path == "/gate/way/v1/p1/things/t"


def test_cookies_are_not_kept(api: SimpleNamespace, server: Loopback) -> None:
    server.otherwise = lambda seen: reply({}, headers={"Set-Cookie": "session=of-a"})
    with api.Client(server.url, project_id="p") as client:
        client.get_thing("t")
        client.with_options(auth=api.auth.TokenAuth("b")).get_thing("t")
    assert "cookie" not in server.requests[1].headers


def test_with_options_shares_the_connections_and_changes_the_copy_only(
    api: SimpleNamespace, server: Loopback
) -> None:
    with api.Client(server.url, project_id="p1") as client:
        with client.with_options(project_id="p2", headers={"X-Copy": "1"}) as copy:
            copy.get_thing("t")
        client.get_thing("t")
        assert copy._http is client._http
    assert [s.path for s in server.requests] == ["/v1/p2/things/t", "/v1/p1/things/t"]
    assert ["x-copy" in s.headers for s in server.requests] == [True, False]


def test_a_client_that_was_handed_in_stays_open(api: SimpleNamespace, server: Loopback) -> None:
    with httpx.Client(headers={"X-Mine": "1"}) as http:
        with api.Client(server.url, project_id="p", http_client=http) as client:
            client.get_thing("t")
        assert not http.is_closed
    assert server.requests[0].headers["x-mine"] == "1"


def test_the_wrong_kind_of_client_is_refused(api: SimpleNamespace) -> None:
    with httpx.Client() as http, pytest.raises(TypeError, match=r"httpx\.AsyncClient"):
        api.AsyncClient("http://127.0.0.1", http_client=http)


def test_raw_answers(api: SimpleNamespace, server: Loopback) -> None:
    server.otherwise = lambda seen: reply(THING, headers={"X-Request-Id": "r-1"})
    with api.Client(server.url, project_id="p") as client:
        raw = client.raw(client.get_thing, "t")
        listed = client.raw(client.list_things, "last")
    assert (raw.status, raw.headers["X-Request-ID"]) == (200, "r-1")
    assert json.loads(raw.content) == THING == raw.json()
    assert raw.parsed.thing.id == "t-1"
    assert listed.parsed.data == THING
    assert "t-1" not in repr(raw)


def test_a_raw_answer_that_is_no_json_is_still_there(
    api: SimpleNamespace, server: Loopback
) -> None:
    server.replies.append(reply(b"<html>"))
    with api.Client(server.url, project_id="p") as client:
        raw = client.raw(client.get_thing, "t")
    assert raw.text == "<html>"
    with pytest.raises(api.errors.DecodeError):
        _ = raw.parsed


def test_streaming(api: SimpleNamespace, server: Loopback) -> None:
    data = bytes(range(256)) * 4000
    server.replies.append(reply(data))
    with (
        api.Client(server.url, project_id="p") as client,
        client.stream(client.download_thing, "t") as answer,
    ):
        assert answer.status == 200
        assert answer.headers["content-length"] == str(len(data))
        pieces = list(answer.iter_bytes(100_000))
    assert len(pieces) > 1
    assert b"".join(pieces) == data


def test_a_documented_redirect_is_streamed(api: SimpleNamespace, server: Loopback) -> None:
    server.otherwise = lambda seen: reply({"versions": []}, 300)
    with (
        api.Client(server.url) as client,
        client.stream(client.list_versions) as answer,
    ):
        assert (answer.status, json.loads(answer.read())) == (300, {"versions": []})

    async def main() -> bytes:
        async with (
            api.AsyncClient(server.url) as client,
            client.stream(client.list_versions) as answer,
        ):
            return b"".join([piece async for piece in answer.iter_bytes()])

    assert json.loads(asyncio.run(main())) == {"versions": []}


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda r: pickle.loads(pickle.dumps(r))]
)
def test_a_raw_answer_can_be_copied_without_its_credentials(
    api: SimpleNamespace, server: Loopback, again: Callable[[Any], Any]
) -> None:
    server.otherwise = lambda seen: reply(THING)
    auth = api.auth.TokenAuth("tok-SECRET")
    with api.Client(server.url, project_id="p", auth=auth) as client:
        options = api.options.CallOptions(query={"access_token": "qry-SECRET"})
        raw = client.raw(client.create_thing, name="n", psk="psk-SECRET", options=options)
        no_json = client.raw(client.get_thing, "t")
        no_json.content = b"<"
    made = again(raw)
    assert type(made.parsed) is type(raw.parsed)
    assert (made.operation, made.status, made.content) == ("create_thing", 200, raw.content)
    assert made.headers == raw.headers
    assert made.http.json() == THING
    assert made.http.request.url.path == raw.http.request.url.path
    assert b"SECRET" not in pickle.dumps(made)
    with pytest.raises(api.errors.DecodeError):
        _ = again(no_json).parsed


def test_a_stream_that_fails_at_its_head_raises_as_any_call(
    api: SimpleNamespace, server: Loopback
) -> None:
    server.replies.append(reply({"error_code": "TH.0404", "error_msg": "gone"}, 404))
    with (
        api.Client(server.url, project_id="p") as client,
        pytest.raises(api.errors.NotFoundError, match="gone"),
        client.stream(client.download_thing, "t"),
    ):
        pass
