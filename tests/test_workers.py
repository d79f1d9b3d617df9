"""Work spread over processes: in order, with its errors, and never outliving the one who asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from gen import workers
from gen.findings import TablewrightError


def square(number: int) -> int:
    return number * number


def refuse(number: int) -> int:
    raise TablewrightError(f"{number} is refused", hint="give another")


@pytest.mark.parametrize("count", [0, 1, 11, 12, 100])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    told: list[tuple[int, int]] = []
    found = workers.spread(
        square,
        range(count),
        "squares",
        lambda _, done, total: told.append((done, total)),
        weight=lambda number: number % 7,
    )
    assert found == [number * number for number in range(count)]
    assert not told or told[-1] == (count, count)


def test_an_error_in_a_worker_is_raised_as_it_is() -> None:
    with pytest.raises(TablewrightError, match="is refused") as caught:
        workers.spread(refuse, range(40), "refusals")
    assert caught.value.hint == "give another"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.skipif(workers.cores() < 2, reason="a single core has no workers")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path, root: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        textwrap.dedent(
            """
            import os, sys, time
            from pathlib import Path
            from gen.workers import spread

            def stay(place):
                Path(place, str(os.getpid())).touch()
                time.sleep(0.2)

            if __name__ == "__main__":
                spread(stay, [sys.argv[1]] * 1000, "staying")
            """
        ),
        "utf-8",
    )
    place = tmp_path / "pids"
    place.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(root)}
    parent = subprocess.Popen([sys.executable, str(program), str(place)], env=environment)
    until = time.monotonic() + 60
    while len(list(place.iterdir())) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    pids = [int(path.name) for path in place.iterdir()]
    assert len(pids) >= 2
    while any(map(alive, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    assert [pid for pid in pids if alive(pid)] == []


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
