"""Query the Region Tree.

This API is used to query the regions that stations belong to, as a tree.

``GET /v1/{project_id}/regions``, see regions/querying_the_region_tree.rst.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime.model import ResponseModel, as_read, plain, read_list, read_object
from .._runtime.operation import Answer, Operation, Parameter


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class GetRegionTreeResponse(ResponseModel):
    """The answer of ``get_region_tree``."""

    root: Region | None = None
    """Specifies the region that holds all others."""

    def _read(self, data: dict[str, Any]) -> GetRegionTreeResponse:
        self._data = data
        self.root = read_object(v, Region) if (v := data.get("root")) else v
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.root) is not None:
            out["root"] = plain(v)
        return as_read(self, out)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Region(ResponseModel):
    """The ``root`` of ``GetRegionTreeResponse``."""

    code: str | None = None
    """Specifies the code of the region."""

    stations: int | None = None
    """Specifies how many stations stand in it."""

    labels: dict[str, str] | None = None
    """Specifies the name of the region by language."""

    children: list[Region] | None = None
    """Specifies the regions inside this one."""

    def _read(self, data: dict[str, Any]) -> Region:
        self._data = data
        self.code = data.get("code")
        self.stations = data.get("stations")
        self.labels = data.get("labels")
        self.children = read_list(v, Region) if (v := data.get("children")) else v
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.code) is not None:
            out["code"] = v
        if (v := self.stations) is not None:
            out["stations"] = v
        if (v := self.labels) is not None:
            out["labels"] = plain(v)
        if (v := self.children) is not None:
            out["children"] = plain(v)
        return as_read(self, out)


OPERATION: Operation[GetRegionTreeResponse] = Operation(
    "get_region_tree",
    "GET",
    "/v1/{project_id}/regions",
    page="regions/querying_the_region_tree.rst",
    parameters=(Parameter("project_id", "project_id", "path", required=True, client="project_id"),),
    answers={200: Answer.model(GetRegionTreeResponse)},
)
