"""``tablewright check``: is committed output what the docs say today?"""

from __future__ import annotations

import json
from pathlib import Path

import click

from gen import runs
from gen.cache import Cache
from gen.cli import visible
from gen.commands import shared
from gen.progress import shown
from gen.staleness import Stale, code_difference, judge
from gen.targets import Target, targets


@click.command("check")
@shared.DOCS
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Where packages are.")
@click.option("--package", default="", help="The package's name.")
@click.option("--lines", default=200, show_default=True, help="Lines of code difference to print.")
@shared.CONFIG
@shared.QUIET
def command(
    docs: Path | None, out: Path | None, package: str, lines: int, config: Path | None, quiet: bool
) -> int:
    """Compare committed output with what the docs say today; 1 when it is stale.

    Prints what changed in the API first, then the code, then the command that mends it.
    Writes nothing.
    """
    settings = shared.settings_for(config, docs)
    folder = out or settings.output
    stale = [
        one for one in targets(settings, docs, package) if not _fresh(one, folder, lines, quiet)
    ]
    if not stale:
        return 0
    given = [f" {docs}" if docs else "", f" -o {out}" if out else ""]
    given += [f" --package {package}" if package else "", f" --config {config}" if config else ""]
    click.echo(f"\nto mend it: tablewright generate{''.join(given)}", err=True)
    return 1


def _fresh(target: Target, folder: Path, lines: int, quiet: bool) -> bool:
    cache = shared.open_cache()
    source = runs.source_of(target)
    if runs.remembered(source, folder, cache) is None:
        plan = _planned(source, cache)
        found = [one for tree in plan.trees if (one := judge(folder, tree)) is not None]
        locks = runs.stale_singles(plan)
        if found or locks:
            _tell(target, folder, found, lines)
            for path in locks:
                click.echo(f"{target.package}: {path.name} is stale", err=True)
            return False
        runs.remember(source, plan, folder, cache)
    if not quiet:
        click.echo(f"{target.package}: fresh", err=True)
    return True


def _planned(source: runs.Source, cache: Cache) -> runs.Plan:
    # Loaded late: where nothing has changed, neither readers nor back ends are needed.
    from gen import packages

    with shown() as report:
        return packages.plan(source, cache, report)


def _tell(target: Target, folder: Path, found: list[Stale], lines: int) -> None:
    for one in found:
        detail = f": {one.detail}" if one.detail else ""
        only = one.kind in ("positions", "manifest")
        label = f"{one.kind} only" if only else f"stale ({one.kind})"
        click.echo(visible(f"{one.tree.target}: {label}{detail}"), err=True)
    for one in found:
        if one.kind == "content" and "model.json" in one.tree.files:
            click.echo(visible(_meaning(folder, one)))
    for one in found:
        # Of what was never generated, all of it is new.
        if one.kind not in ("positions", "manifest", "missing"):
            for line in code_difference(folder, one, lines):
                click.echo(line)


def _meaning(folder: Path, stale: Stale) -> str:
    """What changed in the API, from the model that was committed beside the emitted tests."""
    from gen.diff.compare import compare
    from gen.diff.formats.text import to_text
    from gen.model import Service
    from gen.serial import SerialError, from_json

    path = folder / stale.tree.target / "model.json"
    try:
        old = from_json(Service, json.loads(path.read_bytes()))
    except (OSError, ValueError, SerialError):
        return "the committed model.json cannot be read; what changed in the API is not known"
    new = from_json(Service, json.loads(stale.tree.files["model.json"]))
    return to_text(compare(old, new))
