"""``tablewright lint``: findings about the docs."""

from __future__ import annotations

import json
from pathlib import Path

import click

import gen
from gen.build import read_service
from gen.commands import shared
from gen.findings import SEVERITIES, Finding, TablewrightError
from gen.lint import (
    apply_baseline,
    check_service,
    failing,
    findings_data,
    load_baseline,
    ordered,
    to_entries,
    to_text,
    write_baseline,
)
from gen.lint.formats import counted, rule_infos
from gen.progress import shown
from gen.report import sarif_log, workflow_commands
from gen.targets import targets


@click.command("lint")
@shared.DOCS
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text"
)
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="A file, not stdout.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File of accepted findings; default: the configuration's.",
)
@click.option(
    "--write-baseline",
    "reason",
    metavar="REASON",
    default="",
    help="Write the open findings as accepted, for REASON, to the data output instead.",
)
@click.option(
    "--prefix", default="", help="The docs' folder in the repository, for sarif and github."
)
@click.option(
    "--fail-on",
    type=click.Choice(["never", *SEVERITIES]),
    default="error",
    show_default=True,
    help="End with 1 when there are open findings of this level or above.",
)
@shared.CONFIG
def command(
    docs: Path | None,
    form: str,
    out: Path | None,
    baseline: Path | None,
    reason: str,
    prefix: str,
    fail_on: str,
    config: Path | None,
) -> int:
    """Report findings about DOCS; without DOCS, about every service of the configuration."""
    settings = shared.settings_for(config, docs)
    found: list[Finding] = []
    for target in targets(settings, docs):
        with shown() as report:
            built = read_service(target, shared.open_cache(), report)
        found += [*built.findings, *check_service(built.linked)]
    found = ordered(found)
    accepted = baseline or settings.baseline
    if accepted is not None and accepted.exists():
        found, notices = apply_baseline(found, load_baseline(accepted))
        for notice in notices:
            click.echo(f"notice: {notice}", err=True)
    elif accepted is not None and baseline is None:
        click.echo(f"notice: the baseline {accepted} does not exist; nothing is accepted", err=True)
    elif baseline is not None:
        raise TablewrightError(
            f"{baseline} does not exist", hint="make it with --write-baseline REASON"
        )
    if reason:
        shared.write_data(write_baseline(found, reason), out)
        return 0
    shared.write_data(_formatted(found, form, prefix), out)
    if form != "text":
        click.echo(counted(found), err=True)
    if fail_on == "never":
        return 0
    return int(bool(failing(found, fail_on)))  # type: ignore[arg-type]


def _formatted(found: list[Finding], form: str, prefix: str) -> str:
    if form == "json":
        return json.dumps(findings_data(found), indent=2, ensure_ascii=True)
    if form == "github":
        return workflow_commands(to_entries(found), prefix)
    if form == "sarif":
        log = sarif_log(to_entries(found), rule_infos(), version=gen.__version__, prefix=prefix)
        return json.dumps(log, indent=2, ensure_ascii=True)
    return to_text(found)
