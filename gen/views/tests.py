"""The emitted tests of a package: one fixed module, and vectors as data."""

from __future__ import annotations

import json
from typing import Any

from gen import literals, render
from gen.model import Service
from gen.views.info import PackageInfo
from gen.views.layout import layout
from gen.views.vectors import class_edges, vectors


def drafts_of_tests(service: Service, info: PackageInfo) -> dict[str, str]:
    """Every test file by relative path, Python not yet formatted."""
    places = layout(service)
    package = literals.string(info.package)
    doc = literals.docstring(
        f"{literals.one_line(info.docs_title or service.title or info.package)}: "
        "the docs' own examples and the edges of every rule, held against the package."
    )
    files = {
        "conftest.py": render.render("tests/conftest.py.jinja", package=package),
        # No package: one named like the tested one would hide it. So the file's name is unique.
        f"test_{info.package}_vectors.py": render.render(
            "tests/test_vectors.py.jinja", package=package, doc=doc
        ),
    }
    for operation in service.operations:
        found = vectors(operation, service, places)
        found["module"] = operation.module
        files[f"vectors/{operation.module}.json"] = _json(found)
    for module in places.shared:
        made = class_edges([service.schemas[key] for key in module.keys], service.schemas)
        if made:
            files[f"vectors/shared_{module.name}.json"] = _json(
                {"operation": f"shared.{module.name}", "edges": made}
            )
    return dict(sorted(files.items()))


def _json(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=True) + "\n"
