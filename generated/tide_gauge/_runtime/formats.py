"""Forms that values of many fields have: identifiers, addresses, moments. Each is compiled on first use.

The expressions use what Python, ECMA-262 and RE2 read alike: no ``\\d``, no look-around.
"""

from __future__ import annotations

from .checks import Regex

_HEX = "[0-9A-Fa-f]"
_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
# Spelt out: a repeated group costs Python's engine a fifth more.
_IPV4 = r"\.".join([_OCTET] * 4)
_GROUP = f"{_HEX}{{1,4}}"
_TAIL = rf"(?:{_GROUP}:{_GROUP}|(?:{_OCTET}\.){{3}}{_OCTET})"
# The nine alternatives of RFC 3986's IPv6address.
_IPV6 = (
    f"(?:(?:{_GROUP}:){{6}}{_TAIL}"
    f"|::(?:{_GROUP}:){{5}}{_TAIL}"
    f"|(?:{_GROUP})?::(?:{_GROUP}:){{4}}{_TAIL}"
    f"|(?:(?:{_GROUP}:){{0,1}}{_GROUP})?::(?:{_GROUP}:){{3}}{_TAIL}"
    f"|(?:(?:{_GROUP}:){{0,2}}{_GROUP})?::(?:{_GROUP}:){{2}}{_TAIL}"
    f"|(?:(?:{_GROUP}:){{0,3}}{_GROUP})?::{_GROUP}:{_TAIL}"
    f"|(?:(?:{_GROUP}:){{0,4}}{_GROUP})?::{_TAIL}"
    f"|(?:(?:{_GROUP}:){{0,5}}{_GROUP})?::{_GROUP}"
    f"|(?:(?:{_GROUP}:){{0,6}}{_GROUP})?::)"
)
_DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?"
_BLANK = r"\u0000-\u0020"
_SIXES = "[A-Za-z0-9+/]"

# Letters and marks of every script beyond ASCII, in few ranges: the inside of a character class.
LETTERS = (
    r"\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02C1\u0300-\u0374\u0376-\u037D"
    r"\u037F-\u0386\u0388-\u1FFF\u200C\u200D\u2071\u207F\u2090-\u209C\u20D0-\u20F0\u2C00-\u2DFF"
    r"\u3005-\u3007\u3021-\u302F\u3031-\u3035\u3038-\u303C\u3041-\uD7FF\uF900-\uFD3D"
    r"\uFD40-\uFDFF\uFE20-\uFE2F\uFE70-\uFEFC\uFF21-\uFF3A\uFF41-\uFF5A\uFF66-\uFFDC"
    "\U00010000-\U000e01ef"
)


def _form(body: str, what: str) -> Regex:
    return Regex(rf"^{body}\Z", "format", f"must be {what}")


def either(message: str, *forms: Regex) -> Regex:
    """A test that a string has one of several forms."""
    bodies = "|".join(form.text[1:-2] for form in forms)
    return Regex(rf"^(?:{bodies})\Z", "format", message)


UUID = _form(f"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}", "a UUID")
UUID_HEX = _form(f"{_HEX}{{32}}", "32 hexadecimal digits")
IPV4 = _form(_IPV4, "an IPv4 address")
IPV6 = _form(_IPV6, "an IPv6 address")
IPV4_CIDR = _form(f"{_IPV4}/(?:3[0-2]|[12]?[0-9])", "an IPv4 network in CIDR form")
IPV6_CIDR = _form(f"{_IPV6}/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])", "an IPv6 network in CIDR form")
MAC = _form(f"{_HEX}{{2}}(?:[:-]{_HEX}{{2}}){{5}}", "a MAC address")
DATE = _form(_DAY, "a date (YYYY-MM-DD)")
DATE_TIME = _form(
    f"{_DAY}[Tt]{_CLOCK}(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])", "a date and time (RFC 3339)"
)
URI = _form(f"[A-Za-z][A-Za-z0-9+.-]*:[^{_BLANK}]*", "a URI")
EMAIL = _form(f"[^@{_BLANK}]+@[^@{_BLANK}]+", "an email address")
BASE64 = _form(f"(?:{_SIXES}{{4}})*(?:{_SIXES}{{2}}==|{_SIXES}{{3}}=)?", "Base64 text")
