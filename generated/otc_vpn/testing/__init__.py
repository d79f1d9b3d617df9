"""Try code without the cloud: a transport that answers with the documented examples, and test data."""

from __future__ import annotations

from ._transport import OfflineTransport, RecordedRequest

__all__ = ["OfflineTransport", "RecordedRequest"]
