"""What deploy/ promises exists: its files, its names, its words; and no registry is written in."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from language.catalogue import catalogue

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
NGINX = Path("/usr/sbin/nginx")
MADE_BY_TRAINING = "models/sojourn.tar.gz"


def read(name: str) -> Any:
    return yaml.safe_load((DEPLOY / name).read_text(encoding="utf-8"))


def test_the_image_holds_every_package_and_nothing_that_is_missing() -> None:
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    copied = [word for line in re.findall(r"^COPY (.*) \S+$", text, re.M) for word in line.split()]
    assert {"rules_core", "language", "actions", "addons"} <= set(copied)
    assert [name for name in copied if not (ROOT / name).exists()] in ([], [MADE_BY_TRAINING])


def test_images_are_named_without_a_registry() -> None:
    images = [service["image"] for service in read("compose.yml")["services"].values()]
    values = read("helm-values.yml")
    images += [values["image"]["repository"], values["rasa-action-server"]["image"]["repository"]]
    images += re.findall(r"^FROM (\S+)", (DEPLOY / "Containerfile").read_text(), re.M)
    assert len(images) == 10
    assert [image for image in images if "/" in image] == []


def test_the_servers_of_nginx_are_the_services_of_compose() -> None:
    named = re.findall(r"server ([\w-]+):\d+", (DEPLOY / "nginx" / "nginx.conf").read_text())
    services = read("compose.yml")["services"]
    assert sorted(named) == ["actions-1", "actions-2", "bot-1", "bot-2"]
    assert set(named) < set(services)
    assert [name for name, one in services.items() if "ports" in one] == ["nginx"]


def test_nothing_opens_rasas_own_interface() -> None:
    assert read("helm-values.yml")["applicationSettings"]["enableAPI"] is False
    texts = [file.read_text() for file in DEPLOY.rglob("*") if file.is_file()]
    assert not any("--enable-api" in text or "--cors" in text for text in texts)


def test_the_static_answer_is_the_catalogues_sentence() -> None:
    """If it is not: scripts/static-answer."""
    answer = json.loads((DEPLOY / "nginx" / "sojourn" / "down.json").read_text(encoding="utf-8"))
    assert answer == [{"text": catalogue("en").sentence("fault")}]


@pytest.mark.skipif(not NGINX.exists(), reason="nginx is not installed")
def test_nginx_takes_its_configuration(tmp_path: Path) -> None:
    text = (DEPLOY / "nginx" / "nginx.conf").read_text()
    here = re.sub(r"server (?:bot|actions)-\d:", "server 127.0.0.1:", text)
    for name in ("sojourn.conf", "actions.conf"):
        (tmp_path / name).write_text((DEPLOY / "nginx" / name).read_text())
    (tmp_path / "nginx.conf").write_text(f"pid nginx.pid; error_log stderr;\n{here}")
    command = [str(NGINX), "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
