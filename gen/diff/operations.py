"""One operation in two states: its request line, parameters, bodies, answers and page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gen.diff.change import NameChange
from gen.diff.collect import Collector
from gen.diff.describe import identity, short
from gen.diff.fields import Walk, compare_field, describe_field, join
from gen.diff.parameters import compare_parameters
from gen.document import Prose, plain
from gen.linker.operations import normalised
from gen.model import Body, Field, Operation, Ref, Response, Service
from gen.report.escape import quote


def compare_operation(old: Service, new: Service, one: Operation, other: Operation) -> Collector:
    """The changes of the operation that is ``one`` in ``old`` and ``other`` in ``new``."""
    out = Collector(one, other)
    _request_line(out)
    _page(out)
    _python_name(out)
    request = Walk(old, new, out, "request")
    compare_parameters(request, one.parameters, other.parameters)
    _request_body(request)
    _responses(Walk(old, new, out, "response"))
    _paging(out)
    return out


def _say(out: Collector, rule: str, old: str = "", new: str = "", detail: str = "") -> None:
    out.operation(
        rule,
        short(out.new),
        old_value=old,
        new_value=new,
        old=out.old.source,
        new=out.new.source,
        detail=detail,
    )


def placeholders(path: str) -> list[str]:
    """The names between braces, in order."""
    return re.findall(r"\{([^{}]*)\}", path)


def _request_line(out: Collector) -> None:
    old, new = out.old, out.new
    if old.method != new.method:
        _say(out, "operation-method-changed", quote(old.method), quote(new.method))
    if normalised(old.path) != normalised(new.path):
        _say(out, "operation-path-changed", quote(old.path), quote(new.path))
    else:
        for one, other in zip(placeholders(old.path), placeholders(new.path), strict=True):
            if one != other:
                _say(out, "operation-placeholder-renamed", quote(one), quote(other), other)
    # It is part of the key only while pages share the request line: one that comes or goes with
    # another page changes nothing for who calls.
    if old.discriminator and new.discriminator and old.discriminator != new.discriminator:
        _say(
            out,
            "operation-discriminator-changed",
            quote(old.discriminator),
            quote(new.discriminator),
        )
    if old.host != new.host:
        _say(out, "operation-host-changed", quote(old.host), quote(new.host))
    for path in sorted(set(new.twin_paths) - set(old.twin_paths)):
        _say(out, "operation-twin-path-added", new=quote(path))
    for path in sorted(set(old.twin_paths) - set(new.twin_paths)):
        _say(out, "operation-twin-path-removed", old=quote(path))
    if old.deprecated != new.deprecated:
        _say(out, "operation-deprecated" if new.deprecated else "operation-undeprecated")


def _page(out: Collector) -> None:
    old, new = out.old, out.new
    if old.page != new.page:
        _say(out, "operation-moved", quote(old.page), quote(new.page))
    if old.title.split() != new.title.split():
        _say(out, "operation-retitled", quote(old.title), quote(new.title))
    if _text(old) != _text(new):
        _say(out, "operation-description-changed")
    if _examples(old) != _examples(new):
        _say(out, "operation-examples-changed")


def _text(operation: Operation) -> list[str]:
    return [_prose(operation.summary), *(remark.text for remark in operation.remarks)]


def _prose(prose: Prose) -> str:
    return " ".join(plain(block) for block in prose)


def _examples(operation: Operation) -> list[tuple[str, str, str]]:
    return [
        (example.direction, " ".join(example.text.split()), example.title)
        for example in operation.examples
    ]


def dotted_name(operation: Operation) -> str:
    """The client's method: ``group.name``, or ``name`` in a flat client; '' where names are not set."""
    return ".".join(part for part in (operation.group, operation.name) if part)


def _python_name(out: Collector) -> None:
    old, new = dotted_name(out.old), dotted_name(out.new)
    if old and new:
        out.rename(NameChange(kind="method", operation=identity(out.new), old=old, new=new))
    before, after = dict(out.old.arguments), dict(out.new.arguments)
    for wire in before:
        if wire in after:
            out.rename(
                NameChange(
                    kind="argument",
                    operation=identity(out.new),
                    old=before[wire],
                    new=after[wire],
                )
            )


# ---- bodies ----------------------------------------------------------------


def _required_fields(service: Service, body: Body) -> bool:
    schema = service.schemas.get(body.type.schema) if isinstance(body.type, Ref) else None
    return schema is not None and any(field.required for field in schema.fields)


def _request_body(walk: Walk) -> None:
    out = walk.out
    old, new = out.old.request, out.new.request
    if old is not None and new is not None:
        if old.media_type != new.media_type:
            types = quote(old.media_type), quote(new.media_type)
            _say(out, "request-media-type-changed", *types)
        walk.types(old.type, new.type, "$", _row(old), _row(new))
        _items(walk, old, new)
    elif new is not None:
        required = new.required and _required_fields(walk.new, new)
        _say(out, "request-body-added-required" if required else "request-body-added")
    elif old is not None:
        required = old.required and _required_fields(walk.old, old)
        _say(out, "request-body-removed-required" if required else "request-body-removed")


def _row(body: Body) -> Field | None:
    """A row that stands for the body's table as a place."""
    if body.item is not None:
        return body.item
    if body.source is None:
        return None
    return Field(wire="", type=body.type, required=True, description=(), sources=(body.source,))


def _items(walk: Walk, old: Body, new: Body) -> None:
    """The row of a root array's items: its type was walked as the body's."""
    if old.item is not None and new.item is not None:
        compare_field(walk.out, walk.entity, "$[]", old.item, new.item)
        describe_field(walk.out, walk.entity, "$[]", old.item, new.item)


# ---- answers ---------------------------------------------------------------


def _success(response: Response) -> bool:
    return response.status is None or 200 <= response.status < 400


def _by_status(responses: Sequence[Response]) -> dict[int | None, Response]:
    found: dict[int | None, Response] = {}
    for response in responses:
        kept = found.get(response.status)
        if kept is None or (kept.body is None and response.body is not None):
            found[response.status] = response
    return found


def _responses(walk: Walk) -> None:
    old = _by_status([item for item in walk.out.old.responses if _success(item)])
    new = _by_status([item for item in walk.out.new.responses if _success(item)])
    gone = [status for status in old if status not in new]
    come = [status for status in new if status not in old]
    for status in old:
        if status in new:
            _response(walk, old[status], new[status])
    if len(gone) == 1 and len(come) == 1:
        _status(walk.out, gone[0], come[0])
        _response(walk, old[gone[0]], new[come[0]])
    else:
        for status in come:
            _say(walk.out, "response-status-added", new=_code(status))
        for status in gone:
            _say(walk.out, "response-status-removed", old=_code(status))
    _errors(walk)


def _status(out: Collector, old: int | None, new: int | None) -> None:
    if old is None:
        _say(out, "response-status-documented", new=_code(new))
    elif new is None:
        _say(out, "response-status-undocumented", old=_code(old))
    else:
        _say(out, "response-status-changed", _code(old), _code(new))


def _code(status: int | None) -> str:
    return "unnamed" if status is None else str(status)


def _errors(walk: Walk) -> None:
    old = _by_status([item for item in walk.out.old.responses if not _success(item)])
    new = _by_status([item for item in walk.out.new.responses if not _success(item)])
    for status, response in old.items():
        if status in new:
            _response(walk, response, new[status])
        else:
            _say(walk.out, "response-error-status-removed", old=_code(status))
    for status in new:
        if status not in old:
            _say(walk.out, "response-error-status-added", new=_code(status))


def _response(walk: Walk, old: Response, new: Response) -> None:
    status = _code(new.status)
    if old.body is not None and new.body is not None:
        if old.body.media_type != new.body.media_type:
            types = quote(old.body.media_type), quote(new.body.media_type)
            _say(walk.out, "response-media-type-changed", *types)
        walk.types(old.body.type, new.body.type, "$", _row(old.body), _row(new.body))
        _items(walk, old.body, new.body)
    elif new.body is not None:
        _say(walk.out, "response-body-added", new=status)
    elif old.body is not None:
        _say(walk.out, "response-body-removed", old=status)
    _headers(walk, old, new)


def _headers(walk: Walk, old: Response, new: Response) -> None:
    before = {item.field.wire.casefold(): item.field for item in old.headers}
    after = {item.field.wire.casefold(): item.field for item in new.headers}
    for wire, field in before.items():
        path = join("$headers", field.wire)
        if wire in after:
            walk.fields(field, after[wire], path)
        else:
            walk.out.field(walk.entity, "removed", path, field, None)
    for wire, field in after.items():
        if wire not in before:
            walk.out.field(walk.entity, "added", join("$headers", field.wire), None, field)


def _paging(out: Collector) -> None:
    old, new = out.old.paging, out.new.paging
    if old is None and new is not None:
        _say(out, "operation-paging-added")
    elif old is not None and new is None:
        _say(out, "operation-paging-removed")
    elif old is not None and new is not None and old != new:
        _say(out, "operation-paging-changed", quote(old.style), quote(new.style))
