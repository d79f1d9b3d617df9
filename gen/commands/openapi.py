"""``tablewright openapi``: docs → OpenAPI 3.1."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gen import packages
from gen.build import read_service
from gen.commands import shared
from gen.progress import shown


@click.command("openapi")
@shared.NEEDED_DOCS
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="A file, not stdout.")
@click.option("--package", default="", help="The package's name, as in x-python.")
@shared.CONFIG
@shared.FAIL_ON
@shared.QUIET
def command(
    docs: Path, out: Path | None, package: str, config: Path | None, fail_on: str, quiet: bool
) -> int:
    """Write the OpenAPI 3.1 document of DOCS as JSON."""
    target = shared.one_target(docs, config, package)
    with shown() as report:
        built = read_service(target, shared.open_cache(), report)
    shared.tell_findings(built.findings, quiet)
    document = packages.openapi_of(built)
    shared.write_data(json.dumps(document, indent=2, ensure_ascii=True), out)
    return shared.exit_code(packages.severities(built.findings), fail_on)
