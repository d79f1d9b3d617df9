"""``tablewright generate``: docs → packages, written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gen import output, runs
from gen.cache import Cache
from gen.commands import shared
from gen.progress import shown
from gen.staleness import some
from gen.targets import targets


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
    cache = shared.open_cache()
    with output.exclusive(folder):
        sources = [runs.source_of(target) for target in chosen]
        plans = [runs.remembered(source, folder, cache) for source in sources]
        changed = [one for one, plan in zip(sources, plans, strict=True) if plan is None]
        made = iter(_made(changed, cache))
        for source, known in zip(sources, plans, strict=True):
            plan = known or next(made)
            if known is None:
                _write(source, plan, folder, cache, quiet)
            elif not quiet:
                click.echo(f"{source.target.package}: nothing has changed", err=True)
            path = str((folder / source.target.package).resolve())
            click.echo(json.dumps({**plan.line, "path": path}, ensure_ascii=True))
            for level, count in plan.severities.items():
                counts[level] = counts.get(level, 0) + count
    return shared.exit_code(counts, fail_on)


def _edits(folder: Path, tree: output.Tree) -> list[str]:
    return output.hand_edits(folder / tree.target)


def _made(changed: list[runs.Source], cache: Cache) -> list[runs.Plan]:
    if not changed:
        return []
    # Loaded late: where nothing has changed, neither readers nor back ends are needed.
    from gen import packages

    with shown() as report:
        return packages.plans(changed, cache, report)


def _write(source: runs.Source, plan: runs.Plan, folder: Path, cache: Cache, quiet: bool) -> None:
    package = source.target.package
    shared.tell_findings(plan.findings, quiet)
    edited = [f"{tree.target}/{one}" for tree in plan.trees for one in _edits(folder, tree)]
    differences = {
        tree.target: output.compare(folder / tree.target, tree.files) for tree in plan.trees
    }
    singles = runs.stale_singles(plan)
    if singles or any(differences.values()):
        output.write(folder, list(plan.trees), singles)
    runs.remember(source, plan, folder, cache)
    if edited:
        click.echo(f"{package}: overwrote edits by hand in {some(edited)}", err=True)
    if quiet:
        return
    if not plan.singles:
        click.echo(
            f"{package}: names.lock is not kept, the docs are read-only;"
            " configure `lock` to keep names for ever",
            err=True,
        )
    added = sum(len(one.added) for one in differences.values())
    changed = sum(len(one.changed) for one in differences.values())
    removed = sum(len(one.removed) for one in differences.values())
    click.echo(
        f"{package}: {plan.line['operations']} operations; "
        f"files added {added}, changed {changed}, removed {removed}",
        err=True,
    )
