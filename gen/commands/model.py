"""``tablewright model``: docs → the intermediate model as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gen import packages
from gen.build import read_service
from gen.commands import shared
from gen.model_json import dump
from gen.progress import shown


@click.command("model")
@shared.NEEDED_DOCS
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="A file, not stdout.")
@shared.CONFIG
@shared.FAIL_ON
@shared.QUIET
def command(docs: Path, out: Path | None, config: Path | None, fail_on: str, quiet: bool) -> int:
    """Write the intermediate model of DOCS as JSON; its JSON Schema is gen/schemas/model.schema.json."""
    target = shared.one_target(docs, config)
    with shown() as report:
        built = read_service(target, shared.open_cache(), report)
    shared.tell_findings(built.findings, quiet)
    data = dump(built.service)
    shared.write_data(json.dumps(data, indent=1, ensure_ascii=True), out)
    return shared.exit_code(packages.severities(built.findings), fail_on)
