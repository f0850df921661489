"""A server's memory after its start: what is unused goes back, what stays is quick to reach."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ON_REQUEST = Path("/sys/kernel/mm/transparent_hugepage/enabled")


def printed(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "from addons import memory\n" + code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_what_is_unused_is_given_back() -> None:
    freed = printed(
        "def held():\n"
        "    return int(open('/proc/self/statm').read().split()[1]) // 256\n"  # megabytes
        "kept = [bytes(1000) for _ in range(200_000)]\n"
        "last, kept = kept[-1], None\n"  # the last one keeps the heap from shrinking
        "before = held(); memory.give_back(); print(before - held())"
    )
    assert int(freed) > 100


@pytest.mark.skipif(
    not ON_REQUEST.exists() or "[never]" in ON_REQUEST.read_text(), reason="no large pages here"
)
def test_what_stays_lies_in_large_pages() -> None:
    megabytes = printed(
        "kept = [bytes(1000) for _ in range(50_000)]\n"
        "memory.use_large_pages()\n"
        "rows = open('/proc/self/smaps_rollup').read().split('AnonHugePages:')\n"
        "print(int(rows[1].split()[0]) // 1024)"
    )
    assert int(megabytes) > 30


def test_only_whole_large_pages_of_its_own_are_asked_for() -> None:
    blocks = memory_blocks(
        "00400000-00a00000 r-xp 00000000 fe:00 1 /usr/bin/python",
        "00b00000-01700000 rw-p 00000000 00:00 0 [heap]",
        "7f0000100000-7f0000300000 rw-p 00000000 00:00 0 ",
        "7f0000200000-7f0000600000 rw-p 00000000 00:00 0 ",
        "7f0001000000-7f0002000000 rw-s 00000000 fe:00 7 /tmp/a b",
    )
    assert blocks == str([(0xC00000, 0xA00000), (0x7F0000200000, 0x400000)])


def memory_blocks(*maps: str) -> str:
    return printed(f"print(list(memory._own_blocks({list(maps)!r})))")


def test_what_was_there_at_the_start_is_no_longer_looked_through() -> None:
    kept = printed("import gc; memory.settle(); print(gc.get_freeze_count(), *gc.get_threshold())")
    count, youngest, *_ = map(int, kept.split())
    assert count > 1000
    assert youngest == 10_000
