"""The assistant under evaluation, as processes of this machine: its reading, its talking."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scripts.evaluation.inputs import reading_of
from scripts.evaluation.samples import Reading
from scripts.parts.process import free_port
from tests.live.servers import ROOT, NotReady, stop, wait_until_ready

LAST_WORDS = 2000
"""Characters of a log that are shown when a process failed."""
# Their own interpreter's programs first, so that scripts/run finds a Python with Rasa.
PATH = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))


class Failed(RuntimeError):
    """A process did not do its work; the text holds the last words of its log."""


def read(texts: Sequence[str], today: dt.date) -> tuple[Reading, ...]:
    """What scripts/understand says of each text; its libraries' notices go to a log.

    Raises:
        Failed: it ended with an error, or did not answer every text in its format.
    """
    if not texts:
        return ()
    lines = "".join(" ".join(text.splitlines()) + "\n" for text in texts)
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
        done = subprocess.run(
            [sys.executable, str(ROOT / "scripts" / "understand")],
            input=lines,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=log,
            check=False,
            env={**os.environ, "SOJOURN_TODAY": today.isoformat(), "PYTHONUTF8": "1"},
        )
        log.seek(0)
        said = log.read()[-LAST_WORDS:]
    answers = done.stdout.split("\n")[:-1]  # U+2028 in a text ends no line
    if done.returncode != 0:
        raise Failed(f"scripts/understand ended with {done.returncode}; its last words:\n{said}")
    if len(answers) != len(texts):
        raise Failed(
            f"scripts/understand answered {len(answers)} of {len(texts)} messages; "
            f"its last words:\n{said}"
        )
    where = "scripts/understand, answer"
    try:
        found = [reading_of(f"{where} {n}", json.loads(line)) for n, line in enumerate(answers, 1)]
    except ValueError as error:
        raise Failed(f"scripts/understand did not answer in its format: {error}") from error
    return tuple(found)


@contextmanager
def serving(today: dt.date) -> Iterator[str]:
    """The URL of a running assistant with that clock, on free ports; stopped at the end.

    Raises:
        Failed: it was not ready in time.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "PATH": PATH,
        "PORT": str(port),
        "SOJOURN_TODAY": today.isoformat(),
    }
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with log.open("wb") as output:
            servers = subprocess.Popen(
                ["bash", "scripts/run"],
                cwd=ROOT,
                env={**environment, "TRACKER_DB_URL": f"sqlite:///{folder}/conversations.db"},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            wait_until_ready(url, servers, log)
            yield url
        except NotReady as error:
            raise Failed(str(error)) from error
        finally:
            stop(servers)
