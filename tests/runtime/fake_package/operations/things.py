"""The fake service's operations and models."""

from __future__ import annotations

from typing import Any

from .._runtime.operation import Answer, BodySpec, Operation, Paging, Parameter
from .._runtime.violation import Violation


class Thing:
    """A decoded object."""

    __slots__ = ("_data", "data", "id", "name")

    def __init__(self, data: Any) -> None:
        self.data = self._data = data
        self.id = data.get("id") if isinstance(data, dict) else None
        self.name = data.get("name") if isinstance(data, dict) else None

    @classmethod
    def from_dict(cls, data: Any) -> Thing:
        return cls(data)

    def to_dict(self) -> Any:
        return self.data

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Thing) and self.data == other.data

    __hash__ = None  # type: ignore[assignment]


class ThingAnswer:
    """An answer with one thing."""

    __slots__ = ("data", "thing")

    def __init__(self, data: Any) -> None:
        self.data = data
        self.thing = Thing.from_dict(data.get("thing")) if isinstance(data, dict) else None

    @classmethod
    def from_dict(cls, data: Any) -> ThingAnswer:
        return cls(data)

    def to_dict(self) -> Any:
        return self.data


class ThingsAnswer:
    """An answer with a list of things."""

    __slots__ = ("data", "things")

    def __init__(self, data: Any) -> None:
        self.data = data
        found = data.get("things") if isinstance(data, dict) else None
        self.things = [Thing.from_dict(i) for i in found] if isinstance(found, list) else found

    @classmethod
    def from_dict(cls, data: Any) -> ThingsAnswer:
        return cls(data)

    def to_dict(self) -> Any:
        return self.data


def check_create(value: Any, path: str, out: list[Violation]) -> None:
    """A body check as the generator writes them."""
    thing = value.get("thing") if isinstance(value, dict) else None
    if not isinstance(thing, dict):
        out.append(Violation(f"{path}.thing", "required", "is required"))
        return
    if "name" not in thing:
        out.append(Violation(f"{path}.thing.name", "required", "is required"))
    if thing.get("size", 0) > 10:
        out.append(Violation(f"{path}.thing.size", "maximum", "must be at most 10"))


def check_list(values: dict[str, Any], path: str, out: list[Violation]) -> None:
    """A parameter check as the generator writes them."""
    if values.get("limit", 1) < 1:
        out.append(Violation(f"{path}.limit", "minimum", "must be at least 1"))


PROJECT = Parameter("project_id", "project_id", "path", required=True, client="project_id")
THING_ID = Parameter("thing_id", "thing_id", "path", required=True)
LIMIT = Parameter("limit", "limit", "query")
LIST = "/v1/{project_id}/things"

CREATE: Operation[ThingAnswer] = Operation(
    "create_thing",
    "POST",
    LIST,
    page="create.rst",
    parameters=(PROJECT,),
    body=BodySpec(
        wrapper="thing",
        fields=(
            ("name", "name"),
            ("size", "size"),
            ("body_project_id", "project_id"),
            ("psk", "psk"),
        ),
    ),
    check_body=check_create,
    answers={201: Answer.model(ThingAnswer)},
)
GET: Operation[ThingAnswer] = Operation(
    "get_thing",
    "GET",
    LIST + "/{thing_id}",
    parameters=(
        PROJECT,
        THING_ID,
        Parameter("fields", "fields", "query", style="comma"),
        Parameter("tags", "tags", "query"),
        Parameter("language", "X-Language", "header"),
    ),
    answers={200: Answer.model(ThingAnswer)},
)
DELETE: Operation[None] = Operation(
    "delete_thing",
    "DELETE",
    LIST + "/{thing_id}",
    parameters=(PROJECT, THING_ID),
    answers={204: Answer.nothing()},
)
START: Operation[Any] = Operation(
    "start_thing",
    "POST",
    LIST + "/{thing_id}/action",
    parameters=(PROJECT, THING_ID),
    body=BodySpec(wrapper="os-start"),
)
UPLOAD: Operation[Any] = Operation(
    "upload_thing",
    "POST",
    LIST + "/upload",
    parameters=(PROJECT,),
    body=BodySpec("multipart", fields=(("file", "file"), ("note", "note")), files=("file",)),
)
PATCH: Operation[Any] = Operation(
    "patch_thing",
    "PATCH",
    LIST + "/{thing_id}",
    parameters=(PROJECT, THING_ID),
    body=BodySpec("json-patch", root_array=True),
)
PUT_BYTES: Operation[None] = Operation(
    "put_bytes",
    "PUT",
    LIST + "/{thing_id}/file",
    parameters=(PROJECT, THING_ID),
    body=BodySpec("bytes"),
    answers={204: Answer.nothing()},
)
DOWNLOAD: Operation[bytes] = Operation(
    "download_thing",
    "GET",
    LIST + "/{thing_id}/file",
    parameters=(PROJECT, THING_ID),
    answers={200: Answer.binary()},
)
FIND: Operation[Any] = Operation(
    "find_thing",
    "GET",
    "/things/find",
    parameters=(Parameter("kind", "kind", "query", required=True),),
)
VERSIONS: Operation[Any] = Operation(
    "list_versions", "GET", "/versions", answers={200: Answer.json(), 300: Answer.json()}
)
FORM: Operation[Any] = Operation(
    "submit_form",
    "POST",
    "/form",
    body=BodySpec("form", fields=(("user", "user"), ("tags", "tags"))),
)


def listing(name: str, paging: Paging, *parameters: str) -> Operation[ThingsAnswer]:
    """A list operation."""
    return Operation(
        name,
        "GET",
        LIST,
        parameters=(PROJECT, LIMIT, *(Parameter(n, n, "query") for n in parameters)),
        check_parameters=check_list,
        answers={200: Answer.model(ThingsAnswer)},
        paging=paging,
    )


BY_MARKER = listing(
    "list_by_marker",
    Paging("marker", "things", limit="limit", start="marker", next_marker="page_info.next_marker"),
    "marker",
)
BY_LAST = listing(
    "list_by_last", Paging("marker", "things", limit="limit", start="marker"), "marker"
)
BY_OFFSET = listing(
    "list_by_offset", Paging("offset", "things", limit="limit", start="offset"), "offset"
)
BY_PAGE = listing(
    "list_by_page", Paging("page", "things", limit="limit", start="page", first=1), "page"
)
BY_FIRST = listing(
    "list_by_first",
    Paging("offset", "things", limit="limit", start="offset", first=1),
    "offset",
)
BY_SIZE = listing(
    "list_by_size",
    Paging("page", "things", limit="limit", start="page", first=1, size=3),
    "page",
)
BY_NAME = listing(
    "list_by_name",
    Paging("marker", "things", limit="limit", start="marker", item_key="name", size=3),
    "marker",
)
BY_BODY: Operation[ThingsAnswer] = Operation(
    "query_things",
    "POST",
    LIST,
    parameters=(PROJECT,),
    body=BodySpec(
        fields=(("limit", "limit"), ("offset", "offset"), ("colour", "colour")), required=False
    ),
    answers={200: Answer.model(ThingsAnswer)},
    paging=Paging("offset", "things", limit="limit", start="offset"),
)
BY_LINK = listing("list_by_link", Paging("link", "things", next_marker="things_links"))
