"""A PostgreSQL of one's own."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
from pathlib import Path

from scripts.parts.process import Process, free_port

ACCOUNT = "postgres"
"""PostgreSQL refuses to run as root; Debian's package makes this account."""
START_LIMIT = 60.0


def binaries() -> Path | None:
    """The folder of PostgreSQL's newest version that is installed."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    versions = [path for path in found if path.parent.name.isdigit()]
    return max(versions, key=lambda path: int(path.parent.name), default=None)


def postgres(folder: Path) -> tuple[Process, str]:
    """A new database in the folder (made here, empty), and its URL. Not started yet.

    Raises:
        FileNotFoundError: PostgreSQL is not installed.
    """
    where = binaries()
    if where is None:
        raise FileNotFoundError("PostgreSQL is not installed (apt-get install postgresql)")
    folder.mkdir(mode=0o700)
    as_account: list[str] = []
    if os.geteuid() == 0:
        account = pwd.getpwnam(ACCOUNT)
        os.chown(folder, account.pw_uid, account.pw_gid)
        as_account = ["setpriv", f"--reuid={ACCOUNT}", f"--regid={ACCOUNT}", "--clear-groups"]
    data, port = folder / "data", free_port()
    subprocess.run(
        [
            *as_account,
            where / "initdb",
            "-D",
            data,
            "-U",
            "sojourn",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd="/",
    )
    command = [*as_account, str(where / "postgres"), "-D", str(data), "-p", str(port)]
    command += ["-h", "127.0.0.1", "-k", str(folder)]
    url = f"postgresql://sojourn@127.0.0.1:{port}/postgres"

    def serves() -> bool:
        asked = [where / "pg_isready", "-q", "-t", "1", "-d", url]
        return subprocess.run(asked, check=False).returncode == 0

    # SIGINT: end the connections, then end; SIGTERM would wait for every client.
    log = folder.with_name(f"{folder.name}.log")
    return Process(command, log, serves, folder=Path("/"), stop_signal=signal.SIGINT), url
