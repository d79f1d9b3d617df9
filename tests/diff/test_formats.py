"""The report in each of its formats; doc text is inert in all of them, and a comment is never too long."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from markdown_it import MarkdownIt

import gen
from gen.diff.accepted import accept, load, write_accepted
from gen.diff.change import Report
from gen.diff.compare import compare
from gen.diff.describe import short
from gen.diff.formats import (
    changelog_entry,
    report_data,
    rule_infos,
    to_entries,
    to_markdown,
    to_text,
)
from gen.diff.formats.changelog import next_version
from gen.diff.formats.grouping import grouped
from gen.findings import TablewrightError
from gen.model import Default, Service
from gen.report import sarif_log, workflow_commands
from tests.diff.build import field, operation, parameter, service, source, with_query, with_request
from tests.diff.test_compare import limit

HOSTILE = "@team #1 <script>`|` [x](http://e.org)"


def report() -> Report:
    return compare(with_query(limit(2000)), with_query(limit(1000), field("page")))


def hostile() -> Report:
    def state(value: str) -> Service:
        rule = Default(value=value, sentence="", source=source())
        return with_request(field(HOSTILE, rules=(rule,)))

    return compare(state("a"), state(HOSTILE * 40))


def many(count: int) -> Report:
    def state(maximum: int) -> Service:
        return service(
            *(
                operation(
                    path=f"/v1/{{project_id}}/{'box' * 20}{n}",
                    label=f"l{n}",
                    name=f"list_{n}",
                    parameters=(parameter("query", limit(maximum, line=n + 1)),),
                )
                for n in range(count)
            )
        )

    return compare(state(9), state(8))


def test_json_follows_its_schema(root: Path) -> None:
    schema = json.loads((root / "gen/schemas/diff.schema.json").read_text("utf-8"))
    for one in (report(), hostile(), many(3), compare(service(), service())):
        jsonschema.validate(report_data(one), schema)
    data = report_data(report())
    assert data["summary"]["breaking"] == 1
    assert data["version"]["bump"] == "major"
    change = data["changes"][0]
    assert (change["old"]["file"], change["old"]["line"]) == ("boxes/list_boxes.rst", 12)
    del data["changes"][0]["fingerprint"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)


def test_text_is_path_line_message() -> None:
    lines = to_text(report()).splitlines()
    assert lines[0] == "1 breaking, 1 compatible"
    assert lines[1].startswith("boxes/list_boxes.rst:12: breaking: `limit` of GET …/boxes may now")
    assert lines[-1].startswith("version: major (1 breaking change, 1 compatible change")
    assert to_text(compare(service(), service())).startswith("no change of the API")


def test_one_row_seen_by_several_operations_is_told_once() -> None:
    def state(maximum: int) -> Service:
        shared = parameter("query", limit(maximum))
        return service(
            operation(parameters=(shared,)),
            operation(path="/v1/lids", label="lids", name="list_lids", parameters=(shared,)),
        )

    found = compare(state(9), state(8))
    assert len(found.changes) == 2
    text = to_text(found)
    assert "breaking: `limit` in 2 operations may now be at most 8, was 9" in text
    assert text.count("request-parameter-max-decreased") == 1
    assert "boxes/list_boxes.rst:12: GET …/lids: `limit` [" in text


def listing(maximum: int, *, boxes: int = 3, page: str = "boxes", words: str = "") -> Service:
    return service(
        *(
            operation(
                path=f"/v1/{{project_id}}/shelves{number}/{{shelf_id}}/boxes",
                page=f"{page}/list_{number}.rst",
                name=f"list_{number}",
                parameters=(
                    parameter("query", limit(maximum)),
                    parameter("query", field("sort", text=f"The order. {words}")),
                ),
            )
            for number in range(boxes)
        )
    )


def test_a_change_of_several_operations_is_told_once_with_all_its_places() -> None:
    found = compare(listing(9), listing(8))
    assert len(found.changes) == 3
    for text in (to_text(found), to_markdown(found), changelog_entry(found)):
        assert "`limit` in 3 operations" in text
        for number in range(3):
            assert f"shelves{number}" in text
    for change in found.changes:
        assert change.fingerprint in to_text(found)
        assert change.fingerprint in to_markdown(found)
    # Data is for programs: each change by itself.
    assert [item["message"] for item in report_data(found)["changes"]] == [
        f"`limit` of GET …/shelves{number}/{{shelf_id}}/boxes may now be at most 8, was 9:"
        " requests that ask for more will be refused"
        for number in range(3)
    ]


class _Nesting(HTMLParser):
    """The open elements, and the path to every text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((" ".join(self.open), data))


def test_folded_lists_are_lists_within_lists() -> None:
    found = compare(listing(9), listing(8, page="shelves", words="Or none."))
    page = _Nesting()
    page.feed(MarkdownIt("commonmark", {"html": True}).render(to_markdown(found)))
    page.close()
    assert page.open == []
    nested = [path for path, text in page.texts if "shelves1" in text]
    assert set(nested) == {"details ul li details ul li"}
    assert len(nested) == 3  # one in each of three groups
    assert ("details ul li details summary", "3 places") in page.texts


def test_changes_that_say_something_else_are_told_apart() -> None:
    old, new = listing(9, boxes=2), listing(8, boxes=2)
    (one, other) = new.operations
    changed = replace(other, parameters=(parameter("query", limit(7)), *other.parameters[1:]))
    found = grouped(compare(old, replace(new, operations=(one, changed))).changes)
    assert [group.single for group in found] == [True, True]
    accepted_one = replace(compare(old, new).changes[0], accepted="known")
    found = grouped([accepted_one, *compare(old, new).changes[1:]])
    assert [group.single for group in found] == [True, True]


def test_every_change_is_in_one_group() -> None:
    found = compare(listing(9), listing(8, page="shelves", words="Or none."))
    groups = grouped(found.changes)
    assert sorted(one.fingerprint for group in groups for one in group.changes) == sorted(
        one.fingerprint for one in found.changes
    )
    assert {one.rule for group in groups for one in group.changes} == {
        "request-parameter-max-decreased",
        "request-parameter-description-changed",
        "operation-moved",
    }
    text = to_text(found)
    assert "3 operations have pages in `shelves` now, were in `boxes`" in text
    assert "a description reads otherwise (a path, query or header parameter): 3 in 3" in text
    assert "boxes/list_boxes.rst:12: GET …/shelves1/{shelf_id}/boxes: `sort`\n" in text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/v1/{project_id}/boxes", "GET …/boxes"),
        ("/v1/boxes", "GET …/boxes"),
        ("/boxes", "GET /boxes"),
        ("/v2.1/{project_id}/boxes/{box_id}", "GET …/boxes/{box_id}"),
        ("/v1/{project_id}/boxes/{box_id}/action", "GET …/boxes/{box_id}/action"),
        ("/v1/{project_id}/boxes/tags/{key}", "GET …/boxes/tags/{key}"),
        ("/v1/{p}/racks/{id}/boxes/tags/create", "GET …/tags/create"),
        ("/v1/{project_id}", "GET …/{project_id}"),
        ("/v1", "GET /v1"),
        ("/", "GET /"),
    ],
)
def test_an_operation_in_short(path: str, words: str) -> None:
    assert short(operation(path=path)) == words


def test_a_row_that_is_gone_stood_in_the_old_docs() -> None:
    text = to_text(compare(with_query(limit(9)), with_query()))
    assert "(a line of the old docs) [request-parameter-removed" in text


def test_markdown_is_short_first_and_folded() -> None:
    text = to_markdown(report())
    assert text.startswith("### API changes: boxes\n\n**1 breaking, 1 compatible**\n")
    assert "Next version: **major**" in text
    open_part = text.split("<details>")[0]
    assert "`limit` of GET …/boxes may now be at most 1000" in open_part
    assert "page" not in open_part
    assert text.count("<details>") == text.count("</details>") == 2


def many_hostile() -> Report:
    """Groups of every form whose paths, names, pages and values are hostile."""

    def state(value: str, page: str) -> Service:
        rule = Default(value=value, sentence="", source=source())
        return service(
            *(
                operation(
                    path=f"/v1/{HOSTILE}/{number}/{HOSTILE}",
                    page=f"{page}{HOSTILE}/{number}.rst",
                    label=f"l{number}",
                    name=f"list_{number}",
                    parameters=(
                        parameter("query", field(HOSTILE, rules=(rule,))),
                        parameter("query", field(f"b{HOSTILE}", text=f"{value} {HOSTILE}")),
                    ),
                )
                for number in range(3)
            )
        )

    return compare(state("a", "x"), state(f"{HOSTILE}\n## b", "y"))


def test_doc_text_is_inert_in_groups() -> None:
    found = many_hostile()
    assert {group.single for group in grouped(found.changes)} == {False}
    for text in (to_markdown(found), changelog_entry(found)):
        page = _Nesting()
        page.feed(MarkdownIt("commonmark", {"html": True}).render(text))
        page.close()
        assert page.open == []
        tags = {tag for path, _ in page.texts for tag in path.split()}
        assert tags <= {*"p strong code details summary sub ul li h2 h3".split()}
        plain = " ".join(words for path, words in page.texts if "code" not in path.split())
        assert "@team" not in plain
        assert "#1" not in plain


def test_doc_text_is_inert_in_markdown() -> None:
    for text in (to_markdown(hostile()), changelog_entry(hostile())):
        outside = re.sub(r"(`+).+?\1", "", text)
        assert "@team" not in outside
        assert "#1" not in outside
        assert not re.search(r"<(?!/?(details|summary|sub|br)>)", outside)
        assert "](http" not in outside


@pytest.mark.parametrize("count", [50, 400, 3000])
def test_a_comment_is_never_too_long(count: int) -> None:
    text = to_markdown(many(count))
    assert len(text.encode()) < 65_536
    assert text.count("<details>") == text.count("</details>")
    assert ("did not fit" in text) == (count > 1000)
    assert "`limit` in " + str(count) + " operations" in text


def test_a_comment_s_limit_holds_for_any_limit() -> None:
    found = many(200)
    for limit_ in (1500, 3000, 9000, 30_000):
        assert len(to_markdown(found, limit=limit_).encode()) <= limit_


def test_annotations_and_sarif() -> None:
    text = workflow_commands(to_entries(report()), "docs")
    assert text.splitlines()[0].startswith(
        "::error file=docs/boxes/list_boxes.rst,line=12,title=request-parameter-max-decreased::"
    )
    assert text.splitlines()[1].startswith("::notice ")
    log = sarif_log(to_entries(report()), rule_infos(), version=gen.__version__)
    results = log["runs"][0]["results"]
    assert [item["level"] for item in results] == ["error", "note"]
    assert results[0]["partialFingerprints"]["tablewright/v1"] == report().changes[0].fingerprint


def test_open_breaking_changes_are_written_as_accepted(tmp_path: Path) -> None:
    for found in (compare(listing(9), listing(8)), many_hostile(), hostile()):
        until = datetime.date(2030, 1, 31)
        text = write_accepted(found, 'a "reason" \x7f \u00fc', until)
        file = tmp_path / "accepted.toml"
        file.write_text(text, "utf-8")
        marked = accept(found, load(file), until)
        assert not marked.breaking
        assert marked.notices == ()
        for change in marked.at("breaking"):
            assert change.accepted == 'a "reason" \x7f \u00fc'
        # Nothing is left to accept: what stood there stands.
        assert write_accepted(marked, "other", until, text) == text
    two = compare(listing(9), listing(8))
    first = replace(two, changes=two.changes[:1])
    file.write_text(write_accepted(first, "one", until), "utf-8")
    rest = accept(two, load(file), until)
    text = write_accepted(rest, "two", until, file.read_text("utf-8"))
    assert text.count("[[accepted]]") == len(two.changes) == 3
    assert text.count('reason = "one"') == 1


# ---- accepted changes ------------------------------------------------------------


def entries(folder: Path, text: str) -> Path:
    path = folder / "accepted.toml"
    path.write_text(text, "utf-8")
    return path


def accepted(until: str, **more: str) -> str:
    ident = report().changes[0].fingerprint
    rows = {"fingerprint": ident, "reason": "no caller asks for more", **more}
    body = "".join(f'{key} = "{value}"\n' for key, value in rows.items())
    return f"[[accepted]]\n{body}until = {until}\n"


TODAY = datetime.date(2026, 6, 1)


def test_an_accepted_change_no_longer_fails(tmp_path: Path) -> None:
    found = accept(report(), load(entries(tmp_path, accepted("2026-06-01"))), TODAY)
    assert not found.breaking
    assert found.changes[0].accepted == "no caller asks for more"
    assert found.advice.bump == "major"
    assert found.notices == ()
    assert to_entries(found)[0].level == "note"
    assert "accepted: no caller asks for more" in to_text(found)
    assert report().breaking


def test_expired_unknown_and_mismatched_entries_are_told(tmp_path: Path) -> None:
    text = (
        accepted("2026-05-31")
        + accepted("2027-01-01", fingerprint="0" * 16)
        + accepted("2027-01-01", rule="operation-removed")
    )
    found = accept(report(), load(entries(tmp_path, text)), TODAY, "accepted.toml")
    assert found.breaking
    assert len(found.notices) == 3
    assert found.notices[0].startswith("accepted.toml:1: the acceptance of")
    assert "does not occur any more" in found.notices[1]
    assert "is request-parameter-max-decreased, not operation-removed" in found.notices[2]


@pytest.mark.parametrize(
    "text",
    [
        "[[accepted",
        "[other]\n",
        '[[accepted]]\nfingerprint = "a"\nuntil = 2026-01-01\n',
        '[[accepted]]\nfingerprint = "a"\nreason = "x"\n',
        '[[accepted]]\nfingerprint = "a"\nreason = "x"\nuntil = "2026-01-01"\n',
        '[[accepted]]\nfingerprint = "a"\nreason = "x"\nuntil = 2026-01-01T00:00:00\n',
        '[[accepted]]\nfingerprint = "a"\nreason = "x"\nuntil = 2026-01-01\nwhy = 1\n',
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(TablewrightError):
        load(entries(tmp_path, text))


# ---- release notes -----------------------------------------------------------------


def test_a_changelog_entry_is_proposed() -> None:
    text = changelog_entry(report(), "1.4.2", datetime.date(2026, 6, 1))
    assert text.startswith("## 2.0.0 (2026-06-01)\n\n### Breaking changes\n\n- `limit` of GET")
    assert "### Added and relaxed\n\n- `page`" in text
    assert changelog_entry(compare(service(), service())) == ""
    assert changelog_entry(report()).startswith("## Unreleased\n")


@pytest.mark.parametrize(
    ("version", "bump", "expected"),
    [
        ("1.2.3", "major", "2.0.0"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "none", "1.2.3"),
        ("0.2.3", "major", "0.3.0"),
        ("dev", "major", "dev"),
    ],
)
def test_versions(version: str, bump: str, expected: str) -> None:
    assert next_version(version, bump) == expected  # type: ignore[arg-type]
