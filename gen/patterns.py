"""Value rules as regular expressions, in the one spelling that Python, ECMA-262 and RE2 share.

Every expression made here uses literals, classes, groups, ``|``, ``{m,n}`` and the two
anchors only: no ``\\d``, ``\\p`` or look-around, which the engines read differently. Both
spellings are to be *searched*, not matched; they differ in the end anchor alone, for
``$`` lets a final line feed pass in Python.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from gen.exhaustive import assert_never
from gen.interfaces import interface_body
from gen.model import CharClass, CharSet, Charset, Form, FormName, Interface, Pattern


@dataclass(frozen=True, slots=True)
class Regex:
    """One expression: ``python`` for ``re.search``, ``ecma`` for JSON Schema (flag ``u``)."""

    python: str
    ecma: str


def _anchored(body: str) -> Regex:
    return Regex(f"^{body}\\Z", f"^{body}$")


# Letters and marks of every script in few ranges: the gaps inside them hold nothing
# that people would call a special character, and a range too wide only lets more pass.
_LETTERS_BEYOND_ASCII = (
    "\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02C1\\u0300-\\u0374\\u0376-\\u037D"
    "\\u037F-\\u0386\\u0388-\\u1FFF\\u200C\\u200D\\u2071\\u207F\\u2090-\\u209C\\u20D0-\\u20F0\\u2C00-\\u2DFF"
    "\\u3005-\\u3007\\u3021-\\u302F\\u3031-\\u3035\\u3038-\\u303C\\u3041-\\uD7FF\\uF900-\\uFD3D"
    "\\uFD40-\\uFDFF\\uFE20-\\uFE2F\\uFE70-\\uFEFC\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\uFF66-\\uFFDC"
    "\U00010000-\U000e01ef"
)
_ASCII_SPECIAL = "".join(
    map(chr, (*range(33, 48), *range(58, 65), *range(91, 97), *range(123, 127)))
)
# Where characters are *forbidden* the wide reading is the smaller set.
_SURELY_SPECIAL = "".join(char for char in _ASCII_SPECIAL if char not in "-._")
_SYNTAX_IN_CLASS = frozenset("\\]^[")


def _ascii_of(name: CharClass, *, narrow: bool) -> str:
    match name:
        case "upper":
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        case "lower":
            return "abcdefghijklmnopqrstuvwxyz"
        case "letter" | "any-letter":
            return _ascii_of("upper", narrow=narrow) + _ascii_of("lower", narrow=narrow)
        case "digit":
            return "0123456789"
        case "hex":
            return "0123456789ABCDEFabcdef"
        case "space":
            return " "
        case "any-special":
            return _SURELY_SPECIAL if narrow else _ASCII_SPECIAL
        case _:
            assert_never(name)


def _escaped(char: str) -> str:
    if char in _SYNTAX_IN_CLASS:
        return "\\" + char
    if char.isascii() and char.isprintable():
        return char
    return f"\\u{ord(char):04X}" if ord(char) <= 0xFFFF else char


def _runs(chars: Iterable[str]) -> list[tuple[str, str]]:
    runs: list[tuple[str, str]] = []
    for char in sorted(chars):
        if runs and ord(char) == ord(runs[-1][1]) + 1:
            runs[-1] = (runs[-1][0], char)
        else:
            runs.append((char, char))
    return runs


def members(charset: CharSet, *, narrow: bool = False) -> str:
    """The inside of a character class: ``A-Za-z0-9_-``. ``narrow`` where the set is forbidden."""
    chars = set(charset.extra)
    for name in charset.classes:
        chars.update(_ascii_of(name, narrow=narrow))
    words = [char for char in chars if char.isascii() and char.isalnum()]
    marks = sorted(chars.difference(words))
    # A hyphen stands last, where every engine takes it for itself.
    hyphen = "-" in marks
    order = {"a": 0, "A": 1, "0": 2}
    runs = sorted(_runs(words), key=lambda run: (order.get(run[0], 3), run))
    body = "".join(
        first
        if first == last
        else first + last
        if ord(last) - ord(first) == 1
        else f"{first}-{last}"
        for first, last in runs
    )
    body += "".join(_escaped(char) for char in marks if char != "-")
    if "any-letter" in charset.classes and not narrow:
        body += _LETTERS_BEYOND_ASCII
    return body + "-" * hyphen


def char_class(charset: CharSet) -> Regex:
    """One character of the set, anywhere: for rules that count kinds of characters."""
    body = f"[{members(charset)}]"
    return Regex(body, body)


def _charset(rule: Charset) -> Regex:
    match rule.where:
        case "all":
            return _anchored(f"[{members(rule.allowed)}]*")
        case "none":
            return _anchored(f"[^{members(rule.allowed, narrow=True)}]*")
        # An empty value has no first and no last character: whether it may be empty is
        # the business of a length.
        case "first":
            body = f"[{members(rule.allowed)}]"
            return Regex(f"^(?:{body}|\\Z)", f"^(?:{body}|$)")
        case "not-first":
            body = f"[^{members(rule.allowed, narrow=True)}]"
            return Regex(f"^(?:{body}|\\Z)", f"^(?:{body}|$)")
        case "last":
            body = f"(?:[{members(rule.allowed)}]|^)"
            return Regex(f"{body}\\Z", f"{body}$")
        case "not-last":
            body = f"(?:[^{members(rule.allowed, narrow=True)}]|^)"
            return Regex(f"{body}\\Z", f"{body}$")
        case _:
            assert_never(rule.where)


_HEX = "[0-9A-Fa-f]"
_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
# Spelt out: a repeated group costs Python's engine a fifth more.
_IPV4 = "\\.".join([_OCTET] * 4)
_IPV4_TAIL = f"(?:{_OCTET}\\.){{3}}{_OCTET}"
_DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_BLANK = "\\u0000-\\u0020"


@lru_cache(maxsize=1)
def _ipv6() -> str:
    """The nine alternatives of RFC 3986's ``IPv6address``."""
    group = f"{_HEX}{{1,4}}"
    tail = f"(?:{group}:{group}|{_IPV4_TAIL})"
    forms = [f"(?:{group}:){{6}}{tail}"]
    for before in range(6):
        some = f"(?:{group}:){{0,{before - 1}}}" if before > 1 else ""
        left = f"(?:{some}{group})?" if before else ""
        after = 5 - before
        right = f"(?:{group}:){{{after}}}" if after > 1 else f"{group}:" * after
        forms.append(f"{left}::{right}{tail}")
    forms.append(f"(?:(?:{group}:){{0,5}}{group})?::{group}")
    forms.append(f"(?:(?:{group}:){{0,6}}{group})?::")
    return "(?:" + "|".join(forms) + ")"


def _form_body(name: FormName) -> str:
    match name:
        case "uuid":
            # Spelt out like addresses.
            group = f"{_HEX}{{4}}-"
            return f"{_HEX}{{8}}-{group * 3}{_HEX}{{12}}"
        case "uuid-hex":
            return f"{_HEX}{{32}}"
        case "ipv4":
            return _IPV4
        case "ipv6":
            return _ipv6()
        case "ipv4-cidr":
            return f"{_IPV4}/(?:3[0-2]|[12]?[0-9])"
        case "ipv6-cidr":
            return f"{_ipv6()}/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])"
        case "mac":
            return f"{_HEX}{{2}}(?:[:-]{_HEX}{{2}}){{5}}"
        case "date":
            return _DAY
        case "date-time":
            clock = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?"
            return f"{_DAY}[Tt]{clock}(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
        case "uri":
            return f"[A-Za-z][A-Za-z0-9+.-]*:[^{_BLANK}]*"
        case "email":
            return f"[^@{_BLANK}]+@[^@{_BLANK}]+"
        case "base64":
            unit = "[A-Za-z0-9+/]"
            return f"(?:{unit}{{4}})*(?:{unit}{{2}}==|{unit}{{3}}=)?"
        case _:
            assert_never(name)


def form_regex(name: FormName) -> Regex:
    """A whole value of this form."""
    return _anchored(_form_body(name))


def form_format(name: FormName) -> str | None:
    """The JSON Schema ``format`` of the same name, None where there is none."""
    return name if name in ("uuid", "ipv4", "ipv6", "date", "date-time", "uri", "email") else None


def regex(rule: Charset | Form | Pattern | Interface) -> Regex:
    """The expression that every accepted value contains."""
    match rule:
        case Charset():
            return _charset(rule)
        case Form(forms=(only,)):
            return form_regex(only)
        case Form():
            return _anchored("(?:" + "|".join(_form_body(name) for name in rule.forms) + ")")
        case Pattern():
            return Regex(rule.python, rule.ecma)
        case Interface():
            return _anchored(interface_body(rule))
        case _:
            assert_never(rule)
