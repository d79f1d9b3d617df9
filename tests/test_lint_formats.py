"""Formats and baseline of findings, and the checks that need the whole service."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from gen.findings import Finding, Position, TablewrightError, finding
from gen.lint import (
    apply_baseline,
    check_service,
    failing,
    findings_data,
    load_baseline,
    ordered,
    to_entries,
    to_text,
    write_baseline,
)
from gen.model import Array, Choice, Is, Ref, When
from tests.diff.build import (
    answer,
    field,
    operation,
    request,
    schema,
    service,
    source,
    with_request,
)


def found(line: int = 3, message: str = "page is empty, see line 9") -> Finding:
    return finding("TW104", message, Position("a/b.rst", line), "write it")


def test_order_is_that_of_places_and_equal_findings_count_once() -> None:
    late, early = found(9), found(2)
    assert ordered([late, early, late]) == [early, late]


def test_json_follows_its_schema(root: Path) -> None:
    data = findings_data([found()])
    schema_ = json.loads((root / "gen/schemas/lint.schema.json").read_text())
    jsonschema.validate(data, schema_)
    assert data["findings"][0] == {
        "code": "TW104",
        "severity": "warning",
        "message": "page is empty, see line 9",
        "file": "a/b.rst",
        "line": 3,
        "hint": "write it",
    }
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"findings": [{}]}, schema_)


def test_text_is_path_line_message_and_a_count() -> None:
    text = to_text([found(message="bad \x1b[31m words")])
    assert text == "a/b.rst:3: warning TW104: bad \\x1b[31m words (write it)\n1 warning\n"
    assert to_text([]) == "no findings\n"


def test_failing_is_at_or_above() -> None:
    error = finding("TW102", "broken", Position("a.rst", 1))
    assert failing([found(), error], "error") == [error]
    assert failing([found(), error], "warning") == [found(), error]
    assert failing([found()], "info") == [found()]


def test_fingerprints_survive_moved_lines() -> None:
    one, other = to_entries([found(3), found(70, "page is empty, see line 76")])
    assert one.fingerprint == other.fingerprint
    assert to_entries([found(3, "other words")])[0].fingerprint != one.fingerprint


def test_a_written_baseline_accepts_its_findings_and_reports_stale_ones(tmp_path: Path) -> None:
    path = tmp_path / "baseline.toml"
    odd = found(message='quotes " and \\ and \x7f and \n')
    path.write_text(write_baseline([found(), odd], "known"), "utf-8")
    baseline = load_baseline(path)
    assert apply_baseline([found(88, "page is empty, see line 11"), odd], baseline) == ([], [])
    new = found(1, "something new")
    left, notices = apply_baseline([new, odd], baseline)
    assert left == [new]
    assert len(notices) == 1
    assert notices[0].startswith("baseline.toml:3: accepted finding TW104 of a/b.rst")


@pytest.mark.parametrize(
    "text",
    [
        "no toml at all [",
        "[other]\nx = 1\n",
        '[[accepted]]\ncode = "TW101"\nfile = "a"\nfingerprint = "f"\n',
        '[[accepted]]\ncode = "TW101"\nfile = "a"\nfingerprint = "f"\nreason = " "\n',
        '[[accepted]]\ncode = "x"\nfile = "a"\nfingerprint = "f"\nreason = "r"\nline = 3\n',
    ],
)
def test_a_baseline_without_a_reason_or_form_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(TablewrightError):
        load_baseline(path)


# ---- checks -------------------------------------------------------------------


def enums(sent: tuple[str, ...], answered: tuple[str, ...]) -> list[str]:
    def kind(values: tuple[str, ...]) -> object:
        return field("kind", rules=(Choice(values=values, sentence="", source=source()),))

    body = schema("in", kind(sent), direction="request")  # type: ignore[arg-type]
    out = schema("out", kind(answered))  # type: ignore[arg-type]
    one = operation(method="POST", request=request(Ref("in")), responses=(answer(Ref("out")),))
    return [item.code for item in check_service(service(one, schemas=(body, out)))]


def test_enums_that_differ_in_case_alone() -> None:
    assert enums(("open", "shut"), ("OPEN", "SHUT")) == ["TW590"]
    assert enums(("open", "shut"), ("open", "shut", "new")) == []
    assert enums(("open",), ("broken",)) == []
    assert enums(("open", "OPEN"), ("OPEN",)) == []


def mandatory(text: str, required: bool, cell: str, *rules: object) -> list[str]:
    row = field("size", text=text, required=required, mandatory_cell=cell)
    return [item.code for item in check_service(with_request(row, rules=tuple(rules)))]


def test_text_against_the_mandatory_cell() -> None:
    assert mandatory("This parameter is mandatory.", False, "No") == ["TW290"]
    assert mandatory("It is optional.", True, "Yes") == ["TW290"]
    assert mandatory("This parameter is mandatory.", True, "Yes") == []
    assert mandatory("This parameter is mandatory.", False, "") == []
    assert mandatory("This parameter is mandatory when kind is big.", False, "No") == []
    assert mandatory("When kind is big, it counts. It is mandatory.", False, "No") == []
    rule = When(
        field="size", condition=Is("k", ("a",)), effect="required", sentence="", source=source()
    )
    assert mandatory("It is mandatory.", False, "No", rule) == []


def test_text_that_names_the_fields_of_its_object() -> None:
    def codes(text: str, required: bool) -> list[str]:
        part = schema(
            "part", field("size", required=required, mandatory_cell="No"), direction="request"
        )
        row = field("parts", Array(Ref("part")), text)
        one = with_request(row)
        return [
            item.code for item in check_service(replace(one, schemas={**one.schemas, "part": part}))
        ]

    assert codes("Parameter size is mandatory.", False) == ["TW290"]
    assert codes("Parameters id, colour, and size are mandatory.", False) == ["TW290"]
    assert codes("Parameter size is mandatory.", True) == []
    assert codes("Parameter colour is mandatory.", False) == []
    assert codes("Parameter size is mandatory when full.", False) == []


def test_one_caption_for_two_tables() -> None:
    def tables(caption: str, wire: str, line: int = 30, root: str = "") -> list[str]:
        one = schema("a", field("id"), sources=(source(10, caption="Box"),))
        other = schema("b", field(wire), sources=(source(line, caption=caption),))
        whole = operation(responses=(answer(Ref(root)),)) if root else operation()
        return [item.code for item in check_service(service(whole, schemas=(one, other)))]

    assert tables("box", "size") == ["TW291"]
    assert tables("Box", "id") == []
    assert tables("Lid", "size") == []
    assert tables("Box", "size", line=10) == []
    assert tables("Box", "size", root="b") == []


def test_two_pages_with_one_request() -> None:
    one, other = operation(), operation(page="boxes/other.rst", path="/v1/{id}/boxes")
    assert [item.code for item in check_service(service(one, other))] == ["TW591"]
    slash = operation(page="boxes/other.rst", path=one.path + "/")
    assert [item.code for item in check_service(service(one, slash))] == ["TW591"]
    longer = operation(page="boxes/other.rst", path=one.path + "/lids")
    assert check_service(service(one, longer)) == []
    label = operation(page="boxes/other.rst", discriminator="other")
    assert [item.code for item in check_service(service(one, label))] == ["TW591"]
    tables = tuple(schema(key, field(key), direction="request") for key in ("open", "shut"))
    told = [
        operation(page=f"boxes/{key}.rst", discriminator=key, request=request(Ref(key)))
        for key in ("open", "shut")
    ]
    assert check_service(service(*told, schemas=tables)) == []
