"""A typed client for Virtual Private Network.

Made from its API reference. ``VpnClient`` and ``AsyncVpnClient`` call it; requests are
checked against the documented rules before they are sent.
"""

from __future__ import annotations

# Spelt out, since importing ``typing`` for it would cost more than the rest of this module.
TYPE_CHECKING = False

__version__ = "0.1.0"

if TYPE_CHECKING:
    from typing import Any

    from ._client import (
        AsyncVpnClient as AsyncVpnClient,
        VpnClient as VpnClient,
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
    from .operations.create_vpn_connection import (
        CreateVpnConnectionInput as CreateVpnConnectionInput,
        CreateVpnConnectionResponse as CreateVpnConnectionResponse,
        Dpd as Dpd,
        DpdInput as DpdInput,
        IkePolicy as IkePolicy,
        IkePolicyInput as IkePolicyInput,
        IpsecPolicy as IpsecPolicy,
        IpsecPolicyInput as IpsecPolicyInput,
        PolicyRule as PolicyRule,
        PolicyRuleInput as PolicyRuleInput,
        VpnConnection as VpnConnection,
        VpnConnectionInput as VpnConnectionInput,
        VpnResourceTag as VpnResourceTag,
        VpnResourceTagInput as VpnResourceTagInput,
    )

_MODULES = {
    "_client": ("AsyncVpnClient VpnClient"),
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
    "operations.create_vpn_connection": (
        "CreateVpnConnectionInput CreateVpnConnectionResponse Dpd DpdInput IkePolicy "
        "IkePolicyInput IpsecPolicy IpsecPolicyInput PolicyRule PolicyRuleInput "
        "VpnConnection VpnConnectionInput VpnResourceTag VpnResourceTagInput"
    ),
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
