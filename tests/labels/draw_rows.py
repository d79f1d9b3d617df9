"""Draw the rows whose place on the page is labelled: ``python tests/labels/draw_rows.py CORPUS``.

The pool is every body row of a parameter table on an operation page, stratified
by service, section (URI, request, response) and whether the row is a plain
scalar. A stratum gives a number of rows that grows with the square root of its
size, in an order that depends on ``SEED`` alone. Prints ``service file:line``.
"""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.independent_reader import Row, Table, pages, read

SEED = 20261123
RATE = 0.13  # rows of a stratum: this times the square root of its size, at least one

_SKIP = re.compile(r"status code|error code|example|returned value", re.I)
_NAMES = re.compile(r"(parameter|name|attribute|key)", re.I)
_COMPOSITE = re.compile(r":ref:`|\b(objects?|array|list|map|dictionary|json)\b", re.I)


@dataclass(frozen=True)
class Place:
    """A row of a parameter table, with the table it stands in."""

    service: str
    file: str
    table: Table
    row: Row


def pool(corpus: Path) -> dict[tuple[str, str, bool], list[Place]]:
    """All rows that may be drawn, by (service, section, composite), in the order of the files."""
    strata: dict[tuple[str, str, bool], list[Place]] = defaultdict(list)
    for folder in sorted(path for path in corpus.iterdir() if path.is_dir()):
        for page in pages(folder):
            if not re.search(r"^URI\n-{3,}", page.read_text(encoding="utf-8"), re.M):
                continue
            name = page.relative_to(folder).as_posix()
            for table in read(page):
                if len(table.header) < 2 or _SKIP.search(table.section + " " + table.caption):
                    continue
                if not _NAMES.match(table.header[0].strip("*")):
                    continue
                for row in table.rows:
                    composite = bool(_COMPOSITE.search(" ".join(row.cells[:-1])))
                    stratum = (folder.name, _section(table.section), composite)
                    strata[stratum].append(Place(folder.name, name, table, row))
    return strata


def _section(title: str) -> str:
    title = title.lower()
    return "response" if "response" in title else "uri" if "uri" in title else "request"


def draw(corpus: Path) -> list[Place]:
    """The sample, by service, file and line."""
    chosen: list[Place] = []
    for stratum, places in sorted(pool(corpus).items()):
        wanted = min(len(places), max(1, round(RATE * len(places) ** 0.5)))
        chosen += random.Random(f"{SEED} {stratum}").sample(places, wanted)
    return sorted(chosen, key=lambda place: (place.service, place.file, place.row.line))


def main() -> None:
    for place in draw(Path(sys.argv[1])):
        print(place.service, f"{place.file}:{place.row.line}")


if __name__ == "__main__":
    main()
