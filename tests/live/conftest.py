"""The assistant itself, started for the tests on free ports of this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.live.browsing import open_example, somebody
from tests.live.hosts import website
from tests.live.servers import ROOT, Bots, Start, stop
from tests.live.widget import LAUNCHER, TODAY

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def missing(what: str) -> NoReturn:
    """Skip the test; but where everything is installed first, a gap is a failure."""
    if os.environ.get("CI"):
        pytest.fail(what, pytrace=False)
    pytest.skip(what)


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
def bot(start: Start, host: str, tmp_path_factory: pytest.TempPathFactory) -> Bots:
    """``bot(today)`` is the base URL of a running assistant with that clock."""
    return Bots(start, host, tmp_path_factory.mktemp("run"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium; skipped where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        missing("no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def axe_core() -> str:
    """The script of axe-core, which a package for tests carries."""
    try:
        return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    except ModuleNotFoundError:
        missing("axe-playwright-python is not installed (requirements-dev.txt)")


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """A browser of a person not seen before, as `somebody` has it."""
    with somebody(browser) as opened:
        yield opened


@pytest.fixture
def url(bot: Bots) -> str:
    """The assistant that the widget's tests talk to."""
    return bot(TODAY)


@pytest.fixture
def visit(url: str, host: str, context: Any) -> Callable[..., Any]:
    """``visit(element, head)`` opens the example page, which is of another origin."""
    return partial(open_example, context, host, url)


@pytest.fixture
def page(visit: Callable[..., Any]) -> Any:
    """The example page with the chat open."""
    opened = visit()
    opened.get_by_role("button", name=LAUNCHER).click()
    return opened


@pytest.fixture(scope="session")
def house(_model: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The four channels with the model behind them, in this process."""
    from tests.live.house import House

    with House(tmp_path_factory.mktemp("house")) as opened:
        yield opened
