"""The demo, as it is typed."""

import subprocess
import sys
from pathlib import Path

import pytest

from agent.recording import Recording
from tasks.demo import NOTE, Demo


@pytest.mark.display
@pytest.mark.alone
def test_the_demo_saves_the_note_through_the_menu(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    command = [sys.executable, "-m", "ui.cli", "demo", "--out", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
    assert result.returncode == 0, result.stdout + result.stderr
    assert Demo(folder).file.read_text(encoding="utf-8") == NOTE
    ending = Recording(folder).run.ending
    assert ending is not None
    assert ending.reached


def test_a_missing_file_is_no_success(tmp_path: Path) -> None:
    assert "was not saved" in Demo(tmp_path).complaint()


def test_a_wrong_byte_is_no_success(tmp_path: Path) -> None:
    Demo(tmp_path).file.write_text(NOTE[:-1], encoding="utf-8")
    assert "instead of" in Demo(tmp_path).complaint()
