"""The rules alone: importing all of them loads their two libraries, and no other layer."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

# The two libraries, and what they bring.
MAY_BE_LOADED = {"rules_core", "dateutil", "six", "yaml", "tzdata"}

# Modules without a spec are no packages: the run time of compiled ones.
LOAD = """
import importlib, sys
before = set(sys.modules)
for name in sys.argv[1:]:
    importlib.import_module(name)
from rules_core.law.book import law_book
law_book()
for name in set(sys.modules) - before:
    if getattr(sys.modules[name], "__spec__", None):
        print(name)
"""


def modules_of_the_rules() -> list[str]:
    files = sorted((ROOT / "rules_core").rglob("*.py"))
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    return [name.removesuffix(".__init__") for name in names]


def loaded_by(modules: list[str]) -> set[str]:
    """What a fresh interpreter has loaded once it has imported them and read the law."""
    done = subprocess.run(
        [sys.executable, "-c", LOAD, *modules],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def foreign(loaded: set[str]) -> set[str]:
    tops = {name.split(".")[0] for name in loaded} - MAY_BE_LOADED - sys.stdlib_module_names
    # The standard library's own, with a name for each platform.
    return {top for top in tops if not top.startswith("_sysconfigdata")}


def test_importing_the_rules_loads_neither_rasa_nor_the_other_layers() -> None:
    modules = modules_of_the_rules()
    loaded = loaded_by(modules)
    assert set(modules) <= loaded
    assert foreign(loaded) == set()


def test_a_module_the_rules_have_no_use_for_is_found() -> None:
    assert foreign(loaded_by(["rules_core.decide", "_pytest.config"])) >= {"_pytest"}
    assert foreign({"rules_core.decide", "rasa_sdk.events", "language"}) == {"rasa_sdk", "language"}


def test_the_rules_are_tested_with_the_versions_they_run_with() -> None:
    def versions(file: str) -> dict[str, str]:
        text = (ROOT / file).read_text(encoding="utf-8")
        return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))

    rules = versions("requirements-rules.txt")
    assert {"python-dateutil", "pyyaml", "tzdata", "pytest", "hypothesis"} <= set(rules)
    for file in ("requirements-core.txt", "requirements-dev.txt"):
        locked = versions(file)
        assert {name: locked.get(name, rules[name]) for name in rules} == rules
