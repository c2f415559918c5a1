"""A page is shown in the user's browser, which is told nothing of our settings; without a desktop none is started."""

import os
import time
from pathlib import Path

import pytest

from ui.browser import has_browser, show_in_browser

_SECONDS = 10


def opener(folder: Path, script: str) -> None:
    path = folder / "xdg-open"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_the_browser_is_given_the_page_and_none_of_our_variables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    opener(tmp_path, f'(echo "$1"; env) > {seen}.new && mv {seen}.new {seen}')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DESKHAND_API_KEY", "sk-1")
    show_in_browser(tmp_path / "a report.html")
    until = time.monotonic() + _SECONDS
    while not seen.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert seen.read_text().startswith(f"file://{tmp_path}/a%20report.html\n")
    assert "PATH=" in seen.read_text()
    assert "DESKHAND_" not in seen.read_text()


def test_a_browser_is_there_where_there_is_a_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opener(tmp_path, "true")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":7")
    assert has_browser()
    monkeypatch.delenv("DISPLAY")
    assert not has_browser()
