"""A report as it is written: sections of rows."""

import csv
import io
from typing import Protocol


class Writer(Protocol):
    lines: int

    def section(self, title: str) -> None: ...

    def row(self, *cells: object) -> None: ...

    def text(self) -> str: ...


class TextWriter:
    def __init__(self) -> None:
        self._out: list[str] = []
        self.lines = 0

    def section(self, title: str) -> None:
        if self._out:
            self._out.append("")
        self._out += [title, "-" * len(title)]

    def row(self, *cells: object) -> None:
        first, *others = (str(cell) for cell in cells)
        self._out.append(f"{first:<36}" + "".join(f"{cell:>16}" for cell in others))
        self.lines += 1

    def text(self) -> str:
        return "\n".join(self._out) + "\n"


class CsvWriter:
    def __init__(self) -> None:
        self._buffer = io.StringIO()
        self._writer = csv.writer(self._buffer, delimiter=";")
        self._title = ""
        self.lines = 0

    def section(self, title: str) -> None:
        self._title = title

    def row(self, *cells: object) -> None:
        self._writer.writerow((self._title, *cells))
        self.lines += 1

    def text(self) -> str:
        return self._buffer.getvalue()


def writer_for(form: str) -> Writer:
    return CsvWriter() if form == "csv" else TextWriter()
