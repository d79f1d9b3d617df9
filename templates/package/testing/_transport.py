"""A transport that answers with the documentation's own examples, so that code can be tried without the cloud.

It reads ``_examples.json`` beside this file on first use::

    {"operations": [
        {"name": "create_thing",            the client's dotted method name
         "method": "POST",
         "path": "/v1/{project_id}/things",
         "body_key": "",                    the body's single key, where operations share method and path
         "keys": [],                        or the places that only some of their requests have,
         "values": {},                      and by place the values that the tables allow
         "shown": {},                       or that the examples have, where they differ
         "likely": [],                      and the places that only some of their examples have
         "answers": [                       documented successes, the usual one first
             {"status": 201, "body": {…}, "headers": {…}},
             {"status": 200, "text": "…"}], a body that is no JSON; neither key: an empty body
         "errors": [                        documented errors of this operation
             {"status": 404, "code": "X.0404", "message": "…"}]}]}

Only ``name``, ``method`` and ``path`` are required. An operation without an answer is answered
with an empty object.
"""

from __future__ import annotations

import json
import threading
from typing import Any, NamedTuple
from urllib.parse import unquote

import httpx

from .._runtime.error_body import documented
from ._routes import Routes

_EXAMPLES = "_examples.json"


class RecordedRequest(NamedTuple):
    """A request that arrived: ``path`` decoded, ``query`` as pairs, ``body`` as JSON or else as bytes."""

    operation: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    body: Any


class _Planned:
    """An answer set by the test, for the next ``times`` calls (None: for all)."""

    def __init__(self, status: int, body: Any, headers: dict[str, str], times: int | None) -> None:
        self.status = status
        self.body = body
        self.headers = headers
        self.times = times


class OfflineTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers every documented operation with its documented example, sync and async, without a network.

    ::

        offline = OfflineTransport()
        client = ThingClient("https://offline.test", auth=TokenAuth("any"), transport=offline)
        client.create_thing(name="a")          # the documented answer
        offline.fail("get_thing", 404)         # from now on, the documented error
        offline.answer("get_thing", {"id": 1}) # from now on, this
        offline.requests[-1].body

    ``requests`` holds what arrived, in order. A request that no operation documents is answered
    with 404, except that PasswordAuth gets a token.
    """

    def __init__(self, *, examples: dict[str, Any] | None = None) -> None:
        self._routes = Routes(_load() if examples is None else examples)
        self._planned: dict[str, list[_Planned]] = {}
        self._lock = threading.Lock()
        self.requests: list[RecordedRequest] = []

    @property
    def operations(self) -> list[str]:
        """The operations that are answered, by name."""
        return sorted(self._routes.by_name)

    def answer(
        self,
        operation: str,
        body: Any = None,
        *,
        status: int | None = None,
        headers: dict[str, str] | None = None,
        times: int | None = None,
    ) -> None:
        """Answer an operation with this instead of its example, for the next ``times`` calls or all.

        ``body`` is JSON data, or bytes; ``status`` the documented one unless given.
        """
        entry = self._entry(operation)
        usual = (entry.get("answers") or [{}])[0].get("status", 200)
        self._plan(operation, _Planned(status or usual, body, headers or {}, times))

    def fail(self, operation: str, error: int | str, *, times: int | None = None) -> None:
        """Answer an operation with a documented error, given by status or by error code."""
        entry = self._entry(operation)
        for row in entry.get("errors", ()):
            if error in (row.get("status"), row.get("code")):
                status, code = row.get("status") or 400, row.get("code", "")
                text = row.get("message", "")
                break
        else:
            if isinstance(error, str):
                known = documented(error)
                if known is None:
                    raise ValueError(f"no error code {error!r} is documented")
                status, code, text = known[0] or 400, error, known[1] or known[2]
            else:
                status, code, text = error, str(error), httpx.codes.get_reason_phrase(error)
        self._plan(operation, _Planned(status, {"error_code": code, "error_msg": text}, {}, times))

    def reset(self) -> None:
        """Forget planned answers and recorded requests."""
        with self._lock:
            self._planned.clear()
            self.requests.clear()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        return self._respond(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return self._respond(request)

    def _entry(self, operation: str) -> dict[str, Any]:
        entry = self._routes.by_name.get(operation)
        if entry is None:
            raise ValueError(f"there is no operation {operation!r}")
        return entry

    def _plan(self, operation: str, planned: _Planned) -> None:
        with self._lock:
            queue = self._planned.get(operation, [])
            limited = [p for p in [*queue, planned] if p.times is not None]
            always = (
                planned
                if planned.times is None
                else next((p for p in queue if p.times is None), None)
            )
            # Those for some calls go before the one for all.
            self._planned[operation] = limited if always is None else [*limited, always]

    def _respond(self, request: httpx.Request) -> httpx.Response:
        body = _body(request)
        path = request.url.raw_path.partition(b"?")[0].decode("ascii")
        query = request.url.params.multi_items()
        # A client of the package says which operation it calls; of other requests the address tells.
        entry = self._routes.by_name.get(request.extensions.get("operation", ""))
        entry = entry or self._routes.find(request.method, path, body, query)
        if entry is None and request.method == "POST" and path.endswith("/auth/tokens"):
            # PasswordAuth asks here; the request holds a password and so is not recorded.
            return _response(201, {"token": {}}, {"X-Subject-Token": "offline-token"})
        name = entry["name"] if entry else ""
        with self._lock:
            self.requests.append(
                RecordedRequest(
                    name,
                    request.method,
                    unquote(path),
                    tuple(query),
                    body,
                )
            )
            planned = self._next(name)
        if entry is None:
            return _response(404, {"error_code": "", "error_msg": "not a documented operation"}, {})
        if planned is not None:
            return _response(planned.status, planned.body, planned.headers)
        answer = (entry.get("answers") or [{"status": 200, "body": {}}])[0]
        status, headers = answer.get("status", 200), answer.get("headers", {})
        if "text" in answer:
            return _response(status, answer["text"].encode(), headers)
        return _response(status, answer.get("body"), headers)

    def _next(self, name: str) -> _Planned | None:
        queue = self._planned.get(name)
        if not queue:
            return None
        planned = queue[0]
        if planned.times is not None:
            planned.times -= 1
            if planned.times <= 0:
                queue.pop(0)
        return planned


def _load() -> dict[str, Any]:
    from importlib import resources

    text = resources.files(__package__ or "").joinpath(_EXAMPLES).read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _body(request: httpx.Request) -> Any:
    if not request.content:
        return None
    try:
        return json.loads(request.content)
    except ValueError:
        return request.content


def _response(status: int, body: Any, headers: dict[str, str]) -> httpx.Response:
    if body is None:
        return httpx.Response(status, headers=headers)
    if isinstance(body, bytes):
        kind = {"Content-Type": "application/octet-stream", **headers}
        return httpx.Response(status, headers=kind, content=body)
    return httpx.Response(status, headers=headers, json=body)
