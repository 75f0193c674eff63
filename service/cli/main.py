"""The command `luanchuyen`: its subcommands, and the exit codes they share.

Exit codes: 0 all done; 1 some files could not be read as articles (the others were); 2 wrong usage; 3 a setting or
reader that cannot be used, so that nothing was done; 141 whoever reads the output went away, as `| head` does.
"""

import os
import sys
from importlib import import_module
from importlib.metadata import entry_points

import click

from service.errors import LuanChuyenError

SOME_FILES_FAILED = 1
CANNOT_START = 3
READER_LEFT = 141
"""What a shell says of a program that SIGPIPE ended: 128 + 13. Click's own 1 would mean files that cannot be read."""

_OWN = {
    "extract": "service.cli.extract",
    "schema": "service.cli.schema",
    "serve": "service.cli.serve",
}
GROUP = "luanchuyen.commands"


class _LazyGroup(click.Group):
    """Imports a subcommand when it is called; other packages add theirs as entry points of the group `GROUP`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*_OWN, *(point.name for point in entry_points(group=GROUP))})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _OWN:
            command = import_module(_OWN[cmd_name]).command
        else:
            found = [point for point in entry_points(group=GROUP) if point.name == cmd_name]
            if not found:
                return None
            command = found[0].load()
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except LuanChuyenError as error:
            click.echo(f"luanchuyen: {error.code}: {error}", err=True)
            ctx.exit(CANNOT_START)
        except BrokenPipeError:
            _close_output()
            ctx.exit(READER_LEFT)


def _close_output() -> None:
    """Send what is still buffered to nowhere, so that the interpreter's last flush does not fail on the broken pipe."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from service.version import version

        click.echo(f"luanchuyen {version()}")
        ctx.exit()


@click.command(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version."
)
def main() -> None:
    """Read Vietnamese articles on the rotation of officials into checked facts."""
