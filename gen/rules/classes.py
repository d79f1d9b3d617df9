"""Lists of kinds of characters: "digits, letters, underscores (_), and periods (.)".

A leaf of ``rules``. What is not exactly known is read wide; a list with a word that is
not known at all gives None, and nothing is concluded from it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from gen.model import CharClass, CharSet
from gen.rules.marked import unmarked

_NAMED: dict[str, tuple[tuple[CharClass, ...], str]] = {}


def _name(pattern: str, classes: tuple[CharClass, ...] = (), extra: str = "") -> None:
    _NAMED[pattern] = (classes, extra)


_name(r"(?:upper-?case|upper case|capital) (?:english )?letters?", ("upper",))
_name(r"upper-?case", ("upper",))
_name(
    r"lower-?case|lower-?case (?:english )?letters?|lower case letters?|small letters?", ("lower",)
)
_name(
    r"(?:upper-?case and lower-?case|lower-?case and upper-?case|uppercase or lowercase|case-(?:in)?sensitive|english|latin|basic latin|ascii|us|both)? ?(?:english )?(?:letters?|alphabets?|alphabetic characters?)",
    ("letter",),
)
_name(r"a-z", ("lower",))
_name(r"alphanumeric characters?|alphanumerics?", ("letter", "digit"))
_name(
    r"(?:arabic |decimal )?(?:digits?|numbers?|numerals?|numeric characters?|numerics)", ("digit",)
)
_name(r"hexadecimal (?:digits?|characters?|numbers?)", ("hex",))
_name(
    r"(?:simplified |traditional )?(?:chinese|spanish|portuguese|german|french|japanese|korean|arabic|russian|multi-?language)(?: characters?| letters?)?",
    ("any-letter",),
)
_name(r"(?:letters? (?:in|of) )?(?:any|other|all) languages?", ("any-letter",))
_name(r"(?:unicode|utf-8) letters?", ("any-letter",))
_name(r"(?:white ?)?spaces?|blank spaces?|space characters?|blanks?", ("space",))
_name(
    r"(?:other |common |the |some |ascii |following |the following )*(?:special characters?|symbols?|punctuation(?: marks?)?|special symbols?)",
    ("any-special",),
)

# "and the following characters: _-"
_name(r"characters", ("any-special",))

_SIGNS = {
    r"underscores?|underlines?": "_",
    r"hyphens?|dash(?:es)?|minus(?: signs?)?|en dashes": "-",
    r"periods?|dots?|full stops?|decimal points?|points?": ".",
    r"colons?": ":", r"semi-?colons?": ";", r"commas?": ",", r"at signs?|at symbols?|at": "@",
    r"(?:forward )?slash(?:es)?": "/", r"back-?slash(?:es)?": "\\", r"plus(?: signs?)?|plus": "+",
    r"equals?(?: signs?)?|equal": "=", r"asterisks?|stars?": "*",
    r"exclamation (?:marks?|points?)": "!", r"question marks?": "?", r"(?:number|pound|hash) signs?|hash(?:es|tags)?": "#",
    r"dollar (?:signs?|symbols?)": "$", r"percent(?:age)?(?: signs?)": "%", r"carets?": "^", r"ampersands?": "&", r"tildes?": "~",
    r"vertical (?:bars?|lines?)|pipes?": "|", r"(?:left |right |square )*(?:square )?brackets?": "[](){}", r"parenthes[ie]s|round brackets?": "()",
    r"(?:curly )?braces?|curly brackets?": "{}", r"(?:left |right )?angle brackets?": "<>",
    r"(?:left |right )?(?:less|greater)[- ]than signs?": "<>",
    r"(?:single |double )?(?:quotation|quote) marks?|(?:single |double )?quotes?|apostrophes?": "\"'",
    r"carriage returns?|carriage return characters?": "\r", r"line feeds?|line breaks?|newlines?|newline characters?": "\n", r"tabs?|tab characters?": "\t",
    r"backticks?|grave accents?|back quotes?": "`",
}  # fmt: skip
for _pattern, _sign in _SIGNS.items():
    _name(_pattern, (), _sign)
_COMPILED = [(re.compile(pattern, re.I), *value) for pattern, value in _NAMED.items()]

_BRACKET = (
    r"\s*(?:\((?P<inside>.*?)\)(?=\s*(?:$|,|;|\.|\band\b|\bor\b))|:?\s*‹(?P<literal>[^‹›]*)›)"
)
_TOKEN = re.compile(
    rf"(?P<name>[A-Za-z][A-Za-z -]{{0,60}}?)(?:{_BRACKET})?(?=\s*(?:$|,|;|\.$|\.\s|\band\b|\bor\b))|‹(?P<mark>[^‹›]*)›|(?P<sign>[^\w\s,‹›]|_)(?=\s|,|$)",
    re.I,
)
_SEPARATOR = re.compile(r"\s*(?:(?:[,;]\s*)?(?:and|or|and/or)\b|[,;])?\s*", re.I)


def _of_name(name: str) -> tuple[tuple[CharClass, ...], str] | None:
    plain = re.sub(
        r"^(?:only|also|the|a|an|any|other|common|standard|at least one|one|valid|all|in)\s+",
        "",
        " ".join(name.split()),
        flags=re.I,
    )
    plain = re.sub(r"^(?:following|the following)\s+", "", plain, flags=re.I)
    for pattern, classes, extra in _COMPILED:
        if pattern.fullmatch(plain):
            return classes, extra
    return None


_KNOWN_INSIDE = re.compile(
    r"(?:(?P<range>[A-Za-z0-9]\s?(?:-|–|to)\s?[A-Za-z0-9](?:\s*(?:,|and|or)\s*[A-Za-z0-9]\s?(?:-|–|to)\s?[A-Za-z0-9])*)"
    r"|case[- ](?:in)?sensitive|(?:upper|lower)\w*(?: (?:and|or) (?:upper|lower)\w*)?)",
    re.I,
)


def _signs(inside: str) -> str:
    plain = unmarked(inside).strip()
    if re.fullmatch(r"\\u[0-9A-Fa-f]{4}.*", plain):
        return ""
    plain = re.sub(r"\s+(?:and|or)\s+(?=\S(?:\s|$))|(?<=\S),\s+(?=\S(?:,|$|\s))", " ", plain)
    return "".join(char for char in plain if not char.isalnum())


_BARE_SIGNS = re.compile(
    r"(?:the )?(?:following )?(?:special )?characters?\s*:\s*(?P<signs>[^\sA-Za-z0-9‹›()]+(?:,? [^\sA-Za-z0-9‹›()]+)*|[^\sA-Za-z0-9‹›]{6,})$",
    re.I,
)
# "special characters !$&'()*+ and spaces"
_SIGNS_BEHIND = re.compile(
    r"special characters? (?P<signs>[^\sA-Za-z0-9‹›(][^\sA-Za-z0-9‹›]+)(?: and (?P<more>spaces))?$",
    re.I,
)
_IN_UTF_8 = re.compile(r" in (?:the )?UTF-8 (?:format|encoding)\b", re.I)
_ONLY_SIGNS = re.compile(r"[^\sA-Za-z0-9‹›()]+(?:,? [^\sA-Za-z0-9‹›()]+)*")
# "a-z, A-Z, 0-9"
_RUN = re.compile(r"(?P<first>[aA0])\s?(?:-|–|to)\s?(?P<last>[zZ9])(?=\s*(?:$|,|;|\band\b|\bor\b))")
_RUNS: dict[str, CharClass] = {"az": "lower", "AZ": "upper", "09": "digit"}
# "letters A to F", "a-f"
_PART = re.compile(
    r"(?:(?:upper-?case |lower-?case |capital )?letters? |characters? )?(?:from )?(?P<first>[A-Za-z])\s?(?:-|–|to)\s?(?P<last>[A-Za-z])(?=\s*(?:$|,|;|\band\b|\bor\b))"
)
_ANY_LETTER: tuple[tuple[CharClass, ...], str] = (("any-letter",), "")


def charset(text: str) -> CharSet | None:
    """The set that a list of kinds of characters names; None where a word in it is not known."""
    classes: set[CharClass] = set()
    extra: set[str] = set()
    rest = re.sub(
        r"\bspecial characters?,?\s+(?:including|includes?|namely)\s+(?:only\s+)?",
        "",
        text,
        flags=re.I,
    )
    # "and the following characters: _.:=+-@": signs that stand in no bracket
    coded, rest = rest, _IN_UTF_8.sub("", rest.strip())
    if len(rest) < len(coded.strip()):
        classes.add("any-letter")
    rest = re.sub(r"\bUTF-8 (?=letters)", "unicode ", rest, flags=re.I)
    rest = re.sub(r"(?<!\S)([\"'])([^\w\s])\1(?=[\s,;.]|$)", r"\2", rest)
    found = False
    if behind := _SIGNS_BEHIND.search(rest.strip()):
        extra.update(_signs(behind["signs"]))
        rest, found = f"{rest[: behind.start()]}{behind['more'] or ''}".strip(), True
    rest = _BARE_SIGNS.sub(r"special characters (\g<signs>)", rest.strip())
    at, rest = 0, rest if rest.endswith(")") else rest.rstrip(".").strip()
    if _ONLY_SIGNS.fullmatch(rest):
        return united((), _signs(rest))
    while at < len(rest):
        run = _RUN.match(rest, at)
        if run:
            whole = _RUNS.get(f"{run['first']}{run['last']}")
            if whole is None:
                return None
            classes.add(whole)
            found = True
            at = _behind_gap(rest, run.end())
            continue
        part = _PART.match(rest, at)
        if part and part["first"].isupper() == part["last"].isupper():
            extra.update(map(chr, range(ord(part["first"]), ord(part["last"]) + 1)))
            found = True
            at = _behind_gap(rest, part.end())
            continue
        match = _TOKEN.match(rest, at)
        if not match or match.end() == at:
            return None
        if match["mark"] and re.search(r"\w\w", match["mark"].replace("_", " ")):
            return None
        if match["mark"] is not None or match["sign"]:
            extra.update(_signs(match["mark"] or match["sign"]))
        else:
            named = _of_name(match["name"])
            inside = match["inside"] if match["inside"] is not None else match["literal"]
            if named is None:
                if inside is None or "\\u" not in inside:
                    return None
                # "Unicode characters (\\u4E00-\\u9FFF)"
                named = _ANY_LETTER
            _add(named, inside, classes, extra)
        found = True
        at = _behind_gap(rest, match.end())
        if at == match.end() and at < len(rest):
            return None
    if not found or (not classes and not extra):
        return None
    return united(classes, extra)


def _behind_gap(text: str, at: int) -> int:
    gap = _SEPARATOR.match(text, at)
    assert gap is not None
    return gap.end()


ORDER: tuple[CharClass, ...] = (
    "upper", "lower", "letter", "digit", "hex", "any-letter", "space", "any-special",
)  # fmt: skip


def united(names: Collection[str], extra: Collection[str]) -> CharSet:
    """The set of these classes and characters, in the model's order."""
    return CharSet(
        tuple(name for name in ORDER if name in names), "".join(sorted(set("".join(extra))))
    )


def _add(
    named: tuple[tuple[CharClass, ...], str],
    inside: str | None,
    classes: set[CharClass],
    extra: set[str],
) -> None:
    names, signs = named
    if names == ("any-special",) and inside:
        listed = _signs(inside)
        if listed:
            extra.update(listed)
            return
    classes.update(names)
    extra.update(signs)
    if inside and not _KNOWN_INSIDE.fullmatch(unmarked(inside).strip()):
        extra.update(_signs(inside))
