"""Credentials: what is sent, when tokens are renewed, and that nothing shows them."""

from __future__ import annotations

import asyncio
import datetime
import io
import threading
import time
import tracemalloc
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from .conftest import Caller
from .loopback import Loopback, Reply, Seen, reply, reset_at_once, slow

PASSWORD = "pw-SECRET-9"


def expiry(seconds: float) -> str:
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000000Z")


class Identity:
    """Plays the identity service and the service itself."""

    def __init__(self, server: Loopback, *, life: float = 86400, pause: float = 0) -> None:
        self.server = server
        self.life = life
        self.pause = pause
        self.given = 0
        self.revoked: set[str] = set()
        self.lock = threading.Lock()
        server.otherwise = self.answer

    def answer(self, seen: Seen) -> Reply:
        if seen.path == "/v3/auth/tokens":
            with self.lock:
                self.given += 1
                token = f"tok-SECRET-{self.given}"
            body = {"token": {"expires_at": expiry(self.life)}}
            made = reply(body, 201, {"X-Subject-Token": token})
            return slow(self.pause, made) if self.pause else made
        token = seen.headers.get("x-auth-token", "")
        if not token or token in self.revoked:
            return reply({"error_code": "APIGW.0301", "error_msg": f"bad token {token}"}, 401)
        return reply({"thing": {"id": token}})


def password(api: SimpleNamespace, server: Loopback, **more: Any) -> Any:
    return api.auth.PasswordAuth(
        server.url,
        username="me",
        domain_name="dom",
        password=PASSWORD,
        **{"project_name": "eu_x", **more},
    )


def test_a_password_becomes_a_token(call: Caller, server: Loopback, api: SimpleNamespace) -> None:
    Identity(server)
    assert call("get_thing", "t", client={"auth": password(api, server)}).thing.id == "tok-SECRET-1"
    assert server.requests[0].json == {
        "auth": {
            "identity": {
                "methods": ["password"],
                "password": {
                    "user": {"name": "me", "domain": {"name": "dom"}, "password": PASSWORD}
                },
            },
            "scope": {"project": {"name": "eu_x", "domain": {"name": "dom"}}},
        }
    }
    assert "x-auth-token" not in server.requests[0].headers


@pytest.mark.parametrize(
    ("given", "scope"),
    [
        ({"user_id": "u", "project_id": "p"}, {"project": {"id": "p"}}),
        ({"username": "n", "domain_id": "d"}, {"domain": {"id": "d"}}),
        ({"user_id": "u"}, None),
    ],
)
def test_scopes(
    api: SimpleNamespace, server: Loopback, given: dict[str, str], scope: dict[str, Any] | None
) -> None:
    Identity(server)
    auth = api.auth.PasswordAuth(server.url + "/v3/", password=PASSWORD, **given)
    with api.Client(server.url, project_id="p", auth=auth) as client:
        client.get_thing("t")
    assert server.requests[0].json["auth"].get("scope") == scope


@pytest.mark.parametrize(
    "given",
    [
        {"password": "x"},
        {"password": "x", "username": "n"},
        {"password": "x", "username": "n", "user_id": "u", "domain_id": "d"},
        {"password": "", "user_id": "u"},
    ],
)
def test_half_a_login_is_refused(api: SimpleNamespace, given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"user|password"):
        api.auth.PasswordAuth("https://iam.example.com", **given)


def test_a_token_is_kept(api: SimpleNamespace, server: Loopback) -> None:
    identity = Identity(server)
    with api.Client(server.url, project_id="p", auth=password(api, server)) as client:
        for _ in range(3):
            client.get_thing("t")
    assert identity.given == 1


def test_a_token_is_renewed_before_it_ends(
    api: SimpleNamespace, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = Identity(server, life=1000)
    with api.Client(server.url, project_id="p", auth=password(api, server)) as client:
        now = time.time()
        client.get_thing("t")
        monkeypatch.setattr(api.auth.time, "time", lambda: now + 690)
        client.get_thing("t")
        assert identity.given == 1
        monkeypatch.setattr(api.auth.time, "time", lambda: now + 990)
        identity.life = 2000
        client.get_thing("t")
    assert identity.given == 2


def test_a_refused_token_is_renewed_once(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    identity = Identity(server)
    auth = password(api, server)
    call("get_thing", "t", client={"auth": auth})
    identity.revoked.add("tok-SECRET-1")
    assert call("get_thing", "t", client={"auth": auth}).thing.id == "tok-SECRET-2"
    identity.revoked |= {"tok-SECRET-2", "tok-SECRET-3"}
    with pytest.raises(api.errors.AuthenticationError) as caught:
        call("create_thing", name="a", client={"auth": auth})
    assert identity.given == 3
    assert "SECRET" not in str(caught.value)


def test_many_async_calls_cause_one_renewal(api: SimpleNamespace, server: Loopback) -> None:
    identity = Identity(server, pause=0.1)

    async def main() -> list[Any]:
        auth = password(api, server)
        async with api.AsyncClient(server.url, project_id="p", auth=auth) as client:
            return await asyncio.gather(*(client.get_thing("t") for _ in range(50)))

    assert {a.thing.id for a in asyncio.run(main())} == {"tok-SECRET-1"}
    assert identity.given == 1


def test_many_threads_cause_one_renewal(api: SimpleNamespace, server: Loopback) -> None:
    identity = Identity(server, pause=0.1)
    with api.Client(server.url, project_id="p", auth=password(api, server)) as client:
        threads = [threading.Thread(target=client.get_thing, args=("t",)) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert identity.given == 1
    assert len(server.requests) == 21


WRONG = reply({"error": {"code": 401, "message": "The password is wrong"}}, 401)


def test_many_async_calls_with_a_wrong_password_are_one_login(
    api: SimpleNamespace, server: Loopback
) -> None:
    server.otherwise = lambda seen: slow(0.2, WRONG)

    async def main() -> list[Any]:
        auth = password(api, server)
        async with api.AsyncClient(server.url, project_id="p", auth=auth, retries=0) as client:
            calls = (client.get_thing("t") for _ in range(20))
            first = await asyncio.gather(*calls, return_exceptions=True)
            return [*first, *await asyncio.gather(client.get_thing("t"), return_exceptions=True)]

    found = asyncio.run(main())
    assert {type(one) for one in found} == {api.errors.AuthenticationError}
    # Who comes later tries again: the password may have been mended.
    assert len(server.requests) == 2
    assert len({id(one) for one in found}) == len(found)


def test_many_threads_with_a_wrong_password_are_one_login(
    api: SimpleNamespace, server: Loopback
) -> None:
    server.otherwise = lambda seen: slow(0.5, WRONG)
    found: list[Exception] = []

    def ask(client: Any) -> None:
        try:
            client.get_thing("t")
        except api.errors.AuthenticationError as error:
            found.append(error)

    auth = password(api, server)
    with api.Client(server.url, project_id="p", auth=auth, retries=0) as client:
        threads = [threading.Thread(target=ask, args=(client,)) for _ in range(10)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(found) == 10
    assert len(server.requests) == 1


def test_a_failed_renewal_leaves_the_lock_free(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    auth = password(api, server)
    message = f"The password {PASSWORD} is wrong"
    server.replies.append(reply({"error": {"code": 401, "message": message}}, 401))
    with pytest.raises(api.errors.AuthenticationError, match=r"authentication: 401") as caught:
        call("get_thing", "t", client={"auth": auth})
    assert PASSWORD not in str(caught.value)
    assert len(server.requests) == 1
    Identity(server)
    assert call("get_thing", "t", client={"auth": auth}).thing.id == "tok-SECRET-1"


def test_a_cancelled_renewal_leaves_the_lock_free(api: SimpleNamespace, server: Loopback) -> None:
    identity = Identity(server, pause=5)

    async def main() -> Any:
        auth = password(api, server)
        async with api.AsyncClient(server.url, project_id="p", auth=auth) as client:
            task = asyncio.ensure_future(client.get_thing("t"))
            while not server.requests:
                await asyncio.sleep(0.01)
            task.cancel()
            await asyncio.wait([task])
            identity.pause = 0
            return await asyncio.wait_for(client.get_thing("t"), 3)

    assert asyncio.run(main()).thing.id == "tok-SECRET-2"


def test_one_login_serves_several_event_loops(api: SimpleNamespace, server: Loopback) -> None:
    identity = Identity(server)
    auth = password(api, server)

    async def main() -> Any:
        async with api.AsyncClient(server.url, project_id="p", auth=auth) as client:
            return await asyncio.gather(*(client.get_thing("t") for _ in range(5)))

    for _ in range(2):
        asyncio.run(main())
    assert identity.given == 1


def test_a_busy_identity_service_is_asked_again(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    Identity(server)
    server.replies.append(reply({}, 503))
    answer = call("create_thing", name="a", client={"auth": password(api, server)})
    assert answer.thing.id == "tok-SECRET-1"


def test_an_identity_answer_without_token(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    with pytest.raises(api.errors.AuthenticationError, match="holds no token"):
        call("get_thing", "t", client={"auth": password(api, server)})


def test_any_httpx_auth_works(call: Caller, server: Loopback) -> None:
    call("get_thing", "t", client={"auth": httpx.BasicAuth("u", "p")})
    assert server.requests[0].headers["authorization"].startswith("Basic ")


def test_what_is_no_auth_is_refused(api: SimpleNamespace) -> None:
    with pytest.raises(TypeError, match="TokenAuth"):
        api.Client("https://x.example.com", auth="tok-SECRET")


@pytest.mark.parametrize(
    "token", ["tok-SECRET\n", "tok-SECRET\r\nX: 1", "", "tök-SECRET", " tok-SECRET", "tok-SECRET "]
)
def test_a_token_no_header_can_carry_is_refused(api: SimpleNamespace, token: str) -> None:
    with pytest.raises(ValueError, match="X-Auth-Token") as caught:
        api.auth.TokenAuth(token)
    assert "SECRET" not in str(caught.value)


def test_no_repr_shows_a_secret(api: SimpleNamespace) -> None:
    made = [
        api.auth.TokenAuth("tok-SECRET"),
        api.auth.PasswordAuth("https://iam.example.com", user_id="u", password=PASSWORD),
        api.auth.AkSkAuth("AKAKAKAK", "sk-SECRET", security_token="st-SECRET"),
        api.options.CallOptions(headers={"X": "SECRET"}, timeout=3),
    ]
    assert "SECRET" not in repr(made)
    assert repr(made[3]) == "CallOptions(headers, timeout)"


def test_a_signed_call_carries_what_it_signed(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    auth = api.auth.AkSkAuth("AKEY", "sk-SECRET", security_token="st", project_id="p1")
    call("create_thing", name="a", client={"auth": auth})
    seen = server.requests[0]
    value = seen.headers["authorization"]
    assert value.startswith(
        "SDK-HMAC-SHA256 Access=AKEY, SignedHeaders=content-type;host;x-project-id;x-sdk-date;"
        "x-security-token, Signature="
    )
    names = "content-type host x-project-id x-sdk-date x-security-token".split()
    again = api.signing.sign(
        method="POST",
        path=seen.path,
        query="",
        headers={name: seen.headers[name] for name in names},
        payload=seen.body,
        access_key="AKEY",
        secret_key="sk-SECRET",
    )
    assert value == again


def test_a_signed_upload_is_not_hashed(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    call("upload_thing", file=b"data", client={"auth": api.auth.AkSkAuth("AKEY", "sk")})
    assert server.requests[0].headers["x-sdk-content-sha256"] == "UNSIGNED-PAYLOAD"


def test_a_known_signature(api: SimpleNamespace) -> None:
    """A fixed vector, so that the algorithm is held where the vendor's SDK is not installed."""
    canonical = api.signing.canonical_request(
        "get", "/v1/a%20b/c", "b=2&a=%7E1&a=0", {"host": "h", "x-sdk-date": "20240101T000000Z"}, b""
    )
    assert canonical == (
        "GET\n/v1/a%20b/c/\na=0&a=~1&b=2\nhost:h\nx-sdk-date:20240101T000000Z\n\nhost;x-sdk-date\n"
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )


@pytest.mark.parametrize(
    ("method", "path", "query", "body", "media_type"),
    [
        ("GET", "/", [], b"", ""),
        ("GET", "/v1/p/things", [("limit", "2"), ("a b", "ü~*/")], b"", ""),
        ("GET", "/v1/p/things/", [("b", "2"), ("a", "1"), ("a", "0"), ("empty", "")], b"", ""),
        ("POST", "/v1/a b/ü/c~d", [], b'{"a":"\\u00fc"}', "application/json"),
        ("PUT", "/v1/x", [], b"\x00\xff", "application/octet-stream"),
        ("DELETE", "/v1/x%2Fy", [], b"", "application/json"),
    ],
)
def test_signatures_agree_with_the_vendors_signer(
    api: SimpleNamespace,
    method: str,
    path: str,
    query: list[tuple[str, str]],
    body: bytes,
    media_type: str,
) -> None:
    signer = pytest.importorskip("huaweicloudsdkcore.signer.signer", exc_type=ImportError)
    from huaweicloudsdkcore.sdk_request import SdkRequest

    auth = api.auth.AkSkAuth("AKEY", "sk-1", security_token="st", project_id="p1")
    headers = {"Content-Type": media_type} if media_type else {}
    request = httpx.Request(
        method, f"https://h.example.com:8443{path}", params=query, headers=headers, content=body
    )
    if not query:
        request.url = httpx.URL(f"https://h.example.com:8443{path}")
    next(auth.auth_flow(request))
    theirs = SdkRequest(
        method=method,
        host="h.example.com:8443",
        resource_path=request.url.raw_path.partition(b"?")[0].decode(),
        query_params=list(query),
        header_params={
            "X-Sdk-Date": request.headers["x-sdk-date"],
            "X-Security-Token": "st",
            "X-Project-Id": "p1",
            **headers,
        },
        body=body,
    )
    credentials = SimpleNamespace(ak="AKEY", sk="sk-1")
    signer.Signer(credentials).sign(theirs)
    assert request.headers["authorization"] == theirs.header_params["Authorization"]


def test_a_signed_upload_is_never_whole_in_memory(
    call: Caller, server: Loopback, api: SimpleNamespace, tmp_path: Path
) -> None:
    path = tmp_path / "image"
    path.write_bytes(b"0" * 20_000_000)
    auth = api.auth.AkSkAuth("AKEY", "sk-1")
    tracemalloc.start()
    try:
        with path.open("rb") as file:
            call("put_bytes", "t", body=file, client={"auth": auth})
        # The server's thread reads the whole body: once is its share.
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()
    seen = server.requests[0]
    assert len(seen.body) == 20_000_000
    names = seen.headers["authorization"].partition("SignedHeaders=")[2].partition(",")[0]
    again = api.signing.sign(
        method="PUT",
        path=seen.path,
        query="",
        headers={name: seen.headers[name] for name in names.split(";")},
        payload=None,
        access_key="AKEY",
        secret_key="sk-1",
    )
    assert seen.headers["authorization"] == again
    assert seen.headers["x-sdk-content-sha256"] == "UNSIGNED-PAYLOAD"


def test_a_json_stream_is_read_to_be_signed(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    call(
        "request",
        "POST",
        "/x",
        content=iter([b'{"a":', b"1}"]),
        headers={"Content-Type": "application/json"},
        client={"auth": api.auth.AkSkAuth("AKEY", "sk-1")},
    )
    assert server.requests[0].json == {"a": 1}
    assert "x-sdk-content-sha256" not in server.requests[0].headers


@pytest.mark.parametrize("form", ["file", "form", "bytes in a form"])
def test_an_upload_with_a_refused_token_is_sent_again(
    call: Caller, server: Loopback, api: SimpleNamespace, form: str
) -> None:
    identity = Identity(server)
    auth = password(api, server)
    call("get_thing", "t", client={"auth": auth})
    identity.revoked.add("tok-SECRET-1")
    if form == "file":
        call("put_bytes", "t", body=io.BytesIO(b"data"), client={"auth": auth})
    else:
        file = io.BytesIO(b"data") if form == "form" else b"data"
        call("upload_thing", file=file, client={"auth": auth})
    assert identity.given == 2
    assert [b"data" in seen.body for seen in server.requests[2:]] == [True, False, True]
    identity.revoked |= {"tok-SECRET-2", "tok-SECRET-3"}
    with pytest.raises(api.errors.AuthenticationError):
        call("put_bytes", "t", body=io.BytesIO(b"data"), client={"auth": auth})
    assert identity.given == 3


def test_a_refused_token_is_not_renewed_for_a_stream_that_is_spent(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    identity = Identity(server)
    identity.revoked.add("tok-SECRET-1")
    with pytest.raises(api.errors.AuthenticationError):
        call("put_bytes", "t", body=iter([b"a"]), client={"auth": password(api, server)})
    # But the next call does not go with that token again.
    assert identity.given == 1


def test_a_busy_identity_service_is_waited_for_as_it_asks(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    Identity(server)
    server.replies.append(reply({"code": "B"}, 429, {"Retry-After": "0.3"}))
    call("create_thing", name="a", client={"auth": password(api, server)})
    assert server.requests[1].at - server.requests[0].at >= 0.29


def test_a_write_is_tried_again_where_its_login_broke(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    Identity(server)
    server.replies.append(reset_at_once)
    call("create_thing", name="a", client={"auth": password(api, server)})
    assert [seen.path.rpartition("/")[2] for seen in server.requests] == [
        "tokens",
        "tokens",
        "things",
    ]


def test_a_failed_login_names_the_call(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies.append(reply({"code": "IAM.1", "message": "no"}, 403))
    with pytest.raises(api.errors.PermissionDeniedError) as caught:
        call("get_thing", "t", client={"auth": password(api, server)})
    assert str(caught.value) == "get_thing: authentication: 403 IAM.1: no"
    assert caught.value.operation == "get_thing"
    assert caught.value.response.json() == {"code": "IAM.1", "message": "no"}
    server.replies.append(reset_at_once)
    with pytest.raises(api.errors.ConnectionFailed, match="get_thing: authentication: ") as broken:
        call("get_thing", "t", client={"auth": password(api, server), "retries": 0})
    assert broken.value.operation == "get_thing"
    assert broken.value.sent is False


def test_nobody_waits_for_ever_for_anothers_login(api: SimpleNamespace, server: Loopback) -> None:
    server.otherwise = lambda seen: slow(9, reply({}))
    spent: list[float] = []

    def ask(client: Any) -> None:
        begun = time.monotonic()
        with pytest.raises(api.errors.TimedOut) as caught:
            client.get_thing("t")
        assert caught.value.sent is False
        spent.append(time.monotonic() - begun)

    settings = {"timeout": 0.4, "retries": 0}
    auth = password(api, server)
    with api.Client(server.url, project_id="p", auth=auth, **settings) as client:
        threads = [threading.Thread(target=ask, args=(client,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(spent) == 6
    assert max(spent) < 1.2

    async def main() -> list[Any]:
        auth = password(api, server)
        async with api.AsyncClient(server.url, project_id="p", auth=auth, **settings) as client:
            calls = (client.get_thing("t") for _ in range(6))
            return await asyncio.gather(*calls, return_exceptions=True)

    begun = time.monotonic()
    assert {type(error) for error in asyncio.run(main())} == {api.errors.TimedOut}
    assert time.monotonic() - begun < 1.2


def test_a_token_answer_of_any_depth_is_taken(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    Identity(server)
    deep = b'{"token":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    server.replies.append(reply(deep, 201, {"X-Subject-Token": "tok-SECRET-7"}))
    answer = call("get_thing", "t", client={"auth": password(api, server)})
    assert answer.thing.id == "tok-SECRET-7"
