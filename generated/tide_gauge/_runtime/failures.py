"""httpx's exceptions as this package's own."""

from __future__ import annotations

import httpx

from .errors import ClientError, ConnectionFailed, DecodeError, TimedOut

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
    (httpx.LocalProtocolError, ConnectionFailed, False, "the request is not valid HTTP"),
    (httpx.UnsupportedProtocol, ConnectionFailed, False, "not an http or https URL"),
)

HTTP_FAILURES = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL)


def failure(error: Exception, operation: str) -> ClientError:
    """This package's exception for one of httpx's, to be raised in its place."""
    if isinstance(error, httpx.DecodingError):
        return DecodeError("the answer's compression is damaged", operation=operation)
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
