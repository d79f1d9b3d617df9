"""For each kind of change of a request: a call that the wider state allows and the narrower one refuses, and
one that both allow. ``shade`` is always given where it is documented."""

from __future__ import annotations

from typing import Any

Arguments = dict[str, Any]

# Named by the breaking kind; the case folder is that kind's or its mirror's.
REFUSED: dict[str, tuple[Arguments, Arguments]] = {
    "max-decreased": ({"size": 80}, {"size": 50}),
    "min-increased": ({"size": 2}, {"size": 50}),
    "max-added": ({"size": 80}, {"size": 50}),
    "min-added": ({"size": 2}, {"size": 50}),
    "max-length-decreased": ({"size": "x" * 50}, {"size": "x" * 9}),
    "min-length-increased": ({"size": "abcd"}, {"size": "x" * 9}),
    "max-length-added": ({"size": "x" * 80}, {"size": "x" * 9}),
    "min-length-added": ({"size": "ab"}, {"size": "x" * 9}),
    "max-items-decreased": ({"layers": list("abcdefg")}, {"layers": ["a", "b"]}),
    "min-items-increased": ({"layers": ["a"]}, {"layers": ["a", "b"]}),
    "max-items-added": ({"layers": list("abcdefg")}, {"layers": ["a", "b"]}),
    "min-items-added": ({"layers": []}, {"layers": ["a"]}),
    "enum-added": ({"size": "other"}, {"size": "big"}),
    "enum-value-removed": ({"size": "huge"}, {"size": "big"}),
    "characters-added": ({"size": "a-b"}, {"size": "ab1"}),
    "characters-narrowed": ({"size": "a-b"}, {"size": "ab1"}),
    "characters-changed": ({"size": "a-b"}, {"size": "12"}),
    "variety-added": ({"size": "aaa"}, {"size": "aA1"}),
    "variety-narrowed": ({"size": "aA"}, {"size": "aA1"}),
    "variety-changed": ({"size": "aA"}, {"size": "aA1"}),
    "format-added": ({"place": "here"}, {"place": "10.0.0.1"}),
    "format-changed": ({"place": "10.0.0.1"}, {}),
    "pattern-added": ({"size": "UPPER"}, {"size": "abc"}),
    "pattern-changed": ({"size": "abcdefgh"}, {"size": "abc"}),
    "unique-added": ({"layers": ["a", "a"]}, {"layers": ["a", "b"]}),
    "not-nullable": ({"size": None}, {"size": "a"}),
    "became-required": ({}, {"size": 3}),
    "added-required": ({}, {}),
    "removed": ({"colour": "red"}, {}),
    "renamed": ({"volume": 3}, {}),
    "type-changed": ({"size": 3}, {}),
    "type-narrowed": ({"size": 2.5}, {"size": 2}),
    "required-when-added": ({"kind": "box"}, {"kind": "box", "size": 3}),
    "required-when-tightened": ({"kind": "tub"}, {"kind": "tub", "size": 3}),
    "required-when-changed": ({"kind": "tub"}, {"kind": "tub", "size": 3}),
    "forbidden-when-added": ({"kind": "tub", "size": 3}, {"kind": "box", "size": 3}),
    "forbidden-when-tightened": ({"kind": "tub", "size": 3}, {"kind": "box", "size": 3}),
    "forbidden-when-changed": ({"kind": "box", "size": 3}, {"kind": "box"}),
    "value-when-added": ({"kind": "box", "place": "x"}, {"kind": "box", "place": "10.0.0.1"}),
    "value-when-tightened": ({"kind": "tub", "place": "x"}, {"kind": "tub", "place": "10.0.0.1"}),
    "value-when-changed": ({"kind": "tub", "place": "x"}, {"kind": "tub", "place": "10.0.0.1"}),
    "either-or-added": ({}, {"lid": "a"}),
    "either-or-tightened": ({"lid": "a", "cap": "b"}, {"lid": "a"}),
    "either-or-changed": ({"lid": "a", "cap": "b"}, {"lid": "a"}),
    "comparison-added": ({"low": 3, "high": 2}, {"low": 2, "high": 3}),
    "comparison-tightened": ({"low": 3, "high": 3}, {"low": 2, "high": 3}),
    "comparison-changed": ({"low": 2, "high": 3}, {}),
}

# An answer that the wider state documents and the narrower one does not.
ANSWERED: dict[str, Arguments] = {
    "max-increased": {"size": 80},
    "min-decreased": {"size": 2},
    "max-removed": {"size": 80},
    "min-removed": {"size": 2},
    "max-length-increased": {"size": "x" * 50},
    "min-length-decreased": {"size": "abcd"},
    "max-length-removed": {"size": "x" * 80},
    "min-length-removed": {"size": "ab"},
    "max-items-increased": {"layers": list("abcdefg")},
    "min-items-decreased": {"layers": ["a"]},
    "max-items-removed": {"layers": list("abcdefg")},
    "pattern-removed": {"size": "UPPER"},
    "unique-removed": {"layers": ["a", "a"]},
    "became-optional": {},
    "type-widened": {"size": 2.5},
    "type-changed": {"size": "much"},
}
