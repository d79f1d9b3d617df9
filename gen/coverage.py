"""How much of the docs became model: the numbers of a service, as JSON and as rows of text.

The JSON's shape is published as ``gen/schemas/coverage.schema.json``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from gen.agreement import body_of, observe
from gen.findings import SEVERITIES, Finding
from gen.model import Array, Body, Example, Field, Free, Map, Ref, Scalar, Service, Type

KINDS = (
    "operation", "index", "status-codes", "error-codes", "history", "schema", "text", "unreadable",
)  # fmt: skip
EXAMPLE_CODES = frozenset(["TW501", "TW502", "TW503", "TW504"])
UNRESOLVED = frozenset(["TW211", "TW212"])


def measure(service: Service, findings: Iterable[Finding]) -> dict[str, Any]:
    """The numbers of one service: pages, operations, rows, types, refs, sentences, rules, examples.

    ``findings`` are those of the whole pipeline; an example that its table contradicts
    counts as ``explained`` where a finding says so at its place.
    """
    findings = list(findings)
    every = list(_fields(service))
    return {
        "service": service.name,
        "pages": _pages(service),
        "operations": {
            "total": len(service.operations),
            "deprecated": sum(operation.deprecated for operation in service.operations),
            "with_body": sum(operation.request is not None for operation in service.operations),
            "paged": sum(operation.paging is not None for operation in service.operations),
        },
        "schemas": {
            way: sum(schema.direction == way for schema in service.schemas.values())
            for way in ("request", "response")
        },
        "rows": _rows(service),
        "types": _types(every),
        "refs": _refs(every, findings),
        "sentences": _sentences(every),
        "rules": _rules(service, every),
        "examples": _examples(service, findings),
        "findings": {
            "by_severity": {
                severity: sum(found.severity == severity for found in findings)
                for severity in SEVERITIES
            },
            "by_code": dict(sorted(Counter(found.code for found in findings).items())),
        },
    }


def rows(measured: dict[str, Any]) -> list[tuple[str, ...]]:
    """The numbers as rows of three words: what, number, remark. For people, in a terminal."""
    pages, counted, examples = measured["pages"], measured["rows"], measured["examples"]
    out: list[tuple[str, ...]] = [("pages", str(pages["total"]), "")]
    out += [(f"  {kind}", str(count), "") for kind, count in pages["by_kind"].items() if count]
    operations = measured["operations"]
    out.append(("operations", str(operations["total"]), f"{operations['deprecated']} deprecated"))
    out.append(
        ("rows", str(counted["total"]), f"{counted['share']:.2%} of parameter rows in the model")
    )
    out += [
        (f"  {name}", str(counted[key]), "")
        for name, key in (
            ("model", "model"),
            ("finding", "finding"),
            ("no parameters", "no_parameters"),
        )
    ]
    out.append(("types", str(sum(measured["types"].values())), ""))
    out += [(f"  {kind}", str(count), "") for kind, count in measured["types"].items() if count]
    refs = measured["refs"]
    out.append(
        (
            "objects",
            str(refs["resolved"] + refs["free"]),
            f"{refs['unresolved']} references unresolved",
        )
    )
    sentences = measured["sentences"]
    out.append(("sentences", str(sum(sentences.values())), ""))
    out += [(f"  {status}", str(count), "") for status, count in sentences.items()]
    rules = measured["rules"]
    hard, advice = (sum(rule[key] for rule in rules.values()) for key in ("hard", "advice"))
    out.append(("rules", str(hard + advice), f"{hard} hard, {advice} advice"))
    out += [
        (f"  {kind}", str(n["hard"] + n["advice"]), f"{n['hard']} hard")
        for kind, n in rules.items()
    ]
    out.append(("examples", str(examples["total"]), f"{examples['bodies']} with a body"))
    out += [
        (f"  {name}", str(examples[key]), "")
        for name, key in (
            ("decoded", "decoded"),
            ("of them mended", "repaired"),
            ("not decoded", "undecoded"),
            ("agree with the tables", "agree"),
            ("do not, with a finding", "explained"),
            ("do not, without one", "unexplained"),
        )
    ]
    severities = measured["findings"]["by_severity"]
    out.append(
        (
            "findings",
            str(sum(severities.values())),
            ", ".join(f"{n} {s}" for s, n in severities.items() if n),
        )
    )
    return out


def _pages(service: Service) -> dict[str, Any]:
    kinds = Counter(page.kind for page in service.pages)
    return {
        "total": len(service.pages),
        "by_kind": {kind: kinds.get(kind, 0) for kind in KINDS},  # type: ignore[call-overload]
    }


def _rows(service: Service) -> dict[str, Any]:
    model = sum(page.rows_model for page in service.pages)
    finding = sum(page.rows_finding for page in service.pages)
    return {
        "total": sum(page.rows for page in service.pages),
        "model": model,
        "finding": finding,
        "no_parameters": sum(page.rows_no_parameters for page in service.pages),
        "share": round(model / (model + finding), 6) if model + finding else 1.0,
    }


def _fields(service: Service) -> Iterator[Field]:
    """Every parameter and property, each row of the docs once."""
    seen: set[tuple[str, int, str]] = set()
    for field in _all_fields(service):
        place = (field.source.file, field.source.line, field.wire)
        if place not in seen:
            seen.add(place)
            yield field


def _all_fields(service: Service) -> Iterator[Field]:
    for operation in service.operations:
        yield from (parameter.field for parameter in operation.parameters)
        for response in operation.responses:
            yield from (parameter.field for parameter in response.headers)
        bodies = [operation.request, *(response.body for response in operation.responses)]
        yield from (body.item for body in bodies if body is not None and body.item is not None)
    for key in sorted(service.schemas):
        yield from service.schemas[key].fields
        if (additional := service.schemas[key].additional) is not None:
            yield additional


def _types(every: Iterable[Field]) -> dict[str, int]:
    counted = Counter(_kind(field.type) for field in every)
    return dict(sorted(counted.items()))


def _kind(type_: Type) -> str:
    match type_:
        case Scalar(kind):
            return kind
        case Array():
            return "array"
        case Map():
            return "map"
        case Ref():
            return "object"
        case Free():
            return "free"


def _innermost(type_: Type) -> Type:
    while isinstance(type_, Array | Map):
        type_ = type_.items if isinstance(type_, Array) else type_.values
    return type_


def _refs(every: Iterable[Field], findings: Iterable[Finding]) -> dict[str, int]:
    """Object-like rows: with a table, free-form, and references that lead to no table."""
    every = list(every)
    ends = [_innermost(field.type) for field in every]
    free = {
        (source.file, source.line)
        for field, end in zip(every, ends, strict=True)
        if isinstance(end, Free)
        for source in field.sources
    }
    return {
        "resolved": sum(isinstance(end, Ref) for end in ends),
        "free": sum(isinstance(end, Free) for end in ends),
        # A reference that leads nowhere is no loss where the description or a caption names the table.
        "unresolved": sum(
            found.code in UNRESOLVED and (found.position.file, found.position.line) in free
            for found in findings
        ),
    }


def _sentences(every: Iterable[Field]) -> dict[str, int]:
    counted = Counter(sentence.status for field in every for sentence in field.sentences)
    return {status: counted.get(status, 0) for status in ("read", "harmless", "unread")}


def _rules(service: Service, every: Iterable[Field]) -> dict[str, dict[str, int]]:
    found = [rule for field in every for rule in field.rules]
    bodies = [rule for key in sorted(service.schemas) for rule in service.schemas[key].rules]
    bodies += [rule for operation in service.operations for rule in operation.rules]
    counted: dict[str, dict[str, int]] = {}
    for rule in (*found, *bodies):
        kind = counted.setdefault(type(rule).__name__, {"hard": 0, "advice": 0})
        kind[rule.certainty] += 1
    return dict(sorted(counted.items()))


def _examples(service: Service, findings: Iterable[Finding]) -> dict[str, int]:
    told: dict[str, list[int]] = {}
    for found in findings:
        if found.code in EXAMPLE_CODES:
            told.setdefault(found.position.file, []).append(found.position.line)
    count: Counter[str] = Counter()
    for operation in service.operations:
        for example in operation.examples:
            count["total"] += 1
            first = example.source.line
            last = max(first, example.line) + example.text.count("\n")
            if not example.parsed:
                looks_json = example.text.lstrip()[:1] in ("{", "[")
                count["bodies"] += looks_json
                count["undecoded"] += looks_json
                continue
            count["bodies"] += 1
            count["decoded"] += 1
            count["repaired"] += example.repaired
            body = body_of(operation, example, service.schemas)
            if body is None or _agrees(example, body, service):
                count["agree"] += 1
            else:
                said = any(first <= line <= last for line in told.get(example.source.file, ()))
                count["explained" if said else "unexplained"] += 1
    names = (
        "total",
        "bodies",
        "decoded",
        "repaired",
        "undecoded",
        "agree",
        "explained",
        "unexplained",
    )
    return {name: count[name] for name in names}


def _agrees(example: Example, body: Body, service: Service) -> bool:
    wrong = {"unknown-key", "type"} | ({"missing"} if example.direction == "request" else set())
    remarks = observe(example.value, body.type, service.schemas)
    return not any(remark.kind in wrong for remark in remarks)
