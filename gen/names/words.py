"""Text → lower-case ASCII words, and the little English that names need.

Everything a name is made of comes out of :func:`words` and is therefore ``[a-z0-9]+``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_BRANDS = re.compile(r"IPv[46]|IPsec|QoS|(?<![A-Za-z])IoT(?![a-z])")
# An acronym with a plural s ("VPCs", "IDs"), a capitalised or lower-case word, an acronym, a number.
_PARTS = re.compile(r"[A-Z]{2,}s(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_ACRONYM_PLURAL = re.compile(r"(?<![A-Za-z])([A-Z]+S)s(?![A-Za-z])")
_VERSION = re.compile(r"(?<![a-z0-9])[Vv](\d+(?:\.\d+)*)(?![A-Za-z0-9])")


def ascii_text(text: str) -> str:
    """The ASCII letters, digits and signs of a text, accents taken off, everything else a blank."""
    folded = unicodedata.normalize("NFKD", text)
    return "".join(
        (
            char
            if char.isascii() and char.isprintable()
            else ("" if unicodedata.combining(char) else " ")
        )
        for char in folded
    )


def _brand(match: re.Match[str]) -> str:
    return match.group(0).capitalize()


def words(text: str) -> list[str]:
    """The words of a wire name, caption or title, split at case changes, signs and blanks.

    ``OS-EXT-SRV-ATTR:host`` → os ext srv attr host; ``primaryNic`` → primary nic;
    ``ipv6_address`` → ipv6 address (digits stay with the letters before them).
    """
    found: list[str] = []
    for chunk in re.split(
        r"[^A-Za-z0-9]+", _BRANDS.sub(_brand, _ACRONYM_PLURAL.sub(r"\1ES", ascii_text(text)))
    ):
        joined = False
        for part in _PARTS.findall(chunk):
            if (
                found
                and joined
                and (part.isdigit() or (found[-1][-1].isdigit() and part.islower()))
            ):
                found[-1] += part
            elif found and joined and len(found[-1]) == 1 and not found[-1].isdigit():
                # A single letter before a word ("vCPU", "iSCSI") belongs to it.
                found[-1] += part.lower()
            else:
                found.append(part.lower())
            joined = True
    return found


def title_words(text: str) -> list[str]:
    """The words of a headline: split at blanks and signs only ("OpenStack" → openstack)."""
    text = _VERSION.sub(lambda found: "v" + found.group(1).replace(".", "_"), ascii_text(text))
    text = re.sub(r"(?<=\w)['’]s\b", "", text)
    text = re.sub(r"(?<=\w)-(?=\w)", "_", _ACRONYM_PLURAL.sub(r"\1es", text))
    return [
        word.strip("_").lower() for word in re.findall(r"[A-Za-z0-9_]+", text) if word.strip("_")
    ]


def pascal(parts: Iterable[str]) -> str:
    """``vpn connection`` → ``VpnConnection``."""
    return "".join(
        part[:1].upper() + part[1:] for word in parts for part in word.split("_") if part
    )


def snake(parts: Iterable[str]) -> str:
    """``vpn connection`` → ``vpn_connection``."""
    return "_".join(part for word in parts for part in word.split("_") if part)


# Words that end in s and are no plural, beside those in ss, us, is.
_SINGULAR_S = frozenset(
    "alias as atlas aws axis bias chaos cors cos dns ecs eis evs gas gis gpus ids ims ips js k8s kms lens lts "
    "obs os ports pos qos rds rows rtos sas sfs sms sns tls vas vbs waf-s windows whois access address "
    "kubernetes metrics series statistics analysis basis news dds das dcs css cbs cbr cts cts dms ges "
    "mrs nas nfs ops sdrs swrs tms vms apis https redis mongodbs".split()
) - {
    "ids",
    "ips",
    "ports",
    "rows",
    "vms",
    "apis",
    "gpus",
    "metrics",
    "statistics",
    "ops",
    "whois",
    "waf-s",
}
_IRREGULAR = {
    "indices": "index", "vertices": "vertex", "matrices": "matrix", "criteria": "criterion",
    "people": "person", "children": "child", "data": "data", "metadata": "metadata", "media": "media",
    "information": "information", "settings": "settings", "series": "series", "quotas": "quota",
    "caches": "cache", "leases": "lease", "licenses": "license", "databases": "database",
    "releases": "release", "purchases": "purchase", "uses": "use", "phases": "phase", "bases": "base",
    "cases": "case", "responses": "response", "expenses": "expense", "courses": "course",
    "clauses": "clause", "houses": "house", "warehouses": "warehouse", "movies": "movie",
    "cookies": "cookie", "axes": "axis", "statuses": "status", "os": "os", "oses": "os",
    "buses": "bus", "viruses": "virus", "aliases": "alias", "gases": "gas", "lenses": "lens",
    "ecses": "ecs", "analyses": "analysis", "bandwidths": "bandwidth", "specs": "spec",
    "extra_specs": "extra_spec", "types": "type", "azs": "az", "syncs": "sync",
    "statistics": "statistics", "metrics": "metric", "details": "details", "contents": "content",
    "credentials": "credential", "news": "news", "means": "means", "windows": "window",
}  # fmt: skip
_UNCOUNTED = frozenset(
    "data metadata information status usage capability progress history content media info "
    "statistics details settings traffic capacity availability storage".split()
)


def singular(word: str) -> str:
    """The singular of an English noun; the word itself where it is one."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _SINGULAR_S or len(word) < 3 or not word.endswith("s"):
        return word
    if word.endswith(("ss", "us", "is")) and word not in ("menus", "cpus", "gpus", "apis"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zes", "ches", "shes")) and not word.endswith("sizes"):
        return word[:-2]
    if word.endswith(("eses", "oes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether the noun is a plural (uncounted nouns are not)."""
    return word not in _UNCOUNTED and singular(word) != word


def plural(word: str) -> str:
    """The plural of an English noun; the word itself where it is one or is not counted."""
    if word in _UNCOUNTED or is_plural(word):
        return word
    if word.endswith("y") and len(word) > 1 and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word == "analysis":
        return "analyses"
    if word.endswith(("s", "x", "ch", "sh")) or (word.endswith("z") and len(word) > 3):
        return word + "es"
    return word + "s"


def starts_with(parts: Sequence[str], prefix: Sequence[str]) -> bool:
    """Whether the words begin with those words."""
    return list(parts[: len(prefix)]) == list(prefix)
