"""When a failed attempt is repeated, and after which pause."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .errors import ConnectionFailed

# The service asks for another try: nothing was done.
ASKED_AGAIN = frozenset((429, 503))
# The service failed on the way: only what may be sent twice is.
FAILED = frozenset((408, 425, 500, 502, 503, 504))
_MAX_EXPONENT = 16


class Retry:
    """How often and how patiently failed attempts are repeated.

    Args:
        count: repetitions after the first attempt; 0 for none.
        pause: seconds before the first repetition, doubled for each further one.
        longest: the longest pause in seconds. A ``Retry-After`` beyond ``patience`` is not
            waited for: the error is raised at once.
        patience: the longest ``Retry-After`` that is honoured, in seconds.
    """

    __slots__ = ("count", "longest", "patience", "pause")

    def __init__(
        self,
        count: int = 2,
        *,
        pause: float = 0.5,
        longest: float = 8.0,
        patience: float = 60.0,
    ) -> None:
        if count < 0 or pause < 0 or longest < 0 or patience < 0:
            raise ValueError("a Retry's numbers must not be negative")
        self.count = count
        self.pause = pause
        self.longest = longest
        self.patience = patience

    def changed(self, to: int | Retry) -> Retry:
        """``to``, or this with ``to`` as its number of repetitions."""
        if isinstance(to, Retry):
            return to
        return Retry(to, pause=self.pause, longest=self.longest, patience=self.patience)

    def delay(self, attempt: int, asked: float | None = None) -> float | None:
        """Seconds to wait before repetition ``attempt`` (0 is the first), None to give up.

        Args:
            asked: what the service asked for in ``Retry-After``.
        """
        if attempt >= self.count:
            return None
        if asked is not None:
            return asked if asked <= self.patience else None
        full = min(self.longest, self.pause * 2.0 ** min(attempt, _MAX_EXPONENT))
        # Half of it by chance, so that many clients do not come back at one moment.
        return full * (0.5 + random.random() / 2)

    def __repr__(self) -> str:
        return f"Retry({self.count}, pause={self.pause}, longest={self.longest})"


def after_failure(error: ConnectionFailed, idempotent: bool) -> bool:
    """Whether a request without an answer may be sent again."""
    return idempotent or not error.sent


def after_answer(status: int, idempotent: bool, try_later: bool) -> bool:
    """Whether an error answer may be followed by another attempt.

    Args:
        try_later: whether the answer's code is documented as "try again later".
    """
    return status in ASKED_AGAIN or try_later or (idempotent and status in FAILED)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds the ``Retry-After`` header asks for, as a number or a date; None where there is none to read."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if text.replace(".", "", 1).isascii() and text.replace(".", "", 1).isdigit():
        return float(text)
    # Imported here: the email package is slow to load and dates are rare.
    from email.utils import parsedate_to_datetime

    try:
        then = parsedate_to_datetime(text).timestamp()
    except (TypeError, ValueError, OverflowError):
        return None
    return max(0.0, then - time.time())
