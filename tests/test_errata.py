"""Reviewed corrections: applied to one cell, never to the page, and reported when they stop matching."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.document import Table
from gen.errata import apply, parse
from gen.findings import TablewrightError
from gen.rst import read

PAGE = """\
Lamps
=====

.. table:: **Table 5** Lamp

   +-------+--------+-----------+----------------------------+
   | Name  | Type   | Mandatory | Description                |
   +=======+========+===========+============================+
   | glow  | Sting  | Yes       | If **lid** is on, glow.    |
   +-------+--------+-----------+----------------------------+
   | shade | String | No        | -  If **lid** is on, dark. |
   +-------+--------+-----------+----------------------------+

.. table:: **Table 6** Other

   ==== ====== ========= ===========
   Name Type   Mandatory Description
   ==== ====== ========= ===========
   glow Sting  Yes       The **lid**
   ==== ====== ========= ===========
"""


def erratum(**changes: str) -> str:
    values = {
        "page": '"lamps.rst"',
        "table": "5",
        "row": '"shade"',
        "column": '"description"',
        "says": '"lid"',
        "is": '"cap"',
        "why": '"a slip"',
        **changes,
    }
    return "[[erratum]]\n" + "".join(f"{key} = {value}\n" for key, value in values.items() if value)


def corrected(text: str) -> tuple[list[list[str]], list[str]]:
    document, findings = apply(read(PAGE, "lamps.rst"), parse(text))
    tables = [block for block in document.lead if isinstance(block, Table)]
    cells = [[cell.raw for cell in row.cells] for table in tables for row in table.rows]
    return cells, [f"{one.code} {one.position}" for one in findings]


def test_only_its_cell_changes() -> None:
    before, _ = corrected("")
    after, findings = corrected(erratum())
    assert findings == []
    assert after[1][3] == "-  If **cap** is on, dark."
    after[1][3] = before[1][3]
    assert after == before


@pytest.mark.parametrize(
    ("column", "says", "true", "cell"),
    [("type", "Sting", "String", 1), ("mandatory", "Yes", "No", 2)],
)
def test_other_columns(column: str, says: str, true: str, cell: int) -> None:
    after, findings = corrected(
        erratum(
            table='"Lamp"',
            row='"glow"',
            column=f'"{column}"',
            says=f'"{says}"',
            **{"is": f'"{true}"'},
        )
    )
    assert findings == []
    assert after[0][cell] == true
    assert after[2][cell] != true


def test_one_that_no_longer_matches() -> None:
    _, findings = corrected(erratum(says='"hat"'))
    assert findings == ["TW601 lamps.rst:11"]


def test_another_page_is_left_alone() -> None:
    before, _ = corrected("")
    assert corrected(erratum(page='"other.rst"')) == (before, [])


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("[[erratum]\n", "errata.toml:1", "not valid TOML"),
        ("\n" + erratum(why=""), "errata.toml:2", "why"),
        (erratum(colour='"red"'), "errata.toml:1", "colour"),
        ("[other]\n", "errata.toml:1", "other"),
    ],
)
def test_a_wrong_file(text: str, place: str, words: str) -> None:
    with pytest.raises(TablewrightError, match=words) as caught:
        parse(text)
    assert str(caught.value.position) == place


def test_the_users_page(root: Path) -> None:
    folder = root / "spec" / "virtual-private-network"
    errata = parse((folder / "errata.toml").read_text(encoding="utf-8"))
    for one in errata:
        text = (folder / one.page).read_text(encoding="utf-8")
        document, findings = apply(read(text, one.page), [one])
        assert findings == []
        assert document != read(text, one.page)
