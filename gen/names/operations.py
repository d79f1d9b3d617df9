"""Groups, method names and module names of all operations of a service."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gen.findings import Finding, Position, finding
from gen.lock import Lock
from gen.model import Array, Operation, Ref, Schema, Service
from gen.names.identifiers import method_name
from gen.names.titles import TitleName, name_of
from gen.names.words import snake, title_words, words

_FOLDER_NOISE = frozenset(
    "management apis api recommended unrecommended deprecated operations reference the a an".split()
)
_VERSION = re.compile(r"/v(\d+)(?:\.(\d+))?(?=/|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OperationName:
    """``client.<group>.<name>`` and the module's name; ``group`` '' in a flat client."""

    group: str
    name: str
    module: str


def name_operations(
    service: Service, lock: Lock, group_above: int
) -> tuple[dict[str, OperationName], list[Finding]]:
    """Names of all operations by key. What is locked stays; the rest get the best name still free."""
    if lock.operations:
        grouped = any(one.group for one in lock.operations.values())
    else:
        grouped = len(service.operations) > group_above
    groups = _groups(service.operations, lock) if grouped else {}
    named: dict[str, OperationName] = {}
    names: set[tuple[str, str]] = set()
    modules: set[str] = set()
    present = {one.key for one in service.operations}
    known = {**lock.retired_operations, **lock.operations}
    for key, locked in sorted(known.items()):
        names.add((locked.group, locked.name))
        modules.add(locked.module)
        if key in present:
            named[key] = OperationName(locked.group, locked.name, locked.module)
    findings: list[Finding] = []
    holders: dict[tuple[str, str], list[Operation]] = {}
    for one in service.operations:
        if one.key in named:
            holders.setdefault((named[one.key].group, named[one.key].name), []).append(one)
    titles = {one.key: _title(one, service.schemas) for one in service.operations}
    for one in sorted(service.operations, key=lambda one: _rank(one, titles[one.key])):
        if one.key in named:
            continue
        group = groups.get(one.folder, "")
        plain = method_name(titles[one.key].best())
        choices = _choices(one, titles[one.key], holders.get((group, plain), []))
        name = next((text for text in choices if (group, text) not in names), "")
        if not name:
            name = _spare(plain, {text for scope, text in names if scope == group})
            findings.append(_clash(one, plain, name))
        holders.setdefault((group, plain), []).append(one)
        module = next(
            (text for text in (name, f"{group}_{name}", *choices) if text and text not in modules),
            "",
        ) or _spare(name, modules)
        names.add((group, name))
        modules.add(module)
        named[one.key] = OperationName(group, name, module)
    return named, findings


def _rank(one: Operation, title: TitleName) -> tuple[bool, bool, tuple[int, ...], str]:
    """Who takes the plain name: current before deprecated, unremarked before remarked, newer versions first."""
    newest = tuple(-number for number in _version(one.path))
    return one.deprecated, bool(title.notes and title.notes[0][0] != "with"), newest, one.key


def _version(path: str) -> tuple[int, ...]:
    found = _VERSION.search(path)
    return (int(found.group(1)), int(found.group(2) or 0)) if found else (0, 0)


def _title(one: Operation, schemas: Mapping[str, Schema]) -> TitleName:
    return name_of(one.title, one.method, one.path.split("?")[0], answers_list(one, schemas))


def answers_list(one: Operation, schemas: Mapping[str, Schema]) -> bool | None:
    """Whether a successful answer holds a list at its top (below a single wrapping object); None without a table."""
    if one.paging is not None:
        return True
    for response in one.responses:
        if (
            response.status is not None and not 200 <= response.status < 300
        ) or response.body is None:
            continue
        type_, seen = response.body.type, set[str]()
        while isinstance(type_, Ref) and type_.schema not in seen:
            seen.add(type_.schema)
            fields = schemas[type_.schema].fields
            if any(isinstance(field.type, Array) for field in fields):
                return True
            if len(fields) != 1:
                return False
            type_ = fields[0].type
        return isinstance(type_, Array)
    return None


def _choices(one: Operation, title: TitleName, holders: list[Operation]) -> list[str]:
    """Names from the best one on: the title's own, then with the version, the folder, the path, the page.

    ``holders`` have the best one already: only words that are not theirs too tell apart.
    """
    own = title.variants()
    theirs = [more for other in holders for more in _qualifiers(other)]
    found = own + [f"{own[0]}_{snake(more)}" for more in _qualifiers(one) if more not in theirs]
    return list(dict.fromkeys(method_name(name) for name in found))


def _qualifiers(one: Operation) -> Iterator[list[str]]:
    version = _VERSION.search(one.path)
    if version:
        yield [version.group(0).strip("/").lower().removesuffix(".0").replace(".", "_")]
    for folder in reversed(one.folder):
        cleaned = folder_words(folder)
        if cleaned:
            yield ["in", *cleaned]
    if one.discriminator:
        yield ["by", *words(one.discriminator)]
    static = [part for part in one.path.split("/") if part and "{" not in part]
    for part in reversed(static):
        if words(part):
            yield ["at", *words(part)]
    yield ["by", one.method.lower()]
    stem = one.page.rpartition("/")[2].removesuffix(".rst")
    if words(stem):
        yield ["of", *words(stem)]


def _spare(name: str, taken: Iterable[str]) -> str:
    """Where no word tells two apart: other, another, further… A finding goes with it."""
    used = set(taken)
    text = name
    while text in used:
        text = f"other_{text}"
    return text


def _clash(one: Operation, wanted: str, given: str) -> Finding:
    return finding(
        "TW301",
        f"another operation is called {wanted!r} already, and nothing in the docs tells them apart;"
        f" this one is {given!r}",
        Position(one.source.file, one.source.line),
        "give the pages different titles",
    )


def folder_words(folder: str) -> list[str]:
    """A folder's words without those that every folder has ("apis", "management"); versions as v2."""
    found = [word.removesuffix("_0") for word in title_words(re.sub(r"[_-]+", " ", folder))]
    return [word for word in found if word not in _FOLDER_NOISE]


def _groups(operations: Iterable[Operation], lock: Lock) -> dict[tuple[str, ...], str]:
    """folder → group: the last folder's words, with those above it where two are alike."""
    folders = sorted({one.folder for one in operations})
    known: dict[tuple[str, ...], str] = {}
    for one in operations:
        locked = lock.operations.get(one.key)
        if locked is not None and locked.group:
            known.setdefault(one.folder, locked.group)
    taken = set(known.values())
    wanted = {folder: _levels(folder) for folder in folders}
    # A folder whose parents say nothing special ("recommended") takes the plain name.
    for folder in sorted(folders, key=lambda folder: (len(wanted[folder]), len(folder), folder)):
        if folder in known:
            continue
        levels = wanted[folder]
        choices = [snake(levels[0]), *(snake([*up, *levels[0]]) for up in levels[1:])]
        choices.append(snake(word for level in reversed(levels) for word in level))
        group = next((text for text in map(method_name, choices) if text not in taken), "")
        known[folder] = group or _spare(method_name(choices[-1]), taken)
        taken.add(known[folder])
    return known


def _levels(folder: tuple[str, ...]) -> list[list[str]]:
    """The words of a folder and of those above it, nearest first; folders without a word of their own left out."""
    found = [cleaned for part in reversed(folder) if (cleaned := folder_words(part))]
    return found or [["general"]]
