"""A person's browser, in which every error, every broken policy and every request is noted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any
from urllib.parse import quote, urlsplit

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
NOTE_VIOLATIONS = """
addEventListener("securitypolicyviolation", (e) => noteViolation(
  `${e.violatedDirective} forbids ${e.blockedURI}`));
"""
THIS_MACHINE = {"localhost", "127.0.0.1", None}


@contextmanager
def chromium() -> Iterator[Any]:
    """Debian's Chromium, which asks nobody anything by itself.

    Raises:
        LookupError: there is none on this machine.
    """
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise LookupError("no Chromium on this machine")
    with import_module("playwright.sync_api").sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield opened
        opened.close()


@contextmanager
def somebody(browser: Any) -> Iterator[Any]:
    """A context of its own with a phone's window.

    It fails at its end if a page had an error (``problems``, which a test may clear where it
    made one), if a Content-Security-Policy was violated, or if a request (``asked``) was to
    leave this machine.
    """
    opened = browser.new_context(
        viewport={"width": 360, "height": 740}, timezone_id="America/Toronto"
    )
    opened.problems, opened.asked = [], []
    violations: list[str] = []
    opened.expose_function("noteViolation", lambda words: violations.append(words))
    opened.add_init_script(NOTE_VIOLATIONS)
    opened.on("weberror", lambda error: opened.problems.append(str(error.error)))
    opened.on("console", lambda m: opened.problems.append(m.text) if _is_problem(m) else None)
    opened.on("request", lambda request: opened.asked.append(request.url))
    yield opened
    opened.close()
    assert opened.problems == []
    assert violations == []
    assert [url for url in opened.asked if urlsplit(url).hostname not in THIS_MACHINE] == []


def _is_problem(message: Any) -> bool:
    """An error of ours: a browser that shows a picture alone looks for an icon by itself."""
    icon = str(message.location.get("url", "")).endswith("/favicon.ico")
    return message.type == "error" and not icon


def open_example(
    context: Any, host: str, url: str, element: str = "<sojourn-chat>", head: str = ""
) -> Any:
    """The example page of `host` with the chat of `url` in it."""
    page = context.new_page()
    page.goto(f"{host}/?bot={url}&element={quote(element)}&with={quote(head)}")
    return page
