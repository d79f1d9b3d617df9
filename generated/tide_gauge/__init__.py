"""A typed client for Tide Gauge Service.

Made from its API reference. ``TideGaugeClient`` and ``AsyncTideGaugeClient`` call it; requests
are
checked against the documented rules before they are sent.
"""

from __future__ import annotations

# Spelt out, since importing ``typing`` for it would cost more than the rest of this module.
TYPE_CHECKING = False

__version__ = "0.1.0"

if TYPE_CHECKING:
    from typing import Any

    from ._client import (
        AsyncTideGaugeClient as AsyncTideGaugeClient,
        TideGaugeClient as TideGaugeClient,
    )
    from ._runtime.auth import (
        AkSkAuth as AkSkAuth,
        PasswordAuth as PasswordAuth,
        TokenAuth as TokenAuth,
    )
    from ._runtime.errors import (
        ApiError as ApiError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ClientError as ClientError,
        ConflictError as ConflictError,
        ConnectionFailed as ConnectionFailed,
        DecodeError as DecodeError,
        NotFoundError as NotFoundError,
        PermissionDeniedError as PermissionDeniedError,
        RateLimitError as RateLimitError,
        RedirectError as RedirectError,
        ServerError as ServerError,
        TimedOut as TimedOut,
        ValidationError as ValidationError,
    )
    from ._runtime.model import (
        RequestModel as RequestModel,
        ResponseModel as ResponseModel,
        UNSET as UNSET,
        Unset as Unset,
    )
    from ._runtime.options import (
        CallOptions as CallOptions,
    )
    from ._runtime.paging import (
        AsyncPager as AsyncPager,
        Pager as Pager,
    )
    from ._runtime.response import (
        RawResponse as RawResponse,
    )
    from ._runtime.retry import (
        Retry as Retry,
    )
    from ._runtime.violation import (
        Violation as Violation,
    )
    from .operations.calibrate_gauge import (
        CalibrateGaugeInput as CalibrateGaugeInput,
        CalibrateGaugeResponse as CalibrateGaugeResponse,
        CalibrateInput as CalibrateInput,
    )
    from .operations.get_region_tree import (
        GetRegionTreeResponse as GetRegionTreeResponse,
        Region as Region,
    )
    from .operations.get_station import (
        GetStationResponse as GetStationResponse,
    )
    from .operations.list_stations import (
        ListStationsResponse as ListStationsResponse,
        PageInfo as PageInfo,
    )
    from .operations.register_station import (
        PositionInput as PositionInput,
        RegisterStationInput as RegisterStationInput,
        RegisterStationResponse as RegisterStationResponse,
        StationInput as StationInput,
        TagInput as TagInput,
    )
    from .operations.restart_gauge import (
        RestartGaugeInput as RestartGaugeInput,
        RestartGaugeResponse as RestartGaugeResponse,
        RestartInput as RestartInput,
    )
    from .operations.update_station import (
        UpdateStationInput as UpdateStationInput,
        UpdateStationResponse as UpdateStationResponse,
        UpdateStationStationInput as UpdateStationStationInput,
    )
    from .operations.upload_readings import (
        UploadReadingsInput as UploadReadingsInput,
        UploadReadingsResponse as UploadReadingsResponse,
    )
    from .shared.position import (
        Position as Position,
    )
    from .shared.station import (
        Station as Station,
    )
    from .shared.tag import (
        Tag as Tag,
    )

_MODULES = {
    "_client": ("AsyncTideGaugeClient TideGaugeClient"),
    "_runtime.auth": ("AkSkAuth PasswordAuth TokenAuth"),
    "_runtime.errors": (
        "ApiError AuthenticationError BadRequestError ClientError ConflictError "
        "ConnectionFailed DecodeError NotFoundError PermissionDeniedError RateLimitError "
        "RedirectError ServerError TimedOut ValidationError"
    ),
    "_runtime.model": ("RequestModel ResponseModel UNSET Unset"),
    "_runtime.options": ("CallOptions"),
    "_runtime.paging": ("AsyncPager Pager"),
    "_runtime.response": ("RawResponse"),
    "_runtime.retry": ("Retry"),
    "_runtime.violation": ("Violation"),
    "operations.calibrate_gauge": ("CalibrateGaugeInput CalibrateGaugeResponse CalibrateInput"),
    "operations.get_region_tree": ("GetRegionTreeResponse Region"),
    "operations.get_station": ("GetStationResponse"),
    "operations.list_stations": ("ListStationsResponse PageInfo"),
    "operations.register_station": (
        "PositionInput RegisterStationInput RegisterStationResponse StationInput TagInput"
    ),
    "operations.restart_gauge": ("RestartGaugeInput RestartGaugeResponse RestartInput"),
    "operations.update_station": (
        "UpdateStationInput UpdateStationResponse UpdateStationStationInput"
    ),
    "operations.upload_readings": ("UploadReadingsInput UploadReadingsResponse"),
    "shared.position": ("Position"),
    "shared.station": ("Station"),
    "shared.tag": ("Tag"),
}
_EXPORTS = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Import what is asked for, and no more (PEP 562)."""
    if name == "__all__":
        # Asked for by "import *" alone.
        return [*_EXPORTS]
    module = _EXPORTS.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f".{module}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_EXPORTS})
