"""The generated check and the published schema give one verdict on one value (DESIGN §2, "everywhere the same").

Schemas are drawn from every kind of rule but those that ``x-rules`` lists; values from
pools that hold each rule's boundaries, other types, and whole bodies put together of them.
"""

from __future__ import annotations

import importlib
import json
import random
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.build import read_service
from gen.cache import Cache
from gen.config import Settings
from gen.model import (
    AllOf,
    AnyOf,
    Array,
    CharSet,
    Charset,
    Choice,
    Count,
    Default,
    EitherOr,
    Field,
    Form,
    Free,
    Interface,
    Is,
    Length,
    Map,
    Not,
    Nullable,
    Pattern,
    Present,
    Range,
    Ref,
    Scalar,
    Schema,
    Service,
    Unique,
    Unknown,
    Variety,
    When,
)
from gen.openapi import Info, document
from gen.targets import targets
from gen.views import package_files
from gen.views.info import PackageInfo
from tests.conftest import SHARED
from tests.handmade import field, operation, rule, schema, service
from tests.test_names import named

FOLDER = SHARED / "corpus"
SERVICES = sorted(path.name for path in FOLDER.iterdir()) if FOLDER.is_dir() else []
TYPES = [
    Scalar("string"), Scalar("integer"), Scalar("number"), Scalar("boolean"), Scalar("any"), Free(),
    Array(Scalar("string")), Array(Scalar("integer")), Map(Scalar("string")), Array(Array(Scalar("string"))),
    Ref("leaf"), Array(Ref("leaf")),
]  # fmt: skip
RULES: list[dict[str, Any]] = [
    {"cls": Choice, "values": ("a", "b1")},
    {"cls": Choice, "values": (1, 2)},
    {"cls": Choice, "values": ("1", 2, True)},
    {"cls": Range, "minimum": 1, "maximum": 5},
    {"cls": Range, "minimum": 0, "exclusive_minimum": True},
    {"cls": Range, "maximum": 2.5, "exclusive_maximum": True},
    {"cls": Length, "minimum": 1, "maximum": 3},
    {"cls": Length, "minimum": 2, "maximum": 2},
    {"cls": Charset, "allowed": CharSet(("lower", "digit"), "-_")},
    {"cls": Charset, "allowed": CharSet(("any-letter",))},
    {"cls": Charset, "allowed": CharSet(("digit",)), "where": "first"},
    {"cls": Charset, "allowed": CharSet(("digit",)), "where": "last"},
    {"cls": Charset, "allowed": CharSet((), "-"), "where": "not-first"},
    {"cls": Charset, "allowed": CharSet((), "-"), "where": "not-last"},
    {"cls": Charset, "allowed": CharSet((), "<&"), "where": "none"},
    {"cls": Variety, "minimum": 2, "groups": (CharSet(("lower",)), CharSet(("upper",)), CharSet(("digit",)))},
    {"cls": Form, "forms": ("uuid",)},
    {"cls": Form, "forms": ("ipv4", "ipv6")},
    {"cls": Form, "forms": ("ipv4-cidr",)},
    {"cls": Pattern, "python": r"^[a-c]+\Z", "ecma": "^[a-c]+$"},
    {"cls": Interface, "network": "10.0.0.0/8", "mask": 30, "host": True},
    {"cls": Count, "minimum": 1, "maximum": 2},
    {"cls": Unique},
    {"cls": Default, "value": "a"},
    {"cls": Default, "value": 2},
    {"cls": Nullable},
]  # fmt: skip
SCALARS: list[Any] = [
    "", "a", "b1", "ab", "abc", "abcd", "A", "aB", "a1", "1a", "-a", "a-", "a<", "é", "北京", "𠀀", "a\n", " ", "1", "2",
    "0a1b2c3d-0000-1111-2222-0123456789ab", "1.2.3.4", "::1", "10.0.0.1/30", "10.0.0.0/30", "10.0.0.0/8",
    0, 1, 2, 3, 5, 6, -1, 1.0, 2.5, 0.5, 5.5, 10**20, 1e300, True, False, None,
]  # fmt: skip
CONTAINERS: list[Any] = [
    [], ["a"], ["a", "a"], ["a", "b1", "abcd"], [1], [1, 1.0], [True, 1], [None], [[]], [["a"], ["abcd"]], [{}],
    {}, {"k": "a"}, {"k": "abcd"}, {"k": 1}, {"leaf": "a"}, {"leaf": "toolong"}, [{"leaf": "a"}, {"leaf": 1}], [{"leaf": "a"}] * 2,
]  # fmt: skip
VALUES = SCALARS + CONTAINERS
NAMES = ("one", "two", "three", "four")
BODIES: list[Any] = [None, 1, "a", []]


def draw_rule(draw: random.Random) -> Any:
    values = dict(draw.choice(RULES))
    target = draw.choice(("value", "value", "items"))
    certainty = draw.choice(("hard", "hard", "hard", "advice"))
    return rule(values.pop("cls"), target=target, certainty=certainty, **values)


def draw_condition(draw: random.Random, depth: int = 0) -> Any:
    kind = draw.randrange(3 if depth > 1 else 6)
    if kind == 0:
        return Is(
            draw.choice(NAMES), tuple(draw.sample(["a", "b1", 1, 2, True], draw.randint(1, 2)))
        )
    if kind == 1:
        return Present(draw.choice(NAMES))
    if kind == 2:
        return Unknown("the tide is high")
    if kind == 3:
        return Not(draw_condition(draw, depth + 1))
    parts = tuple(draw_condition(draw, depth + 1) for _ in range(draw.randint(1, 3)))
    return AllOf(parts) if kind == 4 else AnyOf(parts)


def draw_body_rule(draw: random.Random) -> Any:
    if draw.random() < 0.3:
        names = tuple(draw.sample(NAMES, draw.randint(2, 4)))
        low = draw.randint(0, 2)
        high = draw.choice([None, max(low, 1), max(low, 2)])
        return rule(
            EitherOr, fields=names, minimum=low if high is not None else max(low, 1), maximum=high
        )
    effect = draw.choice(("required", "forbidden", "rule"))
    then = None
    while effect == "rule" and (then is None or isinstance(then, Unique)):
        then = draw_rule(draw)
    of = draw_condition(draw)
    return rule(When, field=draw.choice(NAMES), condition=of, effect=effect, then=then)


def draw_field(draw: random.Random, wire: str) -> Field:
    rules = tuple(draw_rule(draw) for _ in range(draw.choice((0, 1, 1, 2, 3))))
    return field(wire, draw.choice(TYPES), required=draw.random() < 0.3, rules=rules)


def drawn() -> list[Schema]:
    """Every rule on every type once, then fields and rules mixed; the same on every run."""
    made = []
    for number, (values, type_) in enumerate(
        (values, type_) for values in RULES for type_ in TYPES
    ):
        own = dict(values)
        cls = own.pop("cls")
        both = (rule(cls, **own), rule(cls, target="items", **own))
        fields = (field("one", type_, rules=both[:1]), field("two", type_, rules=both[1:]))
        made.append(schema(f"s{number}", *fields, direction="request"))
    draw = random.Random(20240229)
    for number in range(150):
        fields = tuple(draw_field(draw, wire) for wire in NAMES)
        rules = tuple(draw_body_rule(draw) for _ in range(draw.randint(1, 3)))
        extra = draw_field(draw, "{any}") if draw.random() < 0.2 else None
        made.append(
            schema(f"m{number}", *fields, direction="request", rules=rules, additional=extra)
        )
    return made


def word(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in f"{number:03}")


class Both:
    """One class beside its schema."""

    def __init__(self, model: Any, validator: Any) -> None:
        self.model = model
        self.validator = validator

    def differ(self, value: Any) -> str:
        """'' where both agree; else what each says."""
        out: list[Any] = []
        self.model.check_wire(value, "$", out)
        errors = [error.message for error in self.validator.iter_errors(value)]
        if bool(out) == bool(errors):
            return ""
        return f"{self.model.__name__} {value!r}: check {out}, schema {errors}"


def pattern(_: Any, text: str, instance: Any, __: Any) -> Iterator[jsonschema.ValidationError]:
    """``pattern`` as ECMA-262 reads it: ``$`` is the very end."""
    exact = re.sub(r"\$(?=\)|$)", r"\\Z", text)
    if isinstance(instance, str) and not re.search(exact, instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {text!r}")


@contextmanager
def imported(found: Service, package: str, folder: Path) -> Iterator[Any]:
    """The service's package, written below ``folder`` and imported."""
    info = PackageInfo(package=package, client_name="PClient", async_client_name="AsyncPClient")
    for path, text in package_files(found, info, dict).items():
        target = folder / package / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module(package)
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.split(".")[0] == package]:
            del sys.modules[name]


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Both]]:
    leaf = schema("leaf", field("leaf", rules=(rule(Length, maximum=3),)), direction="request")
    schemas = drawn()
    operations = [
        operation(f"Mooring Ship{word(number)}", "POST", f"/v1/{one.key}", request=one.key)
        for number, one in enumerate(schemas)
    ]
    found, _, _ = named(service(*operations, schemas=(leaf, *schemas)), above=len(schemas))
    openapi = document(found, Info())
    base = jsonschema.Draft202012Validator
    reader = jsonschema.validators.extend(base, {"pattern": pattern})
    with imported(found, "parity_pkg", tmp_path_factory.mktemp("parity")) as package:
        yield [
            Both(
                getattr(package, found.schemas[one.key].name),
                reader({"$ref": f"#/components/schemas/{found.schemas[one.key].name}", **openapi}),
            )
            for one in schemas
        ]


def test_every_rule_on_every_type(pairs: list[Both]) -> None:
    told = []
    for pair in pairs[: len(RULES) * len(TYPES)]:
        for wire in ("one", "two"):
            told += [said for value in VALUES if (said := pair.differ({wire: value}))]
    assert told[:20] == []


bodies = st.one_of(
    st.sampled_from(BODIES),
    st.dictionaries(st.sampled_from([*NAMES, "other"]), st.sampled_from(VALUES), max_size=5),
)


@given(st.integers(0, 149), bodies)
def test_rules_together(pairs: list[Both], number: int, body: Any) -> None:
    assert pairs[len(RULES) * len(TYPES) + number].differ(body) == ""


def test_both_accept_and_refuse(pairs: list[Both]) -> None:
    """The comparison means something: each verdict occurs often."""
    draw = random.Random(7)
    refused = accepted = 0
    for pair in pairs:
        for _ in range(20):
            body = {wire: draw.choice(VALUES) for wire in NAMES if draw.random() < 0.4}
            assert pair.differ(body) == ""
            refused += not pair.validator.is_valid(body)
            accepted += pair.validator.is_valid(body)
    assert min(refused, accepted) > 500


def test_the_package_is_where_it_was_written(pairs: list[Both], tmp_path_factory: Any) -> None:
    assert Path(sys.modules["parity_pkg"].__file__ or "").is_relative_to(
        tmp_path_factory.getbasetemp()
    )


# ---- real services ----------------------------------------------------------


def mutants(value: Any, draw: random.Random) -> Iterator[Any]:
    """The value, and what it becomes when one of its parts is taken away or becomes something else."""
    yield value
    for path in list(paths(value)):
        yield changed(value, path, None, drop=True)
        for _ in range(3):
            yield changed(value, path, draw.choice(VALUES), drop=False)


def paths(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if at:
        yield at
    entries = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in entries:
        yield from paths(inner, (*at, key))


def changed(value: Any, path: tuple[Any, ...], new: Any, *, drop: bool) -> Any:
    copy = dict(value) if isinstance(value, dict) else list(value)
    head, *rest = path
    if rest:
        copy[head] = changed(copy[head], tuple(rest), new, drop=drop)
    elif drop:
        del copy[head]
    else:
        copy[head] = new
    return copy


def said_in_words(openapi: Any) -> set[str]:
    """Components whose rules no schema can say: there the check may refuse more."""
    found = set()
    for name, one in openapi["components"]["schemas"].items():
        text = json.dumps(one)
        if '"x-rules"' in text:
            found.add(name)
    return found


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.parametrize("name", SERVICES)
def test_documented_requests_and_their_mutants(name: str, tmp_path: Path) -> None:
    (target,) = targets(Settings(root=tmp_path, output=tmp_path), FOLDER / name)
    found = read_service(target, Cache(tmp_path / "cache")).service
    package = f"parity_{target.package}"
    draw = random.Random(name)
    openapi = document(found, Info())
    words = said_in_words(openapi)
    reader = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"pattern": pattern})
    compared, told = 0, []
    with imported(found, package, tmp_path) as module:
        for one in found.operations:
            if one.request is None or not isinstance(one.request.type, Ref):
                continue
            model = found.schemas[one.request.type.schema].name
            validator = reader({"$ref": f"#/components/schemas/{model}", **openapi})
            both = Both(getattr(module, model), validator)
            for example in one.examples:
                if example.direction != "request" or not isinstance(example.value, dict):
                    continue
                for value in mutants(example.value, draw):
                    compared += 1
                    said = both.differ(value)
                    if said and not (words and validator.is_valid(value)):
                        told.append(f"{one.page}: {said}")
    assert told[:5] == []
    assert compared
