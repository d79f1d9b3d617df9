"""Which response tables become one class, and that the lock keeps it so."""

from __future__ import annotations

from dataclasses import replace

from gen.lock import Lock, LockedSchema
from gen.model import (
    Array,
    Body,
    Choice,
    Field,
    Free,
    Length,
    Map,
    Range,
    Ref,
    Response,
    Scalar,
    Schema,
    Service,
    Type,
)
from gen.sharing import share
from tests.handmade import INTEGER, STRING, field, operation, rule, schema, service, source


def tables(*schemas: Schema) -> Service:
    """A service whose operations answer with each schema in turn."""
    operations = [
        operation(f"Querying Thing {key}", "GET", f"/{key}", response=key)
        for key in (one.key for one in schemas)
    ]
    return service(*operations, schemas=schemas)


def ship(key: str, *fields: Field, caption: str = "Ship") -> Schema:
    return schema(key, *fields, caption=caption)


def shared(*schemas: Schema, lock: Lock | None = None) -> dict[str, Schema]:
    return share(tables(*schemas), lock or Lock()).schemas


def answers(one: Service) -> list[Type]:
    return [op.responses[0].body.type for op in one.operations if op.responses[0].body]


def test_same_caption_and_fields() -> None:
    lock = Lock()
    found = share(
        tables(
            ship("a", field("id"), field("mast", INTEGER)),
            ship("b", field("id"), field("mast", INTEGER), field("flag")),
        ),
        lock,
    )
    assert list(found.schemas) == ["b"]
    assert [one.wire for one in found.schemas["b"].fields] == ["id", "mast", "flag"]
    assert answers(found) == [Ref("b"), Ref("b")]
    assert lock.shared == {"a": "b"}


def test_other_types_stay_apart() -> None:
    assert len(shared(ship("a", field("id")), ship("b", field("id", INTEGER)))) == 2


def test_other_captions_stay_apart() -> None:
    assert len(shared(ship("a", field("id")), ship("b", field("id"), caption="Boat"))) == 2


def test_captions_that_name_nothing_stay_apart() -> None:
    tables_ = [ship(key, field("id"), caption="Response parameters") for key in "ab"]
    assert len(shared(*tables_)) == 2


def test_requests_stay_apart() -> None:
    tables_ = [schema(key, field("id"), caption="Ship", direction="request") for key in "ab"]
    assert len(shared(*tables_)) == 2


def test_little_in_common_stays_apart() -> None:
    one, other = ship("a", field("key"), field("value")), ship("b", field("key"), field("values"))
    assert len(shared(one, other)) == 2


def test_nested_tables_become_one_too() -> None:
    def pair(key: str, height: Type) -> list[Schema]:
        mast = schema(f"{key}/mast", field("height", height), caption="Data of the field")
        return [ship(key, field("id"), field("masts", Array(Ref(f"{key}/mast")))), mast]

    found = shared(*pair("a", STRING), *pair("b", STRING))
    assert len(found) == 2
    assert len(shared(*pair("a", STRING), *pair("b", INTEGER))) == 4


def test_recursive_tables() -> None:
    tables_ = [ship(key, field("id"), field("parent", Ref(key))) for key in "ab"]
    found = shared(*tables_)
    assert len(found) == 1
    (only,) = found.values()
    assert only.fields[1].type == Ref(only.key)


def test_objects_without_a_table_agree_with_those_that_have_one() -> None:
    mast = schema("mast", field("height"), caption="Mast")
    found = shared(
        ship("a", field("id"), field("mast", Free())),
        ship("b", field("id"), field("mast", Ref("mast"))),
        mast,
    )
    assert [one.type for one in found["a"].fields] == [STRING, Ref("mast")]


def test_maps_and_anything() -> None:
    one = ship("a", field("id", Scalar("any")), field("flags", Map(STRING)))
    other = ship("b", field("id"), field("flags", Map(STRING)))
    assert [part.type for part in shared(one, other)["a"].fields] == [STRING, Map(STRING)]
    third = ship("c", field("id"), field("flags", Map(INTEGER)))
    assert len(shared(other, third)) == 2


def test_what_the_one_field_says() -> None:
    first = field(
        "id", required=True, rules=(rule(Choice, values=("b", "a"), meanings=("bee", "")),)
    )
    second = field("id", required=True, null_seen=True, rules=(rule(Choice, values=("a", "c")),))
    found = shared(ship("a", first, field("only", required=True)), ship("b", second))["a"]
    one, only = found.fields
    assert (one.required, one.null_seen, only.required) == (True, True, False)
    assert isinstance(one.rules[0], Choice)
    assert one.rules[0].values == ("b", "a", "c")
    assert one.rules[0].meanings == ("bee", "", "")


def test_bounds_are_as_wide_as_any_table_gives_them() -> None:
    first = field("crew", INTEGER, rules=(rule(Range, minimum=5, maximum=90),))
    second = field("crew", INTEGER, rules=(rule(Range, minimum=1, maximum=20),))
    found = shared(ship("a", first, field("id")), ship("b", second, field("id")))["a"]
    (bounds,) = found.fields[0].rules
    assert isinstance(bounds, Range)
    assert (bounds.minimum, bounds.maximum) == (1, 90)
    first = field("id", rules=(rule(Length, maximum=8),))
    second = field("id", rules=(rule(Length, minimum=9),))
    found = shared(ship("a", first, field("x")), ship("b", second, field("x")))["a"]
    assert found.fields[0].rules == ()


def test_error_bodies_of_the_same_keys_are_one() -> None:
    schemas = [
        schema(key, field("code"), field("message"), caption="Response parameters") for key in "ab"
    ]
    one = tables(*schemas)
    failing = tuple(
        replace(op, responses=(replace(op.responses[0], status=status),))
        for op, status in zip(one.operations, (400, 500), strict=True)
    )
    assert len(share(replace(one, operations=failing), Lock()).schemas) == 1
    assert len(share(one, Lock()).schemas) == 2


def test_the_lock_keeps_a_class_whole() -> None:
    lock = Lock(schemas={"a": LockedSchema("Ship")}, shared={"b": "a"})
    found = shared(
        ship("a", field("id"), field("x")), ship("b", field("id", INTEGER), field("x")), lock=lock
    )
    assert list(found) == ["a"]
    assert found["a"].fields[0].type == Scalar("any")
    assert lock.shared == {"b": "a"}


def test_the_lock_keeps_two_classes_two() -> None:
    lock = Lock(schemas={"a": LockedSchema("Ship"), "b": LockedSchema("OtherShip")})
    assert len(shared(ship("a", field("id")), ship("b", field("id")), lock=lock)) == 2


def test_a_new_table_may_join_a_locked_class() -> None:
    lock = Lock(schemas={"b": LockedSchema("Ship")})
    found = shared(ship("a", field("id"), field("more")), ship("b", field("id")), lock=lock)
    assert list(found) == ["b"]
    assert [one.wire for one in found["b"].fields] == ["id", "more"]


def test_what_is_gone_stays_in_the_lock() -> None:
    lock = Lock(shared={"gone": "a"})
    shared(ship("a", field("id")), lock=lock)
    assert lock.shared == {"gone": "a"}


def test_every_reference_leads_to_a_schema_that_is_there() -> None:
    body = Body(media_type="", type=Array(Ref("b")), item=field("[items]", Ref("b")))
    one = tables(ship("a", field("id"), field("x")), ship("b", field("id")))
    listing = replace(
        one.operations[0], responses=(Response(status=200, description="", body=body),)
    )
    found = share(replace(one, operations=(listing, *one.operations)), Lock())
    first = found.operations[0].responses[0].body
    assert first is not None
    assert first.type == Array(Ref("a"))
    assert first.item is not None
    assert first.item.type == Ref("a")


def test_dynamic_keys_of_all_tables_are_listed() -> None:
    found = shared(
        schema(
            "a",
            field("id"),
            caption="Ship",
            additional=field("", sources=(source(4, parameter="{key}"),)),
        ),
        schema(
            "b",
            field("id"),
            caption="Ship",
            additional=field("", sources=(source(9, parameter="{key}"),)),
        ),
    )
    (one,) = found.values()
    assert one.additional is not None
    assert [place.line for place in one.additional.sources] == [4, 9]
    assert one.additional.type == STRING


def test_dynamic_keys_of_two_types_hold_anything() -> None:
    found = shared(
        schema("a", field("id"), caption="Ship", additional=field("")),
        schema("b", field("id"), caption="Ship", additional=field("", INTEGER)),
    )
    (one,) = found.values()
    assert one.additional is not None
    assert one.additional.type == Scalar("any")
