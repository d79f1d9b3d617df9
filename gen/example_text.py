"""A code block of an example section: request line, headers and bodies, as written or gently mended.

Nothing here knows which operation the block belongs to.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, replace
from typing import Any

from gen.lenient_json import NotJson, decode, decode_members

_METHODS = "GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS"
_REQUEST = re.compile(rf"^\s*({_METHODS})[ \t]*:?[ \t]+(\S.*)?$", re.I)
_URL = re.compile(r"^\s*((?:https?://|/)\S+)\s*$", re.I)
_STATUS = re.compile(r"^\s*(?:HTTP/[\d.]+|STATUS\s+CODE:?)\s+(\d{3})\b", re.I)
_HEADER = re.compile(r"^\s*[\"']?([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)[\"']?\s*:\s*(\S.*)$")
_OPENING = re.compile(r"[{\[]")
_MEMBER = re.compile(r'\s*"[^"\n]+"\s*:')
_BODY_LINE = re.compile(r"^\s*(?:[{]|\[\s*(?:[{\[\"\d\]]|$))")


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a block.

    ``parsed``: ``value`` is the decoded body (``repaired`` when it took mending). ``error``
    says why a body that looks like JSON was not decoded, ``error_line`` where. ``text`` is the
    body as it stands, ``title`` the words above it inside the block. Lines are indices into the
    block's: ``line`` that of the body's first line (None where ``text`` was put together anew),
    ``head`` that of the request line.
    """

    method: str = ""
    target: str = ""
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    parsed: bool = False
    repaired: bool = False
    value: Any = None
    text: str = ""
    error: str = ""
    title: str = ""
    line: int | None = 0
    head: int = 0
    error_line: int = 0


def read_messages(text: str) -> tuple[Message, ...]:
    """The messages of a code block, in order; one without a body for a request line alone."""
    if re.match(r"\s*\$?\s*curl\s", text):
        return (_curl(text),)
    lines = text.splitlines()
    preamble = Message()
    words: list[str] = []
    messages: list[Message] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if _MEMBER.match(line) and not words:
            members = _without_body(preamble, "\n".join(lines[at:]), text)
            messages.append(_moved(members, at))
            return tuple(messages)
        if _BODY_LINE.match(line) or (found := _body_after_words(line)):
            if not _BODY_LINE.match(line) and found:
                preamble, taken = _preamble(preamble, line[:found], at)
                if not taken:
                    words.append(line[:found])
                lines[at] = line[found:]
            rest = "\n".join(lines[at:])
            message, used = _body(rest)
            title = " ".join(" ".join(words).split())
            messages.append(replace(_around(preamble, _moved(message, at)), title=title))
            preamble, words = Message(), []
            at += rest[:used].count("\n") + 1
            continue
        preamble, taken = _preamble(preamble, line, at)
        if not taken and line.strip():
            words.append(line)
        at += 1
    if preamble != Message() or not messages:
        messages.append(_without_body(preamble, "\n".join(words), text))
    return tuple(messages)


def _moved(message: Message, at: int) -> Message:
    """A message of a text that begins on the line ``at``."""
    line = None if message.line is None else message.line + at
    return replace(message, line=line, error_line=message.error_line + at)


def _body_after_words(line: str) -> int:
    """Where a body opens at the end of a line of other text (``Response: {``, ``PUT /v1/x {``), 0 if nowhere."""
    found = re.search(r"(?<=[\s:]){\s*(?:\"|$)", line)
    return found.start() if found else 0


def _preamble(so_far: Message, line: str, at: int) -> tuple[Message, bool]:
    """The message with what a line before the body says; whether it said anything."""
    if found := _REQUEST.match(line):
        words = " ".join((found[2] or "").split())
        target = re.sub(r" (?:HTTP/[\d.]+$|-[A-Za-z] .*)", "", words)
        return replace(so_far, method=found[1].upper(), target=target, head=at), True
    if found := _STATUS.match(line):
        return replace(so_far, status=int(found[1])), True
    if found := _URL.match(line):
        head = so_far.head if so_far.target else at
        return replace(so_far, target=so_far.target or found[1], head=head), True
    if (found := _HEADER.match(line)) and (("-" in found[1]) or found[1].lower() in _PLAIN_HEADERS):
        pair = (found[1], found[2].strip().rstrip(",").strip("\"'"))
        return replace(so_far, headers=(*so_far.headers, pair)), True
    return so_far, False


_PLAIN_HEADERS = ("accept", "authorization", "host", "connection", "date", "location", "server")


def _around(preamble: Message, body: Message) -> Message:
    return replace(
        body,
        method=preamble.method,
        target=preamble.target,
        status=preamble.status,
        headers=preamble.headers,
        head=preamble.head,
    )


def _body(text: str) -> tuple[Message, int]:
    """The JSON body at the start of ``text`` and how much of the text it takes."""
    start = _OPENING.search(text)
    assert start is not None
    try:
        found = decode(text, start.start())
    except NotJson as error:
        return _broken(text, str(error), error.at), len(text)
    end = found.end
    rest = text[end:]
    # A stray closing bracket or comma after the value is the docs' slip, not another message.
    stray = re.match(r"[\s\]},;]*(?=\n|$)", rest)
    if stray and stray.group().strip():
        end += stray.end()
        found = replace(found, repaired=True)
    body = text[start.start() : end].strip()
    if re.match(r'[\s\]},;]*"[^"\n]+"\s*:', text[end:]):
        return _broken(text, "a bracket closes too early", end), len(text)
    return (
        Message(
            parsed=True,
            repaired=found.repaired,
            value=found.value,
            text=body,
            line=text.count("\n", 0, start.start()),
        ),
        end,
    )


def _broken(text: str, why: str, at: int) -> Message:
    """A body that could not be decoded, and the line on which that showed."""
    blank = len(text) - len(text.lstrip())
    return Message(
        text=text.strip(),
        error=why,
        line=text.count("\n", 0, blank),
        error_line=text.count("\n", 0, at),
    )


def _without_body(preamble: Message, words: str, text: str) -> Message:
    """A request line alone, members without braces, or other text."""
    if _MEMBER.match(words):
        try:
            found = decode_members(words)
            return replace(preamble, parsed=True, repaired=True, value=found.value, text=words)
        except NotJson as error:
            line = words.count("\n", 0, error.at)
            return replace(preamble, text=words, error=str(error), error_line=line)
    return replace(preamble, text=words.strip() if preamble != Message() else text)


def _curl(text: str) -> Message:
    """A curl command: ``-X``, ``-H``, ``-d`` and the URL."""
    joined = re.sub(r"\\\s*\n", " ", text)
    try:
        words = shlex.split(joined)
    except ValueError:
        return Message(text=text)
    method = target = data = ""
    headers: list[tuple[str, str]] = []
    expects = ""
    for word in words[1:]:
        if expects:
            option, expects = expects, ""
        elif found := re.match(
            r"(-[XHdTFuo])(.*)|(--(?:request|header|data(?:-raw|-binary)?|url|form|upload-file))$",
            word,
            re.S,
        ):
            option = found[1] or found[3]
            if not found[2]:
                expects = option
                continue
            word = found[2]
        elif word.startswith("-"):
            continue
        else:
            option = "--url"
        match option:
            case "-X" | "--request":
                method = word.upper()
            case "-H" | "--header":
                name, _, value = word.partition(":")
                headers.append((name.strip(), value.strip()))
            case "--url":
                target = target or word
            case "-F" | "--form":
                headers.append(("Content-Type", "multipart/form-data"))
            case "-T" | "--upload-file":
                method = method or "PUT"
            case "-u" | "-o":
                continue
            case _:
                data = word
    message = Message(
        method=method or ("POST" if data else "GET"), target=target, headers=tuple(headers)
    )
    if not data or not data.lstrip().startswith(("{", "[")):
        return replace(message, text=data)
    start = text.find(data)
    body = _body(data)[0]
    if start < 0:  # lines joined or quotes taken off: no line of the block is the body's
        return _around(message, replace(body, line=None, error_line=0))
    return _around(message, _moved(body, text.count("\n", 0, start)))
