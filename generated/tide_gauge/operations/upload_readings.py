"""Upload Readings.

This API is used to upload readings that were written down by hand.

``POST /v1/{project_id}/stations/{station_id}/readings``, see readings/uploading_readings.rst.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .._runtime.checks import STRING, missing, report
from .._runtime.formats import UUID
from .._runtime.model import (
    UNSET,
    FileContent,
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
    from .._runtime.violation import Violation


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class UploadReadingsInput(RequestModel):
    """The request body of ``upload_readings``."""

    file: FileContent | Unset = UNSET
    """Specifies the file of readings, one a line. Mandatory."""

    comment: str | Unset = UNSET
    """Specifies where the readings come from."""

    @classmethod
    def from_dict(cls, data: Any) -> UploadReadingsInput:
        self = new(cls)
        self._data = data
        get: Any = data.get if isinstance(data, dict) else no_value
        self.file = get("file", UNSET)
        self.comment = get("comment", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        return written_input(
            self,
            {
                "file": self.file,
                "comment": self.comment,
            },
        )

    @classmethod
    def _check(cls, value: dict[str, Any], path: str, out: list[Violation]) -> None:
        if "file" not in value:
            missing(out, path, cls, "file")
        if "comment" in value and not isinstance(v := value["comment"], str):
            report(out, path, cls, "comment", v, STRING)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class UploadReadingsResponse(ResponseModel):
    """The answer of ``upload_readings``."""

    accepted: int | None = None
    """Specifies how many readings were taken."""

    rejected: int | None = None
    """Specifies how many lines could not be read."""

    @classmethod
    def from_dict(cls, data: Any) -> UploadReadingsResponse:
        self = new(cls)
        self._data = data
        get: Any = data.get if isinstance(data, dict) else no_value
        self.accepted = get("accepted")
        self.rejected = get("rejected")
        return self

    def to_dict(self) -> dict[str, Any]:
        return written(
            self,
            {
                "accepted": self.accepted,
                "rejected": self.rejected,
            },
        )


def _check_parameters(value: dict[str, Any], path: str, out: list[Violation]) -> None:
    if "station_id" in value and not (isinstance(v := value["station_id"], str) and UUID.search(v)):
        report(out, path, "upload_readings", "station_id", v, STRING, UUID)


OPERATION: Operation[UploadReadingsResponse] = Operation(
    "upload_readings",
    "POST",
    "/v1/{project_id}/stations/{station_id}/readings",
    page="readings/uploading_readings.rst",
    parameters=(
        Parameter("project_id", "project_id", "path", required=True, client="project_id"),
        Parameter("station_id", "station_id", "path", required=True),
    ),
    body=BodySpec(
        "multipart",
        model=UploadReadingsInput,
        fields=UploadReadingsInput.flat_fields(),
        files=("file",),
    ),
    check_body=UploadReadingsInput.check_wire,
    check_parameters=_check_parameters,
    answers={200: Answer.model(UploadReadingsResponse)},
)
