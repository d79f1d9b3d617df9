"""A hand-made service in invented words, with one of everything the views have to print."""

from __future__ import annotations

from typing import Any

from gen.document import Paragraph, Prose, Span
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
    Field,
    Form,
    Free,
    Interface,
    Is,
    Length,
    Map,
    Not,
    Nullable,
    Operation,
    Paging,
    Parameter,
    Pattern,
    Present,
    Range,
    Ref,
    Response,
    SameAs,
    Scalar,
    Schema,
    Secret,
    Service,
    Source,
    Unique,
    Unknown,
    Variety,
    When,
)
from gen.views import PackageInfo

STRING, INTEGER, NUMBER, BOOLEAN, ANY = (
    Scalar("string"),
    Scalar("integer"),
    Scalar("number"),
    Scalar("boolean"),
    Scalar("any"),
)
_line = iter(range(10, 10_000))


def prose(text: str) -> Prose:
    return (Paragraph((Span(text),), 1),) if text else ()


def source(parameter: str = "", line: int | None = None) -> Source:
    return Source("mooring/creating_a_mooring.rst", line or next(_line), 3, parameter, "Mooring")


def rule(kind: Any, **facts: Any) -> Any:
    return kind(sentence="Said so.", source=source(line=9), **facts)


def field(wire: str, type_: Any, *rules: Any, **facts: Any) -> Field:
    facts.setdefault("description", prose(f"Specifies the {wire}."))
    facts.setdefault("attribute", wire.lower().replace("-", "_").replace(":", "_"))
    facts.setdefault("required", False)
    return Field(wire=wire, type=type_, sources=(source(wire),), rules=rules, **facts)


def schema(key: str, name: str, *fields: Field, **facts: Any) -> Schema:
    facts.setdefault("direction", "request" if name.endswith("Input") else "response")
    return Schema(key=key, name=name, caption=name, sources=(source(),), fields=fields, **facts)


LETTERS = CharSet(("letter", "digit"), "-_")

BERTH_INPUT = schema(
    "berth-in",
    "BerthInput",
    field("number", INTEGER, rule(Range, minimum=1, maximum=9), required=True),
    field("depth", NUMBER, rule(Range, minimum=0, exclusive_minimum=True, maximum=30.5)),
    field("code", STRING, rule(Pattern, python=r"^[A-Z]{3}\Z", ecma="^[A-Z]{3}$")),
    field("next", Ref("berth-in")),
)
MOORING_INPUT = schema(
    "mooring-in",
    "MooringInput",
    field(
        "name",
        STRING,
        rule(Length, minimum=1, maximum=12),
        rule(Charset, allowed=LETTERS),
        required=True,
    ),
    field(
        "mode",
        STRING,
        rule(Choice, values=("fixed", "swing", "dual")),
        rule(Default, value="fixed"),
    ),
    field("level", INTEGER, rule(Choice, values=(1, 2, 5))),
    field("harbour_id", STRING, rule(Form, forms=("uuid",)), required=True),
    field("address", STRING, rule(Form, forms=("uuid", "ipv4"))),
    field(
        "key",
        STRING,
        rule(Secret),
        rule(Length, minimum=8, maximum=20),
        rule(
            Variety,
            minimum=3,
            groups=(
                CharSet(("upper",)),
                CharSet(("lower",)),
                CharSet(("digit",)),
                CharSet((), "!@#"),
            ),
        ),
    ),
    field(
        "near",
        STRING,
        rule(
            Interface, network="169.254.0.0/16", excluded=("169.254.195.0/24",), mask=30, host=True
        ),
    ),
    field("far", STRING),
    field("watch", BOOLEAN, rule(Default, value=False)),
    field(
        "lines",
        Array(STRING),
        rule(Count, maximum=3),
        rule(Form, forms=("ipv4-cidr",), target="items"),
    ),
    field(
        "berths",
        Array(Ref("berth-in")),
        rule(Count, minimum=1, maximum=4),
        rule(Unique, key="number"),
    ),
    field("marks", Array(STRING), rule(Unique)),
    field("grid", Array(Array(INTEGER)), rule(Count, maximum=2)),
    field("labels", Map(STRING), rule(Length, maximum=5, target="items")),
    field("extra", Free()),
    field("note", STRING, rule(Nullable), rule(Length, maximum=10)),
    field("OS-EXT:kind", ANY, rule(Length, maximum=4), attribute="os_ext_kind"),
    field("from", STRING, attribute="from_"),
    field("old", STRING, rule(Deprecated, text="Deprecated.")),
    field("low", INTEGER),
    field("high", INTEGER),
    field("anchor", STRING),
    field("buoy", STRING),
    field("chain", Ref("berth-in")),
    rules=(
        rule(When, field="watch", condition=Not(Is("mode", ("swing",))), effect="forbidden"),
        rule(When, field="lines", condition=Is("mode", ("fixed",)), effect="required"),
        rule(
            When,
            field="far",
            condition=AllOf((Is("mode", ("swing", "dual")), Present("near"))),
            effect="rule",
            then=rule(Form, forms=("ipv4",)),
        ),
        rule(
            When,
            field="old",
            condition=AnyOf((Unknown("the tide"), Unknown("it"))),
            effect="required",
        ),
        rule(EitherOr, fields=("anchor", "buoy"), maximum=1),
        rule(SameAs, field="low", op="<=", other="high"),
    ),
)
BODY_INPUT = schema(
    "body-in", "CreateMooringInput", field("mooring", Ref("mooring-in"), required=True)
)
BERTH = schema(
    "berth",
    "Berth",
    field("number", INTEGER),
    field("state", STRING, rule(Choice, values=("OPEN", "SHUT"))),
    field("next", Ref("berth")),
)
MOORING = schema(
    "mooring",
    "Mooring",
    field("id", STRING),
    field("name", STRING),
    field("key", STRING, rule(Secret)),
    field("berth", Ref("berth")),
    field("berths", Array(Ref("berth"))),
    field("by_pier", Map(Ref("berth"))),
    field("grid", Array(Array(Ref("berth")))),
    field("tall", BOOLEAN),
    field("depth", NUMBER),
    field("count", INTEGER),
    field("marks", Array(STRING)),
    field("extra", Free()),
    field("any", ANY),
    field("OS-EXT:kind", STRING, attribute="os_ext_kind"),
)
ANSWER = schema(
    "answer", "CreateMooringResponse", field("mooring", Ref("mooring")), field("request_id", STRING)
)
LIST_ANSWER = schema(
    "list-answer",
    "ListMooringsResponse",
    field("moorings", Array(Ref("mooring"))),
    field("next_marker", STRING),
)
OPEN_ANSWER = schema(
    "open-answer",
    "TideTable",
    field("day", STRING),
    additional=field("{hour}", Ref("berth"), attribute="hour"),
)


def parameter(location: Any, made: Field, **facts: Any) -> Parameter:
    return Parameter(location=location, field=made, **facts)


PROJECT = parameter("path", field("project_id", STRING, required=True), client=True)
TOKEN = parameter("header", field("X-Auth-Token", STRING, required=True), client=True)
GOOD_REQUEST = {
    "mooring": {
        "name": "north-1",
        "harbour_id": "1b4e28ba-2fa1-11d2-883f-0016d3cca427",
        "lines": ["10.0.0.0/8"],
        "key": "abcd****",
    }
}
GOOD_ANSWER = {
    "mooring": {"id": "m-1", "name": "north-1", "berth": {"number": 4}},
    "request_id": "r",
}


def operation(key: str, name: str, method: str, path: str, **facts: Any) -> Operation:
    facts.setdefault("title", name.replace("_", " ").capitalize())
    return Operation(
        key=key,
        name=name,
        module=name,
        method=method,
        path=path,
        page="mooring/creating_a_mooring.rst",
        source=source(line=5),
        summary=prose("This API is used to do what its name says."),
        **facts,
    )


def example(direction: Any, value: Any, status: int | None = None) -> Example:
    return Example(
        direction=direction, source=source(line=99), status=status, parsed=True, value=value
    )


def ok(type_: Any, status: int | None = 200, media: str = "application/json") -> Response:
    return Response(status=status, description="", body=Body(media_type=media, type=type_))


def service() -> Service:
    schemas = (
        BERTH_INPUT,
        MOORING_INPUT,
        BODY_INPUT,
        BERTH,
        MOORING,
        ANSWER,
        LIST_ANSWER,
        OPEN_ANSWER,
    )
    flat = tuple((one.wire, one.attribute) for one in MOORING_INPUT.fields)
    operations = (
        operation(
            "POST /v1/{}/moorings",
            "create_mooring",
            "POST",
            "/v1/{project_id}/moorings",
            parameters=(PROJECT, TOKEN),
            request=Body(media_type="application/json", type=Ref("body-in")),
            responses=(ok(Ref("answer"), 201),),
            examples=(example("request", GOOD_REQUEST), example("response", GOOD_ANSWER, 201)),
            wrapper="mooring",
            arguments=flat,
        ),
        operation(
            "GET /v1/{}/moorings",
            "list_moorings",
            "GET",
            "/v1/{project_id}/moorings",
            parameters=(
                PROJECT,
                parameter("query", field("limit", INTEGER, rule(Range, minimum=1, maximum=100))),
                parameter("query", field("marker", STRING)),
                parameter("query", field("mode", STRING, rule(Choice, values=("fixed", "swing")))),
                parameter("query", field("ids", Array(STRING)), explode=True),
            ),
            responses=(ok(Ref("list-answer")),),
            paging=Paging(
                style="marker", items="moorings", limit="limit", start="marker", item_key="id"
            ),
            examples=(example("response", {"moorings": [{"id": "a", "berths": []}]}, 200),),
        ),
        operation(
            "DELETE /v1/{}/moorings/{}",
            "delete_mooring",
            "DELETE",
            "/v1/{project_id}/moorings/{mooring_id}",
            parameters=(PROJECT, parameter("path", field("mooring_id", STRING, required=True))),
            responses=(Response(status=204, description=""),),
        ),
        operation(
            "PUT /v1/{}/tides",
            "set_tides",
            "PUT",
            "/v1/{project_id}/tides",
            parameters=(PROJECT,),
            request=Body(
                media_type="application/json",
                type=Array(STRING),
                item=field("[items]", STRING, rule(Length, maximum=4, target="items")),
            ),
            responses=(ok(Ref("open-answer"), None),),
        ),
        operation(
            "GET /v1/{}/chart",
            "download_chart",
            "GET",
            "/v1/{project_id}/chart",
            parameters=(PROJECT,),
            responses=(ok(Scalar("file"), 200, "application/octet-stream"),),
        ),
    )
    return Service(
        name="moorings",
        title="Moorings",
        operations=operations,
        schemas={one.key: one for one in schemas},
        errors=(
            ErrorCode(
                code="M.1",
                status=404,
                message="No such mooring.",
                meaning="Gone.",
                advice="Look.",
                source=source(line=7),
            ),
        ),
    )


INFO = PackageInfo(
    package="moorings", client_name="MooringClient", async_client_name="AsyncMooringClient"
)
