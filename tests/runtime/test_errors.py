"""What is raised when the service answers with an error, or with something that is no answer."""

from __future__ import annotations

import asyncio
import io
import json
import pickle
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from .conftest import Caller
from .loopback import Loopback, compressed, reply


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (413, "ApiError"),
        (429, "RateLimitError"),
        (500, "ServerError"),
        (501, "ServerError"),
    ],
)
def test_each_status_has_its_class(
    call: Caller, server: Loopback, api: SimpleNamespace, status: int, name: str
) -> None:
    server.otherwise = lambda seen: reply({"code": "X.1", "message": "no"}, status)
    with pytest.raises(api.errors.ApiError) as caught:
        call("get_thing", "t", client={"retries": 0})
    assert type(caught.value).__name__ == name
    assert isinstance(caught.value, api.errors.ClientError)
    assert (caught.value.status, caught.value.code, caught.value.message) == (status, "X.1", "no")
    assert caught.value.operation == "get_thing"
    assert str(caught.value).startswith(f"get_thing: {status} X.1: no")


@pytest.mark.parametrize(
    ("body", "code", "message", "request_id"),
    [
        ({"error_code": "A.1", "error_msg": "m"}, "A.1", "m", ""),
        ({"code": "A.1", "message": "m", "request_id": "r"}, "A.1", "m", "r"),
        ({"error": {"code": "A.1", "message": "m"}, "request_id": "r"}, "A.1", "m", "r"),
        ({"error": {"code": 404, "title": "Not Found", "message": "m"}}, "404", "m", ""),
        ({"badRequest": {"code": 400, "message": "m"}}, "400", "m", ""),
        ({"itemNotFound": {"message": "m"}}, "", "m", ""),
        ({"errors": [{"errorCode": "A.1", "errorMsg": "m"}]}, "A.1", "m", ""),
        ({"NeutronError": {"type": "X", "message": "m", "detail": ""}}, "", "m", ""),
        ({"error": "denied", "error_description": "m"}, "denied", "m", ""),
        ({"errCode": "A.1", "externalMessage": "m"}, "A.1", "m", ""),
        ({"errorCode": "A.1", "errorMessage": "m"}, "A.1", "m", ""),
        ({"message": {"code": "A.1", "details": "m"}}, "A.1", "m", ""),
        ("m", "", "m", ""),
        ([], "", "", ""),
        (None, "", "", ""),
        ({"error_code": None, "error_msg": ["m"]}, "", "m", ""),
        ({"error": {"error": {"error": {"error": {"error": {"error": {}}}}}}}, "", "", ""),
    ],
)
def test_error_bodies_of_every_form(
    api: SimpleNamespace, body: Any, code: str, message: str, request_id: str
) -> None:
    facts = api.error_body.read_error(json.dumps(body).encode(), {})
    assert facts == (code, message, request_id)


@pytest.mark.parametrize(
    ("content", "kind", "message"),
    [
        (b"<html><h1>Bad Gateway</h1></html>", "text/html", ""),
        (b"upstream  timed\nout\x00", "text/plain", "upstream timed out"),
        (b"", "text/plain", ""),
        (b"\xff\xfe" * 9, "application/octet-stream", "\ufffd" * 18),
        (b"[" * 100_000, "application/json", "[" * 300),
    ],
)
def test_error_bodies_that_are_no_json(
    api: SimpleNamespace, content: bytes, kind: str, message: str
) -> None:
    facts = api.error_body.read_error(content, {"content-type": kind, "x-request-id": "r"})
    assert facts == ("", message, "r")


def test_the_documented_meaning_and_advice_are_told(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies.append(
        reply({"error_code": "TH.0404", "error_msg": "t gone"}, 404, {"X-Request-Id": "r-7"})
    )
    with pytest.raises(api.errors.NotFoundError) as caught:
        call("get_thing", "t")
    error = caught.value
    assert (error.meaning, error.advice) == ("The thing does not exist.", "Check its ID.")
    assert error.request_id == "r-7"
    assert error.response.status == 404
    assert error.response.json()["error_msg"] == "t gone"
    assert "Check its ID." in str(error)
    assert "r-7" in str(error)


@pytest.mark.parametrize(
    "content",
    [b'{"thing": {"id"', b"<html>", b"\xff\xfe\x00", b"[" * 200_000, b"nope"],
)
def test_an_answer_that_is_no_json(
    call: Caller, server: Loopback, api: SimpleNamespace, content: bytes
) -> None:
    server.replies.append(reply(content, headers={"Content-Type": "text/html; charset=utf-8"}))
    with pytest.raises(api.errors.DecodeError, match="get_thing: answered 200") as caught:
        call("get_thing", "t")
    assert caught.value.response.content == content


def test_json_under_the_wrong_content_type_is_taken(call: Caller, server: Loopback) -> None:
    server.replies.append(reply(b'{"thing": {"id": "1"}}', headers={"Content-Type": "text/html"}))
    assert call("get_thing", "t").thing.id == "1"


def test_damaged_compression(call: Caller, server: Loopback, api: SimpleNamespace) -> None:
    server.otherwise = lambda seen: compressed({"a": list(range(99))}, damaged=True)
    with pytest.raises(api.errors.DecodeError, match="compression"):
        call("get_thing", "t")


def test_nobody_listens(call: Caller, api: SimpleNamespace) -> None:
    with pytest.raises(api.errors.ConnectionFailed, match="could not connect") as caught:
        call("create_thing", name="a", client={"base_url": "http://127.0.0.1:1"})
    assert caught.value.sent is False


def test_errors_survive_pickling(call: Caller, server: Loopback, api: SimpleNamespace) -> None:
    server.replies.append(reply({"code": "X", "message": "m"}, 404))
    with pytest.raises(api.errors.NotFoundError) as caught:
        call("get_thing", "t")
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is api.errors.NotFoundError
    assert str(again) == str(caught.value)
    assert (again.code, again.response.status) == ("X", 404)


def test_a_redirect_elsewhere_is_not_followed(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    with Loopback() as other:
        server.otherwise = lambda seen: reply(status=302, headers={"Location": f"{other.url}/x"})
        with pytest.raises(api.errors.RedirectError, match="does not go"):
            call("get_thing", "t")
        assert other.requests == []


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_read_follows_redirects_at_its_own_service(
    call: Caller, server: Loopback, status: int
) -> None:
    server.replies += [
        reply(status=status, headers={"Location": "/v2/moved?x=1"}),
        reply({"thing": {"id": "m"}}),
    ]
    assert call("get_thing", "t").thing.id == "m"
    assert server.requests[1].target == "/v2/moved?x=1"
    assert server.requests[1].headers["x-auth-token"] == "tok-SECRET-1"


def test_a_write_follows_no_redirect(call: Caller, server: Loopback, api: SimpleNamespace) -> None:
    server.otherwise = lambda seen: reply(status=307, headers={"Location": "/v2/moved"})
    with pytest.raises(api.errors.RedirectError):
        call("create_thing", name="a")
    assert len(server.requests) == 1


def test_redirects_in_a_circle_end(call: Caller, server: Loopback, api: SimpleNamespace) -> None:
    server.otherwise = lambda seen: reply(status=302, headers={"Location": seen.target})
    with pytest.raises(api.errors.RedirectError):
        call("get_thing", "t")
    assert len(server.requests) == 6


def test_a_handed_in_client_that_follows_redirects_does_not_here(
    api: SimpleNamespace, server: Loopback
) -> None:
    with Loopback() as other:
        server.otherwise = lambda seen: reply(status=302, headers={"Location": f"{other.url}/x"})
        with (
            httpx.Client(follow_redirects=True) as http,
            api.Client(server.url, project_id="p", http_client=http) as client,
            pytest.raises(api.errors.RedirectError),
        ):
            client.get_thing("t")
        assert other.requests == []


@pytest.mark.parametrize(
    ("status", "headers", "reason"),
    [
        (302, {}, "redirected without a Location"),
        (302, {"Location": "http://[x"}, "redirected to no valid URL"),
        (302, {"Location": "/v1/p1/things/t"}, "redirected more than 5 times"),
        (
            302,
            {"Location": "https://elsewhere.example.com/"},
            "redirected to where the client does",
        ),
    ],
)
def test_a_redirect_that_is_not_followed_says_why(
    call: Caller,
    server: Loopback,
    api: SimpleNamespace,
    status: int,
    headers: dict[str, str],
    reason: str,
) -> None:
    server.otherwise = lambda seen: reply(status=status, headers=headers)
    with pytest.raises(api.errors.RedirectError, match=reason):
        call("get_thing", "t")


def test_a_redirected_write_and_no_redirect_say_so(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies.append(reply(status=307, headers={"Location": "/x"}))
    with pytest.raises(api.errors.RedirectError, match="redirected, which a POST does not follow"):
        call("create_thing", name="a")
    server.replies.append(reply(status=304))
    with pytest.raises(api.errors.RedirectError) as caught:
        call("get_thing", "t")
    assert str(caught.value) == "get_thing: 304"


def test_a_status_for_a_code_is_told_once(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies.append(reply({"badRequest": {"code": 400, "message": "m"}}, 400))
    with pytest.raises(api.errors.BadRequestError) as caught:
        call("get_thing", "t")
    assert (str(caught.value), caught.value.code) == ("get_thing: 400: m", "400")


class ShortFile(io.BytesIO):
    """A file that ends before its length, as one that is cut while it is sent."""

    def seek(self, offset: int, whence: int = 0) -> int:
        return super().seek(offset, whence) + (100 if whence == 2 else 0)


def test_a_file_that_is_shorter_than_its_length(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    with pytest.raises(
        api.errors.ClientError, match="put_bytes: the body is not as long"
    ) as caught:
        call("put_bytes", "t", body=ShortFile(b"data"))
    assert not isinstance(caught.value, api.errors.ConnectionFailed)
    options = api.options.CallOptions(headers={"Content-Length": "2"})
    with pytest.raises(api.errors.ClientError, match="put_bytes: the body is not as long"):
        call("put_bytes", "t", body=b"data", options=options)


@pytest.mark.parametrize("refusal", [httpx.LocalProtocolError, httpx.UnsupportedProtocol])
def test_what_is_no_request_is_not_tried_again(
    call: Caller, api: SimpleNamespace, refusal: type[Exception]
) -> None:
    attempts: list[str] = []

    def transport(request: httpx.Request) -> httpx.Response:
        attempts.append(request.method)
        raise refusal("Illegal header value b'SECRET'")

    with pytest.raises(api.errors.ClientError, match="get_thing: ") as caught:
        call("get_thing", "t", client={"transport": httpx.MockTransport(transport)})
    assert attempts == ["GET"]
    assert not isinstance(caught.value, api.errors.ConnectionFailed)
    assert "SECRET" not in str(caught.value)


@pytest.mark.parametrize("status", [404, 503])
def test_a_hook_that_raises_for_a_status_changes_no_error(
    api: SimpleNamespace, server: Loopback, status: int
) -> None:
    server.otherwise = lambda seen: reply({"code": "X.1"}, status)

    def hook(response: httpx.Response) -> None:
        response.read()
        response.raise_for_status()

    async def async_hook(response: httpx.Response) -> None:
        response.raise_for_status()

    retry = api.retry.Retry(2, pause=0.01)
    with httpx.Client(event_hooks={"response": [hook]}) as http:
        client = api.Client(server.url, project_id="p", http_client=http, retries=retry)
        with pytest.raises(api.errors.class_for(status), match=f"get_thing: {status} X.1"):
            client.get_thing("t")
    assert len(server.requests) == (1 if status == 404 else 3)

    async def main() -> None:
        async with httpx.AsyncClient(event_hooks={"response": [async_hook]}) as http:
            client = api.AsyncClient(server.url, project_id="p", http_client=http, retries=0)
            await client.get_thing("t")

    with pytest.raises(api.errors.class_for(status), match=f"get_thing: {status}"):
        asyncio.run(main())
