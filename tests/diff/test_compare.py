"""What is said of two services: rule, level, sentence, place; and what is not said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gen.diff.catalog import RULES
from gen.diff.change import Report
from gen.diff.compare import compare
from gen.model import (
    Array,
    Body,
    Choice,
    Default,
    ErrorCode,
    Free,
    Is,
    Length,
    Range,
    Ref,
    Response,
    Scalar,
    Secret,
    Service,
    Unique,
    When,
)
from tests.diff.build import (
    answer,
    field,
    operation,
    parameter,
    schema,
    service,
    source,
    with_answer,
    with_query,
    with_request,
)


def ruled(report: Report) -> list[tuple[str, str]]:
    return [(change.rule, change.level) for change in report.changes]


def limit(maximum: int, line: int = 12, **more: Any) -> Any:
    rule = Range(maximum=maximum, sentence="", source=source(line), **more)
    return field("limit", "integer", rules=(rule,), sources=(source(line, "limit"),))


def mirrored(old: Service, new: Service) -> None:
    """Compared the other way round, every change is its mirror."""
    forward, backward = compare(old, new), compare(new, old)
    expected = sorted(RULES[change.rule].mirror for change in forward.changes)
    assert sorted(change.rule for change in backward.changes) == expected


def test_the_sentence_of_the_issue() -> None:
    report = compare(with_query(limit(2000)), with_query(limit(1000)))
    (change,) = report.changes
    assert (change.rule, change.level) == ("request-parameter-max-decreased", "breaking")
    assert change.message == (
        "`limit` of GET …/boxes may now be at most 1000, was 2000:"
        " requests that ask for more will be refused"
    )
    assert change.direction == "request"
    assert change.operation == "GET /v1/{project_id}/boxes"
    assert report.advice.bump == "major"
    mirrored(with_query(limit(2000)), with_query(limit(1000)))


def test_equal_services_have_no_change() -> None:
    report = compare(with_query(limit(5)), with_query(limit(5)))
    assert report.changes == ()
    assert report.names == ()
    assert report.advice.bump == "none"


def test_moved_lines_change_nothing_not_even_a_fingerprint() -> None:
    assert compare(with_query(limit(5)), with_query(limit(5, line=99))).changes == ()
    near = compare(with_query(limit(5)), with_query(limit(6)))
    far = compare(with_query(limit(5, line=40)), with_query(limit(6, line=99)))
    assert near.changes[0].fingerprint == far.changes[0].fingerprint
    other = compare(with_query(limit(5)), with_query(limit(7)))
    assert other.changes[0].fingerprint != near.changes[0].fingerprint


def test_a_wider_answer_is_breaking_and_a_narrower_one_is_not() -> None:
    def size(maximum: int) -> Service:
        return with_answer(
            field("name", rules=(Length(maximum=maximum, sentence="", source=source()),))
        )

    assert ruled(compare(size(10), size(20))) == [
        ("response-property-max-length-increased", "breaking")
    ]
    assert ruled(compare(size(20), size(10))) == [
        ("response-property-max-length-decreased", "compatible")
    ]


@pytest.mark.parametrize(
    ("make", "entity", "level"),
    [(with_request, "request-property", "compatible"), (with_answer, "response-property", "risky")],
)
def test_a_new_enum_value(make: Any, entity: str, level: str) -> None:
    def state(*values: str) -> Service:
        rule = Choice(values=values, sentence="", source=source())
        return make(field("kind", rules=(rule,)))  # type: ignore[no-any-return]

    report = compare(state("a", "b"), state("a", "b", "c"))
    assert ruled(report) == [(f"{entity}-enum-value-added", level)]
    assert compare(state("a", "b"), state("b", "a")).changes == ()
    mirrored(state("a", "b"), state("b", "c"))


def test_values_of_other_types_are_other_values() -> None:
    def state(value: Any) -> Service:
        return with_request(
            field("kind", rules=(Choice(values=(value,), sentence="", source=source()),))
        )

    assert len(compare(state(1), state(True)).changes) == 2
    assert len(compare(state("1"), state(1)).changes) == 2


def test_mandatory_in_requests_and_answers() -> None:
    yes, no = field("size", required=True), field("size", required=False)
    assert ruled(compare(with_request(no), with_request(yes))) == [
        ("request-property-became-required", "breaking")
    ]
    assert ruled(compare(with_request(yes), with_request(no))) == [
        ("request-property-became-optional", "compatible")
    ]
    assert ruled(compare(with_answer(yes), with_answer(no))) == [
        ("response-property-became-optional", "breaking")
    ]


def test_added_fields_mandatory_or_not() -> None:
    base = field("size")
    report = compare(with_request(base), with_request(base, field("colour", required=True)))
    assert ruled(report) == [("request-property-added-required", "breaking")]
    report = compare(with_request(base), with_request(base, field("colour", "integer")))
    assert ruled(report) == [("request-property-added", "compatible")]
    assert [(name.kind, name.old, name.new) for name in report.names] == [
        ("attribute", "", "colour")
    ]
    assert report.advice.bump == "minor"


def test_a_renamed_field_is_recognised_by_its_words() -> None:
    words = "How many litres the box can hold at most"
    old = with_request(field("volume", "integer", words))
    new = with_request(field("capacity", "integer", words))
    assert ruled(compare(old, new)) == [("request-property-renamed", "breaking")]
    mirrored(old, new)
    other = with_request(field("colour", "string", "Which paint is on its outer walls"))
    assert len(compare(old, other).changes) == 2


def test_types() -> None:
    def state(kind: Any) -> Service:
        return with_request(field("size", kind))

    assert ruled(compare(state("integer"), state("number"))) == [
        ("request-property-type-widened", "compatible")
    ]
    assert ruled(compare(state("number"), state("integer"))) == [
        ("request-property-type-narrowed", "breaking")
    ]
    assert ruled(compare(state("string"), state("integer"))) == [
        ("request-property-type-changed", "breaking")
    ]
    assert ruled(compare(state(Array(Scalar("string"))), state(Array(Scalar("integer"))))) == [
        ("request-property-type-changed", "breaking")
    ]


def test_an_object_whose_fields_are_documented_now() -> None:
    part = schema("part", field("id"))
    body = with_answer(field("part", Free()))
    documented = with_answer(field("part", Ref("part")))
    documented = replace(documented, schemas={**documented.schemas, "part": part})
    assert ruled(compare(body, documented)) == [("response-property-structure-documented", "risky")]


def nested(inner: str, caption: str, *fields: Any) -> Service:
    one = with_answer(field("part", Array(Ref(inner))))
    table = schema(inner, *fields, sources=(source(30, caption=caption),))
    return replace(one, schemas={**one.schemas, inner: replace(table, name="Part")})


def test_a_renamed_table_makes_no_difference_to_its_fields() -> None:
    report = compare(
        nested("part", "Part", field("id")), nested("piece", "Piece", field("id", "integer"))
    )
    assert ruled(report) == [
        ("response-property-type-changed", "breaking"),
        ("response-property-table-renamed", "docs only"),
    ]
    assert report.changes[0].field == "$.part[].id"


def test_recursive_schemas_end() -> None:
    def tree(kind: Any) -> Service:
        node = schema("box", field("children", Array(Ref("box"))), field("size", kind))
        return service(operation(responses=(answer(Ref("box")),)), schemas=(node,))

    assert len(compare(tree("string"), tree("integer")).changes) == 1


def test_reworded_is_docs_only_and_said_once() -> None:
    old = with_query(field("limit", text="At most so many."))
    new = with_query(field("limit", text="No more than this."))
    assert ruled(compare(old, new)) == [("request-parameter-description-changed", "docs only")]
    assert compare(old, new).advice.bump == "patch"
    stricter = with_query(field("limit", text="Needed.", required=True))
    assert ruled(compare(old, stricter)) == [("request-parameter-became-required", "breaking")]


def test_advice_is_never_more_than_a_risk() -> None:
    old = with_query(limit(2000, certainty="advice"))
    new = with_query(limit(1000, certainty="advice"))
    assert ruled(compare(old, new)) == [("request-parameter-max-decreased", "risky")]
    hard = with_query(limit(1000))
    assert ruled(compare(new, hard)) == [("request-parameter-rule-hardened", "risky")]
    mirrored(new, hard)


def test_an_excluded_bound_is_the_stricter_one() -> None:
    old, new = with_query(limit(10)), with_query(limit(10, exclusive_maximum=True))
    assert ruled(compare(old, new)) == [("request-parameter-max-decreased", "breaking")]
    mirrored(old, new)


def test_conditions_between_fields() -> None:
    def state(*values: str) -> Service:
        rule = When(
            field="asn",
            condition=Is("mode", values),
            effect="required",
            sentence="",
            source=source(),
        )
        return with_request(field("mode"), field("asn"), rules=(rule,) if values else ())

    assert ruled(compare(state(), state("a"))) == [
        ("request-property-required-when-added", "breaking")
    ]
    assert ruled(compare(state("a"), state("a", "b"))) == [
        ("request-property-required-when-tightened", "breaking")
    ]
    assert ruled(compare(state("a", "b"), state("a"))) == [
        ("request-property-required-when-loosened", "compatible")
    ]
    assert ruled(compare(state("a"), state("b"))) == [
        ("request-property-required-when-changed", "breaking")
    ]
    message = compare(state("a"), state("a", "b")).changes[0].message
    assert (
        "`asn` of POST …/boxes is mandatory when `mode` is `a` or `b`, was: `mode` is `a`"
        in message
    )


def test_a_default() -> None:
    def state(value: Any) -> Service:
        return with_request(
            field("count", "integer", rules=(Default(value=value, sentence="", source=source()),))
        )

    assert ruled(compare(state(1), state(2))) == [("request-property-default-changed", "risky")]


def test_operations_come_and_go() -> None:
    one, other = operation(), operation(method="POST", name="create_box", label="x", title="New")
    assert ruled(compare(service(one), service(one, other))) == [("operation-added", "compatible")]
    report = compare(service(one, other), service(one))
    assert ruled(report) == [("operation-removed", "breaking")]
    assert report.changes[0].new is None
    assert report.names[0].old == "create_box"


def test_a_moved_and_retitled_page_is_docs_only() -> None:
    old = service(operation())
    new = service(operation(page="cases/list.rst", label="list", title="Querying Boxes"))
    assert ruled(compare(old, new)) == [
        ("operation-moved", "docs only"),
        ("operation-retitled", "docs only"),
    ]


def test_a_changed_path_is_found_by_the_page() -> None:
    old, new = service(operation()), service(operation(path="/v2/{project_id}/boxes"))
    assert ruled(compare(old, new)) == [("operation-path-changed", "breaking")]
    mirrored(old, new)


def test_a_placeholder_s_name_is_not_sent() -> None:
    def state(name: str) -> Service:
        row = parameter("path", field(name, required=True))
        return service(
            operation(path=f"/v1/boxes/{{{name}}}", key="GET /v1/boxes/{}", parameters=(row,))
        )

    report = compare(state("id"), state("box_id"))
    assert ("operation-placeholder-renamed", "docs only") in ruled(report)
    assert all(change.level == "docs only" for change in report.changes)
    assert [(name.old, name.new) for name in report.names] == [("id", "box_id")]


def test_what_the_client_sends_by_itself_breaks_nobody() -> None:
    token = parameter("header", field("X-Auth-Token", required=True), client=True)
    old, new = service(operation()), service(operation(parameters=(token,)))
    assert ruled(compare(old, new)) == [("request-parameter-added-required", "docs only")]
    assert compare(old, new).names == ()


def test_header_names_do_not_depend_on_case() -> None:
    one = service(operation(parameters=(parameter("header", field("X-Tag", attribute="x_tag")),)))
    other = service(
        operation(
            parameters=(parameter("header", field("x-tag", attribute="x_tag", text="The X-Tag.")),)
        )
    )
    assert compare(one, other).changes == ()


def test_statuses_and_bodies() -> None:
    def state(*responses: Response) -> Service:
        return service(operation(responses=responses))

    none = Response(status=204, description="")
    full = answer(Free(), 200)
    assert ruled(compare(state(full), state(replace(full, status=201)))) == [
        ("response-status-changed", "risky")
    ]
    assert ruled(compare(state(replace(full, status=None)), state(full))) == [
        ("response-status-documented", "docs only")
    ]
    assert ruled(compare(state(full), state(replace(full, body=None)))) == [
        ("response-body-removed", "breaking")
    ]
    assert ruled(compare(state(full), state(full, none))) == [("response-status-added", "risky")]
    failed = Response(status=409, description="")
    assert ruled(compare(state(full), state(full, failed))) == [
        ("response-error-status-added", "compatible")
    ]


def test_only_the_page_s_own_rows_of_a_shared_class_count() -> None:
    def state(*fields: Any) -> Service:
        table = schema("box", *fields, sources=(source(20), source(20, file="boxes/show_box.rst")))
        return service(operation(responses=(answer(Ref("box")),)), schemas=(table,))

    elsewhere = field("weight", sources=(source(33, "weight", file="boxes/show_box.rst"),))
    assert compare(state(field("id")), state(field("id"), elsewhere)).changes == ()


def test_error_codes() -> None:
    code = ErrorCode(
        code="BOX.1",
        status=400,
        message="Full.",
        meaning="No room.",
        advice="Empty it.",
        source=source(),
    )
    old, new = service(operation()), service(operation(), errors=(code,))
    assert ruled(compare(old, new)) == [("error-code-added", "compatible")]
    reworded = service(operation(), errors=(replace(code, advice="Take another."),))
    assert ruled(compare(new, reworded)) == [("error-code-changed", "docs only")]


def test_python_names_alone_raise_the_major_version() -> None:
    old, new = service(operation()), service(operation(name="query_boxes"))
    report = compare(old, new)
    assert report.changes == ()
    assert report.advice.bump == "major"


def test_the_order_is_that_of_weight() -> None:
    old = with_request(field("a"), field("b", required=True), field("c", text="One."))
    new = with_request(field("a", required=True), field("b"), field("c", text="Two."))
    levels = [change.level for change in compare(old, new).changes]
    assert levels == ["breaking", "compatible", "docs only"]


# ---- what no page can show by itself (see test_cases.BY_HAND) --------------------


@pytest.mark.parametrize(
    ("make", "entity"), [(with_request, "request-property"), (with_answer, "response-property")]
)
def test_secrets_and_what_is_unique(make: Any, entity: str) -> None:
    def state(*rules: Any) -> Service:
        return make(field("keys", Array(Free()), rules=rules))  # type: ignore[no-any-return]

    secret = Secret(sentence="", source=source())
    assert ruled(compare(state(), state(secret))) == [(f"{entity}-secret-added", "compatible")]
    assert ruled(compare(state(secret), state())) == [(f"{entity}-secret-removed", "risky")]
    whole, keyed = (Unique(key=key, sentence="", source=source()) for key in ("", "id"))
    assert ruled(compare(state(whole), state(keyed))) == [(f"{entity}-unique-changed", "breaking")]


def test_secret_parameters() -> None:
    secret = field("sk", rules=(Secret(sentence="", source=source()),))
    report = compare(with_query(field("sk")), with_query(secret))
    assert ruled(report) == [("request-parameter-secret-added", "compatible")]
    whole, keyed = (
        field("ids", Array(Free()), rules=(Unique(key=key, sentence="", source=source()),))
        for key in ("", "id")
    )
    report = compare(with_query(whole), with_query(keyed))
    assert ruled(report) == [("request-parameter-unique-changed", "breaking")]


def test_media_types() -> None:
    def state(media: str) -> Service:
        body = Body(media_type=media, type=Free())
        reply = Response(status=200, description="", body=body)
        return service(operation(method="POST", request=body, responses=(reply,)))

    assert ruled(compare(state("application/json"), state("text/plain"))) == [
        ("request-media-type-changed", "breaking"),
        ("response-media-type-changed", "breaking"),
    ]


@pytest.mark.parametrize(("old", "new"), [("open", ""), ("", "open")])
def test_a_key_that_only_told_two_pages_apart_is_no_change(old: str, new: str) -> None:
    """The other page came or went: whoever calls this one calls it as before."""
    before, after = (
        service(operation(method="POST", discriminator=key, key=f"POST /v1/{{}}/boxes {key}"))
        for key in (old, new)
    )
    assert compare(before, after).changes == ()
