"""Draw the rows to label: ``python tests/labels/draw.py CORPUS``.

A row of the pool is a body row of a parameter table on an operation page, at
most one for every distinct description of a parameter in a service. The pool
is stratified by service, dialect and direction (see ``docs/accuracy.md``); a stratum gives
a number of rows that grows with the square root of its size, in an order that
depends on ``SEED`` alone. The cues below sort rows into strata and decide
nothing about their labels. Prints ``service file:line dialect direction
parameter``, tab-separated.
"""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.independent_reader import pages, read

SEED = 20261122
# Rows of a stratum: this times the square root of its size. Requests are what is enforced,
# so they weigh more; rows without a cue are there to catch inventions.
RATES = {"request": 3.6, "response": 1.7}
BARE = 0.4

_SKIP = re.compile(r"status code|error code|example|returned value", re.I)
_D2 = re.compile(
    r"^\*\*(Definition|Constraints?|Range|Default( Value)?|Options|Details)\*\*:?$", re.M | re.I
)
_D1 = re.compile(
    r"^(Minimum|Maximum|Default|Enumeration values)( length| value)?s?: *(\*\*.*)?$", re.M | re.I
)
_D3 = re.compile(
    r"^ *-  (Definition|(Value )?range|Constraints?|Default( value)?|Format|Specification)s?:",
    re.M | re.I,
)
_CUE = re.compile(
    r"\bcan be\b|\bmust\b|\bonly\b|\brang|\bdefault|\bcharacters?\b|\bmaximum|\bminimum|\bat (least|most)\b"
    r"|\boptions?\b|\bfollow|\bvalues?\b|\bcannot\b|\bconsists?\b|\bcontains?\b|\beither\b|\bunique\b|\blength\b"
    r"|\brequired\b|\bmandatory\b|\bUUID\b|\bformat\b|\bdeprecated\b|\bexceed|\*\* ?(:|indicates)|\bregular\b"
    r"|\bpasswords?\b|\bsecret\b|\btoken\b|\bwhen\b|\bsame\b",
    re.I,
)


@dataclass(frozen=True)
class Drawn:
    """A row to label, with what the labeller is shown of it."""

    service: str
    file: str
    line: int
    dialect: str
    direction: str
    parameter: str
    header: tuple[str, ...]
    cells: tuple[str, ...]
    siblings: tuple[str, ...]
    caption: str

    @property
    def text(self) -> str:
        """The last cell: the description."""
        return self.cells[-1]


def dialect(text: str) -> str:
    """The stratum of a description: D1…D4, or D0 where nothing looks like a constraint."""
    for name, cue in (("D2", _D2), ("D1", _D1), ("D3", _D3), ("D4", _CUE)):
        if cue.search(text):
            return name
    return "D0"


def pool(corpus: Path) -> dict[tuple[str, str, str], list[Drawn]]:
    """All rows that may be drawn, by (service, dialect, direction), in the order of the files."""
    strata: dict[tuple[str, str, str], list[Drawn]] = defaultdict(list)
    for folder in sorted(path for path in corpus.iterdir() if path.is_dir()):
        seen: set[tuple[str, ...]] = set()
        for page in pages(folder):
            if not re.search(r"^URI\n-{3,}", page.read_text(encoding="utf-8"), re.M):
                continue
            for row in _rows(page, folder):
                key = (row.parameter, *row.cells[1:])
                if key not in seen:
                    seen.add(key)
                    strata[row.service, row.dialect, row.direction].append(row)
    return strata


def _rows(page: Path, folder: Path) -> list[Drawn]:
    found = []
    for table in read(page):
        if len(table.header) < 2 or _SKIP.search(table.section + " " + table.caption):
            continue
        if not re.match(r"(parameter|name|attribute|key)", table.header[0].strip("*"), re.I):
            continue
        names = tuple(row.cells[0] for row in table.rows)
        answer = "response" in f"{table.section} {table.caption}".lower()
        for row in table.rows:
            found.append(
                Drawn(
                    folder.name,
                    page.relative_to(folder).as_posix(),
                    row.line,
                    dialect(row.cells[-1]),
                    "response" if answer else "request",
                    " ".join(row.cells[0].split()),
                    table.header,
                    row.cells,
                    names,
                    table.caption,
                )
            )
    return found


def draw(corpus: Path) -> list[Drawn]:
    """The sample, in random order."""
    chosen: list[Drawn] = []
    for (service, kind, direction), rows in sorted(pool(corpus).items()):
        rate = BARE if kind == "D0" else RATES[direction]
        wanted = min(len(rows), max(1, round(rate * len(rows) ** 0.5)))
        chosen += random.Random(f"{SEED} {service} {kind} {direction}").sample(rows, wanted)
    random.Random(SEED).shuffle(chosen)
    return chosen


def main() -> None:
    for row in draw(Path(sys.argv[1])):
        where = f"{row.file}:{row.line}"
        print(row.service, where, row.dialect, row.direction, row.parameter, sep="\t")


if __name__ == "__main__":
    main()
