"""A loopback HTTP server that acts as a messenger's API, with faults on demand."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Fault:
    """What happens to the next call of a method in place of the answer."""

    method: str
    """Of the API; ``*`` is any."""
    chat: str | None = None
    """Only in this chat."""
    status: int | None = None
    retry_after: int | None = None
    seconds: float = 0.0
    """Wait so long first; with no status, answer as usual after it."""
    error: str = "internal_error"
    """What the body names, where the platform names errors."""
    closed: bool = False
    """Close the connection without an answer."""

    def meets(self, call: Call) -> bool:
        """Whether this call is the one."""
        return self.method in ("*", call.method) and self.chat in (None, call.chat)


@dataclass(frozen=True)
class Call:
    """One call the platform received."""

    method: str
    fields: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)
    token: str = ""
    at: float = field(default_factory=time.monotonic)
    """When it was answered."""

    @property
    def chat(self) -> str:
        """The chat it is for, as text."""
        return str(self.fields.get("chat_id") or self.fields.get("channel") or "")


class Platform:
    """The server; `calls` are those that were answered well, in order."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.tried: list[Call] = []
        self.faults: deque[Fault] = deque()
        self._changed = threading.Condition()
        platform = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                platform.serve(self)

            do_GET = do_POST

            def log_message(self, *_: object) -> None:
                """Nothing."""

        class Server(ThreadingHTTPServer):
            request_queue_size = 128

            def handle_error(self, *_: object) -> None:
                """Nothing: a client that hangs up is no error of the fake."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()

    def answer(self, call: Call) -> Any:
        """The JSON of a call that went well."""
        raise NotImplementedError

    def fault_body(self, fault: Fault) -> Any:
        """The JSON beside a fault's status."""
        raise NotImplementedError

    def read(self, path: str, fields: dict[str, Any], files: dict[str, bytes], token: str) -> Call:
        """The call behind a request."""
        raise NotImplementedError

    def of(self, method: str, chat: str | None = None) -> list[Call]:
        """The calls of one method that went well, maybe of one chat only."""
        return [c for c in list(self.calls) if c.method == method and chat in (None, c.chat)]

    def wait(self, ready: Callable[[], Any], seconds: float = 20.0) -> Any:
        """What `ready` returns once it is truthy, looked at after each call."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while not (found := ready()):
                left = deadline - time.monotonic()
                assert left > 0, f"waited {seconds} s; calls: {[c.method for c in self.calls]}"
                self._changed.wait(min(left, 0.1))
        return found

    def serve(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request, or do as the first fault that meets it says."""
        call = self._call(request)
        fault = next((fault for fault in self.faults if fault.meets(call)), None)
        self.tried.append(call)
        if fault is not None:
            self.faults.remove(fault)
            time.sleep(fault.seconds)
            if fault.closed:
                request.close_connection = True
                return
            if fault.status is not None:
                wait = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
                _send(request, fault.status, self.fault_body(fault), wait)
                return
        body = self.answer(call)
        with self._changed:
            self.calls.append(call)
            self._changed.notify_all()
        _send(request, 200, body, {})

    def _call(self, request: BaseHTTPRequestHandler) -> Call:
        address = urlsplit(request.path)
        raw = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        kind = request.headers.get("Content-Type") or ""
        fields: dict[str, Any] = dict(parse_qsl(address.query))
        files: dict[str, bytes] = {}
        if kind.startswith("application/json"):
            fields |= json.loads(raw or b"{}")
        elif kind.startswith("multipart/"):
            head = f"Content-Type: {kind}\r\n\r\n".encode()
            for part in BytesParser(policy=HTTP).parsebytes(head + raw).iter_parts():  # type: ignore[attr-defined]
                name = part.get_param("name", header="Content-Disposition")
                content = part.get_payload(decode=True)
                if part.get_filename():
                    files[part.get_filename()] = content
                else:
                    fields[name] = content.decode()
        elif kind.startswith("application/x-www-form-urlencoded"):
            fields |= dict(parse_qsl(raw.decode()))
        else:
            files["body"] = raw
        token = (request.headers.get("Authorization") or "").removeprefix("Bearer ")
        return self.read(address.path, fields, files, token)


def is_png(content: bytes) -> bool:
    """Whether a platform would take these bytes for a picture."""
    return content.startswith(b"\x89PNG\r\n\x1a\n")


def _send(request: BaseHTTPRequestHandler, status: int, body: Any, headers: dict[str, str]) -> None:
    content = json.dumps(body).encode()
    try:
        request.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)
    except OSError:
        request.close_connection = True  # the client has hung up
