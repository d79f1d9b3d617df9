"""The asynchronous client's base: a thin driver that does what the core asks for, with httpx and asyncio."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
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
from .errors import ClientError, TimedOut
from .failures import failure_of, read_so_far
from .model import UNSET, Unset
from .response import RawResponse, Sink
from .streams import AsyncStreamedResponse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from types import TracebackType
    from typing import ParamSpec

    from .core import Flow
    from .operation import Operation
    from .options import CallOptions
    from .paging import AsyncPager
    from .request import Prepared
    from .retry import Retry

    P = ParamSpec("P")

A = TypeVar("A", bound="AsyncClient")
R = TypeVar("R")
T = TypeVar("T")


class AsyncClient(ClientBase):
    """Base of a service's asynchronous client (asyncio). The arguments are those of the synchronous one."""

    _http: httpx.AsyncClient

    def __init__(
        self,
        base_url: str,
        *,
        project_id: str | None = None,
        auth: httpx.Auth | None = None,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
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
            http_client = httpx.AsyncClient(
                transport=transport, timeout=DEFAULT_TIMEOUT, cookies=no_cookies()
            )
        elif not isinstance(http_client, httpx.AsyncClient):
            raise TypeError("http_client must be an httpx.AsyncClient")
        self._adopt(http_client, made_here=made_here)

    async def aclose(self) -> None:
        """Close the connections, unless they are those of an ``http_client`` that was handed in."""
        if self._owner:
            await self._http.aclose()

    async def __aenter__(self: A) -> A:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def request(
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
        return await self._drive(call(None, request, self._terms(None, request.method, options)))

    @overload
    async def raw(
        self, method: Callable[P, AsyncPager[Any, R]], /, *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[R]: ...
    @overload
    async def raw(
        self, method: Callable[P, Awaitable[R]], /, *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[R]: ...
    async def raw(
        self, method: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> RawResponse[Any]:
        """The answer of one of this client's methods as it came; of a list, its first page.

        ::

            answer = await client.raw(client.get_thing, thing_id="…")
            answer.status, answer.headers, answer.content, answer.parsed
        """
        sink = Sink()
        made = method(*args, **with_sink(kwargs, sink))
        from .paging import AsyncPager

        await (made.page() if isinstance(made, AsyncPager) else made)
        return caught(sink)

    @asynccontextmanager
    async def stream(
        self, method: Callable[P, Any], /, *args: P.args, **kwargs: P.kwargs
    ) -> AsyncIterator[AsyncStreamedResponse]:
        """The answer of one of this client's methods with its body unread, for downloads and large answers.

        ::

            async with client.stream(client.download_thing, thing_id="…") as answer:
                async for piece in answer.iter_bytes(): ...
        """
        sink = Sink(streaming=True)
        made = method(*args, **with_sink(kwargs, sink))
        from .paging import AsyncPager

        await (made.page() if isinstance(made, AsyncPager) else made)
        raw = caught(sink)
        try:
            yield AsyncStreamedResponse(raw.http, operation=raw.operation)
        finally:
            await raw.http.aclose()

    async def _call(
        self,
        operation: Operation[R],
        arguments: Mapping[str, Any],
        *,
        body: Any = UNSET,
        options: CallOptions | None = None,
    ) -> R:
        request = self._prepare(operation, arguments, body, options)
        return (await self._page(operation, request, options))[0]

    def _paged(
        self,
        operation: Operation[R],
        arguments: Mapping[str, Any],
        *,
        body: Any = UNSET,
        options: CallOptions | None = None,
    ) -> AsyncPager[Any, R]:
        request = self._prepare(operation, arguments, body, options)
        from .paging import AsyncPager

        return AsyncPager(self, operation, request, options)

    async def _page(
        self, operation: Operation[R], request: Prepared, options: CallOptions | None
    ) -> tuple[R, RawResponse[Any]]:
        terms = self._terms(operation, request.method, options)
        raw = await self._drive(call(operation, request, terms))
        if options is not None and options.sink is not None:
            raw._decode = partial(result, operation)
            options.sink.raw = raw
            # Whoever set the sink reads it instead of this value.
            return cast("R", None), raw
        return result(operation, raw), raw

    async def _drive(self, flow: Flow[T]) -> T:
        try:
            action = next(flow)
            while True:
                if isinstance(action, Sleep):
                    # Imported here, as below: whoever uses the synchronous client only does without.
                    import asyncio

                    await asyncio.sleep(action.seconds)
                    action = flow.send(None)
                    continue
                try:
                    raw = await self._send_in_time(action)
                except ClientError as error:
                    action = flow.throw(error)
                else:
                    action = flow.send(raw)
        except StopIteration as stop:
            value: T = stop.value
            return value

    async def _send_in_time(self, action: Send) -> RawResponse[Any]:
        """One attempt, given up when the deadline passes."""
        if action.deadline is None:
            return await self._send(action)
        import asyncio

        try:
            left = max(action.deadline - time.monotonic(), 0.001)
            return await asyncio.wait_for(self._send(action), left)
        except asyncio.TimeoutError:
            raise TimedOut("the deadline passed", operation=action.request.name) from None

    async def _send(self, action: Send) -> RawResponse[Any]:
        """One attempt."""
        name = action.request.name
        started = time.perf_counter()
        request: httpx.Request | None = None
        try:
            request = self._build(action, self._content(action.request))
            response = await self._http.send(
                request,
                stream=action.streaming,
                auth=httpx.USE_CLIENT_DEFAULT if self._auth is None else self._auth,
                follow_redirects=False,
            )
            if not action.streaming:
                content = response.content
            elif response.status_code < 300:
                content = b""
            else:
                content = await response.aread()
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
    def _content(request: Prepared) -> Any:
        """The body as httpx's asynchronous client takes it: a blocking stream is wrapped."""
        content = request.content
        if content is None or isinstance(content, bytes) or hasattr(content, "__aiter__"):
            return content
        from .upload import chunks

        return chunks(content)
