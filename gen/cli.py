"""The command line: arguments in, exit codes out (DESIGN §3). Commands live in ``gen.commands``."""

from __future__ import annotations

import gc
import importlib
import sys
import traceback

import click

import gen
from gen.findings import TablewrightError

# Name → what the list of commands says of it; modules are imported when a command is used.
COMMANDS = {
    "generate": "Make the packages from the docs.",
    "check": "Is committed output what the docs say today?",
    "lint": "Report findings about the docs.",
    "openapi": "Write OpenAPI 3.1.",
    "model": "Write the intermediate model as JSON.",
    "coverage": "Count what of the docs was read.",
    "diff": "Say what changed between two states of the docs, and what that breaks.",
    "review": "Lay the docs beside their code, as one HTML page.",
    "vendor": "Put a generated package into another project.",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"gen.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(gen.__version__, prog_name="tablewright")
def cli() -> None:
    """Typed, validated Python clients from API reference pages.

    DOCS is a page or a folder of pages (an api-ref/source tree works as it stands);
    one folder is one service. Data goes to stdout, everything for people to stderr.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit: 0 done, 1 findings or differences, 2 nothing was written or read."""
    # A run builds one large tree of values and ends: collecting garbage only costs time.
    gc.disable()
    try:
        code = cli.main(args=arguments, prog_name="tablewright", standalone_mode=False)
    except TablewrightError as error:
        click.echo(f"error: {visible(str(error))}", err=True)
        code = 2
    except click.exceptions.Abort:
        click.echo("interrupted; nothing was changed", err=True)
        code = 130
    except click.ClickException as error:
        error.show()
        code = 2
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    except Exception:
        # Exit code 1 has a meaning (stale, breaking); a mistake of ours must not look like it.
        traceback.print_exc()
        click.echo(
            "this is a mistake in tablewright, please report it; nothing was changed", err=True
        )
        code = 2
    sys.exit(code if isinstance(code, int) else 0)


def visible(text: str) -> str:
    """``text`` with control characters written out, so that doc text cannot drive a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in text)
