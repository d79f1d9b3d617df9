"""Inline markup: docutils' own, with a fixed set of roles that no page can change."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from docutils.parsers.rst import states

_REF_ROLES = frozenset({"ref", "doc", "numref", "any", "term", "download"})
_PLAIN_ROLES: dict[str, Any] = {
    "literal": nodes.literal,
    "code": nodes.literal,
    "file": nodes.literal,
    "samp": nodes.literal,
    "kbd": nodes.literal,
    "command": nodes.strong,
    "guilabel": nodes.strong,
    "menuselection": nodes.strong,
    "strong": nodes.strong,
    "emphasis": nodes.emphasis,
    "title-reference": nodes.emphasis,
    "title": nodes.emphasis,
    "t": nodes.emphasis,
    "sup": nodes.superscript,
    "superscript": nodes.superscript,
    "sub": nodes.subscript,
    "subscript": nodes.subscript,
    "abbr": nodes.inline,
    "math": nodes.literal,
}
# docutils looks for the end of each opening sign in all the text after it, and for an address in
# every word from each of its letters. No page of real docs comes near either bound.
_SIGNS = re.compile(r"[*`|_\[]")
_MOST_STEPS = 8_000_000  # signs times characters
_LONGEST_WORD = 3_000
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD}}}")

_TITLE_AND_TARGET = re.compile(r"^(.+?)\s*(?<!\x00)<([^<]*?)>$", re.DOTALL)


class Inliner(states.Inliner):  # type: ignore[misc]
    """Inline markup with a fixed set of roles, its patterns built once."""

    def init_customizations(self, settings: Any) -> None:
        """Build the patterns, the first time."""
        if not self.implicit_dispatch:
            super().init_customizations(settings)

    def parse(self, text: str, lineno: int, memo: Any, parent: Any) -> Any:
        """The nodes of a text; one that would take too long is taken as it stands, with a warning."""
        signs = len(_SIGNS.findall(text))
        if signs * len(text) <= _MOST_STEPS and not _LONG_WORD.search(text):
            return super().parse(text, lineno, memo, parent)
        message = memo.reporter.warning(
            f"a text of {len(text)} characters and {signs} signs of markup is too long to be read"
            " for markup; it is taken as it stands",
            line=lineno,
        )
        return [nodes.Text(text)], [message]

    def interpreted(self, rawsource: str, text: str, role: str, lineno: int) -> Any:
        """``:role:`text``` as nodes; ``ref`` as a pending reference to a label."""
        name = (role or "title").lower()
        if name in _REF_ROLES:
            match = _TITLE_AND_TARGET.match(text)
            title, target = match.groups() if match else (text, text)
            node = nodes.inline(rawsource, nodes.unescape(title))
            node["reftarget"] = nodes.fully_normalize_name(nodes.unescape(target))
            return [node], []
        make = _PLAIN_ROLES.get(name)
        if make is None:
            message = self.reporter.warning(f'role "{role}" is not known', line=lineno)
            return [nodes.inline(rawsource, nodes.unescape(text))], [message]
        return [make(rawsource, nodes.unescape(text, make is nodes.literal))], []


# docutils formats its patterns with ``vars`` of the class, which does not see inherited names.
for _name, _value in vars(states.Inliner).items():
    if isinstance(_value, str) and not _name.startswith("__"):
        setattr(Inliner, _name, _value)
