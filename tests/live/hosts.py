"""A website of another origin that carries the chat: docs/examples/host.html, served."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from tests.live.servers import ROOT

EXAMPLE = ROOT / "docs" / "examples" / "host.html"
BOT_OF_THE_EXAMPLE = "http://localhost:5005"
ELEMENT = "<sojourn-chat>"


class _Host(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """The example page; ``?bot=`` names the assistant, ``&with=`` adds to the page's head."""
        asked = parse_qs(urlsplit(self.path).query)
        page = EXAMPLE.read_text(encoding="utf-8")
        page = page.replace(BOT_OF_THE_EXAMPLE, asked.get("bot", [BOT_OF_THE_EXAMPLE])[0])
        page = page.replace("</head>", asked.get("with", [""])[0] + "</head>")
        page = page.replace(ELEMENT, asked.get("element", [ELEMENT])[0])
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        """Not worth a line."""


@contextmanager
def website(port: int = 0) -> Iterator[str]:
    """Serve the example; yields its origin, on another host name than the assistant's."""
    server = ThreadingHTTPServer(("127.0.0.1", port), _Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
