"""Position: used by several operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime.model import ResponseModel, new, no_value, written


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Position(ResponseModel):
    """The ``position`` of ``Station``."""

    latitude: float | None = None
    """Specifies the latitude in degrees, from -90 to 90."""

    longitude: float | None = None
    """Specifies the longitude in degrees, from -180 to 180."""

    @classmethod
    def from_dict(cls, data: Any) -> Position:
        self = new(cls)
        self._data = data
        get: Any = data.get if isinstance(data, dict) else no_value
        self.latitude = get("latitude")
        self.longitude = get("longitude")
        return self

    def to_dict(self) -> dict[str, Any]:
        return written(
            self,
            {
                "latitude": self.latitude,
                "longitude": self.longitude,
            },
        )
