"""Dataclasses ↔ JSON: what goes out comes back equal, and nothing but the annotated classes comes back."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.document import Document
from gen.model import AnyOf, Default, Is, Length, Not, Present, Source, When
from gen.pages import read_page
from gen.pages.page import Page
from gen.rst import read
from gen.serial import SerialError, from_json, pretty, to_json

TEXT = """\
Lamps
=====

URI
---

GET /v1/lamps

Response
--------

.. _lamps__t:

.. table:: **Table 1** Lamps

   ==== ======== =====================================
   Name Type     Description
   ==== ======== =====================================
   glow Long     How **bright**; see :ref:`x <lamps>`.
   ==== ======== =====================================

.. code-block::

   {"glow": 1}
"""


@dataclass(frozen=True, slots=True)
class Leaf:
    size: int
    kind: Literal["oak", "elm"] = "oak"


@dataclass(frozen=True, slots=True)
class Tree:
    name: str
    leaves: tuple[Leaf, ...] = ()
    left: Tree | None = None
    marks: dict[str, Leaf] = field(default_factory=dict)
    pair: tuple[str, int] = ("", 0)
    value: Any = None


def round_trip(cls: Any, value: Any) -> Any:
    return from_json(cls, json.loads(json.dumps(to_json(value))))


def test_own_classes() -> None:
    tree = Tree(
        "a", (Leaf(1), Leaf(2, "elm")), Tree("b"), {"x": Leaf(3)}, ("p", 4), {"k": [1, None]}
    )
    assert round_trip(Tree, tree) == tree


def test_defaults_are_left_out() -> None:
    assert to_json(Tree("a")) == {"kind": "Tree", "name": "a", "marks": {}}


def test_document_and_page() -> None:
    document = read(TEXT, "lamps.rst")
    assert round_trip(Document, document) == document
    page = read_page(document)
    assert page.tables
    assert round_trip(Page, page) == page


def test_unions_of_rules() -> None:
    source = Source("a.rst", 3)
    rule = When(
        field="lid",
        condition=Not(AnyOf((Is("style", ("x", 1, True)), Present("cup")))),
        effect="rule",
        then=Length(minimum=1, certainty="hard", sentence="s", source=source),
        certainty="advice",
        sentence="t",
        source=source,
    )
    assert round_trip(When, rule) == rule
    default = Default(value=[1, "a"], certainty="hard", sentence="", source=source)
    assert round_trip(Default, default) == default


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        "text",
        {"kind": "Leaf", "size": 1},
        {"kind": "Tree"},
        {"kind": "Tree", "name": "a", "other": 1},
        {"kind": "Tree", "name": "a", "leaves": [{"kind": "Tree", "name": "b"}]},
    ],
)
def test_anything_else_is_refused(data: Any) -> None:
    with pytest.raises(SerialError):
        from_json(Tree, data)


def test_other_objects_are_not_written() -> None:
    with pytest.raises(TypeError, match="object"):
        to_json(object())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
)


@given(json_values)
def test_pretty_is_what_the_library_writes(value: object) -> None:
    assert pretty(value) == json.dumps(value, indent=1)


def test_pretty_takes_what_the_library_takes() -> None:
    value = {None: (), True: {}, 1.5: (1, [2, {"ü\u2028": "\x00\ud800"}]), "e": 1e999}
    assert pretty(value) == json.dumps(value, indent=1)
    with pytest.raises(TypeError):
        pretty({"a": object()})
