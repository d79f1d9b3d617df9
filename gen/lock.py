"""``names.lock``: every name that was given, so that it is never given to anything else.

JSON, sorted, one decision a line. Operations are kept under their identity, schemas under
their key, fields and parameters under their wire names. What disappears from the docs is
kept under ``retired``: it gets its name back if it returns, and nothing else gets it.
"""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from gen.findings import Position, TablewrightError

VERSION = 1
_ATTRIBUTE = re.compile(r"[a-z_][a-z0-9_]*\Z")
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*\Z")


@dataclass(frozen=True, slots=True)
class LockedOperation:
    """An operation's names. ``parameters``: ``location wire`` → attribute; ``arguments``: body wire → argument."""

    group: str
    name: str
    module: str
    page: str
    parameters: dict[str, str] = field(default_factory=dict)
    arguments: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LockedSchema:
    """A schema's class, and of its fields those whose attribute is not simply their wire name."""

    name: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Lock:
    """All decisions of one service. ``shared``: a response schema's key → the key of the class it became."""

    operations: dict[str, LockedOperation] = field(default_factory=dict)
    schemas: dict[str, LockedSchema] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)
    retired_operations: dict[str, LockedOperation] = field(default_factory=dict)
    retired_schemas: dict[str, LockedSchema] = field(default_factory=dict)
    file: str = "names.lock"

    @classmethod
    def parse(cls, text: str | bytes, file: str = "names.lock") -> Lock:
        """The lock in ``text``. Raises TablewrightError, with the line, for anything that is no lock."""
        source = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        if not source.strip():
            return cls(file=file)
        try:
            data = json.loads(source)
        except json.JSONDecodeError as error:
            conflict = re.search(r"^<{7} ", source, re.MULTILINE)
            if conflict:
                raise TablewrightError(
                    "a merge left its marks",
                    position=Position(file, source.count("\n", 0, conflict.start()) + 1),
                    hint="take the side that is published, then generate: it adds what is missing",
                ) from error
            raise _wrong(file, error.lineno, f"not valid JSON: {error.msg}") from error
        return _Reader(file, source).lock(data)

    def dump(self) -> str:
        """The file's text: the same for the same decisions."""
        data = {
            "version": VERSION,
            "operations": {key: _operation(one) for key, one in sorted(self.operations.items())},
            "schemas": {key: _schema(one) for key, one in sorted(self.schemas.items())},
            "shared": dict(sorted(self.shared.items())),
            "retired": {
                "operations": {
                    key: _operation(one) for key, one in sorted(self.retired_operations.items())
                },
                "schemas": {key: _schema(one) for key, one in sorted(self.retired_schemas.items())},
            },
        }
        return json.dumps(data, indent=1, ensure_ascii=True) + "\n"

    def refuse_unreadable(self, files: Collection[str]) -> None:
        """Raise TablewrightError if the page of a locked operation is among the unreadable ``files``.

        Generating without it would take a method away that users call.
        """
        for key, one in sorted(self.operations.items()):
            if one.page in files:
                raise TablewrightError(
                    f"the page of {one.name} ({key}) can no longer be read",
                    position=Position(one.page, 1),
                    hint=f"mend the page, or take the operation out of {self.file} to give it up",
                )


def _operation(one: LockedOperation) -> dict[str, Any]:
    data: dict[str, Any] = {
        "group": one.group,
        "name": one.name,
        "module": one.module,
        "page": one.page,
    }
    if one.parameters:
        data["parameters"] = dict(sorted(one.parameters.items()))
    if one.arguments:
        data["arguments"] = dict(sorted(one.arguments.items()))
    return data


def _schema(one: LockedSchema) -> dict[str, Any]:
    data: dict[str, Any] = {"name": one.name}
    if one.fields:
        data["fields"] = dict(sorted(one.fields.items()))
    return data


def _wrong(file: str, line: int, message: str) -> TablewrightError:
    return TablewrightError(
        message, position=Position(file, line), hint="restore the file from version control"
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Names in the file become code: each is checked for what it must look like."""

    file: str
    source: str

    def lock(self, data: Any) -> Lock:
        if not isinstance(data, dict) or "version" not in data:
            raise _wrong(self.file, 1, "this is no names lock: it has no version")
        if data["version"] != VERSION:
            raise TablewrightError(
                f"a names lock of version {data['version']!r}; this tablewright reads version {VERSION}",
                position=Position(self.file, 1),
                hint="use the tablewright that wrote it",
            )
        retired = self.object(data.get("retired", {}), "retired")
        return Lock(
            operations=self.operations(data.get("operations", {})),
            schemas=self.schemas(data.get("schemas", {})),
            shared=self.texts(data.get("shared", {}), "shared"),
            retired_operations=self.operations(retired.get("operations", {})),
            retired_schemas=self.schemas(retired.get("schemas", {})),
            file=self.file,
        )

    def operations(self, data: Any) -> dict[str, LockedOperation]:
        found = {}
        for key, value in self.object(data, "operations").items():
            one = self.object(value, key)
            found[key] = LockedOperation(
                group=self.attribute(one["group"], key) if one.get("group") else "",
                name=self.attribute(one.get("name"), key),
                module=self.attribute(one.get("module"), key),
                page=str(one.get("page", "")),
                parameters=self.attributes(one.get("parameters", {}), key),
                arguments=self.attributes(one.get("arguments", {}), key),
            )
        return found

    def schemas(self, data: Any) -> dict[str, LockedSchema]:
        found = {}
        for key, value in self.object(data, "schemas").items():
            one = self.object(value, key)
            name = one.get("name")
            if not isinstance(name, str) or not _CLASS.match(name) or keyword.iskeyword(name):
                raise self.bad(key, f"{name!r} is no class name")
            found[key] = LockedSchema(name, self.attributes(one.get("fields", {}), key))
        return found

    def attributes(self, data: Any, where: str) -> dict[str, str]:
        return {
            wire: self.attribute(name, where) for wire, name in self.object(data, where).items()
        }

    def attribute(self, name: Any, where: str) -> str:
        if not isinstance(name, str) or not _ATTRIBUTE.match(name) or keyword.iskeyword(name):
            raise self.bad(where, f"{name!r} is no Python name")
        if name.startswith("__"):
            raise self.bad(where, f"{name!r} is a name that Python keeps to itself")
        return name

    def texts(self, data: Any, where: str) -> dict[str, str]:
        found = self.object(data, where)
        if not all(isinstance(value, str) for value in found.values()):
            raise self.bad(where, "every value must be a string")
        return found

    def object(self, data: Any, where: str) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise self.bad(where, f"{where!r} must be an object")
        return data

    def bad(self, where: str, message: str) -> TablewrightError:
        place = self.source.find(json.dumps(where))
        line = self.source.count("\n", 0, place) + 1 if place >= 0 else 1
        return _wrong(self.file, line, message)
