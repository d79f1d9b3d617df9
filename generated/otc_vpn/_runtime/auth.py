"""Credentials: a token, a user's password exchanged for tokens, or an access key that signs.

Each is an ``httpx.Auth``, so it also works with a plain httpx client; and any other
``httpx.Auth`` works with this package's clients. Their ``repr`` shows no secret.
"""

from __future__ import annotations

import copy
import datetime
import threading
import time
import weakref
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

import httpx

from .errors import ApiError, AuthenticationError, ClientError, class_for
from .urls import service_url
from .wire import encode_json, header_value

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator

_OPERATION = "authentication"
_SIGNED_HEADERS = (
    "host",
    "content-type",
    "x-sdk-date",
    "x-sdk-content-sha256",
    "x-project-id",
    "x-domain-id",
    "x-security-token",
)


def _secret_header(name: str, value: str) -> str:
    """A secret fit for a header; the error for one that is not names the header only."""
    if not isinstance(value, str) or not value:
        raise ValueError(f"the value for {name} is empty or no text")
    if not value.isascii():
        raise ValueError(f"the value for {name} holds characters outside ASCII")
    return header_value(name, value)


class TokenAuth(httpx.Auth):
    """A token that was obtained elsewhere, sent as ``X-Auth-Token``."""

    def __init__(self, token: str) -> None:
        self._token = _secret_header("X-Auth-Token", token)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not appear in messages."""
        return (self._token,)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["X-Auth-Token"] = self._token
        yield request

    def __repr__(self) -> str:
        return "TokenAuth('****')"


class PasswordAuth(httpx.Auth):
    """A user's password, exchanged for tokens at the identity service.

    The token is kept and shared by all calls, renewed before it expires and when the service
    refuses it; of many calls at once, one renews it and the others wait.

    Args:
        identity_url: the identity service, such as ``https://iam.example.com``; ``/v3`` is
            added unless it is there.
        username, password: the user; or ``user_id`` instead of the name.
        domain_name, domain_id: the user's domain (account), one of them with ``username``.
        project_id, project_name: the project the token is for. Without either it is for the
            whole domain.
        renew_before: seconds before the end of a token's life at which it is renewed.
    """

    def __init__(
        self,
        identity_url: str,
        *,
        password: str,
        username: str = "",
        user_id: str = "",
        domain_name: str = "",
        domain_id: str = "",
        project_id: str = "",
        project_name: str = "",
        renew_before: float = 300.0,
    ) -> None:
        if bool(username) == bool(user_id):
            raise ValueError("give either username or user_id")
        if username and not (domain_name or domain_id):
            raise ValueError("a username needs domain_name or domain_id")
        if not password:
            raise ValueError("the password is empty")
        base = service_url(identity_url, "identity_url")
        self._url = f"{base if base.endswith('/v3') else base + '/v3'}/auth/tokens"
        self._user = user_id or username
        domain = {"id": domain_id} if domain_id else {"name": domain_name}
        user: dict[str, Any] = {"password": password}
        user.update({"id": user_id} if user_id else {"name": username, "domain": domain})
        scope: dict[str, Any] = {}
        if project_id:
            scope = {"project": {"id": project_id}}
        elif project_name:
            scope = {"project": {"name": project_name}}
            if domain_name or domain_id:
                scope["project"]["domain"] = domain
        elif domain_name or domain_id:
            scope = {"domain": domain}
        auth: dict[str, Any] = {"identity": {"methods": ["password"], "password": {"user": user}}}
        if scope:
            auth["scope"] = scope
        self._body = encode_json({"auth": auth})
        self._password = password
        self._renew_before = renew_before
        self._token = ""
        self._renew_at = 0.0
        # How many renewals were refused, and the last refusal.
        self._failures = 0
        self._failure: ClientError | None = None
        self._lock = threading.Lock()
        # One lock for each event loop that uses these credentials.
        self._async_locks: weakref.WeakKeyDictionary[Any, asyncio.Lock] = (
            weakref.WeakKeyDictionary()
        )

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not appear in messages."""
        return (self._password, self._token) if self._token else (self._password,)

    def sync_auth_flow(
        self, request: httpx.Request
    ) -> Generator[httpx.Request, httpx.Response, None]:
        refused = ""
        while True:
            token = self._usable(refused)
            if not token:
                failures = self._failures
                with self._renewing(request):
                    token = self._usable(refused)
                    if not token:
                        self._raise_shared(failures)
                        answer = yield self._token_request(request)
                        answer.read()
                        token = self._accept(answer)
            request.headers["X-Auth-Token"] = token
            answer = yield request
            if refused or not self._refuses(answer, request):
                return
            refused = token

    async def async_auth_flow(
        self, request: httpx.Request
    ) -> AsyncGenerator[httpx.Request, httpx.Response]:
        refused = ""
        while True:
            token = self._usable(refused)
            if not token:
                failures = self._failures
                async with self._async_renewing(request):
                    token = self._usable(refused)
                    if not token:
                        self._raise_shared(failures)
                        answer = yield self._token_request(request)
                        await answer.aread()
                        token = self._accept(answer)
            request.headers["X-Auth-Token"] = token
            answer = yield request
            if refused or not self._refuses(answer, request):
                return
            refused = token

    @contextmanager
    def _renewing(self, request: httpx.Request) -> Iterator[None]:
        """The right to renew the token. Others are waited for no longer than for a connection."""
        patience = _patience(request)
        if not self._lock.acquire(timeout=-1 if patience is None else patience):
            raise self._too_late(request)
        try:
            yield
        finally:
            self._lock.release()

    @asynccontextmanager
    async def _async_renewing(self, request: httpx.Request) -> AsyncIterator[None]:
        """The same among the tasks of an event loop."""
        # Imported here: a synchronous client does without it, and it is slow to load.
        import asyncio

        lock = self._async_locks.setdefault(asyncio.get_running_loop(), asyncio.Lock())
        if lock.locked():
            try:
                await asyncio.wait_for(lock.acquire(), _patience(request))
            except asyncio.TimeoutError:
                raise self._too_late(request) from None
        else:
            await lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def _too_late(self, request: httpx.Request) -> httpx.TimeoutException:
        login = self._token_request(request)
        return httpx.ReadTimeout("another call's login has not ended in time", request=login)

    def _usable(self, refused: str) -> str:
        """The kept token, unless it is about to expire or is the one just refused; else ''."""
        token = self._token
        return token if token != refused and time.time() < self._renew_at else ""

    @staticmethod
    def _refuses(answer: httpx.Response, request: httpx.Request) -> bool:
        """Whether a new token may help, and the request can be sent once more as it is."""
        return answer.status_code == 401 and isinstance(request.stream, httpx.ByteStream)

    def outdated(self, request: httpx.Request) -> bool:
        """Whether a request answered with 401 may pass with a new token, if its maker sends it again.

        That is so where its body is a stream, which only its maker can wind back. The token it
        was sent with is forgotten then.
        """
        if isinstance(request.stream, httpx.ByteStream):
            return False
        if request.headers.get("X-Auth-Token") == self._token:
            self._token = ""
        return True

    def _token_request(self, request: httpx.Request) -> httpx.Request:
        return httpx.Request(
            "POST",
            self._url,
            headers={"Content-Type": "application/json", "Accept": "application/json"},
            content=self._body,
            extensions={"timeout": request.extensions.get("timeout", {})},
        )

    def _accept(self, answer: httpx.Response) -> str:
        """Keep the token an answer of the identity service carries. Raises ApiError where it has none."""
        token: str = answer.headers.get("x-subject-token", "")
        if answer.status_code not in (200, 201) or not token:
            self._failures += 1
            self._failure = self._refusal(answer)
            # Raised as a copy: a traceback would keep the frames of this call alive.
            raise copy.copy(self._failure)
        life = _expires_at(answer) - time.time()
        # A life shorter than the margin is used up to its last quarter rather than not at all.
        self._renew_at = time.time() + max(life - self._renew_before, life * 0.75)
        self._token = token
        return token

    def _raise_shared(self, failures: int) -> None:
        """Raise the refusal that came while the caller waited for a renewal: ``failures`` were known before.

        So many concurrent calls with a wrong password are one attempt, and lock no account.
        """
        if self._failure is not None and self._failures > failures:
            raise copy.copy(self._failure)

    def _refusal(self, answer: httpx.Response) -> ClientError:
        from .error_body import read_error
        from .response import RawResponse

        facts = read_error(answer.content, answer.headers, self.secrets)
        kind: type[ApiError] = class_for(answer.status_code)
        message = facts.message
        if answer.status_code < 300:
            kind, message = AuthenticationError, "the identity service's answer holds no token"
        return kind(
            operation=_OPERATION,
            status=answer.status_code,
            code=facts.code,
            message=message,
            request_id=facts.request_id,
            response=RawResponse(answer, answer.content, operation=_OPERATION),
        )

    def __repr__(self) -> str:
        return f"PasswordAuth({self._user!r}, password='****')"


def _expires_at(answer: httpx.Response) -> float:
    """When the token ends, as seconds since the epoch; an hour from now where the answer does not say."""
    try:
        text = answer.json()["token"]["expires_at"]
        # Before Python 3.11 fromisoformat reads neither 'Z' nor every number of decimals.
        moment = datetime.datetime.strptime(text[:19], "%Y-%m-%dT%H:%M:%S")
    except (ValueError, KeyError, TypeError, RecursionError):
        return time.time() + 3600
    return moment.replace(tzinfo=datetime.timezone.utc).timestamp()


def _patience(request: httpx.Request) -> float | None:
    """How long a request waits for its turn; a call's deadline is in it too."""
    patience: float | None = request.extensions.get("timeout", {}).get("pool")
    return patience


class AkSkAuth(httpx.Auth):
    """An access key that signs every request (SDK-HMAC-SHA256).

    Args:
        access_key, secret_key: the key pair.
        security_token: for temporary key pairs.
        project_id, domain_id: sent as ``X-Project-Id`` / ``X-Domain-Id``, for services that
            need them beside a signature.
    """

    def __init__(
        self,
        access_key: str,
        secret_key: str,
        *,
        security_token: str = "",
        project_id: str = "",
        domain_id: str = "",
    ) -> None:
        self._access_key = _secret_header("Authorization", access_key)
        if not secret_key:
            raise ValueError("the secret key is empty")
        self._secret_key = secret_key
        self._headers: dict[str, str] = {}
        if security_token:
            self._headers["X-Security-Token"] = _secret_header("X-Security-Token", security_token)
        if project_id:
            self._headers["X-Project-Id"] = header_value("X-Project-Id", project_id)
        if domain_id:
            self._headers["X-Domain-Id"] = header_value("X-Domain-Id", domain_id)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not appear in messages."""
        token = self._headers.get("X-Security-Token")
        return (self._secret_key, token) if token else (self._secret_key,)

    def sync_auth_flow(
        self, request: httpx.Request
    ) -> Generator[httpx.Request, httpx.Response, None]:
        if not _unsigned(request):
            request.read()
        yield from self.auth_flow(request)

    async def async_auth_flow(
        self, request: httpx.Request
    ) -> AsyncGenerator[httpx.Request, httpx.Response]:
        if not _unsigned(request):
            await request.aread()
        for signed in self.auth_flow(request):
            yield signed

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        from .signing import DATE_FORMAT, UNSIGNED, sign

        headers = request.headers
        headers.update(self._headers)
        headers["X-Sdk-Date"] = time.strftime(DATE_FORMAT, time.gmtime())
        payload: bytes | None = None
        if _unsigned(request):
            headers["X-Sdk-Content-Sha256"] = UNSIGNED
        # An upload is not read into memory for its signature, which does not cover it.
        if isinstance(request.stream, httpx.ByteStream):
            payload = request.content
        headers["Authorization"] = sign(
            method=request.method,
            path=request.url.raw_path.partition(b"?")[0].decode("ascii"),
            query=request.url.query.decode("ascii"),
            headers={name: headers[name] for name in _SIGNED_HEADERS if name in headers},
            payload=payload,
            access_key=self._access_key,
            secret_key=self._secret_key,
        )
        yield request

    def __repr__(self) -> str:
        return f"AkSkAuth({self._access_key[:4] + '…'!r}, '****')"


def _unsigned(request: httpx.Request) -> bool:
    """Whether the gateway takes a body unsigned: every one but JSON, and streams of no stated type."""
    media_type = request.headers.get("content-type", "")
    if not media_type:
        return not isinstance(request.stream, httpx.ByteStream)
    return not media_type.startswith(("application/json", "application/bson"))
