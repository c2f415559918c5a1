"""`deskhand doctor`, and what it finds on the test display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tasks.displays import VirtualDisplay
from ui.doctor.checks import all_findings

pytestmark = pytest.mark.display


def doctor(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ui.cli", "doctor"]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=120, env=os.environ | environment
    )


def test_a_working_display_is_found_good(display: VirtualDisplay) -> None:
    findings = {finding.subject: finding for finding in all_findings()}
    for subject in ("Display", "Mouse", "Keyboard", "Listening", "Reading"):
        assert findings[subject].good, findings[subject]
    assert findings["Display"].found == "1280x800 at 0,0"
    assert not findings["Accessibility"].good  # no bus reaches in here
    assert not findings["Accessibility"].needed
    assert findings["Accessibility"].cure


def test_what_is_at_fault_has_a_cure_beside_it(tmp_path: Path) -> None:
    result = doctor(DISPLAY="", XDG_DATA_HOME=str(tmp_path))
    assert result.returncode == 2
    lines = result.stdout.splitlines()
    fault = next(number for number, line in enumerate(lines) if line.startswith("✗ Display"))
    assert "--display" in " ".join(lines[fault + 1 : fault + 3])


def test_a_folder_that_cannot_be_written_is_at_fault(display: VirtualDisplay) -> None:
    result = doctor(XDG_DATA_HOME="/proc/nowhere")
    assert result.returncode == 2
    assert "✗ Disk" in result.stdout
