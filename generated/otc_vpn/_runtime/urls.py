"""Where a service is."""

from __future__ import annotations

import httpx


def service_url(url: str, argument: str) -> str:
    """A service's URL without a slash at the end, for paths to follow.

    Args:
        argument: what the caller calls it, for the message.

    Raises:
        ValueError: it is not an http(s) URL, or has credentials, a query or a fragment, be they empty.
    """
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise ValueError(f"{argument} is no URL: {error}") from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise ValueError(f"{argument} must be a URL such as https://service.example.com")
    if parsed.userinfo:
        raise ValueError(f"{argument} must not hold credentials: use auth=")
    if "?" in url or "#" in url:
        raise ValueError(f"{argument} must not have a query or fragment")
    return str(parsed).rstrip("/")
