"""`deskhand panel` and `deskhand report` as they are typed."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tasks.displays import VirtualDisplay
from tests.ui.cli.goal.test_do import COMPLETE, deskhand, write
from tests.waiting import wait_until

pytestmark = pytest.mark.display


def test_without_a_display_the_panel_says_so() -> None:
    result = deskhand("panel", DISPLAY="", WAYLAND_DISPLAY="", XDG_SESSION_TYPE="tty")
    assert result.returncode == 2
    assert "no display" in result.stderr


def test_the_panel_ends_at_a_polite_kill(display: VirtualDisplay, tmp_path: Path) -> None:
    environment = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-m", "ui.cli", "panel"], env=environment, stderr=subprocess.PIPE) as panel:
        wait_until(is_shown, seconds=60)
        panel.send_signal(signal.SIGTERM)
        assert panel.wait(10) == 0
        assert panel.stderr is not None
        assert panel.stderr.read() == b""


def test_a_run_becomes_a_page(display: VirtualDisplay, tmp_path: Path) -> None:
    script, folder, page = tmp_path / "replies.jsonl", tmp_path / "run", tmp_path / "page.html"
    deskhand("do", "nothing", "--model", write(script, COMPLETE), "--out", str(folder))
    result = deskhand("report", str(folder), "--out", str(page))
    assert result.returncode == 0, result.stderr
    assert str(page) in result.stdout
    assert "nothing" in page.read_text(encoding="utf-8")


def test_a_folder_without_a_run_is_said(tmp_path: Path) -> None:
    result = deskhand("report", str(tmp_path))
    assert result.returncode == 2
    assert "no recording" in result.stderr


def is_shown() -> bool:
    search = [str(shutil.which("xdotool")), "search", "--onlyvisible", "--name", "^Deskhand"]
    return bool(subprocess.run(search, stdout=subprocess.PIPE).stdout)
