"""The offline transport answers as documented, for both kinds of client."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from .loopback import Loopback


@pytest.fixture
def offline(api: SimpleNamespace) -> Any:
    return api.offline.OfflineTransport()


@pytest.fixture
def client(api: SimpleNamespace, offline: Any) -> Any:
    return api.Client("https://offline.test/base", project_id="p", transport=offline, retries=0)


def test_documented_examples(client: Any, offline: Any) -> None:
    assert client.create_thing(name="mine").thing.name == "first"
    assert client.get_thing("a/b").thing.id == "t-1"
    assert client.delete_thing("t") is None
    assert client.start_thing("t") == {}
    assert client.download_thing("t") == b"bytes, as they are"
    assert [t.id for t in client.list_things("last")] == ["t-1", "t-2"]
    first = offline.requests[0]
    assert (first.operation, first.method) == ("create_thing", "POST")
    assert (first.path, first.body) == ("/base/v1/p/things", {"thing": {"name": "mine"}})


def test_operations_that_share_a_path(client: Any, offline: Any) -> None:
    answer = client.request("POST", "/v1/p/things/t/action", json={"os-stop": None})
    assert answer.parsed == {"stopped": True}
    assert offline.requests[-1].operation == "stop_thing"


def entry(name: str, **marks: Any) -> dict[str, Any]:
    return {"name": name, "method": "POST", "path": "/v1/things/{id}/action", **marks}


TAGS = [
    entry("add_tags", keys=["tags[].value"], shown={"action": ["create"]}),
    entry("delete_tags", keys=[], shown={"action": ["delete"]}),
]
LOGINS = [
    entry(
        "login",
        keys=["auth.identity.password", "auth.identity.password.name"],
        shown={"auth.identity.methods[]": ["password"]},
    ),
    entry(
        "exchange",
        keys=["auth.identity.token"],
        shown={"auth.identity.methods[]": ["token"]},
    ),
]
KINDS = [
    entry("by_kind_a", keys=["size"], values={"kind": ["a", "b"]}),
    entry("by_kind_c", keys=["?dry"], values={"kind": ["c"]}),
]
SUBNETS = [
    entry("join", keys=[], likely=["in"]),
    entry("leave", keys=[], likely=["out"]),
]


@pytest.mark.parametrize(
    ("entries", "query", "body", "name"),
    [
        (TAGS, {}, {"action": "create", "tags": [{"key": "k", "value": "v"}]}, "add_tags"),
        (TAGS, {}, {"action": "delete", "tags": [{"key": "k"}]}, "delete_tags"),
        # What the docs show of the action outweighs one key more.
        (TAGS, {}, {"action": "delete", "tags": [{"key": "k", "value": "v"}]}, "delete_tags"),
        (LOGINS, {}, {"auth": {"identity": {"password": {"name": "n"}}}}, "login"),
        (LOGINS, {}, {"auth": {"identity": {"token": {"id": "t"}}}}, "exchange"),
        (LOGINS, {}, {"auth": {"identity": {"methods": ["token"]}}}, "exchange"),
        # A closed list outweighs keys.
        (KINDS, {}, {"kind": "c", "size": 1}, "by_kind_c"),
        (KINDS, {}, {"kind": "b"}, "by_kind_a"),
        (KINDS, {"dry": "1"}, {"kind": "z"}, "by_kind_c"),
        (SUBNETS, {}, {"out": ["1"]}, "leave"),
        (SUBNETS, {}, {"in": ["1"]}, "join"),
        # Nothing is ever refused: the first answers.
        (KINDS, {}, [1, {"a": None}], "by_kind_a"),
        (KINDS, {}, None, "by_kind_a"),
    ],
)
def test_operations_that_no_single_key_tells_apart(
    api: SimpleNamespace, entries: list[Any], query: dict[str, str], body: Any, name: str
) -> None:
    offline = api.offline.OfflineTransport(examples={"operations": entries})
    with api.Client("https://offline.test", transport=offline) as client:
        client.request("POST", "/v1/things/1/action", query=query, json=body)
    assert offline.requests[-1].operation == name


@pytest.mark.parametrize("mode", ["sync", "async", "their own"])
def test_a_client_says_which_operation_it_calls(
    api: SimpleNamespace, server: Loopback, mode: str
) -> None:
    seen: list[str] = []
    same = [
        entry(name, path="/v1/{project_id}/things/{thing_id}") for name in ("first", "get_thing")
    ]
    offline = api.offline.OfflineTransport(
        examples={"operations": [{**one, "method": "GET"} for one in same]}
    )
    url, known = "https://offline.test", {"project_id": "p"}
    if mode == "sync":
        api.Client(url, transport=offline, **known).get_thing("t")
    elif mode == "async":

        async def main() -> None:
            async with api.AsyncClient(url, transport=offline, **known) as client:
                await client.get_thing("t")

        asyncio.run(main())
    else:

        def hook(request: httpx.Request) -> None:
            seen.append(request.extensions["operation"])

        with httpx.Client(transport=offline, event_hooks={"request": [hook]}) as http:
            api.Client(url, http_client=http, **known).get_thing("t")
        assert seen == ["get_thing"]
    assert [one.operation for one in offline.requests] == ["get_thing"]
    # Nothing of it is sent.
    with api.Client(server.url, **known) as client:
        client.get_thing("t")
    assert not any("operation" in name for name in server.requests[0].names)


def test_documented_headers_are_answered(api: SimpleNamespace) -> None:
    answer = {"status": 201, "body": {}, "headers": {"X-Thing": "t"}}
    offline = api.offline.OfflineTransport(examples={"operations": [entry("go", answers=[answer])]})
    with api.Client("https://offline.test", transport=offline) as client:
        raw = client.request("POST", "/v1/things/1/action")
    assert (raw.status, raw.headers["x-thing"]) == (201, "t")


def test_a_login_works_offline_and_is_not_recorded(api: SimpleNamespace, offline: Any) -> None:
    auth = api.auth.PasswordAuth("https://iam.test", user_id="u", password="pw")
    url = "https://offline.test"
    with api.Client(url, project_id="p", transport=offline, auth=auth) as client:
        assert client.get_thing("t").thing.id == "t-1"
    assert [r.operation for r in offline.requests] == ["get_thing"]


def test_async(api: SimpleNamespace, offline: Any) -> None:
    async def main() -> Any:
        url = "https://offline.test"
        async with api.AsyncClient(url, project_id="p", transport=offline) as client:
            return await client.get_thing("t")

    assert asyncio.run(main()).thing.id == "t-1"


@pytest.mark.parametrize(
    ("error", "status", "code", "message"),
    [
        ("TH.0001", 400, "TH.0001", "bad thing"),
        (400, 400, "TH.0001", "bad thing"),
        ("TH.0404", 404, "TH.0404", "no such thing"),
        (403, 403, "403", "Forbidden"),
    ],
)
def test_documented_errors(
    api: SimpleNamespace,
    client: Any,
    offline: Any,
    error: Any,
    status: int,
    code: str,
    message: str,
) -> None:
    offline.fail("create_thing", error, times=1)
    with pytest.raises(api.errors.ApiError) as caught:
        client.create_thing(name="a")
    assert (caught.value.status, caught.value.code) == (status, code)
    assert caught.value.message == message
    assert client.create_thing(name="a").thing.id == "t-1"


def test_answers_of_ones_own(api: SimpleNamespace, client: Any, offline: Any) -> None:
    offline.answer("get_thing", {"thing": {"id": "always"}})
    offline.answer("get_thing", {"thing": {"id": "once"}}, times=1)
    offline.fail("get_thing", 500, times=1)
    assert client.get_thing("t").thing.id == "once"
    with pytest.raises(api.errors.ServerError):
        client.get_thing("t")
    assert client.get_thing("t").thing.id == "always"
    assert client.get_thing("t").thing.id == "always"
    offline.reset()
    assert client.get_thing("t").thing.id == "t-1"
    assert len(offline.requests) == 1


def test_mistakes_are_told(api: SimpleNamespace, client: Any, offline: Any) -> None:
    with pytest.raises(ValueError, match="no operation 'nothing'"):
        offline.fail("nothing", 404)
    with pytest.raises(ValueError, match="no error code"):
        offline.fail("get_thing", "ZZ.1")
    with pytest.raises(api.errors.NotFoundError, match="not a documented operation"):
        client.request("GET", "/v9/other")
