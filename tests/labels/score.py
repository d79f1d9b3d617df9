"""Hold the generator's hard rules against the labels.

    python tests/labels/score.py CORPUS [--rows labels|held_out|fresh_a|…] [--write]

Rows meet by file and line. A rule is right when its values are the label's: the
same members, the same bounds, the same accepted characters, the same siblings.
A label's ``open`` kinds may be hard or not and count nowhere; a rule of any
other kind that the label does not have is an invention. Prints every
disagreement by place, and with ``--write`` puts the table into docs/accuracy.md.

``--rows`` says which file of labels; nobody who writes rules looks at one before its first score.
"""

from __future__ import annotations

import json
import re
import string
import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from gen import model  # noqa: E402

PROBE = (
    "".join(map(chr, range(32))) + string.ascii_letters + string.digits + string.punctuation + " "
)
PAGE = ROOT / "docs" / "accuracy.md"
NAMES = ("labels", "held_out", "fresh_a", "fresh_b", "fresh_c", "fresh_d")
FILES = {name: HERE / f"{name}.jsonl" for name in NAMES}
LABELS, HELD_OUT, *FRESH = FILES.values()

_CLASSES = {
    "upper": string.ascii_uppercase,
    "lower": string.ascii_lowercase,
    "letter": string.ascii_letters,
    "any-letter": string.ascii_letters,
    "digit": string.digits,
    "hex": string.hexdigits,
    "space": " ",
    "any-special": string.punctuation,
}


@dataclass(frozen=True)
class Claim:
    """A rule in a form that labels and model share; ``key`` is compared, ``wide``: a superset will do."""

    kind: str
    key: Any
    wide: bool = False

    def __str__(self) -> str:
        return f"{self.kind} {_show(self.key)}"


@dataclass(frozen=True)
class Verdict:
    """What became of one claim: ``right``, ``weaker`` than the text, ``missed``, ``invented``, ``demoted`` by an example."""

    outcome: str
    claim: Claim
    service: str
    where: str
    parameter: str
    direction: str
    reason: str = ""

    def __str__(self) -> str:
        tail = f"  [{self.reason}]" if self.reason else ""
        return f"{self.outcome:8} {self.service} {self.where} {self.parameter}: {self.claim}{tail}"


@dataclass
class Said:
    """What the generator says of one row: hard claims, and advice with its reason.

    ``shared`` are hard claims about the row that it took from another row: a rule between two
    fields is stated once in the model, although the docs may state it in the rows of both.
    They can be what a label asks for, and are no inventions.
    """

    hard: list[Claim] = field(default_factory=list)
    advice: list[tuple[Claim, str]] = field(default_factory=list)
    shared: list[Claim] = field(default_factory=list)
    known: bool = False


# ---- labels ----------------------------------------------------------------


def labels(path: Path = LABELS) -> list[dict[str, Any]]:
    """The labelled rows, in the order of the draw."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def claims_of(label: dict[str, Any]) -> list[Claim]:
    """A label's hard rules as claims."""
    return [_claim_of(rule, label["parameter"]) for rule in label["rules"]]


def _claim_of(rule: dict[str, Any], parameter: str) -> Claim:
    kind, target = rule["kind"], rule.get("target", "value")
    match kind:
        case "enum":
            return Claim(kind, (target, frozenset(map(_word, rule["values"]))))
        case "range":
            return Claim(kind, _bounds(rule, "exclusive_minimum", "exclusive_maximum"))
        case "length":
            return Claim(kind, (target, *_sizes(rule.get("minimum"), rule.get("maximum"))))
        case "count":
            return Claim(kind, _sizes(rule.get("minimum"), rule.get("maximum")))
        case "charset":
            allowed = re.compile(f"[{rule['allow']}]")
            chars = frozenset(char for char in PROBE if allowed.fullmatch(char))
            return Claim(kind, (target, rule["where"], chars), bool(rule.get("wide")))
        case "form":
            return Claim(kind, frozenset(rule["forms"]))
        case "default":
            return Claim(kind, _word(rule["value"]).lower())
        case "unique":
            return Claim(kind, rule.get("key", ""))
        case "variety":
            return Claim(kind, rule["minimum"])
        case "secret" | "deprecated":
            return Claim(kind, True)
        case "either_or":
            return Claim(kind, frozenset(rule["fields"]))
        case "same_as":
            return Claim(kind, _compared(parameter, rule["op"], rule["other"]))
        case "interface":
            return Claim(kind, rule["network"])
        case "required_when" | "forbidden_when":
            return _when(kind, rule["field"], [_condition(one) for one in rule["when"]])
        case _:
            raise ValueError(f"a label of an unknown kind: {kind}")


def _condition(one: dict[str, Any]) -> tuple[str, frozenset[str] | None, bool]:
    values = frozenset(map(_word, one["values"])) if "values" in one else None
    return one["field"], values, bool(one.get("not"))


def _when(kind: str, name: str, conditions: list[tuple[str, frozenset[str] | None, bool]]) -> Claim:
    if len(conditions) == 1 and conditions[0][1] is None and not conditions[0][2]:
        # "A must be used together with B": which of the two is checked is a matter of taste.
        return Claim(kind, frozenset((name, conditions[0][0])))
    return Claim(kind, (name, frozenset(conditions)))


def _compared(one: str, op: str, other: str) -> tuple[Any, ...]:
    """A comparison so that ``a > b`` and ``b < a`` are one."""
    if op in (">", ">="):
        one, op, other = other, op.replace(">", "<"), one
    return (op, one, other) if op in ("<", "<=") else (op, *sorted((one, other)))


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "null" if value is None else str(value)


def _sizes(minimum: int | None, maximum: int | None) -> tuple[int, int | None]:
    return minimum or 0, maximum


def _bounds(rule: dict[str, Any], below: str, above: str) -> tuple[Any, Any]:
    low, high = rule.get("minimum"), rule.get("maximum")
    if low is not None and rule.get(below):
        low += 1
    if high is not None and rule.get(above):
        high -= 1
    return low, high


# ---- the model -------------------------------------------------------------


def said(service: model.Service) -> dict[tuple[str, int], Said]:
    """By (file, line): what the generator says of each row."""
    found: dict[tuple[str, int], Said] = {}
    for one in _fields(service):
        for source in one.sources:
            found.setdefault((source.file, source.line), Said()).known = True
        for rule in one.rules:
            # A list may owe a rule to a row of its items ("each key must be unique"): it is that row's.
            place = (rule.source.file, rule.source.line)
            _note(found.setdefault(place, Said()), rule, one.type)
            _share(found, (one,), rule, one.type)
    bodies = [(schema.fields, schema.rules) for schema in service.schemas.values()]
    for operation in service.operations:
        outside = tuple(parameter.field for parameter in operation.parameters)
        bodies.append((outside, operation.rules))
    for fields, together in bodies:
        for between in together:
            place = (between.source.file, between.source.line)
            _note(found.setdefault(place, Said()), between, None)
            names = _between(between)
            _share(found, [one for one in fields if one.wire in names], between, None)
    return found


def _between(rule: model.Rule) -> frozenset[str]:
    """The fields that a rule between siblings speaks of alike."""
    match rule:
        case model.EitherOr():
            return frozenset(rule.fields)
        case model.SameAs():
            return frozenset((rule.field, rule.other))
        case model.When():
            return frozenset((rule.field, *(one[0] for one in _conditions(rule.condition))))
        case _:
            return frozenset()


def _share(
    found: dict[tuple[str, int], Said],
    fields: Iterable[model.Field],
    rule: model.Rule,
    kind: model.Type | None,
) -> None:
    """Lets the other rows of the same fields know of a rule."""
    said = Said()
    _note(said, rule, kind)
    for one in fields:
        for source in one.sources:
            row = found.setdefault((source.file, source.line), Said())
            row.shared += said.hard
            if (source.file, source.line) != (rule.source.file, rule.source.line):
                row.advice += said.advice


def _fields(service: model.Service) -> Iterable[model.Field]:
    for schema in service.schemas.values():
        yield from schema.fields
        if schema.additional:
            yield schema.additional
    for operation in service.operations:
        yield from (parameter.field for parameter in operation.parameters)
        if operation.request and operation.request.item:
            yield operation.request.item
        for response in operation.responses:
            yield from (parameter.field for parameter in response.headers)
            if response.body and response.body.item:
                yield response.body.item


def _note(row: Said, rule: model.Rule, kind: model.Type | None) -> None:
    claim = _claim(rule, kind)
    if claim is None:
        return
    if rule.certainty == "hard":
        if claim not in row.hard:
            row.hard.append(claim)
    else:
        row.advice.append((claim, rule.reason))


def _claim(rule: model.Rule, kind: model.Type | None) -> Claim | None:
    """A rule as a claim; None for what labels do not speak of."""
    match rule:
        case model.Choice():
            if isinstance(kind, model.Scalar) and kind.kind == "boolean" and len(rule.values) > 1:
                return None
            return Claim("enum", (rule.target, frozenset(map(_word, rule.values))))
        case model.Range():
            whole = isinstance(kind, model.Scalar) and kind.kind == "integer"
            low, high = rule.minimum, rule.maximum
            if whole and low is not None and rule.exclusive_minimum:
                low += 1
            if whole and high is not None and rule.exclusive_maximum:
                high -= 1
            return Claim("range", (low, high))
        case model.Length():
            return Claim("length", (rule.target, *_sizes(rule.minimum, rule.maximum)))
        case model.Count():
            return Claim("count", _sizes(rule.minimum, rule.maximum))
        case model.Charset():
            return Claim("charset", (rule.target, rule.where, _characters(rule.allowed)))
        case model.Form():
            return Claim("form", frozenset(rule.forms))
        case model.Pattern():
            return Claim("pattern", rule.python)
        case model.Default():
            return Claim("default", _word(rule.value).lower())
        case model.Unique():
            return Claim("unique", rule.key)
        case model.Variety():
            return Claim("variety", rule.minimum)
        case model.Secret():
            return Claim("secret", True)
        case model.Deprecated():
            return Claim("deprecated", True)
        case model.Interface():
            return Claim("interface", rule.network)
        case model.EitherOr():
            return Claim("either_or", frozenset(rule.fields))
        case model.SameAs():
            return Claim("same_as", _compared(rule.field, rule.op, rule.other))
        case model.When(effect="rule", then=model.Choice(values=("",))):
            # "leave it blank": absent, or empty.
            return _when("forbidden_when", rule.field, _conditions(rule.condition))
        case model.When(effect="rule"):
            return Claim("condition", (rule.field, type(rule.then).__name__, rule.sentence[:80]))
        case model.When():
            return _when(f"{rule.effect}_when", rule.field, _conditions(rule.condition))
        case model.Nullable():
            return None


def _characters(allowed: model.CharSet) -> frozenset[str]:
    chars = "".join(_CLASSES[name] for name in allowed.classes) + allowed.extra
    return frozenset(char for char in chars if char in PROBE)


def _conditions(
    one: model.Condition, negated: bool = False
) -> list[tuple[str, frozenset[str] | None, bool]]:
    match one:
        case model.Is():
            return [(one.field, frozenset(map(_word, one.values)), negated)]
        case model.Present():
            return [(one.field, None, negated)]
        case model.Not():
            return _conditions(one.of, not negated)
        case model.AllOf() | model.AnyOf():
            return [inner for part in one.of for inner in _conditions(part, negated)]
        case model.Unknown():
            return [("?", frozenset((one.text,)), negated)]


# ---- comparing -------------------------------------------------------------


def agree(label: Claim, said: Claim) -> bool:
    """Whether a rule of the generator says what the label says."""
    if label.kind != said.kind:
        return False
    if label.kind == "charset" and label.wide:
        return label.key[:2] == said.key[:2] and bool(label.key[2] <= said.key[2])
    if label.kind == "either_or":
        return bool(said.key <= label.key)
    return bool(label.key == said.key)


def weaker(label: Claim, said: Claim) -> bool:
    """Whether a rule of the generator refuses nothing that the label accepts, and less than it should."""
    if label.kind != said.kind:
        return False
    match label.kind, label.key, said.key:
        case "enum", (mine, members), (theirs, others):
            return bool(mine == theirs and members < others)
        case "form", wanted, found:
            return bool(wanted < found)
        case "range", wanted, found:
            return _inside(wanted, found)
        case "count", (low, high), found:
            return _inside((low, high), (found[0] or None, found[1]))
        case "length", (mine, *wanted), (theirs, low, high):
            return bool(mine == theirs) and _inside(tuple(wanted), (low or None, high))
        case "charset", (mine, where, chars), (theirs, there, others):
            refused = (
                chars > others if where in ("none", "not-first", "not-last") else chars < others
            )
            return bool((mine, where) == (theirs, there) and refused)
        case _:
            return False


def _inside(wanted: tuple[Any, ...], found: tuple[Any, ...]) -> bool:
    (low, high), (least, most) = wanted, found
    below = least is None or (low is not None and least <= low)
    return below and (most is None or (high is not None and most >= high))


def compare(label: dict[str, Any], row: Said) -> list[Verdict]:
    """The verdicts on one row."""
    out: list[Verdict] = []

    def note(outcome: str, claim: Claim, reason: str = "") -> None:
        where = f"{label['file']}:{label['line']}"
        out.append(
            Verdict(
                outcome,
                claim,
                label["service"],
                where,
                label["parameter"],
                label["direction"],
                reason,
            )
        )

    open_kinds = set(label["open"])
    left = [claim for claim in row.hard if claim.kind not in open_kinds]
    shared = [claim for claim in row.shared if claim.kind not in open_kinds]
    for wanted in claims_of(label):
        matching = [claim for claim in left if agree(wanted, claim)]
        matching += [claim for claim in shared if claim.key == wanted.key and agree(wanted, claim)]
        advised = [reason for claim, reason in row.advice if agree(wanted, claim)]
        if matching:
            note("right", wanted)
            left = [claim for claim in left if claim not in matching]
        elif any("example" in reason for reason in advised):
            note("demoted", wanted, advised[0])
        elif loose := [claim for claim in left if weaker(wanted, claim)]:
            note("weaker", wanted, f"the generator says {loose[0]}")
            left = [claim for claim in left if claim not in loose]
        elif wanted.kind not in open_kinds:
            reason = "advice: " + advised[0] if advised else "" if row.known else "row not in model"
            note("missed", wanted, reason)
    for claim in left:
        note("invented", claim)
    return out


def score_service(docs: Path, rows: list[dict[str, Any]]) -> list[Verdict]:
    """All verdicts on the labelled rows of one service.

    The service is taken before ``sharing`` unites response classes, so that each row answers
    for itself.
    """
    from gen import linker, rules
    from gen.cache import Cache
    from gen.progress import silent
    from gen.reading import read_all
    from gen.sources import discover

    texts, _ = discover(docs).texts()
    pages, _ = read_all(texts, (), Cache(None), silent)
    service, _ = linker.link(pages, docs.name)
    service, _ = rules.apply(service)
    found = said(service)
    nothing = Said()
    return [
        verdict
        for row in rows
        for verdict in compare(row, found.get((row["file"], row["line"]), nothing))
    ]


def score(corpus: Path, rows: list[dict[str, Any]]) -> list[Verdict]:
    """All verdicts on labelled rows, in the order of services and the rows; each service is read once."""
    services = sorted({row["service"] for row in rows})
    parts = [[row for row in rows if row["service"] == name] for name in services]
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        results = list(pool.map(score_service, [corpus / name for name in services], parts))
    return [verdict for result in results for verdict in result]


# ---- reporting -------------------------------------------------------------


def rates(verdicts: Iterable[Verdict]) -> tuple[Counter[str], float, float]:
    """How many of each outcome; precision; recall (a weaker rule is not the one that was asked for)."""
    count = Counter(verdict.outcome for verdict in verdicts)
    stated = count["right"] + count["weaker"]
    precision = stated / (stated + count["invented"]) if stated + count["invented"] else 1.0
    asked = stated + count["missed"]
    return count, precision, count["right"] / asked if asked else 1.0


def table(verdicts: list[Verdict]) -> str:
    """The scores as a Markdown table: all, by direction, by kind."""
    lines = [
        "| rules | right | weaker | invented | missed | demoted | precision | recall |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    groups = [("**all**", verdicts)]
    for direction in ("request", "response"):
        groups.append((direction, [one for one in verdicts if one.direction == direction]))
    for kind in sorted({verdict.claim.kind for verdict in verdicts}):
        groups.append((f"`{kind}`", [one for one in verdicts if one.claim.kind == kind]))
    for name, group in groups:
        count, precision, recall = rates(group)
        numbers = [
            count[outcome] for outcome in ("right", "weaker", "invented", "missed", "demoted")
        ]
        cells = [name, *map(str, numbers), f"{precision:.1%}", f"{recall:.1%}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _show(key: Any) -> str:
    if isinstance(key, frozenset):
        if key and all(isinstance(one, str) and len(one) == 1 for one in key) and len(key) > 8:
            return repr("".join(sorted(key)))
        return "{" + ", ".join(sorted(map(_show, key))) + "}"
    if isinstance(key, tuple):
        return "(" + ", ".join(map(_show, key)) + ")"
    return str(key)


def main() -> None:
    """Print disagreements and the table; ``--write`` puts the table into the page."""
    name = sys.argv[sys.argv.index("--rows") + 1] if "--rows" in sys.argv else "labels"
    verdicts = score(Path(sys.argv[1]), labels(FILES[name]))
    for verdict in sorted(verdicts, key=lambda one: (one.claim.kind, one.outcome, one.service)):
        if verdict.outcome != "right":
            print(verdict)
    scores = table(verdicts)
    print(scores)
    if "--write" in sys.argv:
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        head, rest = PAGE.read_text(encoding="utf-8").split(begin)
        tail = rest.split(end)[1]
        PAGE.write_text(f"{head}{begin}\n\n{scores}\n\n{end}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
