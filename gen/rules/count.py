"""Count: how many items an array has. Limits of a project, an account or another thing are none."""

from __future__ import annotations

import re

from gen.model import Array, Count
from gen.rules.about import About, definition, stems
from gen.rules.marked import unmarked
from gen.rules.numbers import AMOUNT, NUMBER, SPAN, ends, number
from gen.rules.said import Hit, Said, common

_NOUN = r"(?P<noun>(?!characters?\b|bytes?\b|Unicode\b|days?\b|hours?\b|[KMGT]i?B\b|concurrent\b)(?:(?!\b(?:can|are|is|must|in|for|per|with|at|to|and|or|of|from|will|each|allowed|supported|during|when)\b)\b[A-Za-z-]+(?![A-Za-z-])\s?){1,4})"
# "A maximum of 50 destination CIDR blocks can be configured in each policy rule."
_MOST = re.compile(
    rf"\b(?:a maximum (?:number )?of|at most|up to|maximum of|no more than|not more than|cannot exceed|not exceed|maximum|max\.?)\s+(?P<n>{AMOUNT})\s+(?:different |unique )?{_NOUN}"
    r"(?P<tail>.*)",
    re.I | re.S,
)
# "The number of X cannot exceed 20." — "The maximum number of X is 10."
_NUMBER_OF = re.compile(
    rf"\b(?:number|quantity) of (?P<noun>[A-Za-z -]+?) (?:(?:in|of|for|per) (?P<scope>[a-z ]+? ))?(?:cannot exceed|must not exceed|can(?:not)? be (?:greater|more) than|is|is limited to|cannot be (?:greater|more|larger) than)\s+(?P<n>{AMOUNT})(?P<tail>.*)",
    re.I | re.S,
)
# "One or two objects can be created at a time."
_OR = re.compile(
    rf"^(?:only )?(?P<low>{AMOUNT}) (?:or|to) (?P<high>{AMOUNT}) {_NOUN}(?P<tail>can be .*)",
    re.I | re.S,
)
# "You can select up to five subnets." says itself what the items are.
_SELECT = re.compile(
    rf"^you can (?:only )?(?:select|specify|enter|choose) (?:up to|a maximum of|at most|no more than) (?P<n>{AMOUNT}) {_NOUN}(?:at (?:a|one|the same) time|in (?:a|one) request)?",
    re.I,
)
# "The list can contain up to 20 values." — "Each tag contains a maximum of 10 values."
_OF_VALUES = re.compile(
    r"(?:^|\b)(?:(?:the|this|one|an?|each|every|one value|value) )+(?:list|array)(?: of values| can| may)* contains?\s*$|^(?:each|every|a|one) [a-z]+(?: list)? (?:can )?contains?\s*$",
    re.I,
)
_LEAST = re.compile(rf"\bat least\s+(?P<n>{AMOUNT})\s+{_NOUN}(?P<tail>.*)", re.I | re.S)
_SPAN = re.compile(
    rf"(?:^|\b(?:contains?|can contain|with|of|specify|enter|select)\s+){SPAN}\s+{_NOUN}(?P<tail>.*)",
    re.I | re.S,
)
# "At least one step and at most 30 steps are required." — "Specify at least one road and no more than 40 roads."
_BOTH = re.compile(
    rf"^(?:(?:specify|enter|provide|select|(?:the|this) (?:list|array) (?:must|can) (?:contain|have)) )?at least (?P<low>{AMOUNT})(?: [a-z]+)? and (?:at most|no more than|not more than|up to|a maximum of) (?P<high>{AMOUNT}) {_NOUN}(?P<tail>.*)",
    re.I | re.S,
)
# "The list must contain one to five zones."
_WORDS = re.compile(
    rf"^(?:the|this) (?:list|array) (?:(?:must|can|should) )?(?:contains?|have|has|includes?) (?P<low>{AMOUNT}) (?:to|or) (?P<high>{AMOUNT}) {_NOUN}(?P<tail>.*)",
    re.I | re.S,
)
# "The number of labels ranges from 1 to 10." — "The array length ranges from 1 to 10."
_NUMBER_RANGES = re.compile(
    rf"^(?:the )?(?:(?:number|quantity) of (?P<noun>[A-Za-z -]+?)|(?:array|list) (?:length|size)|(?:length|size) of the (?:array|list)):? (?:ranges? |is |must be )?(?:in the range )?{SPAN}(?P<tail>.*)",
    re.I | re.S,
)
# "The maximum array length is 10."
_LONGEST = re.compile(
    rf"(?:the )?(?:maximum (?:array|list) (?:length|size)|maximum (?:length|size) of the (?:array|list)|(?:array|list) (?:length|size))(?: is|:| cannot exceed| must not exceed) (?P<n>{NUMBER})\.?",
    re.I,
)
# "Max. flags: 2."
_MAX_OF = re.compile(
    rf"(?P<end>max|min)(?:imum|\.)? (?:number of )?(?P<noun>[a-z]+(?: [a-z]+)?): (?P<n>{NUMBER})\.?",
    re.I,
)
# "Only one label can be specified." — "Currently, only one label is supported."
_ONLY_N = re.compile(
    rf"^(?:currently,? )?(?:you can (?:only )?(?:specify|add|select|configure) )?only (?P<n>one|two|three|{NUMBER}) {_NOUN}(?P<tail>(?:can be|is|are) .*|\.?$)",
    re.I | re.S,
)
# "Each lamp supports a maximum of 10 labels during its creation."
_EACH_AT_CREATION = re.compile(
    r"^each (?P<who>[A-Za-z ]+?) (?:supports|can have|has|can contain|allows)\s*$", re.I
)
_CREATION = re.compile(
    r"\s*(?:\.?$|during (?:the |its )?creation|when (?:it is|being) created|in a request)\.?$", re.I
)
_ELSEWHERE = re.compile(
    r"\b(?:project|projects|tenant|account|region|user|domain|day|month|hour|quota|apply for|by default|each (?:tag )?key|each (?:tag )?value|increase|vpc|cluster|instance can|at most .* each"
    r"|concurrent|system|advised|recommend(?:ed)?|suggested)\b",
    re.I,
)
# "…, and each value must be unique"
_OF_EACH = re.compile(r",? and (?:each|every|duplicate)\b", re.I)
_TAIL_OK = re.compile(
    r"\s*(?:(?:or|and|and/or) (?!each|every|duplicate|repeated|more|less|fewer)[A-Za-z-]+(?: [A-Za-z-]+){0,2}?(?= (?:can|may|are|is|in)\b)\s*)?(?:(?:can|may|could)(?: only)? be [a-z]+(?: up)?(?: or [a-z]+ed)?|(?:is|are) (?:allowed|supported|returned|permitted|required)|(?:is|are) available|in (?:this|the|a) (?:list|array|parameter|field|request|query|operation)"
    r"|at (?:a|one|the same) time|at once|in (?:one|a single|a batch)(?: [a-z]+){0,3}|(?:for|in|per|to|of) (?:each|a|one|every|an) (?P<of>[A-Za-z][A-Za-z-]*(?: (?!at |in |and )[A-Za-z-]+){0,3})|in batches|simultaneously|each time|for (?:a|one|each) (?:query|request|operation)(?: operation)?|[,.;\s]|and)*",
    re.I,
)


def read(said: Said, about: About) -> list[Hit]:
    """The counts that one sentence states, for arrays."""
    if not isinstance(about.field.type, Array):
        return []
    if said.label == "array-length":
        match = re.match(rf"{SPAN}", said.text)
        bounds = ends(match) if match else None
        return [_hit(said, about, 0, len(said.text), *bounds)] if bounds else []
    if said.label in ("minimum", "maximum") and about.value_kind == "object":
        value = number(said.text)
        if value is not None:
            low = said.label == "minimum"
            return [
                _hit(said, about, 0, len(said.text), value if low else None, None if low else value)
            ]
    either = _OR.search(said.text) or _BOTH.match(said.text) or _WORDS.match(said.text)
    least, most = (number(either["low"]), number(either["high"])) if either else (None, None)
    if either and least is not None and most is not None:
        return _counted(either, said, about, least, most)
    select = _SELECT.search(said.text)
    if select and not _ELSEWHERE.search(said.text):
        return [_hit(said, about, select.start(), select.end(), None, number(select["n"]))]
    ranges = _NUMBER_RANGES.search(said.text)
    between = ends(ranges) if ranges else None
    if ranges and between:
        if ranges["noun"] is None:
            end = ranges.end() - len(ranges["tail"])
            return [_hit(said, about, 0, end, *between)]
        return _counted(ranges, said, about, *between)
    most_of = _MAX_OF.fullmatch(said.text)
    if most_of and _is_items(stems(most_of["noun"]), about, said):
        bound = number(most_of["n"])
        upper = most_of["end"].lower() == "max"
        ends_ = (None, bound) if upper else (bound, None)
        return [_hit(said, about, 0, len(said.text), *ends_)]
    longest = _LONGEST.fullmatch(said.text)
    if longest and (most := number(longest["n"])) is not None:
        return [_hit(said, about, 0, len(said.text), None, most)]
    for pattern, upper in ((_MOST, True), (_ONLY_N, True), (_NUMBER_OF, True), (_LEAST, False)):
        match = pattern.search(said.text)
        value = number(match["n"]) if match else None
        if match and value is not None:
            return _counted(match, said, about, None if upper else value, value if upper else None)
    match = _SPAN.search(said.text)
    bounds = ends(match) if match else None
    if match and bounds:
        return _counted(match, said, about, *bounds)
    return []


def _counted(
    match: re.Match[str], said: Said, about: About, low: float | None, high: float | None
) -> list[Hit]:
    if _ELSEWHERE.search(_OF_EACH.split(said.text)[0]):
        return []
    before = said.text[: match.start()]
    named = re.search(r"‹(?P<name>[^‹›]+)›[^,.;‹›]*$", before)
    if named and named["name"] != about.wire:
        return []
    noun = stems(match["noun"])
    tail = _TAIL_OK.match(match["tail"])
    assert tail is not None
    container = tail["of"] or ""
    if (
        _EACH_AT_CREATION.match(before)
        and _CREATION.fullmatch(match["tail"])
        and noun == about.names
    ):
        return [_hit(said, about, 0, match.end(), low, high)]
    own = re.match(r"values?\b", match["noun"].strip(), re.I) and _OF_VALUES.search(before)
    if own and (re.search(r"\b(?:list|array)\b", before) or about.wire.lower().endswith("values")):
        return [_hit(said, about, match.start(), match.end("noun"), low, high)]
    if re.search(r"\b(?:each|every|one|per)\b", before, re.I) and not _contains_field(
        before, about
    ):
        return []
    if low is not None and high is None and not _OWN.search(before):
        return []
    generic = (
        re.fullmatch(r"(?:values?|entries|numbers?|integers?|strings?|IDs?) ?", match["noun"], re.I)
        and not container
        and (_OWN.match(before) or _is_the_whole(before, about))
    )
    if not (generic or _is_items(noun, about, said)):
        return []
    whole = noun == about.names and about.direction == "request"
    if (
        container
        and not whole
        and not stems(container)
        <= stems(about.title)
        | {
            "request",
            "query",
            "time",
            "list",
        }
    ):
        return []
    end = match.end() - len(match["tail"]) + tail.end()
    return [_hit(said, about, match.start(), end, low, high)]


# "The list must contain at least one rule": who is meant has to be the list itself.
_OWN = re.compile(
    r"^(?:(?:the|this) (?:list|array|value|parameter|field) )?(?:(?:must|should|can) )?(?:contains?|include|have|be )?\s*$",
    re.I,
)


# "A record set can have up to 9 values." of a field "Record set value"
_WHOLE = re.compile(
    r"^(?:an?|the|each|one) (?P<who>[a-z ]+?) (?:can )?(?:ha(?:ve|s)|contains?|includes?)\s*$", re.I
)


def _is_the_whole(text: str, about: About) -> bool:
    whole, defined = _WHOLE.match(text), definition(about.field.description)
    return (
        whole is not None
        and not defined.startswith(text.strip())
        and stems(whole["who"]) <= stems(defined)
    )


def _contains_field(text: str, about: About) -> bool:
    # "One tag list can contain a maximum of 10 keys." speaks of the list itself.
    return bool(re.search(r"\blist\b", text, re.I)) and bool(stems(text) & about.names)


def _is_items(noun: frozenset[str], about: About, said: Said) -> bool:
    if not noun:
        return False
    if noun & {"item", "element", "record", "object", "entry", "member"} or noun == {"key", "pair"}:
        return True
    # Where the sentence is all there is, what it counts does not tell what the field is.
    alone = unmarked(said.full or said.text).startswith(definition(about.field.description))
    if noun & about.names or (noun - {"id"} <= about.topic and not alone):
        return True
    # The items are objects {key, value…}: as many keys as items.
    return any(noun <= {name, "tag", "pair"} and name in ("key",) for name in about.item_fields)


def _hit(
    said: Said, about: About, start: int, end: int, low: float | None, high: float | None
) -> Hit:
    rule = Count(
        minimum=None if low is None else int(low), maximum=None if high is None else int(high),
        **common(said, about, target="value"),
    )  # fmt: skip
    return Hit(start, end, (rule,), subject=True)
