"""Writes articles in the format that the user names."""

from __future__ import annotations

import inspect
import itertools
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import click

from malicoup.cli._input import say
from malicoup.cli._output import STDOUT, open_output, write_folder
from malicoup.errors import NoAddressError
from malicoup.formats import json as native
from malicoup.formats import registry
from malicoup.formats._export import Export, Loss, group
from malicoup.model import Article
from malicoup.view import account

#: Names that ``--to`` knows beside those of the registry.
OWN = ("text", "json", "jsonl")
_SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".txt": "text"}
_SHOWN_LOSSES = 8
_WIDEST = 120
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


@attrs.define(frozen=True, kw_only=True)
class Wanted:
    """What the user asks for.

    Attributes:
        to: Name of the format; None to decide by *output*.
        output: File, folder or ``-``.
        losses: File for the loss report.
        options: For the exporter.
        explain: Show rules in the readable account.
        takes_url: Whether the command has an option for the address of the one report.
    """

    to: str | None
    output: str
    losses: str | None = None
    options: Mapping[str, Any] = attrs.field(factory=dict)
    explain: bool = False
    takes_url: bool = False

    def format(self) -> str:
        """The format: as named, as the output's name says, text for a terminal, else lines."""
        if self.to is not None:
            return self.to
        by_suffix = _SUFFIXES.get(Path(self.output).suffix.lower())
        if by_suffix is not None:
            return by_suffix
        return "text" if self.output == STDOUT and _is_terminal() else "jsonl"


def formats() -> tuple[str, ...]:
    """Every name for ``--to``."""
    return (*OWN, *registry.FORMATS)


def emit(articles: Iterable[Article], wanted: Wanted) -> None:
    """Write *articles* as *wanted*.

    Raises:
        click.ClickException: If it cannot be written.
        click.UsageError: If what is asked for does not fit together.
    """
    name = wanted.format()
    if name in OWN:
        _refuse_for_own(name, wanted)
        with open_output(wanted.output) as write:
            for piece in _own_pieces(name, articles, wanted):
                write(piece)
    else:
        _export(name, articles, wanted)


# --- Our own formats ------------------------------


def _refuse_for_own(name: str, wanted: Wanted) -> None:
    if wanted.options:
        raise click.UsageError(f"--to {name} takes no options")
    if wanted.losses is not None:
        with open_output(wanted.losses):  # nothing is lost: an empty file
            pass


def _own_pieces(name: str, articles: Iterable[Article], wanted: Wanted) -> Iterator[bytes]:
    if name == "text":
        yield from _accounts(articles, wanted)
        return
    for number, article in enumerate(articles):
        if name == "json" and number:
            raise click.UsageError("json holds one article; use --to jsonl for several")
        yield f"{native.dumps(article, indent=2 if name == 'json' else None)}\n".encode()


def _accounts(articles: Iterable[Article], wanted: Wanted) -> Iterator[bytes]:
    on_terminal = wanted.output == STDOUT and _is_terminal()
    width = min(shutil.get_terminal_size().columns, _WIDEST) if on_terminal else 100
    color = on_terminal and "NO_COLOR" not in os.environ
    for number, article in enumerate(articles):
        rule = f"\n{'─' * width}\n\n" if number else ""
        text = account(article, explain=wanted.explain, color=color, width=width)
        yield f"{rule}{text}".encode()


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


# --- Exports ------------------------------


def _export(name: str, articles: Iterable[Article], wanted: Wanted) -> None:
    module = registry.get(name)
    try:
        export = _exported(name, module, articles, wanted)
    except NoAddressError as error:
        ways = ("--url ADDRESS or " if wanted.takes_url else "") + "--set base=ADDRESS"
        raise click.ClickException(f"{error}\n  {name} needs an address: add  {ways}") from None
    _write(name, export, wanted, folder=not module.SUFFIX)
    _report_losses(name, export.losses, wanted.losses)


def _exported(
    name: str, module: registry.Format, articles: Iterable[Article], wanted: Wanted
) -> Export:
    """One article by ``dumps``, several by ``dump_many``."""
    stream = iter(articles)
    first = list(itertools.islice(stream, 2))
    if len(first) == 1:
        _check_options(name, module.dumps, wanted.options)
        return module.dumps(first[0], **wanted.options)
    _check_options(name, module.dump_many, wanted.options)
    return module.dump_many(itertools.chain(first, stream), **wanted.options)


def _check_options(name: str, function: Any, options: Mapping[str, Any]) -> None:
    """Refuse options that the exporter does not have."""
    parameters = inspect.signature(function).parameters.values()
    known = [p.name for p in parameters if p.kind is p.KEYWORD_ONLY]
    for option in options:
        if option not in known:
            having = f"it has: {', '.join(known)}" if known else "it has none"
            raise click.UsageError(f"{name} has no option {option!r}; {having}")


def _write(name: str, export: Export, wanted: Wanted, *, folder: bool) -> None:
    if not folder and len(export.files) == 1:
        with open_output(wanted.output) as write:
            write(export.data)
        return
    if wanted.output == STDOUT:
        raise click.UsageError(f"{name} writes several files: name a folder with -o")
    write_folder(wanted.output, export.files)


def _report_losses(name: str, losses: tuple[Loss, ...], target: str | None) -> None:
    if target is not None:
        with open_output(target) as write:
            for loss in losses:
                write(f"{json.dumps(attrs.asdict(loss), ensure_ascii=False)}\n".encode())
        return
    groups = sorted(group(losses).items(), key=lambda item: -item[1])
    if groups:
        say(f"{name} cannot say everything; {len(losses)} values are left out:")
    for (path, reason), count in groups[:_SHOWN_LOSSES]:
        say(f"  {count:5} × {path}: {reason}")
    if len(groups) > _SHOWN_LOSSES:
        say(f"  … and {len(groups) - _SHOWN_LOSSES} more kinds; --losses FILE lists each value")


# --- Values on the command line ------------------------------


def parse_options(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> dict[str, Any]:
    """Read ``--set KEY=VALUE``: truth values, whole numbers, and text for all else."""
    options: dict[str, Any] = {}
    for value in values:
        key, sign, text = value.partition("=")
        if not sign or not key:
            raise click.BadParameter(f"{value!r} is not KEY=VALUE", ctx, param)
        plain = int(text) if text.isascii() and text.isdecimal() else text
        options[key.replace("-", "_")] = _TRUTH.get(text.lower(), plain)
    return options
