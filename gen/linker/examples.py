"""The examples of a page: decoded, by direction and status; which keys they show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gen.agreement import json_kind
from gen.example_text import Message, read_messages
from gen.findings import Position
from gen.linker.log import Log
from gen.masking import is_masked
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
            Position(page.file, block.code.line + message.error_line),
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
        line=0 if message.line is None else block.code.line + message.line,
        head=block.code.line + message.head if message.method or message.target else 0,
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
    root), ``lists`` and ``objects``, the keys whose value is a list or an object, ``plain`` those
    whose value is a scalar, ``scalars``, the kinds of the scalars that a key has as its value or
    in its list. ``proven`` are those of them that no fake shows.
    """

    keys: frozenset[str] = frozenset()
    below: Mapping[tuple[Direction, str], frozenset[str]] = field(default_factory=dict)
    lists: frozenset[tuple[Direction, str]] = frozenset()
    objects: frozenset[tuple[Direction, str]] = frozenset()
    plain: frozenset[tuple[Direction, str]] = frozenset()
    scalars: Mapping[tuple[Direction, str], frozenset[str]] = field(default_factory=dict)
    proven: Mapping[tuple[Direction, str], frozenset[str]] = field(default_factory=dict)


def shown(examples: Iterable[Example]) -> Shown:
    """What all decoded examples show, at any depth."""
    seen: dict[Direction, _Seen] = {"request": _Seen(), "response": _Seen()}
    for example in examples:
        if example.parsed:
            seen[example.direction].add(example.value, "")
    below = {
        (way, key): frozenset(keys) for way, one in seen.items() for key, keys in one.below.items()
    }
    return Shown(
        frozenset(key for keys in below.values() for key in keys),
        below,
        frozenset((way, key) for way, one in seen.items() for key in one.lists),
        frozenset((way, key) for way, one in seen.items() for key in one.objects),
        frozenset((way, key) for way, one in seen.items() for key in one.plain),
        {
            (way, key): frozenset(kinds)
            for way, one in seen.items()
            for key, kinds in one.scalars.items()
        },
        {
            (way, key): frozenset(kinds)
            for way, one in seen.items()
            for key, kinds in one.proven.items()
        },
    )


@dataclass(slots=True)
class _Seen:
    """What the examples of one direction showed so far."""

    below: dict[str, set[str]] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    plain: set[str] = field(default_factory=set)
    scalars: dict[str, set[str]] = field(default_factory=dict)
    proven: dict[str, set[str]] = field(default_factory=dict)

    def add(self, value: Json, parent: str, inside: bool = False) -> None:
        """Note the keys of a value that stands under ``parent``, ``inside`` a list or by itself."""
        if isinstance(value, dict):
            self.below.setdefault(parent, set()).update(value)
            if not inside:
                self.objects.add(parent)
            for key, inner in value.items():
                self.add(inner, key)
        elif isinstance(value, list):
            self.lists.add(parent)
            for inner in value:
                self.add(inner, parent, inside=True)
        elif value is not None:
            self.scalars.setdefault(parent, set()).add(json_kind(value))
            if not inside:
                self.plain.add(parent)
            if not (isinstance(value, str) and is_masked(value)):
                self.proven.setdefault(parent, set()).add(json_kind(value))
