"""The processes under evaluation, played by scripts that do as they are told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scripts.evaluation import assistant
from scripts.evaluation.assistant import Failed, read, serving

TODAY = dt.date(2026, 11, 22)
ANSWERS = """
import json, os, sys
print("a notice of a library", file=sys.stderr)
for line in sys.stdin:
    said = line.rstrip("\\n") + " " + os.environ["SOJOURN_TODAY"]
    print(json.dumps({"intent": said, "decision": "answer"}, ensure_ascii=False))
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "scripts").mkdir()
    monkeypatch.setattr(assistant, "ROOT", tmp_path)
    return tmp_path


def test_each_text_is_one_line_and_notices_are_not_heard(
    root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (root / "scripts" / "understand").write_text(ANSWERS)
    found = read(["two\r\nlines", "", "über\u2028\x85 ✗"], TODAY)
    assert [one.intent for one in found] == [
        "two lines 2026-11-22",
        " 2026-11-22",
        "über   ✗ 2026-11-22",
    ]
    assert capfd.readouterr() == ("", "")


def test_of_no_texts_nothing_is_started(root: Path) -> None:
    assert read([], TODAY) == ()


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import sys; sys.exit('no model')", "ended with 1; its last words:\nno model"),
        ("print('{}')", "answered 1 of 2 messages"),
        ("print('a notice\\n{}')", "not answer in its format: Expecting value"),
        ("print('{}\\n{}')", "not answer in its format: .*answer 1: needs 'intent'"),
    ],
)
def test_a_reader_that_fails_is_quoted(root: Path, script: str, reason: str) -> None:
    (root / "scripts" / "understand").write_text(script)
    with pytest.raises(Failed, match=reason):
        read(["a", "b"], TODAY)


SERVES = """
python3 - <<'PY'
import os
from http.server import BaseHTTPRequestHandler, HTTPServer
class Health(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Health).serve_forever()
PY
"""


def test_servers_that_become_ready_have_a_url(root: Path) -> None:
    (root / "scripts" / "run").write_text(SERVES)
    with serving(TODAY) as url:
        assert url.startswith("http://127.0.0.1:")


def test_servers_that_end_are_quoted(root: Path) -> None:
    (root / "scripts" / "run").write_text("echo the port is taken; exit 1")
    with pytest.raises(Failed, match="last words:\nthe port is taken"), serving(TODAY):
        pass
