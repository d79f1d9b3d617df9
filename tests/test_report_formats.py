"""Doc text is inert wherever a report shows it."""

from __future__ import annotations

import json
import re

import pytest

from gen.report import Entry, RuleInfo, sarif_log, workflow_commands
from gen.report.escape import (
    JOINER,
    html,
    markdown,
    markdown_code,
    markdown_message,
    one_line,
    quote,
    script_json,
    terminal,
)

HOSTILE = (
    "@octo #12 GH-3 <img src=x onerror=1> | `a` [x](http://e.org) **b** www.e.org\x1b[31m\u202e"
)


def test_markdown_has_no_mention_reference_link_or_markup() -> None:
    text = markdown(HOSTILE)
    bare = text.replace("\\", "")
    assert "@octo" not in bare
    assert "#12" not in bare
    assert "GH-3" not in bare
    assert "://" not in bare
    assert "www.e" not in bare
    for mark in "`|<>[]*":
        assert not re.search(rf"(?<!\\){re.escape(mark)}", text), mark
    assert bare.replace(JOINER, "") == one_line(HOSTILE).replace("\\", "")


def test_plain_words_stay_readable() -> None:
    assert markdown("Creates a box, if there is room") == "Creates a box, if there is room"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("limit", "`limit`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("a``b`", "``` a``b` ```"),
        ("", ""),
        ("two\nlines", "`two lines`"),
    ],
)
def test_code_spans(text: str, span: str) -> None:
    assert markdown_code(text) == span


def test_a_bar_is_escaped_in_tables_only() -> None:
    assert markdown_code("a|b") == "`a|b`"
    assert markdown_code("a|b", table=True) == "`a\\|b`"


def test_messages_keep_names_as_code() -> None:
    text = markdown_message(f"{quote('a`b|c')} of GET …/x <y>")
    assert text == "`a'b|c` of GET …/x \\<y\\>"


def test_terminal_text_cannot_steer() -> None:
    assert terminal("a\x1b[2Jb\x07\u202ec\x9bd\te\nf") == "a\\x1b[2Jb\\x07\\u202ec\\x9bd\te\nf"


def test_html_and_script() -> None:
    assert (
        html("<a href=\"x\" onclick='y'>") == "&lt;a href=&quot;x&quot; onclick=&#x27;y&#x27;&gt;"
    )
    data = {"text": "</script><!-- \u2028 &"}
    text = script_json(data)
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == data


def entry(**more: object) -> Entry:
    values: dict[str, object] = {
        "rule": "TW101",
        "level": "error",
        "message": "bad",
        "file": "a.rst",
        "line": 3,
    }
    return Entry(**{**values, **more})  # type: ignore[arg-type]


def test_workflow_commands_stay_one_line() -> None:
    hostile = entry(message="x\n::set-env name=A::b % \r\n", file="a,b:c.rst", hint="do")
    text = workflow_commands([hostile], prefix="docs/api/")
    assert text == (
        "::error file=docs/api/a%2Cb%3Ac.rst,line=3,title=TW101::"
        "x%0A::set-env name=A::b %25 %0A (do)\n"
    )
    assert workflow_commands([entry(file="", level="note")]) == "::notice title=TW101::bad\n"


def test_sarif_has_what_code_scanning_reads() -> None:
    rules = [RuleInfo("TW100", "unused", "note"), RuleInfo("TW101", "bad page", "error", "more")]
    log = sarif_log(
        [entry(file="a b/ü.rst", message="[x](y) {0}", fingerprint="f" * 16)],
        rules,
        version="1",
        prefix="docs",
    )
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["TW101"]
    result = run["results"][0]
    assert result["ruleIndex"] == 0
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "docs/a%20b/%C3%BC.rst"
    assert place["region"] == {"startLine": 3}
    assert result["message"]["text"] == "\\[x\\](y) {{0}}"
    assert result["partialFingerprints"] == {"tablewright/v1": "f" * 16}
