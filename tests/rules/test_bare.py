"""Choice of words that no mark sets off."""

from __future__ import annotations

import pytest

from gen.model import Choice


@pytest.mark.parametrize(
    ("text", "wire", "values"),
    [
        ("The value can only be BASIC.", "kind", ("BASIC",)),
        ("Currently, this parameter must be set to BASIC.", "kind", ("BASIC",)),
        ("The value is fixed to BASIC.", "kind", ("BASIC",)),
        ("The value can be warm or cold.", "tone", ("warm", "cold")),
        ("The value can be none, warm, or cold.", "tone", ("none", "warm", "cold")),
        ("The value can be enabled or disabled.", "tone", ("enabled", "disabled")),
        ("The value can be 1x1/2x2/4x4.", "tone", ("1x1", "2x2", "4x4")),
        ("Value range: warm|cold", "tone", ("warm", "cold")),
        ("Options are RED_HOT and BLUE_COLD.", "kind", ("RED_HOT", "BLUE_COLD")),
        ("Only the following values are used: fold-out, fold-in.", "kind", ("fold-out", "fold-in")),
        ("DRUM2, PIPE4, and FLUTE are supported.", "instrument_type", ("DRUM2", "PIPE4", "FLUTE")),
        ("The value can be WARM/COLD.", "tone", ("WARM", "COLD")),
        ("Tone. The valid value is warm1.", "tone", ("warm1",)),
        ("Only sun_lamp is supported.", "kind", ("sun_lamp",)),
        ("Value: Sun/Moon", "kind", ("Sun", "Moon")),
        ("Values: on | off", "kind", ("on", "off")),
        ("Value range: NONE, ANY, and LEFT", "side", ("NONE", "ANY", "LEFT")),
        ("-  Kind.\n-  Value range:\n\n   -  Shovel, moving snow about\n   -  Broom, sweeping leaves", "kind", ("Shovel", "Broom")),
        ("Kind.\n\nEnumerated values:\n\n-  LAMP ON\n-  LAMP OFF", "kind", ("LAMP ON", "LAMP OFF")),
    ],
)  # fmt: skip
def test_unmarked_words_are_a_choice(read_rules, text, wire, values):
    rule = read_rules(text, wire).one(Choice)
    assert (rule.values, rule.certainty) == (values, "hard")


@pytest.mark.parametrize(
    "text",
    [
        "The value can be customized or default.",
        "Kind. DRUM2, PIPE4, and FLUTE are supported by the band.",
        "Drums, pipes, and flutes are supported.",
        "The value can be text/plain.",
        "The value can be opened/closed.",
        "The lamp can be cleaned or repaired.",
        "The available option is customized.",
        "Only sunlamps are supported.",
        "-  Kind.\n-  Value range: audio/wav",
        "The options are as follows: small, medium-sized, and others.",
        "Options are JSON and YAML_1.",
        "Kind. Only the following values are used: desk lamps.",
        "The value can be DESK or FLOOR, and others.",
        "Glow, which can be seen by day or night.",
    ],
)
def test_words_that_may_be_prose_are_not_enforced(read_rules, text):
    assert read_rules(text, "kind").none(Choice)


def test_names_of_things_are_no_values_where_the_field_is_no_kind(read_rules):
    assert read_rules("DRUM2, PIPE4, and FLUTE are supported.", "instrument").none(Choice)
