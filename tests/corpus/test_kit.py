"""The test kit's bodies of request classes in the corpus: valid ones, and ones with one mistake."""

from __future__ import annotations

import json

import pytest

from tests.corpus.conftest import SERVICES, Generated, package_of

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

# Gives a line of JSON: how many classes were tried (every second: this takes long), and what was told otherwise than promised.
TRY_ALL = """
import importlib, inspect, json, sys
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable

package = importlib.import_module(sys.argv[1])
kit = importlib.import_module(sys.argv[1] + ".testing.strategies")
few = dict(deadline=None, database=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
wrong, classes = [], 0
for name in dir(package)[::2]:
    model = getattr(package, name)
    if not (inspect.isclass(model) and issubclass(model, package.RequestModel)) or model is package.RequestModel:
        continue
    classes += 1

    def is_valid(body):
        if found := model.from_dict(body).violations():
            wrong.append([name, "valid", body, str(found[0])])

    def is_one_mistake(planted):
        found = [(one.path, one.rule) for one in model.from_dict(planted.body).violations()]
        if found != [(planted.path, planted.rule)]:
            wrong.append([name, planted, found])

    settings(max_examples=2, **few)(given(kit.valid(model))(is_valid))()
    try:
        settings(max_examples=5, **few)(given(kit.mistakes(model))(is_one_mistake))()
    except Unsatisfiable:
        # An object of which nothing is documented takes everything.
        if list(kit._makers(kit.rules_of(name))):
            raise
print(json.dumps({"classes": classes, "wrong": wrong}, default=str))
"""


@pytest.mark.parametrize("service", SERVICES)
def test_what_the_kit_makes_is_what_it_says(generated: Generated, service: str) -> None:
    told = json.loads(generated.python(TRY_ALL, package_of(service)))
    assert told["wrong"] == []
    assert told["classes"] > 0
