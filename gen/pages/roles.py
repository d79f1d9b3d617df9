"""Which table is what: by its caption, then by its rows, then by elimination."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gen.pages.drafts import Draft, refs_of
from gen.pages.page import RequestLine, Role
from gen.pages.sections import folded

_HEADER_ROWS = frozenset(
    """x-auth-token content-type accept host content-length authorization x-sdk-date x-project-id
    x-domain-id x-security-token user-agent x-language date x-subject-token x-request-id""".split()
)
_CUE_PATH = re.compile(r"\bpath\b|\bin (?:the )?ur[il] path\b")
_CUE_URI = re.compile(r"\bur[il]s?\b")
_CUE_QUERY = re.compile(
    r"\bquer(?:y|ies)\b(?! (?:ranges?|results?|conditions?|fields?)\b)|\bfilter(?:s|ing)? (?:parameters?|criteria)\b|^request filter"
)
_CUE_HEADER = re.compile(r"\bheaders?\b")
_CUE_BODY = re.compile(r"\b(?:request|response|message)? ?body\b")
_CUE_FORM = re.compile(r"\bform(?:-?data| data| parameters?)\b|\bmultipart\b")
_GENERIC = re.compile(
    r"(?:the )?(?:description (?:of|about) )?(?:the )?(?:api |normal |abnormal )?"
    r"(?:(?:request|requests|response|responses|input|output|interface|return|returned|body|message|url|uri)\b ?)*"
    r"(?:parameters?|params|values?|attributes?|fields?|elements?|messages?|body|bodies|data|items?)?"
    r"(?: (?:descriptions?|lists?|information|details|format|structure|table))?"
    r"(?: (?:of|in|for) (?:the |an? )?(?:request|response|message|requests|responses|api|body|request body|response body|message body|request message|response message))?"
)
# "Parameters for creating an image from a file": one of several forms of the same message.
_CUE_FORM_OF_BODY = re.compile(
    r"(?:request )?parameters? (?:for|when|to|required|used|if)\b|parameter description \("
)
_STRUCTURED = re.compile(r"\b(?:object|array|list|map|dict(?:ionary)?)s?\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"{([^{}]+)}")


@dataclass(frozen=True, slots=True)
class _Request:
    """What the request line and the examples say: placeholders (plain and as spelt), query names, verb, text sent."""

    paths: frozenset[str]
    spelt: frozenset[str]
    query: frozenset[str]
    method: str
    sent: str


def assign(drafts: Sequence[Draft], lines: Sequence[RequestLine], sent: str) -> None:
    """Give every undecided draft its role. ``sent``: the text of the page's request examples."""
    spelt = frozenset(name for line in lines for name in _PLACEHOLDER.findall(line.path))
    request = _Request(
        paths=frozenset(map(_plain, spelt)),
        spelt=spelt,
        query=frozenset(name for line in lines for name in line.query),
        method=lines[0].method if lines else "",
        sent=sent,
    )
    nested = _nested(drafts)
    open_ = [draft for draft in drafts if draft.role is None]
    rooted: set[tuple[str, int | None]] = set()
    for draft in open_:
        inner = id(draft) in nested
        if draft.direction == "request":
            _request(draft, inner, request, rooted)
        else:
            _response(draft, inner, rooted)


def is_generic(cue: str) -> bool:
    """Whether a caption says only that parameters follow."""
    return bool(_GENERIC.fullmatch(folded(cue)))


def says_query(cue: str) -> bool:
    """Whether a caption says that query parameters follow, and nothing else."""
    text = folded(cue)
    return bool(_CUE_QUERY.search(text)) and not (_CUE_PATH.search(text) or _CUE_BODY.search(text))


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _nested(drafts: Sequence[Draft]) -> set[int]:
    """The tables that a row of an earlier table refers to, or of a later one of the same message.

    A table that only its own rows, or rows below it, refer to is a root whose
    schema is recursive, if it is the first of its message.
    """
    firsts: set[int] = set()
    seen: set[tuple[str, int | None]] = set()
    for draft in drafts:
        key = (draft.place.section, draft.status)
        if key not in seen and draft.role is None and not _is_header_table(draft):
            seen.add(key)
            firsts.add(id(draft))
    nested: set[int] = set()
    for index, draft in enumerate(drafts):
        mine = set(draft.labels)
        if not mine:
            continue
        for other_index, other in enumerate(drafts):
            if other is draft or (other_index > index and id(draft) in firsts):
                continue
            if any(
                label in mine
                for row in other.rows
                for cell in (row.name, row.type, row.description)
                for label in refs_of(cell)
            ):
                nested.add(id(draft))
                break
    return nested


# ---- requests ----------------------------------------------------------------


def _request(
    draft: Draft, inner: bool, request: _Request, rooted: set[tuple[str, int | None]]
) -> None:
    cue = folded(draft.cue)
    in_uri = draft.place.zone == "uri"
    names, paths = draft.names, request.paths
    if _CUE_FORM.search(cue):
        draft.role, draft.media_type = "body", "multipart/form-data"
    elif _is_header_table(draft):
        draft.role = "header"
    elif inner and not _CUE_QUERY.search(cue):
        draft.role = "schema"
    elif _CUE_QUERY.search(cue) and not _CUE_BODY.search(cue):
        draft.role = (
            "query" if not _CUE_PATH.search(cue) and not _all(names, paths) else "parameters"
        )
    elif _CUE_PATH.search(cue) and not _CUE_BODY.search(cue):
        draft.role = "path"
    elif in_uri:
        draft.role = _uri(draft, request)
    elif names and _all(names, paths) and not _CUE_BODY.search(cue):
        draft.role = "path"
    else:
        _body(draft, cue, request, rooted)


def _uri(draft: Draft, request: _Request) -> Role:
    """A table under URI without a clear caption: by its rows."""
    if _all(draft.names, request.paths):
        return "path"
    if draft.names and draft.names <= request.query:
        return "query"
    described = set(map(_plain, draft.names))
    missing = {_stem(name) for name in request.spelt if _plain(name) not in described}
    draft.rows = tuple(
        (
            replace(row, location="path")
            if not row.location and _misspelt(row.source.parameter, request.paths, missing)
            else row
        )
        for row in draft.rows
    )
    return "parameters"


def _misspelt(name: str, paths: frozenset[str], missing: set[str]) -> bool:
    """Whether a row names a placeholder in the other number (``flavors_id`` for ``flavor_id``)."""
    return _plain(name) not in paths and _stem(name) in missing


def _stem(name: str) -> str:
    """A name to compare without separators, case and plurals."""
    words = re.split(r"[\W_]+", re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name))
    return "".join(word.casefold().removesuffix("s") for word in words)


def _body(draft: Draft, cue: str, request: _Request, rooted: set[tuple[str, int | None]]) -> None:
    key = ("request", None)
    says_body = bool(_CUE_BODY.search(cue))
    says_body = says_body or bool(_CUE_FORM_OF_BODY.match(cue))
    if key in rooted and not says_body and not is_generic(cue):
        draft.role = "schema"
        return
    if request.method in ("GET", "HEAD") and not _shown(draft, request.sent):
        draft.role = "query" if not _mixed(draft) else "parameters"
        return
    rooted.add(key)
    draft.role = "body"


def _shown(draft: Draft, sent: str) -> bool:
    """Whether a request example shows a body with one of the table's names as a key."""
    return any(f'"{name}"' in sent for name in draft.names)


def _mixed(draft: Draft) -> bool:
    return any(is_header_name(name) for name in draft.names)


# ---- responses ---------------------------------------------------------------


def _response(draft: Draft, inner: bool, rooted: set[tuple[str, int | None]]) -> None:
    cue = folded(draft.cue)
    key = ("response", draft.status)
    if draft.place.abnormal and (draft.status is None or draft.status < 400):
        draft.role, draft.reason = "no-parameters", "body of an error answer without a status"
    elif _is_header_table(draft):
        draft.role = "response-header"
    elif inner or (key in rooted and not _CUE_BODY.search(cue) and not is_generic(cue)):
        draft.role = "schema"
    else:
        rooted.add(key)
        draft.role = "response-body"


# ---- rows --------------------------------------------------------------------


def _is_header_table(draft: Draft) -> bool:
    cue = folded(draft.cue)
    if _CUE_HEADER.search(cue) and not _CUE_BODY.search(cue):
        return not draft.names or not _CUE_URI.search(cue)
    if not draft.names or _CUE_BODY.search(cue):
        return False
    return all(is_header_name(name) for name in draft.names) and not any(
        row.type is not None and _STRUCTURED.search(row.type.text) for row in draft.rows
    )


def is_header_name(name: str) -> bool:
    """Whether a row's name is that of an HTTP header; ``host`` and ``date`` in lower case are fields."""
    known = name.casefold() in _HEADER_ROWS and (
        bool(re.search("[-_]", name)) or name[:1].isupper()
    )
    return known or bool(re.fullmatch(r"X(?:-[A-Z][A-Za-z0-9]*)+", name))


def is_sure_header(name: str) -> bool:
    """Whether a name can only be that of a header that calls carry."""
    return name.casefold() in ("x-auth-token", "content-type", "x-subject-token")


def _all(names: frozenset[str], paths: frozenset[str]) -> bool:
    return bool(names) and all(_plain(name) in paths for name in names)
