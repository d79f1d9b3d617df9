"""Read the code, message and request id out of an error answer, whatever form its body has."""

from __future__ import annotations

import importlib
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .redact import redact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ErrorRow = tuple[int | None, str, str, str]

# The usual names in the order in which they are believed, then whatever is named alike.
_CODES = ("error_code", "errorCode", "code", "err_code", "errCode", "error")
_LIKE_CODE = re.compile(r"code$", re.IGNORECASE)
_MESSAGES = (
    "error_msg",
    "errorMsg",
    "message",
    "error_message",
    "error_description",
    "description",
    "details",
    "detail",
    "title",
    "reason",
)
_LIKE_MESSAGE = re.compile(r"(msg|message)$", re.IGNORECASE)
_REQUEST_IDS = ("request_id", "requestId", "requestid", "trace_id")
_REQUEST_ID_HEADERS = ("x-request-id", "x-openstack-request-id", "x-compute-request-id")
_LONGEST_TEXT = 300
_LONGEST_MESSAGE = 2000
_MOST_READ = 65_536


class ErrorFacts(NamedTuple):
    """What an error answer says; '' for what it does not."""

    code: str
    message: str
    request_id: str


def read_error(
    content: bytes, headers: Mapping[str, str], covered: Iterable[str] = ()
) -> ErrorFacts:
    """The facts of an error answer from its body and headers (keys looked up in lower case). Never raises.

    ``covered`` are secrets that no fact may hold: a service may quote what it was sent.
    """
    request_id = next((headers[n] for n in _REQUEST_ID_HEADERS if n in headers), "")
    code, longest = "", _LONGEST_MESSAGE
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        message, longest = _plain_text(content, headers), _LONGEST_TEXT
    else:
        code, message, found_id = _read(value, 0)
        request_id = found_id or request_id
    # Covered before it is cut: half a token is no secret's text any more.
    hidden = tuple(covered)
    return ErrorFacts(
        redact(code, hidden), redact(message, hidden)[:longest], redact(request_id, hidden)
    )


def _read(value: Any, depth: int) -> tuple[str, str, str]:
    """Code, message and request id of an error object, looking into nested ones as needed."""
    if isinstance(value, str):
        return "", value, ""
    if isinstance(value, list) and value and depth < 4:
        return _read(value[0], depth + 1)
    if not isinstance(value, dict):
        return "", "", ""
    code = _first(value, _CODES) or _first(value, filter(_LIKE_CODE.search, value))
    if " " in code:
        # {"error": "Invalid token …"}: a sentence is no code.
        value = {"message": code, **value}
        code = ""
    message = _first(value, _MESSAGES) or _first(value, filter(_LIKE_MESSAGE.search, value))
    request_id = _first(value, _REQUEST_IDS)
    if not (code and message) and depth < 4:
        # {"error": {…}}, {"badRequest": {…}}, {"errors": [{…}]}: the facts are one level down.
        for inner in value.values():
            if isinstance(inner, (dict, list)):
                inner_code, inner_message, inner_id = _read(inner, depth + 1)
                if inner_message or inner_code:
                    code = code or inner_code
                    message = message or inner_message
                    request_id = request_id or inner_id
                    break
    return code, message, request_id


def _first(value: dict[str, Any], keys: Iterable[str]) -> str:
    for key in keys:
        found = value.get(key)
        if isinstance(found, str) and found:
            return found
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
    return ""


def _plain_text(content: bytes, headers: Mapping[str, str]) -> str:
    """The start of a body that is plain text; an HTML page says nothing worth showing."""
    if "html" in headers.get("content-type", "").lower() or content.lstrip()[:1] == b"<":
        return ""
    text = content[:_MOST_READ].decode("utf-8", "replace")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


_table: Mapping[str, ErrorRow] | None = None


def documented(code: str) -> ErrorRow | None:
    """The row of the service's documented error table for ``code``: status, message, meaning, advice."""
    global _table
    table = _table
    if table is None:
        try:
            table = importlib.import_module(".._errors_table", __package__).ERRORS
        except ImportError:
            table = {}
        _table = table
    return table.get(code) if code else None


def says_try_later(row: ErrorRow | None) -> bool:
    """Whether the documented advice is to try again later, and nothing else."""
    if row is None:
        return False
    advice = row[3].strip().lower().removeprefix("please ").rstrip(".")
    return advice in ("try again later", "retry later", "try later")
