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
    as_read,
    plain,
    with_rest,
)
from .._runtime.operation import Answer, BodySpec, Operation, Parameter

if TYPE_CHECKING:
    from .._runtime.violation import Violation, Where


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class UploadReadingsInput(RequestModel):
    """The request body of ``upload_readings``."""

    file: FileContent | Unset = UNSET
    """Specifies the file of readings, one a line. Mandatory."""

    comment: str | Unset = UNSET
    """Specifies where the readings come from."""

    def _read(self, data: dict[str, Any]) -> UploadReadingsInput:
        self._data = data
        self.file = data.get("file", UNSET)
        self.comment = data.get("comment", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.file) is not UNSET:
            out["file"] = plain(v)
        if (v := self.comment) is not UNSET:
            out["comment"] = v if type(v) is str else plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = UploadReadingsInput
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

    def _read(self, data: dict[str, Any]) -> UploadReadingsResponse:
        self._data = data
        self.accepted = data.get("accepted")
        self.rejected = data.get("rejected")
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.accepted) is not None:
            out["accepted"] = v
        if (v := self.rejected) is not None:
            out["rejected"] = v
        return as_read(self, out)


def _check_parameters(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
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
