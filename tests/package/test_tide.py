"""The second package: lists, nulls, files, trees, shared paths, documented errors."""

from __future__ import annotations

import io
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.package.conftest import Caller, documented
from tests.runtime.loopback import Loopback, reply

ID = "3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1"
TREE = documented("tide-gauge/regions/querying_the_region_tree.rst")[1][0]


def stations(first: int, count: int, following: str | None) -> dict[str, Any]:
    made = [{"id": f"s{number}", "name": f"n{number}"} for number in range(first, first + count)]
    return {"stations": made, "page_info": {"next_marker": following, "current_count": count}}


def test_a_list_walks_its_pages(call: Caller, server: Loopback, tide: ModuleType) -> None:
    server.replies.extend(
        [reply(stations(0, 2, "s1")), reply(stations(2, 2, "s3")), reply(stations(4, 1, None))]
    )
    found = call(tide, "list_stations", limit=2, status="online", tag=["a", "b c"])
    assert [one.id for one in found] == ["s0", "s1", "s2", "s3", "s4"]
    assert {type(one) for one in found} == {tide.Station}
    assert [seen.query for seen in server.requests] == [
        [("limit", "2"), ("status", "online"), ("tag", "a,b c"), *marker]
        for marker in ([], [("marker", "s1")], [("marker", "s3")])
    ]


def test_pages_are_asked_for_as_they_are_needed(server: Loopback, tide: ModuleType) -> None:
    server.otherwise = lambda seen: reply(stations(0, 2, "s1"))
    with tide.TideGaugeClient(server.url, project_id="p", retries=0) as client:
        pager = client.list_stations()
        assert server.requests == []
        assert pager.first().id == "s0"
        assert len(server.requests) == 1
        page = pager.page()
        assert isinstance(page, tide.ListStationsResponse)
        assert page.page_info.current_count == 2


def test_a_wrong_query_is_told_before_the_first_page(
    call: Caller, server: Loopback, tide: ModuleType
) -> None:
    with pytest.raises(tide.ValidationError) as caught:
        call(tide, "list_stations", limit=501, status="asleep")
    assert {(one.path, one.rule) for one in caught.value.violations} == {
        ("$.limit", "maximum"),
        ("$.status", "enum"),
    }
    assert all(
        one.source.file == "stations/querying_stations.rst" for one in caught.value.violations
    )
    assert server.requests == []


def test_null_is_sent_where_it_means_something(
    call: Caller, server: Loopback, tide: ModuleType
) -> None:
    server.replies.append(reply({"station": {"id": ID, "note": None}}))
    made = call(tide, "update_station", station_id=ID, note=None, interval=60)
    assert server.requests[0].json == {"station": {"note": None, "interval": 60}}
    assert server.requests[0].method == "PUT"
    assert made.to_dict() == {"station": {"id": ID, "note": None}}
    with pytest.raises(tide.ValidationError) as caught:
        call(tide, "update_station", station_id=ID, name=None)
    assert [one.rule for one in caught.value.violations] == ["null"]


def test_what_is_not_given_is_not_sent(call: Caller, server: Loopback, tide: ModuleType) -> None:
    call(tide, "update_station", station_id=ID, name="new")
    assert server.requests[0].json == {"station": {"name": "new"}}


def test_deleting_gives_nothing(call: Caller, server: Loopback, tide: ModuleType) -> None:
    server.replies.append(reply(None, 204))
    assert call(tide, "delete_station", station_id=ID) is None
    assert (server.requests[0].method, server.requests[0].path) == (
        "DELETE",
        f"/v1/p1/stations/{ID}",
    )


@pytest.mark.parametrize("kind", ["bytes", "file", "path", "named"])
def test_a_file_is_uploaded(
    call: Caller, server: Loopback, tide: ModuleType, tmp_path: Path, kind: str
) -> None:
    data = b"time,level\n0,\xff\x00\r\n"
    path = tmp_path / "r.csv"
    path.write_bytes(data)
    given: Any = {"bytes": data, "file": io.BytesIO(data), "path": path, "named": ("r.csv", data)}[
        kind
    ]
    server.replies.append(reply({"accepted": 1, "rejected": 0}))
    made = call(tide, "upload_readings", station_id=ID, file=given, comment="ünder")
    assert (made.accepted, made.rejected) == (1, 0)
    (seen,) = server.requests
    assert seen.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b"\r\n\r\n" + data + b"\r\n" in seen.body
    assert b'name="file"; filename="' in seen.body
    assert 'name="comment"\r\n\r\nünder'.encode() in seen.body


@pytest.mark.parametrize("size", [0, 10, 1_000_000])
def test_a_download_gives_the_bytes(
    call: Caller, server: Loopback, tide: ModuleType, size: int
) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    server.replies.append(reply(data[:size]))
    assert call(tide, "download_readings", station_id=ID, from_="2026-03-01") == data[:size]
    assert server.requests[0].query == [("from", "2026-03-01")]
    assert server.requests[0].headers["accept"] != "application/json"


def test_a_tree_decodes_at_every_depth(call: Caller, server: Loopback, tide: ModuleType) -> None:
    server.replies.append(reply(TREE))
    made = call(tide, "get_region_tree")
    assert made.to_dict() == TREE
    (child,) = made.root.children
    assert (type(child), child.code, made.root.labels["de"]) == (tide.Region, "elbe", "Nordsee")


@pytest.mark.parametrize("depth", [300, 1000, 20_000])
def test_a_tree_deeper_than_calls_can_be_is_kept_as_it_came(
    call: Caller, server: Loopback, tide: ModuleType, depth: int
) -> None:
    # Made as text: the standard library does not write it.
    text = '{"root":' + '{"code":"x","children":[' * depth + "{}" + "]}" * depth + "}"
    server.replies.append(reply(text.encode(), headers={"Content-Type": "application/json"}))
    made = call(tide, "get_region_tree")
    assert isinstance(made.root.children[0], tide.Region)
    assert made.mismatches() == ()
    assert len(repr(made)) < 200
    below, levels = made.to_dict()["root"], 0
    while below:
        assert below["code"] == "x"
        (below,) = below["children"]
        levels += 1
    assert levels == depth


def test_actions_that_share_a_path(call: Caller, server: Loopback, tide: ModuleType) -> None:
    server.otherwise = lambda seen: reply({"job_id": "j"}, 202)
    assert call(tide, "calibrate_gauge", station_id=ID, level=1.25).job_id == "j"
    assert call(tide, "restart_gauge", station_id=ID, mode="hard").job_id == "j"
    call(tide, "restart_gauge", station_id=ID)
    assert [seen.json for seen in server.requests] == [
        {"calibrate": {"level": 1.25}},
        {"restart": {"mode": "hard"}},
        {"restart": {}},
    ]
    assert len({seen.path for seen in server.requests}) == 1


def test_a_documented_error_says_what_to_do(
    call: Caller, server: Loopback, tide: ModuleType
) -> None:
    server.otherwise = lambda seen: reply({"error_code": "TG.0002", "error_msg": "gone"}, 404)
    with pytest.raises(tide.NotFoundError) as caught:
        call(tide, "get_station", station_id=ID)
    error = caught.value
    assert error.meaning == "There is no station of this ID."
    assert error.advice == "Query the stations and use the ID of one of them."
    for words in ("get_station", "404", "TG.0002", "gone", error.meaning, error.advice):
        assert words in str(error)


def test_a_code_that_says_try_later_is_tried_again(
    call: Caller, server: Loopback, tide: ModuleType
) -> None:
    server.replies.append(reply({"error_code": "TG.0004", "error_msg": "busy"}, 429))
    server.replies.append(reply({"job_id": "j"}, 202))
    client = {"retries": tide.Retry(1, pause=0.01)}
    assert call(tide, "restart_gauge", station_id=ID, client=client).job_id == "j"
    assert len(server.requests) == 2


def test_a_path_parameter_stays_in_its_segment(
    call: Caller, server: Loopback, tide: ModuleType
) -> None:
    options = tide.CallOptions(validate=False)
    call(tide, "get_station", station_id="../../v9/x?y#z", options=options)
    assert server.requests[0].target == "/v1/p1/stations/..%2F..%2Fv9%2Fx%3Fy%23z"
