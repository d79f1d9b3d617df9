"""pyright's language server, spoken to as an editor does."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any


class LanguageServer:
    """A running server over one folder with one open file."""

    def __init__(self, command: str, folder: Path, text: str) -> None:
        self.text = text.split("\n")
        self.file = folder / "opened.py"
        self.file.write_text(text, encoding="utf-8")
        self._process = subprocess.Popen(
            [command, "--stdio"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._number = 0
        plain = ["plaintext"]
        self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": "opened"}],
            capabilities={
                "textDocument": {
                    "hover": {"contentFormat": plain},
                    "completion": {"completionItem": {"documentationFormat": plain}},
                }
            },
        )
        self._send({"method": "initialized", "params": {}})
        document = {"uri": self.file.as_uri(), "languageId": "python", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})

    def hover(self, line: str, word: str) -> str:
        """What is shown over ``word`` in the line that is ``line``."""
        found = self.ask("textDocument/hover", **self._at(line, line.rindex(word) + 1))
        return str(found["contents"]["value"])

    def completions(self, line: str, after: str) -> list[str]:
        """What is offered behind ``after``."""
        where = self._at(line, line.rindex(after) + len(after))
        found = self.ask("textDocument/completion", **where)
        return [item["label"] for item in found["items"]]

    def _at(self, line: str, column: int) -> dict[str, Any]:
        position = {"line": self.text.index(line), "character": column}
        return {"textDocument": {"uri": self.file.as_uri()}, "position": position}

    def ask(self, method: str, **params: Any) -> Any:
        """The result of a request; what the server asks meanwhile is answered with nothing."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if "method" not in message:
                if message.get("id") == self._number:
                    return message["result"]
            elif "id" in message:
                items = message.get("params", {}).get("items")
                answer = None if items is None else [{} for _ in items]
                self._send({"id": message["id"], "result": answer})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._process.stdin.flush()

    def _receive(self) -> Any:
        stream = self._process.stdout
        assert stream is not None
        size = 0
        while line := stream.readline():
            if not line.strip():
                return json.loads(stream.read(size))
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                size = int(value)
        raise EOFError("the language server ended")

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()
