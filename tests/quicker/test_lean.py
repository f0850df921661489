"""Rasa without TensorFlow: nothing configured needs it, and what would need it says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from addons import lean

pytestmark = pytest.mark.bot

ROOT = Path(__file__).resolve().parents[2]


def component(name: str) -> Any:
    """The class that a name in config.yml stands for."""
    return DefaultV1Recipe._from_registry(name).clazz


def computes_with_tensorflow(kind: Any) -> bool:
    """Whether a module of its classes holds TensorFlow, or one of Rasa's layers over it."""
    held = [value for base in kind.__mro__ for value in vars(sys.modules[base.__module__]).values()]
    names = [value.__name__ for value in held if isinstance(value, ModuleType)]
    names += [value.__module__ for value in held if isinstance(value, type)]
    return any(
        name.partition(".")[0] in lean.LEFT_OUT or name.startswith("rasa.utils.tensorflow.models")
        for name in names
    )


def test_no_component_that_is_configured_computes_with_tensorflow() -> None:
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    named = [entry["name"] for part in ("pipeline", "policies") for entry in config[part]]
    assert len(named) >= 3
    assert [name for name in named if computes_with_tensorflow(component(name))] == []


@pytest.mark.parametrize("name", ["DIETClassifier", "TEDPolicy", "ResponseSelector"])
def test_one_that_does_is_told_apart(name: str) -> None:
    assert computes_with_tensorflow(component(name))


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", "from addons import lean\n" + code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "RASA_TELEMETRY_ENABLED": "false"},
    )


def test_rasa_is_imported_whole_without_it() -> None:
    done = python(
        "lean.leave_out()\n"
        "import rasa.__main__, rasa.core.agent, rasa.engine.recipes.default_components\n"
        "assert 'tensorflow' not in open('/proc/self/maps').read()\n"
        "import tensorflow; print(tensorflow.__version__)"
    )
    assert done.stdout.strip() == "left out", done.stderr


def test_what_would_compute_says_that_it_was_left_out() -> None:
    done = python("lean.leave_out()\nimport tensorflow as tf\ntf.constant([1.0])")
    assert "tensorflow.constant was left out of this process" in done.stderr
    assert "Start with `rasa`" in done.stderr


def test_products_are_not_shared_among_threads() -> None:
    done = python(
        "lean.prepare()\n"
        "import numpy, threadpoolctl\n"
        "found = threadpoolctl.threadpool_info()\n"
        "print(*(one['num_threads'] for one in found if one['internal_api'] == 'openblas'))"
    )
    assert done.stdout.split() == ["1"], done.stderr


def test_it_is_not_left_out_after_it_was_imported() -> None:
    done = python(
        "import sys, types; sys.modules['tensorflow'] = types.ModuleType('tensorflow')\n"
        "lean.leave_out()"
    )
    assert "too late" in done.stderr
