"""``tablewright diff``: what changed between two states of the docs, and what that breaks."""

from __future__ import annotations

import datetime
import json
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import click

import gen
from gen.commands import shared
from gen.config import ServiceSettings, Settings
from gen.diff.accepted import accept, load, write_accepted
from gen.diff.change import Report
from gen.diff.formats import (
    changelog_entry,
    report_data,
    rule_infos,
    to_entries,
    to_markdown,
    to_text,
)
from gen.diff.load import State, path_in_repository, resolve
from gen.diff.states import compare_built, read_pair
from gen.findings import TablewrightError
from gen.progress import shown
from gen.report import sarif_log, workflow_commands
from gen.targets import Target, default_package, targets

_FORMATS = ["text", "markdown", "json", "html", "sarif", "github"]


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option("--docs", "docs_path", default="", help="Where the docs lie in a git revision.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="A file, not stdout.")
@click.option(
    "--accepted",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="File of accepted changes, each with a reason and an end date.",
)
@click.option(
    "--write-accepted",
    "reason",
    metavar="REASON",
    default="",
    help="Write the open breaking changes as accepted, for REASON, to the data output instead.",
)
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The end of what --write-accepted accepts; default: in 90 days.",
)
@click.option(
    "--prefix", default="", help="The docs' folder in the repository, for sarif and github."
)
@click.option("--changelog", is_flag=True, help="Propose the changelog's entry instead.")
@click.option(
    "--package-version", default="", help="The package's present version, for --changelog."
)
@shared.CONFIG
def command(
    old: str,
    new: str,
    docs_path: str,
    form: str,
    out: Path | None,
    accepted: Path | None,
    reason: str,
    until: datetime.datetime | None,
    prefix: str,
    changelog: bool,
    package_version: str,
    config: Path | None,
) -> int:
    """Say what changed in the API from OLD to NEW, and what that breaks.

    OLD and NEW are each an existing page or folder of pages, else a git revision. Ends with 1
    when a breaking change is not accepted.
    """
    settings = shared.settings_for(config)
    where = docs_path or _docs_path(settings, old, new)
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tablewright-")))
        one = _target(stack.enter_context(resolve(old, where)), settings, where)
        other = _target(stack.enter_context(resolve(new, where)), settings, where)
        progress = stack.enter_context(shown())
        before, after = read_pair(one, other, shared.open_cache(), progress, scratch)
        report = compare_built(before, after)
        today = datetime.datetime.now(datetime.timezone.utc).date()
        if accepted is not None:
            report = accept(report, load(accepted), today, accepted.name)
        if reason:
            end = until.date() if until else today + datetime.timedelta(days=90)
            noted = accepted.read_text("utf-8") if accepted is not None else ""
            shared.write_data(write_accepted(report, reason, end, noted), out)
            return 0
        if changelog:
            text = changelog_entry(report, package_version)
        elif form == "html":
            from gen.review.states import diff_page

            text = diff_page(before, after, report)
        else:
            text = _formatted(report, form, prefix)
    shared.write_data(text, out)
    _tell(report, form, changelog)
    return int(report.breaking)


def _docs_path(settings: Settings, old: str, new: str) -> str:
    """Where the docs lie in a revision: as the other side's path, else as the only configured service's."""
    for side in (new, old):
        if Path(side).exists():
            return path_in_repository(Path(side))
    if len(settings.services) == 1:
        return path_in_repository(settings.services[0].docs)
    if len(settings.services) > 1:
        raise TablewrightError(
            "several services are configured", hint="say which docs are meant with --docs PATH"
        )
    return ""


def _target(state: State, settings: Settings, where: str) -> Target:
    """The service of a state, with the settings its docs have in the configuration."""
    target = targets(settings, state.docs)[0]
    if state.temporary:
        # A temporary folder's own name says nothing.
        target = targets(settings, state.docs, default_package(state.origin))[0]
        for service in settings.services:
            if where and path_in_repository(service.docs) == where:
                target = targets(_moved(settings, service, state.docs), state.docs)[0]
    return target


def _moved(settings: Settings, service: ServiceSettings, docs: Path) -> Settings:
    """The service's settings for a copy of its docs; its lock and errata are those of the copy."""
    resolved = docs.resolve()
    moved = replace(
        service,
        docs=resolved,
        errata=_beside(service.errata, service.docs, resolved),
        lock=_beside(service.lock, service.docs, resolved),
    )
    return replace(settings, services=(moved,))


def _beside(file: Path | None, docs: Path, copy: Path) -> Path | None:
    if file is None:
        return None
    folder = docs if docs.is_dir() else docs.parent
    try:
        moved = copy / file.resolve().relative_to(folder.resolve())
    except ValueError:
        return file
    return moved if moved.exists() else None


def _formatted(report: Report, form: str, prefix: str) -> str:
    if form == "json":
        return json.dumps(report_data(report), indent=2, ensure_ascii=True)
    if form == "markdown":
        return to_markdown(report)
    if form == "github":
        return workflow_commands(to_entries(report), prefix)
    if form == "sarif":
        log = sarif_log(to_entries(report), rule_infos(), version=gen.__version__, prefix=prefix)
        return json.dumps(log, indent=2, ensure_ascii=True)
    return to_text(report)


def _tell(report: Report, form: str, changelog: bool) -> None:
    from gen.diff.formats.text import summary, version_text

    if form != "text" or changelog:
        click.echo(f"{summary(report)}; {version_text(report)}", err=True)
        for notice in report.notices:
            click.echo(f"notice: {notice}", err=True)
