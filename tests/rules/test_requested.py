"""Request lines: which values of path and query parameters the examples show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gen.model import Example, Length, Operation, Service
from gen.rules.evidence import gather, weigh_parameters
from gen.rules.requested import shown
from tests.handmade import INTEGER, operation, parameter, rule, service, source

LAMP = operation(
    "Lamp",
    path="/v1/{shop_id}/lamps/{lamp_id}",
    parameters=(
        parameter("shop_id", "path"),
        parameter("lamp_id", "path"),
        parameter("limit", type_=INTEGER),
        parameter("tone"),
    ),
)


@pytest.mark.parametrize(
    ("target", "values"),
    [
        ("https://lamps.example.com/v1/a1/lamps/b%202", {"shop_id": "a1", "lamp_id": "b 2"}),
        ("/v1/a1/lamps/b2?limit=5&tone=warm", {"shop_id": "a1", "lamp_id": "b2", "limit": 5, "tone": "warm"}),
        ("/v1/a1/lamps/b2?limit=five&tone=", {"shop_id": "a1", "lamp_id": "b2"}),
        ("https://{Endpoint}/lamps/v1/a1/lamps/b2", {"shop_id": "a1", "lamp_id": "b2"}),
        ("/v1/a1/shelves/b2", {}),
        ("/lamps/b2", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_values_of_a_request_line(target, values):
    assert {wire: value for (_, wire), value in shown(LAMP, target)} == values


def lamps(target: str) -> Service:
    """Two operations with a rule on the same path parameter; the example is the first one's."""
    short = rule(Length, maximum=3)
    parameters = (parameter("shop_id", "path", rules=(short,)), parameter("tone", rules=(short,)))
    example = Example(direction="request", source=source(), method="GET", target=target)
    one = operation("Lamps", path="/v1/{shop_id}/lamps", parameters=parameters, examples=(example,))
    return service(one, operation("Boxes", path="/v1/{shop_id}/boxes", parameters=parameters))


def certainties(found: Service) -> list[list[str]]:
    evidence = gather(found)
    weighed: list[Operation] = [weigh_parameters(one, evidence)[0] for one in found.operations]
    return [[one.field.rules[0].certainty for one in each.parameters] for each in weighed]


def test_a_path_parameter_is_judged_in_the_whole_service_and_the_query_in_its_operation():
    shown_here = certainties(lamps("/v1/a-long-one/lamps?tone=golden"))
    assert shown_here == [["advice", "advice"], ["advice", "hard"]]


@pytest.mark.parametrize("target", ["/v1/{shop_id}/lamps", "/v1/xxxxxxxx/lamps", "/v1/abc/lamps"])
def test_masked_and_agreeing_values_change_nothing(target):
    assert certainties(lamps(target)) == [["hard", "hard"], ["hard", "hard"]]


def test_the_finding_names_the_example():
    found = lamps("/v1/a-long-one/lamps")
    _, findings = weigh_parameters(found.operations[1], gather(found))
    assert [one.code for one in findings] == ["TW510"]
    assert "a-long-one" in findings[0].message


def test_an_operation_without_examples_is_left_alone():
    alone = replace(LAMP, examples=())
    assert weigh_parameters(alone, gather(service(alone))) == (alone, [])
