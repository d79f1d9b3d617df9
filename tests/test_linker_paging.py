"""What the texts of paging parameters say, and how the lists are walked for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gen.document import Paragraph, Span
from gen.linker.paging import find_paging
from gen.model import Array, Body, Field, Map, Paging, Parameter, Ref, Response, Schema
from tests.handmade import INTEGER, STRING, field, schema

ZERO = "The number of pigeons to leave out. The default value is 0."


def told(wire: str, text: str, *, required: bool = False) -> Field:
    one = field(wire, INTEGER if wire != "marker" else STRING, required=required)
    return replace(one, description=(Paragraph((Span(text),), 1),))


def pigeons(*fields: str, items: str = "pigeons", more: tuple[Field, ...] = ()) -> list[Schema]:
    return [
        schema("pigeon", *(field(wire) for wire in fields or ("id", "name"))),
        schema("answer", field(items, Array(Ref("pigeon"))), *more),
    ]


def walked(
    *asked: Field, answer: list[Schema] | None = None, body: bool = False, method: str = "GET"
) -> Paging | None:
    schemas = {one.key: one for one in answer or pigeons()}
    schemas["asked"] = schema("asked", *asked, direction="request")
    return find_paging(
        method,
        () if body else [Parameter(location="query", field=one) for one in asked],
        Body(media_type="application/json", type=Ref("asked")) if body else None,
        (Response(status=200, description="", body=Body(media_type="", type=Ref("answer"))),),
        schemas,
    )


@pytest.mark.parametrize(
    ("wire", "text", "style", "first"),
    [
        ("offset", "Specifies the offset.", "offset", 0),
        ("offset", "The value is 0 by default, so that nothing is left out.", "offset", 0),
        ("offset", "Offset value, a positive integer. Minimum: 1", "offset", 0),
        ("offset", "Not needed for what is on the first page. Default value: 0", "offset", 0),
        ("offset", "The page number. It is 1 by default.", "page", 1),
        ("offset", "The page offset, such as 1, 2, 3, or 4. It is 1 by default.", "page", 1),
        ("offset", "The page offset, such as 1, 2, 3, or 4.", "page", 1),
        ("offset", "The page offset. The default value is 0.", "offset", 0),
        ("offset", "The number of the page. Pages start from 0.", "page", 0),
        ("start", "The first pigeon's number. By default, this is set to 1.", "offset", 1),
        ("start", "The first pigeon's number. It cannot be lower than 1.", "offset", 1),
        ("start_number", "The line to start at. The default value is 0.", "offset", 0),
        ("page", "Which pigeons to show.", "page", 1),
        ("page", "The value ranges from 0 to 65,535.", "page", 0),
        ("cur_page", "The page. The minimum value is 1.", "page", 1),
    ],
)
def test_a_start_is_a_page_or_a_record(wire: str, text: str, style: str, first: int) -> None:
    found = walked(told(wire, text), told("limit", "By default, 10 are shown."))
    assert found is not None
    assert (found.style, found.first, found.size) == (style, first, 0)


@pytest.mark.parametrize(
    ("wire", "text"),
    [
        ("offset", "Specifies the page offset."),
        ("offset", "Where to go on. The default value is 1."),
        ("start", "Where to go on."),
    ],
)
def test_what_may_be_a_page_or_a_record_is_not_walked(wire: str, text: str) -> None:
    assert walked(told(wire, text), told("limit", "")) is None


@pytest.mark.parametrize(
    ("start", "limit", "size"),
    [
        ("Must be used together with limit.", "The value ranges from 1 to 300.", 100),
        ("A page.", "The value ranges from 1 to 50. It must be specified together with page.", 50),
        ("Ensure that page and limit both exist.", "The maximum value is 1,000.", 100),
        ("Must be used together with limit.", "How many.", 10),
        ("Must be used together with limit.", "Range: 1-300. The default value is 20.", 20),
        # A page's number says nothing where nobody says how large a page is.
        ("A page.", "Value range: 1-5000", 100),
        ("A page.", "From 1 (inclusive) to 30 (inclusive).", 30),
        ("A page.", "How many.", 0),
        ("A page.", "The value ranges from 1 to 300. The default value is 20.", 0),
        ("Can be used together with limit.", "By default, 20 of 1 to 300.", 0),
    ],
)
def test_a_size_is_sent_where_it_has_to_be(start: str, limit: str, size: int) -> None:
    found = walked(told("page", start), told("limit", limit))
    assert found is not None
    assert found.size == size


def test_an_offset_needs_no_size_unless_the_docs_say_so() -> None:
    found = walked(told("offset", ZERO), told("limit", "The value ranges from 1 to 50."))
    assert found is not None
    assert found.size == 0
    found = walked(told("offset", f"{ZERO} Must be used together with limit."), told("limit", ""))
    assert found is not None
    assert found.size == 10


def test_a_size_that_must_be_given_is_not_made_up() -> None:
    limit = told("limit", "From 1 to 50. Must be used together with page.", required=True)
    found = walked(told("page", ""), limit)
    assert found is not None
    assert found.size == 0


@pytest.mark.parametrize(("text", "limit"), [("How many a page shows.", "size"), ("In MB.", "")])
def test_a_size_is_that_of_a_page_where_its_text_says_so(text: str, limit: str) -> None:
    found = walked(told("page", ""), told("size", text))
    assert (found.limit if found else "") == limit


def test_of_two_lists_that_of_objects_is_walked() -> None:
    answer = pigeons(more=(field("colours", Array(STRING)),))
    found = walked(told("offset", ZERO), told("limit", ""), answer=answer)
    assert found is not None
    assert found.items == "pigeons"
    answer = pigeons(more=(field("doves", Array(Ref("pigeon"))),))
    assert walked(told("offset", ZERO), told("limit", ""), answer=answer) is None


def test_the_marker_s_text_names_what_it_is() -> None:
    limit = told("limit", "")
    rings = pigeons("name", "ring_no")
    found = walked(told("marker", "Goes on behind it. The value is ring_no."), limit, answer=rings)
    assert found is not None
    assert (found.style, found.item_key) == ("marker", "ring_no")
    assert walked(told("marker", "The value is the last pigeon."), limit, answer=rings) is None


def test_an_offset_beside_a_marker_of_which_nobody_knows_the_value() -> None:
    asked = (told("marker", "The last one."), told("offset", ZERO), told("limit", ""))
    found = walked(*asked, answer=pigeons("name"))
    assert found is not None
    assert found.style == "offset"


@pytest.mark.parametrize(
    ("items", "fields", "key"),
    [
        ("pigeons", ("id", "pigeon_id"), "id"),
        ("racing_pigeons", ("loft_id", "pigeon_id"), "pigeon_id"),
        ("pigeons", ("pigeonId",), "pigeonId"),
        ("entries", ("entry_id",), "entry_id"),
        ("pigeons", ("loft_id", "name"), ""),
        ("pigeons", ("pigeon", "n_id"), ""),
    ],
)
def test_what_tells_items_apart(items: str, fields: tuple[str, ...], key: str) -> None:
    answer = pigeons(*fields, items=items)
    found = walked(told("offset", ZERO), told("limit", ""), answer=answer)
    assert found is not None
    assert found.item_key == key


def test_a_body_that_asks_for_a_list_is_walked() -> None:
    asked = (told("offset", ZERO), told("limit", ""), told("colour", ""))
    found = walked(*asked, body=True, method="POST")
    assert found is not None
    assert (found.style, found.start, found.limit) == ("offset", "offset", "limit")
    assert walked(*asked, body=True, method="PUT") is None
    assert walked(*asked, method="POST", body=False) is None


def test_a_body_with_an_action_may_ask_for_a_count() -> None:
    asked = (told("offset", ZERO), told("limit", ""), told("action", "filter or count"))
    assert walked(*asked, body=True, method="POST") is None


def test_no_list_is_not_walked() -> None:
    answer = [schema("pigeon", field("id")), schema("answer", field("pigeons", Map(STRING)))]
    assert walked(told("offset", ZERO), told("limit", ""), answer=answer) is None
