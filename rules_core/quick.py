"""Frozen dataclasses that are made faster: a decision makes some twenty of them.

What a frozen dataclass generates sets each field through ``object.__setattr__``; filling
the instance's dictionary does the same in well under half the time (docs/decisions/0007).
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING
from typing import Any, TypeVar

T = TypeVar("T")


def quick(cls: type[T]) -> type[T]:
    """The same frozen dataclass with a faster ``__init__``; its signature stays.

    For plain fields only: raises ``TypeError`` for factories, keyword-only or derived
    fields and for a ``__post_init__``.
    """
    parameters, filled = ["self"], ["own = self.__dict__"]
    defaults: dict[str, Any] = {}
    for field in dataclasses.fields(cls):  # type: ignore[arg-type]  # only dataclasses are given
        if not field.init or field.kw_only or field.default_factory is not MISSING:
            raise TypeError(f"{cls.__name__}.{field.name} is not a plain field")
        filled.append(f"own[{field.name!r}] = {field.name}")
        if field.default is MISSING:
            parameters.append(field.name)
        else:
            defaults[f"_{field.name}"] = field.default
            parameters.append(f"{field.name}=_{field.name}")
    if hasattr(cls, "__post_init__"):
        raise TypeError(f"{cls.__name__} has a __post_init__, which would not be called")
    made: dict[str, Any] = {}
    # As dataclasses itself does; nothing but the names of our own fields gets in.
    exec("\n ".join((f"def __init__({', '.join(parameters)}):", *filled)), defaults, made)
    made["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    made["__init__"].__annotations__ = cls.__init__.__annotations__
    setattr(cls, "__init__", made["__init__"])  # noqa: B010  # a type checker forbids the plain form
    return cls
