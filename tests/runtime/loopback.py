"""A real HTTP server on loopback that misbehaves on request."""

from __future__ import annotations

import gzip
import json
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Seen:
    """A request as it arrived; header names in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    names: list[str]
    at: float = field(default_factory=time.monotonic)

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: Server

    def handle_any(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        seen = Seen(
            self.command,
            self.path,
            headers,
            self.read_body(headers),
            [*map(str.lower, self.headers)],
        )
        self.server.owner.take(seen)(self)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = handle_any

    def read_body(self, headers: dict[str, str]) -> bytes:
        if headers.get("transfer-encoding") != "chunked":
            return self.rfile.read(int(headers.get("content-length", 0)))
        pieces = []
        while size := int(self.rfile.readline(), 16):
            pieces.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(pieces)

    def send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def reset(self) -> None:
        """End the connection with a TCP reset."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        pass


Reply = Callable[[Handler], None]


def reply(body: Any = None, status: int = 200, headers: dict[str, str] | None = None) -> Reply:
    """A well-behaved answer: JSON, or bytes as they are."""
    content = (
        body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    )
    kind = "application/octet-stream" if isinstance(body, bytes) else "application/json"

    def answer(handler: Handler) -> None:
        length = {} if status == 204 else {"Content-Length": str(len(content))}
        handler.send(status, {"Content-Type": kind, **length, **(headers or {})}, content)

    return answer


def slow(seconds: float, then: Reply) -> Reply:
    """The answer, late."""

    def answer(handler: Handler) -> None:
        handler.server.owner.stopping.wait(seconds)
        then(handler)

    return answer


def reset_at_once(handler: Handler) -> None:
    """No answer, the connection is reset."""
    handler.reset()


def reset_in_body(handler: Handler) -> None:
    """A good head, half a body, and a reset."""
    handler.send(200, {"Content-Type": "application/json", "Content-Length": "1000"}, b'{"thing":')
    handler.reset()


def closed_in_body(handler: Handler) -> None:
    """A good head, half a body, and an orderly end."""
    handler.send(200, {"Content-Type": "application/json", "Content-Length": "1000"}, b'{"thing":')
    handler.close_connection = True


def compressed(value: Any, *, damaged: bool = False) -> Reply:
    """An answer in gzip."""
    content = gzip.compress(json.dumps(value).encode())
    if damaged:
        content = content[:12] + b"\x00" * (len(content) - 12)
    return reply(content, headers={"Content-Encoding": "gzip", "Content-Type": "application/json"})


def in_chunks(value: Any, size: int = 7) -> Reply:
    """An answer with chunked transfer coding."""
    content = json.dumps(value).encode()

    def answer(handler: Handler) -> None:
        handler.send(200, {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}, b"")
        for start in range(0, len(content), size):
            piece = content[start : start + size]
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.wfile.write(b"0\r\n\r\n")

    return answer


def dripping(pieces: int, pause: float) -> Reply:
    """A body of spaces that comes one byte at a time."""

    def answer(handler: Handler) -> None:
        handler.send(200, {"Content-Length": str(pieces)}, b"")
        try:
            for _ in range(pieces):
                handler.wfile.write(b" ")
                if handler.server.owner.stopping.wait(pause):
                    break
        except OSError:
            pass
        handler.close_connection = True

    return answer


def dripping_head(lines: int, pause: float) -> Reply:
    """A head that comes one line at a time, with pauses shorter than any timeout."""

    def answer(handler: Handler) -> None:
        try:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for number in range(lines):
                handler.wfile.write(b"X-A%d: b\r\n" % number)
                if handler.server.owner.stopping.wait(pause):
                    break
        except OSError:
            pass
        handler.close_connection = True

    return answer


def dripping_gzip(pause: float) -> Reply:
    """A compressed body that comes one byte at a time, of which nothing can be unpacked for long."""
    content = gzip.compress(json.dumps(list(range(100))).encode())

    def answer(handler: Handler) -> None:
        handler.send(200, {"Content-Encoding": "gzip", "Content-Length": str(len(content))}, b"")
        try:
            for at in range(len(content)):
                handler.wfile.write(content[at : at + 1])
                if handler.server.owner.stopping.wait(pause):
                    break
        except OSError:
            pass
        handler.close_connection = True

    return answer


class Server(ThreadingHTTPServer):
    """The socket server behind a Loopback."""

    daemon_threads = True
    request_queue_size = 512
    owner: Loopback

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A client that gave up is what half of these tests are about.
        pass


class Loopback:
    """The server: answers are taken from ``replies`` in order, then from ``otherwise``."""

    def __init__(self) -> None:
        self.requests: list[Seen] = []
        self.replies: deque[Reply] = deque()
        self.otherwise: Callable[[Seen], Reply] = lambda seen: reply({})
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.owner = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def take(self, seen: Seen) -> Reply:
        with self._lock:
            self.requests.append(seen)
            if self.replies:
                return self.replies.popleft()
        return self.otherwise(seen)

    def __enter__(self) -> Loopback:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
