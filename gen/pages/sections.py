"""What a section is for, by its title, in any of its spellings."""

from __future__ import annotations

import re
from typing import Literal

Zone = Literal[
    "summary",
    "constraints",
    "uri",
    "request",
    "response",
    "abnormal",  # answers that report an error
    "example-request",
    "example-response",
    "example",
    "status",
    "errors",
    "other",
]

_WHAT = r"(?:parameters?|messages?|body|bodies|headers?|elements?|information|format|content)?"

# Tried in order on the title without "*" and ":", folded.
_ZONES: tuple[tuple[Zone, str], ...] = (
    (
        "uri",
        r"(?:api )?(?:uris?|urls?)(?: format| parameters?)?|request (?:line|path)|api (?:path|format)",
    ),
    (
        "example-request",
        r"(?:examples?|samples?)(?: of)?(?: an?| the)? requests?.*|requests? (?:examples?|samples?).*",
    ),
    (
        "example-response",
        r"(?:examples?|samples?)(?: of)?(?: an?| the)?(?: normal)? (?:responses?|returns?).*|responses? (?:examples?|samples?).*",
    ),
    ("example", r"(?:api )?(?:call(?:ing)? )?(?:examples?|samples?)"),
    ("abnormal", rf"(?:abnormal|error|failure|failed|exception) (?:responses?|returns?) ?{_WHAT}"),
    ("errors", r"(?:common )?error codes?(?: description)?|errors?"),
    (
        "status",
        r"(?:common |http |normal |returned? |response )*(?:status(?:es)?|status codes?|values?|return codes?|returned codes?)"
        r"|return(?:ed)?(?: status)? codes?|status codes? description",
    ),
    ("request", rf"requests? ?{_WHAT}|(?:body|query|header|path) parameters?|input parameters?"),
    (
        "response",
        rf"(?:normal |successful |success )?(?:responses?|returns?|returned) ?{_WHAT}|output parameters?|return(?:ed)? (?:results?|data)",
    ),
    ("constraints", r".*(?:constraints?|restrictions?|precautions?|limitations?)(?: \(.*\))?"),
    (
        "summary",
        r"(?:api |interface )?(?:functions?|functionality|descriptions?|introduction|overview)"
        r"|function(?:al)? (?:description|introduction)|purpose",
    ),
)
_COMPILED = tuple((zone, re.compile(pattern)) for zone, pattern in _ZONES)


def folded(text: str) -> str:
    """A title or heading to compare: no ``*`` and ``:``, one blank between words, lower case."""
    return " ".join(re.sub(r"[*:：]", " ", text).split()).casefold()


def zone_of(title: str) -> Zone:
    """The zone that a section title opens; ``other`` for one we do not know."""
    text = folded(title)
    for zone, pattern in _COMPILED:
        if pattern.fullmatch(text):
            return zone
    return "other"
