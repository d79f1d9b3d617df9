"""The synchronous client's deadline, held wherever bytes are waited for.

httpx knows how long one read may take, not how long all of them. A server that sends a line of
its head every second would be read for as long as it likes, so each read of a connection is cut
to what is left. (The asynchronous client needs none of this: asyncio cancels.)
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Mine(threading.local):
    """The deadline of the call a thread is making, a moment of ``time.monotonic()``."""

    moment: float | None = None


_mine = _Mine()


@contextmanager
def until(moment: float) -> Iterator[None]:
    """Within it, this thread reads and writes until ``moment`` only, on connections that are guarded."""
    before = _mine.moment
    _mine.moment = moment
    try:
        yield
    finally:
        _mine.moment = before


def guard(client: httpx.Client) -> None:
    """Hold the deadlines on the connections a client is going to make.

    httpx has no public place for this. Where its inside looks otherwise one day, nothing is
    changed, and a deadline is looked at between the pieces of a body only.
    """
    mounts = getattr(client, "_mounts", {}).values()
    for transport in (getattr(client, "_transport", None), *mounts):
        pool = getattr(transport, "_pool", None)
        inner = getattr(pool, "_network_backend", None)
        if inner is not None and not isinstance(inner, _Backend):
            pool._network_backend = _Backend(inner)  # type: ignore[union-attr]


def _left(timeout: float | None, kind: type[httpx.TimeoutException]) -> float | None:
    moment = _mine.moment
    if moment is None:
        return timeout
    left = moment - time.monotonic()
    if left <= 0:
        raise kind("the deadline passed")
    return left if timeout is None else min(timeout, left)


class _Backend:
    """Makes connections as another one does."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def connect_tcp(self, *args: Any, **kwargs: Any) -> _Stream:
        return _Stream(self._inner.connect_tcp(*args, **kwargs))

    def connect_unix_socket(self, *args: Any, **kwargs: Any) -> _Stream:
        return _Stream(self._inner.connect_unix_socket(*args, **kwargs))

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _Stream:
    """A connection of which each read and write ends at the deadline of the thread that makes it."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.close = inner.close
        self.get_extra_info = inner.get_extra_info

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data: bytes = self._inner.read(max_bytes, _left(timeout, httpx.ReadTimeout))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(timeout, httpx.WriteTimeout))

    def start_tls(self, *args: Any, **kwargs: Any) -> _Stream:
        return _Stream(self._inner.start_tls(*args, **kwargs))


class Timed(httpx.SyncByteStream):
    """A body that looks at the clock between its pieces, for connections that are not guarded."""

    def __init__(self, inner: Any, moment: float) -> None:
        self._inner = inner
        self._moment = moment

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._inner:
            yield piece
            if time.monotonic() >= self._moment:
                raise httpx.ReadTimeout("the deadline passed")

    def close(self) -> None:
        self._inner.close()
