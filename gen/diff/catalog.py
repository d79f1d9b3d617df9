"""The catalogue of rule ids: each with its level per direction, its mirror and its sentence.

An id is made of *what* changed (``request-parameter``, ``request-property``,
``response-property``, or the operation itself) and *how* (a :class:`Kind`). The mirror
of an id is what the same two states give when they are compared the other way round.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gen.diff.change import Level
from gen.diff.kinds import FIELD_KINDS, OPERATION_KINDS, Kind
from gen.model import Direction

Entity = Literal["request-parameter", "request-property", "response-property"]
ENTITIES: tuple[Entity, ...] = ("request-parameter", "request-property", "response-property")
_ABOUT: dict[Entity, str] = {
    "request-parameter": "a path, query or header parameter",
    "request-property": "a property of the request body",
    "response-property": "a property or header of an answer",
}


@dataclass(frozen=True, slots=True)
class DiffRule:
    """A rule id: ``title`` is what happened, in words; ``sentence`` the message's template."""

    id: str
    mirror: str
    direction: Direction
    level: Level
    title: str
    sentence: str


def direction_of(entity: Entity) -> Direction:
    """Whether the entity is sent or received."""
    return "response" if entity == "response-property" else "request"


def _field_rule(entity: Entity, kind: Kind) -> DiffRule:
    direction = direction_of(entity)
    level = kind.request if direction == "request" else kind.response
    sentence = kind.says if direction == "request" else (kind.answers or kind.says)
    if level is None:
        raise ValueError(f"{kind.name} does not occur in a {direction}")
    return DiffRule(
        f"{entity}-{kind.name}",
        f"{entity}-{kind.mirror}",
        direction,
        level,
        f"{kind.title} ({_ABOUT[entity]})",
        sentence,
    )


def _occurs(entity: Entity, kind: Kind) -> bool:
    if entity == "response-property":
        return kind.response is not None
    if entity == "request-parameter" and not kind.parameters:
        return False
    if entity != "request-parameter" and not kind.bodies:
        return False
    return kind.request is not None


def _build() -> dict[str, DiffRule]:
    rules = {}
    for kind in OPERATION_KINDS:
        level = kind.request or kind.response
        assert level is not None
        direction: Direction = "request" if kind.request else "response"
        rules[kind.name] = DiffRule(kind.name, kind.mirror, direction, level, kind.title, kind.says)
    for entity in ENTITIES:
        for kind in FIELD_KINDS:
            if _occurs(entity, kind):
                rule = _field_rule(entity, kind)
                rules[rule.id] = rule
    return rules


RULES: dict[str, DiffRule] = _build()
