"""The sample service as a package: imported, called, checked, decoded."""

from __future__ import annotations

import ast
import copy
import importlib
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gen import views
from gen.views.judge import object_faults
from tests.views.sample import GOOD_ANSWER, GOOD_REQUEST, INFO, service

UUID = "1b4e28ba-2fa1-11d2-883f-0016d3cca427"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)
FAST = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return views.package_files(service(), INFO)


@pytest.fixture(scope="module")
def package(
    files: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ModuleType]:
    root = tmp_path_factory.mktemp("generated")
    write(files, root / INFO.package)
    write(views.test_files(service(), INFO), root / "tests" / INFO.package)
    sys.path.insert(0, str(root))
    yield importlib.import_module(INFO.package)
    sys.path.remove(str(root))
    for name in [one for one in sys.modules if one.split(".")[0] == INFO.package]:
        del sys.modules[name]


def write(made: dict[str, str], folder: Path) -> None:
    for name, text in made.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def broken(model: Any, value: Any) -> list[tuple[str, str]]:
    out: list[Any] = []
    model.check_wire(value, "$", out)
    return [(one.path, one.rule) for one in out]


def test_the_same_service_gives_the_same_files() -> None:
    same = service()
    assert views.package_files(same, INFO) == views.package_files(same, INFO)
    assert views.test_files(same, INFO) == views.test_files(same, INFO)


def test_moved_rows_change_positions_only(files: dict[str, str]) -> None:
    # The sample counts its lines on, so a second one has its rows elsewhere.
    moved = views.package_files(service(), INFO)
    assert {name for name in files if files[name] != moved[name]} == {"sources.json"}
    assert views.test_files(service(), INFO) == views.test_files(service(), INFO)


def test_every_module_parses_on_the_oldest_python(files: dict[str, str]) -> None:
    for name, text in files.items():
        if name.endswith(".py"):
            ast.parse(text, feature_version=(3, 10))


def test_importing_the_package_imports_no_operation(package: ModuleType) -> None:
    root = Path(str(package.__file__)).parents[1]
    code = (
        f"import sys; sys.path.insert(0, {str(root)!r}); import {INFO.package}; "
        f"print(sorted(m for m in sys.modules if m.startswith({INFO.package!r}) or m in ('httpx', 'dataclasses')))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"['{INFO.package}']"


def test_everything_that_is_exported_is_there(package: ModuleType) -> None:
    for name in package._EXPORTS:
        assert getattr(package, name).__name__ if name != "UNSET" else True
    assert set(package._EXPORTS) <= set(dir(package))
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        getattr(package, "nothing_of_the_kind")  # noqa: B009 - the point is the missing name


def test_a_call_sends_the_wrapped_body_and_decodes_the_answer(package: ModuleType) -> None:
    offline = importlib.import_module(f"{INFO.package}.testing").OfflineTransport()
    with package.MooringClient("https://a.test", project_id="p", transport=offline) as client:
        made = client.create_mooring(name="a", harbour_id=UUID, lines=["10.0.0.0/8"], from_="x")
        assert made.to_dict() == GOOD_ANSWER
        assert offline.requests[-1].body == {
            "mooring": {"name": "a", "harbour_id": UUID, "lines": ["10.0.0.0/8"], "from": "x"}
        }
        whole = package.CreateMooringInput.from_dict(copy.deepcopy(GOOD_REQUEST))
        whole.mooring.key = "Secret-1"
        client.create_mooring(body=whole)
        assert offline.requests[-1].body["mooring"]["key"] == "Secret-1"
        assert [one.id for one in client.list_moorings(limit=5)] == ["a"]
        assert client.delete_mooring(mooring_id="m") is None
        assert isinstance(client.download_chart(), bytes)


def test_all_violations_come_at_once_and_hide_secrets(package: ModuleType) -> None:
    offline = importlib.import_module(f"{INFO.package}.testing").OfflineTransport()
    client = package.MooringClient("https://a.test", project_id="p", transport=offline)
    with pytest.raises(package.ValidationError) as caught:
        client.create_mooring(name="", mode="x", key="hunter2", watch=True, low=2, high=1)
    found = [(one.path, one.rule) for one in caught.value.violations]
    assert found == [
        ("$.mooring.name", "minLength"),
        ("$.mooring.mode", "enum"),
        ("$.mooring.harbour_id", "required"),
        ("$.mooring.key", "minLength"),
        ("$.mooring.key", "variety"),
        ("$.mooring.watch", "when"),
        ("$.mooring.low", "compare"),
    ]
    assert "hunter2" not in str(caught.value)
    assert all("hunter2" not in f"{one} {one!r}" for one in caught.value.violations)
    sources = [one.source for one in caught.value.violations]
    assert all(one is not None and one.line > 0 and one.parameter for one in sources)
    assert offline.requests == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"number": 1}, []),
        ({"number": 1.0}, []),
        (
            {"number": 9, "next": {"number": 1, "next": {"number": 0}}},
            [("$.next.next.number", "minimum")],
        ),
        ({"number": True}, [("$.number", "type")]),
        ({"number": None}, [("$.number", "null")]),
        ({"number": "1"}, [("$.number", "type")]),
        ({}, [("$.number", "required")]),
        ({"number": 1, "depth": 0}, [("$.depth", "minimum")]),
        ({"number": 1, "depth": 30.5}, []),
        ({"number": 1, "depth": 30.6}, [("$.depth", "maximum")]),
        ({"number": 1, "code": "ABC\n"}, [("$.code", "pattern")]),
        ({"number": 1, "next": []}, [("$.next", "type")]),
        ([], [("$", "type")]),
        (None, [("$", "null")]),
    ],
)
def test_checks_of_one_object(
    package: ModuleType, value: Any, expected: list[tuple[str, str]]
) -> None:
    assert broken(package.BerthInput, value) == expected


MINIMAL = {"name": "a", "harbour_id": UUID, "lines": []}


@pytest.mark.parametrize(
    ("given_too", "expected"),
    [
        ({}, []),
        ({"watch": False}, [("$.watch", "when")]),
        ({"watch": False, "mode": "swing"}, []),
        ({"mode": "dual", "near": "169.254.1.1/30", "far": "x"}, [("$.far", "when")]),
        ({"mode": "dual", "far": "x"}, []),
        ({"anchor": "a", "buoy": "b"}, [("$", "either")]),
        ({"low": 1, "high": 1}, []),
        ({"berths": [{"number": 1}, {"number": 1}]}, [("$.berths", "unique")]),
        ({"berths": [{"number": 1}, {}]}, [("$.berths[1].number", "required")]),
        ({"berths": []}, [("$.berths", "minItems")]),
        ({"berths": [7]}, [("$.berths[0]", "type")]),
        ({"marks": ["a", "a"]}, [("$.marks", "unique")]),
        ({"grid": [[1, "x"]]}, [("$.grid[0][1]", "type")]),
        ({"labels": {"a b": "too long"}}, [("$.labels['a b']", "maxLength")]),
        ({"lines": ["x", "10.0.0.0/8"]}, [("$.lines[0]", "format")]),
        ({"note": None}, []),
        ({"from": None}, [("$.from", "null")]),
        ({"OS-EXT:kind": "12345"}, [("$['OS-EXT:kind']", "maxLength")]),
        ({"OS-EXT:kind": 12345}, []),
        ({"level": 1.0}, []),
        ({"level": True}, [("$.level", "type")]),
        ({"level": 3}, [("$.level", "enum")]),
        ({"undocumented": object}, []),
    ],
)
def test_checks_across_fields_and_items(
    package: ModuleType, given_too: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert broken(package.MooringInput, {**MINIMAL, **given_too}) == expected


@pytest.mark.parametrize("name", ["BerthInput", "MooringInput", "CreateMooringInput"])
def test_valid_bodies_pass_and_planted_mistakes_are_told(package: ModuleType, name: str) -> None:
    strategies = importlib.import_module(f"{INFO.package}.testing.strategies")
    model = getattr(package, name)
    schema = next(one for one in service().schemas.values() if one.name == name)
    schemas = service().schemas

    @FAST
    @given(strategies.valid(model))
    def passes(body: dict[str, Any]) -> None:
        assert broken(model, body) == []
        assert list(object_faults(body, schema, schemas)) == []
        assert model.from_dict(body).to_dict() == body

    @FAST
    @given(strategies.mistakes(model))
    def told(planted: Any) -> None:
        assert broken(model, planted.body) == [(planted.path, planted.rule)]
        assert [(f.path, f.rule) for f in object_faults(planted.body, schema, schemas)] == [
            (planted.path, planted.rule)
        ]

    passes()
    told()


def test_checks_and_the_generators_own_judge_agree(package: ModuleType) -> None:
    """Two readings of the same rules, over bodies of any kind."""
    schemas = service().schemas
    schema = schemas["mooring-in"]
    bodies = st.fixed_dictionaries(
        {},
        optional={
            field.wire: JSON | st.sampled_from(["fixed", "a", 1, 2]) for field in schema.fields
        },
    )

    @settings(FAST, max_examples=200)
    @given(bodies)
    def agree(body: dict[str, Any]) -> None:
        judged = [(fault.path, fault.rule) for fault in object_faults(body, schema, schemas)]
        assert sorted(broken(package.MooringInput, body)) == sorted(judged)

    agree()


def test_any_json_decodes_and_goes_back(package: ModuleType) -> None:
    keys = st.sampled_from(
        ["id", "name", "berth", "berths", "by_pier", "grid", "OS-EXT:kind", "number", "next", "new"]
    )
    shaped = st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=4),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
        max_leaves=20,
    )

    @settings(FAST, max_examples=200)
    @given(JSON | shaped, st.sampled_from(["Mooring", "TideTable", "CreateMooringResponse"]))
    def goes_back(value: Any, name: str) -> None:
        model = getattr(package, name).from_dict(copy.deepcopy(value))
        assert model.to_dict() == value
        assert len(repr(model)) < 5000
        assert pickle.loads(pickle.dumps(model)) == copy.deepcopy(model) == model
        model.mismatches()

    goes_back()


def test_an_answer_keeps_what_the_docs_do_not_know(package: ModuleType) -> None:
    value = {"id": 5, "new": {"a": 1}, "name": None, "berth": {"state": "AJAR"}, "berths": [7]}
    model = package.Mooring.from_dict(value)
    assert model.to_dict() == value
    assert model.extra_fields == {"new": {"a": 1}}
    assert model.berth.state == "AJAR"
    assert [(one.path, one.rule) for one in model.mismatches()] == [
        ("$.id", "type"),
        ("$.berths[0]", "type"),
    ]
    model.name = "given now"
    assert model.to_dict() == {**value, "name": "given now"}
    assert package.Mooring(id="a") == package.Mooring(id="a") != package.Mooring(id="b")
    match model:
        case package.Mooring(id=5, berth=package.Berth(state=state)):
            assert state == "AJAR"
        case _:
            pytest.fail("match by attributes does not work")


def test_repr_shows_no_secret(package: ModuleType) -> None:
    model = package.Mooring.from_dict(
        {"key": "hunter2", "extra": {"token": "hunter2"}, "any": ["hunter2"]}
    )
    assert "hunter2" not in repr(model)
    assert "hunter2" not in repr(package.MooringInput(key="hunter2", chain={"code": "hunter2"}))


def test_open_keys_are_typed(package: ModuleType) -> None:
    table = package.TideTable.from_dict({"day": "mon", "08": {"number": 1}, "09": 4})
    assert table.additional_properties["08"].number == 1
    assert table.to_dict() == {"day": "mon", "08": {"number": 1}, "09": 4}
    table.additional_properties["08"].number = 2
    del table.additional_properties["09"]
    table.day = None
    assert table.to_dict() == {"08": {"number": 2}}


def test_unset_is_one_and_false(package: ModuleType) -> None:
    assert not package.UNSET
    assert (
        pickle.loads(pickle.dumps(package.UNSET)) is copy.deepcopy(package.UNSET) is package.UNSET
    )
    assert package.MooringInput().to_dict() == {}
    assert package.MooringInput(note=None).to_dict() == {"note": None}


def test_the_readme_s_first_call_runs(package: ModuleType, files: dict[str, str]) -> None:
    code = files["README.md"].split("```python\n")[1].split("```")[0]
    root = Path(str(package.__file__)).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_emitted_tests_pass(package: ModuleType) -> None:
    root = Path(str(package.__file__)).parents[1]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(root / "tests")],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "skipped" not in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["", "somewhere/_vendor/whatever"])
def test_the_package_is_typed(files: dict[str, str], tmp_path: Path, folder: str) -> None:
    write(files, tmp_path / folder / INFO.package)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(Path(folder) / INFO.package)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
