"""Answers: as they came, and as what the docs promise."""

from __future__ import annotations

import json
from contextlib import suppress
from copy import copy
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import DecodeError
from .json_text import loads

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from .operation import Answer

R = TypeVar("R")

_UNREAD: Any = object()


class RawResponse(Generic[R]):
    """An answer as it came: ``status``, ``headers``, ``content`` (bytes, already decompressed), and ``parsed``.

    ``headers`` are looked up in any case; ``http`` is the httpx response behind it.
    """

    __slots__ = ("_decode", "_json", "_parsed", "content", "headers", "http", "operation", "status")

    def __init__(
        self,
        http: httpx.Response,
        content: bytes,
        *,
        operation: str = "",
        decode: Callable[[RawResponse[Any]], R] | None = None,
    ) -> None:
        self.http = http
        self.status: int = http.status_code
        self.headers = http.headers
        self.content = content
        self.operation = operation
        self._decode = decode
        self._json: Any = _UNREAD
        self._parsed: Any = _UNREAD

    @property
    def parsed(self) -> R:
        """What the call would have given. Raises DecodeError where the body is no JSON though it should be."""
        if self._parsed is _UNREAD:
            self._parsed = self.json() if self._decode is None else self._decode(self)
        parsed: R = self._parsed
        return parsed

    @property
    def text(self) -> str:
        """The body as text, in the charset the answer names, UTF-8 unless it does."""
        charset = self.http.charset_encoding or "utf-8"
        try:
            return self.content.decode(charset, "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as JSON; None where it is empty. Raises DecodeError where it is neither."""
        if self._json is _UNREAD:
            self._json = read_json(self)
        return self._json

    def __reduce__(self) -> tuple[Any, ...]:
        # The value goes along, not the way to it; and of the request nothing that may be secret.
        parsed = self._parsed
        if parsed is _UNREAD and self._decode is not None:
            with suppress(DecodeError):
                parsed = self.parsed
        value = () if parsed is _UNREAD else (parsed,)
        return _again, (without_secrets(self.http), self.content, self.operation, value)

    def __repr__(self) -> str:
        # Bodies and headers may hold secrets: neither is shown.
        return f"<RawResponse {self.status}, {len(self.content)} bytes>"


def _again(
    http: httpx.Response, content: bytes, operation: str, value: tuple[Any, ...]
) -> RawResponse[Any]:
    """An answer that was pickled or copied."""
    raw: RawResponse[Any] = RawResponse(http, content, operation=operation)
    if value:
        raw._parsed = value[0]
    return raw


def without_secrets(http: httpx.Response) -> httpx.Response:
    """A copy whose request has no body, no credentials, and no history, which may hold a login."""
    import httpx

    from .redact import shown_headers, shown_url

    new = copy(http)
    new.history = []
    with suppress(RuntimeError):  # It was made without a request.
        sent = http.request
        headers = shown_headers(sent.headers)
        new.request = httpx.Request(sent.method, shown_url(str(sent.url)), headers=headers)
    return new


def read_json(raw: RawResponse[Any]) -> Any:
    """The JSON value of an answer's body; an empty body is None.

    Raises:
        DecodeError: the body is no JSON.
    """
    content = raw.content
    if not content or content.isspace():
        return None
    try:
        return loads(content)
    except json.JSONDecodeError as error:
        reason = f"{error.msg} at character {error.pos}"
    except ValueError:
        reason = "not valid text"
    kind = raw.headers.get("content-type", "").partition(";")[0] or "no content type"
    raise DecodeError(
        f"answered {raw.status} with {kind} of {len(content)} bytes, which is no JSON ({reason})",
        operation=raw.operation,
        response=raw,
    )


def decode(raw: RawResponse[Any], answer: Answer[R]) -> R:
    """The value the docs promise for this answer. Raises DecodeError."""
    kind = answer.kind
    if kind == "json":
        return answer.decode(raw.json())
    if kind == "any":
        media = raw.headers.get("content-type", "").partition(";")[0].strip().lower()
        return answer.decode(raw.json() if media.endswith("json") else raw.content)
    if kind == "bytes":
        return answer.decode(raw.content)
    return answer.decode(None)


class Sink:
    """Where a call leaves its answer undecoded, for ``client.raw`` and ``client.stream``."""

    __slots__ = ("raw", "streaming")

    def __init__(self, *, streaming: bool = False) -> None:
        self.streaming = streaming
        self.raw: RawResponse[Any] | None = None
