"""Every service of the corpus: rows accounted for, types defined, identities unique, names matched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gen.coverage import measure
from gen.linker import link
from gen.model import Array, Map, Ref, Type
from gen.pages import read_page
from gen.rst import read

SERVICES = ("simple-message-notification", "nat-gateway")  # the smallest; CI has time for no more


def refs(type_: Type) -> Iterator[str]:
    match type_:
        case Ref(schema):
            yield schema
        case Array(inner) | Map(inner):
            yield from refs(inner)
        case _:
            pass


@pytest.mark.corpus
@pytest.mark.parametrize("name", SERVICES)
def test_a_service_links_without_loss(corpus: Path, name: str) -> None:
    folder = corpus / name
    documents = [
        read(path.read_text(encoding="utf-8"), path.relative_to(folder).as_posix())
        for path in sorted(folder.rglob("*.rst"))
    ]
    service, findings = link([read_page(document) for document in documents], name)
    counted = {document.file: document.rows for document in documents}
    for page in service.pages:
        assert page.rows == counted[page.file]
        assert page.rows == page.rows_model + page.rows_finding + page.rows_no_parameters
    keys = [operation.key for operation in service.operations]
    assert len(set(keys)) == len(keys)
    for operation in service.operations:
        path = {p.field.wire for p in operation.parameters if p.location == "path"}
        assert path >= set(re.findall(r"{([^{}]+)}", operation.path)), operation.page
        bodies = [operation.request, *(response.body for response in operation.responses)]
        for body in bodies:
            if body is not None:
                assert set(refs(body.type)) <= set(service.schemas)
    for schema in service.schemas.values():
        wires = [field.wire for field in schema.fields]
        assert len(set(wires)) == len(wires)
        for field in schema.fields:
            assert set(refs(field.type)) <= set(service.schemas)
    measured = measure(service, findings)
    assert measured["rows"]["share"] >= 0.95
    assert measured["refs"]["unresolved"] == 0
    assert measured["examples"]["unexplained"] == 0
