"""The assistant itself, started for the tests on free ports of this machine."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.live.hosts import website
from tests.live.servers import ROOT, START_LIMIT, Start, free_port, stop, wait_until_ready

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def _model() -> None:
    if not list((ROOT / "models").glob("*.tar.gz")):
        pytest.skip("no trained model in models/; run `make train` first")


@pytest.fixture(scope="session")
def start(_model: None) -> Iterator[Start]:
    """Start a command in a process group of its own; all are stopped at the end.

    ``start(*command, log=path, **environment)`` returns the process.
    """
    started: list[subprocess.Popen[bytes]] = []

    def run(*command: str, log: Path, **environment: str) -> subprocess.Popen[bytes]:
        own_store = f"sqlite:///{log.parent / 'conversations.db'}"
        with log.open("wb") as output:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, "TRACKER_DB_URL": own_store, **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        started.append(process)
        return process

    yield run
    for process in started:
        stop(process)


@pytest.fixture(scope="session")
def host() -> Iterator[str]:
    """The origin of a website that may carry the chat."""
    with website() as origin:
        yield origin


@pytest.fixture(scope="session")
def bot(
    start: Start, host: str, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[dt.date], str]:
    """``bot(today)`` is the base URL of a running assistant with that clock.

    One pair of servers per day, started when first asked for, once: a start that failed
    is not tried again for every test.
    """
    urls: dict[dt.date, str | None] = {}

    def serving(today: dt.date) -> str:
        if today not in urls:
            urls[today] = None
            port, log = free_port(), tmp_path_factory.mktemp("run") / "log"
            process = start(
                "bash",
                "scripts/run",
                log=log,
                PORT=str(port),
                START_LIMIT=str(int(START_LIMIT)),
                SOJOURN_TODAY=today.isoformat(),
                SOJOURN_ORIGINS=host,
                # More at once than a person sends: tests ask for order, not for patience.
                SOJOURN_MOST_QUEUED="20",
                SOJOURN_MOST_PER_MINUTE="0",
            )
            wait_until_ready(f"http://127.0.0.1:{port}", process, log)
            urls[today] = f"http://127.0.0.1:{port}"
        url = urls[today]
        return url if url is not None else pytest.fail("the servers did not start", pytrace=False)

    return serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium; skipped where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """A browser of a person not seen before, with a phone's window; errors on a page fail."""
    opened = browser.new_context(
        viewport={"width": 360, "height": 740}, timezone_id="America/Toronto"
    )
    opened.problems = []
    opened.on("weberror", lambda error: opened.problems.append(str(error.error)))
    opened.on("console", lambda m: opened.problems.append(m.text) if _is_problem(m) else None)
    yield opened
    opened.close()
    assert opened.problems == []


def _is_problem(message: Any) -> bool:
    """An error of ours: a browser that shows a picture alone looks for an icon by itself."""
    icon = str(message.location.get("url", "")).endswith("/favicon.ico")
    return message.type == "error" and not icon


@pytest.fixture(scope="session")
def house(_model: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The four channels with the model behind them, in this process."""
    from tests.live.house import House

    with House(tmp_path_factory.mktemp("house")) as opened:
        yield opened
