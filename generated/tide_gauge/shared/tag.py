"""Tag: used by several operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime.model import ResponseModel, gone, unread


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
        out: dict[str, Any] = {**data} if isinstance(data := self._data, dict) else {}
        if (v := self.key) is not None or gone(out, "key"):
            out["key"] = v
        if (v := self.value) is not None or gone(out, "value"):
            out["value"] = v
        return out or unread(data)
