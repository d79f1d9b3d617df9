"""What one operation is: plain data that an operation module fills and the client core reads.

An operation module ends in::

    OPERATION: Operation[CreateVpnConnectionResponse] = Operation(
        "create_vpn_connection",
        "POST",
        "/v5/{project_id}/vpn-connection",
        page="api/creating_a_vpn_connection.rst",
        parameters=(
            Parameter("project_id", "project_id", "path", required=True, client="project_id"),
        ),
        body=BodySpec(
            "json",
            model=CreateVpnConnectionInput,
            wrapper="vpn_connection",
            fields=(("vgw_id", "vgw_id"), ("body_name", "name")),
        ),
        check_body=check_create_vpn_connection_input,
        answers={201: Answer.model(CreateVpnConnectionResponse)},
    )

Nothing here does any I/O, and importing this module imports no third-party package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .violation import Violation

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
M = TypeVar("M")

Location: TypeAlias = Literal["path", "query", "header", "cookie"]
ListStyle: TypeAlias = Literal["repeat", "comma"]
BodyKind: TypeAlias = Literal["json", "json-patch", "multipart", "form", "bytes"]
AnswerKind: TypeAlias = Literal["json", "bytes", "any", "none"]
PagingStyle: TypeAlias = Literal["marker", "offset", "page", "link"]

IDEMPOTENT_METHODS = frozenset(("GET", "HEAD", "OPTIONS", "PUT", "DELETE"))

_MEDIA_TYPES = {
    "json": "application/json",
    "json-patch": "application/json-patch+json",
    "multipart": "multipart/form-data",
    "form": "application/x-www-form-urlencoded",
    "bytes": "application/octet-stream",
}


class Parameter:
    """A value outside the body.

    ``name`` is the keyword in Python, ``wire`` the name in the docs. ``style``
    says how a list is written in a query: ``repeat`` (``a=1&a=2``) or ``comma``
    (``a=1,2``); elsewhere a list is always written with commas. ``client`` names
    the client's default that fills the parameter when the call does not give it
    (``"project_id"`` also for a path's ``{tenant_id}``), '' where there is none.
    """

    __slots__ = ("client", "location", "name", "required", "style", "wire")

    def __init__(
        self,
        name: str,
        wire: str,
        location: Location,
        *,
        required: bool = False,
        style: ListStyle = "repeat",
        client: str = "",
    ) -> None:
        self.name = name
        self.wire = wire
        self.location = location
        self.required = required
        self.style = style
        self.client = client

    def __repr__(self) -> str:
        return f"Parameter({self.name!r}, {self.wire!r}, {self.location!r})"


class BodySpec:
    """How the request body is made.

    ``model``: the request class of the whole body (None where it has none).
    ``wrapper``: the single key that holds all fields, '' where nothing wraps them.
    ``fields``: ``(python name, wire name)`` of the fields that may be given flat:
    those inside the wrapper, or of the body itself. Empty for a root array or
    bytes, which are given as ``body=`` only.
    ``files``: for ``multipart``, the wire names of the parts that are files.
    ``required``: whether a call without any field still sends a body (``{}`` or
    ``{wrapper: {}}``), so that the check can name what is missing.
    ``media_type``: the Content-Type, where it is not the kind's usual one.
    """

    __slots__ = (
        "fields",
        "files",
        "kind",
        "media_type",
        "model",
        "required",
        "root_array",
        "wrapper",
    )

    def __init__(
        self,
        kind: BodyKind = "json",
        *,
        model: type[Any] | None = None,
        wrapper: str = "",
        fields: tuple[tuple[str, str], ...] = (),
        files: tuple[str, ...] = (),
        root_array: bool = False,
        required: bool = True,
        media_type: str = "",
    ) -> None:
        self.kind = kind
        self.model = model
        self.wrapper = wrapper
        self.fields = fields
        self.files = files
        self.root_array = root_array
        self.required = required
        self.media_type = media_type or _MEDIA_TYPES[kind]

    def __repr__(self) -> str:
        return f"BodySpec({self.kind!r}, wrapper={self.wrapper!r})"


class Answer(Generic[R_co]):
    """How the body of an answer becomes a value. Made by one of the static methods below.

    ``kind``: ``json`` (parsed, then given to ``decode``), ``bytes`` (as they came),
    ``any`` (parsed where the answer calls itself JSON, else bytes) or ``none`` (the body
    is ignored and the call gives None).
    An empty body counts as JSON null. ``decode`` never refuses a value: items of a
    list or map that are no objects, and whole values of another shape, stay as they came.
    """

    __slots__ = ("decode", "kind")

    def __init__(self, kind: AnswerKind, decode: Callable[[Any], R_co]) -> None:
        self.kind = kind
        self.decode = decode

    @staticmethod
    def model(of: type[M]) -> Answer[M]:
        """An object of class ``of``, read with its ``from_dict``."""
        return Answer("json", of.from_dict)  # type: ignore[attr-defined]

    @staticmethod
    def list_of(of: type[M]) -> Answer[list[M]]:
        """A root array of ``of``."""
        decode: Callable[[Any], M] = of.from_dict  # type: ignore[attr-defined]
        return Answer(
            "json",
            lambda v: (
                [decode(i) if isinstance(i, dict) else i for i in v] if isinstance(v, list) else v
            ),
        )

    @staticmethod
    def map_of(of: type[M]) -> Answer[dict[str, M]]:
        """An object with free keys and values of ``of``."""
        decode: Callable[[Any], M] = of.from_dict  # type: ignore[attr-defined]
        return Answer(
            "json",
            lambda v: (
                {k: decode(i) if isinstance(i, dict) else i for k, i in v.items()}
                if isinstance(v, dict)
                else v
            ),
        )

    @staticmethod
    def json() -> Answer[Any]:
        """JSON as it came: scalars, lists and maps of scalars, and what the docs do not describe."""
        return Answer("json", _same)

    @staticmethod
    def binary() -> Answer[bytes]:
        """The bytes as they came (downloads, images, text)."""
        return Answer("bytes", _same)

    @staticmethod
    def whatever() -> Answer[Any]:
        """A body of which the docs say nothing: JSON where it calls itself so, else bytes."""
        return Answer("any", _same)

    @staticmethod
    def nothing() -> Answer[None]:
        """No body."""
        return Answer("none", _none)


def _same(value: Any) -> Any:
    return value


def _none(value: Any) -> None:
    return None


class Paging:
    """How a list operation is walked.

    ``style``: what the next request sends: the ``marker`` of the answer or of
    its last item, an ``offset`` grown by what came, a ``page`` number, or a
    ``link``. ``items`` is the Python attribute of the decoded page that holds the
    list ('' where the answer is itself the list). Parameters by their wire names:
    ``limit`` (page size) and ``start`` (marker, offset or page). In the answer, by
    wire name, dots for nesting: ``next_marker`` (the next marker, or the next link),
    and ``item_key`` (what tells an item from another, and serves as marker where the
    answer names none; ``id`` unless said). ``first`` is the first page's number or offset.
    ``size`` is the limit sent along with the start where a call gives none, 0 where none need be.
    """

    __slots__ = ("first", "item_key", "items", "limit", "next_marker", "size", "start", "style")

    def __init__(
        self,
        style: PagingStyle,
        items: str,
        *,
        limit: str = "",
        start: str = "",
        next_marker: str = "",
        item_key: str = "id",
        first: int = 0,
        size: int = 0,
    ) -> None:
        self.style = style
        self.items = items
        self.limit = limit
        self.start = start
        self.next_marker = next_marker
        self.item_key = item_key
        self.first = first
        self.size = size

    def __repr__(self) -> str:
        return f"Paging({self.style!r}, {self.items!r})"


class Operation(Generic[R]):
    """One API of the service; ``R`` is what a call gives.

    ``name`` and ``group``: ``client.<group>.<name>``, group '' in a flat client.
    ``path``: the template, with ``{wire}`` placeholders; each has a Parameter.
    ``page``: the docs file. ``answers``: by status, successes (and documented
    redirects) only; ``default`` serves every other 2xx and is, unless given, the
    first of ``answers``, or JSON as it came.

    ``check_body(value, "$", out)`` gets the wire value that will be sent and
    appends Violations. ``check_parameters(values, "$", out)`` gets the given
    path, query, header and cookie values, not yet turned to text, in a dict by
    wire name (by Python name for one whose wire name an earlier parameter has).
    Absent required parameters are reported by the core itself (rule ``required``).

    ``idempotent``: may be sent again after a failure in the middle; by method
    unless said. ``retry_codes``: documented error codes that mean "try again later".
    """

    __slots__ = (
        "answers",
        "body",
        "check_body",
        "check_parameters",
        "default",
        "group",
        "idempotent",
        "method",
        "name",
        "page",
        "paging",
        "parameters",
        "path",
        "plan",
        "retry_codes",
    )

    def __init__(
        self,
        name: str,
        method: str,
        path: str,
        *,
        page: str = "",
        group: str = "",
        parameters: tuple[Parameter, ...] = (),
        body: BodySpec | None = None,
        check_body: Callable[[Any, str, list[Violation]], None] | None = None,
        check_parameters: Callable[[dict[str, Any], str, list[Violation]], None] | None = None,
        answers: Mapping[int, Answer[Any]] | None = None,
        default: Answer[Any] | None = None,
        paging: Paging | None = None,
        idempotent: bool | None = None,
        retry_codes: frozenset[str] = frozenset(),
    ) -> None:
        self.name = name
        self.method = method
        self.path = path
        self.page = page
        self.group = group
        self.parameters = parameters
        self.body = body
        self.check_body = check_body
        self.check_parameters = check_parameters
        self.answers: Mapping[int, Answer[R]] = {} if answers is None else answers
        self.default: Answer[Any] = (
            default or next(iter(self.answers.values()), None) or Answer.json()
        )
        self.paging = paging
        self.idempotent = method in IDEMPOTENT_METHODS if idempotent is None else idempotent
        self.retry_codes = retry_codes
        # Filled by the core on first use with what it derives from the rest.
        self.plan: Any = None

    @property
    def qualname(self) -> str:
        """``group.name``, as messages show it."""
        return f"{self.group}.{self.name}" if self.group else self.name

    def __repr__(self) -> str:
        return f"<Operation {self.qualname}: {self.method} {self.path}>"
