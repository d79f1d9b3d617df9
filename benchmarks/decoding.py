"""Decoding and encoding answers: the user's page's, and the largest documented of each service.

What the others do is not quite the same, and each difference is in their favour or named here.
The generated classes take any JSON and keep unknown fields and nulls; pydantic, msgspec and
cattrs check types (types only: no constraints are given to them) and drop what they do not
know. ``generated, mismatches`` adds the same check of types. From bytes the client reads with the
standard library, or with msgspec where that is installed. openapi-python-client converts
UUIDs and enumerations too, and refuses what is none.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
import types
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import msgspec

from benchmarks.calling import REQUEST
from benchmarks.peer_models import Attrs, Msgspec, Pydantic
from benchmarks.peers import openapi_python_client
from benchmarks.services import USERS_PAGE, Example, examples, packages, sources
from benchmarks.side_by_side import race

Runs = dict[str, Callable[[], object]]
UUIDS = {
    "id": "98c5af8a-6ee2-4482-99a2-ae2280a6f4c3",
    "request_id": "f91082d4-6d49-479c-ad1d-4e552a9f5cae",
}
OWN, TYPES, QUICK = "generated", "generated, mismatches", "generated, msgspec installed"


class Work:
    """Every contender's decoding from parsed JSON, decoding from bytes, and encoding, of one body."""

    def __init__(self, example: Example) -> None:
        self.body = example.value
        self.data = json.dumps(example.value).encode()
        self.decode: Runs = {}
        self.parse: Runs = {}
        self.encode: Runs = {}
        self.dump: Runs = {}
        self.refused: list[str] = []
        document = example.service.document()
        self._generated(example.service.package, example.service.class_of(example.schema))
        for name, add in {
            "pydantic": lambda: self._pydantic(Pydantic(document).build(example.schema)),
            "msgspec": lambda: self._msgspec(Msgspec(document).build(example.schema)),
            "attrs+cattrs": lambda: self._attrs(Attrs(document), example.schema),
        }.items():
            self.attempt(name, add)

    def attempt(self, name: str, add: Callable[[], None]) -> None:
        """Add a contender; one that refuses the body is noted."""
        try:
            add()
        except Exception as error:
            self.refused.append(f"{name}: {type(error).__name__}: {str(error).splitlines()[0]}")
        for runs in (self.decode, self.parse, self.encode, self.dump):
            if any(one.startswith(f"{name}:") for one in self.refused):
                runs.pop(name, None)

    def add(
        self,
        name: str,
        decode: Callable[[Any], Any],
        encode: Callable[[Any], Any],
        *,
        parse: Callable[[bytes], Any] | None = None,
        dump: Callable[[Any], Any] | None = None,
    ) -> None:
        """Add a contender, and run it once; without ``parse`` and ``dump`` it goes through ``json``."""
        body, data = self.body, self.data
        made = decode(body)
        encode(made)
        self.decode[name] = lambda: decode(body)
        self.parse[name] = (lambda: parse(data)) if parse else (lambda: decode(json.loads(data)))
        self.encode[name] = lambda: encode(made)
        self.dump[name] = (lambda: dump(made)) if dump else (lambda: json.dumps(encode(made)))
        self.parse[name]()
        self.dump[name]()

    def _generated(self, package: str, made: Any) -> None:
        # What the client reads an answer's body with: by msgspec where it is installed.
        text = importlib.import_module(f"{package}._runtime.json_text")
        self.add(
            OWN,
            made.from_dict,
            lambda value: value.to_dict(),
            parse=lambda data: made.from_dict(text.standard(data)),
        )
        body, data = self.body, self.data
        self.decode[TYPES] = lambda: made.from_dict(body).mismatches()
        self.parse[QUICK] = lambda: made.from_dict(text.loads(data))

    def _pydantic(self, model: Any) -> None:
        validator, serializer = model.__pydantic_validator__, model.__pydantic_serializer__
        self.add(
            "pydantic",
            validator.validate_python,
            lambda value: serializer.to_python(value, exclude_unset=True, by_alias=True),
            parse=validator.validate_json,
            dump=lambda value: serializer.to_json(value, exclude_unset=True, by_alias=True),
        )

    def _msgspec(self, struct: Any) -> None:
        decoder, encoder = msgspec.json.Decoder(struct, strict=False), msgspec.json.Encoder()
        self.add(
            "msgspec",
            lambda value: msgspec.convert(value, struct, strict=False),
            msgspec.to_builtins,
            parse=decoder.decode,
            dump=encoder.encode,
        )

    def _attrs(self, models: Attrs, name: str) -> None:
        made = models.build(name)
        converter = models.converter()
        structure = converter.get_structure_hook(made)
        unstructure = converter.get_unstructure_hook(made)
        self.add("attrs+cattrs", lambda value: structure(value, made), unstructure)

    def openapi_python_client(self, model: Any) -> None:
        """Add the class that openapi-python-client made."""
        self.add("openapi-python-client", model.from_dict, lambda value: value.to_dict())

    def vendor(self) -> None:
        """Add the vendor's SDK, as its client decodes and encodes (user's page only)."""
        model = importlib.import_module("huaweicloudsdkvpn.v5.model")
        core = importlib.import_module("huaweicloudsdkcore.client")
        tools = importlib.import_module("huaweicloudsdkcore.utils.http_utils")
        client = core.Client()
        client.model_package = model
        answer = types.SimpleNamespace(text=self.data.decode())
        self.add(
            "huaweicloudsdkvpn",
            lambda value: client._deserialize(value, "CreateVpnConnectionResponse"),
            tools.sanitize_for_serialization,
            parse=lambda _: client.deserialize(answer, "CreateVpnConnectionResponse", None),
        )

    def show(self, name: str) -> dict[tuple[str, str], float]:
        """Time all, print how many times the generated code's time each takes, and give the medians."""
        found = {}
        print(
            f"{name}, {len(self.data)} bytes" + "".join(f"; refused by {r}" for r in self.refused)
        )
        for title, runs in (
            ("decode parsed JSON", self.decode),
            ("decode bytes", self.parse),
            ("encode to plain data", self.encode),
            ("encode to bytes", self.dump),
        ):
            timings = race(runs)
            for own in (OWN, QUICK) if QUICK in runs else (OWN,):
                what = title if own == OWN else f"{title}, msgspec"
                ratios = {one: timings.ratio(one, own) for one in runs if one != own}
                others = "; ".join(f"{one} {ratio}" for one, ratio in ratios.items())
                print(f"  {what:22} {timings.micros(own):6.1f} µs; others take {others}")
                found |= {(what, one): ratio.median for one, ratio in ratios.items()}
        return found


def users_answer(example: Example) -> Example:
    """The user's page's answer with UUIDs where the docs mask them, so that no peer refuses it."""
    value = json.loads(json.dumps(example.value))
    connection = value["vpn_connection"]
    connection.update({key: REQUEST[key] for key in ("vgw_id", "vgw_ip", "cgw_id")})
    connection["id"], value["request_id"] = UUIDS["id"], UUIDS["request_id"]
    return Example(example.service, example.operation, example.schema, value)


def main() -> None:
    """Print the ratios of the user's page, and of each service's largest answer."""
    with packages([USERS_PAGE, *sources()]) as services, tempfile.TemporaryDirectory() as folder:
        example = users_answer(examples(services[0], requests=False)[0])
        work = Work(example)
        client = openapi_python_client(services[0], Path(folder, "bench_peer"))
        sys.path.insert(0, folder)
        work.attempt(
            "openapi-python-client",
            lambda: work.openapi_python_client(
                getattr(importlib.import_module(f"{client.name}.models"), example.schema)
            ),
        )
        work.attempt("huaweicloudsdkvpn", work.vendor)
        sys.path.remove(folder)
        work.show("the user's page")
        largest = [found[0] for one in services[1:] if (found := examples(one, requests=False))]
        found: dict[tuple[str, str], list[float]] = {}
        for one in sorted(largest, key=lambda one: -one.size):
            for key, ratio in Work(one).show(f"{one.service.name}, {one.operation}").items():
                found.setdefault(key, []).append(ratio)
        print("the largest answers of the services together: median, least and most")
        for (title, name), ratios in found.items():
            print(f"  {title:22} {name:20} {median(ratios):.2f} × "
                  f"({min(ratios):.2f} to {max(ratios):.2f}, {len(ratios)} services)")  # fmt: skip


if __name__ == "__main__":
    main()
