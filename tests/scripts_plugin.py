"""A plugin of pytest that runs files of scripted conversations against a bot.

    pytest my-conversations --sojourn-url http://localhost:5005
    pytest my-conversations --sojourn-in-process

Collected are ``*.conversation.yml`` and ``test_*.yml`` in any folder, and every file under
``tests/conversations``. ``conftest.py`` loads the plugin for this repository's folders;
for another folder it is named: ``python -m pytest -p tests.scripts_plugin /another/folder``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.in_process import InProcessClient
from tests.live.servers import health
from tests.rest_client import RestClient
from tests.scripts_format import BadScript, Conversation, load
from tests.scripts_keys import ROOT
from tests.transcript import Mismatch, play

OPTION = "--sojourn-url"
IN_PROCESS = "--sojourn-in-process"
EXAMPLE = "http://localhost:5005"
OWN_FOLDER = ROOT / "tests" / "conversations"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the bot is."""
    parser.addoption(OPTION, metavar="URL", help=f"the running bot to test, such as {EXAMPLE}")
    parser.addoption(IN_PROCESS, action="store_true", help="test the assistant without a server")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse an address that cannot be one, rather than skip every conversation."""
    url = config.getoption(OPTION)
    if url and not url.startswith(("http://", "https://")):
        raise pytest.UsageError(f"{OPTION} must be an address such as {EXAMPLE}, not {url}")
    if config.getoption(IN_PROCESS) and find_spec("rasa") is None:
        raise pytest.UsageError(f"{IN_PROCESS} needs Rasa: use .venv, which `make run` installs")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take the files of conversations, and leave every other to whom it belongs."""
    if not is_script(file_path):
        return None
    file: pytest.Collector = ScriptFile.from_parent(parent, path=file_path)
    return file


def is_script(path: Path) -> bool:
    """Whether a file is one of scripted conversations, by its name and first line."""
    if path.suffix != ".yml":
        return False
    if path.name.endswith(".conversation.yml") or OWN_FOLDER in path.parents:
        return True
    # Rasa's own test stories have such names too, but are mappings.
    return path.name.startswith("test_") and _begins_with_a_list(path)


def _begins_with_a_list(path: Path) -> bool:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    content = (line for line in lines if line.strip() and not line.startswith(("#", "---")))
    return next(content, "").startswith("-")


class ScriptFile(pytest.File):
    """One file; each of its conversations is a test."""

    def collect(self) -> Iterator[pytest.Item]:
        """The conversations in their order."""
        try:
            conversations = load(self.path)
        except BadScript as error:
            raise self.CollectError(str(error)) from error
        for conversation in conversations:
            yield ScriptItem.from_parent(self, name=conversation.name, conversation=conversation)


class ScriptItem(pytest.Item):
    """One conversation as a test."""

    def __init__(self, *, name: str, parent: pytest.Collector, conversation: Conversation) -> None:
        super().__init__(name, parent)
        self.conversation = conversation

    @property
    def url(self) -> str:
        """The bot's address; empty if none was given."""
        return self.config.getoption(OPTION) or ""

    def runtest(self) -> None:
        """Hold the conversation; skipped where there is no bot to hold it with."""
        if self.config.getoption(IN_PROCESS):
            play(self.conversation, InProcessClient.for_conversation(self.conversation))
            return
        reason = why_not(self.url)
        if reason:
            pytest.skip(reason)
        play(self.conversation, RestClient.for_conversation(self.conversation, self.url))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override]
        """The talk up to the wrong reply; where in the code it was found helps nobody."""
        error, today = excinfo.value, self.conversation.today
        if isinstance(error, Mismatch):
            return f"{error}\n(The bot's clock must say {today}: SOJOURN_TODAY={today} make run)"
        if isinstance(error, OSError):
            return f"{self.nodeid}: the bot at {self.url} stopped answering: {error}"
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, None, str]:
        """What reports call this test."""
        return self.path, None, self.name


@cache  # asked once for all conversations
def why_not(url: str) -> str:
    """Why no conversation can be held with the bot at `url`; empty if one can."""
    if not url:
        return f"no bot to talk with: add {OPTION} {EXAMPLE} or {IN_PROCESS}"
    status = health(url)
    if status == 200:
        return ""
    said = f"is not ready (status {status})" if status else "cannot be reached"
    return f"the bot at {url} {said}: start it and try again"
