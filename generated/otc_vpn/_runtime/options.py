"""Settings of a single call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .model import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from .response import Sink
    from .retry import Retry

T = TypeVar("T")


class CallOptions:
    """What one call does differently from its client. Everything not given is as the client has it.

    Args:
        timeout: seconds for each of connecting, sending, waiting and reading in one
            attempt, an ``httpx.Timeout``, or None for no limit.
        retries: how often a failed attempt may be repeated, or a ``Retry``.
        deadline: seconds for the whole call, with all attempts and pauses, or None for no limit; of
            a list, for each page; of ``client.stream``, until the body begins.
        headers: extra request headers.
        query: extra query parameters; a list is repeated, None is left out.
        body: extra keys of the JSON body, merged into it from its root.
        idempotent: whether the call may be sent again although an earlier attempt may
            have reached the service.
        validate: False sends the request unchecked.
    """

    __slots__ = (
        "body",
        "deadline",
        "headers",
        "idempotent",
        "query",
        "retries",
        "sink",
        "timeout",
        "validate",
    )

    def __init__(
        self,
        *,
        timeout: float | httpx.Timeout | Unset | None = UNSET,
        retries: int | Retry | None = None,
        deadline: float | Unset | None = UNSET,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
        idempotent: bool | None = None,
        validate: bool | None = None,
    ) -> None:
        if isinstance(retries, int) and retries < 0:
            raise ValueError("retries must not be negative")
        self.timeout = positive("timeout", timeout)
        self.retries = retries
        self.deadline = positive("deadline", deadline)
        self.headers = headers
        self.query = query
        self.body = body
        self.idempotent = idempotent
        self.validate = validate
        self.sink: Sink | None = None

    def copy(self) -> CallOptions:
        """A copy that can be changed without touching this one."""
        new = CallOptions.__new__(CallOptions)
        for name in self.__slots__:
            setattr(new, name, getattr(self, name))
        return new

    def __repr__(self) -> str:
        # Header values and bodies may be secret: only what was set is named.
        given = [n for n in self.__slots__ if getattr(self, n) is not _DEFAULTS.get(n)]
        return f"CallOptions({', '.join(given)})"


_DEFAULTS: dict[str, Any] = {"timeout": UNSET, "deadline": UNSET}


def positive(name: str, value: T) -> T:
    """A number of seconds as it is; so is what is no number. Raises ValueError for none of a positive length."""
    if isinstance(value, (int, float)) and not value > 0:
        raise ValueError(f"{name} must be positive")
    return value
