"""The constants of one module's checks (regular expressions, kinds of characters), each once."""

from __future__ import annotations

import re


class Constants:
    """Names for expressions in the order of first use: ``_NAME``, ``_TAG_NAME``…"""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, expression: str, owner: str, wish: str) -> str:
        """The constant of an expression, named after the field that needs it first."""
        if expression not in self._names:
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
            self._names[expression] = name
        return self._names[expression]

    @property
    def definitions(self) -> list[tuple[str, str]]:
        """``(name, expression)`` of each, in order."""
        return [(name, expression) for expression, name in self._names.items()]


def _upper(name: str) -> str:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"[^A-Za-z0-9]+", "_", words).strip("_").upper() or "VALUE"
