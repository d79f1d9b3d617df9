"""Modules of classes and operations, ready to be printed."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from gen import literals
from gen.model import FormName, Operation, Service
from gen.views.constants import Constants
from gen.views.guards import form_name
from gen.views.layout import Layout, Module, bodies, inner_types, reachable
from gen.views.models import ClassView, class_view, helper_names
from gen.views.operations import OperationView, flat_schema, operation_view
from gen.views.prose import text_of, title_of
from gen.views.types import Schemas, refs_of

_OPERATION_PARTS = ("Answer", "BodySpec", "Operation", "Paging", "Parameter")
_CHECK_PARTS = (
    "BOOLEAN",
    "INTEGER",
    "LIST",
    "NUMBER",
    "OBJECT",
    "STRING",
    "Kinds",
    "Regex",
    "Without",
    "above",
    "absent_or_wrong",
    "among",
    "below",
    "between",
    "compares",
    "count",
    "distinct",
    "fail",
    "length",
    "missing",
    "numeric",
    "one_of",
    "report",
    "same_network",
    "unique",
)
_FORMAT_PARTS = (*sorted(["LETTERS", *map(form_name, get_args(FormName))]), "either")


@dataclass(frozen=True, slots=True)
class Import:
    """``from <module> import <names>``."""

    module: str
    names: str


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module under ``operations/`` or ``shared/``. ``operation`` is None in the latter."""

    path: str
    doc: str
    typing: str
    abc: str
    imports: tuple[Import, ...]
    uses_classes: bool
    needs_violation: bool
    constants: tuple[tuple[str, str], ...]
    classes: tuple[ClassView, ...]
    operation: OperationView | None


def operation_module(
    operation: Operation, service: Service, places: Layout, purpose: Mapping[str, str]
) -> ModuleView:
    """The module of one operation: its own classes, and ``OPERATION``. ``purpose``: by schema key."""
    module = places.operations[operation.key]
    constants = Constants()
    classes = tuple(
        class_view(service.schemas[key], service.schemas, constants, purpose.get(key, ""))
        for key in module.keys
    )
    view = operation_view(operation, service.schemas, constants)
    used = [key for body in bodies(operation) for key in refs_of(body.type)]
    used += _flat_keys(operation, service)
    return _module(
        module, _operation_doc(operation), classes, view, used, constants, service, places
    )


def shared_module(
    module: Module, service: Service, places: Layout, purpose: Mapping[str, str]
) -> ModuleView:
    """A module of classes that several operations use."""
    constants = Constants()
    classes = tuple(
        class_view(service.schemas[key], service.schemas, constants, purpose.get(key, ""))
        for key in module.keys
    )
    names = ", ".join(view.name for view in classes)
    doc = literals.docstring(f"{names}: used by several operations.")
    return _module(module, doc, classes, None, [], constants, service, places)


def _flat_keys(operation: Operation, service: Service) -> list[str]:
    flat = flat_schema(operation, service.schemas)
    return [flat.key] if flat is not None else []


def _operation_doc(operation: Operation) -> str:
    lines = [title_of(operation)]
    summary = text_of(operation.summary)
    if summary:
        lines += ["", summary]
    lines += ["", f"``{operation.method} {operation.path}``, see {operation.page}."]
    return literals.docstring("\n".join(lines))


def _module(
    module: Module,
    doc: str,
    classes: tuple[ClassView, ...],
    operation: OperationView | None,
    used: Iterable[str],
    constants: Constants,
    service: Service,
    places: Layout,
) -> ModuleView:
    schemas = service.schemas
    keys = dict.fromkeys(used)
    for key in module.keys:
        keys.update(dict.fromkeys(k for t in inner_types(schemas[key]) for k in refs_of(t)))
    code = _code(classes, operation)
    annotations = "\n".join(_annotations(classes, operation))
    checks = [*code, *(made for _, made in constants.definitions)]
    imports = [
        Import(".._runtime.checks", _names(_CHECK_PARTS, checks)),
        Import(".._runtime.formats", _names(_FORMAT_PARTS, checks)),
    ]
    imports.append(Import(".._runtime.model", _model_names(classes, annotations)))
    if operation is not None:
        parts = [*code, "Operation", *operation.answers, *operation.parameters, operation.body]
        imports.append(
            Import(
                ".._runtime.operation",
                _names(_OPERATION_PARTS, [*parts, operation.default, operation.paging]),
            )
        )
    imports += _class_imports(keys, module, schemas, places)
    typing = ["Any"] if classes or "Any" in annotations or "_check" in "".join(code) else []
    typing += ["ClassVar"] if any(view.wire_names or view.secrets for view in classes) else []
    typing += ["Literal"] if "Literal[" in annotations else []
    needs_violation = any(view.base == "RequestModel" for view in classes) or (
        operation is not None and bool(operation.root_check or operation.parameters_check)
    )
    if needs_violation and "Any" not in typing:
        typing.insert(0, "Any")
    abc = [name for name in ("Mapping", "Sequence") if f"{name}[" in annotations]
    return ModuleView(
        path=f"{module.folder}/{module.name}.py",
        doc=doc,
        typing=", ".join((["TYPE_CHECKING"] if needs_violation else []) + typing),
        abc=", ".join(abc),
        imports=tuple(one for one in imports if one.names),
        uses_classes=bool(classes),
        needs_violation=needs_violation,
        constants=tuple(constants.definitions),
        classes=classes,
        operation=operation,
    )


def _code(classes: Sequence[ClassView], operation: OperationView | None) -> list[str]:
    lines = [line for view in classes for line in view.check]
    if operation is not None:
        lines += [*operation.root_check, *operation.parameters_check]
    return lines


def _annotations(classes: Sequence[ClassView], operation: OperationView | None) -> list[str]:
    found = [field.annotation for view in classes for field in view.fields]
    found += [view.additional.annotation for view in classes if view.additional is not None]
    if operation is not None:
        found.append(operation.result)
    return found


def _names(candidates: Iterable[str], lines: Iterable[str]) -> str:
    words = _words("\n".join(lines))
    return ", ".join(name for name in candidates if name in words)


def _words(code: str) -> set[str]:
    """The identifiers in source text, whatever stands in its string literals left out."""
    return {
        part.string
        for part in tokenize.generate_tokens(io.StringIO(code).readline)
        if part.type == tokenize.NAME
    }


def _model_names(classes: Sequence[ClassView], annotations: str) -> str:
    names = {view.base for view in classes} | set(helper_names(classes))
    if any(view.base == "RequestModel" and (view.fields or view.additional) for view in classes):
        names |= {"UNSET", "Unset"}
    if "FileContent" in annotations:
        names.add("FileContent")
    # Constants, classes, functions: as import sorters have it.
    return ", ".join(sorted(names, key=lambda name: (not name.isupper(), name.islower(), name)))


def _class_imports(
    keys: Iterable[str], module: Module, schemas: Schemas, places: Layout
) -> list[Import]:
    by_module: dict[Module, list[str]] = {}
    for key in keys:
        home = places.home[key]
        if home != module:
            by_module.setdefault(home, []).append(schemas[key].name)
    found = []
    for home, names in sorted(by_module.items(), key=lambda item: item[0].dotted):
        prefix = "." if home.folder == module.folder else f"..{home.folder}."
        found.append(Import(f"{prefix}{home.name}", ", ".join(sorted(set(names)))))
    return found


__all__ = ["Import", "ModuleView", "operation_module", "reachable", "shared_module"]
