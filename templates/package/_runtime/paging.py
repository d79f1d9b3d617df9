"""Walk the pages of a list operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import parse_qsl, urlsplit

from .wire import encode_json

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from .aclient import AsyncClient
    from .client import SyncClient
    from .operation import Operation, Paging
    from .options import CallOptions
    from .request import Prepared
    from .response import RawResponse

Item = TypeVar("Item")
Page = TypeVar("Page")

_TOTALS = ("total_count", "totalCount", "total_number", "total")


class PageWalk:
    """Decides from each page what is asked for next. No I/O.

    A walk ends at an empty page, where the service names no next one, at the documented total,
    or where the service repeats itself (a marker seen before, the same items again).
    """

    def __init__(self, operation: Operation[Any], request: Prepared) -> None:
        assert operation.paging is not None
        self._paging: Paging = operation.paging
        self._in_body = _start_is_in_body(operation)
        self._seen: set[str] = set()
        self._before: Any = None
        start = _integer(self._value(request, self._paging.start))
        first = self._paging.first
        self._position = first if start is None else start
        self._limit = _integer(self._value(request, self._paging.limit))
        self._count = 0
        self.request = request
        if self._paging.style == "page":
            # Page 0 of pages that count from 1 is the first one, where services take it at all.
            self._position = max(first, self._position)
            if self._limit is not None and start is None:
                # A size without a number is refused by services that want both or neither.
                self.request = self._with_start(first) or request

    def items(self, page: Any) -> list[Any]:
        """The items of a decoded page; none where the answer has no list there."""
        found = getattr(page, self._paging.items, None) if self._paging.items else page
        return found if isinstance(found, list) else []

    def step(self, page: Any, raw: RawResponse[Any]) -> tuple[list[Any], Prepared | None]:
        """The new items of a page, and the request for the next one, None at the end."""
        items = self.items(page)
        # Alike by their ids, too: a field may have moved between two answers.
        shown = _identities(items) or items
        if not items or shown == self._before:
            return [], None
        self._before = shown
        self._count += len(items)
        answer = raw.json()
        style = self._paging.style
        if style == "marker" and not self._paging.next_marker:
            marker = self._last_key(items[-1])
            if marker in self._seen:
                return [], None
            following = self._with_marker(marker, answer, len(items))
        elif style == "marker":
            following = self._with_marker(_text(_at(answer, self._paging.next_marker)), None, 0)
        elif style == "link":
            following = self._with_link(_at(answer, self._paging.next_marker))
        elif self._complete(answer, len(items)):
            following = None
        else:
            self._position += len(items) if style == "offset" else 1
            following = self._with_start(self._position)
            if (
                following is not None
                and style == "page"
                and self._limit is None
                and self._paging.limit
            ):
                following = self._sized(following, len(items))
        if following is not None:
            self.request = following
        return items, following

    def _with_marker(self, marker: str, answer: Any, count: int) -> Prepared | None:
        if not marker or marker in self._seen or (count and self._complete(answer, count)):
            return None
        self._seen.add(marker)
        return self._with_start(marker)

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

    def _with_start(self, start: str | int) -> Prepared | None:
        name = self._paging.start
        if not name:
            return None
        following = self.request.copy()
        if self._in_body:
            following.sent_body = {**following.sent_body, name: start}
            following.content = encode_json(following.sent_body)
        else:
            following.query = [pair for pair in following.query if pair[0] != name]
            following.query.append((name, str(start)))
        return following

    def _sized(self, following: Prepared, size: int) -> Prepared:
        """With the size of the page that came, so that the next one begins where it ended."""
        self._limit = size
        if not self._in_body:
            following.query.append((self._paging.limit, str(size)))
        return following

    def _complete(self, answer: Any, count: int) -> bool:
        """Whether the answer's total says that everything has come.

        A total that equals a full page is not believed: some services count the page.
        """
        if self._limit is not None and count >= self._limit:
            return False
        position = self._position if self._paging.style == "offset" else 0
        for key in _TOTALS:
            total = _at(answer, key)
            if total is None:
                total = _at(answer, f"page_info.{key}")
            if isinstance(total, int) and not isinstance(total, bool):
                counted = position - self._paging.first + count
                reached = counted if self._paging.style == "offset" else self._count
                return reached >= total
        return False

    def _last_key(self, item: Any) -> str:
        to_dict = getattr(item, "to_dict", None)
        value = item if to_dict is None else to_dict()
        return _text(_at(value, self._paging.item_key or "id"))

    def _value(self, request: Prepared, name: str) -> Any:
        if not name:
            return None
        if self._in_body:
            return request.sent_body.get(name) if isinstance(request.sent_body, dict) else None
        return next((v for n, v in request.query if n == name), None)


def _start_is_in_body(operation: Operation[Any]) -> bool:
    paging, body = operation.paging, operation.body
    if paging is None or body is None or body.kind != "json" or body.wrapper:
        return False
    return any(wire == paging.start for _, wire in body.fields)


def _at(value: Any, path: str) -> Any:
    """What stands at a dotted path of a JSON value; a key that itself has dots is found first."""
    if not isinstance(value, dict) or not path:
        return None
    if path in value:
        return value[path]
    head, dot, rest = path.partition(".")
    return _at(value.get(head), rest) if dot else None


def _identities(items: list[Any]) -> list[Any]:
    """The ids of the items, empty where one has none."""
    found = [
        item.get("id") if isinstance(item, dict) else getattr(item, "id", None) for item in items
    ]
    return found if all(isinstance(one, (str, int)) for one in found) else []


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
        return self._client._page(self._operation, self._request, self._options)[0]

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
        return (await self._client._page(self._operation, self._request, self._options))[0]

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
