"""What the request lines of the examples show of path and query parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote

from gen.model import Json, Operation, Parameter, Scalar

Place = tuple[str, str]
"""(where, wire name): a path parameter means the same in the whole service, one in the query not."""


def place(operation: Operation, parameter: Parameter) -> Place:
    """Where the values of a parameter are kept."""
    where = "path" if parameter.location == "path" else f"{parameter.location} {operation.key}"
    return where, parameter.field.wire


def shown(operation: Operation, target: str) -> Iterator[tuple[Place, Json]]:
    """The values that one request line gives, where it is one of the operation."""
    path, _, query = re.sub(r"^(?:https?://)?[^/?]*(?=/)", "", target).partition("?")
    values = _in_path(operation.path, path)
    pairs = dict(parse_qsl(query, keep_blank_values=True))
    for parameter in operation.parameters:
        given = (values if parameter.location == "path" else pairs).get(parameter.field.wire)
        if given is None or parameter.location not in ("path", "query"):
            continue
        value = _typed(given, parameter)
        if value is not None:
            yield place(operation, parameter), value


def _in_path(template: str, path: str) -> dict[str, str]:
    """Placeholder → text, empty where the path is another one. What stands before may differ."""
    wanted, given = template.strip("/").split("/"), path.strip("/").split("/")
    given = given[-len(wanted) :]
    if len(given) < len(wanted):
        return {}
    found: dict[str, str] = {}
    for step, text in zip(wanted, given, strict=True):
        name = re.fullmatch(r"\{([^{}]+)\}", step)
        if name:
            found[name[1]] = unquote(text)
        elif step != text:
            return {}
    return found


def _typed(text: str, parameter: Parameter) -> Json:
    """The text as the parameter's type has it; None where it is none."""
    match parameter.field.type:
        case Scalar(kind="integer"):
            return int(text) if re.fullmatch(r"-?\d{1,18}", text) else None
        case Scalar(kind="string" | "any"):
            return text or None
        case _:
            return None
