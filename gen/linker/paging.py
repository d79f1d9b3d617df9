"""How a list operation is walked, where parameters and answer say so beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from gen.document import plain
from gen.linker.cells import fold
from gen.model import Array, Field, Paging, Parameter, Ref, Response, Scalar, Schema

_LIMITS = ("limit", "pagesize", "perpage", "page_size", "per_page", "max_items")
_MARKERS = ("marker", "page_token", "next_token", "next")
_OFFSETS = ("offset", "start_number", "start")
_PAGES = ("page", "pageno", "page_no", "curpage", "page_num", "page_number", "curr_page")


_PAGE_NUMBER = re.compile(r"\bpage (?:number|index|no|offset)\b|\bnumber of the page")


def find_paging(
    method: str,
    parameters: Iterable[Parameter],
    responses: Iterable[Response],
    schemas: Mapping[str, Schema],
) -> Paging | None:
    """The paging of an operation, None unless every part of it is documented."""
    if method != "GET":
        return None
    query = {p.field.wire: p.field for p in parameters if p.location == "query"}
    answer = _answer(responses, schemas)
    if answer is None:
        return None
    items = _items(answer)
    if items is None:
        return None
    limit = _first(query, _LIMITS)
    marker, offset, page = (
        _first(query, _MARKERS),
        _first(query, _OFFSETS),
        _first(query, _PAGES),
    )
    if marker and limit:
        return _marker(answer, items, limit, marker, schemas)
    if offset and limit:
        return _offset(query[offset], items.wire, limit)
    if page and limit:
        first = 0 if _starts_at(query[page]) == 0 else 1
        return Paging(style="page", items=items.wire, limit=limit, start=page, first=first)
    if next_link := _next_link(answer, items):
        return Paging(style="link", items=items.wire, limit=limit, next_marker=next_link)
    return None


def _offset(start: Field, items: str, limit: str) -> Paging | None:
    """An offset counts records, from 0 unless said; one that is called a page number is that."""
    if _PAGE_NUMBER.search(_text(start)):
        first = 0 if _starts_at(start) == 0 else 1
        return Paging(style="page", items=items, limit=limit, start=start.wire, first=first)
    origin = _starts_at(start)
    if origin is None and start.wire != "offset":
        return None  # a number of another name may count from 0 or from 1
    return Paging(style="offset", items=items, limit=limit, start=start.wire, first=origin or 0)


def _marker(
    answer: Schema, items: Field, limit: str, marker: str, schemas: Mapping[str, Schema]
) -> Paging | None:
    """By the answer's next marker, else by the last item's id."""
    next_marker = _next_marker(answer, schemas)
    item_key = ""
    if not next_marker:
        item_key = _item_key(items, schemas)
        if not item_key:
            return None
    return Paging(
        style="marker",
        items=items.wire,
        limit=limit,
        start=marker,
        next_marker=next_marker,
        item_key=item_key,
    )


def _answer(responses: Iterable[Response], schemas: Mapping[str, Schema]) -> Schema | None:
    """The schema of the one successful answer with a body."""
    found = [
        schemas[response.body.type.schema]
        for response in responses
        if (response.status is None or 200 <= response.status < 400)
        and response.body is not None
        and isinstance(response.body.type, Ref)
    ]
    return found[0] if len(found) == 1 else None


def _items(answer: Schema) -> Field | None:
    """The answer's only list, links aside."""
    lists = [
        field
        for field in answer.fields
        if isinstance(field.type, Array) and not field.wire.endswith("links")
    ]
    return lists[0] if len(lists) == 1 else None


def _first(query: Mapping[str, Field], names: Iterable[str]) -> str:
    folded = {fold(wire): wire for wire in query}
    return next((folded[fold(name)] for name in names if fold(name) in folded), "")


def _next_marker(answer: Schema, schemas: Mapping[str, Schema]) -> str:
    """``next_marker``, at the root or inside ``page_info`` (then as a dotted path)."""
    for field in answer.fields:
        if fold(field.wire) in ("nextmarker", "nexttoken"):
            return field.wire
    for field in answer.fields:
        if isinstance(field.type, Ref) and fold(field.wire) in ("pageinfo", "metadata", "meta"):
            for inner in schemas[field.type.schema].fields:
                if fold(inner.wire) in ("nextmarker", "nexttoken", "marker"):
                    return f"{field.wire}.{inner.wire}"
    return ""


def _item_key(items: Field, schemas: Mapping[str, Schema]) -> str:
    if isinstance(items.type, Array) and isinstance(items.type.items, Ref):
        fields = {field.wire: field for field in schemas[items.type.items.schema].fields}
        if "id" in fields and fields["id"].type == Scalar("string"):
            return "id"
    return ""


def _next_link(answer: Schema, items: Field) -> str:
    """``servers_links`` beside ``servers``: the OpenStack habit."""
    wanted = {items.wire + "_links", re.sub(r"s$", "", items.wire) + "_links"}
    return next((field.wire for field in answer.fields if field.wire in wanted), "")


def _text(field: Field) -> str:
    return " ".join(plain(block) for block in field.description).lower()


def _starts_at(page: Field) -> int | None:
    found = re.search(
        r"\b(?:starts? (?:from|at|with)|default value is|minimum value is|default, [^.]*set to|lower than|less than)\D{0,6}(\d+)",
        _text(page),
    )
    return int(found[1]) if found else None
