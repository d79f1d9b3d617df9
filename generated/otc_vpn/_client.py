"""The clients of Virtual Private Network: sync and async, with the same methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from ._runtime.aclient import AsyncClient
from ._runtime.client import SyncClient
from ._runtime.model import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .operations.create_vpn_connection import (
        CreateVpnConnectionInput,
        CreateVpnConnectionResponse,
        IkePolicyInput,
        IpsecPolicyInput,
        PolicyRuleInput,
        VpnResourceTagInput,
    )

    from ._runtime.options import CallOptions

USER_AGENT = "otc_vpn/0.1.0"


class VpnClient(SyncClient):
    """Virtual Private Network, synchronous."""

    _user_agent = USER_AGENT

    @overload
    def create_vpn_connection(
        self,
        *,
        project_id: str | None = None,
        name: str | Unset = UNSET,
        vgw_id: str,
        vgw_ip: str,
        style: Literal["policy", "static", "bgp"] | Unset = UNSET,
        cgw_id: str,
        peer_subnets: Sequence[str] | Unset = UNSET,
        tunnel_local_address: str | Unset = UNSET,
        tunnel_peer_address: str | Unset = UNSET,
        enable_nqa: bool | Unset = UNSET,
        enable_hub: bool | Unset = UNSET,
        psk: str | Unset = UNSET,
        policy_rules: Sequence[PolicyRuleInput | Mapping[str, Any]] | Unset = UNSET,
        ikepolicy: IkePolicyInput | Mapping[str, Any] | Unset = UNSET,
        ipsecpolicy: IpsecPolicyInput | Mapping[str, Any] | Unset = UNSET,
        ha_role: str | Unset = UNSET,
        tags: Sequence[VpnResourceTagInput | Mapping[str, Any]] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CreateVpnConnectionResponse: ...
    @overload
    def create_vpn_connection(
        self,
        *,
        project_id: str | None = None,
        body: CreateVpnConnectionInput | Mapping[str, Any],
        options: CallOptions | None = None,
    ) -> CreateVpnConnectionResponse: ...
    def create_vpn_connection(
        self,
        *,
        project_id: str | None = None,
        name: str | Unset = UNSET,
        vgw_id: str | Unset = UNSET,
        vgw_ip: str | Unset = UNSET,
        style: Literal["policy", "static", "bgp"] | Unset = UNSET,
        cgw_id: str | Unset = UNSET,
        peer_subnets: Sequence[str] | Unset = UNSET,
        tunnel_local_address: str | Unset = UNSET,
        tunnel_peer_address: str | Unset = UNSET,
        enable_nqa: bool | Unset = UNSET,
        enable_hub: bool | Unset = UNSET,
        psk: str | Unset = UNSET,
        policy_rules: Sequence[PolicyRuleInput | Mapping[str, Any]] | Unset = UNSET,
        ikepolicy: IkePolicyInput | Mapping[str, Any] | Unset = UNSET,
        ipsecpolicy: IpsecPolicyInput | Mapping[str, Any] | Unset = UNSET,
        ha_role: str | Unset = UNSET,
        tags: Sequence[VpnResourceTagInput | Mapping[str, Any]] | Unset = UNSET,
        body: CreateVpnConnectionInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CreateVpnConnectionResponse:
        """Create a VPN Connection.

        This API is used to create a VPN connection that connects a VPN gateway to a customer
        gateway.

        Args:
            project_id: Specifies a project ID.
            name: Specifies the name of a VPN connection.
            vgw_id: Specifies a VPN gateway ID.
            vgw_ip: When `network_type` of the VPN gateway is set to `public`, set `vgw_ip` to
                the EIP IDs of the VPN gateway.
            style: Specifies the connection mode. Default: `static`.
            cgw_id: Specifies a customer gateway ID.
            peer_subnets: Specifies an IPv4 customer subnet.
            tunnel_local_address: Specifies the tunnel interface address configured on the VPN
                gateway in route-based mode, for example, 169.254.76.1/30.
            tunnel_peer_address: Specifies the tunnel interface address configured on the
                customer gateway device in route-based mode, for example, 169.254.76.2/30.
            enable_nqa: Specifies whether to enable the network quality analysis (NQA) function.
                Default: `false`.
            enable_hub: Specifies whether to enable branch interconnection. Default: `false`.
            psk: Specifies a pre-shared key.
            policy_rules: Specifies IPv4 policy rules.
            ikepolicy: Specifies the Internet Key Exchange (IKE) policy object.
            ipsecpolicy: Specifies the Internet Protocol Security (IPsec) policy object.
            ha_role: This parameter is optional when you create a connection for a VPN gateway
                in active-active mode. Default: `master`.
            tags: Specifies a tag list.

        Example::

            client.create_vpn_connection(
                vgw_id="1b4e28ba-2fa1-4d2e-883f-b9a761bde3fb",
                vgw_ip="1b4e28ba-2fa1-4d2e-883f-b9a761bde3fb",
                cgw_id="1b4e28ba-2fa1-4d2e-883f-b9a761bde3fb",
                peer_subnets=["192.168.44.0/24"],
                psk="aAa0_aaa",
            )

        ``POST /v5/{project_id}/vpn-connection``, see creating_a_vpn_connection.rst.
        """
        from .operations.create_vpn_connection import OPERATION

        return self._call(
            OPERATION,
            {
                "project_id": project_id,
                "name": name,
                "vgw_id": vgw_id,
                "vgw_ip": vgw_ip,
                "style": style,
                "cgw_id": cgw_id,
                "peer_subnets": peer_subnets,
                "tunnel_local_address": tunnel_local_address,
                "tunnel_peer_address": tunnel_peer_address,
                "enable_nqa": enable_nqa,
                "enable_hub": enable_hub,
                "psk": psk,
                "policy_rules": policy_rules,
                "ikepolicy": ikepolicy,
                "ipsecpolicy": ipsecpolicy,
                "ha_role": ha_role,
                "tags": tags,
            },
            body=body,
            options=options,
        )


class AsyncVpnClient(AsyncClient):
    """Virtual Private Network, asynchronous."""

    _user_agent = USER_AGENT

    @overload
    async def create_vpn_connection(
        self,
        *,
        project_id: str | None = None,
        name: str | Unset = UNSET,
        vgw_id: str,
        vgw_ip: str,
        style: Literal["policy", "static", "bgp"] | Unset = UNSET,
        cgw_id: str,
        peer_subnets: Sequence[str] | Unset = UNSET,
        tunnel_local_address: str | Unset = UNSET,
        tunnel_peer_address: str | Unset = UNSET,
        enable_nqa: bool | Unset = UNSET,
        enable_hub: bool | Unset = UNSET,
        psk: str | Unset = UNSET,
        policy_rules: Sequence[PolicyRuleInput | Mapping[str, Any]] | Unset = UNSET,
        ikepolicy: IkePolicyInput | Mapping[str, Any] | Unset = UNSET,
        ipsecpolicy: IpsecPolicyInput | Mapping[str, Any] | Unset = UNSET,
        ha_role: str | Unset = UNSET,
        tags: Sequence[VpnResourceTagInput | Mapping[str, Any]] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CreateVpnConnectionResponse: ...
    @overload
    async def create_vpn_connection(
        self,
        *,
        project_id: str | None = None,
        body: CreateVpnConnectionInput | Mapping[str, Any],
        options: CallOptions | None = None,
    ) -> CreateVpnConnectionResponse: ...
    async def create_vpn_connection(
        self,
        *,
        project_id: str | None = None,
        name: str | Unset = UNSET,
        vgw_id: str | Unset = UNSET,
        vgw_ip: str | Unset = UNSET,
        style: Literal["policy", "static", "bgp"] | Unset = UNSET,
        cgw_id: str | Unset = UNSET,
        peer_subnets: Sequence[str] | Unset = UNSET,
        tunnel_local_address: str | Unset = UNSET,
        tunnel_peer_address: str | Unset = UNSET,
        enable_nqa: bool | Unset = UNSET,
        enable_hub: bool | Unset = UNSET,
        psk: str | Unset = UNSET,
        policy_rules: Sequence[PolicyRuleInput | Mapping[str, Any]] | Unset = UNSET,
        ikepolicy: IkePolicyInput | Mapping[str, Any] | Unset = UNSET,
        ipsecpolicy: IpsecPolicyInput | Mapping[str, Any] | Unset = UNSET,
        ha_role: str | Unset = UNSET,
        tags: Sequence[VpnResourceTagInput | Mapping[str, Any]] | Unset = UNSET,
        body: CreateVpnConnectionInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CreateVpnConnectionResponse:
        """Create a VPN Connection.

        This API is used to create a VPN connection that connects a VPN gateway to a customer
        gateway.

        Args:
            project_id: Specifies a project ID.
            name: Specifies the name of a VPN connection.
            vgw_id: Specifies a VPN gateway ID.
            vgw_ip: When `network_type` of the VPN gateway is set to `public`, set `vgw_ip` to
                the EIP IDs of the VPN gateway.
            style: Specifies the connection mode. Default: `static`.
            cgw_id: Specifies a customer gateway ID.
            peer_subnets: Specifies an IPv4 customer subnet.
            tunnel_local_address: Specifies the tunnel interface address configured on the VPN
                gateway in route-based mode, for example, 169.254.76.1/30.
            tunnel_peer_address: Specifies the tunnel interface address configured on the
                customer gateway device in route-based mode, for example, 169.254.76.2/30.
            enable_nqa: Specifies whether to enable the network quality analysis (NQA) function.
                Default: `false`.
            enable_hub: Specifies whether to enable branch interconnection. Default: `false`.
            psk: Specifies a pre-shared key.
            policy_rules: Specifies IPv4 policy rules.
            ikepolicy: Specifies the Internet Key Exchange (IKE) policy object.
            ipsecpolicy: Specifies the Internet Protocol Security (IPsec) policy object.
            ha_role: This parameter is optional when you create a connection for a VPN gateway
                in active-active mode. Default: `master`.
            tags: Specifies a tag list.

        Example::

            await client.create_vpn_connection(
                vgw_id="1b4e28ba-2fa1-4d2e-883f-b9a761bde3fb",
                vgw_ip="1b4e28ba-2fa1-4d2e-883f-b9a761bde3fb",
                cgw_id="1b4e28ba-2fa1-4d2e-883f-b9a761bde3fb",
                peer_subnets=["192.168.44.0/24"],
                psk="aAa0_aaa",
            )

        ``POST /v5/{project_id}/vpn-connection``, see creating_a_vpn_connection.rst.
        """
        from .operations.create_vpn_connection import OPERATION

        return await self._call(
            OPERATION,
            {
                "project_id": project_id,
                "name": name,
                "vgw_id": vgw_id,
                "vgw_ip": vgw_ip,
                "style": style,
                "cgw_id": cgw_id,
                "peer_subnets": peer_subnets,
                "tunnel_local_address": tunnel_local_address,
                "tunnel_peer_address": tunnel_peer_address,
                "enable_nqa": enable_nqa,
                "enable_hub": enable_hub,
                "psk": psk,
                "policy_rules": policy_rules,
                "ikepolicy": ikepolicy,
                "ipsecpolicy": ipsecpolicy,
                "ha_role": ha_role,
                "tags": tags,
            },
            body=body,
            options=options,
        )
