"""Station: used by several operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .._runtime.model import ResponseModel, new, no_value, plain, read_list, written
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

    @classmethod
    def from_dict(cls, data: Any) -> Station:
        self = new(cls)
        self._data = data
        get: Any = data.get if isinstance(data, dict) else no_value
        self.id = get("id")
        self.name = get("name")
        self.datum = get("datum")
        self.interval = get("interval")
        self.position = Position.from_dict(v) if isinstance(v := get("position"), dict) else v
        self.note = get("note")
        self.tags = read_list(v, Tag.from_dict) if (v := get("tags")) else v
        self.status = get("status")
        self.created_at = get("created_at")
        return self

    def to_dict(self) -> dict[str, Any]:
        return written(
            self,
            {
                "id": self.id,
                "name": self.name,
                "datum": self.datum,
                "interval": self.interval,
                "position": plain(self.position),
                "note": self.note,
                "tags": plain(self.tags),
                "status": self.status,
                "created_at": self.created_at,
            },
        )
