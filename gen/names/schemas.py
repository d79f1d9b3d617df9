"""Class names and attributes of all schemas of a service."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from gen.lock import Lock
from gen.model import Array, Map, Operation, Ref, Schema, Service, Type
from gen.names.captions import caption_words, of_items, plain_words
from gen.names.operations import OperationName
from gen.names.words import pascal, words

INPUT = "Input"
RESERVED = frozenset(
    """AkSkAuth Answer Any ApiError AsyncClient AsyncIterator AsyncPager AsyncStreamedResponse Auth
    AuthenticationError Awaitable BadRequestError BodySpec CallOptions Callable Class ClassVar Client
    ClientError ConflictError ConnectionError ConnectionFailed DecodeError Dict Ellipsis Enum Exception False
    Field File FileContent Final FrozenSet Generic Iterable Iterator List Literal Mapping Model None
    NotFoundError NotImplemented Operation Optional Pager Paging Parameter PasswordAuth PermissionDeniedError
    RateLimitError RawResponse RedirectError Regex RequestModel ResponseModel Retry Self Sequence ServerError
    Set StreamedResponse SyncClient TimedOut TimeoutError TokenAuth True Tuple Type TypeAlias TypeVar Union
    Unset ValidationError Violation Violations Warning Where""".split()
)


_VAGUE = frozenset(
    """spec status metadata item items value values data info result results properties attributes config option
    options""".split()
)
# Said by the suffix already.
_WAY = frozenset(("request", "req", "input"))


@dataclass(slots=True)
class _Uses:
    """Where a schema is used. ``fields``: (schema, wire, is an array's item) of the fields that hold it.

    ``roots`` are bodies with the words of their names, ``listed`` bodies that are arrays of
    it: the method's words and a name to fall back on.
    """

    roots: list[tuple[Operation, list[str]]] = field(default_factory=list)
    listed: list[tuple[list[str], list[str]]] = field(default_factory=list)
    fields: list[tuple[str, str, bool]] = field(default_factory=list)
    operations: list[Operation] = field(default_factory=list)


_FAILURES = [words(status.phrase) for status in HTTPStatus if status >= 400]


def name_schemas(
    service: Service, names: Mapping[str, OperationName], lock: Lock, client: str = ""
) -> dict[str, str]:
    """schema key → class name. What is locked stays; the rest get the best name still free.

    ``client`` is the client's class: its names are no model's.
    """
    uses = _uses(service, names)
    known = {**lock.retired_schemas, **lock.schemas}
    taken = {one.name for one in known.values()} | RESERVED | {client, f"Async{client}"}
    named = {key: known[key].name for key in service.schemas if key in known}
    parents: dict[str, list[list[str]]] = {}
    order = sorted(
        service.schemas.values(), key=lambda schema: _rank(schema, uses[schema.key], names)
    )
    for schema in order:
        if schema.key in named:
            continue
        own = [
            _parent(service.schemas[key], uses[key], names) for key, _, _ in uses[schema.key].fields
        ]
        natural = _natural(schema, uses[schema.key])
        # A parent's name that the holder of the natural name has too tells nothing apart.
        told = [words for words in own if words not in parents.get(pascal(natural), [])]
        parents.setdefault(pascal(natural), []).extend(own)
        choices = _choices(schema, uses[schema.key], told, names)
        named[schema.key] = next(name for name in choices if name not in taken)
        taken.add(named[schema.key])
    return named


_VERBS = {"create": 0, "update": 2, "change": 2, "set": 2, "get": 3, "list": 4} | dict.fromkeys(
    "add allocate apply assign import insert install publish register submit upload".split(), 1
)


def _rank(
    schema: Schema, uses: _Uses, names: Mapping[str, OperationName]
) -> tuple[int, int, int, int, str]:
    """Roots first (their names say which operation), then the most used, then those of creating operations."""
    own = [names[one.key].name for one in uses.operations]
    verb = min((_VERBS.get(name.partition("_")[0], 5) for name in own), default=9)
    wide = 0 if schema.direction == "request" else -len(own)
    return (0 if uses.roots else 1), wide, verb, min(map(len, own), default=0), schema.key


def _uses(service: Service, names: Mapping[str, OperationName]) -> dict[str, _Uses]:
    found = {key: _Uses() for key in service.schemas}
    for operation in service.operations:
        base = words(names[operation.key].module)
        reached: set[str] = set()
        for type_, tail in _bodies(operation):
            if isinstance(type_, Ref):
                found[type_.schema].roots.append((operation, [*base, *tail]))
            elif isinstance(type_, Array) and isinstance(type_.items, Ref):
                found[type_.items.schema].listed.append(
                    (words(names[operation.key].name), [*base, *tail[:-1], "item"])
                )
            _reach(type_, service.schemas, reached)
        for key in reached:
            found[key].operations.append(operation)
    for schema in service.schemas.values():
        for one in (*schema.fields, *((schema.additional,) if schema.additional else ())):
            for key, item in _direct(one.type, False):
                found[key].fields.append((schema.key, one.wire, item))
    return found


def _bodies(operation: Operation) -> Iterator[tuple[Type, list[str]]]:
    if operation.request is not None:
        yield operation.request.type, ["input"]
    told = False
    for response in operation.responses:
        if response.body is None:
            continue
        good = response.status is None or 200 <= response.status < 400
        tail = ["response"]
        if not good or told:
            tail = [*_phrase(response.status), *tail]
        told = told or good
        yield response.body.type, tail


def _phrase(status: int | None) -> list[str]:
    try:
        return words(HTTPStatus(status).phrase) if status else ["other"]
    except ValueError:
        return ["status", str(status)]


def _direct(type_: Type, item: bool) -> Iterator[tuple[str, bool]]:
    if isinstance(type_, Ref):
        yield type_.schema, item
    elif isinstance(type_, Array):
        yield from _direct(type_.items, True)
    elif isinstance(type_, Map):
        yield from _direct(type_.values, True)


def _reach(type_: Type, schemas: Mapping[str, Schema], reached: set[str]) -> None:
    todo = [key for key, _ in _direct(type_, False)]
    while todo:
        key = todo.pop()
        if key in reached:
            continue
        reached.add(key)
        schema = schemas[key]
        for one in (*schema.fields, *((schema.additional,) if schema.additional else ())):
            todo += [inner for inner, _ in _direct(one.type, False)]


def _choices(
    schema: Schema, own: _Uses, parents: list[list[str]], names: Mapping[str, OperationName]
) -> Iterator[str]:
    """Class names from the best one on: what a person would say, then ever more words around it."""
    suffix = INPUT if schema.direction == "request" else ""
    if len({one.key for one, _ in own.roots}) > 1:
        yield from _of_many(schema, own, suffix)
    for _, root in own.roots:
        yield pascal(root)
    natural = _natural(schema, own)
    operations = [words(names[one.key].module) for one in own.operations]
    spelt = _spelt(schema, natural)
    # A caption that says "create" is no name for what another operation sends.
    fits = spelt[:1] != ["create"] or all(operation[:1] == spelt[:1] for operation in operations)
    joined = [_joined(parent, natural) for parent in parents]
    # "Spec" says nothing without the thing it is of.
    vague = natural[0] in _VAGUE and len(natural) == 1 and len({pascal(one) for one in joined}) == 1
    bases = [*(joined if vague else []), natural, *([spelt] if fits else []), *joined]
    bases += [root for _, root in own.listed]
    bases += [_of_operation(operation, natural) for operation in operations]
    bases += [
        [*operation, *_joined(parent, natural)] for operation in operations for parent in parents
    ]
    bases += [[*natural, "info"], [*natural, "details"]]
    for base in bases:
        if base:
            yield _class(base) + suffix
    while True:
        natural = ["other", *natural]
        yield _class(natural) + suffix


def _spelt(schema: Schema, natural: list[str]) -> list[str]:
    """The caption's words with what :func:`plain_words` took off, but for what the suffix says."""
    spelt = caption_words(schema.caption)
    if spelt and spelt[-1] == (plain_words(schema.caption) or [""])[-1]:
        spelt = [*spelt[:-1], natural[-1]]
    if schema.direction == "request":
        spelt = [word for word in spelt if word not in _WAY]
        if spelt[-2:] == ["body", "content"]:
            del spelt[-2]
    return spelt


def _of_many(schema: Schema, own: _Uses, suffix: str) -> Iterator[str]:
    """A body that several operations have says what it is, not whose."""
    found = plain_words(schema.caption)
    if found:
        yield _class(found) + suffix
    elif schema.direction == "response" and all(
        len(root) > 1 and _failed(root) for _, root in own.roots
    ):
        yield "ErrorResponse"
        for one in schema.fields:  # of a service with errors of two forms
            yield _class([*words(one.wire), "error", "response"])


def _failed(root: list[str]) -> bool:
    return any(root[-len(end) - 1 : -1] == end for end in _FAILURES)


def _class(base: list[str]) -> str:
    name = pascal(base)
    return name if name[0].isalpha() else f"Object{name}"


def _natural(schema: Schema, own: _Uses) -> list[str]:
    base = plain_words(schema.caption)
    if not base and own.listed:
        return of_items(own.listed[0][0][1:]) or own.listed[0][1]
    if not base:
        wires = [words(wire) for _, wire, _ in own.fields if words(wire)]
        base = wires[0] if wires else []
    if any(item for _, _, item in own.fields):
        base = of_items(base)
    return base or ["object"]


def _parent(schema: Schema, own: _Uses, names: Mapping[str, OperationName]) -> list[str]:
    found = plain_words(schema.caption)
    if found:
        return found
    if own.fields:
        return words(own.fields[0][1])
    return words(names[own.operations[0].key].module) if own.operations else []


def _of_operation(operation: list[str], natural: list[str]) -> list[str]:
    """The operation's and the own words; what is called as the operation is an item of its message."""
    return [*operation, *(natural if natural != operation else ["item"])]


def _joined(parent: list[str], base: list[str]) -> list[str]:
    """Parent and own words, said once where the own ones begin with the parent's."""
    return base if base[: len(parent)] == parent else [*parent, *base]
