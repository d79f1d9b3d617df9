"""A small service with its page and its code, by hand: what the review page is tried on."""

from __future__ import annotations

from dataclasses import replace

from gen.document import Document, Row, Table
from gen.findings import Finding, Position, finding
from gen.model import (
    Body,
    Field,
    Operation,
    Parameter,
    Range,
    Ref,
    Response,
    Scalar,
    ScalarKind,
    Schema,
    Service,
    Source,
)
from gen.review import State
from gen.rst import read

FILE = "boxes/create_box.rst"

PAGE = """\
:original_name: create_box.html

.. _create_box:

Creating a Box
==============

Function
--------

Puts a new box on a shelf.{hostile}

URI
---

POST /v1/{{project_id}}/boxes

.. table:: **Table 1** Path parameters

   +------------+-----------+--------+-------------------+
   | Parameter  | Mandatory | Type   | Description       |
   +============+===========+========+===================+
   | project_id | Yes       | String | Whose boxes.      |
   +------------+-----------+--------+-------------------+

Request Parameters
------------------

.. table:: **Table 2** Request body parameters

   +-----------+-----------+---------+---------------------------------------+
   | Parameter | Mandatory | Type    | Description                           |
   +===========+===========+=========+=======================================+
   | name      | Yes       | String  | What **people** call it.              |
   +-----------+-----------+---------+---------------------------------------+
   | litres    | No        | Integer | How much it holds. At most {most}.        |
   +-----------+-----------+---------+---------------------------------------+
{extra}
Response Parameters
-------------------

.. table:: **Table 3** Response body parameters

   +-----------+---------+------------------------------+
   | Parameter | Type    | Description                  |
   +===========+=========+==============================+
   | id        | String  | Its number.                  |
   +-----------+---------+------------------------------+
   | name      | String  | What people call it.         |
   +-----------+---------+------------------------------+
"""

COLOUR = """\
   | colour    | No        | String  | Its paint.                            |
   +-----------+-----------+---------+---------------------------------------+
"""

MODULE = '''\
"""Creating a Box."""

from __future__ import annotations

OPERATION = Operation(
    "create_box",
    "POST",
    "/v1/{{project_id}}/boxes",
    parameters=(Parameter("project_id", "project_id", "path"),),
)


class CreateBoxInput(RequestModel):
    """What to create."""

    name: str | Unset = UNSET
    """What people call it."""

    litres: int | Unset = UNSET
    """How much it holds. At most {most}."""


def check_create_box_input(value: Any, path: str, out: list[Violation]) -> None:
    if "name" not in value:
        out.append(required(path, "name"))
    item = value.get("litres", UNSET)
    if item is not UNSET:
        if item > {most}:
            out.append(maximum(path, "litres", {most}))


class CreateBoxResponse(ResponseModel):
    """What was created."""

    id: str | None
    name: str | None
'''

CLIENT = '''\
class BoxClient:
    def create_box(
        self,
        *,
        name: str | Unset = UNSET,
        litres: int | Unset = UNSET,
        project_id: str | None = None,
    ) -> CreateBoxResponse:
        """Puts a new box on a shelf."""
        return self._call(OPERATION, {"name": name, "litres": litres}, project_id=project_id)


class AsyncBoxClient:
    async def create_box(self) -> CreateBoxResponse: ...
'''


def _rows(document: Document) -> dict[tuple[str, str], Row]:
    found = {}
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    found[(block.caption, row.cells[0].text)] = row
    return found


def state(most: int = 90, *, colour: bool = False, hostile: str = "", copies: int = 1) -> State:
    """One state of the docs: ``most`` litres, with or without a colour; ``copies`` of the operation."""
    text = PAGE.format(most=most, hostile=hostile, extra=COLOUR if colour else "")
    document = read(text, FILE)
    rows = _rows(document)

    def field(table: str, wire: str, kind: ScalarKind = "string", required: bool = False) -> Field:
        row = rows[(table, wire)]
        source = Source(FILE, row.line, None, wire, table)
        rules = ()
        if wire == "litres":
            rules = (Range(maximum=most, sentence="", source=source),)  # type: ignore[assignment]
        return Field(
            wire=wire,
            type=Scalar(kind),
            required=required,
            description=row.cells[-1].blocks,
            sources=(source,),
            rules=rules,
            attribute=wire,
        )

    sent = [
        field("Request body parameters", "name", required=True),
        field("Request body parameters", "litres", "integer"),
    ]
    if colour:
        sent.append(field("Request body parameters", "colour"))
    got = [field("Response body parameters", "id"), field("Response body parameters", "name")]
    schemas = {
        "in": Schema(
            key="in",
            direction="request",
            caption="Request body parameters",
            sources=(sent[0].source,),
            fields=tuple(sent),
            name="CreateBoxInput",
        ),
        "out": Schema(
            key="out",
            direction="response",
            caption="Response body parameters",
            sources=(got[0].source,),
            fields=tuple(got),
            name="CreateBoxResponse",
        ),
    }
    path = Parameter(
        location="path", field=field("Path parameters", "project_id", required=True), client=True
    )
    one = Operation(
        key="POST /v1/{}/boxes",
        method="POST",
        path="/v1/{project_id}/boxes",
        title="Creating a Box",
        page=FILE,
        source=Source(FILE, 6),
        label="create_box",
        summary=document.sections[0].blocks,
        parameters=(path,),
        request=Body(media_type="application/json", type=Ref("in")),
        responses=(
            Response(
                status=201,
                description="",
                body=Body(media_type="application/json", type=Ref("out")),
            ),
        ),
        name="create_box",
        module="create_box",
        arguments=tuple((item.wire, item.wire) for item in sent),
    )
    more = tuple(
        replace(one, key=f"{one.key}/{n}", path=f"{one.path}/{n}", name=f"create_box_{n}")
        for n in range(1, copies)
    )
    files = {
        "operations/create_box.py": MODULE.format(most=most).encode(),
        "_client.py": CLIENT.encode(),
    }
    line = rows[("Response body parameters", "id")].line
    findings: list[Finding] = [
        finding("TW105", "the `id` row is <odd>", Position(FILE, line), "mend it"),
        finding("TW104", "page is empty", Position("other.rst", 1)),
    ]
    service = Service(name="boxes", title="Boxes", operations=(one, *more), schemas=schemas)
    return State(service, {FILE: document}, files, findings)
