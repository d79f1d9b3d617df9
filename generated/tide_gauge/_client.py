"""The clients of Tide Gauge Service: sync and async, with the same methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from ._runtime.aclient import AsyncClient
from ._runtime.client import SyncClient
from ._runtime.model import UNSET, FileContent, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .operations.calibrate_gauge import CalibrateGaugeInput, CalibrateGaugeResponse
    from .operations.get_region_tree import GetRegionTreeResponse
    from .operations.get_station import GetStationResponse
    from .operations.list_stations import ListStationsResponse
    from .operations.register_station import (
        PositionInput,
        RegisterStationInput,
        RegisterStationResponse,
        TagInput,
    )
    from .operations.restart_gauge import RestartGaugeInput, RestartGaugeResponse
    from .operations.update_station import UpdateStationInput, UpdateStationResponse
    from .operations.upload_readings import UploadReadingsInput, UploadReadingsResponse
    from .shared.station import Station

    from ._runtime.options import CallOptions
    from ._runtime.paging import AsyncPager, Pager

USER_AGENT = "tide_gauge/0.1.0"


class TideGaugeClient(SyncClient):
    """Tide Gauge Service, synchronous."""

    _user_agent = USER_AGENT

    @overload
    def calibrate_gauge(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        level: float,
        measured_by: str | Unset = UNSET,
        instrument: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CalibrateGaugeResponse: ...
    @overload
    def calibrate_gauge(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        body: CalibrateGaugeInput | Mapping[str, Any],
        options: CallOptions | None = None,
    ) -> CalibrateGaugeResponse: ...
    def calibrate_gauge(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        level: float | Unset = UNSET,
        measured_by: str | Unset = UNSET,
        instrument: str | Unset = UNSET,
        body: CalibrateGaugeInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CalibrateGaugeResponse:
        """Calibrate a Gauge.

        This API is used to calibrate the gauge of a station.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.
            level: Specifies the level measured by hand, in metres.
            measured_by: Specifies who measured.
            instrument: Specifies the instrument that measured.

        Example::

            client.calibrate_gauge(
                station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1",
                level=1.25,
                measured_by="harbour master",
            )

        ``POST /v1/{project_id}/stations/{station_id}/action``, see
        actions/calibrating_a_gauge.rst.
        """
        from .operations.calibrate_gauge import OPERATION

        return self._call(
            OPERATION,
            {
                "project_id": project_id,
                "station_id": station_id,
                "level": level,
                "measured_by": measured_by,
                "instrument": instrument,
            },
            body=body,
            options=options,
        )

    def restart_gauge(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        mode: Literal["soft", "hard"] | Unset = UNSET,
        body: RestartGaugeInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> RestartGaugeResponse:
        """Restart a Gauge.

        This API is used to restart the gauge of a station.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.
            mode: Specifies how the gauge is restarted. Default: `soft`.

        Example::

            client.restart_gauge(station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1", mode="soft")

        ``POST /v1/{project_id}/stations/{station_id}/action``, see
        actions/restarting_a_gauge.rst.
        """
        from .operations.restart_gauge import OPERATION

        return self._call(
            OPERATION,
            {"project_id": project_id, "station_id": station_id, "mode": mode},
            body=body,
            options=options,
        )

    def download_readings(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        from_: str | None = None,
        to: str | None = None,
        options: CallOptions | None = None,
    ) -> bytes:
        """Download Readings.

        This API is used to download the readings of a station as a file.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.
            from_: Specifies the first day, as YYYY-MM-DD.
            to: Specifies the last day, as YYYY-MM-DD.

        Example::

            client.download_readings(station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1")

        ``GET /v1/{project_id}/stations/{station_id}/readings``, see
        readings/downloading_readings.rst.
        """
        from .operations.download_readings import OPERATION

        return self._call(
            OPERATION,
            {"project_id": project_id, "station_id": station_id, "from_": from_, "to": to},
            options=options,
        )

    @overload
    def upload_readings(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        file: FileContent,
        comment: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> UploadReadingsResponse: ...
    @overload
    def upload_readings(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        body: UploadReadingsInput | Mapping[str, Any],
        options: CallOptions | None = None,
    ) -> UploadReadingsResponse: ...
    def upload_readings(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        file: FileContent | Unset = UNSET,
        comment: str | Unset = UNSET,
        body: UploadReadingsInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> UploadReadingsResponse:
        """Upload Readings.

        This API is used to upload readings that were written down by hand.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.
            file: Specifies the file of readings, one a line.
            comment: Specifies where the readings come from.

        ``POST /v1/{project_id}/stations/{station_id}/readings``, see
        readings/uploading_readings.rst.
        """
        from .operations.upload_readings import OPERATION

        return self._call(
            OPERATION,
            {"project_id": project_id, "station_id": station_id, "file": file, "comment": comment},
            body=body,
            options=options,
        )

    def get_region_tree(
        self,
        *,
        project_id: str | None = None,
        options: CallOptions | None = None,
    ) -> GetRegionTreeResponse:
        """Query the Region Tree.

        This API is used to query the regions that stations belong to, as a tree.

        Args:
            project_id: Specifies the project ID.

        Example::

            client.get_region_tree()

        ``GET /v1/{project_id}/regions``, see regions/querying_the_region_tree.rst.
        """
        from .operations.get_region_tree import OPERATION

        return self._call(
            OPERATION,
            {"project_id": project_id},
            options=options,
        )

    def delete_station(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        options: CallOptions | None = None,
    ) -> None:
        """Delete a Station.

        This API is used to delete a station together with its readings.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.

        Example::

            client.delete_station(station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1")

        ``DELETE /v1/{project_id}/stations/{station_id}``, see stations/deleting_a_station.rst.
        """
        from .operations.delete_station import OPERATION

        return self._call(
            OPERATION,
            {"project_id": project_id, "station_id": station_id},
            options=options,
        )

    def get_station(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        options: CallOptions | None = None,
    ) -> GetStationResponse:
        """Query a Station.

        This API is used to query one station.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.

        Example::

            client.get_station(station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1")

        ``GET /v1/{project_id}/stations/{station_id}``, see stations/querying_a_station.rst.
        """
        from .operations.get_station import OPERATION

        return self._call(
            OPERATION,
            {"project_id": project_id, "station_id": station_id},
            options=options,
        )

    def list_stations(
        self,
        *,
        project_id: str | None = None,
        limit: int | None = None,
        marker: str | None = None,
        status: Literal["online", "silent", "retired"] | None = None,
        tag: Sequence[str] | None = None,
        options: CallOptions | None = None,
    ) -> Pager[Station, ListStationsResponse]:
        """Query Stations.

        This API is used to query the stations of a project, page by page.

        Args:
            project_id: Specifies the project ID.
            limit: Specifies the number of stations on a page. Default: `100`.
            marker: Specifies the ID of the last station of the page before.
            status: Specifies the state to look for.
            tag: Specifies tag keys that the stations must carry.

        Example::

            client.list_stations()

        ``GET /v1/{project_id}/stations``, see stations/querying_stations.rst.
        """
        from .operations.list_stations import OPERATION

        return self._paged(
            OPERATION,
            {
                "project_id": project_id,
                "limit": limit,
                "marker": marker,
                "status": status,
                "tag": tag,
            },
            options=options,
        )

    @overload
    def register_station(
        self,
        *,
        project_id: str | None = None,
        name: str,
        datum: Literal["chart", "mean-sea"] | Unset = UNSET,
        interval: int | Unset = UNSET,
        position: PositionInput | Mapping[str, Any],
        report_mode: Literal["pull", "push"] | Unset = UNSET,
        push_url: str | Unset = UNSET,
        push_secret: str | Unset = UNSET,
        tags: Sequence[TagInput | Mapping[str, Any]] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> RegisterStationResponse: ...
    @overload
    def register_station(
        self,
        *,
        project_id: str | None = None,
        body: RegisterStationInput | Mapping[str, Any],
        options: CallOptions | None = None,
    ) -> RegisterStationResponse: ...
    def register_station(
        self,
        *,
        project_id: str | None = None,
        name: str | Unset = UNSET,
        datum: Literal["chart", "mean-sea"] | Unset = UNSET,
        interval: int | Unset = UNSET,
        position: PositionInput | Mapping[str, Any] | Unset = UNSET,
        report_mode: Literal["pull", "push"] | Unset = UNSET,
        push_url: str | Unset = UNSET,
        push_secret: str | Unset = UNSET,
        tags: Sequence[TagInput | Mapping[str, Any]] | Unset = UNSET,
        body: RegisterStationInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> RegisterStationResponse:
        """Register a Station.

        This API is used to register a station.

        Args:
            project_id: Specifies the project ID.
            name: Specifies the station name.
            datum: Specifies the reference level of the readings. Default: `chart`.
            interval: Specifies how often the gauge is read, in seconds. Default: `300`.
            position: Specifies where the station stands.
            report_mode: Specifies how readings are delivered. Default: `pull`.
            push_url: Specifies the address that readings are sent to.
            push_secret: Specifies the key that signs what is sent.
            tags: Specifies the tags of the station.

        Example::

            client.register_station(
                name="harbour-wall",
                interval=300,
                position={"latitude": 53.5416, "longitude": 9.9843},
                report_mode="push",
                push_url="https://tides.example.com/in",
                push_secret="aaaaaaaaaaaaaaaa",
                tags=[{"key": "owner", "value": "port"}],
            )

        ``POST /v1/{project_id}/stations``, see stations/registering_a_station.rst.
        """
        from .operations.register_station import OPERATION

        return self._call(
            OPERATION,
            {
                "project_id": project_id,
                "name": name,
                "datum": datum,
                "interval": interval,
                "position": position,
                "report_mode": report_mode,
                "push_url": push_url,
                "push_secret": push_secret,
                "tags": tags,
            },
            body=body,
            options=options,
        )

    def update_station(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        name: str | Unset = UNSET,
        interval: int | Unset = UNSET,
        note: str | None | Unset = UNSET,
        body: UpdateStationInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> UpdateStationResponse:
        """Update a Station.

        This API is used to change a station.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.
            name: Specifies the new name.
            interval: Specifies how often the gauge is read.
            note: Specifies a remark of at most 255 characters.

        Example::

            client.update_station(station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1", note=None)

        ``PUT /v1/{project_id}/stations/{station_id}``, see stations/updating_a_station.rst.
        """
        from .operations.update_station import OPERATION

        return self._call(
            OPERATION,
            {
                "project_id": project_id,
                "station_id": station_id,
                "name": name,
                "interval": interval,
                "note": note,
            },
            body=body,
            options=options,
        )


class AsyncTideGaugeClient(AsyncClient):
    """Tide Gauge Service, asynchronous."""

    _user_agent = USER_AGENT

    @overload
    async def calibrate_gauge(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        level: float,
        measured_by: str | Unset = UNSET,
        instrument: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CalibrateGaugeResponse: ...
    @overload
    async def calibrate_gauge(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        body: CalibrateGaugeInput | Mapping[str, Any],
        options: CallOptions | None = None,
    ) -> CalibrateGaugeResponse: ...
    async def calibrate_gauge(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        level: float | Unset = UNSET,
        measured_by: str | Unset = UNSET,
        instrument: str | Unset = UNSET,
        body: CalibrateGaugeInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> CalibrateGaugeResponse:
        """Calibrate a Gauge.

        This API is used to calibrate the gauge of a station.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.
            level: Specifies the level measured by hand, in metres.
            measured_by: Specifies who measured.
            instrument: Specifies the instrument that measured.

        Example::

            await client.calibrate_gauge(
                station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1",
                level=1.25,
                measured_by="harbour master",
            )

        ``POST /v1/{project_id}/stations/{station_id}/action``, see
        actions/calibrating_a_gauge.rst.
        """
        from .operations.calibrate_gauge import OPERATION

        return await self._call(
            OPERATION,
            {
                "project_id": project_id,
                "station_id": station_id,
                "level": level,
                "measured_by": measured_by,
                "instrument": instrument,
            },
            body=body,
            options=options,
        )

    async def restart_gauge(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        mode: Literal["soft", "hard"] | Unset = UNSET,
        body: RestartGaugeInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> RestartGaugeResponse:
        """Restart a Gauge.

        This API is used to restart the gauge of a station.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.
            mode: Specifies how the gauge is restarted. Default: `soft`.

        Example::

            await client.restart_gauge(
                station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1",
                mode="soft",
            )

        ``POST /v1/{project_id}/stations/{station_id}/action``, see
        actions/restarting_a_gauge.rst.
        """
        from .operations.restart_gauge import OPERATION

        return await self._call(
            OPERATION,
            {"project_id": project_id, "station_id": station_id, "mode": mode},
            body=body,
            options=options,
        )

    async def download_readings(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        from_: str | None = None,
        to: str | None = None,
        options: CallOptions | None = None,
    ) -> bytes:
        """Download Readings.

        This API is used to download the readings of a station as a file.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.
            from_: Specifies the first day, as YYYY-MM-DD.
            to: Specifies the last day, as YYYY-MM-DD.

        Example::

            await client.download_readings(station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1")

        ``GET /v1/{project_id}/stations/{station_id}/readings``, see
        readings/downloading_readings.rst.
        """
        from .operations.download_readings import OPERATION

        return await self._call(
            OPERATION,
            {"project_id": project_id, "station_id": station_id, "from_": from_, "to": to},
            options=options,
        )

    @overload
    async def upload_readings(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        file: FileContent,
        comment: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> UploadReadingsResponse: ...
    @overload
    async def upload_readings(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        body: UploadReadingsInput | Mapping[str, Any],
        options: CallOptions | None = None,
    ) -> UploadReadingsResponse: ...
    async def upload_readings(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        file: FileContent | Unset = UNSET,
        comment: str | Unset = UNSET,
        body: UploadReadingsInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> UploadReadingsResponse:
        """Upload Readings.

        This API is used to upload readings that were written down by hand.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.
            file: Specifies the file of readings, one a line.
            comment: Specifies where the readings come from.

        ``POST /v1/{project_id}/stations/{station_id}/readings``, see
        readings/uploading_readings.rst.
        """
        from .operations.upload_readings import OPERATION

        return await self._call(
            OPERATION,
            {"project_id": project_id, "station_id": station_id, "file": file, "comment": comment},
            body=body,
            options=options,
        )

    async def get_region_tree(
        self,
        *,
        project_id: str | None = None,
        options: CallOptions | None = None,
    ) -> GetRegionTreeResponse:
        """Query the Region Tree.

        This API is used to query the regions that stations belong to, as a tree.

        Args:
            project_id: Specifies the project ID.

        Example::

            await client.get_region_tree()

        ``GET /v1/{project_id}/regions``, see regions/querying_the_region_tree.rst.
        """
        from .operations.get_region_tree import OPERATION

        return await self._call(
            OPERATION,
            {"project_id": project_id},
            options=options,
        )

    async def delete_station(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        options: CallOptions | None = None,
    ) -> None:
        """Delete a Station.

        This API is used to delete a station together with its readings.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.

        Example::

            await client.delete_station(station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1")

        ``DELETE /v1/{project_id}/stations/{station_id}``, see stations/deleting_a_station.rst.
        """
        from .operations.delete_station import OPERATION

        return await self._call(
            OPERATION,
            {"project_id": project_id, "station_id": station_id},
            options=options,
        )

    async def get_station(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        options: CallOptions | None = None,
    ) -> GetStationResponse:
        """Query a Station.

        This API is used to query one station.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.

        Example::

            await client.get_station(station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1")

        ``GET /v1/{project_id}/stations/{station_id}``, see stations/querying_a_station.rst.
        """
        from .operations.get_station import OPERATION

        return await self._call(
            OPERATION,
            {"project_id": project_id, "station_id": station_id},
            options=options,
        )

    def list_stations(
        self,
        *,
        project_id: str | None = None,
        limit: int | None = None,
        marker: str | None = None,
        status: Literal["online", "silent", "retired"] | None = None,
        tag: Sequence[str] | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPager[Station, ListStationsResponse]:
        """Query Stations.

        This API is used to query the stations of a project, page by page.

        Args:
            project_id: Specifies the project ID.
            limit: Specifies the number of stations on a page. Default: `100`.
            marker: Specifies the ID of the last station of the page before.
            status: Specifies the state to look for.
            tag: Specifies tag keys that the stations must carry.

        Example::

            client.list_stations()

        ``GET /v1/{project_id}/stations``, see stations/querying_stations.rst.
        """
        from .operations.list_stations import OPERATION

        return self._paged(
            OPERATION,
            {
                "project_id": project_id,
                "limit": limit,
                "marker": marker,
                "status": status,
                "tag": tag,
            },
            options=options,
        )

    @overload
    async def register_station(
        self,
        *,
        project_id: str | None = None,
        name: str,
        datum: Literal["chart", "mean-sea"] | Unset = UNSET,
        interval: int | Unset = UNSET,
        position: PositionInput | Mapping[str, Any],
        report_mode: Literal["pull", "push"] | Unset = UNSET,
        push_url: str | Unset = UNSET,
        push_secret: str | Unset = UNSET,
        tags: Sequence[TagInput | Mapping[str, Any]] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> RegisterStationResponse: ...
    @overload
    async def register_station(
        self,
        *,
        project_id: str | None = None,
        body: RegisterStationInput | Mapping[str, Any],
        options: CallOptions | None = None,
    ) -> RegisterStationResponse: ...
    async def register_station(
        self,
        *,
        project_id: str | None = None,
        name: str | Unset = UNSET,
        datum: Literal["chart", "mean-sea"] | Unset = UNSET,
        interval: int | Unset = UNSET,
        position: PositionInput | Mapping[str, Any] | Unset = UNSET,
        report_mode: Literal["pull", "push"] | Unset = UNSET,
        push_url: str | Unset = UNSET,
        push_secret: str | Unset = UNSET,
        tags: Sequence[TagInput | Mapping[str, Any]] | Unset = UNSET,
        body: RegisterStationInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> RegisterStationResponse:
        """Register a Station.

        This API is used to register a station.

        Args:
            project_id: Specifies the project ID.
            name: Specifies the station name.
            datum: Specifies the reference level of the readings. Default: `chart`.
            interval: Specifies how often the gauge is read, in seconds. Default: `300`.
            position: Specifies where the station stands.
            report_mode: Specifies how readings are delivered. Default: `pull`.
            push_url: Specifies the address that readings are sent to.
            push_secret: Specifies the key that signs what is sent.
            tags: Specifies the tags of the station.

        Example::

            await client.register_station(
                name="harbour-wall",
                interval=300,
                position={"latitude": 53.5416, "longitude": 9.9843},
                report_mode="push",
                push_url="https://tides.example.com/in",
                push_secret="aaaaaaaaaaaaaaaa",
                tags=[{"key": "owner", "value": "port"}],
            )

        ``POST /v1/{project_id}/stations``, see stations/registering_a_station.rst.
        """
        from .operations.register_station import OPERATION

        return await self._call(
            OPERATION,
            {
                "project_id": project_id,
                "name": name,
                "datum": datum,
                "interval": interval,
                "position": position,
                "report_mode": report_mode,
                "push_url": push_url,
                "push_secret": push_secret,
                "tags": tags,
            },
            body=body,
            options=options,
        )

    async def update_station(
        self,
        *,
        project_id: str | None = None,
        station_id: str,
        name: str | Unset = UNSET,
        interval: int | Unset = UNSET,
        note: str | None | Unset = UNSET,
        body: UpdateStationInput | Mapping[str, Any] | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> UpdateStationResponse:
        """Update a Station.

        This API is used to change a station.

        Args:
            project_id: Specifies the project ID.
            station_id: Specifies the ID of the station.
            name: Specifies the new name.
            interval: Specifies how often the gauge is read.
            note: Specifies a remark of at most 255 characters.

        Example::

            await client.update_station(
                station_id="3f0c9b52-6d0e-4a57-9a56-0a6a1de3c7b1",
                note=None,
            )

        ``PUT /v1/{project_id}/stations/{station_id}``, see stations/updating_a_station.rst.
        """
        from .operations.update_station import OPERATION

        return await self._call(
            OPERATION,
            {
                "project_id": project_id,
                "station_id": station_id,
                "name": name,
                "interval": interval,
                "note": note,
            },
            body=body,
            options=options,
        )
