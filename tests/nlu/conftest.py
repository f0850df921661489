"""The trained model, loaded once; and the table of what the behavioural tests found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-22"
Readings = dict[str, dict[str, Any]]
TABLE = pytest.StashKey[list[tuple[str, ...]]]()
HEADER = ("capability", "type", "checks", "failed", "budget", "softer", "budget")


@pytest.fixture(scope="session")
def readings() -> Iterable[Callable[[Iterable[str]], Readings]]:
    """``readings(texts)`` is how each is understood, by the code of scripts/understand."""
    if not list((ROOT / "models").glob("*.tar.gz")):
        pytest.skip("no trained model in models/; run `make train` first")
    loader = SourceFileLoader("understand", str(ROOT / "scripts" / "understand"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    script = module_from_spec(spec)
    loader.exec_module(script)
    known: Readings = {}

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOJOURN_TODAY", TODAY)
        agent = script.load_agent()

        def understood(texts: Iterable[str]) -> Readings:
            new = [text for text in dict.fromkeys(texts) if text not in known]
            known.update(zip(new, script.understood(agent, new), strict=True))
            return known

        yield understood


@pytest.fixture(scope="session")
def table(pytestconfig: pytest.Config) -> list[tuple[str, ...]]:
    """Rows for the table under the test results."""
    return pytestconfig.stash.setdefault(TABLE, [])


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the table, if the behavioural tests ran."""
    rows = config.stash.get(TABLE, [])
    if rows:
        checks = sum(int(row[2]) for row in rows)
        terminalreporter.section(f"behaviour: {checks} checks")
        for row in (HEADER, *rows):
            name, *rest = row
            terminalreporter.write_line(f"{name:<58}" + "".join(f"{cell:>8}" for cell in rest))
