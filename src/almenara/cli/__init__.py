"""The command line: the only place that prints or exits. Commands are imported when they are called."""

import importlib
import signal
import sys
from types import FrameType
from typing import Any

import click

COMMANDS = {
    "code": "Read files in English and Spanish and write what happened in them, with the words that say so.",
    "gazetteer": "Build, search and extend the gazetteer of places.",
    "codebook": "Print the acts and vocabularies, their definitions and their codes in other schemes.",
    "score": "Compare codings with gold.",
    "doctor": "Say what is installed, which models, and whether a smoke page codes right.",
}

INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it


class Lazy(click.Group):
    """A group that imports a command only when it is run, so that `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"almenara.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an interruption or a system's refusal is told in one line."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            newline = "\n" if sys.stderr.isatty() else ""  # the terminal has shown ^C
            click.echo(f"{newline}almenara: interrupted; no file was written", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            raise  # click's own way: silent
        except OSError as error:
            from almenara.cli.output import abandon_stdout

            abandon_stdout()
            raise click.ClickException(": ".join(filter(None, (error.filename, error.strerror or str(error))))) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="almenara", message="%(prog)s %(version)s")
def almenara() -> None:
    """Almenara: a page in, a record that can be checked out.

    Offline, in English and Spanish: who did what to whom, where, when, who says so, and the sentence that says it.
    """


def main(args: list[str] | None = None) -> Any:
    """Run the command line; exit status 0 all done, 1 some refused or failed, 2 usage, 130 interrupted."""
    signal.signal(signal.SIGTERM, _terminated)
    return almenara.main(args=args, prog_name="almenara")


def _terminated(number: int, frame: FrameType | None) -> None:
    """End as at an interruption, or a half-written temporary file would stay."""
    sys.exit(128 + number)
