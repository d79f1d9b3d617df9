"""An operation's title, method and path → the method name users of cloud SDKs expect.

``Querying Details of a VPN Connection`` → get_vpn_connection. A name is a core, without
which it says too little, and tails ("… to an ECS group") that are kept while it stays
short and come back when two names would be the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gen.names.verbs import gerund_verb, imperative
from gen.names.words import is_plural, plural, singular, snake, title_words, words

COMFORTABLE = 52
LONGEST = 64

_QUERIES = frozenset(
    "query list obtain get view show retrieve fetch search describe display find return".split()
)
_VERB_STYLE = {"modify": "update", "edit": "update"}
_PARTICLES = frozenset("up down back off out over".split())
_ARTICLES = frozenset("a an the its their".split())
_POINTERS = frozenset("specified specific single given certain particular designated".split())
_TAIL_STARTS = frozenset(
    """of in on for to from by with under within between at as about against across using via through bound attached
    corresponding accessible associated based after before without per into excluding including supported when where
    during according regarding over""".split()
)
# A relative clause or a note, worth its words only where names would be the same.
_CLAUSES = frozenset(
    "that which whose based according when where excluding including during".split()
)
_NOUN_VERBS = {
    "management": "manage", "creation": "create", "deletion": "delete", "modification": "update", "query": "query",
    "queries": "query", "removal": "remove", "list": "list", "upgrade": "upgrade", "verification": "verify",
    "update": "update", "registration": "register", "authentication": "authenticate", "details": "get",
}  # fmt: skip
_AMBIGUOUS = frozenset(
    """tag label map copy count display exchange export filter forward grant issue join link load lock log mask match
    mirror mount order patch place post process record release report request sample scale schedule screen sign snapshot
    sort store stream switch test track transfer trigger try use view watch build capture change archive audit image
    back block email empty end escape access hang import insert label leave mute notify open pin ping play poll purchase
    push redo repeat reply restore reuse review roll route run save share show shadow skip split start stop swap sync take
    throttle tile tune wait wake clone close commit download upload backup merge pull host move""".split()
)


@dataclass(frozen=True, slots=True)
class TitleName:
    """What a title says: ``core`` words, ``tails`` in order, ``notes`` (clauses, what stood in parentheses)."""

    core: tuple[str, ...]
    tails: tuple[tuple[str, ...], ...] = ()
    notes: tuple[tuple[str, ...], ...] = ()

    def best(self) -> str:
        """The core with as many tails as stay comfortable to read."""
        return self.variants()[0]

    def variants(self, without: Sequence[tuple[str, ...]] = ()) -> list[str]:
        """Names from the best one on to longer ones, with more tails, then notes but those in ``without``."""
        parts = list(self.core)
        names = [_cut(parts)]
        notes = [note for note in self.notes if note not in without]
        for tail in (*self.tails, *notes):
            parts = [*parts, *tail]
            names.append(_cut(parts))
        fitting = [name for name in names[: len(self.tails) + 1] if len(name) <= COMFORTABLE]
        best = fitting[-1] if fitting else names[0]
        return list(dict.fromkeys([best, *(name for name in names if len(name) > len(best))]))


def _cut(parts: Sequence[str]) -> str:
    name = snake(parts)
    while len(name) > LONGEST and "_" in name:
        name = name.rpartition("_")[0]
    return name


def name_of(
    title: str, method: str, path: str, answers_list: bool | None = None, *, paged: bool = False
) -> TitleName:
    """The name of an operation.

    ``answers_list``: whether its answer is a list, None if unknown; ``paged``: it is one,
    whatever the title says.
    """
    notes = [title_words(note) for note in re.findall(r"\(([^()]*)\)", title)]
    tokens = title_words(re.sub(r"\([^()]*\)", " ", title))
    lead, verbs, rest = _verb(tokens, method)
    rest, batch = _without_batch(rest)
    if batch and "batch" not in lead:
        lead = ["batch", *lead]
    if not verbs and not rest:
        return TitleName(tuple(_from_path(method, path, answers_list)), (), _tuples(notes))
    if len(verbs) == 1 and verbs[0] in _QUERIES and method in ("GET", "HEAD", "POST"):
        core, chunks, more = _query("list" if paged else verbs[0], rest, path, answers_list)
        notes = more + notes
    else:
        core, chunks = _command(verbs, _without_articles(rest))
    tails = [chunk for chunk in chunks if chunk[0] not in _CLAUSES]
    clauses = [chunk for chunk in chunks if chunk[0] in _CLAUSES]
    return TitleName((*lead, *core), _tuples(tails), _tuples(clauses + notes))


def _tuples(chunks: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(chunk) for chunk in chunks if chunk)


def _command(verbs: list[str], tokens: list[str]) -> tuple[list[str], list[list[str]]]:
    shown = [_VERB_STYLE.get(verb, verb) for verb in verbs]
    if shown == ["check"] and tokens[:1] in (["whether"], ["if"]):
        tokens = tokens[1:]
    if shown != ["update"]:
        head, chunks = _inverted(_chunks(tokens))
        return shown + head, chunks
    tokens, _ = _without_leads(tokens)
    head, chunks = _inverted(_chunks(tokens))
    return shown + _without_filler(head), chunks


def _verb(tokens: list[str], method: str) -> tuple[list[str], list[str], list[str]]:
    """(adverbs before it, the verb's words, what follows)."""
    if not tokens:
        return [], [], []
    lead: list[str] = []
    if imperative(tokens[0]) is None and len(tokens) > 1 and gerund_verb(tokens[1]):
        lead, tokens = tokens[:1], tokens[1:]
    first = imperative(tokens[0])
    if first is None or (
        tokens[0] in _AMBIGUOUS and not (len(tokens) > 1 and tokens[1] in _ARTICLES)
    ):
        return _noun_title(tokens, method)
    verbs = [first]
    index = 1
    if index < len(tokens) and tokens[index] in _PARTICLES:
        verbs.append(tokens[index])
        index += 1
    further = _coordinated(tokens, index)
    verbs += [gerund_verb(word) or word for word in tokens[index:further]]
    rest = tokens[further:]
    for place in range(1, len(rest)):
        if rest[place - 1] in ("or", "and"):
            rest[place] = gerund_verb(rest[place]) or rest[place]
    return lead, verbs, rest


def _coordinated(tokens: list[str], start: int) -> int:
    """Where "…ing, …ing, or …ing" that goes on at ``start`` ends; ``start`` if it does not go on."""
    index = start
    while index < len(tokens) and gerund_verb(tokens[index]):
        index += 1
    if (
        index + 1 < len(tokens)
        and tokens[index] in ("or", "and")
        and gerund_verb(tokens[index + 1])
    ):
        return index + 2
    return start


def _noun_title(tokens: list[str], method: str) -> tuple[list[str], list[str], list[str]]:
    if len(tokens) > 1 and tokens[-1] in _NOUN_VERBS:
        verb, rest = _NOUN_VERBS[tokens[-1]], tokens[:-1]
        return [], [verb], [*rest[:-1], plural(rest[-1])] if verb == "manage" else rest
    if method in ("GET", "HEAD"):
        return [], ["query"], tokens
    return [], ["delete"] if method == "DELETE" else [], tokens


def _without_batch(tokens: list[str]) -> tuple[list[str], bool]:
    text = f" {' '.join(tokens)} "
    found = re.sub(r" (in (a )?batch(es)?|by batch|at a time|at one time) ", " ", text)
    return found.split(), found != text


def _without_articles(tokens: Sequence[str]) -> list[str]:
    return [word for word in tokens if word not in _ARTICLES and word not in _POINTERS]


def _chunks(tokens: Sequence[str]) -> list[list[str]]:
    """The head and the phrases that follow it; each of those begins with its preposition."""
    chunks: list[list[str]] = [[]]
    for index, word in enumerate(tokens):
        clause = word in ("that", "which", "whose")
        starts = word in _TAIL_STARTS or clause
        if starts and clause and len(chunks[-1]) == 1 and len(chunks) > 1:
            chunks[-1] = ["which", *chunks[-1]]  # "to which": one clause
        elif starts and index and (chunks[-1] or len(chunks) > 1):
            chunks.append([word])
            continue
        chunks[-1].append(word)
    merged = [chunks[0]]
    for chunk in chunks[1:]:
        # A preposition without a noun goes with what follows ("based on").
        if len(merged) > 1 and (len(merged[-1]) == 1 or merged[-1][-1] in ("and", "or")):
            merged[-1] = merged[-1] + chunk
        else:
            merged.append(chunk)
    return merged


def _inverted(chunks: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """``tags of resource`` → resource tags; ``piece of metadata`` → metadata item."""
    head, rest = chunks[0], chunks[1:]
    if not rest or rest[0][0] != "of" or len(rest[0]) < 2 or not head:
        return head, rest
    owner = [word for word in rest[0][1:] if word != "all"]
    if not owner or {"and", "or"} & set(owner):
        return [*head, *rest[0]], rest[1:]
    if singular(head[-1]) == "piece":
        return [*(["all"] if "all" in head else []), *owner, "item"], rest[1:]
    lead = ["all"] if head[0] == "all" else []
    return [*lead, *owner[:-1], singular(owner[-1]), *head[len(lead) :]], rest[1:]


_FILLER = frozenset("details detail information info".split())


def _without_filler(head: list[str]) -> list[str]:
    kept = list(head)
    while not {"and", "or"} & set(kept) and len(kept) > 1 and kept[-1] in _FILLER:
        kept.pop()
    return kept


_LEADS = (
    (("list", "of"), "list"),
    (("lists", "of"), "list"),
    (("details", "of"), "details"),
    (("details", "about"), "details"),
    (("details", "on"), "details"),
    (("detailed", "information", "about"), "details"),
    (("detailed", "information", "of"), "details"),
    (("detailed", "information", "on"), "details"),
    (("brief", "information", "about"), "brief"),
    (("basic", "information", "about"), ""),
    (("information", "about"), ""),
    (("information", "of"), ""),
    (("information", "on"), ""),
    (("number", "of"), "count"),
    (("total", "number", "of"), "count"),
    (("quantity", "of"), "count"),
    (("whether",), "check"),
    (("if",), "check"),
)


def _without_leads(tokens: list[str]) -> tuple[list[str], set[str]]:
    """("details of", "list of"… taken off, what they said)."""
    flags: set[str] = set()
    changed = True
    while changed:
        changed = False
        for lead, flag in _LEADS:
            if tuple(tokens[: len(lead)]) == lead and len(tokens) > len(lead):
                tokens, changed = tokens[len(lead) :], True
                flags.add(flag)
        if tokens[:1] == ["all"] and len(tokens) > 1:
            tokens, changed = tokens[1:], True
            flags.add("all")
    return tokens, flags


def _query(
    verb: str, tokens: list[str], path: str, answers_list: bool | None
) -> tuple[list[str], list[list[str]], list[list[str]]]:
    """(core, phrases, notes) of a title that asks for something."""
    tokens, flags = _without_leads(_without_articles(tokens))
    if verb == "list":
        flags.add("list")
    if "check" in flags:
        head, *chunks = _chunks(tokens)
        return ["check", *head], chunks, []
    chunks = _chunks(tokens)
    if (
        chunks[0][-1:]
        and chunks[0][-1] in _FILLER
        and chunks[1:]
        and chunks[1][0] == "of"
        and is_plural(chunks[1][-1])
    ):
        flags.add("list")
    head, chunks = _inverted(chunks)
    if "count" in flags:
        return ["count", *head], chunks, []
    if ["as", "list"] in chunks:
        chunks.remove(["as", "list"])
        flags.add("list")
    if len(head) > 1 and head[-1] in ("list", "lists"):
        head = head[:-1]
        flags.add("list")
    plain = _without_filler(head)
    if plain != head and chunks and chunks[0][0] == "about":
        plain, chunks = _inverted([plain, ["of", *chunks[0][1:]], *chunks[1:]])
    notes = [["with", "details"]] if plain != head or "details" in flags else []
    notes += [["in", "brief"]] if "brief" in flags else []
    if _is_list(flags, plain, path, answers_list):
        return ["list", *plain[:-1], *([plural(plain[-1])] if plain else [])], chunks, notes
    return ["get", *plain], chunks, notes


def _is_list(flags: set[str], head: list[str], path: str, answers_list: bool | None) -> bool:
    if "list" in flags:
        return answers_list is not False or not path.endswith("}")
    if not head or not (is_plural(head[-1]) or "all" in flags):
        return False
    if path.endswith("}"):
        return answers_list is True
    return answers_list is not False


_BY_METHOD = {
    "POST": "create",
    "PUT": "update",
    "PATCH": "update",
    "DELETE": "delete",
    "HEAD": "check",
}


def _from_path(method: str, path: str, answers_list: bool | None) -> list[str]:
    """A name where the title has no readable word: the method's verb and the path's last word."""
    segments = [part for part in path.strip("/").split("/") if part and "{" not in part]
    last = words(segments[-1]) if segments else []
    one = path.endswith("}")
    if method in ("GET", ""):
        verb = "get" if one or answers_list is False else "list"
    else:
        verb = _BY_METHOD.get(method, method.lower())
    if last and (one or verb == "create"):
        last = [*last[:-1], singular(last[-1])]
    return [verb, *(last or ["resource"])]
