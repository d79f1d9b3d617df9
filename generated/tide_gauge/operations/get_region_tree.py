"""Query the Region Tree.

This API is used to query the regions that stations belong to, as a tree.

``GET /v1/{project_id}/regions``, see regions/querying_the_region_tree.rst.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime.model import ResponseModel, new, no_value, plain, read_list, read_object, written
from .._runtime.operation import Answer, Operation, Parameter


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class GetRegionTreeResponse(ResponseModel):
    """The answer of ``get_region_tree``."""

    root: Region | None = None
    """Specifies the region that holds all others."""

    @classmethod
    def from_dict(cls, data: Any) -> GetRegionTreeResponse:
        self = new(cls)
        self._data = data
        get: Any = data.get if isinstance(data, dict) else no_value
        self.root = read_object(get("root"), Region.from_dict)
        return self

    def to_dict(self) -> dict[str, Any]:
        return written(
            self,
            {
                "root": plain(self.root),
            },
        )


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

    @classmethod
    def from_dict(cls, data: Any) -> Region:
        self = new(cls)
        self._data = data
        get: Any = data.get if isinstance(data, dict) else no_value
        self.code = get("code")
        self.stations = get("stations")
        self.labels = get("labels")
        self.children = read_list(v, Region.from_dict) if (v := get("children")) else v
        return self

    def to_dict(self) -> dict[str, Any]:
        return written(
            self,
            {
                "code": self.code,
                "stations": self.stations,
                "labels": self.labels,
                "children": plain(self.children),
            },
        )


OPERATION: Operation[GetRegionTreeResponse] = Operation(
    "get_region_tree",
    "GET",
    "/v1/{project_id}/regions",
    page="regions/querying_the_region_tree.rst",
    parameters=(Parameter("project_id", "project_id", "path", required=True, client="project_id"),),
    answers={200: Answer.model(GetRegionTreeResponse)},
)
