"""What several commands share: options, settings, findings for people, exit codes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from gen.cache import Cache, default_folder
from gen.config import Settings, load
from gen.findings import SEVERITIES, Finding, TablewrightError
from gen.targets import Target, targets

F = TypeVar("F", bound=Callable[..., Any])

DOCS = click.argument("docs", type=click.Path(path_type=Path), required=False)
NEEDED_DOCS = click.argument("docs", type=click.Path(path_type=Path))
CONFIG = click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Settings file instead of the nearest tablewright.toml or pyproject.toml.",
)
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["never", *SEVERITIES]),
    default="never",
    show_default=True,
    help="End with 1 when there are findings of this level or above.",
)
QUIET = click.option("-q", "--quiet", is_flag=True, help="Say less on stderr.")


def settings_for(config: Path | None, docs: Path | None = None) -> Settings:
    """The settings that govern the current folder, else those that govern ``docs``.

    Raises TablewrightError where ``docs`` does not exist.
    """
    if docs is not None and not docs.exists():
        raise TablewrightError(
            f"{docs} does not exist", hint="give a page or a folder of .rst pages"
        )
    return load(Path.cwd(), config)


def one_target(docs: Path, config: Path | None, package: str = "") -> Target:
    """The service at ``docs``."""
    return targets(settings_for(config, docs), docs, package)[0]


def open_cache() -> Cache:
    """The cache this user's runs share, rid of what was not used for long."""
    cache = Cache(default_folder())
    cache.tidy()
    return cache


def write_data(text: str, out: Path | None) -> None:
    """``text`` to the file ``out``, whole or not at all, or to stdout."""
    if out is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    text = text if text.endswith("\n") else text + "\n"
    # A link is followed: what it leads to is what is to be replaced.
    target = Path(os.path.realpath(out))
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not target.is_file():
            # /dev/stdout, a named pipe: nothing that could be replaced.
            target.write_text(text, "utf-8")
            return
        part.write_text(text, "utf-8")
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise TablewrightError(
            f"{out} cannot be written: {error.strerror}; nothing was changed",
            hint="choose another place with -o",
        ) from error


def tell_findings(findings: Iterable[Finding], quiet: bool = False) -> None:
    """Errors one a line on stderr, the rest as a count that names the command to see them."""
    from gen.cli import visible

    found = list(findings)
    for one in found:
        if one.severity == "error":
            click.echo(visible(str(one)), err=True)
    rest = sum(one.severity != "error" for one in found)
    if rest and not quiet:
        click.echo(f"{rest} more findings about the docs: tablewright lint", err=True)


def exit_code(counts: dict[str, int], fail_on: str) -> int:
    """1 when there is a finding at or above ``fail_on``, else 0."""
    if fail_on == "never":
        return 0
    levels = SEVERITIES[SEVERITIES.index(fail_on) :]
    return int(any(counts.get(level) for level in levels))
