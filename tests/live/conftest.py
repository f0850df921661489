"""The assistant itself, started for the tests on free ports of this machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources import files
from typing import Any, NoReturn

import pytest

from tests.live.browsing import chromium, open_example, somebody
from tests.live.hosts import website
from tests.live.servers import ROOT, Bots, Start, processes
from tests.live.widget import LAUNCHER, TODAY


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
    """``start(*command, log=path, **environment)`` returns the process; all end with the tests."""
    with processes() as run:
        yield run


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
    pytest.importorskip("playwright.sync_api")
    try:
        with chromium() as opened:
            yield opened
    except LookupError as error:
        missing(str(error))


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


@pytest.fixture(scope="module")  # its secrets are in the environment while it lasts
def house(_model: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The four channels with the model behind them, in this process."""
    from tests.live.house import House

    with House(tmp_path_factory.mktemp("house")) as opened:
        yield opened
