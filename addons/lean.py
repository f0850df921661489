"""Starts Rasa without TensorFlow, which it imports whether a component needs it or not.

    python -m addons.lean run -m models ...

Nothing here is configured that computes with TensorFlow (a test holds it), yet importing
it takes two seconds and 360 MB. In this process alone its modules are stand-ins: a class
may be derived from them and a name be looked up, as Rasa does while it is imported;
whatever would compute with them says that it was left out. ``rasa`` itself is untouched:
``rasa train``, ``test``, ``shell`` and the rest run as ever.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

LEFT_OUT = ("tensorflow", "tensorflow_addons", "tensorflow_text", "tensorflow_hub", "keras")

CROWD = {
    # uvloop takes one new connection each time round the loop, so that a crowd waits for
    # seconds before it is even told to come again; asyncio's own takes all that are there.
    "SANIC_USE_UVLOOP": "false",
    "DISABLE_UVLOOP": "1",  # for aiogram, which Rasa imports and which would set it
    # Connections that wait to be taken; with a hundred the kernel turns people away.
    "SANIC_BACKLOG": "1024",
}
ONE_THREAD = {
    # Products here are small. A second thread that shares one of them then waits for the next,
    # turning round for twenty milliseconds: it doubled what a message costs.
    "OPENBLAS_NUM_THREADS": "1",
}
SWITCH_SECONDS = 0.0005
"""How long a thread that wants to go on waits for one that computes (Python: 0.005): each step
of the database's thread would otherwise wait for a message that is being understood."""


class LeftOut(RuntimeError):
    """Something would compute with a package that this process left out."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} was left out of this process by addons/lean.py, for no component in "
            "config.yml needed it. Start with `rasa` instead of `python -m addons.lean`."
        )


class _Names(type):
    """The class of stand-ins: any name of theirs is a stand-in too."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(f"{cls.__qualname__}.{name}")

    def __call__(cls, *arguments: Any, **more: Any) -> Any:
        if cls.__dict__.get("_stands_in") and len(arguments) == 1 and callable(arguments[0]):
            return arguments[0]  # a decorator
        raise LeftOut(cls.__qualname__)

    def __getitem__(cls, _: Any) -> Any:
        return cls

    def __or__(cls, _: Any) -> Any:
        return cls


def _stand_in(name: str) -> Any:
    return _Names(name, (), {"_stands_in": True, "__module__": __name__})


class _Module(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = _stand_in(f"{self.__name__}.{name}")
        setattr(self, name, found)
        return found


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name.partition(".")[0] not in LEFT_OUT:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        module.__version__ = "left out"  # type: ignore[attr-defined]  # a package has one


def leave_out() -> None:
    """From now on in this process, what is ``LEFT_OUT`` is imported as stand-ins.

    Raises:
        RuntimeError: one of them has been imported already.
    """
    early = [name for name in LEFT_OUT if name in sys.modules]
    if early:
        raise RuntimeError(f"too late: {', '.join(early)} is imported already")
    sys.meta_path.insert(0, _Finder())


def prepare() -> None:
    """What a process that understands messages does first, before numpy is imported.

    Raises:
        RuntimeError: TensorFlow is imported already.
    """
    leave_out()
    _set(ONE_THREAD)


def _set(settings: Mapping[str, str]) -> None:
    for name, value in settings.items():
        os.environ.setdefault(name, value)


def main() -> None:
    """Run Rasa's command line, with a server that a crowd can reach."""
    prepare()
    _set(CROWD)
    sys.setswitchinterval(SWITCH_SECONDS)
    from rasa.__main__ import main as rasa_main

    rasa_main()


if __name__ == "__main__":
    main()
