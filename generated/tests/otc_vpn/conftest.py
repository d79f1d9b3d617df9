"""Puts the folder that holds the package on the path."""

from __future__ import annotations

import sys
from pathlib import Path

GENERATED = Path(__file__).resolve().parents[2]
if str(GENERATED) not in sys.path:
    sys.path.insert(0, str(GENERATED))
