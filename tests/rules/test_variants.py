"""Rows of one key: only what all of them say is enforced."""

from __future__ import annotations

from dataclasses import replace

from gen.model import Range
from gen.rules.tables import table_of
from tests.rules.conftest import field, prose


def test_only_what_all_rows_say_is_enforced():
    one = field(
        "size", "integer", "Size. The value ranges from 1 to 9. The default value is **3**.", 10
    )
    alike = replace(
        one, variants=(prose("How large. The value ranges from 1 to 9. The default is 3."),)
    )
    other = replace(one, variants=(prose("Size. The value ranges from 1 to 5."),))
    assert [rule.certainty for rule in table_of([alike], {}).fields[0].rules] == ["hard", "hard"]
    (rule,) = table_of([other], {}).fields[0].rules
    assert (type(rule), rule.certainty) == (Range, "advice")
