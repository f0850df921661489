"""An nginx of one's own, with the rules of deploy/nginx before given bots and action servers."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from scripts.parts.process import Process, free_port, listens

RULES = Path(__file__).resolve().parents[2] / "deploy" / "nginx"
NGINX = "/usr/sbin/nginx"
START_LIMIT = 20.0
CONFIGURATION = """\
{user}
daemon off;
worker_processes 1;
pid nginx.pid;
error_log stderr warn;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi; scgi_temp_path scgi;
    upstream bots {{ {bots} keepalive 16; }}
    upstream actions {{ {actions} keepalive 16; }}
    server {{ listen 127.0.0.1:{port}; include sojourn.conf; }}
    server {{ listen 127.0.0.1:{actions_port}; include actions.conf; }}
}}
"""


def nginx(folder: Path, bots: Sequence[int], actions: Sequence[int]) -> tuple[Process, int, int]:
    """An nginx, the port for people and the one for actions; it is not started yet.

    Raises:
        FileNotFoundError: nginx is not installed.
    """
    if not Path(NGINX).exists():
        raise FileNotFoundError("nginx is not installed (apt-get install nginx)")
    shutil.copytree(RULES, folder)
    port, actions_port = free_port(), free_port()
    (folder / "nginx.conf").write_text(
        CONFIGURATION.format(
            user="user root;" if os.geteuid() == 0 else "",
            bots=_servers(bots),
            actions=_servers(actions),
            port=port,
            actions_port=actions_port,
        ),
        encoding="utf-8",
    )
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    log = folder / "nginx.log"
    return Process(command, log, lambda: listens(port), folder=folder), port, actions_port


def _servers(ports: Sequence[int]) -> str:
    each = (f"server 127.0.0.1:{port} max_fails=1 fail_timeout=5s;" for port in ports)
    return " ".join(each) or "server 127.0.0.1:1 down;"  # nginx wants one
