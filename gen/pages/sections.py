"""What a section is for, by its title, in any of its spellings."""

from __future__ import annotations

import re
from functools import lru_cache
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


# For titles that no pattern knows: the words that say what it is, and those that may stand beside them.
_OF_MESSAGE = frozenset(
    """parameter param field attribute element item header body message data description detail
    information content structure format payload argument query json and value http api normal
    successful success list""".split()
)
_BY_WORDS: tuple[tuple[Zone, frozenset[str], frozenset[str]], ...] = (
    ("errors", frozenset(["error", "exception"]), frozenset(["code", "message", "common", "list"])),
    (
        "status",
        frozenset(["code", "status"]),
        frozenset(
            """http response return returned result value possible normal common list description
            status code""".split()
        ),
    ),
    (
        "uri",
        frozenset(["uri", "url", "path", "method", "endpoint", "syntax", "line"]),
        frozenset(
            """request http api rest interface resource call calling uri url path method format line
            information description definition parameter and address syntax endpoint""".split()
        ),
    ),
    (
        "response",
        frozenset(["response", "return", "returned", "output", "result", "reply", "answer"]),
        _OF_MESSAGE,
    ),
    ("request", frozenset(["request", "input", "parameter", "payload", "argument"]), _OF_MESSAGE),
)
_EXAMPLE_WORDS = frozenset(["example", "sample", "demo"])
_ANSWER_WORDS = frozenset(["response", "return", "returned", "output", "result", "reply"])
_CALL_WORDS = frozenset(["request", "call", "calling", "input"])
_BESIDE_EXAMPLE = frozenset("and api usage code body message data normal successful json".split())


def folded(text: str) -> str:
    """A title or heading to compare: no ``*`` and ``:``, one blank between words, lower case."""
    return " ".join(re.sub(r"[*:：]", " ", text).split()).casefold()


@lru_cache(maxsize=2048)  # pages have the same titles again and again
def zone_of(title: str) -> Zone:
    """The zone that a section title opens; ``other`` for one we do not know."""
    text = re.sub(r"^\d+(?:\.\d+)*[.)]?\s+(?=\D)", "", folded(title))  # "2. Request"
    for zone, pattern in _COMPILED:
        if pattern.fullmatch(text):
            return zone
    return "other"


@lru_cache(maxsize=2048)
def title_zone(title: str) -> Zone:
    """The zone of a section's title, by its words where it is in no spelling we know."""
    zone = zone_of(title)
    if zone != "other":
        return zone
    text = folded(title)
    words = {_singular(word) for word in re.findall(r"[a-z]+", text)}
    words -= {"the", "a", "an", "of", "for", "in", "to"}
    if words & _EXAMPLE_WORDS:
        rest = words - _EXAMPLE_WORDS - _BESIDE_EXAMPLE
        answer, call = rest & _ANSWER_WORDS, rest & _CALL_WORDS
        if rest - _ANSWER_WORDS - _CALL_WORDS:
            return "other"
        if answer and not call:
            return "example-response"
        return "example-request" if call and not answer else "example"
    for found, needed, allowed in _BY_WORDS:
        if words & needed and words <= needed | allowed:
            return found
    return "other"


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word
