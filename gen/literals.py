"""Doc text → Python source. The only way by which words of the docs reach generated code.

Every function here gives source text that is one string literal, one docstring or one
comment, whatever the words are: they cannot end it, and they cannot hide in it.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Mapping

from gen.model import Json

WIDTH = 96
"""Columns of a docstring's text, so that it stays inside the line length of 100."""

_SPACES = str.maketrans(dict.fromkeys("\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))


def clean(text: str) -> str:
    """Words as they may be shown: line breaks as LF, what is invisible or steers the display escaped.

    Control, format (bidi, zero-width), surrogate, private and unassigned characters
    become ``\\u202e`` and the like; NUL is dropped.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").translate(_SPACES)
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char == "\n" or (char.isprintable() and unicodedata.category(char) not in ("Mn", "Me")):
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    if unicodedata.category(char) in ("Mn", "Me"):
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def one_line(text: str) -> str:
    """Clean words with all white space collapsed."""
    return " ".join(clean(text).split())


def string(text: str) -> str:
    """A string literal in ASCII that means exactly ``text``."""
    body = ascii(text)
    if body[0] == "'":
        inner = body[1:-1].replace("\\'", "'").replace('"', '\\"')
        return f'"{inner}"'
    return body


def regex(pattern: str) -> str:
    """A string literal for a regular expression: raw where that is possible."""
    plain = pattern.isascii() and pattern.isprintable()
    if plain and '"' not in pattern and not pattern.endswith("\\"):
        return f'r"{pattern}"'
    return string(pattern)


def value(item: Json) -> str:
    """A JSON value as a Python expression: literals and displays only.

    Raises:
        TypeError: it is no JSON value.
    """
    if item is None or isinstance(item, bool):
        return repr(item)
    if isinstance(item, str):
        return string(item)
    if isinstance(item, int):
        return repr(item)
    if isinstance(item, float):
        # Infinities have no literal; JSON has no word for them either.
        if item != item or item in (float("inf"), float("-inf")):
            raise TypeError(f"{item!r} is no JSON value")
        return repr(item)
    if isinstance(item, Mapping):
        return "{" + ", ".join(f"{string(k)}: {value(v)}" for k, v in item.items()) + "}"
    if isinstance(item, (list, tuple)):
        return "[" + ", ".join(value(part) for part in item) + "]"
    raise TypeError(f"{type(item).__name__} is no JSON value")


def tuple_of(parts: Iterable[str]) -> str:
    """A tuple display of expressions that are already source."""
    found = list(parts)
    return f"({found[0]},)" if len(found) == 1 else f"({', '.join(found)})"


_BLANK_LINES = re.compile(r"\n{3,}")


def docstring(text: str, indent: int = 0) -> str:
    """A docstring with its quotes, wrapped to the line length; its first line is not indented.

    Paragraphs are separated by blank lines; a line that begins with ``- `` hangs; a line
    that begins with four spaces is kept as it is.
    """
    lines: list[str] = []
    for line in _BLANK_LINES.sub("\n\n", clean(text).strip()).split("\n"):
        lines += _wrapped(line.rstrip(), WIDTH - indent)
    body = "\n".join(_escaped(line) for line in lines) or "Not described."
    pad = " " * indent
    padded = "\n".join(
        pad + line if line and number else line for number, line in enumerate(body.split("\n"))
    )
    if "\n" in padded:
        return f'"""{padded}\n{pad}"""'
    # A quote at the end would run into the closing ones.
    found = re.search(r'(\\*)"\Z', padded)
    if found is not None and len(found.group(1)) % 2 == 0:
        padded = padded[:-1] + '\\"'
    return f'"""{padded}"""'


def _wrapped(line: str, width: int) -> list[str]:
    if not line or line.startswith("    "):
        return [line]
    start = len(line) - len(line.lstrip(" "))
    hang = start + 2 if line[start:].startswith("- ") else start
    return textwrap.wrap(
        line,
        width,
        subsequent_indent=" " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def comment(text: str) -> str:
    """A comment of one line. Words that steer tools (``type: ignore``, ``fmt: off``) lose their colon."""
    words = re.sub(
        r"(?i)\b(type|fmt|noqa|pyright|mypy|ruff|pylint|coding|isort|pragma)\s*[:=]",
        r"\1",
        one_line(text),
    )
    return f"# {words}".rstrip()
