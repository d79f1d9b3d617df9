"""The catalogue of rules is whole: mirrors, levels, the page in docs."""

from __future__ import annotations

import re
from pathlib import Path

from gen.diff.catalog import RULES
from gen.diff.change import LEVELS


def test_every_rule_has_its_mirror() -> None:
    for rule in RULES.values():
        assert RULES[rule.mirror].mirror == rule.id
        assert RULES[rule.mirror].direction == rule.direction


def test_a_narrower_request_is_breaking_and_its_wider_mirror_is_not() -> None:
    for rule in RULES.values():
        if rule.id.startswith("request-p") and rule.id.endswith(("-narrowed", "-tightened")):
            assert rule.level == "breaking"
            assert RULES[rule.mirror].level == "compatible"


def test_answers_are_the_other_way_round() -> None:
    """Where one direction breaks in a request, the other one breaks in an answer (or is a risk)."""
    for rule in RULES.values():
        twin = RULES.get(rule.id.replace("request-property", "response-property"))
        if twin is None or twin is rule or rule.mirror == rule.id or rule.level != "breaking":
            continue
        if rule.id.endswith("-removed") and RULES[rule.mirror].id.endswith("-property-added"):
            continue  # a field that is gone is missed on either side
        assert LEVELS.index(twin.level) >= LEVELS.index("compatible"), rule.id
        assert LEVELS.index(RULES[twin.mirror].level) <= LEVELS.index("risky"), rule.id


def test_sentences_name_both_values_only_where_there_are_two() -> None:
    for rule in RULES.values():
        if rule.id.endswith("-added") and "when" not in rule.id:
            assert "{old}" not in rule.sentence, rule.id
        if rule.id.endswith("-removed"):
            assert "{new}" not in rule.sentence, rule.id


def test_the_page_lists_every_rule_with_level_and_mirror(root: Path) -> None:
    text = (root / "docs" / "diff-rules.md").read_text("utf-8")
    rows = re.findall(
        r"^\| `([a-z-]+)` \| ([a-z ]+) \| ([a-z]+) \| `([a-z-]+)` \| (.+) \|$", text, re.M
    )
    listed = {row[0]: row[1:] for row in rows}
    assert len(listed) == len(rows)
    assert listed == {
        rule.id: (rule.level, rule.direction, rule.mirror, rule.title) for rule in RULES.values()
    }
