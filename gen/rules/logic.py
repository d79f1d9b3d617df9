"""Three-valued conditions: what can be told of them without a body."""

from __future__ import annotations

from gen.model import AllOf, AnyOf, Condition, Is, Not, Present, Unknown


def known(condition: Condition) -> bool:
    """Whether the body alone can tell, that is, nothing of it is Unknown."""
    match condition:
        case Unknown():
            return False
        case Not(of=inner):
            return known(inner)
        case AllOf(of=parts) | AnyOf(of=parts):
            return all(map(known, parts))
        case _:
            return True


def speaks_of_siblings(condition: Condition) -> bool:
    """Whether any part of it is about the body."""
    match condition:
        case Unknown():
            return False
        case Not(of=inner):
            return speaks_of_siblings(inner)
        case AllOf(of=parts) | AnyOf(of=parts):
            return any(map(speaks_of_siblings, parts))
        case _:
            return True


def can_be_true(condition: Condition) -> bool:
    """Whether it can certainly hold, whatever the unknowns are (three-valued logic)."""
    return _possible(condition, True)


def _possible(condition: Condition, wanted: bool) -> bool:
    match condition:
        case Unknown():
            return False
        case Not(of=inner):
            return _possible(inner, not wanted)
        case AllOf(of=parts):
            return (
                all(_possible(part, True) for part in parts)
                if wanted
                else any(_possible(part, False) for part in parts)
            )
        case AnyOf(of=parts):
            return (
                any(_possible(part, True) for part in parts)
                if wanted
                else all(_possible(part, False) for part in parts)
            )
        case _:
            return True


def mentions(condition: Condition, names: frozenset[str]) -> bool:
    """Whether it speaks of one of the fields ``names``."""
    match condition:
        case Is(field=name) | Present(field=name):
            return name in names
        case Not(of=inner):
            return mentions(inner, names)
        case AllOf(of=parts) | AnyOf(of=parts):
            return any(mentions(part, names) for part in parts)
        case Unknown():
            return False


def certain_part(condition: Condition) -> Condition | None:
    """The condition on the body alone under which ``condition`` certainly holds; None where there is none.

    ``Not(AllOf(Unknown, style is a or b))`` certainly holds where style is neither.
    """
    return _certain(condition, True)


def _certain(condition: Condition, wanted: bool) -> Condition | None:
    match condition:
        case Unknown():
            return None
        case Not(of=inner):
            return _certain(inner, not wanted)
        case AllOf(of=parts) | AnyOf(of=parts):
            found = [_certain(part, wanted) for part in parts]
            sure = tuple(one for one in found if one is not None)
            if isinstance(condition, AllOf) == wanted:
                return None if len(sure) < len(found) else _one_or(AllOf, sure)
            return _one_or(AnyOf, sure) if sure else None
        case _:
            return condition if wanted else Not(condition)


def _one_or(joined: type[AllOf] | type[AnyOf], parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else joined(parts)
