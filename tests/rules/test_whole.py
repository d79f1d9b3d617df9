"""The stage as a whole: small files, each with tests, and no surprises on real docs."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from gen import linker
from gen.cache import Cache
from gen.progress import silent
from gen.reading import read_all
from gen.rules import apply, evidence
from gen.rules.verdict import keeps
from gen.sources import discover

RULES = Path(__file__).resolve().parents[2] / "gen" / "rules"


@pytest.mark.parametrize("path", sorted(RULES.glob("*.py")), ids=lambda path: path.name)
def test_no_file_of_rules_is_longer_than_250_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def families() -> list[str]:
    """The modules of gen/rules that read a sentence: with a ``read`` or ``find`` of what is said."""
    return [
        path.stem
        for path in sorted(RULES.glob("*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and node.name in ("read", "find")
        and {"said", "about"} <= {argument.arg for argument in node.args.args}
    ]


def test_families_are_found():
    assert {"choice", "condition", "same_as"} <= set(families())


@pytest.mark.parametrize("family", families())
def test_every_family_has_tests_of_its_own(family):
    assert (Path(__file__).parent / f"test_{family}.py").is_file()


@pytest.fixture(scope="module", params=["simple-message-notification", "nat-gateway"])
def service(request, corpus):
    docs = discover(corpus / request.param)
    texts, _ = docs.texts()
    pages, _ = read_all(texts, (), Cache(None), silent)
    return linker.link(pages, request.param)[0]


@pytest.mark.corpus
def test_examples_keep_every_rule_that_is_enforced(service):
    ruled, _ = apply(service)
    shown = evidence.gather(ruled)
    checked = 0
    for key, schema in ruled.schemas.items():
        for field in schema.fields:
            for rule in field.rules:
                for one in shown.values.get((key, field.wire), []):
                    value = evidence.unmasked(one.value)
                    if rule.certainty == "advice" or value in (None, "", []):
                        continue
                    checked += 1
                    assert keeps(rule, value), (field.wire, rule.sentence, value)
    assert checked > 50


@pytest.mark.corpus
def test_reading_twice_gives_the_same(service):
    assert apply(service) == apply(service)


@pytest.mark.corpus
def test_every_description_is_accounted_for(service):
    ruled, findings = apply(service)
    unread = [
        sentence
        for schema in ruled.schemas.values()
        for field in schema.fields
        for sentence in field.sentences
        if sentence.status == "unread"
    ]
    said = [one for one in findings if one.code == "TW401"]
    assert unread
    assert len(said) <= len(unread) + len(ruled.operations) * 10
    for schema in ruled.schemas.values():
        for field in schema.fields:
            assert bool(field.sentences) == bool(field.description), field.wire
