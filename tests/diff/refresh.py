"""Write the ``expected.json`` of every case anew: ``python -m tests.diff.refresh``; read the diff of it."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from gen.diff.states import compare_built
from tests.diff.test_cases import CASES, NAMES, built, summed_up


def main() -> None:
    for name in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            old, new = (built(name, side, Path(folder)) for side in ("old", "new"))
        data = summed_up(compare_built(old, new), compare_built(new, old))
        text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
        (CASES / name / "expected.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
