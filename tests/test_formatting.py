"""What is generated is as black writes it, in the style the project names."""

from __future__ import annotations

from pathlib import Path

import black
import pytest

from gen.render import LINE_LENGTH, RenderError, format_python

MODE = black.Mode(line_length=LINE_LENGTH, target_versions={black.TargetVersion.PY310})

DRAFTS = (
    "x = f(" + ", ".join(f"argument_{n}=value_{n}" for n in range(20)) + ")\n",
    "from a import " + ", ".join(f"name_{n}" for n in range(30)) + "\n",
    "y = { 'k': [ " + ", ".join(f"'{n}'" for n in range(60)) + " ] }\n",
    "def f(a, *, b = 1, "
    + ", ".join(f"c{n}: int | None = None" for n in range(12))
    + ") -> None: ...\n",
    "z = first_long_name(v, Some.thing) if (v := get('a_long_key_of_the_wire', None)) is not None else v or other_value\n",
    "if 'some_key_of_the_wire' in value and not (kind(v := value['some_key_of_the_wire'], str) and len(v) <= 255):\n    pass\n",
)


@pytest.mark.parametrize("draft", DRAFTS)
def test_one_pass_is_enough(draft: str) -> None:
    formatted = format_python(draft)
    assert formatted == black.format_str(draft, mode=MODE)
    assert max(map(len, formatted.splitlines())) <= LINE_LENGTH


def test_committed_output_is_stable_under_black(root: Path) -> None:
    files = sorted(
        path for path in (root / "generated").rglob("*.py") if "_runtime" not in path.parts
    )
    if not files:
        pytest.skip("nothing has been generated here")
    unstable = [
        path.name
        for path in files
        if black.format_str(text := path.read_text("utf-8"), mode=MODE) != text
    ]
    assert unstable == []


def test_what_does_not_parse_is_never_formatted() -> None:
    with pytest.raises(RenderError):
        format_python("def f(:\n")
