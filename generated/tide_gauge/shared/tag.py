"""Tag: used by several operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime.model import ResponseModel, new, no_value, written


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Tag(ResponseModel):
    """An item of the ``tags`` of ``Station``."""

    key: str | None = None
    """Specifies the tag key."""

    value: str | None = None
    """Specifies the tag value."""

    @classmethod
    def from_dict(cls, data: Any) -> Tag:
        self = new(cls)
        self._data = data
        get: Any = data.get if isinstance(data, dict) else no_value
        self.key = get("key")
        self.value = get("value")
        return self

    def to_dict(self) -> dict[str, Any]:
        return written(
            self,
            {
                "key": self.key,
                "value": self.value,
            },
        )
