"""``tablewright review``: one state of the docs beside its code, as one HTML page."""

from __future__ import annotations

from pathlib import Path

import click

from gen import packages
from gen.build import read_service
from gen.commands import shared
from gen.findings import TablewrightError
from gen.progress import shown
from gen.review.states import one_page
from gen.targets import targets


@click.command("review")
@shared.DOCS
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="A file, not stdout.")
@click.option("--package", default="", help="Which service of the configuration.")
@shared.CONFIG
@shared.FAIL_ON
def command(
    docs: Path | None, out: Path | None, package: str, config: Path | None, fail_on: str
) -> int:
    """Lay DOCS beside the code they become, as one HTML page that needs no network."""
    chosen = targets(shared.settings_for(config, docs), docs, package)
    if len(chosen) > 1:
        raise TablewrightError(
            "several services are configured", hint="give DOCS, or choose one with --package"
        )
    with shown() as report:
        built = read_service(chosen[0], shared.open_cache(), report)
    shared.write_data(one_page(built), out)
    return shared.exit_code(packages.severities(built.findings), fail_on)
