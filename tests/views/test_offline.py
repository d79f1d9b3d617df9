"""What the offline transport is told: documented answers, and what tells operations of one address apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gen.model import Array, Choice, Example, Field, Length, Parameter, Ref, Response, Secret
from gen.model import Operation as ModelOperation
from gen.views.offline import offline_examples
from tests.handmade import STRING, field, operation, parameter, rule, schema, service, source

PATH = "/v1/things/{id}/action"


def posted(name: str, key: str, discriminator: str, *values: Any) -> ModelOperation:
    return operation(
        name,
        "POST",
        PATH,
        key=name,
        name=name,
        request=key,
        discriminator=discriminator,
        examples=tuple(
            Example(direction="request", source=source(), parsed=True, value=value)
            for value in values
        ),
    )


def marks(*operations: ModelOperation, schemas: tuple[Any, ...]) -> dict[str, dict[str, Any]]:
    entries = offline_examples(service(*operations, schemas=schemas))["operations"]
    plain = {"name", "method", "path", "answers"}
    return {
        one["name"]: {key: value for key, value in one.items() if key not in plain}
        for one in entries
    }


def table(key: str, *fields: Field) -> Any:
    return schema(key, *fields, direction="request")


def test_an_operation_alone_at_its_address_has_no_marks() -> None:
    assert marks(posted("a", "a", ""), schemas=(table("a", field("x")),)) == {"a": {}}


def test_single_keys_and_labels() -> None:
    """A label of the page is no key of a body: what differs in the bodies tells them apart."""
    tag = table("tag", field("key"), field("value"))
    add = table("add", field("action"), field("tags", Array(Ref("tag"))))
    remove = table("remove", field("action"), field("names", Array(STRING)))
    found = marks(
        posted("start", "start", "os-start"),
        posted("add", "add", "harbour_0001", {"action": "create", "tags": [{"key": "a****"}]}),
        posted("remove", "remove", "harbour_0002", {"action": "delete"}),
        schemas=(table("start", field("os-start")), tag, add, remove),
    )
    assert found == {
        "start": {"body_key": "os-start"},
        "add": {
            "keys": ["tags", "tags[]", "tags[].key", "tags[].value"],
            "shown": {"action": ["create"]},
            "likely": ["tags", "tags[]", "tags[].key"],
        },
        "remove": {"keys": ["names", "names[]"], "shown": {"action": ["delete"]}},
    }


def test_tables_that_are_one_differ_in_what_they_allow_or_in_their_examples() -> None:
    kind = field("kind", rules=(rule(Choice, values=("a", "b")),))
    other = field("kind", rules=(rule(Choice, values=("c",)),))
    found = marks(
        posted("one", "one", "x1"),
        posted("two", "two", "x2"),
        schemas=(table("one", kind), table("two", other)),
    )
    assert found == {
        "one": {"keys": [], "values": {"kind": ["a", "b"]}},
        "two": {"keys": [], "values": {"kind": ["c"]}},
    }
    found = marks(
        posted("join", "both", "x1", {"in": ["1"]}),
        posted("leave", "both", "x2", {"out": ["1"]}),
        schemas=(table("both", field("in", Array(STRING)), field("out", Array(STRING))),),
    )
    assert found == {
        "join": {"keys": [], "likely": ["in", "in[]"]},
        "leave": {"keys": [], "likely": ["out", "out[]"]},
    }


def test_a_table_that_holds_itself_ends() -> None:
    loop = table("loop", field("next", Ref("loop")), field("x"))
    found = marks(
        posted("one", "loop", "l1"),
        posted("two", "flat", "l2"),
        schemas=(loop, table("flat", field("y"))),
    )
    assert found == {"one": {"keys": ["next", "x"]}, "two": {"keys": ["y"]}}


def test_queries_tell_apart_what_has_no_body() -> None:
    listed = operation("list", path="/v1/things", key="list", name="list")
    single = replace(listed, key="get", name="get", parameters=(parameter("id"),))
    assert marks(listed, single, schemas=()) == {"list": {"keys": []}, "get": {"keys": ["?id"]}}


def test_documented_headers_are_answered_with_made_values() -> None:
    def header(wire: str, *rules: Any) -> Parameter:
        return parameter(wire, "header", rules=rules)

    made = operation(
        "login",
        "POST",
        "/v1/tokens",
        name="login",
        responses=(
            Response(
                status=201,
                description="",
                headers=(
                    header("X-Subject-Token", rule(Secret)),
                    header("X-Long", rule(Length, minimum=20)),
                    header("X-Plain"),
                    header("N\u00e4me"),
                ),
            ),
        ),
    )
    (entry,) = offline_examples(service(made))["operations"]
    (answer,) = entry["answers"]
    assert len(answer["headers"].pop("X-Long")) >= 20
    assert answer == {
        "status": 201,
        "headers": {"X-Subject-Token": "offline-token", "X-Plain": "example"},
    }
