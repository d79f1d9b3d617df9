"""Method and path, in every way the docs write them; twins of API versions, but no example URLs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gen.document import Code, Paragraph, Span, Table
from gen.pages.page import RequestLine

_METHODS = "GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS"
_LINE = re.compile(
    rf"^(?:(?:uri|url|usage|format|path|request line|api)\s*[:：]\s*)?[*`\"']*({_METHODS})[*`\"']*\s*[:：–—-]?\s*(?=$|/|https?:|{{|\s)(.*)$",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"^(?:(?:request|api|http|resource) )*(?:path|uri|url)\s*[:：]\s*(\S.*)$", re.IGNORECASE
)
_METHOD = re.compile(
    rf"^(?:(?:request|api|http) )*(?:method|request type)\s*[:：]\s*({_METHODS})\b", re.IGNORECASE
)
_BARE_PATH = re.compile(r"/[^\s]*")
_PATH_METHOD = re.compile(rf"(/\S+)\s+\(?({_METHODS})\)?")
_IN_SENTENCE = re.compile(rf"\b({_METHODS})\s+((?:https?://[^\s/]+)?/[^\s\"'`*]+)")
_IN_CURL = re.compile(
    rf"\bcurl\b(?=.*?\s-X\s*({_METHODS})\b).*?(https?://[^\s\"']+)", re.IGNORECASE | re.DOTALL
)
# Other ways to write the placeholder {name}: {{name}}, ${name}, <name>, /:name, /$name, /[name].
_PLACEHOLDERS = re.compile(
    r"\{\{([\w.-]+)\}\}|\$\{([\w.-]+)\}|<([\w.-]+)>"
    r"|(?<=/)[:$]([A-Za-z_]\w*)(?=/|\?|$)|(?<=/)\[([A-Za-z_]\w*)\](?=/|\?|$)"
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
    for offset, words in enumerate(_unwrapped(text)):
        match = _LINE.match(words.strip())
        if match is None:
            continue
        target = _target(match.group(2))
        if target is None or (not target and match.group(1) != match.group(1).upper()):
            continue
        found.append(Candidate(make(match.group(1), target or "/", line + offset), example))
    return found


def _unwrapped(text: str) -> list[str]:
    """The lines of a text; a path that goes on in the next line is put together (that line is left empty)."""
    lines = re.sub("[\u200b\u200c\u200d\ufeff]", "", text).split("\n")
    for index in range(len(lines) - 1):
        words = lines[index].strip()
        after = lines[index + 1].strip()
        if not _LINE.match(words) or len(after.split()) != 1 or _LINE.match(after):
            continue
        if words.endswith(("/", "?", "&", "=")) or (
            len(words.split()) == 1 and _BARE_PATH.match(after)
        ):
            lines[index], lines[index + 1] = f"{words} {after}", ""
    return lines


def row_lines(table: Table) -> list[RequestLine]:
    """The request lines of a table of methods and paths, in columns or in rows."""
    rows = [
        [cell.text for cell in cells] for cells in (table.header, *(r.cells for r in table.rows))
    ]
    found: list[RequestLine] = []
    for number, texts in enumerate(rows):
        methods = [text for text in texts if re.fullmatch(_METHODS, text)]
        paths = [text for text in texts if _target(text)]
        if len(methods) == len(paths) == 1:
            at = table.rows[number - 1].line if number else table.line
            found.append(make(methods[0], _target(paths[0]) or "/", at))
    if not found and all(len(texts) == 2 for texts in rows if texts):
        spoken = [
            Paragraph((Span(f"{texts[0].rstrip(':')}: {texts[1]}"),), table.line)
            for texts in rows
            if texts
        ]
        pair = pair_of(spoken)
        found += [pair] if pair is not None else []
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
    blocks: Iterable[tuple[Paragraph | Code | Table, bool]],
) -> tuple[RequestLine, ...]:
    """The page's own request line and its twins, out of the URI section's blocks with whether each is an example."""
    paragraphs: list[Paragraph] = []
    candidates: list[Candidate] = []
    texts: list[tuple[str, int]] = []
    for block, example in blocks:
        if isinstance(block, Table):
            candidates += [Candidate(line, example) for line in row_lines(block)]
            continue
        text = _text(block) if isinstance(block, Paragraph) else block.text
        texts.append((text, block.line))
        candidates += lines_of(text, block.line, example)
        if isinstance(block, Paragraph):
            candidates = _with_path(candidates, paragraphs, block)
            paragraphs.append(block)
    pair = pair_of(paragraphs)
    if pair is not None:
        candidates.insert(0, Candidate(pair, False))
    if not candidates:
        candidates = _spoken(texts)
    own = next((one for one in candidates if not one.example), None)
    if own is None:
        return _bare(paragraphs, candidates)
    twins = [own.line]
    for one in candidates:
        if _twin(one.line, own.line) and all(one.line.path != twin.path for twin in twins):
            twins.append(one.line)
    return tuple(twins)


def further_lines(
    blocks: Iterable[tuple[Paragraph | Code | Table, bool]], lines: Sequence[RequestLine]
) -> tuple[RequestLine, ...]:
    """Request lines of the URI section that are neither the page's own, nor twins, nor calls of one of these."""
    known = {(line.method, line.path) for line in lines}
    fits = [
        (line.method, re.compile(re.sub(r"\\{.*?\\}", "[^/]+", re.escape(line.path)) + "/?"))
        for line in lines
    ]
    found: dict[tuple[str, str], RequestLine] = {}
    for block, example in blocks:
        if example or not isinstance(block, Paragraph):
            continue
        for one in lines_of(_text(block), block.line):
            line = one.line
            called = any(m == line.method and path.fullmatch(line.path) for m, path in fits)
            if (line.method, line.path) not in known and not called and line.path != "/":
                found.setdefault((line.method, line.path), line)
    return tuple(found.values())


def _with_path(
    candidates: list[Candidate], before: Sequence[Paragraph], block: Paragraph
) -> list[Candidate]:
    """The candidates, the last a method alone with the path of the paragraph after it."""
    text = _text(block).strip()
    if not before or not candidates or not _BARE_PATH.fullmatch(text):
        return candidates
    last = candidates[-1]
    if last.line.line != before[-1].line or not re.fullmatch(_METHODS, _text(before[-1]).strip()):
        return candidates
    line = make(last.line.method, _target(text) or "/", last.line.line)
    return [*candidates[:-1], Candidate(line, last.example)]


def _spoken(texts: Iterable[tuple[str, int]]) -> list[Candidate]:
    """Where no line stands alone: ``/v1/x (GET)``, a sentence that says it, a call of curl."""
    found: list[Candidate] = []
    for text, line in texts:
        text = " ".join(text.split())
        if turned := _PATH_METHOD.fullmatch(text):
            found.append(Candidate(make(turned[2], _target(turned[1]) or "/", line), False))
        elif said := _IN_SENTENCE.search(text) or _IN_CURL.search(text):
            found.append(Candidate(make(said[1], _target(said[2]) or "/", line), False))
    return found[:1]


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
    words = _PLACEHOLDERS.sub(
        lambda found: "{" + next(name for name in found.groups() if name) + "}", words
    )
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
