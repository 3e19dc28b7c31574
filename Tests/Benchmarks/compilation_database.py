"""Reads `compile_commands.json` the way a parser needs it: no outputs, no dependency files."""

import json
import os
import shlex
from typing import NamedTuple

SOURCES = (".c", ".C", ".cc", ".cp", ".cpp", ".cxx", ".c++", ".CPP", ".m", ".mm", ".i", ".ii")
LAUNCHERS = ("ccache", "distcc", "icecc", "sccache")

# Options that write files, or that load code into the compiler.
DROPPED = ("-c", "-S", "-E", "-M", "-MM", "-MD", "-MMD", "-MP", "-MG", "-MV")
DROPPED_WITH_VALUE = ("-o", "-MF", "-MT", "-MQ", "-MJ", "--serialize-diagnostics")
DROPPED_PREFIXES = (
    "-o", "-MF", "-MT", "-MQ", "-Wp,-M", "-save-temps", "--save-temps",
    "-fplugin", "-fpass-plugin", "-fdump-",
)


class Entry(NamedTuple):
    """One compilation: the folder it runs in, its source, and the flags that decide the parse.

    `directory` is absolute, `file` is as the database has it, and `flags` starts after the
    compiler and still holds the source file.
    """

    directory: str
    file: str
    is_cxx_driver: bool
    flags: tuple[str, ...]

    @property
    def path(self) -> str:
        """The absolute, not yet resolved path of the source."""
        return os.path.join(self.directory, self.file)

    def check_command(self, clang: str) -> list[str]:
        """The command that makes `clang` parse this entry and produce nothing."""
        mode = ["--driver-mode=g++"] if self.is_cxx_driver else []
        return [clang, *mode, *self.flags, "-fsyntax-only", "-w"]


def read(path: str) -> tuple[list[Entry], int]:
    """The distinct C-family entries of the database at `path`, and how many it has in all.

    Entries that differ in their outputs only are one. Raises OSError or ValueError.
    """
    base = os.path.dirname(os.path.abspath(path))
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        records = json.load(file)
    if not isinstance(records, list):
        raise ValueError(f"'{path}' is not a list of compile commands")
    entries = (_entry(record, base) for record in records)
    return list(dict.fromkeys(e for e in entries if e.file.endswith(SOURCES))), len(records)


def _entry(record: dict, base: str) -> Entry:
    arguments = record.get("arguments") or shlex.split(record["command"])
    while len(arguments) > 1 and os.path.basename(arguments[0]) in LAUNCHERS:
        arguments = arguments[1:]
    return Entry(
        directory=os.path.join(base, record["directory"]),
        file=record["file"],
        is_cxx_driver="++" in os.path.basename(arguments[0]),
        flags=tuple(_parsing_flags(arguments[1:])),
    )


def _parsing_flags(arguments: list[str]):
    remaining = iter(arguments)
    for argument in remaining:
        if argument in DROPPED_WITH_VALUE:
            next(remaining, None)
        elif argument not in DROPPED and not argument.startswith(DROPPED_PREFIXES):
            yield argument
