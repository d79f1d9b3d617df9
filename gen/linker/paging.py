"""How a list operation is walked, where parameters and answer say so beyond doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gen.linker import paging_words as words
from gen.linker.cells import fold
from gen.model import Array, Body, Field, Paging, Parameter, Ref, Response, Scalar, Schema

_LIMITS = ("limit", "pagesize", "perpage", "page_size", "per_page", "max_items")
_SIZES = ("size", "count", "num")
_MARKERS = ("marker", "page_token", "next_token", "next")
_OFFSETS = ("offset", "start_number", "start")
_PAGES = ("page", "pageno", "page_no", "curpage", "page_num", "page_number", "curr_page")


def find_paging(
    method: str,
    parameters: Iterable[Parameter],
    request: Body | None,
    responses: Iterable[Response],
    schemas: Mapping[str, Schema],
) -> Paging | None:
    """The paging of an operation, None unless every part of it is documented."""
    asked = _asked(method, parameters, request, schemas)
    answer = _answer(responses, schemas)
    items = _items(answer) if answer is not None else None
    if asked is None or answer is None or items is None:
        return None
    limit = _first(asked, _LIMITS) or _size(asked)
    if limit is not None:
        marker, offset, page = (_first(asked, names) for names in (_MARKERS, _OFFSETS, _PAGES))
        found = (
            (marker and _marker(answer, items, limit, marker, schemas))
            or (offset and _offset(items, limit, offset, schemas))
            or (page and _page(items, limit, page, schemas))
        )
        if found or marker or offset or page:
            return found or None
    if method == "GET" and (next_link := _next_link(answer, items)):
        return Paging(
            style="link",
            items=items.wire,
            limit=limit.wire if limit else "",
            next_marker=next_link,
        )
    return None


def _asked(
    method: str,
    parameters: Iterable[Parameter],
    request: Body | None,
    schemas: Mapping[str, Schema],
) -> dict[str, Field] | None:
    """Where a page is asked for: the query, or the fields of a body that is a query."""
    query = {p.field.wire: p.field for p in parameters if p.location == "query"}
    if method == "GET":
        return query
    if method != "POST" or request is None or not isinstance(request.type, Ref):
        return None
    body = {field.wire: field for field in schemas[request.type.schema].fields}
    # What its "action" chooses from is often a list or its count, and a count has no pages.
    if "action" in body:
        return None
    return query if _first(query, _LIMITS) else body


def _page(items: Field, limit: Field, page: Field, schemas: Mapping[str, Schema]) -> Paging:
    """By the number of the page. Its size is sent along unless the docs name one that is usual."""
    return Paging(
        style="page",
        items=items.wire,
        limit=limit.wire,
        start=page.wire,
        item_key=_item_key(items, schemas),
        first=0 if words.origin(page, lowest=True) == 0 else 1,
        size=words.size(limit, page, always=True),
    )


def _offset(
    items: Field, limit: Field, start: Field, schemas: Mapping[str, Schema]
) -> Paging | None:
    """An offset counts records, from 0 unless said; one that is called a page number is that."""
    pages = words.counts_pages(start)
    if pages:
        return _page(items, limit, start, schemas)
    usual = start.wire == "offset"
    origin = words.origin(start, lowest=not usual)
    # An offset of 1 may be a page after all, and a number of another name may count from 0 or 1.
    if pages is None or (origin if usual else origin is None):
        return None
    return Paging(
        style="offset",
        items=items.wire,
        limit=limit.wire,
        start=start.wire,
        item_key=_item_key(items, schemas),
        first=origin or 0,
        size=words.size(limit, start),
    )


def _marker(
    answer: Schema, items: Field, limit: Field, marker: Field, schemas: Mapping[str, Schema]
) -> Paging | None:
    """By the answer's next marker, else by what the docs call a marker in the last item, else by its id."""
    next_marker = _next_marker(answer, schemas)
    item_key = words.named(marker, _scalars(items, schemas)) or _item_key(items, schemas)
    if not next_marker and not item_key:
        return None
    return Paging(
        style="marker",
        items=items.wire,
        limit=limit.wire,
        start=marker.wire,
        next_marker=next_marker,
        item_key=item_key,
        size=words.size(limit, marker),
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
    """The answer's only list, links aside; of several, the only one of described objects."""
    lists = [
        field
        for field in answer.fields
        if isinstance(field.type, Array) and not field.wire.endswith("links")
    ]
    if len(lists) > 1:
        lists = [f for f in lists if isinstance(f.type, Array) and isinstance(f.type.items, Ref)]
    return lists[0] if len(lists) == 1 else None


def _first(asked: Mapping[str, Field], names: Iterable[str]) -> Field | None:
    folded = {fold(wire): field for wire, field in asked.items()}
    return next((folded[fold(name)] for name in names if fold(name) in folded), None)


def _size(asked: Mapping[str, Field]) -> Field | None:
    """A page size with a name that many filters have, too."""
    found = _first(asked, _SIZES)
    return found if found is not None and words.speaks_of_pages(found) else None


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


def _scalars(items: Field, schemas: Mapping[str, Schema]) -> list[str]:
    """The wire names of an item's texts."""
    if not isinstance(items.type, Array) or not isinstance(items.type.items, Ref):
        return []
    fields = schemas[items.type.items.schema].fields
    return [field.wire for field in fields if field.type == Scalar("string")]


def _item_key(items: Field, schemas: Mapping[str, Schema]) -> str:
    """What tells an item from another: ``id``, or ``group_id`` in ``scaling_groups``."""
    found = _scalars(items, schemas)
    if "id" in found:
        return "id"
    one = fold(items.wire)
    one = one[:-3] + "y" if one.endswith("ies") else one.removesuffix("s")
    return next(
        (
            wire
            for wire in found
            if len(stem := fold(wire).removesuffix("id")) > 2
            and fold(wire) != stem
            and one.endswith(stem)
        ),
        "",
    )


def _next_link(answer: Schema, items: Field) -> str:
    """``servers_links`` beside ``servers``: the OpenStack habit."""
    wanted = {items.wire + "_links", items.wire.removesuffix("s") + "_links"}
    return next((field.wire for field in answer.fields if field.wire in wanted), "")
