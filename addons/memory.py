"""What a server does with its memory once its model is loaded."""

from __future__ import annotations

import contextlib
import ctypes
import gc
from collections.abc import Iterator
from pathlib import Path

MAPS = Path("/proc/self/maps")
HUGE = 2 << 20
"""Bytes of a large page where the small one has four thousand."""
MADV_HUGEPAGE, MADV_COLLAPSE = 14, 25
"""Linux: large pages are welcome here; make them now (since 6.1)."""
NEW_OBJECTS = 10_000
"""Objects made before the youngest are looked through (Python: 700); a turn makes as many."""


def settle() -> None:
    """Give back what is free, and make what stays quick to reach: once, after the start."""
    gc.collect()
    # What the model and the libraries are made of stays until the end: nobody need look for
    # garbage among half a million objects again.
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])
    give_back()
    use_large_pages()


def give_back() -> None:
    """Return to the system what loading a model left unused: a hundred megabytes.

    Where the C library is not GNU's, nothing happens.
    """
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def use_large_pages() -> None:
    """Have what is held already in large pages: each message reads 14 MB of weights, more
    than the processor knows small pages of, and looks up every one again.

    Where the system has no large pages, or not on request, nothing happens.
    """
    with contextlib.suppress(OSError, AttributeError):
        advise = ctypes.CDLL("libc.so.6").madvise
        for start, size in _own_blocks(MAPS.read_text().splitlines()):
            for advice in (MADV_HUGEPAGE, MADV_COLLAPSE):
                advise(ctypes.c_void_p(start), ctypes.c_size_t(size), advice)


def _own_blocks(maps: list[str]) -> Iterator[tuple[int, int]]:
    """Start and size of what is the process's own and to be written, in whole large pages."""
    for line in maps:
        where, rights, *_, name = [*line.split(maxsplit=5), ""][:6]
        if not rights.startswith("rw") or name.strip() not in ("", "[heap]"):
            continue
        first, last = (int(end, 16) for end in where.split("-"))
        start, end = -(-first // HUGE) * HUGE, last // HUGE * HUGE
        if start < end:
            yield start, end - start
