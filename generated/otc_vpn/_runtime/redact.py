"""Keep secrets out of messages and logs."""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

COVER = "****"
_SHORTEST = 4

_SECRET_KEY = re.compile(
    r"(pass(word|wd|phrase)?|pwd|psk|private_?key|secret|secret_?key|token|(^|[_-])sk|auth_?key)$",
    re.IGNORECASE,
)
# As a pair, or as HTTP/2's header tables write it: b'x-auth-token'=b'…', b'x-auth-token': b'…'.
_HEADER_PAIR = re.compile(
    r"""(b?['"](?:x-(?:auth|subject|security)-token|authorization|proxy-authorization|set-cookie"""
    r"""|cookie)['"]\s*[,=:]\s*)b?(?:'[^']*'|"[^"]*")""",
    re.IGNORECASE,
)
# A whole block of headers as it is sent; what is not packed in it can be read.
_HEADER_BLOCK = re.compile(r"^(Decoding|Encoded header block to) .*", re.DOTALL)
_QUERY_PAIR = re.compile(
    r"([?&][^=&\s]*(?:password|passwd|pwd|psk|secret|token|signature)=)[^&\s\"']+", re.IGNORECASE
)
_CREDENTIALS = frozenset(("authorization", "proxy-authorization", "cookie"))
# These write URLs, or whole header lists, among them the token an identity service answers with.
_TALKATIVE = (
    "httpx",
    "httpcore.http11",
    "httpcore.http2",
    "httpcore.proxy",
    "hpack.hpack",
    "hpack.table",
)


def is_secret(key: str) -> bool:
    """Whether a field of this name holds a secret: ``psk``, ``adminPass``, ``secret_key``, but not ``disk``."""
    return _SECRET_KEY.search(key) is not None


def secrets_in(value: Any) -> list[str]:
    """The strings under secret keys anywhere in a JSON value, however deep: ``{"token": {"id": …}}``."""
    found: list[str] = []
    stack: list[tuple[Any, bool]] = [(value, False)]
    while stack:
        item, secret = stack.pop()
        if isinstance(item, str):
            if secret:
                found.append(item)
        elif isinstance(item, dict):
            for key, inner in item.items():
                stack.append((inner, secret or (isinstance(key, str) and is_secret(key))))
        elif isinstance(item, (list, tuple)):
            stack.extend((inner, secret) for inner in item)
    return found


def secrets_sent(headers: Mapping[str, str], query: Iterable[tuple[str, str]] = ()) -> list[str]:
    """What of a request's headers and query is secret, whoever put it there; names in any case."""
    found = [value for name, value in query if is_secret(name)]
    for name, value in headers.items():
        if is_secret(name):
            found.append(value)
        elif name.lower() in _CREDENTIALS:
            found.append(value)
            found += _parts(value)
    return found


def _parts(value: str) -> list[str]:
    """What is secret within credentials: ``Bearer …``, ``Basic …``, ``… Signature=…``, ``session=…; …``."""
    scheme, _, rest = value.partition(" ")
    parts = [rest, value.partition("Signature=")[2]]
    parts += [pair.partition("=")[2].strip() for pair in value.split(";")]
    if scheme.lower() == "basic":
        from base64 import b64decode

        with suppress(ValueError):
            parts.append(b64decode(rest).decode().partition(":")[2])
    return parts


def shown_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers of a request without those that carry credentials."""
    return {
        name: value
        for name, value in headers.items()
        if not is_secret(name) and name.lower() not in _CREDENTIALS
    }


def shown_url(url: str) -> str:
    """A URL with the secrets of its query covered."""
    return _QUERY_PAIR.sub(rf"\g<1>{COVER}", url)


def redact(text: str, secrets: Iterable[str]) -> str:
    """``text`` with every one of ``secrets`` covered; those under four characters are left, as chance hits."""
    for secret in sorted(set(secrets), key=len, reverse=True):
        if len(secret) >= _SHORTEST:
            text = text.replace(secret, COVER)
    return text


class _HeaderFilter(logging.Filter):
    """Covers the values of secret headers in a log record, and lets every record pass."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        covered = _HEADER_PAIR.sub(rf"\g<1>'{COVER}'", message)
        covered = _QUERY_PAIR.sub(rf"\g<1>{COVER}", covered)
        if record.name == "hpack.hpack":
            covered = _HEADER_BLOCK.sub(rf"\g<1> {COVER}", covered)
        if covered != message:
            record.msg = covered
            record.args = ()
        return True


_FILTER = _HeaderFilter()


def protect_logs() -> None:
    """Cover tokens in what the HTTP libraries log at DEBUG. May be called any number of times."""
    for name in _TALKATIVE:
        logging.getLogger(name).addFilter(_FILTER)
