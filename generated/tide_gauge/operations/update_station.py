"""Update a Station.

This API is used to change a station. What is left out stays as it is.

``PUT /v1/{project_id}/stations/{station_id}``, see stations/updating_a_station.rst.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .._runtime.checks import INTEGER, OBJECT, STRING, between, length, missing, report
from .._runtime.formats import UUID
from .._runtime.model import (
    UNSET,
    RequestModel,
    ResponseModel,
    Unset,
    as_read,
    new,
    plain,
    with_rest,
)
from .._runtime.operation import Answer, BodySpec, Operation, Parameter
from ..shared.station import Station

if TYPE_CHECKING:
    from .._runtime.violation import Violation, Where


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class UpdateStationInput(RequestModel):
    """The request body of ``update_station``."""

    station: UpdateStationStationInput | Mapping[str, Any] | Unset = UNSET
    """Specifies what to change. Mandatory."""

    def _read(self, data: dict[str, Any]) -> UpdateStationInput:
        self._data = data
        self.station = (
            new(UpdateStationStationInput)._read(v)
            if isinstance(v := data.get("station", UNSET), dict)
            else v
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.station) is not UNSET:
            out["station"] = plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = UpdateStationInput
        if "station" not in value:
            missing(out, path, cls, "station")
        else:
            v = value["station"]
            if isinstance(v, dict):
                UpdateStationStationInput._check(v, (path, "station"), out)
            else:
                report(out, path, cls, "station", v, OBJECT)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class UpdateStationResponse(ResponseModel):
    """The answer of ``update_station``."""

    station: Station | None = None
    """Specifies the station."""

    def _read(self, data: dict[str, Any]) -> UpdateStationResponse:
        self._data = data
        self.station = new(Station)._read(v) if isinstance(v := data.get("station"), dict) else v
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.station) is not None:
            out["station"] = v.to_dict() if type(v) is Station else plain(v)
        return as_read(self, out)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class UpdateStationStationInput(RequestModel):
    """The ``station`` of ``UpdateStationInput``. Documented as "UpdateStation"."""

    name: str | Unset = UNSET
    """Specifies the new name.
    The value is a string of 1 to 64 characters.
    Checked: 1 to 64 characters.
    """

    interval: int | Unset = UNSET
    """Specifies how often the gauge is read. The value ranges from 60 to 86400, in seconds.
    Checked: 60 to 86400.
    """

    note: str | None | Unset = UNSET
    """Specifies a remark of at most 255 characters. If this parameter is set to `null`, the remark
    is deleted. Checked: At most 255 characters.
    """

    def _read(self, data: dict[str, Any]) -> UpdateStationStationInput:
        self._data = data
        self.name = data.get("name", UNSET)
        self.interval = data.get("interval", UNSET)
        self.note = data.get("note", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.name) is not UNSET:
            out["name"] = v if type(v) is str else plain(v)
        if (v := self.interval) is not UNSET:
            out["interval"] = v if type(v) is int else plain(v)
        if (v := self.note) is not UNSET:
            out["note"] = v if type(v) is str else plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = UpdateStationStationInput
        if "name" in value and not (isinstance(v := value["name"], str) and 1 <= len(v) <= 64):
            report(out, path, cls, "name", v, STRING, length(1, 64))
        if "interval" in value and not (type(v := value["interval"]) is int and 60 <= v <= 86400):
            report(out, path, cls, "interval", v, INTEGER, between(60, 86400))
        if (
            "note" in value
            and value["note"] is not None
            and not (isinstance(v := value["note"], str) and len(v) <= 255)
        ):
            report(out, path, cls, "note", v, STRING, length(None, 255))


def _check_parameters(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
    if "station_id" in value and not (isinstance(v := value["station_id"], str) and UUID.search(v)):
        report(out, path, "update_station", "station_id", v, STRING, UUID)


OPERATION: Operation[UpdateStationResponse] = Operation(
    "update_station",
    "PUT",
    "/v1/{project_id}/stations/{station_id}",
    page="stations/updating_a_station.rst",
    parameters=(
        Parameter("project_id", "project_id", "path", required=True, client="project_id"),
        Parameter("station_id", "station_id", "path", required=True),
    ),
    body=BodySpec(
        "json",
        model=UpdateStationInput,
        wrapper="station",
        fields=UpdateStationStationInput.flat_fields(),
    ),
    check_body=UpdateStationInput.check_wire,
    check_parameters=_check_parameters,
    answers={200: Answer.model(UpdateStationResponse)},
)
