"""Writes results so that nothing is left half-written.

A file is written under another name in the same folder and renamed once it is complete; so is a
folder. Standard output and devices are written to as they are.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from errno import EPIPE
from pathlib import Path
from typing import BinaryIO

import click

STDOUT = "-"
Write = Callable[[bytes], object]


@contextmanager
def open_output(name: str) -> Iterator[Write]:
    """A function that writes bytes to *name*; what was there stays until all is written.

    Raises:
        click.ClickException: If it cannot be written.
    """
    with _failures(name):
        if name == STDOUT:
            stream = binary_stdout()
            yield stream.write
            stream.flush()
        elif _is_special(name):
            with Path(name).open("wb") as device:
                yield device.write
        else:
            with _renamed_file(Path(os.path.realpath(name))) as file:
                yield file.write


def binary_stdout() -> BinaryIO:
    """Standard output for bytes.

    Raises:
        click.ClickException: If the program was started without one.
    """
    if sys.stdout is None:
        raise click.ClickException("standard output is closed")
    return sys.stdout.buffer


def _is_special(name: str) -> bool:
    """Whether *name* is a device or a pipe, which must not be replaced by a file."""
    try:
        mode = Path(name).stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise click.ClickException(f"{name}: is a folder; name a file in it")
    return not stat.S_ISREG(mode)


@contextmanager
def _renamed_file(target: Path) -> Iterator[BinaryIO]:
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    path = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        path.chmod(mode)
        path.replace(target)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def write_folder(name: str, files: Mapping[str, bytes]) -> None:
    """Write *files* as the folder *name*, which must not hold anything yet.

    Raises:
        click.ClickException: If it does, or cannot be written.
    """
    target = Path(os.path.realpath(name))
    with _failures(name):
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise click.ClickException(f"{name}: is there already; name a new or empty folder")
        temporary = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}.", dir=target.parent))
        try:
            for inner, data in files.items():
                path = temporary / inner
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            temporary.chmod(0o777 & ~_umask())
            if target.exists():
                target.rmdir()  # empty; renaming onto it fails on some systems
            temporary.rename(target)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise


@contextmanager
def _failures(name: str) -> Iterator[None]:
    """Turn errors of the system into messages; a closed pipe goes on to click, which is quiet."""
    try:
        yield
    except OSError as error:
        if error.errno == EPIPE:
            raise
        place = "standard output" if name == STDOUT else click.format_filename(name)
        raise click.ClickException(f"{place}: {error.strerror or error}") from None
