"""What a call can raise. One base, and no message ever holds a secret.

::

    ClientError
    ├── ValidationError         the request breaks the documented rules; nothing was sent
    ├── ConnectionFailed        no answer arrived
    │   └── TimedOut
    ├── DecodeError             the answer is no JSON
    └── ApiError                the service answered with an error
        ├── BadRequestError 400 · AuthenticationError 401 · PermissionDeniedError 403
        ├── NotFoundError 404 · ConflictError 409 · RateLimitError 429
        ├── RedirectError 3xx
        └── ServerError 5xx
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .response import RawResponse
    from .violation import Violation

_SHOWN_VIOLATIONS = 20


class ClientError(Exception):
    """Base of everything this package raises for a call. ``operation`` is its name, '' where there is none.

    Raised itself for a request that cannot be sent as it is: no attempt will make it valid HTTP.
    """

    def __init__(self, message: str, *, operation: str = "") -> None:
        super().__init__(f"{operation}: {message}" if operation else message)
        self.operation = operation

    def __reduce__(self) -> tuple[Any, ...]:
        # Keyword-only arguments do not survive the default pickling of exceptions.
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(cls: type[ClientError], args: tuple[Any, ...], state: dict[str, Any]) -> ClientError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class ValidationError(ClientError, ValueError):
    """The request breaks documented rules. ``violations`` holds all of them; nothing was sent."""

    def __init__(self, violations: tuple[Violation, ...], *, operation: str = "") -> None:
        count = "1 violation" if len(violations) == 1 else f"{len(violations)} violations"
        super().__init__(f"{count} of the documented rules", operation=operation)
        self.violations = violations

    def __str__(self) -> str:
        # Made when it is shown: a violation reads the row of the docs it stems from out of a file.
        lines = [str(self.args[0]), *(f"  {v}" for v in self.violations[:_SHOWN_VIOLATIONS])]
        if len(self.violations) > _SHOWN_VIOLATIONS:
            lines.append(f"  and {len(self.violations) - _SHOWN_VIOLATIONS} more")
        return "\n".join(lines)


class ConnectionFailed(ClientError):
    """No answer arrived. ``sent`` is False when certainly nothing of the request reached the service."""

    def __init__(self, message: str, *, operation: str = "", sent: bool = True) -> None:
        super().__init__(message, operation=operation)
        self.sent = sent


class TimedOut(ConnectionFailed):
    """A timeout or the deadline passed."""


class DecodeError(ClientError):
    """The answer's body is not what its status promises: no JSON, or damaged. ``response`` holds it."""

    def __init__(
        self, message: str, *, operation: str = "", response: RawResponse[Any] | None = None
    ) -> None:
        super().__init__(message, operation=operation)
        self.response = response


class ApiError(ClientError):
    """The service answered with an error.

    ``status``; ``code`` and ``message`` as the body has them ('' where it has none);
    ``request_id`` to quote to the service's support; ``meaning`` and ``advice`` from the
    service's documented error table; ``operation``; ``response`` with headers and bytes.
    """

    def __init__(
        self,
        *,
        operation: str,
        status: int,
        code: str = "",
        message: str = "",
        request_id: str = "",
        meaning: str = "",
        advice: str = "",
        response: RawResponse[Any] | None = None,
    ) -> None:
        # OpenStack's codes are the statuses once more.
        text = str(status) if code in ("", str(status)) else f"{status} {code}"
        detail = message or meaning
        if detail:
            text += f": {detail}"
        if meaning and meaning != detail:
            text += f" — {meaning}"
        if advice:
            text += f" (advice: {advice})"
        if request_id:
            text += f" [request id {request_id}]"
        super().__init__(text, operation=operation)
        self.status = status
        self.code = code
        self.message = message
        self.request_id = request_id
        self.meaning = meaning
        self.advice = advice
        self.response = response


class BadRequestError(ApiError):
    """400: the service refuses the request as it is."""


class AuthenticationError(ApiError):
    """401: no valid credentials."""


class PermissionDeniedError(ApiError):
    """403: the credentials do not allow this."""


class NotFoundError(ApiError):
    """404: there is no such resource."""


class ConflictError(ApiError):
    """409: the state of the resource does not allow this."""


class RateLimitError(ApiError):
    """429: too many requests, after all retries."""


class RedirectError(ApiError):
    """3xx: a redirect that is not followed (the message says why), or no redirect at all, such as 304."""


class ServerError(ApiError):
    """5xx: the service failed."""


_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    429: RateLimitError,
}


def class_for(status: int) -> type[ApiError]:
    """The error class of an HTTP status."""
    if status >= 500:
        return ServerError
    if 300 <= status < 400:
        return RedirectError
    return _BY_STATUS.get(status, ApiError)
