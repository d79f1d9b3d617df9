"""Which module holds which class: an operation's own beside it, what several use under ``shared/``."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gen.model import Body, Operation, Schema, Service, Type
from gen.views.types import Schemas, refs_of


@dataclass(frozen=True, slots=True)
class Module:
    """A module with request or response classes: ``folder.name`` below the package, schema keys in order."""

    folder: str
    name: str
    keys: tuple[str, ...]

    @property
    def dotted(self) -> str:
        """``operations.create_thing``."""
        return f"{self.folder}.{self.name}"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is. ``home``: schema key → module; ``shared`` in order of names."""

    home: Mapping[str, Module]
    operations: Mapping[str, Module]
    shared: tuple[Module, ...]


def bodies(operation: Operation) -> list[Body]:
    """The messages of an operation that the package has classes for: no error answers."""
    found = [operation.request] if operation.request is not None else []
    for response in operation.responses:
        if response.body is not None and (response.status is None or response.status < 400):
            found.append(response.body)
    return found


def reachable(types: Iterable[Type], schemas: Schemas) -> list[str]:
    """The keys of all schemas that the types lead to, each once, breadth first."""
    queue = [key for type_ in types for key in refs_of(type_)]
    found: dict[str, None] = {}
    while queue:
        key = queue.pop(0)
        if key in found:
            continue
        found[key] = None
        queue += [below for type_ in inner_types(schemas[key]) for below in refs_of(type_)]
    return list(found)


def inner_types(schema: Schema) -> list[Type]:
    """The types a schema's members have."""
    types = [field.type for field in schema.fields]
    return types if schema.additional is None else [*types, schema.additional.type]


def layout(service: Service) -> Layout:
    """Give every reachable schema its module. Schemas that refer to each other in a circle share one."""
    users: dict[str, list[str]] = {}
    own: dict[str, list[str]] = {}
    for operation in service.operations:
        keys = reachable([body.type for body in bodies(operation)], service.schemas)
        own[operation.key] = keys
        for key in keys:
            users.setdefault(key, []).append(operation.key)
    common = [key for key in users if len(users[key]) > 1]
    home: dict[str, Module] = {}
    operations = {}
    for operation in service.operations:
        mine = tuple(key for key in own[operation.key] if len(users[key]) == 1)
        module = Module("operations", operation.module, mine)
        operations[operation.key] = module
        home.update(dict.fromkeys(mine, module))
    shared = _shared(common, service.schemas)
    for module in shared:
        home.update(dict.fromkeys(module.keys, module))
    return Layout(home, operations, shared)


def _shared(keys: list[str], schemas: Schemas) -> tuple[Module, ...]:
    taken: set[str] = set()
    modules = []
    named = [
        (min(schemas[key].name for key in circle), circle) for circle in circles(keys, schemas)
    ]
    for first, circle in sorted(named):
        name = snake(first)
        number = 2
        while name in taken:
            name = f"{snake(first)}_{number}"
            number += 1
        taken.add(name)
        ordered = sorted(circle, key=lambda key: schemas[key].name)
        modules.append(Module("shared", name, tuple(ordered)))
    return tuple(modules)


def snake(name: str) -> str:
    """A class's name as a module's."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()
    return f"{words}_" if keyword.iskeyword(words) else words


def circles(keys: Iterable[str], schemas: Schemas) -> list[list[str]]:
    """The strongly connected components among ``keys`` (Tarjan's algorithm, without recursion)."""
    wanted = dict.fromkeys(keys)
    below = {
        key: [k for type_ in inner_types(schemas[key]) for k in refs_of(type_) if k in wanted]
        for key in wanted
    }
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []
    for start in wanted:
        if start in order:
            continue
        work = [(start, iter(below[start]))]
        order[start] = low[start] = len(order)
        stack.append(start)
        while work:
            key, rest = work[-1]
            step = next((k for k in rest if k not in order or k in stack), None)
            if step is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[key])
                if low[key] == order[key]:
                    cut = stack.index(key)
                    found.append(stack[cut:])
                    del stack[cut:]
            elif step in order:
                low[key] = min(low[key], order[step])
            else:
                order[step] = low[step] = len(order)
                stack.append(step)
                work.append((step, iter(below[step])))
    return found
