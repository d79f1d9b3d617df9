"""Walk the pages of a list operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import parse_qsl, urlsplit

from .request import attach_body

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from .aclient import AsyncClient
    from .client import SyncClient
    from .operation import BodySpec, Operation
    from .options import CallOptions
    from .request import Prepared
    from .response import RawResponse

Item = TypeVar("Item")
Page = TypeVar("Page")

_TOTALS = ("total_count", "totalCount", "total_number", "total")


class PageWalk:
    """Decides from each page what is asked for next. No I/O.

    ``request`` is what is asked for first. A walk ends at an empty page, unless the answer itself
    names a next one; where the service names no next one; at the documented total; or where the
    service repeats itself (a marker seen before, the same items again).
    """

    def __init__(self, operation: Operation[Any], request: Prepared) -> None:
        assert operation.paging is not None
        self._paging = paging = operation.paging
        # The specification of the body that holds the start, None where the query does.
        self._body = _body_of_start(operation)
        self._before: Any = None
        start, limit = self._given(request, paging.start), self._given(request, paging.limit)
        self._seen = {_text(start)} - {""} if paging.style == "marker" else set()
        self._limit = _integer(limit)
        self._count = 0
        self.request = request
        number = _integer(start)
        self._position = paging.first if number is None else number
        if paging.style == "page":
            # Page 0 of pages that count from 1 is the first one, where services take it at all.
            self._position = max(paging.first, self._position)
        numbered = paging.style == "page" or (paging.style == "offset" and paging.size)
        if numbered and start is None and (limit is not None or paging.size):
            # Many services refuse a number without a size, and a size without a number.
            self.request = self._with_start(paging.first, request)
            self._limit = _integer(self._given(self.request, paging.limit))

    def items(self, page: Any) -> list[Any]:
        """The items of a decoded page; none where the answer has no list there."""
        found = getattr(page, self._paging.items, None) if self._paging.items else page
        return found if isinstance(found, list) else []

    def step(self, page: Any, raw: RawResponse[Any]) -> tuple[list[Any], Prepared | None]:
        """The new items of a page, and the request for the next one, None at the end."""
        items = self.items(page)
        if items and self._repeats(items):
            return [], None
        self._count += len(items)
        answer = raw.json()
        paging = self._paging
        following: Prepared | None = None
        if paging.style == "link":
            following = self._with_link(_at(answer, paging.next_marker))
        elif paging.next_marker:
            following = self._with_marker(_text(_at(answer, paging.next_marker)))
        elif items and paging.style == "marker":
            marker = _text(self._key(items[-1]))
            if marker in self._seen:
                return [], None
            if not self._complete(answer, len(items)):
                following = self._with_marker(marker)
        elif items and not self._complete(answer, len(items)):
            self._position += len(items) if paging.style == "offset" else 1
            following = self._with_start(self._position, self.request)
        if following is not None:
            self.request = following
        return items, following

    def _repeats(self, items: list[Any]) -> bool:
        """Whether the page before had these items, in any order and with whatever else has changed."""
        shown: Any = {self._key(item) for item in items}
        if None in shown or len(shown) < len(items):
            shown = items
        before, self._before = self._before, shown
        return bool(shown == before)

    def _key(self, item: Any) -> str | int | None:
        """What tells an item from another, by what it was read from."""
        found = _at(getattr(item, "_data", item), self._paging.item_key)
        return found if isinstance(found, (str, int)) and not isinstance(found, bool) else None

    def _with_marker(self, marker: str) -> Prepared | None:
        if not marker or marker in self._seen:
            return None
        self._seen.add(marker)
        return self._with_start(marker, self.request)

    def _with_link(self, link: Any) -> Prepared | None:
        if isinstance(link, list):
            named = (e.get("href") for e in link if isinstance(e, dict) and e.get("rel") == "next")
            link = next(named, None)
        elif isinstance(link, dict):
            link = link.get("href")
        # Only the link's query is taken, on the operation's own path: behind a gateway its host
        # and path are often internal ones, and credentials must not follow it anywhere.
        query = urlsplit(link).query if isinstance(link, str) else ""
        if not query or query in self._seen:
            return None
        self._seen.add(query)
        following = self.request.copy()
        pairs = parse_qsl(query, keep_blank_values=True)
        names = {name for name, _ in pairs}
        following.query = [pair for pair in following.query if pair[0] not in names] + pairs
        return following

    def _with_start(self, start: str | int, request: Prepared) -> Prepared:
        """The request for the page that begins there, with the size that has to go with it."""
        paging = self._paging
        changed: dict[str, str | int] = {paging.start: start}
        begins = self._given(request, paging.start) is None or paging.style == "marker"
        if paging.size and begins and self._given(request, paging.limit) is None:
            changed[paging.limit] = paging.size
        following = request.copy()
        if self._body is not None:
            sent = request.sent_body if isinstance(request.sent_body, dict) else {}
            attach_body(following, self._body, {**sent, **changed})
        else:
            following.query = [pair for pair in following.query if pair[0] not in changed]
            following.query += [(name, str(value)) for name, value in changed.items()]
        return following

    def _complete(self, answer: Any, count: int) -> bool:
        """Whether the answer's total says that everything has come.

        A total that equals a full page is not believed, nor one below what has come: some services
        count the page, or the pages.
        """
        reached = self._count
        if self._paging.style == "offset":
            reached = self._position - self._paging.first + count
        for key in _TOTALS:
            total = _at(answer, key)
            if total is None:
                total = _at(answer, f"page_info.{key}")
            if isinstance(total, int) and not isinstance(total, bool):
                full = self._limit is not None and count >= self._limit
                return reached == total and not (full and total <= count)
        return False

    def _given(self, request: Prepared, name: str) -> Any:
        if self._body is not None:
            return request.sent_body.get(name) if isinstance(request.sent_body, dict) else None
        return next((v for n, v in request.query if n == name), None) if name else None


def _body_of_start(operation: Operation[Any]) -> BodySpec | None:
    """The JSON body that says where a page starts; None where that stands in the query."""
    paging, body = operation.paging, operation.body
    if paging is None or not paging.start or body is None or body.kind != "json" or body.wrapper:
        return None
    queried = any(p.location == "query" and p.wire == paging.start for p in operation.parameters)
    return None if queried else body


def _at(value: Any, path: str) -> Any:
    """What stands at a dotted path of a JSON value; a key that itself has dots is found first."""
    if not isinstance(value, dict) or not path:
        return None
    if path in value:
        return value[path]
    head, dot, rest = path.partition(".")
    return _at(value.get(head), rest) if dot else None


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _integer(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


class Pager(Generic[Item, Page]):
    """The items of a list operation, over all its pages; each page is fetched when it is reached.

    ::

        for item in client.list_things(): ...
        for page in client.list_things().pages(): ...
        newest = client.list_things(sort="created").first()
    """

    def __init__(
        self,
        client: SyncClient,
        operation: Operation[Page],
        request: Prepared,
        options: CallOptions | None,
    ) -> None:
        self._client = client
        self._operation = operation
        self._request = request
        self._options = options

    def __iter__(self) -> Iterator[Item]:
        for _, items in self._walk():
            yield from items

    def pages(self) -> Iterator[Page]:
        """The decoded answers, one a page."""
        for page, _ in self._walk():
            yield page

    def first(self) -> Item | None:
        """The first item, or None; fetches no page beyond the one that has it."""
        return next(iter(self), None)

    def page(self) -> Page:
        """The first page's decoded answer, with what stands in it beside the items."""
        request = PageWalk(self._operation, self._request).request
        return self._client._page(self._operation, request, self._options)[0]

    def _walk(self) -> Iterator[tuple[Page, list[Item]]]:
        walk = PageWalk(self._operation, self._request)
        following: Prepared | None = walk.request
        first = True
        while following is not None:
            page, raw = self._client._page(self._operation, following, self._options)
            items, following = walk.step(page, raw)
            if items or first:
                yield page, items
            first = False

    def __repr__(self) -> str:
        return f"<Pager of {self._operation.qualname}>"


class AsyncPager(Generic[Item, Page]):
    """The items of a list operation, over all its pages; each page is fetched when it is reached.

    ::

        async for item in client.list_things(): ...
        async for page in client.list_things().pages(): ...
        newest = await client.list_things(sort="created").first()
    """

    def __init__(
        self,
        client: AsyncClient,
        operation: Operation[Page],
        request: Prepared,
        options: CallOptions | None,
    ) -> None:
        self._client = client
        self._operation = operation
        self._request = request
        self._options = options

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for _, items in self._walk():
            for item in items:
                yield item

    async def pages(self) -> AsyncIterator[Page]:
        """The decoded answers, one a page."""
        async for page, _ in self._walk():
            yield page

    async def first(self) -> Item | None:
        """The first item, or None; fetches no page beyond the one that has it."""
        async for item in self:
            return item
        return None

    async def page(self) -> Page:
        """The first page's decoded answer, with what stands in it beside the items."""
        request = PageWalk(self._operation, self._request).request
        return (await self._client._page(self._operation, request, self._options))[0]

    async def _walk(self) -> AsyncIterator[tuple[Page, list[Item]]]:
        walk = PageWalk(self._operation, self._request)
        following: Prepared | None = walk.request
        first = True
        while following is not None:
            page, raw = await self._client._page(self._operation, following, self._options)
            items, following = walk.step(page, raw)
            if items or first:
                yield page, items
            first = False

    def __repr__(self) -> str:
        return f"<AsyncPager of {self._operation.qualname}>"
