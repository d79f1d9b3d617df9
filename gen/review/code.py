"""Where in the generated code a field shows: found by ``ast`` in the formatted text.

Knows Python and the names that the model gives, not how code is emitted.
"""

from __future__ import annotations

import ast
import io
import keyword
import tokenize
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]  # first and last line, 1-based

_MOST_LINES = 60


@dataclass(slots=True)
class ClassCode:
    """A class: its file, its lines, its annotated fields."""

    file: str
    node: ast.ClassDef
    span: Span
    fields: dict[str, Span] = field(default_factory=dict)


@dataclass(slots=True)
class CodeIndex:
    """The Python files of a package by what they define."""

    texts: dict[str, str]
    trees: dict[str, ast.Module]
    classes: dict[str, list[ClassCode]] = field(default_factory=dict)
    checks: dict[str, list[tuple[str, ast.FunctionDef]]] = field(default_factory=dict)


def index_code(files: Mapping[str, bytes]) -> CodeIndex:
    """Index the ``.py`` files of ``files`` (posix path → bytes); the runtime is left out."""
    texts, trees = {}, {}
    for name in sorted(files):
        if name.endswith(".py") and "_runtime/" not in name and "testing/" not in name:
            try:
                texts[name] = files[name].decode("utf-8")
                trees[name] = ast.parse(texts[name])
            except (SyntaxError, UnicodeDecodeError):
                texts.pop(name, None)
    index = CodeIndex(texts, trees)
    for name, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                found = ClassCode(name, node, span(node), dict(_fields(node)))
                index.classes.setdefault(node.name, []).append(found)
            elif isinstance(node, ast.FunctionDef):
                index.checks.setdefault(_letters(node.name), []).append((name, node))
    return index


def span(node: ast.stmt | ast.expr | ast.arg) -> Span:
    """The lines of a node, its decorators too."""
    first = node.lineno
    for decorator in getattr(node, "decorator_list", ()):
        first = min(first, decorator.lineno)
    return first, node.end_lineno or node.lineno


def _letters(name: str) -> str:
    return name.replace("_", "").casefold()


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, Span]]:
    """Annotated fields, each with the string that documents it."""
    for number, statement in enumerate(node.body):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            first, last = span(statement)
            after = node.body[number + 1] if number + 1 < len(node.body) else None
            if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                last = span(after)[1]
            yield statement.target.id, (first, last)


def class_named(index: CodeIndex, name: str, file: str) -> ClassCode | None:
    """The class of that name, in ``file`` if it is there."""
    found = index.classes.get(name, [])
    return next((item for item in found if item.file == file), found[0] if found else None)


def field_lines(
    index: CodeIndex, of: ClassCode, attribute: str, wire: str
) -> Iterator[tuple[str, Span]]:
    """Where a class deals with a field: its annotation, its uses in methods, its checks."""
    if attribute in of.fields:
        yield of.file, of.fields[attribute]
    for statement in of.node.body:
        if isinstance(statement, ast.FunctionDef):
            yield from ((of.file, part) for part in mentions(statement.body, wire))
    for file, function in index.checks.get("check" + _letters(of.node.name), []):
        yield from ((file, part) for part in mentions(function.body, wire))


def mentions(statements: Sequence[ast.stmt], wire: str) -> Iterator[Span]:
    """The statements that name ``wire`` as a string, and those that use a variable made from it."""
    made: set[str] = set()
    for statement in statements:
        if _names(statement, made):
            yield span(statement)
            continue
        if not _holds(statement, wire):
            made -= _assigned(statement)
            continue
        inner = list(_inner(statement))
        if inner and not any(_holds(part, wire) for part in _header(statement)):
            for body in inner:
                yield from mentions(body, wire)
            continue
        first, last = span(statement)
        yield (first, last) if last - first < _MOST_LINES else (first, first)
        made |= _assigned(statement)


def _holds(node: ast.AST, wire: str) -> bool:
    return any(isinstance(item, ast.Constant) and item.value == wire for item in ast.walk(node))


def _names(statement: ast.stmt, made: set[str]) -> bool:
    """Whether the statement's own expressions use one of the variables."""
    return bool(made) and any(
        isinstance(item, ast.Name) and isinstance(item.ctx, ast.Load) and item.id in made
        for part in _header(statement)
        for item in ast.walk(part)
    )


def _assigned(statement: ast.stmt) -> set[str]:
    targets: Iterable[ast.expr] = ()
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign):
        targets = (statement.target,)
    names = {target.id for target in targets if isinstance(target, ast.Name)}
    for item in ast.walk(statement):
        if isinstance(item, ast.NamedExpr) and isinstance(item.target, ast.Name):
            names.add(item.target.id)
    return names


def _inner(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        body = getattr(statement, name, None)
        if isinstance(body, list) and body:
            yield body


def _header(statement: ast.stmt) -> Iterator[ast.AST]:
    """What a compound statement says before its body; a simple statement is all header."""
    for child in ast.iter_child_nodes(statement):
        if not isinstance(child, ast.stmt):
            yield child


def calls(tree: ast.AST, wire: str) -> Iterator[Span]:
    """The innermost calls that name ``wire`` as an argument: a parameter of an operation's table."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            values = [*node.args, *(keyword_.value for keyword_ in node.keywords)]
            if any(isinstance(item, ast.Constant) and item.value == wire for item in values):
                yield span(node)


def methods(index: CodeIndex, file_part: str, name: str) -> list[tuple[str, ast.FunctionDef]]:
    """The functions called ``name`` in synchronous classes of files below ``file_part``."""
    found: list[tuple[str, ast.FunctionDef]] = []
    for file, tree in index.trees.items():
        if file_part not in file:
            continue
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith(("Async", "_Async")):
                found.extend(
                    (file, item)
                    for item in node.body
                    if isinstance(item, ast.FunctionDef) and item.name == name
                )
    return found


def argument_lines(function: ast.FunctionDef, attribute: str) -> Iterator[Span]:
    """The argument of that name, and where the body names it as a key."""
    every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    for argument in every:
        if argument.arg == attribute:
            yield span(argument)
    for statement in function.body:
        for node in ast.walk(statement):
            if isinstance(node, ast.keyword) and node.arg == attribute:
                yield span(node.value)
            elif isinstance(node, ast.Dict):
                for key in node.keys:
                    if isinstance(key, ast.Constant) and key.value == attribute:
                        yield span(key)


# ---- colours -----------------------------------------------------------------


def coloured(text: str) -> list[list[list[str]]]:
    """The lines of a Python file, each a list of ``[class, text]``: ``k`` keyword, ``s`` string,
    ``c`` comment, ``n`` number, '' the rest."""
    rows = text.split("\n")
    marks: list[list[tuple[int, int, str]]] = [[] for _ in rows]
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            kind = _colour(token)
            if kind:
                _mark(marks, rows, token.start, token.end, kind)
    except (tokenize.TokenError, IndentationError):
        pass
    return [_cut(row, found) for row, found in zip(rows, marks, strict=True)]


def _colour(token: tokenize.TokenInfo) -> str:
    if token.type == tokenize.COMMENT:
        return "c"
    if token.type == tokenize.NUMBER:
        return "n"
    if token.type == tokenize.NAME:
        return "k" if keyword.iskeyword(token.string) else ""
    name = tokenize.tok_name[token.type]
    return "s" if name in ("STRING", "FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END") else ""


def _mark(
    marks: list[list[tuple[int, int, str]]],
    rows: list[str],
    start: tuple[int, int],
    end: tuple[int, int],
    kind: str,
) -> None:
    for line in range(start[0], end[0] + 1):
        if line > len(rows):
            return
        first = start[1] if line == start[0] else 0
        last = end[1] if line == end[0] else len(rows[line - 1])
        if last > first:
            marks[line - 1].append((first, last, kind))


def _cut(row: str, found: list[tuple[int, int, str]]) -> list[list[str]]:
    parts: list[list[str]] = []
    position = 0
    for first, last, kind in found:
        if first > position:
            parts.append(["", row[position:first]])
        parts.append([kind, row[first:last]])
        position = last
    if position < len(row):
        parts.append(["", row[position:]])
    return parts
