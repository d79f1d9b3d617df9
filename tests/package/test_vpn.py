"""The user's page, end to end: what is sent, what comes back, and every way it can go wrong."""

from __future__ import annotations

import copy
import logging
import traceback
from types import ModuleType
from typing import Any

import pytest

from tests.package.conftest import ROOT, Caller, documented
from tests.runtime.loopback import Loopback, reply

PAGE = "virtual-private-network/creating_a_vpn_connection.rst"
UUID = "1b4e28ba-2fa1-4d2e-883f-b9a761bde3fb"
REQUESTS, ANSWERS = documented(PAGE)
GOOD: dict[str, Any] = {
    "vgw_id": UUID,
    "vgw_ip": "192.0.2.1",
    "cgw_id": UUID,
    "peer_subnets": ["10.1.0.0/24"],
}
PSK = "hunter2-hunter2-hunter2"


def test_the_page_has_its_examples() -> None:
    assert len(REQUESTS) == 3
    assert len(ANSWERS) == 3


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("way", ["flat", "mapping", "model"])
def test_the_documented_request_is_sent_and_the_answer_decodes(
    call: Caller, server: Loopback, vpn: ModuleType, number: int, way: str
) -> None:
    request, answer = REQUESTS[number], ANSWERS[number]
    server.replies.append(reply(answer, 201))
    # The page masks its values: as they stand they break its own rules.
    options = vpn.CallOptions(validate=False)
    given: dict[str, Any] = {"body": request}
    if way == "flat":
        given = copy.deepcopy(request["vpn_connection"])
    elif way == "model":
        given = {"body": vpn.CreateVpnConnectionInput.from_dict(copy.deepcopy(request))}
    made = call(vpn, "create_vpn_connection", options=options, **given)
    assert made.to_dict() == answer
    assert made.vpn_connection.id == answer["vpn_connection"]["id"]
    assert made.request_id == answer["request_id"]
    (seen,) = server.requests
    assert (seen.method, seen.target) == ("POST", "/v5/p1/vpn-connection")
    assert seen.json == request
    assert seen.headers["content-type"] == "application/json"
    assert seen.headers["x-auth-token"] == "tok-SECRET-1"


BODIES = {
    "flat": {"error_code": "VPN.0001", "error_msg": "broken here", "request_id": "r-9"},
    "nested": {"error": {"code": "VPN.0001", "message": "broken here", "request_id": "r-9"}},
}
CLASSES = {
    400: "BadRequestError",
    401: "AuthenticationError",
    404: "NotFoundError",
    429: "RateLimitError",
    500: "ServerError",
}


@pytest.mark.parametrize("form", BODIES)
@pytest.mark.parametrize("status", CLASSES)
def test_errors(call: Caller, server: Loopback, vpn: ModuleType, status: int, form: str) -> None:
    server.otherwise = lambda seen: reply(BODIES[form], status)
    with pytest.raises(getattr(vpn, CLASSES[status])) as caught:
        call(vpn, "create_vpn_connection", **GOOD)
    error = caught.value
    assert (error.status, error.code, error.message) == (status, "VPN.0001", "broken here")
    assert (error.request_id, error.operation) == ("r-9", "create_vpn_connection")
    assert isinstance(error, vpn.ApiError)
    assert error.response.json() == BODIES[form]


def test_an_answer_keeps_what_the_docs_do_not_know(
    call: Caller, server: Loopback, vpn: ModuleType
) -> None:
    answer = copy.deepcopy(ANSWERS[0])
    inner = answer["vpn_connection"]
    inner.update({"colour": {"a": [1]}, "style": "quantum", "name": None, "enable_nqa": "yes"})
    inner["ikepolicy"]["lifetime_seconds"] = "long"
    inner["peer_subnets"] = {"no": "list"}
    server.replies.append(reply(answer, 201))
    made = call(vpn, "create_vpn_connection", **GOOD).vpn_connection
    assert made.extra_fields == {"colour": {"a": [1]}}
    assert (made.style, made.name, made.enable_nqa) == ("quantum", None, "yes")
    assert made.ikepolicy.lifetime_seconds == "long"
    assert made.to_dict() == inner
    assert {(one.path, one.rule) for one in made.mismatches()} == {
        ("$.enable_nqa", "type"),
        ("$.peer_subnets", "type"),
        ("$.ikepolicy.lifetime_seconds", "type"),
    }


def mistaken(call: Caller, vpn: ModuleType, **more: Any) -> Any:
    """The error of a call with six mistakes."""
    with pytest.raises(vpn.ValidationError) as caught:
        call(
            vpn,
            "create_vpn_connection",
            vgw_id="no-uuid",
            vgw_ip=UUID,
            style="bgp",
            tunnel_local_address="169.254.195.2/30",
            enable_nqa=True,
            psk="weak",
            ikepolicy={"lifetime_seconds": 604801},
            peer_subnets=["10.0.0.0/24"],
            **more,
        )
    return caught.value


def test_six_mistakes_are_six_violations_with_their_rows(
    call: Caller, server: Loopback, vpn: ModuleType
) -> None:
    error = mistaken(call, vpn)
    lines = (ROOT / "spec" / PAGE).read_text("utf-8").split("\n")
    found = {}
    for one in error.violations:
        assert one.source.file == "creating_a_vpn_connection.rst"
        row = lines[one.source.line - 1]
        assert row.split("|")[1].strip() == one.source.parameter
        assert one.path.rpartition(".")[2] == one.source.parameter
        assert f"{one.source.file}:{one.source.line}" in str(error)
        found[one.path] = one.rule
    inner = "$.vpn_connection"
    assert found == {
        f"{inner}.vgw_id": "format",
        f"{inner}.cgw_id": "required",
        f"{inner}.tunnel_local_address": "interface",
        f"{inner}.enable_nqa": "when",
        f"{inner}.psk": "variety",
        f"{inner}.ikepolicy.lifetime_seconds": "maximum",
    }
    assert server.requests == []


def test_a_missing_path_parameter_leads_to_its_row(
    call: Caller, server: Loopback, vpn: ModuleType
) -> None:
    with pytest.raises(vpn.ValidationError) as caught:
        call(vpn, "create_vpn_connection", client={"project_id": None}, **GOOD)
    (one,) = caught.value.violations
    assert (one.path, one.rule, one.source.parameter) == ("$.project_id", "required", "project_id")
    row = (ROOT / "spec" / PAGE).read_text("utf-8").split("\n")[one.source.line - 1]
    assert "project_id" in row


@pytest.mark.parametrize(
    "wrong", ["hunter2", 12345678901, ["hunter2hunter2"], {"hunter2": "hunter2"}]
)
def test_a_wrong_psk_is_never_printed(
    call: Caller, server: Loopback, vpn: ModuleType, wrong: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(vpn.ValidationError) as caught:
        call(vpn, "create_vpn_connection", **GOOD, psk=wrong)
    error = caught.value
    shown = [str(error), repr(error), repr(error.violations), caplog.text]
    shown += [str(one) for one in error.violations]
    shown += traceback.format_exception(type(error), error, error.__traceback__)
    secret = "12345678901" if isinstance(wrong, int) else "hunter2"
    own = [
        part
        for text in shown
        for part in text.split("\n")
        if secret in part and "test_vpn" not in part
    ]
    assert own == []
    assert "$.vpn_connection.psk" in str(error)


def test_a_psk_that_was_sent_is_never_printed(
    call: Caller, server: Loopback, vpn: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    echo = {"error_code": "VPN.1", "error_msg": f"psk {PSK} is too nice"}
    server.otherwise = lambda seen: reply(echo, 400)
    with pytest.raises(vpn.BadRequestError) as caught:
        call(vpn, "create_vpn_connection", **GOOD, psk=PSK)
    assert server.requests[0].json["vpn_connection"]["psk"] == PSK
    error = caught.value
    for text in (str(error), repr(error), error.message, caplog.text):
        assert PSK not in text
        assert "tok-SECRET-1" not in text
    body = vpn.VpnConnectionInput(psk=PSK)
    assert PSK not in repr(body)
    assert PSK not in repr(vpn.CreateVpnConnectionInput(vpn_connection=body))
