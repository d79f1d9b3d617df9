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


def test_a_bracket_of_its_own_is_a_sentence(read_rules):
    apart = read_rules("(It is not checked.) Ask the owner of the wall.", "colour").sentences
    assert [one.text for one in apart] == ["It is not checked.", "Ask the owner of the wall."]
    within = read_rules("Ask the owner (of the wall.) for it.", "colour").sentences
    assert [one.text for one in within] == ["Ask the owner (of the wall.) for it."]


def test_a_sign_in_a_list_of_signs_ends_no_sentence(read_rules):
    signs = read_rules("Signs such as ! ? and + are seen.", "colour").sentences
    assert len(signs) == 1
    asked = read_rules("Is it lit? Ask the owner.", "colour").sentences
    assert len(asked) == 2


def test_two_cases_are_two_sentences(read_rules):
    text = "It is required when the wall is wet and is optional when the wall is dry."
    assert len(read_rules(text, "colour").sentences) == 2
    text = "It is required when the wall is wet and the floor is dry."
    assert len(read_rules(text, "colour").sentences) == 1
