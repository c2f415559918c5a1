"""A machine with a home and a task's folder, and nothing on them yet."""

import os
from pathlib import Path

import pytest

from tasks.checks import Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    folder, home = tmp_path / "task", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    return Machine(folder=folder, home=home, environment={"PATH": os.environ["PATH"]})
