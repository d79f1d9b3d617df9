"""Station: used by several operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .._runtime.model import ResponseModel, gone, new, plain, unread
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
        out: dict[str, Any] = {**data} if isinstance(data := self._data, dict) else {}
        if (v := self.id) is not None or gone(out, "id"):
            out["id"] = v
        if (v := self.name) is not None or gone(out, "name"):
            out["name"] = v
        if (v := self.datum) is not None or gone(out, "datum"):
            out["datum"] = v
        if (v := self.interval) is not None or gone(out, "interval"):
            out["interval"] = v
        if (v := self.position) is not None or gone(out, "position"):
            out["position"] = plain(v)
        if (v := self.note) is not None or gone(out, "note"):
            out["note"] = v
        if (v := self.tags) is not None or gone(out, "tags"):
            out["tags"] = plain(v)
        if (v := self.status) is not None or gone(out, "status"):
            out["status"] = v
        if (v := self.created_at) is not None or gone(out, "created_at"):
            out["created_at"] = v
        return out or unread(data)
