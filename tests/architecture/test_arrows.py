"""Who may import whom: the arrows of the README, proven over every import statement."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = ("rules_core", "language", "actions", "addons")

# For each package, what it may import beside the standard library and itself.
MAY_IMPORT = {
    "rules_core": {"dateutil", "yaml"},
    "language": {
        "dateutil",
        "spacy",
        "yaml",
        "rules_core.answers",
        "rules_core.citation",
        "rules_core.outcomes",
        "rules_core.questions",
    },
    "actions": {"dateutil", "rasa_sdk", "language", "rules_core"},
    "addons": {
        "language",
        "rules_core.answers",
        "rules_core.citation",
        "rules_core.outcomes",
        "rules_core.shape",
        "rules_core.timeline",
        "rasa",
        "rasa_sdk",
        "jsonschema",
        "sanic",
        "telegram",
        "slack_sdk",
        "aiohttp",
        "psycopg2",
        "redis",
        "icalendar",
        "prometheus_client",
        "itsdangerous",
        "PIL",
        "numpy",
        "scipy",
        "sklearn",
        "onnx",
        "onnxruntime",
        "safetensors",
        "tokenizers",
        "ujson",
    },
}


def imports(file: Path) -> Iterator[str]:
    """Every module an import statement of the file names."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide where an arrow points"
            yield node.module or ""


def allowed(module: str, package: str) -> bool:
    top = module.split(".")[0]
    if top == package or top in sys.stdlib_module_names or top == "__future__":
        return True
    return any(module == name or module.startswith(f"{name}.") for name in MAY_IMPORT[package])


def files_of(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


@pytest.mark.parametrize("package", OURS)
def test_a_package_imports_only_what_its_arrows_allow(package: str) -> None:
    files = files_of(package)
    assert files, f"{package} has no modules"
    wrong = [
        f"{file.relative_to(ROOT)} imports {module}"
        for file in files
        for module in imports(file)
        if not allowed(module, package)
    ]
    assert wrong == []


def test_an_import_against_the_arrows_is_found() -> None:
    assert not allowed("language.dates", "rules_core")
    assert not allowed("rasa.core", "actions")
    assert not allowed("actions.turn", "addons")
    assert not allowed("rules_core.decide", "language")


def test_the_rules_know_no_clock() -> None:
    clocks = ("today", "now", "utcnow", "time", "monotonic")
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for package in ("rules_core", "language")
        for file in files_of(package)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in clocks
        and ast.unparse(node.func.value) in ("dt", "dt.date", "dt.datetime", "datetime", "time")
        and not (node.func.attr == "time" and node.args)
    ]
    assert found == []


@pytest.mark.parametrize("package", OURS)
def test_a_module_fits_in_the_head(package: str) -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for file in files_of(package)
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 250
    }
    assert long == {}
