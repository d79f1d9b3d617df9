"""A service as the files of its package."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from gen import literals, render
from gen.model import Operation, Service
from gen.views.client import MethodView, client_module
from gen.views.info import PackageInfo
from gen.views.layout import Layout, layout, snake
from gen.views.modules import operation_module, shared_module
from gen.views.offline import offline_examples
from gen.views.operations import OperationView
from gen.views.rules_table import rules_table
from gen.views.texts import error_rows, first_call, operation_rows, sources
from gen.views.uses import purposes

RUNTIME_EXPORTS = (
    ("_runtime.auth", "AkSkAuth PasswordAuth TokenAuth"),
    (
        "_runtime.errors",
        "ApiError AuthenticationError BadRequestError ClientError ConflictError ConnectionFailed DecodeError "
        "NotFoundError PermissionDeniedError RateLimitError RedirectError ServerError TimedOut ValidationError",
    ),
    ("_runtime.model", "UNSET RequestModel ResponseModel Unset"),
    ("_runtime.options", "CallOptions"),
    ("_runtime.paging", "AsyncPager Pager"),
    ("_runtime.response", "RawResponse"),
    ("_runtime.retry", "Retry"),
    ("_runtime.violation", "Violation"),
)


@dataclass(frozen=True, slots=True)
class Export:
    """Names that the package takes from one of its modules."""

    module: str
    names: tuple[str, ...]

    @property
    def module_literal(self) -> str:
        """The module's name as a literal."""
        return literals.string(self.module)

    @property
    def names_literal(self) -> str:
        """The names, separated by blanks, as one literal in pieces that fit a line."""
        pieces: list[str] = [""]
        for name in self.names:
            if len(pieces[-1]) + len(name) > 80:
                pieces.append("")
            pieces[-1] += f"{name} "
        pieces[-1] = pieces[-1].rstrip()
        return "(" + " ".join(literals.string(piece) for piece in pieces) + ")"


@dataclass(frozen=True, slots=True)
class GroupProperty:
    """``client.<attribute>``, an object of class ``name`` from ``module``."""

    attribute: str
    module: str
    name: str
    doc: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the two classes made from the same methods."""

    name: str
    base: str
    doc: str
    methods: tuple[MethodView, ...]
    groups: tuple[GroupProperty, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A group of a large client: its two classes and its operations."""

    attribute: str
    names: tuple[str, str]
    doc: str
    operations: tuple[Operation, ...]

    @property
    def module(self) -> str:
        """The module, as the client imports it."""
        return f"._groups.{self.attribute}"


def drafts(service: Service, info: PackageInfo) -> dict[str, str]:
    """Every file made for the package by relative path, Python not yet formatted: all but the runtime."""
    places = layout(service)
    purpose = purposes(service)
    files: dict[str, str] = {}
    views: dict[str, OperationView] = {}
    for operation in service.operations:
        module = operation_module(operation, service, places, purpose)
        assert module.operation is not None
        views[operation.key] = module.operation
        files[module.path] = render.render("package/_module.py.jinja", m=module)
    for one in places.shared:
        module = shared_module(one, service, places, purpose)
        files[module.path] = render.render("package/_module.py.jinja", m=module)
    for folder, doc in (
        ("operations", "One module per operation."),
        ("shared", "Classes that several operations use."),
    ):
        if any(path.startswith(f"{folder}/") for path in files):
            files[f"{folder}/__init__.py"] = f'"""{doc}"""\n'
    groups = _groups(service)
    files.update(_clients(service, info, places, views, groups))
    files["__init__.py"] = render.render(
        "package/__init__.py.jinja",
        doc=literals.docstring(_package_doc(service, info)),
        version=literals.string(info.version),
        exports=_exports(service, info, places),
    )
    files["_errors_table.py"] = render.render(
        "package/_errors_table.py.jinja", rows=error_rows(service)
    )
    files.update(_data(service, info))
    return dict(sorted(files.items()))


def _data(service: Service, info: PackageInfo) -> dict[str, str]:
    files = {
        "sources.json": _json(sources(service)),
        "testing/_examples.json": _json(offline_examples(service)),
        "testing/_rules.json": _json(rules_table(service)),
        "README.md": _readme(service, info),
        "py.typed": "",
    }
    for name, text in (
        ("LICENSE", info.licence_text),
        ("ORIGIN.md", info.origin_text),
        ("CHANGELOG.md", info.changelog),
    ):
        if text:
            files[name] = text
    return files


def _json(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=True) + "\n"


def _title(service: Service, info: PackageInfo) -> str:
    return literals.one_line(info.docs_title or service.title or info.package)


def _package_doc(service: Service, info: PackageInfo) -> str:
    return (
        f"A typed client for {_title(service, info)}.\n\n"
        f"Made from its API reference. ``{info.client_name}`` and ``{info.async_client_name}`` call it; requests are\n"
        "checked against the documented rules before they are sent."
    )


def _readme(service: Service, info: PackageInfo) -> str:
    return render.render(
        "package/README.md.jinja",
        package=info.package,
        intro=f"A typed, validated client for {_title(service, info)}, sync and async.",
        first_call=first_call(service, info),
        address=f" (`{info.base_url_hint}`)" if info.base_url_hint else "",
        async_client=info.async_client_name,
        operations=operation_rows(service),
        made=f"Generated by {info.generator} from the API reference; `ORIGIN.md` says which one."
        if info.origin_text
        else f"Generated by {info.generator} from the API reference.",
        command=info.command,
    )


def _groups(service: Service) -> tuple[Group, ...]:
    by_name: dict[str, list[Operation]] = {}
    for operation in service.operations:
        if operation.group:
            by_name.setdefault(operation.group, []).append(operation)
    taken = {schema.name for schema in service.schemas.values()}
    groups = []
    for name, operations in sorted(by_name.items()):
        base = "".join(word.capitalize() for word in name.split("_") if word) + "Group"
        while base in taken or f"Async{base}" in taken:
            base += "_"
        titles = ", ".join(one.name for one in operations[:4]) + (
            ", …" if len(operations) > 4 else ""
        )
        doc = literals.docstring(f"{titles}.", 8)
        groups.append(Group(name, (base, f"Async{base}"), doc, tuple(operations)))
    return tuple(groups)


def _clients(
    service: Service,
    info: PackageInfo,
    places: Layout,
    views: dict[str, OperationView],
    groups: tuple[Group, ...],
) -> dict[str, str]:
    title = _title(service, info)
    flat = [one for one in service.operations if not one.group]
    module = client_module(flat, views, service, places, "client", ".")
    kinds = [
        Kind(
            name,
            base,
            literals.docstring(f"{title}, {word}.", 4),
            module.methods[number],
            tuple(GroupProperty(g.attribute, g.module, g.names[number], g.doc) for g in groups),
        )
        for number, (name, base, word) in enumerate(
            (
                (info.client_name, "SyncClient", "synchronous"),
                (info.async_client_name, "AsyncClient", "asynchronous"),
            )
        )
    ]
    files = {
        "_client.py": render.render(
            "package/_client.py.jinja",
            doc=literals.docstring(
                f"The clients of {title}: sync and async, with the same methods."
            ),
            c=module,
            group_imports=[(group.module, ", ".join(sorted(group.names))) for group in groups],
            user_agent=literals.string(f"{info.package}/{info.version}"),
            kinds=kinds,
        )
    }
    for group in groups:
        files[f"_groups/{group.attribute}.py"] = _group_file(group, service, places, views)
    if groups:
        files["_groups/__init__.py"] = '"""The groups of the client\'s calls."""\n'
    return files


def _group_file(
    group: Group, service: Service, places: Layout, views: dict[str, OperationView]
) -> str:
    module = client_module(group.operations, views, service, places, "client", "..")
    doc = literals.docstring(f"Calls of ``client.{group.attribute}``.", 4)
    kinds = [
        Kind(name, base, doc, module.methods[number])
        for number, (name, base) in enumerate(
            zip(group.names, ("SyncClient", "AsyncClient"), strict=True)
        )
    ]
    return render.render(
        "package/_groups/_group.py.jinja",
        doc=literals.docstring(f"Calls of ``client.{group.attribute}``."),
        c=module,
        kinds=kinds,
    )


def _exports(service: Service, info: PackageInfo, places: Layout) -> tuple[Export, ...]:
    """What ``from package import …`` gives. A class that has a name of the client's own stays in its module."""
    taken: set[str] = set()
    found: list[Export] = []

    def add(module: str, names: Iterable[str]) -> None:
        free = tuple(sorted(name for name in dict.fromkeys(names) if name not in taken))
        taken.update(free)
        if free:
            found.append(Export(module, free))

    add("_client", (info.client_name, info.async_client_name))
    for runtime, names in RUNTIME_EXPORTS:
        add(runtime, names.split())
    for module in (*places.operations.values(), *places.shared):
        add(module.dotted, (service.schemas[key].name for key in module.keys))
    return tuple(sorted(found, key=lambda one: one.module))


__all__ = ["drafts", "snake"]
