"""What the review page holds, before any browser sees it."""

from __future__ import annotations

import json
import re
from typing import Any

from gen.diff.compare import compare
from gen.document import Paragraph, Span
from gen.review import diff_html, review_html
from gen.review.code import coloured, mentions
from gen.review.prose import changed_lines, lines, tokens
from tests.review.sample import FILE, state

HOSTILE = " </script><script>window.pwned=1</script><img src=x onerror=alert(1)> {{DATA}} @a"


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found is not None
    return json.loads(found.group(1))  # type: ignore[no-any-return]


def diffed(**more: Any) -> str:
    old, new = state(90), state(60, colour=True, **more)
    return diff_html(old, new, compare(old.service, new.service), "boxes: what changed")


def text_of(cell: list[dict[str, Any]]) -> str:
    return " ".join("".join(span[0] for span in line["s"]) for line in cell)


def rows_of(operation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        row["id"]: row
        for page in operation["docs"]
        for block in page["blocks"]
        if "t" in block
        for row in block["t"]["rows"]
    }


def code_of(data: dict[str, Any], spans: list[list[int]]) -> str:
    found = []
    for number, first, last in spans:
        segment = data["segments"][number]
        for line in segment["lines"][first - segment["start"] : last - segment["start"] + 1]:
            found.append("".join(part for _, part in line))
    return "\n".join(found)


def test_rows_lead_to_fields_checks_and_arguments() -> None:
    data = data_of(review_html(state(), "boxes"))
    (operation,) = data["operations"]
    code = code_of(data, operation["links"]["litres"])
    assert "litres: int | Unset = UNSET\n    " in code
    assert '"""How much it holds. At most 90."""' in code
    assert "if item > 90:" in code
    assert "        litres: int | Unset = UNSET," in code
    assert "id:" not in code
    assert 'Parameter("project_id"' in code_of(data, operation["links"]["project_id"])
    assert code_of(data, operation["links"]["name.2"]) == "    name: str | None"


def test_rows_of_both_tables_keep_ids_of_their_own() -> None:
    data = data_of(review_html(state(), "boxes"))
    assert set(rows_of(data["operations"][0])) == {"project_id", "name", "litres", "id", "name.2"}


def test_findings_stand_beside_their_rows_and_the_rest_is_told_for_the_service() -> None:
    data = data_of(review_html(state(), "boxes"))
    (remark,) = data["operations"][0]["remarks"]
    assert (remark["row"], remark["tag"]) == ("id", "warning")
    assert [item["message"] for item in data["general"]] == ["page is empty"]


def test_a_diff_marks_rows_and_words() -> None:
    data = data_of(diffed())
    (operation,) = data["operations"]
    rows = rows_of(operation)
    assert rows["litres"]["state"] == "~"
    marked = [span for line in rows["litres"]["cells"][3] for span in line["s"] if span[1]]
    assert marked == [["90", "-"], ["60", "+"]]
    assert rows["colour"]["state"] == "+"
    assert "state" not in rows["name"]
    told = {remark["row"]: remark["tag"] for remark in operation["remarks"]}
    assert told["litres"] == "breaking"
    assert told["colour"] == "compatible"


def test_a_row_that_is_gone_stays_to_be_seen() -> None:
    old, new = state(90, colour=True), state(90)
    page = diff_html(old, new, compare(old.service, new.service), "boxes")
    (operation,) = data_of(page)["operations"]
    rows = rows_of(operation)
    assert rows["colour"]["state"] == "-"
    assert [remark["row"] for remark in operation["remarks"] if remark["tag"] == "breaking"] == [
        "colour"
    ]


def test_new_lines_of_code_are_marked() -> None:
    data = data_of(diffed())
    added = [
        "".join(part for _, part in segment["lines"][line - segment["start"]])
        for segment in data["segments"]
        for line in segment["added"]
    ]
    assert len(added) == 3
    assert all("60" in line for line in added)


def test_doc_text_is_data_and_nothing_else() -> None:
    page = review_html(state(hostile=HOSTILE), "boxes </title><script>")
    assert page.count("<script") == 2
    assert page.count("</script>") == 2
    assert "<img" not in page
    summary = data_of(page)["operations"][0]["docs"][0]["blocks"][1]["p"]
    assert text_of(summary) == "Puts a new box on a shelf." + HOSTILE


def test_the_policy_allows_the_page_s_own_script_alone() -> None:
    page = review_html(state(), "boxes")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy.group(1).startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy.group(1)
    assert not re.search(r"https?://", page)


def test_the_same_states_give_the_same_bytes() -> None:
    assert diffed() == diffed()


def test_words_that_changed() -> None:
    old = list(tokens((Paragraph((Span("at most 10 boxes"),), 1),)))
    new = list(tokens((Paragraph((Span("at most "), Span("20", "strong"), Span(" boxes")), 1),)))
    found, changed = changed_lines(old, new)
    assert changed
    assert found == [{"s": [["at most ", ""], ["10", "-"], ["20", "s+"], [" boxes", ""]]}]
    bold = list(tokens((Paragraph((Span("at most 10 boxes", "strong"),), 1),)))
    assert changed_lines(old, bold) == (lines(bold), False)


def test_statements_that_use_what_was_read_belong_to_the_field() -> None:
    import ast

    body = ast.parse('a = value.get("x")\nif a:\n    one(a)\na = value.get("y")\nuse(a)\n').body
    assert list(mentions(body, "x")) == [(1, 1), (2, 3)]
    assert list(mentions(body, "y")) == [(4, 4), (5, 5)]


def test_colours_cover_the_whole_text() -> None:
    text = 'def f() -> int:\n    """A\n    b"""\n    return 1  # one\n'
    assert "\n".join("".join(part for _, part in line) for line in coloured(text)) == text
    assert ["k", "def"] in coloured(text)[0]
    assert coloured("(") == [[["", "("]]]
    assert FILE.endswith(".rst")
