"""Checking the largest documented request of each service against the same constraints elsewhere.

The generated check and fastjsonschema look at the plain JSON value that would be sent;
pydantic looks at it and makes objects of it. So a second ratio does that too: the request is
read into the generated classes, written out again, as a call does, and checked.
"""

from __future__ import annotations

import ipaddress
import logging
import re
from collections.abc import Callable
from typing import Any

import fastjsonschema
import pydantic

from benchmarks.calling import REQUEST
from benchmarks.peer_models import Pydantic, json_schema
from benchmarks.services import USERS_PAGE, Example, examples, packages, sources
from benchmarks.side_by_side import Timings, race

OWN, BUILT, PYDANTIC, FAST = "generated", "generated, classes made", "pydantic", "fastjsonschema"

SAME = "pydantic, conditions too"

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


def users_page(example: Example) -> Contenders:
    """The checks of the user's page, and pydantic with the rest of its rules written by hand."""
    found = contenders(example)
    if found is None:
        raise ValueError("the request of the user's page is refused")
    body = example.value
    model = with_conditions(Pydantic(example.service.document(), constrained=True))
    validate = model.__pydantic_validator__.validate_python
    validate(body)
    return {**found, SAME: lambda: validate(body)}


def with_conditions(models: Pydantic) -> Any:
    """The user's page's request in pydantic with what its fields' constraints cannot say.

    Which characters a psk needs, in which styles fields must or must not be there, that two
    addresses share a network, that policy rules differ: as a person would write them.
    """
    inner: Any = models.build("VpnConnectionInput")
    kinds = [re.compile(one).search for one in ("[A-Z]", "[a-z]", "[0-9]", "[^A-Za-z0-9]")]

    def check(self: Any) -> Any:
        given = self.model_fields_set
        if self.psk is not None and sum(one(self.psk) is not None for one in kinds) < 3:
            raise ValueError("psk needs three kinds of characters")
        style = self.style or "static"
        if self.peer_subnets is None and style == "static":
            raise ValueError("peer_subnets is required")
        if "enable_nqa" in given and style != "static":
            raise ValueError("enable_nqa is for static only")
        if "enable_hub" in given and style != "bgp":
            raise ValueError("enable_hub is for bgp only")
        local, peer = self.tunnel_local_address, self.tunnel_peer_address
        if local is not None and peer is not None:
            network = ipaddress.IPv4Interface(local).network
            if ipaddress.IPv4Interface(peer) not in network:
                raise ValueError("the tunnel's addresses must be in one network")
        if self.policy_rules:
            for name in ("rule_index", "source"):
                values = [getattr(one, name) for one in self.policy_rules]
                if len(set(values)) < len(values):
                    raise ValueError(f"two policy rules have the same {name}")
        return self

    validators: Any = {"check": pydantic.model_validator(mode="after")(check)}
    whole = pydantic.create_model("Checked", __base__=inner, __validators__=validators)
    return pydantic.create_model("Whole", vpn_connection=(whole, ...))


def line(name: str, size: int, timings: Timings) -> str:
    """The ratios of one body."""
    return (
        f"{name:28} {size:5} B  generated {timings.micros(OWN):6.1f} µs; speed against "
        f"pydantic {timings.ratio(PYDANTIC, OWN)}, against fastjsonschema "
        f"{timings.ratio(FAST, OWN)}; with classes made, against pydantic "
        f"{timings.ratio(PYDANTIC, BUILT)}"
        + (
            f"; against pydantic with conditions {timings.ratio(SAME, OWN)}"
            if SAME in timings
            else ""
        )
    )


def main() -> None:
    """Print a line for the user's page and one for each service."""
    with packages([USERS_PAGE, *sources()]) as services:
        for index, service in enumerate(services):
            bodies = examples(service, requests=True)
            if index == 0:
                schema = bodies[0].schema
                bodies = [Example(service, "user's page", schema, {"vpn_connection": REQUEST})]
            found = ((one, contenders(one) if index else users_page(one)) for one in bodies)
            usable = next(((one, run) for one, run in found if run), None)
            if usable is None:
                print(f"{service.name:28} has no documented request that all three accept")
                continue
            print(
                line(service.name if index else "the user's page", usable[0].size, race(usable[1]))
            )


if __name__ == "__main__":
    main()
