"""A plugin of pytest for `make mutation`: the same tests, at one pace and quick to fail."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings

# The same examples every time, so that a mutant's fate is no matter of chance; a slow machine
# kills none, and an example that kills one is not made smaller first.
settings.register_profile(
    "mutation",
    max_examples=15,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("mutation")


SLOW = ("test_second_reading", "test_properties", "test_adding_a_fact")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Named cases come first and what goes through many days last: most mutants fall early."""
    items.sort(key=lambda item: any(name in item.nodeid for name in SLOW))
