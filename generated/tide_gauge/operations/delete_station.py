"""Delete a Station.

This API is used to delete a station together with its readings.

``DELETE /v1/{project_id}/stations/{station_id}``, see stations/deleting_a_station.rst.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.checks import STRING, report
from .._runtime.formats import UUID
from .._runtime.operation import Answer, Operation, Parameter

if TYPE_CHECKING:
    from .._runtime.violation import Violation, Where


def _check_parameters(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
    if "station_id" in value and not (isinstance(v := value["station_id"], str) and UUID.search(v)):
        report(out, path, "delete_station", "station_id", v, STRING, UUID)


OPERATION: Operation[None] = Operation(
    "delete_station",
    "DELETE",
    "/v1/{project_id}/stations/{station_id}",
    page="stations/deleting_a_station.rst",
    parameters=(
        Parameter("project_id", "project_id", "path", required=True, client="project_id"),
        Parameter("station_id", "station_id", "path", required=True),
    ),
    check_parameters=_check_parameters,
    answers={204: Answer.nothing()},
)
