"""The line protocol of the warehouse system: ``SKU;PIECES`` a line, then ``END``."""

import socket
from dataclasses import dataclass


class ProtocolError(Exception):
    pass


@dataclass(frozen=True, slots=True)
class Count:
    sku: str
    on_hand: int


def parse_counts(text: str) -> list[Count]:
    counts: list[Count] = []
    for line in text.splitlines():
        line = line.strip()
        if line == "END":
            return counts
        sku, separator, pieces = line.partition(";")
        if not separator or not pieces.isdecimal():
            raise ProtocolError(f"not a count: {line!r}")
        counts.append(Count(sku, int(pieces)))
    raise ProtocolError("the answer has no end")


def fetch_counts(host: str, port: int) -> list[Count]:
    with socket.create_connection((host, port), timeout=3.0) as connection:
        connection.sendall(b"CHANGES\n")
        with connection.makefile(encoding="ascii", newline="") as answer:
            text = ""
            for line in answer:
                text += line
                if line.strip() == "END":
                    break
    return parse_counts(text)
