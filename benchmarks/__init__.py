"""Measurements: ratios of things done side by side in one run. ``python -m benchmarks [name …]``."""
