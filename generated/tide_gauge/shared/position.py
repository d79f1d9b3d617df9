"""Position: used by several operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime.model import ResponseModel, as_read


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
        out: dict[str, Any] = {}
        if (v := self.latitude) is not None:
            out["latitude"] = v
        if (v := self.longitude) is not None:
            out["longitude"] = v
        return as_read(self, out)
