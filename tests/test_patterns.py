"""Rules as regular expressions: what they take, what they refuse, in both spellings."""

from __future__ import annotations

import ipaddress
import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.model import CharSet, Charset, Form, FormName, Interface, Pattern
from gen.patterns import Regex, char_class, form_format, form_regex, members, regex
from tests.handmade import rule


def takes(found: Regex, text: str) -> bool:
    python = re.search(found.python, text) is not None
    # In ECMA-262 ``$`` is the very end: python's own reading of it lets a line feed pass.
    ecma = re.search(re.sub(r"(?<!\\)\$(?=\)?$)", r"\\Z", found.ecma), text) is not None
    assert python == ecma, (found, text)
    return python


def charset(where: str = "all", extra: str = "", *classes: str) -> Regex:
    return regex(rule(Charset, allowed=CharSet(classes, extra), where=where))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "good", "bad"),
    [
        (charset("all", "-_.", "letter", "digit"), ["", "a-Z_9.", "-"], ["a b", "é", "a\n", "\\"]),
        (charset("all", "^]\\[", "digit"), ["]", "^1", "\\", "["], ["a"]),
        (
            charset("all", "", "any-letter"),
            ["Zürich", "北京", "ñ", "e\u0301", "𠀀"],
            ["1", "a b", "!", "。"],
        ),
        (charset("all", "", "any-special"), ["!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"], ["a", " "]),
        (charset("all", "é", "space"), ["é é"], ["e"]),
        (charset("all", "", "hex"), ["0aF"], ["g"]),
        (charset("all", "", "upper"), ["AZ"], ["Az"]),
        (charset("all", "", "lower"), ["az"], ["aZ"]),
        (charset("none", "<>"), ["", "a-b"], ["a<", ">"]),
        (charset("none", "", "any-special"), ["a-b_c.d", "é"], ["a!"]),
        (charset("first", "", "letter"), ["a1", "", "Z"], ["1a", "_"]),
        (charset("last", "", "digit"), ["a1", "", "1"], ["1a", "1\n"]),
        (charset("not-first", "-"), ["a-", ""], ["-a"]),
        (charset("not-last", "-"), ["-a", ""], ["a-"]),
    ],
)
def test_charset(found: Regex, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not takes(found, text)] == []
    assert [text for text in bad if takes(found, text)] == []


FORMS: dict[str, tuple[list[str], list[str]]] = {
    "uuid": (["0a1b2c3d-0000-1111-2222-0123456789AB"], ["0a1b2c3d000011112222-0123456789AB", "x"]),
    "uuid-hex": (["0a1b2c3d00001111222233334444aaFF"], ["0a1b2c3d", "g" * 32]),
    "ipv4": (["0.0.0.0", "255.1.20.199"], ["256.1.1.1", "01.1.1.1", "1.1.1", "1.1.1.1/8"]),
    "ipv6": (
        ["::", "::1", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4"],
        [":::", "1::2::3", "g::"],
    ),
    "ipv4-cidr": (["10.0.0.0/8", "1.2.3.4/32"], ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/08"]),
    "ipv6-cidr": (["2001:db8::/32", "::/128"], ["::/129", "::"]),
    "mac": (["fa:16:3e:0a:1B:2c", "fa-16-3e-0a-1B-2c"], ["fa:16:3e:0a:1b", "fa163e0a1b2c"]),
    "date": (["2024-02-29"], ["2024-13-01", "2024-1-1"]),
    "date-time": (
        ["2024-02-29T01:02:03Z", "2024-02-29T01:02:03.5+02:00"],
        ["2024-02-29", "2024-02-29 01:02:03"],
    ),
    "uri": (["https://a.example/b?c=d", "urn:x:y"], ["a b", "/path"]),
    "email": (["a@b.example"], ["a", "a@", "a b@c"]),
    "base64": (["", "YQ==", "YWI=", "YWJj"], ["YQ=", "a b"]),
}


@pytest.mark.parametrize("name", get_args(FormName))
def test_form(name: FormName) -> None:
    good, bad = FORMS[name]
    found = form_regex(name)
    assert [text for text in good if not takes(found, text)] == []
    assert [text for text in [*bad, good[-1] + "\n"] if takes(found, text)] == []


def test_forms_in_one() -> None:
    found = regex(rule(Form, forms=("uuid", "ipv4")))
    assert takes(found, "1.2.3.4")
    assert takes(found, FORMS["uuid"][0][0])
    assert not takes(found, "1.2.3.4" + FORMS["uuid"][0][0])


def test_formats_are_those_of_json_schema() -> None:
    named = {name for name in get_args(FormName) if form_format(name)}
    assert named == {"uuid", "ipv4", "ipv6", "date", "date-time", "uri", "email"}


@given(st.lists(st.sampled_from(["::", ":", "a", "12", "ffff", "1.2.3.4", "256"]), max_size=17))
def test_ipv6_agrees_with_the_standard_library(parts: list[str]) -> None:
    text = "".join(parts)
    try:
        ipaddress.IPv6Address(text)
        good = True
    except ValueError:
        good = False
    assert takes(form_regex("ipv6"), text) == good


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from(
        [
            ("169.254.0.0/16", ("169.254.195.0/24",), 30, True),
            ("10.0.0.0/9", (), 20, True),
            ("", ("0.0.0.0/1",), 31, True),
            ("192.168.4.0/22", ("192.168.5.128/25", "192.168.6.7/32"), 24, False),
        ]
    ),
    st.sampled_from([20, 24, 30, 31]),
    st.booleans(),
)
def test_interface_agrees_with_the_standard_library(
    number: int, terms: tuple[str, tuple[str, ...], int, bool], mask: int, inside: bool
) -> None:
    network, excluded, wanted, host = terms
    if inside and network:
        base = ipaddress.IPv4Network(network)
        number = int(base.network_address) + number % base.num_addresses
    address = ipaddress.IPv4Address(number)
    good = mask == wanted
    good &= not network or address in ipaddress.IPv4Network(network)
    good &= not any(address in ipaddress.IPv4Network(one) for one in excluded)
    if host and wanted < 31:
        own = ipaddress.IPv4Network((number, wanted), strict=False)
        good &= address not in (own.network_address, own.broadcast_address)
    found = regex(rule(Interface, network=network, excluded=excluded, mask=wanted, host=host))
    assert takes(found, f"{address}/{mask}") == good


def test_interface_without_mask_takes_any() -> None:
    found = regex(rule(Interface, network="10.1.0.0/16", host=True))
    assert takes(found, "10.1.0.0/16")
    assert takes(found, "10.1.2.3/32")
    assert not takes(found, "10.1.2.3/33")
    assert not takes(found, "10.2.0.1/16")


def test_interface_that_leaves_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no address is left"):
        regex(rule(Interface, network="10.0.0.0/8", excluded=("10.0.0.0/8",)))


def test_documented_expression_is_kept() -> None:
    assert regex(rule(Pattern, python=r"^a\Z", ecma="^a$")) == Regex(r"^a\Z", "^a$")


def test_no_expression_uses_what_engines_read_differently() -> None:
    found = [form_regex(name) for name in get_args(FormName)]
    found += [charset("all", "-_.[]^\\", "letter", "digit", "any-letter", "any-special")]
    found += [char_class(CharSet(("upper",), "-"))]
    for one in found:
        assert not re.search(r"\\[dDwWsSpPbB]|\(\?[=!<]", one.ecma), one.ecma
        escapes = set(re.findall(r"\\(.)", one.ecma))
        assert escapes <= set(r"^$\.*+?()[]{}|/u"), escapes


def test_narrow_reading_is_smaller() -> None:
    wide = re.compile(f"[{members(CharSet(('any-special',)))}]")
    narrow = re.compile(f"[{members(CharSet(('any-special',)), narrow=True)}]")
    every = [chr(code) for code in range(128)]
    assert {c for c in every if narrow.match(c)} < {c for c in every if wide.match(c)}
