"""Examples against tables: findings, and the fields in which null was seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from gen.agreement import body_of, observe
from gen.findings import Position
from gen.lenient_json import places
from gen.linker.log import Log
from gen.linker.operations import normalised
from gen.model import Array, Example, Operation, Schema


def agree(operation: Operation, schemas: dict[str, Schema], log: Log) -> None:
    """Report what the operation's examples show and its tables do not say; note nulls."""
    for example in operation.examples:
        _request_line(operation, example, log)
        body = body_of(operation, example, schemas)
        if body is None or not example.parsed:
            continue
        place = Places(example)
        for remark in observe(example.value, body.type, schemas):
            match remark.kind:
                case "null" if remark.field is not None:
                    _note_null(schemas, remark.schema, remark.field.wire)
                case "unknown-key":
                    log.say(
                        "TW502",
                        f"{remark.path} is in no table",
                        place.of(remark.path),
                        "add a row for the key, or take it out of the example",
                    )
                case "missing" if example.direction == "request":
                    log.say(
                        "TW503",
                        f"{remark.path} is mandatory and not in the example",
                        place.of(remark.path),
                        "add the field to the example, or say that it is optional",
                    )
                case "type":
                    cell = remark.field.type_cell if remark.field is not None else ""
                    if remark.path == "$":
                        cell = "a list" if isinstance(body.type, Array) else "an object"
                    log.say(
                        "TW504",
                        f"{remark.path} is {remark.seen}, the table says {cell or 'otherwise'}",
                        place.of(remark.path),
                        "correct the example or the type",
                    )


class Places:
    """Where the keys of an example stand in its page; found when first asked for."""

    def __init__(self, example: Example) -> None:
        self.example = example
        self.known: dict[str, int] | None = None

    def of(self, path: str) -> Position:
        """The line of the key at a JSONPath; of one that is missing, the line of the object it is missing in."""
        example = self.example
        if not example.line:
            return Position(example.source.file, example.source.line)
        if self.known is None:
            self.known = places(example.text)
        while path and path not in self.known:
            path = re.sub(r"(?:\.[^.\[\]]*|\[[^\[\]]*\]|[^.\[\]])$", "", path)
        at = self.known.get(path, 0)
        return Position(example.source.file, example.line + example.text.count("\n", 0, at))


def _note_null(schemas: dict[str, Schema], key: str, wire: str) -> None:
    if schema := schemas.get(key):
        fields = tuple(replace(f, null_seen=True) if f.wire == wire else f for f in schema.fields)
        schemas[key] = replace(schema, fields=fields)


def _request_line(operation: Operation, example: Example, log: Log) -> None:
    """Another verb, or a path that no request line of the page fits."""
    if not example.target and not example.method:
        return
    where = Position(example.source.file, example.head or example.source.line)
    if example.method and example.method != operation.method:
        _contradict(
            f"the example says {example.method}, the URI section {operation.method}",
            where,
            log,
        )
        return
    path = re.sub(r"^https?://[^/]*", "", example.target).split("?")[0]
    path = re.sub(r"/{2,}", "/", path)
    if not path.startswith("/"):
        return
    if not any(_fits(path, wanted) for wanted in (operation.path, *operation.twin_paths)):
        _contradict(f"the example's path {path} does not fit {operation.path}", where, log)


def _contradict(message: str, source: Position, log: Log) -> None:
    log.say("TW505", message, source, "let example and URI section agree")


def _fits(path: str, wanted: str) -> bool:
    if normalised(path) == normalised(wanted):
        return True
    pattern = "".join(
        "[^/]+" if part == "{}" else re.escape(part)
        for part in re.split(r"({})", normalised(wanted))
    )
    return re.fullmatch(pattern + "/?", path) is not None


def prune(schemas: Mapping[str, Schema], keep: set[str]) -> dict[str, Schema]:
    """Only the schemas named, in a stable order."""
    return {key: schemas[key] for key in sorted(schemas) if key in keep}
