"""``tablewright vendor``: a generated package into another project, and kept current there."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gen.report.escape import terminal
from gen.vendor import TEXTS, check, vendor


@click.command("vendor")
@click.argument("package", type=click.Path(path_type=Path))
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder that is to hold the package, such as src/app/_vendor.",
)
@click.option("--name", default="", help="Another name for the package there.")
@click.option("--update", is_flag=True, help="Replace an earlier copy.")
@click.option("--check", "only_check", is_flag=True, help="Verify the copy; write nothing.")
@click.option("--force", is_flag=True, help="Overwrite edits of the copy.")
def command(
    package: Path, into: Path, name: str, update: bool, only_check: bool, force: bool
) -> int:
    """Put the generated PACKAGE into another project as DIR/<name>.

    With --check, PACKAGE may be just the name of the copy: it is then held against its own
    record alone. Ends with 1 when the copy is not as it should be.
    """
    if only_check and (update or force):
        raise click.UsageError("--check writes nothing: it goes with neither --update nor --force")
    if only_check:
        problems = check(package, into, name=name)
        for problem in problems:
            click.echo(terminal(problem), err=True)
        if not problems:
            click.echo(f"{name or package.resolve().name}: as recorded", err=True)
        return int(bool(problems))
    done = vendor(package, into, name=name, update=update, force=force)
    for item in done.missing:
        click.echo(
            f"{done.package} comes without {item}, {TEXTS[item]}: put it beside the pages,"
            " and generate anew",
            err=True,
        )
    line = {
        "package": done.package,
        "path": str(done.path),
        "version": done.version,
        "action": done.action,
        "added": len(done.added),
        "changed": len(done.changed),
        "removed": len(done.removed),
        "missing": list(done.missing),
    }
    click.echo(json.dumps(line, ensure_ascii=True))
    return 0
