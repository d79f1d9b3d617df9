"""Example calls: laid out without breaking a text, given all they must have, keeping every rule."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.model import Array, Example, Form, Is, Json, Length, Present, Range, Secret, When
from gen.model import Operation as ModelOperation
from gen.views import PackageInfo
from gen.views.calls import WIDTH, call_lines
from gen.views.examples import example_call
from gen.views.texts import first_call
from tests.handmade import BOOLEAN, INTEGER, STRING, field, parameter, rule, schema, source
from tests.handmade import operation as bare
from tests.handmade import service as service_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=200),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=30), inner, max_size=4)
    ),
    max_leaves=20,
)


def read(lines: list[str]) -> dict[str, Any]:
    """The arguments of a call, from its source."""
    (statement,) = ast.parse("\n".join(lines)).body
    assert isinstance(statement, ast.Expr)
    call = statement.value.value if isinstance(statement.value, ast.Await) else statement.value
    assert isinstance(call, ast.Call)
    return {str(one.arg): ast.literal_eval(one.value) for one in call.keywords}


@given(st.dictionaries(st.sampled_from(["a", "some_name", "body"]), JSON, max_size=3))
def test_a_call_means_what_it_was_given(values: dict[str, Json]) -> None:
    lines = call_lines("client.group.do_it(", list(values.items()))
    if lines:
        assert read(lines) == values


def test_a_long_text_is_cut_between_words_and_never_at_the_end_of_a_line() -> None:
    text = "(1/2) You are invited to the harbour.\n  Click the link\tto come: https://a.test " * 3
    lines = call_lines("client.invite(", [("name", "a"), ("letter", {"content": [text, 1]})])
    assert read(lines) == {"name": "a", "letter": {"content": [text, 1]}}
    assert len(lines) > 4
    assert max(map(len, lines)) <= WIDTH


def test_short_calls_stand_on_one_line_and_long_ones_are_left_out() -> None:
    assert call_lines("client.do(", [("a", "…"), ("b", [1, {"c": True}])]) == [
        'client.do(a="…", b=[1, {"c": True}])'
    ]
    assert call_lines("client.do(", [(f"a{number}", "x" * 20) for number in range(30)]) == []


def shown(target: str = "", headers: tuple[tuple[str, str], ...] = (), **facts: Any) -> Example:
    return Example(
        direction="request",
        source=source(line=9),
        method="GET",
        target=target,
        headers=headers,
        **facts,
    )


def operation(*parameters: Any, examples: tuple[Example, ...], **facts: Any) -> ModelOperation:
    made = bare(
        "Showing a Thing",
        facts.pop("method", "GET"),
        facts.pop("path", "/v1/{project_id}/things/{thing_id}"),
        parameters=parameters,
        examples=examples,
        name="show_thing",
        **facts,
    )
    named = [replace(one, field=attributed(one.field)) for one in made.parameters]
    return replace(made, parameters=tuple(named))


def attributed(one: Any) -> Any:
    return replace(one, attribute=one.wire.lower().replace("-", "_"))


PROJECT = parameter("project_id", "path", client=True)
THING = parameter("thing_id", "path")


def call_of(made: ModelOperation, *schemas: Any) -> dict[str, Any]:
    return read(example_call(made, service_of(made, schemas=schemas), "client"))


def query(wire: str, type_: Any = STRING, *rules: Any) -> Any:
    return parameter(wire, "query", required=True, type_=type_, rules=rules)


@pytest.mark.parametrize(
    ("one", "target", "value"),
    [
        (query("start"), "?start=2016-08-29+06%3A35", "2016-08-29 06:35"),
        (query("limit", INTEGER), "?limit=20&offset=1", 20),
        (query("limit", INTEGER), "?limit=many", 1),
        (query("limit", INTEGER), "", 1),
        (query("limit", INTEGER, rule(Range, minimum=5)), "?limit=2", 5),
        (query("usage", BOOLEAN), "?usage=True", True),
        (query("ids", Array(STRING)), "?ids=a&ids=b", ["a", "b"]),
        (query("ids", Array(INTEGER)), "?ids=1,2", [1, 2]),
        # What stands in for a real value proves nothing of it.
        (query("name"), "?name={name}", "…"),
        (query("name"), "?name=abcd****", "…"),
        (query("name"), "", "…"),
        (query("key", STRING, rule(Secret)), "?key=hunter2", "…"),
        (query("kind", STRING, rule(Form, forms=("ipv4",))), "?kind=10.0.0.9", "10.0.0.9"),
        (query("kind", STRING, rule(Form, forms=("ipv4",))), "?kind=no", "192.0.2.1"),
    ],
)
def test_what_the_query_must_have_is_given_as_documented(one: Any, target: str, value: Any) -> None:
    documented = shown(f"https://{{Endpoint}}/v1/{{project_id}}/things/1{target}")
    found = call_of(operation(PROJECT, THING, one, examples=(documented,)))
    assert found == {"thing_id": "…", one.field.wire: value}


def test_what_a_header_must_have_is_given_in_ascii() -> None:
    kind = parameter("X-Kind", "header", required=True)
    token = parameter("X-Subject-Token", "header", required=True, rules=(rule(Secret),))
    documented = shown("/v1/p/things/1", (("x-kind", "small"), ("X-Subject-Token", "abc")))
    found = call_of(operation(THING, kind, token, examples=(documented,)))
    assert found == {"thing_id": "…", "x_kind": "small", "x_subject_token": "..."}


def test_optional_parameters_and_those_of_the_client_are_left_out() -> None:
    documented = shown("/v1/p/things/1?marker=m")
    assert call_of(operation(PROJECT, THING, parameter("marker"), examples=(documented,))) == {
        "thing_id": "…"
    }


def test_an_id_that_has_rules_is_the_documented_one() -> None:
    one = parameter("thing_id", "path", rules=(rule(Form, forms=("uuid",)),))
    uuid = "5247ae10-2c5e-4d3b-9d5a-dd36659a7f5d"
    found = call_of(
        operation(PROJECT, one, examples=(shown(f"https://a.test/v1/p/things/{uuid}"),))
    )
    assert found == {"thing_id": uuid}


def test_rules_across_parameters_are_kept() -> None:
    kind = query("kind")
    size = parameter("size", "query", type_=INTEGER)
    demand = rule(When, field="size", condition=Is("kind", ("big",)), effect="required")
    ban = rule(When, field="size", condition=Present("kind"), effect="forbidden")
    documented = shown("/v1/p/things/1?kind=big")
    made = operation(PROJECT, THING, kind, size, examples=(documented,), rules=(demand,))
    assert call_of(made) == {"thing_id": "…", "kind": "big", "size": 1}
    made = operation(PROJECT, THING, kind, size, examples=(documented,), rules=(ban,))
    assert call_of(made) == {"thing_id": "…", "kind": "big"}


def posted(*fields: Any, value: Json, wrapper: str = "") -> dict[str, Any]:
    inner = schema("in", *(attributed(one) for one in fields), direction="request")
    made = operation(
        method="POST",
        path="/v1/things",
        request="in",
        examples=(shown("/v1/things", parsed=True, value=value),),
        arguments=tuple((one.wire, one.wire) for one in fields),
        wrapper=wrapper,
    )
    return call_of(made, replace(inner, name="ThingInput"))


def test_a_secret_is_never_the_documented_one_and_keeps_its_rules() -> None:
    secret = field("password", rules=(rule(Secret), rule(Length, minimum=8, maximum=9)))
    found = posted(field("name"), secret, value={"name": "a", "password": "Harbour1"})
    assert found["name"] == "a"
    assert found["password"] != "Harbour1"
    assert len(found["password"]) in (8, 9)
    plain = field("password", rules=(rule(Secret),))
    assert posted(plain, value={"password": "Harbour1"}) == {"password": "…"}
    pins = field("pins", Array(STRING), rules=(rule(Secret),))
    assert posted(pins, value={"pins": ["1", "2"]}) == {"pins": ["…", "…"]}
    pin = field("pin", INTEGER, rules=(rule(Secret),))
    assert posted(pin, value={"pin": 4711})["pin"] != 4711


def test_a_body_that_no_call_takes_flat_is_given_whole() -> None:
    assert posted(field("name"), value={"name": "a", "else": 1}) == {
        "body": {"name": "a", "else": 1}
    }


def test_the_first_call_has_a_project_that_keeps_its_rules() -> None:
    bounds = rule(Length, minimum=32, maximum=32)
    project = parameter("project_id", "path", client=True, rules=(bounds,))
    made = operation(project, THING, examples=())
    info = PackageInfo(package="things", client_name="Things", async_client_name="AsyncThings")
    program = ast.parse(first_call(service_of(made), info))
    (told,) = [
        ast.literal_eval(one.value)
        for one in ast.walk(program)
        if isinstance(one, ast.keyword) and one.arg == "project_id"
    ]
    assert len(told) == 32
    plain = operation(PROJECT, THING, examples=())
    assert 'project_id="example"' in first_call(service_of(plain), info)
