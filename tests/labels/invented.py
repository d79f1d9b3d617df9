"""Score the rules on invented tables: ``python tests/labels/invented.py [NAME]``.

The rows in ``invented_*.jsonl`` are of services that do not exist, written and labelled in one
go by people who know such docs and had seen neither the rules nor their results. Each line is
a table; here it becomes a page, and the page goes the whole way.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
if str(HERE.parents[1]) not in sys.path:
    sys.path.insert(0, str(HERE.parents[1]))

from tests.labels import score  # noqa: E402

Label = dict[str, Any]

_PAGE = """\
{title}
{rule}

Function
--------

This API is used for the page's own table.

URI
---

{method} /v1/{{project_id}}/{path}

{heading}
{line}

"""
_LIST = """.. table:: **Table 1** The whole

   +-----------+-----------+---------------------------------------+---------------+
   | Parameter | Mandatory | Type                                  | Description   |
   +===========+===========+=======================================+===============+
   | parts     | Yes       | Array of :ref:`Parts <parts>` objects | Some parts.   |
   +-----------+-----------+---------------------------------------+---------------+

.. _parts:

"""


def files() -> dict[str, Path]:
    """The sets of tables by name."""
    return {path.stem: path for path in sorted(HERE.glob("invented_*.jsonl"))}


def tables(path: Path) -> list[dict[str, Any]]:
    """The tables of a set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write(table: dict[str, Any], number: int, folder: Path) -> list[Label]:
    """Write the page of a table into ``folder``; returns the labels with their places."""
    answer = table["direction"] == "response"
    title = f"Handling Matter {number}"
    heading = "Response Parameters" if answer else "Request Parameters"
    path = f"matter-{number}"
    text = _PAGE.format(
        title=title, rule="=" * len(title), method="GET" if answer else "POST",
        path=path, heading=heading, line="-" * len(heading),
    )  # fmt: skip
    if any(rule.get("key") == row["parameter"] for row in table["rows"] for rule in row["rules"]):
        # What must be unique under a key is so within a list: the table is that of its items.
        text += _LIST
    text += f".. table:: {table['caption'].replace('**', '')}\n"
    lines = text.splitlines()
    head = ["Parameter", "Type", "Description"]
    cells = [[row["parameter"], row["type"], row["description"]] for row in table["rows"]]
    if not answer:
        head.insert(1, "Mandatory")
        for row, one in zip(cells, table["rows"], strict=True):
            row.insert(1, one["mandatory"])
    grid, starts = _grid([head, *cells])
    labels = []
    for row, start in zip(table["rows"], starts[1:], strict=True):
        place = {"service": folder.name, "file": f"matter_{number}.rst"}
        labels.append(
            {
                **place,
                "line": len(lines) + start + 2,
                "parameter": row["parameter"],
                "direction": table["direction"],
                **{part: row[part] for part in ("rules", "advice", "open")},
            }
        )
    lines += ["", *("   " + line for line in grid), ""]
    (folder / f"matter_{number}.rst").write_text("\n".join(lines), encoding="utf-8")
    return labels


def _grid(rows: list[list[str]]) -> tuple[list[str], list[int]]:
    """A grid table, and on which of its lines each row begins."""
    split = [[cell.split("\n") for cell in row] for row in rows]
    widths = [max(len(line) for row in split for line in row[at]) for at in range(len(rows[0]))]
    lines = ["+" + "+".join("-" * (width + 2) for width in widths) + "+"]
    starts = []
    for index, row in enumerate(split):
        starts.append(len(lines))
        for at in range(max(map(len, row))):
            pieces = [cell[at] if at < len(cell) else "" for cell in row]
            padded = (f" {piece:{width}} " for piece, width in zip(pieces, widths, strict=True))
            lines.append("|" + "|".join(padded) + "|")
        mark = "-" if index else "="
        lines.append("+" + "+".join(mark * (width + 2) for width in widths) + "+")
    return lines, starts


def verdicts(path: Path) -> list[score.Verdict]:
    """All verdicts on one set."""
    services = defaultdict(list)
    for table in tables(path):
        services[table["service"]].append(table)
    found: list[score.Verdict] = []
    with tempfile.TemporaryDirectory() as root:
        for service, its in services.items():
            folder = Path(root) / service
            folder.mkdir()
            labels = [one for at, table in enumerate(its) for one in write(table, at, folder)]
            found += score.score_service(folder, labels)
    return found


def main() -> None:
    """Print disagreements and the score of each set."""
    for name, path in files().items():
        if len(sys.argv) > 1 and sys.argv[1] not in name:
            continue
        found = verdicts(path)
        for verdict in sorted(found, key=lambda one: (one.claim.kind, one.outcome)):
            if verdict.outcome != "right":
                print(verdict)
        print(name, score.table(found), sep="\n\n")


if __name__ == "__main__":
    main()
