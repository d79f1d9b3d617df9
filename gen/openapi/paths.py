"""Path templates that OpenAPI accepts, and the parameters they need."""

from __future__ import annotations

import re

from gen.model import Operation
from gen.openapi.keywords import JsonObject
from gen.openapi.shapes import x_doc

_HOLE = re.compile(r"\{([^{}]*)\}")


def template(path: str) -> tuple[str, dict[str, str]]:
    """(the path with every placeholder once, new name → name of those that were met again).

    OpenAPI wants a leading slash, no query and no placeholder twice.
    """
    text = path.partition("?")[0].partition("#")[0].replace(" ", "")
    text = text if text.startswith("/") else f"/{text}"
    seen: dict[str, int] = {}
    again: dict[str, str] = {}

    def once(found: re.Match[str]) -> str:
        name = found.group(1)
        seen[name] = seen.get(name, 0) + 1
        if seen[name] == 1:
            return found.group(0)
        other = f"{name}~{seen[name]}"
        again[other] = name
        return "{" + other + "}"

    return _HOLE.sub(once, text), again


def complete(found: JsonObject, one: Operation, path: str, again: dict[str, str]) -> None:
    """Make the operation's path parameters those of the template: none missing, none too many."""
    names = _HOLE.findall(path)
    known = {part["name"]: part for part in found["parameters"] if part["in"] == "path"}
    kept = [part for part in found["parameters"] if part["in"] != "path" or part["name"] in names]
    spare = [part for name, part in known.items() if name not in names]
    for name in names:
        if name in known:
            continue
        twin = known.get(again.get(name, ""))
        if twin is not None:
            kept.append({**twin, "name": name, "x-same-as": again[name]})
        else:
            kept.append(
                {
                    "name": name,
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string"},
                    "x-doc": x_doc([one.source]),
                }
            )
    found["parameters"] = kept
    if spare:
        found["x-unused-parameters"] = spare
