"""Restart a Gauge.

This API is used to restart the gauge of a station.

``POST /v1/{project_id}/stations/{station_id}/action``, see actions/restarting_a_gauge.rst.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from .._runtime.checks import OBJECT, STRING, missing, one_of, report
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
class RestartGaugeInput(RequestModel):
    """The request body of ``restart_gauge``."""

    restart: RestartInput | Mapping[str, Any] | Unset = UNSET
    """Specifies the action. Mandatory."""

    def _read(self, data: dict[str, Any]) -> RestartGaugeInput:
        self._data = data
        self.restart = (
            new(RestartInput)._read(v) if isinstance(v := data.get("restart", UNSET), dict) else v
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.restart) is not UNSET:
            out["restart"] = plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = RestartGaugeInput
        if "restart" not in value:
            missing(out, path, cls, "restart")
        else:
            v = value["restart"]
            if isinstance(v, dict):
                RestartInput._check(v, (path, "restart"), out)
            else:
                report(out, path, cls, "restart", v, OBJECT)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class RestartGaugeResponse(ResponseModel):
    """The answer of ``restart_gauge``."""

    job_id: str | None = None
    """Specifies the ID of the job that carries the action out."""

    def _read(self, data: dict[str, Any]) -> RestartGaugeResponse:
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
class RestartInput(RequestModel):
    """The ``restart`` of ``RestartGaugeInput``."""

    mode: Literal["soft", "hard"] | Unset = UNSET
    """Specifies how the gauge is restarted.
    Value range:
    `soft`: the running reading is finished first.
    `hard`: the gauge is cut off at once.
    The default value is `soft`.
    """

    def _read(self, data: dict[str, Any]) -> RestartInput:
        self._data = data
        self.mode = data.get("mode", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.mode) is not UNSET:
            out["mode"] = v if type(v) is str else plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = RestartInput
        if "mode" in value and (v := value["mode"]) not in ("soft", "hard"):
            report(out, path, cls, "mode", v, STRING, one_of("soft", "hard"))


def _check_parameters(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
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
