"""The offline transport answers as documented, for both kinds of client."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest


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
