"""Jinja and black: views in, formatted files out. Decides nothing."""

from __future__ import annotations

import ast
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import black
from black.mode import Mode, TargetVersion
from black.parsing import InvalidInput
from jinja2 import Environment, FileSystemLoader, StrictUndefined

LINE_LENGTH = 100
_MODE = Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY310})


class RenderError(Exception):
    """Generated text that is no Python: a mistake in the generator, never written out."""


@lru_cache(maxsize=1)
def templates() -> Path:
    """The folder of templates: inside the installed package, else beside it in the project."""
    inside = Path(str(resources.files("gen"))) / "templates"
    beside = Path(str(resources.files("gen"))).parent / "templates"
    return inside if inside.is_dir() else beside


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one Jinja environment. An undefined name raises; nothing is escaped (it is not HTML)."""
    return Environment(
        loader=FileSystemLoader(str(templates())),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )


def render(template: str, **values: Any) -> str:
    """A template, by its path below ``templates/``, filled with print-ready values."""
    return environment().get_template(template).render(**values)


def format_python(text: str) -> str:
    """Python source as black writes it.

    Raises:
        RenderError: the text does not parse, or black refuses it.
    """
    try:
        ast.parse(text)
        # One pass: `format_str` runs a second one that only a few comma styles need, at twice the
        # time. Tests hold that what is generated stays as it is when black formats it again.
        return black._format_str_once(text, mode=_MODE)
    except (SyntaxError, ValueError, InvalidInput) as error:
        raise RenderError(f"generated code does not parse: {error}") from error


def python(template: str, **values: Any) -> str:
    """A rendered and formatted Python file."""
    return format_python(render(template, **values))


def verbatim(folder: str) -> dict[str, str]:
    """The files below a template folder that are copied as they are, by relative path, sorted."""
    root = templates() / folder
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix != ".jinja" and "__pycache__" not in path.parts
    }
