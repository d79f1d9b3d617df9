"""The OpenAPI document: valid, complete, and leading back to the docs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import validate

from gen.document import Bullets, Code, Note, Paragraph, Span
from gen.lock import Lock
from gen.model import (
    AllOf,
    AnyOf,
    Array,
    Body,
    CharSet,
    Charset,
    Choice,
    Count,
    Default,
    Deprecated,
    EitherOr,
    ErrorCode,
    Example,
    Form,
    Free,
    Interface,
    Is,
    Length,
    Map,
    Not,
    Nullable,
    Operation,
    Pattern,
    Present,
    Range,
    Ref,
    Remark,
    Response,
    SameAs,
    Scalar,
    Secret,
    Service,
    Unique,
    Unknown,
    Variety,
    When,
)
from gen.names import assign
from gen.openapi import Info, document
from gen.openapi.text import markdown
from tests.handmade import (
    BOOLEAN,
    INTEGER,
    STRING,
    field,
    operation,
    parameter,
    rule,
    schema,
    service,
    source,
)


@dataclass
class Settings:
    group_above: int = 60
    client: str = "HarbourClient"


def made(one: Service, above: int = 60, **info: Any) -> dict[str, Any]:
    """The document of a service, after validation."""
    named, _, _ = assign(one, Lock(), Settings(above))
    found = document(named, Info(**info))
    validate(found)
    return found


def component(
    *fields: Any, rules: tuple[Any, ...] = (), direction: Any = "request", **values: Any
) -> dict[str, Any]:
    """The component schema of a request (or answer) with these fields."""
    one = schema("s", *fields, direction=direction, rules=rules, **values)
    ways = {"request": "s"} if direction == "request" else {"response": "s"}
    found = made(service(operation("Mooring a Ship", "POST", **ways), schemas=(one,)))
    (only,) = found["components"]["schemas"].values()
    assert isinstance(only, dict)
    return only


def prop(type_: Any, *rules: Any, direction: Any = "request", **values: Any) -> dict[str, Any]:
    """A property's schema without what leads back."""
    found = component(field("f", type_, rules=rules, **values), direction=direction)["properties"][
        "f"
    ]
    assert found.pop("x-doc") == {"file": "harbour.rst", "line": 1, "table": 1, "parameter": "f"}
    assert found.pop("x-python-name") == "f"
    return dict(found)


def good(found: dict[str, Any], value: Any) -> bool:
    return jsonschema.Draft202012Validator(found).is_valid(value)


def parts(found: Any, key: str) -> Iterator[tuple[str, Any]]:
    """Every entry of every object under ``key``, anywhere."""
    if isinstance(found, dict):
        for name, inner in found.items():
            if name == key and isinstance(inner, dict):
                yield from inner.items()
            yield from parts(inner, key)
    elif isinstance(found, list):
        for inner in found:
            yield from parts(inner, key)


# ---- types ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "found"),
    [
        (STRING, {"type": "string"}),
        (INTEGER, {"type": "integer"}),
        (Scalar("number"), {"type": "number"}),
        (BOOLEAN, {"type": "boolean"}),
        (Scalar("any"), {}),
        (Scalar("file"), {"contentMediaType": "application/octet-stream"}),
        (
            Array(Array(INTEGER)),
            {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
        ),
        (Map(BOOLEAN), {"type": "object", "additionalProperties": {"type": "boolean"}}),
        (Free(), {"type": "object"}),
        (Ref("s"), {"$ref": "#/components/schemas/MoorShipInput"}),
    ],
)
def test_types(type_: Any, found: dict[str, Any]) -> None:
    assert prop(type_) == found


# ---- rules of values ------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "one", "found"),
    [
        (STRING, rule(Choice, values=("a", "b")), {"enum": ["a", "b"]}),
        (INTEGER, rule(Range, minimum=1, maximum=9), {"minimum": 1, "maximum": 9}),
        (INTEGER, rule(Range, minimum=1, exclusive_minimum=True), {"exclusiveMinimum": 1}),
        (INTEGER, rule(Range, maximum=1, exclusive_maximum=True), {"exclusiveMaximum": 1}),
        (STRING, rule(Length, minimum=1, maximum=9), {"minLength": 1, "maxLength": 9}),
        (STRING, rule(Charset, allowed=CharSet(("digit",))), {"pattern": "^[0-9]*$"}),
        (STRING, rule(Pattern, python=r"^a\Z", ecma="^a$"), {"pattern": "^a$"}),
        (Array(STRING), rule(Count, minimum=1, maximum=5), {"minItems": 1, "maxItems": 5}),
        (Array(STRING), rule(Unique), {"uniqueItems": True}),
        (STRING, rule(Default, value="x"), {"default": "x"}),
        (INTEGER, rule(Default, value="x"), {"x-default": "x"}),
        (STRING, rule(Deprecated), {"deprecated": True}),
        (STRING, rule(Secret), {"writeOnly": True, "x-secret": True}),
        (STRING, rule(Nullable), {"type": ["string", "null"]}),
    ],
)
def test_keywords(type_: Any, one: Any, found: dict[str, Any]) -> None:
    assert {**prop(type_), **found} == prop(type_, one)


def test_rules_of_items_stand_on_the_items() -> None:
    rules = (rule(Choice, values=("a",), target="items"), rule(Length, maximum=3, target="items"))
    assert prop(Array(STRING), *rules)["items"] == {"type": "string", "enum": ["a"], "maxLength": 3}
    assert prop(Map(STRING), rules[0])["additionalProperties"] == {"type": "string", "enum": ["a"]}
    assert prop(Array(INTEGER), rule(Range, minimum=1, target="items"))["items"]["minimum"] == 1


@pytest.mark.parametrize("name", ["uuid", "ipv4", "ipv6", "date-time", "uri", "email"])
def test_forms_have_format_and_pattern(name: Any) -> None:
    found = prop(STRING, rule(Form, forms=(name,)))
    assert found["format"] == name
    assert found["pattern"].startswith("^")


def test_one_of_several_forms() -> None:
    found = prop(STRING, rule(Form, forms=("uuid", "ipv4")))
    assert [one["format"] for one in found["anyOf"]] == ["uuid", "ipv4"]
    assert good(found, "1.2.3.4")
    assert not good(found, "1.2.3")


def test_variety() -> None:
    groups = tuple(CharSet((name,)) for name in ("upper", "lower", "digit"))
    found = prop(STRING, rule(Variety, minimum=2, groups=groups))
    assert [text for text in ("aB", "1a", "Z9", "aB1") if not good(found, text)] == []
    assert [text for text in ("a", "BB", "12", "") if good(found, text)] == []
    everything = prop(STRING, rule(Variety, minimum=3, groups=groups))
    assert good(everything, "aB1")
    assert not good(everything, "aB")


def test_interface() -> None:
    found = prop(STRING, rule(Interface, network="10.0.0.0/8", mask=30, host=True))
    assert good(found, "10.0.0.1/30")
    assert not good(found, "10.0.0.0/30")


def test_two_patterns_hold_both() -> None:
    found = prop(
        STRING,
        rule(Charset, allowed=CharSet(("lower",))),
        rule(Charset, allowed=CharSet((), "x"), where="first"),
        rule(Form, forms=("uuid", "ipv4"), certainty="advice"),
    )
    assert good(found, "xa")
    assert not good(found, "ax")
    assert not good(found, "x1")
    assert found["x-advice"][0]["rule"] == "form"


def test_advice_restricts_nothing() -> None:
    one = rule(Range, minimum=5, certainty="advice", reason="an example contradicts it: 3")
    found = prop(INTEGER, one)
    assert "minimum" not in found
    assert found["x-advice"] == [
        {
            "rule": "range",
            "text": "At least 5.",
            "reason": "an example contradicts it: 3",
            "sentence": "As the docs say.",
        }
    ]


def test_a_rule_of_another_type_restricts_nothing() -> None:
    assert "minimum" not in prop(STRING, rule(Range, minimum=5))
    assert "enum" not in prop(Array(STRING), rule(Choice, values=("a",)))


def test_what_schemas_cannot_say() -> None:
    found = prop(Array(Ref("s")), rule(Unique, key="name"))
    assert found["x-rules"] == [
        {
            "rule": "unique",
            "text": "No two items have the same `name`.",
            "sentence": "As the docs say.",
        }
    ]


def test_meanings_of_values() -> None:
    found = prop(STRING, rule(Choice, values=("a", "b"), meanings=("first", "")))
    assert found["x-enum-meanings"] == {"a": "first"}


@pytest.mark.parametrize("direction", ["request", "response"])
def test_null_only_where_seen(direction: Any) -> None:
    assert prop(STRING, direction=direction)["type"] == "string"
    assert prop(STRING, direction=direction, null_seen=True)["type"] == ["string", "null"]
    found = prop(
        STRING,
        rule(Choice, values=("a",)),
        rule(Default, value="a"),
        direction=direction,
        null_seen=True,
    )
    assert (found["enum"], found["default"]) == (["a", None], "a")
    found = prop(Ref("s"), direction=direction, null_seen=True)
    assert found["anyOf"][1] == {"type": "null"}


def test_secrets_of_answers_are_not_write_only() -> None:
    found = prop(STRING, rule(Secret), direction="response")
    assert found == {"type": "string", "x-secret": True}


@pytest.mark.parametrize(
    ("type_", "rules", "value", "kept"),
    [
        (STRING, (rule(Choice, values=("a",)),), "b", False),
        (INTEGER, (rule(Range, maximum=3),), 4, False),
        (INTEGER, (rule(Range, maximum=3),), 3, True),
        (STRING, (rule(Form, forms=("ipv4",)),), "1.2.3.4", True),
        (STRING, (rule(Form, forms=("ipv4",)),), "x", False),
        (STRING, (rule(Length, maximum=1),), "ab", False),
        (STRING, (rule(Form, forms=("ipv4", "uuid")),), "1.2.3.4", False),
        (BOOLEAN, (), False, True),
        (INTEGER, (), True, False),
        (Array(STRING), (), [], True),
        (Array(STRING), (), [1], False),
        (Free(), (), None, False),
        (Scalar("any"), (), 1.5, True),
    ],
)
def test_a_default_that_its_schema_refuses_is_no_keyword(
    type_: Any, rules: Any, value: Any, kept: bool
) -> None:
    found = prop(type_, *rules, rule(Default, value=value))
    assert found["default" if kept else "x-default"] == value


# ---- rules across fields --------------------------------------------------

FIELDS = (
    field("mode", rules=(rule(Default, value="sail"),)),
    field("crew", INTEGER),
    field("kind"),
    field("a"),
    field("b"),
)


def when(of: Any, effect: str = "required", wanted: str = "a", then: Any = None) -> dict[str, Any]:
    return component(
        *FIELDS, rules=(rule(When, field=wanted, condition=of, effect=effect, then=then),)
    )


@pytest.mark.parametrize(
    ("of", "fires", "does_not"),
    [
        (Is("kind", ("x", "y")), [{"kind": "x"}, {"kind": "y"}], [{}, {"kind": "z"}]),
        (Is("mode", ("sail",)), [{}, {"mode": "sail"}], [{"mode": "motor"}]),
        (Is("mode", ("motor",)), [{"mode": "motor"}], [{}, {"mode": "sail"}]),
        (Not(Is("kind", ("x",))), [{"kind": "z"}], [{}, {"kind": "x"}]),
        (Not(Is("mode", ("motor",))), [{}, {"mode": "sail"}], [{"mode": "motor"}]),
        (Not(Is("mode", ("sail",))), [{"mode": "motor"}], [{}, {"mode": "sail"}]),
        (Present("kind"), [{"kind": "x"}], [{}]),
        (Not(Present("kind")), [{}], [{"kind": "x"}]),
        (Unknown("it rains"), [], [{}, {"kind": "x"}]),
        (AllOf((Present("kind"), Unknown("it rains"))), [], [{}, {"kind": "x"}]),
        (AnyOf((Present("kind"), Unknown("it rains"))), [{"kind": "x"}], [{}]),
        (Not(AnyOf((Present("kind"), Unknown("it rains")))), [], [{}, {"kind": "x"}]),
        (Not(AllOf((Present("kind"), Unknown("it rains")))), [{}], [{"kind": "x"}]),
        (
            AllOf((Present("kind"), Is("mode", ("sail",)))),
            [{"kind": "x"}],
            [{}, {"kind": "x", "mode": "m"}],
        ),
        (
            AnyOf((Present("kind"), Is("mode", ("motor",)))),
            [{"kind": "x"}, {"mode": "motor"}],
            [{}],
        ),
        (Not(Not(Present("kind"))), [{"kind": "x"}], [{}]),
    ],
)
def test_conditions(of: Any, fires: list[Any], does_not: list[Any]) -> None:
    required, forbidden = when(of), when(of, "forbidden")
    for body in fires:
        assert not good(required, body)
        assert good(required, {**body, "a": "1"})
        assert good(forbidden, body)
        assert not good(forbidden, {**body, "a": "1"})
    for body in does_not:
        for found in (required, forbidden):
            assert good(found, body)
            assert good(found, {**body, "a": "1"})


def test_a_rule_under_a_condition() -> None:
    found = when(Is("kind", ("x",)), "rule", then=rule(Length, maximum=1))
    assert good(found, {"kind": "x", "a": "1"})
    assert not good(found, {"kind": "x", "a": "12"})
    assert good(found, {"kind": "y", "a": "12"})
    items = component(
        field("kind"),
        field("a", Array(STRING)),
        rules=(
            rule(
                When,
                field="a",
                condition=Present("kind"),
                effect="rule",
                then=rule(Length, maximum=1, target="items"),
            ),
        ),
    )
    assert not good(items, {"kind": "x", "a": ["12"]})
    assert good(items, {"a": ["12"]})


def test_needs_another_field() -> None:
    found = when(Present("kind"))
    assert found["dependentRequired"] == {"kind": ["a"]}
    two = component(
        *FIELDS,
        rules=tuple(
            rule(When, field=name, condition=Present("kind"), effect="required")
            for name in ("b", "a")
        ),
    )
    assert two["dependentRequired"] == {"kind": ["a", "b"]}


@pytest.mark.parametrize(
    ("minimum", "maximum", "counts"),
    [
        (1, 1, {1}),
        (1, None, {1, 2, 3}),
        (0, 1, {0, 1}),
        (1, 2, {1, 2}),
        (2, 2, {2}),
        (0, 3, {0, 1, 2, 3}),
    ],
)
def test_either_or(minimum: int, maximum: int | None, counts: set[int]) -> None:
    names = ("a", "b", "kind")
    found = component(
        *FIELDS, rules=(rule(EitherOr, fields=names, minimum=minimum, maximum=maximum),)
    )
    for number in range(4):
        assert good(found, dict.fromkeys(names[:number], "1")) == (number in counts)


def test_what_is_said_in_words_only() -> None:
    rules = (
        rule(SameAs, field="a", op="<", other="b"),
        rule(When, field="a", condition=Present("b"), effect="rule", then=rule(Unique, key="id")),
        rule(EitherOr, fields=("a", "b"), maximum=1, certainty="advice"),
    )
    found = component(*FIELDS, rules=rules)
    assert [one["rule"] for one in found["x-rules"]] == ["sameas", "when"]
    assert [one["rule"] for one in found["x-advice"]] == ["eitheror"]
    assert "allOf" not in found


def test_every_property_leads_back_those_in_conditions_too() -> None:
    found = when(
        AllOf((Is("kind", ("x",)), Is("mode", ("sail",)))), "rule", then=rule(Length, maximum=1)
    )
    rows = list(parts(found, "properties"))
    assert len(rows) == 8
    for name, one in rows:
        assert one["x-doc"]["parameter"] == name
        assert one["x-python-name"] == name


# ---- schemas --------------------------------------------------------------


def test_required_and_additional() -> None:
    extra = field("{any}", INTEGER)
    found = component(field("f", required=True), field("g"), additional=extra)
    assert found["required"] == ["f"]
    assert found["additionalProperties"]["type"] == "integer"
    assert found["additionalProperties"]["x-doc"]["parameter"] == "{any}"


def test_rows_that_share_a_property() -> None:
    found = component(field("f", sources=(source(3), source(9))), direction="response")
    assert [one["line"] for one in found["properties"]["f"]["x-doc"]] == [3, 9]


def test_components_are_called_like_classes() -> None:
    inner = schema("i", field("x"), caption="Mast", direction="request")
    root = schema("r", field("mast", Ref("i")), direction="request")
    found = made(service(operation("Mooring a Ship", "POST", request="r"), schemas=(root, inner)))
    assert list(found["components"]["schemas"]) == ["MastInput", "MoorShipInput"]
    ref = found["components"]["schemas"]["MoorShipInput"]["properties"]["mast"]["$ref"]
    assert ref == "#/components/schemas/MastInput"


# ---- operations -----------------------------------------------------------


def only(found: dict[str, Any], path: str = "/v1/things", method: str = "post") -> dict[str, Any]:
    one = found["paths"][path][method]
    assert isinstance(one, dict)
    return one


def test_an_operation() -> None:
    body = schema("s", field("f"), direction="request")
    answer = schema("t", field("g"))
    one = operation(
        "Mooring a Ship",
        "POST",
        "/v1/{harbour}/ships",
        request="s",
        response="t",
        status=201,
        parameters=(
            parameter("harbour", "path"),
            parameter("Content-Type", "header", client=True),
            parameter(
                "tide", "query", type_=Array(STRING), required=True, rules=(rule(Deprecated),)
            ),
        ),
        folder=("apis", "ship_management"),
        remarks=(Remark(parameter="f", text="The berth is free.", source=source(4)),),
        deprecated=True,
        examples=(
            Example(
                direction="request", source=source(), parsed=True, value={"f": "x"}, title="A sloop"
            ),
            Example(direction="request", source=source(), text="{"),
            Example(direction="response", source=source(), parsed=True, value={"g": "y"}),
            Example(
                direction="response", source=source(), parsed=True, value={"g": "z"}, status=404
            ),
        ),
        host="ships.example.com",
    )
    found = made(service(one, schemas=(body, answer)), above=0)
    post = only(found, "/v1/{harbour}/ships")
    assert post["operationId"] == "ship.moor_ship"
    assert post["tags"] == ["ship"]
    assert found["tags"] == [{"name": "ship"}]
    assert post["x-python"] == {
        "module": "operations.moor_ship",
        "request": "MoorShipInput",
        "response": "MoorShipResponse",
    }
    assert post["x-remarks"][0]["text"] == "The berth is free."
    assert post["deprecated"] is True
    assert post["x-host"] == "ships.example.com"
    path, header, query = post["parameters"]
    assert (path["name"], path["in"], path["required"]) == ("harbour", "path", True)
    assert (header["name"], header["in"], header["x-client"]) == ("Content-Type", "header", True)
    assert (query["style"], query["explode"], query["deprecated"]) == ("form", False, True)
    assert query["schema"] == {"type": "array", "items": {"type": "string"}}
    for one_parameter in post["parameters"]:
        assert one_parameter["x-doc"]["parameter"] == one_parameter["name"]
        assert one_parameter["x-python-name"]
    media = post["requestBody"]["content"]["application/json"]
    assert media["schema"] == {"$ref": "#/components/schemas/MoorShipInput"}
    assert media["examples"] == {"example-1": {"summary": "A sloop", "value": {"f": "x"}}}
    assert post["responses"]["201"]["content"]["application/json"]["examples"] == {
        "example-1": {"value": {"g": "y"}}
    }


def test_flat_clients_have_plain_ids_and_the_docs_folders_as_tags() -> None:
    one = operation("Mooring a Ship", "POST", folder=("apis", "ship_management"))
    post = only(made(service(one)))
    assert post["operationId"] == "moor_ship"
    assert post["tags"] == ["ship management"]


def test_pages_that_share_method_and_path() -> None:
    schemas = [schema(key, field(key), direction="request") for key in ("left", "right")]
    schemas += [schema("answer", field("ok")), schema("other", field("done"))]
    pages = [
        operation(f"Turning {key}", "POST", "/v1/action", request=key, response=answer, key=f"POST /v1/action {key}",
                  parameters=(parameter("Token", "header", required=True), *more),
                  examples=(Example(direction="request", source=source(), parsed=True, value={key: "1"}),))
        for key, answer, more in (("left", "answer", ()), ("right", "other", (parameter("fast", required=True),)))
    ]  # fmt: skip
    pages.append(operation("Stopping", "POST", "/v1/action", key="POST /v1/action stop"))
    post = only(made(service(*pages, schemas=tuple(schemas))), "/v1/action")
    assert post["operationId"] == "turn_left"
    branches = post["requestBody"]["content"]["application/json"]["schema"]["oneOf"]
    assert [one["x-operation"] for one in branches] == [
        {"operationId": "turn_left", "page": "turning_left.rst"},
        {"operationId": "turn_right", "page": "turning_right.rst"},
    ]
    assert post["requestBody"]["required"] is False
    assert [one["operationId"] for one in post["x-operations"]] == [
        "turn_left",
        "turn_right",
        "stop",
    ]
    assert [(one["name"], one["required"]) for one in post["parameters"]] == [
        ("Token", False),
        ("fast", False),
    ]
    assert len(post["responses"]["200"]["content"]["application/json"]["schema"]["anyOf"]) == 2


def test_headers_of_merged_pages_list_all_their_rows() -> None:
    def page(title: str, wire: str, line: int) -> Any:
        header = parameter(wire, "header", sources=(source(line, parameter=wire),))
        answer = Response(status=202, description="", headers=(header,))
        return replace(
            operation(title, "POST", "/v1/action", key=f"POST /v1/action {title}"),
            responses=(answer,),
        )

    pages = (page("Turning left", "X-Tide", 3), page("Turning right", "x-tide", 9))
    post = only(made(service(*pages)), "/v1/action")
    (header,) = post["responses"]["202"]["headers"].values()
    assert [place["line"] for place in header["x-doc"]] == [3, 9]


def test_a_query_parameter_may_have_the_name_of_a_path_parameter() -> None:
    one = operation(
        "Listing Rafts",
        path="/v1/{project_id}/rafts",
        parameters=(
            parameter("project_id", "path", client=True),
            parameter("project_id", "query", type_=Array(STRING)),
        ),
    )
    named, _, _ = assign(service(one), Lock(), Settings())
    attributes = [part.field.attribute for part in named.operations[0].parameters]
    assert attributes == ["project_id", "query_project_id"]
    found = only(made(service(one)), "/v1/{project_id}/rafts", "get")
    assert [(part["in"], part["name"]) for part in found["parameters"]] == [
        ("path", "project_id"),
        ("query", "project_id"),
    ]


def test_twin_request_lines() -> None:
    one = operation("Mooring a Ship", "POST", "/v2/ships", twin_paths=("/v1/ships",))
    found = made(service(one))
    assert only(found, "/v2/ships")["operationId"] == "moor_ship"
    twin = only(found, "/v1/ships")
    assert "operationId" not in twin
    assert twin["x-operation"] == {"operationId": "moor_ship", "page": one.page}


@pytest.mark.parametrize(
    ("path", "template", "names"),
    [
        ("/v1/{a}/x/{a}", "/v1/{a}/x/{a~2}", ["a", "a~2"]),
        ("v1/x?limit={limit}", "/v1/x", []),
        ("/v1/{b}", "/v1/{b}", ["b"]),
        ("/v1/x#y", "/v1/x", []),
    ],
)
def test_path_templates(path: str, template: str, names: list[str]) -> None:
    one = operation("Mooring a Ship", "POST", path, parameters=(parameter("a", "path"),))
    post = only(made(service(one)), template)
    assert [part["name"] for part in post["parameters"]] == names
    assert all("x-doc" in part for part in post["parameters"])
    if "a" not in names:
        assert [part["name"] for part in post["x-unused-parameters"]] == ["a"]


def test_root_arrays_keep_their_row_on_the_items() -> None:
    item = field("[items]", Ref("s"), rules=(rule(Nullable),))
    body = Body(media_type="application/json", type=Array(Ref("s")), item=item)
    answer = Body(media_type="application/json", type=Array(STRING))
    one = replace(
        operation("Mooring Ships", "POST"),
        request=body,
        responses=(Response(status=None, description="", body=answer),),
    )
    found = made(service(one, schemas=(schema("s", field("f"), direction="request"),)))
    post = only(found)
    media = post["requestBody"]["content"]["application/json"]["schema"]
    assert media["items"]["x-doc"]["parameter"] == "[items]"
    assert post["x-python"]["request"] == "list[ShipInput]"
    assert post["x-python"]["response"] is None
    assert post["responses"]["default"]["content"]["application/json"]["schema"]["type"] == "array"


def test_headers_of_answers_and_two_tables_of_one_status() -> None:
    bodies = [Body(media_type="application/json", type=Ref(key)) for key in "st"]
    one = replace(
        operation("Querying a Ship"),
        responses=(
            Response(
                status=200,
                description="Good",
                body=bodies[0],
                headers=(parameter("X-Id", "header"),),
            ),
            Response(
                status=200, description="", body=bodies[1], headers=(parameter("X-Tide", "header"),)
            ),
            Response(status=204, description=""),
        ),
    )
    found = only(
        made(service(one, schemas=(schema("s", field("a")), schema("t", field("b"))))), method="get"
    )
    answer = found["responses"]["200"]
    assert sorted(answer["headers"]) == ["X-Id", "X-Tide"]
    assert answer["headers"]["X-Id"]["x-doc"]["parameter"] == "X-Id"
    assert len(answer["content"]["application/json"]["schema"]["anyOf"]) == 2
    assert found["responses"]["204"] == {"description": "Answer."}


def test_no_answer_at_all() -> None:
    assert only(made(service(operation("Mooring a Ship", "POST"))))["responses"]["default"]


def test_document() -> None:
    errors = (
        ErrorCode(code="H.1", status=None, message="m", meaning="n", advice="a", source=source(7)),
    )
    found = made(
        replace(service(operation("Mooring a Ship", "POST")), errors=errors),
        title="Harbour API",
        version="1.2.3",
        base_url="https://harbour.example.com",
        package="harbour",
        description="Ships.",
    )
    assert found["openapi"] == "3.1.0"
    assert found["info"] == {"title": "Harbour API", "version": "1.2.3", "description": "Ships."}
    assert found["servers"] == [{"url": "https://harbour.example.com"}]
    assert found["x-python-package"] == "harbour"
    assert found["x-errors"][0]["x-doc"]["line"] == 7
    assert list(found["components"]["securitySchemes"]) == ["token", "signature"]


def test_same_service_same_document() -> None:
    one: Operation = operation("Mooring a Ship", "POST")
    assert made(service(one)) == made(service(one))


# ---- words ----------------------------------------------------------------


def test_markdown() -> None:
    def line(*spans: Span) -> Paragraph:
        return Paragraph(spans, 1)

    prose = (
        line(
            Span("Sets the "),
            Span("tide", "strong"),
            Span(" to "),
            Span("high", "literal"),
            Span(" <b> [x](y) *z*"),
        ),
        Bullets(
            ((line(Span("one")), Bullets(((line(Span("deep")),),), 1)), (line(Span("two")),)), 1
        ),
        Note("note", (line(Span("Mind.")),), 1),
        Code("a\nb", 1),
    )
    assert markdown(prose) == (
        "Sets the **tide** to `high` \\<b> \\[x](y) \\*z\\*\n\n"
        "- one\n\n  - deep\n- two\n\n> Mind.\n\n    a\n    b"
    )
