"""Operation pages drawn at random, each beside what was made of it, for a person to read.

    python -m tests.tools.side_by_side FOLDER --seed 7 [--count 10] [--page TEXT]

FOLDER holds one service a subfolder. The draw is the same for the same seed and folder.
``docs/page-reading.md`` keeps what such readings found.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from gen.agreement import body_of, observe
from gen.build import Built, read_service
from gen.cache import Cache
from gen.config import load
from gen.model import (
    Array,
    Body,
    Default,
    Field,
    Free,
    Map,
    Operation,
    Parameter,
    Ref,
    Response,
    Rule,
    Scalar,
    Schema,
    Type,
)
from gen.phrases import describe
from gen.targets import targets


def squeezed(text: str) -> Iterator[str]:
    """A page's own lines, numbered, without table borders, padding and empty lines."""
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if not bare or re.fullmatch(r"[+=|\s-]+", bare) or bare.startswith(":original_name"):
            continue
        bare = re.sub(r"\s{2,}", "  ", re.sub(r"\s*\|\s*", " | ", bare)).strip()
        bare = re.sub(r"(?:\| ){2,}", lambda found: "|" * (len(found[0]) // 2) + " ", bare)
        yield f"{number:4} {bare}"


def _rules(rules: Iterable[Rule]) -> str:
    words = [
        ("" if rule.certainty == "hard" else "~") + describe(rule).rstrip(".")
        for rule in rules
        if not isinstance(rule, Default)
    ]
    words += [f"default {rule.value!r}" for rule in rules if isinstance(rule, Default)]
    return f"  «{'; '.join(words)}»" if words else ""


class Teller:
    """Prints what was made of one operation."""

    def __init__(self, built: Built) -> None:
        self.built = built
        self.schemas = built.service.schemas
        self.told: set[str] = set()

    def type(self, type_: Type) -> str:
        match type_:
            case Scalar(kind):
                return kind
            case Array(items):
                return f"[{self.type(items)}]"
            case Map(values):
                return f"{{*: {self.type(values)}}}"
            case Ref(key):
                return self.schemas[key].name
            case Free():
                return "object"

    def field(self, one: Field, page: str, indent: str) -> Iterator[str]:
        lines = [str(source.line) for source in one.sources if source.file == page]
        place = ",".join(lines) or f"{one.source.file}:{one.source.line}"
        more = f" +{len(one.sources) - len(lines)}" if len(one.sources) > len(lines) > 0 else ""
        star = "*" if one.required else ""
        null = " null" if one.null_seen else ""
        attribute = f" ({one.attribute})" if one.attribute != one.wire else ""
        yield (
            f"{indent}{one.wire}{star}{attribute}: {self.type(one.type)}{null}"
            f"  @{place}{more}{_rules(one.rules)}"
        )
        yield from self.nested(one.type, page, indent + "    ")

    def nested(self, type_: Type, page: str, indent: str) -> Iterator[str]:
        match type_:
            case Array(inner) | Map(inner):
                yield from self.nested(inner, page, indent)
            case Ref(key) if key not in self.told:
                self.told.add(key)
                yield from self.schema(self.schemas[key], page, indent)
            case _:
                return

    def schema(self, one: Schema, page: str, indent: str) -> Iterator[str]:
        pages = len({source.file for source in one.sources})
        if pages > 1:
            yield f"{indent}[{one.name} of {pages} pages]"
        for field in one.fields:
            if pages == 1 or any(source.file == page for source in field.sources):
                yield from self.field(field, page, indent)
        if one.additional is not None:
            yield from self.field(one.additional, page, indent + "** ")
        for rule in one.rules:
            yield f"{indent}!{'' if rule.certainty == 'hard' else '~'} {describe(rule)}"

    def body(self, body: Body | None, page: str) -> Iterator[str]:
        if body is None:
            yield "      no body"
            return
        yield f"      {body.media_type} {self.type(body.type)}"
        if body.item is not None:
            yield from self.field(body.item, page, "      item ")
        yield from self.nested(body.type, page, "      ")

    def parameter(self, one: Parameter, page: str) -> Iterator[str]:
        mark = " client" if one.client else ""
        mark += " explode" if one.explode else ""
        yield from self.field(one.field, page, f"      {one.location}{mark} ")

    def response(self, one: Response, page: str) -> Iterator[str]:
        yield f"  <- {one.status} {one.description[:60]!r}"
        for header in one.headers:
            yield from self.parameter(header, page)
        self.told.clear()
        yield from self.body(one.body, page)

    def operation(self, one: Operation) -> Iterator[str]:
        dotted = f"{one.group}.{one.name}" if one.group else one.name
        yield f"{dotted}   [{one.method} {one.path}]   {one.title!r}"
        for text, shown in (
            ("host", one.host),
            ("twins", one.twin_paths),
            ("discriminator", one.discriminator),
            ("paging", one.paging),
            ("deprecated", one.deprecated),
            ("wrapper", one.wrapper),
            ("arguments", [pair for pair in one.arguments if pair[0] != pair[1]]),
        ):
            if shown:
                yield f"      {text}: {shown}"
        for parameter in one.parameters:
            yield from self.parameter(parameter, one.page)
        yield "  -> request"
        yield from self.body(one.request, one.page)
        for rule in one.rules:
            yield f"      !{'' if rule.certainty == 'hard' else '~'} {describe(rule)}"
        for response in one.responses:
            yield from self.response(response, one.page)
        for example in one.examples:
            body = body_of(one, example, self.schemas)
            what = f"{example.direction} {example.status or ''} {example.method} {example.target}"
            yield (
                f"  e.g. line {example.source.line}: {what}"
                f" parsed={example.parsed} repaired={example.repaired} matched={body is not None}"
            )
            if body is not None and example.parsed:
                for remark in observe(example.value, body.type, self.schemas):
                    yield f"      {remark.kind} {remark.path} {remark.seen}"
        for finding in self.built.findings:
            if finding.position.file == one.page:
                yield f"  ! {finding.code} {finding.position.line}: {finding.message[:150]}"


def show(built: Built, one: Operation, folder: Path) -> Iterator[str]:
    """The page's text, then what was made of it."""
    page = folder / one.page if folder.is_dir() else folder
    yield f"===== {folder.name}/{one.page}"
    yield from squeezed(page.read_text("utf-8"))
    yield "----- made of it"
    yield from Teller(built).operation(one)
    yield ""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--seed", type=int, default=1)
@click.option("--count", type=int, default=10, show_default=True)
@click.option("--page", default="", help="Instead of a draw: all pages whose name holds this.")
@click.option("--cache", type=click.Path(path_type=Path), default=None)
def main(folder: Path, seed: int, count: int, page: str, cache: Path | None) -> None:
    """Draw COUNT operation pages from as many services below FOLDER and print them."""
    chance = random.Random(seed)
    services = sorted(path for path in folder.iterdir() if path.is_dir())
    drawn = services if page else chance.sample(services, min(count, len(services)))
    for service in drawn:
        built = read_service(targets(load(service), service)[0], Cache(cache))
        found = [one for one in built.service.operations if page and page in one.page]
        for one in found if page else [chance.choice(built.service.operations)]:
            sys.stdout.writelines(line + "\n" for line in show(built, one, service))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
