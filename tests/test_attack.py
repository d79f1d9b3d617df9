"""Doc text is untrusted: whatever it says, it stays inside literals, docstrings and comments."""

from __future__ import annotations

import ast
import importlib
import io
import json
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gen import literals, render, views
from gen.document import Bullets, Code, Note, Paragraph, Span
from gen.model import Choice, Default, ErrorCode, Field, Operation, Pattern, Schema, Service
from gen.views import drafts, package_files
from tests.views.sample import INFO, rule, service, source

HOSTILE = [
    '"""',
    "'''",
    'x"""; import os; os.system("x") #',
    "ends in a backslash \\",
    'ends in a quote "',
    '\\"""\\',
    'ends in both \\"',
    'ends in more \\\\""',
    "{{ 7 * 7 }} {% raw %} {# #}",
    "a\0b",
    "a\rimport os",
    "a\nimport os\nos.system('x')",
    "a\u2028import os\u2029b\x85c\x0bd\x0ce",
    "\u202eevil\u202c \u2066x\u2069 \u200b\ufeff\u00ad",
    "'); import os; os.system('x') #",
    "\\N{BULLET} \\x41 \\u0041 \\",
    "\ud800 lone surrogate",
    "%s %(name)s {0} {name!r}",
    "# type: ignore # fmt: off # noqa # coding: utf-7",
    "\U0001f600 emoji",
    "    indented\n\ttabbed",
    "",
]


def parse(text: str) -> str:
    """The shape of a module: its syntax tree with every constant replaced by its type."""

    class Blank(ast.NodeTransformer):
        def visit_Constant(self, node: ast.Constant) -> ast.Constant:
            return ast.copy_location(ast.Constant(type(node.value).__name__), node)

    return ast.dump(Blank().visit(ast.parse(text)))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_string_literal_means_the_text(text: str) -> None:
    source_text = literals.string(text)
    assert source_text.isascii()
    assert ast.literal_eval(source_text) == text


@pytest.mark.parametrize("text", [t for t in HOSTILE if "\ud800" not in t])
def test_a_regex_literal_means_the_pattern(text: str) -> None:
    source_text = literals.regex(text)
    assert source_text.isascii()
    assert ast.literal_eval(source_text) == text


@pytest.mark.parametrize("indent", [0, 4, 8])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_docstring_is_one_docstring(text: str, indent: int) -> None:
    pad = " " * indent
    head = "".join(f"{' ' * (4 * depth)}class C{depth}:\n" for depth in range(indent // 4))
    made = f"{head}{pad}{literals.docstring(text, indent)}\n{pad}x = 1\n"
    tree = ast.parse(render.format_python(made))
    for _ in range(indent // 4):
        assert isinstance(tree.body[0], ast.ClassDef)
        tree = ast.Module(tree.body[0].body, [])
    assert len(tree.body) == 2
    first = tree.body[0]
    assert isinstance(first, ast.Expr)
    assert isinstance(first.value, ast.Constant)
    assert isinstance(first.value.value, str)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_docstring_shows_nothing_invisible(text: str) -> None:
    made = literals.docstring(text)
    assert all(char == "\n" or char.isprintable() for char in made)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_comment_is_one_comment(text: str) -> None:
    made = literals.comment(text)
    tokens = list(tokenize.generate_tokens(io.StringIO(made + "\n").readline))
    assert [t.type for t in tokens if t.type not in (tokenize.NL, tokenize.ENDMARKER)] == [
        tokenize.COMMENT
    ]
    for steering in ("type: ignore", "fmt: off", "coding: "):
        assert steering not in made


@pytest.mark.parametrize(
    "value", [None, True, 1, 1.5, -2, [1, "a"], {"k": [None, {"x": 1}]}, *HOSTILE]
)
def test_a_value_literal_means_the_value(value: Any) -> None:
    assert ast.literal_eval(literals.value(value)) == value


@pytest.mark.parametrize("value", [float("inf"), float("nan"), object(), b"x", {1, 2}])
def test_what_is_no_json_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        literals.value(value)


# ---- a whole service of hostile text ---------------------------------------------


def hostile_service(text: str) -> Service:
    """The sample service with ``text`` in every place that the docs fill."""
    base = service()
    schemas = {key: hostile_schema(one, text) for key, one in base.schemas.items()}
    operations = tuple(hostile_operation(one, text) for one in base.operations)
    errors = (
        ErrorCode(
            code=text, status=400, message=text, meaning=text, advice=text, source=source(line=7)
        ),
    )
    return replace(base, title=text, operations=operations, schemas=schemas, errors=errors)


def hostile_schema(schema: Schema, text: str) -> Schema:
    return replace(
        schema,
        caption=text,
        fields=tuple(hostile_field(one, text) for one in schema.fields),
        additional=hostile_field(schema.additional, text) if schema.additional else None,
        rules=tuple(replace(one, sentence=text) for one in schema.rules),
    )


def hostile_field(field: Field, text: str) -> Field:
    prose = (
        Paragraph((Span(text), Span(text, "strong"), Span(text, "literal")), 1),
        Bullets(((Paragraph((Span(text),), 2),), (Code(text, 3),)), 2),
        Note("note", (Paragraph((Span(text, "ref", "x"),), 4),), 4),
    )
    rules = tuple(
        replace(one, values=(text, "other"))
        if isinstance(one, Choice) and isinstance(one.values[0], str)
        else replace(one, value=text)
        if isinstance(one, Default) and isinstance(one.value, str)
        else one
        for one in field.rules
    )
    # The attribute stays: names are made by ``names``, from words alone.
    return replace(field, description=prose, rules=rules)


def hostile_operation(operation: Operation, text: str) -> Operation:
    parameters = tuple(
        replace(one, field=hostile_field(one.field, text)) for one in operation.parameters
    )
    return replace(
        operation,
        title=text,
        page=f"a/{text}.rst",
        summary=(Paragraph((Span(text),), 1),),
        parameters=parameters,
    )


def python_files(made: dict[str, str]) -> dict[str, str]:
    return {
        name: text
        for name, text in made.items()
        if name.endswith(".py") and not name.startswith("_runtime/")
    }


@pytest.fixture(scope="module")
def harmless() -> dict[str, str]:
    return python_files(drafts(hostile_service("words"), INFO))


@pytest.mark.parametrize("text", [t for t in HOSTILE if t and "\ud800" not in t])
def test_hostile_text_changes_no_code(text: str, harmless: dict[str, str]) -> None:
    made = python_files(drafts(hostile_service(text), INFO))
    assert made.keys() == harmless.keys()
    for name, code in made.items():
        assert parse(code) == parse(harmless[name]), name


@pytest.fixture
def importable(tmp_path: Path) -> Iterator[Path]:
    sys.path.insert(0, str(tmp_path))
    before = set(sys.modules)
    yield tmp_path
    sys.path.remove(str(tmp_path))
    for name in set(sys.modules) - before:
        if name.split(".")[0] == INFO.package:
            del sys.modules[name]


def write(made: dict[str, str], folder: Path) -> None:
    for name, text in made.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def test_hostile_text_runs(importable: Path) -> None:
    text = "'); import os; os.system('x') #\\\"\"\"\n{{ x }}\u2028\u202e"
    made = package_files(hostile_service(text), INFO)
    write(made, importable / INFO.package)
    module: ModuleType = importlib.import_module(f"{INFO.package}.operations.create_mooring")
    out: list[Any] = []
    module.MooringInput.check_wire({"mode": text}, "$", out)
    assert "enum" not in {one.rule for one in out}
    module.MooringInput.check_wire({"mode": "words"}, "$", out)
    assert "enum" in {one.rule for one in out}
    assert all(str(one) for one in out)
    vectors = views.test_files(hostile_service(text), INFO)
    for name, data in vectors.items():
        if name.endswith(".json"):
            json.loads(data)


@pytest.mark.parametrize(
    "wire",
    [
        "'); import os; os.system('x') #",
        "back\\slash",
        'qu"ote',
        "new\nline",
        "{brace} {x!r}",
        "a) in (b",
        "class",
        "self",
        "__init__",
        "../../etc/passwd",
        "True",
        "\U0001f600",
        "\u202e",
    ],
)
def test_hostile_keys_stay_keys(wire: str, importable: Path) -> None:
    base = service()
    berth = base.schemas["berth-in"]
    number, depth, code, following = berth.fields
    schema = replace(
        berth,
        fields=(
            replace(
                code,
                wire=wire,
                required=True,
                rules=(*code.rules, rule(Choice, values=("ABC", wire))),
            ),
            number,
            depth,
            following,
        ),
    )
    answer = replace(
        base.schemas["berth"],
        fields=tuple(
            replace(one, wire=wire) if one.wire == "state" else one
            for one in base.schemas["berth"].fields
        ),
    )
    made = drafts(
        replace(base, schemas={**base.schemas, "berth-in": schema, "berth": answer}), INFO
    )
    write({**render.verbatim("package"), **made}, importable / INFO.package)
    package = importlib.import_module(INFO.package)
    out: list[Any] = []
    package.BerthInput.check_wire({"number": 1}, "$", out)
    assert [(one.rule) for one in out] == ["required"]
    out.clear()
    package.BerthInput.check_wire({"number": 1, wire: "zz"}, "$", out)
    assert {one.rule for one in out} == {"pattern", "enum"}
    assert out[0].path == "$" + step(wire)
    model = package.BerthInput.from_dict({"number": 1, wire: "ABC"})
    assert model.code == "ABC"
    assert model.to_dict() == {"number": 1, wire: "ABC"}
    assert package.Berth.from_dict({wire: "x"}).to_dict() == {wire: "x"}


def step(name: str) -> str:
    from gen.views.judge import step as judged

    return judged(name)


def test_what_does_not_parse_is_never_formatted() -> None:
    with pytest.raises(render.RenderError):
        render.format_python("def f(:\n")


def test_a_pattern_from_the_docs_stays_a_string(harmless: dict[str, str]) -> None:
    base = service()
    berth = base.schemas["berth-in"]
    bad = r'^"); import os #\'[^"]*\Z'
    fields = tuple(
        replace(one, rules=(rule(Pattern, python=bad, ecma=bad),)) if one.wire == "code" else one
        for one in berth.fields
    )
    made = drafts(
        replace(base, schemas={**base.schemas, "berth-in": replace(berth, fields=fields)}), INFO
    )
    constants = [
        node.value
        for node in ast.walk(ast.parse(made["operations/create_mooring.py"]))
        if isinstance(node, ast.Constant)
    ]
    assert bad in constants
