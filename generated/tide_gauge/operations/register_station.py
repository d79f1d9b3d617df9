"""Register a Station.

This API is used to register a station. Its gauge starts to report at once.

``POST /v1/{project_id}/stations``, see stations/registering_a_station.rst.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from .._runtime.checks import (
    INTEGER,
    LIST,
    NUMBER,
    OBJECT,
    STRING,
    Without,
    absent_or_wrong,
    between,
    count,
    distinct,
    fail,
    length,
    missing,
    numeric,
    one_of,
    report,
    unique,
)
from .._runtime.model import (
    UNSET,
    RequestModel,
    ResponseModel,
    Unset,
    as_read,
    new,
    plain,
    with_rest,
)
from .._runtime.operation import Answer, BodySpec, Operation, Parameter
from ..shared.station import Station

if TYPE_CHECKING:
    from .._runtime.violation import Violation, Where

_NAME = Without(r"[^a-zA-Z0-9_-]", "may only hold letters (a-z, A-Z), digits, `- _`")


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class RegisterStationInput(RequestModel):
    """The request body of ``register_station``."""

    station: StationInput | Mapping[str, Any] | Unset = UNSET
    """Specifies the station to register. Mandatory."""

    def _read(self, data: dict[str, Any]) -> RegisterStationInput:
        self._data = data
        self.station = (
            new(StationInput)._read(v) if isinstance(v := data.get("station", UNSET), dict) else v
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.station) is not UNSET:
            out["station"] = plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = RegisterStationInput
        if "station" not in value:
            missing(out, path, cls, "station")
        else:
            v = value["station"]
            if isinstance(v, dict):
                StationInput._check(v, (path, "station"), out)
            else:
                report(out, path, cls, "station", v, OBJECT)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class RegisterStationResponse(ResponseModel):
    """The answer of ``register_station``."""

    station: Station | None = None
    """Specifies the station."""

    def _read(self, data: dict[str, Any]) -> RegisterStationResponse:
        self._data = data
        self.station = new(Station)._read(v) if isinstance(v := data.get("station"), dict) else v
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.station) is not None:
            out["station"] = v.to_dict() if type(v) is Station else plain(v)
        return as_read(self, out)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class StationInput(RequestModel):
    """The ``station`` of ``RegisterStationInput``. Documented as "CreateStation".

    Checked: `push_url` is required when `report_mode` is `push`. `push_secret` must not be
    given when `report_mode` is not `push`.
    """

    name: str | Unset = UNSET
    """Specifies the station name.
    The value is a string of 1 to 64 characters and can contain only letters, digits, hyphens
    (-), and underscores (_).
    Checked: 1 to 64 characters. Characters: letters (a-z, A-Z), digits, `- _`.
    Mandatory.
    """

    datum: Literal["chart", "mean-sea"] | Unset = UNSET
    """Specifies the reference level of the readings.
    The value can be `chart` or `mean-sea`. The default value is `chart`.
    """

    interval: int | Unset = UNSET
    """Specifies how often the gauge is read, in seconds.
    Minimum: `60`
    Maximum: `86400`
    Default: `300`
    Checked: 60 to 86400.
    """

    position: PositionInput | Mapping[str, Any] | Unset = UNSET
    """Specifies where the station stands. Mandatory."""

    report_mode: Literal["pull", "push"] | Unset = UNSET
    """Specifies how readings are delivered.
    Value range:
    `pull`: the readings are fetched by the caller.
    `push`: the readings are sent to `push_url`.
    Default value: `pull`
    """

    push_url: str | Unset = UNSET
    """Specifies the address that readings are sent to. This parameter is mandatory when
    `report_mode` is set to `push`.
    """

    push_secret: str | Unset = UNSET
    """Specifies the key that signs what is sent. This parameter can be set only when `report_mode`
    is set to `push`.
    The value is a string of 16 to 64 characters.
    Checked: 16 to 64 characters.
    """

    tags: Sequence[TagInput | Mapping[str, Any]] | Unset = UNSET
    """Specifies the tags of the station. A maximum of 20 tags can be specified. The value of `key`
    in each tag must be unique. Checked: At most 20 items. No two items have the same `key`.
    """

    _secret: ClassVar[frozenset[str]] = frozenset(("push_secret",))

    def _read(self, data: dict[str, Any]) -> StationInput:
        self._data = data
        self.name = data.get("name", UNSET)
        self.datum = data.get("datum", UNSET)
        self.interval = data.get("interval", UNSET)
        self.position = (
            new(PositionInput)._read(v) if isinstance(v := data.get("position", UNSET), dict) else v
        )
        self.report_mode = data.get("report_mode", UNSET)
        self.push_url = data.get("push_url", UNSET)
        self.push_secret = data.get("push_secret", UNSET)
        self.tags = (
            [new(TagInput)._read(i) if isinstance(i, dict) else i for i in v]
            if isinstance(v := data.get("tags", UNSET), list)
            else v
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.name) is not UNSET:
            out["name"] = v if type(v) is str else plain(v)
        if (v := self.datum) is not UNSET:
            out["datum"] = v if type(v) is str else plain(v)
        if (v := self.interval) is not UNSET:
            out["interval"] = v if type(v) is int else plain(v)
        if (v := self.position) is not UNSET:
            out["position"] = plain(v)
        if (v := self.report_mode) is not UNSET:
            out["report_mode"] = v if type(v) is str else plain(v)
        if (v := self.push_url) is not UNSET:
            out["push_url"] = v if type(v) is str else plain(v)
        if (v := self.push_secret) is not UNSET:
            out["push_secret"] = v if type(v) is str else plain(v)
        if (v := self.tags) is not UNSET:
            out["tags"] = plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = StationInput
        if not (
            isinstance(v := value.get("name"), str) and 1 <= len(v) <= 64 and not _NAME.search(v)
        ):
            absent_or_wrong(out, path, cls, "name", value, STRING, length(1, 64), _NAME)
        if "datum" in value and (v := value["datum"]) not in ("chart", "mean-sea"):
            report(out, path, cls, "datum", v, STRING, one_of("chart", "mean-sea"))
        if "interval" in value and not (type(v := value["interval"]) is int and 60 <= v <= 86400):
            report(out, path, cls, "interval", v, INTEGER, between(60, 86400))
        if "position" not in value:
            missing(out, path, cls, "position")
        else:
            v = value["position"]
            if isinstance(v, dict):
                PositionInput._check(v, (path, "position"), out)
            else:
                report(out, path, cls, "position", v, OBJECT)
        if "report_mode" in value and (v := value["report_mode"]) not in ("pull", "push"):
            report(out, path, cls, "report_mode", v, STRING, one_of("pull", "push"))
        if "push_url" in value and not isinstance(v := value["push_url"], str):
            report(out, path, cls, "push_url", v, STRING)
        if "push_secret" in value and not (
            isinstance(v := value["push_secret"], str) and 16 <= len(v) <= 64
        ):
            report(out, path, cls, "push_secret", v, STRING, length(16, 64))
        if "tags" in value:
            v = value["tags"]
            if not (isinstance(v, list) and len(v) <= 20 and (len(v) < 2 or distinct(v, "key"))):
                report(out, path, cls, "tags", v, LIST, count(None, 20), unique("key"))
            if isinstance(v, list):
                for i, item in enumerate(v):
                    if isinstance(item, dict):
                        TagInput._check(item, (path, "tags", i), out)
                    else:
                        report(out, path, cls, "tags", item, OBJECT, at=(i,))
        if ("push_url" not in value) and (value.get("report_mode", "pull") == "push"):
            fail(out, path, cls, "push_url", "when", "is required when `report_mode` is `push`")
        if ("push_secret" in value) and (value.get("report_mode", "pull") != "push"):
            fail(
                out,
                path,
                cls,
                "push_secret",
                "when",
                "must not be given when `report_mode` is not `push`",
            )


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class PositionInput(RequestModel):
    """The ``position`` of ``StationInput``."""

    latitude: float | Unset = UNSET
    """Specifies the latitude in degrees. The value ranges from -90 to 90. Checked: -90 to 90.
    Mandatory.
    """

    longitude: float | Unset = UNSET
    """Specifies the longitude in degrees. The value ranges from -180 to 180. Checked: -180 to 180.
    Mandatory.
    """

    def _read(self, data: dict[str, Any]) -> PositionInput:
        self._data = data
        self.latitude = data.get("latitude", UNSET)
        self.longitude = data.get("longitude", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.latitude) is not UNSET:
            out["latitude"] = plain(v)
        if (v := self.longitude) is not UNSET:
            out["longitude"] = plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = PositionInput
        if "latitude" not in value:
            missing(out, path, cls, "latitude")
        elif not (numeric(v := value["latitude"]) and -90 <= v <= 90):
            report(out, path, cls, "latitude", v, NUMBER, between(-90, 90))
        if "longitude" not in value:
            missing(out, path, cls, "longitude")
        elif not (numeric(v := value["longitude"]) and -180 <= v <= 180):
            report(out, path, cls, "longitude", v, NUMBER, between(-180, 180))


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class TagInput(RequestModel):
    """An item of the ``tags`` of ``StationInput``."""

    key: str | Unset = UNSET
    """Specifies the tag key. The value is a string of 1 to 36 characters. Checked: 1 to 36
    characters. Mandatory.
    """

    value: str | Unset = UNSET
    """Specifies the tag value. The value contains a maximum of 43 characters. Checked: At most 43
    characters. Mandatory.
    """

    def _read(self, data: dict[str, Any]) -> TagInput:
        self._data = data
        self.key = data.get("key", UNSET)
        self.value = data.get("value", UNSET)
        return self

    def to_dict(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.key) is not UNSET:
            out["key"] = v if type(v) is str else plain(v)
        if (v := self.value) is not UNSET:
            out["value"] = v if type(v) is str else plain(v)
        return with_rest(self, out)

    @staticmethod
    def _check(value: dict[str, Any], path: Where, out: list[Violation]) -> None:
        cls = TagInput
        if not (isinstance(v := value.get("key"), str) and 1 <= len(v) <= 36):
            absent_or_wrong(out, path, cls, "key", value, STRING, length(1, 36))
        if not (isinstance(v := value.get("value"), str) and len(v) <= 43):
            absent_or_wrong(out, path, cls, "value", value, STRING, length(None, 43))


OPERATION: Operation[RegisterStationResponse] = Operation(
    "register_station",
    "POST",
    "/v1/{project_id}/stations",
    page="stations/registering_a_station.rst",
    parameters=(Parameter("project_id", "project_id", "path", required=True, client="project_id"),),
    body=BodySpec(
        "json", model=RegisterStationInput, wrapper="station", fields=StationInput.flat_fields()
    ),
    check_body=RegisterStationInput.check_wire,
    answers={201: Answer.model(RegisterStationResponse)},
)
