"""The programs of the witnesses under mypy: what a compatible or breaking change does to a caller's types.

For each kind of request change a small program is written against the side that allows its call; one
run of mypy holds all of them, against both sides.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from gen import packages, views
from gen.build import Built
from gen.diff.catalog import RULES
from gen.diff.states import compare_built
from tests.diff.test_cases import NAMES, built
from tests.diff.test_witness import REQUESTS
from tests.diff.witnesses import REFUSED, Arguments

pytestmark = pytest.mark.slow

# Breaking for a program's text, not only for what the service takes: mypy sees these in a call.
TYPED = {
    "enum-added",
    "enum-value-removed",
    "became-required",
    "added-required",
    "removed",
    "renamed",
    "type-changed",
}
PROGRAM = """\
from {package} import CrateClient, TokenAuth

with CrateClient("https://crates.example.com", project_id="p", auth=TokenAuth("t")) as client:
    client.paint_crate({arguments})
"""


@dataclass(frozen=True)
class Witness:
    """A rule's packages and programs: ``wide_…`` allows the call, ``narrow_…`` breaks it."""

    rule: str
    kind: str
    number: int

    def program(self, side: str, call: str) -> str:
        return f"run_{call}_{side}_{self.number}"


def write(folder: Path, name: str, state: Built) -> None:
    for file, text in views.package_files(state.service, packages.info_of(state.target)).items():
        path = folder / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def spelt(arguments: Arguments) -> str:
    given = {"shade": "red", **arguments}
    return ", ".join(f"{name}={value!r}" for name, value in given.items())


def prepare(folder: Path) -> list[Witness]:
    """Packages of both sides, and for each the call that the change refuses and one that both allow."""
    found = []
    for number, rule in enumerate(REQUESTS):
        kind = re.sub("^request-(property|parameter)-", "", rule)
        forward = rule in NAMES
        place = folder / "docs" / str(number)
        place.mkdir(parents=True)
        case = rule if forward else RULES[rule].mirror
        sides = [built(case, side, place) for side in ("old", "new")]
        wide, narrow = sides if forward else sides[::-1]
        assert rule in {change.rule for change in compare_built(wide, narrow).changes}
        witness = Witness(rule, kind, number)
        for side, state in (("wide", wide), ("narrow", narrow)):
            package = f"{side}_{number}"
            write(folder, package, state)
            for call, arguments in zip(("refused", "fine"), REFUSED[kind], strict=True):
                text = PROGRAM.format(package=package, arguments=spelt(arguments))
                (folder / f"{witness.program(side, call)}.py").write_text(text, "utf-8")
        found.append(witness)
    return found


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Witness], dict[str, str]]:
    """The witnesses, and mypy's complaints by program."""
    pytest.importorskip("mypy")
    folder = tmp_path_factory.mktemp("types")
    witnesses = prepare(folder)
    programs = sorted(path.name for path in folder.glob("run_*.py"))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", *programs],
        cwd=folder,
        env={**os.environ, "MYPY_CACHE_DIR": str(folder / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    said: dict[str, str] = {}
    for line in done.stdout.splitlines():
        name, _, message = line.partition(".py:")
        said[name] = f"{said.get(name, '')}{message}\n"
    return witnesses, said


def test_programs_of_the_old_package_pass_its_types(
    checked: tuple[list[Witness], dict[str, str]],
) -> None:
    witnesses, said = checked
    wrong = {
        one.rule: said[name]
        for one in witnesses
        if (name := one.program("wide", "refused")) in said
    }
    # Null is no documented value of a field's type, only of its wire form.
    assert {rule for rule in wrong if not rule.endswith("not-nullable")} == set(), wrong


def test_what_goes_on_working_passes_both_types(
    checked: tuple[list[Witness], dict[str, str]],
) -> None:
    """A compatible change is the mirror of a breaking one: the narrow side's programs pass the wide side."""
    witnesses, said = checked
    compatible = [one for one in witnesses if RULES[RULES[one.rule].mirror].level == "compatible"]
    assert len(compatible) > 20
    for one in compatible:
        if one.program("narrow", "fine") not in said:
            assert one.program("wide", "fine") not in said, (one.rule, said)
    assert sum(one.program("narrow", "fine") not in said for one in compatible) > 20


def test_a_breaking_change_of_types_is_seen_by_mypy(
    checked: tuple[list[Witness], dict[str, str]],
) -> None:
    witnesses, said = checked
    typed = [one for one in witnesses if one.kind in TYPED]
    assert typed
    silent = [one.rule for one in typed if one.program("narrow", "refused") not in said]
    assert silent == []
