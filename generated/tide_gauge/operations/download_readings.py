"""Download Readings.

This API is used to download the readings of a station as a file.

``GET /v1/{project_id}/stations/{station_id}/readings``, see readings/downloading_readings.rst.
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
        report(out, path, "download_readings", "station_id", v, STRING, UUID)


OPERATION: Operation[bytes] = Operation(
    "download_readings",
    "GET",
    "/v1/{project_id}/stations/{station_id}/readings",
    page="readings/downloading_readings.rst",
    parameters=(
        Parameter("project_id", "project_id", "path", required=True, client="project_id"),
        Parameter("station_id", "station_id", "path", required=True),
        Parameter("from_", "from", "query"),
        Parameter("to", "to", "query"),
    ),
    check_parameters=_check_parameters,
    answers={200: Answer.binary()},
)
