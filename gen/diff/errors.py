"""The service's table of error codes in two states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gen.diff.catalog import RULES
from gen.diff.change import Change, fingerprint
from gen.model import ErrorCode
from gen.report.escape import quote


def compare_errors(old: Sequence[ErrorCode], new: Sequence[ErrorCode]) -> Iterator[Change]:
    """Codes that came, went, or are described otherwise. They belong to no operation."""
    before = {(item.code, item.status): item for item in old}
    after = {(item.code, item.status): item for item in new}
    for key in sorted({*before, *after}, key=lambda item: (item[0], item[1] or 0)):
        one, other = before.get(key), after.get(key)
        if one is None:
            yield _change("error-code-added", one, other)
        elif other is None:
            yield _change("error-code-removed", one, other)
        elif _words(one) != _words(other):
            yield _change("error-code-changed", one, other)


def _words(code: ErrorCode) -> list[list[str]]:
    return [text.split() for text in (code.message, code.meaning, code.advice)]


def _change(rule_id: str, old: ErrorCode | None, new: ErrorCode | None) -> Change:
    rule = RULES[rule_id]
    code = new if new is not None else old
    assert code is not None
    status = "" if code.status is None else str(code.status)
    changed = [*(_words(old) if old else []), *(_words(new) if new else [])]
    return Change(
        rule=rule.id,
        level=rule.level,
        direction=rule.direction,
        operation="",
        fingerprint=fingerprint(rule.id, code.code, status, repr(changed)),
        message=f"{quote(code.code)} {rule.sentence}",
        field=code.code,
        old=old.source if old is not None else None,
        new=new.source if new is not None else None,
        says=rule.sentence,
    )
