"""Restart a Gauge.

This API is used to restart the gauge of a station.

``POST /v1/{project_id}/stations/{station_id}/action``, see actions/restarting_a_gauge.rst.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from .._runtime.checks import OBJECT, STRING, missing, one_of, report
from .._runtime.formats import UUID
from .._runtime.model import (
    UNSET,
    RequestModel,
    ResponseModel,
    Unset,
    new,
    no_value,
    written,
    written_input,
)
from .._runtime.operation import Answer, BodySpec, Operation, Parameter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._runtime.violation import Violation


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class RestartGaugeInput(RequestModel):
    """The request body of ``restart_gauge``."""

    restart: RestartInput | Mapping[str, Any] | Unset = UNSET
    """Specifies the action. Mandatory."""

    @classmethod
    def from_dict(cls, data: Any) -> RestartGaugeInput:
        self = new(cls)
        self._data = data
        get: Any = data.get if isinstance(data, dict) else no_value
        self.restart = (
            RestartInput.from_dict(v) if isinstance(v := get("restart", UNSET), dict) else v
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        return written_input(
            self,
            {
                "restart": self.restart,
            },
        )

    @classmethod
    def _check(cls, value: dict[str, Any], path: str, out: list[Violation]) -> None:
        if "restart" not in value:
            missing(out, path, cls, "restart")
        else:
            v = value["restart"]
            if isinstance(v, dict):
                RestartInput._check(v, path + ".restart", out)
            else:
                report(out, path, cls, "restart", v, OBJECT)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class RestartGaugeResponse(ResponseModel):
    """The answer of ``restart_gauge``."""

    job_id: str | None = None
    """Specifies the ID of the job that carries the action out."""

    @classmethod
    def from_dict(cls, data: Any) -> RestartGaugeResponse:
        self = new(cls)
        self._data = data
        get: Any = data.get if isinstance(data, dict) else no_value
        self.job_id = get("job_id")
        return self

    def to_dict(self) -> dict[str, Any]:
        return written(
            self,
            {
                "job_id": self.job_id,
            },
        )


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class RestartInput(RequestModel):
    """The ``restart`` of ``RestartGaugeInput``."""

    mode: Literal["soft", "hard"] | Unset = UNSET
    """Specifies how the gauge is restarted.
    Value range:
    `soft`: the running reading is finished first.
    `hard`: the gauge is cut off at once.
    The default value is `soft`.
    """

    @classmethod
    def from_dict(cls, data: Any) -> RestartInput:
        self = new(cls)
        self._data = data
        get: Any = data.get if isinstance(data, dict) else no_value
        self.mode = get("mode", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        return written_input(
            self,
            {
                "mode": self.mode,
            },
        )

    @classmethod
    def _check(cls, value: dict[str, Any], path: str, out: list[Violation]) -> None:
        if "mode" in value and (v := value["mode"]) not in ("soft", "hard"):
            report(out, path, cls, "mode", v, STRING, one_of("soft", "hard"))


def _check_parameters(value: dict[str, Any], path: str, out: list[Violation]) -> None:
    if "station_id" in value and not (isinstance(v := value["station_id"], str) and UUID.search(v)):
        report(out, path, "restart_gauge", "station_id", v, STRING, UUID)


OPERATION: Operation[RestartGaugeResponse] = Operation(
    "restart_gauge",
    "POST",
    "/v1/{project_id}/stations/{station_id}/action",
    page="actions/restarting_a_gauge.rst",
    parameters=(
        Parameter("project_id", "project_id", "path", required=True, client="project_id"),
        Parameter("station_id", "station_id", "path", required=True),
    ),
    body=BodySpec(
        "json", model=RestartGaugeInput, wrapper="restart", fields=RestartInput.flat_fields()
    ),
    check_body=RestartGaugeInput.check_wire,
    check_parameters=_check_parameters,
    answers={202: Answer.model(RestartGaugeResponse)},
)
