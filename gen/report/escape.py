"""Doc text made harmless for the place it is shown in.

Doc text is untrusted: none of these functions lets it become markup, a mention, a
command of a CI system or a terminal control sequence.
"""

from __future__ import annotations

import html as _html
import json
import re
from typing import Any

# Invisible, of no width, and no line break is allowed at it: it keeps "@name", "#12" and
# "https://…" from being linked. An entity or a backslash would not: GitHub looks for
# mentions in the rendered text.
JOINER = "\u2060"

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]"
)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+.!|~&$^=-])")
_MENTION = re.compile(r"@(?=[A-Za-z0-9_])")
_NUMBER = re.compile(r"#(?=\d)")
_GH = re.compile(r"\b(GH)-(?=\d)", re.IGNORECASE)
_URL = re.compile(r"(?<=[A-Za-z]):(?=//)")
_WWW = re.compile(r"\b(www)\.", re.IGNORECASE)


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def terminal(text: str) -> str:
    """``text`` for a terminal: control and direction characters shown as ``\\x1b``; tab and newline stay."""
    return _CONTROL.sub(_visible, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """``text`` on one line: white space collapsed, control characters shown."""
    return terminal(" ".join(text.split()))


def quote(name: str) -> str:
    """A name or value between backticks for a message; backticks in it become apostrophes.

    What :func:`markdown_message` relies on to tell our words from the docs'.
    """
    return "`" + one_line(name).replace("`", "'") + "`"


def markdown(text: str) -> str:
    """``text`` as literal words in GitHub Markdown, inside a table cell too."""
    text = one_line(text)
    text = _URL.sub(":" + JOINER, text)
    text = _WWW.sub(r"\1" + JOINER + ".", text)
    text = _GH.sub(r"\1" + JOINER + "-", text)
    text = _NUMBER.sub("#" + JOINER, text)
    text = _MENTION.sub("@" + JOINER, text)
    return _MARKDOWN.sub(r"\\\1", text)


def markdown_code(text: str, *, table: bool = False) -> str:
    """``text`` as a code span; its fence is longer than any run of backticks in it.

    ``table``: the span stands in a table cell, where a bar would end the cell.
    """
    text = one_line(text)
    if not text:
        return ""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    span = f"{fence}{pad}{text}{pad}{fence}"
    return span.replace("|", "\\|") if table else span


def markdown_message(message: str, *, table: bool = False) -> str:
    """A message whose names stand in backticks (:func:`quote`): names as code, the rest escaped."""
    parts = message.split("`")
    if len(parts) % 2 == 0:
        return markdown(message)
    return "".join(_message_part(index, part, table) for index, part in enumerate(parts))


def _message_part(index: int, part: str, table: bool) -> str:
    if index % 2:
        return markdown_code(part, table=table)
    # markdown() trims; the blanks around a name have to stay.
    lead = " " if part[:1] == " " else ""
    tail = " " if part[-1:] == " " and part.strip() else ""
    return f"{lead}{markdown(part)}{tail}"


def html(text: str) -> str:
    """``text`` for HTML content and for attributes in either kind of quotes."""
    return _html.escape(_CONTROL.sub(_visible, text), quote=True)


def script_json(value: Any) -> str:
    """``value`` as JSON that may stand inside a ``<script type="application/json">``."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def github_data(text: str) -> str:
    """``text`` as the message of a workflow command."""
    text = terminal(text)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def github_property(text: str) -> str:
    """``text`` as the value of a workflow command's property."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")
