"""Names of a whole service: attributes, arguments, classes, groups, the lock."""

from __future__ import annotations

import ast
import keyword
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.findings import TablewrightError
from gen.lock import Lock
from gen.model import Array, Body, Operation, Paging, Ref, Response, Schema, Service
from gen.names import assign
from gen.names.captions import generic, plain_words
from gen.names.identifiers import ARGUMENT_NAMES, MODEL_NAMES, attributes, identifier
from gen.names.schemas import RESERVED
from gen.names.words import pascal
from gen.views import package_files
from gen.views.info import PackageInfo
from tests.handmade import field, operation, parameter, schema, service


@dataclass
class Settings:
    group_above: int = 60
    client: str = "HarbourClient"


def named(
    one: Service, lock: Lock | None = None, above: int = 60
) -> tuple[Service, Lock, list[Any]]:
    return assign(one, lock or Lock(), Settings(above))


def names(one: Service) -> list[str]:
    return [f"{op.group}.{op.name}".strip(".") for op in one.operations]


def class_names(one: Service) -> dict[str, str]:
    return {key: found.name for key, found in one.schemas.items()}


# ---- attributes -----------------------------------------------------------


@pytest.mark.parametrize(
    ("wire", "name"),
    [("mooring_line", "mooring_line"), ("mooringLine", "mooring_line"), ("OS-EXT-DOCK:host", "os_ext_dock_host"),
     ("X-Dock-Token", "x_dock_token"), ("_links", "links"), ("from", "from_"), ("class", "class_"), ("self", "self_"),
     ("True", "true"), ("None", "none"), ("list", "list_"), ("type", "type"), ("id", "id"), ("10gb", "field_10gb"),
     ("__init__", "init"), ("../../etc/passwd", "etc_passwd"), ("protocol _id", "protocol_id"), ("#key", "key"),
     ("a.b", "a_b"), ("lambda", "lambda_"), ("é", "e")],
)  # fmt: skip
def test_identifier(wire: str, name: str) -> None:
    assert identifier(wire) == name


@given(
    st.lists(st.text(max_size=12), max_size=12),
    st.lists(st.sampled_from(["a-b", "aB", "A_B", "self"])),
)
def test_attributes_can_be_typed_and_differ(wires: list[str], more: list[str]) -> None:
    found = attributes([*wires, *more], {})
    assert list(found) == list(dict.fromkeys([*wires, *more]))
    assert len(set(found.values())) == len(found)
    for name in found.values():
        assert name.isascii()
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        assert not name.startswith("_")
        assert name not in MODEL_NAMES


def test_a_name_without_change_goes_first() -> None:
    assert attributes(["dock-id", "dock_id"], {}) == {
        "dock-id": "dock_id_dash",
        "dock_id": "dock_id",
    }


def test_locked_attribute_stays() -> None:
    found = attributes(["dock_id", "dockId"], {"dockId": "dock_id"})
    assert found["dockId"] == "dock_id"
    assert found["dock_id"] != "dock_id"


def test_attributes_hide_no_method_of_the_runtime(root: Any) -> None:
    source = (root / "templates/package/_runtime/model.py").read_text("utf-8")
    bases = ("_Model", "RequestModel", "ResponseModel")
    public = {
        inner.name
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and node.name in bases
        for inner in node.body
        if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_")
    }
    assert public
    assert public <= MODEL_NAMES


# ---- arguments ------------------------------------------------------------


def docking(*fields: str, **values: Any) -> Operation:
    body = schema("in", *(field(wire) for wire in fields), direction="request")
    one = operation("Docking a Ship", "POST", "/v1/{ship_id}", request="in", **values)
    found, _, _ = named(service(one, schemas=(body,)))
    return found.operations[0]


def test_body_fields_give_way() -> None:
    one = docking(
        "ship_id", "body", "options", "self", "depth", parameters=(parameter("ship_id", "path"),)
    )
    assert dict(one.arguments) == {
        "ship_id": "body_ship_id",
        "body": "body_body",
        "options": "body_options",
        "self": "body_self",
        "depth": "depth",
    }
    assert not ARGUMENT_NAMES & {name for _, name in one.arguments}


def test_arguments_are_locked() -> None:
    body = schema("in", field("ship_id"), direction="request")
    one = operation("Docking a Ship", "POST", "/v1/{ship_id}", request="in")
    with_row = replace(one, parameters=(parameter("ship_id", "path"),))
    _, lock, _ = named(service(with_row, schemas=(body,)))
    assert lock.operations[one.key].arguments == {"ship_id": "body_ship_id"}
    again, _, _ = named(service(one, schemas=(body,)), Lock.parse(lock.dump()))
    assert dict(again.operations[0].arguments) == {"ship_id": "body_ship_id"}


def test_headers_of_every_call_take_no_argument() -> None:
    one = docking("x_token", parameters=(parameter("X-Token", "header", client=True),))
    assert dict(one.arguments) == {"x_token": "x_token"}


def test_parameters_of_two_places() -> None:
    one = docking(
        "depth", parameters=(parameter("id", "path"), parameter("id"), parameter("options"))
    )
    assert [part.field.attribute for part in one.parameters] == ["id", "query_id", "query_options"]


def test_a_single_wrapping_object_is_flat() -> None:
    outer = schema("out", field("ship", Ref("in")), direction="request")
    inner = schema("in", field("name"), field("mast_count"), direction="request")
    one = operation("Creating a Ship", "POST", request="out")
    found, _, _ = named(service(one, schemas=(outer, inner)))
    assert found.operations[0].wrapper == "ship"
    assert dict(found.operations[0].arguments) == {"name": "name", "mast_count": "mast_count"}


# ---- operations -----------------------------------------------------------


def test_versions_of_one_title() -> None:
    found, _, clashes = named(
        service(
            operation("Creating a Ship", "POST", "/v1/ships"),
            operation("Creating a Ship", "POST", "/v2/ships"),
            operation("Creating a Ship", "POST", "/v3/ships", deprecated=True),
            operation("Creating a Ship (V4)", "POST", "/v4/ships"),
        )
    )
    assert names(found) == ["create_ship_v1", "create_ship", "create_ship_v3", "create_ship_v4"]
    assert clashes == []


def test_the_recommended_one_takes_the_plain_name() -> None:
    found, _, _ = named(
        service(
            operation("Towing a Ship", "POST", "/v3/ships"),
            operation("Towing a Ship (Recommended)", "POST", "/v3.0/fleet/ships"),
        )
    )
    assert names(found) == ["tow_ship_v3", "tow_ship"]


def test_two_spellings_of_a_version() -> None:
    found, _, clashes = named(
        service(
            operation("Creating a Ship", "POST", "/v2/ships"),
            operation("Creating a Ship", "POST", "/v2.0/{project_id}/fleet"),
        )
    )
    assert sorted(names(found)) == ["create_ship", "create_ship_v2"]
    assert clashes == []


def test_the_old_version_does_not_take_the_plain_name() -> None:
    found, _, _ = named(
        service(
            operation("Towing a Ship (Old Way)", "POST", "/v1/a"),
            operation("Towing a Ship (New Way)", "POST", "/v1/b"),
        )
    )
    assert names(found) == ["tow_ship_old_way", "tow_ship"]


def test_what_sets_two_apart_is_kept_even_if_it_is_long() -> None:
    titles = ("a Lantern", "a Lantern and a Whistle")
    found, _, _ = named(
        service(
            *(
                operation(f"Obtaining a Harbour Pass Through Signals with {way}", "POST", f"/{n}")
                for n, way in enumerate(titles)
            )
        )
    )
    assert names(found) == [
        "get_harbour_pass_through_signals_with_lantern",
        "get_harbour_pass_through_signals_with_lantern_and_whistle",
    ]


def test_resource_instances_are_asked_by_tag() -> None:
    found, _, _ = named(
        service(
            operation("Querying Ships", "GET", "/v1/ships"),
            operation("Querying Ships", "POST", "/v1/ships/resource_instances/action"),
        )
    )
    assert names(found) == ["list_ships", "list_ships_by_tag"]


def test_pages_that_share_a_path_are_told_apart_by_the_key() -> None:
    found, _, _ = named(
        service(
            *(
                operation(
                    "Steering a Ship",
                    "POST",
                    "/x/action",
                    discriminator=key,
                    key=f"POST /x/action {key}",
                )
                for key in ("left", "right")
            )
        )
    )
    assert names(found) == ["steer_ship", "steer_ship_by_right"]


def test_nothing_tells_two_apart() -> None:
    twins = [
        operation("Steering a Ship", "POST", "/a", page="p.rst", key=f"POST /a {n}")
        for n in range(4)
    ]
    found, _, clashes = named(service(*twins))
    assert len(set(names(found))) == 4
    assert not any(any(char.isdigit() for char in name) for name in names(found))
    assert [one.code for one in clashes] == ["TW301"] * 3


def test_client_methods_are_not_hidden() -> None:
    found, _, _ = named(service(operation("Closing", "POST"), operation("Importing", "POST", "/i")))
    assert names(found) == ["close_", "import_"]


GROUPED = [
    operation(
        "Creating a Ship", "POST", "/v1/ships", folder=("apis_recommended", "ship_management")
    ),
    operation("Creating a Ship", "POST", "/v2/ships", folder=("old_dock_apis", "ship_management")),
    operation("Querying Cranes", "GET", "/v1/cranes", folder=("apis_recommended", "cranes")),
    operation("Querying Winds", "GET", "/v1/winds", folder=("apis",)),
]


def test_groups_are_the_docs_folders() -> None:
    found, lock, _ = named(service(*GROUPED), above=3)
    assert names(found) == [
        "ship.create_ship",
        "dock_ship.create_ship",
        "cranes.list_cranes",
        "general.list_winds",
    ]
    assert len({one.module for one in found.operations}) == 4
    again, _, _ = named(service(*GROUPED[:2]), lock, above=3)
    assert names(again) == names(found)[:2]


def test_small_services_are_flat() -> None:
    found, _, _ = named(service(*GROUPED), above=4)
    assert names(found) == ["create_ship", "create_ship_v2", "list_cranes", "list_winds"]


@given(
    st.lists(
        st.tuples(
            st.one_of(
                st.text(max_size=30),
                st.sampled_from(["Creating a Ship", "import", "Querying the of", "()"]),
            ),
            st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"]),
            st.sampled_from(["/", "/v1/{a}", "/v2.0/x/{b-c}/{d}", "/é", ""]),
            st.lists(
                st.one_of(st.text(max_size=6), st.sampled_from(["apis", "ship_management"])),
                max_size=3,
            ),
        ),
        max_size=6,
    ),
    st.sampled_from([0, 60]),
)
def test_any_title_gets_a_name(pages: list[tuple[str, str, str, list[str]]], above: int) -> None:
    operations = [
        operation(title, method, path, key=str(number), page=f"{number}.rst", folder=tuple(folder))
        for number, (title, method, path, folder) in enumerate(pages)
    ]
    found, lock, _ = named(service(*operations), above=above)
    assert len(set(names(found))) == len(operations)
    assert len({one.module for one in found.operations}) == len(operations)
    for one in found.operations:
        for name in (one.name, one.module, one.group or "x"):
            assert name.isascii()
            assert name.isidentifier()
            assert not keyword.iskeyword(name)
    again, later, _ = named(found, Lock.parse(lock.dump()), above=above)
    assert names(again) == names(found)
    assert later.dump() == lock.dump()


@given(st.lists(st.tuples(st.text(max_size=20), st.booleans()), max_size=8))
def test_any_caption_gets_a_class(captions: list[tuple[str, bool]]) -> None:
    schemas = [
        schema(
            str(number), field("a"), caption=caption, direction="request" if sent else "response"
        )
        for number, (caption, sent) in enumerate(captions)
    ]
    operations = [
        operation(
            "Creating a Ship",
            "POST",
            f"/{one.key}",
            **{"request" if one.direction == "request" else "response": one.key},
        )
        for one in schemas[::2]
    ]
    found, _, _ = named(service(*operations, schemas=tuple(schemas)))
    classes = class_names(found)
    assert len(set(classes.values())) == len(schemas)
    for one in found.schemas.values():
        assert one.name.isascii()
        assert one.name.isidentifier()
        assert one.name[0].isupper()
        assert one.name.endswith("Input") or one.direction == "response"


# ---- classes --------------------------------------------------------------


def page(
    verb: str, *, path: str = "/ships", method: str = "POST"
) -> tuple[Operation, tuple[Schema, ...]]:
    """An operation whose request and answer wrap tables of the same captions."""
    made = []
    for way in ("request", "response"):
        root, ship, mast = (f"{verb}/{way}/{part}" for part in ("root", "ship", "mast"))
        made += [
            schema(
                root, field("ship", Ref(ship)), caption=f"{way.title()} parameters", direction=way
            ),
            schema(
                ship,
                field("masts", Array(Ref(mast))),
                caption=f"{verb}ShipRequestBody",
                direction=way,
            ),
            schema(mast, field("height"), caption="Masts", direction=way),
        ]
    one = operation(
        f"{verb[:-1]}ing a Ship",
        method,
        path,
        request=f"{verb}/request/root",
        response=f"{verb}/response/root",
    )
    return one, tuple(made)


def test_class_names() -> None:
    one, schemas = page("Create")
    found, _, _ = named(service(one, schemas=schemas))
    assert class_names(found) == {
        "Create/request/root": "CreateShipInput",
        "Create/request/ship": "ShipInput",
        "Create/request/mast": "MastInput",
        "Create/response/root": "CreateShipResponse",
        "Create/response/ship": "Ship",
        "Create/response/mast": "Mast",
    }


def test_two_tables_of_one_name_are_told_apart_by_words() -> None:
    first, one = page("Create")
    second, two = page("Update", path="/ships/{id}", method="PUT")
    found, _, _ = named(service(first, second, schemas=(*one, *two)))
    classes = class_names(found)
    assert classes["Create/request/mast"] == "MastInput"
    assert classes["Update/request/mast"] == "UpdateShipMastInput"
    assert classes["Update/request/ship"] == "UpdateShipBodyInput"
    assert len(set(classes.values())) == len(classes)
    assert not any(name[-1].isdigit() for name in classes.values())


def test_other_statuses_say_so() -> None:
    good, bad = schema("g", field("a")), schema("b", field("error"))
    answers = tuple(
        Response(status=status, description="", body=Body(media_type="", type=Ref(key)))
        for status, key in ((200, "g"), (404, "b"))
    )
    one = replace(operation("Creating a Ship", "POST"), responses=answers)
    found, _, _ = named(service(one, schemas=(good, bad)))
    assert class_names(found) == {"g": "CreateShipResponse", "b": "CreateShipNotFoundResponse"}


def test_runtime_names_are_left_alone() -> None:
    root = schema("r", field("mapping", Ref("m")), field("operation", Ref("o")))
    one = operation("Querying a Ship", "GET", "/ships/{id}", response="r")
    two = [schema("m", field("a"), caption="Mapping"), schema("o", field("b"), caption="Operation")]
    found, _, _ = named(service(one, schemas=(root, *two)))
    assert not {"Mapping", "Operation"} & set(class_names(found).values())


def test_the_client_keeps_its_name() -> None:
    body = schema("r", field("a"), caption="HarbourClient")
    root = schema("x", field("b", Ref("r")))
    found, _, _ = named(
        service(operation("Creating a Ship", "POST", response="x"), schemas=(root, body))
    )
    assert "HarbourClient" not in class_names(found).values()


def test_names_that_generated_modules_import_are_reserved() -> None:
    one, schemas = page("Create")
    listing = operation("Querying Ships", "GET", "/list", response="Create/response/root",
                        paging=Paging(style="marker", items="ship"))  # fmt: skip
    found, _, _ = named(service(one, listing, schemas=schemas))
    info = PackageInfo(
        package="p", client_name="HarbourClient", async_client_name="AsyncHarbourClient"
    )
    own = set(class_names(found).values()) | {"HarbourClient", "AsyncHarbourClient"}
    imported = set()
    for path, text in package_files(found, info, dict).items():
        if path.endswith(".py") and not path.startswith(("_runtime", "testing")):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.ImportFrom):
                    imported |= {name.name for name in node.names if name.name[0].isupper()}
    classes = {name for name in imported - own if not name.isupper()}
    assert len(classes) > 20
    assert classes <= RESERVED


@pytest.mark.parametrize(
    ("caption", "name"),
    [("ShipYard", "ShipYard"), ("ResponseShipYard", "ShipYard"), ("CreateShipRequestBodyContent", "Ship"),
     ("Data structure of the **hull** field", "Hull"), ("**hull** field description", "Hull"),
     ("Data structure description of the hull field", "Hull"), ("**Ship Yard** objects", "ShipYard"),
     ("Objects of request parameter **hull_plan**", "HullPlan"), ("Configuration of hull", "HullConfiguration"),
     ("ship.hull.Plank", "ShipHullPlank"), ("hull parameter description (when moored)", "Hull"),
     ("Response body parameters", ""), ("Parameter description", ""), ("Request", ""), ("", ""), ("北京", ""),
     ("Which hulls are allowed and which ones are not", ""), ("hull/keel", "")],
)  # fmt: skip
def test_captions(caption: str, name: str) -> None:
    assert pascal(plain_words(caption)) == name
    assert generic(caption) == (name == "")


# ---- the lock -------------------------------------------------------------


def test_a_retitled_page_renames_nothing() -> None:
    one, schemas = page("Create")
    before, lock, _ = named(service(one, schemas=schemas))
    retitled = replace(one, title="Launching a Vessel")
    renamed = tuple(replace(part, caption="Something New") for part in schemas)
    after, again, _ = named(service(retitled, schemas=renamed), Lock.parse(lock.dump()))
    assert names(after) == names(before)
    assert class_names(after) == class_names(before)
    assert again.dump() == lock.dump()


def test_names_of_what_is_gone_are_not_given_again() -> None:
    one, schemas = page("Create")
    _, lock, _ = named(service(one, schemas=schemas))
    other = operation("Creating a Ship", "POST", "/v9/vessels")
    after, later, _ = named(service(other), lock)
    assert names(after) == ["create_ship_v9"]
    assert list(later.retired_operations) == [one.key]
    assert later.retired_schemas.keys() == lock.schemas.keys()
    back, last, _ = named(service(one, other, schemas=schemas), Lock.parse(later.dump()))
    assert names(back) == ["create_ship", "create_ship_v9"]
    assert last.retired_operations == {}


def test_lock_reads_what_it_wrote() -> None:
    one, schemas = page("Create")
    _, lock, _ = named(service(one, schemas=schemas))
    assert Lock.parse(lock.dump().encode(), "names.lock") == lock
    assert Lock.parse("") == Lock()


def test_unreadable_pages_are_refused() -> None:
    one, schemas = page("Create")
    _, lock, _ = named(service(one, schemas=schemas))
    lock.refuse_unreadable({"other.rst"})
    with pytest.raises(TablewrightError, match="create_ship") as caught:
        lock.refuse_unreadable({one.page})
    assert caught.value.position is not None
    assert caught.value.position.file == one.page


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("{", 1, "not valid JSON"),
        ("[]", 1, "version"),
        (
            '{"version": 1,\n "operations": {\n"GET /x": {"name": "os.system", "module": "x"}}}',
            3,
            "no Python name",
        ),
        (
            '{"version": 1, "operations": {"k": {"name": "x", "module": "__main__"}}}',
            1,
            "keeps to itself",
        ),
        (
            '{"version": 1, "operations": {"k": {"name": "import", "module": "x"}}}',
            1,
            "no Python name",
        ),
        ('{"version": 1, "schemas": {"k": {"name": "x"}}}', 1, "no class name"),
        ('{"version": 1, "schemas": []}', 1, "must be an object"),
        ('{"version": 1, "shared": {"a": 1}}', 1, "must be a string"),
    ],
)
def test_a_broken_lock_is_refused(text: str, line: int, says: str) -> None:
    with pytest.raises(TablewrightError, match=says) as caught:
        Lock.parse(text, "names.lock")
    assert caught.value.position is not None
    assert (caught.value.position.file, caught.value.position.line) == ("names.lock", line)


def test_errors_of_two_forms_are_named_after_what_they_say() -> None:
    """Bodies that several operations fail with are no single operation's."""

    def failing(title: str, path: str, key: str) -> Operation:
        body = Body(media_type="application/json", type=Ref(key))
        answer = Response(status=400, description="", body=body)
        return replace(operation(title, path=path), responses=(answer,))

    one, _, _ = named(
        service(
            failing("Querying a Ship", "/ship", "flat"),
            failing("Querying a Dock", "/dock", "flat"),
            failing("Querying a Crane", "/crane", "wrapped"),
            failing("Querying a Buoy", "/buoy", "wrapped"),
            schemas=(schema("flat", field("error_code")), schema("wrapped", field("message"))),
        )
    )
    assert class_names(one) == {"flat": "ErrorResponse", "wrapped": "MessageErrorResponse"}
