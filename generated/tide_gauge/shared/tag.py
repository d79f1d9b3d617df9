"""Tag: used by several operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime.model import ResponseModel, as_read


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Tag(ResponseModel):
    """An item of the ``tags`` of ``Station``."""

    key: str | None = None
    """Specifies the tag key."""

    value: str | None = None
    """Specifies the tag value."""

    def _read(self, data: dict[str, Any]) -> Tag:
        self._data = data
        self.key = data.get("key")
        self.value = data.get("value")
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.key) is not None:
            out["key"] = v
        if (v := self.value) is not None:
            out["value"] = v
        return as_read(self, out)
