"""Draw the rows whose place on the page is labelled.

    python tests/labels/draw_rows.py CORPUS [--odd]

The pool is every body row of a parameter table on an operation page, stratified
by service, section (URI, request, response) and whether the row is a plain
scalar. A stratum gives a number of rows that grows with the square root of its
size, in an order that depends on ``SEED`` alone. ``--odd`` draws up to twelve
rows of each kind of trouble instead: names that are no words, types outside the
plain ones, shifted cells and so on. Prints ``service file:line``.
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
ODD_SEED, ODD_ROWS = 20261124, 12
RATE = 0.13  # rows of a stratum: this times the square root of its size, at least one

_SKIP = re.compile(r"status code|error code|example|returned value", re.I)
_NAMES = re.compile(r"(parameter|name|attribute|key)", re.I)
_PLAIN_TYPE = re.compile(
    r"(string|integer|int|long|boolean|bool|float|double|number|object"
    r"|array of (strings|integers|objects))$",
    re.I,
)
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


def odd(corpus: Path) -> list[Place]:
    """Rows of each kind of trouble, by the name of the kind; a row stands once."""
    kinds: dict[str, list[Place]] = defaultdict(list)
    for (service, section, _), places in pool(corpus).items():
        for place in places:
            page = (corpus / service / place.file).read_text(encoding="utf-8")
            for trouble in _troubles(place, section, page):
                kinds[trouble].append(place)
    chosen: dict[tuple[str, str, int], Place] = {}
    for trouble, places in sorted(kinds.items()):
        wanted = min(len(places), ODD_ROWS)
        for place in random.Random(f"{ODD_SEED} {trouble}").sample(places, wanted):
            chosen.setdefault((place.service, place.file, place.row.line), place)
    return list(chosen.values())


def _troubles(place: Place, section: str, page: str) -> list[str]:
    cells = [" ".join(cell.split()) for cell in place.row.cells]
    header = [head.strip("*").lower() for head in place.table.header]
    name = re.sub(r":ref:`([^<`]*?) ?<[^`]*>`", r"\1", cells[0])
    kinds = [cell for head, cell in zip(header, cells, strict=False) if "type" in head]
    needs = [
        cell
        for head, cell in zip(header, cells, strict=False)
        if "mandatory" in head or "required" in head
    ]
    kind, need = kinds[-1] if kinds else None, needs[-1] if needs else None
    uri = re.search(r"\nURI\n-+\n(.*)", page, re.S)
    text = uri[1] if uri else ""
    verb = re.search(r"\b(GET|POST|PUT|DELETE|PATCH|HEAD)\b", text)
    bodiless = bool(verb and verb[1] in ("GET", "DELETE"))
    plural = re.search(r"strings?|integers?", kind or "", re.I)
    nested = re.search(r"object|array|list|dict", kind or "", re.I) and not plural
    checks = {
        "name": not re.fullmatch(r"[\w:\\-]+", name),
        "type": kind is not None and ":ref:" not in kind and not _PLAIN_TYPE.match(kind),
        "mandatory": need is not None and need.lower() not in ("yes", "no"),
        "header": not re.match("parameter|name", header[0]) or bool({"in", "location"} & {*header}),
        "getreq": section == "request" and bodiless and not re.match(r"(X-|Content-)", name),
        "noref": bool(nested) and ":ref:" not in " ".join(place.row.cells),
        "notype": not kind and section != "uri",
        "urielim": section == "uri" and bool(verb) and "{" + name + "}" not in text[:600],
    }
    return [trouble for trouble, applies in checks.items() if applies]


def main() -> None:
    for place in (odd if "--odd" in sys.argv else draw)(Path(sys.argv[1])):
        print(place.service, f"{place.file}:{place.row.line}")


if __name__ == "__main__":
    main()
