"""Small services in folders: pages, and beside them ``expected.txt``, what they link to.

Write the expectation anew with ``UPDATE_CASES=1 pytest tests/test_linker_cases.py``, then read it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from gen.findings import Finding
from gen.linker import link
from gen.model import Array, Body, Field, Free, Map, Operation, Ref, Scalar, Service, Type
from gen.pages import read_page
from gen.rst import read

CASES = Path(__file__).parent / "cases" / "service"
FOLDERS = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())


def linked(folder: Path) -> tuple[Service, list[Finding]]:
    """A folder's pages as a service."""
    pages = [
        read_page(read(path.read_text(encoding="utf-8"), path.relative_to(folder).as_posix()))
        for path in sorted(folder.rglob("*.rst"))
    ]
    return link(pages, folder.name)


def outline(service: Service, findings: list[Finding]) -> str:
    """A service as indented lines, for people to read."""
    lines: list[str] = []
    for operation in service.operations:
        lines += [*_operation(service, operation), ""]
    for page in service.pages:
        lines.append(
            f"{page.file}: {page.kind}, {page.rows} rows ="
            f" {page.rows_model} model + {page.rows_finding} finding + {page.rows_no_parameters} none"
        )
    lines += ["", *(str(found) for found in findings)]
    return "\n".join(lines).rstrip() + "\n"


def _operation(service: Service, operation: Operation) -> Iterator[str]:
    yield operation.key + (" deprecated" if operation.deprecated else "")
    for twin in operation.twin_paths:
        yield f"  twin {twin}"
    for parameter in operation.parameters:
        marks = "".join(
            (" client" if parameter.client else "", " explode" if parameter.explode else "")
        )
        yield f"  {parameter.location} {_field(parameter.field)}{marks}"
    if operation.request is not None:
        yield f"  request {operation.request.media_type}"
        yield from _body(service, operation.request)
    for response in operation.responses:
        yield f"  response {response.status}" + (
            f" {response.body.media_type}" if response.body else ""
        )
        for header in response.headers:
            yield f"    header {_field(header.field)}"
        if response.body is not None:
            yield from _body(service, response.body)
    if operation.paging is not None:
        yield f"  {operation.paging}"


def _body(service: Service, body: Body) -> Iterator[str]:
    yield f"    {_type(body.type)}" + (" (item row)" if body.item else "")
    yield from _tree(service, body.type, "      ", ())


def _tree(service: Service, type_: Type, indent: str, above: tuple[str, ...]) -> Iterator[str]:
    while isinstance(type_, Array | Map):
        type_ = type_.items if isinstance(type_, Array) else type_.values
    if not isinstance(type_, Ref) or type_.schema in above:
        return
    schema = service.schemas[type_.schema]
    rows = [*schema.fields, *((schema.additional,) if schema.additional else ())]
    for field in rows:
        yield indent + _field(field)
        yield from _tree(service, field.type, indent + "  ", (*above, type_.schema))


def _field(field: Field) -> str:
    marks = (
        " required" * field.required
        + " null" * field.null_seen
        + " variants" * bool(field.variants)
    )
    where = ",".join(str(source.line) for source in field.sources)
    return f"{field.wire or '*'}: {_type(field.type)}{marks} @{where}"


def _type(type_: Type) -> str:
    match type_:
        case Scalar(kind):
            return kind
        case Array(items):
            return f"[{_type(items)}]"
        case Map(values):
            return f"{{{_type(values)}}}"
        case Ref(schema):
            return f"<{schema}>"
        case Free():
            return "object"


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_links_to_what_is_written_beside_it(name: str) -> None:
    expected = CASES / name / "expected.txt"
    got = outline(*linked(CASES / name))
    if os.environ.get("UPDATE_CASES"):
        expected.write_text(got, encoding="utf-8")
    assert got == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FOLDERS)
def test_every_row_is_accounted_for_and_every_type_is_defined(name: str) -> None:
    service, _ = linked(CASES / name)
    for page in service.pages:
        assert page.rows == page.rows_model + page.rows_finding + page.rows_no_parameters
        assert min(page.rows_model, page.rows_finding, page.rows_no_parameters) >= 0
    for schema in service.schemas.values():
        for field in schema.fields:
            list(_tree(service, field.type, "", ()))
