"""Findings about the docs: checks that need the whole service, formats, and the baseline of accepted ones."""

from gen.lint.baseline import Baseline, apply_baseline, load_baseline, write_baseline
from gen.lint.checks import CHECKS, check_service
from gen.lint.formats import failing, findings_data, ordered, to_entries, to_text

__all__ = [
    "CHECKS",
    "Baseline",
    "apply_baseline",
    "check_service",
    "failing",
    "findings_data",
    "load_baseline",
    "ordered",
    "to_entries",
    "to_text",
    "write_baseline",
]
