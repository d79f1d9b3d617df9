"""From keyword arguments to a checked request, before any connection is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .errors import ValidationError
from .model import UNSET
from .request import Prepared, add_extras, attach_body
from .violation import Violation
from .wire import header_value, path_segment, query_pairs, text_of, to_wire

if TYPE_CHECKING:
    from .operation import Operation, Parameter
    from .options import CallOptions

_ROOT = "$"


class Plan:
    """What is derived once from an operation: its path in pieces, and its argument names."""

    __slots__ = ("body_fields", "head", "keys", "names", "pieces")

    def __init__(self, operation: Operation[Any]) -> None:
        self.keys: list[tuple[str, Parameter]] = []
        seen: set[str] = set()
        in_path: dict[str, tuple[str, str]] = {}
        for parameter in operation.parameters:
            key = parameter.name if parameter.wire in seen else parameter.wire
            seen.add(parameter.wire)
            self.keys.append((key, parameter))
            if parameter.location == "path":
                in_path[parameter.wire] = (key, parameter.name)
        self.head, *rest = operation.path.split("{")
        self.pieces: list[tuple[str, str, str]] = []
        for piece in rest:
            wire, _, text = piece.partition("}")
            self.pieces.append((*in_path[wire], text))
        self.body_fields = operation.body.fields if operation.body is not None else ()
        self.names = frozenset(p.name for p in operation.parameters) | frozenset(
            name for name, _ in self.body_fields
        )


def plan_of(operation: Operation[Any]) -> Plan:
    """The operation's plan, made on first use."""
    plan: Plan | None = operation.plan
    if plan is None:
        plan = operation.plan = Plan(operation)
    return plan


def prepare(
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    body: Any,
    *,
    defaults: Mapping[str, str],
    validate: bool,
    options: CallOptions | None,
) -> Prepared:
    """Make and check the request of one call.

    Args:
        arguments: by Python name; UNSET, and None for a parameter, mean not given.
        body: the whole body, or UNSET.
        defaults: the client's values for parameters with ``client`` set.
        validate: whether the documented rules are checked.

    Raises:
        TypeError: an argument that the operation does not have, or a body given twice.
        ValueError: a value that no path or header can carry.
        ValidationError: all broken rules, of parameters and body together.
    """
    plan = plan_of(operation)
    if not arguments.keys() <= plan.names:
        raise unknown_argument(operation, plan, arguments)
    violations: list[Violation] = []
    values = _parameter_values(operation, plan, arguments, defaults, validate, violations)
    wire_body = _body_value(operation, plan, arguments, body, options)
    if validate:
        if operation.check_parameters is not None:
            operation.check_parameters(values, _ROOT, violations)
        if operation.check_body is not None and wire_body is not UNSET:
            operation.check_body(wire_body, _ROOT, violations)
    if violations:
        raise ValidationError(tuple(violations), operation=operation.qualname)
    request = Prepared(operation.qualname, operation.method, _path(plan, values), operation.path)
    for key, parameter in plan.keys:
        value = values.get(key, UNSET)
        if value is UNSET or parameter.location == "path":
            continue
        if parameter.location == "query":
            request.query += query_pairs(parameter.wire, value, parameter.style)
        elif parameter.location == "header":
            request.headers[parameter.wire] = header_value(parameter.wire, value)
        else:
            pair = header_value("Cookie", f"{parameter.wire}={text_of(value)}")
            given = request.headers.get("Cookie")
            request.headers["Cookie"] = f"{given}; {pair}" if given else pair
    if wire_body is not UNSET and operation.body is not None:
        attach_body(request, operation.body, wire_body)
    if options is not None:
        add_extras(request, options)
    return request


def unknown_argument(
    operation: Operation[Any], plan: Plan, arguments: Mapping[str, Any]
) -> TypeError:
    """The error for the first argument the operation does not have, with the names nearest to it."""
    import difflib

    name = next(n for n in arguments if n not in plan.names)
    near = difflib.get_close_matches(name, sorted(plan.names), n=3)
    hint = f" (did you mean {', '.join(repr(n) for n in near)}?)" if near else ""
    return TypeError(f"{operation.qualname}() has no argument {name!r}{hint}")


def _parameter_values(
    operation: Operation[Any],
    plan: Plan,
    arguments: Mapping[str, Any],
    defaults: Mapping[str, str],
    validate: bool,
    violations: list[Violation],
) -> dict[str, Any]:
    """The given parameters by key, client defaults filled in; absent required ones become violations."""
    values: dict[str, Any] = {}
    for key, parameter in plan.keys:
        value = arguments.get(parameter.name)
        if value is None or value is UNSET:
            value = defaults.get(parameter.client) if parameter.client else None
            if value is None:
                # Without its path parameter there is no URL, so that is not a matter of validation.
                if parameter.location == "path" or (validate and parameter.required):
                    violations.append(_missing(operation, parameter))
                continue
        values[key] = value if type(value) is str else to_wire(value)
    return values


def _missing(operation: Operation[Any], parameter: Parameter) -> Violation:
    message = f"{parameter.location} parameter {parameter.name!r} is required"
    if parameter.client:
        message += f": give it to the call, or {parameter.client}= to the client"
    return Violation(
        f"$.{parameter.wire}", "required", message, f"{operation.qualname}/{parameter.wire}"
    )


def _body_value(
    operation: Operation[Any],
    plan: Plan,
    arguments: Mapping[str, Any],
    body: Any,
    options: CallOptions | None,
) -> Any:
    """The wire value of the body, from the flat fields or from ``body=``; UNSET where none is sent."""
    spec = operation.body
    files = spec.files if spec is not None else ()
    flat: dict[str, Any] = {}
    for name, wire in plan.body_fields:
        value = arguments.get(name, UNSET)
        if value is not UNSET:
            as_it_is = type(value) is str or (files and wire in files)
            flat[wire] = value if as_it_is else to_wire(value)
    if body is not UNSET and body is not None:
        if spec is None:
            raise TypeError(f"{operation.qualname}() sends no body")
        if flat:
            given = next(n for n, w in plan.body_fields if w in flat)
            raise TypeError(f"{operation.qualname}() got both body= and the field {given!r}")
        if spec.kind == "bytes":
            value = body
        elif files and isinstance(body, Mapping):
            value = {k: v if k in files else to_wire(v) for k, v in body.items()}
        else:
            value = to_wire(body)
    elif spec is None or spec.kind == "bytes":
        value = UNSET
    elif flat or (spec.required and not spec.root_array):
        value = {spec.wrapper: flat} if spec.wrapper else flat
    else:
        value = UNSET
    if options is not None and options.body is not None:
        base = {} if value is UNSET else value
        if not isinstance(base, dict):
            raise TypeError(
                f"{operation.qualname}() sends no JSON object that options.body could join"
            )
        value = merged(base, to_wire(options.body))
    return value


def merged(base: Any, extra: Any) -> Any:
    """``base`` with the keys of ``extra``; objects are merged at every depth, anything else is replaced."""
    if not (isinstance(base, dict) and isinstance(extra, dict)):
        return extra
    result = dict(base)
    for key, value in extra.items():
        result[key] = merged(result[key], value) if key in result else value
    return result


def _path(plan: Plan, values: Mapping[str, Any]) -> str:
    parts = [plan.head]
    for key, name, text in plan.pieces:
        parts += (path_segment(name, values[key]), text)
    return "".join(parts)
