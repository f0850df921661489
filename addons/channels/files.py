"""The widget's files, read once: with an entity tag, and packed where the browser unpacks."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

WIDGET = Path(__file__).resolve().parent.parent / "widget"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}
# Lines of nothing else; no text in these files has such a line.
COMMENT = re.compile(rb"^[ ]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/)$", re.MULTILINE | re.DOTALL)
WITHOUT_COMMENTS = {".js", ".css"}


@dataclass(frozen=True)
class File:
    """One file as it is sent."""

    plain: bytes
    packed: bytes
    kind: str
    tag: str

    @classmethod
    def read(cls, path: Path) -> File:
        """From the disk; comments stay there, since they are a sixth of what would be sent."""
        plain = path.read_bytes()
        if path.suffix in WITHOUT_COMMENTS:
            # An empty line for each of theirs, so that an error's line number is right.
            plain = COMMENT.sub(lambda found: b"\n" * found.group().count(b"\n"), plain)
        kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "text/plain"
        tag = f'W/"{hashlib.sha256(plain).hexdigest()[:32]}"'
        return cls(plain, gzip.compress(plain, 9, mtime=0), f"{kind}; charset=utf-8", tag)

    def answer(self, request: Request) -> HTTPResponse:
        """The file, or 304 to a browser that has it."""
        # Asked about each time: the files import each other by name, and half of an old
        # version with half of a new one would be no chat at all.
        headers = {"ETag": self.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding, Origin"}
        if self.tag in request.headers.get("if-none-match", ""):
            return response.raw(b"", status=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            packed = {**headers, "Content-Encoding": "gzip"}
            return response.raw(self.packed, content_type=self.kind, headers=packed)
        return response.raw(self.plain, content_type=self.kind, headers=headers)


def widget_files() -> dict[str, File]:
    """Every file of the widget by its name."""
    return {path.name: File.read(path) for path in sorted(WIDGET.iterdir()) if path.is_file()}
