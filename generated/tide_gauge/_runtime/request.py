"""A request on its way: what is sent, as often as needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .model import UNSET
from .wire import encode_json, header_value, query_pairs, query_string

if TYPE_CHECKING:
    from .operation import BodySpec
    from .options import CallOptions


class Prepared:
    """A request ready to be sent, as often as needed.

    ``name`` is the operation's, ``shown_path`` what logs show. ``path`` follows the base URL
    and is percent-encoded; ``absolute`` replaces both after a redirect. ``content`` is bytes or
    a stream, which begins at ``start`` where it can be rewound; ``files`` are the parts of a
    multipart form. ``sent_body`` is the wire value, of which messages must show no secret.
    """

    __slots__ = (
        "absolute",
        "content",
        "files",
        "headers",
        "method",
        "name",
        "path",
        "query",
        "sent_body",
        "shown_path",
        "start",
    )

    def __init__(self, name: str, method: str, path: str, shown_path: str) -> None:
        self.name = name
        self.method = method
        self.path = path
        self.shown_path = shown_path
        self.absolute = ""
        self.query: list[tuple[str, str]] = []
        self.headers: dict[str, str] = {}
        self.content: Any = None
        self.start: int | None = None
        self.files: list[tuple[str, Any]] | None = None
        self.sent_body: Any = None

    def url(self, base_url: str) -> str:
        """The whole URL."""
        if self.absolute:
            return self.absolute
        url = base_url + self.path
        return f"{url}?{query_string(self.query)}" if self.query else url

    def copy(self) -> Prepared:
        """A copy with a query and headers of its own."""
        new = Prepared.__new__(Prepared)
        for slot in Prepared.__slots__:
            setattr(new, slot, getattr(self, slot))
        new.query = list(self.query)
        new.headers = dict(self.headers)
        return new

    def elsewhere(self, url: str) -> Prepared:
        """The same request to another URL."""
        new = self.copy()
        new.absolute = url
        return new

    def repeatable(self) -> bool:
        """Whether the body can be sent again; a stream is wound back."""
        if self.files is not None:
            return all(can_rewind(part[1]) for _, part in self.files)
        if self.content is None or isinstance(self.content, bytes):
            return True
        if self.start is None:
            return False
        self.content.seek(self.start)
        return True


def attach_body(request: Prepared, spec: BodySpec, value: Any) -> None:
    """Put the wire value into the request, in the form its media type asks for."""
    kind = spec.kind
    request.sent_body = value
    if kind in ("json", "json-patch"):
        request.content = encode_json(value)
        request.headers["Content-Type"] = spec.media_type
    elif kind == "form":
        pairs = [p for k, v in value.items() if v is not None for p in query_pairs(k, v)]
        request.content = query_string(pairs).encode()
        request.headers["Content-Type"] = spec.media_type
    elif kind == "multipart":
        from .upload import form_parts

        request.files = form_parts(value, spec.files)
    else:
        attach_bytes(request, value)
        request.sent_body = None
        request.headers["Content-Type"] = spec.media_type


def attach_bytes(request: Prepared, value: Any) -> None:
    """Make bytes, a file object, a path or an iterable of bytes the request's body."""
    from .upload import byte_content, length, position

    request.content = byte_content(value)
    request.start = position(request.content)
    size = length(request.content)
    if size is not None:
        request.headers["Content-Length"] = str(size)


def add_extras(request: Prepared, options: CallOptions) -> None:
    """Extra query parameters and headers of this call."""
    if options.query:
        for name, value in options.query.items():
            if value is not None and value is not UNSET:
                request.query += query_pairs(name, value)
    if options.headers:
        for name, value in options.headers.items():
            for same in [h for h in request.headers if h.lower() == name.lower()]:
                del request.headers[same]
            if value is not None:
                request.headers[name] = header_value(name, value)


def can_rewind(content: Any) -> bool:
    """Whether a part of a form can be sent a second time (httpx rewinds file objects by itself)."""
    from .upload import position

    return not hasattr(content, "read") or position(content) is not None
