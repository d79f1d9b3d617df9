"""Values that no mark sets off: "The options are RED and BLUE.", "Value: on/off"."""

from __future__ import annotations

import re

from gen.rules.about import About, stem, words
from gen.rules.chosen import made
from gen.rules.listed import BARE_LIST, LISTED, is_coined, is_word, items_bare, items_of
from gen.rules.offers import CAN_BE, ONLY_BARE, ONLY_COINED, OPTIONS
from gen.rules.said import Hit, Said

UNMARKED = "the values are not marked in the docs"
"""Reason of advice for words that may be prose."""

# "The value (can be a or b)": no verb may stand in between.
_VALUE_SUBJECT = (
    r"(?:currently, )?(?:the (?:parameter )?value|its value|this (?:parameter|field)|it)?\s*$"
)
# "02:00:00": no prose
_IN_SIGNS = re.compile(r"^\d+(?:[:.]\d+)+$|_|[a-z]\d|[A-Z]{2,}")
# Prose elsewhere, but values where it is the value that "can be" them.
_SWITCHED = frozenset(("none", "enabled", "disabled"))
_END = r"(?=\s*(?:[.,;]|$))"
_CAN_BE = re.compile(CAN_BE + BARE_LIST + r"(?=\s*[.,;]|$)", re.I)
# "The options are as follows: RED, BLUE, and GREEN."
_OPTIONS = re.compile(OPTIONS + BARE_LIST + _END, re.I)
# "RED, BLUE, and GREEN are supported."
_SUPPORTED = re.compile(
    rf"^(?:currently,? )?(?:only )?{BARE_LIST} are (?:currently )?(?:supported|available|allowed)(?: currently)?\.?$",
    re.I,
)
# "Currently, **a** (fast) and **b** are supported."
_MARKED_SUPPORTED = re.compile(
    rf"^currently,? (?=‹){LISTED} are (?:supported|available|allowed)\.?$", re.I
)
# "Only the following values are used: scale-out, scale-in."
_FOLLOWING = re.compile(
    rf"\b(?:only )?the following (?:values?|options?) (?:is|are) (?:currently )?(?:supported|available|allowed|valid|used)\s*:\s*{BARE_LIST}{_END}",
    re.I,
)
# "1x1/2x2", "4.0/5.0"
_VERSIONS = r"\d\w*(?:\.\w+)*(?:/\d\w*(?:\.\w+)*)+"
# "The value can be RED/BLUE."
_CAN_BE_APART = re.compile(
    CAN_BE + rf"(?P<bare>[A-Za-z][\w-]*(?:\s?/\s?[A-Za-z][\w-]*)+|{_VERSIONS})(?=\s*[.,;]|$)",
    re.I,
)
# What a field is called that takes one of several words.
_KINDS = frozenset(
    "type protocol mode method algorithm format status state engine level strategy policy version category action"
    " operation encryption compression language".split()
)
# "Value: Cluster/Single" — "active | inactive"
_APART = re.compile(
    rf"[\w.-]+(?:\s*\|\s*[\w.-]+)+|[A-Za-z][\w.-]+(?:\s?/\s?[A-Za-z][\w.-]+)+|{_VERSIONS}"
)
_MEDIA = re.compile(r"(?:text|application|image|audio|video|multipart|font|message|model)/", re.I)


def read(said: Said, about: About) -> list[Hit]:
    """The choice of unmarked words that one sentence states."""
    text = said.text
    only = ONLY_BARE.search(text)
    sure = only and re.search(r"\bonly\b|\bset to\b|\bfixed\b|\balways\b", only[0], re.I)
    if only and (is_word if sure else is_coined)(only["bare"]):
        return made(said, about, [only["bare"]], *only.span(), "")
    coined = ONLY_COINED.match(text)
    if coined and re.search(r"\w_\w", coined["bare"]):
        return made(said, about, [coined["bare"]], *coined.span(), "")
    bare = _CAN_BE.search(text)
    if bare:
        items = items_bare(bare["bare"])
        subject = re.match(_VALUE_SUBJECT, text[: bare.start()], re.I)
        certain = all(
            (subject and item in _SWITCHED) or (is_word if subject else _IN_SIGNS.search)(item)
            for item in items
        )
        reason = "" if certain else UNMARKED
        return made(said, about, items, bare.start(), bare.end(), reason)
    slashes = _CAN_BE_APART.search(text)
    if slashes and (items := apart(slashes["bare"])):
        reason = "" if all(map(is_word, items)) else UNMARKED
        return made(said, about, items, *slashes.span(), reason)
    return _offered(said, about)


def _offered(said: Said, about: About) -> list[Hit]:
    options = _FOLLOWING.search(said.text) or _OPTIONS.search(said.text)
    if options:
        items = items_bare(options["bare"])
        singular = re.match(r".*\bis\s*$", said.text[: options.start("bare")], re.I | re.S)
        known = is_coined if singular else is_word
        sure = [item for item in items if known(item)]
        # JSON and UUID are forms, but among other options they are values.
        shouted = all(item.isupper() for item in items if item not in sure)
        reason = "" if shouted and 2 * len(sure) > len(items) else UNMARKED
        return made(said, about, items, *options.span(), reason)
    marked = _MARKED_SUPPORTED.match(said.text)
    if marked and _takes_a_word(about):
        hits = made(said, about, items_of(marked["items"]), *marked.span(), "")
        return [Hit(hit.start, hit.end, hit.rules, subject=True) for hit in hits]
    supported = _SUPPORTED.match(said.text)
    if supported and _takes_a_word(about):
        items = items_bare(supported["bare"])
        if all(map(is_coined, items)):
            hits = made(said, about, items, *supported.span(), "")
            return [Hit(hit.start, hit.end, hit.rules, subject=True) for hit in hits]
    return []


def _takes_a_word(about: About) -> bool:
    return bool(_KINDS & set(map(stem, words(about.wire)[-1:])))


def apart(text: str) -> list[str]:
    """The words of "on/off" or "on | off"; none of a media type or path."""
    if not _APART.fullmatch(text) or _MEDIA.match(text):
        return []
    return re.split(r"\s*[|/]\s*", text)
