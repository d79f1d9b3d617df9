"""Where a checked value stands, for the calls that report it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gen import literals


@dataclass(frozen=True, slots=True)
class Index:
    """A step below a field: the loop variable that holds an item's index or a member's key."""

    variable: str
    of_list: bool


@dataclass(frozen=True, slots=True)
class Place:
    """``owner`` is an expression (the class or the operation's name), ``wire`` the field's key on the wire.

    ``words`` are the owner's and the field's Python names, for naming constants.
    """

    owner: str
    wire: str
    words: tuple[str, str]
    at: tuple[Index, ...] = ()

    def below(self, variable: str, *, of_list: bool) -> Place:
        """An item of the value."""
        return replace(self, at=(*self.at, Index(variable, of_list)))

    @property
    def name(self) -> str:
        """The literal of the wire name."""
        return literals.string(self.wire)

    @property
    def _start(self) -> tuple[str, ...]:
        return ("out", "path", self.owner, self.name)

    def missing(self) -> str:
        """The call that reports an absent field."""
        return f"missing({', '.join(self._start)})"

    def absent_or_wrong(self, *tests: str) -> str:
        """The call that tells what is wrong with a mandatory field of ``value``, absent or not."""
        return f"absent_or_wrong({', '.join((*self._start, 'value', *tests))})"

    def fail(self, rule: str, message: str) -> str:
        """The call that reports one broken rule; both are expressions."""
        words = (*self._start, rule, message, *(index.variable for index in self.at))
        return f"fail({', '.join(words)})"

    def report(self, value: str, *tests: str) -> str:
        """The call that tells what is wrong with a value, by tests that are expressions."""
        at = (f"at={literals.tuple_of(i.variable for i in self.at)}",) if self.at else ()
        return f"report({', '.join((*self._start, value, *tests, *at))})"

    @property
    def path(self) -> str:
        """Where the value stands, as an expression over ``path``."""
        steps = [self.name] * bool(self.wire) + [index.variable for index in self.at]
        return f"({', '.join(['path', *steps])})" if steps else "path"
