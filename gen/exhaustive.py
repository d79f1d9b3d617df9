"""The end of every ``match`` over a closed union.

A leaf. ``typing.assert_never`` exists since Python 3.11; this is the same for 3.10.
"""

from __future__ import annotations

from typing import NoReturn


def assert_never(value: NoReturn) -> NoReturn:
    """Never reached: a type checker refuses the call unless every member was handled before it."""
    raise AssertionError(f"unhandled: {value!r}")
