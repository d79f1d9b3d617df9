"""Drafts → formatted Python, in parallel, through the cache."""

from __future__ import annotations

from importlib import metadata

from gen import render
from gen.cache import Cache, key_of
from gen.progress import Report, silent
from gen.workers import spread


def format_all(drafts: dict[str, str], cache: Cache, report: Report = silent) -> dict[str, str]:
    """Every draft, Python formatted by black; what the cache has is not formatted again.

    Raises RenderError for a draft that does not parse, so that it is never written.
    """
    version = metadata.version("black")
    done: dict[str, str] = {}
    waiting: dict[str, str] = {}
    for name, text in drafts.items():
        if not name.endswith(".py"):
            done[name] = text
            continue
        key = key_of("black", version, str(render.LINE_LENGTH), text)
        known = cache.get("black", key)
        if known is not None:
            done[name] = known.decode()
        else:
            waiting[name] = key
    texts = [drafts[name] for name in waiting]
    for (name, key), formatted in zip(
        waiting.items(), spread(render.format_python, texts, "formatting", report), strict=True
    ):
        done[name] = formatted
        cache.put("black", key, formatted.encode())
    return {name: done[name] for name in sorted(done)}
