"""The synchronous client's base: a thin driver that does what the core asks for, with httpx."""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

import httpx

from .base import (
    DEFAULT_TIMEOUT,
    ClientBase,
    caught,
    no_cookies,
    with_sink,
)
from .core import Send, Sleep, call, result
from .deadlines import Timed, guard, until
from .errors import ClientError
from .failures import failure_of, read_so_far
from .model import UNSET, Unset
from .response import RawResponse, Sink
from .streams import StreamedResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import TracebackType
    from typing import ParamSpec

    from .core import Flow
    from .operation import Operation
    from .options import CallOptions
    from .paging import Pager
    from .request import Prepared
    from .retry import Retry

    P = ParamSpec("P")

C = TypeVar("C", bound="SyncClient")
R = TypeVar("R")
T = TypeVar("T")


class SyncClient(ClientBase):
    """Base of a service's synchronous client. Safe to share between threads.

    Args:
        base_url: where the service is, such as ``https://service.example.com``.
        project_id: the project of all calls that do not name another.
        auth: TokenAuth, PasswordAuth, AkSkAuth, or any ``httpx.Auth``.
        http_client: a client to send with; it stays yours to close.
        transport: an httpx transport, instead of ``http_client``.
        defaults: values for further parameters every call carries, by name.
        timeout: seconds for each of connecting, sending, waiting and reading, an
            ``httpx.Timeout``, or None for no limit; 60 s, and 10 s to connect, unless given
            (with ``http_client``: as it has it).
        retries: how often a failed attempt is repeated, or a ``Retry``.
        deadline: seconds for each whole call, with all its attempts and pauses; of ``stream``, until
            the body begins. (With ``http_client`` a head that comes in drops may take longer.)
        validate: whether requests are checked against the documented rules.
        headers, query: sent with every call.
        user_agent: instead of the package's name.
    """

    _http: httpx.Client

    def __init__(
        self,
        base_url: str,
        *,
        project_id: str | None = None,
        auth: httpx.Auth | None = None,
        http_client: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
        defaults: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | Unset | None = UNSET,
        retries: int | Retry = 2,
        deadline: float | None = None,
        validate: bool = True,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
        user_agent: str = "",
    ) -> None:
        self._set_up(
            base_url,
            auth=auth,
            project_id=project_id,
            defaults=defaults,
            timeout=timeout,
            retries=retries,
            deadline=deadline,
            validate=validate,
            headers=headers,
            query=query,
            user_agent=user_agent,
        )
        if http_client is not None and transport is not None:
            raise TypeError("give either http_client or transport")
        made_here = http_client is None
        if http_client is None:
            http_client = httpx.Client(
                transport=transport, timeout=DEFAULT_TIMEOUT, cookies=no_cookies()
            )
            guard(http_client)
        elif not isinstance(http_client, httpx.Client):
            raise TypeError("http_client must be an httpx.Client")
        self._adopt(http_client, made_here=made_here)

    def close(self) -> None:
        """Close the connections, unless they are those of an ``http_client`` that was handed in."""
        if self._owner:
            self._http.close()

    def __enter__(self: C) -> C:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        json: Any = UNSET,
        content: Any = None,
        files: Mapping[str, Any] | None = None,
        options: CallOptions | None = None,
    ) -> RawResponse[Any]:
        """Send a request that is not documented, with the client's credentials, retries and errors.

        ``path`` begins with ``/`` and follows the base URL; it is sent as given, so quote what
        comes from elsewhere. ``parsed`` of the answer is its JSON.
        """
        request = self._prepare_plain(
            method,
            path,
            query=query,
            headers=headers,
            json=json,
            content=content,
            files=files,
            options=options,
        )
        return self._drive(call(None, request, self._terms(None, request.method, options)))

    @overload
    def raw(
        self, method: Callable[P, Pager[Any, R]], /, *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[R]: ...
    @overload
    def raw(
        self, method: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[R]: ...
    def raw(self, method: Callable[..., Any], /, *args: Any, **kwargs: Any) -> RawResponse[Any]:
        """The answer of one of this client's methods as it came; of a list, its first page.

        ::

            answer = client.raw(client.get_thing, thing_id="…")
            answer.status, answer.headers, answer.content, answer.parsed
        """
        sink = Sink()
        made = method(*args, **with_sink(kwargs, sink))
        from .paging import Pager

        if isinstance(made, Pager):
            made.page()
        return caught(sink)

    @contextmanager
    def stream(
        self, method: Callable[P, Any], /, *args: P.args, **kwargs: P.kwargs
    ) -> Iterator[StreamedResponse]:
        """The answer of one of this client's methods with its body unread, for downloads and large answers.

        ::

            with client.stream(client.download_thing, thing_id="…") as answer:
                for piece in answer.iter_bytes(): ...
        """
        sink = Sink(streaming=True)
        made = method(*args, **with_sink(kwargs, sink))
        from .paging import Pager

        if isinstance(made, Pager):
            made.page()
        raw = caught(sink)
        try:
            yield StreamedResponse(raw.http, operation=raw.operation)
        finally:
            raw.http.close()

    def _call(
        self,
        operation: Operation[R],
        arguments: Mapping[str, Any],
        *,
        body: Any = UNSET,
        options: CallOptions | None = None,
    ) -> R:
        request = self._prepare(operation, arguments, body, options)
        return self._page(operation, request, options)[0]

    def _paged(
        self,
        operation: Operation[R],
        arguments: Mapping[str, Any],
        *,
        body: Any = UNSET,
        options: CallOptions | None = None,
    ) -> Pager[Any, R]:
        from .paging import Pager

        return Pager(self, operation, self._prepare(operation, arguments, body, options), options)

    def _page(
        self, operation: Operation[R], request: Prepared, options: CallOptions | None
    ) -> tuple[R, RawResponse[Any]]:
        terms = self._terms(operation, request.method, options)
        raw = self._drive(call(operation, request, terms))
        if options is not None and options.sink is not None:
            raw._decode = partial(result, operation)
            options.sink.raw = raw
            # Whoever set the sink reads it instead of this value.
            return cast("R", None), raw
        return result(operation, raw), raw

    def _drive(self, flow: Flow[T]) -> T:
        try:
            action = next(flow)
            while True:
                if isinstance(action, Sleep):
                    time.sleep(action.seconds)
                    action = flow.send(None)
                    continue
                try:
                    raw = self._send_in_time(action)
                except ClientError as error:
                    action = flow.throw(error)
                else:
                    action = flow.send(raw)
        except StopIteration as stop:
            value: T = stop.value
            return value

    def _send_in_time(self, action: Send) -> RawResponse[Any]:
        """One attempt, given up when the deadline passes."""
        if action.deadline is None:
            return self._send(action)
        with until(action.deadline):
            return self._send(action)

    def _send(self, action: Send) -> RawResponse[Any]:
        """One attempt."""
        name = action.request.name
        started = time.perf_counter()
        request: httpx.Request | None = None
        # With a deadline the body is read here, to look at the clock between its pieces.
        piecewise = action.streaming or action.deadline is not None
        try:
            request = self._build(action, action.request.content)
            response = self._http.send(
                request,
                stream=piecewise,
                auth=httpx.USE_CLIENT_DEFAULT if self._auth is None else self._auth,
                follow_redirects=False,
            )
            if not piecewise:
                content = response.content
            elif action.streaming and response.status_code < 300:
                content = b""
            else:
                content = self._read(response, action.deadline)
        except httpx.HTTPStatusError as error:
            # Raised by an event hook of a client that was handed in: there is an answer.
            response, content = error.response, read_so_far(error.response)
        except Exception as error:
            failed = failure_of(error, action, request)
            if failed is None:
                raise
            self._log(action, type(error).__name__, started)
            raise failed from None
        self._log(action, response.status_code, started)
        return RawResponse(response, content, operation=name)

    @staticmethod
    def _read(response: httpx.Response, deadline: float | None) -> bytes:
        """A body, as long as the deadline has not passed."""
        if deadline is not None:
            response.stream = Timed(response.stream, deadline)
        try:
            return response.read()
        finally:
            response.close()
