"""The regular expressions of one module, each once, as named constants."""

from __future__ import annotations

import re

from gen import literals
from gen.patterns import Regex


class Regexes:
    """Names for expressions in the order of first use: ``_NAME``, ``_TAG_NAME``…"""

    def __init__(self) -> None:
        self._names: dict[tuple[str, ...], str] = {}

    def name(self, regex: Regex, owner: str, wish: str, *said: str) -> str:
        """The constant of an expression, named after the field that needs it first.

        ``said``: the literals of the rule id and the message of what does not match.
        """
        text = (literals.regex(regex.python), *said)
        if text not in self._names:
            taken = set(self._names.values())
            short = _upper(wish)
            name = next(
                name
                for name in (
                    f"_{short}",
                    f"_{_upper(owner)}_{short}",
                    *(f"_{_upper(owner)}_{short}_{number}" for number in range(2, len(taken) + 3)),
                )
                if name not in taken
            )
            self._names[text] = name
        return self._names[text]

    @property
    def constants(self) -> list[tuple[str, str]]:
        """``(name, arguments)`` of each, in order."""
        return [(name, ", ".join(text)) for text, name in self._names.items()]


def _upper(name: str) -> str:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"[^A-Za-z0-9]+", "_", words).strip("_").upper() or "VALUE"
