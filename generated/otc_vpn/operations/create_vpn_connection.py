"""Create a VPN Connection.

This API is used to create a VPN connection that connects a VPN gateway to a customer gateway.

``POST /v5/{project_id}/vpn-connection``, see creating_a_vpn_connection.rst.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from .._runtime.checks import (
    BOOLEAN,
    INTEGER,
    LIST,
    OBJECT,
    STRING,
    Kinds,
    Regex,
    Without,
    absent_or_wrong,
    between,
    count,
    distinct,
    fail,
    length,
    missing,
    one_of,
    report,
    same_network,
    unique,
)
from .._runtime.formats import IPV4, IPV4_CIDR, IPV6_CIDR, LETTERS, UUID, either
from .._runtime.model import (
    UNSET,
    RequestModel,
    ResponseModel,
    Unset,
    as_read,
    new,
    plain,
    with_rest,
)
from .._runtime.operation import Answer, BodySpec, Operation, Parameter

if TYPE_CHECKING:
    from .._runtime.violation import Violation, Where

_NAME = Without(r"[^a-zA-Z0-9._-]", "may only hold letters (a-z, A-Z), digits, `- . _`")
_VGW_IP = either("must be a UUID or an IPv4 address", UUID, IPV4)
_STYLE = ("policy", "static", "bgp")
_TUNNEL_LOCAL_ADDRESS = Regex(
    r"^169\.254\.(?:(?:[1-9]|1[0-8]|2[0-4])?[0-9]|19[012346789]|25[0-5])\.(?:(?:[2468]|1[02468]|2[024])?[12569]|(?:1?[13579]|2[13])[03478]|25[034])/30\Z",
    "interface",
    "must be an IPv4 interface address (a host address) in 169.254.0.0/16 outside 169.254.195.0/24 with mask 30",
)
_PSK = Kinds(
    3,
    "must hold characters of at least 3 of these kinds: uppercase letters; lowercase letters; digits; `! # $ % ( ) * + , - . / : ; = @ ^ _ { } ~`, spaces",
    r"[A-Z]",
    r"[a-z]",
    r"[0-9]",
    r"[ !#$%()*+,./:;=@\^_{}~-]",
)
_SOURCE = either(
    "must be an IPv4 network in CIDR form or an IPv6 network in CIDR form", IPV4_CIDR, IPV6_CIDR
)
_AUTHENTICATION_ALGORITHM = ("sha2-512", "sha2-384", "sha2-256", "sha1", "md5")
_ENCRYPTION_ALGORITHM = (
    "aes-256-gcm-16",
    "aes-128-gcm-16",
    "aes-256",
    "aes-192",
    "aes-128",
    "3des",
)
_DH_GROUP = (
    "group1",
    "group2",
    "group5",
    "group14",
    "group15",
    "group16",
    "group19",
    "group20",
    "group21",
)
_PFS = (
    "group1",
    "group2",
    "group5",
    "group14",
    "group15",
    "group16",
    "group19",
    "group20",
    "group21",
    "disable",
)
_KEY = Without(
    r"[^a-zA-Z0-9 +.:=@_" + LETTERS + r"-]",
    "may only hold letters (a-z, A-Z), digits, letters of any script, spaces, `+ - . : = @ _`",
)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class CreateVpnConnectionInput(RequestModel):
    """The request body of ``create_vpn_connection``."""

    vpn_connection: VpnConnectionInput | Mapping[str, Any] | Unset = UNSET
    """Specifies the VPN connection object. Mandatory."""

    def _read(self, data: dict[str, Any]) -> CreateVpnConnectionInput:
        self._data = data
        self.vpn_connection = (
            new(VpnConnectionInput)._read(v)
            if isinstance(v := data.get("vpn_connection", UNSET), dict)
            else v
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.vpn_connection) is not UNSET:
            out["vpn_connection"] = plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = CreateVpnConnectionInput
        if "vpn_connection" not in value:
            missing(out, path, cls, "vpn_connection")
        else:
            v = value["vpn_connection"]
            if isinstance(v, dict):
                VpnConnectionInput._check(v, (path, "vpn_connection"), out)
            else:
                report(out, path, cls, "vpn_connection", v, OBJECT)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class CreateVpnConnectionResponse(ResponseModel):
    """The answer of ``create_vpn_connection``."""

    vpn_connection: VpnConnection | None = None
    """Specifies the VPN connection object."""

    request_id: str | None = None
    """Specifies a request ID."""

    def _read(self, data: dict[str, Any]) -> CreateVpnConnectionResponse:
        self._data = data
        self.vpn_connection = (
            new(VpnConnection)._read(v) if isinstance(v := data.get("vpn_connection"), dict) else v
        )
        self.request_id = data.get("request_id")
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.vpn_connection) is not None:
            out["vpn_connection"] = v.to_dict() if type(v) is VpnConnection else plain(v)
        if (v := self.request_id) is not None:
            out["request_id"] = v
        return as_read(self, out)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class VpnConnectionInput(RequestModel):
    """The ``vpn_connection`` of ``CreateVpnConnectionInput``. Documented as
    "CreateVpnConnectionRequestBodyContent".

    Checked: `peer_subnets` is required when `style` is not `policy` or `bgp`.
    `tunnel_local_address` must be in the same network as `tunnel_peer_address`. `enable_nqa`
    must not be given when `style` is not `static`. `enable_hub` must not be given when `style`
    is not `bgp`.
    """

    name: str | Unset = UNSET
    """Specifies the name of a VPN connection. If this parameter is not specified, a name in the
    format of `vpn-``****` is automatically generated, for example, `vpn-13be`.
    The value is a string of 1 to 64 characters, which can contain digits, letters, underscores
    (_), hyphens (-), and periods (.).
    Checked: 1 to 64 characters. Characters: letters (a-z, A-Z), digits, `- . _`.
    """

    vgw_id: str | Unset = UNSET
    """Specifies a VPN gateway ID.
    The value is a UUID containing 36 characters.
    You can obtain the VPN gateway ID by querying the VPN gateway list.
    Checked: A UUID.
    Mandatory.
    """

    vgw_ip: str | Unset = UNSET
    """Function description:
    - When `network_type` of the VPN gateway is set to `public`, set `vgw_ip` to the EIP IDs of
      the VPN gateway.
    - When `network_type` of the VPN gateway is set to `private`, set `vgw_ip` to the private IP
      addresses of the VPN gateway.
    The value is a UUID containing 36 characters or an IPv4 address in dotted decimal notation
    (for example, 192.168.45.7).
    You can obtain the EIP IDs or private IP addresses of the VPN gateway by querying
    information about the VPN gateway.
    Checked: A UUID or an IPv4 address.
    Mandatory.
    """

    style: Literal["policy", "static", "bgp"] | Unset = UNSET
    """Specifies the connection mode.
    Value range:
    `policy`: policy-based mode
    `static`: static routing mode
    `bgp`: BGP routing mode
    The default value is `static`.
    """

    cgw_id: str | Unset = UNSET
    """Specifies a customer gateway ID.
    The value is a UUID containing 36 characters.
    Checked: A UUID.
    Mandatory.
    """

    peer_subnets: Sequence[str] | Unset = UNSET
    """Specifies an IPv4 customer subnet.
    Constraints:
    - This parameter is not required when `attachment_type` of the VPN gateway is set to `er`
      and `style` is set to `policy` or `bgp`. In other scenarios, this parameter is mandatory.
    - Reserved VPC CIDR blocks such as 100.64.0.0/10, 100.64.0.0/12, and 214.0.0.0/8 cannot be
      used as customer subnets. The reserved CIDR blocks vary according to regions and are
      subject to those displayed on the console.
    - A maximum of 50 customer subnets can be configured for each VPN connection.
    Checked: At most 50 items.
    """

    tunnel_local_address: str | Unset = UNSET
    """Specifies the tunnel interface address configured on the VPN gateway in route-based mode,
    for example, 169.254.76.1/30.
    Constraints:
    - The first 16 bits must be 169.254, and the value cannot be `169.254.195.`xxx.
    - The mask length must be 30, and the address must be in the same CIDR block as the value of
      `tunnel_peer_address`.
    - The address needs to be a host address in a CIDR block.
    Checked: An IPv4 interface address (a host address) in 169.254.0.0/16 outside
    169.254.195.0/24 with mask 30.
    """

    tunnel_peer_address: str | Unset = UNSET
    """Specifies the tunnel interface address configured on the customer gateway device in
    route-based mode, for example, 169.254.76.2/30.
    Constraints:
    - The first 16 bits must be 169.254, and the value cannot be `169.254.195.`xxx.
    - The mask length must be 30, and the address must be in the same CIDR block as the value of
      `tunnel_local_address`.
    - The address needs to be a host address in a CIDR block.
    Checked: An IPv4 interface address (a host address) in 169.254.0.0/16 outside
    169.254.195.0/24 with mask 30.
    """

    enable_nqa: bool | Unset = UNSET
    """Specifies whether to enable the network quality analysis (NQA) function.
    The value can be `true` or `false`.
    The default value is `false`.
    Set this parameter only when `style` is set to `static`.
    """

    enable_hub: bool | Unset = UNSET
    """Specifies whether to enable branch interconnection.
    The value can be `true` or `false`.
    The default value is `false`.
    Set this parameter only when `style` is set to `BGP`.
    """

    psk: str | Unset = UNSET
    """Specifies a pre-shared key.
    The value is a string of 8 to 128 characters, which must contain at least three types of the
    following: uppercase letters, lowercase letters, digits, and special characters
    (`~!@#$%^*()-_+={ },./:;`).
    Checked: 8 to 128 characters. Characters of at least 3 of these kinds: uppercase letters;
    lowercase letters; digits; `! # $ % ( ) * + , - . / : ; = @ ^ _ { } ~`, spaces.
    """

    policy_rules: Sequence[PolicyRuleInput | Mapping[str, Any]] | Unset = UNSET
    """Specifies IPv4 policy rules.
    A maximum of five policy rules can be specified. This parameter is mandatory only when
    `style` is set to `policy` and `ip_version` of the VPN gateway is set to `ipv4`.
    Checked: At most 5 items. No two items have the same `rule_index`. No two items have the
    same `source`.
    """

    ikepolicy: IkePolicyInput | Mapping[str, Any] | Unset = UNSET
    """Specifies the Internet Key Exchange (IKE) policy object."""

    ipsecpolicy: IpsecPolicyInput | Mapping[str, Any] | Unset = UNSET
    """Specifies the Internet Protocol Security (IPsec) policy object."""

    ha_role: str | Unset = UNSET
    """This parameter is optional when you create a connection for a VPN gateway in active-active
    mode. When you create a connection for a VPN gateway in active/standby mode, `master`
    indicates the active connection, and `slave` indicates the standby connection.
    The default value is `master`.
    Constraints: In active/standby mode, this field must be set to `master` for the connection
    established using the active EIP or active private IP address of the VPN gateway, and must
    be set to `slave` for the connection established using the standby EIP or standby private IP
    address of the VPN gateway.
    """

    tags: Sequence[VpnResourceTagInput | Mapping[str, Any]] | Unset = UNSET
    """Specifies a tag list.
    A maximum of 20 tags can be specified.
    Checked: At most 20 items.
    """

    _secret: ClassVar[frozenset[str]] = frozenset(("psk",))

    def _read(self, data: dict[str, Any]) -> VpnConnectionInput:
        self._data = data
        self.name = data.get("name", UNSET)
        self.vgw_id = data.get("vgw_id", UNSET)
        self.vgw_ip = data.get("vgw_ip", UNSET)
        self.style = data.get("style", UNSET)
        self.cgw_id = data.get("cgw_id", UNSET)
        self.peer_subnets = data.get("peer_subnets", UNSET)
        self.tunnel_local_address = data.get("tunnel_local_address", UNSET)
        self.tunnel_peer_address = data.get("tunnel_peer_address", UNSET)
        self.enable_nqa = data.get("enable_nqa", UNSET)
        self.enable_hub = data.get("enable_hub", UNSET)
        self.psk = data.get("psk", UNSET)
        self.policy_rules = (
            [new(PolicyRuleInput)._read(i) if isinstance(i, dict) else i for i in v]
            if isinstance(v := data.get("policy_rules", UNSET), list)
            else v
        )
        self.ikepolicy = (
            new(IkePolicyInput)._read(v)
            if isinstance(v := data.get("ikepolicy", UNSET), dict)
            else v
        )
        self.ipsecpolicy = (
            new(IpsecPolicyInput)._read(v)
            if isinstance(v := data.get("ipsecpolicy", UNSET), dict)
            else v
        )
        self.ha_role = data.get("ha_role", UNSET)
        self.tags = (
            [new(VpnResourceTagInput)._read(i) if isinstance(i, dict) else i for i in v]
            if isinstance(v := data.get("tags", UNSET), list)
            else v
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.name) is not UNSET:
            out["name"] = v if type(v) is str else plain(v)
        if (v := self.vgw_id) is not UNSET:
            out["vgw_id"] = v if type(v) is str else plain(v)
        if (v := self.vgw_ip) is not UNSET:
            out["vgw_ip"] = v if type(v) is str else plain(v)
        if (v := self.style) is not UNSET:
            out["style"] = v if type(v) is str else plain(v)
        if (v := self.cgw_id) is not UNSET:
            out["cgw_id"] = v if type(v) is str else plain(v)
        if (v := self.peer_subnets) is not UNSET:
            out["peer_subnets"] = plain(v)
        if (v := self.tunnel_local_address) is not UNSET:
            out["tunnel_local_address"] = v if type(v) is str else plain(v)
        if (v := self.tunnel_peer_address) is not UNSET:
            out["tunnel_peer_address"] = v if type(v) is str else plain(v)
        if (v := self.enable_nqa) is not UNSET:
            out["enable_nqa"] = v if type(v) is bool else plain(v)
        if (v := self.enable_hub) is not UNSET:
            out["enable_hub"] = v if type(v) is bool else plain(v)
        if (v := self.psk) is not UNSET:
            out["psk"] = v if type(v) is str else plain(v)
        if (v := self.policy_rules) is not UNSET:
            out["policy_rules"] = plain(v)
        if (v := self.ikepolicy) is not UNSET:
            out["ikepolicy"] = plain(v)
        if (v := self.ipsecpolicy) is not UNSET:
            out["ipsecpolicy"] = plain(v)
        if (v := self.ha_role) is not UNSET:
            out["ha_role"] = v if type(v) is str else plain(v)
        if (v := self.tags) is not UNSET:
            out["tags"] = plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = VpnConnectionInput
        if "name" in value and not (
            isinstance(v := value["name"], str) and 1 <= len(v) <= 64 and not _NAME.search(v)
        ):
            report(out, path, cls, "name", v, STRING, length(1, 64), _NAME)
        if not (isinstance(v := value.get("vgw_id"), str) and UUID.search(v)):
            absent_or_wrong(out, path, cls, "vgw_id", value, STRING, UUID)
        if not (isinstance(v := value.get("vgw_ip"), str) and _VGW_IP.search(v)):
            absent_or_wrong(out, path, cls, "vgw_ip", value, STRING, _VGW_IP)
        if "style" in value and (v := value["style"]) not in _STYLE:
            report(out, path, cls, "style", v, STRING, one_of(*_STYLE))
        if not (isinstance(v := value.get("cgw_id"), str) and UUID.search(v)):
            absent_or_wrong(out, path, cls, "cgw_id", value, STRING, UUID)
        if "peer_subnets" in value:
            v = value["peer_subnets"]
            if not (isinstance(v, list) and len(v) <= 50):
                report(out, path, cls, "peer_subnets", v, LIST, count(None, 50))
            if isinstance(v, list):
                for i, item in enumerate(v):
                    if not isinstance(item, str):
                        report(out, path, cls, "peer_subnets", item, STRING, at=(i,))
        if "tunnel_local_address" in value and not (
            isinstance(v := value["tunnel_local_address"], str) and _TUNNEL_LOCAL_ADDRESS.search(v)
        ):
            report(out, path, cls, "tunnel_local_address", v, STRING, _TUNNEL_LOCAL_ADDRESS)
        if "tunnel_peer_address" in value and not (
            isinstance(v := value["tunnel_peer_address"], str) and _TUNNEL_LOCAL_ADDRESS.search(v)
        ):
            report(out, path, cls, "tunnel_peer_address", v, STRING, _TUNNEL_LOCAL_ADDRESS)
        if "enable_nqa" in value and not isinstance(v := value["enable_nqa"], bool):
            report(out, path, cls, "enable_nqa", v, BOOLEAN)
        if "enable_hub" in value and not isinstance(v := value["enable_hub"], bool):
            report(out, path, cls, "enable_hub", v, BOOLEAN)
        if "psk" in value and not (
            isinstance(v := value["psk"], str) and 8 <= len(v) <= 128 and _PSK.holds(v)
        ):
            report(out, path, cls, "psk", v, STRING, length(8, 128), _PSK)
        if "policy_rules" in value:
            v = value["policy_rules"]
            if not (
                isinstance(v, list)
                and len(v) <= 5
                and (len(v) < 2 or distinct(v, "rule_index"))
                and (len(v) < 2 or distinct(v, "source"))
            ):
                report(
                    out,
                    path,
                    cls,
                    "policy_rules",
                    v,
                    LIST,
                    count(None, 5),
                    unique("rule_index"),
                    unique("source"),
                )
            if isinstance(v, list):
                for i, item in enumerate(v):
                    if isinstance(item, dict):
                        PolicyRuleInput._check(item, (path, "policy_rules", i), out)
                    else:
                        report(out, path, cls, "policy_rules", item, OBJECT, at=(i,))
        if "ikepolicy" in value:
            v = value["ikepolicy"]
            if isinstance(v, dict):
                IkePolicyInput._check(v, (path, "ikepolicy"), out)
            else:
                report(out, path, cls, "ikepolicy", v, OBJECT)
        if "ipsecpolicy" in value:
            v = value["ipsecpolicy"]
            if isinstance(v, dict):
                IpsecPolicyInput._check(v, (path, "ipsecpolicy"), out)
            else:
                report(out, path, cls, "ipsecpolicy", v, OBJECT)
        if "ha_role" in value and not isinstance(v := value["ha_role"], str):
            report(out, path, cls, "ha_role", v, STRING)
        if "tags" in value:
            v = value["tags"]
            if not (isinstance(v, list) and len(v) <= 20):
                report(out, path, cls, "tags", v, LIST, count(None, 20))
            if isinstance(v, list):
                for i, item in enumerate(v):
                    if isinstance(item, dict):
                        VpnResourceTagInput._check(item, (path, "tags", i), out)
                    else:
                        report(out, path, cls, "tags", item, OBJECT, at=(i,))
        if ("peer_subnets" not in value) and (
            value.get("style", "static") not in ("policy", "bgp")
        ):
            fail(
                out,
                path,
                cls,
                "peer_subnets",
                "when",
                "is required when `style` is not `policy` or `bgp`",
            )
        if (
            "tunnel_local_address" in value
            and "tunnel_peer_address" in value
            and not same_network(value["tunnel_local_address"], value["tunnel_peer_address"])
        ):
            fail(
                out,
                path,
                cls,
                "tunnel_local_address",
                "compare",
                "must be in the same network as `tunnel_peer_address`",
            )
        if ("enable_nqa" in value) and (value.get("style", "static") != "static"):
            fail(
                out,
                path,
                cls,
                "enable_nqa",
                "when",
                "must not be given when `style` is not `static`",
            )
        if ("enable_hub" in value) and (value.get("style", "static") != "bgp"):
            fail(
                out, path, cls, "enable_hub", "when", "must not be given when `style` is not `bgp`"
            )


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class VpnConnection(ResponseModel):
    """The ``vpn_connection`` of ``CreateVpnConnectionResponse``. Documented as
    "ResponseVpnConnection".
    """

    id: str | None = None
    """Specifies a VPN connection ID.
    The value is a UUID containing 36 characters.
    """

    name: str | None = None
    """Specifies the name of a VPN connection.
    The value is a string of 1 to 64 characters, which can contain digits, letters, underscores
    (_), and hyphens (-).
    """

    vgw_id: str | None = None
    """Specifies a VPN gateway ID.
    The value is a UUID containing 36 characters.
    """

    vgw_ip: str | None = None
    """Specifies an EIP ID or private IP address of the VPN gateway.
    The value is a UUID containing 36 characters or an IPv4 address in dotted decimal notation
    (for example, 192.168.45.7).
    """

    style: Literal["POLICY", "STATIC", "BGP"] | str | None = None
    """Specifies the connection mode.
    Value range:
    `POLICY`: policy-based mode
    `STATIC`: static routing mode
    `BGP`: BGP routing mode
    """

    cgw_id: str | None = None
    """Specifies a customer gateway ID.
    The value is a UUID containing 36 characters.
    """

    peer_subnets: list[str] | None = None
    """Specifies an IPv4 customer subnet. This parameter is not returned when `attachment_type` of
    the VPN gateway is set to `ER` and `style` is set to `BGP` or `POLICY`.
    """

    tunnel_local_address: str | None = None
    """Specifies the tunnel interface address configured on the VPN gateway in route-based mode.
    This parameter is valid only when `style` is `STATIC` or `BGP`.
    """

    tunnel_peer_address: str | None = None
    """Specifies the tunnel interface address configured on the customer gateway device in
    route-based mode. This parameter is valid only when `style` is `STATIC` or `BGP`.
    """

    enable_hub: bool | None = None
    """Specifies whether branch interconnection is enabled.
    The value can be `true` or `false`.
    """

    enable_nqa: bool | None = None
    """Specifies whether NQA is enabled. This parameter is returned only when `style` is `STATIC`.
    The value can be `true` or `false`.
    """

    policy_rules: list[PolicyRule] | None = None
    """Specifies IPv4 policy rules, which are returned only when `style` is set to `POLICY` and
    `ip_version` of the VPN gateway is set to `ipv4`.
    """

    ikepolicy: IkePolicy | None = None
    """Specifies the IKE policy object."""

    ipsecpolicy: IpsecPolicy | None = None
    """Specifies the IPsec policy object."""

    created_at: str | None = None
    """Specifies the time when the VPN connection is created.
    The UTC time format is yyyy-MM-ddTHH:mm:ss.SSSZ.
    """

    updated_at: str | None = None
    """Specifies the last update time.
    The UTC time format is yyyy-MM-ddTHH:mm:ss.SSSZ.
    """

    enterprise_project_id: str | None = None
    """Specifies an enterprise project ID.
    The value is a UUID containing 36 characters. The value must be the same as the enterprise
    project ID of the VPN gateway specified by `vgw_id`.
    """

    ha_role: str | None = None
    """For a VPN gateway in active/standby mode, `master` indicates the active connection, and
    `slave` indicates the standby connection. For a VPN gateway in active-active mode, the value
    of `ha_role` can only be `master`.
    The default value is `master`.
    """

    tags: list[VpnResourceTag] | None = None
    """Specifies a tag list."""

    eip_id: str | None = None
    """Specifies an EIP ID or private IP address of the VPN gateway.
    The value is a UUID containing 36 characters or an IPv4 address in dotted decimal notation
    (for example, 192.168.45.7).
    This parameter has been deprecated, but is retained for compatibility purposes. Using this
    parameter is not recommended.
    """

    type: Literal["POLICY", "ROUTE"] | str | None = None
    """Specifies the connection mode.
    Value range:
    `POLICY`: policy-based mode
    `ROUTE`: routing mode
    This parameter has been deprecated, but is retained for compatibility purposes. Using this
    parameter is not recommended.
    """

    route_mode: Literal["static", "bgp"] | str | None = None
    """Specifies the routing mode.
    Value range:
    `static`: static routing mode
    `bgp`: BGP routing mode
    This parameter has been deprecated, but is retained for compatibility purposes. Using this
    parameter is not recommended.
    """

    def _read(self, data: dict[str, Any]) -> VpnConnection:
        self._data = data
        self.id = data.get("id")
        self.name = data.get("name")
        self.vgw_id = data.get("vgw_id")
        self.vgw_ip = data.get("vgw_ip")
        self.style = data.get("style")
        self.cgw_id = data.get("cgw_id")
        self.peer_subnets = data.get("peer_subnets")
        self.tunnel_local_address = data.get("tunnel_local_address")
        self.tunnel_peer_address = data.get("tunnel_peer_address")
        self.enable_hub = data.get("enable_hub")
        self.enable_nqa = data.get("enable_nqa")
        self.policy_rules = (
            [new(PolicyRule)._read(i) if isinstance(i, dict) else i for i in v]
            if isinstance(v := data.get("policy_rules"), list)
            else v
        )
        self.ikepolicy = (
            new(IkePolicy)._read(v) if isinstance(v := data.get("ikepolicy"), dict) else v
        )
        self.ipsecpolicy = (
            new(IpsecPolicy)._read(v) if isinstance(v := data.get("ipsecpolicy"), dict) else v
        )
        self.created_at = data.get("created_at")
        self.updated_at = data.get("updated_at")
        self.enterprise_project_id = data.get("enterprise_project_id")
        self.ha_role = data.get("ha_role")
        self.tags = (
            [new(VpnResourceTag)._read(i) if isinstance(i, dict) else i for i in v]
            if isinstance(v := data.get("tags"), list)
            else v
        )
        self.eip_id = data.get("eip_id")
        self.type = data.get("type")
        self.route_mode = data.get("route_mode")
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.id) is not None:
            out["id"] = v
        if (v := self.name) is not None:
            out["name"] = v
        if (v := self.vgw_id) is not None:
            out["vgw_id"] = v
        if (v := self.vgw_ip) is not None:
            out["vgw_ip"] = v
        if (v := self.style) is not None:
            out["style"] = v
        if (v := self.cgw_id) is not None:
            out["cgw_id"] = v
        if (v := self.peer_subnets) is not None:
            out["peer_subnets"] = plain(v)
        if (v := self.tunnel_local_address) is not None:
            out["tunnel_local_address"] = v
        if (v := self.tunnel_peer_address) is not None:
            out["tunnel_peer_address"] = v
        if (v := self.enable_hub) is not None:
            out["enable_hub"] = v
        if (v := self.enable_nqa) is not None:
            out["enable_nqa"] = v
        if (v := self.policy_rules) is not None:
            out["policy_rules"] = (
                [i.to_dict() if type(i) is PolicyRule else plain(i) for i in v]
                if type(v) is list
                else plain(v)
            )
        if (v := self.ikepolicy) is not None:
            out["ikepolicy"] = v.to_dict() if type(v) is IkePolicy else plain(v)
        if (v := self.ipsecpolicy) is not None:
            out["ipsecpolicy"] = v.to_dict() if type(v) is IpsecPolicy else plain(v)
        if (v := self.created_at) is not None:
            out["created_at"] = v
        if (v := self.updated_at) is not None:
            out["updated_at"] = v
        if (v := self.enterprise_project_id) is not None:
            out["enterprise_project_id"] = v
        if (v := self.ha_role) is not None:
            out["ha_role"] = v
        if (v := self.tags) is not None:
            out["tags"] = (
                [i.to_dict() if type(i) is VpnResourceTag else plain(i) for i in v]
                if type(v) is list
                else plain(v)
            )
        if (v := self.eip_id) is not None:
            out["eip_id"] = v
        if (v := self.type) is not None:
            out["type"] = v
        if (v := self.route_mode) is not None:
            out["route_mode"] = v
        return as_read(self, out)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class PolicyRuleInput(RequestModel):
    """An item of the ``policy_rules`` of ``VpnConnectionInput``."""

    rule_index: int | Unset = UNSET
    """Specifies a rule ID, which is used to identify the sequence in which the rule is configured.
    You are advised not to set this parameter.
    The value of `rule_index` in each policy rule must be unique. The value of `rule_index` in
    ResponseVpnConnection may be different from the value of this parameter. This is because if
    multiple destination CIDR blocks are specified, the VPN service generates a rule for each
    destination CIDR block.
    This parameter has been deprecated, but is retained for compatibility purposes. Using this
    parameter is not recommended.
    """

    source: str | Unset = UNSET
    """Specifies a source CIDR block. The IP protocol version (IPv4) of the CIDR block must be the
    same as that of the VPN gateway.
    The value of `source` in each policy rule must be unique.
    Checked: An IPv4 network in CIDR form or an IPv6 network in CIDR form.
    """

    destination: Sequence[str] | Unset = UNSET
    """Specifies a destination CIDR block. The IP protocol version (IPv4) of the CIDR block must be
    the same as that of the VPN gateway.
    An example IPv4 CIDR block is 192.168.52.0/24.
    A maximum of 50 destination CIDR blocks can be configured in each policy rule.
    Checked: Items: an IPv4 network in CIDR form or an IPv6 network in CIDR form. At most 50
    items.
    """

    def _read(self, data: dict[str, Any]) -> PolicyRuleInput:
        self._data = data
        self.rule_index = data.get("rule_index", UNSET)
        self.source = data.get("source", UNSET)
        self.destination = data.get("destination", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.rule_index) is not UNSET:
            out["rule_index"] = v if type(v) is int else plain(v)
        if (v := self.source) is not UNSET:
            out["source"] = v if type(v) is str else plain(v)
        if (v := self.destination) is not UNSET:
            out["destination"] = plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = PolicyRuleInput
        if "rule_index" in value and not type(v := value["rule_index"]) is int:
            report(out, path, cls, "rule_index", v, INTEGER)
        if "source" in value and not (isinstance(v := value["source"], str) and _SOURCE.search(v)):
            report(out, path, cls, "source", v, STRING, _SOURCE)
        if "destination" in value:
            v = value["destination"]
            if not (isinstance(v, list) and len(v) <= 50):
                report(out, path, cls, "destination", v, LIST, count(None, 50))
            if isinstance(v, list):
                for i, item in enumerate(v):
                    if not (isinstance(item, str) and _SOURCE.search(item)):
                        report(out, path, cls, "destination", item, STRING, _SOURCE, at=(i,))


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class IkePolicyInput(RequestModel):
    """The ``ikepolicy`` of ``VpnConnectionInput``.

    Checked: `local_id` must be an IPv4 address when `local_id_type` is `ip`. `peer_id` must be
    an IPv4 address when `peer_id_type` is `ip`.
    """

    ike_version: Literal["v1", "v2"] | Unset = UNSET
    """Specifies the IKE version.
    Value range:
    v1 and v2
    Default value:
    v2
    """

    phase1_negotiation_mode: Literal["main", "aggressive"] | Unset = UNSET
    """Specifies the negotiation mode.
    Value range:
    `main`: ensures high security during negotiation.
    `aggressive`: ensures fast negotiation and a high negotiation success rate.
    The default value is `main`.
    This parameter is mandatory only when the IKE version is v1.
    """

    authentication_algorithm: Literal["sha2-512", "sha2-384", "sha2-256", "sha1", "md5"] | Unset = (
        UNSET
    )
    """Specifies an authentication algorithm.
    Value range:
    sha2-512, sha2-384, sha2-256, sha1, md5
    Exercise caution when using `sha1` and `md5` as they have low security.
    Default value:
    sha2-256
    """

    encryption_algorithm: (
        Literal["aes-256-gcm-16", "aes-128-gcm-16", "aes-256", "aes-192", "aes-128", "3des"] | Unset
    ) = UNSET
    """Specifies an encryption algorithm.
    Value range:
    aes-256-gcm-16, aes-128-gcm-16, aes-256, aes-192, aes-128, 3des
    Exercise caution when using `3des`, `aes-128`, `aes-192`, and `aes-256` as they have low
    security.
    Default value:
    aes-128
    """

    dh_group: (
        Literal[
            "group1",
            "group2",
            "group5",
            "group14",
            "group15",
            "group16",
            "group19",
            "group20",
            "group21",
        ]
        | Unset
    ) = UNSET
    """Specifies the DH group used for key exchange in phase 1.
    The value can be `group1`, `group2`, `group5`, `group14`, `group15`, `group16`, `group19`,
    `group20`, or `group21`.
    Exercise caution when using `group1`, `group2`, `group5`, or `group14` as they have low
    security.
    The default value is `group15`.
    """

    authentication_method: Literal["pre-share"] | Unset = UNSET
    """Specifies the authentication method used during IKE negotiation.
    Value range:
    `pre-share`: pre-shared key
    The default value is `pre-share`.
    """

    lifetime_seconds: int | Unset = UNSET
    """Specifies the security association (SA) lifetime. When the lifetime expires, an IKE SA is
    automatically updated.
    The value ranges from 60 to 604800, in seconds.
    The default value is 86400.
    Checked: 60 to 604800.
    """

    local_id_type: Literal["ip", "fqdn"] | Unset = UNSET
    """Specifies the local ID type.
    Value range:
    - `ip`
    - `fqdn` (currently not supported)
    The default value is `ip`.
    """

    local_id: str | Unset = UNSET
    """Specifies the local ID.
    Constraints:
    When `local_id_type` is set to `ip`, this parameter is optional. If it is set, the value
    must be an IPv4 address.
    """

    peer_id_type: Literal["ip", "fqdn"] | Unset = UNSET
    """Specifies the peer ID type.
    Value range:
    - `ip`
    - `fqdn` (currently not supported)
    The default value is `ip`.
    """

    peer_id: str | Unset = UNSET
    """Specifies the peer ID.
    Constraints:
    When `peer_id_type` is set to `ip`, this parameter is optional. If it is set, the value must
    be an IPv4 address.
    """

    dpd: DpdInput | Mapping[str, Any] | Unset = UNSET
    """Specifies the dead peer detection (DPD) object."""

    def _read(self, data: dict[str, Any]) -> IkePolicyInput:
        self._data = data
        self.ike_version = data.get("ike_version", UNSET)
        self.phase1_negotiation_mode = data.get("phase1_negotiation_mode", UNSET)
        self.authentication_algorithm = data.get("authentication_algorithm", UNSET)
        self.encryption_algorithm = data.get("encryption_algorithm", UNSET)
        self.dh_group = data.get("dh_group", UNSET)
        self.authentication_method = data.get("authentication_method", UNSET)
        self.lifetime_seconds = data.get("lifetime_seconds", UNSET)
        self.local_id_type = data.get("local_id_type", UNSET)
        self.local_id = data.get("local_id", UNSET)
        self.peer_id_type = data.get("peer_id_type", UNSET)
        self.peer_id = data.get("peer_id", UNSET)
        self.dpd = new(DpdInput)._read(v) if isinstance(v := data.get("dpd", UNSET), dict) else v
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.ike_version) is not UNSET:
            out["ike_version"] = v if type(v) is str else plain(v)
        if (v := self.phase1_negotiation_mode) is not UNSET:
            out["phase1_negotiation_mode"] = v if type(v) is str else plain(v)
        if (v := self.authentication_algorithm) is not UNSET:
            out["authentication_algorithm"] = v if type(v) is str else plain(v)
        if (v := self.encryption_algorithm) is not UNSET:
            out["encryption_algorithm"] = v if type(v) is str else plain(v)
        if (v := self.dh_group) is not UNSET:
            out["dh_group"] = v if type(v) is str else plain(v)
        if (v := self.authentication_method) is not UNSET:
            out["authentication_method"] = v if type(v) is str else plain(v)
        if (v := self.lifetime_seconds) is not UNSET:
            out["lifetime_seconds"] = v if type(v) is int else plain(v)
        if (v := self.local_id_type) is not UNSET:
            out["local_id_type"] = v if type(v) is str else plain(v)
        if (v := self.local_id) is not UNSET:
            out["local_id"] = v if type(v) is str else plain(v)
        if (v := self.peer_id_type) is not UNSET:
            out["peer_id_type"] = v if type(v) is str else plain(v)
        if (v := self.peer_id) is not UNSET:
            out["peer_id"] = v if type(v) is str else plain(v)
        if (v := self.dpd) is not UNSET:
            out["dpd"] = plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = IkePolicyInput
        if "ike_version" in value and (v := value["ike_version"]) not in ("v1", "v2"):
            report(out, path, cls, "ike_version", v, STRING, one_of("v1", "v2"))
        if "phase1_negotiation_mode" in value and (v := value["phase1_negotiation_mode"]) not in (
            "main",
            "aggressive",
        ):
            report(
                out, path, cls, "phase1_negotiation_mode", v, STRING, one_of("main", "aggressive")
            )
        if (
            "authentication_algorithm" in value
            and (v := value["authentication_algorithm"]) not in _AUTHENTICATION_ALGORITHM
        ):
            report(
                out,
                path,
                cls,
                "authentication_algorithm",
                v,
                STRING,
                one_of(*_AUTHENTICATION_ALGORITHM),
            )
        if (
            "encryption_algorithm" in value
            and (v := value["encryption_algorithm"]) not in _ENCRYPTION_ALGORITHM
        ):
            report(
                out, path, cls, "encryption_algorithm", v, STRING, one_of(*_ENCRYPTION_ALGORITHM)
            )
        if "dh_group" in value and (v := value["dh_group"]) not in _DH_GROUP:
            report(out, path, cls, "dh_group", v, STRING, one_of(*_DH_GROUP))
        if "authentication_method" in value and (v := value["authentication_method"]) not in (
            "pre-share",
        ):
            report(out, path, cls, "authentication_method", v, STRING, one_of("pre-share"))
        if "lifetime_seconds" in value and not (
            type(v := value["lifetime_seconds"]) is int and 60 <= v <= 604800
        ):
            report(out, path, cls, "lifetime_seconds", v, INTEGER, between(60, 604800))
        if "local_id_type" in value and (v := value["local_id_type"]) not in ("ip", "fqdn"):
            report(out, path, cls, "local_id_type", v, STRING, one_of("ip", "fqdn"))
        if "local_id" in value and not isinstance(v := value["local_id"], str):
            report(out, path, cls, "local_id", v, STRING)
        if "peer_id_type" in value and (v := value["peer_id_type"]) not in ("ip", "fqdn"):
            report(out, path, cls, "peer_id_type", v, STRING, one_of("ip", "fqdn"))
        if "peer_id" in value and not isinstance(v := value["peer_id"], str):
            report(out, path, cls, "peer_id", v, STRING)
        if "dpd" in value:
            v = value["dpd"]
            if isinstance(v, dict):
                DpdInput._check(v, (path, "dpd"), out)
            else:
                report(out, path, cls, "dpd", v, OBJECT)
        if (
            ("local_id" in value)
            and (value.get("local_id_type", "ip") == "ip")
            and (isinstance(value["local_id"], str) and not IPV4.search(value["local_id"]))
        ):
            fail(
                out,
                path,
                cls,
                "local_id",
                "when",
                "must be an IPv4 address when `local_id_type` is `ip`",
            )
        if (
            ("peer_id" in value)
            and (value.get("peer_id_type", "ip") == "ip")
            and (isinstance(value["peer_id"], str) and not IPV4.search(value["peer_id"]))
        ):
            fail(
                out,
                path,
                cls,
                "peer_id",
                "when",
                "must be an IPv4 address when `peer_id_type` is `ip`",
            )


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class IpsecPolicyInput(RequestModel):
    """The ``ipsecpolicy`` of ``VpnConnectionInput``."""

    authentication_algorithm: Literal["sha2-512", "sha2-384", "sha2-256", "sha1", "md5"] | Unset = (
        UNSET
    )
    """Specifies an authentication algorithm.
    Value range:
    sha2-512, sha2-384, sha2-256, sha1, md5
    Exercise caution when using `sha1` and `md5` as they have low security.
    Default value:
    sha2-256
    """

    encryption_algorithm: (
        Literal["aes-256-gcm-16", "aes-128-gcm-16", "aes-256", "aes-192", "aes-128", "3des"] | Unset
    ) = UNSET
    """Specifies an encryption algorithm.
    Value range:
    aes-256-gcm-16, aes-128-gcm-16, aes-256, aes-192, aes-128, 3des
    Exercise caution when using `3des`, `aes-128`, `aes-192`, and `aes-256` as they have low
    security.
    Default value:
    aes-128
    """

    pfs: (
        Literal[
            "group1",
            "group2",
            "group5",
            "group14",
            "group15",
            "group16",
            "group19",
            "group20",
            "group21",
            "disable",
        ]
        | Unset
    ) = UNSET
    """Specifies the DH key group used by Perfect Forward Secrecy (PFS).
    The value can be `group1`, `group2`, `group5`, `group14`, `group15`, `group16`, `group19`,
    `group20`, `group21`, or `disable`.
    Exercise caution when using `group1`, `group2`, `group5`, or `group14` as they have low
    security.
    The default value is `group15`.
    """

    transform_protocol: Literal["esp"] | Unset = UNSET
    """Specifies the transfer protocol.
    Value range:
    `esp`: encapsulating security payload protocol
    The default value is `esp`.
    """

    lifetime_seconds: int | Unset = UNSET
    """Specifies the lifetime of a tunnel established over an IPsec connection.
    The value ranges from 30 to 604800, in seconds.
    The default value is 3600.
    Checked: 30 to 604800.
    """

    encapsulation_mode: Literal["tunnel"] | Unset = UNSET
    """Specifies the packet encapsulation mode.
    Value range:
    `tunnel`: encapsulates packets in tunnel mode.
    The default value is `tunnel`.
    """

    def _read(self, data: dict[str, Any]) -> IpsecPolicyInput:
        self._data = data
        self.authentication_algorithm = data.get("authentication_algorithm", UNSET)
        self.encryption_algorithm = data.get("encryption_algorithm", UNSET)
        self.pfs = data.get("pfs", UNSET)
        self.transform_protocol = data.get("transform_protocol", UNSET)
        self.lifetime_seconds = data.get("lifetime_seconds", UNSET)
        self.encapsulation_mode = data.get("encapsulation_mode", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.authentication_algorithm) is not UNSET:
            out["authentication_algorithm"] = v if type(v) is str else plain(v)
        if (v := self.encryption_algorithm) is not UNSET:
            out["encryption_algorithm"] = v if type(v) is str else plain(v)
        if (v := self.pfs) is not UNSET:
            out["pfs"] = v if type(v) is str else plain(v)
        if (v := self.transform_protocol) is not UNSET:
            out["transform_protocol"] = v if type(v) is str else plain(v)
        if (v := self.lifetime_seconds) is not UNSET:
            out["lifetime_seconds"] = v if type(v) is int else plain(v)
        if (v := self.encapsulation_mode) is not UNSET:
            out["encapsulation_mode"] = v if type(v) is str else plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = IpsecPolicyInput
        if (
            "authentication_algorithm" in value
            and (v := value["authentication_algorithm"]) not in _AUTHENTICATION_ALGORITHM
        ):
            report(
                out,
                path,
                cls,
                "authentication_algorithm",
                v,
                STRING,
                one_of(*_AUTHENTICATION_ALGORITHM),
            )
        if (
            "encryption_algorithm" in value
            and (v := value["encryption_algorithm"]) not in _ENCRYPTION_ALGORITHM
        ):
            report(
                out, path, cls, "encryption_algorithm", v, STRING, one_of(*_ENCRYPTION_ALGORITHM)
            )
        if "pfs" in value and (v := value["pfs"]) not in _PFS:
            report(out, path, cls, "pfs", v, STRING, one_of(*_PFS))
        if "transform_protocol" in value and (v := value["transform_protocol"]) not in ("esp",):
            report(out, path, cls, "transform_protocol", v, STRING, one_of("esp"))
        if "lifetime_seconds" in value and not (
            type(v := value["lifetime_seconds"]) is int and 30 <= v <= 604800
        ):
            report(out, path, cls, "lifetime_seconds", v, INTEGER, between(30, 604800))
        if "encapsulation_mode" in value and (v := value["encapsulation_mode"]) not in ("tunnel",):
            report(out, path, cls, "encapsulation_mode", v, STRING, one_of("tunnel"))


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class VpnResourceTagInput(RequestModel):
    """An item of the ``tags`` of ``VpnConnectionInput``."""

    key: str | Unset = UNSET
    """Specifies a tag key.
    The value is a string of 1 to 128 characters that can contain digits, letters, Spanish
    characters, Portuguese characters, spaces, and special characters (`_ . : = + - @`).
    Checked: 1 to 128 characters. Characters: letters (a-z, A-Z), digits, letters of any script,
    spaces, `+ - . : = @ _`.
    Mandatory.
    """

    value: str | Unset = UNSET
    """Specifies a tag value.
    The value is a string of 0 to 255 characters that can contain digits, letters, Spanish
    characters, Portuguese characters, spaces, and special characters (`_ . : = + - @`).
    Checked: At most 255 characters. Characters: letters (a-z, A-Z), digits, letters of any
    script, spaces, `+ - . : = @ _`.
    Mandatory.
    """

    def _read(self, data: dict[str, Any]) -> VpnResourceTagInput:
        self._data = data
        self.key = data.get("key", UNSET)
        self.value = data.get("value", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.key) is not UNSET:
            out["key"] = v if type(v) is str else plain(v)
        if (v := self.value) is not UNSET:
            out["value"] = v if type(v) is str else plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = VpnResourceTagInput
        if not (
            isinstance(v := value.get("key"), str) and 1 <= len(v) <= 128 and not _KEY.search(v)
        ):
            absent_or_wrong(out, path, cls, "key", value, STRING, length(1, 128), _KEY)
        if not (isinstance(v := value.get("value"), str) and len(v) <= 255 and not _KEY.search(v)):
            absent_or_wrong(out, path, cls, "value", value, STRING, length(None, 255), _KEY)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class PolicyRule(ResponseModel):
    """An item of the ``policy_rules`` of ``VpnConnection``."""

    rule_index: int | None = None
    """Specifies a rule ID.
    The value ranges from 0 to 50.
    """

    source: str | None = None
    """Specifies a source CIDR block."""

    destination: list[str] | None = None
    """Specifies a destination CIDR block. An example IPv4 CIDR block is 192.168.52.0/24. A maximum
    of 50 destination CIDR blocks can be returned for each policy rule.
    """

    def _read(self, data: dict[str, Any]) -> PolicyRule:
        self._data = data
        self.rule_index = data.get("rule_index")
        self.source = data.get("source")
        self.destination = data.get("destination")
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.rule_index) is not None:
            out["rule_index"] = v
        if (v := self.source) is not None:
            out["source"] = v
        if (v := self.destination) is not None:
            out["destination"] = plain(v)
        return as_read(self, out)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class IkePolicy(ResponseModel):
    """The ``ikepolicy`` of ``VpnConnection``."""

    ike_version: Literal["v1", "v2"] | str | None = None
    """Specifies the IKE version.
    The value can be `v1` or `v2`.
    """

    phase1_negotiation_mode: Literal["main", "aggressive"] | str | None = None
    """Specifies the negotiation mode. This parameter is available only when the IKE version is
    `v1`.
    Value range:
    `main`: ensures high security during negotiation.
    `aggressive`: ensures fast negotiation and a high negotiation success rate.
    """

    authentication_algorithm: (
        Literal["sha2-512", "sha2-384", "sha2-256", "sha1", "md5"] | str | None
    ) = None
    """Specifies an authentication algorithm.
    The value can be `sha2-512`, `sha2-384`, `sha2-256`, `sha1`, or `md5`.
    """

    encryption_algorithm: (
        Literal["aes-256-gcm-16", "aes-128-gcm-16", "aes-256", "aes-192", "aes-128", "3des"]
        | str
        | None
    ) = None
    """Specifies an encryption algorithm.
    The value can be `aes-256-gcm-16`, `aes-128-gcm-16`, `aes-256`, `aes-192`, `aes-128`, or
    `3des`.
    """

    dh_group: (
        Literal[
            "group1",
            "group2",
            "group5",
            "group14",
            "group15",
            "group16",
            "group19",
            "group20",
            "group21",
        ]
        | str
        | None
    ) = None
    """Specifies the DH group used for key exchange in phase 1.
    The value can be `group1`, `group2`, `group5`, `group14`, `group15`, `group16`, `group19`,
    `group20`, or `group21`.
    """

    authentication_method: Literal["pre-share"] | str | None = None
    """Specifies the authentication method used during IKE negotiation.
    Value range:
    `pre-share`: pre-shared key
    """

    lifetime_seconds: int | None = None
    """Specifies the SA lifetime. When the lifetime expires, an IKE SA is automatically updated.
    The value ranges from 60 to 604800, in seconds.
    """

    local_id_type: Literal["ip"] | str | None = None
    """Specifies the local ID type.
    Value range:
    - `ip`
    """

    local_id: str | None = None
    """Specifies the local ID. When `local_id_type` is set to `ip`, the local ID specified when the
    VPN connection is created or updated is returned. If no local ID is specified, the VPN
    gateway IP address corresponding to the VPN connection is returned.
    """

    peer_id_type: Literal["ip", "fqdn"] | str | None = None
    """Specifies the peer ID type.
    Value range:
    - `ip`
    - `fqdn` (currently not supported)
    """

    peer_id: str | None = None
    """Specifies the peer ID. When `peer_id_type` is set to `ip`, the peer ID specified when the
    VPN connection is created or updated is returned. If no peer ID is specified, the IP address
    of the customer gateway is returned.
    """

    dpd: Dpd | None = None
    """Specifies the DPD object."""

    def _read(self, data: dict[str, Any]) -> IkePolicy:
        self._data = data
        self.ike_version = data.get("ike_version")
        self.phase1_negotiation_mode = data.get("phase1_negotiation_mode")
        self.authentication_algorithm = data.get("authentication_algorithm")
        self.encryption_algorithm = data.get("encryption_algorithm")
        self.dh_group = data.get("dh_group")
        self.authentication_method = data.get("authentication_method")
        self.lifetime_seconds = data.get("lifetime_seconds")
        self.local_id_type = data.get("local_id_type")
        self.local_id = data.get("local_id")
        self.peer_id_type = data.get("peer_id_type")
        self.peer_id = data.get("peer_id")
        self.dpd = new(Dpd)._read(v) if isinstance(v := data.get("dpd"), dict) else v
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.ike_version) is not None:
            out["ike_version"] = v
        if (v := self.phase1_negotiation_mode) is not None:
            out["phase1_negotiation_mode"] = v
        if (v := self.authentication_algorithm) is not None:
            out["authentication_algorithm"] = v
        if (v := self.encryption_algorithm) is not None:
            out["encryption_algorithm"] = v
        if (v := self.dh_group) is not None:
            out["dh_group"] = v
        if (v := self.authentication_method) is not None:
            out["authentication_method"] = v
        if (v := self.lifetime_seconds) is not None:
            out["lifetime_seconds"] = v
        if (v := self.local_id_type) is not None:
            out["local_id_type"] = v
        if (v := self.local_id) is not None:
            out["local_id"] = v
        if (v := self.peer_id_type) is not None:
            out["peer_id_type"] = v
        if (v := self.peer_id) is not None:
            out["peer_id"] = v
        if (v := self.dpd) is not None:
            out["dpd"] = v.to_dict() if type(v) is Dpd else plain(v)
        return as_read(self, out)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class IpsecPolicy(ResponseModel):
    """The ``ipsecpolicy`` of ``VpnConnection``."""

    authentication_algorithm: (
        Literal["sha2-512", "sha2-384", "sha2-256", "sha1", "md5"] | str | None
    ) = None
    """Specifies an authentication algorithm.
    The value can be `sha2-512`, `sha2-384`, `sha2-256`, `sha1`, or `md5`.
    """

    encryption_algorithm: (
        Literal["aes-256-gcm-16", "aes-128-gcm-16", "aes-256", "aes-192", "aes-128", "3des"]
        | str
        | None
    ) = None
    """Specifies an encryption algorithm.
    The value can be `aes-256-gcm-16`, `aes-128-gcm-16`, `aes-256`, `aes-192`, `aes-128`, or
    `3des`.
    """

    pfs: (
        Literal[
            "group1",
            "group2",
            "group5",
            "group14",
            "group15",
            "group16",
            "group19",
            "group20",
            "group21",
            "disable",
        ]
        | str
        | None
    ) = None
    """Specifies the DH key group used by PFS.
    The value can be `group1`, `group2`, `group5`, `group14`, `group15`, `group16`, `group19`,
    `group20`, `group21`, or `disable`.
    """

    transform_protocol: Literal["esp"] | str | None = None
    """Specifies the transfer protocol.
    Value range:
    `esp`: encapsulating security payload protocol
    """

    lifetime_seconds: int | None = None
    """Specifies the lifetime of a tunnel established over an IPsec connection.
    The value ranges from 30 to 604800, in seconds.
    """

    encapsulation_mode: Literal["tunnel"] | str | None = None
    """Specifies the packet encapsulation mode.
    Value range:
    `tunnel`: encapsulates packets in tunnel mode.
    """

    def _read(self, data: dict[str, Any]) -> IpsecPolicy:
        self._data = data
        self.authentication_algorithm = data.get("authentication_algorithm")
        self.encryption_algorithm = data.get("encryption_algorithm")
        self.pfs = data.get("pfs")
        self.transform_protocol = data.get("transform_protocol")
        self.lifetime_seconds = data.get("lifetime_seconds")
        self.encapsulation_mode = data.get("encapsulation_mode")
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.authentication_algorithm) is not None:
            out["authentication_algorithm"] = v
        if (v := self.encryption_algorithm) is not None:
            out["encryption_algorithm"] = v
        if (v := self.pfs) is not None:
            out["pfs"] = v
        if (v := self.transform_protocol) is not None:
            out["transform_protocol"] = v
        if (v := self.lifetime_seconds) is not None:
            out["lifetime_seconds"] = v
        if (v := self.encapsulation_mode) is not None:
            out["encapsulation_mode"] = v
        return as_read(self, out)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class VpnResourceTag(ResponseModel):
    """An item of the ``tags`` of ``VpnConnection``."""

    key: str | None = None
    """Specifies a tag key.
    The value is a string of 1 to 128 characters that can contain digits, letters, Spanish
    characters, Portuguese characters, spaces, and special characters (`_ . : = + - @`).
    """

    value: str | None = None
    """Specifies a tag value.
    The value is a string of 0 to 255 characters that can contain digits, letters, Spanish
    characters, Portuguese characters, spaces, and special characters (`_ . : = + - @`).
    """

    def _read(self, data: dict[str, Any]) -> VpnResourceTag:
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


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class DpdInput(RequestModel):
    """The ``dpd`` of ``IkePolicyInput``."""

    timeout: int | Unset = UNSET
    """Specifies the interval for retransmitting DPD packets.
    The value ranges from 2 to 60, in seconds.
    The default value is 15.
    Checked: 2 to 60.
    """

    interval: int | Unset = UNSET
    """Specifies the DPD idle timeout period.
    The value ranges from 10 to 3600, in seconds.
    The default value is 30.
    Checked: 10 to 3600.
    """

    msg: Literal["seq-hash-notify", "seq-notify-hash"] | Unset = UNSET
    """Specifies the format of DPD packets.
    Value range:
    `seq-hash-notify`: indicates that the payload of DPD packets is in the sequence of
    hash-notify.
    `seq-notify-hash`: indicates that the payload of DPD packets is in the sequence of
    notify-hash.
    The default value is `seq-hash-notify`.
    """

    def _read(self, data: dict[str, Any]) -> DpdInput:
        self._data = data
        self.timeout = data.get("timeout", UNSET)
        self.interval = data.get("interval", UNSET)
        self.msg = data.get("msg", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.timeout) is not UNSET:
            out["timeout"] = v if type(v) is int else plain(v)
        if (v := self.interval) is not UNSET:
            out["interval"] = v if type(v) is int else plain(v)
        if (v := self.msg) is not UNSET:
            out["msg"] = v if type(v) is str else plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = DpdInput
        if "timeout" in value and not (type(v := value["timeout"]) is int and 2 <= v <= 60):
            report(out, path, cls, "timeout", v, INTEGER, between(2, 60))
        if "interval" in value and not (type(v := value["interval"]) is int and 10 <= v <= 3600):
            report(out, path, cls, "interval", v, INTEGER, between(10, 3600))
        if "msg" in value and (v := value["msg"]) not in ("seq-hash-notify", "seq-notify-hash"):
            report(out, path, cls, "msg", v, STRING, one_of("seq-hash-notify", "seq-notify-hash"))


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Dpd(ResponseModel):
    """The ``dpd`` of ``IkePolicy``."""

    timeout: int | None = None
    """Specifies the interval for retransmitting DPD packets.
    The value ranges from 2 to 60, in seconds.
    """

    interval: int | None = None
    """Specifies the DPD idle timeout period.
    The value ranges from 10 to 3600, in seconds.
    """

    msg: Literal["seq-hash-notify", "seq-notify-hash"] | str | None = None
    """Specifies the format of DPD packets.
    Value range:
    `seq-hash-notify`: indicates that the payload of DPD packets is in the sequence of
    hash-notify.
    `seq-notify-hash`: indicates that the payload of DPD packets is in the sequence of
    notify-hash.
    """

    def _read(self, data: dict[str, Any]) -> Dpd:
        self._data = data
        self.timeout = data.get("timeout")
        self.interval = data.get("interval")
        self.msg = data.get("msg")
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.timeout) is not None:
            out["timeout"] = v
        if (v := self.interval) is not None:
            out["interval"] = v
        if (v := self.msg) is not None:
            out["msg"] = v
        return as_read(self, out)


OPERATION: Operation[CreateVpnConnectionResponse] = Operation(
    "create_vpn_connection",
    "POST",
    "/v5/{project_id}/vpn-connection",
    page="creating_a_vpn_connection.rst",
    parameters=(Parameter("project_id", "project_id", "path", required=True, client="project_id"),),
    body=BodySpec(
        "json",
        model=CreateVpnConnectionInput,
        wrapper="vpn_connection",
        fields=VpnConnectionInput.flat_fields(),
    ),
    check_body=CreateVpnConnectionInput.check_wire,
    answers={201: Answer.model(CreateVpnConnectionResponse)},
)
