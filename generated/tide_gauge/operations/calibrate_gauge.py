"""Calibrate a Gauge.

This API is used to calibrate the gauge of a station.

``POST /v1/{project_id}/stations/{station_id}/action``, see actions/calibrating_a_gauge.rst.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .._runtime.checks import NUMBER, OBJECT, STRING, between, fail, missing, numeric, report
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

if TYPE_CHECKING:
    from .._runtime.violation import Violation, Where


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class CalibrateGaugeInput(RequestModel):
    """The request body of ``calibrate_gauge``."""

    calibrate: CalibrateInput | Mapping[str, Any] | Unset = UNSET
    """Specifies the action. Mandatory."""

    def _read(self, data: dict[str, Any]) -> CalibrateGaugeInput:
        self._data = data
        self.calibrate = (
            new(CalibrateInput)._read(v)
            if isinstance(v := data.get("calibrate", UNSET), dict)
            else v
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.calibrate) is not UNSET:
            out["calibrate"] = plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = CalibrateGaugeInput
        if "calibrate" not in value:
            missing(out, path, cls, "calibrate")
        else:
            v = value["calibrate"]
            if isinstance(v, dict):
                CalibrateInput._check(v, (path, "calibrate"), out)
            else:
                report(out, path, cls, "calibrate", v, OBJECT)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class CalibrateGaugeResponse(ResponseModel):
    """The answer of ``calibrate_gauge``."""

    job_id: str | None = None
    """Specifies the ID of the job that carries the action out."""

    def _read(self, data: dict[str, Any]) -> CalibrateGaugeResponse:
        self._data = data
        self.job_id = data.get("job_id")
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.job_id) is not None:
            out["job_id"] = v
        return as_read(self, out)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class CalibrateInput(RequestModel):
    """The ``calibrate`` of ``CalibrateGaugeInput``.

    Checked: At most 1 of `measured_by` and `instrument` may be given.
    """

    level: float | Unset = UNSET
    """Specifies the level measured by hand, in metres. The value ranges from -20 to 20. Checked:
    -20 to 20. Mandatory.
    """

    measured_by: str | Unset = UNSET
    """Specifies who measured. This parameter and `instrument` cannot be set at the same time."""

    instrument: str | Unset = UNSET
    """Specifies the instrument that measured."""

    def _read(self, data: dict[str, Any]) -> CalibrateInput:
        self._data = data
        self.level = data.get("level", UNSET)
        self.measured_by = data.get("measured_by", UNSET)
        self.instrument = data.get("instrument", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.level) is not UNSET:
            out["level"] = plain(v)
        if (v := self.measured_by) is not UNSET:
            out["measured_by"] = v if type(v) is str else plain(v)
        if (v := self.instrument) is not UNSET:
            out["instrument"] = v if type(v) is str else plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = CalibrateInput
        if "level" not in value:
            missing(out, path, cls, "level")
        elif not (numeric(v := value["level"]) and -20 <= v <= 20):
            report(out, path, cls, "level", v, NUMBER, between(-20, 20))
        if "measured_by" in value and not isinstance(v := value["measured_by"], str):
            report(out, path, cls, "measured_by", v, STRING)
        if "instrument" in value and not isinstance(v := value["instrument"], str):
            report(out, path, cls, "instrument", v, STRING)
        if ("measured_by" in value) + ("instrument" in value) > 1:
            fail(
                out,
                path,
                cls,
                "",
                "either",
                "at most 1 of `measured_by` and `instrument` may be given",
            )


def _check_parameters(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
    if "station_id" in value and not (isinstance(v := value["station_id"], str) and UUID.search(v)):
        report(out, path, "calibrate_gauge", "station_id", v, STRING, UUID)


OPERATION: Operation[CalibrateGaugeResponse] = Operation(
    "calibrate_gauge",
    "POST",
    "/v1/{project_id}/stations/{station_id}/action",
    page="actions/calibrating_a_gauge.rst",
    parameters=(
        Parameter("project_id", "project_id", "path", required=True, client="project_id"),
        Parameter("station_id", "station_id", "path", required=True),
    ),
    body=BodySpec(
        "json", model=CalibrateGaugeInput, wrapper="calibrate", fields=CalibrateInput.flat_fields()
    ),
    check_body=CalibrateGaugeInput.check_wire,
    check_parameters=_check_parameters,
    answers={202: Answer.model(CalibrateGaugeResponse)},
)
