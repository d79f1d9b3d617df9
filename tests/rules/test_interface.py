"""Interface: the address of a tunnel's end, described in parts."""

from __future__ import annotations

import pytest

from gen.model import Interface


def test_an_interface_address(read_rules):
    text = (
        "-  Specifies the tunnel address.\n\n-  Constraints:\n\n   -  The first 16 bits must be 10.77, and the value cannot"
        " be **10.77.9.**\\ *xxx*.\n   -  The mask length must be 30.\n   -  The address needs to be a host address in a CIDR block."
    )
    rule = read_rules(text, "tunnel_address").one(Interface)
    assert (rule.network, rule.excluded, rule.mask, rule.host) == (
        "10.77.0.0/16",
        ("10.77.9.0/24",),
        30,
        True,
    )
    assert rule.certainty == "hard"


@pytest.mark.parametrize(
    "text",
    [
        "The first 16 bits must be 10.77.",
        "The mask length must be 30 in the first case.",
        "The mask length must be 64.",
    ],
)
def test_what_describes_no_whole_address_is_not_enforced(read_rules, text):
    assert read_rules(text, "tunnel_address").none(Interface)
