"""Cold, no-change and one-page-changed generation, each as a ratio.

The floor of a cold run is what nobody can save who reads these pages with
docutils and formats this output with black: docutils' parse of the same pages
plus black on the same files, over as many processes.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


def parse(path: str) -> None:
    """docutils alone: one page to a tree, with the roles and directives that the pages use."""
    from docutils import nodes
    from docutils.core import publish_doctree
    from docutils.parsers.rst import Directive, directives, roles

    class Passed(Directive):
        has_content = True
        optional_arguments = 99
        option_spec = dict.fromkeys(
            ("maxdepth", "hidden", "name", "caption", "linenos", "emphasize-lines"), str
        )

        def run(self) -> list[nodes.Node]:
            return [nodes.literal_block("\n".join(self.content), "\n".join(self.content))]

    roles.register_generic_role("ref", nodes.inline)
    directives.register_directive("toctree", Passed)
    directives.register_directive("code-block", Passed)
    settings = {
        "report_level": 5,
        "halt_level": 5,
        "_disable_config": True,
        "doctitle_xform": False,
        "docinfo_xform": False,
        "file_insertion_enabled": False,
        "raw_enabled": False,
    }
    text = Path(path).read_text("utf-8")
    publish_doctree(text, settings_overrides=settings)


def format_one(path: str) -> None:
    """black alone: one generated file, formatted again."""
    import black

    mode = black.Mode(line_length=100, target_versions={black.TargetVersion.PY310})
    black.format_str(Path(path).read_text("utf-8"), mode=mode)


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, and seconds of processor time over all processes."""

    clock: float
    processor: float


def timed(work: Callable[..., object], *arguments: object) -> Cost:
    """What ``work`` costs, its child processes included."""
    start, before = time.perf_counter(), os.times()
    work(*arguments)
    clock, after = time.perf_counter() - start, os.times()
    return Cost(clock, sum(after[:4]) - sum(before[:4]))


def against(one: Cost, other: Cost) -> str:
    """``one`` as a ratio to ``other``, by the clock and by processor time."""
    return f"{one.clock / other.clock:.3f} by the clock, {one.processor / other.processor:.3f} of processor time"


def floor(pages: list[str], files: list[str]) -> None:
    with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        list(pool.map(parse, pages, chunksize=8))
        list(pool.map(format_one, files, chunksize=8))


def generate(config: Path, cache: Path) -> None:
    """All services of a settings file, by one run of the command line."""
    subprocess.run(
        [sys.executable, "-m", "gen", "generate", "--config", str(config), "-q"],
        check=True,
        cwd=ROOT,
        env={**os.environ, "TABLEWRIGHT_CACHE": str(cache)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def copied(source: Path, place: Path) -> tuple[list[Path], Path]:
    """A copy of every service below ``source``, and settings that name them all."""
    docs = []
    for folder in sorted(path for path in source.iterdir() if path.is_dir()):
        docs.append(place / "docs" / folder.name)
        # Files alone, not their permissions: the original may be read-only.
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name != "names.lock":
                copy = docs[-1] / path.relative_to(folder)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
    config = place / "tablewright.toml"
    services = "\n".join(f'[[service]]\ndocs = "docs/{folder.name}"\n' for folder in docs)
    config.write_text(f'output = "out"\n\n{services}', "utf-8")
    return docs, config


@contextlib.contextmanager
def workplace() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def main() -> None:
    """Print the three ratios for all services of the corpus, or for spec/ where it is absent."""
    source = CORPUS if CORPUS.is_dir() else ROOT / "spec"
    with workplace() as place:
        docs, config = copied(source, place)
        out, cache = place / "out", place / "cache"
        cold = timed(generate, config, cache)
        same = timed(generate, config, cache)
        page = max((p for p in docs[-1].rglob("*.rst")), key=lambda p: p.stat().st_size)
        page.write_text(page.read_text("utf-8").replace("Specifies ", "Names ", 1), "utf-8")
        one = timed(generate, config, cache)
        pages = [str(path) for folder in docs for path in sorted(folder.rglob("*.rst"))]
        files = [str(path) for path in sorted(out.rglob("*.py"))]
        least = timed(floor, pages, files)
        print(f"{len(docs)} services, {len(pages)} pages, {len(files)} generated files")
        print(f"cold / floor:          {against(cold, least)} (aim <= 1.30)")
        print(f"no change / cold:      {against(same, cold)} (aim <= 0.02)")
        print(f"one page changed/cold: {against(one, cold)} (aim <= 0.05)")
        peak = peak_memory(docs)
        print(f"peak memory, reading the largest page: {peak:.0f} MiB")


def peak_memory(docs: list[Path]) -> float:
    """The peak of a process that reads only the largest page, in MiB."""
    page = max(
        (p for folder in docs for p in folder.rglob("*.rst")), key=lambda p: p.stat().st_size
    )
    program = (
        "import resource, sys, pathlib; from gen.rst import read; "
        "read(pathlib.Path(sys.argv[1]).read_text('utf-8'), 'page.rst'); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(page)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return float(done.stdout)


if __name__ == "__main__":
    main()
