"""Views: the model as print-ready values, and a package's files made from them.

Values are prepared here; templates only print them; ``render`` formats.
"""

from __future__ import annotations

from collections.abc import Callable

from gen import render
from gen.model import Service
from gen.views.info import PackageInfo
from gen.views.package import drafts
from gen.views.tests import drafts_of_tests

Formatter = Callable[[dict[str, str]], dict[str, str]]


def format_all(files: dict[str, str]) -> dict[str, str]:
    """Every Python file as black writes it; the others as they are."""
    return {
        path: render.format_python(text) if path.endswith(".py") else text
        for path, text in files.items()
    }


def package_files(
    service: Service, info: PackageInfo, formatter: Formatter = format_all
) -> dict[str, str]:
    """Relative path → final text of every file of the package (without openapi.json and the manifest).

    ``formatter`` formats the drafts; give one that caches or works in parallel.

    Raises:
        gen.render.RenderError: generated code does not parse.
    """
    made = formatter(drafts(service, info))
    return dict(sorted({**render.verbatim("package"), **made}.items()))


def test_files(
    service: Service,
    info: PackageInfo,
    formatter: Formatter = format_all,  # noqa: PT028 - no test, in spite of its name
) -> dict[str, str]:
    """Relative path → final text of every file of the package's tests (``tests/<package>/``)."""
    return formatter(drafts_of_tests(service, info))


__all__ = [
    "Formatter",
    "PackageInfo",
    "drafts",
    "drafts_of_tests",
    "format_all",
    "package_files",
    "test_files",
]
