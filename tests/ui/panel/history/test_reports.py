"""A report is shown in the user's browser, which is told nothing of our settings."""

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.panel.history.reports import show_in_browser

pytestmark = pytest.mark.display


def test_the_browser_is_given_the_page_and_none_of_our_variables(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\n(echo "$1"; env) > {seen}.new && mv {seen}.new {seen}\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DESKHAND_API_KEY", "sk-1")
    show_in_browser(tmp_path / "a report.html")
    qtbot.waitUntil(seen.exists, timeout=10_000)
    assert seen.read_text().startswith(f"file://{tmp_path}/a%20report.html\n")
    assert "PATH=" in seen.read_text()
    assert "DESKHAND_" not in seen.read_text()
