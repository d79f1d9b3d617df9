"""The fake service's clients."""

from __future__ import annotations

from typing import Any

from ._runtime.aclient import AsyncClient
from ._runtime.client import SyncClient
from ._runtime.model import UNSET, Unset
from ._runtime.options import CallOptions
from ._runtime.paging import AsyncPager, Pager
from .operations import things
from .operations.things import Thing, ThingAnswer, ThingsAnswer


class ThingClient(SyncClient):
    """Synchronous."""

    def create_thing(
        self,
        *,
        name: Any = UNSET,
        size: Any = UNSET,
        body_project_id: Any = UNSET,
        psk: Any = UNSET,
        body: Any = UNSET,
        project_id: str | None = None,
        options: CallOptions | None = None,
    ) -> ThingAnswer:
        given = {
            "name": name,
            "size": size,
            "body_project_id": body_project_id,
            "psk": psk,
            "project_id": project_id,
        }
        return self._call(things.CREATE, given, body=body, options=options)

    def get_thing(
        self,
        thing_id: str,
        *,
        fields: Any = UNSET,
        tags: Any = UNSET,
        language: Any = UNSET,
        project_id: str | None = None,
        options: CallOptions | None = None,
    ) -> ThingAnswer:
        given = {
            "thing_id": thing_id,
            "fields": fields,
            "tags": tags,
            "language": language,
            "project_id": project_id,
        }
        return self._call(things.GET, given, options=options)

    def delete_thing(self, thing_id: str, *, options: CallOptions | None = None) -> None:
        return self._call(things.DELETE, {"thing_id": thing_id}, options=options)

    def start_thing(self, thing_id: str, *, options: CallOptions | None = None) -> Any:
        return self._call(things.START, {"thing_id": thing_id}, options=options)

    def upload_thing(
        self, *, file: Any, note: Any = UNSET, options: CallOptions | None = None
    ) -> Any:
        return self._call(things.UPLOAD, {"file": file, "note": note}, options=options)

    def patch_thing(self, thing_id: str, *, body: Any, options: CallOptions | None = None) -> Any:
        return self._call(things.PATCH, {"thing_id": thing_id}, body=body, options=options)

    def put_bytes(self, thing_id: str, *, body: Any, options: CallOptions | None = None) -> None:
        return self._call(things.PUT_BYTES, {"thing_id": thing_id}, body=body, options=options)

    def download_thing(self, thing_id: str, *, options: CallOptions | None = None) -> bytes:
        return self._call(things.DOWNLOAD, {"thing_id": thing_id}, options=options)

    def list_versions(self, *, options: CallOptions | None = None) -> Any:
        return self._call(things.VERSIONS, {}, options=options)

    def submit_form(self, *, user: Any, tags: Any = UNSET) -> Any:
        return self._call(things.FORM, {"user": user, "tags": tags})

    def list_things(
        self,
        kind: str = "marker",
        *,
        limit: int | Unset = UNSET,
        options: CallOptions | None = None,
        **more: Any,
    ) -> Pager[Thing, ThingsAnswer]:
        return self._paged(LISTS[kind], {"limit": limit, **more}, options=options)


class AsyncThingClient(AsyncClient):
    """Asynchronous."""

    async def create_thing(
        self,
        *,
        name: Any = UNSET,
        size: Any = UNSET,
        body_project_id: Any = UNSET,
        psk: Any = UNSET,
        body: Any = UNSET,
        project_id: str | None = None,
        options: CallOptions | None = None,
    ) -> ThingAnswer:
        given = {
            "name": name,
            "size": size,
            "body_project_id": body_project_id,
            "psk": psk,
            "project_id": project_id,
        }
        return await self._call(things.CREATE, given, body=body, options=options)

    async def get_thing(
        self,
        thing_id: str,
        *,
        fields: Any = UNSET,
        tags: Any = UNSET,
        language: Any = UNSET,
        project_id: str | None = None,
        options: CallOptions | None = None,
    ) -> ThingAnswer:
        given = {
            "thing_id": thing_id,
            "fields": fields,
            "tags": tags,
            "language": language,
            "project_id": project_id,
        }
        return await self._call(things.GET, given, options=options)

    async def delete_thing(self, thing_id: str, *, options: CallOptions | None = None) -> None:
        return await self._call(things.DELETE, {"thing_id": thing_id}, options=options)

    async def start_thing(self, thing_id: str, *, options: CallOptions | None = None) -> Any:
        return await self._call(things.START, {"thing_id": thing_id}, options=options)

    async def upload_thing(
        self, *, file: Any, note: Any = UNSET, options: CallOptions | None = None
    ) -> Any:
        return await self._call(things.UPLOAD, {"file": file, "note": note}, options=options)

    async def patch_thing(
        self, thing_id: str, *, body: Any, options: CallOptions | None = None
    ) -> Any:
        return await self._call(things.PATCH, {"thing_id": thing_id}, body=body, options=options)

    async def put_bytes(
        self, thing_id: str, *, body: Any, options: CallOptions | None = None
    ) -> None:
        given = {"thing_id": thing_id}
        return await self._call(things.PUT_BYTES, given, body=body, options=options)

    async def download_thing(self, thing_id: str, *, options: CallOptions | None = None) -> bytes:
        return await self._call(things.DOWNLOAD, {"thing_id": thing_id}, options=options)

    async def list_versions(self, *, options: CallOptions | None = None) -> Any:
        return await self._call(things.VERSIONS, {}, options=options)

    async def submit_form(self, *, user: Any, tags: Any = UNSET) -> Any:
        return await self._call(things.FORM, {"user": user, "tags": tags})

    def list_things(
        self,
        kind: str = "marker",
        *,
        limit: int | Unset = UNSET,
        options: CallOptions | None = None,
        **more: Any,
    ) -> AsyncPager[Thing, ThingsAnswer]:
        return self._paged(LISTS[kind], {"limit": limit, **more}, options=options)


LISTS = {
    "marker": things.BY_MARKER,
    "last": things.BY_LAST,
    "offset": things.BY_OFFSET,
    "first": things.BY_FIRST,
    "page": things.BY_PAGE,
    "size": things.BY_SIZE,
    "name": things.BY_NAME,
    "body": things.BY_BODY,
    "link": things.BY_LINK,
}
