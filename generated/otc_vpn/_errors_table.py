"""The service's documented error codes: code → (status, message, meaning, advice)."""

from __future__ import annotations

ERRORS: dict[str, tuple[int | None, str, str, str]] = {}
