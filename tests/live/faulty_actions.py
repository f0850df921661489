"""An action server that does one wrong thing at a time."""

from __future__ import annotations

import json
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HUNG_SECONDS = 30.0


def _ok(**parts: Any) -> tuple[int, bytes]:
    return 200, json.dumps({"events": [], "responses": [], **parts}).encode()


def _say(**response: Any) -> tuple[int, bytes]:
    return _ok(responses=[response])


MALFORMED: dict[str, tuple[int, bytes]] = {
    "500 with a page": (500, b"<html>Internal error</html>"),
    "500 with the request in it": (500, b"ECHO"),
    "nothing": (200, b""),
    "null": (200, b"null"),
    "a list": (200, b"[]"),
    "no JSON": (200, b"{'events': []}"),
    "events of another type": _ok(events="none"),
    "an event without a kind": _ok(events=[{"name": "topic"}]),
    "an unknown event": _ok(events=[{"event": "no_such_event"}]),
    "responses of another type": _ok(responses="hello"),
    "an empty response": _ok(responses=[{}]),
    "400": (400, json.dumps({"action_name": "x", "error": "no"}).encode()),
    "404": (404, json.dumps({"action_name": "x", "error": "no"}).encode()),
    "an unknown template": _say(response="utter_no_such_words"),
    "a text of 10 MB": _say(text="x" * 10_000_000),
    "the same action for ever": _ok(events=[{"event": "followup", "name": "action_answer"}]),
    "a reply of blanks": _say(text="   "),
}


class FaultyActions:
    """`mode` is a key of MALFORMED, ``hung``, ``dripping`` or ``closed``."""

    def __init__(self) -> None:
        self.mode = "nothing"
        faulty = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                faulty._serve(self)

            def log_message(self, *_: object) -> None:
                """Nothing."""

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """Nothing: a client that gives up is what is tested."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.url = f"http://127.0.0.1:{self._server.server_port}/webhook"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()

    def _serve(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        if request.headers.get("Content-Encoding") == "deflate":
            body = zlib.decompress(body)
        request.close_connection = True
        if self.mode == "closed":
            return
        if self.mode == "hung":
            time.sleep(HUNG_SECONDS)
            return
        if self.mode == "dripping":
            self._drip(request)
            return
        status, content = MALFORMED[self.mode]
        if content == b"ECHO":  # as rasa_sdk does it
            content = json.dumps({"error": "x", "request_body": json.loads(body)}).encode()
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    def _drip(self, request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000")
        request.end_headers()
        try:
            for _ in range(int(HUNG_SECONDS)):
                request.wfile.write(b" ")
                time.sleep(1)
        except OSError:
            return
