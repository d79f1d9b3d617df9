"""The words of docstrings: first sentences, titles, what a class is for, calls that can be pasted."""

from __future__ import annotations

import ast
from dataclasses import replace

import pytest

from gen import views
from gen.document import Bullets, Paragraph, Prose, Span
from gen.model import Response, Service
from gen.views.method_docs import method_doc
from gen.views.prose import first_sentence
from gen.views.uses import purposes
from tests import handmade
from tests.views.sample import INFO, service


def words(*texts: str) -> Prose:
    return tuple(Paragraph((Span(text),), 1) for text in texts)


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (words("Specifies a name. It may be long."), "Specifies a name."),
        (words("Function description:", "Specifies a name."), "Specifies a name."),
        (words("Options:"), "Options"),
        (words("Specifies which of these is wanted:", "one"), "Specifies which of these is wanted"),
        ((Paragraph((Span("Definition", "strong"),), 1), *words("The name.")), "The name."),
        ((Paragraph((Span("ACTIVE", "strong"),), 1), *words("The state.")), "`ACTIVE`"),
        ((*words("Note:"), Bullets((words("Set it."), words("Or not.")), 1)), "Set it."),
        ((), ""),
    ],
)
def test_the_first_sentence_says_something(prose: Prose, expected: str) -> None:
    assert first_sentence(prose) == expected


def test_every_class_says_what_it_is_for() -> None:
    sample: Service = service()
    found = {sample.schemas[key].name: text for key, text in purposes(sample).items()}
    assert found["CreateMooringInput"].startswith("The request body of ``create_mooring``.")
    assert "``create_mooring``" in found["CreateMooringResponse"]
    assert "``mooring`` of ``CreateMooringInput``" in found["MooringInput"]
    files = views.package_files(sample, INFO)
    for name, text in files.items():
        if name.startswith(("operations/", "shared/")):
            for node in ast.parse(text).body:
                if isinstance(node, ast.ClassDef):
                    doc = " ".join((ast.get_docstring(node) or "").split())
                    assert doc.startswith(found[node.name]), node.name


def test_arguments_stand_as_editors_look_for_them() -> None:
    tree = ast.parse(views.package_files(service(), INFO)["_client.py"])
    docs = [
        (node, ast.get_docstring(node) or "")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and not node.decorator_list
    ]
    assert any("Args:" in doc for _, doc in docs)
    for node, doc in docs:
        names = {one.arg for one in node.args.kwonlyargs} - {"body", "options"}
        told = {
            line.strip().split(":")[0]
            for line in doc.split("\n")
            if line.startswith("    ") and not line.startswith("     ")
        }
        assert not names or names <= told, node.name


def test_headers_of_an_answer_are_told_with_the_way_to_them() -> None:
    header = handmade.parameter("X-Subject-Token", "header")
    header = replace(header, field=replace(header.field, description=words("The new token.")))
    answer = Response(status=201, description="", headers=(header,))
    refused = Response(status=401, description="", headers=(handmade.parameter("X-Why", "header"),))
    made = handmade.operation(
        "Logging in", "POST", name="log_in", group="token", responses=(answer, answer, refused)
    )
    sample = handmade.service(made)
    doc = method_doc(made, [], [], sample, "client", awaited=False)
    assert (
        "Headers of the answer, from ``client.raw(client.token.log_in, …).headers``:\n"
        "            X-Subject-Token: The new token.\n" in doc
    )
    assert "X-Why" not in doc
    doc = method_doc(made, [], [], sample, "client", awaited=True)
    assert "``(await client.raw(client.token.log_in, …)).headers``" in doc
    assert "Headers" not in method_doc(
        replace(made, responses=()), [], [], sample, "client", awaited=False
    )
