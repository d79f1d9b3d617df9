"""``python -m benchmarks [name …]``: run the named measurements, or all, and print their ratios."""

from __future__ import annotations

import importlib
import sys

NAMES = ("generation", "checking", "decoding", "importing", "calling", "peers", "updating")


def main(names: list[str]) -> None:
    """Run each module's ``main``; one that lacks a library or the corpus says so and is passed over."""
    for name in names or NAMES:
        print(f"\n== {name}", flush=True)
        try:
            importlib.import_module(f"benchmarks.{name}").main()
        except ImportError as error:
            print(f"passed over: {error}; pip install -e '.[dev,bench]' brings it")


if __name__ == "__main__":
    main(sys.argv[1:])
