"""Prose → rules: reads every sentence of every description once (see ``docs/rules.md``)."""

from __future__ import annotations

from gen.rules.service import apply

__all__ = ["apply"]
