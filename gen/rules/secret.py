"""Secret: known by the name on the wire, never by the prose."""

from __future__ import annotations

import re
from itertools import pairwise

from gen.model import Secret
from gen.rules.about import About, words
from gen.rules.said import Said, common

_LAST = frozenset(
    ("password", "passwd", "pwd", "passphrase", "psk", "secret", "token", "sk", "pass", "passcode")
)
_PAIRS = frozenset(
    (("private", "key"), ("secret", "key"), ("pre", "shared"), ("shared", "key"), ("secret", "access"), ("access", "secret"),
     ("security", "token"), ("session", "token"), ("admin", "pass"), ("auth", "token"), ("subject", "token"), ("user", "pass"), ("key", "data"))
)  # fmt: skip
# Tokens that say where a list goes on, and facts about a secret, are none.
_PAGING = frozenset(
    (
        "next",
        "page",
        "continuation",
        "continue",
        "marker",
        "pagination",
        "previous",
        "prev",
        "start",
        "client",
    )
)
_ABOUT_IT = frozenset(
    "expires expire expired expiry expiration at time date policy regex length age strength status type enable enabled id name"
    " url uri description rule mode method duration count number validity valid reset change version list".split()
)


def is_secret(wire: str, kind: str) -> bool:
    """Whether a field of this name and type (``string``, ``any`` or an array of it) holds a secret."""
    if kind not in ("string", "any"):
        return False
    parts = words(re.sub(r"[^A-Za-z0-9]+", " ", wire))
    if not parts:
        return False
    # "rtPd", "userpwd" and "dbpassword" run words together.
    glued = re.search(
        r"(?:password|passwd|pwd|secret|passphrase|(?:security|access|auth|session|refresh)token)$",
        parts[-1],
    )
    pairs = set(pairwise(parts))
    if set(parts) & _ABOUT_IT and parts[-1] not in _LAST:
        return False
    if parts[-2:] == ("key", "data") and "public" in parts:
        return False
    if parts[-1] == "token" and set(parts[:-1]) & _PAGING:
        return False
    return bool(parts[-1] in _LAST or glued or (pairs & _PAIRS and parts[-1] not in _ABOUT_IT))


def read(about: About) -> list[Secret]:
    """The rule, where the name says so."""
    if not is_secret(about.wire, about.value_kind):
        return []
    return [Secret(**common(Said(f"{about.wire} is a secret by its name"), about))]
