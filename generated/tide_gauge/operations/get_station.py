"""Query a Station.

This API is used to query one station.

``GET /v1/{project_id}/stations/{station_id}``, see stations/querying_a_station.rst.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .._runtime.checks import STRING, report
from .._runtime.formats import UUID
from .._runtime.model import ResponseModel, as_read, new, plain
from .._runtime.operation import Answer, Operation, Parameter
from ..shared.station import Station

if TYPE_CHECKING:
    from .._runtime.violation import Violation, Where


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class GetStationResponse(ResponseModel):
    """The answer of ``get_station``."""

    station: Station | None = None
    """Specifies the station."""

    def _read(self, data: dict[str, Any]) -> GetStationResponse:
        self._data = data
        self.station = new(Station)._read(v) if isinstance(v := data.get("station"), dict) else v
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.station) is not None:
            out["station"] = v.to_dict() if type(v) is Station else plain(v)
        return as_read(self, out)


def _check_parameters(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
    if "station_id" in value and not (isinstance(v := value["station_id"], str) and UUID.search(v)):
        report(out, path, "get_station", "station_id", v, STRING, UUID)


OPERATION: Operation[GetStationResponse] = Operation(
    "get_station",
    "GET",
    "/v1/{project_id}/stations/{station_id}",
    page="stations/querying_a_station.rst",
    parameters=(
        Parameter("project_id", "project_id", "path", required=True, client="project_id"),
        Parameter("station_id", "station_id", "path", required=True),
    ),
    check_parameters=_check_parameters,
    answers={200: Answer.model(GetStationResponse)},
)
