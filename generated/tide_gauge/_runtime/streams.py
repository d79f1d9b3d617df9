"""Answers that are read piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .failures import HTTP_FAILURES, failure

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import httpx


class StreamedResponse:
    """An answer whose body has not been read yet. Use it inside ``with client.stream(…)``."""

    __slots__ = ("headers", "http", "operation", "status")

    def __init__(self, http: httpx.Response, *, operation: str = "") -> None:
        self.operation = operation
        self.http = http
        self.status: int = http.status_code
        self.headers = http.headers

    def iter_bytes(self, size: int | None = None) -> Iterator[bytes]:
        """The body in pieces, of ``size`` bytes where given. Raises ConnectionFailed where it breaks off."""
        try:
            yield from self.http.iter_bytes(size)
        except HTTP_FAILURES as error:
            raise failure(error, self.operation) from None

    def iter_lines(self) -> Iterator[str]:
        """The body by lines, without line ends."""
        try:
            yield from self.http.iter_lines()
        except HTTP_FAILURES as error:
            raise failure(error, self.operation) from None

    def read(self) -> bytes:
        """The whole body."""
        return b"".join(self.iter_bytes())

    def __repr__(self) -> str:
        return f"<StreamedResponse {self.status}>"


class AsyncStreamedResponse:
    """An answer whose body has not been read yet. Use it inside ``async with client.stream(…)``."""

    __slots__ = ("headers", "http", "operation", "status")

    def __init__(self, http: httpx.Response, *, operation: str = "") -> None:
        self.operation = operation
        self.http = http
        self.status: int = http.status_code
        self.headers = http.headers

    async def iter_bytes(self, size: int | None = None) -> AsyncIterator[bytes]:
        """The body in pieces, of ``size`` bytes where given. Raises ConnectionFailed where it breaks off."""
        try:
            async for piece in self.http.aiter_bytes(size):
                yield piece
        except HTTP_FAILURES as error:
            raise failure(error, self.operation) from None

    async def iter_lines(self) -> AsyncIterator[str]:
        """The body by lines, without line ends."""
        try:
            async for line in self.http.aiter_lines():
                yield line
        except HTTP_FAILURES as error:
            raise failure(error, self.operation) from None

    async def read(self) -> bytes:
        """The whole body."""
        return b"".join([piece async for piece in self.iter_bytes()])

    def __repr__(self) -> str:
        return f"<AsyncStreamedResponse {self.status}>"
