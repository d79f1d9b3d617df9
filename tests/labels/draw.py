"""Draw the rows to label: ``python tests/labels/draw.py CORPUS [--fresh a|b|c|d]``.

A row of the pool is a body row of a parameter table on an operation page, at
most one for every distinct description of a parameter in a service. The pool
is stratified by service, dialect and direction (see ``docs/accuracy.md``); a stratum gives
a number of rows that grows with the square root of its size, in an order that
depends on ``SEED`` alone. The cues below sort rows into strata and decide
nothing about their labels. Prints ``service file:line dialect direction
parameter``, tab-separated.

``--fresh`` draws one of the later batches, two of a time, from what the draws before
left, by the same strata with a seed of their own. They hold new text only: no row whose
text is nearly that of a row of the same parameter in the same service that an
earlier draw or either batch has already.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.independent_reader import pages, read

SEED = 20261122
# Rows of a stratum: this times the square root of its size. Requests are what is enforced,
# so they weigh more; rows without a cue are there to catch inventions.
RATES = {"request": 3.6, "response": 1.7}
BARE = 0.4

# The later batches: their seeds; rows of a stratum in each of them, how much likelier a row of
# D4 is drawn for a stronger cue, and how alike two texts are near twins.
FRESH_SEEDS = {"ab": 20261125, "cd": 20261127}
FRESH_RATES = {"request": 0.65, "response": 0.22}
FRESH_BARE = 0.04
FRESH_CUE = 5
TWIN = 0.93

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
_STRONG_CUE = re.compile(
    r"\bcan (only )?be (either )?\W*\*\*|\bmust\b|\bcan ?not\b|\brang(e|es|ing)\b|\bdefault|\bcharacters\b"
    r"|\b(max|min)imum\b|\bat (least|most)\b|\bas follows\b|\bthe following\b|\beither\b|\bunique\b|\bexceed"
    r"|\b(mandatory|required|available|valid) (only )?(when|if)\b|\bformat\b|\bdeprecated\b",
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


def fresh(corpus: Path) -> dict[str, list[Drawn]]:
    """The later batches, ``a`` to ``d``, each in random order; no row is in two draws."""
    rows = pool(corpus)
    earlier = draw(corpus)
    batches: dict[str, list[Drawn]] = {}
    for names, seed in FRESH_SEEDS.items():
        later = _later(rows, earlier, names, seed)
        batches |= later
        earlier = earlier + [row for batch in later.values() for row in batch]
    return batches


def _later(
    pool: dict[tuple[str, str, str], list[Drawn]], earlier: list[Drawn], names: str, seed: int
) -> dict[str, list[Drawn]]:
    """One batch for each letter of ``names``, of what ``earlier`` draws left."""
    drawn = {(row.service, row.file, row.line) for row in earlier}
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in earlier:
        texts[row.service, row.parameter].append(_plain(row.text))
    batches: dict[str, list[Drawn]] = {name: [] for name in names}
    for (service, kind, direction), rows in sorted(pool.items()):
        rate = FRESH_BARE if kind == "D0" else FRESH_RATES[direction]
        wanted = len(names) * max(kind != "D0", round(rate * len(rows) ** 0.5))
        left = [row for row in rows if (row.service, row.file, row.line) not in drawn]
        chance = random.Random(f"{seed} {service} {kind} {direction}")
        left.sort(key=lambda row: chance.random() ** (1 / _weight(row)), reverse=True)
        chosen: list[Drawn] = []
        for row in left:
            known = texts[service, row.parameter]
            if len(chosen) < wanted and not _is_twin(_plain(row.text), known):
                chosen.append(row)
                known.append(_plain(row.text))
        for place, name in enumerate(names):
            batches[name] += chosen[place :: len(names)]
    for name, batch in batches.items():
        random.Random(f"{seed} {name}").shuffle(batch)
    return batches


def _weight(row: Drawn) -> int:
    """How much likelier the row is drawn than a plain one of its stratum."""
    return FRESH_CUE if row.dialect == "D4" and _STRONG_CUE.search(row.text) else 1


def _plain(text: str) -> str:
    return " ".join(text.split())


def _is_twin(text: str, known: Iterable[str]) -> bool:
    """Whether a text is nearly one of the known ones."""
    for other in known:
        matcher = SequenceMatcher(None, other, text, autojunk=False)
        if matcher.quick_ratio() > TWIN and matcher.ratio() > TWIN:
            return True
    return False


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the rows to label.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument(
        "--fresh", choices=tuple("".join(FRESH_SEEDS)), help="a later batch of new text"
    )
    options = parser.parse_args()
    rows = fresh(options.corpus)[options.fresh] if options.fresh else draw(options.corpus)
    for row in rows:
        where = f"{row.file}:{row.line}"
        print(row.service, where, row.dialect, row.direction, row.parameter, sep="\t")


if __name__ == "__main__":
    main()
