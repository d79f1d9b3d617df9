"""What the changes mean for the version number of the package."""

from __future__ import annotations

from collections.abc import Sequence

from gen.diff.change import Advice, Bump, Change, NameChange

_ORDER: tuple[Bump, ...] = ("none", "patch", "minor", "major")
_LEVELS: dict[str, Bump] = {
    "breaking": "major",
    "risky": "minor",
    "compatible": "minor",
    "docs only": "patch",
}


def advise(changes: Sequence[Change], names: Sequence[NameChange]) -> Advice:
    """The part of the version to raise (semantic versioning), with the reasons for it."""
    bump: Bump = "none"
    reasons: list[str] = []
    for level, part in _LEVELS.items():
        count = sum(change.level == level for change in changes)
        if count:
            bump = max(bump, part, key=_ORDER.index)
            reasons.append(f"{count} {level} {'change' if count == 1 else 'changes'}")
    gone = sum(1 for name in names if name.old)
    come = sum(1 for name in names if name.new and not name.old)
    if gone:
        bump = "major"
        reasons.append(f"{gone} Python {'name' if gone == 1 else 'names'} gone or changed")
    if come:
        bump = max(bump, "minor", key=_ORDER.index)
        reasons.append(f"{come} new Python {'name' if come == 1 else 'names'}")
    return Advice(bump=bump, reasons=tuple(reasons))
