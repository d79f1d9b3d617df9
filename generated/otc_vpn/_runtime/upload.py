"""Parts of a multipart form, and request bodies that are streams."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from io import FileIO
from typing import Any

from .wire import encode_json, text_of

_CHUNK = 64 * 1024


class LateFile:
    """A file that is given as a path: open only while it is read, and read piece by piece.

    Raises OSError at once where there is no such file.
    """

    def __init__(self, path: os.PathLike[str]) -> None:
        self._path = path
        self._size = os.stat(path).st_size
        self._at = 0
        self._file: FileIO | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes, b'' at the end, where the file is closed."""
        if self._file is None:
            self._file = FileIO(os.fspath(self._path))
            self._file.seek(self._at)
        piece = self._file.read(size)
        self._at += len(piece)
        if not piece:
            self.close()
        return piece

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self.close()
        self._at = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        return self._at

    def close(self) -> None:
        """Close the file until it is read again."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __iter__(self) -> Iterator[bytes]:
        while piece := self.read(_CHUNK):
            yield piece

    def __del__(self) -> None:
        # A call that failed half-way leaves it open.
        if getattr(self, "_file", None) is not None:
            self.close()


def form_parts(fields: Mapping[str, Any], files: tuple[str, ...]) -> list[tuple[str, Any]]:
    """The parts of a ``multipart/form-data`` body, as httpx takes them.

    A file is bytes, a file object opened in binary mode, a path (``pathlib.Path``), or a tuple
    ``(filename, content)`` or ``(filename, content, media type)``. A list gives several parts of
    one name. Everything else is a plain part: text, or JSON for an object.
    """
    parts: list[tuple[str, Any]] = []
    for name, value in fields.items():
        if value is None:
            continue
        for item in value if isinstance(value, list) else [value]:
            if name in files or _is_file(item):
                parts.append((name, _file_part(name, item)))
            elif isinstance(item, dict):
                parts.append((name, (None, encode_json(item), "application/json")))
            else:
                parts.append((name, (None, text_of(item).encode())))
    return parts


def _is_file(value: Any) -> bool:
    return isinstance(value, (bytes, bytearray, os.PathLike, tuple)) or hasattr(value, "read")


def _file_part(name: str, value: Any) -> Any:
    if isinstance(value, os.PathLike):
        return (os.path.basename(os.fspath(value)), LateFile(value))
    if isinstance(value, (list, tuple)):
        filename, content, *rest = value
        return (filename, _content(content), *rest)
    if hasattr(value, "read"):
        known = getattr(value, "name", None)
        return (os.path.basename(known) if isinstance(known, str) else name, value)
    return (name, _content(value))


def _content(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, os.PathLike):
        return LateFile(value)
    return bytes(value) if isinstance(value, bytearray) else value


def byte_content(value: Any) -> Any:
    """A ``bytes`` body as httpx takes it: bytes, a binary file object, or an iterable of bytes; or a path.

    Of a tuple ``(filename, content)`` it is the content.
    """
    if isinstance(value, tuple) and len(value) > 1 and isinstance(value[0], str):
        value = value[1]
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, (bytearray, memoryview)):
        return bytes(value)
    if isinstance(value, os.PathLike):
        return LateFile(value)
    if isinstance(value, bytes) or hasattr(value, "__iter__") or hasattr(value, "__aiter__"):
        return value
    raise TypeError(f"a body of bytes cannot be made of {type(value).__name__}")


def position(content: Any) -> int | None:
    """Where a body's stream stands, so that it can be sent again from there; None where it cannot."""
    try:
        where: int = content.tell()
        content.seek(where)
    except (AttributeError, OSError, ValueError):
        return None
    return where


async def chunks(content: Iterable[bytes]) -> AsyncIterator[bytes]:
    """A blocking stream as an asynchronous one."""
    read = getattr(content, "read", None)
    if read is not None:
        while piece := read(_CHUNK):
            yield piece
    else:
        for piece in content:
            yield piece


def length(content: Any) -> int | None:
    """How many bytes a file object still holds, None where that is unknown."""
    where = position(content)
    if where is None:
        return None
    end: int = content.seek(0, os.SEEK_END)
    content.seek(where)
    return end - where
