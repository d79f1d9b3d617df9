"""The examples of a page: decoded, by direction and status; which keys they show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gen.example_text import Message, read_messages
from gen.linker.log import Log
from gen.model import Direction, Example, Json, Source
from gen.pages.page import ExampleBlock, Page


def read_examples(page: Page, log: Log) -> tuple[Example, ...]:
    """Every message of the page's example blocks, as it stands in the docs' order."""
    return tuple(
        _example(page, block, message, log)
        for block in page.examples
        for message in read_messages(block.code.text)
    )


def _example(page: Page, block: ExampleBlock, message: Message, log: Log) -> Example:
    source = Source(page.file, block.code.line)
    if message.error:
        log.say(
            "TW501",
            f"the example is no JSON: {message.error}",
            source,
            "write the example as valid JSON",
        )
    return Example(
        direction=block.direction,
        source=source,
        title=message.title or block.title,
        status=message.status if message.status is not None else block.status,
        method=message.method,
        target=message.target,
        headers=message.headers,
        parsed=message.parsed,
        repaired=message.repaired,
        value=message.value,
        text=message.text,
    )


def top_keys(examples: Iterable[Example], direction: str) -> frozenset[str]:
    """The keys of the outermost objects of a direction's examples, list items included."""
    found: set[str] = set()
    for example in examples:
        if example.parsed and example.direction == direction:
            values = example.value if isinstance(example.value, list) else [example.value]
            found.update(key for value in values if isinstance(value, dict) for key in value)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page's examples show.

    ``keys``: every key. By direction: ``below``, the keys seen below each key ('' for the
    root), and ``lists``, the keys whose value is a list.
    """

    keys: frozenset[str] = frozenset()
    below: Mapping[tuple[Direction, str], frozenset[str]] = field(default_factory=dict)
    lists: frozenset[tuple[Direction, str]] = frozenset()


def shown(examples: Iterable[Example]) -> Shown:
    """The keys of all decoded examples, at any depth."""
    below: dict[tuple[Direction, str], frozenset[str]] = {}
    lists: set[tuple[Direction, str]] = set()
    ways: tuple[Direction, Direction] = ("request", "response")
    for way in ways:
        found: dict[str, set[str]] = {}
        listed: set[str] = set()
        for example in examples:
            if example.parsed and example.direction == way:
                _collect(example.value, "", found, listed)
        below.update({(way, key): frozenset(keys) for key, keys in found.items()})
        lists.update((way, key) for key in listed)
    return Shown(frozenset(key for keys in below.values() for key in keys), below, frozenset(lists))


def _collect(value: Json, parent: str, below: dict[str, set[str]], listed: set[str]) -> None:
    if isinstance(value, dict):
        below.setdefault(parent, set()).update(value)
        for key, inner in value.items():
            _collect(inner, key, below, listed)
    elif isinstance(value, list):
        listed.add(parent)
        for inner in value:
            _collect(inner, parent, below, listed)
