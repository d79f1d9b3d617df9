"""An operation's title, method and path → the method name users of cloud SDKs expect.

``Querying Details of a VPN Connection`` → get_vpn_connection. A name is a core, without
which it says too little, and tails ("… to an ECS group") that are kept while it stays
short and come back when two names would be the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gen.names.chunks import (
    ARTICLES,
    CLAUSES,
    FILLER,
    chunked,
    inverted,
    without_articles,
    without_filler,
    without_leads,
)
from gen.names.verbs import gerund_verb, imperative
from gen.names.words import is_plural, plural, singular, snake, title_words, words

COMFORTABLE = 52
LONGEST = 64

_QUERIES = frozenset(
    "query list obtain get view show retrieve fetch search describe display find return".split()
)
_VERB_STYLE = {"modify": "update", "edit": "update"}
_DANGLING = frozenset("to from of for with at and or by under between".split())
_PARTICLES = frozenset("up down back off out over".split())
_NOUN_VERBS = {
    "management": "manage", "creation": "create", "deletion": "delete", "modification": "update", "query": "query",
    "queries": "query", "removal": "remove", "list": "list", "upgrade": "upgrade", "verification": "verify",
    "update": "update", "registration": "register", "authentication": "authenticate", "details": "get",
}  # fmt: skip
# What is done and not made: "Crew Changeover".
_DEED = re.compile(r"(?:tion|sion|over|off|check|test|ing)$")
# Nouns as often as verbs: verbs only before an article.
_AMBIGUOUS = frozenset(
    """tag label map copy count display exchange filter forward grant issue link load lock log mask match mirror
    mount order patch place post process record release report request sample scale schedule screen sign
    snapshot sort store stream switch test track transfer trigger try use view watch build capture change
    archive audit image back block email empty end access pin ping play poll purchase reply review roll route
    shadow split throttle tile tune backup host""".split()
)


@dataclass(frozen=True, slots=True)
class TitleName:
    """What a title says: ``core`` words, ``tails`` in order, ``notes`` (clauses, what stood in parentheses)."""

    core: tuple[str, ...]
    tails: tuple[tuple[str, ...], ...] = ()
    notes: tuple[tuple[str, ...], ...] = ()

    def best(self, comfortable: int = COMFORTABLE) -> str:
        """The core with as many tails as fit into ``comfortable`` characters."""
        return self.variants(comfortable=comfortable)[0]

    def variants(
        self, without: Sequence[tuple[str, ...]] = (), comfortable: int = COMFORTABLE
    ) -> list[str]:
        """Names from the best one on to longer ones, with more tails, then notes but those in ``without``.

        The best is the core with as many tails as fit into ``comfortable`` characters.
        """
        parts = list(self.core)
        names = [_cut(parts)]
        whole = [snake(parts)]
        notes = [note for note in self.notes if note not in without]
        for tail in (*self.tails, *notes):
            parts = [*parts, *tail]
            names.append(_cut(parts))
            whole.append(snake(parts))
        fitting = [
            name
            for name, full in zip(names[: len(self.tails) + 1], whole, strict=False)
            if len(full) <= comfortable
        ]
        best = fitting[-1] if fitting else names[0]
        return list(dict.fromkeys([best, *(name for name in names if len(name) > len(best))]))


def _cut(parts: Sequence[str]) -> str:
    """At most LONGEST characters: cut before an alternative, if that leaves enough, else after a word."""
    name = snake(parts)
    while len(name) > LONGEST and name.rfind("_or_") > LONGEST // 3:
        name = name[: name.rfind("_or_")]
    while name.count("_") > 1 and (len(name) > LONGEST or name.rpartition("_")[2] in _DANGLING):
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
    notes = [note for note in notes if note != ["recommended"]]
    tokens = title_words(re.sub(r"\([^()]*\)", " ", title))
    lead, verbs, rest = _verb(tokens, method)
    rest, batch = _without_batch(rest)
    asks = len(verbs) == 1 and verbs[0] in _QUERIES and method in ("GET", "HEAD", "POST")
    if asks and method == "GET" and lead == ["batch"]:
        lead = []
    elif batch and "batch" not in lead and not (asks and method == "GET"):
        lead = ["batch", *lead]
    if not verbs and not rest:
        return TitleName(tuple(_from_path(method, path, answers_list)), (), _tuples(notes))
    if asks:
        if verbs[0] != "list" and (paged or _named_list(rest, method, path, answers_list)):
            verbs = ["list"]
        core, chunks, more = _query(verbs[0], rest, path, answers_list)
        notes = more + notes
    else:
        core, chunks = _command(verbs, without_articles(rest))
    tails = [chunk for chunk in chunks if chunk[0] not in CLAUSES]
    clauses = [chunk for chunk in chunks if chunk[0] in CLAUSES]
    return TitleName((*lead, *core), _tuples(tails), _tuples(clauses + notes))


def _tuples(chunks: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(chunk) for chunk in chunks if chunk)


def _command(verbs: list[str], tokens: list[str]) -> tuple[list[str], list[list[str]]]:
    shown = [_VERB_STYLE.get(verb, verb) for verb in verbs]
    if shown == ["check"] and tokens[:1] in (["whether"], ["if"]):
        tokens = tokens[1:]
    if shown != ["update"]:
        head, chunks = inverted(chunked(tokens))
        return shown + head, chunks
    tokens, _ = without_leads(tokens)
    head, chunks = inverted(chunked(tokens))
    return shown + without_filler(head), chunks


def _verb(tokens: list[str], method: str) -> tuple[list[str], list[str], list[str]]:
    """(adverbs before it, the verb's words, what follows)."""
    if not tokens:
        return [], [], []
    lead: list[str] = []
    if (
        tuple(tokens[:2]) in (("api", "for"), ("apis", "for"), ("interface", "for"))
        and len(tokens) > 2
    ):
        tokens = tokens[2:]
    if imperative(tokens[0]) is None and len(tokens) > 1 and gerund_verb(tokens[1]):
        lead, tokens = tokens[:1], tokens[1:]
    first = imperative(tokens[0])
    if first is None or (
        tokens[0] in _AMBIGUOUS and not (len(tokens) > 1 and tokens[1] in ARTICLES)
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
    if method == "DELETE":
        return [], ["delete"], tokens
    deed = len(tokens) > 1 and bool(_DEED.search(tokens[-1]))
    return [], ["perform"] if deed else [], tokens


def _without_batch(tokens: list[str]) -> tuple[list[str], bool]:
    text = f" {' '.join(tokens)} "
    found = re.sub(r" (in (a )?batch(es)?|by batch|at a time|at one time) ", " ", text)
    return found.split(), found != text


def _query(
    verb: str, tokens: list[str], path: str, answers_list: bool | None
) -> tuple[list[str], list[list[str]], list[list[str]]]:
    """(core, phrases, notes) of a title that asks for something."""
    tokens, flags = without_leads(without_articles(tokens))
    if verb == "list":
        flags.add("list")
    if "check" in flags:
        head, *chunks = chunked(tokens)
        return ["check", *head], chunks, []
    chunks = chunked(tokens)
    if (
        chunks[0][-1:]
        and chunks[0][-1] in FILLER
        and chunks[1:]
        and chunks[1][0] == "of"
        and is_plural(chunks[1][-1])
    ):
        flags.add("all")
    head, chunks = inverted(chunks)
    if "count" in flags:
        return ["count", *head], chunks, []
    if ["as", "list"] in chunks:
        chunks.remove(["as", "list"])
        flags.add("list")
    if len(head) > 1 and head[-1] in ("list", "lists"):
        head = head[:-1]
        flags.add("list")
    plain = without_filler(head)
    if plain != head and chunks and chunks[0][0] == "about":
        plain, chunks = inverted([plain, ["of", *chunks[0][1:]], *chunks[1:]])
    brief = [["in", "brief"]] if "brief" in flags else []
    if _is_list(flags, plain, path, answers_list):
        notes = [["with", "details"]] if plain != head or "details" in flags else []
        return (
            ["list", *plain[:-1], *([plural(plain[-1])] if plain else [])],
            chunks,
            notes + brief,
        )
    return ["get", *plain], chunks, brief


def _named_list(tokens: list[str], method: str, path: str, answers_list: bool | None) -> bool:
    """Whether the path says that a title in the singular asks for a list: ``/crews/{id}/ships``, ``/ship-list``."""
    segments = [part for part in path.strip("/").split("/") if part]
    if segments[1:] and segments[-1].lower() in ("detail", "details"):
        segments.pop()
    last = words(segments[-1]) if segments and "{" not in segments[-1] else []
    if len(last) > 1 and last[-1] == "list":
        return answers_list is not False
    if method != "GET" or answers_list is not True or not last or not is_plural(last[-1]):
        return False
    head, _ = inverted(chunked(without_leads(without_articles(tokens))[0]))
    asked = [word for word in head if word not in FILLER][-1:]
    return bool(asked) and singular(last[-1]) == singular(asked[0]) != plural(asked[0])


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
