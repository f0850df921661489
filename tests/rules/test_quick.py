"""A quick frozen dataclass is the dataclass it was made from, but for the time it takes."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from rules_core.quick import quick


@dataclass(frozen=True)
class Plain:
    first: int
    second: str | None = None
    third: tuple[int, ...] = (1, 2)


@quick
@dataclass(frozen=True)
class Quick:
    first: int
    second: str | None = None
    third: tuple[int, ...] = (1, 2)


def test_it_takes_the_same_arguments() -> None:
    assert inspect.signature(Quick) == inspect.signature(Plain)


@pytest.mark.parametrize(
    "make",
    [
        lambda kind: kind(1),
        lambda kind: kind(1, "two", (3,)),
        lambda kind: kind(first=1, third=()),
        lambda kind: dataclasses.replace(kind(1), second="two"),
    ],
)
def test_it_holds_the_same_fields(make: Callable[[Any], Any]) -> None:
    assert dataclasses.asdict(make(Quick)) == dataclasses.asdict(make(Plain))
    assert hash(make(Quick)) == hash(make(Quick))
    assert make(Quick) == make(Quick)


def test_it_stays_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Quick(1).first = 2  # type: ignore[misc]  # that is what must not work


def test_a_missing_argument_is_an_error() -> None:
    with pytest.raises(TypeError, match="first"):
        Quick()  # type: ignore[call-arg]  # that is what must not work


def test_fields_it_cannot_make_are_refused() -> None:
    @dataclass(frozen=True)
    class WithFactory:
        made: list[int] = field(default_factory=list)

    @dataclass(frozen=True)
    class Derived:
        first: int

        def __post_init__(self) -> None:
            """Would not be called."""

    for kind in (WithFactory, Derived):
        with pytest.raises(TypeError, match=kind.__name__):
            quick(kind)
