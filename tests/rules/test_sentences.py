"""What becomes of every sentence."""

from __future__ import annotations


def test_every_sentence_is_accounted_for(read_rules):
    text = "Colour of the wall. The value can be **red** or **blue**. It must harmonise with the carpet.\n\n-  Ask the owner."
    outcome = read_rules(text, "colour")
    assert [(one.text, one.status) for one in outcome.sentences] == [
        ("Colour of the wall.", "harmless"),
        ("The value can be red or blue.", "read"),
        ("It must harmonise with the carpet.", "unread"),
        ("Ask the owner.", "harmless"),
    ]
    assert [one.code for one in outcome.findings] == ["TW401"]
