"""``scripts/run`` with stand-ins for the two servers: it says what it does and leaves nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.parts.process import free_port
from tests.faults.goals import record

pytestmark = pytest.mark.bot

RUN = Path(__file__).resolve().parents[2] / "scripts" / "run"

# Plays both servers: answers GET with 200, keeps its process id, tells where actions run.
FAKE_PYTHON = f"""#!{sys.executable}
import http.server, os, sys
arguments = sys.argv[1:]
if arguments[0] != "-m":
    os.execv(sys.executable, [sys.executable, *arguments])
role = arguments[1].replace("addons.lean", "rasa")
if role == os.environ.get("DIES"):
    sys.exit(f"{{role}} cannot start today")
open(role + ".pid", "w").write(str(os.getpid()))
print(role, "asks", os.environ.get("ACTION_ENDPOINT_URL", "itself"), flush=True)
class Well(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_):
        pass
port = int(arguments[arguments.index("-p") + 1])
http.server.HTTPServer(("127.0.0.1", port), Well).serve_forever()
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "scripts").mkdir()
    shutil.copy(RUN, tmp_path / "scripts" / "run")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "m.tar.gz").touch()
    fake = tmp_path / ".venv" / "bin" / "python"
    fake.parent.mkdir(parents=True)
    fake.write_text(FAKE_PYTHON)
    fake.chmod(0o755)
    return tmp_path


def start(project: Path, **settings: str) -> subprocess.Popen[str]:
    ports = {"PORT": str(free_port())}
    return subprocess.Popen(
        [str(project / "scripts" / "run")],
        env={**os.environ, "START_LIMIT": "20", **ports, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        # Whoever runs the tests in the background had Ctrl-C ignored, and a child inherits that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def read_until(process: subprocess.Popen[str], phrase: str) -> str:
    assert process.stdout is not None
    seen = ""
    for line in process.stdout:
        seen += line
        if phrase in line:
            return seen
    pytest.fail(f"{phrase!r} was never said:\n{seen}")


def left_over(project: Path) -> list[int]:
    pids = [int(file.read_text()) for file in project.glob("*.pid")]
    return [pid for pid in pids if Path(f"/proc/{pid}").exists()]


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_says_when_it_is_ready_and_stops(project: Path, end: signal.Signals) -> None:
    process = start(project, PORT=(port := str(free_port())))
    said = read_until(process, "Press Ctrl-C to stop.")
    assert f"Sojourn is ready: http://localhost:{port}/webhooks/web/chat" in said
    assert "rasa asks itself" in said
    assert len(left_over(project)) == 1
    process.send_signal(end)
    rest, _ = process.communicate(timeout=15)
    assert "Stopped." in rest and process.returncode == 0
    assert left_over(project) == []


def test_an_action_server_of_its_own_is_started_asked_and_stopped(project: Path) -> None:
    process = start(project, ACTIONS_PORT=(port := str(free_port())))
    said = read_until(process, "Press Ctrl-C to stop.")
    assert f"rasa asks http://127.0.0.1:{port}/webhook" in said
    assert len(left_over(project)) == 2
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=15)
    assert left_over(project) == []


@pytest.mark.parametrize("dies", ["rasa_sdk", "rasa"])
def test_a_server_that_dies_early_ends_everything(project: Path, dies: str) -> None:
    process = start(project, ACTIONS_PORT=str(free_port()), DIES=dies)
    said, _ = process.communicate(timeout=15)
    assert process.returncode == 1
    assert f"{dies} cannot start today" in said and "ended by itself (exit status 1)" in said
    assert left_over(project) == []


def test_a_server_that_dies_later_ends_everything(project: Path) -> None:
    process = start(project)
    read_until(process, "Press Ctrl-C to stop.")
    os.kill(int((project / "rasa.pid").read_text()), signal.SIGKILL)
    said, _ = process.communicate(timeout=15)
    assert process.returncode == 1 and "The bot ended by itself" in said
    assert left_over(project) == []


@pytest.mark.parametrize("name", ["PORT", "ACTIONS_PORT"])
def test_a_taken_port_is_named(project: Path, name: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said, _ = (process := start(project, **{name: port})).communicate(timeout=15)
    assert process.returncode == 1
    assert f"Port {port} on 127.0.0.1 cannot be used: Address already in use" in said
    assert f"with {name}=" in said
    assert left_over(project) == []


@pytest.mark.parametrize(
    ("settings", "reason"),
    [({"PORT": "web"}, "must be a port number"), ({"PORT": "99999"}, "cannot be used")],
)
def test_a_port_that_is_none_is_named(project: Path, settings: dict[str, str], reason: str) -> None:
    process = start(project, **settings)
    said, _ = process.communicate(timeout=15)
    assert process.returncode == 1 and reason in said


def test_without_a_model_it_says_what_to_do(project: Path) -> None:
    (project / "models" / "m.tar.gz").unlink()
    process = start(project)
    said, _ = process.communicate(timeout=15)
    assert process.returncode == 1 and "make train" in said


def test_a_model_that_was_changed_is_not_started(project: Path) -> None:
    model = project / "models" / "m.tar.gz"
    right = hashlib.sha256(model.read_bytes()).hexdigest()
    (project / "models" / "m.tar.gz.sha256").write_text(f"{right}  m.tar.gz\n")
    process = start(project)
    read_until(process, "Press Ctrl-C to stop.")
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=15)
    model.write_bytes(b"changed")
    process = start(project)
    said, _ = process.communicate(timeout=15)
    record(20, "a changed model", "not started", met=process.returncode == 1)
    assert process.returncode == 1 and "its checksum differs" in said


def test_a_checksum_kept_elsewhere_counts(project: Path) -> None:
    process = start(project, SOJOURN_MODEL_SHA256="0" * 64)
    said, _ = process.communicate(timeout=15)
    assert process.returncode == 1 and "its checksum differs" in said
