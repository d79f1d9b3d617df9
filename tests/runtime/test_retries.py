"""Which failures are tried again, when, and for how long."""

from __future__ import annotations

import asyncio
import email.utils
import io
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from .conftest import Caller
from .loopback import (
    Loopback,
    Reply,
    closed_in_body,
    dripping,
    dripping_gzip,
    dripping_head,
    reply,
    reset_at_once,
    reset_in_body,
    slow,
)

GOOD = {"thing": {"id": "ok"}}
ASKS_AGAIN = [
    pytest.param(reply({}, 503), id="503"),
    pytest.param(reply({}, 429), id="429"),
    pytest.param(reply({"error_code": "TH.0002"}, 409), id="documented"),
]
FAILS = [
    pytest.param(reply({}, 500), id="500"),
    pytest.param(reply({}, 502), id="502"),
    pytest.param(reply({}, 504), id="504"),
    pytest.param(reset_at_once, id="reset"),
    pytest.param(reset_in_body, id="reset-in-body"),
    pytest.param(closed_in_body, id="closed-in-body"),
]


@pytest.mark.parametrize("failure", [*ASKS_AGAIN, *FAILS])
def test_a_read_is_tried_again(call: Caller, server: Loopback, failure: Reply) -> None:
    server.replies += [failure, failure, reply(GOOD)]
    assert call("get_thing", "t").thing.id == "ok"
    assert len(server.requests) == 3


@pytest.mark.parametrize("failure", ASKS_AGAIN)
def test_a_write_is_tried_again_when_the_service_asks(
    call: Caller, server: Loopback, failure: Reply
) -> None:
    server.replies += [failure, reply(GOOD, 201)]
    assert call("create_thing", name="a").thing.id == "ok"
    assert [s.body for s in server.requests] == [b'{"thing":{"name":"a"}}'] * 2


@pytest.mark.parametrize("failure", FAILS)
def test_a_write_that_may_have_happened_is_not_tried_again(
    call: Caller, server: Loopback, api: SimpleNamespace, failure: Reply
) -> None:
    server.replies.append(failure)
    with pytest.raises(api.errors.ClientError):
        call("create_thing", name="a")
    assert len(server.requests) == 1


@pytest.mark.parametrize("failure", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout])
def test_a_write_that_was_never_sent_is_tried_again(
    call: Caller, failure: type[httpx.TransportError]
) -> None:
    attempts: list[str] = []

    def transport(request: httpx.Request) -> httpx.Response:
        attempts.append(request.method)
        if len(attempts) == 1:
            raise failure("no way")
        return httpx.Response(201, json=GOOD)

    mock = httpx.MockTransport(transport)
    assert call("create_thing", name="a", client={"transport": mock}).thing.id == "ok"
    assert attempts == ["POST", "POST"]


def test_a_write_declared_idempotent_is(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies += [reset_at_once, reply(GOOD, 201)]
    call("create_thing", name="a", options=api.options.CallOptions(idempotent=True))
    assert len(server.requests) == 2


def test_advice_with_another_way_out_is_no_invitation(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies.append(reply({"error_code": "TH.0003"}, 500))
    with pytest.raises(api.errors.ServerError):
        call("create_thing", name="a")
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 501])
def test_a_refusal_is_final(
    call: Caller, server: Loopback, api: SimpleNamespace, status: int
) -> None:
    server.replies.append(reply({}, status))
    with pytest.raises(api.errors.ApiError):
        call("get_thing", "t")
    assert len(server.requests) == 1


def test_retries_end(call: Caller, server: Loopback, api: SimpleNamespace) -> None:
    server.otherwise = lambda seen: reply({}, 503)
    with pytest.raises(api.errors.ServerError):
        call("get_thing", "t")
    assert len(server.requests) == 3


def test_retries_can_be_off(call: Caller, server: Loopback, api: SimpleNamespace) -> None:
    server.otherwise = lambda seen: reply({}, 503)
    with pytest.raises(api.errors.ServerError):
        call("get_thing", "t", options=api.options.CallOptions(retries=0))
    assert len(server.requests) == 1


def test_retry_after_in_seconds_is_waited_for(call: Caller, server: Loopback) -> None:
    server.replies += [reply({}, 429, {"Retry-After": "0.3"}), reply(GOOD)]
    call("get_thing", "t")
    assert server.requests[1].at - server.requests[0].at >= 0.29


def test_retry_after_too_far_away_is_not(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies.append(reply({}, 429, {"Retry-After": "3600"}))
    with pytest.raises(api.errors.RateLimitError):
        call("get_thing", "t")
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("0", 0, 0),
        ("2", 2, 2),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0),
    ],
)
def test_retry_after_forms(api: SimpleNamespace, text: str, low: float, high: float) -> None:
    assert low <= api.retry.retry_after({"retry-after": text}) <= high


def test_retry_after_as_a_date(api: SimpleNamespace) -> None:
    text = email.utils.formatdate(time.time() + 100, usegmt=True)
    assert 90 <= api.retry.retry_after({"retry-after": text}) <= 101


@pytest.mark.parametrize("text", ["", "soon", "-1", "nan", "٣", "Wed, 99 Foo 2015"])
def test_retry_after_that_says_nothing(api: SimpleNamespace, text: str) -> None:
    assert api.retry.retry_after({"retry-after": text}) is None


def test_pauses_grow_with_chance_and_end(api: SimpleNamespace) -> None:
    retry = api.retry.Retry(10, pause=1, longest=5)
    for attempt, full in enumerate([1, 2, 4, 5, 5]):
        delays = {retry.delay(attempt) for _ in range(50)}
        assert len(delays) > 1
        assert all(full / 2 <= d <= full for d in delays)
    assert retry.delay(10) is None


def test_a_stream_that_cannot_be_rewound_is_sent_once(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies.append(reply({}, 503))
    with pytest.raises(api.errors.ServerError):
        call("put_bytes", "t", body=iter([b"a", b"b"]))
    assert [s.body for s in server.requests] == [b"ab"]


class OneWay(io.RawIOBase):
    """A file object that cannot be rewound."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data, self.data = self.data, b""
        return data


def test_a_form_is_sent_again_only_with_files_that_can_be_rewound(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies += [reply({}, 503), reply({})]
    call("upload_thing", file=io.BytesIO(b"again"))
    assert [b"again" in s.body for s in server.requests] == [True, True]
    server.replies.append(reply({}, 503))
    with pytest.raises(api.errors.ServerError):
        call("upload_thing", file=("once.bin", OneWay(b"once")))
    assert len(server.requests) == 3
    assert b"once" in server.requests[2].body


def test_a_file_is_sent_again_from_where_it_stood(call: Caller, server: Loopback) -> None:
    file = io.BytesIO(b"skip:data")
    file.read(5)
    server.replies += [reply({}, 503), reply(status=204)]
    call("put_bytes", "t", body=file)
    assert [s.body for s in server.requests] == [b"data", b"data"]


def test_a_slow_answer_times_out(call: Caller, server: Loopback, api: SimpleNamespace) -> None:
    server.otherwise = lambda seen: slow(5, reply(GOOD))
    begun = time.monotonic()
    with pytest.raises(api.errors.TimedOut, match="get_thing: no answer within the timeout"):
        call("get_thing", "t", options=api.options.CallOptions(timeout=0.1, retries=1))
    assert time.monotonic() - begun < 3
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(slow(5, reply(GOOD)), id="slow"),
        pytest.param(dripping(200, 0.05), id="dripping"),
        pytest.param(reply({}, 503), id="503"),
        pytest.param(reply({}, 503, {"Retry-After": "5"}), id="retry-after"),
    ],
)
def test_a_deadline_ends_it_all(
    call: Caller, server: Loopback, api: SimpleNamespace, behaviour: Reply
) -> None:
    server.otherwise = lambda seen: behaviour
    begun = time.monotonic()
    with pytest.raises((api.errors.TimedOut, api.errors.ServerError)):
        call(
            "get_thing",
            "t",
            client={"retries": api.retry.Retry(1000, pause=0.02, longest=0.05)},
            options=api.options.CallOptions(deadline=0.4),
        )
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize("behaviour", [dripping_head(60, 0.1), dripping_gzip(0.1)])
def test_a_deadline_ends_what_comes_in_drops(
    call: Caller, server: Loopback, api: SimpleNamespace, behaviour: Reply
) -> None:
    server.otherwise = lambda seen: behaviour
    begun = time.monotonic()
    with pytest.raises(api.errors.TimedOut, match="get_thing: the deadline passed"):
        call("get_thing", "t", options=api.options.CallOptions(deadline=0.4))
    assert time.monotonic() - begun < 1


def test_a_deadline_ends_a_body_of_a_handed_in_client(
    api: SimpleNamespace, server: Loopback
) -> None:
    server.otherwise = lambda seen: dripping_gzip(0.05)
    begun = time.monotonic()
    with httpx.Client() as http:
        client = api.Client(server.url, project_id="p", http_client=http, deadline=0.4)
        with pytest.raises(api.errors.TimedOut, match="get_thing: the deadline passed"):
            client.get_thing("t")
    assert time.monotonic() - begun < 1


def test_httpx_still_has_the_place_where_deadlines_are_held(
    api: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example.com")
    with api.Client("https://x.example.com") as client:
        transports = [client._http._transport, *filter(None, client._http._mounts.values())]
        assert len(transports) > 1
        for transport in transports:
            assert isinstance(transport._pool._network_backend, api.deadlines._Backend)


def test_a_deadline_is_that_of_one_thread_and_one_call(
    api: SimpleNamespace, server: Loopback
) -> None:
    server.otherwise = lambda seen: slow(0.5, reply(GOOD))
    with api.Client(server.url, project_id="p", retries=0) as client:
        hasty = client.with_options(deadline=0.2)
        with ThreadPoolExecutor() as pool:
            patient = pool.submit(client.get_thing, "t")
            with pytest.raises(api.errors.TimedOut):
                hasty.get_thing("t")
            assert patient.result().thing.id == "ok"
        assert client.get_thing("t").thing.id == "ok"


def test_a_deadline_can_be_taken_away(call: Caller, server: Loopback, api: SimpleNamespace) -> None:
    server.otherwise = lambda seen: slow(0.3, reply(GOOD))
    none = api.options.CallOptions(deadline=None)
    assert call("get_thing", "t", client={"deadline": 0.1}, options=none).thing.id == "ok"
    with api.Client(server.url, deadline=0.1, project_id="p") as client:
        assert client.with_options(deadline=None).get_thing("t").thing.id == "ok"
        with pytest.raises(api.errors.TimedOut):
            client.with_options(retries=0).get_thing("t")


@pytest.mark.parametrize("name", ["deadline", "timeout"])
@pytest.mark.parametrize("value", [0, -1, float("nan")])
def test_a_length_of_time_is_positive(api: SimpleNamespace, name: str, value: float) -> None:
    given: dict[str, Any] = {name: value}
    with pytest.raises(ValueError, match=f"{name} must be positive"):
        api.Client("https://x.example.com", **given)
    with pytest.raises(ValueError, match=f"{name} must be positive"):
        api.options.CallOptions(**given)
    with (
        api.Client("https://x.example.com") as client,
        pytest.raises(ValueError, match=f"{name} must be positive"),
    ):
        client.with_options(**given)


def test_a_deadline_leaves_the_whole_answer(call: Caller, server: Loopback) -> None:
    server.otherwise = lambda seen: reply(GOOD)
    assert call("request", "GET", "/x", client={"deadline": 9}).http.json() == GOOD


def test_a_deadline_leaves_good_answers_alone(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies.append(reply(GOOD))
    assert call("get_thing", "t", options=api.options.CallOptions(deadline=30)).thing.id == "ok"


@pytest.mark.parametrize("behaviour", ["slow", "pausing"])
def test_a_cancelled_call_stops_at_once(
    api: SimpleNamespace, server: Loopback, behaviour: str
) -> None:
    answers = {"slow": slow(5, reply(GOOD)), "pausing": reply({}, 503, {"Retry-After": "5"})}
    server.otherwise = lambda seen: answers[behaviour]

    async def main() -> Any:
        async with api.AsyncClient(server.url, project_id="p") as client:
            task = asyncio.ensure_future(client.get_thing("t"))
            while not server.requests:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    begun = time.monotonic()
    asyncio.run(main())
    assert time.monotonic() - begun < 3
    assert len(server.requests) == 1


def test_two_hundred_calls_at_once(api: SimpleNamespace, server: Loopback) -> None:
    def otherwise(seen: Any) -> Reply:
        name = seen.path.rpartition("/")[2]
        # Every fourth fails on its first attempt.
        first = sum(s.path == seen.path for s in list(server.requests)) == 1
        if int(name) % 4 == 0 and first:
            return reply({}, 503)
        return reply({"thing": {"id": name}})

    server.otherwise = otherwise

    async def main() -> list[str]:
        retry = api.retry.Retry(3, pause=0.01)
        async with api.AsyncClient(server.url, project_id="p", retries=retry) as client:
            answers = await asyncio.gather(*(client.get_thing(str(n)) for n in range(200)))
            return [answer.thing.id for answer in answers]

    assert asyncio.run(main()) == [str(n) for n in range(200)]
    assert len(server.requests) == 250
