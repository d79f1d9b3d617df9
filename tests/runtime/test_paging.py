"""Lists are walked page by page, each way the docs know, and every walk ends."""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace
from typing import Any

import pytest

from .conftest import Caller
from .loopback import Loopback, Reply, Seen, reply

ALL = [f"t-{n}" for n in range(7)]


def things(ids: list[str], **more: Any) -> Reply:
    return reply({"things": [{"id": i} for i in ids], **more})


def serve(server: Loopback, kind: str, size: int = 3, total: bool = False) -> None:
    """Let the server page as documented."""

    def otherwise(seen: Seen) -> Reply:
        query = dict(seen.query)
        limit = int(query.get("limit", size))
        start = 0
        if "marker" in query:
            start = ALL.index(query["marker"]) + 1
        elif "offset" in query:
            start = int(query["offset"])
        elif "page" in query:
            start = (int(query["page"]) - 1) * limit
        page = ALL[start : start + limit]
        more: dict[str, Any] = {"total_count": len(ALL)} if total else {}
        following = start + limit < len(ALL)
        if kind == "marker":
            more["page_info"] = {"next_marker": page[-1] if following else None}
        if kind == "link" and following:
            target = f"https://internal.invalid/else?limit={limit}&marker={page[-1]}"
            more["things_links"] = [
                {"rel": "previous", "href": "x"},
                {"rel": "next", "href": target},
            ]
        return things(page, **more)

    server.otherwise = otherwise


@pytest.mark.parametrize("kind", ["marker", "last", "offset", "page", "link"])
def test_all_pages_are_walked(call: Caller, server: Loopback, kind: str) -> None:
    serve(server, kind)
    assert [t.id for t in call("list_things", kind)] == ALL
    assert {s.path for s in server.requests} == {"/v1/p1/things"}


@pytest.mark.parametrize("kind", ["marker", "offset", "link"])
def test_the_page_size_is_kept(call: Caller, server: Loopback, kind: str) -> None:
    serve(server, kind)
    assert [t.id for t in call("list_things", kind, limit=2)] == ALL
    assert [dict(s.query)["limit"] for s in server.requests][:4] == ["2"] * 4


@pytest.mark.parametrize(("kind", "requests"), [("marker", 3), ("link", 3), ("offset", 3)])
def test_no_request_too_many_where_the_end_is_known(
    call: Caller, server: Loopback, kind: str, requests: int
) -> None:
    serve(server, kind, total=True)
    assert len(call("list_things", kind)) == len(ALL)
    assert len(server.requests) == requests


@pytest.mark.parametrize("kind", ["marker", "last", "offset", "page", "link"])
def test_a_server_that_repeats_itself_does_not_loop(
    call: Caller, server: Loopback, kind: str
) -> None:
    server.otherwise = lambda seen: things(
        ["a", "b"],
        request_id=str(len(server.requests)),
        page_info={"next_marker": "b"},
        things_links=[{"rel": "next", "href": "/x?marker=b"}],
    )
    assert [t.id for t in call("list_things", kind)] == ["a", "b"]
    assert len(server.requests) == 2


@pytest.mark.parametrize("kind", ["offset", "page"])
def test_a_server_that_repeats_itself_with_one_field_changed_does_not_loop(
    call: Caller, server: Loopback, kind: str
) -> None:
    server.otherwise = lambda seen: reply(
        {"things": [{"id": "a", "name": str(len(server.requests))}]}
    )
    assert [t.id for t in call("list_things", kind)] == ["a"]
    assert len(server.requests) == 2


def test_items_in_another_order_are_the_same_items(call: Caller, server: Loopback) -> None:
    server.otherwise = lambda seen: things(["a", "b"] if len(server.requests) % 2 else ["b", "a"])
    assert [t.id for t in call("list_things", "offset")] == ["a", "b"]


def test_ids_that_repeat_within_a_page_tell_nothing(call: Caller, server: Loopback) -> None:
    server.replies += [
        reply({"things": [{"id": "a", "name": name} for name in names]})
        for names in ("xy", "zw", "")
    ]
    assert [t.name for t in call("list_things", "offset")] == ["x", "y", "z", "w"]


def both_or_neither(seen: Seen) -> Reply:
    """A server that refuses a page's number without its size, and its size without its number."""
    query = dict(seen.query)
    if ("page" in query) != ("limit" in query):
        return reply({"code": "TH.0001"}, 400)
    limit = int(query.get("limit", len(ALL)))
    start = (int(query.get("page", 1)) - 1) * limit
    return things(ALL[start : start + limit])


def test_pages_are_asked_for_with_their_size(call: Caller, server: Loopback) -> None:
    server.otherwise = both_or_neither
    assert [t.id for t in call("list_things", "size")] == ALL
    asked = [dict(seen.query) for seen in server.requests]
    assert asked == [{"page": str(n), "limit": "3"} for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("kind", ["page", "size"])
def test_a_size_alone_goes_with_the_first_page_s_number(
    call: Caller, server: Loopback, kind: str
) -> None:
    server.otherwise = both_or_neither
    assert [t.id for t in call("list_things", kind, limit=4)] == ALL
    assert dict(server.requests[0].query) == {"page": "1", "limit": "4"}


def test_no_size_is_made_up_for_a_number_that_was_given(call: Caller, server: Loopback) -> None:
    serve(server, "page")
    assert [t.id for t in call("list_things", "size", page=2)] == ALL[3:]
    assert not any("limit" in dict(seen.query) for seen in server.requests)


def test_the_first_page_alone_is_asked_for_alike(api: SimpleNamespace, server: Loopback) -> None:
    server.otherwise = both_or_neither
    with api.Client(server.url, project_id="p") as client:
        assert len(client.list_things("size").page().things) == 3
        assert len(client.list_things("size", limit=5).page().things) == 5


def test_a_marker_goes_with_a_size_where_it_has_to(call: Caller, server: Loopback) -> None:
    named = [{"id": "same", "name": f"n-{n}"} for n in range(5)]
    server.replies += [reply({"things": named[:3]}), reply({"things": named[3:]}), things([])]
    assert [t.name for t in call("list_things", "name")] == [f"n-{n}" for n in range(5)]
    assert [dict(seen.query) for seen in server.requests] == [
        {},
        {"marker": "n-2", "limit": "3"},
        {"marker": "n-4", "limit": "3"},
    ]


def test_a_start_in_the_body_is_changed_there(call: Caller, server: Loopback) -> None:
    def otherwise(seen: Seen) -> Reply:
        body = json.loads(seen.body) if seen.body else {}
        assert not seen.query
        start = body.get("offset", 0)
        return things(ALL[start : start + body.get("limit", 3)], total_count=len(ALL))

    server.otherwise = otherwise
    assert [t.id for t in call("list_things", "body")] == ALL
    server.requests.clear()
    assert [t.id for t in call("list_things", "body", colour="red", limit=4, offset=1)] == ALL[1:]
    sent = [json.loads(seen.body) for seen in server.requests]
    assert sent == [{"colour": "red", "limit": 4, "offset": n} for n in (1, 5)]
    assert {seen.headers["content-type"] for seen in server.requests} == {"application/json"}


def test_a_total_counts_from_where_records_are_counted(call: Caller, server: Loopback) -> None:
    def otherwise(seen: Seen) -> Reply:
        start = int(dict(seen.query).get("offset", 1)) - 1
        return things(ALL[start : start + 2], total=len(ALL))

    server.otherwise = otherwise
    assert [t.id for t in call("list_things", "first")] == ALL
    assert len(server.requests) == 4


def test_a_total_of_more_than_the_page_ends_at_a_full_page(call: Caller, server: Loopback) -> None:
    serve(server, "offset", total=True)
    assert len(call("list_things", "offset", limit=len(ALL) - 1)) == len(ALL)
    server.requests.clear()
    server.replies += [things(["a", "b"], total=4), things(["c", "d"], total=4)]
    assert len(call("list_things", "offset", limit=2)) == 4
    assert len(server.requests) == 2


def test_an_empty_page_that_names_a_next_one_is_not_the_end(call: Caller, server: Loopback) -> None:
    server.replies += [
        things(["a"], page_info={"next_marker": "m"}),
        things([], page_info={"next_marker": "n"}),
        things(["b"], page_info={"next_marker": None}),
    ]
    assert [t.id for t in call("list_things", "marker")] == ["a", "b"]


def test_empty_pages_with_the_same_marker_end(call: Caller, server: Loopback) -> None:
    server.otherwise = lambda seen: things([], page_info={"next_marker": "m"})
    options = {"options": call.api.options.CallOptions(query={"marker": "m"})}
    assert call("list_things", "marker", **options) == []
    assert len(server.requests) == 1


def test_page_0_is_the_first_where_pages_count_from_1(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    def otherwise(seen: Seen) -> Reply:
        start = (max(1, int(dict(seen.query).get("page", 1))) - 1) * 3
        return things(ALL[start : start + 3])

    server.otherwise = otherwise
    options = api.options.CallOptions(query={"page": 0})
    assert [t.id for t in call("list_things", "page", options=options)] == ALL


def test_a_repeated_marker_with_new_items_ends_after_them(call: Caller, server: Loopback) -> None:
    server.replies += [
        things(["a"], page_info={"next_marker": "m"}),
        things(["b"], page_info={"next_marker": "m"}),
    ]
    assert [t.id for t in call("list_things", "marker")] == ["a", "b"]


def test_pages_in_a_circle_come_once(call: Caller, server: Loopback) -> None:
    server.replies += [things(["a", "b"]), things(["c", "d"]), things(["a", "b"])]
    assert [t.id for t in call("list_things", "last")] == ["a", "b", "c", "d"]
    assert len(server.requests) == 3


def test_items_without_a_key_end_the_walk(call: Caller, server: Loopback) -> None:
    server.replies.append(reply({"things": [{"name": "a"}, 5, None]}))
    assert len(call("list_things", "last")) == 3
    assert len(server.requests) == 1


def test_a_total_that_counts_the_page_is_not_believed(call: Caller, server: Loopback) -> None:
    server.replies += [things(["a", "b"], total_count=2), things(["c"], total_count=1), things([])]
    assert [t.id for t in call("list_things", "offset", limit=2)] == ["a", "b", "c"]


@pytest.mark.parametrize("kind", ["offset", "page", "last"])
def test_a_total_that_counts_the_pages_loses_none(
    call: Caller, server: Loopback, kind: str
) -> None:
    server.replies += [things([*"abc"], total=2), things([*"def"], total=2), things([])]
    assert [t.id for t in call("list_things", kind)] == [*"abcdef"]


@pytest.mark.parametrize("answer", [None, {}, {"things": None}, {"things": "x"}, {"things": []}])
def test_an_answer_without_a_list_is_an_empty_list(
    call: Caller, server: Loopback, answer: Any
) -> None:
    server.otherwise = lambda seen: reply(answer)
    assert call("list_things", "last") == []
    assert len(server.requests) == 1


def test_pages_first_and_page(api: SimpleNamespace, server: Loopback) -> None:
    serve(server, "marker")
    with api.Client(server.url, project_id="p") as client:
        pager = client.list_things()
        assert server.requests == []
        assert pager.first().id == "t-0"
        assert pager.page().data["page_info"] == {"next_marker": "t-2"}
        assert len(server.requests) == 2
        assert [len(page.things) for page in pager.pages()] == [3, 3, 1]
        assert [t.id for t in pager] == ALL
        assert [t.id for t in pager] == ALL


def test_pages_first_and_page_async(api: SimpleNamespace, server: Loopback) -> None:
    serve(server, "marker")

    async def main() -> None:
        async with api.AsyncClient(server.url, project_id="p") as client:
            pager = client.list_things()
            assert (await pager.first()).id == "t-0"
            assert (await pager.page()).data["page_info"] == {"next_marker": "t-2"}
            assert len(server.requests) == 2
            assert [len(page.things) async for page in pager.pages()] == [3, 3, 1]

    asyncio.run(main())


def test_first_of_nothing(api: SimpleNamespace, server: Loopback) -> None:
    server.otherwise = lambda seen: things([])
    with api.Client(server.url, project_id="p") as client:
        assert client.list_things().first() is None
        assert len(list(client.list_things().pages())) == 1


def test_a_failure_on_a_later_page_is_raised_there(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies += [
        things(["a"], page_info={"next_marker": "m"}),
        reply({"code": "TH.0404"}, 404),
    ]
    with pytest.raises(api.errors.NotFoundError, match="list_by_marker"):
        call("list_things", "marker")
