"""Drafts → formatted Python, in parallel, through the cache."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata

from gen import render
from gen.cache import Cache, key_of
from gen.progress import Report, silent
from gen.workers import begin


@dataclass(frozen=True, slots=True)
class Job:
    """A draft to format, and where the result is kept."""

    text: str
    key: str
    cache: Cache


def format_one(job: Job) -> str:
    """Format one draft and keep the result. Raises RenderError for a draft that does not parse."""
    formatted = render.format_python(job.text)
    job.cache.put("black", job.key, formatted.encode())
    return formatted


def begin_format(
    drafts: dict[str, str], cache: Cache, report: Report = silent
) -> Callable[[], dict[str, str]]:
    """Begin to format every Python draft; what is returned waits, and gives all files by name.

    What the cache has is not formatted again. Raises RenderError, when waited for, where a
    draft does not parse, so that it is never written.
    """
    version = metadata.version("black")
    done: dict[str, str] = {}
    waiting: dict[str, Job] = {}
    for name, text in drafts.items():
        if not name.endswith(".py"):
            done[name] = text
            continue
        key = key_of("black", version, str(render.LINE_LENGTH), text)
        known = cache.get("black", key)
        if known is not None:
            done[name] = known.decode()
        else:
            waiting[name] = Job(text, key, cache)
    jobs = list(waiting.values())
    finish = begin(format_one, jobs, "formatting", report, weight=lambda job: len(job.text))

    def wait() -> dict[str, str]:
        done.update(zip(waiting, finish(), strict=True))
        return {name: done[name] for name in sorted(done)}

    return wait
