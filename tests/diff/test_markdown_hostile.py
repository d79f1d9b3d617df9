"""The comment read by a Markdown parser: hostile doc text is words in it, and it is never too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from gen.diff.change import Report
from gen.diff.compare import compare
from gen.diff.formats import changelog_entry, to_markdown
from gen.model import Default, Service
from gen.report.escape import JOINER, markdown, markdown_message, one_line, quote
from tests.diff.build import field, operation, parameter, service, source, with_request

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"<br>", "<sub>", "</sub>", "<details>", "</details>", "<summary>", "</summary>"}
BITS = [
    "`", "``", "*", "**", "_", "~~", "<b>", "<!--", "-->", "</details>", "<script>", "[x](http://e.org)",
    "![x](//e)", "<http://e.org>", "https://e.org", "www.e.org", "@team", "#1", "GH-1", "&lt;", "&#64;",
    "|", "\\", "\\`", "\n", "\n\n", "\n# ", "\n- ", "\n```\n", "\n    ", "1. ", "> ", "===", "---",
    "[^1]", "[a]: http://e", "$$x$$", ":tada:", "\u202e", "\x1b[31m", "a", " ", "word", "é", "漢" * 9,
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(BITS), min_size=1, max_size=12).map("".join)


def flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from flat(token.children or [])


def kinds(text: str) -> set[str]:
    return {token.type for token in flat(PARSER.parse(text))}


def shown(text: str) -> str:
    """What a reader sees of a line of Markdown."""
    seen = (t.content for t in flat(PARSER.parse(text)) if t.type in ("text", "code_inline"))
    return "".join(seen).replace(JOINER, "")


@given(TEXTS)
def test_doc_text_is_words_and_all_of_them(text: str) -> None:
    made = "so: " + markdown(text)
    assert kinds(made) <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    assert shown(made).strip() == f"so: {one_line(text)}".strip()


@given(TEXTS, TEXTS)
def test_names_are_code_and_nothing_else(name: str, words: str) -> None:
    made = markdown_message(f"so: {quote(name)} was {one_line(words).replace('`', '')} then")
    assert kinds(made) - {"code_inline", "text_special"} <= {
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
    }


@given(TEXTS)
def test_nothing_but_our_own_markup_is_in_a_report(text: str) -> None:
    def state(value: str) -> Service:
        rule = Default(value=value, sentence=text, source=source())
        return with_request(field(text, rules=(rule,)))

    report = compare(state("a"), state(text + "b"))
    assert report.changes
    for made in (to_markdown(report, title=text), changelog_entry(report)):
        tokens = list(flat(PARSER.parse(made)))
        for token in tokens:
            if token.type in ("html_inline", "html_block"):
                assert set(re.findall(r"<[^>]*>", token.content)) <= OURS, token.content
        assert not {"link_open", "image", "fence", "code_block", "table_open", "s_open"} & {
            token.type for token in tokens
        }


def many_hostile(count: int, size: int) -> Report:
    """``count`` operations, each with a change whose name and values are ``size`` times hostile."""

    def state(value: str) -> Service:
        rule = Default(value=value, sentence="", source=source())
        name = "@team|`<script>漢" * size
        return service(
            *(
                operation(
                    path=f"/v1/{number}/" + name,
                    page=f"{number}.rst",
                    parameters=(
                        parameter(
                            "query", field(name, rules=(rule,), sources=(source(number + 1),))
                        ),
                    ),
                )
                for number in range(count)
            )
        )

    return compare(state("a"), state("`&<漢\n" * size))


@pytest.mark.parametrize(("count", "size"), [(1, 20_000), (40, 400), (900, 3)])
def test_long_hostile_text_stays_under_the_limit(count: int, size: int) -> None:
    report = many_hostile(count, size)
    assert len(report.changes) >= count
    made = to_markdown(report)
    assert len(made) < 65_536
    assert len(made.encode()) < 65_536
    assert made.count("<details>") == made.count("</details>")
    assert "did not fit" in made
