"""Station: used by several operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .._runtime.model import ResponseModel, as_read, new, plain
from .position import Position
from .tag import Tag


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Station(ResponseModel):
    """What ``ListStationsResponse.stations``, ``GetStationResponse.station`` and others hold."""

    id: str | None = None
    """Specifies the station ID. The value is a UUID."""

    name: str | None = None
    """Specifies the station name."""

    datum: Literal["chart", "mean-sea"] | str | None = None
    """Specifies the reference level of the readings.
    The value can be `chart` or `mean-sea`.
    """

    interval: int | None = None
    """Specifies how often the gauge is read, in seconds."""

    position: Position | None = None
    """Specifies where the station stands."""

    note: str | None = None
    """Specifies a remark. The value is `null` when no remark was made."""

    tags: list[Tag] | None = None
    """Specifies the tags of the station."""

    status: Literal["online", "silent", "retired"] | str | None = None
    """Specifies the state of the station.
    Enumeration values:
    `online`
    `silent`
    `retired`
    """

    created_at: str | None = None
    """Specifies when the station was registered, in UTC."""

    def _read(self, data: dict[str, Any]) -> Station:
        self._data = data
        self.id = data.get("id")
        self.name = data.get("name")
        self.datum = data.get("datum")
        self.interval = data.get("interval")
        self.position = new(Position)._read(v) if isinstance(v := data.get("position"), dict) else v
        self.note = data.get("note")
        self.tags = (
            [new(Tag)._read(i) if isinstance(i, dict) else i for i in v]
            if isinstance(v := data.get("tags"), list)
            else v
        )
        self.status = data.get("status")
        self.created_at = data.get("created_at")
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.id) is not None:
            out["id"] = v
        if (v := self.name) is not None:
            out["name"] = v
        if (v := self.datum) is not None:
            out["datum"] = v
        if (v := self.interval) is not None:
            out["interval"] = v
        if (v := self.position) is not None:
            out["position"] = v.to_dict() if type(v) is Position else plain(v)
        if (v := self.note) is not None:
            out["note"] = v
        if (v := self.tags) is not None:
            out["tags"] = (
                [i.to_dict() if type(i) is Tag else plain(i) for i in v]
                if type(v) is list
                else plain(v)
            )
        if (v := self.status) is not None:
            out["status"] = v
        if (v := self.created_at) is not None:
            out["created_at"] = v
        return as_read(self, out)
