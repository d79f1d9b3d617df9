"""Drafts → formatted Python, in parallel, through the cache."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import metadata

from gen import render
from gen.cache import Cache, key_of
from gen.progress import Report, silent
from gen.workers import spread


def format_all(
    drafts: Mapping[str, str], cache: Cache, report: Report = silent
) -> dict[str, bytes]:
    """Every draft as bytes, Python formatted by black; what stands in ``templates/`` verbatim is left as it is.

    Raises RenderError for a draft that does not parse, so that it is never written.
    """
    version = metadata.version("black")
    kept = set(render.verbatim("package").values())
    done: dict[str, bytes] = {}
    waiting: dict[str, str] = {}
    for name, text in drafts.items():
        if not name.endswith(".py") or text in kept:
            done[name] = text.encode()
            continue
        key = key_of("black", version, str(render.LINE_LENGTH), text)
        known = cache.get("black", key)
        if known is not None:
            done[name] = known
        else:
            waiting[name] = key
    texts = [drafts[name] for name in waiting]
    for (name, key), formatted in zip(
        waiting.items(), spread(render.format_python, texts, "formatting", report), strict=True
    ):
        done[name] = formatted.encode()
        cache.put("black", key, done[name])
    return {name: done[name] for name in sorted(done)}
