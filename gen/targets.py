"""Which service a command means: its pages, its settings, the package's names and texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from gen.config import ServiceSettings, Settings, check_package_name
from gen.findings import TablewrightError


@dataclass(frozen=True, slots=True)
class Target:
    """A service to work on. ``settings.package`` and ``settings.client`` are filled in."""

    settings: ServiceSettings
    lock_file: Path | None

    @property
    def package(self) -> str:
        """The package's name."""
        return self.settings.package

    @property
    def docs(self) -> Path:
        """The page or the folder of pages."""
        return self.settings.docs

    @property
    def folder(self) -> Path:
        """The folder that holds errata, lock, licence and changelog."""
        return self.docs if self.docs.is_dir() else self.docs.parent

    def text(self, name: str) -> str:
        """A text file beside the pages (ORIGIN.md, LICENSE, VERSION…), '' where there is none."""
        path = self.folder / name
        if not path.is_file():
            return ""
        try:
            return path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise TablewrightError(
                f"{name} cannot be read: {error}", hint="store it as UTF-8 text"
            ) from error


def targets(settings: Settings, docs: Path | None, package: str = "") -> list[Target]:
    """What ``generate [DOCS]`` means: the service at ``docs``, or all of the configuration's.

    Raises TablewrightError where nothing is configured, for a name that is no
    package's, and for ``package`` without ``docs`` when several services are configured.
    """
    if docs is None:
        if not settings.services:
            raise TablewrightError(
                "there is nothing to do: no DOCS given and no [[service]] configured",
                hint="give a page or a folder of pages, or write a tablewright.toml",
            )
        if package and len(settings.services) > 1:
            found = [one for one in settings.services if one.package == package]
            if not found:
                raise TablewrightError(
                    f"no [[service]] is configured for the package {package!r}",
                    hint="give DOCS as well",
                )
            return [_target(found[0])]
        chosen = settings.services
        if package:
            chosen = (replace(chosen[0], package=package),)
        return _apart([_target(one) for one in chosen])
    wanted = docs.resolve()
    for one in settings.services:
        if one.docs.resolve() == wanted:
            if package and package != one.package:
                return [_target(replace(one, package=package, client=""))]
            return [_target(one)]
    return [_target(ServiceSettings(docs=wanted, package=package))]


def _apart(found: list[Target]) -> list[Target]:
    """The targets; raises TablewrightError where two of them want one package."""
    packages: dict[str, Target] = {}
    for one in found:
        if one.package in packages:
            raise TablewrightError(
                f"two services want the package name {one.package!r}",
                position=one.settings.where,
                hint="give one of them another `package`",
            )
        packages[one.package] = one
    return found


def _refuse_missing(settings: ServiceSettings) -> None:
    """Raise TablewrightError where a place that the configuration names is not there."""
    if settings.where is None:
        return
    if not settings.docs.exists():
        raise TablewrightError(
            f"{settings.docs} does not exist",
            position=settings.where,
            hint="`docs` is a page or a folder of .rst pages, relative to the settings file",
        )
    if settings.errata is not None and not settings.errata.is_file():
        raise TablewrightError(
            f"the errata file {settings.errata} does not exist",
            position=settings.where,
            hint="make it, or take `errata` out",
        )
    if settings.lock is not None and not settings.lock.parent.is_dir():
        raise TablewrightError(
            f"the folder of the lock {settings.lock} does not exist",
            position=settings.where,
            hint="make the folder, or correct `lock`",
        )


def _target(settings: ServiceSettings) -> Target:
    _refuse_missing(settings)
    package = settings.package or default_package(settings.docs)
    check_package_name(package)
    client = settings.client or default_client(package)
    filled = replace(settings, package=package, client=client)
    lock = settings.lock
    if lock is None:
        folder = settings.docs if settings.docs.is_dir() else settings.docs.parent
        lock = folder / "names.lock"
    return Target(filled, lock)


def default_package(docs: Path) -> str:
    """The snake_case name of DOCS's folder; for ``…/<repository>/api-ref/source`` the repository's."""
    folder = docs.resolve()
    if folder.is_file() or folder.suffix == ".rst":
        folder = folder.parent
    if folder.name == "source" and folder.parent.name == "api-ref":
        folder = folder.parent.parent
    name = re.sub(r"[^a-z0-9]+", "_", folder.name.lower()).strip("_")
    if not name or name[0].isdigit():
        name = f"api_{name}".rstrip("_")
    try:
        check_package_name(name)
    except TablewrightError:
        name = f"{name}_api"
    return name


def default_client(package: str) -> str:
    """``otc_vpn`` → ``VpnClient``: the package's words, a leading ``otc`` dropped."""
    words = [word for word in package.split("_") if word]
    if len(words) > 1 and words[0] == "otc":
        words = words[1:]
    return "".join(word.capitalize() for word in words) + "Client"
