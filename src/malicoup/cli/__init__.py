"""The command line: reads arguments and hands them on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from errno import EPIPE
from typing import Any, TypeVar

import click

from malicoup.cli import _emit, _input
from malicoup.cli._encoding import Encoding
from malicoup.cli._output import STDOUT, open_output
from malicoup.errors import MalicoupError
from malicoup.model import Article

__all__ = ["main"]

_F = TypeVar("_F", bound=Callable[..., Any])
_FILE = click.Path(allow_dash=True)


class _Commands(click.Group):
    """A group whose commands end in a message where something known goes wrong."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MalicoupError as error:
            raise click.ClickException(str(error)) from None
        except OSError as error:
            if error.errno == EPIPE:
                raise  # click leaves quietly, with exit code 1
            raise click.ClickException(str(error)) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        import malicoup

        click.echo(f"malicoup {malicoup.__version__}")
        ctx.exit()


def _day(ctx: click.Context, param: click.Parameter, value: datetime | None) -> date | None:
    return None if value is None else value.date()


def _output_options(command: _F) -> _F:
    """The options of every command that writes articles."""
    options = (
        click.option(
            "--to",
            type=click.Choice(_emit.formats()),
            metavar="NAME",
            help="Format; `malicoup formats` lists them. By default the suffix of OUT decides, "
            "else text on a terminal and jsonl in a pipe.",
        ),
        click.option(
            "-o", "--output", type=_FILE, default=STDOUT, metavar="OUT",
            help="File to write, or folder for a format of several files.",
        ),
        click.option(
            "--losses", type=_FILE, metavar="FILE",
            help="Write what the format cannot say to FILE, as JSON lines.",
        ),
        click.option(
            "--set", "options", multiple=True, callback=_emit.parse_options, metavar="KEY=VALUE",
            help="An option of the format, as its page in the documentation names it.",
        ),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version,
    help="Show the version.",
)  # fmt: skip
def main() -> None:
    """Read Arabic news reports: who said what, how surely, and what happened.

    Exit codes: 0 all went well; 1 something could not be read or written, or is not valid; 2 the
    command was not understood.
    """


@main.command()
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE…")
@_output_options
@click.option(
    "--published", type=click.DateTime(["%Y-%m-%d"]), callback=_day, metavar="DATE",
    help="Day of publication (2020-08-26), for dates such as “yesterday”.",
)  # fmt: skip
@click.option("--url", help="Where the report was published.")
@click.option("--publisher", help="Name of the outlet, where the text does not give it.")
@click.option("--encoding", type=Encoding(), help="Encoding of the files, if it is not UTF-8.")
@click.option("--explain", is_flag=True, help="Show the rule behind each finding (text only).")
@click.option(
    "--keep-going", is_flag=True,
    help="Leave out files that cannot be read; the exit code is 1 all the same.",
)  # fmt: skip
@click.option(
    "--max-bytes", type=click.IntRange(min=1), default=_input.MAX_REPORT, show_default=True,
    help="Refuse files that are longer.",
)  # fmt: skip
def parse(
    files: tuple[str, ...],
    to: str | None,
    output: str,
    losses: str | None,
    options: dict[str, Any],
    explain: bool,
    keep_going: bool,
    url: str | None,
    **reading: Any,
) -> None:
    """Read reports: plain text in UTF-8, or saved web pages. - is standard input.

    Publication date, outlet and address are taken from a web page where the options do not say
    otherwise. Several reports make one file.
    """
    _input.refuse_stdin_twice(*files)
    if url is not None and len(files) > 1:
        raise click.UsageError("--url belongs to one report")
    wanted = _emit.Wanted(
        to=to, output=output, losses=losses, options=options, explain=explain,
        takes_url=len(files) == 1,
    )  # fmt: skip
    if wanted.format() == "json" and len(files) > 1:
        raise click.UsageError("json holds one article; use --to jsonl for several")
    failed: list[str] = []
    articles = _parsed(files, failed, keep_going, url=url, **reading)
    _emit.emit(articles, wanted)
    if failed:
        raise click.ClickException(f"{len(failed)} of {len(files)} files could not be read")


def _parsed(
    files: tuple[str, ...],
    failed: list[str],
    keep_going: bool,
    *,
    encoding: str | None,
    max_bytes: int,
    **about: Any,
) -> Iterator[Article]:
    """Articles of the files, with a line each on standard error where there are several."""
    from malicoup.parse import parse as read

    for number, name in enumerate(files, start=1):
        try:
            page = _input.read_report(name, encoding=encoding, max_bytes=max_bytes)
        except click.ClickException as error:
            if not keep_going:
                raise
            failed.append(name)
            _input.say(f"[{number}/{len(files)}] left out: {error.message}")
            continue
        page = _input.with_page(page, **about)
        article = read(page.text, published=page.published, url=page.url, publisher=page.publisher)
        if len(files) > 1:
            found = f"{len(article.quotes)} statements, {len(article.diagnostics)} doubts"
            _input.say(f"[{number}/{len(files)}] {_input.show(name)}: {found}")
        yield article


@main.command()
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE…")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def validate(files: tuple[str, ...], strict: bool) -> None:
    """Check articles in JSON or JSON lines and list everything that is wrong or doubtful.

    The exit code is 1 if there is an error.
    """
    from malicoup.validate import validate as check

    _input.refuse_stdin_twice(*files)
    sound = True
    for name in files:
        for number, article in enumerate(_input.read_articles(name), start=1):
            report = check(article)
            sound = sound and report.ok and not (strict and report.warnings)
            head, *issues = str(report).splitlines()
            click.echo(f"{_input.show(name)}: article {number}: {head}")
            for issue in issues:
                click.echo(f"  {issue}")
    if not sound:
        click.get_current_context().exit(1)


@main.command()
@click.option("-o", "--output", type=_FILE, default=STDOUT, metavar="OUT", help="File to write.")
def schema(output: str) -> None:
    """Write the JSON Schema of the native format."""
    from malicoup.formats.schema import schema_text

    with open_output(output) as write:
        write(schema_text().encode())


@main.command()
@click.argument("file", type=_FILE)
@_output_options
def convert(
    file: str, to: str | None, output: str, losses: str | None, options: dict[str, Any]
) -> None:
    """Write articles in JSON or JSON lines in another format."""
    wanted = _emit.Wanted(to=to, output=output, losses=losses, options=options)
    _emit.emit(_input.read_articles(file), wanted)


@main.command()
@click.argument("file", type=_FILE)
@click.argument("corrected", type=click.Path())
@click.option(
    "--from", "origin", type=click.Choice(["brat", "cas", "labelstudio"]), required=True,
    help="Tool in which it was corrected.",
)  # fmt: skip
@click.option("-o", "--output", type=_FILE, default=STDOUT, metavar="OUT", help="File to write.")
def correct(file: str, corrected: str, origin: str, output: str) -> None:
    """Bring corrections made in an annotation tool back into an article.

    FILE is the article that was exported, CORRECTED the file or folder that the tool gave back.
    What was changed is listed on standard error.
    """
    from malicoup.formats import registry

    article = _input.read_article(file)
    module: Any = registry.get(origin)
    new, report = module.loads(_input.read_folder(corrected), article)
    for line in report.lines():
        _input.say(line)
    _emit.emit([new], _emit.Wanted(to="json", output=output))


@main.command()
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where they differ.")
def diff(old: str, new: str, exit_code: bool) -> None:
    """Show what differs between two articles of the same report, a line a difference."""
    from malicoup.formats.diff import diff as compare

    _input.refuse_stdin_twice(old, new)
    changes = compare(_input.read_article(old), _input.read_article(new))
    for change in changes:
        click.echo(change.message)
    if exit_code and changes:
        click.get_current_context().exit(1)


@main.command()
@click.argument("gold", type=_FILE)
@click.argument("predicted", type=_FILE)
def score(gold: str, predicted: str) -> None:
    """Measure predicted articles against corrected ones: precision, recall, F1.

    Both files may hold several articles; those of the same text are compared.
    """
    from malicoup.score import score as measure
    from malicoup.score import total

    _input.refuse_stdin_twice(gold, predicted)
    predictions = {article.text_sha256: article for article in _input.read_articles(predicted)}
    scores = []
    for number, article in enumerate(_input.read_articles(gold), start=1):
        if article.text_sha256 not in predictions:
            problem = f"holds no article of the text of article {number} in {_input.show(gold)}"
            raise _input.file_failure(predicted, problem)
        scores.append(measure(article, predictions[article.text_sha256]))
    for row in total(scores).rows():
        click.echo(row)


@main.command()
def formats() -> None:
    """List the formats that articles can be written in."""
    own = {
        "text": "A readable account for a terminal.",
        "json": "The native format, lossless: one article.",
        "jsonl": "The native format, an article a line.",
    }
    for name in _emit.formats():
        click.echo(f"{name:12} {own.get(name) or _summary(name)}")


def _summary(name: str) -> str:
    """First sentence of a format's module, and what it needs."""
    from malicoup.formats import registry

    module: Any = registry.get(name)
    line = " ".join((module.__doc__ or "").split("\n\n")[0].split())
    needs = f" Needs malicoup[{module.EXTRA}]." if module.EXTRA else ""
    return f"{line}{needs}"
