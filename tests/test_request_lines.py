"""Method and path, however the page writes them."""

from __future__ import annotations

import pytest

from gen.findings import Finding
from gen.pages import read_page
from gen.pages.page import Page
from gen.rst import read

PAGE = """\
Folding a Sail
==============

URI
---

{line}

Response
--------

None
"""
GRID = """\
+--------+----------------------------+
| Method | URI                        |
+========+============================+
| POST   | /v1/sails/{sail_id}/folds  |
+--------+----------------------------+
"""
ROWS = """\
============ ==========================
HTTP method  POST
Request path /v1/sails/{sail_id}/folds
============ ==========================
"""


def page(line: str) -> Page:
    return read_page(read(PAGE.replace("{line}", line), "sail.rst"))


@pytest.mark.parametrize(
    "line",
    [
        "POST /v1/sails/{sail_id}/folds",
        "POST - /v1/sails/{sail_id}/folds",
        "POST: /v1/sails/{sail_id}/folds",
        "``POST /v1/sails/{sail_id}/folds``",
        "**POST** /v1/sails/{sail_id}/folds HTTP/1.1",
        "URI: POST /v1/sails/{sail_id}/folds",
        "HTTP method: POST\n\nRequest URI: /v1/sails/{sail_id}/folds",
        "URL: /v1/sails/{sail_id}/folds\n\nRequest type: POST",
        "POST\n\n/v1/sails/{sail_id}/folds",
        "POST\n/v1/sails/{sail_id}/folds",
        "POST /v1/sails/\n{sail_id}/folds",
        "/v1/sails/{sail_id}/folds (POST)",
        "/v1/sails/{sail_id}/folds POST",
        "POST /v1/sails/<sail_id>/folds",
        "POST /v1/sails/${sail_id}/folds",
        "POST /v1/sails/{{sail_id}}/folds",
        "POST /v1/sails/:sail_id/folds",
        "POST /v1/sails/$sail_id/folds",
        "POST /v1/sails/[sail_id]/folds",
        "POST /v1/sails/{sail_id}/folds\u200b",
        "The URI is POST /v1/sails/{sail_id}/folds.",
        "curl -X POST https://{endpoint}/v1/sails/{sail_id}/folds",
        "curl -k -X POST 'https://{endpoint}/v1/sails/{sail_id}/folds'",
        GRID,
        ROWS,
        ".. code-block:: http\n\n   POST /v1/sails/{sail_id}/folds HTTP/1.1",
    ],
)
def test_one_line_in_many_ways(line: str) -> None:
    found = page(line)
    assert [(one.method, one.path) for one in found.lines] == [
        ("POST", "/v1/sails/{sail_id}/folds")
    ]
    assert found.findings == ()
    assert sum(table.rows_total for table in found.tables) == found.rows


@pytest.mark.parametrize(
    "line",
    [
        "Ask the sailmaker.",
        "You may get /v1 of it from the sailmaker.",
        "POST and GET are methods.",
        "=== ===\nA   B\n=== ===\nGET none\n=== ===",
    ],
)
def test_words_are_no_line(line: str) -> None:
    found = page(line)
    assert found.lines == ()
    (one,) = found.findings
    assert isinstance(one, Finding)
    assert one.code == "TW103"


def test_colons_within_a_segment_are_of_the_path() -> None:
    (line,) = page("POST /v1/sails:fold").lines
    assert line.path == "/v1/sails:fold"
