"""``tablewright coverage``: how much of the docs became model."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gen import coverage, packages
from gen.build import read_service
from gen.commands import shared
from gen.progress import shown


@click.command("coverage")
@shared.NEEDED_DOCS
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@shared.CONFIG
@shared.FAIL_ON
def command(docs: Path, form: str, config: Path | None, fail_on: str) -> int:
    """Count the pages, rows, types, references, sentences and examples of DOCS, and what was read."""
    target = shared.one_target(docs, config)
    with shown() as report:
        built = read_service(target, shared.open_cache(), report)
    measured = coverage.measure(built.service, built.findings)
    if form == "json":
        click.echo(json.dumps(measured, indent=2, ensure_ascii=True))
    else:
        _table(coverage.rows(measured))
    return shared.exit_code(packages.severities(built.findings), fail_on)


def _table(rows: list[tuple[str, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)
