"""Method and path, in every way the docs write them; twins of API versions, but no example URLs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gen.document import Code, Paragraph
from gen.pages.page import RequestLine

_METHODS = "GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS"
_LINE = re.compile(
    rf"^(?:(?:uri|url|usage|format|path|request line|api)\s*[:：]\s*)?[*`\"']*({_METHODS})[*`\"']*\s*[:：]?\s*(?=$|/|https?:|{{|\s)(.*)$",
    re.IGNORECASE,
)
_PATH = re.compile(r"^(?:path|uri|url)\s*[:：]\s*(\S.*)$", re.IGNORECASE)
_METHOD = re.compile(
    rf"^(?:http )?(?:method|request method)\s*[:：]\s*({_METHODS})\b", re.IGNORECASE
)
_HOST = re.compile(
    r"^(?:https?://)?((?:\{[^{}/]*\}|<[^<>/]*>|[A-Za-z0-9_.-]+)(?:[.:][^/\s?]*)?)(?=/|\?|$)", re.I
)
_VERSION = re.compile(r"/v\d+(?:\.\d+)*(?=/|$)", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"{[^{}]*}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A request line with the words above it that call it an example."""

    line: RequestLine
    example: bool


def lines_of(text: str, line: int, example: bool = False) -> list[Candidate]:
    """The request lines of a paragraph or code block that begins on ``line``."""
    found: list[Candidate] = []
    for offset, words in enumerate(text.split("\n")):
        match = _LINE.match(words.strip())
        if match is None:
            continue
        target = _target(match.group(2))
        if target is None or (not target and match.group(1) != match.group(1).upper()):
            continue
        found.append(Candidate(make(match.group(1), target or "/", line + offset), example))
    return found


def pair_of(paragraphs: Sequence[Paragraph]) -> RequestLine | None:
    """``PATH: /x`` and ``Method: DELETE``, as two paragraphs or two lines of one."""
    path = method = ""
    at = 0
    for paragraph in paragraphs:
        for words in _text(paragraph).split("\n"):
            if (found := _PATH.match(words.strip())) and not path:
                target = _target(found.group(1))
                if target:
                    path, at = target, paragraph.line
            elif (found := _METHOD.match(words.strip())) and not method:
                method = found.group(1)
    return make(method, path, at) if path and method else None


def request_lines(
    blocks: Iterable[tuple[Paragraph | Code, bool]],
) -> tuple[RequestLine, ...]:
    """The page's own request line and its twins, out of the URI section's blocks with whether each is an example."""
    paragraphs: list[Paragraph] = []
    candidates: list[Candidate] = []
    for block, example in blocks:
        if isinstance(block, Paragraph):
            paragraphs.append(block)
            candidates += lines_of(_text(block), block.line, example)
        else:
            candidates += lines_of(block.text, block.line, example)
    pair = pair_of(paragraphs)
    if pair is not None:
        candidates.insert(0, Candidate(pair, False))
    own = next((one for one in candidates if not one.example), None)
    if own is None:
        return _bare(paragraphs, candidates)
    twins = [own.line]
    for one in candidates:
        if _twin(one.line, own.line) and all(one.line.path != twin.path for twin in twins):
            twins.append(one.line)
    return tuple(twins)


def _bare(
    paragraphs: Sequence[Paragraph], candidates: Sequence[Candidate]
) -> tuple[RequestLine, ...]:
    """Where only lines under "Example" exist, the first of them that has placeholders."""
    for one in candidates:
        if "{" in one.line.path:
            return (one.line,)
    return (candidates[0].line,) if candidates else ()


def _twin(one: RequestLine, own: RequestLine) -> bool:
    """Whether two lines are one operation in two versions of the API."""
    if one.method != own.method or one.path == own.path:
        return False
    first, second = (_PLACEHOLDER.sub("{}", path) for path in (one.path, own.path))
    return first != second and _VERSION.sub("/v", first) == _VERSION.sub("/v", second)


def make(method: str, target: str, line: int) -> RequestLine:
    """Split a target (``https://host/path?query``) into its parts."""
    host, path = "", target
    scheme = re.match(r"https?://", target, re.IGNORECASE)
    if scheme or not target.startswith("/"):
        found = _HOST.match(target)
        if found:
            host, path = found.group(1), target[found.end() :]
    path, query = _split_query(path)
    path = re.sub(r"/{2,}", "/", path) or "/"
    if not path.startswith("/"):
        path = "/" + path
    return RequestLine(method.upper(), path, line, host, query)


def _split_query(path: str) -> tuple[str, tuple[str, ...]]:
    """Path and the names of its query template, in any of the three forms."""
    names: list[str] = []

    def template(match: re.Match[str]) -> str:
        names.extend(name.strip().rstrip("*") for name in match.group(1).split(","))
        return ""

    path = re.sub(r"\{[?&]([^{}]*)\}", template, path)
    path, mark, query = path.partition("?")
    if mark:
        for part in re.split(r"&(?:amp;)?", query):
            name = part.partition("=")[0].strip("{}[] ")
            if re.fullmatch(r"[\w.:~-]+", name):
                names.append(name)
    return path.rstrip("&"), tuple(dict.fromkeys(name for name in names if name))


def _target(words: str) -> str | None:
    """The target at the start of ``words``; '' for none, None where it is prose."""
    words = " ".join(words.strip().strip("*`\"'").split())
    words = re.sub(r" ?HTTP/\d(?:\.\d)?$", "", words)
    words = re.sub(r"\{([^{}]*)\}", _placeholder, words)
    if not words:
        return ""
    if not re.match(r"/|https?://|\{[^{}]*\}(?:/|$)", words, re.IGNORECASE):
        return None
    parts = words.split()
    target = parts[0]
    for part in parts[1:]:
        if target[-1] in "/?&=" or part[0] in "/?&={":
            target += part
        else:
            break
    return target.rstrip(".,;\"'`*") if not target.endswith("...") else target


def _placeholder(match: re.Match[str]) -> str:
    """A placeholder without blanks: those beside "_", in a template, or at its ends mean nothing."""
    name = match.group(1).strip()
    name = re.sub(r"\s*([_,?&])\s*", r"\1", name)
    return "{" + re.sub(r"\s+", "_", name) + "}"


def _text(paragraph: Paragraph) -> str:
    return "".join(span.text for span in paragraph.spans)
