"""Hold the emitted OpenAPI against the labels of rows: ``python tests/labels/score_rows.py CORPUS``.

A label says of one row where its parameter goes (``in``: path, query, header,
body or response), its wire name, its type, what an array or map is ``of``,
whether it is required (null: the page does not say) and where it leads: the
line of the first row of the table that describes it or its items, ``free`` for
an object without a table, ``map`` for free keys; ``?`` where the page contradicts
itself. Rows and nodes meet by the file and line in ``x-doc``. Prints every
disagreement and a table for each file of labels.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LABELS = (HERE / "rows.jsonl", HERE / "odd_rows.jsonl")
ASPECTS = ("there", "in", "name", "type", "of", "required", "leads_to")

OPEN = "?"

Schema = dict[str, Any]


@dataclass(frozen=True)
class Node:
    """What the OpenAPI says of a row at one place."""

    where: str
    name: str
    required: bool
    schema: Schema


class Document:
    """An OpenAPI document as a map from (file, line) to nodes."""

    def __init__(self, document: Schema) -> None:
        self._schemas: dict[str, Schema] = document["components"].get("schemas", {})
        self._seen: set[tuple[int, str]] = set()
        self.nodes: dict[tuple[str, int], list[Node]] = {}
        for path in document["paths"].values():
            for operation in path.values():
                if isinstance(operation, dict) and "responses" in operation:
                    self._operation(operation)

    def resolved(self, schema: Schema) -> Schema:
        """The schema a reference leads to, and the alternative that is not null."""
        while True:
            if "$ref" in schema:
                schema = self._schemas[schema["$ref"].rsplit("/", 1)[1]]
                continue
            choices = [one for key in ("anyOf", "oneOf") for one in schema.get(key, [])]
            real = [one for one in choices if one.get("type") != "null"]
            if "type" in schema or len(real) != 1:
                return schema
            schema = real[0]

    def _operation(self, operation: Schema) -> None:
        for parameter in operation.get("parameters", []):
            self._note(parameter, parameter["in"], parameter["name"], bool(parameter["required"]))
        for media in operation.get("requestBody", {}).get("content", {}).values():
            self._walk(media.get("schema", {}), "body")
        for response in operation["responses"].values():
            for name, header in response.get("headers", {}).items():
                self._note(header, "response", name, bool(header.get("required")))
            for media in response.get("content", {}).values():
                self._walk(media.get("schema", {}), "response")

    def _walk(self, schema: Schema, where: str) -> None:
        schema = self.resolved(schema)
        if (id(schema), where) in self._seen:
            return
        self._seen.add((id(schema), where))
        required = schema.get("required", [])
        for name, inner in schema.get("properties", {}).items():
            self._note(inner, where, name, name in required)
            self._walk(inner, where)
        for key in ("items", "additionalProperties"):
            inner = schema.get(key)
            if isinstance(inner, dict):
                self._note(inner, where, key, False)
                self._walk(inner, where)
        for key in ("anyOf", "oneOf", "allOf"):
            for inner in schema.get(key, []):
                self._walk(inner, where)

    def _note(self, holder: Schema, where: str, name: str, required: bool) -> None:
        for place in places(holder):
            schema = self.resolved(holder.get("schema", holder))
            self.nodes.setdefault(place, []).append(Node(where, name, required, schema))


def places(holder: Schema) -> Iterator[tuple[str, int]]:
    """The rows behind a parameter or a property."""
    doc = holder.get("x-doc", [])
    for one in doc if isinstance(doc, list) else [doc]:
        yield one["file"], one["line"]


def kind(schema: Schema) -> str:
    """The JSON type but for null; empty where anything goes."""
    found = schema.get("type", "")
    names = [found] if isinstance(found, str) else [one for one in found if one != "null"]
    return "|".join(names)


def judge(label: dict[str, Any], document: Document) -> dict[str, str]:
    """By aspect: an empty string where the document agrees, else what it says."""
    nodes = document.nodes.get((label["file"], label["line"]), [])
    if not nodes:
        return {"there": "no node"}
    verdicts = [_judge(label, node, document) for node in nodes]
    # A row that twin paths or shared classes repeat is judged by its best node.
    return min(verdicts, key=lambda verdict: sum(map(bool, verdict.values())))


def _judge(label: dict[str, Any], node: Node, document: Document) -> dict[str, str]:
    schema = node.schema
    inner = schema.get("items") or schema.get("additionalProperties") or {}
    inner = document.resolved(inner) if isinstance(inner, dict) else {}
    said: dict[str, Any] = {"there": None, "in": node.where, "name": node.name}
    said |= {"type": kind(schema), "of": kind(inner) or None, "required": node.required}
    out = {}
    for aspect in ASPECTS[:-1]:
        unsaid = label.get(aspect) in (None, OPEN)
        out[aspect] = "" if unsaid or said[aspect] == label[aspect] else repr(said[aspect])
    target = inner if kind(schema) == "array" else schema
    rows = [place for one in target.get("properties", {}).values() for place in places(one)]
    match label["leads_to"]:
        case int(line):
            agrees = (label["file"], line) in rows
        case "?":
            agrees = True
        case _:
            agrees = not rows
    out["leads_to"] = "" if agrees else f"rows {sorted(rows)[:3]}"
    return out


def emitted(docs: Path) -> Document:
    """The OpenAPI document of one folder of docs."""
    command = [sys.executable, "-m", "gen", "openapi", "-q", str(docs)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return Document(json.loads(done.stdout))


def score(corpus: Path) -> list[tuple[Path, dict[str, Any], dict[str, str]]]:
    """Each label, by file, with its verdicts."""
    rows = [
        (path, json.loads(line))
        for path in LABELS
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    services = sorted({row["service"] for _, row in rows})
    with ThreadPoolExecutor(max_workers=2) as pool:
        documents = dict(
            zip(services, pool.map(lambda name: emitted(corpus / name), services), strict=True)
        )
    return [(path, row, judge(row, documents[row["service"]])) for path, row in rows]


def main() -> None:
    """Print the disagreements and, by file and aspect, how many labels agree."""
    agree: Counter[tuple[Path, str]] = Counter()
    asked: Counter[tuple[Path, str]] = Counter()
    for path, row, verdicts in score(Path(sys.argv[1])):
        for aspect, said in verdicts.items():
            asked[path, aspect] += 1
            agree[path, aspect] += not said
            if said:
                where = f"{row['service']} {row['file']}:{row['line']} {row['name']}"
                print(f"{where}: {aspect}: {row.get(aspect)!r} labelled, {said} emitted")
    print("| labels | aspect | rows | agree |", "|---|---|---:|---:|", sep="\n")
    for path in LABELS:
        for aspect in ASPECTS:
            counts = f"{asked[path, aspect]} | {agree[path, aspect]}"
            print(f"| {path.name} | {aspect} | {counts} |")


if __name__ == "__main__":
    main()
