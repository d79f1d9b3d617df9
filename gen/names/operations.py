"""Groups, method names and module names of all operations of a service."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gen.findings import Finding, Position, finding
from gen.lock import Lock
from gen.model import Array, Operation, Ref, Schema, Service
from gen.names.identifiers import method_name
from gen.names.titles import COMFORTABLE, LONGEST, TitleName, name_of
from gen.names.words import singular, snake, title_words, words

_FOLDER_NOISE = frozenset(
    "management apis api native recommended operations reference the a an".split()
)
# What folders are called whose operations nobody should begin with.
_OBSOLETE = frozenset("discarded outdated deprecated unrecommended obsolete legacy old".split())
_OBSOLETE_PHRASES = (
    " to be discarded ",
    " out of date ",
    " old version ",
    *(f" {word} " for word in sorted(_OBSOLETE)),
)
_ASKING = frozenset("query querying queries information obtaining".split())
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
    cores = Counter(
        (groups.get(one.folder, ""), titles[one.key].core) for one in service.operations
    )
    for one in sorted(service.operations, key=lambda one: _rank(one, titles[one.key])):
        if one.key in named:
            continue
        group = groups.get(one.folder, "")
        # What sets operations of one core apart is worth a longer name.
        alone = cores[group, titles[one.key].core] == 1
        comfortable = COMFORTABLE if alone else LONGEST
        plain = method_name(titles[one.key].best(comfortable))
        choices = _choices(one, titles, holders.get((group, plain), []), comfortable)
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


def _rank(one: Operation, title: TitleName) -> tuple[bool, bool, bool, int, tuple[int, ...], str]:
    """Who takes the plain name.

    Current before deprecated, "(Recommended)" before others, unremarked before remarked, folders that say nothing special
    ("recommended") before others, newer versions before older ones.
    """
    recommended = "(recommended)" in one.title.lower()
    remarked = any(note[0] not in ("with", "in") for note in title.notes)
    old = one.deprecated or obsolete(one.folder) or any(map(_OBSOLETE.intersection, title.notes))
    return (
        old,
        remarked and not recommended,
        not recommended,
        len(_levels(one.folder)),
        _newest(one),
        one.key,
    )


def _newest(one: Operation) -> tuple[int, ...]:
    return tuple(-number for number in _version(one.path))


def obsolete(folder: tuple[str, ...]) -> bool:
    """Whether a folder's name says that what is in it is not to be used any more."""
    found = {word for part in folder for word in _folder_text(part)}
    return bool(found & _OBSOLETE) or {"out", "of", "date"} <= found


def _version(path: str) -> tuple[int, ...]:
    found = _VERSION.search(path)
    return (int(found.group(1)), int(found.group(2) or 0)) if found else (0, 0)


def _title(one: Operation, schemas: Mapping[str, Schema]) -> TitleName:
    path = one.path.split("?")[0]
    return name_of(
        one.title, one.method, path, answers_list(one, schemas), paged=one.paging is not None
    )


def answers_list(one: Operation, schemas: Mapping[str, Schema]) -> bool | None:
    """Whether a successful answer holds a list at its top (below a single wrapping object); None without a table."""
    if one.paging is not None:
        return True
    for response in one.responses:
        if (
            response.status is not None and not 200 <= response.status < 400
        ) or response.body is None:
            continue
        type_, seen = response.body.type, set[str]()
        while isinstance(type_, Ref) and type_.schema not in seen:
            seen.add(type_.schema)
            fields = schemas[type_.schema].fields
            if any(isinstance(field.type, Array) for field in fields):
                return True
            inner = [field.type for field in fields if isinstance(field.type, Ref)]
            if len(inner) != 1:
                return False
            type_ = inner[0]
        return isinstance(type_, Array)
    return None


def _choices(
    one: Operation,
    titles: Mapping[str, TitleName],
    holders: list[Operation],
    comfortable: int,
) -> list[str]:
    """Names from the best one on: the title's own, then with the version, the folder, the path, the page.

    ``holders`` have the best one already: only words that are not theirs too tell apart.
    """
    own = titles[one.key].variants(
        [note for other in holders for note in titles[other.key].notes], comfortable
    )
    theirs = [more for other in holders for more in _qualifiers(other)]
    said = {singular(word) for word in own[0].split("_")}
    found = list(own)
    plain = {more[0].removesuffix("_0") for more in theirs}
    for more in _qualifiers(one):
        if more in theirs:
            continue
        if len(more) == 1 and (short := more[0].removesuffix("_0")) not in plain:
            more = [short]
        told = [singular(word) for word in snake(more[1:] or more).split("_")]
        if not said.issuperset(told):
            found.append(f"{own[0]}_{snake(more)}")
    return list(dict.fromkeys(method_name(name) for name in found))


def _qualifiers(one: Operation) -> Iterator[list[str]]:
    version = _VERSION.search(one.path)
    if version:
        yield [version.group(0).strip("/").lower().replace(".", "_")]
    if re.search(r"/resource[_-]instances/", one.path):
        yield ["by", "tag"]  # what the vendor's tag service is asked in every service
    for folder in reversed(one.folder):
        cleaned = folder_words(folder)
        if cleaned:
            yield ["in", *cleaned]
    if one.discriminator:
        yield ["by", *words(one.discriminator)]
    for hole in reversed(re.findall(r"\{([^{}]*)\}", one.path)):
        if words(hole) and words(hole)[0] not in ("project", "tenant"):
            yield ["by", *words(hole)]
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


def _folder_text(folder: str) -> list[str]:
    return [word.removesuffix("_0") for word in title_words(re.sub(r"[_-]+", " ", folder))]


def _not_noise(folder: str) -> list[str]:
    return [word for word in _folder_text(folder) if word not in _FOLDER_NOISE]


def folder_words(folder: str) -> list[str]:
    """A folder's words without those that every folder has ("apis", "management"); versions as v2.

    That it is obsolete is said only where nothing else is.
    """
    found = _not_noise(folder)
    text = f" {' '.join(found)} "
    for phrase in _OBSOLETE_PHRASES:
        text = text.replace(phrase, " ")
    kept = text.split() or (found if found != ["deprecated"] else [])
    while len(kept) > 1 and kept[-1] in _ASKING:
        kept.pop()
    if len(kept) > 1 and kept[0] in _ASKING:
        kept.pop(0)
    return ["api", *kept] if kept[:1] == ["version"] else kept


def _groups(operations: Sequence[Operation], lock: Lock) -> dict[tuple[str, ...], str]:
    """folder → group: the last folder's words, with those above it where two are alike."""
    folders = sorted({one.folder for one in operations})
    known: dict[tuple[str, ...], str] = {}
    for one in operations:
        locked = lock.operations.get(one.key)
        if locked is not None and locked.group:
            known.setdefault(one.folder, locked.group)
    taken = set(known.values())
    wanted = {folder: _levels(folder) for folder in folders}
    newest = {
        folder: min(_newest(one) for one in operations if one.folder == folder)
        for folder in folders
    }

    def rank(folder: tuple[str, ...]) -> tuple[bool, int, tuple[int, ...], tuple[str, ...]]:
        """Current ones, those whose parents say nothing special, and new ones take the plain name."""
        return obsolete(folder), len(wanted[folder]), newest[folder], folder

    for folder in sorted(folders, key=rank):
        if folder in known:
            continue
        levels = wanted[folder]
        choices = [snake(levels[0]), *(snake([*up, *levels[0]]) for up in levels[1:])]
        choices.append(snake(word for level in reversed(levels) for word in level))
        choices += [snake(_not_noise(part)) for part in folder[-1:]]
        group = next((text for text in map(method_name, choices) if text not in taken), "")
        known[folder] = group or _spare(method_name(choices[-1]), taken)
        taken.add(known[folder])
    return known


def _levels(folder: tuple[str, ...]) -> list[list[str]]:
    """The words of a folder and of those above it, nearest first; folders without a word of their own left out."""
    found = [cleaned for part in reversed(folder) if (cleaned := folder_words(part))]
    return found or [["general"]]
