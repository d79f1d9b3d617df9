"""Data flows one way: a module imports only what lies upstream of it (docs/architecture.md)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

# Upstream first. What stands in one row may not import its neighbours.
LAYERS = (
    ("findings", "document", "exhaustive", "progress", "report"),
    ("model", "config", "workers", "cache"),
    (
        "serial",
        "interfaces",
        "masking",
        "vocabulary",
        "lenient_json",
        "sources",
        "output",
        "literals",
    ),
    ("rst", "patterns", "example_text", "model_json", "selection", "targets", "lock", "agreement"),
    ("errata", "phrases", "runs"),
    ("pages",),
    ("linker", "reading", "coverage"),
    ("rules", "names"),
    ("sharing",),
    ("build",),
    ("render", "openapi"),
    ("views", "formatting"),
    ("packages", "diff", "lint", "vendor"),
    ("staleness", "review"),
    ("cli",),
    ("commands",),
    ("__main__",),
)
RANK = {name: rank for rank, row in enumerate(LAYERS) for name in row}
GEN = Path(__file__).resolve().parent.parent / "gen"
# The only part that may know a library, by library.
ONLY = {
    "docutils": {"rst"},
    "jinja2": {"render"},
    "black": {"render"},
    "click": {"commands", "cli", "config"},
}


def part_of(path: Path) -> str:
    return path.relative_to(GEN).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return sorted(p for p in GEN.rglob("*.py") if "templates" not in p.parts)


def imports(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            assert node.module is not None
            yield node.module, node.lineno
            if node.module == "gen":
                yield from ((f"gen.{alias.name}", node.lineno) for alias in node.names)


def test_every_part_has_its_place() -> None:
    parts = {part_of(path) for path in modules()} - {"__init__"}
    assert parts == set(RANK), "LAYERS and gen/ name different parts"


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(GEN).as_posix())
def test_imports_go_upstream(path: Path) -> None:
    part = part_of(path)
    for name, line in imports(path):
        top, _, rest = name.partition(".")
        if top in ONLY:
            assert part in ONLY[top], f"gen/{path.relative_to(GEN)}:{line} imports {top}"
        if top != "gen" or not rest or part == "__init__":
            continue
        other = rest.partition(".")[0]
        if other != part and other in RANK:
            assert RANK[other] < RANK[part], (
                f"gen/{path.relative_to(GEN)}:{line}: {part} imports {other}, which lies downstream"
            )


def test_the_model_has_no_logic() -> None:
    tree = ast.parse((GEN / "model.py").read_text("utf-8"))
    functions = [
        node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    assert functions == []
    for cls in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        methods = [node for node in cls.body if isinstance(node, ast.FunctionDef)]
        assert all(
            any(isinstance(d, ast.Name) and d.id == "property" for d in method.decorator_list)
            for method in methods
        ), cls.name
