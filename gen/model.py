"""The intermediate model: what the docs say of an API, and nothing of how it was said or is printed.

Frozen dataclasses only; no logic, no I/O. Stages fill it in turn with
``dataclasses.replace``: the linker makes it (rules and names empty), ``rules``
adds the rules and sentences, ``sharing`` unites response schemas, ``names``
sets every Python name. Back ends read it and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from gen.document import Prose

Direction = Literal["request", "response"]
Location = Literal["path", "query", "header", "cookie"]
Certainty = Literal["hard", "advice"]
Target = Literal["value", "items"]
Json: TypeAlias = Any


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """The row of the docs a fact comes from (DESIGN §3, ``x-doc``).

    ``file`` relative to DOCS; ``line`` 1-based, where the row's first cell
    begins; ``table`` the caption's number; ``parameter`` the first cell's text, '' where
    there is no row: then ``line`` is that of the table, or of the request line, that
    shows the name.
    """

    file: str
    line: int
    table: int | None = None
    parameter: str = ""
    caption: str = ""


# ---- types ---------------------------------------------------------------

ScalarKind = Literal["string", "integer", "number", "boolean", "any", "file"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value; ``any`` where the docs name no readable type, ``file`` for uploads and bytes."""

    kind: ScalarKind


@dataclass(frozen=True, slots=True)
class Array:
    """A list of ``items``."""

    items: Type


@dataclass(frozen=True, slots=True)
class Map:
    """An object with free keys and values of one type."""

    values: Type


@dataclass(frozen=True, slots=True)
class Ref:
    """A schema, by its key in ``Service.schemas``."""

    schema: str


@dataclass(frozen=True, slots=True)
class Free:
    """An object whose fields the docs do not give."""


Type: TypeAlias = Scalar | Array | Map | Ref | Free

# ---- rules ---------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """What every rule knows: its target (the value or its items), how sure it is, and the sentence it was read from.

    ``reason`` says why a rule is only advice ("an example contradicts it: …").
    """

    sentence: str
    source: Source
    target: Target = "value"
    certainty: Certainty = "hard"
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(_Rule):
    """The value is one of ``values`` (of the field's JSON type); ``meanings`` parallel, '' where none."""

    values: tuple[Json, ...]
    meanings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(_Rule):
    """A number between ``minimum`` and ``maximum``; either may be None; inclusive unless said."""

    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: bool = False
    exclusive_maximum: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Length(_Rule):
    """A string of ``minimum`` to ``maximum`` characters (Unicode code points)."""

    minimum: int | None = None
    maximum: int | None = None


CharClass = Literal[
    "upper",  # A-Z
    "lower",  # a-z
    "letter",  # A-Z a-z
    "digit",  # 0-9
    "hex",  # 0-9 a-f A-F
    "any-letter",  # any Unicode letter or mark: Chinese, Spanish, "letters" with accents…
    "space",  # U+0020
    "any-special",  # "special characters" without a list: any ASCII punctuation, read wide
]


@dataclass(frozen=True, slots=True)
class CharSet:
    """A set of characters: named classes and single ``extra`` characters (sorted)."""

    classes: tuple[CharClass, ...]
    extra: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charset(_Rule):
    """Which characters the value may hold.

    ``where``: ``all`` (every character is in ``allowed``), ``first`` / ``last``
    (the first / last one is), ``none`` (no character is in ``allowed``),
    ``not-first`` / ``not-last`` (the first / last one is not).
    """

    allowed: CharSet
    where: Literal["all", "first", "last", "none", "not-first", "not-last"] = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety(_Rule):
    """The value holds characters of at least ``minimum`` of ``groups``."""

    minimum: int
    groups: tuple[CharSet, ...]


FormName = Literal[
    "uuid",  # 8-4-4-4-12 hexadecimal digits
    "uuid-hex",  # 32 hexadecimal digits
    "ipv4",
    "ipv6",
    "ipv4-cidr",
    "ipv6-cidr",
    "mac",
    "date",
    "date-time",
    "uri",
    "email",
    "base64",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(_Rule):
    """The value has one of the ``forms``."""

    forms: tuple[FormName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern(_Rule):
    """A regular expression the docs give, proven safe; ``python`` and ``ecma`` are its two spellings, anchored as documented."""

    python: str
    ecma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface(_Rule):
    """An IPv4 interface address ``a.b.c.d/mask``: inside ``network``, outside ``excluded``, with ``mask``, and a host address if ``host``."""

    network: str = ""
    excluded: tuple[str, ...] = ()
    mask: int | None = None
    host: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(_Rule):
    """An array of ``minimum`` to ``maximum`` items."""

    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Default(_Rule):
    """What the service assumes when the field is absent. Documented, never sent. ``value`` in the field's JSON type."""

    value: Json
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unique(_Rule):
    """On an array: no two items are equal, or (``key`` set) no two items have the same ``key``."""

    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret(_Rule):
    """The value must never be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecated(_Rule):
    """The field is retained for compatibility; ``text`` is what the docs say of it."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nullable(_Rule):
    """The docs say that null may be sent, and what it means."""


# Conditions are three-valued: an absent sibling counts as its documented
# default, Unknown is what lies outside the body (DESIGN §2.2).


@dataclass(frozen=True, slots=True)
class Is:
    """A sibling's value is one of ``values``."""

    field: str
    values: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Present:
    """A sibling is given."""

    field: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something the body cannot tell; ``text`` is the docs' words for it."""

    text: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of ``of``."""

    of: Condition


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of ``of`` holds."""

    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of ``of`` holds."""

    of: tuple[Condition, ...]


Condition: TypeAlias = Is | Present | Unknown | Not | AllOf | AnyOf


@dataclass(frozen=True, slots=True, kw_only=True)
class When(_Rule):
    """If ``condition`` holds, ``field`` is required, forbidden, or must satisfy ``then`` when it is given.

    ``condition`` is the one under which the effect certainly holds: "set only
    when style is bgp" is ``When(Not(Is('style', ('bgp',))), effect='forbidden')``.
    """

    field: str
    condition: Condition
    effect: Literal["required", "forbidden", "rule"]
    then: ValueRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EitherOr(_Rule):
    """Of ``fields``, at least ``minimum`` and at most ``maximum`` (None: any number) are given."""

    fields: tuple[str, ...]
    minimum: int = 0
    maximum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAs(_Rule):
    """``field`` compared with its sibling ``other``, when both are given.

    ``same-network``: both are interface addresses in one network.
    """

    field: str
    op: Literal["==", "!=", "<", "<=", ">", ">=", "same-network"]
    other: str


ValueRule: TypeAlias = (
    Choice
    | Range
    | Length
    | Charset
    | Variety
    | Form
    | Pattern
    | Interface
    | Count
    | Default
    | Unique
    | Secret
    | Deprecated
    | Nullable
)
BodyRule: TypeAlias = When | EitherOr | SameAs
Rule: TypeAlias = ValueRule | BodyRule


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a description and what became of it (closed world, DESIGN §2.1)."""

    text: str
    status: Literal["read", "harmless", "unread"]
    line: int


# ---- fields, schemas, operations ------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A row: a parameter or a property.

    ``wire`` is the key on the wire; ``attribute`` the Python name (set by
    ``names``); ``required`` what the Mandatory cell says; ``mandatory_cell``
    its text ('' where the table has no such column); ``sources`` more than
    one where rows share it; ``null_seen`` whether null occurs in an example;
    ``variants`` the further descriptions where several rows of one key say
    different things: what only one of them says is no hard rule; ``inferred``
    whether the type is only what examples, text or other pages show, as its table has none.
    """

    wire: str
    type: Type
    required: bool
    description: Prose
    sources: tuple[Source, ...]
    mandatory_cell: str = ""
    type_cell: str = ""
    rules: tuple[ValueRule, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    null_seen: bool = False
    variants: tuple[Prose, ...] = ()
    attribute: str = ""
    inferred: bool = False

    @property
    def source(self) -> Source:
        """The first row."""
        return self.sources[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A field outside the body. ``client``: every call carries it (token, project…), so the client supplies it."""

    location: Location
    field: Field
    client: bool = False
    explode: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """An object's table. ``key`` is unique in its service and stable; ``additional`` is the row of a dynamic key.

    ``source.line`` is the line of the table, ``source.caption`` its caption.
    ``name`` is the Python class (set by ``names``).
    """

    key: str
    direction: Direction
    caption: str
    sources: tuple[Source, ...]
    fields: tuple[Field, ...]
    additional: Field | None = None
    rules: tuple[BodyRule, ...] = ()
    page: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A message body. ``type`` is usually a Ref; for a root array an Array. ``item`` is the row named ``[items]`` of a root array."""

    media_type: str
    type: Type
    source: Source | None = None
    item: Field | None = None
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer. ``status`` None where the page names none."""

    status: int | None
    description: str
    headers: tuple[Parameter, ...] = ()
    body: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example message. ``value`` is the decoded body, when ``parsed``; ``repaired`` when it needed gentle mending.

    ``method`` and ``target`` come from a request line in the block, '' where none; ``title`` from the text above it.
    ``source.line`` is the block's first line, ``line`` that of ``text`` (0 where it is no text of
    the block as it stands), ``head`` that of the request line (0 where there is none).
    """

    direction: Direction
    source: Source
    title: str = ""
    status: int | None = None
    method: str = ""
    target: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    parsed: bool = False
    repaired: bool = False
    value: Json = None
    text: str = ""
    line: int = 0
    head: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A condition on other resources, documentation only ("the service also checks…"); ``parameter`` is the row's path."""

    parameter: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How a list operation is walked: parameter and answer names on the wire.

    ``style`` says what is sent next: the ``marker`` of the answer or of its
    last item, an ``offset`` grown by what came, a ``page`` number, or a ``link``.
    ``items`` is the list's key in the answer, ``item_key`` what tells its items
    apart. ``start`` and ``limit`` are in the query, or in the body of a request
    that is no GET. ``size`` is the limit that has to be sent along with the start
    where a call gives none, 0 where the service's own will do.
    """

    style: Literal["marker", "offset", "page", "link"]
    items: str
    limit: str = ""
    start: str = ""
    next_marker: str = ""
    item_key: str = ""
    first: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One API. ``key`` is its identity: method, path with normalised placeholders, discriminator.

    ``twin_paths`` are further request lines of the same page (API versions).
    ``folder`` the docs' folders above the page. ``group``, ``name`` and
    ``module`` are Python names (set by ``names``): ``client.<group>.<name>``,
    group '' in a flat client. ``wrapper`` is the wire key of the body's single
    wrapping object ('' where nothing wraps it) and ``arguments`` the (wire name,
    argument name) pairs of the body fields that a flat call takes (set by ``names``).
    """

    key: str
    method: str
    path: str
    title: str
    page: str
    source: Source
    label: str = ""
    summary: Prose = ()
    folder: tuple[str, ...] = ()
    host: str = ""
    discriminator: str = ""
    twin_paths: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    request: Body | None = None
    responses: tuple[Response, ...] = ()
    examples: tuple[Example, ...] = ()
    remarks: tuple[Remark, ...] = ()
    rules: tuple[BodyRule, ...] = ()
    paging: Paging | None = None
    deprecated: bool = False
    group: str = ""
    name: str = ""
    module: str = ""
    wrapper: str = ""
    arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorCode:
    """A row of the service's error-code table. ``status`` None where the table does not say."""

    code: str
    status: int | None
    message: str
    meaning: str
    advice: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCode:
    """A row of the service's status-code table."""

    status: int
    phrase: str
    meaning: str
    source: Source


PageKind = Literal[
    "operation", "index", "status-codes", "error-codes", "history", "schema", "text", "unreadable"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """A page and what became of it; the three row counts add up to ``rows`` (DESIGN §2.1)."""

    file: str
    kind: PageKind
    title: str
    label: str
    rows: int
    rows_model: int = 0
    rows_finding: int = 0
    rows_no_parameters: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A folder of docs as one service."""

    name: str
    title: str
    operations: tuple[Operation, ...]
    schemas: dict[str, Schema] = field(default_factory=dict)
    errors: tuple[ErrorCode, ...] = ()
    statuses: tuple[StatusCode, ...] = ()
    pages: tuple[PageRecord, ...] = ()
