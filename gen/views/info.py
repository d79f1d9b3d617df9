"""What a package is called and what stands beside its code: all that does not come from the model."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageInfo:
    """Names and texts of one generated package.

    ``origin_text``, ``licence_text`` and ``changelog`` are copied as they are ('' leaves
    the file out); ``base_url_hint`` is the service's address in examples; ``docs_title``
    what the docs call the service; ``command`` regenerates the package; ``generator``
    is this program's name and version for the README.
    """

    package: str
    client_name: str
    async_client_name: str
    version: str = "0.1.0"
    origin_text: str = ""
    licence_text: str = ""
    changelog: str = ""
    base_url_hint: str = ""
    docs_title: str = ""
    command: str = "tablewright generate"
    generator: str = "tablewright"
