"""One change a folder: what the pages of ``old`` and ``new`` give, and what they give the other way round.

A folder is named by its rule; ``expected.json`` holds the changes from old to new, and
the rules of the changes from new to old.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from gen.build import Built, read_service
from gen.config import ServiceSettings
from gen.diff.catalog import RULES
from gen.diff.change import Report
from gen.diff.formats import report_data
from gen.diff.states import compare_built
from gen.targets import Target

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir())

# What a page cannot show by itself; each has its test with hand-made services.
BY_HAND = {
    "request-media-type-changed",
    "response-media-type-changed",
    "request-parameter-rule-hardened",  # an example of a query that breaks a rule
    "request-parameter-secret-added",  # a secret is known by its name
    "request-property-secret-added",
    "response-property-secret-added",
    "request-parameter-unique-changed",
    "request-property-unique-changed",
    "response-property-unique-changed",
}


def built(case: str, side: str, folder: Path) -> Built:
    """One side of a case; a single page is called ``page.rst`` on both."""
    docs = CASES / case / side
    page = CASES / case / f"{side}.rst"
    if page.exists():
        docs = folder / side / "page.rst"
        docs.parent.mkdir()
        docs.write_bytes(page.read_bytes())
    settings = ServiceSettings(docs=docs, package="crates", client="CrateClient")
    return read_service(Target(settings, None))


@pytest.fixture(params=NAMES)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Report, Report]:
    old, new = (built(request.param, side, tmp_path) for side in ("old", "new"))
    return str(request.param), compare_built(old, new), compare_built(new, old)


def summed_up(report: Report, back: Report) -> dict[str, Any]:
    keys = ("rule", "level", "direction", "operation", "fingerprint", "message", "old", "new")
    changes = [{key: change[key] for key in keys} for change in report_data(report)["changes"]]
    return {
        "version": report.advice.bump,
        "changes": changes,
        "reversed": sorted(change.rule for change in back.changes),
    }


def test_the_case_gives_what_is_expected(case: tuple[str, Report, Report], root: Path) -> None:
    name, report, back = case
    expected = json.loads((CASES / name / "expected.json").read_text("utf-8"))
    assert summed_up(report, back) == expected
    assert name in [change.rule for change in report.changes]
    mirrors = sorted(RULES[change.rule].mirror for change in report.changes)
    assert mirrors == expected["reversed"]
    schema = json.loads((root / "gen/schemas/diff.schema.json").read_text("utf-8"))
    jsonschema.validate(report_data(report), schema)


def test_every_rule_or_its_mirror_has_a_case() -> None:
    covered = {*NAMES, *BY_HAND}
    covered |= {RULES[name].mirror for name in covered}
    assert covered == set(RULES)
