"""Query Stations.

This API is used to query the stations of a project, page by page.

``GET /v1/{project_id}/stations``, see stations/querying_stations.rst.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .._runtime.checks import INTEGER, LIST, STRING, between, count, one_of, report
from .._runtime.model import ResponseModel, as_read, new, plain
from .._runtime.operation import Answer, Operation, Paging, Parameter
from ..shared.station import Station

if TYPE_CHECKING:
    from .._runtime.violation import Violation, Where

_STATUS = ("online", "silent", "retired")


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ListStationsResponse(ResponseModel):
    """The answer of ``list_stations``."""

    stations: list[Station] | None = None
    """Specifies the stations of this page."""

    page_info: PageInfo | None = None
    """Specifies where the next page begins."""

    def _read(self, data: dict[str, Any]) -> ListStationsResponse:
        self._data = data
        self.stations = (
            [new(Station)._read(i) if isinstance(i, dict) else i for i in v]
            if isinstance(v := data.get("stations"), list)
            else v
        )
        self.page_info = (
            new(PageInfo)._read(v) if isinstance(v := data.get("page_info"), dict) else v
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.stations) is not None:
            out["stations"] = (
                [i.to_dict() if type(i) is Station else plain(i) for i in v]
                if type(v) is list
                else plain(v)
            )
        if (v := self.page_info) is not None:
            out["page_info"] = v.to_dict() if type(v) is PageInfo else plain(v)
        return as_read(self, out)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class PageInfo(ResponseModel):
    """The ``page_info`` of ``ListStationsResponse``."""

    next_marker: str | None = None
    """Specifies the marker of the next page. It is absent on the last page."""

    current_count: int | None = None
    """Specifies the number of stations on this page."""

    def _read(self, data: dict[str, Any]) -> PageInfo:
        self._data = data
        self.next_marker = data.get("next_marker")
        self.current_count = data.get("current_count")
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.next_marker) is not None:
            out["next_marker"] = v
        if (v := self.current_count) is not None:
            out["current_count"] = v
        return as_read(self, out)


def _check_parameters(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
    if "limit" in value and not (type(v := value["limit"]) is int and 1 <= v <= 500):
        report(out, path, "list_stations", "limit", v, INTEGER, between(1, 500))
    if "status" in value and (v := value["status"]) not in _STATUS:
        report(out, path, "list_stations", "status", v, STRING, one_of(*_STATUS))
    if "tag" in value:
        v = value["tag"]
        if not (isinstance(v, list) and len(v) <= 10):
            report(out, path, "list_stations", "tag", v, LIST, count(None, 10))
        if isinstance(v, list):
            for i, item in enumerate(v):
                if not isinstance(item, str):
                    report(out, path, "list_stations", "tag", item, STRING, at=(i,))


OPERATION: Operation[ListStationsResponse] = Operation(
    "list_stations",
    "GET",
    "/v1/{project_id}/stations",
    page="stations/querying_stations.rst",
    parameters=(
        Parameter("project_id", "project_id", "path", required=True, client="project_id"),
        Parameter("limit", "limit", "query"),
        Parameter("marker", "marker", "query"),
        Parameter("status", "status", "query"),
        Parameter("tag", "tag", "query", style="comma"),
    ),
    check_parameters=_check_parameters,
    answers={200: Answer.model(ListStationsResponse)},
    paging=Paging(
        "marker", "stations", limit="limit", start="marker", next_marker="page_info.next_marker"
    ),
)
