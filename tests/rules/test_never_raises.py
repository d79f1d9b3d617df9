"""Whatever a description says, reading it raises nothing, and what comes of it can be written down."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.labels import invented
from tests.rules.conftest import TYPES

TEXTS = sorted(
    {
        row["description"]
        for path in invented.files().values()
        for table in invented.tables(path)
        for row in table["rows"]
    }
)
SENTENCES = sorted({part for text in TEXTS for part in re.split(r"(?<=[.:])\s+", text) if part})
WORDS = sorted({word for text in TEXTS for word in text.split()})
ODD = ["1", "-1", "0", "()", "(0, 5]", "[1,", "**1**", "**a**", "``x``", ":", ".", "a-z", "2^31-1", "°", "٣", "²", "‹", "…", "\n\n-  "]  # fmt: skip


@st.composite
def descriptions(draw: st.DrawFn) -> str:
    """Sentences in any order, cut anywhere, with words and signs where none belong."""
    text = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4)))
    words = text.split(" ")
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(words)))
        if draw(st.booleans()):
            words.insert(at, draw(st.sampled_from(ODD) | st.sampled_from(WORDS)))
        else:
            del words[at : at + draw(st.integers(1, 6))]
    return " ".join(words)


NAMES = st.sampled_from(["lamp", "lamp_id", "value", "key", "1", "a b", "number", "_", "类型"])
FIELD = st.tuples(st.sampled_from(sorted(TYPES)), descriptions())


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(
    first=NAMES, kind=st.sampled_from(sorted(TYPES)), text=descriptions(),
    others=st.dictionaries(NAMES, FIELD, max_size=3), direction=st.sampled_from(["request", "response"]),
)  # fmt: skip
def test_no_description_makes_the_rules_fail(read_rules, first, kind, text, others, direction):
    others.pop(first, None)
    outcome = read_rules(text, first, kind, others, direction=direction)
    for rule in (*outcome.rules, *outcome.body):
        assert rule.certainty in ("hard", "advice")
        assert bool(rule.reason) == (rule.certainty == "advice")
