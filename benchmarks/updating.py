"""A docs update of one page among two hundred: what ``diff`` and ``check`` cost when only that page is new.

Each run is measured by how many pages it reads anew, and by its time against the same work with an
empty cache. The old state was read before, as it was when it was generated.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks.generation import ROOT, workplace

PAGES = 200
_TEMPLATE = ROOT / "spec" / "tide-gauge" / "actions" / "calibrating_a_gauge.rst"


def write_docs(folder: Path, pages: int = PAGES) -> list[Path]:
    """``pages`` operation pages that differ in path, label and title, twenty a folder, made of one of ours."""
    text = _TEMPLATE.read_text("utf-8")
    (label,) = re.findall(r"^\.\. _(\w+):", text, re.MULTILINE)[:1]
    (title,) = re.findall(r"^(.+)\n====", text, re.MULTILINE)
    folder.mkdir(parents=True)
    found = []
    for number in range(pages):
        own = text.replace(label, f"{label}_{number}").replace("/stations", f"/stations{number}")
        own = re.sub(
            r"^.+\n====+", f"{title} {number}\n{'=' * 60}", own, count=1, flags=re.MULTILINE
        )
        found.append(folder / f"part_{number // 20:02}" / f"page_{number:03}.rst")
        found[-1].parent.mkdir(exist_ok=True)
        found[-1].write_text(own, "utf-8")
    return found


@contextlib.contextmanager
def counted() -> Iterator[list[str]]:
    """The pages that are read anew, not out of the cache, while the block runs."""
    from gen.workers import spread

    read: list[str] = []

    def counting(work: Any, items: Any, *rest: Any, **named: Any) -> Any:
        read.extend(job.file for job in items)
        return spread(work, items, *rest, **named)

    with mock.patch("gen.reading.spread", counting):
        yield read


def run(cache: Path, *arguments: str | Path) -> tuple[float, int]:
    """Seconds and pages read of one command, run in this process."""
    from gen.cli import cli

    os.environ["TABLEWRIGHT_CACHE"] = str(cache)
    silent = io.StringIO()
    with counted() as pages, contextlib.redirect_stdout(silent), contextlib.redirect_stderr(silent):
        start = time.perf_counter()
        cli.main(args=[str(one) for one in arguments], standalone_mode=False)
        return time.perf_counter() - start, len(pages)


def measure(place: Path) -> dict[str, tuple[float, int]]:
    """Seconds and pages read of ``diff`` and ``check`` after the update, and of what they are held against:
    ``diff`` with an empty cache, and the ``generate`` of the old state."""
    old, new, out = place / "old" / "boxes", place / "new" / "boxes", place / "out"
    write_docs(old)
    found = {"generate": run(place / "warm", "generate", old, "-o", out, "-q")}
    shutil.copytree(old, new)
    page = sorted(new.rglob("*.rst"))[PAGES // 2]
    page.write_text(page.read_text("utf-8").replace("Specifies ", "Names ", 1), "utf-8")
    shutil.copytree(place / "warm", place / "again")
    found["diff"] = run(place / "warm", "diff", old, new)
    found["check"] = run(place / "again", "check", new, "-o", out)
    found["all"] = run(place / "cold", "diff", old, new)
    return found


def main() -> None:
    """Print what an update of one page costs, as ratios."""
    with workplace() as place:
        found = measure(place)
    for command, against, words in (
        ("diff", "all", "diff with an empty cache"),
        ("check", "generate", "generating everything"),
    ):
        (some, read), (whole, every) = found[command], found[against]
        print(f"{command}: pages read anew {read} (without the cache {every})")
        print(f"{command} / {words}: {some / whole:.3f}")


if __name__ == "__main__":
    main()
