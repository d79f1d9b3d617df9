"""The type cell's grammar: every rule with what it reads and what it must leave alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.document import Cell, Paragraph, Span
from gen.vocabulary import (
    ListOf,
    MapOf,
    Missing,
    Named,
    TypeExpr,
    Unknown,
    Word,
    parse_type,
    parse_type_text,
    targets,
)

STRING, INTEGER, NUMBER, BOOLEAN = Word("string"), Word("integer"), Word("number"), Word("boolean")


def cell(text: str) -> Cell:
    """``Array of {Wheel|t1} objects``: a cell in which braces are a reference to a label."""
    spans = []
    for part in re.split(r"({[^|}]*\|[^}]*})", text):
        if part.startswith("{"):
            words, label = part[1:-1].split("|")
            spans.append(Span(words, "ref", label))
        elif part:
            spans.append(Span(part))
    return Cell((Paragraph(tuple(spans), 1),), text, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("String", STRING),
        ("string", STRING),
        ("STRING", STRING),
        ("String type", STRING),
        ("datetime", STRING),
        ("String(255)", Word("string", 255)),
        ("String (64)", Word("string", 64)),
        ("Integer", INTEGER),
        ("Int", INTEGER),
        ("Int64", INTEGER),
        ("Long", INTEGER),
        ("Long integer", INTEGER),
        ("Double", NUMBER),
        ("Float", NUMBER),
        ("Number", NUMBER),
        ("Boolean", BOOLEAN),
        ("bool", BOOLEAN),
        ("File", Word("file")),
        ("AnyType", Word("any")),
        ("String or Int", Word("any")),
        ("String/Int", Word("any")),
        ("String/string", STRING),
    ],
)
def test_a_scalar_is_read_in_any_case(text: str, expected: TypeExpr) -> None:
    assert parse_type_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Array of strings", ListOf(STRING)),
        ("List<String>", ListOf(STRING)),
        ("Array(Object)", ListOf(Named())),
        ("List (wheels)", ListOf(Named("wheels"))),
        ("Set<String>", ListOf(STRING)),
        ("String array", ListOf(STRING)),
        ("String list", ListOf(STRING)),
        ("Array", ListOf()),
        ("list", ListOf()),
        ("Json Array", ListOf()),
        ("JSONArray", ListOf()),
        ("List data structure", ListOf()),
        ("Array of objects", ListOf(Named())),
        ("List of objects", ListOf(Named())),
        ("Array of wheels", ListOf(Named("wheels"))),
        ("List<wheel_part>", ListOf(Named("wheel_part"))),
        ("Wheel structure array", ListOf(Named("Wheel"))),
        ("list<map<String,String>>", ListOf(MapOf(STRING))),
        ("Array of Map<String,String> objects", ListOf(MapOf(STRING))),
        ("Array<Array<String>>", ListOf(ListOf(STRING))),
    ],
)
def test_a_list_knows_its_items(text: str, expected: TypeExpr) -> None:
    assert parse_type_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Map<String,String>", MapOf(STRING)),
        ("Map<String, Integer>", MapOf(INTEGER)),
        ("Map<String>String", MapOf(STRING)),
        ("Map<String>[]string", MapOf(ListOf(STRING))),
        ("Map<String,Object>", MapOf(Named())),
        ("Map<String,Map<String,Array<String>>>", MapOf(MapOf(ListOf(STRING)))),
        ("Map<String, Array of objects>", MapOf(ListOf(Named()))),
    ],
)
def test_a_map_knows_its_values(text: str, expected: TypeExpr) -> None:
    assert parse_type_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Object", Named()),
        ("object", Named()),
        ("Dict", Named()),
        ("JSON object", Named()),
        ("JSONObject", Named()),
        ("Dictionary data structure", Named()),
        ("wheel object", Named("wheel")),
        ("axle:profile object", Named("axle:profile")),
        ("Wheel structure", Named("Wheel")),
    ],
)
def test_an_object_keeps_its_name(text: str, expected: TypeExpr) -> None:
    assert parse_type_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Wheel|t1} object", Named("Wheel", ("t1",))),
        ("{Wheel|t1}", Named("Wheel", ("t1",))),
        ("object {Table 3|t1}", Named("Table 3", ("t1",))),
        ("Array of {Wheel|t1} objects", ListOf(Named("Wheel", ("t1",)))),
        ("Array of {Wheel|t1}", ListOf(Named("Wheel", ("t1",)))),
        ("Array<Array<{Wheel|t1}>>", ListOf(ListOf(Named("Wheel", ("t1",))))),
        ("Map<String,Array<{Wheel|t1}>>", MapOf(ListOf(Named("Wheel", ("t1",))))),
        ("List<Object> {Table 7|t1}", ListOf(Named(), ("t1",))),
        ("Dictionary data structure. For details, see {Table 3|t1}.", Named("", ("t1",))),
        ("List data structure. For details, see {Table 3|t1}.", ListOf(None, ("t1",))),
        ("Array. For details, see {Table 3|t1}.", ListOf(None, ("t1",))),
        (
            "Dictionary data structure. For one see {Table 3|t1}. For many see {Table 4|t2}.",
            Named("", ("t1", "t2")),
        ),
    ],
)
def test_references_are_kept(text: str, expected: TypeExpr) -> None:
    assert parse_type(cell(text)) == expected
    assert targets(parse_type(cell(text)))[0] == "t1"


@pytest.mark.parametrize("text", ["", "-"])
def test_an_empty_cell_says_nothing(text: str) -> None:
    assert parse_type_text(text) == Missing()


def test_no_type_column_says_nothing() -> None:
    assert parse_type(None) == Missing()


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("No", None),
        ("None", None),
        ("Sting", STRING),
        ("Interger", INTEGER),
        ("IntegerInteger", INTEGER),
        ("wheel", None),
    ],
)
def test_what_no_rule_reads_is_unknown_with_a_guess_where_one_is_near(
    text: str, guess: TypeExpr | None
) -> None:
    assert parse_type_text(text) == Unknown(text, guess)


@given(st.text(max_size=60))
def test_any_text_is_parsed(text: str) -> None:
    expr = parse_type_text(text)
    assert isinstance(expr, Word | ListOf | MapOf | Named | Missing | Unknown)


@given(st.lists(st.sampled_from("Array List Map of < > ( ) [ ] , . / or String object x".split())))
def test_any_order_of_the_grammars_own_words_is_parsed(words: list[str]) -> None:
    assert parse_type_text(" ".join(words)) is not None


@pytest.mark.parametrize("piece", ["Array of ", "List<", "Map<String,", "Array<Map<String,"])
def test_types_without_end_are_not_read(piece: str) -> None:
    text = piece * 5_000
    assert parse_type_text(text) == Unknown(text)


@pytest.mark.parametrize(
    ("text", "expr"),
    [
        ("Enumeration", STRING),
        ("String[36]", Word("string", 36)),
        ("String or null", STRING),
        ("String/Null", STRING),
        ("String, nullable", STRING),
        ("String, UUID", STRING),
        ("IP address", STRING),
        ("JSON string", STRING),
        ("Unsigned integer", INTEGER),
        ("32-bit integer", INTEGER),
        ("Integer, optional", INTEGER),
        ("Integer or String", Word("any")),
        ("Boolean flag", Word("boolean")),
        ("[]string", ListOf(STRING)),
        ("[String]", ListOf(STRING)),
        ("String[]", ListOf(STRING)),
        ("Integer[][]", ListOf(ListOf(INTEGER))),
        ("Array/String", ListOf(STRING)),
        ("Array of string elements", ListOf(STRING)),
        ("String Array List", ListOf(STRING)),
        ("Sequence of strings", ListOf(STRING)),
        ("Map<String,Integer>", MapOf(INTEGER)),
        ("Null", Word("any")),
    ],
)
def test_neighbours_of_the_usual_spellings(text: str, expr: object) -> None:
    assert parse_type_text(text) == expr


def referring(before: str, after: str) -> Cell:
    spans = (Span(before), Span("Wheel", "ref", "wheel"), Span(after))
    return Cell((Paragraph(tuple(span for span in spans if span.text), 1),), "", 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Array of objects (", ")"),
        ("Array of objects, see ", ""),
        ("Array of objects described in ", ""),
        ("Array, see ", "."),
        ("[", "]"),
        ("", "[]"),
        ("Array of ", " elements"),
        ("Array (", ")"),
    ],
)
def test_references_to_the_items_of_a_list(before: str, after: str) -> None:
    expr = parse_type(referring(before, after))
    assert isinstance(expr, ListOf)
    assert targets(expr) == ("wheel",)


def test_a_list_in_words_that_are_not_known_is_still_a_list() -> None:
    expr = parse_type(referring("Array of objects, each a ", ""))
    assert isinstance(expr, Unknown)
    assert isinstance(expr.guess, ListOf)
