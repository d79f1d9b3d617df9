"""httpx's exceptions as this package's own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import httpx

from .errors import ClientError, ConnectionFailed, DecodeError, TimedOut

if TYPE_CHECKING:
    from .core import Send

# Fixed texts: some of httpx's messages quote header lines. Most specific class first.
_FAILURES: tuple[tuple[type[Exception], type[ConnectionFailed], bool, str], ...] = (
    (httpx.ConnectTimeout, TimedOut, False, "no connection within the timeout"),
    (httpx.PoolTimeout, TimedOut, False, "no free connection in the pool within the timeout"),
    (httpx.ReadTimeout, TimedOut, True, "no answer within the timeout"),
    (httpx.WriteTimeout, TimedOut, True, "the request could not be sent within the timeout"),
    (httpx.ConnectError, ConnectionFailed, False, "could not connect"),
    (httpx.ProxyError, ConnectionFailed, False, "the proxy refused"),
    (httpx.ReadError, ConnectionFailed, True, "the connection broke while reading the answer"),
    (httpx.WriteError, ConnectionFailed, True, "the connection broke while sending the request"),
    (httpx.RemoteProtocolError, ConnectionFailed, True, "the connection ended in mid-answer"),
)
# What fails again however often it is tried, and so is no matter of the connection.
_HOPELESS: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((httpx.LocalProtocolError,), "the request is not valid HTTP"),
    ((httpx.UnsupportedProtocol, httpx.InvalidURL), "not an http or https URL"),
)

HTTP_FAILURES = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL)


def failure(error: Exception, operation: str) -> ClientError:
    """This package's exception for one of httpx's, to be raised in its place."""
    if isinstance(error, httpx.DecodingError):
        return DecodeError("the answer's compression is damaged", operation=operation)
    for classes, text in _HOPELESS:
        if isinstance(error, classes):
            return ClientError(text, operation=operation)
    if _of_the_protocol(error):
        text = "the body is not as long as its Content-Length says"
        return ClientError(text, operation=operation)
    for http_class, own_class, sent, text in _FAILURES:
        if isinstance(error, http_class):
            made = own_class(text, operation=operation, sent=sent)
            break
    else:
        made = ConnectionFailed(f"no answer ({type(error).__name__})", operation=operation)
    if isinstance(error, (httpx.ConnectError, httpx.ReadError, httpx.WriteError)):
        # The system's own words ("Connection refused", a certificate's fault) hold nothing of the request.
        detail = str(error)
        if detail:
            made.args = (f"{made.args[0]}: {detail}",)
    return made


def failure_of(error: Exception, action: Send, request: httpx.Request | None) -> ClientError | None:
    """This package's exception for what ended an attempt; None for what is not for it to translate.

    Args:
        request: what was to be sent, None where it could not be made. An ``httpx.Auth`` may have sent another one before it; where
            that one fails, nothing of this one has been sent.
    """
    if not isinstance(error, HTTP_FAILURES) and not _of_the_protocol(error):
        return None
    name = action.request.name
    other = getattr(error, "_request", None) not in (None, request)
    if isinstance(error, httpx.TimeoutException) and _is_over(action):
        return TimedOut("the deadline passed", operation=name, sent=not other)
    made = failure(error, f"{name}: authentication" if other else name)
    made.operation = name
    if other and isinstance(made, ConnectionFailed):
        made.sent = False
    return made


def read_so_far(http: httpx.Response) -> bytes:
    """The body of an answer that may have been closed before it was read: empty then."""
    try:
        return http.content
    except httpx.ResponseNotRead:
        return b""


def _is_over(action: Send) -> bool:
    return action.deadline is not None and time.monotonic() >= action.deadline


def _of_the_protocol(error: Exception) -> bool:
    """Whether h11 refuses to go on with a request: httpx lets its exceptions about bodies through."""
    return type(error).__name__ == "LocalProtocolError" and type(error).__module__[:3] == "h11"
