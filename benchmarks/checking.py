"""Checking the largest documented request of each service against the same constraints elsewhere.

The generated check and fastjsonschema look at the plain JSON value that would be sent;
pydantic looks at it and makes objects of it. So a second ratio does that too: the request is
read into the generated classes, written out again, as a call does, and checked.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import fastjsonschema
import pydantic

from benchmarks.calling import REQUEST
from benchmarks.peer_models import Pydantic, json_schema
from benchmarks.services import USERS_PAGE, Example, examples, packages, sources
from benchmarks.side_by_side import Timings, race

OWN, BUILT, PYDANTIC, FAST = "generated", "generated, classes made", "pydantic", "fastjsonschema"

Contenders = dict[str, Callable[[], object]]


def contenders(example: Example) -> Contenders | None:
    """The three checks of one body; None where one of them refuses it, as masked examples are."""
    document = example.service.document()
    body = example.value
    own = example.service.class_of(example.schema)
    if own.from_dict(body).violations():
        return None
    model: Any = Pydantic(document, constrained=True).build(example.schema)
    schema = json_schema(document, example.schema)
    # The formats stand beside patterns that say the same.
    fast: Any = fastjsonschema.compile(schema, use_default=False, use_formats=False)
    try:
        model.model_validate(body)
        fast(body)
    except (pydantic.ValidationError, fastjsonschema.JsonSchemaException) as error:
        logging.debug("%s: %s", example.operation, error)
        return None
    validate = model.__pydantic_validator__.validate_python
    return {
        OWN: lambda: own.check_wire(body, "$", []),
        BUILT: lambda: own.from_dict(body).violations(),
        PYDANTIC: lambda: validate(body),
        FAST: lambda: fast(body),
    }


def line(name: str, size: int, timings: Timings) -> str:
    """The ratios of one body."""
    return (
        f"{name:28} {size:5} B  generated {timings.micros(OWN):6.1f} µs; speed against "
        f"pydantic {timings.ratio(PYDANTIC, OWN)}, against fastjsonschema "
        f"{timings.ratio(FAST, OWN)}; with classes made, against pydantic "
        f"{timings.ratio(PYDANTIC, BUILT)}"
    )


def main() -> None:
    """Print a line for the user's page and one for each service."""
    with packages([USERS_PAGE, *sources()]) as services:
        for index, service in enumerate(services):
            bodies = examples(service, requests=True)
            if index == 0:
                schema = bodies[0].schema
                bodies = [Example(service, "user's page", schema, {"vpn_connection": REQUEST})]
            found = ((one, contenders(one)) for one in bodies)
            usable = next(((one, run) for one, run in found if run), None)
            if usable is None:
                print(f"{service.name:28} has no documented request that all three accept")
                continue
            print(
                line(service.name if index else "the user's page", usable[0].size, race(usable[1]))
            )


if __name__ == "__main__":
    main()
