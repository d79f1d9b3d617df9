"""A call without its I/O: generators that yield what they need done, and are sent what came of it.

``Send`` asks for one attempt and is answered with a ``RawResponse``, or has a ``ClientError``
thrown in; ``Sleep`` asks for a pause. The synchronous and the asynchronous client drive the same
generators, so that they cannot differ.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar
from urllib.parse import urljoin, urlsplit

from .errors import ApiError, ClientError, ConnectionFailed, TimedOut, class_for
from .redact import secrets_in, secrets_sent
from .response import RawResponse, decode
from .retry import after_answer, after_failure, retry_after

if TYPE_CHECKING:
    from collections.abc import Generator

    import httpx

    from .model import Unset
    from .operation import Operation
    from .request import Prepared
    from .retry import Retry

R = TypeVar("R")
T = TypeVar("T")

_MAX_REDIRECTS = 5
_REDIRECTS = frozenset((301, 302, 303, 307, 308))


class Send:
    """Send the request once. ``deadline`` is a moment of ``time.monotonic()``, or None."""

    __slots__ = ("accept", "deadline", "request", "streaming", "timeout")

    def __init__(self, request: Prepared, terms: Terms) -> None:
        self.request = request
        self.timeout = terms.timeout
        self.deadline = terms.deadline
        self.streaming = terms.streaming
        self.accept = terms.accept


class Sleep:
    """Wait for ``seconds``."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


Flow: TypeAlias = "Generator[Send | Sleep, Any, T]"


class Terms:
    """On which terms a call is made: what its client and its options say together."""

    __slots__ = (
        "accept",
        "auth",
        "base_url",
        "deadline",
        "idempotent",
        "retry",
        "streaming",
        "timeout",
    )

    def __init__(
        self,
        *,
        base_url: str,
        timeout: float | httpx.Timeout | Unset | None,
        retry: Retry,
        deadline: float | None,
        idempotent: bool,
        streaming: bool,
        accept: str,
        auth: httpx.Auth | None,
    ) -> None:
        self.base_url = base_url
        self.timeout = timeout
        self.retry = retry
        self.deadline = deadline
        self.idempotent = idempotent
        self.streaming = streaming
        self.accept = accept
        self.auth = auth


def call(
    operation: Operation[Any] | None, request: Prepared, terms: Terms
) -> Flow[RawResponse[Any]]:
    """Send a request until it succeeds or no further attempt is due; gives the successful answer.

    Raises:
        ApiError: the service's error, of the class of its status.
        ConnectionFailed: no answer arrived.
    """
    attempt = 0
    redirects = 0
    renewed = False
    while True:
        if terms.deadline is not None and time.monotonic() >= terms.deadline:
            raise TimedOut("the deadline passed", operation=request.name, sent=attempt > 0)
        asked: float | None = None
        error: ClientError
        try:
            raw: RawResponse[Any] = yield Send(request, terms)
        except ConnectionFailed as failed:
            error = failed
            again = after_failure(failed, terms.idempotent)
        except ApiError as refused:
            # Raised while authenticating: nothing of the request itself was sent.
            error = refused
            error.operation = request.name
            error.args = (f"{request.name}: {refused.args[0]}",)
            again = after_answer(refused.status, True, False)
            if refused.response is not None:
                asked = retry_after(refused.response.headers)
        else:
            status = raw.status
            if 200 <= status < 300 or (
                operation is not None and status < 400 and status in operation.answers
            ):
                return raw
            if (
                status == 401
                and not renewed
                and _outdated(terms.auth, raw)
                and request.repeatable()
            ):
                renewed = True
                continue
            reason = ""
            if status in _REDIRECTS:
                target, reason = _redirect(raw, request, terms.base_url)
                if redirects == _MAX_REDIRECTS:
                    reason = f"redirected more than {_MAX_REDIRECTS} times"
                elif target:
                    redirects += 1
                    request = request.elsewhere(target)
                    continue
            api_error, try_later = _api_error(operation, request, raw, terms.auth, reason)
            error = api_error
            again = after_answer(status, terms.idempotent, try_later)
            asked = retry_after(raw.headers)
        delay = terms.retry.delay(attempt, asked) if again and request.repeatable() else None
        if delay is None or (
            terms.deadline is not None and time.monotonic() + delay >= terms.deadline
        ):
            raise error
        attempt += 1
        del error
        yield Sleep(delay)


def _outdated(auth: httpx.Auth | None, raw: RawResponse[Any]) -> bool:
    """Whether credentials say that a refused request may pass when it is sent again."""
    outdated = getattr(auth, "outdated", None)
    return outdated is not None and outdated(raw.http.request)


def _redirect(raw: RawResponse[Any], request: Prepared, base_url: str) -> tuple[str, str]:
    """Where a redirect leads, if the client goes there: a read, at the same origin. Else '' and why not."""
    location = raw.headers.get("location", "")
    if not location:
        return "", "redirected without a Location"
    if request.method not in ("GET", "HEAD"):
        return "", f"redirected, which a {request.method} does not follow"
    here = request.absolute or base_url + request.path
    try:
        target = urlsplit(urljoin(here, location))
        same = _origin(target.geturl()) == _origin(base_url)
    except ValueError:
        return "", "redirected to no valid URL"
    if not same:
        return "", "redirected to where the client does not go with its credentials"
    return target._replace(fragment="").geturl(), ""


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.hostname, port


def _api_error(
    operation: Operation[Any] | None,
    request: Prepared,
    raw: RawResponse[Any],
    auth: httpx.Auth | None,
    reason: str,
) -> tuple[ApiError, bool]:
    """The exception of an error answer, and whether its code means "try again later".

    ``reason`` is the client's own, for an answer that gives none.
    """
    # Imported here, as other modules that a good first call does without.
    from .error_body import documented, read_error, says_try_later

    covered = [
        *getattr(auth, "secrets", ()),
        *secrets_in(request.sent_body),
        *secrets_sent(raw.http.request.headers, request.query),
    ]
    facts = read_error(raw.content, raw.headers, covered)
    row = documented(facts.code)
    _, message, meaning, advice = row or (None, "", "", "")
    error = class_for(raw.status)(
        operation=request.name,
        status=raw.status,
        code=facts.code,
        message=facts.message or reason or message,
        request_id=facts.request_id,
        meaning=meaning,
        advice=advice,
        response=raw,
    )
    listed = operation is not None and facts.code in operation.retry_codes
    return error, listed or says_try_later(row)


def result(operation: Operation[R], raw: RawResponse[Any]) -> R:
    """The value of a successful answer. Raises DecodeError where it is no JSON though it should be."""
    answer = operation.answers.get(raw.status)
    value: R = decode(raw, operation.default if answer is None else answer)
    return value
