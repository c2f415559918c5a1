"""No child is given Deskhand's own variables."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from actions.applications.desktop_entries import Application
from actions.applications.launching import launch
from actions.processes.environment import child_environment

SETTINGS = {"DESKHAND_SECRET_bank": "s3cret", "DESKHAND_API_KEY": "sk-1", "DESKHAND_SERVER_TRIES": "2"}


def test_our_own_variables_are_left_out_and_nothing_else() -> None:
    assert child_environment({"HOME": "/", "MY_DESKHAND_": "x", **SETTINGS}) == {"HOME": "/", "MY_DESKHAND_": "x"}


def test_an_application_is_given_none_of_them(tmp_path: Path) -> None:
    printed = tmp_path / "environment"
    launch(Application("env", ("sh", "-c", f"env > {printed}")), {**os.environ, **SETTINGS}).wait(10)
    assert "PATH=" in printed.read_text()
    assert "DESKHAND_" not in printed.read_text()


KEEPER = """
from pathlib import Path
from actions.x11.clipboard import borrowed_clipboard
from actions.x11.events import open_display

with borrowed_clipboard(open_display(), "text", lambda seconds: None):
    children = Path("/proc/thread-self/children").read_text().split()
    print(*(Path(f"/proc/{pid}/environ").read_text().replace("\\0", "\\n") for pid in children))
"""


@pytest.mark.display
def test_neither_is_the_process_that_keeps_the_clipboard(display: object) -> None:
    subprocess.run(["/usr/bin/xclip", "-selection", "clipboard"], input=b"kept", stdout=subprocess.DEVNULL, check=True)
    command = [sys.executable, "-c", KEEPER]
    printed = subprocess.run(command, env={**os.environ, **SETTINGS}, stdout=subprocess.PIPE, check=True).stdout
    assert b"PATH=" in printed
    assert b"DESKHAND_" not in printed
