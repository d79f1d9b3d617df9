"""What the synchronous and the asynchronous client share: settings, and the making of calls. No I/O."""

from __future__ import annotations

import logging
import time
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Any, TypeVar

import httpx

from .core import Terms
from .model import UNSET, Unset
from .options import CallOptions, positive
from .prepare import prepare
from .redact import protect_logs
from .request import Prepared, add_extras, attach_bytes
from .response import RawResponse, Sink
from .retry import Retry
from .urls import service_url
from .wire import encode_json, header_value, query_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .core import Send
    from .operation import Operation

C = TypeVar("C", bound="ClientBase")

_PACKAGE = (__package__ or "client").rpartition("._runtime")[0] or "client"
log = logging.getLogger(_PACKAGE)

DEFAULT_TIMEOUT = httpx.Timeout(60.0, connect=10.0)
_STATE = (
    "_auth",
    "_base_url",
    "_deadline",
    "_defaults",
    "_headers",
    "_http",
    "_plain",
    "_query",
    "_retry",
    "_timeout",
    "_validate",
)


class ClientBase:
    """Settings of a client, and how they and a call's options become one."""

    _auth: httpx.Auth | None
    _base_url: str
    _deadline: float | None
    _defaults: dict[str, str]
    _headers: dict[str, str]
    _http: Any
    _plain: bool
    _query: dict[str, Any]
    _retry: Retry
    _timeout: float | httpx.Timeout | Unset | None
    _validate: bool
    _owner: bool = False

    # The generated client names itself and its version here.
    _user_agent: str = _PACKAGE.rpartition(".")[2]

    def _set_up(
        self,
        base_url: str,
        *,
        auth: httpx.Auth | None,
        project_id: str | None,
        defaults: Mapping[str, str] | None,
        timeout: float | httpx.Timeout | Unset | None,
        retries: int | Retry,
        deadline: float | None,
        validate: bool,
        headers: Mapping[str, str] | None,
        query: Mapping[str, Any] | None,
        user_agent: str,
    ) -> None:
        self._base_url = service_url(base_url, "base_url")
        if auth is not None and not isinstance(auth, httpx.Auth):
            raise TypeError("auth must be TokenAuth, PasswordAuth, AkSkAuth or an httpx.Auth")
        self._auth = auth
        self._defaults = dict(defaults or {})
        if project_id is not None:
            self._defaults["project_id"] = project_id
        self._timeout = positive("timeout", timeout)
        self._retry = retries if isinstance(retries, Retry) else Retry(retries)
        self._deadline = positive("deadline", deadline)
        self._validate = validate
        agent = user_agent or f"{self._user_agent} python-httpx/{httpx.__version__}"
        self._headers = joined({"User-Agent": header_value("User-Agent", agent)}, headers or {})
        self._query = present(query or {})
        protect_logs()

    def _adopt(self, http_client: Any, *, made_here: bool) -> None:
        """Send with this httpx client; one made here is closed with this client."""
        self._http = http_client
        self._plain = self._owner = made_here
        if made_here and not any(name.lower() == "accept-encoding" for name in self._headers):
            self._headers["Accept-Encoding"] = http_client.headers["Accept-Encoding"]

    @property
    def base_url(self) -> str:
        """Where the service is, without a slash at the end."""
        return self._base_url

    @property
    def project_id(self) -> str | None:
        """The project that calls are for unless they name another."""
        return self._defaults.get("project_id")

    def with_options(
        self: C,
        *,
        base_url: str | None = None,
        project_id: str | None = None,
        auth: httpx.Auth | None = None,
        timeout: float | httpx.Timeout | Unset | None = UNSET,
        retries: int | Retry | None = None,
        deadline: float | Unset | None = UNSET,
        validate: bool | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
    ) -> C:
        """A copy with other settings that shares this client's connections; closing it closes nothing.

        ``headers`` and ``query`` are added to what the client has, and those that are None taken
        away; whatever is not given stays.
        """
        new = type(self).__new__(type(self))
        for name in _STATE:
            if hasattr(self, name):
                setattr(new, name, getattr(self, name))
        if base_url is not None:
            new._base_url = service_url(base_url, "base_url")
        if project_id is not None:
            new._defaults = {**self._defaults, "project_id": project_id}
        if auth is not None:
            new._auth = auth
        if timeout is not UNSET:
            new._timeout = positive("timeout", timeout)
        if retries is not None:
            new._retry = self._retry.changed(retries)
        if not isinstance(deadline, Unset):
            new._deadline = positive("deadline", deadline)
        if validate is not None:
            new._validate = validate
        if headers is not None:
            new._headers = joined(self._headers, headers)
        if query is not None:
            new._query = present({**self._query, **query})
        return new

    def _prepare(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any,
        options: CallOptions | None,
    ) -> Prepared:
        validate = self._validate
        if options is not None and options.validate is not None:
            validate = options.validate
        request = prepare(
            operation,
            arguments,
            body,
            defaults=self._defaults,
            validate=validate,
            options=options,
        )
        self._add_query(request)
        return request

    def _prepare_plain(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None,
        headers: Mapping[str, str] | None,
        json: Any,
        content: Any,
        files: Mapping[str, Any] | None,
        options: CallOptions | None,
    ) -> Prepared:
        """The request of ``client.request``."""
        if not path.startswith("/"):
            raise ValueError("the path must begin with '/': it follows the client's base URL")
        if not path.isprintable() or "#" in path:
            raise ValueError("the path holds characters that must be percent-encoded")
        method = method.upper()
        path, _, given = path.partition("?")
        request = Prepared(f"{method} {path}", method, path, path)
        if given:
            request.query = list(httpx.QueryParams(given).multi_items())
        if sum(value is not None for value in (content, files)) + (json is not UNSET) > 1:
            raise TypeError("give at most one of json, content and files")
        if json is not UNSET:
            request.sent_body = json
            request.content = encode_json(json)
            request.headers["Content-Type"] = "application/json"
        elif files is not None:
            from .upload import form_parts

            request.files = form_parts(files, ())
        elif content is not None:
            attach_bytes(request, content)
        add_extras(request, CallOptions(headers=headers, query=query))
        if options is not None:
            add_extras(request, options)
        self._add_query(request)
        return request

    def _add_query(self, request: Prepared) -> None:
        if self._query:
            given = {name for name, _ in request.query}
            for name, value in self._query.items():
                if name not in given:
                    request.query += query_pairs(name, value)

    def _terms(
        self, operation: Operation[Any] | None, method: str, options: CallOptions | None
    ) -> Terms:
        """The client's settings with the call's options over them."""
        timeout, retry, deadline = self._timeout, self._retry, self._deadline
        if operation is not None:
            idempotent = operation.idempotent
            accept = _ACCEPTS.get(operation.default.kind, "application/json")
        else:
            idempotent, accept = method in _IDEMPOTENT, "application/json, */*;q=0.5"
        streaming = False
        if options is not None:
            if options.timeout is not UNSET:
                timeout = options.timeout
            if options.retries is not None:
                retry = retry.changed(options.retries)
            if not isinstance(options.deadline, Unset):
                deadline = options.deadline
            if options.idempotent is not None:
                idempotent = options.idempotent
            streaming = options.sink is not None and options.sink.streaming
        return Terms(
            base_url=self._base_url,
            timeout=timeout,
            retry=retry,
            deadline=None if deadline is None else time.monotonic() + deadline,
            idempotent=idempotent,
            streaming=streaming,
            accept=accept,
            auth=self._auth,
        )

    def _build(self, action: Send, content: Any) -> httpx.Request:
        """The httpx request of one attempt."""
        request = action.request
        headers = {"Accept": action.accept, **self._headers}
        if request.headers:
            own = [name.lower() for name in request.headers]
            headers = {name: v for name, v in headers.items() if name.lower() not in own}
            headers.update(request.headers)
        timeout: Any = action.timeout
        if timeout is UNSET:
            timeout = self._http.timeout
        if action.deadline is not None:
            timeout = limited(timeout, action.deadline - time.monotonic())
        url = request.url(self._base_url)
        # Hooks and transports see which operation a request is; nothing of it is sent.
        extensions: dict[str, Any] = {"operation": request.name}
        if self._plain:
            # A client made here has no settings to merge, and merging takes httpx its time.
            if not isinstance(timeout, httpx.Timeout):
                timeout = httpx.Timeout(timeout)
            extensions["timeout"] = timeout.as_dict()
            return httpx.Request(
                request.method,
                url,
                headers=headers,
                content=content,
                files=request.files,
                extensions=extensions,
            )
        built: httpx.Request = self._http.build_request(
            request.method,
            url,
            headers=headers,
            content=content,
            files=request.files,
            timeout=timeout,
            extensions=extensions,
        )
        return built

    def _log(self, action: Send, status: int | str, started: float) -> None:
        if log.isEnabledFor(logging.DEBUG):
            request = action.request
            spent = (time.perf_counter() - started) * 1000
            log.debug("%s %s -> %s in %.0f ms", request.method, request.shown_path, status, spent)


_ACCEPTS = {"bytes": "*/*", "any": "application/json, */*;q=0.5"}
_IDEMPOTENT = frozenset(("GET", "HEAD", "OPTIONS", "PUT", "DELETE"))


def no_cookies() -> CookieJar:
    """A jar that keeps nothing: a session of one set of credentials must not go with another's calls."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def limited(timeout: Any, seconds: float) -> httpx.Timeout:
    """A timeout of which no part is longer than ``seconds``."""
    parts = httpx.Timeout(timeout).as_dict()
    seconds = max(seconds, 0.001)
    return httpx.Timeout(
        **{name: seconds if value is None else min(value, seconds) for name, value in parts.items()}
    )


def joined(headers: Mapping[str, str], more: Mapping[str, Any]) -> dict[str, str]:
    """``headers`` with ``more`` in their place, in any case; None takes one away. Raises ValueError."""
    replaced = {name.lower() for name in more}
    kept = {name: value for name, value in headers.items() if name.lower() not in replaced}
    return {**kept, **{name: header_value(name, value) for name, value in present(more).items()}}


def present(values: Mapping[str, Any]) -> dict[str, Any]:
    """Those that are given: neither None nor UNSET."""
    return {n: value for n, value in values.items() if value is not None and value is not UNSET}


def with_sink(arguments: dict[str, Any], sink: Sink) -> dict[str, Any]:
    """The keyword arguments of a client method, with its answer led to ``sink``."""
    given = arguments.get("options")
    options = CallOptions() if given is None else given.copy()
    options.sink = sink
    return {**arguments, "options": options}


def caught(sink: Sink) -> RawResponse[Any]:
    """The answer a method left in its sink."""
    if sink.raw is None:
        raise TypeError("the method given made no call: pass a method of this client")
    return sink.raw
