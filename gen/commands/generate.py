"""``tablewright generate``: docs → packages, written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gen import output, runs
from gen.commands import shared
from gen.progress import shown
from gen.targets import Target, targets


@click.command("generate")
@shared.DOCS
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Where packages go.")
@click.option("--package", default="", help="The package's name.")
@shared.CONFIG
@shared.FAIL_ON
@shared.QUIET
def command(
    docs: Path | None,
    out: Path | None,
    package: str,
    config: Path | None,
    fail_on: str,
    quiet: bool,
) -> int:
    """Make typed client packages from DOCS; without DOCS, everything in the configuration.

    Writes DIR/<package>/ and its tests, DIR/tests/<package>/, and prints one JSON line a package.
    """
    settings = shared.settings_for(config, docs)
    folder = out or settings.output
    chosen = targets(settings, docs, package)
    counts: dict[str, int] = {}
    with output.exclusive(folder):
        for target in chosen:
            plan = _one(target, folder, quiet)
            line = {**plan.line, "path": str((folder / target.package).resolve())}
            click.echo(json.dumps(line, ensure_ascii=True))
            for level, count in plan.severities.items():
                counts[level] = counts.get(level, 0) + count
    return shared.exit_code(counts, fail_on)


def _one(target: Target, folder: Path, quiet: bool) -> runs.Plan:
    cache = shared.open_cache()
    docs = runs.docs_of(target)
    source = runs.source_key(target, docs)
    known = runs.remembered(target, folder, runs.run_key(source, docs.lock), cache)
    if known is not None:
        if not quiet:
            click.echo(f"{target.package}: nothing has changed", err=True)
        return known
    # Loaded late: where nothing has changed, neither readers nor back ends are needed.
    from gen import packages

    with shown() as report:
        built, plan = packages.plan(target, docs, source, cache, report)
    shared.tell_findings(built.findings, quiet)
    edited = output.hand_edits(folder / target.package)
    if edited and not quiet:
        click.echo(f"{target.package}: overwriting edits by hand in {', '.join(edited)}", err=True)
    differences = {
        tree.target: output.compare(folder / tree.target, tree.files) for tree in plan.trees
    }
    singles = runs.stale_singles(plan)
    if singles or any(differences.values()):
        output.write(folder, list(plan.trees), singles)
    lock = built.lock.dump() if plan.singles else docs.lock
    runs.remember(plan, folder, runs.run_key(source, lock), cache)
    if not plan.singles and not quiet:
        click.echo(
            f"{target.package}: names.lock is not kept, the docs are read-only;"
            " configure `lock` to keep names for ever",
            err=True,
        )
    if not quiet:
        _tell(target, len(built.service.operations), differences)
    return plan


def _tell(target: Target, operations: int, differences: dict[str, output.Difference]) -> None:
    added = sum(len(one.added) for one in differences.values())
    changed = sum(len(one.changed) for one in differences.values())
    removed = sum(len(one.removed) for one in differences.values())
    click.echo(
        f"{target.package}: {operations} operations; "
        f"files added {added}, changed {changed}, removed {removed}",
        err=True,
    )
