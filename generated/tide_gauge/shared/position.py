"""Position: used by several operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime.model import ResponseModel, gone, unread


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Position(ResponseModel):
    """The ``position`` of ``Station``."""

    latitude: float | None = None
    """Specifies the latitude in degrees, from -90 to 90."""

    longitude: float | None = None
    """Specifies the longitude in degrees, from -180 to 180."""

    def _read(self, data: dict[str, Any]) -> Position:
        self._data = data
        self.latitude = data.get("latitude")
        self.longitude = data.get("longitude")
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {**data} if isinstance(data := self._data, dict) else {}
        if (v := self.latitude) is not None or gone(out, "latitude"):
            out["latitude"] = v
        if (v := self.longitude) is not None or gone(out, "longitude"):
            out["longitude"] = v
        return out or unread(data)
