"""Lets pytest run scripted conversations in any folder of this repository."""

from __future__ import annotations

pytest_plugins = ["tests.scripts_plugin"]
