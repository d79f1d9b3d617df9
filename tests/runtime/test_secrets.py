"""No secret in any log, message or traceback, at DEBUG and whatever goes wrong."""

from __future__ import annotations

import base64
import logging
import traceback
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from .conftest import Caller
from .loopback import Loopback, Reply, closed_in_body, reply, reset_at_once, slow
from .test_auth import PASSWORD, Identity, password

ECHO = reply({"error_code": "X", "error_msg": "psk psk-SECRET-5 of tok-SECRET-1 is bad"}, 400)


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(ECHO, id="echo"),
        pytest.param(reply(b"tok-SECRET-1 psk-SECRET-5", 500), id="text"),
        pytest.param(reply(b'{"token": "tok-SECRET-1'), id="no-json"),
        pytest.param(reset_at_once, id="reset"),
        pytest.param(closed_in_body, id="closed"),
        pytest.param(slow(2, ECHO), id="slow"),
        pytest.param(reply({"ok": 1}, headers={"Set-Cookie": "s=tok-SECRET-1"}), id="good"),
    ],
)
def test_nothing_shows_a_secret(
    call: Caller,
    server: Loopback,
    api: SimpleNamespace,
    caplog: pytest.LogCaptureFixture,
    behaviour: Reply,
) -> None:
    caplog.set_level(logging.DEBUG)
    identity = Identity(server)
    plain = identity.answer
    server.otherwise = lambda seen: plain(seen) if "tokens" in seen.path else behaviour
    shown = ""
    try:
        call(
            "create_thing",
            name="a",
            psk="psk-SECRET-5",
            client={"auth": password(api, server), "timeout": 0.3, "retries": 0},
            options=api.options.CallOptions(headers={"X-Extra": "hdr-SECRET"}),
        )
    except api.errors.ClientError as error:
        shown = "".join(traceback.format_exception(error)) + repr(error)
    log = "\n".join(record.getMessage() for record in caplog.records)
    # Source lines of this file show up in tracebacks: look for the whole values only.
    shown = "\n".join(line for line in shown.splitlines() if "psk=" not in line)
    for secret in ("psk-SECRET-5", "tok-SECRET-1", PASSWORD):
        assert secret not in shown.replace("hdr-SECRET", "")
        assert secret not in log
    assert "hdr-SECRET" not in log
    assert "x-subject-token" in log.lower()
    assert f"{api.package}" in {record.name for record in caplog.records}


def test_the_log_has_method_template_status_and_time(
    call: Caller, server: Loopback, api: SimpleNamespace, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger=api.package)
    call("get_thing", "id-of-customer", tags=["x"])
    own = [r.getMessage() for r in caplog.records if r.name == api.package]
    assert len(own) == 1
    assert own[0].startswith("GET /v1/{project_id}/things/{thing_id} -> 200 in ")


def test_urls_in_the_http_librarys_log_are_covered(
    call: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    call("request", "GET", "/x", query={"access_token": "qry-SECRET", "limit": 1})
    lines = [r.getMessage() for r in caplog.records if r.name == "httpx"]
    assert lines
    assert "access_token=****&limit=1" in lines[0]


@pytest.mark.parametrize(
    "name",
    [
        "psk",
        "password",
        "adminPass",
        "admin_pwd",
        "privateKey",
        "secret_key",
        "token",
        "SK",
        "user_sk",
    ],
)
def test_secret_names(api: SimpleNamespace, name: str) -> None:
    import importlib

    redact = importlib.import_module(f"{api.package}._runtime.redact")
    assert redact.is_secret(name)
    assert redact.secrets_in({"a": [{name: "v"}]}) == ["v"]


@pytest.mark.parametrize("name", ["disk", "task", "name", "token_id", "passed", "mask", "pskov"])
def test_other_names(api: SimpleNamespace, name: str) -> None:
    import importlib

    redact = importlib.import_module(f"{api.package}._runtime.redact")
    assert not redact.is_secret(name)


TOKEN = "gAAAA-token-SECRET-XYZ"


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(reply({"error": f"Invalid token {TOKEN}"}, 400), id="sentence"),
        pytest.param(reply({"error_code": f"X.{TOKEN}", "error_msg": "no"}, 400), id="code"),
        pytest.param(reply({"error_msg": "no", "request_id": TOKEN}, 400), id="request-id"),
        pytest.param(reply({"error_msg": "no"}, 400, {"X-Request-Id": TOKEN}), id="header"),
        pytest.param(reply(b"x" * 290 + TOKEN.encode(), 400), id="cut-text"),
        pytest.param(reply({"error_msg": "x" * 1985 + TOKEN}, 400), id="cut-message"),
    ],
)
@pytest.mark.parametrize("header", ["X-Security-Token", "X-Subject-Token", "Authorization"])
def test_no_fact_of_an_error_quotes_a_sent_header(
    call: Caller, server: Loopback, api: SimpleNamespace, behaviour: Reply, header: str
) -> None:
    server.otherwise = lambda seen: behaviour
    options = api.options.CallOptions(headers={header: TOKEN})
    with pytest.raises(api.errors.ApiError) as caught:
        call("get_thing", "t", client={"retries": 0}, options=options)
    error = caught.value
    shown = f"{error} {error!r} {error.code} {error.message} {error.request_id}"
    assert TOKEN[:8] not in shown
    assert "****" in shown or "x" * 290 in shown


def test_a_sentence_under_error_is_the_message(
    call: Caller, server: Loopback, api: SimpleNamespace
) -> None:
    server.replies.append(reply({"error": "Invalid lamp id"}, 400))
    with pytest.raises(api.errors.BadRequestError) as caught:
        call("get_thing", "t")
    assert (caught.value.code, caught.value.message) == ("", "Invalid lamp id")


def test_what_stands_below_a_secret_key_is_secret(api: SimpleNamespace) -> None:
    found = api.redact.secrets_in({"identity": {"token": {"id": "t-1"}, "name": "n"}, "psk": ["k"]})
    assert sorted(found) == ["k", "t-1"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("table", f"Adding b'x-auth-token'=b'{TOKEN}' to the header table, sensitive:False"),
        ("table", f"Evicting b'x-security-token': b'{TOKEN}' from the header table"),
        ("hpack", f"Decoded (b'x-subject-token', b'{TOKEN}'), consumed 5"),
        ("hpack", f"Decoding b'@\\x0fx-subject-token\\x14{TOKEN}'"),
        ("hpack", f"Encoded header block to b'@\\x0cx-auth-token\\x14{TOKEN}'"),
    ],
)
def test_header_tables_of_http_2_are_covered(
    api: SimpleNamespace, caplog: pytest.LogCaptureFixture, name: str, line: str
) -> None:
    caplog.set_level(logging.DEBUG)
    api.redact.protect_logs()
    logging.getLogger(f"hpack.{name}").debug("%s", line)
    assert TOKEN not in caplog.text
    assert "****" in caplog.text


BASIC = base64.b64encode(f"me:{TOKEN}".encode()).decode()


@pytest.mark.parametrize(
    ("client", "options"),
    [
        ({"headers": {"x-SECURITY-token": TOKEN}}, {}),
        ({"headers": {"Authorization": f"Bearer {TOKEN}"}}, {}),
        ({"headers": {"Authorization": f"X Access=AK, Signature={TOKEN}"}}, {}),
        ({"headers": {"Authorization": f"Basic {BASIC}"}}, {}),
        ({"auth": httpx.BasicAuth("me", TOKEN)}, {}),
        ({"query": {"access_token": TOKEN}}, {}),
        ({}, {"headers": {"Cookie": f"a=b; session={TOKEN}"}}),
        ({}, {"query": {"access_token": TOKEN}}),
    ],
)
def test_no_error_quotes_what_was_sent_as_credentials(
    call: Caller,
    server: Loopback,
    api: SimpleNamespace,
    client: dict[str, Any],
    options: dict[str, Any],
) -> None:
    server.otherwise = lambda seen: reply({"error_msg": f"no {TOKEN} {BASIC}"}, 400)
    with pytest.raises(api.errors.BadRequestError) as caught:
        call("get_thing", "t", client=client, options=api.options.CallOptions(**options))
    assert TOKEN not in str(caught.value)
    if "Basic" in str(client):
        assert BASIC not in str(caught.value)


def test_credentials_that_are_no_base64_are_no_matter(api: SimpleNamespace) -> None:
    assert "Basic ü" in api.redact.secrets_sent({"authorization": "Basic ü"})
